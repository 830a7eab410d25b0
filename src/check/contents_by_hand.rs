//! A list of contents that was typed: under 「目次」, with dots and page numbers, or of links into the document itself.
//!
//! hoshin writes the contents of every document beside its text, with addresses that last. A typed list repeats them, names pages that
//! no screen has, and grows old.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::japanese::squeezed;
use crate::policy::{Block, Clause, ClauseKind, Inline, plain_text};

/// Titles of lists of contents, without spaces.
const TITLES: [&str; 5] = ["目次", "もくじ", "【目次】", "contents", "tableofcontents"];

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let mut entries = 0;
    let mut first = None;
    subject.document.body.each_block(|block| {
        let Block::Clause(clause) = block else { return };
        let is_title = clause.label.is_none() && is_title(clause);
        let is_entry = is_entry(clause);
        entries += usize::from(is_entry);
        if is_title || is_entry {
            first = first.take().or(Some((clause, is_title)));
        }
    });
    // One line with dots may be anything.
    if let Some((clause, is_title)) = first
        && (is_title || entries > 1)
    {
        found.push(subject.at(&clause.range, catalogue::contents_by_hand()));
    }
}

fn is_title(clause: &Clause) -> bool {
    let is_kind = matches!(clause.kind, ClauseKind::Section { .. } | ClauseKind::Paragraph);
    let text = plain_text(clause.text());
    // Longer texts are no such title.
    is_kind && text.len() < 60 && TITLES.contains(&squeezed(&text).to_lowercase().as_str())
}

/// Whether it is an entry: `1 施政方針……3`, or nothing but a link into the document.
fn is_entry(clause: &Clause) -> bool {
    if matches!(clause.kind, ClauseKind::Section { .. } | ClauseKind::Row) {
        return false;
    }
    match clause.text() {
        [Inline::Link(link)] => link.destination.starts_with('#'),
        text => has_leader(&plain_text(text)),
    }
}

/// Whether a line ends with dots and the number of a page.
fn has_leader(text: &str) -> bool {
    let page = text.trim_end().trim_end_matches(|c: char| c.is_numeric());
    let dots = page.trim_end().trim_end_matches(['…', '‥', '・', '.', '．', '･', ' ', '\u{3000}']);
    let leader = page[dots.len()..].chars().filter(|c| !c.is_whitespace());
    let width: usize = leader.map(|c| if c == '…' { 3 } else { 1 }).sum();
    page.len() < text.trim_end().len() && !dots.is_empty() && width >= 3
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn contents_typed_by_hand_are_reported() {
        for (text, expected) in [
            ("## 目次\n\n1 総則\n\n2 取組\n", &["r8/a.md:6 contents-by-hand"][..]),
            ("【目次】\n\n本文\n", &["r8/a.md:6 contents-by-hand"]),
            ("- [総則](#s1)\n- [取組](#s2)\n\n## 1 総則\n\n## 2 取組\n", &["r8/a.md:6 contents-by-hand"]),
            ("はじめに……1\n\n取組の方向……… 12\n", &["r8/a.md:6 contents-by-hand"]),
            ("はじめに ........ 1\n\n取組の方向・・・・・・・３\n", &["r8/a.md:6 contents-by-hand"]),
            // Not reported.
            ("目次を付けること。\n", &[]),
            ("- [総則](#s1)を読むこと。\n\n## 1 総則\n", &[]),
            ("対象は、次のとおり……\n\n例は 1.5 から 2.0 まで\n", &[]),
            ("残りの日数……3\n", &[]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &file("", text))]), expected, "{text}");
        }
    }
}
