//! Card images: a clause as a picture, for the preview of a link and for posts that need a picture.
//!
//! ```text
//! words      the texts of a card: the post for the channel `card`, never a cut sentence
//! shape      1200×630 and 1080×1350, with the sizes of type
//! font       the only font: widths and missing characters
//! wrap       line breaks (kinsoku)
//! layout     the position of every line
//! template   the drawing around the lines, an SVG of the theme
//! ```
//!
//! The same words give the same bytes on every machine, because only the font in the binary is used.

mod font;
mod layout;
mod shape;
mod template;
#[cfg(test)]
mod tests;
mod words;
mod wrap;

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};
use tera::Context;

use crate::diagnostic::{Diagnostic, Finding, Span, catalogue};
use crate::policy::Color;
use crate::snippet::subject::Subject;
use font::Font;

pub use shape::CardShape;
pub use template::CardTemplate;
pub use words::{AuthorTexts, CardWords};

/// The default theme's accent colour.
const ACCENT: Color = Color(0x00, 0x17, 0xc1);

/// Draws cards with one font, one template and one accent colour.
pub struct CardRenderer<'a> {
    font: Font,
    template: &'a CardTemplate,
    accent: String,
}

/// A drawn card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The picture as PNG.
    pub png: Vec<u8>,
    /// The text for people who do not see the picture.
    pub alternative: String,
}

impl<'a> CardRenderer<'a> {
    /// A renderer for a site's template and accent colour.
    ///
    /// # Errors
    /// The font in the binary is damaged.
    pub fn new(template: &'a CardTemplate, accent: Option<Color>) -> Result<Self, Box<Diagnostic>> {
        let font = Font::embedded().ok_or_else(|| template.undrawable("the font cannot be read"))?;
        Ok(Self { font, template, accent: accent.unwrap_or(ACCENT).hex() })
    }

    /// Draws a card about a clause.
    ///
    /// # Errors
    /// A character that the font lacks, words that do not fit, or a template that is no drawing.
    pub fn draw(&self, subject: &Subject<'_>, words: &CardWords, shape: CardShape) -> Result<Card, Box<Diagnostic>> {
        if let Some((sign, place)) = self.missing(words) {
            return Err(at(catalogue::card_glyph_missing(&sign, &code_points(&sign), place), subject));
        }
        let layout = layout::layout(&self.font, words, shape, &self.accent);
        let fits = layout.as_ref().is_some_and(|layout| layout.shown.is_some() || !words.is_authors);
        let Some(layout) = layout.filter(|_| fits) else {
            return Err(at(catalogue::card_text_too_long(&words.name), subject));
        };
        let mut values = Context::new();
        values.insert("card", &layout);
        let svg = self.template.render(&values)?;
        let png = self.pixels(&svg, shape).map_err(|why| self.template.undrawable(&why))?;
        Ok(Card { png, alternative: words.alternative(layout.shown) })
    }

    /// A character that the font lacks, and the name of the text that contains it: the city or the clause.
    fn missing<'w>(&self, words: &'w CardWords) -> Option<(String, &'w str)> {
        let CardWords { city, name, heading, bodies, url, .. } = words;
        if let Some(sign) = self.font.missing(city) {
            return Some((sign, city));
        }
        let said = bodies.iter().flat_map(|body| [&body.text, &body.note]);
        let sign = [name, heading, url].into_iter().chain(said).find_map(|text| self.font.missing(text))?;
        Some((sign, name))
    }

    fn pixels(&self, svg: &str, shape: CardShape) -> Result<Vec<u8>, String> {
        // A template can name a file, but none is opened.
        let closed =
            ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
        let options = Options {
            font_family: font::FAMILY.to_owned(),
            fontdb: Arc::clone(&self.font.database),
            image_href_resolver: closed,
            ..Options::default()
        };
        let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
        let (width, height) = shape.size();
        let mut pixels = Pixmap::new(width, height).ok_or("no room for the picture")?;
        resvg::render(&tree, Transform::default(), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| error.to_string())
    }
}

/// Places a finding at the clause.
fn at(finding: Finding, subject: &Subject<'_>) -> Box<Diagnostic> {
    let document = subject.document;
    Box::new(finding.at(Span::new(&document.source, subject.clause.range.clone())))
}

/// `U+20BB7`
fn code_points(sign: &str) -> String {
    sign.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect::<Vec<_>>().join(" ")
}
