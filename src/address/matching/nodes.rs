//! Trees of normalised texts, for entries and for present clauses.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::grams::{Bigrams, push_grams};
use super::order::{SiblingClass, class_of};
use super::words::{GramUnit, push_words};
use crate::address::clauses::{ANNEX, AddressedClause, SECTION, TABLE};
use crate::address::lock::RecordEntry;
use crate::japanese::squeezed;
use crate::policy::ClauseId;

/// The clauses of a document, recorded or present.
pub(super) struct ClauseTree<'a> {
    /// Parents before children.
    pub(super) nodes: Vec<ClauseNode<'a>>,
    /// The unit by which its texts are compared.
    unit: GramUnit,
    roots: Vec<usize>,
}

/// The parts of a clause that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compared {
    /// Its own words.
    OwnText,
    /// The clauses below it.
    Contents,
    /// Both.
    Whole,
}

/// A clause, recorded or present.
pub(super) struct ClauseNode<'a> {
    /// A hash of its family and normalised text, 64 bits.
    pub(super) key: u64,
    /// A hash of its text and of all clauses below it.
    pub(super) subtree: u64,
    /// A hash of all clauses below it; none if there are none.
    pub(super) contents: Option<u64>,
    pub(super) family: u8,
    /// The normalised text.
    pub(super) text: String,
    /// The text with its spaces.
    typed: &'a str,
    pub(super) class: SiblingClass,
    /// Its index among its siblings.
    pub(super) rank: usize,
    parent: Option<usize>,
    children: Vec<usize>,
}

impl<'a> ClauseTree<'a> {
    /// The tree of entries, which must be in the order of positions: parents come before children.
    pub(super) fn of_entries(entries: &[(&'a ClauseId, &'a RecordEntry)], unit: GramUnit) -> Self {
        let mut positions: Vec<(&str, usize)> =
            entries.iter().enumerate().map(|(index, (_, entry))| (entry.position.as_str(), index)).collect();
        positions.sort_unstable();
        let find = |position: &str| {
            let at = positions.partition_point(|(known, _)| *known < position);
            positions.get(at).filter(|(known, _)| *known == position).map(|(_, index)| *index)
        };
        let all = entries.iter().enumerate().map(|(index, (_, entry))| {
            let parent = above(entry.position.as_str()).find_map(find).filter(|&parent| parent < index);
            (entry.kind.family(), &*entry.text, entry.position.as_str(), parent)
        });
        Self::new(all, unit)
    }

    pub(super) fn of_clauses(clauses: &'a [AddressedClause], unit: GramUnit) -> Self {
        Self::new(
            clauses.iter().map(|clause| (clause.kind.family(), &*clause.text, clause.position.as_str(), clause.parent)),
            unit,
        )
    }

    fn new<'b>(all: impl Iterator<Item = (u8, &'a str, &'b str, Option<usize>)>, unit: GramUnit) -> Self {
        let mut tree = Self { nodes: Vec::new(), unit, roots: Vec::new() };
        for (index, (family, typed, position, parent)) in all.enumerate() {
            let text = squeezed(typed);
            let key = hash(&(family, &text));
            let siblings = match parent {
                Some(parent) => &mut tree.nodes[parent].children,
                None => &mut tree.roots,
            };
            let rank = siblings.len();
            siblings.push(index);
            let class = class_of(position);
            tree.nodes.push(ClauseNode {
                key,
                subtree: key,
                contents: None,
                family,
                text,
                typed,
                class,
                rank,
                parent,
                children: Vec::new(),
            });
        }
        for index in (0..tree.nodes.len()).rev() {
            let below: Vec<u64> = tree.nodes[index].children.iter().map(|&child| tree.nodes[child].subtree).collect();
            tree.nodes[index].contents = (!below.is_empty()).then(|| hash(&below));
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

    /// Whether a node is a heading for what stands below it: a section, a table or an annex. The words of any other clause stand
    /// for themselves.
    pub(super) fn is_heading(&self, node: usize) -> bool {
        matches!(self.nodes[node].family, SECTION | TABLE | ANNEX)
    }

    /// The bigrams or words of these parts of a node, within [`MOST_CHARACTERS`].
    pub(super) fn grams(&self, node: usize, of: Compared) -> Bigrams {
        let mut grams = Vec::new();
        let mut left = MOST_CHARACTERS;
        let mut open = vec![node];
        if of == Compared::Contents {
            open = self.nodes[node].children.iter().rev().copied().collect();
        }
        while let Some(node) = open.pop() {
            let node = &self.nodes[node];
            match self.unit {
                GramUnit::Characters => push_grams(&node.text, &mut left, &mut grams),
                GramUnit::Words => push_words(node.typed, &mut left, &mut grams),
            }
            if of != Compared::OwnText {
                open.extend(node.children.iter().rev());
            }
        }
        grams.sort_unstable();
        grams
    }
}

/// The most characters of a section that are compared. More text hardly changes the result, but takes time if 250 sections are
/// compared with 250 others (`cargo bench --bench matching`, "another document").
const MOST_CHARACTERS: usize = 700;

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The positions above a position, the nearest first: `s5-t1` and `s5` for `s5-t1r4`.
pub(in crate::address) fn above(position: &str) -> impl Iterator<Item = &str> {
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
    fn positions_have_these_ancestors() {
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
