//! Words that make a number a limit: 2050年までに, 3割以上, 約5年.

use crate::snippet::faithfulness::folded::starts_with;

/// The kind of limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Bound {
    /// まで
    Until,
    /// から, 以降
    From,
    /// 以前, 前に
    Before,
    /// 約, 程度, 頃
    About,
    /// 以上, 少なくとも
    AtLeast,
    /// 以下, 以内, 最大
    AtMost,
    /// 未満
    Under,
    /// 超
    Over,
}

const AFTER: &[(&str, Bound)] = &[
    ("末までに", Bound::Until),
    ("まで", Bound::Until),
    ("から", Bound::From),
    ("以降", Bound::From),
    ("以後", Bound::From),
    ("以前", Bound::Before),
    ("より前", Bound::Before),
    ("程度", Bound::About),
    ("前後", Bound::About),
    ("頃", Bound::About),
    ("ごろ", Bound::About),
    ("近く", Bound::About),
    ("以上", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("未満", Bound::Under),
    ("を下回", Bound::Under),
    ("超", Bound::Over),
    ("を超え", Bound::Over),
    ("を上回", Bound::Over),
];

const AHEAD: &[(&str, Bound)] = &[
    ("約", Bound::About),
    ("およそ", Bound::About),
    ("おおむね", Bound::About),
    ("ほぼ", Bound::About),
    ("少なくとも", Bound::AtLeast),
    ("最低", Bound::AtLeast),
    ("最大", Bound::AtMost),
    ("最長", Bound::AtMost),
];

/// The limit given by the words around a number.
pub(super) fn around(chars: &[char], start: usize, end: usize) -> Option<Bound> {
    let after = AFTER.iter().find(|(word, _)| starts_with(&chars[end..], word));
    let ahead = || AHEAD.iter().find(|(word, _)| ends_with(&chars[..start], word));
    after.or_else(ahead).map(|(_, bound)| *bound)
}

fn ends_with(chars: &[char], word: &str) -> bool {
    let mut rest = chars.iter().rev();
    word.chars().rev().all(|c| rest.next() == Some(&c))
}
