//! The frame of the clauses' own pages. A site has thirty times as many of them as documents, so the template is rendered
//! once, with marks where the pages differ, and cut there.

use serde::Serialize;
use tera::Value;

use super::escape::push_escaped;
use super::link;
use super::page::{Page, Shared};
use super::theme::{RenderFailure, Theme};

/// Around the name of a slot. A private character (plane 15), which templates and settings do not contain; where one
/// does, the text around it is shown as it is.
const MARK: char = '\u{F0000}';

/// The frame, cut at its slots.
pub(super) struct Frame {
    pieces: Vec<Piece>,
}

enum Piece {
    Text(String),
    Slot(Slot),
}

#[derive(Clone, Copy)]
enum Slot {
    Title,
    Description,
    Canonical,
    Crumbs,
    Body,
}

/// What differs from page to page.
pub(super) struct Filling<'a> {
    /// The name of the page.
    pub(super) title: &'a str,
    /// For search engines and cards.
    pub(super) description: &'a str,
    /// Its full address.
    pub(super) canonical: &'a str,
    /// The pages above it, as finished list items.
    pub(super) crumbs: &'a str,
    /// Finished HTML.
    pub(super) body: &'a str,
}

impl Frame {
    /// Renders the template.
    pub(super) fn new(shared: &Shared<'_>, theme: &Theme) -> Result<Self, RenderFailure> {
        #[derive(Serialize)]
        struct View {
            title: String,
            description: String,
            canonical: String,
            crumbs: String,
            body: String,
        }
        let mark = |name: &str| format!("{MARK}{name}{MARK}");
        // From every page of a clause the links of the frame are the same.
        let file = link::clause_file("x");
        let mut context = shared.context(&Page::plain(&file, "", ""));
        context.insert_value(
            "clause",
            Value::from_serializable(&View {
                title: mark("title"),
                description: mark("description"),
                canonical: mark("canonical"),
                crumbs: mark("crumbs"),
                body: mark("body"),
            }),
        );
        let page = theme.page("clause.html", &context)?;
        let pieces = page.split(MARK).enumerate().map(|(index, part)| Piece::of(index, part)).collect();
        Ok(Self { pieces })
    }

    /// A page.
    pub(super) fn filled(&self, filling: &Filling<'_>) -> Vec<u8> {
        let length: usize = self.pieces.iter().map(|piece| piece.length(filling)).sum();
        let mut out = String::with_capacity(length);
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Slot(Slot::Title) => push_escaped(&mut out, filling.title),
                Piece::Slot(Slot::Description) => push_escaped(&mut out, filling.description),
                Piece::Slot(Slot::Canonical) => push_escaped(&mut out, filling.canonical),
                Piece::Slot(Slot::Crumbs) => out.push_str(filling.crumbs),
                Piece::Slot(Slot::Body) => out.push_str(filling.body),
            }
        }
        out.into_bytes()
    }
}

impl Piece {
    /// Every second part stands between two marks.
    fn of(index: usize, part: &str) -> Self {
        let slot = match part {
            "title" => Slot::Title,
            "description" => Slot::Description,
            "canonical" => Slot::Canonical,
            "crumbs" => Slot::Crumbs,
            "body" => Slot::Body,
            _ => return Self::Text(part.to_owned()),
        };
        if index % 2 == 1 { Self::Slot(slot) } else { Self::Text(part.to_owned()) }
    }

    /// About how many bytes it will be.
    fn length(&self, filling: &Filling<'_>) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Slot(Slot::Title) => filling.title.len(),
            Self::Slot(Slot::Description) => filling.description.len(),
            Self::Slot(Slot::Canonical) => filling.canonical.len(),
            Self::Slot(Slot::Crumbs) => filling.crumbs.len(),
            Self::Slot(Slot::Body) => filling.body.len(),
        }
    }
}
