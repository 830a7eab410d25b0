//! Finds emoji as X does.

use std::ops::Range;

use super::tables::SIGN;

/// The variation selector that turns the sign before it into text.
const TEXT_STYLE: char = '\u{FE0E}';

/// The bytes of every emoji, in order. A lone U+FE0F is an emoji, as in X.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    // The first emoji above ASCII is ©. In ASCII only keycaps are emoji, and they end with a character above ASCII.
    if text.chars().all(|c| c < '\u{A9}' || is_plain(c)) {
        return Vec::new();
    }
    let Some(signs) = SIGN.as_ref() else { return Vec::new() };
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some(groups) = signs.captures_at(text, from) {
        let Some(sign) = groups.get(0) else { break };
        let marked = groups.iter().skip(1).flatten().any(|group| group.end() == sign.end());
        if marked && text[sign.end()..].starts_with(TEXT_STYLE) {
            from = sign.start() + text[sign.start()..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        found.push(sign.range());
        from = sign.end();
    }
    found
}

/// True if a character is common in Japanese and no emoji. The ranges leave out the emoji among them (〰 〽 ㊗ ㊙).
fn is_plain(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{302F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}
