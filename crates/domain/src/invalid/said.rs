//! How flaws are read.
//!
//! By one flat shape, and not by what serde derives for an enum: that would write a reader for each
//! of some thirty variants, twice, and be a good part of what a phone downloads.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::{FieldFlaw, Flaw};
use crate::formula::{Fault, Function, Kind, Mistake};

/// All that any flaw may say of itself.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Said {
    field: String,
    code: String,
    min: Option<i64>,
    max: Option<i64>,
    max_mb: Option<u64>,
    days: Option<i64>,
    got: Option<String>,
    least: Option<String>,
    most: Option<String>,
    mistake: Option<Mistake>,
}

impl Said {
    fn flaw(self) -> Option<Flaw> {
        let Self { min, max, max_mb, days, got, least, most, mistake, .. } = self;
        let count = |number: Option<i64>| number.and_then(|number| usize::try_from(number).ok());
        Some(match self.code.as_str() {
            "blank" => Flaw::Blank,
            "too_long" => Flaw::TooLong { max: count(max)? },
            "too_short" => Flaw::TooShort { min: count(min)? },
            "out_of_range" => Flaw::OutOfRange { min: min?, max: max? },
            "not_a_number" => Flaw::NotANumber,
            "not_money" => Flaw::NotMoney,
            "not_a_date" => Flaw::NotADate,
            "not_a_phone" => Flaw::NotAPhone,
            "not_an_email" => Flaw::NotAnEmail,
            "not_an_id_number" => Flaw::NotAnIdNumber,
            "not_an_order" => Flaw::NotAnOrder,
            "not_a_key" => Flaw::NotAKey,
            "not_an_address" => Flaw::NotAnAddress,
            "not_an_event" => Flaw::NotAnEvent,
            "not_a_choice" => Flaw::NotAChoice,
            "not_offered" => Flaw::NotOffered,
            "unknown" => Flaw::Unknown,
            "taken" => Flaw::Taken,
            "file_kind" => Flaw::FileKind,
            "file_too_large" => Flaw::FileTooLarge { max_mb: max_mb? },
            "too_many" => Flaw::TooMany { max: count(max)? },
            "in_the_past" => Flaw::InThePast,
            "too_far_ahead" => Flaw::TooFarAhead { days: days? },
            "too_few" => Flaw::TooFew { min: count(min)? },
            "formula" => Flaw::Formula { mistake: mistake? },
            "not_a_name" => Flaw::NotAName,
            "unused" => Flaw::Unused,
            "comes_out_as" => Flaw::ComesOutAs { got: got? },
            "less_than" => Flaw::LessThan { least: least? },
            "more_than" => Flaw::MoreThan { most: most? },
            "no_such_field" => Flaw::NoSuchField,
            "misfit" => Flaw::Misfit,
            _ => return None,
        })
    }
}

impl<'de> Deserialize<'de> for Flaw {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Said::deserialize(from)?.flaw().ok_or_else(|| D::Error::custom("not a flaw"))
    }
}

impl<'de> Deserialize<'de> for FieldFlaw {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut said = Said::deserialize(from)?;
        let field = std::mem::take(&mut said.field);
        let flaw = said.flaw().ok_or_else(|| D::Error::custom("not a flaw"))?;
        Ok(Self { field, flaw })
    }
}

/// The same for what is wrong with a formula.
#[derive(Default, Deserialize)]
#[serde(default)]
struct SaidOfFormula {
    fault: String,
    max: Option<usize>,
    sign: Option<char>,
    text: Option<String>,
    found: Option<String>,
    name: Option<String>,
    function: Option<String>,
    wanted: Option<String>,
}

