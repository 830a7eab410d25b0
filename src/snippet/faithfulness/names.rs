//! The names that a site knows: plans, documents, departments, and terms with their expansions.

use std::ops::Range;

use super::folded::Folded;
use super::word_table::WordTable;

/// The names of a site, for all its clauses.
#[derive(Debug, Default)]
pub struct Names {
    spellings: WordTable<NameSpelling>,
    next: usize,
}

#[derive(Debug)]
struct NameSpelling {
    id: usize,
    term: bool,
}

/// A name in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct KnownName {
    pub(super) start: usize,
    pub(super) end: usize,
    /// All names of one thing have the same id.
    pub(super) id: usize,
    /// True if it is a term, which may always stand for its expansion.
    pub(super) term: bool,
}

impl Names {
    /// Adds the names of a plan, a document or a department. A post may use any of them where the clause uses one.
    pub fn add<'n>(&mut self, names: impl IntoIterator<Item = &'n str>) {
        self.insert(names, false);
    }

    /// Adds a term and its expansion. A post may use either where the clause uses one.
    pub fn add_term(&mut self, term: &str, expansion: &str) {
        self.insert([term, expansion], true);
    }

    fn insert<'n>(&mut self, names: impl IntoIterator<Item = &'n str>, term: bool) {
        for name in names {
            self.spellings.insert(Folded::new(name, 0).chars, NameSpelling { id: self.next, term });
        }
        self.next += 1;
    }

    /// The names in a text, from left to right, the longest at each place.
    pub(super) fn in_text(&self, chars: &[char]) -> Vec<KnownName> {
        let name = |(range, &NameSpelling { id, term }): (Range<usize>, &_)| KnownName {
            start: range.start,
            end: range.end,
            id,
            term,
        };
        self.spellings.find(chars).map(name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_is_found_and_aliases_share_an_id() {
        let mut names = Names::default();
        names.add(["国分寺市ビジョン"]);
        names.add(["国分寺市ビジョン前期実行計画", "前期計画"]);
        names.add_term("BPR", "業務改革");
        let ids = |text: &str| -> Vec<usize> {
            names.in_text(&Folded::new(text, 0).chars).iter().map(|name| name.id).collect()
        };
        assert_eq!(ids("国分寺市ビジョンと前期計画"), [0, 1]);
        assert_eq!(ids("国分寺市ビジョン前期実行計画"), [1]);
        assert_eq!(ids("ＢＰＲと業務改革"), [2, 2]);
    }
}
