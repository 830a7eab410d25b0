//! Which indicator a row is about: by its name, whatever a spreadsheet has made of it. Never a second one of the same look.

use std::collections::BTreeMap;

use super::intake::Incoming;
use super::saved::{Saved, lost_from, saved};
use super::{Column, cell};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Objective, character_names, differing, look_alike_key, named_characters};

/// The rows of an objective with the names of its indicators as the file has them. Rows whose name could be that of several,
/// or that bring a new name which looks like another, are refused and left out.
pub(super) fn resolved(objective: Option<&Objective>, rows: &[&Incoming], found: &mut Diagnostics) -> Vec<Incoming> {
    let mut names = Names::of(objective);
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let name = row.row.get(Column::Indicator).to_owned();
        if name.is_empty() {
            all.push(Incoming::clone(row));
            continue;
        }
        if let Some(meant) = names.meant(&name, row.number, found) {
            let mut row = Incoming::clone(row);
            if meant != name {
                row.row.set(Column::Indicator, &meant);
            }
            all.push(row);
        }
    }
    all
}

struct Names {
    /// Names of the file, on one line.
    known: Vec<String>,
    /// Names of the file by what they look like.
    by_key: BTreeMap<String, Vec<usize>>,
    /// Names of the file that have characters which a spreadsheet may lose.
    losing: Vec<usize>,
    /// New names by what they look like.
    new: BTreeMap<String, String>,
    /// What names of the table have turned out to mean.
    meant: BTreeMap<String, String>,
}

impl Names {
    fn of(objective: Option<&Objective>) -> Self {
        let indicators = objective.map_or(&[][..], |objective| &objective.indicators);
        let known: Vec<String> = indicators.iter().map(|one| cell::one_line(&one.name.value)).collect();
        let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, name) in known.iter().enumerate() {
            by_key.entry(look_alike_key(name)).or_default().push(at);
        }
        let losing = (0..known.len()).filter(|at| !lost_from(&known[*at]).is_empty()).collect();
        Self { known, by_key, losing, new: BTreeMap::new(), meant: BTreeMap::new() }
    }

    /// The name that is meant by one of the table.
    fn meant(&mut self, name: &str, row: usize, found: &mut Diagnostics) -> Option<String> {
        if let Some(meant) = self.meant.get(name) {
            return Some(meant.clone());
        }
        let key = look_alike_key(name);
        let meant = match self.by_key.get(&key).map(Vec::as_slice) {
            Some([only]) => self.known[*only].clone(),
            Some([first, second, ..]) => return refuse((&self.known[*first], &self.known[*second]), row, found),
            Some([]) | None => match self.of_lost(name) {
                Lost::One(at, lost) => {
                    let column = Column::Indicator.header();
                    found.push(catalogue::ledger_lost_character(row, column, &character_names(&lost)).of_site());
                    self.known[at].clone()
                }
                Lost::Several(first, second) => {
                    return refuse((&self.known[first], &self.known[second]), row, found);
                }
                Lost::None => {
                    let first = self.new.entry(key).or_insert_with(|| name.to_owned()).clone();
                    if first != name {
                        return refuse((&first, name), row, found);
                    }
                    first
                }
            },
        };
        self.meant.insert(name.to_owned(), meant.clone());
        Some(meant)
    }

    /// The names of the file of which this one may be what a spreadsheet has left.
    fn of_lost(&self, name: &str) -> Lost {
        let mut fitting = self.losing.iter().filter_map(|at| match saved(&self.known[*at], name) {
            Saved::Lost(lost) => Some((*at, lost)),
            Saved::Same | Saved::Other => None,
        });
        match (fitting.next(), fitting.next()) {
            (Some((at, lost)), None) => Lost::One(at, lost),
            (Some((first, _)), Some((second, _))) => Lost::Several(first, second),
            (None, _) => Lost::None,
        }
    }
}

enum Lost {
    One(usize, Vec<char>),
    Several(usize, usize),
    None,
}

fn refuse((one, other): (&str, &str), row: usize, found: &mut Diagnostics) -> Option<String> {
    let characters = named_characters(&differing(one, other));
    found.push(catalogue::ledger_look_alike(row, one, other, &characters).of_site());
    None
}
