//! The caption of a table.

use std::collections::BTreeMap;

use super::{Block, Clause, ClauseKind, Table, plain_text};
use crate::japanese::is_kanji_numeral;

/// The paragraph that is the caption of a table. It stays a clause with an address of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TableCaption<'a> {
    /// The paragraph.
    pub clause: &'a Clause,
    /// Its number among the blocks.
    pub at: usize,
    /// Where it stands.
    pub side: CaptionSide,
}

/// The side of a table on which its caption stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaptionSide {
    /// Above.
    Above,
    /// Below.
    Below,
}

impl Table {
    /// The captions of the tables among blocks, by the number of the table's block.
    ///
    /// A caption is the paragraph right above a table that says so: 「表1 目標と期限」, `Table 1 Targets`. Where tables and such paragraphs take
    /// turns, beginning with a table and ending with a paragraph, the captions stand below.
    #[must_use]
    pub fn captions(blocks: &[Block]) -> BTreeMap<usize, TableCaption<'_>> {
        let mut captions = BTreeMap::new();
        let mut at = 0;
        while at < blocks.len() {
            let start = at;
            let mut parts = Vec::new();
            while let Some(part) = blocks.get(at).and_then(|block| Part::of(block, blocks.get(at + 1)))
                && parts.last().is_none_or(|last: &Part<'_>| last.is_table() != part.is_table())
            {
                parts.push(part);
                at += 1;
            }
            let below = parts.first().is_some_and(Part::is_table) && parts.last().is_some_and(|part| !part.is_table());
            for (index, part) in parts.iter().enumerate() {
                let Part::Caption(clause) = part else { continue };
                let side = if below { CaptionSide::Below } else { CaptionSide::Above };
                let table =
                    if below { index.checked_sub(1) } else { Some(index + 1).filter(|next| *next < parts.len()) };
                if let Some(table) = table {
                    captions.insert(start + table, TableCaption { clause, at: start + index, side });
                }
            }
            at = at.max(start + 1);
        }
        captions
    }
}

/// A table or a paragraph that may be the caption of one.
enum Part<'a> {
    Table,
    Caption(&'a Clause),
}

impl<'a> Part<'a> {
    /// Of a table whose author marked the paragraph above it as its caption (`next`), that paragraph may say anything.
    fn of(block: &'a Block, next: Option<&Block>) -> Option<Self> {
        let is_marked = matches!(next, Some(Block::Table(table)) if table.layout.is_captioned);
        match block {
            Block::Table(_) => Some(Self::Table),
            Block::Clause(clause) if clause.kind == ClauseKind::Paragraph => {
                (is_marked || is_caption(&plain_text(clause.text()))).then_some(Self::Caption(clause))
            }
            _ => None,
        }
    }

    fn is_table(&self) -> bool {
        matches!(self, Self::Table)
    }
}

/// Tells if a paragraph starts like a caption and is no sentence: `表`, `別表` or `Table`, a number or none, a space, a name.
fn is_caption(text: &str) -> bool {
    let text = text.trim();
    let Some(rest) = ["表", "別表", "Table"].iter().find_map(|word| text.strip_prefix(word)) else { return false };
    let name = rest.trim_start_matches(|c: char| {
        c.is_numeric() || is_kanji_numeral(c) || matches!(c, '-' | '－' | '‐' | '.' | '．' | 'の' | '第' | '号')
    });
    let is_parted = name.starts_with([' ', '\u{3000}', '：', ':', '（', '(', '「']);
    is_parted && name.chars().any(char::is_alphanumeric) && !text.ends_with('。')
}

#[cfg(test)]
mod tests {
    use super::is_caption;

    #[test]
    fn captions_are_told_from_sentences() {
        for (text, expected) in [
            ("表1 目標と期限", true),
            ("表１　目標と期限", true),
            ("表1-2：目標", true),
            ("表一　目標", true),
            ("表　施策の一覧", true),
            ("表1（令和8年度）", true),
            ("別表第1号　目標", true),
            ("Table 1. Targets", true),
            ("表1", false),
            ("表1のとおり進める", false),
            ("表1 のとおり進める。", false),
            ("表彰の対象", false),
            ("図1 推移", false),
        ] {
            assert_eq!(is_caption(text), expected, "{text}");
        }
    }
}
