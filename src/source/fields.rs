//! Takes the keys of a mapping one by one. Unknown, repeated, missing and malformed values are all reported; the other
//! values are still read.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::suggest::nearest;
use super::yaml::{YamlNode, YamlValue};
use super::yaml_error::slips_in;
use crate::diagnostic::{Bilingual, Diagnostics, Finding, Located, SourceFile, Span, catalogue};
use crate::policy::formula_start;

/// A file that is being read, with the findings so far.
pub(super) struct YamlReader<'a> {
    pub(super) file: &'a Arc<SourceFile>,
    pub(super) found: Diagnostics,
}

/// The values of a mapping by key.
pub(super) struct Fields {
    entries: Vec<(Located<String>, YamlNode)>,
    /// The bytes of the mapping.
    range: Range<usize>,
    /// False if it is no mapping. That has been reported, so missing keys are not.
    is_known: bool,
}

/// The form that a value should have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ValueForm {
    Text,
    List,
    Mapping,
}

impl ValueForm {
    fn words(self) -> Bilingual {
        match self {
            Self::Text => catalogue::form_text(),
            Self::List => catalogue::form_list(),
            Self::Mapping => catalogue::form_mapping(),
        }
    }
}

impl<'a> YamlReader<'a> {
    pub(super) fn new(file: &'a Arc<SourceFile>) -> Self {
        Self { file, found: Diagnostics::default() }
    }

    pub(super) fn report(&mut self, finding: Finding, range: &Range<usize>) {
        self.found.push(finding.at(Span::new(self.file, range.clone())));
    }

    /// Reports a text in a table that a spreadsheet would take for a formula. `what` names the kind of the text.
    pub(super) fn report_formula(&mut self, what: &Bilingual, text: Option<&Located<String>>) {
        if let Some(text) = text
            && let Some(start) = formula_start(&text.value)
        {
            self.report(catalogue::formula_like_text(what, start), &text.range);
        }
    }

    /// Reports that a name is taken, with the places of both.
    pub(super) fn report_second(&mut self, finding: Finding, second: &Range<usize>, first: &Range<usize>) {
        let first = Span::new(self.file, first.clone());
        self.found
            .push(finding.at(Span::new(self.file, second.clone())).with_related(first, catalogue::first_is_here()));
    }

    /// Opens the mapping of a whole file or front matter.
    pub(super) fn top(&mut self, node: YamlNode, keys: &[&str]) -> Fields {
        if matches!(node.value, YamlValue::Text(_) | YamlValue::List(_)) && self.slips(&node.range).is_empty() {
            let line = self.first_line(&node.range);
            self.report(catalogue::yaml_no_keys(), &line);
            return Fields { entries: Vec::new(), range: node.range, is_known: false };
        }
        self.fields(node, "", keys)
    }

