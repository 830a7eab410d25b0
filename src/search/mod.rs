//! Search without a server: an index of character bigrams in small static files, of which a query loads a few.
//!
//! ```text
//! document ─► passage, part: texts ─► form: searchable forms ─► posting: places of each bigram ─► shard: files
//! ```
//!
//! A bigram index is exact for Japanese: a word is found wherever its characters follow each other, and word boundaries do not
//! matter. The index has the place of each bigram within its passage, so hits are counted from the index alone. Texts are loaded
//! only for the hits that are shown.
//!
//! Queries and texts are normalised by the same rules, here in Rust (`fold`, `number`, `form`) and in the theme's `search.js`.
//! `tests/search/vectors.json` checks that both agree. The official text itself is never normalised: the files have it as it was
//! typed, and the script marks the hits in it.

mod code;
mod fold;
mod form;
mod number;
mod part;
mod passage;
mod posting;
mod searchable;
mod shard;

#[cfg(test)]
mod tests;

pub use passage::{SearchPassage, passages};
pub use searchable::{DepartmentFacet, Facets, searchable};

use rayon::prelude::*;

use crate::corpus::Corpus;
use crate::policy::Document;
use posting::Postings;
use shard::{DocumentTable, TextFiles};

/// A file of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexFile {
    /// Its name. The file belongs beside the search page.
    pub name: String,
    /// A script that passes its content to the page. Scripts, unlike data, can be loaded from `file://` too.
    pub bytes: Vec<u8>,
}

/// The largest size of a file of the index, in bytes. Only the directory may be larger: it grows by about 10 bytes a document.
pub const MAX_FILE: usize = 100_000;

/// The size at which a file of lists is closed, in bytes. A longer list is continued in another file.
const FULL_OF_LISTS: usize = 16_000;

/// The number of documents that are prepared at once. It limits the memory for the forms of texts.
const BATCH: usize = 64;

/// Indexes the public documents, newest first. The files contain nothing of the others.
///
/// The same corpus gives the same bytes, whatever the number of threads.
#[must_use]
pub fn index(corpus: &Corpus) -> Vec<IndexFile> {
    let searchable = searchable(corpus);
    let mut postings = Postings::new(FULL_OF_LISTS);
    let mut texts = TextFiles::default();
    let mut documents = DocumentTable::new(&searchable.facets);
    for batch in searchable.documents.chunks(BATCH) {
        let prepared: Vec<DocumentForms> =
            batch.par_iter().map(|document| DocumentForms::of(corpus, document)).collect();
        for (prepared, document) in prepared.into_iter().zip(batch) {
            documents.add(document, &prepared.passages);
            texts.add_document(corpus, document, &prepared.passages);
            for (at, forms) in prepared.forms.iter().enumerate() {
                if part::is_joined(&prepared.passages, at) {
                    postings.add_joined(forms);
                } else {
                    postings.add(forms);
                }
            }
        }
    }
    shard::files(postings, texts, &documents)
}

/// A document ready to be indexed.
struct DocumentForms {
    passages: Vec<SearchPassage>,
    /// The searchable forms of each passage, one after the other.
    forms: Vec<Vec<char>>,
}

impl DocumentForms {
    fn of(corpus: &Corpus, document: &Document) -> Self {
        let passages = part::cut(passages(corpus, document));
        let forms = passages.iter().map(|passage| form::forms(&passage.text)).collect();
        Self { passages, forms }
    }
}
