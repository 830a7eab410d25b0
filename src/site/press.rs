//! What the pages of a site are printed with: the files made so far, and how one is added.

use std::sync::Arc;

use tera::Context;

use super::early;
use super::theme::{RenderFailure, Theme};
use super::{DRAFTS_MARKER, link, sitemap};
use crate::artifact::{Artifacts, FileContent};
use crate::corpus::{Corpus, Drafts};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, catalogue};
use crate::source::is_publishable;

/// The files made so far.
pub(super) struct Press<'a> {
    pub(super) theme: &'a Theme,
    drafts: Drafts,
    pub(super) artifacts: Artifacts,
    pub(super) found: Diagnostics,
    /// What went wrong in templates: the same mistake shows on every page and is reported once.
    failures: Vec<RenderFailure>,
}

impl<'a> Press<'a> {
    pub(super) fn new(corpus: &Corpus, theme: &'a Theme) -> Self {
        let (artifacts, found) = (Artifacts::default(), Diagnostics::default());
        Self { theme, drafts: corpus.drafts, artifacts, found, failures: Vec::new() }
    }
}

impl Press<'_> {
    /// A page of a template.
    pub(super) fn file(&mut self, file: &str, template: &str, context: &Context) {
        match self.theme.page(template, context) {
            Ok(page) => self.put(file, page.into_bytes(), Finding::of_site),
            Err(failure) => self.failed(failure, file),
        }
    }

    /// What robots are told; a site with drafts says as well what it is.
    pub(super) fn robots(&mut self, corpus: &Corpus) {
        if corpus.shows_drafts() {
            self.put(link::ROBOTS, early::ROBOTS.as_bytes(), Finding::of_site);
            self.put(DRAFTS_MARKER, early::MARKER_TEXT.as_bytes(), Finding::of_site);
        } else {
            self.put(link::ROBOTS, sitemap::robots(&corpus.site.base_url), Finding::of_site);
        }
    }

    /// A file of the site; when its place is taken, or its name cannot be stored everywhere, that is reported where `at` puts it.
    pub(super) fn put(&mut self, path: &str, bytes: impl Into<Arc<[u8]>>, at: impl FnOnce(Finding) -> Diagnostic) {
        self.put_content(path, FileContent::Whole(bytes.into()), at);
    }

    pub(super) fn put_content(&mut self, path: &str, content: FileContent, at: impl FnOnce(Finding) -> Diagnostic) {
        if !is_publishable(path) {
            return self.found.push(at(catalogue::output_file_name(path)));
        }
        let content = early::as_served(self.drafts, path, content);
        if let Err(clash) = self.artifacts.insert_content(path.to_owned(), content) {
            self.found.push(at(catalogue::path_clash(&clash.first, &clash.second)));
        }
    }

    pub(super) fn failed(&mut self, failure: RenderFailure, page: &str) {
        if !self.failures.iter().any(|known| known.is_same(&failure)) {
            self.found.push(failure.on(page));
            self.failures.push(failure);
        }
    }
}
