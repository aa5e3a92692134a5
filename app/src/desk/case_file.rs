//! A ticket as one file (复盘包): what it says, as a page, and as the paper that is printed.

mod audiences;
mod confirmations;
mod kept;
mod page;
mod paper;
mod rows;
mod sheet;

pub use page::CaseFilePage;
pub use paper::paper;
