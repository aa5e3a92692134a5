//! Programs that act for an agent.

use desk::{Desk, DeskError, TokenScope};
use domain::actor::{Actor, Permission, Scope};
use domain::time::Span;
use testkit::{agent_of, both};

#[tokio::test]
async fn a_token_is_its_agent_cut_to_its_scopes() {
    both(|desk| async move {
        let scopes = TokenScope::named("read").unwrap();
        let granted =
            desk.create_token(&Actor::System, "zhangqi", "报表", &scopes, Desk::TOKEN_LASTS).await;
        let granted = granted.unwrap();

        let program = desk.bearer(&granted.token).await.unwrap();

        let program = agent_of(&program);
        assert!(granted.token.starts_with("gd_"));
        assert_eq!(program.id, desk.cast.agent);
        assert_eq!(program.grants.scope(Permission::ReadTickets), Some(Scope::Group));
        assert_eq!(program.grants.scope(Permission::Reply), None);
        assert_eq!(program.grants.scope(Permission::ReadBoards), None);
    })
    .await;
}

#[tokio::test]
async fn a_token_ends() {
    both(|desk| async move {
        let scopes = [TokenScope::TicketsRead];
        let lasts = Span::hours(1);
        let granted = desk.create_token(&Actor::System, "zhangqi", "一小时", &scopes, lasts).await;
        let token = granted.unwrap().token;

        desk.clock.pass(Span::hours(1));

        assert!(matches!(desk.bearer(&token).await, Err(DeskError::SignedOut)));
        assert!(matches!(desk.bearer("gd_made-up").await, Err(DeskError::SignedOut)));
    })
    .await;
}

#[tokio::test]
async fn only_administrators_give_tokens() {
    both(|desk| async move {
        let scopes = TokenScope::ALL;
        let lasts = Desk::TOKEN_LASTS;
        let mine = desk.create_token(&Actor::System, "admin", "只读", &scopes[..1], lasts).await;
        let cut = desk.bearer(&mine.unwrap().token).await.unwrap();

        for actor in [desk.agent().await, desk.leader().await, cut, desk.customer()] {
            let refused = desk.create_token(&actor, "zhangqi", "全部", &scopes, lasts).await;
            assert!(matches!(refused, Err(DeskError::Forbidden)));
        }
        let admin = desk.admin().await;
        assert!(desk.create_token(&admin, "zhangqi", "全部", &scopes, lasts).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_token_for_nobody_or_for_nothing_is_refused() {
    both(|desk| async move {
        let scopes = [TokenScope::TicketsRead];
        let lasts = Desk::TOKEN_LASTS;

        let nobody = desk.create_token(&Actor::System, "nobody", "x", &scopes, lasts).await;
        let nothing = desk.create_token(&Actor::System, "zhangqi", "x", &[], lasts).await;
        let ended = desk.create_token(&Actor::System, "zhangqi", "x", &scopes, Span(0)).await;

        for refused in [nobody, nothing, ended] {
            assert!(matches!(refused, Err(DeskError::Invalid(_))));
        }
    })
    .await;
}
