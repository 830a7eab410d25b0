//! Addresses that stand in running text without markup.
//!
//! Source: RFC 3986, section 2: an address consists of ASCII characters. So it ends before 。、） and every other full-width sign.

use std::ops::Range;

/// The addresses in a text, in bytes of it, from left to right.
pub(super) fn bare_urls(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices("http") {
        let is_inside = found.last().is_some_and(|last| at < last.end);
        let is_word = text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        if let (false, false, Some(length)) = (is_inside, is_word, url_length(&text[at..])) {
            found.push(at..at + length);
        }
    }
    found
}

/// The length of the address a text begins with.
fn url_length(text: &str) -> Option<usize> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme))?;
    if !text[scheme.len()..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let is_part = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`' | '\\' | '^' | '{' | '|' | '}');
    let whole = text.find(|c| !is_part(c)).map_or(text, |end| &text[..end]);
    let mut url = whole;
    let (mut open, mut close) = (url.matches('(').count(), url.matches(')').count());
    // Signs at its end belong to the sentence, and so does a bracket that was opened before the address.
    while let Some(last) = url.chars().next_back() {
        match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '[' | ']' => {}
            '(' if open > 0 => open -= 1,
            ')' if close > open => close -= 1,
            _ => break,
        }
        url = &url[..url.len() - 1];
    }
    Some(url.len())
}

#[cfg(test)]
mod tests {
    use super::bare_urls;

    #[test]
    fn an_address_ends_before_every_sign_of_the_sentence() {
        for (text, expected) in [
            ("結果は https://example.jp/kekka で公表する。", "https://example.jp/kekka"),
            ("（https://example.jp/a）を見る", "https://example.jp/a"),
            ("詳しくは、https://example.jp/b、https://example.jp/c。", "https://example.jp/b https://example.jp/c"),
            ("「https://example.jp/d」", "https://example.jp/d"),
            ("(https://example.jp/e)", "https://example.jp/e"),
            ("https://example.jp/f_(g)", "https://example.jp/f_(g)"),
            ("https://example.jp/?a=1&b=2#c.", "https://example.jp/?a=1&b=2#c"),
            ("http://example.jp/h,", "http://example.jp/h"),
            ("https://example.jp/ｉ", "https://example.jp/"),
            ("https://", ""),
            ("xhttps://example.jp/", ""),
            ("park@example.jp", ""),
            ("https://example.jp/?u=https://example.jp/", "https://example.jp/?u=https://example.jp/"),
        ] {
            let found: Vec<&str> = bare_urls(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
