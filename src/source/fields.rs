//! The keys of a mapping, taken one by one: what is unknown, given twice, missing or of the wrong form is reported, all of
//! it, and the rest is still read.

use std::ops::Range;
use std::sync::Arc;

use super::suggest::nearest;
use super::yaml::{Node, Value};
use super::yaml_error::slips_in;
use crate::diagnostic::{Bilingual, Diagnostics, Finding, Located, SourceFile, Span, catalogue};
use crate::policy::formula_start;

/// A file being read, and what was found in it.
pub(super) struct Reader<'a> {
    pub(super) file: &'a Arc<SourceFile>,
    pub(super) found: Diagnostics,
}

/// The values of a mapping by key.
pub(super) struct Fields {
    entries: Vec<(Located<String>, Node)>,
    /// Where the mapping stands.
    range: Range<usize>,
    /// Whether it is a mapping at all; if not, that has been reported and its keys are not missed one by one.
    is_known: bool,
}

/// What a value should have been.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    List,
    Mapping,
}

impl Form {
    fn words(self) -> Bilingual {
        match self {
            Self::Text => catalogue::form_text(),
            Self::List => catalogue::form_list(),
            Self::Mapping => catalogue::form_mapping(),
        }
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a Arc<SourceFile>) -> Self {
        Self { file, found: Diagnostics::default() }
    }

    pub(super) fn report(&mut self, finding: Finding, range: &Range<usize>) {
        self.found.push(finding.at(Span::new(self.file, range.clone())));
    }

    /// Reports a text that goes into tables and that a spreadsheet would take for a formula. `what` is what it is of.
    pub(super) fn look_for_formula(&mut self, what: &Bilingual, text: Option<&Located<String>>) {
        if let Some(text) = text
            && let Some(start) = formula_start(&text.value)
        {
            self.report(catalogue::formula_like_text(what, start), &text.range);
        }
    }

    /// Reports that a name is taken, pointing at both.
    pub(super) fn report_second(&mut self, finding: Finding, second: &Range<usize>, first: &Range<usize>) {
        let first = Span::new(self.file, first.clone());
        self.found
            .push(finding.at(Span::new(self.file, second.clone())).with_related(first, catalogue::first_is_here()));
    }

    /// Opens the mapping a whole file or front matter consists of.
    pub(super) fn top(&mut self, node: Node, keys: &[&str]) -> Fields {
        if matches!(node.value, Value::Text(_) | Value::List(_)) && self.slips(&node.range).is_empty() {
            let line = self.first_line(&node.range);
            self.report(catalogue::yaml_no_keys(), &line);
            return Fields { entries: Vec::new(), range: node.range, is_known: false };
        }
        self.fields(node, "", keys)
    }

    /// Opens a mapping that may have these keys. `name` is what the mapping itself is called.
    pub(super) fn fields(&mut self, node: Node, name: &str, keys: &[&str]) -> Fields {
        let range = node.range.clone();
        let is_known = matches!(node.value, Value::Mapping(_) | Value::Empty);
        let all = self.entries(node, name);
        for (key, _) in all.iter().filter(|(key, _)| !keys.contains(&key.value.as_str())) {
            self.unknown_key(key, keys);
        }
        Fields { entries: all, range, is_known }
    }

    fn unknown_key(&mut self, key: &Located<String>, keys: &[&str]) {
        if key.value.starts_with('\u{3000}') {
            let space = key.range.start..key.range.start + '\u{3000}'.len_utf8();
            return self.report(catalogue::yaml_full_width_space(), &space);
        }
        let suggestion = nearest(&key.value, keys.iter().copied());
        self.report(catalogue::unknown_key(&key.value, suggestion, keys), &key.range);
    }

    /// The entries of a mapping whose keys are free.
    pub(super) fn entries(&mut self, node: Node, name: &str) -> Vec<(Located<String>, Node)> {
        match node.value {
            Value::Mapping(entries) => self.without_repeated(entries),
            Value::Empty => Vec::new(),
            Value::Text(_) | Value::List(_) => {
                self.wrong_type(name, Form::Mapping, &node.range);
                Vec::new()
            }
        }
    }

    fn without_repeated(&mut self, entries: Vec<(Located<String>, Node)>) -> Vec<(Located<String>, Node)> {
        let mut first = std::collections::BTreeMap::new();
        let mut kept = Vec::with_capacity(entries.len());
        for (key, node) in entries {
            match first.get(&key.value) {
                Some(range) => self.report_second(catalogue::duplicate_key(&key.value), &key.range, range),
                None => {
                    first.insert(key.value.clone(), key.range.clone());
                    kept.push((key, node));
                }
            }
        }
        kept
    }

