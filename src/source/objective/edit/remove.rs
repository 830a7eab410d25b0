//! Keys and items taken out of an objective block. What stands on lines of its own goes with its lines and the line end before
//! them; in `{…}` and `[…]` with one comma.

use std::ops::Range;

use super::{Editor, Splice, value};
use crate::source::yaml::{Node, Value};

impl Editor<'_> {
    /// Takes a key and its value out of a mapping. Nothing to do where it is not there.
    pub(super) fn remove_key(&self, mapping: &Node, key: &str) -> Vec<Splice> {
        let Value::Mapping(entries) = &mapping.value else { return Vec::new() };
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
        // The first key of an item stands behind its dash: it stays, without a value.
        let end = node.range.end.max(name.range.end);
        let colon = self.text[name.range.end..end].find(':').map_or(name.range.end, |at| name.range.end + at + 1);
        vec![taken(colon..end)]
    }

    /// Takes the points of these indices out of a list; the key with the last of them, unless others are added to it.
    pub(super) fn remove_points(
        &self,
        owner: &Node,
        (key, indices): (&str, &[usize]),
        keeps: Keeps,
    ) -> Option<Vec<Splice>> {
        let list = value(owner, key)?;
        let Value::List(items) = &list.value else { return None };
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

    /// The lines from one that starts at `start` to the one in which `end` is, with the line end before them.
    fn lines(&self, start: usize, end: usize) -> Range<usize> {
        let end = start + self.text[start..end].trim_end().len();
        start.saturating_sub(1)..self.line_end(end)
    }
}

/// Whether a list that loses all it has gets something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keeps {
    Nothing,
    Something,
}

fn taken(range: Range<usize>) -> Splice {
    Splice { range, text: String::new(), indent: 0 }
}

/// `count` entries from `at` on with the comma behind them, of the last ones the comma before.
fn of_flow(entries: &[Range<usize>], at: usize, count: usize) -> Range<usize> {
    let last = at + count - 1;
    match (at.checked_sub(1), entries.get(last + 1)) {
        (_, Some(next)) => entries[at].start..next.start,
        (Some(before), None) => entries[before].end..entries[last].end,
        (None, None) => entries[at].start..entries[last].end,
    }
}

/// Indices in order as runs of neighbours.
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
