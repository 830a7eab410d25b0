//! Lines of a paragraph that begin a block of their own, although the author has only ended the line before.

use super::caption::is_caption_line;
use super::series::candidate;
use crate::japanese::squeezed;
use crate::markdown::frame;
use crate::markdown::heading_line::{HeadingLine, LINES_BELOW, heading_line};
use crate::markdown::line_break::{LineEnd, SourceLine};
use crate::markdown::node::MarkdownNode;
use crate::policy::{Inline, LabelKind, WrittenDate, plain_text};

/// Longest line that may be a signature, in characters.
const LONGEST_SIGNATURE: usize = 40;

/// Brackets around headings.
const HEADING_BRACKETS: [(char, char); 6] =
    [('【', '】'), ('〔', '〕'), ('［', '］'), ('〈', '〉'), ('《', '》'), ('＜', '＞')];

/// The blocks with their paragraphs divided.
pub(super) fn divided(nodes: Vec<MarkdownNode>) -> Vec<MarkdownNode> {
    let mut out = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node {
            MarkdownNode::Paragraph { lines } if lines.len() > 1 && !is_contents(&lines) => {
                out.extend(segments(lines).into_iter().map(|lines| MarkdownNode::Paragraph { lines }));
            }
            other => out.push(other),
        }
    }
    out
}

/// Whether a paragraph is a table of contents, as ordinances print it below their title: its lines name chapters and are none.
pub(super) fn is_contents(lines: &[SourceLine]) -> bool {
    lines.first().is_some_and(|line| squeezed(&plain_text(&line.text)) == "目次")
}

/// Tells if a line is a heading that the author has only ended before its text. Its label is so many bytes.
pub(super) fn is_heading_line(line: &SourceLine, label: usize, below: &[SourceLine]) -> bool {
    if line.end == LineEnd::Hard || below.is_empty() {
        return false;
    }
    let text = plain_text(&line.text);
    let run = below.iter().take_while(|below| candidate(&below.text).is_none());
    let below: Vec<String> = run.take(LINES_BELOW).map(|below| plain_text(&below.text)).collect();
    let below: Vec<&str> = below.iter().map(String::as_str).collect();
    heading_line(&text, text.get(label..).unwrap_or_default(), &below) == Some(HeadingLine::Certain)
}

fn segments(lines: Vec<SourceLine>) -> Vec<Vec<SourceLine>> {
    let mut all: Vec<Vec<SourceLine>> = Vec::new();
    let mut lines = lines.into_iter();
    let mut before: Option<LineForm> = None;
    while let Some(line) = lines.next() {
        let form = LineForm::of(&line, lines.as_slice());
        match (all.last_mut(), &before) {
            (Some(segment), Some(before)) if !form.begins_after(before) => segment.push(line),
            _ => all.push(vec![line]),
        }
        before = Some(form);
    }
    all
}

/// What a line says about where blocks begin.
struct LineForm {
    kind: FormKind,
    end: LineEnd,
    ends_sentence: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum FormKind {
    Frame,
    /// A caption with its article or 項 behind it.
    Caption,
    Date,
    Labelled,
    /// One full-width space before the text: 一字下げ.
    Indented,
    Signature,
    /// A heading without a number, in bold or in brackets: 【目的】.
    Heading,
    Plain,
}

impl LineForm {
    fn of(line: &SourceLine, below: &[SourceLine]) -> Self {
        let text = plain_text(&line.text);
        let ends_sentence = text.trim_end().ends_with(['。', '．', '」', '）', ')']);
        Self { kind: FormKind::of(line, &text, below), end: line.end, ends_sentence }
    }

    /// Whether it begins a block of its own behind this line.
    fn begins_after(&self, before: &Self) -> bool {
        use FormKind::{Caption, Date, Frame, Heading, Indented, Labelled, Signature};
        if before.end == LineEnd::Hard {
            return false;
        }
        match (before.kind, self.kind) {
            (Frame | Caption | Heading, _) | (_, Frame | Caption) | (Date | Signature, Signature) => true,
            (_, Date) => before.ends_sentence,
            // Behind a number that has not ended its sentence it is a hanging indent.
            (Labelled, Indented) => before.ends_sentence,
            (_, Indented) => true,
            _ => false,
        }
    }
}

impl FormKind {
    fn of(line: &SourceLine, text: &str, below: &[SourceLine]) -> Self {
        let (bare, next) = (text.trim(), below.first());
        let is_article = |line: &SourceLine| {
            candidate(&line.text).is_some_and(|found| match found.label.kind {
                LabelKind::Article => true,
                // Supplementary provisions have captions above their 項.
                LabelKind::Number => found.stands_apart,
                _ => false,
            })
        };
        let is_indented = text.strip_prefix('\u{3000}').is_some_and(|rest| !rest.starts_with(char::is_whitespace));
        if frame::kind_of(text).is_some() {
            Self::Frame
        } else if is_caption_line(bare) && next.is_some_and(is_article) {
            Self::Caption
        } else if WrittenDate::parse(bare).is_ok() {
            Self::Date
        } else if candidate(&line.text).is_some() {
            Self::Labelled
        } else if is_indented {
            Self::Indented
        } else if is_signature(bare) {
            Self::Signature
        } else if is_set_off(line, bare) && is_heading_line(line, 0, below) {
            Self::Heading
        } else {
            Self::Plain
        }
    }
}

/// Tells if all of a line is bold or in brackets that are used for headings.
fn is_set_off(line: &SourceLine, bare: &str) -> bool {
    let is_in = |(open, close): &(char, char)| bare.starts_with(*open) && bare.ends_with(*close);
    matches!(line.text[..], [Inline::Strong(_)]) || HEADING_BRACKETS.iter().any(is_in)
}

/// A name with its office before it, set apart by a full-width space: 「試験市長　山田太郎」.
fn is_signature(bare: &str) -> bool {
    let is_apart = bare.trim_start_matches(char::is_whitespace).contains('\u{3000}');
    is_apart
        && bare.chars().count() <= LONGEST_SIGNATURE
        && !bare.contains(['。', '、', '，', '：', ':', '…', '|', '「'])
        && !bare.ends_with(|c: char| matches!(c, 'ぁ'..='ん'))
}
