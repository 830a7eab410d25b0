//! Citations: 「令和8年度政策経営部の運営方針」5(1). One type, one function that writes it, one that reads it.
//!
//! ```text
//! body ─► Places: what each clause is called in its document, 5（3項目め）
//! title + place ─► Citation::write ─► text ─► Citation::readings ─► title + place ─► Places::find ─► clause
//! ```

mod atom;
mod counter_word;
mod dated;
mod deleted;
mod english;
mod leading;
mod legal;
mod local;
mod lookup;
mod naming;
mod place_cursor;
mod place_list;
mod places;
mod readings;
mod typed_paragraph;

pub use counter_word::CounterWord;
pub use dated::{Dated, version_after, version_before_place};
pub use leading::leading_place;
pub use local::{ClosedName, ClosedRange, LocalPlaces, LocalReference, LocalReferences, further_places};
pub use place_list::Place;
pub use places::{PlaceMatch, Places};
pub use readings::CitationReading;
pub use typed_paragraph::number_apart;

use super::NamingLanguage;

/// The name of a document or of a place in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// The title as it stands in citations: [`title_in_citation`](super::title_in_citation).
    pub title: String,
    /// The place as [`Places`] writes it: `5(1)`; empty for the document as a whole.
    pub place: String,
    /// The language in which the document is cited: its own.
    pub naming: NamingLanguage,
}

/// The length of a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CitationForm<'a> {
    /// 「令和8年度政策経営部の運営方針」5(1)
    Short,
    /// With issuer, date, address and version.
    Full(&'a Edition),
}

/// The edition of a document that is cited, and its address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edition {
    /// The post that issued it: 政策経営部長.
    pub issuer: Option<String>,
    /// The day of issue as printed: 令和8年4月1日.
    pub issued: Option<String>,
    /// The address of the clause or the document.
    pub url: String,
    /// The day of the version, when it is another one: 令和8年7月1日.
    pub version: Option<String>,
}

impl Citation {
    /// Writes it: 「令和8年度政策経営部の運営方針」5(1), or in full
    /// 政策経営部長「令和8年度政策経営部の運営方針」（令和8年4月1日）5(1)、https://…#s5-1（令和8年7月1日版）.
    #[must_use]
    pub fn write(&self, form: CitationForm<'_>) -> String {
        if self.naming == NamingLanguage::English {
            return self.in_english(form);
        }
        let Self { title, place, .. } = self;
        let edition = match form {
            CitationForm::Short => return format!("「{title}」{place}"),
            CitationForm::Full(edition) => edition,
        };
        let issuer = edition.issuer.as_deref().unwrap_or_default();
        let bracketed = |text: &Option<String>, end: &str| {
            text.as_ref().map_or_else(String::new, |text| format!("（{text}{end}）"))
        };
        let issued = bracketed(&edition.issued, "");
        let version = bracketed(&edition.version, "版");
        format!("{issuer}「{title}」{issued}{place}、{}{version}", edition.url)
    }
}

impl Citation {
    /// “Town Plan”, 5(1), or in full: Mayor, “Town Plan” (1 April 2026), 5(1), https://…#s5-1 (version of 1 July 2026).
    fn in_english(&self, form: CitationForm<'_>) -> String {
        let Self { title, place, .. } = self;
        let place = if place.is_empty() { String::new() } else { format!(", {place}") };
        let edition = match form {
            CitationForm::Short => return format!("“{title}”{place}"),
            CitationForm::Full(edition) => edition,
        };
        let issuer = edition.issuer.as_ref().map_or_else(String::new, |issuer| format!("{issuer}, "));
        let issued = edition.issued.as_ref().map_or_else(String::new, |day| format!(" ({day})"));
        let version = edition.version.as_ref().map_or_else(String::new, |day| format!(" (version of {day})"));
        format!("{issuer}“{title}”{issued}{place}, {}{version}", edition.url)
    }
}

#[cfg(test)]
mod tests;
