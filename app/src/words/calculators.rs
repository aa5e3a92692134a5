//! Words of calculators, where they are declared and where they are used.

use domain::calculator::{Change, Fact, InputKind, ResultKind, RoundTo};
use domain::formula::{Function, Rounding};

use super::Lang;

impl Lang {
    /// A result with the sign of what it is: `¥500.00`, `12.5%`.
    pub fn amount(self, kind: ResultKind, text: &str) -> String {
        match kind {
            ResultKind::Money => format!("¥{text}"),
            ResultKind::Number => text.to_owned(),
            ResultKind::Percent => format!("{text}%"),
            ResultKind::Days => self.span_days(text),
        }
    }

    pub const fn input_kind_word(self, kind: &InputKind) -> &'static str {
        match kind {
            InputKind::Money => self.result_kind(ResultKind::Money),
            InputKind::Number => self.result_kind(ResultKind::Number),
            InputKind::Percent => self.result_kind(ResultKind::Percent),
            InputKind::Days => self.result_kind(ResultKind::Days),
            InputKind::Choice { .. } => self.input_choice(),
        }
    }

    pub const fn result_kind(self, kind: ResultKind) -> &'static str {
        match kind {
            ResultKind::Money => self.amount_money(),
            ResultKind::Number => self.amount_number(),
            ResultKind::Percent => self.amount_percent(),
            ResultKind::Days => self.amount_days(),
        }
    }

    /// Money has names for its places.
    pub const fn round_to(self, kind: ResultKind, unit: RoundTo) -> &'static str {
        match (kind, unit) {
            (ResultKind::Money, RoundTo::Hundredth) => self.round_to_fen(),
            (ResultKind::Money, RoundTo::Tenth) => self.round_to_jiao(),
            (ResultKind::Money, RoundTo::One) => self.round_to_yuan(),
            (_, RoundTo::Hundredth) => self.round_to_hundredth(),
            (_, RoundTo::Tenth) => self.round_to_tenth(),
            (_, RoundTo::One) => self.round_to_one(),
        }
    }

    pub const fn rounding(self, how: Rounding) -> &'static str {
        match how {
            Rounding::HalfUp => self.rounding_half_up(),
            Rounding::Down => self.rounding_down(),
            Rounding::Up => self.rounding_up(),
        }
    }

    pub const fn fact(self, fact: Fact) -> &'static str {
        match fact {
            Fact::DaysOpen => self.fact_days_open(),
            Fact::DaysOverdue => self.fact_days_overdue(),
            Fact::Reopens => self.fact_reopens(),
            Fact::Urges => self.fact_urges(),
            Fact::Vip => self.fact_vip(),
        }
    }

    /// How a function is written, and what it means.
    pub const fn function(self, function: Function) -> (&'static str, &'static str) {
        match function {
            Function::Min => ("min(a, b)", self.function_min()),
            Function::Max => ("max(a, b)", self.function_max()),
            Function::If => ("if(a > b, x, y)", self.function_if()),
            Function::And => ("and(a > 1, b > 1)", self.function_and()),
            Function::Or => ("or(a > 1, b > 1)", self.function_or()),
            Function::Not => ("not(a > b)", self.function_not()),
            Function::Round => ("round(a, 0.01)", self.function_round()),
            Function::Floor => ("floor(a, 0.1)", self.function_floor()),
            Function::Ceil => ("ceil(a, 1)", self.function_ceil()),
        }
    }

    pub fn calculator_change(self, change: &Change) -> String {
        match change {
            Change::Name { from, to } => self.change_name(from, to),
            Change::Hint => self.change_hint().into(),
            Change::Categories => self.change_categories().into(),
            Change::InputAdded { name } => self.change_input_added(name),
            Change::InputRemoved { name } => self.change_input_removed(name),
            Change::InputChanged { name } => self.change_input(name),
            Change::Formula { from, to } => self.change_formula(from, to),
            Change::Result => self.change_result().into(),
            Change::Examples => self.change_examples().into(),
        }
    }

    /// Where a flaw is: `inputs.1.name` is the second input.
    pub fn calculator_place(self, place: &str) -> String {
        let mut parts = place.split('.');
        let part = parts.next().unwrap_or_default();
        let nth = parts.next().and_then(|at| at.parse::<usize>().ok()).map(|at| at + 1);
        match (part, nth) {
            ("inputs", Some(n)) => self.place_input(n),
            ("inputs", None) => self.calculator_inputs().into(),
            ("examples", Some(n)) => self.place_example(n),
            ("examples", None) => self.calculator_examples().into(),
            ("formula", _) => self.calculator_formula().into(),
            ("result", _) => self.calculator_result().into(),
            ("categories", _) => self.calculator_where().into(),
            ("hint", _) => self.calculator_hint().into(),
            _ => self.calculator_name().into(),
        }
    }
}

