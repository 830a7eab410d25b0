//! Ids the author gave: their form, and that each stands for one clause.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Subject;
use crate::diagnostic::{Diagnostics, Located, catalogue};
use crate::policy::Block;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let body = &subject.document.body;
    let mut authored = Vec::new();
    body.each_clause(|clause| authored.extend(clause.authored_id.as_ref().map(|id| (id, clause))));
    if authored.is_empty() {
        return;
    }
    let notes: Vec<String> = body.footnotes.iter().map(|note| format!("fn{}", note.number)).collect();
    let mut taken = BTreeMap::new();
    positions(&body.blocks, &mut taken);
    taken.extend(notes.iter().map(String::as_str).zip(body.footnotes.iter().map(|note| &note.range)));
    let mut seen: BTreeMap<&str, &Range<usize>> = BTreeMap::new();
    for (id, clause) in authored {
        if !is_good(&id.value) {
            found.push(subject.at(&id.range, catalogue::bad_clause_id(&id.value)));
        }
        let position = taken.get(&*id.value).filter(|_| *id.value != *clause.position);
        if let Some(other) = seen.get(&*id.value).or(position) {
            report(subject, id, other, found);
        }
        seen.entry(&id.value).or_insert(&id.range);
    }
}

fn report(subject: &Subject<'_>, id: &Located<Box<str>>, other: &Range<usize>, found: &mut Diagnostics) {
    let line = |range: &Range<usize>| subject.document.source.line_column(range.start).line;
    let finding = catalogue::duplicate_clause_id(&id.value, line(&id.range), line(other));
    found.push(subject.at(&id.range, finding).with_related(subject.span(other), catalogue::note_first(&id.value)));
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
