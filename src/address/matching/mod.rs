//! Which clause of today is which clause of the lock.
//!
//! ```text
//! settled by hand ─► author's id ─► same text, same parent ─► same text, elsewhere ─► similar, same parent ─► questions
//! ```
//!
//! Where two answers are possible none is chosen: a question costs a minute, a wrong answer leads readers to another clause
//! for years. Nothing here is quadratic in the length of a document (see `benches/matching.rs`).

mod exact;
mod grams;
mod nodes;
mod order;
mod questions;
mod similar;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::lock::{Confirmed, Entry, Lock, State};
use super::normal::normalized;
use super::unit::Unit;
use nodes::Tree;
pub(super) use order::by_position;

/// What matching has found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matches {
    /// For each unit, the id of the entry it is.
    pub ids: Vec<Option<Box<str>>>,
    /// What cannot be decided.
    pub questions: Vec<Question>,
}

/// A published clause of which it is not certain what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its permanent id.
    pub id: Box<str>,
    /// Units that may be it, likeliest first, at most [`MOST_CANDIDATES`].
    pub candidates: Vec<Candidate>,
    /// Ids of other published clauses that may have become its first candidate.
    pub rivals: Vec<Box<str>>,
}

/// A unit that may be a published clause.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// Its index among the units.
    pub unit: usize,
    /// How similar it is: 0 (not at all) to 1 (the same).
    pub score: f64,
}

/// Candidates told in one question.
pub const MOST_CANDIDATES: usize = 3;
/// From this similarity on a clause is taken to be the same (design: "≥ 0.75").
const SAME: f64 = 0.75;
/// Below this similarity a clause is another one.
const OTHER: f64 = 0.45;
/// How much better than every other candidate the same clause must be.
const MARGIN: f64 = 0.1;

/// Finds for every unit the entry of the lock it is.
#[must_use]
pub fn find(lock: &Lock, units: &[Unit]) -> Matches {
    let live: Vec<(&str, &Entry)> = lock.live().collect();
    if let Some(ids) = unchanged(&live, units) {
        return Matches { ids, questions: Vec::new() };
    }
    let mut matcher = Matcher::new(&live, units);
    matcher.settled();
    matcher.authored();
    matcher.link_roots();
    matcher.exact();
    matcher.elsewhere();
    matcher.exact();
    matcher.similar();
    let questions = matcher.questions();
    let ids = matcher.new_to.iter().map(|old| old.map(|old| matcher.live[old].0.into())).collect();
    Matches { ids, questions }
}

/// Whether two texts are similar enough to be one clause, as somebody may say who has looked at both.
pub(super) fn is_like(a: &str, b: &str) -> bool {
    let grams = |text: &str| {
        let mut grams = grams::Grams::new();
        grams::push_grams(&normalized(text), &mut text.len(), &mut grams);
        grams.sort_unstable();
        grams
    };
    grams::dice(&grams(a), &grams(b)) >= OTHER
}

/// The common case, without any copy of a text: every clause stands where it stood and says what it said.
fn unchanged(live: &[(&str, &Entry)], units: &[Unit]) -> Option<Vec<Option<Box<str>>>> {
    if live.len() != units.len() {
        return None;
    }
    let mut by_position: Vec<(&str, usize)> =
        live.iter().enumerate().map(|(index, (_, entry))| (&*entry.position, index)).collect();
    by_position.sort_unstable();
    units
        .iter()
        .map(|unit| {
            let at = by_position.binary_search_by(|(position, _)| (**position).cmp(&*unit.position)).ok()?;
            let (id, entry) = live[by_position[at].1];
            let is_same = *entry.text == *unit.text && entry.kind.family() == unit.kind.family();
            let is_its_id = unit.authored.as_ref().is_none_or(|authored| *authored.value == *id);
            (is_same && is_its_id).then(|| Some(id.into()))
        })
        .collect()
}

