//! Suppliers and merchants: what they are sent, how they come in, what they see and answer.

use bytes::Bytes;
use desk::{Ask, Clock, Desk, DeskError, NewContact, TokenScope};
use domain::actor::Actor;
use domain::confirming::Verdict;
use domain::event::{Asked, By, What};
use domain::flow::kind::StepKind;
use domain::flow::owner::OwnerRule;
use domain::flow::{Flow, Step};
use domain::id::{ContactId, PartnerId, TaskId, TicketId};
use domain::list::{PageSize, Shelf, TicketQuery};
use domain::narrow::{
    AskToConfirm, Doorway, LineAnswer, NarrowAnswer, NarrowPage, Signing, Standing,
};
use domain::page::{Entry, Filing};
use domain::partner::PartnerKind;
use domain::time::Span;
use testkit::{TestDesk, both};

use crate::flowing::{mine, run};

const FROM: &str = "203.0.113.7";

pub struct Supplier {
    pub partner: PartnerId,
    contact: ContactId,
}

/// 华美电子, and 李姐 who answers for it.
pub async fn supplier(desk: &TestDesk, name: &str, phone: &str) -> Supplier {
    let system = Actor::System;
    let partner = desk.create_partner(&system, PartnerKind::Supplier, name).await.unwrap();
    let contact = NewContact {
        partner: Some(partner),
        name: "李姐".into(),
        phone: Some(phone.into()),
        email: None,
    };
    let contact = desk.add_contact(&system, contact).await.unwrap();
    Supplier { partner, contact }
}

pub async fn huamei(desk: &TestDesk) -> Supplier {
    supplier(desk, "华美电子", "13700001111").await
}

/// 张琪 has the ticket.
async fn taken(desk: &TestDesk) -> TicketId {
    let ticket = desk.file_ticket().await;
    let me = desk.agent().await;
    desk.claim(&me, desk.queue_of(&me).await[0].id).await.unwrap();
    ticket
}

pub fn penalty(ticket: TicketId, partner: PartnerId) -> AskToConfirm {
    AskToConfirm {
        ticket,
        partner,
        question: "10 月质量罚款".into(),
        lines: [("迟发 3 单", "300"), ("错发 1 单", "1,200.50"), ("", "")]
            .map(|(label, amount)| (label.to_owned(), amount.to_owned()))
            .into(),
        attachments: vec![],
        due_at: None,
    }
}

/// 张琪 sends it, and the letters go out.
pub async fn sent(desk: &TestDesk, supplier: &Supplier) -> (TicketId, TaskId) {
    let ticket = taken(desk).await;
    let ask = penalty(ticket, supplier.partner);
    let task = desk.ask_to_confirm(&desk.agent().await, ask).await.unwrap();
    all_jobs(desk).await;
    (ticket, task)
}

async fn all_jobs(desk: &TestDesk) {
    while desk.do_next_job().await.unwrap() {}
}

/// What stands behind `/p/` in the newest letter.
pub fn link(desk: &TestDesk) -> String {
    let letters = desk.mailbox.letters();
    let found = letters.iter().rev().find_map(|letter| letter.body.split("/p/").nth(1).map(cut));
    found.expect("a letter with a link")
}

fn cut(rest: &str) -> String {
    rest.chars().take_while(|c| !c.is_whitespace()).collect()
}

/// The newest letter's six digits.
fn code(desk: &TestDesk) -> String {
    let letter = desk.mailbox.letters().pop().unwrap();
    letter.body.split(|c: char| !c.is_ascii_digit()).find(|it| it.len() == 6).unwrap().to_owned()
}

/// Comes in by the link, with the code.
pub async fn enter(desk: &TestDesk, link: &str) -> (Actor, String) {
    desk.request_partner_code(link, FROM).await.unwrap();
    let session = desk.enter_as_partner(link, &code(desk), FROM, None).await.unwrap().token;
    let (who, _) = desk.link_partner(link, Some(&session)).await.unwrap();
    (who, session)
}

