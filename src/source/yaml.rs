//! YAML as a tree whose every value is text with its place. Only this file and `yaml_error` know the YAML library.
//!
//! `serde_yaml` here is its successor serde-saphyr, of which only the parser of events is used (`granit_parser`, which it
//! re-exports). The typed layer above that stops at the first error and reads `01100` as a number; the events give every
//! scalar as typed, with its bytes, so that all that is wrong with a file is reported in one run and a postcode stays the
//! text it is.
//!
//! Characters that cannot be seen are told here, of every value and key, however they were typed: `"\u202E"` as well; and those of
//! comments.
//!
//! Work is bounded: depth, number of values and size are limited, anchors and aliases are refused, and nothing recurses.

use std::ops::Range;
use std::sync::Arc;

use serde_yaml::granit_parser::{Event, Options, Parser, ScalarStyle, Span as Marks, Tag};

use super::{yaml_error, yaml_invisible};
use crate::diagnostic::{Diagnostic, Diagnostics, Located, SourceFile, Span, catalogue};

/// How deep lists and mappings may be nested. Front matter needs four.
const MAX_DEPTH: usize = 16;
/// How many values one file may hold: a registry of a large city has some thousands.
const MAX_VALUES: usize = 50_000;

/// A value with its bytes in the file.
pub(super) type Node = Located<Value>;

/// What stands at a place.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Nothing, `~` or `null`.
    Empty,
    /// A scalar, always as text: `01100`, `no` and `2026-04-01` are what was typed.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order of the file; keys may repeat.
    Mapping(Vec<(Located<String>, Node)>),
}

/// Reads the bytes `range` of a file. Without a value: what is wrong, several findings only when one slip was made on several
/// lines. With one: the characters in it that cannot be seen.
pub(super) fn read(file: &Arc<SourceFile>, range: Range<usize>) -> (Option<Node>, Diagnostics) {
    let text = &file.text[range.clone()];
    let found = Diagnostics::default();
    let mut tree = Tree {
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
                // Most of them may not stand in YAML, and the parser says something else about it.
                let controls = yaml_invisible::controls(file, &range);
                let is_explained = !controls.is_empty();
                return (None, if is_explained { controls } else { yaml_error::explain(file, range, &error) });
            }
        };
        if let Err(found) = step {
            return (None, Diagnostics::from_iter([*found]));
        }
    }
    let others = yaml_invisible::others(file, &range, (&tree.scalars, &tree.found));
    tree.found.extend(others);
    let empty = Located::new(Value::Empty, range.start..range.start);
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

/// A list or mapping that has not ended yet.
struct Open {
    start: usize,
    kind: OpenKind,
}

enum OpenKind {
    List(Vec<Node>),
    Mapping { entries: Vec<(Located<String>, Node)>, key: Option<Located<String>> },
}

/// The tree as far as it has been read.
struct Tree<'a> {
    file: &'a Arc<SourceFile>,
    base: usize,
    open: Vec<Open>,
    root: Option<Node>,
    values: usize,
    documents: usize,
    /// The bytes of the scalars, in order.
    scalars: Vec<Range<usize>>,
    found: Diagnostics,
}

type Step = Result<(), Box<Diagnostic>>;

impl Tree<'_> {
    fn add(&mut self, event: Event<'_>, marks: &Marks) -> Step {
        let range = self.range(marks);
        match event {
            Event::DocumentStart(..) => self.start_document(range),
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_extras(anchor, tag.as_deref(), &range)?;
                let range = trim_end(&self.file.text, range);
                yaml_invisible::check(self.file, (&text, &range), &mut self.found);
                self.scalars.push(range.clone());
                let value = if is_empty(&text, style) { Value::Empty } else { Value::Text(text.into_owned()) };
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

    fn fail(&self, finding: crate::diagnostic::Finding, range: Range<usize>) -> Step {
        Err(Box::new(finding.at(Span::new(self.file, range))))
    }

    fn start_document(&mut self, range: Range<usize>) -> Step {
        self.documents += 1;
        if self.documents > 1 { self.fail(catalogue::yaml_several_documents(), range) } else { Ok(()) }
    }

    /// Refuses an anchor (`0` is none) or a tag on a value.
    fn refuse_extras(&self, anchor: usize, tag: Option<&Tag>, range: &Range<usize>) -> Step {
        if anchor != 0 || tag.is_some() { self.fail(catalogue::yaml_alias(), range.clone()) } else { Ok(()) }
    }

    fn count(&mut self, range: &Range<usize>) -> Step {
        self.values += 1;
        if self.values > MAX_VALUES || self.open.len() > MAX_DEPTH {
            return self.fail(catalogue::yaml_too_complex(), range.clone());
        }
        Ok(())
    }

    fn start(&mut self, range: Range<usize>, kind: OpenKind) -> Step {
        self.count(&range)?;
        self.open.push(Open { start: range.start, kind });
        Ok(())
    }

    fn end(&mut self, end: usize) -> Step {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let value = match open.kind {
            OpenKind::List(nodes) => Value::List(nodes),
            OpenKind::Mapping { entries, .. } => Value::Mapping(entries),
        };
        let range = trim_end(&self.file.text, open.start..end.max(open.start));
        self.put(Located::new(value, range))
    }

    /// Puts a finished value where it belongs.
    fn put(&mut self, node: Node) -> Step {
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
                    Value::Text(text) => *key = Some(Located::new(text, node.range)),
                    Value::Empty => *key = Some(Located::new(String::new(), node.range)),
                    Value::List(_) | Value::Mapping(_) => return self.fail(catalogue::yaml_key(), node.range),
                },
            },
        }
        Ok(())
    }
}

/// Whether a scalar stands for nothing (YAML 1.2 core schema).
fn is_empty(text: &str, style: ScalarStyle) -> bool {
    matches!(style, ScalarStyle::Plain) && matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// A range without the blanks and line ends after it: block values end where the next one starts.
fn trim_end(text: &str, range: Range<usize>) -> Range<usize> {
    let kept = text.get(range.clone()).map_or(range.len(), |slice| slice.trim_end().len());
    range.start..range.start + kept
}
