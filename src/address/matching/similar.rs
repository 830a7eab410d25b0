//! Reworded clauses: similar texts under the same parent, in the same order.

use std::collections::BTreeMap;

use super::grams::{Bigrams, dice};
use super::nodes::ClauseTree;
use super::order::{Anchors, SiblingClass, gap_before, gap_now};
use super::{MARGIN, Matcher, OTHER, Parents, SAME};

/// Up to this number all pairs are compared. Of more pairs, those with a rare common bigram or at about the same rank.
const MOST_PAIRS: usize = 10_000;
/// A bigram is rare if at most this many clauses of a side have it.
const RARE: usize = 8;
/// Each clause is compared with this many of those that share rare bigrams: the ones that share most.
const LIKELIEST: usize = 8;
/// The distance from the same rank within which clauses are compared without a common rare bigram.
const NEAR: usize = 3;

/// Two clauses by their indices in two lists, and their similarity.
pub(super) type Scored = (usize, usize, f64);

/// The clauses of one side that are compared, with their bigrams.
pub(super) struct ComparedSide {
    pub(super) nodes: Vec<usize>,
    pub(super) families: Vec<u8>,
    pub(super) grams: Vec<Bigrams>,
}

impl ComparedSide {
    pub(super) fn of(tree: &ClauseTree<'_>, nodes: Vec<usize>) -> Self {
        let grams = nodes.iter().map(|&node| tree.grams(node)).collect();
        Self { families: nodes.iter().map(|&node| tree.nodes[node].family).collect(), nodes, grams }
    }
}

impl Matcher<'_> {
    /// Links similar clauses under linked parents, then equal ones below them, and so on downwards.
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
        let (old, new) = (ComparedSide::of(&self.old, old), ComparedSide::of(&self.new, new));
        let scored = scores(&old, &new, OTHER);
        let anchors = self.anchors(parents);
        let clear = clear_winners(&scored);
        for (at, bt, score) in scored {
            let (before, now) = (old.nodes[at], new.nodes[bt]);
            let is_winner = score >= SAME && clear.binary_search(&(at, bt)).is_ok();
            if is_winner && self.keeps_order(before, now, &anchors) {
                self.link(before, now);
            } else {
                self.doubtful.push((before, now, score));
            }
        }
    }

    /// Whether a clause is between the same neighbours as before. If its class has changed, as for a bullet that got a number, the
    /// order is unknown and the answer is yes.
    fn keeps_order(&self, old: usize, new: usize, anchors: &BTreeMap<SiblingClass, Anchors>) -> bool {
        let (before, now) = (&self.old.nodes[old], &self.new.nodes[new]);
        if before.class != now.class {
            return true;
        }
        let Some(anchors) = anchors.get(&before.class) else { return true };
        gap_before(anchors, before.rank) == gap_now(anchors, now.rank)
    }
}

/// The pairs with at least this similarity.
pub(super) fn scores(old: &ComparedSide, new: &ComparedSide, least: f64) -> Vec<Scored> {
    let pairs: Vec<(usize, usize)> = if old.nodes.len() * new.nodes.len() <= MOST_PAIRS {
        (0..old.nodes.len()).flat_map(|at| (0..new.nodes.len()).map(move |bt| (at, bt))).collect()
    } else {
        likely_pairs(old, new)
    };
    let score = |(at, bt): (usize, usize)| {
        let (a, b) = (&old.grams[at], &new.grams[bt]);
        // The shorter text limits the number of common bigrams.
        let bound = 2.0 * a.len().min(b.len()) as f64 / (a.len() + b.len()).max(1) as f64;
        if old.families[at] != new.families[bt] || bound < least {
            return None;
        }
        let score = dice(a, b);
        (score >= least).then_some((at, bt, score))
    };
    pairs.into_iter().filter_map(score).collect()
}

/// Pairs with a common rare bigram, and pairs at about the same rank.
fn likely_pairs(old: &ComparedSide, new: &ComparedSide) -> Vec<(usize, usize)> {
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

/// The pairs that occur most often, up to [`LIKELIEST`] for each old clause.
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

/// A bigram and the index of a clause that has it. As one number they are sorted twice as fast as a pair.
type GramPosting = u64;

fn gram_of(posting: GramPosting) -> u64 {
    posting >> 32
}

fn index_of(posting: GramPosting) -> usize {
    usize::try_from(posting & 0xffff_ffff).unwrap_or(usize::MAX)
}

/// All bigrams of a side with the clauses that have them, in order.
fn postings(side: &ComparedSide) -> Vec<GramPosting> {
    let mut postings: Vec<GramPosting> = Vec::with_capacity(side.grams.iter().map(Vec::len).sum());
    for (index, grams) in side.grams.iter().enumerate() {
        let different = grams.chunk_by(|a, b| a == b).map(|same| same[0]);
        postings.extend(different.map(|gram| u64::from(gram) << 32 | index as u64));
    }
    postings.sort_unstable();
    postings
}

/// Pairs that are better by the margin than every other pair of either clause, sorted.
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
