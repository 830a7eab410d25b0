//! Changes single values of an objective block. All other bytes of the file stay, comments too.

mod remove;

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use super::super::yaml::{self, YamlNode, YamlValue};
use crate::diagnostic::SourceFile;
use remove::Keeps;

/// A change to the YAML of an objective. Values are finished YAML ([`scalar`], [`flow`]). A key whose new value is
/// empty is removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ObjectiveEdit {
    /// A key of the objective.
    Objective {
        /// The key.
        key: &'static str,
        /// The new value.
        yaml: String,
    },
    /// A key of an indicator.
    Indicator {
        /// The indicator's name.
        name: String,
        /// The key.
        key: &'static str,
        /// The new value.
        yaml: String,
    },
    /// A point that exists, or the only point of a key.
    Point {
        /// The indicator's name.
        name: String,
        /// `baseline`, `actuals` …
        key: &'static str,
        /// The index in a list, from 0.
        index: Option<usize>,
        /// The keys that change and their values.
        fields: Vec<(&'static str, String)>,
        /// The whole point, for a place where there is no mapping.
        whole: String,
    },
    /// Points added to a list.
    AddPoints {
        /// The indicator's name.
        name: String,
        /// `actuals` or `interim`.
        key: &'static str,
        /// The points, each as a whole.
        points: Vec<String>,
    },
    /// Points removed from a list.
    RemovePoints {
        /// The indicator's name.
        name: String,
        /// `actuals` or `interim`.
        key: &'static str,
        /// The indices, from 0, in order.
        indices: Vec<usize>,
    },
    /// A new indicator: its keys and values in order, the name first.
    AddIndicator(Vec<(&'static str, String)>),
}

/// A replacement of bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    /// The bytes; empty for an insertion.
    pub range: Range<usize>,
    /// The new text.
    pub text: String,
    /// The indentation. Of several insertions at one place, the deepest comes first.
    indent: usize,
}

/// The splices that make these changes to the YAML at `block`. `None` if the form of the block does not allow them.
#[must_use]
pub fn objective_splices(file: &Arc<SourceFile>, block: Range<usize>, edits: &[ObjectiveEdit]) -> Option<Vec<Splice>> {
    let (root, found) = yaml::read(file, block);
    let root = root.filter(|_| !found.has_errors())?;
    let editor = BlockEditor { text: &file.text, root: &root, edits };
    let mut splices = Vec::new();
    for edit in edits {
        editor.apply(edit, &mut splices)?;
    }
    Some(splices)
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

/// A text as a YAML scalar: plain where that is safe, else in quotes.
#[must_use]
pub fn scalar(text: &str) -> String {
    let is_plain = |c: char| {
        c.is_alphanumeric() || matches!(c, '-' | '.' | '/' | '%' | '・' | '（' | '）' | '「' | '」' | '。' | '、')
    };
    let starts = text.chars().next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '「' | '（'));
    let is_number =
        text.starts_with('-') && text.len() > 1 && text[1..].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let is_word = matches!(text.to_ascii_lowercase().as_str(), "null" | "true" | "false" | "yes" | "no" | "on" | "off");
    if (starts && text.chars().all(is_plain) && !is_word) || is_number {
        return text.to_owned();
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\x{:02X}", u32::from(c).min(0xFF))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A mapping on one line.
#[must_use]
pub fn flow(fields: &[(&'static str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(key, value)| format!("{key}: {value}")).collect();
    format!("{{ {} }}", fields.join(", "))
}

/// The change of a point.
struct PointChange<'a> {
    key: &'static str,
    index: Option<usize>,
    fields: &'a [(&'static str, String)],
    whole: &'a str,
}

struct BlockEditor<'a> {
    text: &'a str,
    root: &'a YamlNode,
    /// All changes to the block.
    edits: &'a [ObjectiveEdit],
}

