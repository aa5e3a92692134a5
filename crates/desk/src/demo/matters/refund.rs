//! An after-sales anomaly the shop's own system reports (A-14, J-04): a refund, once.

use domain::flow::kind::{Answer, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::{FieldUse, Flow, Outcome, Step, StepField};

use super::{Matter, action, handler_of, work};

pub fn matter() -> Matter {
    Matter {
        path: "系统/售后/售后异常",
        hint: "订单系统自动上报的异常",
        team: "退款组",
        targets: (2, 24),
        form: "order! amount",
        flow_name: "售后异常退款",
        flow: Flow { steps: steps(), ..Flow::default() },
    }
}

fn steps() -> Vec<Step> {
    let answer = |word: &str, label: &str| Answer {
        outcome: Outcome::new(word),
        label: label.to_owned(),
        needs_note: false,
    };
    let verdict = StepKind::Question {
        answers: vec![answer("refund", "退款"), answer("none", "无需退款")],
    };
    let field = |key: &str, usage| StepField { key: key.to_owned(), usage, roles: Vec::new() };
    let mut judge = Step::new("judge", "处理结论", verdict, OwnerRule::Queue)
        .on("refund", "refund")
        .on("none", "tell");
    judge.fields = vec![field("order", FieldUse::Show), field("amount", FieldUse::Edit)];
    vec![
        judge,
        action("refund", "订单系统退款", "refund", "tell", "fix"),
        work("fix", "退款失败，人工处理", handler_of("judge")).then("tell"),
        Step::new("tell", "告知客户", StepKind::Feedback, OwnerRule::TicketOwner).then_end(),
    ]
}