    /// A value that should be text; an empty one is none.
    pub(super) fn text_of(&mut self, node: Node, name: &str) -> Option<Located<String>> {
        match node.value {
            Value::Text(text) if !text.trim().is_empty() => Some(Located::new(text, node.range)),
            Value::Text(_) | Value::Empty => None,
            Value::List(_) | Value::Mapping(_) => {
                self.wrong_type(name, Form::Text, &node.range);
                None
            }
        }
    }

    /// Points at the first line of the value; where slips of typing made text of a mapping, at the slips.
    fn wrong_type(&mut self, name: &str, form: Form, range: &Range<usize>) {
        let slips = if form == Form::Text { Vec::new() } else { self.slips(range) };
        if slips.is_empty() {
            let line = self.first_line(range);
            self.report(catalogue::wrong_type(name, &form.words()), &line);
        }
        for (finding, slip) in slips {
            self.report(finding, &slip);
        }
    }

    fn slips(&self, range: &Range<usize>) -> Vec<(Finding, Range<usize>)> {
        let slips = slips_in(self.file.text.get(range.clone()).unwrap_or_default());
        let start = range.start;
        slips.into_iter().map(|(finding, slip)| (finding, start + slip.start..start + slip.end)).collect()
    }

    fn first_line(&self, range: &Range<usize>) -> Range<usize> {
        let text = self.file.text.get(range.clone()).unwrap_or_default();
        range.start..range.start + text.lines().next().map_or(0, str::len)
    }
}

impl Fields {
    /// The value of a key; each can be taken once.
    pub(super) fn take(&mut self, key: &str) -> Option<Node> {
        let at = self.entries.iter().position(|(name, _)| name.value == key)?;
        Some(self.entries.swap_remove(at).1)
    }

    /// The text of a key.
    pub(super) fn text(&mut self, reader: &mut Reader<'_>, key: &str) -> Option<Located<String>> {
        let node = self.take(key)?;
        reader.text_of(node, key)
    }

    /// The text of a key without its place.
    pub(super) fn plain(&mut self, reader: &mut Reader<'_>, key: &str) -> Option<String> {
        self.text(reader, key).map(|text| text.value)
    }

    /// The text of a key without its place; it goes into tables.
    pub(super) fn tabled(&mut self, reader: &mut Reader<'_>, key: &str, what: &Bilingual) -> Option<String> {
        let text = self.text(reader, key);
        reader.look_for_formula(what, text.as_ref());
        text.map(|text| text.value)
    }

    /// The text of a key that must be there.
    pub(super) fn required(&mut self, reader: &mut Reader<'_>, key: &str) -> Option<Located<String>> {
        let Some(node) = self.take(key) else {
            if self.is_known {
                let start = self.range.start;
                reader.report(catalogue::missing_key(key), &(start..start));
            }
            return None;
        };
        let range = node.range.clone();
        let was_empty = matches!(&node.value, Value::Empty | Value::Text(_));
        let text = reader.text_of(node, key);
        if text.is_none() && was_empty {
            reader.report(catalogue::missing_key(key), &range);
        }
        text
    }

    /// The items of a key's list.
    pub(super) fn list(&mut self, reader: &mut Reader<'_>, key: &str) -> Vec<Node> {
        match self.take(key) {
            None => Vec::new(),
            Some(node) => match node.value {
                Value::List(items) => items,
                Value::Empty => Vec::new(),
                Value::Text(_) | Value::Mapping(_) => {
                    reader.wrong_type(key, Form::List, &node.range);
                    Vec::new()
                }
            },
        }
    }

    /// The texts of a key's list; a single text counts as a list of one.
    pub(super) fn texts(&mut self, reader: &mut Reader<'_>, key: &str) -> Vec<Located<String>> {
        let Some(node) = self.take(key) else { return Vec::new() };
        let items = match node.value {
            Value::List(items) => items,
            Value::Text(_) => vec![node],
            Value::Empty => Vec::new(),
            Value::Mapping(_) => {
                reader.wrong_type(key, Form::List, &node.range);
                Vec::new()
            }
        };
        items.into_iter().filter_map(|item| reader.text_of(item, key)).collect()
    }
}
