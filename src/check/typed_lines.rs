//! The lines of a document's text as they stand in the file, without front matter and fenced blocks.
//!
//! For what Markdown does not see: rows of a table that is none, columns kept apart by tabs.

use std::ops::Range;

use super::Subject;

/// A line as typed, without its line end.
pub(super) struct TypedLine<'a> {
    pub(super) text: &'a str,
    /// Bytes of the document's file.
    pub(super) range: Range<usize>,
}

/// Runs of lines for which `is_wanted` is true, one directly below the other.
pub(super) fn runs<'a>(
    subject: &'a Subject<'_>,
    is_wanted: impl Fn(&TypedLine<'a>) -> bool,
) -> Vec<Vec<TypedLine<'a>>> {
    let mut runs: Vec<Vec<TypedLine<'a>>> = vec![Vec::new()];
    for line in lines(&subject.document.source.text) {
        if is_wanted(&line) {
            runs.last_mut().into_iter().for_each(|run| run.push(TypedLine { range: line.range.clone(), ..line }));
        } else if runs.last().is_some_and(|run| !run.is_empty()) {
            runs.push(Vec::new());
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// The lines of a text; those of fenced blocks are empty.
fn lines(text: &str) -> impl Iterator<Item = TypedLine<'_>> {
    let mut at = front_matter(text).map_or(0, |front| front.end);
    let mut fence = None;
    text[at..].split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        let line = line.trim_end_matches(['\n', '\r']);
        let mark = fence_mark(line);
        let is_fenced = fence.is_some() || mark.is_some();
        match (fence, mark) {
            (None, mark) => fence = mark,
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        let text = if is_fenced { "" } else { line };
        TypedLine { text, range: start..start + line.len() }
    })
}

fn fence_mark(line: &str) -> Option<char> {
    let line = line.trim_start();
    ["```", "~~~"].iter().find(|mark| line.starts_with(**mark)).and_then(|mark| mark.chars().next())
}

/// The bytes of the front matter of a file.
pub(super) fn front_matter(text: &str) -> Option<Range<usize>> {
    let rest = text.strip_prefix("---\n")?;
    rest.find("\n---\n").map(|at| 0.."---\n".len() + at + "\n---\n".len())
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn front_matter_and_fenced_lines_are_left_out() {
        let text = "---\ntitle: 例\n---\n甲\n```\n乙\n```\n丙";
        let shown: Vec<_> = lines(text).map(|line| (line.text, &text[line.range])).collect();
        assert_eq!(shown, [("甲", "甲"), ("", "```"), ("", "乙"), ("", "```"), ("丙", "丙")]);
    }
}
