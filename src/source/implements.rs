//! `implements`: the clauses above that a clause takes up.

use super::fields::Reader;
use super::yaml::{Node, Value};
use crate::diagnostic::Located;
use crate::policy::Implements;

/// One clause or a list of them, each as text or as a mapping with its relation and ground. Whether they exist is known only
/// when all documents have been read.
pub(super) fn implements(reader: &mut Reader<'_>, node: Node) -> Vec<Implements> {
    match node.value {
        Value::List(nodes) => nodes.into_iter().filter_map(|node| one(reader, node)).collect(),
        _ => one(reader, node).into_iter().collect(),
    }
}

fn one(reader: &mut Reader<'_>, node: Node) -> Option<Implements> {
    if matches!(node.value, Value::Text(_) | Value::Empty) {
        let clause = trimmed(reader.text_of(node, "implements")?);
        return Some(Implements { clause, relation: None, ground: None });
    }
    let mut fields = reader.fields(node, "implements", &["clause", "relation", "ground"]);
    let clause = fields.required(reader, "clause").map(trimmed);
    let relation = fields.text(reader, "relation");
    let ground = fields.text(reader, "ground");
    Some(Implements { clause: clause?, relation, ground })
}

fn trimmed(text: Located<String>) -> Located<String> {
    Located::new(text.value.trim().to_owned(), text.range)
}
