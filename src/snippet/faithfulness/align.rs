//! Which characters of a post come from which of the clause.
//!
//! The post is covered from left to right with the longest passages it has in common with the clause; what is left between
//! them is the author's own. Of passages of one length, the one that goes on where the last ended is preferred.

use super::folded::{is_content, is_hiragana};

/// Where each pair of characters of a clause stands.
#[derive(Debug)]
pub(super) struct Index {
    /// Where the places of each bucket begin; one more than there are buckets.
    starts: Vec<u32>,
    places: Vec<u32>,
}

const BUCKETS: usize = 256;

/// Places looked at for one pair: a text that repeats itself endlessly must not cost endless time.
const MOST: usize = 48;

/// A passage the post has in common with the clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tile {
    /// First character in the post.
    pub(super) at: usize,
    /// First character in the clause.
    pub(super) from: usize,
    /// Number of characters.
    pub(super) length: usize,
}

impl Tile {
    /// After its last character in the post.
    pub(super) fn end(self) -> usize {
        self.at + self.length
    }

    /// After its last character in the clause.
    pub(super) fn source_end(self) -> usize {
        self.from + self.length
    }
}

fn bucket(pair: &[char]) -> usize {
    pair.iter().fold(0, |sum: usize, c| sum.wrapping_mul(31).wrapping_add(u32::from(*c) as usize)) % BUCKETS
}

impl Index {
    /// The pairs of a text.
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

    /// Whether a pair of characters occurs in the clause.
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

    /// Where the longest common beginning stands, and how long it is.
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

/// Whether a passage is more than a chance: particles and endings are found everywhere.
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
        Index::new(&clause).tiles(&clause, &post).iter().map(|tile| (tile.at, tile.from, tile.length)).collect()
    }

    #[test]
    fn common_passages_are_found_in_order() {
        assert_eq!(tiles("登録者を増やすとともに", "登録者を増やします"), [(0, 0, 6)]);
        assert_eq!(tiles("市民と職員", "職員と市民"), [(0, 3, 2), (3, 0, 2)]);
        assert_eq!(tiles("情報の情報", "情報"), [(0, 0, 2)]);
    }

    #[test]
    fn endless_repetition_costs_little() {
        let long = "あい".repeat(20_000);
        assert_eq!(tiles(&long, &long).len(), 1);
    }
}
