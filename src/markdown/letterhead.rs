//! The lines above the text: number, date, addressee, title, issuer, remarks.

use std::ops::Range;
use std::sync::Arc;

use super::head_line;
use super::line_break::SourceLine;
use super::node::MarkdownNode;
use super::numbering::{LineKind, label_at};
use crate::diagnostic::{Diagnostics, Located, SourceFile, Span, catalogue};
use crate::japanese::squeezed;
use crate::policy::{Inline, Letterhead, LetterheadKind, LetterheadLine, plain_text};

/// The lines to expect, from the front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterheadHints<'a> {
    /// The document's title.
    pub title: &'a str,
    /// The issuer as printed.
    pub issuer: Option<&'a str>,
}

/// Longer paragraphs above a heading are text, and the heading is no title for standing below them. In characters.
const LONGEST_LINE: usize = 60;
/// No title has more lines.
const MOST_LINES: usize = 3;

/// Takes the letterhead off the front of a document: its title and the lines of known form around it, in any order, up to the
/// first block below the title that is none of them. What stands above the title and has no known form stays a clause and is
/// reported.
pub(super) fn take(
    nodes: &mut Vec<MarkdownNode>,
    hints: &LetterheadHints<'_>,
    file: &Arc<SourceFile>,
) -> (Letterhead, Diagnostics) {
    let mut taker = Taker { hints, file, letterhead: Letterhead::default(), found: Diagnostics::default() };
    let title = taker.title_at(nodes);
    let mut kept = Vec::new();
    let mut rest = std::mem::take(nodes).into_iter().enumerate();
    for (at, node) in rest.by_ref() {
        let is = if title.as_ref().is_some_and(|title| title.contains(&at)) { TitleBlock::Yes } else { TitleBlock::No };
        if taker.takes(&node, is) {
            continue;
        }
        if title.as_ref().is_none_or(|title| at >= title.end) {
            kept.push(node);
            break;
        }
        taker.report_above(&node);
        kept.push(node);
    }
    kept.extend(rest.map(|(_, node)| node));
    taker.report_again(&kept);
    *nodes = kept;
    (taker.letterhead, taker.found)
}

struct Taker<'a> {
    hints: &'a LetterheadHints<'a>,
    file: &'a Arc<SourceFile>,
    letterhead: Letterhead,
    found: Diagnostics,
}

