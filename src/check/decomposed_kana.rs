//! Kana whose voicing mark is a character of its own: か with U+3099 instead of が, か゛.
//!
//! They come from names of files on a Mac and from some PDF files (Unicode normalisation form D, UAX #15). They look the same.
//! Reported once a line, in the front matter too, because titles are searched for.

use unicode_normalization::char::compose;

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let text = &subject.document.source.text;
    let mut told_until = 0;
    for (at, mark) in text.match_indices(['\u{3099}', '\u{309a}', '゛', '゜']) {
        let Some((base, whole)) = composed(&text[..at], mark) else { continue };
        if at < told_until {
            continue;
        }
        let start = at - base.len_utf8();
        let written = &text[start..at + mark.len()];
        found.push(subject.at(&(start..at + mark.len()), catalogue::decomposed_kana(written, whole)));
        told_until = text[at..].find('\n').map_or(text.len(), |end| at + end);
    }
}

/// The kana before a mark, and the one character for both.
fn composed(before: &str, mark: &str) -> Option<(char, char)> {
    let combining = match mark {
        "゛" => '\u{3099}',
        "゜" => '\u{309a}',
        other => other.chars().next()?,
    };
    let base = before.chars().next_back()?;
    Some((base, compose(base, combining)?))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{check_site, file, lint_text};

    #[test]
    fn a_voicing_mark_of_its_own_is_reported_once_a_line() {
        for (text, expected) in [
            ("か\u{3099}いろ灯", 1),
            ("ハ\u{309a}ンフレットとホ\u{309a}スター", 1),
            ("か゛いろ灯", 1),
            ("か\u{3099}\nき\u{3099}", 2),
            // Not reported.
            ("がいろ灯、パンフレット", 0),
            ("濁点「゛」と半濁点「゜」", 0),
            ("あ゛", 0),
        ] {
            assert_eq!(lint_text(check, text).len(), expected, "{text}");
        }
    }

    #[test]
    fn the_title_is_looked_at() {
        let text = file("summary: か\u{3099}いろ灯\n", "本文\n");
        assert_eq!(check_site(&[("r8/a.md", &text)]), ["r8/a.md:5 decomposed-kana"]);
    }
}
