//! Half-width kana, characters made of several (㈱, ㌔, ㍻) and gaiji.
//!
//! Every computer has these characters today: they are in Unicode, and ①, Ⅱ, ㈱ and ㌔ are in JIS X 0213. But ㈱ is several
//! characters in one. Screen readers skip it or spell it in their own ways, and no search for 株式会社 or (株) finds it. So ㈱, ㌔,
//! ㍻, № and ℡ are reported. Screen readers read ①, Ⅱ (as in 第Ⅱ期), ㎡ and ℃ correctly, so these are not. Half-width kana
//! come from old files; they are read and searched as other characters. A character of the private use areas exists only
//! in the office that made it.

use std::ops::Range;

use super::Subject;
use super::typed_lines::front_matter;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::japanese::folded;
use crate::policy::{Block, plain_text};

#[derive(Clone, Copy, PartialEq, Eq)]
enum CharacterKind {
    HalfWidthKana,
    /// Several characters in one.
    Squeezed,
    PrivateUse,
}

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let runs = runs(&subject.suspects);
    if runs.is_empty() {
        return;
    }
    let mut hidden = hidden(subject);
    hidden.sort_unstable_by_key(|hidden| hidden.start);
    for (kind, range) in runs {
        let before = hidden.partition_point(|hidden| hidden.start <= range.start);
        if hidden[..before].last().is_some_and(|hidden| range.end <= hidden.end) {
            continue;
        }
        let written = subject.source(&range);
        let plain = folded(written);
        let finding = match kind {
            CharacterKind::HalfWidthKana => catalogue::half_width_kana(written, &plain),
            CharacterKind::Squeezed => catalogue::squeezed_character(written, &plain),
            CharacterKind::PrivateUse => {
                let code = written.chars().next().map_or(0, u32::from);
                catalogue::private_use_character(&format!("U+{code:04X}"))
            }
        };
        found.push(subject.at(&range, finding));
    }
}

/// Bytes of the file by kind; neighbouring half-width kana are one run.
fn runs(suspects: &[(usize, char)]) -> Vec<(CharacterKind, Range<usize>)> {
    let mut runs: Vec<(CharacterKind, Range<usize>)> = Vec::new();
    for (at, c) in suspects {
        let Some(kind) = kind(*c) else { continue };
        let end = at + c.len_utf8();
        match runs.last_mut() {
            Some((CharacterKind::HalfWidthKana, range)) if kind == CharacterKind::HalfWidthKana && range.end == *at => {
                range.end = end;
            }
            _ => runs.push((kind, *at..end)),
        }
    }
    runs
}

fn kind(c: char) -> Option<CharacterKind> {
    match c {
        // Halfwidth and Fullwidth Forms: half-width CJK punctuation and katakana.
        '\u{ff61}'..='\u{ff9f}' => Some(CharacterKind::HalfWidthKana),
        // Letterlike: № ℡. Enclosed CJK: ㈪–㉇ ㊊–㊰, months, ㋌–㋏, ㋿. CJK Compatibility: katakana words, ㏠, hours, ㍻, ㏍.
        // Not: numbered and lettered ones (①, ⑴, ㈠, ㉑, ㋐), emoji (㊗, ㊙), units in Latin letters (㎡, ㎏).
        '\u{2116}' | '\u{2121}' | '\u{322a}'..='\u{3247}' | '\u{328a}'..='\u{3296}' | '\u{3298}' => {
            Some(CharacterKind::Squeezed)
        }
        '\u{329a}'..='\u{32b0}' | '\u{32c0}'..='\u{32cf}' | '\u{32ff}'..='\u{3370}' => Some(CharacterKind::Squeezed),
        '\u{337b}'..='\u{337f}' | '\u{33cd}' | '\u{33e0}'..='\u{33fe}' => Some(CharacterKind::Squeezed),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}' => {
            Some(CharacterKind::PrivateUse)
        }
        _ => None,
    }
}

/// Bytes of the file that are no text for readers: destinations, code, front matter.
fn hidden(subject: &Subject<'_>) -> Vec<Range<usize>> {
    let (body, text) = (&subject.document.body, &subject.document.source.text);
    let mut hidden = Vec::new();
    let mut destination = |range: &Range<usize>, shown: &str, destination: &str| {
        // In `[text](destination)` the destination stands last.
        if !destination.is_empty() && shown != destination {
            let at = text.get(range.clone()).and_then(|written| written.rfind(destination));
            hidden.extend(at.map(|at| range.start + at..range.end));
        }
    };
    body.each_link(|link| destination(&link.range, &plain_text(&link.text), &link.destination));
    body.each_image(|image| destination(&image.range, &image.alt, &image.destination));
    body.each_block(|block| {
        if let Block::Preformatted { range, .. } = block {
            hidden.push(range.clone());
        }
    });
    hidden.extend(front_matter(text));
    hidden
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{check_site, file, lint_text};

    #[test]
    fn characters_that_are_misread_are_reported() {
        for (text, expected) in [
            ("ﾃﾞｼﾞﾀﾙ化と｢しくみ｣", &["half-width-kana"; 3][..]),
            ("㈱見本", &["squeezed-character"]),
            ("5㌔", &["squeezed-character"]),
            ("㍻31年", &["squeezed-character"]),
            ("№1 ℡042", &["squeezed-character"; 2]),
            ("㊤㋀㏠", &["squeezed-character"; 3]),
            ("外字\u{e000}", &["private-use-character"]),
            // Not reported.
            ("第Ⅱ期国分寺市業務改革プロジェクト", &[]),
            ("①②⑳㉑㊿ⅰⅡ⑴㈠㋐", &[]),
            ("1,000㎡、5㎞、10㎏、20℃、３％", &[]),
            ("ＡＩ－ＯＣＲ　（１）～〜・ー", &[]),
            ("㊗㊙", &[]),
            ("髙﨑さん、葛\u{e0100}飾", &[]),
        ] {
            assert_eq!(lint_text(check, text), expected, "{text}");
        }
    }

    #[test]
    fn destinations_and_code_are_not_reported() {
        for (text, expected) in [
            ("[手引](ｶﾞｲﾄﾞ.xlsx)\n", &["r8/a.md:6 asset-name"][..]),
            ("[ｶﾞｲﾄﾞ](ｶﾞｲﾄﾞ.xlsx)\n", &["r8/a.md:6 asset-name", "r8/a.md:6 half-width-kana"]),
            ("```\nｶﾞｲﾄﾞ\n```\n", &[]),
        ] {
            let text = file("", text);
            assert_eq!(check_site(&[("r8/a.md", &text), ("r8/ｶﾞｲﾄﾞ.xlsx", "")]), expected, "{text}");
        }
    }
}
