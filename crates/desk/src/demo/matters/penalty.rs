//! A supplier's penalty (D-20): the lines go to the supplier, who confirms or disputes each.

use domain::flow::kind::StepKind;
use domain::flow::owner::OwnerRule;
use domain::flow::{Flow, Step};

use super::{Matter, handler_of, work};

pub fn matter() -> Matter {
    Matter {
        path: "供应商/结算/质量罚款",
        hint: "向供应商确认罚款明细",
        team: "商家协同组",
        targets: (8, 120),
        form: "supplier! amount",
        flow_name: "供应商罚款确认",
        flow: Flow { steps: steps(), ..Flow::default() },
    }
}

fn steps() -> Vec<Step> {
    let supplier = OwnerRule::PartnerInField { field: "supplier".into() };
    vec![
        work("prepare", "核对罚款明细", OwnerRule::Queue).then("confirm"),
        Step::new("confirm", "供应商确认", StepKind::Confirmation, supplier)
            .on(StepKind::CONFIRMED, "settle")
            .on(StepKind::DISPUTED, "review"),
        work("review", "复核异议", handler_of("prepare")).then("settle"),
        work("settle", "提交结算", handler_of("prepare")).then_end(),
    ]
}
