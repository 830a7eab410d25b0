//! Mastodon: graphemes; a link with a scheme counts as 23, `@user@host` as `@user`
//! (`StatusLengthValidator` of Mastodon 4).

use unicode_segmentation::UnicodeSegmentation;

use super::{Piece, link};

/// What a link counts as.
const LINK: usize = 23;

pub(super) fn walk(text: &str, mut each: impl FnMut(Piece)) {
    let mut at = 0;
    for range in link::find(text).into_iter().filter(|found| found.has_scheme).map(|found| found.range) {
        plain(&text[at..range.start], &mut each);
        each(Piece { characters: text[range.clone()].chars().count(), cost: LINK });
        at = range.end;
    }
    plain(&text[at..], &mut each);
}

fn plain(text: &str, each: &mut impl FnMut(Piece)) {
    let mut at = 0;
    while let Some((start, host)) = next_host(&text[at..]) {
        clusters(&text[at..at + start], each);
        each(Piece { characters: host, cost: 0 });
        at += start + host;
    }
    clusters(&text[at..], each);
}

fn clusters(text: &str, each: &mut impl FnMut(Piece)) {
    text.graphemes(true).for_each(|cluster| each(Piece { characters: cluster.chars().count(), cost: 1 }));
}

/// Where the `@host` of the next `@user@host` starts, and how many bytes it has, all of them ASCII.
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
