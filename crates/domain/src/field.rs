//! Custom fields of a category leaf (B-07, B-12, B-13).

use serde::{Deserialize, Serialize};

use crate::contact::{IdNumber, Phone};
use crate::id::{AttachmentId, CategoryId, FieldId};
use crate::invalid::{Flaw, Flaws};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    pub id: FieldId,
    /// The leaf whose form shows it.
    pub category: CategoryId,
    /// What programs call it: `order_no`.
    pub key: String,
    pub label: String,
    pub help: Option<String>,
    pub kind: FieldKind,
    pub required: bool,
    pub position: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FieldKind {
    Text {
        max: usize,
    },
    Number {
        min: i64,
        max: i64,
    },
    /// Yuan, with at most two decimals.
    Money,
    /// A day: `2026-11-22`.
    Date,
    Choice {
        options: Vec<String>,
    },
    Choices {
        options: Vec<String>,
    },
    /// Options inside options: `浙江 / 杭州`.
    Cascade {
        options: Vec<CascadeOption>,
    },
    Phone,
    IdNumber,
    /// The number of an order in the shop's system.
    Order,
    Attachment,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CascadeOption {
    pub name: String,
    #[serde(default)]
    pub options: Vec<CascadeOption>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum FieldValue {
    Text(String),
    Number(i64),
    /// In fen, so that sums are exact.
    Money(i64),
    Date(String),
    Choice(String),
    Choices(Vec<String>),
    Cascade(Vec<String>),
    Phone(Phone),
    IdNumber(IdNumber),
    Order(String),
    Attachment(AttachmentId),
}

impl FieldKind {
    /// Reads what a form sent. Several choices come one per line, a cascade as `a / b`.
    pub fn parse(&self, text: &str) -> Result<FieldValue, Flaw> {
        let text = text.trim();
        match self {
            Self::Text { max } if text.chars().count() > *max => Err(Flaw::TooLong { max: *max }),
            Self::Text { .. } => Ok(FieldValue::Text(text.to_owned())),
            Self::Number { min, max } => number(text, *min, *max),
            Self::Money => money(text).map(FieldValue::Money),
            Self::Date => date(text).map(FieldValue::Date),
            Self::Choice { options } => one_of(options, text).map(FieldValue::Choice),
            Self::Choices { options } => text
                .lines()
                .map(|line| one_of(options, line))
                .collect::<Result<_, _>>()
                .map(FieldValue::Choices),
            Self::Cascade { options } => cascade(options, text).map(FieldValue::Cascade),
            Self::Phone => Phone::try_from(text.to_owned()).map(FieldValue::Phone),
            Self::IdNumber => IdNumber::try_from(text.to_owned()).map(FieldValue::IdNumber),
            Self::Order => order(text).map(FieldValue::Order),
            Self::Attachment => text
                .parse()
                .map(|id| FieldValue::Attachment(AttachmentId(id)))
                .map_err(|_| Flaw::Unknown),
        }
    }
}

impl FieldValue {
    /// As it is shown, and as [`FieldKind::parse`] reads it back.
    pub fn to_text(&self) -> String {
        match self {
            Self::Text(text) | Self::Date(text) | Self::Choice(text) | Self::Order(text) => {
                text.clone()
            }
            Self::Number(number) => number.to_string(),
            Self::Money(fen) => {
                let sign = if *fen < 0 { "-" } else { "" };
                format!("{sign}{}.{:02}", fen.abs() / 100, fen.abs() % 100)
            }
            Self::Choices(chosen) => chosen.join("\n"),
            Self::Cascade(path) => path.join(" / "),
            Self::Phone(phone) => phone.as_str().to_owned(),
            Self::IdNumber(number) => number.as_str().to_owned(),
            Self::Attachment(id) => id.to_string(),
        }
    }
}

/// Reads a whole form: every field of the leaf, by id, as `text_of` finds it. All flaws are
/// gathered under `fields.{id}`.
pub fn read_form(
    fields: &[Field],
    text_of: impl Fn(&Field) -> Option<String>,
    flaws: &mut Flaws,
) -> Vec<(FieldId, FieldValue)> {
    let mut values = Vec::new();
    for field in fields {
        let text = text_of(field).filter(|text| !text.trim().is_empty());
        let name = format!("fields.{}", field.id);
        match text {
            None if field.required => flaws.add(name, Flaw::Blank),
            None => {}
            Some(text) => {
                values.extend(
                    flaws.take(&name, field.kind.parse(&text)).map(|value| (field.id, value)),
                );
            }
        }
    }
    values
}

fn number(text: &str, min: i64, max: i64) -> Result<FieldValue, Flaw> {
    let number: i64 = text.parse().map_err(|_| Flaw::NotANumber)?;
    if (min..=max).contains(&number) {
        Ok(FieldValue::Number(number))
    } else {
        Err(Flaw::OutOfRange { min, max })
    }
}

fn money(text: &str) -> Result<i64, Flaw> {
    let text = text.trim_start_matches(['¥', '￥']).replace(',', "");
    let (yuan, fen) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if yuan.is_empty() || yuan.len() > 12 || fen.len() > 2 || !digits(yuan) || !digits(fen) {
        return Err(Flaw::NotMoney);
    }
    let fen: i64 = format!("{fen:0<2}").parse().map_err(|_| Flaw::NotMoney)?;
    let yuan: i64 = yuan.parse().map_err(|_| Flaw::NotMoney)?;
    Ok(yuan * 100 + fen)
}

/// A day of the Gregorian calendar, written as HTML date inputs send it.
fn date(text: &str) -> Result<String, Flaw> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return Err(Flaw::NotADate) };
    let widths = (year.len(), month.len(), day.len()) == (4, 2, 2);
    let parse = |part: &str| part.parse::<u16>().map_err(|_| Flaw::NotADate);
    let (year, month, day) = (parse(year)?, parse(month)?, parse(day)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return Err(Flaw::NotADate),
    };
    if widths && (1..=days).contains(&day) { Ok(text.to_owned()) } else { Err(Flaw::NotADate) }
}

