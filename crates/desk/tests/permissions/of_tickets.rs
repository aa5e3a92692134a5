//! What can be done with a ticket.

use bytes::Bytes;
use desk::{Ask, Completion, Result, Say, Then, WaitPlan};
use domain::actor::Actor;
use domain::calculator::{NewCalculation, WriteTo};
use domain::case_file::Audience;
use domain::event::Asked;
use domain::id::{AgentId, AttachmentId, CalculatorId, MessageId, PartnerId, TaskId, TicketId};
use domain::identity::IdentityMethod::CallBack;
use domain::identity::IdentityResult::Passed;
use domain::message::MessageKind;
use domain::narrow::{AskToConfirm, NarrowAnswer};
use domain::page::{Edit, EditField, Filing};
use domain::ticket::{LinkKind, ResolutionCode, Stars, WaitFor};
use testkit::TestDesk;

use super::at_large::doubled;
use super::everybody::{Place, a_partner, file, first_task};
use super::{of_supervisions, of_things};

pub const OPERATIONS: [&str; 56] = [
    "ticket_page",
    "timeline",
    "progress",
    "download",
    "reply",
    "note",
    "save_draft",
    "claim",
    "complete",
    "send_back",
    "assign_task",
    "ask",
    "add_signer",
    "run_action",
    "actions_of",
    "possible_acts",
    "add_reference",
    "remove_reference",
    "references",
    "things_now",
    "transfer",
    "escalate",
    "reassign",
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
    "unlink",
    "attend",
    "leave",
    "link_key",
    "case_file",
    "take_case_file",
    "take it outside",
    "check_identity",
    "calculations",
    "calculate",
    "supervise",
    "supervision",
    "acknowledge_supervision",
    "report_on_supervision",
    "lift_supervision",
    "ask_to_confirm",
    "lay_down_lines",
    "invite_partner",
    "partner_desk",
    "narrow_page",
    "answer_task",
];

pub struct Scene {
    place: Place,
    ticket: TicketId,
    second: TicketId,
    task: TaskId,
    message: MessageId,
    photo: AttachmentId,
    colleague: AgentId,
    calculator: CalculatorId,
    partner: PartnerId,
}

