//! A compensation (D-11): an amount is entered, reviewed by whom it takes, and paid; what fails comes
//! back as a new task.

use domain::flow::facts::{Is, Test};
use domain::flow::kind::{Answer, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::{FieldUse, Flow, Outcome, Step, StepField, StepKey, Transition};

use super::offices::Offices;
use super::{Matter, action, handler_of, way, work};

/// What a department's leader may approve, in fen.
const SMALL: i64 = 50_000;

pub fn matter(offices: &Offices) -> Matter {
    Matter {
        path: "申请/赔付/商品赔付",
        hint: "假货、质量问题的赔付",
        team: "售后一组",
        targets: (4, 72),
        form: "order! amount payout reason",
        flow_name: "商品赔付",
        flow: Flow { steps: steps(offices), strict: true, reopen_at: Some(StepKey::new("enter")) },
    }
}

fn steps(offices: &Offices) -> Vec<Step> {
    let director = OwnerRule::Department { department: offices.company };
    let mut enter = work("enter", "核定赔付金额", OwnerRule::Queue);
    enter.instructions = Some("按赔付规则计算金额，可以用右侧的计算器。".into());
    enter.fields = vec![show("order"), show("amount"), require("payout")];
    enter.deadline_hours = Some(4);
    enter.next = reviews();
    let mut again = work("again", "二次处理", handler_of("enter"));
    again.fields = vec![show("order"), edit("payout")];
    again.next = reviews();
    let fix = StepKind::Question {
        answers: vec![answer("retry", "重新付款", false), answer("paid", "已线下付款", true)],
    };
    vec![
        enter,
        review("review", "赔付审核", OwnerRule::Superior),
        review("director", "赔付审核（大额）", director),
        again,
        action("pay", "支付赔付款", "pay", "tell", "fix"),
        Step::new("fix", "付款失败，人工处理", fix, handler_of("enter"))
            .on("retry", "pay")
            .on("paid", "tell"),
        Step::new("tell", "告知客户", StepKind::Feedback, OwnerRule::TicketOwner).then_end(),
    ]
}

/// The amount decides who has to look at it (D-19).
fn reviews() -> Vec<Transition> {
    let small = Test { fact: "payout".into(), is: Is::AtMost(SMALL) };
    vec![way(None, vec![small], "review"), way(None, vec![], "director")]
}

fn review(key: &str, name: &str, owner: OwnerRule) -> Step {
    let mut review = Step::new(key, name, StepKind::Approval, owner)
        .on(StepKind::APPROVED, "pay")
        .on(StepKind::REFUSED, "again");
    review.fields = vec![show("order"), show("amount"), show("payout")];
    review.deadline_hours = Some(8);
    review
}

fn answer(word: &str, label: &str, needs_note: bool) -> Answer {
    Answer { outcome: Outcome::new(word), label: label.to_owned(), needs_note }
}

fn show(key: &str) -> StepField {
    field(key, FieldUse::Show)
}

fn edit(key: &str) -> StepField {
    field(key, FieldUse::Edit)
}

fn require(key: &str) -> StepField {
    field(key, FieldUse::Require)
}

fn field(key: &str, usage: FieldUse) -> StepField {
    StepField { key: key.to_owned(), usage, roles: Vec::new() }
}
