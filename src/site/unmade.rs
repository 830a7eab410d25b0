//! Links to files of the site that are only known when they are made.

use crate::artifact::Artifacts;
use crate::corpus::{Corpus, LinkTarget, leads_outside, resolve};
use crate::diagnostic::{Diagnostics, Span, catalogue};
use crate::site::frame::link;

/// Links of documents to pages and files of `artifacts` that are not there.
///
/// Most pages are known before any is made ([`crate::corpus::pages`]). The parts of long lists and the files of the theme, of the
/// data and of the search are not, so links to them are checked once these are there.
#[must_use]
pub fn unmade(corpus: &Corpus, artifacts: &Artifacts) -> Diagnostics {
    let mut found = Diagnostics::default();
    for document in corpus.documents() {
        document.body.each_link(|link| {
            let destination = &*link.destination;
            if destination.starts_with('#') || leads_outside(destination) {
                return;
            }
            if let LinkTarget::Page(page) = resolve(corpus, &document.id, destination)
                && !artifacts.has(&link::file_of(&page))
            {
                let span = Span::new(&document.source, link.range.clone());
                found.push(catalogue::dead_link(destination, None).at(span));
            }
        });
    }
    found
}
