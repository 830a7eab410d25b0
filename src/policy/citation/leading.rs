//! The place a running text starts with.

use super::atom::{JOINTS, atoms};

/// The place a text starts with, in bytes of the text: the whole of what names a place in `5(1)に基づき`. Nothing where a number
/// counts something (`5月`, `3件`).
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

/// Whether a text may go on like this after a place.
fn may_follow(rest: &str) -> bool {
    // 2か所 counts something.
    let counts = ["か所", "か月", "か年", "か国"].iter().any(|word| rest.starts_with(word));
    let signs = "にをのはがでともへやか及並又若、。，．・～〜~」』）)】〕 　\n";
    !counts && rest.chars().next().is_none_or(|c| signs.contains(c))
}
