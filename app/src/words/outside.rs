//! Other systems: what they were asked, what they said, what a ticket is about.

use domain::business::RefKind;
use domain::outbox::{OutboxState, Trouble};

use super::Lang;

impl Lang {
    pub const fn thing(self, thing: RefKind) -> &'static str {
        match thing {
            RefKind::Order => self.thing_order(),
            RefKind::Refund => self.thing_refund(),
            RefKind::Repair => self.thing_repair(),
            RefKind::Shipment => self.thing_shipment(),
            RefKind::Voucher => self.thing_voucher(),
            RefKind::Payment => self.thing_payment(),
        }
    }

    pub const fn outbox(self, state: OutboxState) -> &'static str {
        match state {
            OutboxState::Queued => self.outbox_queued(),
            OutboxState::Sent => self.outbox_sent(),
            OutboxState::Confirmed => self.outbox_confirmed(),
            OutboxState::Refused => self.outbox_refused(),
            OutboxState::Unknown => self.outbox_unknown(),
        }
    }

    pub const fn trouble(self, trouble: Trouble) -> &'static str {
        match trouble {
            Trouble::Unreachable => self.trouble_unreachable(),
            Trouble::TimedOut => self.trouble_timed_out(),
            Trouble::CutOff => self.trouble_cut_off(),
            Trouble::Garbled => self.trouble_garbled(),
            Trouble::Failing => self.trouble_failing(),
            Trouble::NotAllowed => self.trouble_not_allowed(),
            Trouble::NotConnected => self.trouble_not_connected(),
        }
    }

    /// Why something was not done: codes of ours in words, and another system's own words as they
    /// are. What was asked for may stand before it.
    pub fn action_reason(self, reason: &str) -> String {
        if let Some((what, name)) = reason.split_once("incomplete: ") {
            return format!("{what}{}", self.trouble_incomplete(name));
        }
        let (what, code) = reason.rsplit_once(": ").unwrap_or(("", reason));
        let known = Trouble::ALL.into_iter().find(|trouble| trouble.as_str() == code);
        match known {
            Some(trouble) if what.is_empty() => self.trouble(trouble).to_owned(),
            Some(trouble) => format!("{what}: {}", self.trouble(trouble)),
            None => reason.to_owned(),
        }
    }
}

words! {
    thing_order => "订单", "訂單", "order";
    thing_refund => "退款单", "退款單", "refund";
    thing_repair => "维修单", "維修單", "repair";
    thing_shipment => "发货单", "出貨單", "shipment";
    thing_voucher => "凭证", "憑證", "voucher";
    thing_payment => "付款单", "付款單", "payment";
    outbox_queued => "待发", "待發", "queued";
    outbox_sent => "已发", "已發", "sent";
    outbox_confirmed => "已确认", "已確認", "confirmed";
    outbox_refused => "被拒", "被拒", "refused";
    outbox_unknown => "结果不明", "結果不明", "unknown";
    side_things => "业务单据", "業務單據", "Elsewhere";
    things_none => "没有关联的订单或单据", "沒有關聯的訂單或單據", "About nothing in another system";
    things_look_again => "刷新", "重新整理", "Look again";
    thing_read(place, time) => "读自{place}，{time}", "讀自{place}，{time}", "Read from {place} at {time}";
    thing_nothing(reason) => "对方系统说没有：{reason}", "對方系統說沒有：{reason}", "The other system says: {reason}";
    thing_not_reachable(why) => "现在读不到：{why}", "現在讀不到：{why}", "Cannot be read now: {why}";
    thing_was(time, values) => "{time} 时：{values}", "{time} 時：{values}", "At {time}: {values}";
    thing_add => "关联单据", "關聯單據", "Add a reference";
    thing_kind => "种类", "種類", "Kind";
    thing_number => "单号", "單號", "Number";
    thing_remove(kind, number) => "取消关联{kind} {number}", "取消關聯{kind} {number}", "Remove {kind} {number}";
    act_outside => "操作业务系统", "操作業務系統", "Operate another system";
    act_outside_none => "没有可以操作的系统", "沒有可以操作的系統", "No system can be operated";
    act_outside_what => "做什么", "做什麼", "What to do";
    act_outside_ask => "提交", "提交", "Ask for it";
    act_outside_asked(name) => "已提交「{name}」，结果会出现在记录里", "已提交「{name}」，結果會出現在記錄裡", "Asked for “{name}”; the history will say how it went";
    order_found(words) => "查到订单：{words}", "查到訂單：{words}", "Order found: {words}";
    order_looking => "正在查订单……", "正在查訂單……", "Looking for the order…";
    trouble_unreachable => "对方系统连不上", "對方系統連不上", "The other system cannot be reached";
    trouble_timed_out => "对方系统没有按时回答", "對方系統沒有按時回答", "The other system did not answer in time";
    trouble_cut_off => "连接中断，没有收到回答", "連線中斷，沒有收到回答", "The line was cut before an answer came";
    trouble_garbled => "对方系统的回答看不懂", "對方系統的回答看不懂", "The other system's answer makes no sense";
    trouble_failing => "对方系统出错", "對方系統出錯", "The other system fails";
    trouble_not_allowed => "地址不在允许的名单里，没有发出", "位址不在允許的名單裡，沒有發出", "The address is not on the list; nothing was sent";
    trouble_not_connected => "连接器不可用，没有发出", "連接器不可用，沒有發出", "The connector cannot be used; nothing was sent";
    trouble_incomplete(name) => "缺少「{name}」，没有发出", "缺少「{name}」，沒有發出", "“{name}” is missing; nothing was sent";
}
