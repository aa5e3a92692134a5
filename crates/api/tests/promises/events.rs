//! `GET /events`

use serde_json::json;
use testkit::both;

use crate::program::{Program, id_of};

#[tokio::test]
async fn news_arrive_as_they_happen() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let mut listener = agent.listen("/api/v1/events", &[]).await;
        listener.hear("connected").await;

        let ticket = agent.file().await;
        let news = listener.hear("ticket_created").await;

        assert!(news.contains("event: ticket_created"), "{news}");
        assert!(news.contains(&format!(r#""ticket":"{ticket}""#)), "{news}");
        assert!(news.contains(r#""at":"2026-01-02T12:00:00Z""#), "{news}");
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_back_hears_what_was_missed_and_nothing_twice() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let mut listener = agent.listen("/api/v1/events", &[]).await;
        listener.hear("connected").await;
        let ticket = agent.file().await;
        let last = id_of(&listener.hear("ticket_created").await);
        drop(listener);
        let note = json!({ "kind": "note", "body": "看" });
        agent.post(&format!("/api/v1/tickets/{ticket}/messages"), note).await;

        let mut by_header = agent.listen("/api/v1/events", &[("Last-Event-ID", &last)]).await;
        let mut by_query = agent.listen(&format!("/api/v1/events?since={last}"), &[]).await;

        for listener in [&mut by_header, &mut by_query] {
            listener.hear("connected").await;
            let news = listener.hear("data:").await;
            assert!(!news.contains("ticket_created"), "{news}");
            assert!(
                news.contains("note_added") || listener.hear("note_added").await.contains(&ticket)
            );
        }
    })
    .await;
}

#[tokio::test]
async fn nonsense_for_a_place_means_start_anew() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        for place in ["x", "-1", "99999999999999999999.1", "%00"] {
            let mut listener = agent.listen(&format!("/api/v1/events?since={place}"), &[]).await;
            listener.hear("event: resync").await;
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_hears_of_what_they_may_not_read() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let mut listener = agent.listen("/api/v1/events", &[]).await;
        listener.hear("connected").await;

        let elsewhere = desk.file_elsewhere().await.number().to_string();
        let mine = agent.file().await;
        let news = listener.hear("ticket_created").await;

        assert!(news.contains(&mine), "{news}");
        assert!(!news.contains(&elsewhere), "{news}");
    })
    .await;
}