    /// Opens a mapping that may have these keys. `name` is the key of the mapping.
    pub(super) fn fields(&mut self, node: YamlNode, name: &str, keys: &[&str]) -> Fields {
        let range = node.range.clone();
        let is_known = matches!(node.value, YamlValue::Mapping(_) | YamlValue::Empty);
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

    /// The entries of a mapping with any keys.
    pub(super) fn entries(&mut self, node: YamlNode, name: &str) -> Vec<(Located<String>, YamlNode)> {
        match node.value {
            YamlValue::Mapping(entries) => self.unique(entries, |(key, _)| key, catalogue::duplicate_key),
            YamlValue::Empty => Vec::new(),
            YamlValue::Text(_) | YamlValue::List(_) => {
                self.wrong_type(name, ValueForm::Mapping, &node.range);
                Vec::new()
            }
        }
    }

    /// Keeps the first item of each name. Every later one is reported with the places of both.
    pub(super) fn unique<T>(
        &mut self,
        items: Vec<T>,
        name: impl Fn(&T) -> &Located<String>,
        finding: impl Fn(&str) -> Finding,
    ) -> Vec<T> {
        let mut first: BTreeMap<String, Range<usize>> = BTreeMap::new();
        let mut kept = Vec::with_capacity(items.len());
        for item in items {
            let name = name(&item);
            match first.get(&name.value) {
                Some(range) => self.report_second(finding(&name.value), &name.range, range),
                None => {
                    first.insert(name.value.clone(), name.range.clone());
                    kept.push(item);
                }
            }
        }
        kept
    }

    /// The text of a value; `None` if it is empty.
    pub(super) fn text_of(&mut self, node: YamlNode, name: &str) -> Option<Located<String>> {
        match node.value {
            YamlValue::Text(text) if !text.trim().is_empty() => Some(Located::new(text, node.range)),
            YamlValue::Text(_) | YamlValue::Empty => None,
            YamlValue::List(_) | YamlValue::Mapping(_) => {
                self.wrong_type(name, ValueForm::Text, &node.range);
                None
            }
        }
    }

    /// Reports a value of the wrong form at its first line, or at the typing slips that caused it.
    fn wrong_type(&mut self, name: &str, form: ValueForm, range: &Range<usize>) {
        let slips = if form == ValueForm::Text { Vec::new() } else { self.slips(range) };
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
    /// Takes the value of a key. A second call returns `None`.
    pub(super) fn take(&mut self, key: &str) -> Option<YamlNode> {
        let at = self.entries.iter().position(|(name, _)| name.value == key)?;
        Some(self.entries.swap_remove(at).1)
    }

    /// The text of a key with its place.
    pub(super) fn text(&mut self, reader: &mut YamlReader<'_>, key: &str) -> Option<Located<String>> {
        let node = self.take(key)?;
        reader.text_of(node, key)
    }

    /// The text of a key without its place.
    pub(super) fn plain(&mut self, reader: &mut YamlReader<'_>, key: &str) -> Option<String> {
        self.text(reader, key).map(|text| text.value)
    }

    /// The text of a key that goes into tables, without its place.
    pub(super) fn table_text(&mut self, reader: &mut YamlReader<'_>, key: &str, what: &Bilingual) -> Option<String> {
        let text = self.text(reader, key);
        reader.report_formula(what, text.as_ref());
        text.map(|text| text.value)
    }

    /// The text of a key that must be there.
    pub(super) fn required(&mut self, reader: &mut YamlReader<'_>, key: &str) -> Option<Located<String>> {
        let Some(node) = self.take(key) else {
            if self.is_known {
                let start = self.range.start;
                reader.report(catalogue::missing_key(key), &(start..start));
            }
            return None;
        };
        let range = node.range.clone();
        let was_empty = matches!(&node.value, YamlValue::Empty | YamlValue::Text(_));
        let text = reader.text_of(node, key);
        if text.is_none() && was_empty {
            reader.report(catalogue::missing_key(key), &range);
        }
        text
    }

    /// The items of a key's list.
    pub(super) fn list(&mut self, reader: &mut YamlReader<'_>, key: &str) -> Vec<YamlNode> {
        match self.take(key) {
            None => Vec::new(),
            Some(node) => match node.value {
                YamlValue::List(items) => items,
                YamlValue::Empty => Vec::new(),
                YamlValue::Text(_) | YamlValue::Mapping(_) => {
                    reader.wrong_type(key, ValueForm::List, &node.range);
                    Vec::new()
                }
            },
        }
    }

    /// The texts of a key's list; a single text counts as a list of one.
    pub(super) fn texts(&mut self, reader: &mut YamlReader<'_>, key: &str) -> Vec<Located<String>> {
        let Some(node) = self.take(key) else { return Vec::new() };
        let items = match node.value {
            YamlValue::List(items) => items,
            YamlValue::Text(_) => vec![node],
            YamlValue::Empty => Vec::new(),
            YamlValue::Mapping(_) => {
                reader.wrong_type(key, ValueForm::List, &node.range);
                Vec::new()
            }
        };
        items.into_iter().filter_map(|item| reader.text_of(item, key)).collect()
    }
}
