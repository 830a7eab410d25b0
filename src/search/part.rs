//! Long passages in parts, which the index takes for passages. A reader is told of the clause, however many parts it has.

use super::Passage;
use super::fold::is_mark;
use super::passage::{BASE, END};

/// Longer passages are cut, in characters: a hit should not load more, and places must fit into two bytes.
const LONGEST: usize = 2_000;
/// How much of a part is repeated in the next one, in characters: the index is asked for no more of a word.
const SHARED: usize = 200;
/// How far before its limit a part may end for the sake of a better place, in characters.
const REACH: usize = 100;

/// The passages of a document with the long ones in parts, each with the address of the whole.
pub(super) fn cut(passages: Vec<Passage>) -> Vec<Passage> {
    let mut all = Vec::with_capacity(passages.len());
    for passage in passages {
        match parts(&passage.text)[..] {
            [_] => all.push(passage),
            ref parts => all.extend(parts.iter().map(|part| Passage { text: (*part).to_owned(), ..passage.clone() })),
        }
    }
    all
}

/// Whether a passage has the address of the one before it: both are found as one.
pub(super) fn is_joined(passages: &[Passage], at: usize) -> bool {
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
        let end = calm(&places, start + LONGEST);
        parts.push(&text[places[start].byte..places[end].byte]);
        start = calm(&places, end - SHARED);
    }
    parts.push(&text[places[start].byte..]);
    parts
}

/// Where a text may be cut before one of its characters.
struct CutPlace {
    /// In bytes. Inside a ruby, or before a mark on a character, it is the start of that.
    byte: usize,
    /// Whether no numeral reaches across: half a numeral would be read as another number.
    is_calm: bool,
}

fn places(text: &str) -> Vec<CutPlace> {
    let mut places = Vec::with_capacity(text.len() / 3);
    let (mut in_ruby, mut last, mut before) = (false, 0, END);
    for (at, c) in text.char_indices() {
        let is_start = !in_ruby && !is_mark(c);
        if is_start {
            last = at;
        }
        places.push(CutPlace { byte: last, is_calm: is_start && is_in_no_numeral(before) });
        in_ruby = (in_ruby || c == BASE) && c != END;
        before = c;
    }
    places
}

/// Kana and punctuation: the rules of `number` find nothing in them.
fn is_in_no_numeral(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '、' | '。' | '，' | '．')
}

/// The last calm place up to one, if there is one near; else that one.
fn calm(places: &[CutPlace], at: usize) -> usize {
    (at.saturating_sub(REACH)..=at).rev().find(|near| places[*near].is_calm).unwrap_or(at)
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

    /// Sentences with numerals of all kinds, and with ruby.
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
        fn parts_are_short_and_share_enough_to_be_put_together_again(text in any_sentences()) {
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
    fn a_text_without_any_calm_place_is_cut_at_the_limit() {
        let lengths = |text: &str| parts(text).iter().map(|part| part.chars().count()).collect::<Vec<_>>();
        assert_eq!(lengths(&"漢".repeat(2_000)), [2_000]);
        assert_eq!(lengths(&"漢".repeat(4_000)), [2_000, 2_000, 400]);
    }
}
