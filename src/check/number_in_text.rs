//! Text that looks like a numbered clause and is read as none: a paragraph that begins with a lone number, and a number behind the end of a
//! sentence.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Clause, ClauseKind, Inline, number_apart, plain_text};

/// Larger numbers are years and quantities.
const LARGEST: u32 = 99;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    subject.document.body.each_clause(|clause| {
        if let Some(number) = number_in(clause) {
            found.push(subject.at(&clause.range, catalogue::number_in_text(&number)));
        }
    });
}

/// The number as printed.
fn number_in(clause: &Clause) -> Option<String> {
    if matches!(clause.kind, ClauseKind::Section { .. } | ClauseKind::Row) {
        return None;
    }
    // A paragraph that is all bold is reported as a heading.
    if matches!(clause.text(), [Inline::Strong(_)]) {
        return None;
    }
    let text = plain_text(clause.text());
    if clause.kind == ClauseKind::Paragraph
        && let Some(number) = printed(text.trim_start())
    {
        return Some(number);
    }
    // Only a number set apart by a full-width space can hardly be a quantity.
    text.match_indices('。').find_map(|(at, end)| {
        let rest = text[at + end.len()..].trim_start();
        printed(rest).filter(|number| rest[number.len()..].starts_with('\u{3000}'))
    })
}

fn printed(text: &str) -> Option<String> {
    number_apart(text).filter(|number| *number <= LARGEST)?;
    Some(text.chars().take_while(|c| c.is_numeric()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::lint_text;

    #[test]
    fn a_number_that_is_no_clause_is_told() {
        for (text, expected) in [
            ("２　許可には、条件を付ける。", &["number-in-text"][..]),
            ("許可を要する。２　許可には、条件を付ける。", &["number-in-text"]),
            ("許可を要する。２件とする。", &[]),
            ("2050 年までに達成する。", &[]),
            ("３月から始める。", &[]),
            ("許可を要する。", &[]),
            ("**2 許可の条件**", &[]),
        ] {
            assert_eq!(lint_text(check, text), expected, "{text}");
        }
    }
}