pub fn said(page: &NarrowPage, verdicts: &[Verdict]) -> Vec<LineAnswer> {
    let lines = page.lines.iter().zip(verdicts);
    let answer = |line, verdict: &Verdict| LineAnswer {
        line,
        verdict: verdict.as_str().into(),
        comment: (*verdict == Verdict::Disputed).then(|| "已按时补发".into()),
        photo: None,
    };
    lines.map(|(line, verdict)| answer(line.id, verdict)).collect()
}

fn typed_name() -> Signing {
    Signing { name: "李姐".into(), drawn: None }
}

async fn happened(desk: &TestDesk, ticket: TicketId) -> Vec<Entry> {
    desk.timeline(&desk.admin().await, ticket, None).await.unwrap().entries
}

pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

#[tokio::test]
async fn d_20_a_supplier_confirms_and_disputes_line_by_line_and_signs() {
    both(|desk| async move {
        let supplier = huamei(&desk).await;
        let (ticket, task) = sent(&desk, &supplier).await;
        let (who, _) = enter(&desk, &link(&desk)).await;
        let page = desk.narrow_page(&who, task).await.unwrap();
        let photo = desk.upload(&who, "签收单.png", Bytes::from_static(PNG)).await.unwrap();
        let drawn = desk.upload(&who, "signature.png", Bytes::from_static(PNG)).await.unwrap();
        let mut lines = said(&page, &[Verdict::Disputed, Verdict::Confirmed]);
        lines[0].photo = Some(photo.attachment.id);
        let signing = Some(Signing { name: "李姐".into(), drawn: Some(drawn.attachment.id) });

        let answer = NarrowAnswer { lines, signing, ..NarrowAnswer::default() };
        desk.answer_task(&who, task, answer).await.unwrap();

        let desk_page = desk.partner_desk(&desk.agent().await, ticket).await.unwrap();
        let [done] = &desk_page.confirmations[..] else { panic!("{desk_page:?}") };
        let signature = done.signature.as_ref().expect("k_06 a signature");
        assert!(done.lines[0].is(Verdict::Disputed) && done.lines[1].is(Verdict::Confirmed));
        assert_eq!(done.lines[1].amount, 120_050);
        assert_eq!((signature.name.as_str(), signature.sha256.len()), ("李姐", 64));
        assert_eq!(signature.at, desk.clock.now());
        let entries = happened(&desk, ticket).await;
        let record = entries.iter().find(|it| matches!(it.what(), What::LineDecided { verdict: Verdict::Disputed, .. }));
        let record = record.expect("the timeline is the legal record");
        assert_eq!(record.event.by, By::Contact(supplier.contact));
        assert_eq!(record.who.as_deref(), Some("李姐 · 华美电子"));
        assert!(entries.iter().any(|it| matches!(it.what(), What::Signed { sha256, .. } if *sha256 == signature.sha256)));
        let seen = desk.narrow_page(&who, task).await.unwrap();
        assert!(matches!(seen.standing, Standing::Answered { outcome: Some(outcome), .. } if outcome == "disputed"));
        let agents = desk.download(&desk.agent().await, photo.attachment.id).await;
        assert!(agents.is_ok(), "whoever reads the ticket sees the proof");
    })
    .await;
}

#[tokio::test]
async fn d_20_every_line_is_decided_and_signed_or_nothing_is() {
    both(|desk| async move {
        let supplier = huamei(&desk).await;
        let (_, task) = sent(&desk, &supplier).await;
        let (who, _) = enter(&desk, &link(&desk)).await;
        let page = desk.narrow_page(&who, task).await.unwrap();
        let mut lines = said(&page, &[Verdict::Disputed]);
        lines[0].comment = None;

        let refused = desk
            .answer_task(&who, task, NarrowAnswer { lines, ..NarrowAnswer::default() })
            .await
            .unwrap_err();

        let DeskError::Invalid(flaws) = refused else { panic!("{refused:?}") };
        let [first, second] = [&page.lines[0], &page.lines[1]].map(|line| line.id);
        assert!(flaws.of(&format!("lines.{first}.comment")).is_some());
        assert!(flaws.of(&format!("lines.{second}")).is_some());
        assert!(flaws.of("signature").is_some());
        assert!(desk.narrow_page(&who, task).await.unwrap().is_open());
    })
    .await;
}

