//! Case files 复盘包.

use domain::case_file::Audience;

use super::Lang;

impl Lang {
    pub const fn audience(self, audience: Audience) -> &'static str {
        match audience {
            Audience::Internal => self.audience_internal(),
            Audience::Partner => self.audience_partner(),
            Audience::Customer => self.audience_customer(),
            Audience::Regulator => self.audience_regulator(),
        }
    }
}

words! {
    audience_internal => "内部", "內部", "The house";
    audience_partner => "合作方", "合作方", "A partner";
    audience_customer => "客户", "客戶", "The customer";
    audience_regulator => "监管机构", "監管機構", "A regulator";

    act_case_file => "复盘包", "覆盤包", "Case file";
    case_title(number) => "复盘包 {number}", "覆盤包 {number}", "Case file {number}";
    case_for => "给谁看", "給誰看", "Who it is for";
    case_made(audience, time) => "给：{audience} · 生成于 {time}", "給：{audience} · 產生於 {time}", "For: {audience} · made {time}";
    case_pdf => "下载 PDF", "下載 PDF", "Download PDF";
    mark_case_file(audience) => "取走复盘包（{audience}）", "取走覆盤包（{audience}）", "took the case file ({audience})";

    case_overview => "概况", "概況", "Overview";
    case_facts => "登记内容", "登記內容", "What was written down";
    case_identity => "身份核实", "身分核實", "Identity checks";
    case_related => "关联工单与评价", "關聯工單與評價", "Related tickets and ratings";
    case_steps => "处理环节与用时", "處理環節與用時", "Steps and time taken";
    case_answers => "各方答复", "各方答覆", "Answers";
    case_confirmation(partner, what) => "合作方确认 · {partner} · {what}", "合作方確認 · {partner} · {what}", "Confirmed by {partner} · {what}";
    case_approvals => "审批", "審批", "Approvals";
    case_actions => "外部系统操作", "外部系統操作", "Done in other systems";
    case_promises => "承诺与告知", "承諾與告知", "Promises, and telling the customer";
    case_supervisions => "督办", "督辦", "Supervision";
    case_calculations => "测算", "試算", "Calculations";
    case_said => "沟通记录", "溝通紀錄", "What was said";

    case_customer => "客户", "客戶", "Customer";
    case_category => "分类", "分類", "Category";
    case_channel => "渠道", "管道", "Channel";
    case_owner => "责任客服", "負責客服", "Owner";
    case_filed => "提交", "提交", "Filed";
    case_state => "状态", "狀態", "State";
    case_resolved => "解决", "解決", "Resolved";
    case_whole => "全程用时", "全程用時", "In whole";
    case_things => "业务单据", "業務單據", "About";
    case_rating => "评价", "評價", "Rating";

    case_ticket => "工单", "工單", "Ticket";
    case_relation => "关系", "關係", "Relation";
    case_earlier => "同一客户", "同一客戶", "Same customer";
    case_method => "方式", "方式", "How";
    case_result => "结果", "結果", "Result";
    case_who => "谁", "誰", "Who";
    case_when => "时间", "時間", "When";
    case_step => "环节", "環節", "Step";
    case_begun => "开始", "開始", "Begun";
    case_took => "用时", "用時", "Took";
    case_chain(span) => "全程用时 {span}", "全程用時 {span}", "The whole chain took {span}";
    case_question => "问题", "問題", "Question";
    case_answer => "答复", "答覆", "Answer";
    case_amount => "金额", "金額", "Amount";
    case_verdict => "结论", "結論", "Verdict";
    case_undecided => "未答复", "未答覆", "Not answered";
    case_unsigned => "尚未签署", "尚未簽署", "Not signed yet";
    case_signed_drawn => "手写签名", "手寫簽名", "signed by hand";
    case_signed_typed => "以姓名确认", "以姓名確認", "affirmed by name";
    case_several_partners => "本工单有多个合作方参与，为避免互相看到，合作方部分未列出。", "本工單有多個合作方參與，為避免互相看到，合作方部分未列出。", "Several partners took part. So that none reads what another said, their parts are left out.";
    case_approval => "审批事项", "審批事項", "Matter";
    case_decision => "决定", "決定", "Decision";
    case_reason => "理由", "理由", "Reason";
    case_action => "操作", "操作", "Operation";
    case_reference => "对方单号", "對方單號", "Reference";
    case_waiting => "等待对方系统", "等待對方系統", "Waiting for the other system";
    case_promise => "承诺", "承諾", "Promise";
    case_due => "期限", "期限", "Due";
    case_done => "完成", "完成", "Done";
    case_kept => "是否兑现", "是否兌現", "Kept";
    case_kept_yes => "按时", "按時", "Kept";
    case_kept_no(span) => "超时 {span}", "逾時 {span}", "Broken, {span} late";
    case_kept_open => "未到期", "未到期", "Not due yet";
    case_first_response => "首次响应", "首次回應", "First response";
    case_resolution => "解决", "解決", "Resolution";
    case_telling => "告知客户", "告知客戶", "Telling the customer";
    case_requirement => "要求", "要求", "Requirement";
    case_course => "经过", "經過", "Course";
    case_missed(missed, climbed) => "逾期 {missed} 次，上升 {climbed} 级", "逾期 {missed} 次，上升 {climbed} 級", "Missed {missed} times, climbed {climbed} levels";
    case_lifted(time) => "{time} 办结", "{time} 辦結", "Lifted {time}";
    case_calculation => "测算项", "試算項", "Calculator";
    case_given => "依据", "依據", "From";
    case_ended_done => "完成", "完成", "Done";
    case_ended_failed => "未成功", "未成功", "Failed";
    case_ended_open => "进行中", "進行中", "Open";
    case_by_customer => "客户", "客戶", "Customer";
    case_by_us => "客服", "客服", "Service";
    case_note => "内部备注", "內部備註", "Internal note";
}
