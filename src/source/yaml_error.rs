//! Explains YAML that cannot be read in words for a clerk.

use std::ops::Range;
use std::sync::Arc;

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::{Diagnostics, Finding, SourceFile, Span, catalogue};

/// Explains an error of the parser. If the error is at a slip that Japanese input methods cause (a full-width colon or
/// space), every line with that slip is reported.
pub(super) fn explain(file: &Arc<SourceFile>, yaml: Range<usize>, error: &ScanError) -> Diagnostics {
    let text = &file.text[yaml.clone()];
    let at = error_offset(text, error);
    let slips = slips_near(text, at);
    if !slips.is_empty() {
        let place = |range: Range<usize>| Span::new(file, yaml.start + range.start..yaml.start + range.end);
        return slips.into_iter().map(|slip| slip.kind.finding().at(place(slip.range))).collect();
    }
    let start = yaml.start + at;
    let length = text[at..].chars().next().filter(|first| *first != '\n').map_or(0, char::len_utf8);
    Diagnostics::from_iter([finding_for(text, at, error).at(Span::new(file, start..start + length))])
}

/// The byte of `text` at which the parser found the error.
fn error_offset(text: &str, error: &ScanError) -> usize {
    let mark = error.marker();
    let from_characters = || text.char_indices().nth(mark.index()).map_or(text.len(), |(at, _)| at);
    mark.byte_offset().filter(|at| text.is_char_boundary(*at)).unwrap_or_else(from_characters)
}

/// The slips that turned a mapping into text, with their bytes within `text`.
pub(super) fn slips_in(text: &str) -> Vec<(Finding, Range<usize>)> {
    let Some(first) = slip_of_line(line_from(text, 0), 0) else { return Vec::new() };
    slips_like(text, first).into_iter().map(|slip| (slip.kind.finding(), slip.range)).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum SlipKind {
    /// `title：…`
    Colon,
    /// U+3000 before a key.
    Space,
    /// A tab before a key.
    Tab,
    /// `title:…` or `title:　…`
    NoSpaceAfterColon,
}

impl SlipKind {
    fn finding(self) -> Finding {
        match self {
            Self::Colon => catalogue::yaml_full_width_colon(),
            Self::Space => catalogue::yaml_full_width_space(),
            Self::Tab => catalogue::yaml_tab(),
            Self::NoSpaceAfterColon => catalogue::yaml_space_after_colon(),
        }
    }
}

struct Slip {
    kind: SlipKind,
    range: Range<usize>,
}

/// Finds a slip on the line at `offset` or the line before it. Returns it with the same slip on all other lines; empty
/// if there is none.
fn slips_near(text: &str, offset: usize) -> Vec<Slip> {
    let line = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let before = text[..line.saturating_sub(1)].rfind('\n').map_or(0, |at| at + 1);
    let at = |start: usize| slip_of_line(line_from(text, start), start);
    let near = at(line).or_else(|| full_width_indent(line_from(text, line), line));
    let near = near.or_else(|| if before < line { at(before) } else { None });
    near.map(|near| slips_like(text, near)).unwrap_or_default()
}

/// This slip and the same slip on other lines.
fn slips_like(text: &str, near: Slip) -> Vec<Slip> {
    let mut start = 0;
    let mut slips = Vec::new();
    for line in text.split_inclusive('\n') {
        let slip = slip_of_line(line, start);
        slips.extend(slip.filter(|slip| slip.kind == near.kind && slip.range != near.range));
        start += line.len();
    }
    slips.push(near);
    slips
}

/// U+3000 in the indentation of a line.
fn full_width_indent(line: &str, start: usize) -> Option<Slip> {
    let at = line.find(|c| !matches!(c, ' ' | '\t')).filter(|at| line[*at..].starts_with('\u{3000}'))?;
    Some(Slip { kind: SlipKind::Space, range: start + at..start + at + '\u{3000}'.len_utf8() })
}

fn line_from(text: &str, start: usize) -> &str {
    text[start..].lines().next().unwrap_or_default()
}

/// The slip on a line that otherwise looks like `key: value`. `start` is the byte of the line.
fn slip_of_line(line: &str, start: usize) -> Option<Slip> {
    let body = line.trim_start_matches([' ', '\t', '\u{3000}', '-']);
    let indent = line.len() - body.len();
    let key = body.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(body.len());
    let colon = start + indent + key;
    let after = &body[key..];
    if key == 0 {
        return None;
    }
    if after.starts_with('：') {
        return Some(Slip { kind: SlipKind::Colon, range: colon..colon + '：'.len_utf8() });
    }
    if let Some(at) = line[..indent].find('\u{3000}') {
        return Some(Slip { kind: SlipKind::Space, range: start + at..start + at + '\u{3000}'.len_utf8() });
    }
    if let Some(at) = line[..indent].find('\t') {
        return Some(Slip { kind: SlipKind::Tab, range: start + at..start + at + 1 });
    }
    let value = after.strip_prefix(':')?;
    let glued = !value.is_empty() && !value.starts_with([' ', '\n', '\t']) && !value.starts_with("//");
    glued.then(|| Slip { kind: SlipKind::NoSpaceAfterColon, range: colon..colon + 1 })
}

fn finding_for(text: &str, at: usize, error: &ScanError) -> Finding {
    match error.kind() {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar => catalogue::yaml_tab(),
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => catalogue::yaml_colon_in_value(),
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => catalogue::yaml_quote(),
        ErrorKind::UnexpectedCharacter { .. } | ErrorKind::BlockSequenceEntryNotAllowed => {
            catalogue::yaml_special_character(&text[at..].chars().next().map(String::from).unwrap_or_default())
        }
        ErrorKind::RecursionLimitExceeded => catalogue::yaml_too_complex(),
        ErrorKind::UnknownAnchor => catalogue::yaml_alias(),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => catalogue::yaml_bracket(),
        kind => catalogue::yaml_syntax(&kind.to_string()),
    }
}
