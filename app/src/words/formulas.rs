//! What is wrong with a formula, in words.

use domain::formula::{Fault, Function, Kind, Mistake};

use super::Lang;

impl Lang {
    /// With its place, counted as people count.
    pub fn mistake(self, Mistake { at, fault }: &Mistake) -> String {
        match fault {
            Fault::Empty => self.fault_empty().into(),
            fault => self.mistake_at(at + 1, self.fault(fault)),
        }
    }

    fn fault(self, fault: &Fault) -> String {
        match fault {
            Fault::Empty => self.fault_empty().into(),
            Fault::TooLong { max } => self.flaw_too_long(max),
            Fault::TooDeep { max } => self.fault_too_deep(max),
            Fault::UnknownSign { sign } => self.fault_unknown_sign(sign),
            Fault::BadNumber { text } => self.fault_bad_number(text),
            Fault::OpenQuote => self.fault_open_quote().into(),
            Fault::OpenBracket => self.fault_open_bracket().into(),
            Fault::Incomplete => self.fault_incomplete().into(),
            Fault::Unexpected { found } => self.fault_unexpected(found),
            Fault::UnknownName { name } => self.fault_unknown_name(name),
            Fault::UnknownFunction { name } => self.fault_unknown_function(name),
            Fault::WrongCount { function } => {
                self.fault_wrong_count(function.as_str(), self.takes(*function))
            }
            Fault::WrongKind { wanted, found } => {
                self.fault_wrong_kind(self.value_kind(*wanted), self.value_kind(*found))
            }
            Fault::DividedByZero => self.fault_divided_by_zero().into(),
            Fault::UnitNotPositive => self.fault_unit_not_positive().into(),
            Fault::TooLarge => self.fault_too_large().into(),
        }
    }

    const fn takes(self, function: Function) -> &'static str {
        match function {
            Function::Min | Function::Max | Function::And | Function::Or => self.takes_several(),
            Function::If => self.takes_three(),
            Function::Not => self.takes_one(),
            Function::Round | Function::Floor | Function::Ceil => self.takes_unit(),
        }
    }

    const fn value_kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Number => self.kind_number(),
            Kind::Text => self.kind_text(),
            Kind::Truth => self.kind_truth(),
        }
    }
}

words! {
    mistake_at(at, what) => "第 {at} 个字：{what}", "第 {at} 個字：{what}", "Character {at}: {what}";
    fault_empty => "请写公式", "請寫公式", "Write the formula";
    fault_too_deep(max) => "括号最多套 {max} 层", "括號最多套 {max} 層", "brackets stand more than {max} deep";
    fault_unknown_sign(sign) => "不认识符号 {sign}", "不認識符號 {sign}", "“{sign}” means nothing here";
    fault_bad_number(text) => "「{text}」不是数字", "「{text}」不是數字", "“{text}” is not a number";
    fault_open_quote => "引号没有结束", "引號沒有結束", "the closing quotation mark is missing";
    fault_open_bracket => "这个括号没有结束", "這個括號沒有結束", "the closing bracket is missing";
    fault_incomplete => "后面还缺内容", "後面還缺內容", "something is missing here";
    fault_unexpected(found) => "「{found}」不该出现在这里", "「{found}」不該出現在這裡", "“{found}” does not belong here";
    fault_unknown_name(name) => "没有叫「{name}」的输入项", "沒有叫「{name}」的輸入項", "there is no input called “{name}”";
    fault_unknown_function(name) => "没有叫「{name}」的函数", "沒有叫「{name}」的函數", "there is no function called “{name}”";
    fault_wrong_count(name, takes) => "{name} 要{takes}", "{name} 要{takes}", "{name} takes {takes}";
    fault_wrong_kind(wanted, found) => "这里要{wanted}，现在是{found}", "這裡要{wanted}，現在是{found}", "this should be a {wanted} and is a {found}";
    fault_divided_by_zero => "除数是零", "除數是零", "this divides by zero";
    fault_unit_not_positive => "取整的单位要大于零", "取整的單位要大於零", "the unit to round to has to be more than zero";
    fault_too_large => "数字太大了", "數字太大了", "this becomes too large";
    takes_several => "两个或更多的值", "兩個或更多的值", "two values or more";
    takes_three => "三个值：条件、成立时、不成立时", "三個值：條件、成立時、不成立時", "three values: condition, then, else";
    takes_one => "一个值", "一個值", "one value";
    takes_unit => "一个数，后面可以再写取整的单位", "一個數，後面可以再寫取整的單位", "a number, and the unit to round to";
    kind_number => "数字", "數字", "number";
    kind_text => "文字", "文字", "text";
    kind_truth => "条件", "條件", "condition";
}
