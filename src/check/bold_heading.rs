//! Paragraphs in bold that serve as headings.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Block, Clause, ClauseKind, Inline, plain_text};

/// Longer paragraphs are sentences. In characters.
const LONGEST: usize = 40;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    in_blocks(subject, &subject.document.body.blocks, found);
}

fn in_blocks(subject: &Subject<'_>, blocks: &[Block], found: &mut Diagnostics) {
    for (at, block) in blocks.iter().enumerate() {
        if let Block::Clause(clause) = block
            && stands_above(clause, blocks.get(at + 1))
            && let Some(text) = heading_like(clause)
        {
            found.push(subject.at(&clause.range, catalogue::bold_heading(&text)));
        }
        in_blocks(subject, block.own_children(), found);
    }
}

/// Whether a text or a table follows for which it could be the heading.
fn stands_above(clause: &Clause, next: Option<&Block>) -> bool {
    let has_text_below = match next {
        Some(Block::Clause(next)) => !matches!(next.kind, ClauseKind::Section { .. }),
        Some(Block::Table(_)) => true,
        _ => false,
    };
    has_text_below || !clause.children.is_empty()
}

/// The text of a paragraph that is all bold and reads like a heading: short, no sentence, no quotation.
fn heading_like(clause: &Clause) -> Option<String> {
    let is_unlabelled = clause.kind == ClauseKind::Paragraph && clause.label.is_none();
    let bold = match clause.text() {
        [Inline::Strong(inner)] if is_unlabelled => inner,
        _ => return None,
    };
    let text = plain_text(bold);
    let is_sentence = text.ends_with(['。', '．', '、', '！', '？', '!', '?', '：', ':']);
    let is_quotation = text.starts_with(['「', '『', '※', '（', '(']);
    let is_slogan = text.contains([' ', '\u{3000}']) && !text.starts_with(|c: char| c.is_numeric());
    let fits = text.chars().count() <= LONGEST && !bold.contains(&Inline::LineBreak);
    (fits && !is_sentence && !is_quotation && !is_slogan && !is_caption(&text)).then_some(text)
}

/// 「表1 …」「図１ …」: the name of a table or a picture.
fn is_caption(text: &str) -> bool {
    let rest = text.strip_prefix(['表', '図']);
    rest.is_some_and(|rest| rest.trim_start().starts_with(char::is_numeric))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn a_bold_paragraph_above_a_text_is_a_heading() {
        for (text, expected) in [
            ("**施政方針の具現化**\n\n本文\n", &["r8/a.md:6 bold-heading"][..]),
            ("**1 施政方針の具現化**\n\n・項目\n", &["r8/a.md:6 bold-heading"]),
            ("## 1 甲\n\n**背景**\n\n本文\n", &["r8/a.md:8 bold-heading"]),
            // Not reported.
            ("本文\n\n**以上**\n", &[]),
            ("**注意**：締切を守る。\n\n本文\n", &[]),
            ("**個人情報の保護を徹底すること。**\n\n本文\n", &[]),
            ("**「すべての人が主役」**\n\n本文\n", &[]),
            ("**歴史をつなぎ 未来をひらく 個性がひかり輝くまち**\n\n本文\n", &[]),
            ("(1) **背景**\n\n本文\n", &[]),
            ("- **背景**\n\n本文\n", &[]),
            ("*背景*\n\n本文\n", &[]),
            ("> **背景**\n>\n> 本文\n", &[]),
            ("**背景**\n\n## 1 甲\n\n本文\n", &[]),
            ("**表1 目標**\n\n| 番号 | 目標 |\n|---|---|\n| 1 | 甲 |\n", &[]),
            ("## **施政方針**\n\n本文\n", &[]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &file("", text))]), expected, "{text}");
        }
    }
}
