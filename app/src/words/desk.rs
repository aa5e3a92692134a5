//! Words of the agent's door.

words! {
    // Getting in, and around.
    sign_in_title => "登录工作台", "登入工作台", "Sign in to the workspace";
    sign_in_login => "账号", "帳號", "Login";
    sign_in_wrong => "账号或密码不对。", "帳號或密碼不正確。", "Wrong login or password.";
    desk_my_work => "我的待办", "我的待辦", "My work";
    rail_label => "主导航", "主導覽", "Main navigation";
    rail_work => "待办", "待辦", "Work";
    rail_views => "视图", "檢視", "Views";
    rail_customers => "客户", "客戶", "Customers";
    rail_boards => "看板", "看板", "Board";
    rail_lost => "连接中断，正在重连", "連線中斷，正在重新連線", "Connection lost, reconnecting";
    me_menu(name) => "{name}的菜单", "{name}的選單", "Menu of {name}";
    me_available => "在线", "上線", "Available";
    me_there => "接单中", "接單中", "taking work";
    me_away => "已离开", "已離開", "away";
    you => "你", "你", "You";
    somebody => "别人", "別人", "Somebody";
    nobody => "未指定", "未指定", "nobody";
    the_desk => "系统", "系統", "The desk";
    now => "现在", "現在", "now";
    reason => "原因", "原因", "Reason";

    // Keys.
    keys_help => "快捷键", "快速鍵", "Keyboard shortcuts";
    keys_note => "输入文字时，单个字母不会触发快捷键。", "輸入文字時，單一字母不會觸發快速鍵。", "Single letters do nothing while you type text.";
    keys_next => "下一条", "下一筆", "Next";
    keys_previous => "上一条", "上一筆", "Previous";
    keys_open => "打开", "開啟", "Open";
    keys_search => "搜索", "搜尋", "Search";
    keys_new => "新建工单", "新增工單", "New ticket";
    keys_palette => "命令面板", "指令面板", "Command palette";
    palette_hint => "输入命令、工单号或关键词", "輸入指令、工單編號或關鍵字", "A command, a ticket number or words";

    // The list.
    list_label => "工单列表", "工單清單", "Tickets";
    list_tabs => "列表", "清單", "Lists";
    list_new => "新建", "新增", "New";
    list_queue_title => "待申领", "待領取", "To claim";
    list_views_title => "工单视图", "工單檢視", "Views";
    list_cut => "已筛选", "已篩選", "Filtered";
    list_uncut => "显示全部", "顯示全部", "Show all";
    list_search => "搜索工单、客户、订单号", "搜尋工單、客戶、訂單編號", "Search tickets, customers, orders";
    list_search_title => "搜索结果", "搜尋結果", "Search results";
    list_late => "已超时", "已逾時", "Overdue";
    list_today => "今天到期", "今天到期", "Due today";
    list_tomorrow => "明天", "明天", "Tomorrow";
    list_later => "以后", "以後", "Later";
    list_no_promise => "没有时限", "沒有時限", "Without a due time";
    list_done_today => "今天", "今天", "Today";
    list_done_yesterday => "昨天", "昨天", "Yesterday";
    list_done_before => "更早", "更早", "Before";
    list_found => "找到的工单", "找到的工單", "Found";
    list_back => "回来", "回來", "Back";
    list_pick(number) => "选择 {number}", "選取 {number}", "Select {number}";
    list_new_work(n) => "有 {n} 件新工作", "有 {n} 件新工作", "{n} new";
    list_empty_mine => "都处理完了", "都處理完了", "All done";
    list_empty_mine_hint => "新的工作会自动出现在这里。", "新的工作會自動出現在這裡。", "New work appears here by itself.";
    list_empty_queue => "没有等待申领的工单", "沒有等待領取的工單", "Nothing to claim";
    list_empty_queue_hint => "您所在的组暂时没有新工单。", "您所在的群組暫時沒有新工單。", "Your groups have no new tickets.";
    list_empty_waiting => "没有在等待的工单", "沒有等待中的工單", "Nothing is waiting";
    list_empty_view => "这里没有工单", "這裡沒有工單", "No tickets here";
    list_empty_search => "没有找到", "找不到", "Nothing found";
    list_empty_search_hint => "换几个字，或直接输入工单号。", "換幾個字，或直接輸入工單編號。", "Try other words, or a ticket number.";
    shelf_mine => "该我处理", "該我處理", "Mine";
    shelf_queue => "待申领", "待領取", "To claim";
    shelf_waiting => "等待中", "等待中", "Waiting";
    view_live => "进行中", "進行中", "Live";
    view_new => "新工单", "新工單", "New";
    view_open => "处理中", "處理中", "Open";
    view_waiting => "等待中", "等待中", "Waiting";
    view_overdue => "已超时", "已逾時", "Overdue";
    view_resolved => "已解决", "已解決", "Resolved";
    view_closed => "已关单", "已結案", "Closed";
    bulk_label => "批量操作", "批次操作", "Bulk actions";
    bulk_picked(n) => "已选 {n} 件", "已選 {n} 件", "{n} selected";
    bulk_title(n) => "转派 {n} 件工单", "轉派 {n} 件工單", "Hand over {n} tickets";

    // Handing over.
    hand_group => "转给哪个组", "轉給哪個群組", "To which group";
    hand_any_group => "不限", "不限", "Any";
    hand_person => "由谁处理", "由誰處理", "To whom";
    hand_queue => "放进组的待申领", "放進群組的待領取", "Into the group's queue";
    hand_candidate(name, load, there) => "{name} · {load} 件 · {there}", "{name} · {load} 件 · {there}", "{name} · {load} tasks · {there}";
    hand_note => "交接说明", "交接說明", "Note for them";
    hand_done => "已转派", "已轉派", "Handed over";
    hand_all_done(n) => "{n} 件已转派", "{n} 件已轉派", "{n} handed over";
    hand_some_done(n, refused) => "{n} 件已转派，{refused} 件不能转派", "{n} 件已轉派，{refused} 件無法轉派", "{n} handed over, {refused} could not be";

    // A ticket.
    ticket_none_open => "选一张工单", "選一張工單", "Choose a ticket";
    ticket_none_open_hint => "用 J、K 移动，按 ↵ 打开。", "用 J、K 移動，按 ↵ 開啟。", "Move with J and K, open with ↵.";
    ticket_missing => "没有这张工单", "沒有這張工單", "There is no such ticket";
    ticket_details => "客户与字段", "客戶與欄位", "Customer and fields";
    ticket_acts => "操作", "操作", "Actions";
    ticket_steps => "流程", "流程", "Flow";
    ticket_owner(name) => "责任客服 {name}", "負責客服 {name}", "Owner {name}";
    ticket_handler(name) => "处理人 {name}", "處理人 {name}", "Handler {name}";
    ticket_group(name) => "在 {name} 待申领", "在 {name} 待領取", "In the queue of {name}";
    ticket_reopens(n) => "重开 {n} 次", "重開 {n} 次", "Reopened {n}×";
    ticket_urges(n) => "催办 {n} 次", "催辦 {n} 次", "Urged {n}×";
    due_first_answer => "首次答复", "首次回覆", "First answer";
    due_resolution => "解决", "解決", "Resolution";
    present_looks(name) => "{name}正在查看", "{name}正在查看", "{name} is looking at this";
    present_writes(name) => "{name}正在回复", "{name}正在回覆", "{name} is writing";
    edit_subject => "修改标题", "修改標題", "Change the subject";
    edit_field(name) => "修改{name}", "修改{name}", "Change {name}";

    // What can be done with it.
    act_claim => "领取", "領取", "Claim";
    act_transfer => "转派", "轉派", "Hand over";
    act_wait => "等待", "等待", "Wait";
    act_resume => "继续处理", "繼續處理", "Go on";
    act_resolve => "解决", "解決", "Resolve";
    act_reopen => "重新打开", "重新開啟", "Reopen";
    act_close => "关单", "結案", "Close";
    act_send_back => "退回", "退回", "Send back";
    act_urge => "催办", "催辦", "Urge";
    act_link => "关联工单", "關聯工單", "Link a ticket";
    act_unlink => "取消关联", "取消關聯", "Unlink";
    act_merge => "合并到……", "合併到……", "Merge into…";
    act_split => "拆成新工单", "拆成新工單", "Split off";
    act_follow => "关注", "關注", "Follow";
    act_unfollow => "取消关注", "取消關注", "Unfollow";
    act_finish(step) => "完成「{step}」", "完成「{step}」", "Finish “{step}”";
    finish_note => "给下一步的说明", "給下一步的說明", "Note for the next step";
    told_how => "怎么告知客户的", "怎麼告知客戶的", "How was the customer told?";
    told_told => "已告知", "已告知", "Told";
    told_unreachable => "联系不上", "聯絡不上", "Could not be reached";
    told_call_back => "约好明天再联系", "約好明天再聯絡", "Call back tomorrow";
    send_back_hint => "退给上一步的人，或回到待申领。", "退給上一步的人，或回到待領取。", "Back to whoever had the step before, or to the queue.";
    urge_done => "已催办", "已催辦", "Urged";
    resolve_how => "处理结果", "處理結果", "How did it end?";
    resolve_note => "结果说明", "結果說明", "Note on the result";
    wait_whom => "等谁", "等誰", "Waiting for";
    wait_example => "例如：等客户补充照片", "例如：等客戶補充照片", "For example: photos from the customer";
    wake_when => "什么时候回到待办", "什麼時候回到待辦", "When it comes back";
    wake_two_hours => "2 小时后", "2 小時後", "In 2 hours";
    wake_tomorrow => "明天早上", "明天早上", "Tomorrow morning";
    wake_three_days => "3 天后", "3 天後", "In 3 days";
    wake_week => "一周后", "一週後", "In a week";
    link_other => "另一张工单的编号", "另一張工單的編號", "Number of the other ticket";
    link_how => "关系", "關係", "How they belong together";
    merge_hint(number) => "{number} 的消息会在另一张工单里继续，它自己就此结束。", "{number} 的訊息會在另一張工單裡繼續，它自己就此結束。", "The messages of {number} go on in the other ticket; it ends here.";
    merge_into => "合并到哪张工单", "合併到哪張工單", "Into which ticket";
    split_hint => "这条消息里的另一件事，变成单独的工单，并与本单关联。", "這則訊息裡的另一件事，變成單獨的工單，並與本單關聯。", "Another matter in this message becomes a ticket of its own, linked to this one.";

    // What happened, to be read behind who did it.
    timeline_label => "处理记录", "處理記錄", "History";
    timeline_filter => "筛选记录", "篩選記錄", "Filter the history";
    timeline_talk => "对话", "對話", "Conversation";
    timeline_notes => "备注", "備註", "Notes";
    timeline_changes => "变更", "變更", "Changes";
    timeline_earlier => "更早的记录", "更早的記錄", "Earlier";
    from_customer => "客户", "客戶", "Customer";
    mark_created => "提交了工单", "提交了工單", "filed the ticket";
<<<<<<< HEAD
    mark_opened(step, to) => "打开「{step}」 · {to}", "開啟「{step}」 · {to}", "opened “{step}” · {to}";
=======
    mark_opened(step, to) => "打开「{step}」· {to}", "開啟「{step}」· {to}", "opened “{step}” · {to}";
>>>>>>> 3582e4d (wip4)
    mark_claimed(step) => "领取了「{step}」", "領取了「{step}」", "claimed “{step}”";
    mark_assigned => "分派了", "分派了", "assigned it";
    mark_assigned_to(to) => "分派给 {to}", "分派給 {to}", "assigned it to {to}";
    mark_completed(step) => "完成了「{step}」", "完成了「{step}」", "finished “{step}”";
    mark_sent_back(step) => "退回了「{step}」", "退回了「{step}」", "sent back “{step}”";
    mark_transferred => "转派了", "轉派了", "handed it over";
    mark_transferred_to(to) => "转派给 {to}", "轉派給 {to}", "handed it over to {to}";
    mark_suspended(state) => "{state}", "{state}", "set it {state}";
    mark_suspended_until(state, time) => "{state}，{time} 回来", "{state}，{time} 回來", "set it {state} until {time}";
    mark_resumed => "继续处理", "繼續處理", "went on with it";
    mark_urged(n) => "催办，第 {n} 次", "催辦，第 {n} 次", "urged it, {n}×";
    mark_replied => "回复了客户", "回覆了客戶", "replied";
    mark_customer_replied => "写来消息", "傳來訊息", "wrote";
    mark_noted => "写了备注", "寫了備註", "wrote a note";
    mark_changed(field, from, to) => "把 {field} 从 {from} 改为 {to}", "把 {field} 從 {from} 改為 {to}", "changed {field} from {from} to {to}";
    mark_category(from, to) => "把分类从 {from} 改为 {to}", "把分類從 {from} 改為 {to}", "changed the category from {from} to {to}";
    mark_category_changed => "改了分类", "改了分類", "changed the category";
    mark_priority(from, to) => "把优先级从 {from} 改为 {to}", "把優先級從 {from} 改為 {to}", "changed {from} to {to}";
    mark_owner(to) => "责任客服改为 {to}", "負責客服改為 {to}", "made {to} the owner";
    mark_owner_gone => "取消了责任客服", "取消了負責客服", "took the owner off";
    mark_follows => "关注了工单", "關注了工單", "follows the ticket";
    mark_unfollows => "不再关注", "不再關注", "follows no more";
    mark_resolved(how) => "解决了：{how}", "解決了：{how}", "resolved it: {how}";
    mark_told => "已把结果告知客户", "已把結果告知客戶", "told the customer the result";
    mark_unreachable => "联系不上客户", "聯絡不上客戶", "could not reach the customer";
    mark_call_back(time) => "约好 {time} 再联系", "約好 {time} 再聯絡", "will call back at {time}";
    mark_reopened(n) => "重新打开，第 {n} 次", "重新開啟，第 {n} 次", "reopened it, {n}×";
    mark_closed => "关单", "結案", "closed it";
    mark_merged(into) => "合并到 {into}", "合併到 {into}", "merged it into {into}";
    mark_merged_from(from) => "并入了 {from}", "併入了 {from}", "merged {from} into this";
    mark_split(into) => "拆出 {into}", "拆出 {into}", "split off {into}";
    mark_split_from(from) => "从 {from} 拆出", "從 {from} 拆出", "split this off {from}";
    mark_linked(to, how) => "关联 {to}（{how}）", "關聯 {to}（{how}）", "linked {to} ({how})";
    mark_unlinked(to) => "取消关联 {to}", "取消關聯 {to}", "unlinked {to}";
    mark_rated(result, process) => "评价：结果 {result}，过程 {process}", "評價：結果 {result}，過程 {process}", "rated the result {result}, the process {process}";
    mark_breached(time) => "超过时限 {time}", "超過時限 {time}", "missed the promise of {time}";

    // Writing.
    composer_label => "写回复或备注", "寫回覆或備註", "Write";
    composer_kind => "写给谁", "寫給誰", "To whom";
    composer_reply => "公开回复", "公開回覆", "Reply";
    composer_note => "内部备注", "內部備註", "Note";
    composer_reply_hint => "写给客户……", "寫給客戶……", "To the customer…";
    composer_note_hint => "只有同事能看到，用 @ 提醒某人……", "只有同事看得到，用 @ 提醒某人……", "For colleagues only; @ to mention one…";
    composer_mention => "提醒谁", "提醒誰", "Mention";
    composer_send_reply => "发送回复", "傳送回覆", "Send reply";
    composer_send_note => "添加备注", "新增備註", "Add note";
    composer_send_anyway => "仍然发送", "仍然傳送", "Send anyway";
    composer_and => "回复并……", "回覆並……", "Reply and…";
    composer_and_wait => "回复并等客户", "回覆並等客戶", "Reply and wait for the customer";
    composer_and_resolve => "回复并解决", "回覆並解決", "Reply and resolve";
    composer_sent => "已发送", "已傳送", "Sent";
    composer_sent_waits => "已回复，等客户", "已回覆，等客戶", "Sent; waiting for the customer";
    composer_sent_resolved => "已回复并解决", "已回覆並解決", "Sent and resolved";
    composer_newer => "您写的时候来了新消息", "您輸入時收到了新訊息", "A new message arrived while you were writing";
    composer_seen => "看到了", "看到了", "I have seen it";
    draft_saved => "草稿已保存", "草稿已儲存", "Draft saved";
    draft_only_here => "草稿只存在这台电脑上", "草稿只存在這台電腦上", "Draft kept on this device only";

    // The context.
    side_earlier => "以前的工单", "以前的工單", "Earlier tickets";
    side_no_earlier => "第一次来", "第一次來", "None before";
    side_channel(name) => "来自{name}", "來自{name}", "Came by {name}";
    side_handling => "处理", "處理", "Handling";
    side_fields => "字段", "欄位", "Fields";
    side_followers => "关注人", "關注者", "Followers";
    side_no_followers => "还没有人关注", "還沒有人關注", "Nobody follows";
    side_files => "附件", "附件", "Attachments";
    side_links => "关联工单", "關聯工單", "Linked tickets";
    field_urgency => "紧急程度", "緊急程度", "Urgency";
    field_importance => "重要程度", "重要程度", "Importance";
    field_priority => "优先级", "優先級", "Priority";
    field_category => "分类", "分類", "Category";
    field_owner => "责任客服", "負責客服", "Owner";
    field_phone => "电话", "電話", "Phone";
    field_email => "邮箱", "電子郵件", "E-mail";
    field_organization => "单位", "單位", "Organisation";
    stars(n) => "{n} 星", "{n} 星", "{n} stars";
    conflict_what(who) => "{who}刚刚也改了这一项，用哪个？", "{who}剛剛也改了這一項，用哪個？", "{who} just changed this, too. Which one?";
    conflict_theirs(value) => "用对方的：{value}", "用對方的：{value}", "Theirs: {value}";
    conflict_mine(value) => "用我的：{value}", "用我的：{value}", "Mine: {value}";

    // A new ticket.
    new_title => "为客户新建工单", "為客戶新增工單", "New ticket for a customer";
    new_customer => "客户", "客戶", "Customer";
    new_name => "称呼", "稱呼", "Name";
    new_known => "这个号码的客户", "這個號碼的客戶", "Customers with this number";
    new_find_leaf => "查找分类", "尋找分類", "Find a category";
    new_find_leaf_example => "例如：提现，或拼音首字母 tx", "例如：提現，或拼音首字母 tx", "Words, or pinyin initials";
    new_matter => "事情", "事情", "Matter";
    new_subject => "标题", "標題", "Subject";
    new_description => "客户怎么说", "客戶怎麼說", "What the customer says";
    new_priority_of_leaf => "按分类", "按分類", "As the category says";
    new_submit => "提交工单", "提交工單", "File the ticket";
    new_done_hint => "请把编号告诉客户。", "請把編號告訴客戶。", "Read the number out to the customer.";
    new_again => "再建一张", "再建一張", "File another";
    new_done(number) => "{number} 已提交", "{number} 已提交", "{number} filed";

    // Customers.
    customers_search => "姓名、电话或邮箱", "姓名、電話或電子郵件", "Name, phone or e-mail";
    customers_none_open => "选一位客户", "選一位客戶", "Choose a customer";
    customers_none_found => "换个写法，或输入电话后四位。", "換個寫法，或輸入電話後四碼。", "Try another spelling, or the last four digits.";

    // The board.
    board_title => "今日看板", "今日看板", "Today";
    board_live => "实时", "即時", "Live";
    board_groups(n) => "{n} 个组", "{n} 個群組", "{n} groups";
    board_created => "今日新建", "今日新增", "Filed today";
    board_accepted(n) => "受理 {n}", "受理 {n}", "{n} accepted";
    board_resolved => "今日解决", "今日解決", "Resolved today";
    board_completion(rate) => "完成率 {rate}", "完成率 {rate}", "{rate} of accepted";
    board_handled(n) => "处理 {n} 步", "處理 {n} 步", "{n} steps done";
    board_backlog => "待处理", "待處理", "Backlog";
    board_backlog_hint => "新工单与处理中", "新工單與處理中", "new and open";
    board_overdue => "已超时", "已逾時", "Overdue";
    board_overdue_share(rate) => "占待处理 {rate}", "佔待處理 {rate}", "{rate} of the backlog";
    board_waiting => "等待中", "等待中", "Waiting";
    board_waiting_hint => "等客户或第三方", "等客戶或第三方", "for customers and others";
    board_satisfaction => "满意度", "滿意度", "Satisfaction";
    board_rated(n) => "今日评价 {n}", "今日評價 {n}", "{n} ratings today";
    board_day => "24 小时流入与完成", "24 小時流入與完成", "24 hours of inflow and completion";
    board_hour => "小时", "小時", "Hour";
    board_inflow => "流入", "流入", "Filed";
    board_done => "完成", "完成", "Resolved";
    board_by_group => "各组", "各群組", "Groups";
    board_by_group_hint => "点数字看工单", "點數字看工單", "Every number is a list";
    board_group => "组", "群組", "Group";
    board_load => "负载", "負載", "Load";
    board_by_person => "各人", "各人", "People";
    board_by_person_hint => "在线的在前", "上線者在前", "Available first";
    board_person => "姓名", "姓名", "Name";
    board_actionable => "手头", "手頭", "In hand";
    board_held => "等待", "等待", "Held";
    board_owned => "负责", "負責", "Owned";
}
