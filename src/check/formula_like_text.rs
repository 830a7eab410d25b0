//! Clauses whose text a spreadsheet takes for a formula. `source` reports the values of YAML that go into tables.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Content, formula_start, plain_text};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    subject.document.body.each_clause(|clause| {
        // `site` writes the cells of a row into the data one after the other.
        let text = match &clause.content {
            Content::Text(text) => plain_text(text),
            Content::Cells(cells) => cells.first().map(|cell| plain_text(cell)).unwrap_or_default(),
        };
        if let Some(start) = formula_start(&text) {
            let finding = catalogue::formula_like_text(&catalogue::text_of_clause(), start);
            found.push(subject.at(&clause.range, finding));
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file, lint_text};

    #[test]
    fn a_text_with_the_sign_of_a_formula_is_reported() {
        for (text, found) in [("=1+1", true), ("＠の記号", true), ("\t+1", true), ("1=1", false), ("本文", false)]
        {
            assert_eq!(lint_text(super::check, text).len(), usize::from(found), "{text}");
        }
    }

    #[test]
    fn a_sign_is_found_in_rows_and_under_emphasis() {
        for (text, expected) in [
            ("| 名 | 値 |\n|---|---|\n| =1+1 | 2 |\n", &["r8/a.md:9 formula-like-text"][..]),
            ("**=1**+1\n", &["r8/a.md:7 formula-like-text"]),
            ("| 名 | 値 |\n|---|---|\n| 差 | =1+1 |\n", &[]),
        ] {
            let found = check_site(&[("r8/a.md", &file("status: published\n", text))]);
            let found: Vec<&String> = found.iter().filter(|one| one.ends_with("formula-like-text")).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
