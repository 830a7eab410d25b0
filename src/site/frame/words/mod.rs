//! The words of the site itself, in one table: a word that lacks a language does not compile.
//!
//! The text of a document is never here. Templates have the table as `words`, in the language of the page. A theme may change
//! each word in its `words.yaml`.

mod table;
mod wording;

pub(crate) use table::{TABLE, Words};
pub(crate) use wording::{PageContext, filled};

use crate::policy::primary_language;
use crate::source::ThemeWords;

/// The words of a site in both languages.
#[derive(Debug)]
pub(crate) struct SiteWords<'a> {
    ja: Words<'a>,
    en: Words<'a>,
}

impl<'a> SiteWords<'a> {
    /// The words with those that a theme has changed.
    pub(crate) fn new(changes: &'a ThemeWords) -> Self {
        Self { ja: Words::japanese(&changes.ja), en: Words::english(&changes.en) }
    }

    /// The words for a site in this language. The pages about accessibility and data are in the language of the site: an English page
    /// of a Japanese site says that they are in Japanese, one of an English site does not.
    pub(crate) fn in_site(mut self, language: &str) -> Self {
        if self.of(language).language == "en" {
            let plain = [
                (&mut self.en.accessibility, "Accessibility policy"),
                (&mut self.en.data, "Data"),
                (&mut self.en.data_description, "The policies of {city} as data, with schemas and a dictionary."),
            ];
            for (word, own) in plain {
                if word.contains("(in Japanese)") {
                    *word = own;
                }
            }
        }
        self
    }

    /// The words for a page in this language: Japanese for Japanese in all its forms, English for every other language.
    pub(crate) fn of(&self, language: &str) -> &Words<'a> {
        match primary_language(language).to_ascii_lowercase().as_str() {
            "" | "ja" => &self.ja,
            _ => &self.en,
        }
    }
}

#[cfg(test)]
mod tests;
