//! Codes, severities and the two languages.

use super::{Diagnostic, Place, Span};

/// A language messages are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 日本語
    #[default]
    Ja,
    /// English
    En,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Probably wrong; fails with `--strict`.
    Warning,
    /// Wrong; nothing is published.
    Error,
}

/// The same sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bilingual {
    /// 日本語
    pub ja: String,
    /// English
    pub en: String,
}

impl Bilingual {
    /// The sentence in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }
}

/// A rule that can report: its name, how grave it is, and why it exists.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The name users type and read, e.g. `label-gap`.
    pub id: &'static str,
    /// How grave it is unless `site.yaml` says otherwise.
    pub severity: Severity,
    /// Whether `site.yaml` may change the severity. Findings that leave a document unreadable may not be talked down.
    pub adjustable: bool,
    /// Why it matters, Japanese.
    pub why_ja: &'static str,
    /// Why it matters, English.
    pub why_en: &'static str,
    /// The long explanation with examples (`hoshin explain`): see `diagnostic/explain/`.
    pub page: &'static str,
}

impl Code {
    /// Why the rule matters, in one language.
    #[must_use]
    pub fn why(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.why_ja,
            Lang::En => self.why_en,
        }
    }
}

/// A finding that does not know its place yet; [`Finding::at`] and its siblings make a [`Diagnostic`] of it.
#[derive(Debug, Clone)]
#[must_use]
pub struct Finding {
    pub(super) code: &'static Code,
    pub(super) text: Bilingual,
    pub(super) help: Bilingual,
}

impl Finding {
    /// Which rule speaks.
    #[must_use]
    pub fn code(&self) -> &'static Code {
        self.code
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn text(&self) -> &Bilingual {
        &self.text
    }

    /// At a range of a source file.
    pub fn at(self, span: Span) -> Diagnostic {
        self.put(Place::Span(span))
    }

    /// In a file as a whole (`path` is relative to the site's folder, with `/`).
    pub fn in_file(self, path: impl Into<String>) -> Diagnostic {
        self.put(Place::File(path.into()))
    }

    /// About the site as a whole.
    pub fn of_site(self) -> Diagnostic {
        self.put(Place::Site)
    }

    fn put(self, place: Place) -> Diagnostic {
        Diagnostic {
            code: self.code,
            severity: self.code.severity,
            place,
            text: self.text,
            help: self.help,
            related: None,
        }
    }
}
