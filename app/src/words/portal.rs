//! Words of the customer's door.

use domain::state::TicketState;

use super::Lang;

impl Lang {
    /// A state as its customer would say it.
    pub const fn portal_state(self, state: TicketState) -> &'static str {
        match state {
            TicketState::Submitted | TicketState::ToClaim => self.portal_state_new(),
            TicketState::Assigned | TicketState::InProgress => self.portal_state_open(),
            TicketState::AwaitingCustomer => self.portal_state_you(),
            TicketState::AwaitingThirdParty | TicketState::Suspended => self.portal_state_waiting(),
            TicketState::Resolved => self.portal_state_resolved(),
            TicketState::Closed | TicketState::Archived => self.portal_state_closed(),
            TicketState::Rejected => self.portal_state_rejected(),
            TicketState::Merged => self.portal_state_merged(),
        }
    }
}

words! {
    portal_title => "客户服务", "客戶服務", "Customer service";
    portal_promise => "每一张工单都有人负责到底", "每一張工單都有人負責到底", "Every ticket has somebody who answers for it";
    portal_hello => "有什么可以帮您？", "有什麼可以幫您？", "How can we help?";
    portal_hello_lead => "说清楚一次就够了。我们会找到对的人，并告诉您进展。", "說清楚一次就夠了。我們會找到對的人，並告訴您進度。", "Say it once. We find the right person and tell you how it goes.";
    portal_file => "提交工单", "提交工單", "File a ticket";
    portal_file_hint => "选一项，写几句，1 分钟内完成", "選一項，寫幾句，1 分鐘內完成", "Choose, write a few words: under a minute";
    portal_mine => "我的工单", "我的工單", "My tickets";
    portal_mine_hint => "看进展、补充、催办、评价", "看進度、補充、催辦、評價", "Follow, add, urge, rate";
    portal_promise_1 => "提交后马上得到工单号，并知道什么时候有结果。", "提交後馬上得到工單號，並知道什麼時候有結果。", "You get a number at once, and the time to expect a result.";
    portal_promise_2 => "进展实时更新，不用反复打电话询问。", "進度即時更新，不用反覆打電話詢問。", "Progress shows as it happens; no need to call again.";
    portal_promise_3 => "没解决？一键重新处理，前面说过的都还在。", "沒解決？一鍵重新處理，前面說過的都還在。", "Not solved? One tap, and all you said is still there.";

    // Choosing what it is about.
    picker_find => "选择问题类型", "選擇問題類型", "Choose what it is about";
    picker_example => "例如：提现 没到账，或 sj", "例如：提領 沒到帳，或 sj", "For example: refund";
    picker_search => "搜索", "搜尋", "Search";
    picker_again => "重选", "重選", "Start over";
    picker_nothing(words) => "没有找到“{words}”。换个说法，或从下面选。", "找不到「{words}」。換個說法，或從下面選。", "Nothing fits “{words}”. Say it differently, or choose below.";
    picker_hours(n) => "{n} 小时内解决", "{n} 小時內解決", "within {n} hours";
    picker_days(n) => "{n} 天内解决", "{n} 天內解決", "within {n} days";

    // Filing.
    portal_what => "遇到了什么问题？", "遇到了什麼問題？", "What happened?";
    portal_what_lead => "选一项，或直接搜索。多数问题 1 分钟内可以提交。", "選一項，或直接搜尋。多數問題 1 分鐘內可以提交。", "Choose, or search. Most matters take less than a minute.";
    portal_describe => "请描述一下", "請描述一下", "Tell us about it";
    portal_describe_hint => "发生了什么？希望怎么解决？", "發生了什麼？希望怎麼解決？", "What happened? What should be done?";
    portal_photos => "照片或小票", "照片或收據", "Photos or receipts";
    portal_take_photo => "拍照", "拍照", "Camera";
    portal_photo => "照片", "照片", "Photo";
    portal_pick_photo => "相册", "相簿", "Files";
    portal_photo_sent => "已上传", "已上傳", "Uploaded";
    portal_photo_here => "待上传", "待上傳", "Not sent yet";
    portal_name => "怎么称呼您", "怎麼稱呼您", "Your name";
    portal_phone => "手机号", "手機號碼", "Phone";
    portal_email => "邮箱", "電子郵件", "E-mail";
    portal_add_subject => "加一个标题", "加一個標題", "Add a title";
    portal_subject => "标题", "標題", "Title";
    portal_subject_help => "不填就用描述的第一句。", "不填就用描述的第一句。", "Without one, we take your first line.";
    portal_kept => "已保存在这台设备上", "已儲存在這台裝置上", "Kept on this device";
    portal_sending_photos => "正在上传照片……", "正在上傳照片……", "Sending photos…";
    portal_sending => "正在提交……", "正在提交……", "Sending…";
    portal_saved_unsent => "网络不通。已保存，待发送；恢复后自动提交。", "網路不通。已儲存，待傳送；恢復後自動提交。", "No connection. Saved, not sent yet; it goes as soon as you are back online.";
    portal_send_now => "立即重试", "立即重試", "Try now";
    portal_flaws(n) => "还有 {n} 处需要填写或修改", "還有 {n} 處需要填寫或修改", "To be filled in or corrected: {n}";
    portal_restored => "已恢复上次没有提交的内容。", "已恢復上次沒有提交的內容。", "What you had begun is here again.";
    portal_begin_anew => "清空重写", "清空重寫", "Begin anew";
    portal_sorry => "暂时打不开", "暫時打不開", "This does not open right now";

    // Following.
    portal_filed => "已提交，您的工单号", "已提交，您的工單號", "Filed. Your ticket number";
    portal_copy_number => "复制工单号", "複製工單號", "Copy the number";
    portal_keep_link => "请收藏本页：凭这个链接随时查看进展，不要转发给别人。", "請收藏本頁：憑這個連結隨時查看進度，不要轉發給別人。", "Bookmark this page: its link opens your ticket. Do not pass it on.";
    portal_steps => "处理步骤", "處理步驟", "Steps";
    portal_step_now => "进行中", "進行中", "now";
    portal_step_done => "已完成", "已完成", "done";
    portal_now_new => "已收到，正在安排专人处理", "已收到，正在安排專人處理", "Received; somebody is being assigned";
    portal_now_open => "正在处理", "正在處理", "Being worked on";
    portal_now_step(step) => "正在{step}", "正在{step}", "Now: {step}";
    portal_now_you => "等您补充信息", "等您補充資訊", "We are waiting for you";
    portal_now_question => "有一个问题等您答复", "有一個問題等您答覆", "There is a question for you";
    portal_now_third => "正在等第三方答复", "正在等第三方答覆", "Waiting for a third party";
    portal_now_suspended => "暂时搁置，到时间会继续处理", "暫時擱置，到時間會繼續處理", "Put aside for now; it goes on by itself";
    portal_now_resolved => "已处理完，请您确认", "已處理完，請您確認", "Done. Is it solved for you?";
    portal_now_closed => "已结束", "已結束", "Closed";
    portal_now_rejected => "未能受理", "未能受理", "Not accepted";
    portal_now_merged => "已并入另一张工单", "已併入另一張工單", "Goes on in another ticket";
    portal_expected(at) => "预计 {at} 前给您结果", "預計 {at} 前給您結果", "Expect a result by {at}";
    portal_late(at) => "原定 {at} 前给您结果，已经晚了，我们正在加急", "原定 {at} 前給您結果，已經晚了，我們正在加急", "It was due by {at}. We are late, and hurrying";
    portal_soon => "会尽快给您结果", "會盡快給您結果", "You will hear from us soon";
    portal_clock_stands => "等待期间不计时", "等待期間不計時", "The clock stands meanwhile";
    portal_ended_at(at) => "{at} 处理完", "{at} 處理完", "Done {at}";
    portal_owner(name) => "{name} 负责到底", "{name} 負責到底", "{name} answers for it";
    portal_was_owner(name) => "由 {name} 负责", "由 {name} 負責", "By {name}";
    portal_filed_at(at) => "提交于 {at}", "提交於 {at}", "Filed {at}";
    portal_urged(n) => "已催 {n} 次", "已催 {n} 次", "Urged {n}×";
    portal_reopened(n) => "重新处理 {n} 次", "重新處理 {n} 次", "Reopened {n}×";
    portal_merged_into(number) => "内容已并入 {number}，之后的进展在那里继续。", "內容已併入 {number}，之後的進度在那裡繼續。", "Everything goes on in {number}.";
    portal_talk => "沟通记录", "溝通紀錄", "Conversation";
    portal_me => "我", "我", "Me";
    portal_add_words => "补充说明……", "補充說明……", "Add something…";
    portal_question => "请您答复", "請您答覆", "Please answer";
    portal_question_below => "请在下面的输入框里回复。", "請在下面的輸入框裡回覆。", "Please answer in the box below.";
    portal_question_over => "这个问题已经答复，或不再需要答复。", "這個問題已經答覆，或不再需要答覆。", "This was answered already, or needs no answer any more.";
    portal_they_ask => "请在这里回复……", "請在這裡回覆……", "Please answer here…";
    portal_urge => "催一下", "催一下", "Hurry, please";
    portal_urge_hint => "负责人会马上收到提醒", "負責人會馬上收到提醒", "Whoever has it is reminded at once";
    portal_urge_again(at) => "已提醒负责人，{at} 后可以再催", "已提醒負責人，{at} 後可以再催", "They were reminded; you may urge again after {at}";
    portal_is_it_solved => "问题解决了吗？", "問題解決了嗎？", "Is it solved?";
    portal_after_all => "问题又出现了？", "問題又出現了？", "Is it back?";
    portal_what_is_left => "哪里没解决？（选填）", "哪裡沒解決？（選填）", "What is left? (optional)";
    portal_not_solved => "问题没解决", "問題沒解決", "Not solved";
    portal_solved => "已经解决了", "已經解決了", "Yes, solved";
    portal_rate => "这次服务怎么样？", "這次服務怎麼樣？", "How was it?";
    portal_rate_result => "处理结果", "處理結果", "The result";
    portal_rate_process => "处理过程", "處理過程", "The way there";
    portal_rate_words => "想说的话（选填）", "想說的話（選填）", "In your words (optional)";
    portal_rate_send => "提交评价", "提交評價", "Rate";
    portal_rated => "谢谢您的评价", "謝謝您的評價", "Thank you for rating";
    portal_stars(n) => "{n} 星，最多 5 星", "{n} 星，最多 5 星", "{n} of 5 stars";
    portal_no_ticket => "看不到这张工单", "看不到這張工單", "There is no ticket to see here";
    portal_no_ticket_lead => "链接可能不完整或已过期。请从短信或邮件里的完整链接打开，或登录后在“我的工单”里查看。", "連結可能不完整或已過期。請從簡訊或郵件裡的完整連結開啟，或登入後在「我的工單」裡查看。", "The link may be incomplete or expired. Open the whole link from your message, or sign in and look in My tickets.";

    // One's own list, in the customer's words.
    portal_state_new => "已收到", "已收到", "Received";
    portal_state_open => "处理中", "處理中", "In progress";
    portal_state_you => "等您回复", "等您回覆", "Waiting for you";
    portal_state_waiting => "等待中", "等待中", "Waiting";
    portal_state_resolved => "待您确认", "待您確認", "Please confirm";
    portal_state_closed => "已结束", "已結束", "Closed";
    portal_state_rejected => "未受理", "未受理", "Not accepted";
    portal_state_merged => "已合并", "已合併", "Merged";
    portal_none_yet => "还没有工单。", "還沒有工單。", "No tickets yet.";
    portal_older => "更早的工单", "更早的工單", "Earlier tickets";
    portal_recent => "这台设备上看过的工单", "這台裝置上看過的工單", "Tickets followed on this device";
    portal_forget_recent => "从这台设备移除", "從這台裝置移除", "Remove from this device";
    portal_sign_in_lead => "登录后查看全部工单。没有账号时，用提交后的链接查看。", "登入後查看全部工單。沒有帳號時，用提交後的連結查看。", "Sign in to see all your tickets. Without an account, use the link you got when filing.";

    // Accounts.
    portal_sign_in_wrong => "手机号、邮箱或密码不对。", "手機號碼、電子郵件或密碼不正確。", "Wrong phone, e-mail or password.";
    portal_old_password_wrong => "现在的密码不对。", "目前的密碼不正確。", "That is not your current password.";
    portal_code_wrong => "验证码不对，或已经过期。", "驗證碼不正確，或已經過期。", "The code is wrong, or too old.";
    portal_register => "注册", "註冊", "Register";
    portal_forgot => "忘记密码", "忘記密碼", "Forgot the password";
    portal_forgot_lead => "填写注册时的手机号或邮箱，我们把验证码发给您。", "填寫註冊時的手機號碼或電子郵件，我們把驗證碼傳給您。", "Enter the phone or e-mail you registered with; we send you a code.";
    portal_send_code => "发送验证码", "傳送驗證碼", "Send the code";
    portal_reset => "重设密码", "重設密碼", "Set a new password";
    portal_reset_lead => "如果这个账号存在，验证码已经发出。", "如果這個帳號存在，驗證碼已經送出。", "If there is such an account, a code is on its way.";
    portal_code => "验证码", "驗證碼", "Code";
    portal_contact => "手机号或邮箱", "手機號碼或電子郵件", "Phone or e-mail";
    portal_new_password => "新密码", "新密碼", "New password";
    portal_old_password => "现在的密码", "目前的密碼", "Current password";
    portal_password_help => "至少 10 个字符", "至少 10 個字元", "At least 10 characters";
    portal_change_password => "修改密码", "修改密碼", "Change the password";
}
