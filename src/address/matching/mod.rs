//! Matches the present clauses of a document with the entries of its record.
//!
//! ```text
//! settled by hand ─► author's id ─► same text, same parent ─► same text, elsewhere ─► similar, same parent ─► questions
//! ```
//!
//! The words of a clause itself decide, not those of the clauses below it; only a heading may be known by what stands below it.
//! If two answers are possible, none is chosen: a question costs a minute, but a wrong answer misleads readers for years. Nothing
//! here is quadratic in the length of a document (see `benches/matching.rs`).

mod exact;
mod grams;
mod nodes;
mod order;
mod parts;
mod put_back;
mod questions;
mod similar;
mod words;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::clauses::AddressedClause;
use super::lock::{AddressRecord, ClauseState, Confirmed, RecordEntry};
use crate::japanese::squeezed;
use crate::policy::{ClauseId, Position};
use exact::EqualClauses;
pub(super) use nodes::above;
use nodes::{ClauseTree, Compared};
pub use order::by_position;
use parts::Parts;
use words::GramUnit;

/// The result of matching.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matches {
    /// The id of the entry that each clause matches.
    pub ids: Vec<Option<ClauseId>>,
    /// Entries about which somebody has to decide.
    pub questions: Vec<Question>,
}

/// A published clause that may match several present ones, or none.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its permanent id.
    pub id: ClauseId,
    /// Clauses that may match it, the likeliest first, at most [`MOST_CANDIDATES`]; all parts of a text that was split.
    pub candidates: Vec<MatchCandidate>,
    /// Ids of other published clauses that may match its first candidate and nothing else.
    pub rivals: Vec<ClauseId>,
    /// What raises the question.
    pub cause: QuestionCause,
}

/// What raises a question.
#[derive(Debug, Clone, PartialEq)]
pub enum QuestionCause {
    /// The texts are alike.
    Alike,
    /// Parts of the published text stand in several clauses.
    Split,
    /// Several published texts stand in one clause.
    Merged,
    /// There are fewer clauses with the same text than before. These are the last ones.
    Fewer(Vec<ClauseId>),
    /// There are more clauses with the same text than before. These are the last ones, by index.
    More(Vec<usize>),
}

impl Question {
    /// Whether its answer decides about a published clause.
    #[must_use]
    pub fn is_about(&self, id: &ClauseId) -> bool {
        self.id == *id || self.rivals.contains(id)
    }
}

/// A present clause that may match a published one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MatchCandidate {
    /// Its index in the list of clauses.
    pub clause: usize,
    /// The similarity of the texts, from 0 to 1 (equal).
    pub score: f64,
}

/// The most candidates that a question shows.
pub const MOST_CANDIDATES: usize = 3;
/// The least similarity of two texts that are taken for the same clause.
const SAME: f64 = 0.75;
/// Below this similarity two texts are taken for different clauses.
const OTHER: f64 = 0.45;
/// The least distance in similarity to every other candidate.
const MARGIN: f64 = 0.1;

/// Finds the entry that each clause matches.
pub(super) fn find(record: &AddressRecord, clauses: &[AddressedClause]) -> Matches {
    let live: Vec<(&ClauseId, &RecordEntry)> = record.live().collect();
    if let Some(ids) = unchanged(&live, clauses) {
        return Matches { ids, questions: Vec::new() };
    }
    let mut matcher = Matcher::new(&live, clauses);
    matcher.settled();
    matcher.authored();
    matcher.link_roots();
    matcher.exact();
    matcher.elsewhere();
    matcher.exact();
    matcher.similar();
    let questions = matcher.questions();
    let ids = matcher.new_to.iter().map(|old| old.map(|old| matcher.live[old].0.clone())).collect();
    let mut matches = Matches { ids, questions };
    put_back::put_back(record, clauses, &mut matches);
    matches
}

/// Whether two texts are similar enough for one clause, if a person says that they are.
pub(super) fn is_like(a: &str, b: &str) -> bool {
    let unit = GramUnit::of([a, b].into_iter());
    let grams = |text: &str| {
        let mut grams = grams::Bigrams::new();
        match unit {
            GramUnit::Characters => grams::push_grams(&squeezed(text), &mut text.len(), &mut grams),
            GramUnit::Words => words::push_words(text, &mut text.len(), &mut grams),
        }
        grams.sort_unstable();
        grams
    };
    grams::dice(&grams(a), &grams(b)) >= OTHER
}

/// The matches if no clause has changed its position or text. This common case needs no copy of a text.
fn unchanged(live: &[(&ClauseId, &RecordEntry)], clauses: &[AddressedClause]) -> Option<Vec<Option<ClauseId>>> {
    if live.len() != clauses.len() {
        return None;
    }
    let mut by_position: Vec<(&Position, usize)> =
        live.iter().enumerate().map(|(index, (_, entry))| (&entry.position, index)).collect();
    by_position.sort_unstable();
    clauses
        .iter()
        .map(|clause| {
            let at = by_position.binary_search_by(|(position, _)| (*position).cmp(&clause.position)).ok()?;
            let (id, entry) = live[by_position[at].1];
            let is_same = *entry.text == *clause.text && entry.kind.family() == clause.kind.family();
            let is_its_id = clause.authored.as_ref().is_none_or(|authored| authored.value == *id);
            (is_same && is_its_id).then(|| Some(id.clone()))
        })
        .collect()
}

