//! What has to be known of a ticket for a way to be taken.

use domain::flow::facts::{Is, Test};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::reference::MAX_ID;

/// One question about one fact.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct ConditionBody {
    /// The key of a field, or `priority`, `channel`, `category`, `resolution`, `outcome.STEP`.
    #[schema(max_length = 60, examples("amount"))]
    fact: String,
    is: QuestionWord,
    /// For `one_of` and `none_of`: texts of at most 200 characters.
    #[serde(default)]
    #[schema(max_items = 100)]
    words: Vec<String>,
    /// For comparisons, in hundredths: 500 yuan are `50000`.
    #[serde(default)]
    number: Hundredths,
}

/// So many digits every program reads exactly.
#[derive(Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "i64", into = "i64")]
#[schema(value_type = i64, minimum = -999_999_999_999_999_i64, maximum = 999_999_999_999_999_i64)]
pub(crate) struct Hundredths(i64);

/// What is asked.
#[derive(Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum QuestionWord {
    Known,
    Unknown,
    OneOf,
    NoneOf,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

impl TryFrom<i64> for Hundredths {
    type Error = &'static str;

    fn try_from(number: i64) -> Result<Self, Self::Error> {
        let known = (-MAX_ID..=MAX_ID).contains(&number).then_some(Self(number));
        known.ok_or("this is not a number of at most fifteen digits")
    }
}

impl From<Hundredths> for i64 {
    fn from(number: Hundredths) -> Self {
        number.0
    }
}

impl From<Test> for ConditionBody {
    fn from(Test { fact, is }: Test) -> Self {
        use QuestionWord as Word;

        let (is, words, number) = match is {
            Is::Known => (Word::Known, Vec::new(), 0),
            Is::Unknown => (Word::Unknown, Vec::new(), 0),
            Is::OneOf(words) => (Word::OneOf, words, 0),
            Is::NoneOf(words) => (Word::NoneOf, words, 0),
            Is::AtLeast(number) => (Word::AtLeast, Vec::new(), number),
            Is::MoreThan(number) => (Word::MoreThan, Vec::new(), number),
            Is::AtMost(number) => (Word::AtMost, Vec::new(), number),
            Is::LessThan(number) => (Word::LessThan, Vec::new(), number),
        };
        Self { fact, is, words, number: Hundredths(number) }
    }
}

impl From<ConditionBody> for Test {
    fn from(ConditionBody { fact, is, words, number: Hundredths(number) }: ConditionBody) -> Self {
        let is = match is {
            QuestionWord::Known => Is::Known,
            QuestionWord::Unknown => Is::Unknown,
            QuestionWord::OneOf => Is::OneOf(words),
            QuestionWord::NoneOf => Is::NoneOf(words),
            QuestionWord::AtLeast => Is::AtLeast(number),
            QuestionWord::MoreThan => Is::MoreThan(number),
            QuestionWord::AtMost => Is::AtMost(number),
            QuestionWord::LessThan => Is::LessThan(number),
        };
        Self { fact, is }
    }
}
