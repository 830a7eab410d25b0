//! The first half of the normaliser: width, case, spaces, middle dots and shapes of characters do not count.
//!
//! `themes/default/static/search.js` does the same in `fold`; `tests/search/vectors.json` compares them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text without what does not count when one looks for it: NFKC, lower case, no spaces, middle dots or invisible characters, one shape
/// of characters that are written in several.
///
/// It is made cluster by cluster (a character with the marks on it), so that each cluster knows what became of it; for
/// conjoining Hangul letters that is not quite NFKC.
pub(super) fn fold(text: &str) -> Vec<char> {
    let mut out = Vec::with_capacity(text.len() / 3);
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let mut end = at + c.len_utf8();
        while let Some((mark_at, mark)) = rest.next_if(|(_, next)| is_mark(*next)) {
            end = mark_at + mark.len_utf8();
        }
        if end == at + c.len_utf8() && is_settled(c) {
            out.push(shape(c.to_ascii_lowercase()));
        } else {
            let folded = text[at..end].nfkc().flat_map(char::to_lowercase);
            out.extend(folded.filter(|c| counts(*c)).map(shape));
        }
    }
    out
}

/// Whether it changes the character before it. Half-width voice marks do: ｶﾞ is ガ.
pub(super) fn is_mark(c: char) -> bool {
    !is_settled(c) && (is_combining_mark(c) || matches!(c, '\u{ff9e}' | '\u{ff9f}'))
}

/// Most of any Japanese text: what NFKC leaves alone where no mark follows.
fn is_settled(c: char) -> bool {
    matches!(c, '!'..='~' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '一'..='\u{9fff}' | '、' | '。' | '「'..='』')
}

/// Spaces do not, nor middle dots (ワーク・ライフ・バランス), nor what cannot be seen: soft hyphens, directions, joiners,
/// selectors of variants.
fn counts(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(
            c,
            '・' | '·' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
                | '\u{e0100}'..='\u{e01ef}'
        )
}

/// One shape of characters that a keyboard and an official text often write differently: dashes, and kanji that names and
/// plans print in another shape than a keyboard offers first (強靱, 強靭). Only shapes of one character, never of words.
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
