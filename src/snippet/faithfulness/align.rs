//! Finds the passages of a post that come from the clause (greedy string tiling).
//!
//! The post is covered from left to right with the longest passages that it has in common with the clause. The author's own words remain
//! between them. Of passages of one length, the one that continues the last passage is preferred.

use super::folded::{is_content, is_hiragana};

/// The places of each pair of characters in a clause.
#[derive(Debug)]
pub(super) struct PairIndex {
    /// The start of each bucket in `places`, and the end of the last.
    starts: Vec<u32>,
    places: Vec<u32>,
}

const BUCKETS: usize = 256;

/// The most places examined for one pair, so that a text with many repetitions takes no longer.
const MOST: usize = 48;

/// A passage that the post has in common with the clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tile {
    /// The first character in the post.
    pub(super) at: usize,
    /// The first character in the clause.
    pub(super) from: usize,
    /// The number of characters.
    pub(super) length: usize,
}

impl Tile {
    /// The position after the last character in the post.
    pub(super) fn end(self) -> usize {
        self.at + self.length
    }

    /// The position after the last character in the clause.
    pub(super) fn source_end(self) -> usize {
        self.from + self.length
    }
}

fn bucket(pair: &[char]) -> usize {
    pair.iter().fold(0, |sum: usize, c| sum.wrapping_mul(31).wrapping_add(u32::from(*c) as usize)) % BUCKETS
}

impl PairIndex {
    /// Indexes the pairs of a text.
    pub(super) fn new(chars: &[char]) -> Self {
        let mut starts = vec![0_u32; BUCKETS + 1];
        for pair in chars.windows(2) {
            starts[bucket(pair) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut places = vec![0; chars.len().saturating_sub(1)];
        let mut next = starts.clone();
        for (at, pair) in (0_u32..).zip(chars.windows(2)) {
            let slot = &mut next[bucket(pair)];
            places[*slot as usize] = at;
            *slot += 1;
        }
        Self { starts, places }
    }

    /// True if a pair of characters occurs in the clause.
    pub(super) fn has(&self, clause: &[char], pair: &[char]) -> bool {
        self.places_of(pair).iter().any(|at| clause[*at as usize..].starts_with(pair))
    }

    fn places_of(&self, pair: &[char]) -> &[u32] {
        let bucket = bucket(pair);
        &self.places[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
    }

    /// Covers a text with passages of the clause.
    pub(super) fn tiles(&self, clause: &[char], post: &[char]) -> Vec<Tile> {
        let mut found: Vec<Tile> = Vec::new();
        let mut at = 0;
        while at + 2 <= post.len() {
            let after = found.last().map_or(0, |tile| tile.source_end());
            match self.longest(clause, &post[at..], after) {
                Some((from, length)) if means_something(&post[at..at + length], from, after) => {
                    found.push(Tile { at, from, length });
                    at += length;
                }
                _ => at += 1,
            }
        }
        found
    }

    /// The start and length of the longest passage of the clause that the post begins with.
    fn longest(&self, clause: &[char], post: &[char], after: usize) -> Option<(usize, usize)> {
        let mut best: Option<(usize, usize, usize)> = None;
        for from in self.places_of(&post[..2]).iter().take(MOST).map(|place| *place as usize) {
            let length = clause[from..].iter().zip(post).take_while(|(one, other)| one == other).count();
            if length < 2 {
                continue;
            }
            let distance = if from >= after { from - after } else { after - from + 1_000 };
            if best.is_none_or(|(_, most, least)| length > most || length == most && distance < least) {
                best = Some((from, length, distance));
            }
        }
        best.map(|(from, length, _)| (from, length))
    }
}

/// True if a passage is no accident. Particles and endings are found in every text.
fn means_something(passage: &[char], from: usize, after: usize) -> bool {
    let goes_on = from >= after && from - after <= 8;
    let content = passage.iter().filter(|c| is_content(**c)).count();
    content >= 2
        || (content == 1 && passage.len() >= 2)
        || passage.len() >= 5
        || (goes_on && passage.iter().any(|c| is_hiragana(*c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tiles(clause: &str, post: &str) -> Vec<(usize, usize, usize)> {
        let clause: Vec<char> = clause.chars().collect();
        let post: Vec<char> = post.chars().collect();
        PairIndex::new(&clause).tiles(&clause, &post).iter().map(|tile| (tile.at, tile.from, tile.length)).collect()
    }

    #[test]
    fn common_passages_are_found_in_order() {
        assert_eq!(tiles("登録者を増やすとともに", "登録者を増やします"), [(0, 0, 6)]);
        assert_eq!(tiles("市民と職員", "職員と市民"), [(0, 3, 2), (3, 0, 2)]);
        assert_eq!(tiles("情報の情報", "情報"), [(0, 0, 2)]);
    }

    #[test]
    fn a_text_with_many_repetitions_is_covered_quickly() {
        let long = "あい".repeat(20_000);
        assert_eq!(tiles(&long, &long).len(), 1);
    }
}
