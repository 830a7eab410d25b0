//! The clauses of a document that can be objectives, by every name that a person may type.

use std::collections::BTreeMap;

use crate::japanese::squeezed;
use crate::policy::{Clause, ClauseKind, Document, Places, Position, look_alike_key};
use crate::source::nearest;

/// Headings and items of a document.
pub(super) struct Clauses<'a> {
    all: Vec<(&'a Clause, String)>,
    by_name: BTreeMap<String, usize>,
    by_position: BTreeMap<&'a Position, usize>,
}

impl<'a> Clauses<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let places = Places::of(&document.body);
        let mut clauses = Self { all: Vec::new(), by_name: BTreeMap::new(), by_position: BTreeMap::new() };
        document.body.each_clause(|clause| {
            if !matches!(clause.kind, ClauseKind::Section { .. } | ClauseKind::Item) {
                return;
            }
            let name = places.at(&clause.position).map_or_else(String::new, |place| place.written.to_string());
            let address = clause.address();
            let at = clauses.all.len();
            let position = address.position.as_str();
            for known in [address.id.as_str(), position, position.strip_prefix('s').unwrap_or_default(), &name] {
                if !known.is_empty() {
                    clauses.by_name.entry(folded(known)).or_insert(at);
                }
            }
            clauses.by_position.insert(&clause.position, at);
            clauses.all.push((clause, name));
        });
        clauses
    }

    /// The position of a clause as it is cited.
    pub(super) fn name(&self, position: &Position) -> &str {
        self.by_position.get(position).map_or("", |at| &self.all[*at].1)
    }

    /// The clause of this name: a permanent id, a position with or without `s`, or 5(1) in any width.
    pub(super) fn find(&self, name: &str) -> Option<(&'a Clause, &str)> {
        let at = self.by_name.get(&folded(name))?;
        self.all.get(*at).map(|(clause, name)| (*clause, name.as_str()))
    }

    /// The name that was probably meant.
    pub(super) fn near(&self, name: &str) -> Option<&str> {
        nearest(&folded(name), self.by_name.keys().map(String::as_str))
    }
}

fn folded(name: &str) -> String {
    squeezed(&look_alike_key(name)).replace(['「', '」'], "")
}
