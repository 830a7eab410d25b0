//! The order of positions, and the clauses that kept their order between two versions.

use std::cmp::Ordering;

use crate::policy::Position;

/// The way in which a position is counted among its siblings: by printed numbers, bullets, paragraphs and so on. Positions show
/// the order of the page only within one class.
pub(super) type SiblingClass = u8;

/// Clauses of one class that kept their order, as old and new ranks. Both are ascending.
pub(super) type Anchors = Vec<(usize, usize)>;

pub(super) fn class_of(position: &str) -> SiblingClass {
    let last = position.rsplit('-').next().unwrap_or_default();
    match last.bytes().next() {
        Some(b's') | None => b'0',
        Some(byte) if byte.is_ascii_digit() => b'0',
        Some(byte) => byte,
    }
}

/// Compares positions. Numbers in them count as numbers, so `s5-2` is before `s5-10`. Parents come before children.
#[must_use]
pub fn by_position(a: &Position, b: &Position) -> Ordering {
    let (mut a, mut b) = (a.as_str().as_bytes(), b.as_str().as_bytes());
    loop {
        let (Some(first), Some(second)) = (a.first(), b.first()) else { return a.len().cmp(&b.len()) };
        if first.is_ascii_digit() && second.is_ascii_digit() {
            let (one, rest_a) = number(a);
            let (two, rest_b) = number(b);
            match one.len().cmp(&two.len()).then_with(|| one.cmp(two)) {
                Ordering::Equal => (a, b) = (rest_a, rest_b),
                decided => return decided,
            }
        } else if first == second {
            (a, b) = (&a[1..], &b[1..]);
        } else {
            return first.cmp(second);
        }
    }
}

/// The digits at the start, without leading zeros, and the rest.
fn number(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    let start = text[..end].iter().position(|byte| *byte != b'0').unwrap_or(end);
    (&text[start..end], &text[end..])
}

/// The longest subsequence of pairs that is ascending on both sides. The pairs must be ascending on the first side.
pub(super) fn longest_ascending(pairs: &[(usize, usize)]) -> Anchors {
    // `tails[length - 1]` is the pair with the smallest second value that ends a run of this length.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (index, (_, second)) in pairs.iter().enumerate() {
        let at = tails.partition_point(|&tail| pairs[tail].1 < *second);
        before.push(at.checked_sub(1).map(|at| tails[at]));
        if at == tails.len() {
            tails.push(index);
        } else {
            tails[at] = index;
        }
    }
    let mut run = Vec::with_capacity(tails.len());
    let mut next = tails.last().copied();
    while let Some(index) = next {
        run.push(pairs[index]);
        next = before[index];
    }
    run.reverse();
    run
}

/// The number of anchors before an old rank.
pub(super) fn gap_before(anchors: &Anchors, rank: usize) -> usize {
    anchors.partition_point(|(old, _)| *old < rank)
}

/// The number of anchors before a new rank.
pub(super) fn gap_now(anchors: &Anchors, rank: usize) -> usize {
    anchors.partition_point(|(_, new)| *new < rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_ordered_by_numbers_with_parents_first() {
        let mut positions =
            ["s10", "s5-10", "s5-2-p2", "s5", "s5-2", "pre-p1", "s5_2", "a1-1", "s5-t1r10", "s5-t1r9", "s5-t1"]
                .map(Position::new);
        positions.sort_by(by_position);
        let expected =
            ["a1-1", "pre-p1", "s5", "s5-2", "s5-2-p2", "s5-10", "s5-t1", "s5-t1r9", "s5-t1r10", "s5_2", "s10"];
        assert_eq!(positions, expected);
    }

    #[test]
    fn the_longest_ascending_run_is_found() {
        let pairs = |seconds: &[usize]| seconds.iter().copied().enumerate().collect::<Vec<_>>();
        for (seconds, expected) in [
            (vec![0, 1, 2], vec![0, 1, 2]),
            (vec![1, 0, 2], vec![0, 2]),
            (vec![3, 0, 1, 2], vec![0, 1, 2]),
            (vec![2, 1, 0], vec![0]),
            (vec![], vec![]),
        ] {
            let found: Vec<_> = longest_ascending(&pairs(&seconds)).iter().map(|(_, second)| *second).collect();
            assert_eq!(found, expected, "{seconds:?}");
        }
    }
}