impl SaidOfFormula {
    fn fault(self) -> Option<Fault> {
        let Self { max, sign, text, found, name, function, wanted, .. } = self;
        Some(match self.fault.as_str() {
            "empty" => Fault::Empty,
            "too_long" => Fault::TooLong { max: max? },
            "too_deep" => Fault::TooDeep { max: max? },
            "unknown_sign" => Fault::UnknownSign { sign: sign? },
            "bad_number" => Fault::BadNumber { text: text? },
            "open_quote" => Fault::OpenQuote,
            "open_bracket" => Fault::OpenBracket,
            "incomplete" => Fault::Incomplete,
            "unexpected" => Fault::Unexpected { found: found? },
            "unknown_name" => Fault::UnknownName { name: name? },
            "unknown_function" => Fault::UnknownFunction { name: name? },
            "wrong_count" => Fault::WrongCount { function: Function::named(&function?)? },
            "wrong_kind" => {
                Fault::WrongKind { wanted: Kind::named(&wanted?)?, found: Kind::named(&found?)? }
            }
            "divided_by_zero" => Fault::DividedByZero,
            "unit_not_positive" => Fault::UnitNotPositive,
            "too_large" => Fault::TooLarge,
            _ => return None,
        })
    }
}

impl<'de> Deserialize<'de> for Fault {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        SaidOfFormula::deserialize(from)?.fault().ok_or_else(|| D::Error::custom("not a fault"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flaws() -> Vec<Flaw> {
        use Flaw::*;
        let text = || "12".to_owned();
        let mut all = vec![
            Blank,
            TooLong { max: 4 },
            TooShort { min: 2 },
            OutOfRange { min: -1, max: 9 },
            NotANumber,
            NotMoney,
            NotADate,
            NotAPhone,
            NotAnEmail,
            NotAnIdNumber,
            NotAnOrder,
            NotAKey,
            NotAnAddress,
            NotAnEvent,
            NotAChoice,
            NotOffered,
            Unknown,
            Taken,
            FileKind,
            FileTooLarge { max_mb: 25 },
            TooMany { max: 3 },
            InThePast,
            TooFarAhead { days: 90 },
            TooFew { min: 1 },
            NotAName,
            Unused,
            ComesOutAs { got: text() },
            LessThan { least: text() },
            MoreThan { most: text() },
            NoSuchField,
            Misfit,
        ];
        all.extend(faults().into_iter().map(|fault| Formula { mistake: fault.at(7) }));
        all
    }

    fn faults() -> Vec<Fault> {
        use Fault::*;
        let text = || "满".to_owned();
        vec![
            Empty,
            TooLong { max: 500 },
            TooDeep { max: 32 },
            UnknownSign { sign: '¥' },
            BadNumber { text: text() },
            OpenQuote,
            OpenBracket,
            Incomplete,
            Unexpected { found: text() },
            UnknownName { name: text() },
            UnknownFunction { name: text() },
            WrongCount { function: Function::If },
            WrongKind { wanted: Kind::Truth, found: Kind::Number },
            DividedByZero,
            UnitNotPositive,
            TooLarge,
        ]
    }

    #[test]
    fn every_flaw_comes_back_as_it_went() {
        for flaw in flaws() {
            let there = serde_json::to_string(&flaw).unwrap();
            assert_eq!(serde_json::from_str::<Flaw>(&there).ok(), Some(flaw.clone()), "{there}");
            let placed = FieldFlaw { field: "fields.12".into(), flaw };
            let there = serde_json::to_string(&placed).unwrap();
            assert_eq!(serde_json::from_str::<FieldFlaw>(&there).ok(), Some(placed), "{there}");
        }
    }

    /// Whoever adds a flaw is sent here by the names: the lists above have one of each.
    #[test]
    fn every_flaw_is_in_the_list_above() {
        let names = |source: &str, of: &str| {
            let body = source.split(of).nth(1).and_then(|rest| rest.split("\n}").next());
            let lines = body.unwrap_or_default().lines().map(str::trim);
            let variant = |line: &&str| line.starts_with(|first: char| first.is_ascii_uppercase());
            lines.filter(variant).count()
        };
        let flaw = names(include_str!("../invalid.rs"), "pub enum Flaw {");
        let fault = names(include_str!("../formula/mistake.rs"), "pub enum Fault {");

        assert_eq!((flaws().len() + 1 - faults().len(), faults().len()), (flaw, fault));
    }

    #[test]
    fn what_is_no_flaw_is_refused() {
        for other in
            [r#"{"code":"nothing"}"#, r#"{"code":"too_long"}"#, r#"{"code":"too_long","max":-1}"#]
        {
            assert!(serde_json::from_str::<Flaw>(other).is_err(), "{other}");
        }
    }
}
