//! The places of a document in the order of the page.

use crate::policy::Position;

/// A place that can be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its position in the document: `s5-1`; of a clause, a table or an annex.
    pub position: Position,
    /// Its name: `5(1)`. No two places of a document have the same.
    pub written: Box<str>,
}

/// Places in the order of the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct PlaceList {
    pub(super) all: Vec<Place>,
    /// Indexes of `all` in the order of positions.
    by_position: Vec<usize>,
}

impl PlaceList {
    pub(super) fn of(all: Vec<Place>) -> Self {
        let mut list = Self { all, by_position: Vec::new() };
        list.sort();
        list
    }

    /// Prepares the search by position, once all places are there.
    pub(super) fn sort(&mut self) {
        let Self { all, by_position } = self;
        by_position.clear();
        by_position.extend(0..all.len());
        by_position.sort_by(|&a, &b| all[a].position.cmp(&all[b].position));
    }

    pub(super) fn at(&self, position: &Position) -> Option<&Place> {
        self.all.get(self.number_at(position)?)
    }

    /// The number of the place at a position, from 0.
    pub(super) fn number_at(&self, position: &Position) -> Option<usize> {
        let found = self.by_position.binary_search_by(|&at| self.all[at].position.cmp(position)).ok()?;
        self.by_position.get(found).copied()
    }

    /// The places inside the place with this number: their names follow its name and begin with it.
    pub(super) fn within(&self, number: usize) -> impl Iterator<Item = (usize, &str)> {
        let name = self.all.get(number).map_or("", |place| &*place.written);
        let after = self.all.iter().enumerate().skip(number);
        after.map_while(move |(at, place)| Some((at, place.written.strip_prefix(name)?)))
    }
}
