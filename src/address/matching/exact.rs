//! Equal texts, first under the same parent, then anywhere in the document.

use std::collections::BTreeMap;

use super::nodes::Compared;
use super::order::{Anchors, SiblingClass, gap_before, gap_now, longest_ascending};
use super::{MARGIN, Matcher, OTHER, Parents, grams};
use crate::address::lock::ClauseState;

/// The shortest text that is recognised elsewhere in the document, in characters after normalisation. Shorter texts, such as
/// その他 or 目的, are too common.
pub(super) const LONG_ENOUGH: usize = 8;
/// Up to this number of equal clauses, their contents are compared in all pairs.
const MOST_EQUAL: usize = 32;

/// Clauses with the same text under the same parent.
#[derive(Debug, Default)]
pub(super) struct EqualClauses {
    pub(super) old: Vec<usize>,
    pub(super) new: Vec<usize>,
}

impl EqualClauses {
    /// The clauses in groups with the same key.
    pub(super) fn by<K: Ord>(&self, old_key: impl Fn(usize) -> K, new_key: impl Fn(usize) -> K) -> BTreeMap<K, Self> {
        let mut groups: BTreeMap<K, Self> = BTreeMap::new();
        self.old.iter().for_each(|&old| groups.entry(old_key(old)).or_default().old.push(old));
        self.new.iter().for_each(|&new| groups.entry(new_key(new)).or_default().new.push(new));
        groups
    }
}

impl Matcher<'_> {
    /// Links equal texts under linked parents, and so on downwards.
    pub(super) fn exact(&mut self) {
        while let Some(parents) = self.for_exact.pop_front() {
            self.exact_children(parents);
        }
    }

    fn exact_children(&mut self, parents: Parents) {
        let (old, new) = self.unmatched(parents);
        if old.is_empty() || new.is_empty() {
            return;
        }
        let groups = EqualClauses { old, new }.by(|old| self.old.nodes[old].key, |new| self.new.nodes[new].key);
        let mut repeated = Vec::new();
        for equal in groups.into_values() {
            match (&equal.old[..], &equal.new[..]) {
                ([], _) | (_, []) => {}
                ([old], [new]) => self.link(*old, *new),
                _ => repeated.push(equal),
            }
        }
        if !repeated.is_empty() {
            let anchors = self.anchors(parents);
            repeated.into_iter().for_each(|equal| self.link_equal(equal, &anchors));
        }
    }

    /// Linked children of linked parents that kept their order, by class. Entries settled by hand do not count: they have their new
    /// position already, so their old order is unknown.
    pub(super) fn anchors(&self, parents: Parents) -> BTreeMap<SiblingClass, Anchors> {
        let mut pairs: BTreeMap<SiblingClass, Vec<(usize, usize)>> = BTreeMap::new();
        for &old in self.old.children(parents.old) {
            let Some(new) = self.old_to[old] else { continue };
            let (before, now) = (&self.old.nodes[old], &self.new.nodes[new]);
            let is_known = self.live[old].1.state == ClauseState::LIVE;
            let is_sibling = self.new.children(parents.new).get(now.rank) == Some(&new);
            if is_known && is_sibling && before.class == now.class {
                pairs.entry(before.class).or_default().push((before.rank, now.rank));
            }
        }
        pairs.into_iter().map(|(class, pairs)| (class, longest_ascending(&pairs))).collect()
    }

    /// Links clauses with the same text by their contents, then by their neighbours, then by their order. If their number has
    /// changed, the rest is left for questions.
    fn link_equal(&mut self, mut equal: EqualClauses, anchors: &BTreeMap<SiblingClass, Anchors>) {
        let has_contents = equal.old.iter().any(|&old| self.old.has_children(old));
        if has_contents {
            self.same_contents(&mut equal);
            self.similar_contents(&mut equal);
        }
        self.between_same_neighbours(&mut equal, anchors);
        if equal.old.len() == equal.new.len() {
            equal.old.into_iter().zip(equal.new).for_each(|(old, new)| self.link(old, new));
        }
    }

    fn same_contents(&mut self, equal: &mut EqualClauses) {
        let by_contents = equal.by(|old| self.old.nodes[old].subtree, |new| self.new.nodes[new].subtree);
        for same in by_contents.into_values() {
            if let ([old], [new]) = (&same.old[..], &same.new[..]) {
                self.link(*old, *new);
            }
        }
        self.drop_linked(equal);
    }

    fn similar_contents(&mut self, equal: &mut EqualClauses) {
        if equal.old.len() > MOST_EQUAL || equal.new.len() > MOST_EQUAL {
            return;
        }
        let old: Vec<_> = equal.old.iter().map(|&old| self.old.grams(old, Compared::Whole)).collect();
        let new: Vec<_> = equal.new.iter().map(|&new| self.new.grams(new, Compared::Whole)).collect();
        let score = |at: usize, bt: usize| grams::dice(&old[at], &new[bt]);
        let mut found = Vec::new();
        for at in 0..old.len() {
            let Some(bt) = (0..new.len()).max_by(|&b, &c| score(at, b).total_cmp(&score(at, c))) else { continue };
            let best = score(at, bt);
            let is_clear = (0..new.len()).all(|other| other == bt || score(at, other) <= best - MARGIN)
                && (0..old.len()).all(|other| other == at || score(other, bt) <= best - MARGIN);
            if best >= OTHER && is_clear {
                found.push((equal.old[at], equal.new[bt]));
            }
        }
        found.into_iter().for_each(|(old, new)| self.link(old, new));
        self.drop_linked(equal);
    }

    fn between_same_neighbours(&mut self, equal: &mut EqualClauses, anchors: &BTreeMap<SiblingClass, Anchors>) {
        let nothing = Anchors::new();
        let anchors = |class: SiblingClass| anchors.get(&class).unwrap_or(&nothing);
        let before = |old: usize| {
            let node = &self.old.nodes[old];
            (node.class, gap_before(anchors(node.class), node.rank))
        };
        let now = |new: usize| {
            let node = &self.new.nodes[new];
            (node.class, gap_now(anchors(node.class), node.rank))
        };
        let gaps = equal.by(before, now);
        for same in gaps.into_values().filter(|same| same.old.len() == same.new.len()) {
            same.old.into_iter().zip(same.new).for_each(|(old, new)| self.link(old, new));
        }
        self.drop_linked(equal);
    }

    fn drop_linked(&self, equal: &mut EqualClauses) {
        equal.old.retain(|&old| self.old_to[old].is_none());
        equal.new.retain(|&new| self.new_to[new].is_none());
    }

    /// Links clauses that have moved within the document: their text occurs once before and once now.
    pub(super) fn elsewhere(&mut self) {
        let all = EqualClauses { old: (0..self.old.nodes.len()).collect(), new: (0..self.new.nodes.len()).collect() };
        for equal in all.by(|old| self.old.nodes[old].key, |new| self.new.nodes[new].key).into_values() {
            let ([old], [new]) = (&equal.old[..], &equal.new[..]) else { continue };
            let (before, now) = (&self.old.nodes[*old], &self.new.nodes[*new]);
            let is_whole = self.old.has_children(*old) && before.subtree == now.subtree;
            let is_long = before.text.chars().count() >= LONG_ENOUGH;
            if self.old_to[*old].is_none() && self.new_to[*new].is_none() && (is_whole || is_long) {
                self.link(*old, *new);
            }
        }
    }
}
