//! Counts of hits and misses by kind of post.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use crate::pairs::{Pair, Verdict};

/// The most severe remark about a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Error,
    Warning,
    Nothing,
}

/// Counts by kind of faithful and unfaithful posts: with an error, with warnings only, without a remark.
#[derive(Debug, Default)]
pub struct Table(BTreeMap<String, [[usize; 3]; 2]>);

impl Table {
    pub fn add(&mut self, pair: &Pair, outcome: Outcome) {
        let row = self.0.entry(pair.kind.clone()).or_default();
        row[usize::from(pair.verdict == Verdict::Unfaithful)][outcome as usize] += 1;
    }

    pub fn total(&self) -> [[usize; 3]; 2] {
        let mut total = [[0; 3]; 2];
        for row in self.0.values() {
            for (sum, count) in total.iter_mut().flatten().zip(row.iter().flatten()) {
                *sum += count;
            }
        }
        total
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("| kind | unfaithful: stopped | warned | missed | faithful: stopped | warned | clean |\n")?;
        out.write_str("|---|--:|--:|--:|--:|--:|--:|\n")?;
        let mut rows = String::new();
        for (kind, counts) in self.0.iter().map(|(kind, counts)| (kind.as_str(), *counts)) {
            line(&mut rows, kind, counts)?;
        }
        line(&mut rows, "**all**", self.total())?;
        out.write_str(&rows)
    }
}

fn line(out: &mut String, kind: &str, [faithful, unfaithful]: [[usize; 3]; 2]) -> fmt::Result {
    write!(out, "| {kind}")?;
    for count in unfaithful.into_iter().chain(faithful) {
        write!(out, " | {}", if count == 0 { "·".to_owned() } else { count.to_string() })?;
    }
    out.push_str(" |\n");
    Ok(())
}
