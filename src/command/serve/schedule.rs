//! The schedule of the preview: when it reads the files again, and when it renders the pages nobody has asked for.
//!
//! Pure: a moment is the time since the preview began.

use std::time::Duration;

use crate::preview::Batch;

/// When nothing has been saved for this long, the remaining pages are rendered.
const QUIET: Duration = Duration::from_secs(1);

/// The files that are read, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReadScope {
    /// The files of a batch of events.
    Touched,
    /// All files, after a batch of events: the system does not tell everything.
    AllAfterEvents,
    /// All files, although no event has come.
    AllUnprompted,
}

/// How many pages of the shown snapshot are rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PagesState {
    /// Those that a browser has asked for.
    OnDemand,
    /// The others are being rendered.
    Rendering,
    /// All of them, and what that found is told.
    Complete,
}

/// The times of the last events, reads and snapshots.
#[derive(Debug)]
pub(super) struct Schedule {
    batch: Batch,
    /// How long to wait for events before all files are read.
    patience: Duration,
    /// When all files were last read.
    all_read_at: Duration,
    /// When the newest snapshot was shown.
    shown_at: Duration,
    pub(super) pages: PagesState,
}

impl Schedule {
    /// A schedule that begins when the first snapshot has been shown.
    pub(super) fn new(patience: Duration) -> Self {
        let (all_read_at, shown_at) = (Duration::ZERO, Duration::ZERO);
        Self { batch: Batch::default(), patience, all_read_at, shown_at, pages: PagesState::OnDemand }
    }

    /// Notes an event.
    pub(super) fn event(&mut self, now: Duration) {
        self.batch.note(now);
    }

    /// How long to wait for the next event. Nothing is read before a batch of events is over.
    pub(super) fn wait(&self, now: Duration) -> Duration {
        let due = self.batch.due().unwrap_or(self.all_read_at + self.patience).min(now + QUIET);
        due.saturating_sub(now)
    }

    /// Decides whether files are to be read now. `is_outdated`: the shown site is out of date although no file has changed.
    pub(super) fn reading(&mut self, now: Duration, is_outdated: impl FnOnce() -> bool) -> Option<ReadScope> {
        let is_batch_over = self.batch.take(now);
        let is_time = now >= self.all_read_at + self.patience;
        match (is_batch_over, is_time) {
            (true, false) => Some(ReadScope::Touched),
            (true, true) => Some(ReadScope::AllAfterEvents),
            (false, true) if self.batch.due().is_none() => Some(ReadScope::AllUnprompted),
            (false, _) => is_outdated().then_some(ReadScope::AllUnprompted),
        }
    }

    /// Notes that the files have been read.
    pub(super) fn read(&mut self, scope: ReadScope, now: Duration) {
        if scope != ReadScope::Touched {
            self.all_read_at = now;
        }
    }

    /// Notes that a snapshot of other files is shown.
    pub(super) fn shown(&mut self, now: Duration) {
        (self.shown_at, self.pages) = (now, PagesState::OnDemand);
    }

    /// Returns whether there is time to render the remaining pages.
    pub(super) fn is_quiet(&self, now: Duration) -> bool {
        self.batch.due().is_none() && now > self.shown_at + QUIET
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preview::{BATCH, watch::HEARTBEAT};

    fn milliseconds(count: u64) -> Duration {
        Duration::from_millis(count)
    }

    #[test]
    fn a_batch_of_events_reads_the_touched_files_once_it_is_over() {
        let mut schedule = Schedule::new(HEARTBEAT);
        schedule.event(milliseconds(10));
        assert_eq!(schedule.wait(milliseconds(10)), BATCH);
        assert_eq!(schedule.reading(milliseconds(50), || false), None);
        assert_eq!(schedule.reading(milliseconds(110), || false), Some(ReadScope::Touched));
        assert_eq!(schedule.reading(milliseconds(110), || false), None);
    }

    #[test]
    fn all_files_are_read_when_the_patience_is_over() {
        let mut schedule = Schedule::new(HEARTBEAT);
        assert_eq!(schedule.reading(HEARTBEAT, || false), Some(ReadScope::AllUnprompted));
        schedule.read(ReadScope::AllUnprompted, HEARTBEAT);
        assert_eq!(schedule.reading(HEARTBEAT, || false), None);
        schedule.event(2 * HEARTBEAT);
        assert_eq!(schedule.reading(2 * HEARTBEAT, || false), None);
        assert_eq!(schedule.reading(2 * HEARTBEAT + BATCH, || false), Some(ReadScope::AllAfterEvents));
    }

    #[test]
    fn an_outdated_site_is_read_at_once() {
        let mut schedule = Schedule::new(HEARTBEAT);
        assert_eq!(schedule.reading(milliseconds(1), || true), Some(ReadScope::AllUnprompted));
    }

    #[test]
    fn it_is_quiet_a_second_after_the_last_snapshot_unless_events_come() {
        let mut schedule = Schedule::new(HEARTBEAT);
        schedule.pages = PagesState::Complete;
        schedule.shown(milliseconds(500));
        assert_eq!(schedule.pages, PagesState::OnDemand);
        assert!(!schedule.is_quiet(milliseconds(1_500)));
        assert!(schedule.is_quiet(milliseconds(1_501)));
        schedule.event(milliseconds(1_501));
        assert!(!schedule.is_quiet(milliseconds(1_502)));
    }
}
