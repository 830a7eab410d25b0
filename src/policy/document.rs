//! A document and its front matter.

use std::ops::Range;
use std::sync::Arc;

use super::{Body, FiscalYear, WrittenDate};
use crate::diagnostic::{Located, SourceFile};

/// The name of a document: its path below `content/` without `.md`, ASCII: `r8/seisaku-keiei`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub String);

/// A document: its front matter and its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its id: the path below `content/` without `.md`.
    pub id: DocumentId,
    /// The file it was read from.
    pub source: Arc<SourceFile>,
    /// The values of its front matter.
    pub meta: Arc<Metadata>,
    /// Its text.
    pub body: Arc<Body>,
}

/// A slip of transcription in a released text that was mended: the text now says what was decided.
#[derive(Debug, Clone, PartialEq)]
pub struct TextCorrection {
    /// The day on which it was mended.
    pub date: Located<WrittenDate>,
    /// The clause: its id, its position, or the position as it is cited.
    pub clause: Located<String>,
    /// What was wrong.
    pub note: Option<String>,
}

/// The values of the front matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Metadata {
    /// The title, as printed.
    pub title: Located<String>,
    /// A kind of the site's vocabulary: 市政運営の基本方針, 部の運営方針 …
    pub kind: Located<String>,
    /// The fiscal year it is for.
    pub fiscal_year: Located<FiscalYear>,
    /// The day of issue (制定日).
    pub issued: Option<Located<WrittenDate>>,
    /// The day of declaration (表明日).
    pub declared: Option<Located<WrittenDate>>,
    /// The day of the last revision.
    pub revised: Option<Located<WrittenDate>>,
    /// What the revision is, in a sentence.
    pub revision_note: Option<String>,
    /// Slips of transcription that were mended after a release (正誤).
    pub corrections: Vec<TextCorrection>,
    /// The issuer (発出者).
    pub issuer: Option<Issuer>,
    /// The department it belongs to, an id of `organizations.yaml`.
    pub organization: Option<Located<String>>,
    /// The documents above it.
    pub upper: Vec<Located<Upper>>,
    /// Its ids before its file was renamed or moved. Old addresses of the document lead to it.
    pub aliases: Vec<Located<DocumentId>>,
    /// The document it continues: usually last year's.
    pub replaces: Option<Located<DocumentId>>,
    /// The stage it has reached, from draft to superseded.
    pub status: Status,
    /// Not public before this moment.
    pub publish_at: Option<Located<jiff::Timestamp>>,
    /// BCP 47, `ja` by default; `ja-simple` for やさしい日本語.
    pub language: String,
    /// The document that says the same in the language of the city; none for an original.
    pub variant_of: Option<Located<DocumentId>>,
    /// Set for an example (記載例), which nobody has decided. Every page that shows it says so.
    pub example: bool,
    /// Bytes of the source file with the city's own data, which hoshin does not read.
    pub extra: Option<Range<usize>>,
    /// Its licence, e.g. `CC BY 4.0`.
    pub license: Option<String>,
    /// A summary for lists and cards.
    pub summary: Option<String>,
    /// The contact for questions.
    pub contact: Option<Contact>,
}

impl Metadata {
    /// Tells if everybody may read it, at once or from `publish_at` on.
    #[must_use]
    pub fn is_released(&self) -> bool {
        matches!(self.status, Status::Published | Status::Superseded)
    }

    /// Tells if everybody may read it now: it is released, and `publish_at`, if there is one, is not after `now`.
    #[must_use]
    pub fn is_public(&self, now: jiff::Timestamp) -> bool {
        self.is_released() && self.publish_at.as_ref().is_none_or(|moment| moment.value <= now)
    }
}

/// The stage a document has reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// Being written. The default, so that a forgotten line publishes nothing.
    #[default]
    Draft,
    /// Decided but not public yet.
    Approved,
    /// Public, from `publish_at` on if that is set.
    Published,
    /// Public, replaced by a later one.
    Superseded,
}

/// The office and person in whose name a document is issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// The post: 国分寺市長.
    pub post: Option<String>,
    /// The name as one writes it: 井澤邦夫.
    pub name: Option<String>,
    /// The line as printed: 国分寺市長 井 澤 邦 夫.
    pub as_printed: Option<Located<String>>,
}

impl Issuer {
    /// The line that names the issuer in the text: as printed, else post and name. None where nothing is known.
    #[must_use]
    pub fn printed(&self) -> Option<String> {
        self.as_printed.as_ref().map(|line| line.value.clone()).or_else(|| self.post_and_name())
    }

    /// The issuer in lists: post and name, else the line as printed.
    #[must_use]
    pub fn display_name(&self) -> Option<String> {
        self.post_and_name().or_else(|| self.as_printed.as_ref().map(|line| line.value.clone()))
    }

    fn post_and_name(&self) -> Option<String> {
        let parts: Vec<&str> = [&self.post, &self.name].into_iter().flatten().map(String::as_str).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

/// A document above this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Upper {
    /// One of this site.
    Document(DocumentId),
    /// One that is not on this site, by its printed title.
    Title(String),
}

/// The contact for questions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// The name of the department.
    pub name: String,
    /// Telephone number, as text.
    pub phone: Option<String>,
    /// Mail address.
    pub mail: Option<String>,
    /// A form or a page.
    pub url: Option<String>,
}
