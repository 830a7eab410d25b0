//! Where every line of a card stands.
//!
//! From the top: citation, heading, clause; at the foot city and address. The clause has the largest type that lets it fit;
//! where none does, fewer of its sentences are tried, and at last heading and citation stand alone. Nothing is cut.

use serde::Serialize;

use super::font::Font;
use super::shape::{Measures, Shape};
use super::words::CardWords;
use super::wrap;

/// Height of a line, in ems: enough air between lines of Japanese.
const LEADING: f32 = 1.5;
/// From the top of a line to its base line, in ems: half the leading, and the font's ascent of 0.88.
const BASE: f32 = (LEADING - 1.0) / 2.0 + 0.88;
/// Between citation, heading and clause, in pixels.
const GAP: f32 = 12.0;
/// How many lines a citation or a heading may have before its type becomes smaller.
const FEW: usize = 2;

/// A card, laid out; what the template finds, in pixels.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Layout<'a> {
    width: u32,
    height: u32,
    margin: f32,
    foot: f32,
    family: &'static str,
    accent: &'a str,
    name: Lines<'a>,
    heading: Lines<'a>,
    body: Lines<'a>,
    note: Lines<'a>,
    city: &'a str,
    url: &'a str,
    footer_size: f32,
    /// Which of the words are shown.
    #[serde(skip)]
    pub(super) shown: Option<usize>,
}

/// Lines of one size.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
struct Lines<'a> {
    size: f32,
    lines: Vec<Line<'a>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Line<'a> {
    text: &'a str,
    x: f32,
    /// Its base line.
    y: f32,
}

/// Lays out the words on a card; `None` when not even citation and heading fit.
pub(super) fn layout<'a>(font: &Font, words: &'a CardWords, (shape, accent): (Shape, &'a str)) -> Option<Layout<'a>> {
    let measures = shape.measures();
    let desk = Desk { font, width: measures.width as f32 - 2.0 * measures.margin, measures };
    let name = desk.head(&words.name, measures.name, measures.top)?;
    let below_name = name.end() + GAP;
    let plain = desk.head(&words.heading, measures.heading, below_name);
    // For want of room the heading is shed before a sentence is.
    let headings: Vec<Lines<'_>> = plain.into_iter().chain([Lines::default()]).collect();
    let found = words.bodies.iter().enumerate().find_map(|(at, said)| {
        let with = |heading: &Lines<'a>| {
            let top = if heading.lines.is_empty() { below_name } else { heading.end() + GAP };
            Some((Some(at), heading.clone(), desk.body(said, top)?))
        };
        headings.iter().find_map(with)
    });
    // Alone, the heading is what the card says.
    let alone = || Some((None, desk.largest(&words.heading, measures.body, below_name)?, Default::default()));
    let (shown, heading, (body, note)) = found.or_else(alone)?;
    let address = format!("{}　{}", words.city, words.url);
    let footer = measures.footer.iter().find(|size| font.width(&address) * **size <= desk.width);
    Some(Layout {
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
        // An address is never cut; where there is no room for both, it stands alone.
        city: if footer.is_some() { &words.city } else { "" },
        url: &words.url,
        footer_size: footer.or(measures.footer.last()).copied()?,
        shown,
    })
}

struct Desk<'a> {
    font: &'a Font,
    measures: &'static Measures,
    /// Of lines, in pixels.
    width: f32,
}

impl Desk<'_> {
    fn lines<'t>(&self, text: &'t str, size: f32, top: f32) -> Option<Lines<'t>> {
        let lines = wrap::lines(self.font, text, self.width / size)?;
        let place = |(at, text): (usize, &'t str)| {
            // Opening brackets are empty on their left half: without it the line begins where the others do.
            let empty = if text.starts_with(['「', '『', '（', '【', '〔', '〈', '《', '［']) {
                size / 2.0
            } else {
                0.0
            };
            Line { text, x: self.measures.margin - empty, y: top + size * (BASE + LEADING * at as f32) }
        };
        Some(Lines { size, lines: lines.into_iter().enumerate().map(place).collect() })
    }

    /// In few lines, else in the smallest type.
    fn head<'t>(&self, text: &'t str, sizes: &[f32], top: f32) -> Option<Lines<'t>> {
        let mut all = sizes.iter().filter_map(|size| self.lines(text, *size, top));
        let found = all.clone().find(|lines| lines.lines.len() <= FEW).or_else(|| all.next_back())?;
        (found.end() <= self.measures.bottom).then_some(found)
    }

    fn largest<'t>(&self, text: &'t str, sizes: &[f32], top: f32) -> Option<Lines<'t>> {
        let all = sizes.iter().filter_map(|size| self.lines(text, *size, top));
        all.into_iter().find(|lines| lines.end() <= self.measures.bottom)
    }

    /// The clause in the largest type that fits, in the middle of the room there is, and its note below it.
    fn body<'t>(&self, (body, note): &'t (String, String), top: f32) -> Option<(Lines<'t>, Lines<'t>)> {
        let size = self.measures.note;
        let height = if note.is_empty() { 0.0 } else { LEADING * size };
        let room = self.measures.bottom - height;
        let sizes = self.measures.body.iter().filter_map(|size| self.lines(body, *size, top));
        let mut body = sizes.into_iter().find(|lines| lines.end() <= room)?;
        let shift = (room - body.end()) / 2.0;
        body.lines.iter_mut().for_each(|line| line.y += shift);
        let note = if note.is_empty() { Lines::default() } else { self.lines(note, size, body.end())? };
        Some((body, note))
    }
}

impl Lines<'_> {
    /// Where what follows may begin.
    fn end(&self) -> f32 {
        self.lines.last().map_or(0.0, |line| line.y + self.size * (LEADING - BASE))
    }
}
