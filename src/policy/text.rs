//! Running text: what stands inside a clause, exactly as typed.

use std::ops::Range;

use crate::japanese::narrow;

/// A piece of running text. The text is never normalised; ruby readings are kept apart from their base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Characters as typed.
    Text(Box<str>),
    /// A base with its reading: `{靱|じん}`; group ruby has one pair for each base character.
    Ruby(Box<[RubyPair]>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Deleted text.
    Strikethrough(Vec<Inline>),
    /// Code, as typed.
    Code(Box<str>),
    /// Words in another language than the document's: `[A City for All]{lang=en}`.
    Foreign(Box<Foreign>),
    /// A link.
    Link(Box<Link>),
    /// A reference to a clause or a document: `[[r7/shisei-unei#s2-2]]`.
    Reference(Box<Reference>),
    /// An image.
    Image(Box<Image>),
    /// A reference to a footnote, by its number in the document (from 1).
    FootnoteReference(u32),
    /// A line break the author asked for.
    LineBreak,
    /// Raw HTML, shown as the text it is.
    RawHtml(Box<str>),
}

/// A base and its reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RubyPair {
    /// The base text on the line.
    pub base: Box<str>,
    /// The reading above it.
    pub reading: Box<str>,
}

/// Words in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The language, BCP 47.
    pub language: Box<str>,
    /// The words in that language.
    pub text: Vec<Inline>,
}

/// A link as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The destination as written: a URL, `/path`, `../x.md#s5` or `#s5`.
    pub destination: Box<str>,
    /// The text of the link.
    pub text: Vec<Inline>,
    /// Bytes of the source file.
    pub range: Range<usize>,
}

/// A reference as written: `[[r7/shisei-unei#s2-2]]`, `[[#s5-1|この章]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The text before `|` as written: a document's id, a document and a position or id, or `#` and one of the same
    /// document.
    pub target: Box<str>,
    /// The text after `|`. Without it, empty until `corpus` fills in the citation of the target.
    pub text: Vec<Inline>,
    /// Bytes of the source file.
    pub range: Range<usize>,
}

/// An image as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The destination as written.
    pub destination: Box<str>,
    /// The text for those who do not see it.
    pub alt: Box<str>,
    /// The title, empty when there is none.
    pub title: Box<str>,
    /// Bytes of the source file.
    pub range: Range<usize>,
}

/// The text without markup: the base of ruby, the text of links, the alternative of images. Footnote marks are left
/// out and a line break is nothing, as between Japanese lines, but a space between two numbers or Latin words, which would run together.
#[must_use]
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_plain(inlines, &mut out);
    out
}

fn push_plain(inlines: &[Inline], out: &mut String) {
    for (at, inline) in inlines.iter().enumerate() {
        match inline {
            Inline::LineBreak => {
                let runs_on = |next: &Inline| plain_text(std::slice::from_ref(next)).starts_with(is_latin);
                if out.ends_with(is_latin) && inlines.get(at + 1).is_some_and(runs_on) {
                    out.push(' ');
                }
            }
            Inline::Text(text) | Inline::Code(text) | Inline::RawHtml(text) => out.push_str(text),
            Inline::Ruby(pairs) => pairs.iter().for_each(|pair| out.push_str(&pair.base)),
            Inline::Image(image) => out.push_str(&image.alt),
            other => push_plain(other.children(), out),
        }
    }
}

/// A digit or Latin letter of any width.
fn is_latin(c: char) -> bool {
    narrow(c).is_ascii_alphanumeric()
}
