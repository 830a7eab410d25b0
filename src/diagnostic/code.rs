//! Codes, severities and the two languages of messages.

use super::{Diagnostic, Place, Span};

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 日本語
    #[default]
    Ja,
    /// English
    En,
}

/// The severity of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Information; needs no action.
    Info,
    /// Probably wrong; fails with `--strict`.
    Warning,
    /// Wrong; nothing is published.
    Error,
}

/// The same sentence in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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

/// A rule: its name, its severity and its reason.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The name in output and settings, such as `label-gap`.
    pub id: &'static str,
    /// The severity unless `site.yaml` sets another.
    pub severity: Severity,
    /// True if `site.yaml` may change the severity. A finding that leaves a document unreadable keeps its severity.
    pub adjustable: bool,
    /// The reason, in Japanese.
    pub why_ja: &'static str,
    /// The reason, in English.
    pub why_en: &'static str,
    /// The long explanation with examples (`hoshin explain`): see `diagnostic/explain/`.
    pub page: &'static str,
}

impl Code {
    /// The reason in one language.
    #[must_use]
    pub fn why(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.why_ja,
            Lang::En => self.why_en,
        }
    }
}

/// A finding without a place; [`Finding::at`] and its siblings make a [`Diagnostic`] of it.
#[derive(Debug, Clone)]
#[must_use]
pub struct Finding {
    pub(super) code: &'static Code,
    pub(super) text: Bilingual,
    pub(super) help: Bilingual,
}

impl Finding {
    /// The rule.
    #[must_use]
    pub fn code(&self) -> &'static Code {
        self.code
    }

    /// The message, one sentence.
    #[must_use]
    pub fn text(&self) -> &Bilingual {
        &self.text
    }

    /// The finding at a range of a source file.
    pub fn at(self, span: Span) -> Diagnostic {
        self.put(Place::Span(span))
    }

    /// The finding about a whole file (`path` is relative to the site's folder, with `/`).
    pub fn in_file(self, path: impl Into<String>) -> Diagnostic {
        self.put(Place::File(path.into()))
    }

    /// The finding about the whole site.
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
