//! A repair at home (C-09, D-17): the customer agrees to what it costs, the branch of their region
//! goes there, and the centre, which has the ticket all the time, tells them how it went.

use domain::flow::kind::{Answer, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::{Evidence, FieldUse, Flow, Outcome, Step, StepField};

use super::{Matter, work};

pub fn matter() -> Matter {
    Matter {
        path: "申请/维修/上门维修",
        hint: "大家电、橱柜，师傅上门",
        team: "售后二组",
        targets: (4, 72),
        form: "product! region",
        flow_name: "上门维修",
        flow: Flow { steps: steps(), ..Flow::default() },
    }
}

fn steps() -> Vec<Step> {
    let answer = |word: &str, label: &str, needs_note| Answer {
        outcome: Outcome::new(word),
        label: label.to_owned(),
        needs_note,
    };
    let field = |key: &str, usage| StepField { key: key.to_owned(), usage, roles: Vec::new() };
    let agree = StepKind::Question {
        answers: vec![answer("yes", "同意上门", false), answer("no", "不需要了", true)],
    };
    let mut agree = Step::new("agree", "是否同意上门检测？", agree, OwnerRule::Requester)
        .on("yes", "visit")
        .on("no", "tell");
    agree.instructions =
        Some("上门检测费 50 元，维修后从维修费里扣除；保修期内的故障不收费。".into());
    agree.fields = vec![field("product", FieldUse::Show), field("region", FieldUse::Require)];
    let mut visit = work("visit", "上门维修", OwnerRule::Branch).then("tell");
    visit.fields = vec![field("product", FieldUse::Show), field("region", FieldUse::Show)];
    visit.evidence = vec![Evidence::Note];
    visit.deadline_hours = Some(24);
    vec![
        Step::new("accept", "接收", StepKind::Accept, OwnerRule::Queue).then("agree"),
        agree,
        visit,
        Step::new("tell", "告知客户结果", StepKind::Feedback, OwnerRule::TicketOwner).then_end(),
    ]
}
