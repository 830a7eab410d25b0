//! Rows whose columns are kept apart by tabs, as they come out of Excel and Word.
//!
//! On the page a tab is a space. A tab behind a number (`(1)⇥…`) is usual typing and is not reported.

use super::Subject;
use super::typed_lines::{TypedLine, runs};
use crate::diagnostic::{Diagnostics, catalogue};

/// Printed numbers are not longer, in characters.
const LONGEST_NUMBER: usize = 6;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    if !subject.document.source.text.contains('\t') {
        return;
    }
    for run in runs(subject, |line| tabs(line.text) > 0) {
        let [first, _, ..] = &*run else { continue };
        if run.iter().any(|line| tabs(line.text) > 1 || !starts_with_number(line)) {
            found.push(subject.at(&first.range, catalogue::tab_separated(tabs(first.text) + 1)));
        }
    }
}

/// The tabs inside a line.
fn tabs(line: &str) -> usize {
    line.trim().matches('\t').count()
}

fn starts_with_number(line: &TypedLine<'_>) -> bool {
    let first = line.text.trim().split('\t').next().unwrap_or_default().trim();
    let is_mark = |c: char| !c.is_alphabetic() || matches!(c, '第' | 'ア'..='ン' | 'a'..='z' | 'A'..='Z');
    first.chars().count() == 1 || first.chars().count() <= LONGEST_NUMBER && first.starts_with(is_mark)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::lint_text;

    #[test]
    fn rows_with_tabs_are_reported() {
        for (text, expected) in [
            ("番号\t目標\t期限\n1\t待機児童\t3月\n2\t空き家\t9月", 1),
            ("日時\t令和8年4月1日\n場所\t市役所", 1),
            // Not reported.
            ("(1)\t待機児童をなくす。\n(2)\t空き家を減らす。", 0),
            ("第1条\t目的を定める。\n第2条\t定義を定める。", 0),
            ("ア\t甲\nイ\t乙", 0),
            ("1\t甲", 0),
            ("\t甲\n\t乙", 0),
            ("日時\t令和8年4月1日", 0),
            ("```\n1\t2\t3\n4\t5\t6\n```", 0),
        ] {
            assert_eq!(lint_text(check, text).len(), expected, "{text}");
        }
    }
}
