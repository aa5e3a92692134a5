//! Words of calculators, where they are declared and where they are used.

use domain::calculator::ResultKind;

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
}

words! {
    mark_calculated(name, version, result) => "用「{name}」第 {version} 版算出 {result}", "用「{name}」第 {version} 版算出 {result}", "calculated {result} with “{name}”, version {version}";
}
