//! Captions of articles, which stand above the articles they belong to.

use super::series::candidate;
use crate::markdown::line_break::SourceLine;
use crate::markdown::node::MarkdownNode;
use crate::policy::{LabelKind, plain_text};

/// Tells if lines are a caption: the subject of an article in brackets above it, 「（定義）」.
pub(super) fn is_caption(lines: &[SourceLine]) -> bool {
    let [line] = lines else { return false };
    let text = plain_text(&line.text);
    let inside = text.trim().strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
    inside.is_some_and(|inside| !inside.contains(['（', '(', '）', ')']))
}

/// Tells if a paragraph is an article: 「第2条　…」.
pub(super) fn starts_article(node: &MarkdownNode) -> bool {
    let MarkdownNode::Paragraph { lines } = node else { return false };
    let found = lines.first().and_then(|line| candidate(&line.text));
    found.is_some_and(|found| found.label.kind == LabelKind::Article)
}
