//! Rows with `|` that are no table, because the line `|---|---|` is missing or has another number of columns (GFM 4.10).

use std::ops::Range;

use super::Subject;
use super::typed_lines::{TypedLine, runs};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::Block;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    if !subject.document.source.text.contains(['|', '｜']) {
        return;
    }
    let tables = tables(subject);
    for run in runs(subject, |line| columns(line.text) > 1) {
        let [first, .., last] = &*run else { continue };
        let rows = first.range.start..last.range.end;
        let before = tables.partition_point(|table| table.start < rows.end);
        let is_table = tables[..before].last().is_some_and(|table| table.end > rows.start);
        if !is_table {
            let columns = run.iter().find(|line| !is_rule(line)).map_or(2, |line| columns(line.text));
            let rule = format!("|{}", "---|".repeat(columns));
            found.push(subject.at(&first.range, catalogue::table_without_rule(&rule)));
        }
    }
}

/// The bytes of the tables, in their order.
fn tables(subject: &Subject<'_>) -> Vec<Range<usize>> {
    let mut tables = Vec::new();
    subject.document.body.each_block(|block| {
        if let Block::Table(table) = block {
            tables.push(table.range.clone());
        }
    });
    tables.sort_unstable_by_key(|table| table.start);
    tables
}

/// The columns of `| a | b |`, in either width, and of `a | b`; 0 if the line has no such form.
fn columns(line: &str) -> usize {
    let line = line.trim();
    match line.strip_prefix(['|', '｜']) {
        Some(row) if row.ends_with(['|', '｜']) => row.matches(['|', '｜']).count(),
        Some(_) => 0,
        None if line.contains(" | ") => line.matches(" | ").count() + 1,
        None => 0,
    }
}

fn is_rule(line: &TypedLine<'_>) -> bool {
    line.text.contains('-') && line.text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{check_site, file, lint_text};

    #[test]
    fn rows_that_are_no_table_are_reported() {
        for (text, expected) in [
            ("| 番号 | 目標 |\n| 1 | 甲 |\n", &["r8/a.md:6 table-without-rule"][..]),
            ("本文\n\n番号 | 目標\n1 | 甲\n", &["r8/a.md:8 table-without-rule"]),
            ("｜番号｜目標｜\n｜1｜甲｜\n", &["r8/a.md:6 table-without-rule"]),
            ("| 番号 | 目標 |\n|---|---|---|\n| 1 | 甲 |\n", &["r8/a.md:6 table-without-rule"]),
            // Not reported.
            ("表1 目標\n\n| 番号 | 目標 |\n|---|---|\n| 1 | 甲 |\n", &[]),
            ("表1 目標\n\n番号 | 目標\n--- | ---\n1 | 甲\n", &[]),
            ("強{靱|じん}なまち\n強{靱|じん}なまち\n", &[]),
            ("市役所 | 例市 のページ\n", &[]),
            ("```\n| 番号 | 目標 |\n| 1 | 甲 |\n```\n", &[]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &file("", text))]), expected, "{text}");
        }
    }

    #[test]
    fn rows_without_a_rule_are_found_in_any_text() {
        assert_eq!(lint_text(check, "| 1 | 2 |\n| 3 | 4 |"), ["table-without-rule"]);
    }
}