/// The state of matching. Indices called `old` are those of entries, `new` those of clauses.
struct Matcher<'a> {
    live: Vec<(&'a ClauseId, &'a RecordEntry)>,
    clauses: &'a [AddressedClause],
    old: ClauseTree<'a>,
    new: ClauseTree<'a>,
    old_to: Vec<Option<usize>>,
    new_to: Vec<Option<usize>>,
    /// Pairs of parents whose children have not been compared for equal texts.
    for_exact: VecDeque<Parents>,
    /// Pairs of parents whose children have not been compared for similar texts.
    for_similar: VecDeque<Parents>,
    /// Pairs of similar texts, with their similarity, that are not clearly the same clause.
    doubtful: Vec<(usize, usize, f64)>,
    /// Clauses that are in a question already.
    old_apart: Vec<bool>,
    new_apart: Vec<bool>,
    /// Clauses with the same text under the same parent whose number has changed.
    equal: Vec<EqualClauses>,
    /// Old clauses whose text seems to stand in several new ones.
    splits: Vec<Parts>,
    /// New clauses that seem to hold the texts of several old ones.
    merges: Vec<Parts>,
}

/// An old parent and the new one that matches it; none for the document.
#[derive(Debug, Clone, Copy)]
struct Parents {
    old: Option<usize>,
    new: Option<usize>,
}

impl<'a> Matcher<'a> {
    fn new(live: &[(&'a ClauseId, &'a RecordEntry)], clauses: &'a [AddressedClause]) -> Self {
        let mut live = live.to_vec();
        live.sort_by(|(a, first), (b, second)| {
            order::by_position(&first.position, &second.position).then_with(|| a.cmp(b))
        });
        let texts = live.iter().map(|(_, entry)| &*entry.text).chain(clauses.iter().map(|clause| &*clause.text));
        let unit = GramUnit::of(texts);
        let old = ClauseTree::of_entries(&live, unit);
        let new = ClauseTree::of_clauses(clauses, unit);
        Self {
            old_to: vec![None; live.len()],
            new_to: vec![None; clauses.len()],
            old_apart: vec![false; live.len()],
            new_apart: vec![false; clauses.len()],
            live,
            clauses,
            old,
            new,
            for_exact: VecDeque::new(),
            for_similar: VecDeque::new(),
            doubtful: Vec::new(),
            equal: Vec::new(),
            splits: Vec::new(),
            merges: Vec::new(),
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

    /// Links entries confirmed with `hoshin anchor`, if the text has not changed since.
    fn settled(&mut self) {
        let is_settled =
            |(_, entry): &(&ClauseId, &RecordEntry)| entry.state == (ClauseState::Live { confirmed: Confirmed::Yes });
        let settled: Vec<usize> = (0..self.live.len()).filter(|&old| is_settled(&self.live[old])).collect();
        if settled.is_empty() {
            return;
        }
        let clauses: BTreeMap<&Position, usize> =
            self.clauses.iter().enumerate().map(|(new, clause)| (&clause.position, new)).collect();
        for old in settled {
            let (_, entry) = self.live[old];
            if let Some(&new) = clauses.get(&entry.position)
                && *self.clauses[new].text == *entry.text
                && self.new_to[new].is_none()
            {
                self.link(old, new);
            }
        }
    }

    /// Links clauses by the ids of their authors. If the text of the old clause still exists elsewhere, the id clashes, which is
    /// reported with all clashes.
    fn authored(&mut self) {
        let mut ids: Vec<(&ClauseId, usize)> = self.live.iter().enumerate().map(|(old, (id, _))| (*id, old)).collect();
        ids.sort_unstable();
        let texts: BTreeSet<u64> = self.new.nodes.iter().map(|node| node.key).collect();
        for new in 0..self.clauses.len() {
            let Some(authored) = &self.clauses[new].authored else { continue };
            let Ok(at) = ids.binary_search_by(|(id, _)| (*id).cmp(&authored.value)) else { continue };
            let old = ids[at].1;
            if self.old_to[old].is_some() || self.new_to[new].is_some() {
                continue;
            }
            if !(texts.contains(&self.old.nodes[old].key) && self.says_something_else(old, new)) {
                self.link(old, new);
            }
        }
    }

    /// Whether a clause differs greatly from an entry.
    fn says_something_else(&self, old: usize, new: usize) -> bool {
        self.new.nodes[new].key != self.old.nodes[old].key
            && grams::dice(&self.old.grams(old, Compared::Whole), &self.new.grams(new, Compared::Whole)) < OTHER
    }

    /// The old and new children of linked parents that are not linked yet.
    fn unmatched(&self, parents: Parents) -> (Vec<usize>, Vec<usize>) {
        let old = self.old.children(parents.old).iter().copied().filter(|&old| self.old_to[old].is_none());
        let new = self.new.children(parents.new).iter().copied().filter(|&new| self.new_to[new].is_none());
        (old.collect(), new.collect())
    }
    /// The old and new children of linked parents that are neither linked nor in a question.
    fn undecided(&self, parents: Parents) -> (Vec<usize>, Vec<usize>) {
        let (mut old, mut new) = self.unmatched(parents);
        old.retain(|&old| !self.old_apart[old]);
        new.retain(|&new| !self.new_apart[new]);
        (old, new)
    }
}
