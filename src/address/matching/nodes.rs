//! Both sides of a matching in one form: trees of normalised texts.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::grams::{Grams, push_grams};
use super::order::{Class, OfPosition};
use crate::address::lock::Entry;
use crate::address::normal::normalized;
use crate::address::unit::Unit;

/// A document, before or now.
pub(super) struct Tree {
    /// Parents before children.
    pub(super) nodes: Vec<Node>,
    roots: Vec<usize>,
}

/// A clause, before or now.
pub(super) struct Node {
    /// Stands for its family and normalised text; equal only for equal ones (64 bits of a hash).
    pub(super) key: u64,
    /// The same for its text and all below it.
    pub(super) subtree: u64,
    pub(super) family: u8,
    /// Normalised.
    pub(super) text: String,
    pub(super) class: Class,
    /// Its place among its siblings, from 0.
    pub(super) rank: usize,
    parent: Option<usize>,
    children: Vec<usize>,
}

impl Tree {
    /// `entries` must be in the order of their positions, which puts parents before children.
    pub(super) fn of_entries(entries: &[(&str, &Entry)]) -> Self {
        let mut positions: Vec<(&str, usize)> =
            entries.iter().enumerate().map(|(index, (_, entry))| (&*entry.position, index)).collect();
        positions.sort_unstable();
        let find = |position: &str| {
            let at = positions.partition_point(|(known, _)| *known < position);
            positions.get(at).filter(|(known, _)| *known == position).map(|(_, index)| *index)
        };
        Self::new(entries.iter().enumerate().map(|(index, (_, entry))| {
            let parent = above(&entry.position).find_map(find).filter(|&parent| parent < index);
            (entry.kind.family(), &*entry.text, &*entry.position, parent)
        }))
    }

    pub(super) fn of_units(units: &[Unit]) -> Self {
        Self::new(units.iter().map(|unit| (unit.kind.family(), &*unit.text, &*unit.position, unit.parent)))
    }

    fn new<'a>(all: impl Iterator<Item = (u8, &'a str, &'a str, Option<usize>)>) -> Self {
        let mut tree = Self { nodes: Vec::new(), roots: Vec::new() };
        for (index, (family, text, position, parent)) in all.enumerate() {
            let text = normalized(text);
            let key = hash(&(family, &text));
            let siblings = match parent {
                Some(parent) => &mut tree.nodes[parent].children,
                None => &mut tree.roots,
            };
            let rank = siblings.len();
            siblings.push(index);
            let class = Class::of(position);
            tree.nodes.push(Node { key, subtree: key, family, text, class, rank, parent, children: Vec::new() });
        }
        for index in (0..tree.nodes.len()).rev() {
            let below: Vec<u64> = tree.nodes[index].children.iter().map(|&child| tree.nodes[child].subtree).collect();
            tree.nodes[index].subtree = hash(&(tree.nodes[index].key, below));
        }
        tree
    }

    /// The children of a node, or the roots.
    pub(super) fn children(&self, node: Option<usize>) -> &[usize] {
        node.map_or(&self.roots, |node| &self.nodes[node].children)
    }

    pub(super) fn parent(&self, node: usize) -> Option<usize> {
        self.nodes[node].parent
    }

    pub(super) fn has_children(&self, node: usize) -> bool {
        !self.nodes[node].children.is_empty()
    }

    /// The bigrams of a node's text and of all below it, within [`MOST_CHARACTERS`].
    pub(super) fn grams(&self, node: usize) -> Grams {
        let mut grams = Vec::new();
        let mut left = MOST_CHARACTERS;
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            let node = &self.nodes[node];
            push_grams(&node.text, &mut left, &mut grams);
            open.extend(node.children.iter().rev());
        }
        grams.sort_unstable();
        grams
    }
}

/// How many characters of a section are compared: beyond that, more text hardly changes the answer, but the time of comparing
/// 250 sections with 250 others (`cargo bench --bench matching`, "another document").
const MOST_CHARACTERS: usize = 700;

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The positions above a position, nearest first: `s5-t1r4` → `s5-t1`, `s5`.
fn above(position: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(one_above(position), |position| one_above(position))
}

fn one_above(position: &str) -> Option<&str> {
    let start = position.rfind('-').map_or(0, |at| at + 1);
    let last = &position[start..];
    let row = if last.starts_with('t') { last.find('r') } else { None };
    match row {
        Some(at) => Some(&position[..start + at]),
        None => start.checked_sub(1).map(|end| &position[..end]),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_stands_above_a_position() {
        for (position, expected) in [
            ("s5-t1r4", "s5-t1 s5"),
            ("s5", ""),
            ("s5-b1-p2", "s5-b1 s5"),
            ("a1-t1r4", "a1-t1 a1"),
            ("s1-1.d2-p2", "s1-1.d2 s1"),
        ] {
            assert_eq!(super::above(position).collect::<Vec<_>>().join(" "), expected, "{position}");
        }
    }
}
