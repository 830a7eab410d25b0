//! A clause whose text, put into a cell of a table, is taken for a formula.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::plain_text;

/// What spreadsheets start to calculate at, in either width (OWASP, "CSV injection").
const STARTS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    subject.document.body.each_clause(|clause| {
        let start = plain_start(clause.text());
        if let Some(start) = start.filter(|start| STARTS.contains(start)) {
            found.push(subject.at(&clause.range, catalogue::formula_like_text(&start.to_string())));
        }
    });
}

fn plain_start(text: &[crate::policy::Inline]) -> Option<char> {
    let first = text.first()?;
    plain_text(std::slice::from_ref(first)).trim_start().chars().next()
}

#[cfg(test)]
mod tests {
    use crate::check::testing::lint_text;

    #[test]
    fn signs_that_spreadsheets_calculate_at() {
        for (text, found) in [("=1+1", true), ("＠の記号", true), ("1=1", false), ("本文", false)] {
            assert_eq!(lint_text(super::check, text).len(), usize::from(found), "{text}");
        }
    }
}
