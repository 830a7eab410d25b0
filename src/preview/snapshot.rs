//! A complete site at one moment, which never changes again.

use std::sync::Arc;

use tokio::sync::oneshot;

use super::lazy_pages::LazyPages;
use crate::artifact::Artifacts;
use crate::corpus::Corpus;
use crate::pipeline::Survey;

/// One state of the site.
#[derive(Debug)]
pub struct Snapshot {
    /// Grows by one with every snapshot.
    pub version: u64,
    /// True if the pages are made of the present files. Otherwise they are the last ones that could be published.
    pub is_good: bool,
    /// The corpus and the findings of the present files. Its renderer has moved into the pages.
    pub survey: Arc<Survey>,
    pub(super) pages: Option<Arc<LazyPages>>,
}

impl Snapshot {
    /// The bytes of a file of the site as `hoshin build --drafts` would write it.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Arc<[u8]>> {
        self.pages.as_ref()?.file(path)
    }

    /// Returns whether the site has a file.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.file(path).is_some()
    }

    /// Returns whether all pages are rendered.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.pages.as_ref().is_none_or(|pages| pages.is_complete())
    }

    /// Begins to render the remaining pages, without waiting for them. A snapshot that nobody holds any more when its turn
    /// comes is not rendered.
    pub fn render_rest(&self) {
        if let Some(pages) = &self.pages {
            pages.render_thread.spawn(pages, |pages| {
                pages.complete();
            });
        }
    }

    /// Returns whether a file, or its absence, is known without rendering all pages. A page that can be rendered by itself is
    /// rendered.
    pub(super) fn is_at_hand(&self, path: &str) -> bool {
        self.is_complete() || self.pages.as_ref().is_some_and(|pages| pages.at_hand(path).is_some())
    }

    /// Waits, without blocking a thread, until all pages are rendered; none if rendering panicked.
    pub(super) async fn completed(&self) -> Option<()> {
        let Some(pages) = &self.pages else { return Some(()) };
        let (sender, receiver) = oneshot::channel();
        pages.render_thread.spawn(pages, move |pages| {
            pages.complete();
            // The browser that asked may have gone.
            let _ = sender.send(());
        });
        receiver.await.ok()
    }

    /// The whole site, rendered if it is not yet; none while nothing could be published.
    #[must_use]
    pub fn whole(&self) -> Option<Arc<Artifacts>> {
        self.pages.as_ref()?.whole()
    }

    /// The documents of which the pages are made.
    pub(super) fn served(&self) -> Option<&Corpus> {
        self.pages.as_ref().map(|pages| pages.corpus())
    }

    /// The path part of the site's address, without slashes around it. The 404 page expects the site below it.
    #[must_use]
    pub fn base_path(&self) -> &str {
        let base = self.served().map_or("", |corpus| corpus.site.base_url.as_str());
        let after_host = base.split_once("://").map_or("", |(_, rest)| rest);
        after_host.split_once('/').map_or("", |(_, path)| path).trim_matches('/')
    }
}
