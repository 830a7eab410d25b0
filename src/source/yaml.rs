//! Reads YAML into a tree; every value is text with its place. Only this file and `yaml_error` know the YAML library.
//!
//! `serde_yaml` here is its successor serde-saphyr. Only the event parser is used (`granit_parser`, which it
//! re-exports). The typed layer above it stops at the first error and reads `01100` as a number. Events give every
//! scalar as typed, with its bytes, so that one run reports all errors and a postcode stays text.
//!
//! Invisible characters are reported here, in every value and key, also as an escape (`"\u202E"`), and in comments.
//!
//! Work is bounded: depth, number of values and size are limited, anchors and aliases are refused, and nothing
//! recurses.

use std::ops::Range;
use std::sync::Arc;

use serde_yaml::granit_parser::{Event, Options, Parser, ScalarStyle, Span as Marks, Tag};

use super::{yaml_error, yaml_invisible};
use crate::diagnostic::{Diagnostic, Diagnostics, Located, SourceFile, Span, catalogue};

/// The deepest nesting of lists and mappings. Front matter needs four.
const MAX_DEPTH: usize = 16;
/// The most values in one file. A registry of a large city has some thousands.
const MAX_VALUES: usize = 50_000;

/// A value with its bytes in the file.
pub(super) type YamlNode = Located<YamlValue>;

/// A value of YAML.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum YamlValue {
    /// Nothing, `~` or `null`.
    Empty,
    /// A scalar, always as text: `01100`, `no` and `2026-04-01` stay as typed.
    Text(String),
    /// A list.
    List(Vec<YamlNode>),
    /// Keys and values in the order of the file; keys may repeat.
    Mapping(Vec<(Located<String>, YamlNode)>),
}

/// Reads the bytes `range` of a file. Without a value, the findings say why; one slip on several lines gives several
/// findings. With a value, the findings are about invisible characters.
pub(super) fn read(file: &Arc<SourceFile>, range: Range<usize>) -> (Option<YamlNode>, Diagnostics) {
    let text = &file.text[range.clone()];
    let found = Diagnostics::default();
    let mut tree = TreeBuilder {
        file,
        base: range.start,
        open: Vec::new(),
        root: None,
        values: 0,
        documents: 0,
        scalars: Vec::new(),
        found,
    };
    for event in Parser::new_from_str_with_options(text, limits()) {
        let step = match event {
            Ok((event, marks)) => tree.add(event, &marks),
            Err(error) => {
                // YAML does not allow most control characters, and the message of the parser does not name them.
                let controls = yaml_invisible::controls(file, &range);
                let is_explained = !controls.is_empty();
                return (None, if is_explained { controls } else { yaml_error::explain(file, range, &error) });
            }
        };
        if let Err(found) = step {
            return (None, Diagnostics::from_iter([*found]));
        }
    }
    let others = yaml_invisible::others(file, &range, &tree.scalars, &tree.found);
    tree.found.extend(others);
    let empty = Located::new(YamlValue::Empty, range.start..range.start);
    (Some(tree.root.unwrap_or(empty)), tree.found)
}

fn limits() -> Options {
    serde_yaml::granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    }
}

/// A list or mapping that is not complete.
struct Open {
    start: usize,
    kind: OpenKind,
}

enum OpenKind {
    List(Vec<YamlNode>),
    Mapping { entries: Vec<(Located<String>, YamlNode)>, key: Option<Located<String>> },
}

/// The tree while it is built.
struct TreeBuilder<'a> {
    file: &'a Arc<SourceFile>,
    base: usize,
    open: Vec<Open>,
    root: Option<YamlNode>,
    values: usize,
    documents: usize,
    /// The bytes of the scalars, in order.
    scalars: Vec<Range<usize>>,
    found: Diagnostics,
}

type BuildResult = Result<(), Box<Diagnostic>>;

