//! A room that is not guaranteed (D-02): business staff say yes or no, and the order follows.

use domain::flow::kind::{Answer, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::{FieldUse, Flow, Outcome, Step, StepField};

use super::offices::Offices;
use super::{Matter, action, work};

pub fn matter(offices: &Offices) -> Matter {
    Matter {
        path: "订单/酒店/房态确认",
        hint: "已付款、待酒店确认的订单",
        team: "渠道服务组",
        targets: (1, 8),
        form: "order! product",
        flow_name: "酒店房态确认",
        flow: Flow { steps: steps(offices), ..Flow::default() },
    }
}

fn steps(offices: &Offices) -> Vec<Step> {
    let answer = |word: &str, label: &str, needs_note| Answer {
        outcome: Outcome::new(word),
        label: label.to_owned(),
        needs_note,
    };
    let question = StepKind::Question {
        answers: vec![answer("yes", "有房", false), answer("no", "无房", true)],
    };
    let business = OwnerRule::Department { department: offices.hotel };
    let mut room = Step::new("room", "这间房能确认吗？", question, business)
        .on("yes", "advance")
        .on("no", "refuse");
    let shown =
        |key: &str| StepField { key: key.to_owned(), usage: FieldUse::Show, roles: Vec::new() };
    room.fields = vec![shown("order"), shown("product")];
    room.deadline_hours = Some(1);
    vec![
        room,
        action("advance", "订单系统确认房间", "confirm_room", "voucher", "by_hand"),
        work("by_hand", "确认失败，人工处理", OwnerRule::Queue).then("voucher"),
        work("voucher", "发送入住凭证", OwnerRule::Queue).then("send"),
        action("send", "订单系统发送凭证", "voucher", "tell", "send_by_hand"),
        work("send_by_hand", "凭证发送失败，人工处理", OwnerRule::Queue).then("tell"),
        action("refuse", "订单系统取消订单", "refuse_room", "sorry", "sorry"),
        work("sorry", "联系客户换房或退款", OwnerRule::Queue).then("tell"),
        Step::new("tell", "告知客户", StepKind::Feedback, OwnerRule::TicketOwner).then_end(),
    ]
}
