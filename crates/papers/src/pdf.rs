//! A paper as PDF: A4, black on white, with text that can be searched and copied.
//!
//! The font is inside the program and only the letters used are inside the file, so that no
//! machine has to have one.

mod lines;
mod parts;
mod sheets;
mod typeface;

use krilla::Document;
use krilla::metadata::Metadata;

use crate::Paper;
use parts::lay_out;
use sheets::Sheets;
use typeface::Typeface;

#[derive(Debug, thiserror::Error)]
pub enum NotPrinted {
    #[error("the font inside the program is damaged")]
    Font,
    #[error("the document could not be written: {0}")]
    Document(String),
}

pub fn print(paper: &Paper) -> Result<Vec<u8>, NotPrinted> {
    let face = Typeface::built_in().ok_or(NotPrinted::Font)?;
    let mut sheets = Sheets::new(&face);
    lay_out(paper, &mut sheets);
    let mut document = Document::new();
    let metadata = Metadata::new().title(paper.title.clone()).language(paper.lang.clone());
    document.set_metadata(metadata);
    sheets.draw(&mut document, &paper.foot);
    document.finish().map_err(|error| NotPrinted::Document(format!("{error:?}")))
}
