//! The sheets of a paper: what stands where on each, and when the next one begins.

use krilla::Document;
use krilla::color::luma;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;

use super::typeface::Typeface;

/// A4 in points.
const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const MARGIN: f32 = 48.0;
/// What is left for text.
pub const COLUMN: f32 = WIDTH - 2.0 * MARGIN;
const BOTTOM: f32 = HEIGHT - 56.0;
const FOOT: f32 = 7.5;

/// How dark something is: 0 is black.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Black,
    Grey,
    Hair,
}

enum Mark {
    Text { x: f32, y: f32, size: f32, ink: Ink, text: String },
    Rule { x: f32, y: f32, width: f32, height: f32, ink: Ink },
}

pub struct Sheets<'a> {
    pub face: &'a Typeface,
    done: Vec<Vec<Mark>>,
    open: Vec<Mark>,
    /// How far down the open sheet is filled.
    y: f32,
}

impl<'a> Sheets<'a> {
    pub const fn new(face: &'a Typeface) -> Self {
        Self { face, done: Vec::new(), open: Vec::new(), y: MARGIN }
    }

    /// Begins a new sheet unless so much fits on this one. Says whether it did.
    pub fn need(&mut self, height: f32) -> bool {
        let full = self.y + height > BOTTOM && !self.open.is_empty();
        if full {
            self.done.push(std::mem::take(&mut self.open));
            self.y = MARGIN;
        }
        full
    }

    pub const fn down(&mut self, by: f32) {
        self.y += by;
    }

    /// Puts one line at `x` of the column, its foot `below` the present height.
    pub fn put(&mut self, x: f32, below: f32, size: f32, ink: Ink, text: &str) {
        let (x, y, text) = (MARGIN + x, self.y + below, text.to_owned());
        self.open.push(Mark::Text { x, y, size, ink, text });
    }

    /// A thin line over the column, or a bar where it is higher.
    pub fn rule(&mut self, x: f32, width: f32, height: f32, ink: Ink) {
        self.open.push(Mark::Rule { x: MARGIN + x, y: self.y, width, height, ink });
    }

    pub fn draw(mut self, document: &mut Document, foot: &str) {
        self.done.push(std::mem::take(&mut self.open));
        let all = self.done.len();
        for (place, marks) in self.done.iter().enumerate() {
            let Some(settings) = PageSettings::from_wh(WIDTH, HEIGHT) else { continue };
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            for mark in marks {
                self.draw_mark(&mut surface, mark);
            }
            self.draw_foot(&mut surface, foot, &format!("{} / {all}", place + 1));
        }
    }

    fn draw_foot(&self, surface: &mut Surface<'_>, foot: &str, count: &str) {
        let right = WIDTH - MARGIN - self.face.width(count, FOOT);
        for (x, text) in [(MARGIN, foot), (right, count)] {
            let (y, text) = (HEIGHT - 32.0, text.to_owned());
            self.draw_mark(surface, &Mark::Text { x, y, size: FOOT, ink: Ink::Grey, text });
        }
    }

    fn draw_mark(&self, surface: &mut Surface<'_>, mark: &Mark) {
        match mark {
            Mark::Text { x, y, size, ink, text } => {
                surface.set_fill(Some(ink.fill()));
                let (at, font) = (Point::from_xy(*x, *y), self.face.font.clone());
                surface.draw_glyphs(at, &self.face.glyphs(text), font, text, *size, false);
            }
            Mark::Rule { x, y, width, height, ink } => {
                surface.set_fill(Some(ink.fill()));
                let mut path = PathBuilder::new();
                // A rectangle of no size is none.
                if let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) {
                    path.push_rect(rect);
                }
                if let Some(path) = path.finish() {
                    surface.draw_path(&path);
                }
            }
        }
    }
}

impl Ink {
    fn fill(self) -> Fill {
        let darkness = match self {
            Self::Black => 26,
            Self::Grey => 100,
            Self::Hair => 214,
        };
        Fill { paint: luma::Color::new(darkness).into(), ..Fill::default() }
    }
}
