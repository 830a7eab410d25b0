//! The lines above the text: date, title, issuer.

use super::line_break::SourceLine;
use super::node::MarkdownNode;
use crate::diagnostic::Located;
use crate::japanese::squeezed;
use crate::policy::{Inline, Letterhead, WrittenDate, plain_text};

/// The lines to expect, from the front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterheadHints<'a> {
    /// The document's title.
    pub title: &'a str,
    /// The issuer as printed.
    pub issuer: Option<&'a str>,
}

/// Takes the letterhead off the front of a document: a date line, the title (a `#` heading or a line that says the
/// same), the issuer; each at most once, in any order, up to the first block that is none of them.
pub(super) fn take(nodes: &mut Vec<MarkdownNode>, hints: &LetterheadHints<'_>) -> Letterhead {
    let mut letterhead = Letterhead::default();
    let mut taken = 0;
    for node in nodes.iter() {
        let Some((text, range)) = single_line(node) else { break };
        let plain = plain_text(text);
        let is_heading = matches!(node, MarkdownNode::Heading { level: 1, .. });
        let slot = if letterhead.title.is_none() && (is_heading || is_same(&plain, hints.title)) {
            &mut letterhead.title
        } else if letterhead.date.is_none() && !is_heading && WrittenDate::parse(plain.trim()).is_ok() {
            &mut letterhead.date
        } else if letterhead.issuer.is_none() && hints.issuer.is_some_and(|issuer| is_same(&plain, issuer)) {
            &mut letterhead.issuer
        } else {
            break;
        };
        *slot = Some(Located::new(text.to_vec(), range));
        taken += 1;
    }
    nodes.drain(..taken);
    letterhead
}

/// The text of a title heading or of a paragraph of one line.
fn single_line(node: &MarkdownNode) -> Option<(&[Inline], std::ops::Range<usize>)> {
    match node {
        MarkdownNode::Heading { level: 1, text, range } => Some((text, range.clone())),
        MarkdownNode::Paragraph { lines } => match &lines[..] {
            [SourceLine { text, range, .. }] => Some((text, range.clone())),
            _ => None,
        },
        _ => None,
    }
}

/// Tells if two lines are the same but for spaces and widths: 井 澤 邦 夫 and 井澤邦夫.
fn is_same(a: &str, b: &str) -> bool {
    squeezed(a) == squeezed(b)
}
