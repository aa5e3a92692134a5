//! States, priorities and other codes of the domain, in words.

use domain::flow::kind::StepKind;
use domain::priority::{Importance, Priority, Urgency};
use domain::state::TicketState;
use domain::ticket::{LinkKind, ResolutionCode, Trigger, WaitFor};

use super::Lang;

impl Lang {
    pub const fn state(self, state: TicketState) -> &'static str {
        match state {
            TicketState::Submitted => self.state_submitted(),
            TicketState::ToClaim => self.state_to_claim(),
            TicketState::Assigned => self.state_assigned(),
            TicketState::InProgress => self.state_in_progress(),
            TicketState::AwaitingCustomer => self.state_awaiting_customer(),
            TicketState::AwaitingThirdParty => self.state_awaiting_third_party(),
            TicketState::Suspended => self.state_suspended(),
            TicketState::Resolved => self.state_resolved(),
            TicketState::Closed => self.state_closed(),
            TicketState::Rejected => self.state_rejected(),
            TicketState::Merged => self.state_merged(),
            TicketState::Archived => self.state_archived(),
        }
    }

    pub const fn trigger(self, trigger: Trigger) -> &'static str {
        match trigger {
            Trigger::Person => self.trigger_person(),
            Trigger::System => self.trigger_system(),
        }
    }

    pub const fn priority(self, priority: Priority) -> &'static str {
        match priority {
            Priority::Low => self.priority_low(),
            Priority::Normal => self.priority_normal(),
            Priority::High => self.priority_high(),
            Priority::Urgent => self.priority_urgent(),
        }
    }

    pub const fn urgency(self, urgency: Urgency) -> &'static str {
        match urgency {
            Urgency::Low => self.level_low(),
            Urgency::Medium => self.level_medium(),
            Urgency::High => self.level_high(),
        }
    }

    pub const fn importance(self, importance: Importance) -> &'static str {
        match importance {
            Importance::Low => self.level_low(),
            Importance::Medium => self.level_medium(),
            Importance::High => self.level_high(),
        }
    }

    /// How a step ended; answers to questions have labels of their own.
    pub fn outcome(self, outcome: &str) -> Option<&'static str> {
        match outcome {
            StepKind::APPROVED => Some(self.outcome_approved()),
            StepKind::REFUSED => Some(self.outcome_refused()),
            StepKind::CONFIRMED => Some(self.outcome_confirmed()),
            StepKind::DISPUTED => Some(self.outcome_disputed()),
            StepKind::UNKNOWN => Some(self.outcome_unknown()),
            _ => None,
        }
    }

    pub const fn resolution(self, code: ResolutionCode) -> &'static str {
        match code {
            ResolutionCode::Solved => self.resolution_solved(),
            ResolutionCode::Explained => self.resolution_explained(),
            ResolutionCode::Refunded => self.resolution_refunded(),
            ResolutionCode::Replaced => self.resolution_replaced(),
            ResolutionCode::Compensated => self.resolution_compensated(),
            ResolutionCode::Withdrawn => self.resolution_withdrawn(),
            ResolutionCode::NotPossible => self.resolution_not_possible(),
        }
    }

    pub const fn wait_for(self, whom: WaitFor) -> &'static str {
        match whom {
            WaitFor::Customer => self.wait_customer(),
            WaitFor::ThirdParty => self.wait_third_party(),
            WaitFor::Time => self.wait_time(),
        }
    }

    /// How the other ticket stands to this one.
    pub const fn link(self, kind: LinkKind, inward: bool) -> &'static str {
        match (kind, inward) {
            (LinkKind::Related, _) => self.link_related(),
            (LinkKind::Duplicate, _) => self.link_duplicate(),
            (LinkKind::Parent, false) => self.link_child(),
            (LinkKind::Parent, true) => self.link_parent(),
            (LinkKind::BlockedBy, false) => self.link_blocked_by(),
            (LinkKind::BlockedBy, true) => self.link_blocks(),
        }
    }
}

words! {
    state_submitted => "待受理", "待受理", "submitted";
    state_to_claim => "待申领", "待領取", "to claim";
    state_assigned => "已分派", "已分派", "assigned";
    state_in_progress => "处理中", "處理中", "in progress";
    state_awaiting_customer => "等待客户", "等待客戶", "waiting for the customer";
    state_awaiting_third_party => "等待第三方", "等待第三方", "waiting for a third party";
    state_suspended => "已挂起", "已擱置", "put aside";
    state_resolved => "已解决", "已解決", "resolved";
    state_closed => "已关单", "已結案", "closed";
    state_rejected => "已驳回", "已駁回", "rejected";
    state_archived => "已归档", "已歸檔", "archived";
    state_merged => "已合并", "已合併", "merged";

    priority_low => "低优先级", "低優先", "Low priority";
    priority_normal => "普通", "普通", "Normal priority";
    priority_high => "高优先级", "高優先", "High priority";
    priority_urgent => "紧急", "緊急", "Urgent";
    level_low => "低", "低", "Low";
    level_medium => "中", "中", "Medium";
    level_high => "高", "高", "High";

    outcome_approved => "通过", "通過", "Approved";
    outcome_refused => "未通过", "未通過", "Refused";
    outcome_confirmed => "已确认", "已確認", "Confirmed";
    outcome_disputed => "有异议", "有異議", "Disputed";
    outcome_unknown => "结果未知", "結果未知", "Outcome unknown";

    resolution_solved => "已处理好", "已處理好", "Solved";
    resolution_explained => "已解释清楚", "已說明清楚", "Explained";
    resolution_refunded => "已退款", "已退款", "Refunded";
    resolution_replaced => "已换货", "已換貨", "Replaced";
    resolution_compensated => "已赔付", "已賠付", "Compensated";
    resolution_withdrawn => "客户撤回或联系不上", "客戶撤回或聯絡不上", "Withdrawn or unreachable";
    resolution_not_possible => "无法满足", "無法滿足", "Not possible";

    wait_customer => "等客户", "等客戶", "The customer";
    wait_third_party => "等第三方", "等第三方", "A third party";
    wait_time => "先放一放", "先擱著", "Nobody: put it aside";

    link_related => "相关", "相關", "Related";
    link_duplicate => "重复", "重複", "Duplicate";
    link_parent => "上级工单", "上層工單", "Part of";
    link_child => "下级工单", "下層工單", "Has part";
    link_blocked_by => "要等它", "要等它", "Waits for";
    link_blocks => "它在等", "它在等", "Is waited for by";
}