impl<'a> BlockEditor<'a> {
    fn apply(&self, edit: &ObjectiveEdit, out: &mut Vec<Splice>) -> Option<()> {
        match edit {
            ObjectiveEdit::Objective { key, yaml } => out.extend(self.changed(self.root, key, yaml)?),
            ObjectiveEdit::Indicator { name, key, yaml } => {
                out.extend(self.changed(self.indicator(name)?, key, yaml)?);
            }
            ObjectiveEdit::Point { name, key, index, fields, whole } => {
                let new = PointChange { key, index: *index, fields, whole };
                self.point(self.indicator(name)?, &new, out)?;
            }
            ObjectiveEdit::AddPoints { name, key, points } => {
                out.push(self.add(self.indicator(name)?, key, &lines_of(points))?);
            }
            ObjectiveEdit::RemovePoints { name, key, indices } => {
                let is_added = |edit: &&ObjectiveEdit| matches!(edit, ObjectiveEdit::AddPoints { name: of, key: to, .. } if of == name && to == key);
                let keeps =
                    if self.edits.iter().any(|edit| is_added(&edit)) { Keeps::Something } else { Keeps::Nothing };
                out.extend(self.remove_points(self.indicator(name)?, key, indices, keeps)?);
            }
            ObjectiveEdit::AddIndicator(fields) => {
                let lines = fields.iter().map(|(key, value)| format!("{key}: {value}")).collect();
                out.push(self.add(self.root, "indicators", &[lines])?);
            }
        }
        Some(())
    }

