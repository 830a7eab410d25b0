//! Card images: a clause as a picture, for the preview of a link and for posts that need one.
//!
//! ```text
//! words      what a card says: the words of the post for the channel `card`, never a cut sentence
//! shape      1200×630 and 1080×1350, with the sizes of type
//! font       the only font: widths, and what it cannot show
//! wrap       where lines end (kinsoku)
//! layout     where every line stands
//! template   the drawing around it, an SVG of the theme
//! ```
//!
//! The same words give the same bytes on every machine: no font and no file but those in the binary are looked at.

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

pub use shape::Shape;
pub use template::CardTemplate;
pub use words::{Authors, CardWords};

/// The default theme's accent colour.
const ACCENT: Color = Color(0x00, 0x17, 0xc1);

/// Draws cards; made once, because it holds the font.
pub struct Studio<'a> {
    font: Font,
    template: &'a CardTemplate,
    accent: String,
}

/// A card that was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The PNG.
    pub png: Vec<u8>,
    /// The text for those who do not see it.
    pub alternative: String,
}

impl<'a> Studio<'a> {
    /// A studio for a site's template and its accent colour.
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
    /// A character the font does not have, words that do not fit, or a template that is no drawing.
    pub fn draw(&self, subject: &Subject<'_>, words: &CardWords, shape: Shape) -> Result<Card, Box<Diagnostic>> {
        if let Some((sign, place)) = self.missing(words) {
            return Err(at(catalogue::card_glyph_missing(&sign, &code_points(&sign), place), subject));
        }
        let layout = layout::layout(&self.font, words, (shape, &self.accent));
        let fits = layout.as_ref().is_some_and(|layout| layout.shown.is_some() || !words.is_authors);
        let Some(layout) = layout.filter(|_| fits) else {
            return Err(at(catalogue::card_text_too_long(&words.name), subject));
        };
        let mut values = Context::new();
        values.insert("card", &layout);
        let svg = self.template.filled(&values)?;
        let png = self.pixels(&svg, shape).map_err(|why| self.template.undrawable(&why))?;
        Ok(Card { png, alternative: words.alternative(layout.shown) })
    }

    /// A character the font does not have, and whose card it is: the city's, when its name has it.
    fn missing<'w>(&self, words: &'w CardWords) -> Option<(String, &'w str)> {
        let CardWords { city, name, heading, bodies, url, .. } = words;
        if let Some(sign) = self.font.missing(city) {
            return Some((sign, city));
        }
        let said = bodies.iter().flat_map(|(body, note)| [body, note]);
        let sign = [name, heading, url].into_iter().chain(said).find_map(|text| self.font.missing(text))?;
        Some((sign, name))
    }

    fn pixels(&self, svg: &str, shape: Shape) -> Result<Vec<u8>, String> {
        // Whatever a template names: no file is opened.
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

/// Where the words come from: the author's lines, else the clause.
fn at(finding: Finding, subject: &Subject<'_>) -> Box<Diagnostic> {
    let document = subject.document;
    Box::new(finding.at(Span::new(&document.source, subject.clause.range.clone())))
}

/// `U+20BB7`
fn code_points(sign: &str) -> String {
    sign.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect::<Vec<_>>().join(" ")
}
