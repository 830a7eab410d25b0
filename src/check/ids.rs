//! Ids the author gave: their form, and that each stands for one clause.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Block, Footnote};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let body = &subject.document.body;
    let mut authored = Vec::new();
    body.each_clause(|clause| authored.extend(clause.authored_id.as_ref().map(|id| (id, clause))));
    if authored.is_empty() {
        return;
    }
    let notes: Vec<String> = body.footnotes.iter().map(|note| Footnote::fragment(note.number)).collect();
    let mut taken = BTreeMap::new();
    positions(&body.blocks, &mut taken);
    taken.extend(notes.iter().map(String::as_str).zip(body.footnotes.iter().map(|note| &note.range)));
    let mut seen: BTreeMap<&str, &Range<usize>> = BTreeMap::new();
    let mut lines = None;
    for (id, clause) in authored {
        if !is_good(&id.value) {
            found.push(subject.at(&id.range, catalogue::bad_clause_id(&id.value)));
        }
        let position = taken.get(&*id.value).filter(|_| *id.value != *clause.position);
        if let Some(other) = seen.get(&*id.value).or(position) {
            let lines = lines.get_or_insert_with(|| Lines::of(&subject.document.source.text));
            let (line, earlier) = (lines.line(id.range.start), lines.line(other.start));
            let finding = subject.at(&id.range, catalogue::duplicate_clause_id(&id.value, line, earlier));
            found.push(finding.with_related(subject.span(other), catalogue::first_of(&id.value)));
        }
        seen.entry(&id.value).or_insert(&id.range);
    }
}

/// Where the lines of a file end: looking for each line from the start would take a file with many findings too long.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The line of a byte, from 1.
    fn line(&self, at: usize) -> usize {
        self.0.partition_point(|end| *end < at) + 1
    }
}

/// `[a-z][a-z0-9-]*`
fn is_good(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Every position of a document and the bytes it stands for.
fn positions<'a>(blocks: &'a [Block], taken: &mut BTreeMap<&'a str, &'a Range<usize>>) {
    for block in blocks {
        match block {
            Block::Clause(clause) => {
                taken.insert(&clause.position, &clause.range);
                positions(&clause.children, taken);
            }
            Block::Frame(frame) => {
                taken.insert(&frame.position, &frame.range);
                positions(&frame.blocks, taken);
            }
            Block::Table(table) => {
                taken.insert(&table.position, &table.range);
                taken.extend(table.rows.iter().map(|row| (&*row.position, &row.range)));
            }
            Block::Quote(blocks) => positions(blocks, taken),
            Block::Preformatted { .. } | Block::Rule => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_good;
    use crate::check::testing::{check_site, file};

    #[test]
    fn an_id_stands_for_one_clause() {
        for (text, expected) in [
            ("## 1 甲 {#a}\n\n## 2 乙 {#b}\n", &[][..]),
            ("## 1 甲 {#s1}\n\n## 2 乙\n", &[]),
            ("## 1 甲 {#a}\n\n## 2 乙 {#a}\n", &["r8/a.md:8 duplicate-clause-id"]),
            ("## 1 甲 {#s2}\n\n## 2 乙\n", &["r8/a.md:6 duplicate-clause-id"]),
            ("## 1 甲[^n] {#fn1}\n\n[^n]: 注\n", &["r8/a.md:6 duplicate-clause-id"]),
            ("## 1 甲 {#甲}\n", &["r8/a.md:6 bad-clause-id"]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &file("", text))]), expected, "{text}");
        }
    }

    #[test]
    fn the_grammar_of_ids() {
        for (id, expected) in [
            ("line-toroku", true),
            ("a", true),
            ("s5-1", true),
            ("", false),
            ("5a", false),
            ("-a", false),
            ("Line", false),
            ("line_toroku", false),
            ("登録", false),
            ("ａ", false),
        ] {
            assert_eq!(is_good(id), expected, "{id}");
        }
    }
}
