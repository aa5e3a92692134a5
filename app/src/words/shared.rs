//! Words of both doors.

words! {
    unit_yuan => "元", "元", "yuan";
    product => "工单", "工單", "Gongdan";
    language => "语言", "語言", "Language";
    theme => "外观", "外觀", "Appearance";
    theme_system => "跟随系统", "跟隨系統", "System";
    theme_light => "浅色", "淺色", "Light";
    theme_dark => "深色", "深色", "Dark";
    sign_in => "登录", "登入", "Sign in";
    sign_out => "退出登录", "登出", "Sign out";
    password => "密码", "密碼", "Password";
    cancel => "取消", "取消", "Cancel";
    close_this => "关闭", "關閉", "Close";
    confirm => "确定", "確定", "OK";
    save => "保存", "儲存", "Save";
    send => "发送", "傳送", "Send";
    submit => "提交", "提交", "Submit";
    undo => "撤销", "復原", "Undo";
    edit => "编辑", "編輯", "Edit";
    change => "修改", "修改", "Change";
    back => "返回", "返回", "Back";
    more => "更多", "更多", "More";
    all => "全部", "全部", "All";
    none => "无", "無", "None";
    loading => "正在加载……", "載入中……", "Loading…";
    try_again => "重试", "重試", "Try again";
    optional => "选填", "選填", "optional";
    choose => "请选择", "請選擇", "Choose";
    copy => "复制", "複製", "Copy";
    copied => "已复制", "已複製", "Copied";
    remove => "移除", "移除", "Remove";
    list_comma => "、", "、", ", ";
    attachment => "附件", "附件", "Attachment";
    add_attachment => "添加附件", "新增附件", "Add a file";
    uploading => "上传中……", "上傳中……", "Uploading…";
    skip_to_content => "跳到主要内容", "跳到主要內容", "Skip to the content";
    page_missing => "没有这个页面", "沒有這個頁面", "There is no such page";
    page_missing_hint => "地址可能写错了，或内容已经移走。", "網址可能有誤，或內容已經移走。", "The address may be wrong, or the page has moved.";
    to_start => "回到首页", "回到首頁", "Go to the start page";

    // Time, near and far.
    time_just_now => "刚刚", "剛剛", "just now";
    time_minutes_ago(n) => "{n} 分钟前", "{n} 分鐘前", "{n} min ago";
    time_today(clock) => "今天 {clock}", "今天 {clock}", "today {clock}";
    time_yesterday(clock) => "昨天 {clock}", "昨天 {clock}", "yesterday {clock}";
    time_tomorrow(clock) => "明天 {clock}", "明天 {clock}", "tomorrow {clock}";
    time_left(span) => "剩 {span}", "剩 {span}", "{span} left";
    time_late(span) => "超 {span}", "逾 {span}", "{span} late";
    span_minutes(n) => "{n} 分", "{n} 分", "{n} min";
    span_hours(n) => "{n} 时", "{n} 時", "{n} h";
    span_hours_minutes(h, m) => "{h} 时 {m} 分", "{h} 時 {m} 分", "{h} h {m} min";
    span_days(n) => "{n} 天", "{n} 天", "{n} d";
    span_days_hours(d, h) => "{d} 天 {h} 时", "{d} 天 {h} 時", "{d} d {h} h";

    // What went wrong.
    error_not_found => "没有找到，或您无权查看。", "找不到，或您無權查看。", "Not found, or not yours to see.";
    error_forbidden => "您没有权限这样做。", "您沒有權限這樣做。", "You may not do that.";
    error_signed_out => "登录已失效，请重新登录。", "登入已失效，請重新登入。", "You are signed out. Please sign in again.";
    error_not_now(state) => "现在不能这样做：工单{state}。", "現在不能這樣做：工單{state}。", "That cannot be done now: the ticket is {state}.";
    error_conflict => "别人刚刚改过，请看一下最新情况再试。", "別人剛剛改過，請看一下最新情況再試。", "Someone else just changed this. Look at the latest and try again.";
    error_new_message => "您写的时候来了新消息。", "您輸入時收到了新訊息。", "A new message arrived while you were writing.";
    error_key_reused => "这次提交与之前的内容不同，请刷新页面后再试。", "這次提交與先前的內容不同，請重新整理頁面後再試。", "This was sent before with different content. Reload the page and try again.";
    error_too_often(time) => "操作太频繁，请在 {time} 后再试。", "操作太頻繁，請在 {time} 後再試。", "Too often. Try again after {time}.";
    error_invalid => "有内容需要修改，请看标出的地方。", "有內容需要修改，請看標示的地方。", "Something needs to be corrected; see the marked places.";
    error_ours => "系统出了问题，我们会尽快处理。您的内容没有丢失。", "系統發生問題，我們會盡快處理。您的內容沒有遺失。", "Something went wrong on our side. Nothing you wrote is lost.";
    error_unreachable => "连不上服务器，请检查网络后重试。您的内容没有丢失。", "無法連上伺服器，請檢查網路後重試。您的內容沒有遺失。", "The server cannot be reached. Check your network and try again; nothing you wrote is lost.";
}
