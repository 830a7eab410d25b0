//! What stands around a document: the ones before and after it in the list of its year, the same kind of other years, and
//! links with which a reader passes it on.

use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::link;
use super::listing::Year;
use crate::corpus::Corpus;
use crate::policy::{Document, DocumentId};

/// The most documents of other years that are named; the lists of the years have them all.
const MOST_RELATED: usize = 5;

/// For each document the one before and the one after it.
pub(super) type Neighbours<'a> = BTreeMap<&'a DocumentId, (Option<&'a Document>, Option<&'a Document>)>;

/// Neighbours in the order of the lists of the years: what stands next to each other there, in one language.
pub(super) fn neighbours<'a>(years: &[Year<'a>]) -> Neighbours<'a> {
    let mut all = Neighbours::new();
    for year in years {
        for (at, document) in year.documents.iter().enumerate() {
            let is_alike = |other: &&&Document| other.meta.language == document.meta.language;
            let before = year.documents[..at].iter().rev().find(is_alike).copied();
            all.insert(&document.id, (before, year.documents[at + 1..].iter().find(is_alike).copied()));
        }
    }
    all
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

/// The same kind of document, of the same unit and in the same language, of other years, the newest first.
pub(super) fn related<'a>(corpus: &'a Corpus, document: &Document) -> Vec<Other<'a>> {
    let unit = |document: &Document| document.meta.organization.as_ref().map(|unit| unit.value.clone());
    let (meta, own) = (&document.meta, unit(document));
    let is_related = |other: &&Document| {
        let year = other.meta.fiscal_year.value != meta.fiscal_year.value;
        year && other.meta.kind.value == meta.kind.value && other.meta.language == meta.language && unit(other) == own
    };
    let mut all: Vec<&Document> = corpus.public.values().filter(is_related).collect();
    all.sort_by_key(|other| std::cmp::Reverse(other.meta.fiscal_year.value));
    all.into_iter().take(MOST_RELATED).map(Other::of).collect()
}

/// Addresses that open another service with the page ready to be passed on. They are plain links: nothing is loaded from
/// there, and nobody is told, before a reader follows one.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Share {
    /// <https://developers.line.biz/ja/docs/line-social-plugins/install-guide/using-line-share-buttons/>
    line: String,
    /// <https://developer.x.com/en/docs/x-for-websites/tweet-button/guides/web-intent>
    x: String,
    /// RFC 6068.
    mail: String,
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