    /// The mapping of an indicator: an item of the list, or the block itself.
    fn indicator(&self, name: &str) -> Option<&'a YamlNode> {
        let is_named = |node: &YamlNode, key: &str| match value(node, key).map(|value| &value.value) {
            Some(YamlValue::Text(text)) => text == name,
            _ => false,
        };
        if is_named(self.root, "indicator") {
            return Some(self.root);
        }
        match &value(self.root, "indicators")?.value {
            YamlValue::List(items) => items.iter().find(|item| is_named(item, "name")),
            _ => None,
        }
    }

    fn point(&self, owner: &YamlNode, new: &PointChange<'_>, out: &mut Vec<Splice>) -> Option<()> {
        let node = match (value(owner, new.key), new.index) {
            (Some(YamlNode { value: YamlValue::List(items), .. }), Some(index)) => Some(items.get(index)?),
            (found, None) => found,
            _ => return None,
        };
        match node {
            Some(node) if matches!(node.value, YamlValue::Mapping(_)) => {
                for (key, yaml) in new.fields {
                    out.extend(self.changed(node, key, yaml)?);
                }
            }
            Some(node) if matches!(node.value, YamlValue::Text(_)) => {
                out.push(Splice { range: node.range.clone(), text: new.whole.to_owned(), indent: 0 });
            }
            Some(_) if new.index.is_some() => return None,
            _ => out.push(self.set(owner, new.key, new.whole)?),
        }
        Some(())
    }

    /// Sets a key of a mapping, or removes it if `yaml` is empty.
    fn changed(&self, mapping: &YamlNode, key: &str, yaml: &str) -> Option<Vec<Splice>> {
        if yaml.is_empty() {
            Some(self.remove_key(mapping, key))
        } else {
            self.set(mapping, key, yaml).map(|one| vec![one])
        }
    }

    /// Sets a key of a mapping.
    fn set(&self, mapping: &YamlNode, key: &str, yaml: &str) -> Option<Splice> {
        match entry(mapping, key) {
            Some((_, node)) if !matches!(node.value, YamlValue::Empty) => {
                Some(Splice { range: node.range.clone(), text: yaml.to_owned(), indent: 0 })
            }
            Some((name, _)) => {
                let colon = name.end + self.text[name.end..].find(':')? + 1;
                Some(inserted(colon, format!(" {yaml}"), 0))
            }
            None => self.add_key(mapping, key, yaml),
        }
    }

    fn add_key(&self, mapping: &YamlNode, key: &str, yaml: &str) -> Option<Splice> {
        if matches!(mapping.value, YamlValue::Empty) {
            return Some(inserted(mapping.range.start, format!("{key}: {yaml}\n"), 0));
        }
        if self.is_flow(mapping) {
            let close = mapping.range.end.checked_sub(1)?;
            let before = self.text[..close].trim_end().len();
            return Some(inserted(before, format!(", {key}: {yaml}"), usize::MAX));
        }
        let indent = self.indent_of(mapping)?;
        Some(inserted(self.line_end(mapping.range.end), format!("\n{}{key}: {yaml}", " ".repeat(indent)), indent))
    }

    /// Adds items to the list of a key. Each item is a list of lines.
    fn add(&self, mapping: &YamlNode, key: &str, items: &[Vec<String>]) -> Option<Splice> {
        match value(mapping, key) {
            Some(list) if matches!(list.value, YamlValue::List(_)) && self.is_flow(list) => {
                let close = list.range.end.checked_sub(1)?;
                let before = self.text[..close].trim_end().len();
                let comma = if self.text[..before].ends_with('[') { "" } else { ", " };
                let items: Vec<String> = items.iter().map(|lines| flow_of(lines)).collect();
                Some(inserted(before, format!("{comma}{}", items.join(", ")), usize::MAX))
            }
            Some(list) if matches!(list.value, YamlValue::List(_)) => {
                let indent = self.column(list.range.start);
                Some(inserted(self.line_end(list.range.end), block_of(items, indent), indent))
            }
            Some(_) => {
                let items: Vec<String> = items.iter().map(|lines| flow_of(lines)).collect();
                self.set(mapping, key, &format!("[{}]", items.join(", ")))
            }
            None if matches!(mapping.value, YamlValue::Empty) => {
                Some(inserted(mapping.range.start, format!("{key}:{}\n", block_of(items, 2)), 0))
            }
            None if self.is_flow(mapping) => {
                let items: Vec<String> = items.iter().map(|lines| flow_of(lines)).collect();
                self.add_key(mapping, key, &format!("[{}]", items.join(", ")))
            }
            None => {
                let indent = self.indent_of(mapping)?;
                let text = format!("\n{}{key}:{}", " ".repeat(indent), block_of(items, indent + 2));
                Some(inserted(self.line_end(mapping.range.end), text, indent))
            }
        }
    }

    fn is_flow(&self, node: &YamlNode) -> bool {
        self.text[node.range.clone()].starts_with(['{', '['])
    }

    /// The column of the first key in bytes. Only blanks and a dash stand before it.
    fn indent_of(&self, mapping: &YamlNode) -> Option<usize> {
        match &mapping.value {
            YamlValue::Mapping(entries) => entries.first().map(|(key, _)| self.column(key.range.start)),
            _ => None,
        }
    }

    fn column(&self, at: usize) -> usize {
        at - self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + end)
    }
}

fn entry<'a>(mapping: &'a YamlNode, key: &str) -> Option<(&'a Range<usize>, &'a YamlNode)> {
    match &mapping.value {
        YamlValue::Mapping(entries) => {
            entries.iter().find(|(name, _)| name.value == key).map(|(name, node)| (&name.range, node))
        }
        _ => None,
    }
}

fn value<'a>(mapping: &'a YamlNode, key: &str) -> Option<&'a YamlNode> {
    entry(mapping, key).map(|(_, node)| node)
}

fn lines_of(points: &[String]) -> Vec<Vec<String>> {
    points.iter().map(|point| vec![point.clone()]).collect()
}

/// The lines of a mapping joined to a mapping on one line.
fn flow_of(lines: &[String]) -> String {
    match lines {
        [only] if only.starts_with('{') => only.clone(),
        _ => format!("{{ {} }}", lines.join(", ")),
    }
}

fn block_of(items: &[Vec<String>], indent: usize) -> String {
    let mut out = String::new();
    for lines in items {
        for (at, line) in lines.iter().enumerate() {
            let mark = if at == 0 { "- " } else { "  " };
            out.push_str(&format!("\n{}{mark}{line}", " ".repeat(indent)));
        }
    }
    out
}

#[cfg(test)]
mod tests;
