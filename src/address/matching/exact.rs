//! Equal texts: under the same parent first, then anywhere in the document.

use std::collections::BTreeMap;

use super::order::{Anchors, Class, gap_before, gap_now, longest_ascending};
use super::{MARGIN, Matcher, OTHER, Parents, grams};
use crate::address::lock::State;

/// A text moved elsewhere in the document is taken for the same clause from this many characters on (normalised): shorter
/// ones (その他, 目的) are too common.
const LONG_ENOUGH: usize = 8;
/// Copies with different contents are compared each with each up to this many.
const MOST_COPIES: usize = 32;

/// Clauses with one text under one parent.
#[derive(Default)]
struct Copies {
    old: Vec<usize>,
    new: Vec<usize>,
}

impl Copies {
    /// Copies by what they have in common.
    fn by<K: Ord>(&self, old_key: impl Fn(usize) -> K, new_key: impl Fn(usize) -> K) -> BTreeMap<K, Self> {
        let mut groups: BTreeMap<K, Self> = BTreeMap::new();
        self.old.iter().for_each(|&old| groups.entry(old_key(old)).or_default().old.push(old));
        self.new.iter().for_each(|&new| groups.entry(new_key(new)).or_default().new.push(new));
        groups
    }
}

impl Matcher<'_> {
    /// Links equal texts under parents that are linked, as far down as it goes.
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
        let groups = Copies { old, new }.by(|old| self.old.nodes[old].key, |new| self.new.nodes[new].key);
        let mut repeated = Vec::new();
        for copies in groups.into_values() {
            match (&copies.old[..], &copies.new[..]) {
                ([], _) | (_, []) => {}
                ([old], [new]) => self.link(*old, *new),
                _ => repeated.push(copies),
            }
        }
        if !repeated.is_empty() {
            let anchors = self.anchors(parents);
            repeated.into_iter().for_each(|copies| self.copies(copies, &anchors));
        }
    }

    /// Children of linked parents that are linked themselves and kept their order, by class. An entry settled by hand has
    /// its new position already: where it stood among the others is not known any more.
    pub(super) fn anchors(&self, parents: Parents) -> BTreeMap<Class, Anchors> {
        let mut pairs: BTreeMap<Class, Vec<(usize, usize)>> = BTreeMap::new();
        for &old in self.old.children(parents.old) {
            let Some(new) = self.old_to[old] else { continue };
            let (before, now) = (&self.old.nodes[old], &self.new.nodes[new]);
            let is_known = self.live[old].1.state == State::LIVE;
            let is_sibling = self.new.children(parents.new).get(now.rank) == Some(&new);
            if is_known && is_sibling && before.class == now.class {
                pairs.entry(before.class).or_default().push((before.rank, now.rank));
            }
        }
        pairs.into_iter().map(|(class, pairs)| (class, longest_ascending(&pairs))).collect()
    }

    /// Several clauses with one text: told apart by what is below them, then by their neighbours, then by their order.
    /// What remains when their number has changed is a question.
    fn copies(&mut self, mut copies: Copies, anchors: &BTreeMap<Class, Anchors>) {
        let has_contents = copies.old.iter().any(|&old| self.old.has_children(old));
        if has_contents {
            self.same_contents(&mut copies);
            self.similar_contents(&mut copies);
        }
        self.between_same_neighbours(&mut copies, anchors);
        if copies.old.len() == copies.new.len() {
            copies.old.into_iter().zip(copies.new).for_each(|(old, new)| self.link(old, new));
        }
    }

    fn same_contents(&mut self, copies: &mut Copies) {
        let by_contents = copies.by(|old| self.old.nodes[old].subtree, |new| self.new.nodes[new].subtree);
        for same in by_contents.into_values() {
            if let ([old], [new]) = (&same.old[..], &same.new[..]) {
                self.link(*old, *new);
            }
        }
        self.drop_linked(copies);
    }

    fn similar_contents(&mut self, copies: &mut Copies) {
        if copies.old.len() > MOST_COPIES || copies.new.len() > MOST_COPIES {
            return;
        }
        let old: Vec<_> = copies.old.iter().map(|&old| self.old.grams(old)).collect();
        let new: Vec<_> = copies.new.iter().map(|&new| self.new.grams(new)).collect();
        let score = |at: usize, bt: usize| grams::dice(&old[at], &new[bt]);
        let mut found = Vec::new();
        for at in 0..old.len() {
            let Some(bt) = (0..new.len()).max_by(|&b, &c| score(at, b).total_cmp(&score(at, c))) else { continue };
            let best = score(at, bt);
            let is_clear = (0..new.len()).all(|other| other == bt || score(at, other) <= best - MARGIN)
                && (0..old.len()).all(|other| other == at || score(other, bt) <= best - MARGIN);
            if best >= OTHER && is_clear {
                found.push((copies.old[at], copies.new[bt]));
            }
        }
        found.into_iter().for_each(|(old, new)| self.link(old, new));
        self.drop_linked(copies);
    }

    fn between_same_neighbours(&mut self, copies: &mut Copies, anchors: &BTreeMap<Class, Anchors>) {
        let nothing = Anchors::new();
        let anchors = |class: Class| anchors.get(&class).unwrap_or(&nothing);
        let before = |old: usize| {
            let node = &self.old.nodes[old];
            (node.class, gap_before(anchors(node.class), node.rank))
        };
        let now = |new: usize| {
            let node = &self.new.nodes[new];
            (node.class, gap_now(anchors(node.class), node.rank))
        };
        let gaps = copies.by(before, now);
        for same in gaps.into_values().filter(|same| same.old.len() == same.new.len()) {
            same.old.into_iter().zip(same.new).for_each(|(old, new)| self.link(old, new));
        }
        self.drop_linked(copies);
    }

    fn drop_linked(&self, copies: &mut Copies) {
        copies.old.retain(|&old| self.old_to[old].is_none());
        copies.new.retain(|&new| self.new_to[new].is_none());
    }

    /// Links what has moved within the document: a text that occurs once before and once now.
    pub(super) fn elsewhere(&mut self) {
        let all = Copies { old: (0..self.old.nodes.len()).collect(), new: (0..self.new.nodes.len()).collect() };
        for copies in all.by(|old| self.old.nodes[old].key, |new| self.new.nodes[new].key).into_values() {
            let ([old], [new]) = (&copies.old[..], &copies.new[..]) else { continue };
            let (before, now) = (&self.old.nodes[*old], &self.new.nodes[*new]);
            let is_whole = self.old.has_children(*old) && before.subtree == now.subtree;
            let is_long = before.text.chars().count() >= LONG_ENOUGH;
            if self.old_to[*old].is_none() && self.new_to[*new].is_none() && (is_whole || is_long) {
                self.link(*old, *new);
            }
        }
    }
}
