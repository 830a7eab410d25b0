//! Captions of articles, which stand above what they belong to.

use super::super::line_break::Line;
use super::super::node::Node;
use super::series::candidate;
use crate::policy::{LabelKind, plain_text};

/// 「（定義）」: what an article is about, in brackets above it.
pub(super) fn is_caption(lines: &[Line]) -> bool {
    let [line] = lines else { return false };
    let text = plain_text(&line.text);
    let inside = text.trim().strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
    inside.is_some_and(|inside| !inside.contains(['（', '(', '）', ')']))
}

/// Whether a paragraph is an article: 「第2条　…」.
pub(super) fn starts_article(node: &Node) -> bool {
    let Node::Paragraph { lines } = node else { return false };
    let found = lines.first().and_then(|line| candidate(&line.text));
    found.is_some_and(|found| found.label.kind == LabelKind::Article)
}