fn one_of(options: &[String], text: &str) -> Result<String, Flaw> {
    options.iter().find(|option| *option == text.trim()).cloned().ok_or(Flaw::NotAChoice)
}

fn cascade(options: &[CascadeOption], text: &str) -> Result<Vec<String>, Flaw> {
    let mut level = options;
    let mut path = Vec::new();
    for name in text.split('/').map(str::trim) {
        let option = level.iter().find(|option| option.name == name).ok_or(Flaw::NotAChoice)?;
        path.push(option.name.clone());
        level = &option.options;
    }
    if level.is_empty() { Ok(path) } else { Err(Flaw::NotAChoice) }
}

/// Order numbers differ between shops; all are letters, digits and dashes.
fn order(text: &str) -> Result<String, Flaw> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let fits = (4..=40).contains(&bare.len())
        && bare.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && bare.chars().any(|c| c.is_ascii_digit());
    if fits { Ok(bare) } else { Err(Flaw::NotAnOrder) }
}

#[cfg(test)]
mod tests {
    use super::{CascadeOption, FieldKind, FieldValue};
    use crate::invalid::Flaw;

    #[test]
    fn money_is_exact() {
        let money = |text: &str| FieldKind::Money.parse(text);

        assert_eq!(money("¥1,089.5"), Ok(FieldValue::Money(108_950)));
        assert_eq!(money("89").map(|value| value.to_text()), Ok("89.00".into()));
        for text in ["1.234", "-1", "a", ".5", "1e3"] {
            assert_eq!(money(text), Err(Flaw::NotMoney), "{text}");
        }
    }

    #[test]
    fn a_date_is_a_day_that_exists() {
        let date = |text: &str| FieldKind::Date.parse(text).is_ok();

        assert!(date("2026-11-22") && date("2028-02-29"));
        assert!(!date("2026-02-29") && !date("2026-13-01") && !date("22.11.2026"));
    }

    #[test]
    fn a_cascade_is_chosen_to_its_end() {
        let city = CascadeOption { name: "杭州".into(), options: vec![] };
        let options = vec![CascadeOption { name: "浙江".into(), options: vec![city] }];
        let cascade = FieldKind::Cascade { options };

        assert!(cascade.parse("浙江 / 杭州").is_ok());
        assert_eq!(cascade.parse("浙江"), Err(Flaw::NotAChoice));
        assert_eq!(cascade.parse("浙江 / 苏州"), Err(Flaw::NotAChoice));
    }

    #[test]
    fn b_13_an_order_number_is_taken_as_people_read_it() {
        let order = FieldKind::Order.parse("8842 0311 7715");

        assert_eq!(order, Ok(FieldValue::Order("884203117715".into())));
        assert_eq!(FieldKind::Order.parse("订单"), Err(Flaw::NotAnOrder));
    }
}
