//! Texts of which parts stand in several texts of the other side: clauses that were split or merged.

use super::grams::{Bigrams, shared, without};
use super::similar::ComparedSide;

/// A clause of one side, and the clauses of the other side that have parts of its text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Parts {
    pub(super) whole: usize,
    pub(super) parts: Vec<usize>,
}

/// The shortest part, in bigrams or words: about as long as 「市民の声を丁寧に聴くこと。」.
const SHORTEST: usize = 12;
/// The least share of a part that stands in the whole.
const WITHIN: f64 = 0.75;
/// The least share of a part that stands in the whole and in no greater part.
const OWN: f64 = 0.6;
/// The least share of the whole that stands in its parts.
const COVERED: f64 = 0.6;
/// The most parts that are compared with one whole.
const MOST: usize = 12;

/// The texts of `wholes` that stand in several texts of `parts`. `pairs` are the indices of both to be compared, sorted;
/// `is_taken` tells of a pair whether the part belongs clearly to another whole.
pub(super) fn divided(
    wholes: &ComparedSide,
    parts: &ComparedSide,
    pairs: &[(usize, usize)],
    is_taken: impl Fn(usize, usize) -> bool,
) -> Vec<Parts> {
    let mut found = Vec::new();
    for of_one in pairs.chunk_by(|a, b| a.0 == b.0) {
        let whole = of_one[0].0;
        let grams = &wholes.grams[whole];
        let within = |&(_, part): &(usize, usize)| {
            let own = &parts.grams[part];
            let is_long = own.len() >= SHORTEST && wholes.families[whole] == parts.families[part];
            if !is_long || is_taken(whole, part) {
                return None;
            }
            let common = shared(own, grams);
            (share(common, own.len()) >= WITHIN).then_some((common, part))
        };
        let mut likely: Vec<(usize, usize)> = of_one.iter().filter_map(within).collect();
        likely.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        likely.truncate(MOST);
        let mut chosen = covering(grams, likely.iter().map(|(_, part)| (*part, &parts.grams[*part])));
        if chosen.len() > 1 {
            chosen.sort_unstable();
            let parts = chosen.into_iter().map(|part| parts.nodes[part]).collect();
            found.push(Parts { whole: wholes.nodes[whole], parts });
        }
    }
    found
}

/// The parts that each have a share of the text for themselves, if they cover most of it together.
fn covering<'a>(whole: &Bigrams, parts: impl Iterator<Item = (usize, &'a Bigrams)>) -> Vec<usize> {
    let mut left = whole.clone();
    let mut chosen = Vec::new();
    for (part, grams) in parts {
        let rest = without(&left, grams);
        if share(left.len() - rest.len(), grams.len()) >= OWN {
            chosen.push(part);
            left = rest;
        }
    }
    if share(whole.len() - left.len(), whole.len()) >= COVERED { chosen } else { Vec::new() }
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
