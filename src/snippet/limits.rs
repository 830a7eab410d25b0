//! The limits of a channel: whether a post fits, and how much room is left.

use super::measure::count;
use super::post::Excess;
use crate::policy::{Channel, LengthUnit, Posting};

/// The limits of a channel with those that the site has set.
pub(super) struct ChannelLimits {
    unit: LengthUnit,
    /// Limits that no post may pass: unit and number.
    hard: Vec<(LengthUnit, usize)>,
    soft: Vec<(LengthUnit, usize)>,
    /// The line with the link, which every post has. Its length is kept, because finding links is the slowest part of counting.
    link: String,
    link_length: usize,
}

impl ChannelLimits {
    pub(super) fn new(posting: &Posting, channel: &Channel, link: &str) -> Self {
        let of = |is_hard| {
            channel.limits.iter().filter(move |limit| limit.is_hard == is_hard).map(|limit| (limit.unit, limit.max))
        };
        let mut hard: Vec<_> = of(true).collect();
        match (posting.limit(channel), hard.first_mut()) {
            (Some(limit), Some(first)) => first.1 = limit,
            (Some(limit), None) => hard.push((channel.unit, limit)),
            (None, _) => {}
        }
        let soft = of(false).collect();
        Self { unit: channel.unit, hard, soft, link: link.to_owned(), link_length: count(channel.unit, link) }
    }

    /// The limit in the unit of the channel.
    pub(super) fn limit(&self) -> Option<usize> {
        self.hard.first().map(|(_, limit)| *limit)
    }

    pub(super) fn count(&self, text: &str) -> usize {
        count(self.unit, text)
    }

    pub(super) fn fits(&self, lines: &[&str]) -> bool {
        self.fitting_length(lines).is_some()
    }

    /// The length of these lines in the unit of the channel, if they fit.
    pub(super) fn fitting_length(&self, lines: &[&str]) -> Option<usize> {
        let length = self.length(self.unit, lines);
        let holds = |(unit, limit): &(LengthUnit, usize)| {
            if *unit == self.unit { length <= *limit } else { self.length(*unit, lines) <= *limit }
        };
        self.hard.iter().all(holds).then_some(length)
    }

    /// How much too long these lines are, for the limit that they pass by the most.
    pub(super) fn excess(&self, lines: &[&str]) -> Excess {
        let excesses = self.hard.iter().map(|(unit, limit)| Excess { count: self.length(*unit, lines), limit: *limit });
        excesses.into_iter().max_by_key(|excess| excess.over()).unwrap_or(Excess { count: 0, limit: 0 })
    }

    /// The number of full-width characters that fit beside these lines.
    pub(super) fn room(&self, lines: &[&str]) -> Option<usize> {
        let rooms =
            self.hard.iter().map(|(unit, limit)| limit.saturating_sub(self.length(*unit, lines)) / unit.full_width());
        rooms.min()
    }

    pub(super) fn above_soft(&self, text: &str) -> Option<(LengthUnit, usize)> {
        let above = self.soft.iter().map(|(unit, limit)| (*unit, count(*unit, text).saturating_sub(*limit)));
        above.into_iter().find(|(_, above)| *above > 0)
    }

    /// The length of the joined lines. A line end costs 1 in every unit, and no unit counts across a line end.
    fn length(&self, unit: LengthUnit, lines: &[&str]) -> usize {
        let of_line = |line: &&str| {
            if unit == self.unit && **line == *self.link { self.link_length } else { count(unit, line) }
        };
        lines.iter().map(of_line).sum::<usize>() + lines.len().saturating_sub(1)
    }
}
