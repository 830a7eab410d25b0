//! Changes single values of an objective block. All other bytes of the file stay, comments too.

mod block;
mod remove;
mod set;

pub use block::{Splice, inserted, spliced};

use std::ops::Range;
use std::sync::Arc;

use super::super::yaml::{self, YamlNode, YamlValue};
use crate::diagnostic::SourceFile;
use block::{ObjectiveBlock, value};
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

/// The splices that make these changes to the YAML at `block`. `None` if the form of the block does not allow them.
#[must_use]
pub fn objective_splices(file: &Arc<SourceFile>, block: Range<usize>, edits: &[ObjectiveEdit]) -> Option<Vec<Splice>> {
    let (root, found) = yaml::read(file, block);
    let root = root.filter(|_| !found.has_errors())?;
    let block = ObjectiveBlock { text: &file.text, root: &root };
    let mut splices = Vec::new();
    for edit in edits {
        apply(&block, edit, edits, &mut splices)?;
    }
    Some(splices)
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

/// Adds the splices of one edit. `edits` are all edits of the block.
fn apply(
    block: &ObjectiveBlock<'_>,
    edit: &ObjectiveEdit,
    edits: &[ObjectiveEdit],
    out: &mut Vec<Splice>,
) -> Option<()> {
    match edit {
        ObjectiveEdit::Objective { key, yaml } => out.extend(block.changed(block.root, key, yaml)?),
        ObjectiveEdit::Indicator { name, key, yaml } => {
            out.extend(block.changed(indicator(block.root, name)?, key, yaml)?);
        }
        ObjectiveEdit::Point { name, key, index, fields, whole } => {
            let new = PointChange { key, index: *index, fields, whole };
            change_point(block, indicator(block.root, name)?, &new, out)?;
        }
        ObjectiveEdit::AddPoints { name, key, points } => {
            out.push(block.add(indicator(block.root, name)?, key, &lines_of(points))?);
        }
        ObjectiveEdit::RemovePoints { name, key, indices } => {
            let is_added = |edit: &&ObjectiveEdit| matches!(edit, ObjectiveEdit::AddPoints { name: of, key: to, .. } if of == name && to == key);
            let keeps = if edits.iter().any(|edit| is_added(&edit)) { Keeps::Something } else { Keeps::Nothing };
            out.extend(block.remove_points(indicator(block.root, name)?, key, indices, keeps)?);
        }
        ObjectiveEdit::AddIndicator(fields) => {
            let lines = fields.iter().map(|(key, value)| format!("{key}: {value}")).collect();
            out.push(block.add(block.root, "indicators", &[lines])?);
        }
    }
    Some(())
}

/// The mapping of an indicator: an item of the list, or the block itself.
fn indicator<'a>(root: &'a YamlNode, name: &str) -> Option<&'a YamlNode> {
    let is_named = |node: &YamlNode, key: &str| match value(node, key).map(|value| &value.value) {
        Some(YamlValue::Text(text)) => text == name,
        _ => false,
    };
    if is_named(root, "indicator") {
        return Some(root);
    }
    match &value(root, "indicators")?.value {
        YamlValue::List(items) => items.iter().find(|item| is_named(item, "name")),
        _ => None,
    }
}

fn change_point(
    block: &ObjectiveBlock<'_>,
    owner: &YamlNode,
    new: &PointChange<'_>,
    out: &mut Vec<Splice>,
) -> Option<()> {
    let node = match (value(owner, new.key), new.index) {
        (Some(YamlNode { value: YamlValue::List(items), .. }), Some(index)) => Some(items.get(index)?),
        (found, None) => found,
        _ => return None,
    };
    match node {
        Some(node) if matches!(node.value, YamlValue::Mapping(_)) => {
            for (key, yaml) in new.fields {
                out.extend(block.changed(node, key, yaml)?);
            }
        }
        Some(node) if matches!(node.value, YamlValue::Text(_)) => {
            out.push(Splice { range: node.range.clone(), text: new.whole.to_owned(), indent: 0 });
        }
        Some(_) if new.index.is_some() => return None,
        _ => out.push(block.set(owner, new.key, new.whole)?),
    }
    Some(())
}

fn lines_of(points: &[String]) -> Vec<Vec<String>> {
    points.iter().map(|point| vec![point.clone()]).collect()
}

#[cfg(test)]
mod tests;
