//! Every operation × everybody × whose ticket it is: the table of who may do what.
//!
//! Each cell tries the operation on a fresh desk's ticket. `+` was let through (even if the state
//! then refused it), `-` was forbidden, `.` was told that there is no such ticket.

use std::fmt::Write;

use desk::{DeskError, Result, Say, Then, WaitPlan};
use domain::actor::Actor;
use domain::id::{AgentId, TaskId, TicketId};
use domain::message::MessageKind;
use domain::page::{Edit, EditField};
use domain::ticket::{LinkKind, ResolutionCode, Stars, WaitFor};
use testkit::{Database, TestDesk, agent_of};

const OPERATIONS: [&str; 24] = [
    "ticket_page",
    "timeline",
    "progress",
    "reply",
    "note",
    "claim",
    "complete",
    "send_back",
    "transfer",
    "wait",
    "resume",
    "resolve",
    "reopen",
    "close",
    "edit",
    "follow",
    "urge",
    "rate",
    "merge",
    "split",
    "link",
    "draft",
    "attend",
    "link_key",
];

struct Scene {
    ticket: TicketId,
    second: TicketId,
    task: TaskId,
    colleague: AgentId,
}

fn say(kind: MessageKind) -> Say {
    Say {
        kind,
        body: "一句话".into(),
        attachments: vec![],
        mentions: vec![],
        seen: None,
        then: Then::Nothing,
        idempotency_key: None,
    }
}

async fn attempt(desk: &TestDesk, who: &Actor, what: &str, scene: &Scene) -> Result<()> {
    let Scene { ticket, second, task, colleague } = *scene;
    let plan = WaitPlan { wait_for: WaitFor::Customer, reason: "等".into(), wake_at: None };
    let urgent =
        Edit { field: EditField::Urgency, from: Some("medium".into()), to: Some("high".into()) };
    match what {
        "ticket_page" => desk.ticket_page(who, ticket).await.map(drop),
        "timeline" => desk.timeline(who, ticket, None).await.map(drop),
        "progress" => desk.progress(who, ticket).await.map(drop),
        "reply" => desk.say(who, ticket, say(MessageKind::PublicReply)).await.map(drop),
        "note" => desk.say(who, ticket, say(MessageKind::Note)).await.map(drop),
        "claim" => desk.claim(who, task).await.map(drop),
        "complete" => desk.complete(who, task, None, None).await.map(drop),
        "send_back" => desk.send_back(who, task, "退回".into()).await.map(drop),
        "transfer" => desk.transfer(who, ticket, None, Some(colleague), None).await,
        "wait" => desk.wait(who, ticket, plan).await,
        "resume" => desk.resume(who, ticket).await,
        "resolve" => desk.resolve(who, ticket, ResolutionCode::Solved, None).await,
        "reopen" => desk.reopen(who, ticket, None).await,
        "close" => desk.close(who, ticket).await,
        "edit" => desk.edit(who, ticket, vec![urgent]).await.map(drop),
        "follow" => desk.follow(who, ticket, true).await,
        "urge" => desk.urge(who, ticket).await,
        "rate" => desk.rate(who, ticket, Stars::try_from(5).unwrap(), None, None).await,
        "merge" => desk.merge(who, second, ticket).await,
        "split" => {
            let message = domain::id::MessageId(1);
            desk.split(who, ticket, message, "另一件".into()).await.map(drop)
        }
        "link" => desk.link(who, ticket, second, LinkKind::Related).await,
        "draft" => desk.save_draft(who, ticket, MessageKind::Note, "草稿", None).await,
        "attend" => desk.attend(who, ticket, false).await.map(drop),
        "link_key" => desk.link_key(who, ticket).await.map(drop),
        other => unreachable!("{other}"),
    }
}

fn mark(outcome: &Result<()>) -> char {
    match outcome {
        Err(DeskError::Forbidden) => '-',
        Err(DeskError::NotFound) => '.',
        Ok(()) | Err(_) => '+',
    }
}

async fn scene(desk: &TestDesk, elsewhere: bool) -> Scene {
    let (ticket, second) = if elsewhere {
        (desk.file_elsewhere().await, desk.file_elsewhere().await)
    } else {
        (desk.file_ticket().await, desk.file_ticket().await)
    };
    let admin = desk.admin().await;
    let task = desk.ticket_page(&admin, ticket).await.unwrap().tasks[0].task.id;
    let colleague =
        if elsewhere { agent_of(&desk.outsider().await).id } else { desk.cast.colleague };
    Scene { ticket, second, task, colleague }
}

async fn row(desk: &TestDesk, who: &Actor, elsewhere: bool) -> String {
    let mut row = String::new();
    for what in OPERATIONS {
        let scene = scene(desk, elsewhere).await;
        row.push(mark(&attempt(desk, who, what, &scene).await));
    }
    row
}

/// The rows are the cast; the columns are [`OPERATIONS`] in their order. A change to who may do
/// what shows up here as a changed character.
#[tokio::test]
async fn p_02_who_may_do_what_to_whose_ticket() {
    let desk = TestDesk::open(Database::Sqlite).await;
    let cast = [
        ("agent", desk.agent().await),
        ("leader", desk.leader().await),
        ("observer", desk.observer().await),
        ("admin", desk.admin().await),
        ("customer", desk.customer()),
        ("other_customer", desk.other_customer()),
        ("visitor", Actor::Visitor),
    ];
    let mut table = String::new();
    for (name, who) in &cast {
        let own = row(&desk, who, false).await;
        let others = row(&desk, who, true).await;
        writeln!(table, "{name:14} own {own} other {others}").unwrap();
    }

    insta::assert_snapshot!(table);
}

/// The same, of an agent who has no business with the ticket at all.
#[tokio::test]
async fn another_departments_agent_does_not_learn_that_a_ticket_exists() {
    let desk = TestDesk::open(Database::Sqlite).await;
    let outsider = desk.outsider().await;

    for what in OPERATIONS {
        let scene = scene(&desk, false).await;
        let outcome = attempt(&desk, &outsider, what, &scene).await;
        assert!(matches!(outcome, Err(DeskError::NotFound)), "{what}: {outcome:?}");
    }
}
