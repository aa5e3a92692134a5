//! Words of the flow editor: steps, owners, ways, conditions.

use domain::flow::compare::Part;
use domain::flow::facts::Is;
use domain::flow::kind::StepKind;
use domain::flow::{Evidence, FieldUse};

use super::Lang;

impl Lang {
    pub const fn step_kind(self, kind: &StepKind) -> &'static str {
        match kind {
            StepKind::Accept => self.kind_accept(),
            StepKind::Work => self.kind_work(),
            StepKind::Feedback => self.kind_feedback(),
            StepKind::Question { .. } => self.kind_question(),
            StepKind::Approval => self.kind_approval(),
            StepKind::Confirmation => self.kind_confirmation(),
            StepKind::Action(_) => self.kind_action(),
            StepKind::Timer { .. } => self.kind_timer(),
            StepKind::Fork { .. } => self.kind_fork(),
            StepKind::Ticket { .. } => self.kind_ticket(),
        }
    }

    /// What happens there, in one sentence.
    pub const fn step_kind_hint(self, kind: &StepKind) -> &'static str {
        match kind {
            StepKind::Accept => self.kind_accept_hint(),
            StepKind::Work => self.kind_work_hint(),
            StepKind::Feedback => self.kind_feedback_hint(),
            StepKind::Question { .. } => self.kind_question_hint(),
            StepKind::Approval => self.kind_approval_hint(),
            StepKind::Confirmation => self.kind_confirmation_hint(),
            StepKind::Action(_) => self.kind_action_hint(),
            StepKind::Timer { .. } => self.kind_timer_hint(),
            StepKind::Fork { .. } => self.kind_fork_hint(),
            StepKind::Ticket { .. } => self.kind_ticket_hint(),
        }
    }

    pub const fn evidence(self, evidence: Evidence) -> &'static str {
        match evidence {
            Evidence::Note => self.evidence_note(),
            Evidence::Attachment => self.evidence_attachment(),
            Evidence::Identity => self.evidence_identity(),
        }
    }

    pub const fn field_use(self, usage: FieldUse) -> &'static str {
        match usage {
            FieldUse::Show => self.field_use_show(),
            FieldUse::Edit => self.field_use_edit(),
            FieldUse::Require => self.field_use_require(),
        }
    }

    pub const fn question_is(self, is: &Is) -> &'static str {
        match is {
            Is::Known => self.is_known(),
            Is::Unknown => self.is_unknown(),
            Is::OneOf(_) => self.is_one_of(),
            Is::NoneOf(_) => self.is_none_of(),
            Is::AtLeast(_) => self.is_at_least(),
            Is::MoreThan(_) => self.is_more_than(),
            Is::AtMost(_) => self.is_at_most(),
            Is::LessThan(_) => self.is_less_than(),
        }
    }

    pub const fn flow_part(self, part: Part) -> &'static str {
        match part {
            Part::Name => self.flow_name(),
            Part::Kind => self.step_does(),
            Part::Owner => self.step_owner(),
            Part::Instructions => self.step_instructions(),
            Part::Evidence => self.step_evidence(),
            Part::Fields => self.step_fields(),
            Part::Deadline => self.step_deadline(),
            Part::Transitions => self.step_then(),
        }
    }
}

