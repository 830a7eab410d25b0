//! Whether a post fits a channel.

use super::measure::count;
use super::post::Excess;
use crate::policy::{Channel, Posting, Unit};

/// The limits of a channel, as the site has them.
pub(super) struct Scale {
    unit: Unit,
    /// The unit and number of each limit nothing may pass.
    hard: Vec<(Unit, usize)>,
    soft: Vec<(Unit, usize)>,
}

impl Scale {
    pub(super) fn of(posting: &Posting, channel: &Channel) -> Self {
        let of = |is_hard| {
            channel.limits.iter().filter(move |limit| limit.is_hard == is_hard).map(|limit| (limit.unit, limit.max))
        };
        let mut hard: Vec<_> = of(true).collect();
        match (posting.limit(channel), hard.first_mut()) {
            (Some(limit), Some(first)) => first.1 = limit,
            (Some(limit), None) => hard.push((channel.unit, limit)),
            (None, _) => {}
        }
        Self { unit: channel.unit, hard, soft: of(false).collect() }
    }

    /// The limit in the unit of the channel.
    pub(super) fn limit(&self) -> Option<usize> {
        self.hard.first().map(|(_, limit)| *limit)
    }

    pub(super) fn count(&self, text: &str) -> usize {
        count(self.unit, text)
    }

    /// Whether these lines fit.
    pub(super) fn fits(&self, lines: &[&str]) -> bool {
        self.hard.iter().all(|(unit, limit)| length(*unit, lines) <= *limit)
    }

    /// How much too long these lines are, in the limit that is passed.
    pub(super) fn excess(&self, lines: &[&str]) -> Excess {
        let excesses = self.hard.iter().map(|(unit, limit)| Excess { count: length(*unit, lines), limit: *limit });
        excesses.into_iter().max_by_key(|excess| excess.over()).unwrap_or(Excess { count: 0, limit: 0 })
    }

    /// How many full-width characters could stand beside these lines.
    pub(super) fn room(&self, lines: &[&str]) -> Option<usize> {
        let rooms =
            self.hard.iter().map(|(unit, limit)| limit.saturating_sub(length(*unit, lines)) / unit.full_width());
        rooms.min()
    }

    pub(super) fn above_soft(&self, text: &str) -> Option<(Unit, usize)> {
        let above = self.soft.iter().map(|(unit, limit)| (*unit, count(*unit, text).saturating_sub(*limit)));
        above.into_iter().find(|(_, above)| *above > 0)
    }
}

/// The length of lines put together: a line end costs 1 in every unit, and nothing is counted across one.
fn length(unit: Unit, lines: &[&str]) -> usize {
    lines.iter().map(|line| count(unit, line)).sum::<usize>() + lines.len().saturating_sub(1)
}
