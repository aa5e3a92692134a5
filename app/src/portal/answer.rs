//! What happened to a form: told as JSON to our program, shown again on the page to a browser
//! without it.

use domain::invalid::{Flaw, Flaws};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Done; this is where to go on.
    Done(String),
    /// Not done, and why.
    Refused(AppError),
}

/// What a browser without our program had typed when its form was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Echo {
    /// The address the form was sent to.
    pub form: String,
    /// Never a password.
    pub values: Vec<(String, String)>,
    pub why: AppError,
}

/// The echo of this page's form, if it was sent and refused. It travels with the page, so that the
/// program finds the same as the server.
pub fn use_echo() -> Option<Echo> {
    SharedValue::new(use_context::<Echo>).into_inner()
}

impl Echo {
    /// Files that were taken in although the form was refused: reference and name.
    pub fn attachments(&self) -> Vec<(String, String)> {
        let all = |name: &'static str| {
            self.values.iter().filter(move |(known, _)| known == name).map(|(_, it)| it.clone())
        };
        all("attachments").zip(all("attachment_names")).collect()
    }

    pub fn value(&self, name: &str) -> Option<String> {
        self.values.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    }
}

/// The flaws of a form that was refused; none when it was refused for something else.
pub fn flaws_of(why: Option<&AppError>) -> Flaws {
    match why {
        Some(AppError::Invalid(flaws)) => flaws.clone(),
        _ => Flaws::default(),
    }
}

/// What is wrong with one input, as it changes.
pub fn flaw_at(why: RwSignal<Option<AppError>>, name: String) -> Memo<Option<Flaw>> {
    Memo::new(move |_| why.with(|why| why.as_ref().and_then(|why| why.flaw(&name))))
}
