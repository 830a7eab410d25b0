//! Names of a registry that look the same and are written with other characters.

use std::collections::BTreeMap;
use std::ops::Range;

use super::fields::Reader;
use super::yaml::{Node, Value};
use crate::diagnostic::catalogue;
use crate::policy::{name_key, named_differences};

/// Tells names under these keys of different entries of a registry's list that look the same and are not.
pub(super) fn check(reader: &mut Reader<'_>, node: &Node, (list, keys): (&str, &[&str])) {
    let mut first: BTreeMap<String, (usize, String, Range<usize>)> = BTreeMap::new();
    let mut found = Vec::new();
    for (entry, name, range) in names(node, list, keys) {
        let (before, known, place) =
            first.entry(name_key(name)).or_insert_with(|| (entry, name.to_owned(), range.clone()));
        // Names of one entry may be there for the sake of the other way to write it.
        if *before != entry && known != name {
            found.push((name.to_owned(), known.clone(), range, place.clone()));
        }
    }
    for (name, known, range, place) in found {
        let characters = named_differences(&name, &known);
        reader.report_second(catalogue::look_alike_name(&name, &known, &characters), &range, &place);
    }
}

/// The names with the number of their entry, each with its bytes.
fn names<'a>(node: &'a Node, list: &str, keys: &[&str]) -> Vec<(usize, &'a str, Range<usize>)> {
    let mut names = Vec::new();
    let Some(Value::List(entries)) = value(node, list) else { return names };
    for (at, entry) in entries.iter().enumerate() {
        for key in keys {
            match value(entry, key) {
                Some(Value::List(all)) => all.iter().for_each(|one| push(at, one, &mut names)),
                _ => child(entry, key).into_iter().for_each(|one| push(at, one, &mut names)),
            }
        }
    }
    names
}

fn push<'a>(entry: usize, node: &'a Node, names: &mut Vec<(usize, &'a str, Range<usize>)>) {
    if let Value::Text(name) = &node.value {
        names.push((entry, name, node.range.clone()));
    }
}

fn child<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    match &node.value {
        Value::Mapping(entries) => entries.iter().find(|(name, _)| name.value == key).map(|(_, value)| value),
        _ => None,
    }
}

fn value<'a>(node: &'a Node, key: &str) -> Option<&'a Value> {
    child(node, key).map(|node| &node.value)
}
