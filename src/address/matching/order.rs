//! Order: of positions, and of what kept its order between two versions.

use std::cmp::Ordering;

/// What counts a place among its siblings: printed numbers, bullets, paragraphs …. Only within one class does a position
/// tell the order of the page.
pub(super) type Class = u8;

/// Places of one class that kept their order: the ranks before and now, both ascending.
pub(super) type Anchors = Vec<(usize, usize)>;

pub(super) trait OfPosition {
    fn of(position: &str) -> Self;
}

impl OfPosition for Class {
    fn of(position: &str) -> Self {
        let last = position.rsplit('-').next().unwrap_or_default();
        match last.bytes().next() {
            Some(b's') | None => b'0',
            Some(byte) if byte.is_ascii_digit() => b'0',
            Some(byte) => byte,
        }
    }
}

/// Numbers in positions count as numbers: `s5-2` before `s5-10`; what lies above comes first.
pub(in crate::address) fn by_position(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
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

/// The longest run of pairs that is ascending on both sides. The pairs must be ascending on the first.
pub(super) fn longest_ascending(pairs: &[(usize, usize)]) -> Anchors {
    // tails[length - 1] is the pair with the smallest second that ends a run of that length.
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

/// How many anchors come before a rank, on the old side.
pub(super) fn gap_before(anchors: &Anchors, rank: usize) -> usize {
    anchors.partition_point(|(old, _)| *old < rank)
}

/// How many anchors come before a rank, on the new side.
pub(super) fn gap_now(anchors: &Anchors, rank: usize) -> usize {
    anchors.partition_point(|(_, new)| *new < rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_positions_are_numbers_and_parents_come_first() {
        let mut positions =
            ["s10", "s5-10", "s5-2-p2", "s5", "s5-2", "pre-p1", "s5_2", "a1-1", "s5-t1r10", "s5-t1r9", "s5-t1"];
        positions.sort_by(|a, b| by_position(a, b));
        let expected =
            ["a1-1", "pre-p1", "s5", "s5-2", "s5-2-p2", "s5-10", "s5-t1", "s5-t1r9", "s5-t1r10", "s5_2", "s10"];
        assert_eq!(positions, expected);
    }

    #[test]
    fn what_kept_its_order() {
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
