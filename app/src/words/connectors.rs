//! Words of connectors, where administrators set them up.

use domain::connector::inbound::TakenAs;

use super::Lang;

impl Lang {
    pub const fn taken_as(self, outcome: TakenAs) -> &'static str {
        match outcome {
            TakenAs::Created => self.taken_created(),
            TakenAs::Advanced => self.taken_advanced(),
            TakenAs::Nothing => self.taken_nothing(),
        }
    }
}

words! {
    admin_connectors => "连接器", "連接器", "Connectors";
    admin_connectors_hint => "工单可以查询、操作的业务系统：地址、密钥、超时与重试，以及它们会报来的事件。", "工單可以查詢、操作的業務系統：位址、密鑰、逾時與重試，以及它們會報來的事件。", "The systems tickets can look into and operate: address, secret, patience, and what they may tell.";
    connectors_none => "还没有连接业务系统", "還沒有連接業務系統", "No system is connected";
    connectors_none_hint => "没有连接器，工单照常使用。", "沒有連接器，工單照常使用。", "Tickets work without any.";
    connector_new => "新建连接器", "新增連接器", "New connector";
    connector_begin => "开始设置", "開始設定", "Set it up";
    connector_name => "名称", "名稱", "Name";
    connector_name_example => "例如：优选商城", "例如：優選商城", "For example: the shop";
    connector_key => "标识", "識別碼", "Key";
    connector_key_help => "流程和接口用它称呼这个系统，以后不能改。", "流程和介面用它稱呼這個系統，以後不能改。", "What flows and addresses call it; it cannot be changed later.";
    connector_url => "地址", "位址", "Address";
    connector_hosts => "允许的主机", "允許的主機", "Allowed hosts";
    connector_hosts_help => "只会向这些主机发请求；多个用逗号分开。", "只會向這些主機發出請求；多個用逗號分開。", "Requests go to these and nowhere else; separate them with commas.";
    connector_timeout => "超时（秒）", "逾時（秒）", "Timeout (seconds)";
    connector_channel => "报来工单的渠道", "報來工單的管道", "Channel of its tickets";
    connector_channel_help => "渠道标识；留空时用接口渠道。", "管道識別碼；留空時用介面管道。", "The channel's key; blank means the API's own.";
    connector_secret => "签名密钥", "簽名密鑰", "Signing secret";
    connector_secret_help => "加密保存，不再显示。留空则不改。", "加密儲存，不再顯示。留空則不改。", "Kept sealed and never shown again. Blank keeps the present one.";
    connector_signed => "已签名", "已簽名", "Signed";
    connector_unsigned => "未签名", "未簽名", "Not signed";
    connector_counts(operations, events) => "{operations} 个操作，{events} 种事件", "{operations} 個操作，{events} 種事件", "{operations} operations, {events} events";
    connector_saved => "已保存，马上生效", "已儲存，立即生效", "Saved, and in effect";
    connector_not_saved => "有未保存的改动", "有未儲存的變更", "Not saved yet";
    connector_operations => "操作", "操作", "Operations";
    connector_operations_hint => "没有回答时，每次重试的间隔加倍；用完次数就变成人工任务。", "沒有回答時，每次重試的間隔加倍；用完次數就變成人工任務。", "Without an answer it is asked again after growing pauses; after the last try it is a person's task.";
    connector_operation => "操作", "操作", "Operation";
    connector_request => "请求", "請求", "Request";
    connector_tries => "最多几次", "最多幾次", "Tries";
    connector_pause => "首次间隔（秒）", "首次間隔（秒）", "First pause (seconds)";
    connector_looks_at(thing) => "查询{thing}", "查詢{thing}", "looks at the {thing}";
    connector_makes(thing) => "操作，得到{thing}", "操作，得到{thing}", "acts, and makes a {thing}";
    connector_acts => "操作", "操作", "acts";
    connector_as_text => "以文本编辑", "以文字編輯", "Edit as text";
    connector_as_text_hint => "操作与事件的完整声明（JSON）。应用后还要保存才生效。", "操作與事件的完整宣告（JSON）。套用後還要儲存才生效。", "Operations and events as JSON. They take effect when the connector is saved.";
    connector_text_wrong(line, why) => "第 {line} 行不对：{why}", "第 {line} 行不對：{why}", "Line {line} is wrong: {why}";
    connector_take => "应用", "套用", "Apply";
    connector_rules => "会报来的事件", "會報來的事件", "Events it may tell";
    connector_rules_hint => "签名后发到", "簽名後發送到", "Signed, to";
    connector_rules_none => "没有声明事件", "沒有宣告事件", "None is declared";
    rule_creates(category) => "建工单：{category}", "建工單：{category}", "files a ticket: {category}";
    rule_advances(thing) => "推进关联该{thing}的工单", "推進關聯該{thing}的工單", "moves tickets about that {thing} on";
    connector_try => "试一试", "試一試", "Try it";
    connector_try_hint => "用已保存的设置查询一次，对方不会有任何改变。", "用已儲存的設定查詢一次，對方不會有任何改變。", "One question with the settings as saved; it changes nothing there.";
    connector_try_nothing => "先声明一个查询操作。", "先宣告一個查詢操作。", "Declare an operation that looks at something first.";
    connector_try_what => "查什么", "查什麼", "What";
    connector_try_ask => "查询", "查詢", "Ask";
    connector_took(ms) => "{ms} 毫秒", "{ms} 毫秒", "{ms} ms";
    connector_said => "原始回答", "原始回答", "What it said";
    connector_calls => "最近的请求", "最近的請求", "Recent calls";
    connector_calls_none => "还没有请求过", "還沒有請求過", "Nothing was asked of it yet";
    connector_tried(n) => "{n} 次", "{n} 次", "{n} tries";
    connector_told => "收到的事件", "收到的事件", "Events received";
    connector_told_none => "还没有收到过事件", "還沒有收到過事件", "It told nothing yet";
    taken_created => "已建单", "已建單", "filed";
    taken_advanced => "已推进", "已推進", "moved on";
    taken_nothing => "没有在等的工单", "沒有在等的工單", "nobody waited";
}
