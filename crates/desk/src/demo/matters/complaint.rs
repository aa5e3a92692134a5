//! A complaint the consumers' association passes on (D-18, A-25): two days, several departments, one
//! answer.

use domain::flow::facts::{Is, Test};
use domain::flow::kind::{Join, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::{Evidence, Flow, Step, StepKey};

use super::offices::Offices;
use super::{Matter, action, handler_of, way, work};

pub fn matter(offices: &Offices) -> Matter {
    Matter {
        path: "投诉/监管转办/315 转办",
        hint: "消协、市场监管转来的投诉",
        team: "投诉处理组",
        targets: (4, 48),
        form: "case! order",
        flow_name: "315 转办",
        flow: Flow { steps: steps(offices), strict: true, reopen_at: Some(StepKey::new("plan")) },
    }
}

fn steps(offices: &Offices) -> Vec<Step> {
    let department = |department| OwnerRule::Department { department };
    let mut look = work("look", "核对历史工单与评价", OwnerRule::PreviousHandler).then("inquire");
    look.instructions = Some("在客户卡片里找到原维修单，关联到本单，核对当时的处理与追评。".into());
    let mut repair = work("repair", "维修部说明情况", department(offices.repair)).then("plan");
    repair.evidence = vec![Evidence::Note];
    repair.deadline_hours = Some(8);
    let mut superior =
        Step::new("superior", "请示上级", StepKind::Approval, department(offices.company));
    superior.next = vec![way(None, vec![], "plan")];
    superior.deadline_hours = Some(8);
    let approved =
        Test { fact: "outcome.superior".into(), is: Is::OneOf(vec![StepKind::APPROVED.into()]) };
    let mut plan = work("plan", "确定处理方案", handler_of("look"));
    plan.next = vec![way(None, vec![approved], "fulfil"), way(None, vec![], "tell")];
    plan.evidence = vec![Evidence::Note];
    vec![
        Step::new("accept", "接收", StepKind::Accept, OwnerRule::Queue).then("look"),
        look,
        fork("inquire", "各方核实", &["repair", "superior"], "plan"),
        repair,
        superior,
        plan,
        fork("fulfil", "补发配件", &["mall", "stock"], "tell"),
        work("mall", "商城下补发单", department(offices.shop)).then("ship"),
        action("ship", "订单系统补发", "ship", "tell", "ship_again"),
        work("ship_again", "补发失败，人工处理", department(offices.shop)).then("tell"),
        work("stock", "仓库发出配件", department(offices.warehouse)).then("tell"),
        Step::new("tell", "告知客户与消协", StepKind::Feedback, OwnerRule::TicketOwner).then_end(),
    ]
}

fn fork(key: &str, name: &str, branches: &[&str], then: &str) -> Step {
    let branches = branches.iter().map(|key| StepKey::new(key)).collect();
    let kind = StepKind::Fork { branches, join: Join::All, then: StepKey::new(then) };
    Step::new(key, name, kind, OwnerRule::Desk)
}
