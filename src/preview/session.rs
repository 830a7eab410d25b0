//! From one state of the files to the next complete site.

use std::sync::Arc;

use jiff::Timestamp;

use super::maker::Maker;
use super::snapshot::{Pages, Snapshot};
use crate::address::Mode;
use crate::diagnostic::{Diagnostics, Severity};
use crate::pipeline::{self, Drafts, Memory, Moment, Options, Pressroom};
use crate::source::Tree;

/// Up to so many documents all pages are made at once: it takes no longer than a blink. Of larger sites a page is made when
/// somebody looks at it, and the others when nothing else is to be done.
const SMALL: usize = 40;

/// What a preview is told once.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The moment for which the site is shown; `None` is always now.
    pub now: Option<Moment>,
    /// Findings of this severity and graver ones keep the last good pages.
    pub fails_from: Severity,
}

/// What is remembered from one state of the files to the next.
#[derive(Debug)]
pub struct Session {
    settings: Settings,
    memory: Memory,
    maker: Arc<Maker>,
    last: Option<Arc<Snapshot>>,
    /// Whether making all pages of the last snapshot has told what it finds.
    is_judged: bool,
}

impl Session {
    /// A session that has seen nothing.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self { settings, memory: Memory::default(), maker: Arc::new(Maker::new()), last: None, is_judged: false }
    }

    /// The next snapshot: of these files, `found` by reading them, at the moment `now`. What cannot be published leaves the
    /// pages of the last snapshot that could.
    pub fn step(&mut self, tree: &Tree, found: &Diagnostics, now: Timestamp) -> Arc<Snapshot> {
        let options = self.options(now);
        let mut survey = pipeline::survey(tree, found.clone(), &options, &mut self.memory);
        let good = self.last.as_ref().and_then(|last| last.pages.clone());
        let room = survey.pressroom.take();
        self.is_judged = room.is_none();
        let pages = room.and_then(|room| self.pages(room, good.as_ref(), &mut survey.diagnostics));
        let is_good = pages.is_some();
        let version = self.last.as_ref().map_or(1, |last| last.version + 1);
        let snapshot = Arc::new(Snapshot { version, pages: pages.or(good), is_good, survey: Arc::new(survey) });
        self.last = Some(Arc::clone(&snapshot));
        snapshot
    }

    /// Makes what the last snapshot has left for later. A new snapshot, if that has found something.
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
            pages: if is_good { Some(Arc::clone(pages)) } else { pages.before() },
            survey: Arc::new(last.survey.with(diagnostics.sorted())),
        });
        self.last = Some(Arc::clone(&snapshot));
        Some(snapshot)
    }

    /// When the last snapshot is out of date although no file has changed: at the next publication.
    #[must_use]
    pub fn until(&self) -> Option<Timestamp> {
        let is_clock = self.settings.now.is_none();
        self.last.as_ref().filter(|_| is_clock).and_then(|last| last.survey.validity.until)
    }

    fn options(&self, now: Timestamp) -> Options {
        Options {
            now: self.settings.now.unwrap_or(Moment::Instant(now)),
            fails_from: self.settings.fails_from,
            // No record is ever written: what a build would record is shown.
            locks: Mode::Record,
            drafts: Drafts::Shown,
        }
    }

    /// The pages, unless something is found that would stop publication: by making all of them when they are few, or when
    /// another theme does not do well with a few of them.
    fn pages(&mut self, room: Pressroom, good: Option<&Arc<Pages>>, found: &mut Diagnostics) -> Option<Arc<Pages>> {
        let is_small = room.corpus().public.len() <= SMALL;
        // A theme that has made pages goes on to make them; what it makes of other texts is found when they are made.
        let is_tried =
            good.is_some_and(|good| self.last.as_ref().is_some_and(|last| last.is_good) && good.is_like(&room));
        let is_doubtful = !is_small && !is_tried && room.is_doubtful();
        let pages = Arc::new(Pages::new(room, &self.maker, good.cloned()));
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