/// Two new tickets there, the first of them with a photo.
pub async fn scene(desk: &TestDesk, place: Place) -> Scene {
    let filing =
        Filing { description: "收到的和专柜的不一样。".into(), ..desk.filing() };
    let requester = if place == Place::Own { desk.customer() } else { desk.other_customer() };
    let photo = Bytes::from_static(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let photo = desk.upload(&requester, "批号.png", photo).await.unwrap().attachment.id;
    let ticket = file(desk, place, Filing { attachments: vec![photo], ..filing.clone() }).await;
    let page = desk.ticket_page(&desk.admin().await, ticket).await.unwrap();
    Scene {
        place,
        ticket,
        second: file(desk, place, filing).await,
        task: first_task(desk, ticket).await,
        message: page.newest_message.unwrap(),
        photo,
        colleague: match place {
            Place::Own | Place::Group => desk.cast.colleague,
            Place::Elsewhere => desk.cast.outsider,
        },
        calculator: calculator(desk).await,
        partner: a_partner(desk).await,
    }
}

pub async fn attempt(desk: &TestDesk, who: &Actor, what: &str, scene: &Scene) -> Result<()> {
    let Scene { ticket, second, task, message, photo, colleague, .. } = *scene;
    let who = &present(who, scene);
    let plan = WaitPlan { wait_for: WaitFor::Customer, reason: "等".into(), wake_at: None };
    let urgent =
        Edit { field: EditField::Urgency, from: Some("medium".into()), to: Some("high".into()) };
    match what {
        "ticket_page" => desk.ticket_page(who, ticket).await.map(drop),
        "timeline" => desk.timeline(who, ticket, None).await.map(drop),
        "progress" => desk.progress(who, ticket).await.map(drop),
        "download" => desk.download(who, photo).await.map(drop),
        "reply" => desk.say(who, ticket, say(MessageKind::PublicReply)).await.map(drop),
        "note" => desk.say(who, ticket, say(MessageKind::Note)).await.map(drop),
        "save_draft" => desk.save_draft(who, ticket, MessageKind::Note, "草稿", None).await,
        "claim" => desk.claim(who, task).await.map(drop),
        "complete" => desk.complete(who, task, Completion::default()).await.map(drop),
        "send_back" => desk.send_back(who, task, "退回".into()).await.map(drop),
        "assign_task" => desk.assign_task(who, task, colleague).await.map(drop),
        "ask" => desk.ask(who, ticket, ask(colleague)).await.map(drop),
        "add_signer" => desk.add_signer(who, task, colleague, "请看".into()).await.map(drop),
        "transfer" => desk.transfer(who, ticket, None, Some(colleague), None).await,
        "escalate" => desk.escalate(who, ticket, "解决不了".into()).await,
        "reassign" => reassigned(desk, who, ticket, colleague).await,
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
        "split" => desk.split(who, ticket, message, "另一件".into()).await.map(drop),
        "link" => desk.link(who, ticket, second, LinkKind::Related).await,
        "unlink" => desk.unlink(who, ticket, second, LinkKind::Related).await,
        "attend" => desk.attend(who, ticket, false).await.map(drop),
        "leave" => desk.leave(who, ticket).await,
        "link_key" => desk.link_key(who, ticket).await.map(drop),
        "case_file" => desk.case_file(who, ticket, Audience::Internal).await.map(drop),
        "take_case_file" => desk.take_case_file(who, ticket, Audience::Internal).await.map(drop),
        "take it outside" => desk.take_case_file(who, ticket, Audience::Regulator).await.map(drop),
        "check_identity" => desk.check_identity(who, ticket, CallBack, Passed).await,
        "calculations" => desk.calculations(who, ticket).await.map(drop),
        "calculate" => desk.calculate(who, ticket, two(scene.calculator)).await.map(drop),
        "ask_to_confirm" => desk.ask_to_confirm(who, penalty(scene)).await.map(drop),
        "lay_down_lines" => {
            desk.lay_down_lines(who, ticket, None, &[("迟发".into(), "1".into())]).await
        }
        "invite_partner" => desk.invite_partner(who, task).await,
        "partner_desk" => desk.partner_desk(who, ticket).await.map(drop),
        "narrow_page" => desk.narrow_page(who, task).await.map(drop),
        "answer_task" => desk.answer_task(who, task, NarrowAnswer::default()).await,
        "supervise" => {
            desk.supervise(who, of_supervisions::order(desk, vec![ticket])).await.map(drop)
        }
        "supervision"
        | "acknowledge_supervision"
        | "report_on_supervision"
        | "lift_supervision" => of_supervisions::attempt(desk, who, what, ticket).await,
        other => of_things::attempt(desk, who, other, ticket).await,
    }
}

/// The link opens 王小美's ticket and no other.
fn present(who: &Actor, scene: &Scene) -> Actor {
    match who {
        Actor::Link { customer, .. } if scene.place == Place::Own => {
            Actor::Link { ticket: scene.ticket, customer: *customer }
        }
        other => other.clone(),
    }
}

fn penalty(scene: &Scene) -> AskToConfirm {
    AskToConfirm {
        ticket: scene.ticket,
        partner: scene.partner,
        question: "罚款".into(),
        lines: vec![("迟发".into(), "1".into())],
        attachments: vec![],
        due_at: None,
    }
}

async fn calculator(desk: &TestDesk) -> CalculatorId {
    let id = desk.create_calculator(&Actor::System, doubled()).await.unwrap();
    desk.publish_calculator(&Actor::System, id, 1, None).await.unwrap();
    id
}

fn two(calculator: CalculatorId) -> NewCalculation {
    NewCalculation { calculator, version: 1, given: vec!["1".into()], write_to: WriteTo::Nothing }
}

fn ask(whom: AgentId) -> Ask {
    Ask { to: vec![Asked::Agent(whom)], question: "属实吗？".into(), due_at: None, hold: None }
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

/// The call is answered as a whole, and each ticket in it by a code.
async fn reassigned(desk: &TestDesk, who: &Actor, ticket: TicketId, to: AgentId) -> Result<()> {
    let handed = desk.reassign(who, vec![ticket], None, Some(to), None).await?;
    match handed[0].refused.as_deref() {
        None => Ok(()),
        Some("forbidden") => Err(desk::DeskError::Forbidden),
        Some("not_found") => Err(desk::DeskError::NotFound),
        Some(other) => panic!("{other}"),
    }
}
