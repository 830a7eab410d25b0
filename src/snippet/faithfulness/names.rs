//! The names a site knows: plans, documents, organisations; and its terms with what they stand for.

use std::collections::BTreeMap;

use super::folded::Folded;

/// The names of a site, made once for all clauses.
#[derive(Debug, Default)]
pub struct Names {
    by_first: BTreeMap<char, Vec<Entry>>,
    next: usize,
}

#[derive(Debug)]
struct Entry {
    chars: Vec<char>,
    id: usize,
    term: bool,
}

/// A name in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The same for all names of one thing.
    pub(super) id: usize,
    /// Whether it is a term, which anybody may use for what it stands for, and not a name.
    pub(super) term: bool,
}

impl Names {
    /// Adds a plan, a document or an organisation by its official name and its aliases: a post may use any of them where
    /// the clause uses one.
    pub fn add<'n>(&mut self, names: impl IntoIterator<Item = &'n str>) {
        self.insert(names, false);
    }

    /// Adds a term and what it stands for: a post may use either where the clause uses one.
    pub fn add_term(&mut self, term: &str, expansion: &str) {
        self.insert([term, expansion], true);
    }

    fn insert<'n>(&mut self, names: impl IntoIterator<Item = &'n str>, term: bool) {
        for name in names {
            let chars = Folded::new(name, 0).chars;
            let Some(first) = chars.first() else { continue };
            let entries = self.by_first.entry(*first).or_default();
            entries.push(Entry { chars, id: self.next, term });
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.chars.len()));
        }
        self.next += 1;
    }

    /// The names in a text, from left to right, the longest at each place.
    pub(super) fn in_text(&self, chars: &[char]) -> Vec<Known> {
        let mut found = Vec::new();
        let mut start = 0;
        while let Some(first) = chars.get(start) {
            let entries = self.by_first.get(first).map_or(&[][..], Vec::as_slice);
            let entry = entries.iter().find(|entry| chars[start..].starts_with(&entry.chars));
            let end = start + entry.map_or(1, |entry| entry.chars.len());
            found.extend(entry.map(|entry| Known { start, end, id: entry.id, term: entry.term }));
            start = end;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_is_found_and_aliases_are_one() {
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
