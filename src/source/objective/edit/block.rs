//! The YAML of an objective block, and replacements of its bytes.

use std::cmp::Reverse;
use std::ops::Range;

use crate::source::yaml::{YamlNode, YamlValue};

/// A replacement of bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    /// The bytes; empty for an insertion.
    pub range: Range<usize>,
    /// The new text.
    pub text: String,
    /// The indentation. Of several insertions at one place, the deepest comes first.
    pub(super) indent: usize,
}

/// The text after these splices.
#[must_use]
pub fn spliced(text: &str, mut splices: Vec<Splice>) -> String {
    splices.sort_by_key(|splice| (splice.range.start, Reverse(splice.indent)));
    let mut out = String::with_capacity(text.len() + splices.iter().map(|splice| splice.text.len()).sum::<usize>());
    let mut at = 0;
    for splice in splices {
        out.push_str(&text[at..splice.range.start.max(at)]);
        out.push_str(&splice.text);
        at = splice.range.end.max(at);
    }
    out.push_str(&text[at..]);
    out
}

/// An insertion at a byte, with this indentation.
#[must_use]
pub fn inserted(at: usize, text: String, indent: usize) -> Splice {
    Splice { range: at..at, text, indent }
}

/// The block in its file.
pub(super) struct ObjectiveBlock<'a> {
    /// The text of the file.
    pub(super) text: &'a str,
    pub(super) root: &'a YamlNode,
}

impl ObjectiveBlock<'_> {
    pub(super) fn is_flow(&self, node: &YamlNode) -> bool {
        self.text[node.range.clone()].starts_with(['{', '['])
    }

    /// The column of the first key in bytes. Only blanks and a dash stand before it.
    pub(super) fn indent_of(&self, mapping: &YamlNode) -> Option<usize> {
        match &mapping.value {
            YamlValue::Mapping(entries) => entries.first().map(|(key, _)| self.column(key.range.start)),
            _ => None,
        }
    }

    pub(super) fn column(&self, at: usize) -> usize {
        at - self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    pub(super) fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + end)
    }
}

pub(super) fn entry<'a>(mapping: &'a YamlNode, key: &str) -> Option<(&'a Range<usize>, &'a YamlNode)> {
    match &mapping.value {
        YamlValue::Mapping(entries) => {
            entries.iter().find(|(name, _)| name.value == key).map(|(name, node)| (&name.range, node))
        }
        _ => None,
    }
}

pub(super) fn value<'a>(mapping: &'a YamlNode, key: &str) -> Option<&'a YamlNode> {
    entry(mapping, key).map(|(_, node)| node)
}
