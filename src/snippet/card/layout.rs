//! The position of every line of a card.
//!
//! From top to bottom stand citation, heading, clause, and city with address. The clause gets the largest type that fits. If none fits,
//! fewer of its sentences are tried, and at last only heading and citation remain. No text is cut.

use serde::Serialize;

use super::font::Font;
use super::shape::{CardMeasures, CardShape};
use super::words::{CardBody, CardWords};
use super::wrap;

/// The height of a line in ems.
const LEADING: f32 = 1.5;
/// The distance from the top of a line to its base line in ems: half the leading and the font's ascent of 0.88.
const BASE: f32 = (LEADING - 1.0) / 2.0 + 0.88;
/// The space between citation, heading and clause, in pixels.
const GAP: f32 = 12.0;
/// A citation or heading of more lines than this gets smaller type.
const FEW: usize = 2;

/// The values that a template gets, in pixels.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct CardLayout<'a> {
    width: u32,
    height: u32,
    margin: f32,
    foot: f32,
    family: &'static str,
    accent: &'a str,
    name: TextLines<'a>,
    heading: TextLines<'a>,
    body: TextLines<'a>,
    note: TextLines<'a>,
    city: &'a str,
    url: &'a str,
    footer_size: f32,
    /// The index of the body that is shown.
    #[serde(skip)]
    pub(super) shown: Option<usize>,
}

/// Lines of one type size.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
struct TextLines<'a> {
    size: f32,
    lines: Vec<PlacedLine<'a>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlacedLine<'a> {
    text: &'a str,
    x: f32,
    /// The position of the base line.
    y: f32,
}

/// Lays out the texts of a card; `None` if not even citation and heading fit.
pub(super) fn layout<'a>(
    font: &Font,
    words: &'a CardWords,
    shape: CardShape,
    accent: &'a str,
) -> Option<CardLayout<'a>> {
    let measures = shape.measures();
    let column = TextColumn { font, width: measures.width as f32 - 2.0 * measures.margin, measures };
    let name = column.head(&words.name, measures.name, measures.top)?;
    let below_name = name.end() + GAP;
    let plain = column.head(&words.heading, measures.heading, below_name);
    // The heading is left out before a sentence is.
    let headings: Vec<TextLines<'_>> = plain.into_iter().chain([TextLines::default()]).collect();
    let found = words.bodies.iter().enumerate().find_map(|(at, body)| {
        let with = |heading: &TextLines<'a>| {
            let top = if heading.lines.is_empty() { below_name } else { heading.end() + GAP };
            Some((Some(at), heading.clone(), column.body(body, top)?))
        };
        headings.iter().find_map(with)
    });
    // Without a body the heading gets the large type.
    let alone = || Some((None, column.largest(&words.heading, below_name, measures.bottom)?, Default::default()));
    let (shown, heading, (body, note)) = found.or_else(alone)?;
    let address = format!("{}　{}", words.city, words.url);
    let footer = measures.footer.iter().find(|size| font.width(&address) * **size <= column.width);
    Some(CardLayout {
        width: measures.width,
        height: measures.height,
        margin: measures.margin,
        foot: measures.foot,
        family: super::font::FAMILY,
        accent,
        name,
        heading,
        body,
        note,
        // Where there is no room for both, the city is left out, because an address is never cut.
        city: if footer.is_some() { &words.city } else { "" },
        url: &words.url,
        footer_size: footer.or(measures.footer.last()).copied()?,
        shown,
    })
}

/// The column that all text of a card stands in.
struct TextColumn<'a> {
    font: &'a Font,
    measures: &'static CardMeasures,
    /// The width of the column in pixels.
    width: f32,
}

impl TextColumn<'_> {
    fn lines<'t>(&self, text: &'t str, size: f32, top: f32) -> Option<TextLines<'t>> {
        let lines = wrap::lines(self.font, text, self.width / size)?;
        let place = |(at, text): (usize, &'t str)| {
            // The left half of an opening bracket is empty. The line is moved left by it, so that all lines begin at one edge.
            let empty = if text.starts_with(['「', '『', '（', '【', '〔', '〈', '《', '［']) {
                size / 2.0
            } else {
                0.0
            };
            PlacedLine { text, x: self.measures.margin - empty, y: top + size * (BASE + LEADING * at as f32) }
        };
        Some(TextLines { size, lines: lines.into_iter().enumerate().map(place).collect() })
    }

    /// The citation or heading in the largest type that needs few lines, or else in the smallest type.
    fn head<'t>(&self, text: &'t str, sizes: &[f32], top: f32) -> Option<TextLines<'t>> {
        let mut all = sizes.iter().filter_map(|size| self.lines(text, *size, top));
        let found = all.clone().find(|lines| lines.lines.len() <= FEW).or_else(|| all.next_back())?;
        (found.end() <= self.measures.bottom).then_some(found)
    }

    /// The text in the largest type of the body that fits between `top` and `bottom`.
    fn largest<'t>(&self, text: &'t str, top: f32, bottom: f32) -> Option<TextLines<'t>> {
        let mut all = self.measures.body.iter().filter_map(|size| self.lines(text, *size, top));
        all.find(|lines| lines.end() <= bottom)
    }

    /// The text in the largest type that fits, vertically centred, and its note below it.
    fn body<'t>(&self, CardBody { text, note }: &'t CardBody, top: f32) -> Option<(TextLines<'t>, TextLines<'t>)> {
        let size = self.measures.note;
        let height = if note.is_empty() { 0.0 } else { LEADING * size };
        let bottom = self.measures.bottom - height;
        let mut body = self.largest(text, top, bottom)?;
        let shift = (bottom - body.end()) / 2.0;
        body.lines.iter_mut().for_each(|line| line.y += shift);
        let note = if note.is_empty() { TextLines::default() } else { self.lines(note, size, body.end())? };
        Some((body, note))
    }
}

impl TextLines<'_> {
    /// The position at which the next text may begin.
    fn end(&self) -> f32 {
        self.lines.last().map_or(0.0, |line| line.y + self.size * (LEADING - BASE))
    }
}
