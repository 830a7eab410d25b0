//! The place a running text starts with.

use super::atom::{Atom, PARTS};
use super::dated::{Dated, version_after};
use super::place_cursor::{JOINTS, PlaceCursor, atoms};
use crate::japanese::{is_kanji_numeral, squeezed_keeping_signs};

/// The place a text starts with, in bytes of the text: the whole of what names a place in `5(1)に基づき`. Nothing where a number
/// counts something (`5月`, `3件`), nor where more of a place follows that cannot be read (`第2条の2関係`).
///
/// ```
/// use hoshin::policy::leading_place;
/// assert_eq!(leading_place("２(1)に基づき"), "２(1)");
/// assert_eq!(leading_place("５月に改める。"), "");
/// ```
#[must_use]
pub fn leading_place(text: &str) -> &str {
    /// Longer than any place that is written in running text, in characters.
    const LONGEST: usize = 40;
    let ends = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]).take(LONGEST);
    let ends: Vec<usize> = ends.filter(|&end| end > 0).collect();
    let end = ends.into_iter().rev().find(|&end| {
        let place = &text[..end];
        may_follow(&text[end..])
            && !place.ends_with(|c: char| JOINTS.contains(&c) || c.is_whitespace())
            && atoms(place).is_some()
    });
    &text[..end.unwrap_or(0)]
}

/// Tells if a text may go on like this after a place.
fn may_follow(rest: &str) -> bool {
    // 2か所 counts something.
    let counts = OBJECTS.iter().any(|word| word.starts_with('か') && rest.starts_with(word));
    let signs = "にをのはがでともへやか及並又若、。，．・～〜~」』）)】〕 　\n";
    let may_stand = rest.chars().next().is_none_or(|c| signs.contains(c))
        || PARTS.iter().any(|part| rest.starts_with(part))
        || version_after(rest) != Dated::Undated;
    may_stand && !counts && !goes_on(rest)
}

/// Words behind a number that is no branch number: 第2条の2つの要件, 第2条の一部.
pub(super) const OBJECTS: [&str; 8] = ["か所", "か月", "か年", "か国", "箇所", "カ所", "ヶ所", "つ"];
/// Words that begin with 一 or 十 and are no numbers.
pub(super) const WORDS: [&str; 10] = ["一部", "一覧", "一環", "一例", "一切", "一文", "一般", "一定", "一体", "十分"];

/// Tells if a text begins with more of the place before it: の2 of 第2条の2関係. Then the place before it is not meant.
fn goes_on(rest: &str) -> bool {
    /// More characters than a joint and a number have.
    const LONGEST: usize = 16;
    let rest = squeezed_keeping_signs(&rest.chars().take(LONGEST).collect::<String>());
    let after = rest.trim_start_matches(JOINTS);
    if after.starts_with('第') {
        return matches!(PlaceCursor::new(after).atom(), Some(Atom::Counted(..)));
    }
    if after.len() < rest.len() && after.starts_with("項目") {
        return true;
    }
    if after.len() == rest.len() || WORDS.iter().any(|word| after.starts_with(word)) {
        return false;
    }
    let inside = after.strip_prefix('(').unwrap_or(after);
    let is_number = |c: char| c.is_numeric() || is_kanji_numeral(c) || matches!(c, '壱' | '弐' | '参');
    let counted = inside.trim_start_matches(is_number);
    let mut signs = after.chars().map(|c| matches!(c, 'ァ'..='ー') || c.is_ascii_alphabetic());
    if let (Some(true), None | Some(false)) = (signs.next(), signs.next()) {
        return true;
    }
    let is_ordinal = counted.starts_with("つ目") || counted.starts_with("つめ");
    counted.len() < inside.len() && (is_ordinal || !OBJECTS.iter().any(|word| counted.starts_with(word)))
}
