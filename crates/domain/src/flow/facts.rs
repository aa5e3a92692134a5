//! What is known of a ticket, and questions about it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// By name: the keys of the custom fields, and `channel`, `priority`, `resolution`,
/// `outcome.STEP`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(pub BTreeMap<String, Fact>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Fact {
    /// In hundredths, so that money is exact.
    Number(i64),
    Text(String),
    Several(Vec<String>),
}

/// One question about one fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Test {
    pub fact: String,
    #[serde(flatten)]
    pub is: Is,
}

/// Numbers are in hundredths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum Is {
    Known,
    Unknown,
    OneOf(Vec<String>),
    NoneOf(Vec<String>),
    AtLeast(i64),
    MoreThan(i64),
    AtMost(i64),
    LessThan(i64),
}

impl Facts {
    pub fn get(&self, name: &str) -> Option<&Fact> {
        self.0.get(name)
    }

    pub fn set(&mut self, name: &str, fact: Fact) {
        self.0.insert(name.to_owned(), fact);
    }

    #[must_use]
    pub fn with(mut self, name: &str, fact: Fact) -> Self {
        self.set(name, fact);
        self
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Fact::Text(text) => Some(text),
            Fact::Number(_) | Fact::Several(_) => None,
        }
    }

    pub fn number(&self, name: &str) -> Option<i64> {
        match self.get(name)? {
            Fact::Number(number) => Some(*number),
            Fact::Text(_) | Fact::Several(_) => None,
        }
    }
}

impl Test {
    /// A fact nobody knows passes no question but [`Is::Unknown`] and [`Is::NoneOf`].
    pub fn holds(&self, facts: &Facts) -> bool {
        let number = facts.number(&self.fact);
        match &self.is {
            Is::Known => facts.get(&self.fact).is_some(),
            Is::Unknown => facts.get(&self.fact).is_none(),
            Is::OneOf(words) => says_one_of(facts.get(&self.fact), words),
            Is::NoneOf(words) => !says_one_of(facts.get(&self.fact), words),
            Is::AtLeast(least) => number.is_some_and(|number| number >= *least),
            Is::MoreThan(bound) => number.is_some_and(|number| number > *bound),
            Is::AtMost(most) => number.is_some_and(|number| number <= *most),
            Is::LessThan(bound) => number.is_some_and(|number| number < *bound),
        }
    }
}

fn says_one_of(fact: Option<&Fact>, words: &[String]) -> bool {
    match fact {
        Some(Fact::Text(text)) => words.contains(text),
        Some(Fact::Several(texts)) => texts.iter().any(|text| words.contains(text)),
        Some(Fact::Number(_)) | None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Fact, Facts, Is, Test};

    #[test]
    fn a_question_about_what_nobody_knows_is_not_passed() {
        let facts = Facts::default().with("amount", Fact::Number(50_000));
        let asks = |fact: &str, is: Is| Test { fact: fact.into(), is }.holds(&facts);

        assert!(asks("amount", Is::AtMost(50_000)) && !asks("amount", Is::MoreThan(50_000)));
        assert!(!asks("price", Is::AtMost(50_000)) && asks("price", Is::Unknown));
        assert!(!asks("channel", Is::OneOf(vec!["web".into()])));
    }
}
