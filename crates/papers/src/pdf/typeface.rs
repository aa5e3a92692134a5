//! The one font: which glyph a letter has, and how wide it is.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

/// Noto Sans SC with the letters of GBK; see `fonts/README.md`.
static FILE: &[u8] = include_bytes!("../../fonts/NotoSansSC-GBK.otf");

/// Shown for what the font does not have.
const MISSING: char = '□';

pub struct Typeface {
    pub font: Font,
    letters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

impl Typeface {
    pub fn built_in() -> Option<Self> {
        let font = Font::new(FILE.into(), 0)?;
        let file = FontRef::new(FILE).ok()?;
        // Widths are then parts of the font's size.
        let metrics = file.glyph_metrics(Size::new(1.0), LocationRef::default());
        Some(Self { font, letters: file.charmap(), metrics })
    }

    pub fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|letter| self.advance(letter)).sum::<f32>() * size
    }

    pub fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let glyph = |(at, letter): (usize, char)| {
            let range = at..at + letter.len_utf8();
            let id = GlyphId::new(self.glyph(letter).to_u32());
            KrillaGlyph::new(id, self.advance(letter), 0.0, 0.0, 0.0, range, None)
        };
        text.char_indices().map(glyph).collect()
    }

    fn advance(&self, letter: char) -> f32 {
        self.metrics.advance_width(self.glyph(letter)).unwrap_or_default()
    }

    fn glyph(&self, letter: char) -> skrifa::GlyphId {
        let known = self.letters.map(letter).or_else(|| self.letters.map(MISSING));
        known.unwrap_or_default()
    }
}
