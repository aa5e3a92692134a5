//! Papers: what is shown on a page and printed, in words already.
//!
//! Whoever writes one decides what is said; here it is only laid out. What does not live here:
//! rules, codes, and anything that knows what a ticket is.

#[cfg(feature = "pdf")]
mod pdf;

#[cfg(feature = "pdf")]
pub use pdf::{NotPrinted, print};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Of the document, as a browser names it.
    pub lang: String,
    pub title: String,
    /// A few lines under the title.
    pub lead: Vec<String>,
    pub parts: Vec<Part>,
    /// At the foot of every sheet.
    pub foot: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub heading: String,
    pub body: Body,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Name and value.
    Facts(Vec<(String, String)>),
    Table(Table),
    /// Who said what.
    Talk(Vec<Spoken>),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What each column is called, and its share of the width.
    pub columns: Vec<(String, u16)>,
    pub rows: Vec<Vec<String>>,
    /// What the rows come to.
    pub sum: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Who, and when.
    pub head: String,
    pub body: String,
}
