//! The main job through the API alone.

use domain::actor::Actor;
use domain::field::FieldKind;
use serde_json::{Value, json};
use testkit::both;

use crate::program::{Answer, Program};

async fn act(program: &Program, ticket: &str, act: &str, body: Value) -> Answer {
    let answer = program.post(&format!("/api/v1/tickets/{ticket}/{act}"), body).await;
    assert!(answer.status < 300, "{act}: {answer:?}");
    answer
}

async fn task_of(program: &Program, ticket: &str) -> Value {
    let work = program.get("/api/v1/worklist").await;
    let task = work.items().iter().find(|task| task["ticket"] == json!(ticket));
    task.unwrap_or_else(|| panic!("{ticket} is not in {work:?}"))["id"].clone()
}

#[tokio::test]
async fn d_07_from_filing_to_feedback() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let ticket = agent.file().await;

        let task = task_of(&agent, &ticket).await;
        let claimed = agent.act(&format!("/api/v1/tasks/{task}/claim")).await;
        assert_eq!((claimed.status, claimed.at("state")), (200, &json!("open")), "{claimed:?}");
        assert_eq!(claimed.at("owner.name"), "张琪");

        let reply = json!({ "kind": "public_reply", "body": "请补充付款截图。" });
        act(&agent, &ticket, "messages", reply).await;
        let waits = act(&agent, &ticket, "wait", json!({ "reason": "等付款截图" })).await;
        assert_eq!(waits.at("state"), "waiting");
        assert_eq!(waits.at("waiting.reason"), "等付款截图");

        let resumed = agent.act(&format!("/api/v1/tickets/{ticket}/resume")).await;
        assert_eq!(resumed.at("state"), "open");

        let task = task_of(&agent, &ticket).await;
        let handled = agent.post(&format!("/api/v1/tasks/{task}/complete"), json!({})).await;
        assert_eq!((handled.status, handled.at("state")), (200, &json!("open")));
        let task = task_of(&agent, &ticket).await;
        let told = json!({ "note": "已电话告知", "told": { "outcome": "told" } });
        let done = agent.post(&format!("/api/v1/tasks/{task}/complete"), told).await;
        assert_eq!((done.status, done.at("state")), (200, &json!("resolved")), "{done:?}");

        let again = act(&agent, &ticket, "reopen", json!({ "reason": "没有解决" })).await;
        assert_eq!((again.at("state"), again.at("reopens")), (&json!("open"), &json!(1)));
        let resolved = act(&agent, &ticket, "resolve", json!({ "code": "refunded" })).await;
        assert_eq!(resolved.at("state"), "resolved");
        assert_eq!(resolved.at("resolution"), "refunded");
        let closed = agent.act(&format!("/api/v1/tickets/{ticket}/close")).await;
        assert_eq!((closed.status, closed.at("state")), (200, &json!("closed")));

        let timeline = agent.get(&format!("/api/v1/tickets/{ticket}/timeline")).await;
        let kinds: Vec<&str> =
            timeline.items().iter().filter_map(|entry| entry["kind"].as_str()).collect();
        assert_eq!(kinds.first(), Some(&"ticket_closed"));
        assert!(kinds.contains(&"ticket_created") && kinds.contains(&"reply_sent"), "{kinds:?}");
    })
    .await;
}

#[tokio::test]
async fn one_id_is_claimed_completed_and_sent_back() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let (done, returned) = (agent.file().await, agent.file().await);
        let (one, other) = (task_of(&agent, &done).await, task_of(&agent, &returned).await);
        let tasks = "/api/v1/tasks";
        for task in [&one, &other] {
            assert_eq!(agent.act(&format!("{tasks}/{task}/claim")).await.status, 200);
        }

        let completed = agent.act(&format!("{tasks}/{one}/complete")).await;
        let why = json!({ "reason": "缺少订单号" });
        let sent_back = agent.post(&format!("{tasks}/{other}/send_back"), why).await;
        let twice = agent.act(&format!("{tasks}/{other}/complete")).await;

        assert_eq!((completed.status, completed.at("state")), (200, &json!("open")));
        assert_eq!(completed.at("tasks.0.step"), "feedback", "{completed:?}");
        assert_eq!(sent_back.status, 200, "{sent_back:?}");
        assert_eq!(sent_back.at("tasks.0.step"), "accept");
        assert_eq!(sent_back.at("tasks.0.handler"), &json!(null));
        assert_eq!(twice.problem(), (409, "not_now".into()));
    })
    .await;
}

#[tokio::test]
async fn an_act_that_needs_nothing_may_be_asked_for_with_nothing() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let ticket = agent.file().await;

        let resolved = agent.act(&format!("/api/v1/tickets/{ticket}/resolve")).await;
        assert_eq!((resolved.status, resolved.at("resolution")), (200, &json!("solved")));
        let reopened = agent.act(&format!("/api/v1/tickets/{ticket}/reopen")).await;
        assert_eq!((reopened.status, reopened.at("state")), (200, &json!("open")));
        let urged = agent.act(&format!("/api/v1/tickets/{ticket}/urge")).await;
        assert_eq!((urged.status, urged.at("urges")), (200, &json!(1)), "{urged:?}");
    })
    .await;
}

#[tokio::test]
async fn c_08_a_ticket_is_handed_to_a_group_or_a_person_by_name() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let ticket = agent.file().await;
        let path = format!("/api/v1/tickets/{ticket}/transfer");

        let to_person = agent.post(&path, json!({ "agent": "刘洋", "note": "请跟进" })).await;
        let to_nobody = agent.post(&path, json!({})).await;
        let to_whom = agent.post(&path, json!({ "group": "没有这个组" })).await;

        assert_eq!(to_person.status, 200, "{to_person:?}");
        assert_eq!(to_person.at("tasks.0.handler.name"), "刘洋");
        assert_eq!(to_nobody.problem(), (422, "invalid".into()));
        assert_eq!(to_whom.at("errors.0.field"), "group");
    })
    .await;
}

