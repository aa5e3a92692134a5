//! Finding out who asks 身份核实.

use domain::identity::{IdentityMethod, IdentityResult};

use super::Lang;

impl Lang {
    pub const fn identity_method(self, method: IdentityMethod) -> &'static str {
        match method {
            IdentityMethod::PhoneCode => self.identity_phone_code(),
            IdentityMethod::OrderAndName => self.identity_order_and_name(),
            IdentityMethod::IdLastFour => self.identity_id_last_four(),
            IdentityMethod::CallBack => self.identity_call_back(),
        }
    }

    pub const fn identity_result(self, result: IdentityResult) -> &'static str {
        match result {
            IdentityResult::Passed => self.identity_passed(),
            IdentityResult::Failed => self.identity_failed(),
        }
    }
}

words! {
    identity_title => "身份核实", "身分核實", "Identity";
    identity_check => "核实身份", "核實身分", "Check identity";
    identity_how => "核实方式", "核實方式", "How it was checked";
    identity_phone_code => "手机验证码", "手機驗證碼", "Code sent to the phone";
    identity_order_and_name => "订单号与姓名", "訂單號與姓名", "Order number and name";
    identity_id_last_four => "身份证后四位", "身分證後四碼", "Last four of the identity number";
    identity_call_back => "回拨登记电话", "回撥登記電話", "Calling back the number we know";
    identity_passed => "通过", "通過", "Passed";
    identity_failed => "未通过", "未通過", "Failed";
    identity_not_yet => "尚未核实", "尚未核實", "Not checked";
    identity_verified(method, time) => "已核实：{method}，{time} 前有效", "已核實：{method}，{time} 前有效", "Checked: {method}, until {time}";
    identity_expired(time) => "核实已过期（{time}）", "核實已過期（{time}）", "The check has expired ({time})";
    identity_not_passed(method, time) => "未通过：{method}，{time}", "未通過：{method}，{time}", "Failed: {method}, {time}";
    mark_identity(method, result) => "核实身份：{method}，{result}", "核實身分：{method}，{result}", "checked identity: {method}, {result}";
}
