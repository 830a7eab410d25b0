//! Names that look the same and are written with other characters: a key by which they are one.
//!
//! A table that comes back from a spreadsheet has some characters exchanged: Windows code page 932 and JIS X 0208 give one code
//! to different characters of Unicode, and what code page 932 does not have is dropped or replaced. Text typed on macOS may be
//! decomposed. Keys are for comparing only; no text is ever changed into its key.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::invisible::{character_name, kind_of};

/// Characters that stand for one another, each with the one of the key.
const PAIRS: [(char, char); 17] = [
    // One code in JIS X 0208, another character in each of two tables: the Unicode Consortium's JIS0208.TXT and Microsoft's
    // CP932.TXT (for U+2014, JIS X 0213 and Apple's JAPANESE.TXT).
    ('\u{2014}', '\u{2015}'),
    ('\u{2016}', '\u{2225}'),
    ('\u{2212}', '\u{ff0d}'),
    ('\u{301c}', '\u{ff5e}'),
    ('\u{a2}', '\u{ffe0}'),
    ('\u{a3}', '\u{ffe1}'),
    ('\u{ac}', '\u{ffe2}'),
    ('\u{a6}', '\u{ffe4}'),
    // The Shift_JIS encoder of the Encoding Standard (WHATWG).
    ('\u{a5}', '\\'),
    ('\u{203e}', '~'),
    // Characters that code page 932 does not have and Windows replaces by one of the same look (Microsoft's bestfit932.txt).
    ('\u{ab}', '\u{226a}'),
    ('\u{af}', '\u{ffe3}'),
    ('\u{b5}', '\u{3bc}'),
    ('\u{b7}', '\u{30fb}'),
    ('\u{bb}', '\u{226b}'),
    // The sound marks as characters of their own: a decomposed が that was saved in code page 932.
    ('\u{309b}', '\u{3099}'),
    ('\u{309c}', '\u{309a}'),
];

/// The key of a text: two texts with the same key look the same. Invisible characters are left out, spaces of any kind but the
/// ideographic one are the same, and what can be composed is; compatibility ideographs stay (U+FA19 is not U+795E).
#[must_use]
pub fn look_alike_key(text: &str) -> String {
    let seen: String = text.chars().filter(|c| kind_of(*c).is_none()).map(exchanged).collect();
    let mut key = String::with_capacity(seen.len());
    for part in seen.split_inclusive(is_compatibility_ideograph) {
        // One that stands at all stands at the end.
        let kept = part.char_indices().next_back().filter(|(_, c)| is_compatibility_ideograph(*c));
        let end = kept.map_or(part.len(), |(at, _)| at);
        key.extend(part[..end].nfc());
        key.push_str(&part[end..]);
    }
    key
}

/// The key of a name: as that of a text, and how many blanks of which kind stand between its words does not matter.
#[must_use]
pub fn name_key(name: &str) -> String {
    let key = look_alike_key(name);
    key.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with its sound marks and accents as characters of their own, as macOS writes file names.
#[must_use]
pub fn decomposed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_compatibility_ideograph(c) {
            out.push(c);
        } else {
            out.extend(std::iter::once(c).nfd());
        }
    }
    out
}

/// The old forms of characters that Unicode takes for the same ones (NFC) and that look different: CJK Compatibility
/// Ideographs and their Supplement.
fn is_compatibility_ideograph(c: char) -> bool {
    matches!(c, '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}

/// The character that stands for this one and all of the same look.
#[must_use]
pub fn exchanged(c: char) -> char {
    match c {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\t' | '\n' => ' ',
        // NON-BREAKING HYPHEN.
        '\u{2011}' => '\u{2010}',
        _ => PAIRS.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to),
    }
}

/// Tells if a character cannot be seen, so that a spreadsheet may drop it without a trace.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    kind_of(c).is_some()
}

/// The characters in which two names of one key differ, by their names: 「〜」（U+301C WAVE DASH）／「～」（U+FF5E FULLWIDTH TILDE）.
#[must_use]
pub fn named_differences(one: &str, other: &str) -> String {
    let sides = [only_in(one, other), only_in(other, one)].map(|side| character_names(&side));
    sides.into_iter().filter(|side| !side.is_empty()).collect::<Vec<_>>().join("／")
}

/// The characters of one name that another has not, without repetition.
fn only_in(name: &str, other: &str) -> Vec<char> {
    let mut seen: BTreeSet<char> = other.chars().collect();
    name.chars().filter(|c| seen.insert(*c)).collect()
}

/// 「𠮷」（U+20BB7）, one after the other; of invisible ones only the names.
#[must_use]
pub fn character_names(characters: &[char]) -> String {
    let name = |c: &char| match kind_of(*c) {
        Some(_) => character_name(*c),
        None => format!("「{c}」（{}）", character_name(*c)),
    };
    characters.iter().map(name).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_the_same_have_one_key() {
        for (one, other) in [
            ("4〜6月の回数", "4～6月の回数"),
            ("−5度以下", "－5度以下"),
            ("計画—実施", "計画―実施"),
            ("甲‖乙", "甲∥乙"),
            ("¢£¬¦", "￠￡￢￤"),
            ("C:¥a", "C:\\a"),
            ("ア·イ", "ア・イ"),
            ("利用\u{200b}者", "利用者"),
            ("\u{feff}利\u{ad}用\u{200e}者", "利用者"),
            ("葛\u{e0100}飾区", "葛飾区"),
            ("か\u{3099}っこう", "がっこう"),
            ("か\u{309b}っこう", "がっこう"),
            ("A\u{a0}B", "A B"),
        ] {
            assert_eq!(look_alike_key(one), look_alike_key(other), "{one} {other}");
        }
    }

    #[test]
    fn names_that_look_different_have_different_keys() {
        for (one, other) in [
            ("4〜6月", "4-6月"),
            ("か", "が"),
            ("Ａ", "A"),
            ("１", "1"),
            ("A　B", "A B"),
            ("ハハ", "パパ"),
            ("一", "ー"),
            ("\u{fa1b}祉", "福祉"),
            ("\u{2f80f}", "\u{5154}"),
        ] {
            assert_ne!(look_alike_key(one), look_alike_key(other), "{one} {other}");
        }
    }

    #[test]
    fn characters_are_composed_beside_compatibility_ideographs() {
        assert_eq!(look_alike_key("か\u{3099}\u{fa1b}か\u{3099}\u{fa19}"), "が\u{fa1b}が\u{fa19}");
    }

    #[test]
    fn names_that_differ_in_their_blanks_have_one_key_and_texts_have_not() {
        for other in ["甲  乙", "甲　乙", "甲\u{a0}\u{a0}乙", " 甲 　乙　"] {
            assert_eq!(name_key(other), name_key("甲 乙"), "{other:?}");
        }
        assert_ne!(name_key("甲乙"), name_key("甲 乙"));
        assert_ne!(look_alike_key("甲  乙"), look_alike_key("甲 乙"));
    }

    #[test]
    fn differing_characters_are_listed() {
        assert_eq!(only_in("4〜6〜8", "4～6～8"), ['〜']);
        assert_eq!(only_in("4～6～8", "4〜6〜8"), ['～']);
        assert_eq!(only_in("利用\u{200b}者", "利用者"), ['\u{200b}']);
        assert!(only_in("利用者", "利用\u{200b}者").is_empty());
    }
}