impl Taker<'_> {
    /// The block or the two blocks that are the title: the first heading if it is one with a single `#` that says so or has only a
    /// letterhead above it, else lines that say the same as the front matter.
    fn title_at(&self, nodes: &[MarkdownNode]) -> Option<Range<usize>> {
        let first = nodes.iter().position(|node| matches!(node, MarkdownNode::Heading { .. })).unwrap_or(nodes.len());
        let above = &nodes[..first];
        let heading = match nodes.get(first) {
            Some(MarkdownNode::Heading { level: 1, text, .. }) => Some(plain_text(text)),
            _ => None,
        };
        if heading.as_ref().is_some_and(|heading| says_title(heading, self.hints.title)) {
            return Some(first..first + 1);
        }
        let stands_high =
            |nodes: &[MarkdownNode]| nodes.iter().all(|node| is_short(node) || self.kinds(node).is_some());
        let near = &nodes[..nodes.len().min(first + 2)];
        let of = |blocks: usize| {
            let at = near.windows(blocks).position(|blocks| is_title(blocks, self.hints.title));
            at.filter(|at| stands_high(&above[..*at.min(&first)])).map(|at| at..at + blocks)
        };
        if let Some(lines) = of(1).or_else(|| of(2)) {
            return Some(lines);
        }
        let is_alone = || !nodes[first + 1..].iter().any(|node| matches!(node, MarkdownNode::Heading { level: 1, .. }));
        let stands_as_title = |heading: &String| {
            above.iter().all(|node| self.kinds(node).is_some())
                || (stands_high(above) && label_at(heading, LineKind::Heading).is_none() && is_alone())
        };
        heading.filter(stands_as_title).map(|_| first..first + 1)
    }

    /// What each line of a paragraph says, if all of them belong to a letterhead.
    fn kinds(&self, node: &MarkdownNode) -> Option<Vec<LetterheadKind>> {
        let MarkdownNode::Paragraph { lines } = node else { return None };
        let kind = |line: &SourceLine| {
            let plain = plain_text(&line.text);
            let is_issuer = self.hints.issuer.is_some_and(|issuer| is_same(&plain, issuer));
            if is_issuer { Some(LetterheadKind::Issuer) } else { head_line::kind_of(&plain) }
        };
        lines.iter().map(kind).collect()
    }

    /// Takes a block into the letterhead, if it belongs there.
    fn takes(&mut self, node: &MarkdownNode, is: TitleBlock) -> bool {
        let line = |line: &SourceLine| Located::new(line.text.clone(), line.range.clone());
        match (node, is) {
            (MarkdownNode::Heading { text, range, .. }, TitleBlock::Yes) => {
                self.title_line(Located::new(text.clone(), range.clone()));
                true
            }
            (MarkdownNode::Paragraph { lines }, TitleBlock::Yes) => {
                lines.iter().map(line).for_each(|line| self.title_line(line));
                true
            }
            (MarkdownNode::Paragraph { lines }, TitleBlock::No) => {
                let Some(kinds) = self.kinds(node) else { return false };
                let lines = kinds.into_iter().zip(lines).map(|(kind, it)| LetterheadLine { kind, text: line(it) });
                self.letterhead.lines.extend(lines);
                true
            }
            _ => false,
        }
    }

    /// A title may stand in several lines.
    fn title_line(&mut self, line: Located<Vec<Inline>>) {
        match &mut self.letterhead.title {
            Some(title) => {
                title.value.push(Inline::LineBreak);
                title.value.extend(line.value);
                title.range.end = line.range.end;
            }
            none => *none = Some(line),
        }
    }

    fn report_above(&mut self, node: &MarkdownNode) {
        if let MarkdownNode::Paragraph { lines } = node
            && let Some(first) = lines.first()
        {
            let text = plain_text(&first.text);
            let finding = catalogue::letterhead_line(text.trim());
            self.found.push(finding.at(Span::new(self.file, first.range.clone())));
        }
    }

    /// Reports a heading with a single `#` that says the title again.
    fn report_again(&mut self, nodes: &[MarkdownNode]) {
        let Some(title) = &self.letterhead.title else { return };
        let title = squeezed(&plain_text(&title.value));
        for node in nodes {
            if let MarkdownNode::Heading { level: 1, text, range } = node
                && squeezed(&plain_text(text)) == title
            {
                self.found.push(catalogue::title_again().at(Span::new(self.file, range.clone())));
            }
        }
    }
}

/// Tells if a block is the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TitleBlock {
    Yes,
    No,
}

/// Tells if a block is a paragraph of short lines and no sentence.
fn is_short(node: &MarkdownNode) -> bool {
    let MarkdownNode::Paragraph { lines } = node else { return false };
    lines.iter().all(|line| {
        let text = plain_text(&line.text);
        text.chars().count() <= LONGEST_LINE && !text.trim_end().ends_with(['。', '.'])
    })
}

/// Tells if the lines of these blocks together say the title, with or without （案） behind it.
fn is_title(blocks: &[MarkdownNode], title: &str) -> bool {
    let mut printed = String::new();
    for block in blocks {
        match block {
            MarkdownNode::Heading { level: 1, text, .. } => printed.push_str(&plain_text(text)),
            MarkdownNode::Paragraph { lines } if lines.len() <= MOST_LINES => {
                lines.iter().for_each(|line| printed.push_str(&plain_text(&line.text)));
            }
            _ => return false,
        }
    }
    says_title(&printed, title)
}

/// Tells if a printed title is this one but for spaces and widths, with or without a remark such as （案） behind it.
#[must_use]
pub fn says_title(printed: &str, title: &str) -> bool {
    let (printed, title) = (squeezed(printed), squeezed(title));
    if title.is_empty() {
        return false;
    }
    let remark = printed.strip_prefix(&*title);
    remark.is_some_and(|rest| rest.is_empty() || head_line::kind_of(rest) == Some(LetterheadKind::Remark))
}

/// Tells if two lines are the same but for spaces and widths: 井 澤 邦 夫 and 井澤邦夫.
fn is_same(a: &str, b: &str) -> bool {
    squeezed(a) == squeezed(b)
}
