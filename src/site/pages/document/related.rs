//! The documents before and after a document in the list of its year, the same kind of document of other years, and the links with
//! which a reader passes a page on.

use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::policy::{Document, DocumentId};
use crate::site::frame::link;
use crate::site::frame::years::Year;

/// The most documents of other years that are named; the lists of the years have them all.
const MOST_RELATED: usize = 5;

/// The neighbours and the series of all documents of a site, made once.
pub(crate) struct RelatedDocuments<'a> {
    neighbours: BTreeMap<&'a DocumentId, DocumentNeighbours<'a>>,
    series: BTreeMap<SeriesKey<'a>, Vec<&'a Document>>,
}

/// The documents before and after another one.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct DocumentNeighbours<'a> {
    pub(crate) before: Option<&'a Document>,
    pub(crate) after: Option<&'a Document>,
}

/// The common properties of documents that follow each other through the years: kind, language and department.
type SeriesKey<'a> = (&'a str, &'a str, Option<&'a str>);

fn series_of(document: &Document) -> SeriesKey<'_> {
    let meta = &document.meta;
    (&meta.kind.value, &meta.language, meta.organization.as_ref().map(|department| department.value.as_str()))
}

impl<'a> RelatedDocuments<'a> {
    /// Reads the lists of the years, the newest first. Neighbours stand next to each other there, in one language.
    pub(crate) fn new(years: &[Year<'a>]) -> Self {
        let mut related_documents = Self { neighbours: BTreeMap::new(), series: BTreeMap::new() };
        for year in years {
            let mut last: BTreeMap<&str, &'a Document> = BTreeMap::new();
            for document in year.documents.iter().copied() {
                let before = last.insert(&document.meta.language, document);
                related_documents.neighbours.insert(&document.id, DocumentNeighbours { before, after: None });
                if let Some(of_before) = before.and_then(|before| related_documents.neighbours.get_mut(&before.id)) {
                    of_before.after = Some(document);
                }
                related_documents.series.entry(series_of(document)).or_default().push(document);
            }
        }
        related_documents
    }

    /// The documents before and after one.
    pub(crate) fn neighbours(&self, document: &Document) -> DocumentNeighbours<'a> {
        self.neighbours.get(&document.id).copied().unwrap_or_default()
    }

    /// The same kind of document, of the same department and in the same language, of other years, the newest first.
    pub(crate) fn related(&self, document: &Document) -> Vec<DocumentLink<'a>> {
        let alike = self.series.get(&series_of(document)).into_iter().flatten();
        let year = document.meta.fiscal_year.value;
        let others = alike.filter(|other| other.meta.fiscal_year.value != year);
        others.take(MOST_RELATED).map(|other| DocumentLink::of(other)).collect()
    }
}

/// Another document, as a link.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct DocumentLink<'a> {
    file: String,
    title: &'a str,
    language: &'a str,
}

impl<'a> DocumentLink<'a> {
    pub(crate) fn of(document: &'a Document) -> Self {
        let meta = &document.meta;
        Self { file: link::document_file(&document.id), title: &meta.title.value, language: &meta.language }
    }
}

/// Addresses that open another service with the page ready to be passed on. They are plain links: nothing is loaded from
/// there, and nobody is told, before a reader follows one.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Share {
    /// <https://developers.line.biz/ja/docs/line-social-plugins/install-guide/using-line-share-buttons/>
    pub(crate) line: String,
    /// <https://developer.x.com/en/docs/x-for-websites/tweet-button/guides/web-intent>
    pub(crate) x: String,
    /// RFC 6068.
    pub(crate) mail: String,
}

/// The addresses for a page of this title and full address.
pub(crate) fn share(title: &str, url: &str) -> Share {
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
    fn title_and_address_are_percent_encoded() {
        let url = "https%3A%2F%2Fa%2Eexample%2Fr8%2F";
        let expected = Share {
            line: format!("https://social-plugins.line.me/lineit/share?url={url}"),
            x: format!("https://x.com/intent/post?text=A%26%E6%96%B9&url={url}"),
            mail: format!("mailto:?subject=A%26%E6%96%B9&body=A%26%E6%96%B9%0D%0A{url}"),
        };
        assert_eq!(share("A&方", "https://a.example/r8/"), expected);
    }
}
