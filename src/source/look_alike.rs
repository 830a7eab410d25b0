//! Finds names in a registry that look the same and are written with different characters.

use std::collections::BTreeMap;
use std::ops::Range;

use super::fields::YamlReader;
use super::yaml::{YamlNode, YamlValue};
use crate::diagnostic::catalogue;
use crate::policy::{name_key, named_differences};

/// Compares the names under these keys in a registry's list. Reports two entries whose names look alike and differ.
pub(super) fn check(reader: &mut YamlReader<'_>, node: &YamlNode, list: &str, keys: &[&str]) {
    let mut first: BTreeMap<String, (usize, String, Range<usize>)> = BTreeMap::new();
    let mut found = Vec::new();
    for (entry, name, range) in names(node, list, keys) {
        let (before, known, place) =
            first.entry(name_key(name)).or_insert_with(|| (entry, name.to_owned(), range.clone()));
        // One entry may have both spellings on purpose.
        if *before != entry && known != name {
            found.push((name.to_owned(), known.clone(), range, place.clone()));
        }
    }
    for (name, known, range, place) in found {
        let characters = named_differences(&name, &known);
        reader.report_second(catalogue::look_alike_name(&name, &known, &characters), &range, &place);
    }
}

/// The names, each with the number of its entry and its bytes.
fn names<'a>(node: &'a YamlNode, list: &str, keys: &[&str]) -> Vec<(usize, &'a str, Range<usize>)> {
    let mut names = Vec::new();
    let Some(YamlValue::List(entries)) = value(node, list) else { return names };
    for (at, entry) in entries.iter().enumerate() {
        for key in keys {
            match value(entry, key) {
                Some(YamlValue::List(all)) => all.iter().for_each(|one| push(at, one, &mut names)),
                _ => child(entry, key).into_iter().for_each(|one| push(at, one, &mut names)),
            }
        }
    }
    names
}

fn push<'a>(entry: usize, node: &'a YamlNode, names: &mut Vec<(usize, &'a str, Range<usize>)>) {
    if let YamlValue::Text(name) = &node.value {
        names.push((entry, name, node.range.clone()));
    }
}

fn child<'a>(node: &'a YamlNode, key: &str) -> Option<&'a YamlNode> {
    match &node.value {
        YamlValue::Mapping(entries) => entries.iter().find(|(name, _)| name.value == key).map(|(_, value)| value),
        _ => None,
    }
}

fn value<'a>(node: &'a YamlNode, key: &str) -> Option<&'a YamlValue> {
    child(node, key).map(|node| &node.value)
}
