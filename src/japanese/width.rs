//! Copies of texts for comparing: full and half width, spaces and compositions do not count.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Full-width ASCII (U+FF01–U+FF5E) in half width; any other character as it is.
#[must_use]
pub fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// The text with its ASCII digits in full width.
#[must_use]
pub fn widened(text: &str) -> String {
    let wide = |c: char| if c.is_ascii_digit() { char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c) } else { c };
    text.chars().map(wide).collect()
}

/// NFKC: `（１）` and `(1)` are the same here, and so are `ｶﾞ` and `ガ`.
#[must_use]
pub fn folded(text: &str) -> String {
    text.nfkc().collect()
}

/// NFKC without spaces and line ends: 「井 澤　邦夫」 and 「井澤邦夫」 are the same here.
#[must_use]
pub fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Most text needs no tables: long documents have thousands of clauses.
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => {}
            c if is_settled(c) || c == '・' => out.push(c),
            '！'..='～' => out.push(narrow(c)),
            _ => return text.nfkc().filter(|c| !c.is_whitespace()).collect(),
        }
    }
    out
}

/// NFKC without spaces, but with numbers that are one character: `①` stays apart from `1`, `Ⅱ` from `II`.
#[must_use]
pub fn squeezed_keeping_signs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut may_compose = false;
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '\u{2150}'..='\u{218F}' | '\u{2460}'..='\u{24FF}' | '㉑'..='㉟' | '㊱'..='㊿' => out.push(c),
            '！'..='～' => out.push(narrow(c)),
            _ if is_settled(c) => out.push(c),
            _ => {
                out.extend(std::iter::once(c).nfkc());
                may_compose = true;
            }
        }
    }
    if may_compose { out.nfc().collect() } else { out }
}

/// Calls `visit` with each character of the NFKC of a text, and with the byte where the cluster starts that it came from.
///
/// A cluster is a character with the marks on it. For conjoining Hangul letters the result is not quite NFKC.
pub fn each_folded(text: &str, mut visit: impl FnMut(usize, char)) {
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let mut end = at + c.len_utf8();
        while let Some((mark_at, mark)) = rest.next_if(|(_, next)| is_mark(*next)) {
            end = mark_at + mark.len_utf8();
        }
        if end == at + c.len_utf8() && is_settled(c) {
            visit(at, c);
        } else {
            text[at..end].nfkc().for_each(|c| visit(at, c));
        }
    }
}

/// Tells if a character changes the one before it. Half-width voice marks do: ｶﾞ is ガ.
#[must_use]
pub fn is_mark(c: char) -> bool {
    !is_settled(c) && (is_combining_mark(c) || matches!(c, '\u{ff9e}' | '\u{ff9f}'))
}

/// Most of any Japanese text: characters that NFKC leaves alone where no mark follows.
fn is_settled(c: char) -> bool {
    matches!(c, '!'..='~' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '一'..='\u{9fff}' | '、' | '。' | '「'..='』')
}

/// Kanji, and the signs that repeat or stand for them.
#[must_use]
pub fn is_kanji(c: char) -> bool {
    matches!(c, '一'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{323af}' | '々' | '〆')
}

/// Hiragana, and the signs that repeat them.
#[must_use]
pub fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ゝ' | 'ゞ')
}

/// Katakana of full width, and the sign for long vowels.
#[must_use]
pub fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_and_spaces_do_not_count() {
        for (text, expected) in
            [("令和８年 度", "令和8年度"), ("ＡＩ\u{3000}の\n活用", "AIの活用"), ("ｶﾞ", "ガ"), ("か\u{3099}", "が")]
        {
            assert_eq!(squeezed(text), expected);
        }
    }

    #[test]
    fn the_short_way_gives_what_the_standard_gives() {
        for c in '\0'..='\u{ffff}' {
            let text = format!("令{c}和");
            let standard: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
            assert_eq!(squeezed(&text), standard, "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn signs_that_count_stay_apart_from_digits() {
        assert_eq!(squeezed_keeping_signs("５（１） ①㉑㊿Ⅱ"), "5(1)①㉑㊿Ⅱ");
    }
}
