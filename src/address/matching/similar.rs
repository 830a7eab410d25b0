//! Reworded clauses: similar texts under the same parent, in the same order.

use std::collections::BTreeMap;

use super::exact::EqualClauses;
use super::grams::{Bigrams, dice};
use super::nodes::{ClauseTree, Compared};
use super::order::{Anchors, SiblingClass, gap_before, gap_now};
use super::parts::{self, Parts};
use super::{MARGIN, Matcher, OTHER, Parents, SAME, grams};

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
    pub(super) fn of(tree: &ClauseTree<'_>, nodes: Vec<usize>, compared: Compared) -> Self {
        let grams = nodes.iter().map(|&node| tree.grams(node, compared)).collect();
        Self { families: nodes.iter().map(|&node| tree.nodes[node].family).collect(), nodes, grams }
    }
}

/// The longest text of a list item that may be a heading for the items below it, in characters.
const LONGEST_HEADING: usize = 40;
/// The least similarity of two headings that are asked about.
const HEADING: f64 = 0.3;

impl Matcher<'_> {
    /// Links similar clauses under linked parents, then equal ones below them, and so on downwards.
    pub(super) fn similar(&mut self) {
        while let Some(parents) = self.for_similar.pop_front() {
            self.set_equal_apart(parents);
            self.similar_texts(parents);
            self.similar_sections(parents);
            self.headings_above_the_same(parents);
            self.exact();
        }
    }

    /// Equal texts of which there are more or fewer than before raise one question together.
    fn set_equal_apart(&mut self, parents: Parents) {
        let (old, new) = self.unmatched(parents);
        let groups = EqualClauses { old, new }.by(|old| self.old.nodes[old].key, |new| self.new.nodes[new].key);
        for equal in groups.into_values().filter(|equal| !equal.old.is_empty() && !equal.new.is_empty()) {
            equal.old.iter().for_each(|&old| self.old_apart[old] = true);
            equal.new.iter().for_each(|&new| self.new_apart[new] = true);
            self.equal.push(equal);
        }
    }

    /// Links clauses whose own words are nearly the same.
    fn similar_texts(&mut self, parents: Parents) {
        let (old, new) = self.undecided(parents);
        if old.is_empty() || new.is_empty() {
            return;
        }
        let old = ComparedSide::of(&self.old, old, Compared::OwnText);
        let new = ComparedSide::of(&self.new, new, Compared::OwnText);
        let pairs = pairs(&old, &new);
        let scored = scores(&old, &new, &pairs, OTHER);
        let anchors = self.anchors(parents);
        let clear = clear_winners(&scored);
        self.set_divided_apart(&old, &new, &pairs, &clear);
        for (at, bt, score) in scored {
            let (before, now) = (old.nodes[at], new.nodes[bt]);
            if self.old_apart[before] || self.new_apart[now] {
                continue;
            }
            let is_winner = score >= SAME && clear.binary_search(&(at, bt)).is_ok();
            if is_winner && self.keeps_order(before, now, &anchors) && !self.has_other_contents(before, now) {
                self.link(before, now);
            } else if !self.old.is_heading(before) {
                self.doubtful.push((before, now, score));
            }
        }
    }

    /// Texts that were split or merged raise a question each.
    fn set_divided_apart(
        &mut self,
        old: &ComparedSide,
        new: &ComparedSide,
        pairs: &[(usize, usize)],
        clear: &[(usize, usize)],
    ) {
        let is_clear = |at: usize, bt: usize| clear.binary_search(&(at, bt)).is_ok();
        let winners: BTreeMap<usize, usize> = clear.iter().map(|&(at, bt)| (bt, at)).collect();
        let losers: BTreeMap<usize, usize> = clear.iter().copied().collect();
        let splits = parts::divided(old, new, pairs, |at, bt| winners.contains_key(&bt) && !is_clear(at, bt));
        let mut turned: Vec<(usize, usize)> = pairs.iter().map(|&(at, bt)| (bt, at)).collect();
        turned.sort_unstable();
        let merges = parts::divided(new, old, &turned, |bt, at| losers.contains_key(&at) && !is_clear(at, bt));
        splits.into_iter().for_each(|split| self.split_apart(split));
        merges.into_iter().for_each(|merge| self.merge_apart(merge));
    }

    /// Sets a split apart, unless one of its clauses is in another question. Headings are not divided.
    pub(super) fn split_apart(&mut self, split: Parts) {
        let Parts { whole, parts } = &split;
        if !self.old.is_heading(*whole) && !self.old_apart[*whole] && parts.iter().all(|&new| !self.new_apart[new]) {
            self.old_apart[*whole] = true;
            parts.iter().for_each(|&new| self.new_apart[new] = true);
            self.splits.push(split);
        }
    }

    /// Sets a merger apart, unless one of its clauses is in another question.
    pub(super) fn merge_apart(&mut self, merge: Parts) {
        let Parts { whole, parts } = &merge;
        if !self.new.is_heading(*whole) && !self.new_apart[*whole] && parts.iter().all(|&old| !self.old_apart[old]) {
            self.new_apart[*whole] = true;
            parts.iter().for_each(|&old| self.old_apart[old] = true);
            self.merges.push(merge);
        }
    }

    /// Links headings of sections, tables and annexes that are similar together with what stands below them.
    fn similar_sections(&mut self, parents: Parents) {
        let (mut old, mut new) = self.undecided(parents);
        old.retain(|&old| self.old.is_heading(old));
        new.retain(|&new| self.new.is_heading(new));
        if old.is_empty() || new.is_empty() {
            return;
        }
        let old = ComparedSide::of(&self.old, old, Compared::Whole);
        let new = ComparedSide::of(&self.new, new, Compared::Whole);
        let scored = scores(&old, &new, &pairs(&old, &new), OTHER);
        let anchors = self.anchors(parents);
        let clear = clear_winners(&scored);
        for (at, bt, score) in scored {
            let (before, now) = (old.nodes[at], new.nodes[bt]);
            let is_winner = score >= SAME && clear.binary_search(&(at, bt)).is_ok();
            if is_winner && self.keeps_order(before, now, &anchors) {
                self.link(before, now);
            } else if score >= SAME || self.is_similar_heading(before, now) {
                self.doubtful.push((before, now, score));
            }
        }
    }

    fn is_similar_heading(&self, old: usize, new: usize) -> bool {
        grams::dice(&self.old.grams(old, Compared::OwnText), &self.new.grams(new, Compared::OwnText)) >= HEADING
    }

    /// Whether two headings stand above different contents.
    fn has_other_contents(&self, old: usize, new: usize) -> bool {
        let is_above = self.old.is_heading(old) && self.old.has_children(old) && self.new.has_children(new);
        is_above && grams::dice(&self.old.grams(old, Compared::Whole), &self.new.grams(new, Compared::Whole)) < OTHER
    }

    /// Links list items that are headings, if exactly the same clauses stand below them as before.
    fn headings_above_the_same(&mut self, parents: Parents) {
        let (mut old, mut new) = self.undecided(parents);
        old.retain(|&old| is_heading_like(&self.old, old));
        new.retain(|&new| is_heading_like(&self.new, new));
        let groups =
            EqualClauses { old, new }.by(|old| self.old.nodes[old].contents, |new| self.new.nodes[new].contents);
        for equal in groups.into_values() {
            if let ([old], [new]) = (&equal.old[..], &equal.new[..]) {
                self.link(*old, *new);
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

/// Whether a list item with others below it looks like a heading: short, and no sentence.
fn is_heading_like(tree: &ClauseTree<'_>, node: usize) -> bool {
    let text = &tree.nodes[node].text;
    !tree.is_heading(node)
        && tree.has_children(node)
        && !text.contains(['。', '.'])
        && text.chars().nth(LONGEST_HEADING).is_none()
}

/// The pairs of clauses that are compared, by their indices in the two sides, sorted.
pub(super) fn pairs(old: &ComparedSide, new: &ComparedSide) -> Vec<(usize, usize)> {
    if old.nodes.len() * new.nodes.len() <= MOST_PAIRS {
        (0..old.nodes.len()).flat_map(|at| (0..new.nodes.len()).map(move |bt| (at, bt))).collect()
    } else {
        likely_pairs(old, new)
    }
}

/// The pairs with at least this similarity.
pub(super) fn scores(old: &ComparedSide, new: &ComparedSide, pairs: &[(usize, usize)], least: f64) -> Vec<Scored> {
    let score = |&(at, bt): &(usize, usize)| {
        let (a, b) = (&old.grams[at], &new.grams[bt]);
        // The shorter text limits the number of common bigrams.
        let bound = 2.0 * a.len().min(b.len()) as f64 / (a.len() + b.len()).max(1) as f64;
        if old.families[at] != new.families[bt] || bound < least {
            return None;
        }
        let score = dice(a, b);
        (score >= least).then_some((at, bt, score))
    };
    pairs.iter().filter_map(score).collect()
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
