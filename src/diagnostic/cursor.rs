//! Lines and columns of many findings, in one pass over each file.

use std::sync::Arc;

use super::{LineColumn, SourceFile, Span};

/// Finds lines and columns for offsets that mostly ascend, as those of sorted findings do. Each step counts from the
/// one before, so that ten thousand findings in a long file need only one pass over it.
#[derive(Default)]
pub(super) struct LineCursor<'a> {
    file: Option<&'a Arc<SourceFile>>,
    offset: usize,
    place: Option<LineColumn>,
}

/// Two cursors: one for the places of findings, one for their second places. Each sequence mostly ascends.
#[derive(Default)]
pub(super) struct LineCursors<'a> {
    /// For the places of findings.
    pub(super) own: LineCursor<'a>,
    /// For their second places.
    pub(super) related: LineCursor<'a>,
}

impl<'a> LineCursor<'a> {
    /// The line and column of a byte offset of `file`.
    pub(super) fn line_column(&mut self, file: &'a Arc<SourceFile>, offset: usize) -> LineColumn {
        let same_file = self.file.is_some_and(|known| Arc::ptr_eq(known, file));
        let place = match self.place {
            Some(known) if same_file && self.offset <= offset => advance(known, file, self.offset..offset),
            _ => file.line_column(offset),
        };
        (self.file, self.offset, self.place) = (Some(file), file.text.floor_char_boundary(offset), Some(place));
        place
    }

    /// The start and the end of a span. The next step continues from its start, since spans may overlap.
    pub(super) fn range(&mut self, span: &'a Span) -> (LineColumn, LineColumn) {
        let start = self.line_column(&span.file, span.range.start);
        (start, advance(start, &span.file, self.offset..span.range.end.max(self.offset)))
    }
}

fn advance(from: LineColumn, file: &SourceFile, range: std::ops::Range<usize>) -> LineColumn {
    let between = &file.text[range.start..file.text.floor_char_boundary(range.end)];
    match between.rfind('\n') {
        None => LineColumn { line: from.line, column: from.column + between.chars().count() },
        Some(at) => LineColumn {
            line: from.line + between.matches('\n').count(),
            column: between[at + 1..].chars().count() + 1,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_agree_with_counting_from_the_start() {
        let file = SourceFile::new("a", "一行目\n\nあいう\nabc");
        let other = SourceFile::new("b", "x\ny");
        let mut cursor = LineCursor::default();
        for offset in [0, 3, 4, 9, 10, 11, 14, 12, 20, 99, 0] {
            assert_eq!(cursor.line_column(&file, offset), file.line_column(offset), "{offset}");
        }
        assert_eq!(cursor.line_column(&other, 2), LineColumn { line: 2, column: 1 });
    }

    #[test]
    fn overlapping_spans_are_found_too() {
        let file = SourceFile::new("a", "一\n二三\n四");
        let spans = [(0, 14), (4, 7), (4, 99), (7, 3), (11, 14)].map(|(start, end)| Span::new(&file, start..end));
        let mut cursor = LineCursor::default();
        for span in &spans {
            let (start, end) = (span.range.start, span.range.end.max(span.range.start));
            assert_eq!(cursor.range(span), (file.line_column(start), file.line_column(end)), "{:?}", span.range);
        }
    }
}
