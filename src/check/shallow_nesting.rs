//! Items that are indented, and not far enough to stand below the item above.
//!
//! In Markdown an item below another starts at that item's text (CommonMark 0.31, 5.2): two spaces under `- `, three under `1. `. With
//! fewer it is a neighbour. Reported where the tree shows that it is one, once in a list.

use std::collections::BTreeMap;

use super::Subject;
use super::typed_lines::{TypedLine, runs};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::Position;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    if !subject.document.source.text.contains("\n ") {
        return;
    }
    let mut positions = None;
    for run in
        runs(subject, |line| line.text.is_empty() || line.text.starts_with([' ', '\t']) || marker(line).is_some())
    {
        let mut above: Option<Marker> = None;
        for line in &run {
            let Some(item) = marker(line) else { continue };
            if let Some(above) = above
                && (above.indent + 1..above.text).contains(&item.indent)
            {
                let positions = positions.get_or_insert_with(|| positions_by_line(subject));
                if !is_below(positions, above.start, item.start) {
                    found.push(subject.at(&line.range, catalogue::shallow_nesting(item.indent, above.text)));
                    break;
                }
            }
            above = Some(item);
        }
    }
}

/// The mark of a list item: `-`, `1.`.
#[derive(Clone, Copy)]
struct Marker {
    /// The byte where the line starts.
    start: usize,
    /// Columns before the mark.
    indent: usize,
    /// The column where the text starts.
    text: usize,
}

fn marker(line: &TypedLine<'_>) -> Option<Marker> {
    let typed = line.text.trim_start_matches(' ');
    let indent = line.text.len() - typed.len();
    let digits = typed.trim_start_matches(|c: char| c.is_ascii_digit());
    let mark = match typed.len() - digits.len() {
        0 if typed.starts_with(['-', '*', '+']) => 1,
        length @ 1..=9 if digits.starts_with(['.', ')']) => length + 1,
        _ => return None,
    };
    let rest = &typed[mark..];
    let text = rest.trim_start_matches(' ');
    (text.len() < rest.len() && !text.is_empty()).then_some(Marker {
        start: line.range.start,
        indent,
        text: indent + mark + rest.len() - text.len(),
    })
}

/// The positions of the clauses by the byte where their line starts.
fn positions_by_line<'a>(subject: &Subject<'a>) -> BTreeMap<usize, &'a Position> {
    let text = &subject.document.source.text;
    let mut positions = BTreeMap::new();
    subject.document.body.each_clause(|clause| {
        let line = text.get(..clause.range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        positions.entry(line).or_insert(&clause.position);
    });
    positions
}

/// Whether the clause of one line stands below that of another. Lines without clauses are not judged.
fn is_below(positions: &BTreeMap<usize, &Position>, above: usize, below: usize) -> bool {
    let (Some(above), Some(below)) = (positions.get(&above), positions.get(&below)) else { return true };
    below.as_str().strip_prefix(above.as_str()).is_some_and(|rest| rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn an_item_that_is_indented_too_little_is_reported_once() {
        let found = |text: &str| -> Vec<String> {
            let found = check_site(&[("r8/a.md", &file("", text))]);
            found.into_iter().filter(|found| found.ends_with("shallow-nesting")).collect()
        };
        for (text, expected) in [
            ("- 甲\n - 乙\n - 丙\n- 丁\n", &["r8/a.md:7 shallow-nesting"][..]),
            ("10. 甲\n   11. 乙\n", &["r8/a.md:7 shallow-nesting"]),
            // Not reported.
            ("- 甲\n  - 乙\n- 丙\n", &[]),
            ("1. 甲\n   1. 乙\n", &[]),
            ("- 甲\n- 乙\n\n - 丙は別の並び\n", &["r8/a.md:9 shallow-nesting"]),
            ("本文\n\n - 甲\n - 乙\n", &[]),
            ("(1) 甲\n  - 乙\n  - 丙\n", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
