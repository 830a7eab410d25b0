//! Captions of articles, which stand above the articles they belong to.

use super::legal_rank::in_provision;
use super::open::OpenBlock;
use super::series::{candidate, candidate_in};
use crate::diagnostic::Located;
use crate::markdown::node::MarkdownNode;
use crate::markdown::numbering::LineKind;
use crate::policy::{Inline, LabelKind, plain_text};

/// Tells if a line is the subject of an article in brackets: 「（定義）」.
pub(super) fn is_caption_line(line: &str) -> bool {
    let inside = line.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
    inside.is_some_and(has_paired_brackets) && candidate(&[Inline::Text(line.into())]).is_none()
}

/// Brackets may stand inside, but none may end before the last: 「（一）及び（二）」 is no caption.
fn has_paired_brackets(inside: &str) -> bool {
    let mut depth = 0_u32;
    for c in inside.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' if depth == 0 => return false,
            '）' | ')' => depth -= 1,
            _ => {}
        }
    }
    depth == 0 && !inside.is_empty()
}

/// The caption that a paragraph is, if what follows is an article, or in supplementary provisions a numbered paragraph.
pub(super) fn caption(
    node: &MarkdownNode,
    next: Option<&MarkdownNode>,
    open: &[OpenBlock],
) -> Option<Box<Located<Vec<Inline>>>> {
    let MarkdownNode::Paragraph { lines } = node else { return None };
    let [line] = &lines[..] else { return None };
    if !is_caption_line(plain_text(&line.text).trim()) {
        return None;
    }
    let label = match next? {
        MarkdownNode::Paragraph { lines } => candidate(&lines.first()?.text)?.label,
        MarkdownNode::Heading { text, .. } => candidate_in(text, LineKind::Heading)?.label,
        _ => return None,
    };
    let in_articles = || open.iter().any(|open| open.kind() == Some(LabelKind::Article));
    let is_paragraph = || label.kind == LabelKind::Number && in_provision(open) && !in_articles();
    let has_caption = label.kind == LabelKind::Article || is_paragraph();
    has_caption.then(|| Box::new(Located::new(line.text.clone(), line.range.clone())))
}
