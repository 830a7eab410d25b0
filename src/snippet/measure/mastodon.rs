//! Mastodon counts graphemes. A link with a scheme counts as 23, and `@user@host` counts as `@user`
//! (`StatusLengthValidator` of Mastodon 4).

use super::{CountedPiece, each_grapheme, link};

/// The length of any link.
const LINK: usize = 23;

pub(super) fn walk(text: &str, mut each: impl FnMut(CountedPiece)) {
    let mut at = 0;
    for range in link::find(text).into_iter().filter(|found| found.has_scheme).map(|found| found.range) {
        plain(&text[at..range.start], &mut each);
        each(CountedPiece { characters: text[range.clone()].chars().count(), cost: LINK });
        at = range.end;
    }
    plain(&text[at..], &mut each);
}

fn plain(text: &str, each: &mut impl FnMut(CountedPiece)) {
    let mut at = 0;
    while let Some((start, host)) = next_host(&text[at..]) {
        each_grapheme(&text[at..at + start], each);
        each(CountedPiece { characters: host, cost: 0 });
        at += start + host;
    }
    each_grapheme(&text[at..], each);
}

/// The start of the `@host` in the next `@user@host`, and its length in bytes. All of it is ASCII.
fn next_host(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let at = from + text[from..].find('@')?;
        let user =
            at + 1 + run(&text[at + 1..], |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-'));
        let is_word = text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '_'));
        if user > at + 1 && text.as_bytes().get(user) == Some(&b'@') && !is_word {
            let host = run(&text[user + 1..], |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
            let host = text[user + 1..user + 1 + host].trim_end_matches(['.', '-']).len();
            if host > 0 {
                return Some((user, 1 + host));
            }
        }
        from = at + 1;
    }
}

fn run(text: &str, accepts: impl Fn(u8) -> bool) -> usize {
    text.bytes().take_while(|byte| accepts(*byte)).count()
}
