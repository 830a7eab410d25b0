//! Which indicator a row is about: by its name, whatever a spreadsheet has made of it. Never a second one of the same look.

use std::collections::{BTreeMap, BTreeSet};

use super::intake::Incoming;
use super::saved::{lost, of_names, rest, rests};
use super::{Column, Encoding, cell};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Objective, character_names, differing, name_key, named_characters};

/// How many names of the file that differ only in what a spreadsheet loses are compared with one of the table.
const MOST_LIKE: usize = 16;

/// The rows of an objective with the names of its indicators as the file has them. Rows whose name could be that of several,
/// or that bring a new name which looks like another, are refused and left out.
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

struct IndicatorNames {
    encoding: Encoding,
    /// Names of the file, on one line.
    known: Vec<String>,
    /// Names of the file by what they look like.
    by_key: BTreeMap<String, Vec<usize>>,
    /// Names of the file that have characters which a spreadsheet may lose, by what it leaves of them.
    by_rest: BTreeMap<String, Vec<usize>>,
    /// The names of the table.
    of_table: BTreeSet<String>,
    /// New names by what they look like.
    new: BTreeMap<String, String>,
    /// What names of the table have turned out to mean; nothing for those that were refused.
    meant: BTreeMap<String, Option<String>>,
    /// Names of the file or of the table between which there is no telling: each two are told once.
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
        let (new, meant, refused) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        Self { encoding, known, by_key, by_rest, of_table, new, meant, refused }
    }

    /// The name that is meant by one of the table.
    fn meant(&mut self, name: &str, row: usize, found: &mut Diagnostics) -> Option<String> {
        if let Some(meant) = self.meant.get(name) {
            return meant.clone();
        }
        let meant = self.looked_up(name, row, found);
        self.meant.insert(name.to_owned(), meant.clone());
        meant
    }

    fn looked_up(&mut self, name: &str, row: usize, found: &mut Diagnostics) -> Option<String> {
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

    /// Whether the table has each of these names of the file as it is there: then nothing has made one of the other, and a name
    /// is the one with the same characters.
    fn are_kept_apart(&self, alike: &[usize], name: &str) -> bool {
        alike.iter().all(|at| self.of_table.contains(&self.known[*at]))
            && alike.iter().filter(|at| self.known[**at] == name).count() == 1
    }

    /// The names of the file of which this one may be what a spreadsheet has left.
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
            let characters = named_characters(&differing(one, other));
            found.push(catalogue::ledger_look_alike(row, one, other, &characters).of_site());
            self.refused.insert(pair);
        }
        None
    }
}

/// Of which names of the file one of the table is what a spreadsheet has left.
enum Candidates {
    One(usize, Vec<char>),
    Several(usize, usize),
    None,
}

/// A name with one blank between its words.
fn one_blank(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