impl TreeBuilder<'_> {
    fn add(&mut self, event: Event<'_>, marks: &Marks) -> BuildResult {
        let range = self.range(marks);
        match event {
            Event::DocumentStart(..) => self.start_document(range),
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_extras(anchor, tag.as_deref(), &range)?;
                let range = trim_end(&self.file.text, range);
                yaml_invisible::check(self.file, &text, &range, &mut self.found);
                self.scalars.push(range.clone());
                let value = if is_empty(&text, style) { YamlValue::Empty } else { YamlValue::Text(text.into_owned()) };
                self.put(Located::new(value, range))
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_extras(anchor, tag.as_deref(), &range)?;
                self.start(range, OpenKind::List(Vec::new()))
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_extras(anchor, tag.as_deref(), &range)?;
                self.start(range, OpenKind::Mapping { entries: Vec::new(), key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(range.end),
            Event::Alias(_) | Event::UnresolvedAlias(_) => self.fail(catalogue::yaml_alias(), range),
            _ => Ok(()),
        }
    }

    fn range(&self, marks: &Marks) -> Range<usize> {
        let bytes = marks.byte_range().unwrap_or(0..0);
        self.base + bytes.start..self.base + bytes.end.max(bytes.start)
    }

    fn fail(&self, finding: crate::diagnostic::Finding, range: Range<usize>) -> BuildResult {
        Err(Box::new(finding.at(Span::new(self.file, range))))
    }

    fn start_document(&mut self, range: Range<usize>) -> BuildResult {
        self.documents += 1;
        if self.documents > 1 { self.fail(catalogue::yaml_several_documents(), range) } else { Ok(()) }
    }

    /// Refuses an anchor (`0` is none) or a tag on a value.
    fn refuse_extras(&self, anchor: usize, tag: Option<&Tag>, range: &Range<usize>) -> BuildResult {
        if anchor != 0 || tag.is_some() { self.fail(catalogue::yaml_alias(), range.clone()) } else { Ok(()) }
    }

    fn count(&mut self, range: &Range<usize>) -> BuildResult {
        self.values += 1;
        if self.values > MAX_VALUES || self.open.len() > MAX_DEPTH {
            return self.fail(catalogue::yaml_too_complex(), range.clone());
        }
        Ok(())
    }

    fn start(&mut self, range: Range<usize>, kind: OpenKind) -> BuildResult {
        self.count(&range)?;
        self.open.push(Open { start: range.start, kind });
        Ok(())
    }

    fn end(&mut self, end: usize) -> BuildResult {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let value = match open.kind {
            OpenKind::List(nodes) => YamlValue::List(nodes),
            OpenKind::Mapping { entries, .. } => YamlValue::Mapping(entries),
        };
        let range = trim_end(&self.file.text, open.start..end.max(open.start));
        self.put(Located::new(value, range))
    }

    /// Adds a complete value to the open list or mapping, or makes it the root.
    fn put(&mut self, node: YamlNode) -> BuildResult {
        self.count(&node.range)?;
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        match &mut open.kind {
            OpenKind::List(nodes) => nodes.push(node),
            OpenKind::Mapping { entries, key } => match key.take() {
                Some(key) => entries.push((key, node)),
                None => match node.value {
                    YamlValue::Text(text) => *key = Some(Located::new(text, node.range)),
                    YamlValue::Empty => *key = Some(Located::new(String::new(), node.range)),
                    YamlValue::List(_) | YamlValue::Mapping(_) => return self.fail(catalogue::yaml_key(), node.range),
                },
            },
        }
        Ok(())
    }
}

/// True for a scalar that means nothing (YAML 1.2 core schema).
fn is_empty(text: &str, style: ScalarStyle) -> bool {
    matches!(style, ScalarStyle::Plain) && matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// A range without the blanks and line ends at its end. The parser ends a block value where the next one starts.
fn trim_end(text: &str, range: Range<usize>) -> Range<usize> {
    let kept = text.get(range.clone()).map_or(range.len(), |slice| slice.trim_end().len());
    range.start..range.start + kept
}
