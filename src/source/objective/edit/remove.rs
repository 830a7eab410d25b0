//! Removes keys and items from an objective block. What stands on its own lines goes with those lines and the line end
//! before them. In `{…}` and `[…]`, one comma goes as well.

use std::ops::Range;

use super::block::{ObjectiveBlock, Splice, value};
use crate::source::yaml::{YamlNode, YamlValue};

impl ObjectiveBlock<'_> {
    /// Removes a key and its value from a mapping. Does nothing if the key is not there.
    pub(super) fn remove_key(&self, mapping: &YamlNode, key: &str) -> Vec<Splice> {
        let YamlValue::Mapping(entries) = &mapping.value else { return Vec::new() };
        let Some(at) = entries.iter().position(|(name, _)| name.value == key) else { return Vec::new() };
        let (name, node) = &entries[at];
        if self.is_flow(mapping) {
            let ranges: Vec<Range<usize>> =
                entries.iter().map(|(name, node)| name.range.start..node.range.end.max(name.range.end)).collect();
            return vec![taken(of_flow(&ranges, at, 1))];
        }
        let start = self.line_start(name.range.start);
        if self.text[start..name.range.start].trim().is_empty() {
            return vec![taken(self.lines(start, node.range.end.max(name.range.end)))];
        }
        // The first key of an item stands behind the item's dash. It stays, without a value.
        let end = node.range.end.max(name.range.end);
        let colon = self.text[name.range.end..end].find(':').map_or(name.range.end, |at| name.range.end + at + 1);
        vec![taken(colon..end)]
    }

    /// Removes the points with these indices from a list. If none is left, the key goes as well, unless points are
    /// added to the list.
    pub(super) fn remove_points(
        &self,
        owner: &YamlNode,
        key: &str,
        indices: &[usize],
        keeps: Keeps,
    ) -> Option<Vec<Splice>> {
        let list = value(owner, key)?;
        let YamlValue::List(items) = &list.value else { return None };
        if keeps == Keeps::Nothing && indices.len() == items.len() {
            return Some(self.remove_key(owner, key));
        }
        let ranges: Vec<Range<usize>> = items.iter().map(|item| item.range.clone()).collect();
        if self.is_flow(list) {
            let runs = runs(indices);
            return Some(runs.into_iter().map(|run| taken(of_flow(&ranges, run.start, run.len()))).collect());
        }
        let own_lines = |index: &usize| {
            let range = ranges.get(*index)?;
            let start = self.line_start(range.start);
            let is_alone = self.text[start..range.start].trim() == "-";
            is_alone.then(|| taken(self.lines(start, range.end)))
        };
        indices.iter().map(own_lines).collect()
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    /// The lines from `start` to the line of `end`, with the line end before them.
    fn lines(&self, start: usize, end: usize) -> Range<usize> {
        let end = start + self.text[start..end].trim_end().len();
        start.saturating_sub(1)..self.line_end(end)
    }
}

/// Tells whether points are added to the same list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keeps {
    Nothing,
    Something,
}

fn taken(range: Range<usize>) -> Splice {
    Splice { range, text: String::new(), indent: 0 }
}

/// `count` entries from `at` with the comma behind them; at the end of the list, with the comma before them.
fn of_flow(entries: &[Range<usize>], at: usize, count: usize) -> Range<usize> {
    let last = at + count - 1;
    match (at.checked_sub(1), entries.get(last + 1)) {
        (_, Some(next)) => entries[at].start..next.start,
        (Some(before), None) => entries[before].end..entries[last].end,
        (None, None) => entries[at].start..entries[last].end,
    }
}

/// Joins neighbouring indices. The indices are in order.
fn runs(indices: &[usize]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for &index in indices {
        match runs.last_mut() {
            Some(run) if run.end == index => run.end += 1,
            _ => runs.push(index..index + 1),
        }
    }
    runs
}