/// Matching at work. `old` are the entries, `new` the units.
struct Matcher<'a> {
    live: Vec<(&'a str, &'a Entry)>,
    units: &'a [Unit],
    old: Tree,
    new: Tree,
    old_to: Vec<Option<usize>>,
    new_to: Vec<Option<usize>>,
    /// Pairs of parents (`None`: the document) whose children have not been compared for equal texts.
    for_exact: VecDeque<Parents>,
    /// Pairs of parents whose children have not been compared for similar texts.
    for_similar: VecDeque<Parents>,
    /// Pairs that are similar, and not similar enough or not the only ones.
    doubtful: Vec<(usize, usize, f64)>,
}

/// An old parent and the new one it is.
#[derive(Debug, Clone, Copy)]
struct Parents {
    old: Option<usize>,
    new: Option<usize>,
}

impl<'a> Matcher<'a> {
    fn new(live: &[(&'a str, &'a Entry)], units: &'a [Unit]) -> Self {
        let mut live = live.to_vec();
        live.sort_by(|(a, first), (b, second)| {
            order::by_position(&first.position, &second.position).then_with(|| a.cmp(b))
        });
        let old = Tree::of_entries(&live);
        let new = Tree::of_units(units);
        Self {
            old_to: vec![None; live.len()],
            new_to: vec![None; units.len()],
            live,
            units,
            old,
            new,
            for_exact: VecDeque::new(),
            for_similar: VecDeque::new(),
            doubtful: Vec::new(),
        }
    }

    fn link(&mut self, old: usize, new: usize) {
        self.old_to[old] = Some(new);
        self.new_to[new] = Some(old);
        let parents = Parents { old: Some(old), new: Some(new) };
        self.for_exact.push_back(parents);
        self.for_similar.push_back(parents);
    }

    fn link_roots(&mut self) {
        self.for_exact.push_front(Parents { old: None, new: None });
        self.for_similar.push_front(Parents { old: None, new: None });
    }

    /// What `hoshin anchor` has said, as long as the text has not changed since.
    fn settled(&mut self) {
        let is_settled = |(_, entry): &(&str, &Entry)| entry.state == (State::Live { confirmed: Confirmed::Yes });
        let settled: Vec<usize> = (0..self.live.len()).filter(|&old| is_settled(&self.live[old])).collect();
        if settled.is_empty() {
            return;
        }
        let units: BTreeMap<&str, usize> =
            self.units.iter().enumerate().map(|(new, unit)| (&*unit.position, new)).collect();
        for old in settled {
            let (_, entry) = self.live[old];
            if let Some(&new) = units.get(&*entry.position)
                && *self.units[new].text == *entry.text
                && self.new_to[new].is_none()
            {
                self.link(old, new);
            }
        }
    }

    /// The author's id says which clause it is, unless the clause that had it stands there unchanged without it: then the
    /// id clashes, which is reported with all clashes.
    fn authored(&mut self) {
        let mut ids: Vec<(&str, usize)> = self.live.iter().enumerate().map(|(old, (id, _))| (*id, old)).collect();
        ids.sort_unstable();
        let texts: BTreeSet<u64> = self.new.nodes.iter().map(|node| node.key).collect();
        for new in 0..self.units.len() {
            let Some(authored) = &self.units[new].authored else { continue };
            let Ok(at) = ids.binary_search_by(|(id, _)| (**id).cmp(&authored.value)) else { continue };
            let old = ids[at].1;
            if self.old_to[old].is_some() || self.new_to[new].is_some() {
                continue;
            }
            if !(texts.contains(&self.old.nodes[old].key) && self.says_something_else(old, new)) {
                self.link(old, new);
            }
        }
    }

    /// Whether `new` says something quite different from what the entry said.
    fn says_something_else(&self, old: usize, new: usize) -> bool {
        self.new.nodes[new].key != self.old.nodes[old].key
            && grams::dice(&self.old.grams(old), &self.new.grams(new)) < OTHER
    }

    /// Children of a parent that have no counterpart yet.
    fn unmatched(&self, parents: Parents) -> (Vec<usize>, Vec<usize>) {
        let old = self.old.children(parents.old).iter().copied().filter(|&old| self.old_to[old].is_none());
        let new = self.new.children(parents.new).iter().copied().filter(|&new| self.new_to[new].is_none());
        (old.collect(), new.collect())
    }
}
