//! The files of a site, gathered as they are made.

use crate::artifact::Artifacts;
use crate::corpus::{Corpus, Drafts};
use crate::diagnostic::{Diagnostics, Finding, catalogue};
use crate::site::frame::drafts;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::theme::RenderFailure;
use crate::source::is_publishable;

/// The files made so far.
pub(super) struct Output {
    drafts: Drafts,
    pub(super) artifacts: Artifacts,
    pub(super) found: Diagnostics,
    /// Failures of templates. The same failure occurs on many pages and is reported once.
    failures: Vec<RenderFailure>,
}

impl Output {
    /// Without files.
    pub(super) fn new(corpus: &Corpus) -> Self {
        let (artifacts, found) = (Artifacts::default(), Diagnostics::default());
        Self { drafts: corpus.drafts, artifacts, found, failures: Vec::new() }
    }

    /// Adds a file, or reports why it cannot be there: its template fails, its place is taken, or its name cannot be stored on
    /// every system.
    pub(super) fn add(&mut self, file: OutputFile) {
        let OutputFile { path, content, source } = file;
        let at = |finding: Finding| match source {
            Some(source) => finding.in_file(source),
            None => finding.of_site(),
        };
        let content = match content {
            Ok(content) => content,
            Err(failure) => return self.add_failure(failure, &path),
        };
        if !is_publishable(&path) {
            return self.found.push(at(catalogue::output_file_name(&path)));
        }
        let content = drafts::as_served(self.drafts, &path, content);
        if let Err(clash) = self.artifacts.insert_content(path, content) {
            self.found.push(at(catalogue::path_clash(&clash.first, &clash.second)));
        }
    }

    /// Adds a file, unless there is one in its place.
    pub(super) fn add_if_absent(&mut self, file: OutputFile) {
        if !self.artifacts.has(&file.path) {
            self.add(file);
        }
    }

    pub(super) fn extend(&mut self, files: impl IntoIterator<Item = OutputFile>) {
        files.into_iter().for_each(|file| self.add(file));
    }

    /// Reports a failure of a template, with the page on which it occurred first.
    pub(super) fn add_failure(&mut self, failure: RenderFailure, page: &str) {
        if !self.failures.iter().any(|known| known.is_same(&failure)) {
            self.found.push(failure.on(page));
            self.failures.push(failure);
        }
    }
}
