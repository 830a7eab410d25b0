//! Splits a post into sentences and lines.

use std::ops::Range;

use crate::snippet::faithfulness::folded::Folded;
use crate::snippet::faithfulness::source::SourceClause;

/// The most lines over which a sentence is still recognised as verbatim.
const MOST_LINES: usize = 24;

/// The sentences of a text, each as its lines (in bytes). A heading without a full stop is the first line of the sentence below it.
pub(super) fn sentences(body: &str) -> Vec<Vec<Range<usize>>> {
    let (mut found, mut lines) = (Vec::new(), Vec::new());
    let (mut start, mut depth) = (0, 0_usize);
    for (at, c) in body.char_indices() {
        let end = at + c.len_utf8();
        match c {
            '「' | '『' | '（' | '(' | '【' => depth += 1,
            '」' | '』' | '）' | ')' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if c == '\n' {
            lines.extend(line(body, start..at));
            start = end;
        } else if depth == 0 && matches!(c, '。' | '！' | '？' | '!' | '?') {
            lines.extend(line(body, start..end));
            found.push(std::mem::take(&mut lines));
            start = end;
            depth = 0;
        }
    }
    lines.extend(line(body, start..body.len()));
    found.push(lines);
    found
}

/// The line without surrounding spaces and list signs; `None` if nothing is left.
fn line(body: &str, range: Range<usize>) -> Option<Range<usize>> {
    let text = &body[range.clone()];
    let signs =
        |c: char| c.is_whitespace() || matches!(c, '・' | '●' | '■' | '◆' | '○' | '◇' | '★' | '☆' | '✅' | '-' | '※');
    let start = range.start + text.len() - text.trim_start_matches(signs).len();
    let end = range.end - (text.len() - text.trim_end().len());
    (start < end).then_some(start..end)
}

/// The first line from which a sentence is word for word one of the clause.
pub(super) fn verbatim_from(lines: &[Folded], source: &SourceClause<'_>) -> Option<usize> {
    let first = lines.len().saturating_sub(MOST_LINES);
    (first..lines.len()).find(|line| match &lines[*line..] {
        [only] => source.says(&only.chars),
        several => source.says(&several.iter().flat_map(|line| &line.chars).copied().collect::<Vec<char>>()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_outside_quotations() {
        let body = "見出し\n・一つ目。「二。つ」目！\n三つ目";
        let found: Vec<Vec<&str>> =
            sentences(body).iter().map(|lines| lines.iter().map(|line| &body[line.clone()]).collect()).collect();
        assert_eq!(found, [vec!["見出し", "一つ目。"], vec!["「二。つ」目！"], vec!["三つ目"]]);
    }
}
