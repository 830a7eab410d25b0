//! Questions about entries that are not linked and have a similar clause. Each cause raises one question, and no clause is the first
//! answer to two.

use std::collections::{BTreeMap, BTreeSet};

use super::exact::EqualClauses;
use super::nodes::Compared;
use super::parts::{self, Parts};
use super::similar::{ComparedSide, pairs, scores};
use super::{MOST_CANDIDATES, MatchCandidate, Matcher, Question, QuestionCause, SAME};
use crate::policy::ClauseId;

impl Matcher<'_> {
    /// A question for every entry without a clause for which there is a candidate.
    pub(super) fn questions(&mut self) -> Vec<Question> {
        self.moved_and_reworded(Compared::OwnText);
        self.moved_and_reworded(Compared::Whole);
        let mut asked: BTreeMap<usize, Question> = BTreeMap::new();
        for equal in std::mem::take(&mut self.equal) {
            asked.extend(self.about_number(equal));
        }
        for Parts { whole, parts } in std::mem::take(&mut self.splits) {
            asked.insert(whole, self.question(whole, &parts, QuestionCause::Split));
        }
        for Parts { whole, parts } in std::mem::take(&mut self.merges) {
            let mut parts = parts;
            parts.sort_by_key(|&old| (std::cmp::Reverse(self.old.nodes[old].text.len()), old));
            let mut question = self.question(parts[0], &[whole], QuestionCause::Merged);
            question.rivals = self.ids(&parts[1..]);
            asked.insert(parts[0], question);
        }
        self.ask_about_similar(&mut asked);
        let all: BTreeSet<usize> = asked.keys().copied().collect();
        // Clauses below a clause in question are settled with it.
        asked.into_iter().filter(|(old, _)| !self.is_below_any(*old, &all)).map(|(_, question)| question).collect()
    }

    fn question(&self, old: usize, candidates: &[usize], cause: QuestionCause) -> Question {
        let candidate = |&clause: &usize| MatchCandidate { clause, score: self.score(old, clause) };
        Question {
            id: self.live[old].0.clone(),
            candidates: candidates.iter().map(candidate).collect(),
            rivals: Vec::new(),
            cause,
        }
    }

    fn score(&self, old: usize, new: usize) -> f64 {
        let (old, new) = (self.old.grams(old, Compared::OwnText), self.new.grams(new, Compared::OwnText));
        super::grams::dice(&old, &new)
    }

    fn ids(&self, old: &[usize]) -> Vec<ClauseId> {
        old.iter().map(|&old| self.live[old].0.clone()).collect()
    }

    /// The question about equal clauses whose number has changed. The last ones are the likeliest to be gone or new.
    fn about_number(&self, mut equal: EqualClauses) -> Option<(usize, Question)> {
        equal.old.retain(|&old| self.old_to[old].is_none());
        equal.new.retain(|&new| self.new_to[new].is_none());
        let (before, now) = (equal.old.len(), equal.new.len());
        let (&first, &last) = (equal.old.first()?, equal.old.last()?);
        let shown = &equal.new[..now.min(MOST_CANDIDATES)];
        if shown.is_empty() {
            return None;
        }
        if before > now {
            let gone = self.ids(&equal.old[now..]);
            let mut question = self.question(last, shown, QuestionCause::Fewer(gone));
            question.rivals = self.ids(&equal.old[..before - 1]);
            return Some((last, question));
        }
        let new = equal.new[before..].to_vec();
        let mut question = self.question(first, shown, QuestionCause::More(new));
        question.rivals = self.ids(&equal.old[1..]);
        Some((first, question))
    }

    /// Gives each entry the likeliest clause that is not the likeliest of another. Entries for which none is left are rivals.
    fn ask_about_similar(&self, asked: &mut BTreeMap<usize, Question>) {
        let is_open = |&&(old, new, _): &&(usize, usize, f64)| {
            self.old_to[old].is_none() && self.new_to[new].is_none() && !self.old_apart[old] && !self.new_apart[new]
        };
        let mut pairs: Vec<(usize, usize, f64)> = self.doubtful.iter().filter(is_open).copied().collect();
        pairs.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
        pairs.dedup_by_key(|pair| (pair.0, pair.1));
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        let mut owner: BTreeMap<usize, usize> = BTreeMap::new();
        for &(old, new, _) in &pairs {
            if !first.contains_key(&old) && !owner.contains_key(&new) {
                first.insert(old, new);
                owner.insert(new, old);
            }
        }
        let mut candidates: BTreeMap<usize, Vec<usize>> = first.iter().map(|(&old, &new)| (old, vec![new])).collect();
        let mut rivals: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &(old, new, _) in &pairs {
            match (candidates.get_mut(&old), owner.get(&new)) {
                (Some(own), None) if own.len() < MOST_CANDIDATES => {
                    own.push(new);
                    owner.insert(new, old);
                }
                (None, Some(asked)) => rivals.entry(*asked).or_default().push(old),
                _ => {}
            }
        }
        for (old, candidates) in candidates {
            let mut question = self.question(old, &candidates, QuestionCause::Alike);
            let mut others = rivals.remove(&old).unwrap_or_default();
            others.sort_unstable();
            others.dedup();
            question.rivals = self.ids(&others);
            asked.insert(old, question);
        }
    }

    /// Finds candidates under other parents. These must be as similar as one clause under the same parent.
    fn moved_and_reworded(&mut self, compared: Compared) {
        let is_whole = compared == Compared::Whole;
        let old = (0..self.live.len()).filter(|&old| self.old_to[old].is_none() && !self.old_apart[old]);
        let old = old.filter(|&old| self.old.is_heading(old) == is_whole).collect();
        let new = (0..self.clauses.len()).filter(|&new| self.new_to[new].is_none() && !self.new_apart[new]);
        let new = new.filter(|&new| self.new.is_heading(new) == is_whole).collect();
        let (old, new) = (ComparedSide::of(&self.old, old, compared), ComparedSide::of(&self.new, new, compared));
        let pairs = pairs(&old, &new);
        for (at, bt, score) in scores(&old, &new, &pairs, SAME) {
            self.doubtful.push((old.nodes[at], new.nodes[bt], score));
        }
        if !is_whole {
            let mut turned: Vec<(usize, usize)> = pairs.iter().map(|&(at, bt)| (bt, at)).collect();
            turned.sort_unstable();
            let splits = parts::divided(&old, &new, &pairs, |_, _| false);
            let merges = parts::divided(&new, &old, &turned, |_, _| false);
            splits.into_iter().for_each(|split| self.split_apart(split));
            merges.into_iter().for_each(|merge| self.merge_apart(merge));
        }
    }

    fn is_below_any(&self, old: usize, asked: &BTreeSet<usize>) -> bool {
        let mut above = self.old.parent(old);
        while let Some(parent) = above {
            if asked.contains(&parent) {
                return true;
            }
            above = self.old.parent(parent);
        }
        false
    }
}
