//! Cuts long passages into parts. The index treats parts as passages; readers see one clause.

use super::SearchPassage;
use super::passage::{BASE, END};
use crate::japanese::is_mark;

/// The longest part, in characters. A hit should not load more, and places must fit into two bytes.
const LONGEST: usize = 2_000;
/// The overlap of two parts, in characters. Longer words are not looked up as a whole.
const SHARED: usize = 200;
/// The distance before the limit within which a part may end at a better place, in characters.
const REACH: usize = 100;

/// The passages of a document with the long ones in parts. Each part has the address of its passage.
pub(super) fn cut(passages: Vec<SearchPassage>) -> Vec<SearchPassage> {
    let mut all = Vec::with_capacity(passages.len());
    for passage in passages {
        match parts(&passage.text)[..] {
            [_] => all.push(passage),
            ref parts => {
                all.extend(parts.iter().map(|part| SearchPassage { text: (*part).to_owned(), ..passage.clone() }));
            }
        }
    }
    all
}

/// Whether a passage has the address of the one before it. Both count as one hit.
pub(super) fn is_joined(passages: &[SearchPassage], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| passages[before].fragment == passages[at].fragment)
}

/// A text in parts of at most [`LONGEST`] characters that share at least [`SHARED`] with their neighbours.
fn parts(text: &str) -> Vec<&str> {
    if text.len() <= LONGEST {
        return vec![text];
    }
    let places = places(text);
    let mut parts = Vec::new();
    let mut start = 0;
    while start + LONGEST < places.len() {
        let end = best_cut(&places, start + LONGEST);
        parts.push(&text[places[start].byte..places[end].byte]);
        start = best_cut(&places, end - SHARED);
    }
    parts.push(&text[places[start].byte..]);
    parts
}

/// A place before a character at which a text may be cut.
struct CutPlace {
    /// The offset in bytes. Inside ruby, or before a combining mark, it is that of the start.
    byte: usize,
    /// Whether no numeral is cut here. Half a numeral would be read as another number.
    cuts_no_numeral: bool,
}

fn places(text: &str) -> Vec<CutPlace> {
    let mut places = Vec::with_capacity(text.len() / 3);
    let (mut in_ruby, mut last, mut before) = (false, 0, END);
    for (at, c) in text.char_indices() {
        let is_start = !in_ruby && !is_mark(c);
        if is_start {
            last = at;
        }
        places.push(CutPlace { byte: last, cuts_no_numeral: is_start && is_in_no_numeral(before) });
        in_ruby = (in_ruby || c == BASE) && c != END;
        before = c;
    }
    places
}

/// Whether a character is kana or punctuation, which are in no numeral.
fn is_in_no_numeral(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '、' | '。' | '，' | '．')
}

/// The last place up to `at` that cuts no numeral, if there is one near; else `at`.
fn best_cut(places: &[CutPlace], at: usize) -> usize {
    (at.saturating_sub(REACH)..=at).rev().find(|near| places[*near].cuts_no_numeral).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::super::form::{BREAK, forms};
    use super::*;

    fn bigrams(text: &str) -> BTreeSet<(char, char)> {
        let forms = forms(text);
        forms.windows(2).map(|pair| (pair[0], pair[1])).filter(|(a, b)| *a != BREAK && *b != BREAK).collect()
    }

    /// Sentences with all kinds of numerals, and with ruby.
    fn any_sentences() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => "[ぁ-ん計画市民]{1,12}。",
            2 => "令和(元|[一二三四五六七八九]|十[一二三])年度の",
            2 => "第[ⅠⅡⅢ一二三1-9]{1,2}(期|次|条)の",
            1 => Just(format!("{BASE}強靱\u{fffa}きょうじん{END}な")),
            1 => "か\u{3099}を",
        ];
        proptest::collection::vec(piece, 250..700).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

        #[test]
        fn the_parts_of_a_text_have_the_bigrams_of_the_whole_and_no_others(text in any_sentences()) {
            let of_parts: BTreeSet<(char, char)> = parts(&text).into_iter().flat_map(bigrams).collect();
            prop_assert_eq!(of_parts, bigrams(&text));
        }

        #[test]
        fn parts_are_short_and_overlap_enough(text in any_sentences()) {
            let mut reached = 0;
            for part in parts(&text) {
                let start = part.as_ptr() as usize - text.as_ptr() as usize;
                prop_assert!(part.chars().count() <= LONGEST);
                prop_assert!(start == 0 || text[start..reached].chars().count() >= SHARED);
                reached = start + part.len();
            }
            prop_assert_eq!(reached, text.len());
        }
    }

    #[test]
    fn a_text_of_numerals_only_is_cut_at_the_limit() {
        let lengths = |text: &str| parts(text).iter().map(|part| part.chars().count()).collect::<Vec<_>>();
        assert_eq!(lengths(&"漢".repeat(2_000)), [2_000]);
        assert_eq!(lengths(&"漢".repeat(4_000)), [2_000, 2_000, 400]);
    }
}
