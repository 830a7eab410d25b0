//! Finds the indicator of a row by its name, whatever a spreadsheet has done to the name. No import adds an indicator that looks
//! like another one.

use std::collections::{BTreeMap, BTreeSet};

use super::intake::Incoming;
use super::saved::{lost, of_names, rest, rests};
use super::{Column, Encoding, cell};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Objective, character_names, name_key, named_differences};

/// The most names of the file, differing only in lost characters, that are compared with a name of the table.
const MOST_LIKE: usize = 16;

/// The rows of an objective with the names of its indicators as the file has them. Rows with an ambiguous name, or with a new name
/// that looks like another one, are refused and left out.
pub(super) fn resolved(
    objective: Option<&Objective>,
    rows: &[&Incoming],
    encoding: Encoding,
    found: &mut Diagnostics,
) -> Vec<Incoming> {
    let mut names = IndicatorNames::of(objective, rows, encoding);
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let name = row.row.get(Column::Indicator).to_owned();
        if name.is_empty() {
            all.push(Incoming::clone(row));
            continue;
        }
        if let Some(known) = names.resolve(&name, row.number, found) {
            let mut row = Incoming::clone(row);
            if known != name {
                row.row.set(Column::Indicator, &known);
            }
            all.push(row);
        }
    }
    all
}

struct IndicatorNames {
    encoding: Encoding,
    /// Names of the file, on one line.
    known: Vec<String>,
    /// Names of the file by their look.
    by_key: BTreeMap<String, Vec<usize>>,
    /// Names of the file with characters that a spreadsheet may lose, by the rest of the name.
    by_rest: BTreeMap<String, Vec<usize>>,
    /// The names of the table.
    of_table: BTreeSet<String>,
    /// New names by their look.
    new: BTreeMap<String, String>,
    /// The resolved names of the table; none for refused ones.
    resolved: BTreeMap<String, Option<String>>,
    /// Pairs of names that cannot be told apart. Each pair is reported once.
    refused: BTreeSet<[String; 2]>,
}

impl IndicatorNames {
    fn of(objective: Option<&Objective>, rows: &[&Incoming], encoding: Encoding) -> Self {
        let indicators = objective.map_or(&[][..], |objective| &objective.indicators);
        let known: Vec<String> = indicators.iter().map(|one| cell::one_line(&one.name.value)).collect();
        let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut by_rest: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, name) in known.iter().enumerate() {
            by_key.entry(name_key(name)).or_default().push(at);
            for rest in rests(&one_blank(name)) {
                by_rest.entry(rest).or_default().push(at);
            }
        }
        let of_table = rows.iter().map(|row| row.row.get(Column::Indicator).to_owned()).collect();
        let (new, resolved, refused) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        Self { encoding, known, by_key, by_rest, of_table, new, resolved, refused }
    }

    /// The name in the file, or a new one, for a name of the table; none if it is refused.
    fn resolve(&mut self, name: &str, row: usize, found: &mut Diagnostics) -> Option<String> {
        if let Some(known) = self.resolved.get(name) {
            return known.clone();
        }
        let resolved = self.look_up(name, row, found);
        self.resolved.insert(name.to_owned(), resolved.clone());
        resolved
    }

    fn look_up(&mut self, name: &str, row: usize, found: &mut Diagnostics) -> Option<String> {
        let key = name_key(name);
        let alike = self.by_key.get(&key).map_or(&[][..], Vec::as_slice);
        match alike {
            [only] => return Some(self.known[*only].clone()),
            [first, second, ..] => {
                if self.are_kept_apart(alike, name) {
                    return Some(name.to_owned());
                }
                let pair = [self.known[*first].clone(), self.known[*second].clone()];
                return self.refuse(pair, row, found);
            }
            [] => {}
        }
        match self.of_lost(name) {
            Candidates::One(at, lost) => {
                let column = Column::Indicator.header();
                found.push(catalogue::ledger_lost_character(row, column, &character_names(&lost)).of_site());
                Some(self.known[at].clone())
            }
            Candidates::Several(first, second) => {
                let pair = [self.known[first].clone(), self.known[second].clone()];
                self.refuse(pair, row, found)
            }
            Candidates::None => {
                let first = self.new.entry(key).or_insert_with(|| name.to_owned()).clone();
                if first == name { Some(first) } else { self.refuse([first, name.to_owned()], row, found) }
            }
        }
    }

    /// Whether the table has each of these names exactly as in the file. If so, no spreadsheet has changed them, and each name stands
    /// for itself.
    fn are_kept_apart(&self, alike: &[usize], name: &str) -> bool {
        alike.iter().all(|at| self.of_table.contains(&self.known[*at]))
            && alike.iter().filter(|at| self.known[**at] == name).count() == 1
    }

    /// The names of the file that losses of a spreadsheet turn into this one.
    fn of_lost(&self, name: &str) -> Candidates {
        let name = one_blank(name);
        let like = self.by_rest.get(&rest(&name)).map_or(&[][..], Vec::as_slice);
        if let [first, second, ..] = like
            && like.len() > MOST_LIKE
        {
            return Candidates::Several(*first, *second);
        }
        let mut fitting = like.iter().filter_map(|at| {
            let lost = lost(&one_blank(&self.known[*at]), &name, of_names(self.encoding))?;
            Some((*at, lost))
        });
        match (fitting.next(), fitting.next()) {
            (Some((at, lost)), None) => Candidates::One(at, lost),
            (Some((first, _)), Some((second, _))) => Candidates::Several(first, second),
            (None, _) => Candidates::None,
        }
    }

    fn refuse(&mut self, pair: [String; 2], row: usize, found: &mut Diagnostics) -> Option<String> {
        let [one, other] = &pair;
        if !self.refused.contains(&pair) {
            let characters = named_differences(one, other);
            found.push(catalogue::ledger_look_alike(row, one, other, &characters).of_site());
            self.refused.insert(pair);
        }
        None
    }
}

/// The names of the file that losses turn into a name of the table. The first carries the lost characters.
enum Candidates {
    One(usize, Vec<char>),
    Several(usize, usize),
    None,
}

/// A name with one blank between its words.
fn one_blank(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
