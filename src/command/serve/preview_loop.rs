//! The loop of the preview: waits for changes, reads the files, and shows the next snapshot.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::messages;
use super::schedule::{PagesState, ReadScope, Schedule};
use crate::command::CommandContext;
use crate::command::console::Console;
use crate::command::error::Failure;
use crate::preview::watch::{Wake, Watch, concerns};
use crate::preview::{Folder, Session, Snapshot, SnapshotChannel};

/// The most touched files that are remembered one by one. When there are more, all files are read anyway.
const MOST_TOUCHED: usize = 10_000;

/// The site's files and the snapshots made of them.
pub(super) struct Sources<'a> {
    pub(super) site: &'a Path,
    pub(super) folder: Folder,
    pub(super) session: Session,
    pub(super) watch: Watch,
    /// The files of which the system has told since they were last read.
    pub(super) touched: Vec<PathBuf>,
}

/// The loop and its output: the snapshots for the server, and messages on the terminal.
pub(super) struct PreviewLoop<'a> {
    sources: Sources<'a>,
    schedule: Schedule,
    start: Instant,
    snapshots: &'a SnapshotChannel,
    context: &'a CommandContext,
}

impl<'a> PreviewLoop<'a> {
    /// A loop that goes on from the first snapshot.
    pub(super) fn new(sources: Sources<'a>, snapshots: &'a SnapshotChannel, context: &'a CommandContext) -> Self {
        let schedule = Schedule::new(sources.watch.patience());
        Self { sources, schedule, start: Instant::now(), snapshots, context }
    }

    /// Runs until it is told to stop.
    pub(super) fn run(&mut self, wakes: &Receiver<Wake>, console: &mut Console) -> Result<(), Failure> {
        loop {
            match wakes.recv_timeout(self.schedule.wait(self.start.elapsed())) {
                Ok(Wake::Stop) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
                Ok(Wake::Touched(paths)) => self.note(paths),
                Err(RecvTimeoutError::Timeout) => {}
            }
            self.read_if_due(console)?;
            if self.schedule.is_quiet(self.start.elapsed()) {
                self.complete_pages(console)?;
            }
        }
    }

    fn note(&mut self, paths: Vec<PathBuf>) {
        if concerns(self.sources.site, &paths) {
            self.schedule.event(self.start.elapsed());
            let space = MOST_TOUCHED.saturating_sub(self.sources.touched.len());
            self.sources.touched.extend(paths.into_iter().take(space));
        }
    }

    fn read_if_due(&mut self, console: &mut Console) -> Result<(), Failure> {
        let now = self.start.elapsed();
        let Some(scope) = self.schedule.reading(now, || self.sources.is_outdated()) else { return Ok(()) };
        if let Some(next) = self.sources.next(scope) {
            self.snapshots.show(Arc::clone(&next));
            console.err(&messages::built(&next, self.start.elapsed().saturating_sub(now), self.context))?;
            self.schedule.shown(self.start.elapsed());
        }
        self.schedule.read(scope, self.start.elapsed());
        Ok(())
    }

    /// Has the remaining pages rendered; when they are, shows what that found.
    fn complete_pages(&mut self, console: &mut Console) -> Result<(), Failure> {
        let shown = self.snapshots.newest();
        match self.schedule.pages {
            PagesState::OnDemand | PagesState::Rendering if shown.is_complete() => {
                self.schedule.pages = PagesState::Complete;
                if let Some(next) = self.sources.session.complete() {
                    console.err(&messages::built(&next, Duration::ZERO, self.context))?;
                    self.snapshots.show(next);
                }
            }
            PagesState::OnDemand => {
                self.schedule.pages = PagesState::Rendering;
                shown.render_rest();
            }
            PagesState::Rendering | PagesState::Complete => {}
        }
        Ok(())
    }
}

impl Sources<'_> {
    /// Reads files, and makes the next snapshot if any has changed or a document has become public.
    fn next(&mut self, scope: ReadScope) -> Option<Arc<Snapshot>> {
        let touched = std::mem::take(&mut self.touched);
        let changes = match scope {
            ReadScope::Touched => self.folder.read_touched(&touched),
            ReadScope::AllAfterEvents | ReadScope::AllUnprompted => self.folder.read(&touched),
        };
        let is_top_level = |path: &PathBuf| path.parent() == Some(self.site);
        let is_untold = changes.is_some() && scope == ReadScope::AllUnprompted;
        // A folder that came or went without an event is no longer watched.
        if touched.iter().any(is_top_level) || is_untold {
            self.watch.renew();
        }
        (changes.is_some() || self.is_outdated()).then(|| self.step())
    }

    /// The snapshot of the files as they were last read.
    pub(super) fn step(&mut self) -> Arc<Snapshot> {
        let (tree, found) = self.folder.read_last();
        self.session.step(tree, found, Timestamp::now())
    }

    /// Returns whether a document has become public since the last snapshot.
    fn is_outdated(&self) -> bool {
        self.session.until().is_some_and(|until| until <= Timestamp::now())
    }
}
