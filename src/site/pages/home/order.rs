//! In which order the steps of the figure stand: a step below those it takes up, as far as the documents say so.

use std::collections::BTreeSet;

/// The steps in order, of steps given in the order of the site's kinds: of each the steps it takes up.
///
/// A step comes after all that it takes up; right after one of them, if it can. For all else the order of the kinds holds, and what a
/// step takes up comes as early as that step would. Where steps take each other up, the first of them in that order comes first.
pub(super) fn order(above: &[BTreeSet<usize>]) -> Vec<usize> {
    let mut left = Left::new(above);
    let mut ordered = Vec::with_capacity(above.len());
    while let Some(next) = left.next(ordered.last().copied()) {
        left.take(next);
        ordered.push(next.1);
    }
    ordered
}

/// A step with its rank before it.
type Ranked = (usize, usize);

/// The steps that have no place yet.
struct Left {
    all: BTreeSet<Ranked>,
    /// Those that wait for no other.
    free: BTreeSet<Ranked>,
    /// Of each step for how many it waits.
    waits: Vec<usize>,
    /// Of each step those that wait for it.
    below: Vec<BTreeSet<Ranked>>,
}

impl Left {
    fn new(above: &[BTreeSet<usize>]) -> Self {
        let all: BTreeSet<Ranked> = ranks(above).into_iter().zip(0..).collect();
        let mut below = vec![BTreeSet::new(); above.len()];
        let mut waits = vec![0; above.len()];
        for (rank, step) in all.iter().copied() {
            for upper in above[step].iter().copied().filter(|upper| *upper != step) {
                below[upper].insert((rank, step));
                waits[step] += 1;
            }
        }
        let free = all.iter().copied().filter(|(_, step)| waits[*step] == 0).collect();
        Self { all, free, waits, below }
    }

    fn next(&self, last: Option<usize>) -> Option<Ranked> {
        let below = last.and_then(|last| self.below[last].iter().find(|step| self.free.contains(step)));
        below.or(self.free.first()).or(self.all.first()).copied()
    }

    fn take(&mut self, taken: Ranked) {
        self.all.remove(&taken);
        self.free.remove(&taken);
        for lower in self.below[taken.1].intersection(&self.all) {
            self.waits[lower.1] -= 1;
            if self.waits[lower.1] == 0 {
                self.free.insert(*lower);
            }
        }
    }
}

/// Of each step the first one, in the order of the kinds, for which it has to be there: itself, or one below it.
fn ranks(above: &[BTreeSet<usize>]) -> Vec<usize> {
    let mut ranks: Vec<Option<usize>> = vec![None; above.len()];
    for first in 0..above.len() {
        let mut open = vec![first];
        while let Some(step) = open.pop() {
            if ranks[step].is_none() {
                ranks[step] = Some(first);
                open.extend(&above[step]);
            }
        }
    }
    ranks.into_iter().map(Option::unwrap_or_default).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(steps: usize, above: &[(usize, usize)]) -> Vec<usize> {
        let of = |step| above.iter().filter(|(lower, _)| *lower == step).map(|(_, upper)| *upper).collect();
        order(&(0..steps).map(of).collect::<Vec<_>>())
    }

    #[test]
    fn a_step_stands_below_what_it_takes_up_and_else_in_the_order_of_the_kinds() {
        for (why, steps, above, expected) in [
            ("nothing is said", 3, &[][..], vec![0, 1, 2]),
            ("the order of the kinds is said", 3, &[(1, 0), (2, 1)], vec![0, 1, 2]),
            ("the reverse is said", 3, &[(0, 1), (1, 2)], vec![2, 1, 0]),
            ("an unrelated step does not stand between", 3, &[(2, 0)], vec![0, 2, 1]),
            ("the last of the kinds is above the first", 4, &[(0, 3)], vec![3, 0, 1, 2]),
            ("the last of the kinds is above the second", 4, &[(1, 3)], vec![0, 3, 1, 2]),
            ("two steps take up one", 3, &[(1, 0), (2, 0)], vec![0, 1, 2]),
            ("one step takes up two", 4, &[(2, 0), (2, 1), (3, 2)], vec![0, 1, 2, 3]),
            ("a step names itself", 2, &[(0, 0), (1, 0)], vec![0, 1]),
            ("two steps take each other up", 3, &[(0, 1), (1, 0)], vec![2, 0, 1]),
            ("what is below a circle", 3, &[(0, 1), (1, 0), (2, 1)], vec![0, 1, 2]),
            ("all in a circle", 3, &[(0, 2), (1, 0), (2, 1)], vec![0, 1, 2]),
            ("no step", 0, &[], vec![]),
        ] {
            assert_eq!(ordered(steps, above), expected, "{why}");
        }
    }
}
