//! 「，」 beside 「、」 in one document, and 「．」 for 「。」.
//!
//! Source: 「公用文作成の考え方」（文化審議会建議、令和4年1月7日）Ⅰ: a full stop is 「。」, a comma 「、」; 「，」 may be used where there is
//! reason, but not both in one text. A decimal point or comma of a number is none of these.

use super::Subject;
use super::shown::{Shown, WordFinder, is_ideograph, is_kana};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::TextPart;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let texts = || subject.shown.iter().filter(|shown| shown.part == TextPart::Text);
    let count = |sign: char| texts().map(|shown| signs(&shown.text, &[sign]).count()).sum::<usize>();
    let usual: [(&[char], usize, &str); 2] = [(&['，', ','], count('、'), "、"), (&['．'], count('。'), "。")];
    for (signs_of_kind, usual, plain) in usual {
        let others = texts().filter(|shown| signs(&shown.text, signs_of_kind).next().is_some());
        let Some(first) = (usual > 0).then(|| others.into_iter().next()).flatten() else { continue };
        report(subject, first, signs_of_kind, plain, found);
    }
}

/// Reports the first of these signs.
fn report(subject: &Subject<'_>, shown: &Shown<'_>, kind: &[char], plain: &str, found: &mut Diagnostics) {
    let Some((at, sign)) = signs(&shown.text, kind).next() else { return };
    // With the character before, so that no comma of a number is found in its place.
    let start = shown.text[..at].char_indices().next_back().map_or(at, |(start, _)| start);
    let end = at + sign.len_utf8();
    let mut range = WordFinder::new(subject, shown).find(&shown.text[start..end]);
    if range.len() == end - start {
        range.start += at - start;
    }
    found.push(subject.at(&range, catalogue::mixed_punctuation(sign, plain)));
}

/// The signs of a kind that stand directly behind a Japanese word, and their bytes.
fn signs<'a>(text: &'a str, kind: &'a [char]) -> impl Iterator<Item = (usize, char)> + 'a {
    let is_word = |c: char| is_ideograph(c) || is_kana(c) || matches!(c, '」' | '』' | '）');
    text.char_indices().filter(move |(at, c)| kind.contains(c) && text[..*at].chars().next_back().is_some_and(is_word))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn two_kinds_of_punctuation_are_reported_once_a_document() {
        for (text, expected) in [
            ("市は、計画を定め，公表し，実施する。\n", &["r8/a.md:6 mixed-punctuation"][..]),
            ("市は、計画を定める。\n\nまた,公表する。\n", &["r8/a.md:8 mixed-punctuation"]),
            ("市は計画を定める．そして公表する。\n", &["r8/a.md:6 mixed-punctuation"]),
            // Not reported.
            ("市は，計画を定め，公表する。\n", &[]),
            ("市は計画を定める．そして公表する．\n", &[]),
            ("市は、1,000人と２，０００人を対象に、3．5倍にする。\n", &[]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &file("", text))]), expected, "{text}");
        }
    }
}