#[tokio::test]
async fn what_one_gives_away_for_good_is_answered_without_content_or_whole() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let ticket = agent.file().await;
        let body = json!({ "group_id": desk.cast.other_group.0 });

        let given = agent.post(&format!("/api/v1/tickets/{ticket}/transfer"), body).await;

        let after = agent.get(&format!("/api/v1/tickets/{ticket}")).await.status;
        assert!([(204, 404), (200, 200)].contains(&(given.status, after)), "{given:?} {after}");
    })
    .await;
}

#[tokio::test]
async fn two_tickets_about_one_matter_become_one() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let (one, other) = (agent.file().await, agent.file().await);

        let merged = act(&agent, &one, "merge", json!({ "into": other })).await;

        assert_eq!(merged.at("state"), "closed");
        assert_eq!(merged.at("substate"), "merged");
        assert_eq!(merged.at("merged_into"), &json!(other));
    })
    .await;
}

#[tokio::test]
async fn tickets_are_linked_and_a_second_matter_is_split_off() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let (one, other) = (agent.file().await, agent.file().await);

        let linked = act(&agent, &one, "link", json!({ "to": other })).await;
        let parted = act(&agent, &one, "unlink", json!({ "to": other })).await;
        let message = linked.at("newest_message").clone();
        let split =
            act(&agent, &one, "split", json!({ "message": message, "subject": "另一件" })).await;

        assert_eq!(linked.at("links.0.number"), &json!(other));
        assert_eq!(parted.at("links"), &json!([]));
        assert_eq!(split.status, 201);
        let new = agent.get(split.header("location")).await;
        assert_eq!(new.at("subject"), "另一件");
    })
    .await;
}

#[tokio::test]
async fn c_07_many_are_handed_over_with_an_answer_for_each() {
    both(|desk| async move {
        let leader = Program::of(&desk, "wangzhuguan").await;
        let agent = Program::of(&desk, "zhangqi").await;
        let (one, other) = (agent.file().await, agent.file().await);
        let elsewhere = desk.file_elsewhere().await.number().to_string();
        let body = json!({ "tickets": [one, other, elsewhere], "agent": "刘洋" });

        let handed = leader.post("/api/v1/tickets/reassign", body).await;

        assert_eq!(handed.status, 200, "{handed:?}");
        let results = handed.at("results").as_array().unwrap();
        let of = |number: &String| {
            results.iter().find(|result| result["number"] == json!(number)).unwrap().clone()
        };
        assert_eq!(of(&one)["handed"], true, "{results:?}");
        assert_eq!(of(&other)["handed"], true);
        assert_eq!(of(&elsewhere)["handed"], false);
        assert!(of(&elsewhere)["refused"].is_string());
    })
    .await;
}

#[tokio::test]
async fn the_second_to_change_a_field_is_told_so() {
    both(|desk| async move {
        let (agent, colleague) =
            (Program::of(&desk, "zhangqi").await, Program::of(&desk, "liuyang").await);
        let ticket = agent.file().await;
        let path = format!("/api/v1/tickets/{ticket}");
        let first = json!({ "subject": { "from": "收到假货", "to": "怀疑是假货" } });
        let second = json!({
            "subject": { "from": "收到假货", "to": "精华液" },
            "fields": { "batch": { "from": "L2209", "to": "L2210" } },
        });

        let made = agent.patch(&path, first).await;
        let partly = colleague.patch(&path, second).await;

        assert_eq!((made.status, made.at("conflicts")), (200, &json!([])), "{made:?}");
        assert_eq!(partly.status, 200, "{partly:?}");
        assert_eq!(partly.at("conflicts.0.field"), "subject");
        assert_eq!(partly.at("conflicts.0.theirs"), "怀疑是假货");
        assert_eq!(partly.at("ticket.subject"), "怀疑是假货");
        assert_eq!(partly.at("ticket.fields.1.value"), "L2210");
    })
    .await;
}

/// An identity number is shown with stars, and a program says what it was shown (B-12).
#[tokio::test]
async fn what_was_shown_with_stars_can_be_changed() {
    both(|desk| async move {
        let identity = desk::NewField {
            category: desk.cast.complaint,
            key: "identity".into(),
            label: "身份证号".into(),
            help: None,
            kind: FieldKind::IdNumber,
            required: false,
        };
        desk.create_field(&Actor::System, identity).await.unwrap();
        let agent = Program::of(&desk, "zhangqi").await;
        let colleague = Program::of(&desk, "liuyang").await;
        let path = format!("/api/v1/tickets/{}", agent.file().await);
        let change =
            |from: Value, to: &str| json!({ "fields": { "identity": { "from": from, "to": to } } });
        let stars = "110105********002X";

        let written = agent.patch(&path, change(Value::Null, "11010519491231002X")).await;
        let changed = agent.patch(&path, change(json!(stars), "11010119900307109X")).await;
        let late = colleague.patch(&path, change(json!(stars), "11010519491231002X")).await;

        assert_eq!(written.at("ticket.fields.2.value"), stars, "{written:?}");
        assert_eq!((changed.status, changed.at("conflicts")), (200, &json!([])), "{changed:?}");
        assert_eq!(changed.at("ticket.fields.2.value"), "110101********109X");
        assert_eq!(late.at("conflicts.0.theirs"), "110101********109X", "{late:?}");
    })
    .await;
}
