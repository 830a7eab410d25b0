//! Questions about entries that are not linked and have a similar clause.

use std::collections::BTreeMap;

use super::similar::{ComparedSide, scores};
use super::{MOST_CANDIDATES, MatchCandidate, Matcher, Question, SAME};

impl Matcher<'_> {
    /// A question for every entry without a clause for which there is a candidate.
    pub(super) fn questions(&mut self) -> Vec<Question> {
        self.moved_and_reworded();
        let mut by_old: BTreeMap<usize, Vec<(usize, f64)>> = BTreeMap::new();
        let mut by_new: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &(old, new, score) in &self.doubtful {
            if self.old_to[old].is_none() && self.new_to[new].is_none() {
                by_old.entry(old).or_default().push((new, score));
                by_new.entry(new).or_default().push(old);
            }
        }
        let asked: Vec<usize> = by_old.keys().copied().collect();
        let mut questions = Vec::new();
        for (old, mut candidates) in by_old {
            // Clauses below a clause in question are settled with it.
            if self.is_below_any(old, &asked) {
                continue;
            }
            candidates.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            candidates.dedup_by_key(|candidate| candidate.0);
            candidates.truncate(MOST_CANDIDATES);
            let best = candidates[0].0;
            let mut rivals: Vec<usize> = by_new.get(&best).into_iter().flatten().copied().collect();
            rivals.sort_unstable();
            rivals.dedup();
            rivals.retain(|&rival| rival != old);
            questions.push(Question {
                id: self.live[old].0.clone(),
                rivals: rivals.into_iter().map(|rival| self.live[rival].0.clone()).collect(),
                candidates: candidates.into_iter().map(|(clause, score)| MatchCandidate { clause, score }).collect(),
            });
        }
        questions
    }

    /// Finds candidates under other parents. These must be as similar as one clause under the same parent.
    fn moved_and_reworded(&mut self) {
        let old = (0..self.live.len()).filter(|&old| self.old_to[old].is_none()).collect();
        let new = (0..self.clauses.len()).filter(|&new| self.new_to[new].is_none()).collect();
        let (old, new) = (ComparedSide::of(&self.old, old), ComparedSide::of(&self.new, new));
        for (at, bt, score) in scores(&old, &new, SAME) {
            self.doubtful.push((old.nodes[at], new.nodes[bt], score));
        }
    }

    fn is_below_any(&self, old: usize, asked: &[usize]) -> bool {
        let mut above = self.old.parent(old);
        while let Some(parent) = above {
            if asked.binary_search(&parent).is_ok() {
                return true;
            }
            above = self.old.parent(parent);
        }
        false
    }
}
