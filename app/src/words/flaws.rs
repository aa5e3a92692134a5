//! What is wrong with what somebody typed, in words.

use domain::invalid::Flaw;

use super::Lang;

impl Lang {
    pub fn flaw(self, flaw: &Flaw) -> String {
        match flaw {
            Flaw::Blank => self.flaw_blank().into(),
            Flaw::TooLong { max } => self.flaw_too_long(max),
            Flaw::TooShort { min } => self.flaw_too_short(min),
            Flaw::OutOfRange { min, max } => self.flaw_out_of_range(min, max),
            Flaw::NotANumber => self.flaw_not_a_number().into(),
            Flaw::NotMoney => self.flaw_not_money().into(),
            Flaw::NotADate => self.flaw_not_a_date().into(),
            Flaw::NotAPhone => self.flaw_not_a_phone().into(),
            Flaw::NotAnEmail => self.flaw_not_an_email().into(),
            Flaw::NotAnIdNumber => self.flaw_not_an_id_number().into(),
            Flaw::NotAnOrder => self.flaw_not_an_order().into(),
            Flaw::NotAKey => self.flaw_not_a_key().into(),
            Flaw::NotAnAddress => self.flaw_not_an_address().into(),
            Flaw::NotAnEvent => self.flaw_not_an_event().into(),
            Flaw::NotAChoice => self.flaw_not_a_choice().into(),
            Flaw::NotOffered => self.flaw_not_offered().into(),
            Flaw::Unknown => self.flaw_unknown().into(),
            Flaw::Taken => self.flaw_taken().into(),
            Flaw::FileKind => self.flaw_file_kind().into(),
            Flaw::FileTooLarge { max_mb } => self.flaw_file_too_large(max_mb),
            Flaw::TooMany { max } => self.flaw_too_many(max),
            Flaw::InThePast => self.flaw_in_the_past().into(),
            Flaw::TooFarAhead { days } => self.flaw_too_far_ahead(days),
            Flaw::TooFew { min } => self.flaw_too_few(min),
            Flaw::Formula { mistake } => self.mistake(mistake),
            Flaw::NotAName => self.flaw_not_a_name().into(),
            Flaw::Unused => self.flaw_unused().into(),
            Flaw::ComesOutAs { got } => self.flaw_comes_out_as(got),
            Flaw::LessThan { least } => self.flaw_less_than(least),
            Flaw::MoreThan { most } => self.flaw_more_than(most),
            Flaw::NoSuchField => self.flaw_no_such_field().into(),
            Flaw::Misfit => self.flaw_misfit().into(),
        }
    }
}

words! {
    flaw_blank => "请填写这一项", "請填寫這一項", "Please fill this in";
    flaw_too_long(max) => "最多 {max} 个字", "最多 {max} 個字", "At most {max} characters";
    flaw_too_short(min) => "至少 {min} 个字", "至少 {min} 個字", "At least {min} characters";
    flaw_out_of_range(min, max) => "请填 {min} 到 {max} 之间的数", "請填 {min} 到 {max} 之間的數", "A number from {min} to {max}";
    flaw_not_a_number => "请填数字", "請填數字", "A number, please";
    flaw_not_money => "请填金额，最多两位小数", "請填金額，最多兩位小數", "An amount with at most two decimals";
    flaw_not_a_date => "请填日期，例如 2026-11-22", "請填日期，例如 2026-11-22", "A date such as 2026-11-22";
    flaw_not_a_phone => "电话号码不对，请检查", "電話號碼不對，請檢查", "This is not a phone number";
    flaw_not_an_email => "邮箱地址不对，请检查", "電子郵件地址不對，請檢查", "This is not an e-mail address";
    flaw_not_an_id_number => "身份证号不对，请检查最后一位", "身分證號不對，請檢查最後一位", "This is not an ID number; check its last digit";
    flaw_not_an_order => "订单号不对，请检查", "訂單編號不對，請檢查", "This is not an order number";
    flaw_not_a_key => "只用小写字母、数字、- 和 _", "只用小寫字母、數字、- 和 _", "Small letters, digits, - and _ only";
    flaw_not_an_address => "地址不对，请检查", "地址不對，請檢查", "This is not an address";
    flaw_not_an_event => "不是带编号和种类的事件", "不是帶編號和種類的事件", "This is not an event with an id and a kind";
    flaw_not_a_choice => "请从选项里选一个", "請從選項中選一個", "Please choose one of the options";
    flaw_not_offered => "这里不能选这一项", "這裡不能選這一項", "This cannot be chosen here";
    flaw_unknown => "没有找到", "找不到", "There is no such thing";
    flaw_taken => "已经被使用", "已經被使用", "Already taken";
    flaw_file_kind => "不支持这种文件", "不支援這種檔案", "This kind of file is not accepted";
    flaw_file_too_large(max_mb) => "文件最大 {max_mb} MB", "檔案最大 {max_mb} MB", "A file has at most {max_mb} MB";
    flaw_too_many(max) => "最多 {max} 个", "最多 {max} 個", "At most {max}";
    flaw_too_few(min) => "至少 {min} 个", "至少 {min} 個", "At least {min}";
    flaw_not_a_name => "名称用文字、字母或数字，以文字开头，不能是 min、if 这类函数名", "名稱用文字、字母或數字，以文字開頭，不能是 min、if 這類函數名", "Letters and digits, beginning with a letter, and no function such as min or if";
    flaw_unused => "公式里没有用到这一项", "公式裡沒有用到這一項", "The formula does not use this";
    flaw_comes_out_as(got) => "实际算出 {got}", "實際算出 {got}", "It comes out as {got}";
    flaw_less_than(least) => "小于下限 {least}", "小於下限 {least}", "Less than {least}";
    flaw_more_than(most) => "超出上限 {most}", "超出上限 {most}", "More than {most}";
    flaw_no_such_field => "适用分类的表单里没有这个字段", "適用分類的表單裡沒有這個欄位", "No form of these categories has this field";
    flaw_misfit => "这个字段的类型放不进来", "這個欄位的類型放不進來", "A field of this kind does not fit here";
    flaw_too_far_ahead(days) => "最远 {days} 天以内", "最遠 {days} 天以內", "At most {days} days ahead";
    flaw_in_the_past => "时间已经过去", "時間已經過去", "This lies in the past";
}
