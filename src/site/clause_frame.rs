//! The frame of the clauses' own pages. A site has thirty times as many of them as documents, so the template is rendered
//! once, with marks where the pages differ, and cut there.

use serde::Serialize;
use tera::Value;

use super::escape::push_escaped;
use super::link;
use super::page::{Page, Shared};
use super::theme::{RenderFailure, Theme};
use super::words::Words;

/// Around the name of a slot. A private character (plane 15), which templates and settings do not contain; where one
/// does, the text around it is shown as it is.
const MARK: char = '\u{F0000}';

/// The frame in every language the site speaks.
pub(super) struct Frames {
    ja: Frame,
    en: Frame,
}

impl Frames {
    /// Renders the template.
    pub(super) fn new(shared: &Shared<'_>, theme: &Theme) -> Result<Self, RenderFailure> {
        let frame = |language| Frame::new(shared, theme, Words::of(language));
        Ok(Self { ja: frame("ja")?, en: frame("en")? })
    }

    /// The frame for texts in this language.
    pub(super) fn of(&self, language: &str) -> &Frame {
        if Words::of(language).language == "ja" { &self.ja } else { &self.en }
    }
}

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
    Language,
    Crumbs,
    Picture,
    Style,
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
    /// BCP 47.
    pub(super) language: &'a str,
    /// The pages above it, as finished list items.
    pub(super) crumbs: &'a str,
    /// Its picture for those who share it, as finished elements of `<head>`; may be empty.
    pub(super) picture: &'a str,
    /// Links to further style sheets, as finished HTML.
    pub(super) style: &'a str,
    /// Finished HTML.
    pub(super) body: &'a str,
}

impl Frame {
    /// Renders the template with the words of a language.
    fn new(shared: &Shared<'_>, theme: &Theme, words: &Words) -> Result<Self, RenderFailure> {
        #[derive(Serialize)]
        struct View {
            title: String,
            description: String,
            canonical: String,
            language: String,
            crumbs: String,
            picture: String,
            style: String,
            body: String,
        }
        let mark = |name: &str| format!("{MARK}{name}{MARK}");
        // From every page of a clause the links of the frame are the same.
        let file = link::clause_file("x");
        let mut context = shared.context(&Page { language: words.language, ..Page::plain(&file, "", "") });
        context.insert_value(
            "clause",
            Value::from_serializable(&View {
                title: mark("title"),
                description: mark("description"),
                canonical: mark("canonical"),
                language: mark("language"),
                crumbs: mark("crumbs"),
                picture: mark("picture"),
                style: mark("style"),
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
                Piece::Slot(Slot::Language) => push_escaped(&mut out, filling.language),
                Piece::Slot(Slot::Crumbs) => out.push_str(filling.crumbs),
                Piece::Slot(Slot::Picture) => out.push_str(filling.picture),
                Piece::Slot(Slot::Style) => out.push_str(filling.style),
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
            "language" => Slot::Language,
            "crumbs" => Slot::Crumbs,
            "picture" => Slot::Picture,
            "style" => Slot::Style,
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
            Self::Slot(Slot::Language) => filling.language.len(),
            Self::Slot(Slot::Crumbs) => filling.crumbs.len(),
            Self::Slot(Slot::Picture) => filling.picture.len(),
            Self::Slot(Slot::Style) => filling.style.len(),
            Self::Slot(Slot::Body) => filling.body.len(),
        }
    }
}
