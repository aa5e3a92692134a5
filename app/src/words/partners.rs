//! Suppliers and merchants, and whoever answers one narrow question.

use super::Lang;

impl Lang {
    /// An amount of fen: `¥1,500.00`.
    pub fn yuan(self, fen: i64) -> String {
        let (yuan, rest) = (fen.unsigned_abs() / 100, fen.unsigned_abs() % 100);
        let digits = yuan.to_string();
        let groups: Vec<&str> = digits
            .as_bytes()
            .rchunks(3)
            .rev()
            .filter_map(|group| std::str::from_utf8(group).ok())
            .collect();
        let sign = if fen < 0 { "-" } else { "" };
        format!("{sign}¥{}.{rest:02}", groups.join(","))
    }
}

words! {
    // Coming in by a link.
    partner_title => "待您处理的事项", "待您處理的事項", "Something for you to answer";
    partner_locked_lead(reach) => "为确认是您本人，我们把一次性验证码发到 {reach}。", "為確認是您本人，我們把一次性驗證碼發到 {reach}。", "To be sure it is you, we send a one-time code to {reach}.";
    partner_send_code => "发送验证码", "發送驗證碼", "Send the code";
    partner_send_again => "重新发送", "重新發送", "Send again";
    partner_sent(reach) => "验证码已发到 {reach}，10 分钟内有效。", "驗證碼已發到 {reach}，10 分鐘內有效。", "The code is on its way to {reach}. It works for 10 minutes.";
    partner_code => "6 位验证码", "6 位驗證碼", "Six-digit code";
    partner_enter => "进入", "進入", "Enter";
    partner_wrong_code => "验证码不对，或已过期。", "驗證碼不對，或已過期。", "That code is wrong, or no longer works.";
    partner_no_link => "链接无效或已过期", "連結無效或已過期", "This link does not work";
    partner_no_link_lead => "请向发给您链接的客服人员索取新的链接。", "請向發給您連結的客服人員索取新的連結。", "Please ask whoever sent it to you for a new one.";

    // Answering.
    narrow_asked_by(name) => "{name} 请您答复", "{name} 請您答覆", "{name} asks for your answer";
    narrow_for(name) => "答复方：{name}", "答覆方：{name}", "Answering: {name}";
    narrow_due => "请在此前答复", "請在此前答覆", "Please answer by";
    narrow_files => "相关附件", "相關附件", "Files";
    narrow_answer => "答复", "答覆", "Answer";
    narrow_note => "说明", "說明", "Remarks";
    narrow_send => "提交答复", "送出答覆", "Send the answer";
    narrow_done => "确认完成", "確認完成", "It is done";
    narrow_why(choice) => "{choice}…", "{choice}…", "{choice}…";
    narrow_reason => "理由", "理由", "Reason";
    narrow_proof => "照片或文件", "照片或檔案", "Photos or files";
    narrow_none => "现在没有要您答复的事", "現在沒有要您答覆的事", "Nothing to answer now";
    narrow_none_hint => "有新的事项时，会出现在这里。", "有新的事項時，會出現在這裡。", "What is asked of you will appear here.";
    narrow_tasks => "待我答复", "待我答覆", "For me to answer";
    narrow_answered => "已答复", "已答覆", "Answered";
    narrow_withdrawn => "这件事已不再需要答复。", "這件事已不再需要答覆。", "This no longer needs an answer.";
    narrow_gone => "这件事不在您这里", "這件事不在您這裡", "This is not yours to answer";

    // Lines.
    lines_title(n) => "逐项确认（{n} 项）", "逐項確認（{n} 項）", "Line by line ({n})";
    lines_total => "合计", "合計", "Total";
    lines_confirm => "确认", "確認", "Confirm";
    lines_dispute => "有异议", "有異議", "Dispute";
    lines_comment => "异议理由", "異議理由", "Why";
    lines_photo => "凭证照片", "憑證照片", "Photo";
    lines_undecided => "请选择确认或有异议", "請選擇確認或有異議", "Confirm or dispute this line";
    lines_empty => "明细还没有列出，请稍后再来。", "明細還沒有列出，請稍後再來。", "The lines are not there yet. Please come back later.";

    // Signing.
    sign_title => "签名", "簽名", "Signature";
    sign_name => "签署人姓名", "簽署人姓名", "Your name";
    sign_pad => "在框内手写签名", "在框內手寫簽名", "Sign with your finger";
    sign_clear => "重签", "重簽", "Clear";
    sign_affirm => "以上由本人确认，以姓名代替手写签名", "以上由本人確認，以姓名代替手寫簽名", "I affirm the above; my name stands for my signature";
    sign_missing => "请签名，或勾选以姓名代替签名", "請簽名，或勾選以姓名代替簽名", "Sign, or tick the box to use your name";
    sign_signed(name, at) => "{name} 签署于 {at}", "{name} 簽署於 {at}", "Signed by {name}, {at}";
    sign_hash(hash) => "SHA-256 {hash}", "SHA-256 {hash}", "SHA-256 {hash}";

    // On the ticket's page.
    confirm_title => "合作方确认", "合作方確認", "Partners";
    confirm_send => "发送明细给合作方", "發送明細給合作方", "Send lines to a partner";
    confirm_partner => "合作方", "合作方", "Partner";
    confirm_question => "请对方确认什么", "請對方確認什麼", "What is to be confirmed";
    confirm_example => "例如：10 月质量罚款明细", "例如：10 月品質罰款明細", "For example: quality penalties of October";
    confirm_label => "明细", "明細", "Line";
    confirm_amount => "金额（元）", "金額（元）", "Amount (CNY)";
    confirm_add => "加一行", "加一行", "Add a line";
    confirm_waiting => "等流程走到确认步骤时发出", "等流程走到確認步驟時發出", "Goes out with the confirmation step";
    confirm_lay_down => "录入确认明细", "輸入確認明細", "Lay down the lines";
    confirm_change => "修改明细", "修改明細", "Change the lines";
    confirm_no_lines => "还没有明细", "還沒有明細", "No lines yet";
    confirm_resend => "再次发送链接", "再次發送連結", "Send the link again";
    confirm_resent => "链接会再次发出", "連結會再次發出", "The link goes out again";
    confirm_copy(name) => "复制 {name} 的链接", "複製 {name} 的連結", "Copy the link for {name}";
    confirm_sent => "已发出", "已發出", "Sent";
    mark_lines(n) => "列出了 {n} 项待确认明细", "列出了 {n} 項待確認明細", "laid down {n} lines to confirm";
    mark_line_confirmed(label, amount) => "确认了「{label}」{amount}", "確認了「{label}」{amount}", "confirmed “{label}” {amount}";
    mark_line_disputed(label, amount) => "对「{label}」{amount} 有异议", "對「{label}」{amount} 有異議", "disputed “{label}” {amount}";
    mark_signed(name, hash) => "签名：{name}（SHA-256 {hash}…）", "簽名：{name}（SHA-256 {hash}…）", "signed: {name} (SHA-256 {hash}…)";
    mark_invited(name) => "把链接发给了 {name}", "把連結發給了 {name}", "sent the link to {name}";

    // Administering.
    admin_groups => "小组", "小組", "Groups";
    admin_groups_hint => "每个小组解决不了的工单升级给谁", "每個小組解決不了的工單升級給誰", "Who gets what a group cannot solve";
    groups_group => "小组", "小組", "Group";
    groups_escalate_to => "升级给", "升級給", "Escalates to";
    groups_nowhere => "不升级", "不升級", "nobody";
    groups_saved(group) => "已保存：{group}", "已儲存：{group}", "Saved: {group}";
    admin_partners => "合作方", "合作方", "Partners";
    admin_partners_hint => "供应商与商家、联系人，以及他们可以提交什么", "供應商與商家、聯絡人，以及他們可以提交什麼", "Suppliers and merchants, their people, and what they may file";
    partners_supplier => "供应商", "供應商", "Supplier";
    partners_merchant => "商家", "商家", "Merchant";
    partners_new => "新合作方", "新合作方", "New partner";
    partners_name => "名称", "名稱", "Name";
    partners_kind => "类型", "類型", "Kind";
    partners_add => "添加", "新增", "Add";
    partners_contacts => "联系人", "聯絡人", "People";
    partners_new_contact => "添加联系人", "新增聯絡人", "Add a person";
    partners_stop => "停用", "停用", "Stop";
    partners_resume => "启用", "啟用", "Resume";
    partners_stopped => "已停用", "已停用", "Stopped";
    partners_none => "还没有合作方", "還沒有合作方", "No partners yet";
    partners_open => "合作方接口可以提交的分类", "合作方介面可以提交的分類", "What partners may file through the API";
    partners_open_hint => "不勾选时，合作方不能建单。", "不勾選時，合作方不能建單。", "Nothing ticked means nothing can be filed.";
    partners_territory => "分支机构服务的地区", "分支機構服務的地區", "Regions served by branches";
    partners_territory_hint => "每行一个地区，如：浙江 / 杭州", "每行一個地區，如：浙江 / 杭州", "One region a line, such as 浙江 / 杭州";
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn an_amount_reads_as_on_an_invoice() {
        assert_eq!(Lang::Hans.yuan(150_000), "¥1,500.00");
        assert_eq!(Lang::Hans.yuan(123_456_789), "¥1,234,567.89");
        assert_eq!(Lang::Hans.yuan(5), "¥0.05");
    }
}
