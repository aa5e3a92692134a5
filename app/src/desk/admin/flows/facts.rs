//! What conditions can ask about: the fields of the forms, and what is known of every ticket.

use domain::flow::Flow;
use domain::flow::facts::{Is, Test};
use domain::flow::kind::StepKind;
use domain::flow::page::{Choices, FactKind};
use domain::priority::Priority;
use domain::ticket::ResolutionCode;

use super::names;
use crate::words::Lang;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub name: String,
    pub label: String,
    pub kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Number,
    Money,
    /// Words and what they are called.
    OneOf(Vec<(String, String)>),
    Text,
}

pub fn all(w: Lang, flow: &Flow, choices: &Choices) -> Vec<Known> {
    let fields = choices.fields.iter().map(|(key, label)| {
        let kind = choices.facts.iter().find(|(known, _)| known == key);
        let kind = kind.map_or(Kind::Text, |(_, kind)| Kind::of(kind));
        Known { name: key.clone(), label: label.clone(), kind }
    });
    fields.chain(of_ticket(w, choices)).chain(outcomes(w, flow)).collect()
}

pub fn find(known: &[Known], name: &str) -> Known {
    let unknown = || Known { name: name.to_owned(), label: name.to_owned(), kind: Kind::Text };
    known.iter().find(|it| it.name == name).cloned().unwrap_or_else(unknown)
}

impl Kind {
    fn of(kind: &FactKind) -> Self {
        match kind {
            FactKind::Number => Self::Number,
            FactKind::Money => Self::Money,
            FactKind::OneOf(options) => {
                Self::OneOf(options.iter().map(|it| (it.clone(), it.clone())).collect())
            }
            FactKind::Text => Self::Text,
        }
    }

    /// The questions that make sense, the likeliest first.
    pub fn questions(&self) -> Vec<Is> {
        let mut questions = match self {
            Self::Number | Self::Money => {
                vec![Is::AtMost(0), Is::MoreThan(0), Is::AtLeast(0), Is::LessThan(0)]
            }
            Self::OneOf(_) | Self::Text => vec![Is::OneOf(Vec::new()), Is::NoneOf(Vec::new())],
        };
        questions.extend([Is::Known, Is::Unknown]);
        questions
    }
}

fn of_ticket(w: Lang, choices: &Choices) -> Vec<Known> {
    let known = |name: &str, label: &str, options: Vec<(String, String)>| Known {
        name: name.to_owned(),
        label: label.to_owned(),
        kind: Kind::OneOf(options),
    };
    let priorities = Priority::ALL.iter().map(|it| named(it.as_str(), w.priority(*it)));
    let codes = ResolutionCode::ALL.iter().map(|it| named(it.as_str(), w.resolution(*it)));
    let paths = choices.categories.iter().map(|(_, path)| named(path, path));
    vec![
        known("priority", w.fact_priority(), priorities.collect()),
        known("channel", w.fact_channel(), choices.channels.clone()),
        known("category", w.fact_category(), paths.collect()),
        known("resolution", w.fact_resolution(), codes.collect()),
    ]
}

/// Steps that can end in more than one way.
fn outcomes(w: Lang, flow: &Flow) -> Vec<Known> {
    let several = flow.steps.iter().filter(|step| step.kind.outcomes().len() > 1);
    let known = several.map(|step| {
        let words = step.kind.outcomes().into_iter();
        let options = words.map(|it| {
            let label = names::outcome(w, &step.kind, &it);
            (it.0, label)
        });
        Known {
            name: format!("outcome.{}", step.key.as_str()),
            label: w.fact_outcome(&step.name),
            kind: Kind::OneOf(options.collect()),
        }
    });
    known.collect()
}

fn named(word: &str, label: &str) -> (String, String) {
    (word.to_owned(), label.to_owned())
}

/// Every fact that some way of the flow asks about, once.
pub fn asked_about(flow: &Flow) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let tests = flow.steps.iter().flat_map(|step| &step.next).flat_map(|way| &way.when);
    for Test { fact, .. } in tests {
        // What steps ended in comes of walking.
        if !names.contains(fact) && !fact.starts_with("outcome.") {
            names.push(fact.clone());
        }
    }
    names
}

/// Whether people do it, and so who they are has to be said.
pub const fn has_owner(kind: &StepKind) -> bool {
    kind.is_done_by_people()
}

/// Hundredths as they are written: `500`, `19.90`.
pub fn decimal(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
    if part == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part:02}") }
}

/// Reads what [`decimal`] writes, and what people write: `¥1,200`.
pub fn hundredths(text: &str) -> Option<i64> {
    let text: String =
        text.trim().trim_start_matches(['¥', '￥']).chars().filter(|it| *it != ',').collect();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    if part.len() > 2 || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    Some(whole.parse::<i64>().ok()?.checked_mul(100)? + sign * part)
}

#[cfg(test)]
mod tests {
    use super::{decimal, hundredths};

    #[test]
    fn amounts_are_written_as_people_write_them() {
        assert_eq!([50_000, 1990, 5, -250].map(decimal), ["500", "19.90", "0.05", "-2.50"]);
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let read = ["500", "19.9", "¥1,200", " 0.05 ", "-2.5"].map(hundredths);
        assert_eq!(read, [Some(50_000), Some(1990), Some(120_000), Some(5), Some(-250)]);
        assert_eq!(["", "五百", "1.234", "1.-5"].map(hundredths), [None; 4]);
    }
}