#[tokio::test]
async fn d_05_a_link_that_is_forged_altered_expired_or_anothers_shows_nothing() {
    both(|desk| async move {
        let (supplier, other) =
            (huamei(&desk).await, supplier(&desk, "远东物流", "13700002222").await);
        let (_, _) = sent(&desk, &other).await;
        let theirs = link(&desk);
        let (_, session) = enter(&desk, &theirs).await;
        let (_, task) = sent(&desk, &supplier).await;
        let good = link(&desk);
        let mut altered = good.clone().into_bytes();
        altered[3] = if altered[3] == b'A' { b'B' } else { b'A' };
        let altered = String::from_utf8(altered).unwrap();

        for bad in ["", "nonsense", &altered, &good[..good.len() - 2]] {
            assert!(
                matches!(desk.doorway(bad, None, false).await, Err(DeskError::NotFound)),
                "{bad}"
            );
            let code = desk.request_partner_code(bad, FROM).await;
            assert!(matches!(code, Err(DeskError::NotFound)), "{bad}");
        }
        let locked = desk.doorway(&good, Some(&session), false).await.unwrap();
        assert!(
            matches!(locked, Doorway::Locked { .. }),
            "another partner's session opens nothing"
        );
        let (stranger, _) = desk.link_partner(&theirs, Some(&session)).await.unwrap();
        let page = desk.narrow_page(&stranger, task).await;
        let answer = desk.answer_task(&stranger, task, NarrowAnswer::default()).await;
        assert!(matches!(page, Err(DeskError::NotFound)));
        assert!(matches!(answer, Err(DeskError::NotFound)));
        desk.clock.pass(Span::days(30));
        assert!(matches!(desk.doorway(&good, None, false).await, Err(DeskError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn d_05_a_link_alone_opens_nothing_and_what_was_answered_long_ago_is_gone() {
    both(|desk| async move {
        let supplier = huamei(&desk).await;
        let (_, task) = sent(&desk, &supplier).await;
        let link = link(&desk);

        let before = desk.doorway(&link, None, false).await.unwrap();
        assert_eq!(before, Doorway::Locked { reach: Some("137 **** 1111".into()), sent: false });
        let (who, session) = enter(&desk, &link).await;
        let page = desk.narrow_page(&who, task).await.unwrap();
        let lines = said(&page, &[Verdict::Confirmed, Verdict::Confirmed]);
        let answer = NarrowAnswer { lines, signing: Some(typed_name()), ..NarrowAnswer::default() };
        desk.answer_task(&who, task, answer).await.unwrap();
        let after = desk.doorway(&link, Some(&session), false).await.unwrap();
        assert!(matches!(after, Doorway::Open { .. }));

        desk.clock.pass(Span::hours(2));
        let ended = desk.doorway(&link, Some(&session), false).await.unwrap();
        assert!(matches!(ended, Doorway::Locked { .. }), "the session is short");
        desk.clock.pass(Span::days(14));
        assert!(matches!(desk.doorway(&link, None, false).await, Err(DeskError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn d_05_a_code_works_once_for_ten_minutes_and_is_not_guessed() {
    both(|desk| async move {
        let supplier = huamei(&desk).await;
        sent(&desk, &supplier).await;
        let link = link(&desk);
        let try_code = async |code: &str| desk.enter_as_partner(&link, code, FROM, None).await;

        desk.request_partner_code(&link, FROM).await.unwrap();
        let first = code(&desk);
        try_code(&first).await.unwrap();
        assert!(matches!(try_code(&first).await, Err(DeskError::Forbidden)), "once");
        desk.request_partner_code(&link, FROM).await.unwrap();
        let second = code(&desk);
        desk.clock.pass(Span::minutes(10));
        assert!(matches!(try_code(&second).await, Err(DeskError::Forbidden)), "ten minutes");

        desk.clock.pass(Span::minutes(10));
        desk.request_partner_code(&link, FROM).await.unwrap();
        let third = code(&desk);
        let wrong = if third == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            assert!(matches!(try_code(wrong).await, Err(DeskError::Forbidden)));
        }
        assert!(matches!(try_code(&third).await, Err(DeskError::TooOften { .. })));
        desk.request_partner_code(&link, FROM).await.unwrap();
        desk.request_partner_code(&link, FROM).await.unwrap();
        let fourth = desk.request_partner_code(&link, FROM).await;
        assert!(matches!(fourth, Err(DeskError::TooOften { .. })), "letters are counted, too");
    })
    .await;
}

#[tokio::test]
async fn d_05_whoever_has_left_is_out_at_once() {
    both(|desk| async move {
        let supplier = huamei(&desk).await;
        sent(&desk, &supplier).await;
        let link = link(&desk);
        let (_, session) = enter(&desk, &link).await;

        desk.set_contact_active(&desk.admin().await, supplier.contact, false).await.unwrap();

        let left = desk.doorway(&link, Some(&session), false).await;
        assert!(matches!(left, Err(DeskError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn d_05_nothing_of_the_ticket_is_on_a_narrow_page_or_behind_it() {
    both(|desk| async move {
        let supplier = huamei(&desk).await;
        let (ticket, task) = sent(&desk, &supplier).await;
        let mine = desk.agent().await;
        let inside = desk.upload(&mine, "内部.png", Bytes::from_static(PNG)).await.unwrap();
        let note = desk::Say {
            kind: domain::message::MessageKind::Note,
            body: "内部备注：准备更换供应商".into(),
            attachments: vec![inside.attachment.id],
            mentions: vec![],
            seen: None,
            then: desk::Then::Nothing,
            idempotency_key: None,
        };
        desk.say(&mine, ticket, note).await.unwrap();
        let (who, _) = enter(&desk, &link(&desk)).await;

        let page = desk.narrow_page(&who, task).await.unwrap();

        let shown = serde_json::to_string(&page).unwrap();
        for inside in ["内部", "王小美", "13812345521", "精华", "8842"] {
            assert!(!shown.contains(inside), "{inside} in {shown}");
        }
        assert!(matches!(desk.ticket_page(&who, ticket).await, Err(DeskError::NotFound)));
        assert!(matches!(desk.timeline(&who, ticket, None).await, Err(DeskError::NotFound)));
        assert!(matches!(desk.progress(&who, ticket).await, Err(DeskError::NotFound)));
        assert!(matches!(desk.partner_desk(&who, ticket).await, Err(DeskError::Forbidden)));
        let words = TicketQuery { words: Some("精华".into()), ..TicketQuery::default() };
        assert!(matches!(desk.tickets(&who, words).await, Err(DeskError::Forbidden)));
        assert!(matches!(desk.live(&who, None).await, Err(DeskError::Forbidden)));
        let file = desk.download(&who, inside.attachment.id).await;
        assert!(matches!(file, Err(DeskError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn d_05_a_partners_answer_brings_back_what_waited_for_it() {
    both(|desk| async move {
        let supplier = huamei(&desk).await;
        let ticket = taken(&desk).await;
        let me = desk.agent().await;
        let handling = mine(&desk, &me).await[0].id;
        let to = vec![Asked::Partner(supplier.partner)];
        let ask =
            Ask { to, question: "何时补货？".into(), due_at: None, hold: Some(handling) };
        let task = desk.ask(&me, ticket, ask).await.unwrap()[0];
        all_jobs(&desk).await;
        let (who, _) = enter(&desk, &link(&desk)).await;
        assert_eq!(mine(&desk, &me).await.len(), 0);

        let silent = desk.answer_task(&who, task, NarrowAnswer::default()).await;
        let answer = NarrowAnswer { note: Some("周五到货".into()), ..NarrowAnswer::default() };
        desk.answer_task(&who, task, answer.clone()).await.unwrap();
        let again = desk.answer_task(&who, task, answer).await;

        assert!(matches!(silent, Err(DeskError::Invalid(_))));
        assert!(matches!(again, Err(DeskError::NotNow(_))));
        assert_eq!(mine(&desk, &me).await[0].id, handling);
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        assert_eq!(page.asked[0].task.answer.as_deref(), Some("周五到货"));
    })
    .await;
}

/// Prepared by whoever handles the ticket, confirmed by the supplier, settled by the first again.
fn penalty_flow(partner: PartnerId) -> Flow {
    let supplier = OwnerRule::Partner { partner };
    let prepared = || OwnerRule::HandlerOf { step: domain::flow::StepKey::new("prepare") };
    Flow {
        steps: vec![
            Step::new("prepare", "核对", StepKind::Work, OwnerRule::Queue).then("confirm"),
            Step::new("confirm", "供应商确认", StepKind::Confirmation, supplier)
                .on("confirmed", "settle")
                .on("disputed", "review"),
            Step::new("review", "复核", StepKind::Work, prepared()).then("settle"),
            Step::new("settle", "结算", StepKind::Work, prepared()).then_end(),
        ],
        ..Flow::default()
    }
}

#[tokio::test]
async fn d_20_a_step_takes_over_the_lines_that_were_laid_down_and_the_flow_goes_on() {
    both(|desk| async move {
        let supplier = huamei(&desk).await;
        run(&desk, penalty_flow(supplier.partner)).await;
        let ticket = taken(&desk).await;
        let me = desk.agent().await;
        let lines = [("迟发".to_owned(), "50".to_owned())];

        desk.lay_down_lines(&me, ticket, None, &lines).await.unwrap();
        desk.complete(&me, mine(&desk, &me).await[0].id, desk::Completion::default())
            .await
            .unwrap();
        all_jobs(&desk).await;
        let (who, _) = enter(&desk, &link(&desk)).await;
        let page = desk.partner_desk(&me, ticket).await.unwrap();
        let task = page.confirmations[0].task.expect("the step has taken them over");
        let shown = desk.narrow_page(&who, task).await.unwrap();
        let lines = said(&shown, &[Verdict::Disputed]);
        let answer = NarrowAnswer { lines, signing: Some(typed_name()), ..NarrowAnswer::default() };
        desk.answer_task(&who, task, answer).await.unwrap();

        assert_eq!(mine(&desk, &me).await[0].step, "复核", "disputed goes the other way");
    })
    .await;
}

#[tokio::test]
async fn a_06_a_suppliers_program_files_only_what_is_open_to_it_and_once() {
    both(|desk| async move {
        let supplier = huamei(&desk).await;
        let program = program(&desk, &supplier, "write").await;
        let filing = Filing { idempotency_key: Some("po-1".into()), ..desk.filing() };
        let file = async |filing: Filing| desk.file(&program, "partner", filing).await;

        let shut = file(filing.clone()).await;
        desk.open_to_partners(&desk.admin().await, &[desk.cast.complaint]).await.unwrap();
        let first = file(filing.clone()).await.unwrap();
        let again = file(filing.clone()).await.unwrap();
        let elsewhere =
            file(Filing { category: Some(desk.cast.question), fields: vec![], ..desk.filing() })
                .await;
        let other_door = desk.file(&program, "web", desk.filing()).await;

        assert!(matches!(shut, Err(DeskError::Invalid(_))), "nothing is open until it is named");
        assert_eq!((first.number, again.again), (again.number, true));
        assert!(
            matches!(elsewhere, Err(DeskError::Invalid(flaws)) if flaws.of("category").is_some())
        );
        assert!(matches!(other_door, Err(DeskError::Forbidden)));
        let page = desk.ticket_page(&desk.agent().await, first.number.0).await.unwrap();
        assert_eq!(page.customer.name, "李姐 · 华美电子");
    })
    .await;
}

async fn program(desk: &TestDesk, supplier: &Supplier, scope: &str) -> Actor {
    let scopes = TokenScope::named(scope).unwrap();
    let lasts = Desk::TOKEN_LASTS;
    let system = Actor::System;
    let granted = desk.create_partner_token(&system, supplier.contact, "ERP", &scopes, lasts).await;
    desk.bearer(&granted.unwrap().token).await.unwrap()
}

#[tokio::test]
async fn a_13_a_suppliers_program_sees_what_was_sent_to_it_and_answers_within_its_scope() {
    both(|desk| async move {
        let (supplier, other) =
            (huamei(&desk).await, supplier(&desk, "远东物流", "13700002222").await);
        let (ticket, task) = sent(&desk, &supplier).await;
        let [reads, writes] =
            [program(&desk, &supplier, "read").await, program(&desk, &supplier, "write").await];
        let stranger = program(&desk, &other, "write").await;
        let page = desk.narrow_page(&reads, task).await.unwrap();
        let lines = said(&page, &[Verdict::Confirmed, Verdict::Confirmed]);
        let key = Some("answer-1".to_owned());
        let answer = NarrowAnswer {
            lines,
            signing: Some(typed_name()),
            idempotency_key: key,
            ..NarrowAnswer::default()
        };

        assert_eq!(desk.narrow_tasks(&reads).await.unwrap()[0].id, task);
        assert_eq!(desk.narrow_tasks(&stranger).await.unwrap(), vec![]);
        let cut = desk.answer_task(&reads, task, answer.clone()).await;
        let strange = desk.answer_task(&stranger, task, answer.clone()).await;
        desk.answer_task(&writes, task, answer.clone()).await.unwrap();
        desk.answer_task(&writes, task, answer).await.unwrap();

        assert!(matches!(cut, Err(DeskError::Forbidden)));
        assert!(matches!(strange, Err(DeskError::NotFound)));
        assert!(matches!(desk.ticket_page(&writes, ticket).await, Err(DeskError::NotFound)));
        assert_eq!(desk.narrow_tasks(&writes).await.unwrap(), vec![]);
        let decided = happened(&desk, ticket).await;
        let decided = decided.iter().filter(|it| matches!(it.what(), What::LineDecided { .. }));
        assert_eq!(decided.count(), 2, "the same key twice is one answer");
    })
    .await;
}

#[tokio::test]
async fn d_26_business_staff_answer_their_question_and_see_nothing_else() {
    both(|desk| async move {
        let ticket = taken(&desk).await;
        let business = business(&desk).await;
        let me = business.agent().unwrap().id;
        let to = vec![Asked::Agent(me)];
        let ask = Ask { to, question: "有房吗？".into(), due_at: None, hold: None };
        let task = desk.ask(&desk.agent().await, ticket, ask).await.unwrap()[0];

        assert_eq!(desk.narrow_tasks(&business).await.unwrap()[0].title, "有房吗？");
        assert!(matches!(desk.ticket_page(&business, ticket).await, Err(DeskError::NotFound)));
        let list = desk.worklist(&business, Shelf::Mine, None, None, PageSize::default()).await;
        assert!(matches!(list, Err(DeskError::Forbidden)));
        let found = desk.tickets(&business, TicketQuery::default()).await;
        assert!(matches!(found, Err(DeskError::Forbidden)));
        assert!(matches!(desk.colleagues(&business).await, Err(DeskError::Forbidden)));
        let others = mine(&desk, &desk.agent().await).await[0].id;
        assert!(matches!(desk.narrow_page(&business, others).await, Err(DeskError::NotFound)));
        desk.upload(&business, "房态.png", Bytes::from_static(PNG)).await.unwrap();
        let answer = NarrowAnswer { note: Some("有".into()), ..NarrowAnswer::default() };
        desk.answer_task(&business, task, answer).await.unwrap();

        let page = desk.ticket_page(&desk.agent().await, ticket).await.unwrap();
        assert_eq!(page.asked[0].task.answer.as_deref(), Some("有"));
        assert_eq!(desk.narrow_tasks(&business).await.unwrap(), vec![]);
    })
    .await;
}

async fn business(desk: &TestDesk) -> Actor {
    let new = desk::NewAgent {
        login: "yewu".into(),
        name: "方泰".into(),
        department: desk.cast.centre,
        password: testkit::PASSWORD.into(),
        roles: vec![desk::standards::BUSINESS.into()],
    };
    desk.create_agent(&Actor::System, new).await.unwrap();
    desk.agent_by_login("yewu").await.unwrap().unwrap()
}

#[tokio::test]
async fn c_09_a_branch_is_told_which_regions_it_serves() {
    both(|desk| async move {
        let admin = desk.admin().await;
        let branch = desk.cast.complaints;

        desk.set_territory(&admin, branch, "浙江 / 杭州\n\n 上海 ").await.unwrap();

        let departments = desk.departments(&admin).await.unwrap();
        let served = departments.into_iter().find(|it| it.id == branch).unwrap().territory;
        assert_eq!(served, ["浙江 / 杭州", "上海"]);
        let refused = desk.set_territory(&desk.leader().await, branch, "").await;
        assert!(matches!(refused, Err(DeskError::Forbidden)));
    })
    .await;
}