words! {
    calculators_none => "还没有计算器", "還沒有計算器", "No calculators yet";
    calculators_none_hint => "从一条常用的算法开始，例如「假一赔三，最多 500 元」。", "從一條常用的算法開始，例如「假一賠三，最多 500 元」。", "Begin with a rule you use often, such as “three times the price, at most 500”.";
    calculator_new => "新建计算器", "新增計算器", "New calculator";
    calculator_begin => "开始编写", "開始編寫", "Begin";
    calculator_name => "名称", "名稱", "Name";
    calculator_name_example => "例如：赔付金额", "例如：賠付金額", "For example: Compensation";
    calculator_hint => "什么时候用", "什麼時候用", "When to use it";
    calculator_hint_example => "例如：鉴定为假货，按实付金额赔付", "例如：鑑定為假貨，按實付金額賠付", "For example: the goods are proved to be fakes";
    calculator_where => "适用分类", "適用分類", "Offered under";
    calculator_everywhere => "全部分类", "全部分類", "All categories";
    calculator_add_where => "添加分类……", "新增分類……", "Add a category…";
    calculator_not_in(path) => "移除 {path}", "移除 {path}", "Remove {path}";
    calculator_version(n) => "第 {n} 版", "第 {n} 版", "Version {n}";
    calculator_unpublished => "未发布", "未發布", "Not published";
    calculator_withdrawn => "已停用", "已停用", "Withdrawn";
    calculator_changed => "有未发布的修改", "有未發布的修改", "Unpublished changes";
    calculator_offered => "使用中", "使用中", "In use";
    calculator_kept => "草稿已保存", "草稿已儲存", "Draft saved";
    calculator_not_kept => "正在保存……", "正在儲存……", "Saving…";
    calculator_withdraw => "停用", "停用", "Withdraw";
    calculator_offer => "启用", "啟用", "Offer again";
    calculator_publish => "发布", "發布", "Publish";
    calculator_published(n) => "第 {n} 版已发布，工单里马上可以用", "第 {n} 版已發布，工單裡馬上可以用", "Version {n} is published and can be used at once";
    calculator_not_yet => "改好下面几处就能发布：", "改好下面幾處就能發布：", "Before it can be published:";
    calculator_note => "为什么改", "為什麼改", "Why";
    calculator_note_example => "例如：新的赔付标准 11 月起执行", "例如：新的賠付標準 11 月起執行", "For example: new rules from November";
    calculator_versions => "历史版本", "歷史版本", "Versions";
    calculator_no_versions => "还没有发布过", "還沒有發布過", "Nothing was published yet";

    // Its inputs.
    calculator_inputs => "输入项", "輸入項", "Inputs";
    calculator_inputs_hint => "算的时候要知道什么。绑定了字段的会自动带入，不用再填一遍。", "算的時候要知道什麼。綁定了欄位的會自動帶入，不用再填一遍。", "What has to be known. What is tied to a field is filled in by itself.";
    input_name => "名称", "名稱", "Name";
    input_name_example => "例如：货款", "例如：貨款", "For example: price";
    input_kind => "类型", "類型", "Kind";
    input_unit => "单位", "單位", "Unit";
    input_options => "选项", "選項", "Options";
    input_options_example => "空运 / 陆运", "空運 / 陸運", "air / road";
    input_source => "取自", "取自", "Filled from";
    input_default => "默认值", "預設值", "Default";
    input_choice => "选项", "選項", "Choice";
    input_add => "添加输入项", "新增輸入項", "Add an input";
    input_nth(n, part) => "第 {n} 个输入项：{part}", "第 {n} 個輸入項：{part}", "Input {n}: {part}";
    amount_money => "金额", "金額", "Money";
    amount_number => "数字", "數字", "Number";
    amount_percent => "百分比", "百分比", "Percent";
    amount_days => "天数", "天數", "Days";
    source_by_hand => "手工填写", "手工填寫", "By hand";
    source_fields => "表单字段", "表單欄位", "Fields of the form";
    source_facts => "工单信息", "工單資訊", "What the ticket knows";
    fact_days_open => "已提交天数", "已提交天數", "Days since filed";
    fact_days_overdue => "超时天数", "逾時天數", "Days overdue";
    fact_reopens => "重开次数", "重開次數", "Times reopened";
    fact_urges => "催办次数", "催辦次數", "Times urged";
    fact_vip => "是否 VIP（1 是，0 否）", "是否 VIP（1 是，0 否）", "VIP (1 yes, 0 no)";

    // Its formula.
    calculator_formula => "公式", "公式", "Formula";
    formula_example => "min(货款 × 倍数, 500)", "min(貨款 × 倍數, 500)", "min(price * times, 500)";
    formula_pieces => "点一下插入公式", "點一下插入公式", "Insert into the formula";
    formula_right => "公式没有问题", "公式沒有問題", "The formula works";
    formula_help => "可以用的写法", "可以用的寫法", "What can be written";
    formula_signs => "百分数、乘除、比较，中文标点也可以", "百分數、乘除、比較，中文標點也可以", "percent, times, over, comparisons; Chinese signs, too";
    formula_texts => "选项用引号", "選項用引號", "options stand in quotation marks";
    function_min => "取最小的", "取最小的", "the smallest";
    function_max => "取最大的", "取最大的", "the largest";
    function_if => "成立用 x，否则用 y", "成立用 x，否則用 y", "x if it is so, else y";
    function_and => "都成立", "都成立", "all of them are so";
    function_or => "有一个成立", "有一個成立", "one of them is so";
    function_not => "不成立", "不成立", "it is not so";
    function_round => "四舍五入到 0.01", "四捨五入到 0.01", "rounded to 0.01";
    function_floor => "向下取到 0.1", "向下取到 0.1", "down to 0.1";
    function_ceil => "向上取整", "向上取整", "up to a whole number";

    // Its result.
    calculator_result => "结果", "結果", "Result";
    result_label => "结果名称", "結果名稱", "Name of the result";
    result_label_example => "例如：应赔金额", "例如：應賠金額", "For example: to be paid";
    result_kind_label => "结果类型", "結果類型", "Kind of the result";
    result_unit => "精确到", "精確到", "Rounded to";
    result_rounding => "取舍", "取捨", "Rounding";
    result_least => "下限", "下限", "At least";
    result_most => "上限", "上限", "At most";
    result_field => "写入字段", "寫入欄位", "Written into";
    result_no_field => "不写入", "不寫入", "Nowhere";
    round_to_fen => "分", "分", "0.01 yuan";
    round_to_jiao => "角", "角", "0.1 yuan";
    round_to_yuan => "元", "元", "whole yuan";
    round_to_hundredth => "两位小数", "兩位小數", "two places";
    round_to_tenth => "一位小数", "一位小數", "one place";
    round_to_one => "整数", "整數", "whole numbers";
    rounding_half_up => "四舍五入", "四捨五入", "half up";
    rounding_down => "舍去", "捨去", "down";
    rounding_up => "进位", "進位", "up";

    // Its examples.
    calculator_examples => "例子", "例子", "Examples";
    calculator_examples_hint => "写几个算好的例子。全部对上才能发布，以后改公式也会再核对一遍。", "寫幾個算好的例子。全部對上才能發布，以後改公式也會再核對一遍。", "Write down a few results you are sure of. All of them have to come out before it is published.";
    example_expected => "应得", "應得", "Expected";
    example_got => "算出", "算出", "Comes out";
    example_add => "添加例子", "新增例子", "Add an example";
    example_nth(n, part) => "第 {n} 个例子：{part}", "第 {n} 個例子：{part}", "Example {n}: {part}";
    place_input(n) => "第 {n} 个输入项", "第 {n} 個輸入項", "Input {n}";
    place_example(n) => "第 {n} 个例子", "第 {n} 個例子", "Example {n}";

    // What a version changed.
    change_nothing => "与上一版相同", "與上一版相同", "The same as the version before";
    change_name(from, to) => "名称：{from} → {to}", "名稱：{from} → {to}", "Name: {from} → {to}";
    change_hint => "使用说明", "使用說明", "When to use it";
    change_categories => "适用分类", "適用分類", "Where it is offered";
    change_input_added(name) => "新增输入项「{name}」", "新增輸入項「{name}」", "New input “{name}”";
    change_input_removed(name) => "去掉输入项「{name}」", "去掉輸入項「{name}」", "Input “{name}” is gone";
    change_input(name) => "输入项「{name}」的类型、来源或默认值", "輸入項「{name}」的類型、來源或預設值", "Kind, source or default of “{name}”";
    change_formula(from, to) => "公式：{from} → {to}", "公式：{from} → {to}", "Formula: {from} → {to}";
    change_result => "结果的取舍、上下限或写入字段", "結果的取捨、上下限或寫入欄位", "Rounding, limits or field of the result";
    change_examples => "例子", "例子", "Examples";

    // Beside a ticket, and in its history.
    side_calculators => "业务计算器", "業務計算器", "Calculators";
    calculation_write(label) => "写入「{label}」", "寫入「{label}」", "Write into “{label}”";
    calculation_now(value) => "现在是 {value}", "現在是 {value}", "now {value}";
    calculation_keep => "保存结果", "儲存結果", "Keep the result";
    calculation_kept => "结果已保存", "結果已儲存", "The result is kept";
    calculation_by(name, version) => "{name} 第 {version} 版", "{name} 第 {version} 版", "{name}, version {version}";
    recomputed_same => "重算一致", "重算一致", "Still comes out";
    recomputed_differs(now) => "重算为 {now}", "重算為 {now}", "Now comes out as {now}";
    recomputed_fails => "无法重算", "無法重算", "Cannot be repeated";
    unit_days => "天", "天", "days";
    mark_calculated(name, version, result) => "用「{name}」第 {version} 版算出 {result}", "用「{name}」第 {version} 版算出 {result}", "calculated {result} with “{name}”, version {version}";
}
