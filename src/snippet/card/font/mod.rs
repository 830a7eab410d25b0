//! The font of all cards: the width of a text, and characters that the font lacks.

use std::sync::Arc;

use resvg::usvg::fontdb;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider as _};

/// `BIZ UDGothic Bold` (SIL OFL 1.1). `README.md` lists the characters that were kept.
static BYTES: &[u8] = include_bytes!("BIZUDGothic-Bold.subset.ttf");
/// The name of the font in templates.
pub(super) const FAMILY: &str = "BIZ UDGothic";
/// Font units per em.
const EM: f32 = 2048.0;

/// The font with its metrics and its database for the renderer.
pub(super) struct Font {
    characters: Charmap<'static>,
    widths: GlyphMetrics<'static>,
    /// The renderer's database. It has this font only, so that every machine draws the same.
    pub(super) database: Arc<fontdb::Database>,
}

impl Font {
    /// The font in the binary; `None` if it is damaged.
    pub(super) fn embedded() -> Option<Self> {
        let font = FontRef::new(BYTES).ok()?;
        let mut database = fontdb::Database::new();
        database.load_font_source(fontdb::Source::Binary(Arc::new(BYTES)));
        Some(Self {
            characters: font.charmap(),
            widths: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            database: Arc::new(database),
        })
    }

    /// The width of a text in ems. The font has no kerning, so it is the sum of the widths of the characters.
    pub(super) fn width(&self, text: &str) -> f32 {
        let glyphs = text.chars().filter(|c| !is_selector(*c)).filter_map(|c| self.characters.map(c));
        glyphs.filter_map(|glyph| self.widths.advance_width(glyph)).sum::<f32>() / EM
    }

    /// The first character that the font lacks, with its variation selector.
    pub(super) fn missing(&self, text: &str) -> Option<String> {
        let mut signs = text.chars().filter(|c| *c != '\n').peekable();
        while let Some(sign) = signs.next() {
            let selector = signs.next_if(|next| is_selector(*next));
            let is_there = match selector {
                Some(selector) => self.characters.map_variant(sign, selector).is_some(),
                None => self.characters.map(sign).is_some(),
            };
            if !is_there {
                return Some([sign].into_iter().chain(selector).collect());
            }
        }
        None
    }
}

/// True if a character is a variation selector, which chooses the form of the character before it.
fn is_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::Font;

    #[test]
    fn missing_characters_are_found() {
        let font = Font::embedded().unwrap();
        for (text, expected) in [
            ("令和8年度「市政」①㈱髙﨑～〜－−ヴ㎡", None),
            ("葛\u{E0100}城", None),
            ("𠮷野", Some("𠮷")),
            ("か\u{3099}", Some("\u{3099}")),
            ("字\u{E01EF}", Some("字\u{E01EF}")),
            ("😀", Some("😀")),
            ("一\n二", None),
        ] {
            assert_eq!(font.missing(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn full_width_is_one_em_and_half_width_is_half_an_em() {
        let font = Font::embedded().unwrap();
        for (text, expected) in [("漢字。", 3.0), ("R8 ", 1.5), ("葛\u{E0100}", 1.0), ("", 0.0)] {
            assert!((font.width(text) - expected).abs() < 1e-6, "{text}");
        }
    }
}
