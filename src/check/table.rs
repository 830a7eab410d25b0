//! Tables without headers or without a caption.

use std::ops::Range;

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Block, Frame, FrameKind, Table, plain_text};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    in_blocks(subject, None, &subject.document.body.blocks, found);
}

/// `annex` contains these blocks: its line 「別表第1　…」 is the caption of a table directly below.
fn in_blocks(subject: &Subject<'_>, annex: Option<&Frame>, blocks: &[Block], found: &mut Diagnostics) {
    let captions = Table::captions(blocks);
    for (at, block) in blocks.iter().enumerate() {
        if let Block::Table(table) = block {
            header(subject, table, found);
            let is_annexed = at == 0 && annex.is_some_and(|frame| frame.kind == FrameKind::Annex);
            if !is_annexed && !captions.contains_key(&at) {
                found.push(subject.at(&first_line(subject, table), catalogue::table_caption()));
            }
        }
        let annex = if let Block::Frame(frame) = block { Some(frame) } else { None };
        in_blocks(subject, annex, block.children(), found);
    }
}

/// Every column needs a header but the first: the corner of a table may be empty.
fn header(subject: &Subject<'_>, table: &Table, found: &mut Diagnostics) {
    let mut empty = table.header.iter().map(|cell| plain_text(cell).trim().is_empty());
    let first = empty.next().unwrap_or(true);
    let Some(column) =
        empty.position(|is_empty| is_empty).map(|at| at + 2).or((first && table.header.len() <= 1).then_some(1))
    else {
        return;
    };
    found.push(subject.at(&first_line(subject, table), catalogue::table_header(column)));
}

fn first_line(subject: &Subject<'_>, table: &Table) -> Range<usize> {
    let text = subject.source(&table.range);
    let line = text.split('\n').next().unwrap_or_default();
    table.range.start..table.range.start + line.trim_end().len()
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    const ROWS: &str = "|---|---|\n| 1 | 甲 |\n";

    #[test]
    fn a_column_needs_a_header() {
        for (header, expected) in [
            ("| 番号 | 目標 |", &[][..]),
            ("|  | 目標 |", &[]),
            ("| 番号 |  |", &["r8/a.md:8 table-header"]),
            ("|  |  |", &["r8/a.md:8 table-header"]),
            ("| 番号 | **目標** |", &[]),
        ] {
            let text = file("", &format!("表1 目標\n\n{header}\n{ROWS}"));
            assert_eq!(check_site(&[("r8/a.md", &text)]), expected, "{header}");
        }
    }

    #[test]
    fn a_table_needs_a_caption() {
        for (before, expected) in [
            ("表1 目標と期限\n\n", &[][..]),
            ("表１　目標と期限\n\n", &[]),
            ("**表1-2 目標**\n\n", &[]),
            ("## 1 甲\n\n表 施策の一覧\n\n", &[]),
            ("## 1 甲\n\n(1) 目標は次の表のとおり。\n\n表1 目標\n\n", &[]),
            ("別表第1　目標\n\n", &[]),
            ("", &["r8/a.md:6 table-caption"]),
            ("| 甲 |\n|---|\n| 乙 |\n\n表1 甲\n\n", &["r8/a.md:6 table-caption"]),
            ("## 1 目標\n\n", &["r8/a.md:8 table-caption"]),
            ("目標は次の表のとおり。\n\n", &["r8/a.md:8 table-caption"]),
            ("表彰の対象\n\n", &["r8/a.md:8 table-caption"]),
            ("表1のとおり進める。\n\n", &["r8/a.md:8 table-caption"]),
            ("## 別表第1　目標\n\n", &[]),
            ("## 別表第1　目標\n\n本文\n\n", &["r8/a.md:10 table-caption"]),
        ] {
            let text = file("", &format!("{before}| 番号 | 目標 |\n{ROWS}"));
            assert_eq!(check_site(&[("r8/a.md", &text)]), expected, "{before}");
        }
    }
}
