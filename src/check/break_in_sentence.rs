//! Line breaks inside a sentence.
//!
//! A screen reader stops at them, and a narrow window breaks the line a second time. The lines of an address or a slogan
//! are no sentence. So a break is reported only if a 「。」 follows it, and only after 「、」 or hiragana, or before hiragana.

use std::ops::Range;

use super::Subject;
use super::shown::{BREAK, Shown, is_hiragana};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::TextPart;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for shown in subject.shown.iter().filter(|shown| shown.part == TextPart::Text && shown.text.contains(BREAK)) {
        let mut breaks = breaks(subject, shown);
        let last_end = shown.text.rfind('。');
        for (at, _) in shown.text.match_indices(BREAK) {
            let range = breaks.next().unwrap_or_else(|| shown.range.clone());
            if last_end > Some(at) && is_inside(&shown.text[..at], &shown.text[at + 1..]) {
                found.push(subject.at(&range, catalogue::break_in_sentence()));
            }
        }
    }
}

fn is_inside(before: &str, after: &str) -> bool {
    let line = after.split(BREAK).next().unwrap_or_default().trim_start();
    let (before, after) = (before.trim_end(), after.trim_start());
    let Some((last, first)) = before.chars().next_back().zip(after.chars().next()) else { return false };
    let goes_on = last == '、' || is_hiragana(last) || is_hiragana(first);
    // A line that starts with a mark is an entry of a list.
    let starts_anew = line.starts_with(['・', '※', '（', '(', '「', '『', '①', '-']) || last == '。';
    goes_on && !starts_anew
}

/// The bytes of the file at which the breaks of a running text stand.
fn breaks<'a>(subject: &'a Subject<'_>, shown: &'a Shown<'_>) -> impl Iterator<Item = Range<usize>> + 'a {
    let text = subject.source(&shown.range);
    let range = |at: usize, mark: &str| match mark {
        "<" => {
            let tag = text.get(at..at + 3).filter(|tag| tag.eq_ignore_ascii_case("<br"))?;
            Some(at..at + text[at..].find('>').map_or(tag.len(), |end| end + 1))
        }
        _ if text[..at].ends_with('\\') => Some(at - 1..at),
        _ => text[..at].ends_with("  ").then(|| text[..at].trim_end_matches(' ').len()..at),
    };
    let found = text.match_indices(['\n', '<']).filter_map(move |(at, mark)| range(at, mark));
    found.map(|range| shown.range.start + range.start..shown.range.start + range.end)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn a_break_inside_a_sentence_is_reported() {
        for (text, expected) in [
            ("施策の目標と\\\n市の目標を意識すること。\n", &["r8/a.md:6 break-in-sentence"][..]),
            ("施策の目標と  \n市の目標を意識すること。\n", &["r8/a.md:6 break-in-sentence"]),
            ("施策の目標、  \n市の目標を意識すること。\n", &["r8/a.md:6 break-in-sentence"]),
            ("施策の目標  \nを意識すること。\n", &["r8/a.md:6 break-in-sentence"]),
            ("施策の目標と<br>目標を意識すること。\n", &["r8/a.md:6 break-in-sentence"]),
            // Not reported.
            ("施策の目標と\n目標を意識すること。\n", &[]),
            ("〒185-8501  \n国分寺市泉町  \n電話 042-000-0000\n", &[]),
            ("歴史をつなぎ  \n未来をひらく  \n個性がひかり輝くまち\n", &[]),
            ("次のとおりとする。  \n取組を進めること。\n", &[]),
            ("目標は次のとおり  \n・取組を進めること。\n", &[]),
            ("お問い合わせ先  \n政策経営部に御連絡ください。\n", &[]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &file("", text))]), expected, "{text}");
        }
    }
}
