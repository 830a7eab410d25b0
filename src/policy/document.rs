//! A document and what its front matter says about it.

use std::ops::Range;
use std::sync::Arc;

use super::{Body, FiscalYear, WrittenDate};
use crate::diagnostic::{Located, SourceFile};

/// The name of a document: its path below `content/` without `.md`, ASCII: `r8/seisaku-keiei`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub String);

/// A document: what is said about it and its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its name.
    pub id: DocumentId,
    /// The file it was read from.
    pub source: Arc<SourceFile>,
    /// What its front matter says.
    pub meta: Arc<Metadata>,
    /// Its text.
    pub body: Arc<Body>,
}

/// What the front matter says.
#[derive(Debug, Clone, PartialEq)]
pub struct Metadata {
    /// The title, as printed.
    pub title: Located<String>,
    /// 市政運営の基本方針, 部の運営方針 …: one of the site's vocabulary.
    pub kind: Located<String>,
    /// The fiscal year it is for.
    pub fiscal_year: Located<FiscalYear>,
    /// When it was issued (制定日).
    pub issued: Option<Located<WrittenDate>>,
    /// When it was declared (表明日).
    pub declared: Option<Located<WrittenDate>>,
    /// When it was last revised.
    pub revised: Option<Located<WrittenDate>>,
    /// Who issued it.
    pub issuer: Option<Issuer>,
    /// The unit it belongs to, an id of `organizations.yaml`.
    pub organization: Option<Located<String>>,
    /// The documents above it.
    pub upper: Vec<Located<Upper>>,
    /// What it was called before its file was renamed or moved: old addresses of the document lead to it.
    pub aliases: Vec<Located<DocumentId>>,
    /// The document it continues: usually last year's.
    pub replaces: Option<Located<DocumentId>>,
    /// What has been decided about it.
    pub status: Status,
    /// Not public before this moment.
    pub publish_at: Option<Located<jiff::Timestamp>>,
    /// BCP 47, `ja` by default; `ja-simple` for やさしい日本語.
    pub language: String,
    /// The document that says the same in the language of the city; none for an original.
    pub variant_of: Option<Located<DocumentId>>,
    /// Whether it is an example (記載例): made up to show how it is done, decided by nobody. Said wherever it is shown.
    pub example: bool,
    /// Free data of the city's own, of which hoshin reads nothing: bytes of it in the source file.
    pub extra: Option<Range<usize>>,
    /// Its licence, e.g. `CC BY 4.0`.
    pub license: Option<String>,
    /// A summary for lists and cards.
    pub summary: Option<String>,
    /// Whom to ask.
    pub contact: Option<Contact>,
}

impl Metadata {
    /// Whether it is decided that everybody may read it, be it only from `publish_at` on.
    #[must_use]
    pub fn is_released(&self) -> bool {
        matches!(self.status, Status::Published | Status::Superseded)
    }

    /// Whether everybody may read it at this moment: released, and `publish_at`, if there is one, is not after `now`.
    #[must_use]
    pub fn is_public(&self, now: jiff::Timestamp) -> bool {
        self.is_released() && self.publish_at.as_ref().is_none_or(|moment| moment.value <= now)
    }
}

/// What has been decided about a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// Being written. The default: forgetting the line publishes nothing.
    #[default]
    Draft,
    /// Decided, not public yet.
    Approved,
    /// Public, from `publish_at` on if that is set.
    Published,
    /// Public, replaced by a later one.
    Superseded,
}

/// Who issued a document.
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
    /// The line by which the text names the issuer: as printed, else post and name; none where nothing is known.
    #[must_use]
    pub fn printed(&self) -> Option<String> {
        self.as_printed.as_ref().map(|line| line.value.clone()).or_else(|| self.post_and_name())
    }

    /// What lists call the issuer: post and name as one writes them, else the line as printed.
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

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// The unit.
    pub name: String,
    /// Telephone number, as text.
    pub phone: Option<String>,
    /// Mail address.
    pub mail: Option<String>,
    /// A form or a page.
    pub url: Option<String>,
}
