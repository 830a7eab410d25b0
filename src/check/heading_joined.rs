//! Numbered lines that may be a heading, joined with the text in the line below.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::markdown::{HeadingLine, LINES_BELOW, heading_line};
use crate::policy::{Clause, ClauseKind};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    subject.document.body.each_clause(|clause| {
        let source = subject.source(&clause.range);
        if let Some(title) = joined_heading(clause, source) {
            let first = source.lines().next().map_or(0, str::len);
            let range = clause.range.start..clause.range.start + first;
            found.push(subject.at(&range, catalogue::heading_joined(&title)));
        }
    });
}

/// The first line of a clause without its number, if it may be a heading.
fn joined_heading(clause: &Clause, source: &str) -> Option<String> {
    let label = clause.label.as_ref().filter(|_| clause.kind == ClauseKind::Item)?;
    let (first, below) = source.split_once('\n')?;
    // The author has asked for a break.
    if first.ends_with("  ") || first.ends_with('\\') {
        return None;
    }
    let line = first.replace("**", "");
    let line = if label.printed.is_empty() { line.trim_start_matches(['-', '*', '+', ' ']) } else { line.trim_start() };
    let title = line.strip_prefix(label.mark()).unwrap_or(line).trim();
    let below: Vec<&str> = below.lines().take(LINES_BELOW).collect();
    let is_doubtful = heading_line(line, title, &below) == Some(HeadingLine::Doubtful);
    is_doubtful.then(|| title.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn a_line_that_may_be_a_heading_is_told() {
        for (text, expected) in [
            // Short lines, and no sentence below.
            ("(1) 開催の場所\n市役所3階の会議室\n", 1),
            ("- 日時\n  令和8年4月1日\n", 1),
            // As long as a line of a wrapped text.
            ("(1) 国及び県との連携による広域的な防災体制\n整備の推進を図る。\n", 1),
            // Hiragana may begin a sentence or go on with one.
            ("(1) 計画の期間\nおよそ5年とする。\n", 1),
            // The lines are two clauses already.
            ("(1) 計画の期間\n令和8年度から5年とする。\n", 0),
            ("(1) 計画の期間\n\nおよそ5年とする。\n", 0),
            // Wrapped text.
            ("(1) 市は、保健及び医療の連携\nを図る。\n", 0),
            ("(1) 市民の安全を守り、快適な暮らしを支えるための公共施設の総合的な管理\n計画の策定を進める。\n", 0),
            // The author has asked for a break.
            ("(1) 開催の場所  \n市役所3階の会議室\n", 0),
            ("計画の期間\n令和8年度\n", 0),
        ] {
            let found = check_site(&[("r8/a.md", &file("", text))]);
            assert_eq!(found.iter().filter(|code| code.ends_with("heading-joined")).count(), expected, "{text}");
        }
    }
}
