//! The frame of the clauses' own pages. A site has thirty times as many of them as documents, so the template is rendered
//! once, with marks where the pages differ, and cut there.

use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use super::escape::push_escaped;
use super::link;
use super::page::{Page, Shared};
use super::theme::{RenderFailure, Theme};
use super::words::Words;
use crate::artifact::{self, FileContent, FramedContent};

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
    texts: Arc<artifact::SharedFrame>,
    /// What goes between the texts: one less than they are.
    slots: Vec<Slot>,
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
        Ok(Self::cut(&page))
    }

    /// Every second part of a page stands between two marks; where it is no slot, it is text like that around it.
    fn cut(page: &str) -> Self {
        let (mut texts, mut slots) = (vec![String::new()], Vec::new());
        for (index, part) in page.split(MARK).enumerate() {
            match Slot::of(part).filter(|_| index % 2 == 1) {
                Some(slot) => {
                    slots.push(slot);
                    texts.push(String::new());
                }
                None => texts.iter_mut().last().into_iter().for_each(|text| text.push_str(part)),
            }
        }
        let texts = texts.into_iter().map(|text| text.into_bytes().into()).collect();
        Self { texts: Arc::new(artifact::SharedFrame(texts)), slots }
    }

    /// A page.
    pub(super) fn filled(&self, filling: &Filling<'_>) -> FileContent {
        let escaped = |text: &str| {
            let mut out = String::with_capacity(text.len());
            push_escaped(&mut out, text);
            out
        };
        let (title, description) = (escaped(filling.title), escaped(filling.description));
        let (canonical, language) = (escaped(filling.canonical), escaped(filling.language));
        let text = |slot: &Slot| match slot {
            Slot::Title => title.as_str(),
            Slot::Description => description.as_str(),
            Slot::Canonical => canonical.as_str(),
            Slot::Language => language.as_str(),
            Slot::Crumbs => filling.crumbs,
            Slot::Picture => filling.picture,
            Slot::Style => filling.style,
            Slot::Body => filling.body,
        };
        FileContent::Framed(FramedContent::new(&self.texts, self.slots.iter().map(text)))
    }
}

impl Slot {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "title" => Self::Title,
            "description" => Self::Description,
            "canonical" => Self::Canonical,
            "language" => Self::Language,
            "crumbs" => Self::Crumbs,
            "picture" => Self::Picture,
            "style" => Self::Style,
            "body" => Self::Body,
            _ => return None,
        })
    }
}
