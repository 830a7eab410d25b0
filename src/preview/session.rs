//! Makes a complete site of each state of the files.

use std::sync::Arc;

use jiff::Timestamp;

use super::lazy_pages::LazyPages;
use super::render_thread::RenderThread;
use super::snapshot::Snapshot;
use crate::address::Mode;
use crate::diagnostic::{Diagnostics, Severity};
use crate::pipeline::{self, Drafts, Moment, Options, PipelineMemory, Renderer};
use crate::source::Tree;

/// Up to this many documents, all pages are rendered at once, which takes no noticeable time. Of a larger site a page is
/// rendered when somebody asks for it, and the others when nothing else is to be done.
const SMALL: usize = 40;

/// The settings of a preview.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The moment for which the site is shown; `None` follows the clock.
    pub now: Option<Moment>,
    /// Findings of this severity and graver ones keep the last good pages.
    pub fails_from: Severity,
}

/// The memory of a preview from one state of the files to the next.
#[derive(Debug)]
pub struct Session {
    settings: Settings,
    memory: PipelineMemory,
    render_thread: Arc<RenderThread>,
    last: Option<Arc<Snapshot>>,
    /// True if the findings of rendering all pages of the last snapshot are in it.
    is_judged: bool,
}

impl Session {
    /// A session without a snapshot.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            memory: PipelineMemory::default(),
            render_thread: Arc::new(RenderThread::new()),
            last: None,
            is_judged: false,
        }
    }

    /// The next snapshot, of these files and the findings of reading them, at the moment `now`. If it cannot be published, it
    /// keeps the pages of the last snapshot that could.
    pub fn step(&mut self, tree: &Tree, found: &Diagnostics, now: Timestamp) -> Arc<Snapshot> {
        let options = self.options(now);
        let mut survey = pipeline::survey(tree, found.clone(), &options, &mut self.memory);
        let good = self.last.as_ref().and_then(|last| last.pages.clone());
        let renderer = survey.renderer.take();
        self.is_judged = renderer.is_none();
        let pages = renderer.and_then(|renderer| self.pages(renderer, good.as_ref(), &mut survey.diagnostics));
        let is_good = pages.is_some();
        let version = self.last.as_ref().map_or(1, |last| last.version + 1);
        let snapshot = Arc::new(Snapshot { version, pages: pages.or(good), is_good, survey: Arc::new(survey) });
        self.last = Some(Arc::clone(&snapshot));
        snapshot
    }

    /// Renders the remaining pages of the last snapshot. Returns a new snapshot if that has found something.
    pub fn complete(&mut self) -> Option<Arc<Snapshot>> {
        let last = self.last.clone()?;
        let pages = last.pages.as_ref().filter(|_| last.is_good && !self.is_judged)?;
        self.is_judged = true;
        let (is_good, found) = pages.complete();
        if found.is_empty() {
            return None;
        }
        let mut diagnostics = last.survey.diagnostics.clone();
        diagnostics.extend(found.clone());
        let snapshot = Arc::new(Snapshot {
            version: last.version + 1,
            is_good,
            pages: if is_good { Some(Arc::clone(pages)) } else { pages.fallback() },
            survey: Arc::new(last.survey.with(diagnostics.sorted())),
        });
        self.last = Some(Arc::clone(&snapshot));
        Some(snapshot)
    }

    /// The moment from which the last snapshot is out of date although no file has changed: the next publication.
    #[must_use]
    pub fn until(&self) -> Option<Timestamp> {
        let is_clock = self.settings.now.is_none();
        self.last.as_ref().filter(|_| is_clock).and_then(|last| last.survey.validity.until)
    }

    fn options(&self, now: Timestamp) -> Options {
        Options {
            now: self.settings.now.unwrap_or(Moment::Instant(now)),
            fails_from: self.settings.fails_from,
            // The preview shows what a build would record, and never writes a record.
            locks: Mode::Record,
            drafts: Drafts::Shown,
        }
    }

    /// The pages, unless a finding would stop publication. All of them are rendered first when they are few, or when a new
    /// theme fails on a sample of them.
    fn pages(
        &mut self,
        renderer: Renderer,
        good: Option<&Arc<LazyPages>>,
        found: &mut Diagnostics,
    ) -> Option<Arc<LazyPages>> {
        let is_small = renderer.corpus().public.len() <= SMALL;
        // A theme that has rendered pages is trusted to render others; errors on them are found when they are rendered.
        let is_tried =
            good.is_some_and(|good| self.last.as_ref().is_some_and(|last| last.is_good) && good.is_like(&renderer));
        let is_doubtful = !is_small && !is_tried && renderer.is_doubtful();
        let pages = Arc::new(LazyPages::new(renderer, &self.render_thread, good.cloned()));
        let in_pages = match () {
            () if is_small => pages.complete_here().1.clone(),
            () if is_doubtful => pages.complete().1.clone(),
            () => Diagnostics::default(),
        };
        self.is_judged |= is_small || is_doubtful;
        let stops = in_pages.iter().any(|finding| finding.severity >= self.settings.fails_from);
        let mut all = std::mem::take(found);
        all.extend(in_pages);
        *found = all.sorted();
        (!stops).then_some(pages)
    }
}
