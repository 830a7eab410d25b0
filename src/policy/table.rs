//! The caption of a table.

use super::{Block, Clause, ClauseKind, Table, plain_text};
use crate::japanese::is_kanji_numeral;

impl Table {
    /// The caption of a table: the paragraph right above it (`before`), if it is one: 「表1 目標と期限」, `Table 1 Targets`. It
    /// stays a clause with an address of its own.
    #[must_use]
    pub fn caption(before: Option<&Block>) -> Option<&Clause> {
        match before {
            Some(Block::Clause(above)) if above.kind == ClauseKind::Paragraph => {
                is_caption(&plain_text(above.text())).then_some(above)
            }
            _ => None,
        }
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
