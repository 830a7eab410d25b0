//! Search without a server: an index of character bigrams, cut into small static files of which a query loads a few.
//!
//! ```text
//! document ─► passage, part: what can be found ─► fold, number: in which forms ─► posting: where each bigram stands ─► shard: files
//! ```
//!
//! A bigram index is exact for Japanese: a word is found wherever its characters stand one after the other, whatever the
//! words around it, and nothing has to be known about where words begin. The postings hold the place of each bigram within
//! its passage, so that hits are counted from the index alone; the texts are loaded of those hits only that are shown.
//!
//! What is looked for is normalised exactly as what is found, here in Rust (`fold`, `number`, `form`) and in the theme's
//! `search.js` by the same rules. `tests/search/vectors.json` holds both to them. The official text itself is never
//! normalised: the files hold it as it was typed, and the script marks the place in it.

mod code;
mod fold;
mod form;
mod number;
mod part;
mod passage;
mod posting;
mod roster;
mod shard;

#[cfg(test)]
mod reader;
#[cfg(test)]
mod tests;

pub use passage::{Passage, passages};
pub use roster::{Facets, Unit, roster};

use rayon::prelude::*;

use crate::corpus::Corpus;
use crate::policy::Document;
use posting::Postings;
use shard::{Documents, Texts};

/// A file of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, to be put beside the search page.
    pub name: String,
    /// A script that hands its content to the page: scripts, unlike data, may be loaded from `file://` too.
    pub bytes: Vec<u8>,
}

/// No file of the index but the directory is larger, in bytes. (The directory grows by some 10 bytes a document.)
pub const MAX_FILE: usize = 100_000;

/// A file of lists is closed when it has become this large, in bytes; a list that is longer is continued in another file.
const FULL_OF_LISTS: usize = 16_000;

/// How many documents are prepared at once, so that not all texts are held in memory in several forms.
const BATCH: usize = 64;

/// Indexes the public documents, newest first. Nothing of the others is in the files.
///
/// The same corpus gives the same bytes, whatever the number of threads.
#[must_use]
pub fn index(corpus: &Corpus) -> Vec<File> {
    let roster = roster(corpus);
    let (mut postings, mut texts, mut documents) =
        (Postings::new(FULL_OF_LISTS), Texts::default(), Documents::new(&roster.facets));
    for batch in roster.documents.chunks(BATCH) {
        let prepared: Vec<Prepared> = batch.par_iter().map(|document| Prepared::of(corpus, document)).collect();
        for (prepared, document) in prepared.into_iter().zip(batch) {
            documents.add(document, &prepared.passages);
            texts.document(corpus, document, &prepared.passages);
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
struct Prepared {
    passages: Vec<Passage>,
    /// Of each passage the forms in which it can be found, one after the other.
    forms: Vec<Vec<char>>,
}

impl Prepared {
    fn of(corpus: &Corpus, document: &Document) -> Self {
        let passages = part::cut(passages(corpus, document));
        let forms = passages.iter().map(|passage| form::forms(&passage.text)).collect();
        Self { passages, forms }
    }
}
