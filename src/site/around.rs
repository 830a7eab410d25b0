//! What stands around a document: the ones before and after it in the list of its year, the same kind of other years, and
//! links with which a reader passes it on.

use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::link;
use super::listing::Year;
use crate::policy::{Document, DocumentId};

/// The most documents of other years that are named; the lists of the years have them all.
const MOST_RELATED: usize = 5;

/// What stands around the documents of a site: made once.
pub(super) struct Around<'a> {
    beside: BTreeMap<&'a DocumentId, Beside<'a>>,
    series: BTreeMap<Series<'a>, Vec<&'a Document>>,
}

/// The document before another one and the one after it.
pub(super) type Beside<'a> = (Option<&'a Document>, Option<&'a Document>);

/// What documents that follow each other through the years have in common: kind, language and unit.
type Series<'a> = (&'a str, &'a str, Option<&'a str>);

fn series_of(document: &Document) -> Series<'_> {
    let meta = &document.meta;
    (&meta.kind.value, &meta.language, meta.organization.as_ref().map(|unit| unit.value.as_str()))
}

impl<'a> Around<'a> {
    /// Of the documents in the lists of the years, the newest first: neighbours are those that stand next to each other
    /// there, in one language.
    pub(super) fn new(years: &[Year<'a>]) -> Self {
        let mut around = Self { beside: BTreeMap::new(), series: BTreeMap::new() };
        for year in years {
            let mut last: BTreeMap<&str, &'a Document> = BTreeMap::new();
            for document in year.documents.iter().copied() {
                let before = last.insert(&document.meta.language, document);
                around.beside.insert(&document.id, (before, None));
                if let Some((_, after)) = before.and_then(|before| around.beside.get_mut(&before.id)) {
                    *after = Some(document);
                }
                around.series.entry(series_of(document)).or_default().push(document);
            }
        }
        around
    }

    /// The documents before and after one.
    pub(super) fn beside(&self, document: &Document) -> Beside<'a> {
        self.beside.get(&document.id).copied().unwrap_or_default()
    }

    /// The same kind of document, of the same unit and in the same language, of other years, the newest first.
    pub(super) fn related(&self, document: &Document) -> Vec<Other<'a>> {
        let alike = self.series.get(&series_of(document)).into_iter().flatten();
        let year = document.meta.fiscal_year.value;
        let others = alike.filter(|other| other.meta.fiscal_year.value != year);
        others.take(MOST_RELATED).map(|other| Other::of(other)).collect()
    }
}

/// Another document, as a link.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Other<'a> {
    file: String,
    title: &'a str,
    language: &'a str,
}

impl<'a> Other<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let meta = &document.meta;
        Self { file: link::document_file(&document.id), title: &meta.title.value, language: &meta.language }
    }
}

/// Addresses that open another service with the page ready to be passed on. They are plain links: nothing is loaded from
/// there, and nobody is told, before a reader follows one.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Share {
    /// <https://developers.line.biz/ja/docs/line-social-plugins/install-guide/using-line-share-buttons/>
    pub(super) line: String,
    /// <https://developer.x.com/en/docs/x-for-websites/tweet-button/guides/web-intent>
    pub(super) x: String,
    /// RFC 6068.
    pub(super) mail: String,
}

/// To pass on a page of this title and full address.
pub(super) fn share(title: &str, url: &str) -> Share {
    let written = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let (title, url) = (written(title), written(url));
    Share {
        line: format!("https://social-plugins.line.me/lineit/share?url={url}"),
        x: format!("https://x.com/intent/post?text={title}&url={url}"),
        mail: format!("mailto:?subject={title}&body={title}%0D%0A{url}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_on_is_written_as_part_of_an_address() {
        let url = "https%3A%2F%2Fa%2Eexample%2Fr8%2F";
        let expected = Share {
            line: format!("https://social-plugins.line.me/lineit/share?url={url}"),
            x: format!("https://x.com/intent/post?text=A%26%E6%96%B9&url={url}"),
            mail: format!("mailto:?subject=A%26%E6%96%B9&body=A%26%E6%96%B9%0D%0A{url}"),
        };
        assert_eq!(share("A&方", "https://a.example/r8/"), expected);
    }
}
