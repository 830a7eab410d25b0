//! The first half of the normaliser: it removes differences of width, case, spaces, middle dots and shapes of characters.
//!
//! `themes/default/static/search.js` does the same in `fold`; `tests/search/vectors.json` compares them.

use crate::japanese::each_folded;

/// The text in the form in which it is compared: NFKC, lower case, without spaces, middle dots and invisible characters, with one
/// shape of each character.
pub(super) fn fold(text: &str) -> Vec<char> {
    let mut out = Vec::with_capacity(text.len() / 3);
    each_folded(text, |_, c| {
        if c.is_ascii() {
            out.extend(Some(c.to_ascii_lowercase()).filter(|c| !c.is_whitespace()));
        } else {
            out.extend(c.to_lowercase().filter(|c| counts(*c)).map(shape));
        }
    });
    out
}

/// Whether a character counts. Spaces, middle dots (ワーク・ライフ・バランス) and invisible characters do not. Soft hyphens, marks of
/// direction, joiners and variation selectors are invisible.
fn counts(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(
            c,
            '・' | '·' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
                | '\u{e0100}'..='\u{e01ef}'
        )
}

/// The common shape of a character. Keyboards and official texts often differ in dashes, and in kanji that names and plans print in
/// another shape than a keyboard offers first (強靱, 強靭). These are shapes of one character, never of words.
fn shape(c: char) -> char {
    match c {
        '‐'..='―' | '−' => '-',
        '〜' => '~',
        '靭' | '靫' => '靱',
        '髙' => '高',
        '﨑' | '嵜' => '崎',
        '邊' | '邉' => '辺',
        '齋' | '齊' | '斎' => '斉',
        '澤' => '沢',
        '濱' | '濵' => '浜',
        '國' => '国',
        '櫻' => '桜',
        '廣' => '広',
        '德' => '徳',
        '惠' => '恵',
        '眞' => '真',
        '壽' => '寿',
        '條' => '条',
        '瀧' => '滝',
        '冨' => '富',
        '嶋' | '嶌' => '島',
        '槇' => '槙',
        '檜' => '桧',
        '塡' => '填',
        '頰' => '頬',
        '剝' => '剥',
        '𠮟' => '叱',
        '𠮷' => '吉',
        _ => c,
    }
}
