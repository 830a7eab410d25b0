//! Reworded clauses: similar texts under the same parent, in the same order.

use std::collections::BTreeMap;

use super::grams::{Grams, dice};
use super::order::{Anchors, Class, gap_before, gap_now};
use super::{MARGIN, Matcher, OTHER, Parents, SAME};

/// So many pairs are all compared; of more, those that share a rare bigram or lie at about the same place.
const MOST_PAIRS: usize = 10_000;
/// A bigram is rare when at most this many clauses of a side have it.
const RARE: usize = 8;
/// Of the clauses that share rare bigrams with one, so many are compared: those that share most.
const LIKELIEST: usize = 8;
/// How far from the same place a clause is looked for without a shared rare bigram.
const NEAR: usize = 3;

/// A pair of clauses by their index in two lists, and how similar they are.
pub(super) type Scored = (usize, usize, f64);

/// What is left of one side, with bigrams.
pub(super) struct Side {
    pub(super) nodes: Vec<usize>,
    pub(super) families: Vec<u8>,
    pub(super) grams: Vec<Grams>,
}

impl Matcher<'_> {
    /// Links similar clauses under parents that are linked, and equal ones below those, as far down as it goes.
    pub(super) fn similar(&mut self) {
        while let Some(parents) = self.for_similar.pop_front() {
            self.similar_children(parents);
            self.exact();
        }
    }

    fn similar_children(&mut self, parents: Parents) {
        let (old, new) = self.unmatched(parents);
        if old.is_empty() || new.is_empty() {
            return;
        }
        let (old, new) = (self.old_side(old), self.new_side(new));
        let scored = scores(&old, &new, OTHER);
        let anchors = self.anchors(parents);
        let clear = clear_winners(&scored);
        for (at, bt, score) in scored {
            let (before, now) = (old.nodes[at], new.nodes[bt]);
            let is_winner = score >= SAME && clear.binary_search(&(at, bt)).is_ok();
            if is_winner && self.keeps_order((before, now), &anchors) {
                self.link(before, now);
            } else {
                self.doubtful.push((before, now, score));
            }
        }
    }

    pub(super) fn old_side(&self, nodes: Vec<usize>) -> Side {
        let grams = nodes.iter().map(|&node| self.old.grams(node)).collect();
        Side { families: nodes.iter().map(|&node| self.old.nodes[node].family).collect(), nodes, grams }
    }

    pub(super) fn new_side(&self, nodes: Vec<usize>) -> Side {
        let grams = nodes.iter().map(|&node| self.new.grams(node)).collect();
        Side { families: nodes.iter().map(|&node| self.new.nodes[node].family).collect(), nodes, grams }
    }

    /// Whether it lies between the same neighbours as before. Of a clause that is counted otherwise than before (a bullet
    /// that got a number) the order is not known.
    fn keeps_order(&self, (old, new): (usize, usize), anchors: &BTreeMap<Class, Anchors>) -> bool {
        let (before, now) = (&self.old.nodes[old], &self.new.nodes[new]);
        if before.class != now.class {
            return true;
        }
        let Some(anchors) = anchors.get(&before.class) else { return true };
        gap_before(anchors, before.rank) == gap_now(anchors, now.rank)
    }
}

/// Pairs of at least this similarity, by index.
pub(super) fn scores(old: &Side, new: &Side, least: f64) -> Vec<Scored> {
    let pairs: Vec<(usize, usize)> = if old.nodes.len() * new.nodes.len() <= MOST_PAIRS {
        (0..old.nodes.len()).flat_map(|at| (0..new.nodes.len()).map(move |bt| (at, bt))).collect()
    } else {
        likely_pairs(old, new)
    };
    let score = |(at, bt): (usize, usize)| {
        let (a, b) = (&old.grams[at], &new.grams[bt]);
        // The shorter text bounds what can be shared.
        let bound = 2.0 * a.len().min(b.len()) as f64 / (a.len() + b.len()).max(1) as f64;
        if old.families[at] != new.families[bt] || bound < least {
            return None;
        }
        let score = dice(a, b);
        (score >= least).then_some((at, bt, score))
    };
    pairs.into_iter().filter_map(score).collect()
}

/// Pairs that share a rare bigram, and pairs at about the same place.
fn likely_pairs(old: &Side, new: &Side) -> Vec<(usize, usize)> {
    let (before, now) = (postings(old), postings(new));
    let mut pairs = Vec::new();
    let mut now = &now[..];
    for run in before.chunk_by(|a, b| gram_of(*a) == gram_of(*b)) {
        let gram = gram_of(run[0]);
        now = &now[now.iter().take_while(|posting| gram_of(**posting) < gram).count()..];
        let same = now.iter().take_while(|posting| gram_of(**posting) == gram).count();
        if run.len() <= RARE && same <= RARE {
            pairs.extend(run.iter().flat_map(|a| now[..same].iter().map(|b| (index_of(*a), index_of(*b)))));
        }
    }
    let mut pairs = likeliest(pairs);
    for at in 0..old.nodes.len() {
        let same_place = at * new.nodes.len() / old.nodes.len().max(1);
        let near = same_place.saturating_sub(NEAR)..(same_place + NEAR + 1).min(new.nodes.len());
        pairs.extend(near.map(|bt| (at, bt)));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// For each old clause the new ones that occur most often with it.
fn likeliest(mut pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    pairs.sort_unstable();
    let mut kept = Vec::new();
    for of_one in pairs.chunk_by(|a, b| a.0 == b.0) {
        let mut counted: Vec<(usize, (usize, usize))> =
            of_one.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).collect();
        counted.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        kept.extend(counted.into_iter().take(LIKELIEST).map(|(_, pair)| pair));
    }
    kept
}

/// A bigram and the index of a clause that has it, in one number: sorted twice as fast as a pair.
type Posting = u64;

fn gram_of(posting: Posting) -> u64 {
    posting >> 32
}

fn index_of(posting: Posting) -> usize {
    usize::try_from(posting & 0xffff_ffff).unwrap_or(usize::MAX)
}

/// Which clauses have which bigram, by bigram.
fn postings(side: &Side) -> Vec<Posting> {
    let mut postings: Vec<Posting> = Vec::with_capacity(side.grams.iter().map(Vec::len).sum());
    for (index, grams) in side.grams.iter().enumerate() {
        let different = grams.chunk_by(|a, b| a == b).map(|same| same[0]);
        postings.extend(different.map(|gram| u64::from(gram) << 32 | index as u64));
    }
    postings.sort_unstable();
    postings
}

/// Pairs that are better by the margin than every other pair of either, sorted.
fn clear_winners(scored: &[Scored]) -> Vec<(usize, usize)> {
    let old = best_two(scored.iter().map(|&(at, _, score)| (at, score)));
    let new = best_two(scored.iter().map(|&(_, bt, score)| (bt, score)));
    let is_clear = |&&(at, bt, score): &&Scored| {
        [old.get(&at), new.get(&bt)]
            .into_iter()
            .flatten()
            .all(|(best, second)| score >= *best && score - MARGIN >= *second)
    };
    let mut clear: Vec<_> = scored.iter().filter(is_clear).map(|&(at, bt, _)| (at, bt)).collect();
    clear.sort_unstable();
    clear
}

fn best_two(scores: impl Iterator<Item = (usize, f64)>) -> BTreeMap<usize, (f64, f64)> {
    let mut best: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for (index, score) in scores {
        let (first, second) = best.entry(index).or_insert((0.0, 0.0));
        if score > *first {
            (*first, *second) = (score, *first);
        } else if score > *second {
            *second = score;
        }
    }
    best
}