words! {
    admin_flows => "流程", "流程", "Flows";
    admin_flows_hint => "工单先到谁、再到谁、什么情况走哪条路：用表格和图来定，试走一遍再发布。", "工單先到誰、再到誰、什麼情況走哪條路：用表格和圖來定，試走一遍再發布。", "Who gets a ticket, who comes next, and when it goes another way: as a table and a drawing, tried before it is published.";

    flows_none => "还没有流程", "還沒有流程", "No flows yet";
    flow_new => "新建流程", "新增流程", "New flow";
    flow_name => "名称", "名稱", "Name";
    flow_name_example => "例如：赔付流程", "例如：賠付流程", "Such as: Compensation";
    flow_create => "建好，去设计", "建立並設計", "Create and design";
    flow_rename => "改名", "重新命名", "Rename";
    flow_steps_count(n) => "{n} 个节点", "{n} 個節點", "{n} steps";
    flow_version(n) => "第 {n} 版", "第 {n} 版", "Version {n}";
    flow_unpublished => "未发布", "未發布", "Not published";
    flow_draft => "有草稿", "有草稿", "Draft";
    flow_status => "版本", "版本", "Version";
    flow_categories => "用在哪些分类", "用在哪些分類", "Categories that run it";
    flow_no_categories => "还没有分类在用", "還沒有分類在用", "No category runs it yet";
    flow_used_in(n) => "{n} 个分类在用", "{n} 個分類在用", "{n} categories run it";
    flow_more_categories(n) => "等 {n} 个", "等 {n} 個", "and others, {n} in all";
    flow_standard_hint => "没有另外指定的分类都走这个流程。", "沒有另外指定的分類都走這個流程。", "What every category runs that names no other.";

    flow_saved => "已保存", "已儲存", "Saved";
    flow_saving => "保存中……", "儲存中……", "Saving…";
    flow_only_here => "连不上服务器，改动留在本机", "無法連上伺服器，變更保留在本機", "Kept in this browser; the server cannot be reached";
    flow_save_again => "再存一次", "再儲存一次", "Save again";
    flow_clean => "和发布的一样", "與發布的一致", "As published";
    flow_conflict(who) => "{who}刚刚改了这个流程。您的改动还在这里，没有丢。", "{who}剛剛改了這個流程。您的變更還在這裡，沒有遺失。", "{who} just changed this flow. What you changed is still here.";
    flow_take_theirs => "看最新的（放弃我的）", "看最新的（放棄我的）", "See theirs, drop mine";
    flow_keep_mine => "用我的覆盖", "用我的覆蓋", "Replace it with mine";
    flow_recovered => "恢复了上次没存上的改动", "已還原上次未儲存的變更", "Took up changes that had not been saved";
    flow_discard => "放弃草稿", "放棄草稿", "Drop the draft";
    flow_discarded => "草稿已放弃，回到发布的版本", "草稿已放棄，回到發布的版本", "The draft is gone; this is what is published";

    flow_graph => "流程图", "流程圖", "Drawing";
    flow_graph_hint => "点节点查看和修改；从右侧的圆点拖到另一个节点来连线，也可以在下面的表里改。", "點節點檢視和修改；從右側的圓點拖到另一個節點來連線，也可以在下面的表裡改。", "Click a step to change it. Drag from the dot at its right to another step to connect them, or use the table below.";
    flow_end => "结束", "結束", "End";
    flow_table => "节点", "節點", "Steps";
    flow_add_step => "添加节点", "新增節點", "Add a step";
    flow_add_after(name) => "加在「{name}」后面", "加在「{name}」後面", "After “{name}”";
    flow_pick_step => "点一个节点来修改它", "點一個節點來修改它", "Choose a step to change it";
    flow_connect_title(from, to) => "「{from}」之后去「{to}」", "「{from}」之後去「{to}」", "From “{from}” to “{to}”";
    flow_connect_when => "什么结果时走这条？", "什麼結果時走這條？", "After which outcome?";
    flow_connected(from, to) => "「{from}」现在通往「{to}」", "「{from}」現在通往「{to}」", "“{from}” now leads to “{to}”";

    step_number => "序号", "序號", "No.";
    step_name => "节点", "節點", "Step";
    step_does => "做什么", "做什麼", "What happens";
    step_owner => "谁来做", "誰來做", "Who does it";
    step_deadline => "时限", "時限", "Deadline";
    step_then => "之后", "之後", "Then";
    step_menu(name) => "「{name}」的操作", "「{name}」的操作", "What can be done with “{name}”";
    step_drag(name) => "拖动「{name}」排序", "拖曳「{name}」排序", "Drag “{name}” to another place";
    step_up => "上移", "上移", "Move up";
    step_down => "下移", "下移", "Move down";
    step_duplicate => "复制一份", "複製一份", "Duplicate";
    step_delete => "删除", "刪除", "Delete";
    step_deleted(name) => "已删除「{name}」", "已刪除「{name}」", "“{name}” is deleted";
    step_copy_of(name) => "{name}（副本）", "{name}（副本）", "{name} (copy)";
    step_new => "新节点", "新節點", "New step";
    step_unnamed => "（没有名字）", "（沒有名稱）", "(no name)";
    step_hours(n) => "{n} 小时", "{n} 小時", "{n} h";
    step_keys => "在节点名上按 Alt+↑/↓ 移动，Delete 删除", "在節點名稱上按 Alt+↑/↓ 移動，Delete 刪除", "On a step's name: Alt+↑/↓ moves it, Delete removes it";

    step_settings => "节点设置", "節點設定", "This step";
    step_instructions => "怎么做", "怎麼做", "What to do";
    step_instructions_hint => "处理的人会看到，例如：核对订单号和收款人。", "處理的人會看到，例如：核對訂單編號和收款人。", "Shown to whoever does it, such as: check the order and the payee.";
    step_evidence => "完成前必须有", "完成前必須有", "Needed before it can be finished";
    evidence_note => "文字说明", "文字說明", "A note";
    evidence_attachment => "附件", "附件", "A file";
    evidence_identity => "核实过客户身份", "核實過客戶身分", "The customer's identity was checked";
    step_fields => "表单字段", "表單欄位", "Fields";
    step_fields_hint => "在这个节点看到、填写哪些字段。", "在這個節點看到、填寫哪些欄位。", "What is shown and filled in here.";
    step_add_field => "添加字段", "新增欄位", "Add a field";
    field_which => "字段", "欄位", "Field";
    field_how => "怎么用", "怎麼用", "How";
    field_use_show => "只看", "只看", "Shown";
    field_use_edit => "可填", "可填", "Can be filled in";
    field_use_require => "必填", "必填", "Must be filled in";
    field_for(who) => "给谁看：{who}", "給誰看：{who}", "For: {who}";
    field_everybody => "所有人", "所有人", "Everybody";
    step_deadline_hours => "几小时内完成", "幾小時內完成", "Done within how many hours";
    step_no_deadline => "不限", "不限", "None";

    kind_accept => "受理", "受理", "Take it";
    kind_accept_hint => "有人领取就算完成，下一步归领取的人。", "有人領取就算完成，下一步歸領取的人。", "Done as soon as somebody takes it; what follows is theirs.";
    kind_work => "处理", "處理", "Work";
    kind_work_hint => "有人来做一件事，做完点完成。", "有人來做一件事，做完點完成。", "Somebody does something and says when it is done.";
    kind_feedback => "告知客户", "告知客戶", "Tell the customer";
    kind_feedback_hint => "把结果告诉客户。", "把結果告訴客戶。", "The customer is told the result.";
    kind_question => "提问", "提問", "Question";
    kind_question_hint => "请人从几个答案里选一个，例如：有房／没房。", "請人從幾個答案裡選一個，例如：有房／沒房。", "Somebody picks one of a few answers, such as: room or no room.";
    kind_approval => "审批", "審批", "Approval";
    kind_approval_hint => "通过或不通过；不通过要写原因。", "通過或不通過；不通過要寫原因。", "Approved or refused; a refusal needs a reason.";
    kind_confirmation => "逐项确认", "逐項確認", "Line by line";
    kind_confirmation_hint => "外部的人逐条确认或提出异议。", "外部的人逐條確認或提出異議。", "Somebody outside confirms or disputes each line.";
    kind_action => "操作其他系统", "操作其他系統", "Operate a system";
    kind_action_hint => "通过连接器自动执行，例如退款、付款。", "透過連接器自動執行，例如退款、付款。", "Done through a connector by itself, such as a refund or a payment.";
    kind_timer => "等一段时间", "等一段時間", "Wait";
    kind_timer_hint => "到时间自动往下走。", "時間到自動往下走。", "Goes on by itself when the time is up.";
    kind_fork => "同时进行", "同時進行", "Side by side";
    kind_fork_hint => "几条分支同时做，做完再汇合。", "幾條分支同時做，做完再匯合。", "Several branches at once, which meet again.";
    kind_ticket => "另开工单", "另開工單", "Another ticket";
    kind_ticket_hint => "自动建一张工单，等它解决了再往下走。", "自動建一張工單，等它解決了再往下走。", "Opens another ticket and goes on when that is resolved.";

    answers => "可选的答案", "可選的答案", "Answers";
    answer_label => "答案", "答案", "Answer";
    answer_needs_note => "选它要写说明", "選它要寫說明", "Needs a note";
    answer_add => "添加答案", "新增答案", "Add an answer";
    answer_yes => "是", "是", "Yes";
    answer_no => "否", "否", "No";
    answer_new(n) => "答案 {n}", "答案 {n}", "Answer {n}";
    fork_branches => "同时做这些", "同時做這些", "Done side by side";
    fork_branch(n) => "分支 {n}", "分支 {n}", "Branch {n}";
    fork_add => "添加分支", "新增分支", "Add a branch";
    fork_join => "什么时候算做完", "什麼時候算做完", "Goes on when";
    fork_all => "全部完成", "全部完成", "All are done";
    fork_any => "任何一个完成", "任何一個完成", "Any is done";
    fork_some => "完成其中几个", "完成其中幾個", "So many are done";
    fork_how_many => "几个", "幾個", "How many";
    fork_then => "汇合后去", "匯合後去", "And then";
    fork_meeting => "汇合后处理", "匯合後處理", "After the branches";
    action_which => "做哪个操作", "做哪個操作", "Which operation";
    action_none => "还没有可用的连接器操作", "還沒有可用的連接器操作", "No connector offers an operation yet";
    timer_hours => "等几小时", "等幾小時", "How many hours";
    ticket_category => "新工单的分类", "新工單的分類", "Category of the new ticket";

    owner_queue => "工单所在组的待领池", "工單所在組的待領池", "The queue of the ticket's group";
    owner_group => "指定的组", "指定的組", "A group";
    owner_department => "部门负责人", "部門負責人", "The head of a department";
    owner_branch => "客户所在地分支的负责人", "客戶所在地分支的負責人", "The head of the customer's branch";
    owner_role => "某个角色里最闲的人", "某個角色裡最閒的人", "The least busy of a role";
    owner_person => "指定的人", "指定的人", "A person";
    owner_requester => "客户", "客戶", "The customer";
    owner_partner => "合作方", "合作方", "A partner";
    owner_partner_in_field => "字段里写的合作方", "欄位裡寫的合作方", "The partner named in a field";
    owner_previous_handler => "做上一步的人", "做上一步的人", "Whoever did the step before";
    owner_handler_of => "做某一步的人", "做某一步的人", "Whoever did a certain step";
    owner_ticket_owner => "责任客服", "責任客服", "Whoever answers for the ticket";
    owner_superior => "上一步的人的上级", "上一步的人的上級", "The superior of whoever did the step before";
    owner_desk => "系统自动", "系統自動", "The system";
    owner_which => "哪一个", "哪一個", "Which one";
    owner_of_step(step) => "做「{step}」的人", "做「{step}」的人", "Whoever did “{step}”";
    owner_in_field(field) => "「{field}」里的合作方", "「{field}」裡的合作方", "The partner in “{field}”";
    owner_head_of(department) => "{department}负责人", "{department}負責人", "Head of {department}";
    owner_in_role(role) => "{role}（最闲的人）", "{role}（最閒的人）", "{role}, the least busy";

    ways => "之后去哪里", "之後去哪裡", "Where it leads";
    ways_hint => "从上往下看，第一条符合的生效。", "從上往下看，第一條符合的生效。", "From top to bottom: the first that fits is taken.";
    way_outcome => "结果", "結果", "Outcome";
    way_any => "不论结果", "不論結果", "Whatever the outcome";
    way_done => "完成", "完成", "Done";
    way_when(outcome) => "{outcome}时", "{outcome}時", "When {outcome}";
    way_if => "并且", "並且", "and";
    way_to => "去", "去", "go to";
    way_to_end => "流程结束", "流程結束", "The end";
    way_to_new => "＋ 新节点……", "＋ 新節點……", "+ A new step…";
    way_add => "添加一条", "新增一條", "Add a way";
    way_add_condition => "加条件", "加條件", "Add a condition";
    way_choose => "请选择……", "請選擇……", "Choose…";
    way_up => "这条上移", "這條上移", "Move this way up";
    way_remove => "删除这条", "刪除這條", "Remove this way";
    condition_fact => "看什么", "看什麼", "What";
    condition_is => "怎么比", "怎麼比", "How";
    condition_value => "多少", "多少", "Value";
    condition_words_hint => "多个用顿号隔开", "多個用頓號隔開", "Separate several by commas";
    condition_remove => "去掉条件", "移除條件", "Remove the condition";
    is_known => "已填写", "已填寫", "is known";
    is_unknown => "没有填写", "沒有填寫", "is not known";
    is_one_of => "是", "是", "is";
    is_none_of => "不是", "不是", "is not";
    is_at_least => "≥", "≥", "≥";
    is_more_than => ">", ">", ">";
    is_at_most => "≤", "≤", "≤";
    is_less_than => "<", "<", "<";
    fact_priority => "优先级", "優先順序", "Priority";
    fact_channel => "渠道", "渠道", "Channel";
    fact_category => "分类", "分類", "Category";
    fact_resolution => "处理结论", "處理結論", "Resolution";
    fact_outcome(step) => "「{step}」的结果", "「{step}」的結果", "Outcome of “{step}”";
    in_yuan(label) => "{label}（元）", "{label}（元）", "{label} (yuan)";

    flow_rules => "整个流程", "整個流程", "The whole flow";
    flow_strict => "只能按流程走完（不能直接解决）", "只能按流程走完（不能直接解決）", "Only the flow ends a ticket; it cannot be resolved at once";
    flow_reopen => "客户说没解决时，从哪里重新开始", "客戶說沒解決時，從哪裡重新開始", "Where work starts again when it was not solved";
    flow_reopen_first => "第一个处理节点", "第一個處理節點", "The first step of work";
}
