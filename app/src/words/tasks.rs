//! Finishing tasks, and asking others.

words! {
    act_decide(step) => "审批「{step}」", "審批「{step}」", "Decide “{step}”";
    act_answer(question) => "答复「{question}」", "答覆「{question}」", "Answer “{question}”";
    act_ask => "询问", "詢問", "Ask";
    act_assign => "指派", "指派", "Assign";
    assign_whom => "交给部门里的谁", "交給部門裡的誰", "To whom in the department";
    finish_answer => "答复", "答覆", "Answer";
    finish_files => "凭证", "憑證", "Evidence";
    finish_needs_identity => "完成前需要先核实客户身份。", "完成前需要先核實客戶身分。", "The customer's identity has to be checked first.";
    finish_now(value) => "现为 {value}，不改可留空。", "現為 {value}，不改可留空。", "Now {value}; leave blank to keep it.";
    asked_by(name) => "{name} 询问", "{name} 詢問", "Asked by {name}";
    ask_whom => "问谁（可选多个）", "問誰（可選多個）", "Whom (one or several)";
    ask_departments => "部门", "部門", "Departments";
    ask_groups => "客服组", "客服群組", "Groups";
    ask_partners => "合作方", "合作方", "Partners";
    ask_people => "同事", "同事", "Colleagues";
    ask_question => "问题", "問題", "Question";
    ask_example => "例如：两个月前的维修记录属实吗？", "例如：兩個月前的維修紀錄屬實嗎？", "For example: is the repair record of two months ago right?";
    ask_hold => "等他们答复后再回到我的待办", "等他們答覆後再回到我的待辦", "Bring my task back when they have answered";
    ask_done => "已发出询问", "已發出詢問", "Asked";
    asked_all => "询问与答复", "詢問與答覆", "Questions and answers";
    asked_open => "等待答复", "等待答覆", "Waiting";
    asked_answered => "已答复", "已答覆", "Answered";
    asked_returned => "已退回", "已退回", "Returned";
    asked_dropped => "不再需要", "不再需要", "No longer needed";
}
