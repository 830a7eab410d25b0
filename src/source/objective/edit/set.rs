//! Keys and items that are set in an objective block or added to it.

use super::block::{ObjectiveBlock, Splice, entry, inserted, value};
use crate::source::yaml::{YamlNode, YamlValue};

impl ObjectiveBlock<'_> {
    /// Sets a key of a mapping, or removes it if `yaml` is empty.
    pub(super) fn changed(&self, mapping: &YamlNode, key: &str, yaml: &str) -> Option<Vec<Splice>> {
        if yaml.is_empty() {
            Some(self.remove_key(mapping, key))
        } else {
            self.set(mapping, key, yaml).map(|one| vec![one])
        }
    }

    /// Sets a key of a mapping.
    pub(super) fn set(&self, mapping: &YamlNode, key: &str, yaml: &str) -> Option<Splice> {
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
    pub(super) fn add(&self, mapping: &YamlNode, key: &str, items: &[Vec<String>]) -> Option<Splice> {
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
