//! `implements` and `not_applicable`: what a clause takes up, and what is not for a document to take up.

use super::fields::{Fields, Reader};
use super::suggest::nearest;
use super::yaml::{Node, Value};
use crate::diagnostic::{Located, catalogue};
use crate::policy::{Implements, NotApplicable, Relation};

/// The clauses above, each as a text or as a mapping; a single one need not be a list.
pub(super) fn implements(reader: &mut Reader<'_>, node: Node) -> Vec<Implements> {
    let nodes = match node.value {
        Value::List(items) => items,
        Value::Empty => Vec::new(),
        Value::Text(_) | Value::Mapping(_) => vec![node],
    };
    nodes.into_iter().filter_map(|node| one(reader, node)).collect()
}

fn one(reader: &mut Reader<'_>, node: Node) -> Option<Implements> {
    if !matches!(node.value, Value::Mapping(_)) {
        let clause = trimmed(reader.text_of(node, "implements")?);
        return Some(Implements { clause, relation: Relation::default(), ground: Vec::new(), note: None });
    }
    let mut fields = reader.fields(node, "implements", &["clause", "relation", "ground", "note"]);
    let clause = fields.required(reader, "clause").map(trimmed);
    let relation = relation(&mut fields, reader);
    let ground = fields.texts(reader, "ground");
    let note = fields.tabled(reader, "note", &catalogue::text_of_note());
    Some(Implements { clause: clause?, relation, ground, note })
}

fn relation(fields: &mut Fields, reader: &mut Reader<'_>) -> Relation {
    let Some(word) = fields.text(reader, "relation") else { return Relation::default() };
    Relation::read(&word.value).unwrap_or_else(|| {
        let words = Relation::ALL.map(Relation::word);
        let suggestion = nearest(&word.value, words);
        reader.report(catalogue::unknown_relation(&word.value, suggestion, &words), &word.range);
        Relation::default()
    })
}

/// Clauses above that are not for this document to take up, each with the reason.
pub(super) fn not_applicable(fields: &mut Fields, reader: &mut Reader<'_>) -> Vec<NotApplicable> {
    let nodes = fields.list(reader, "not_applicable");
    let one = |node| {
        let mut fields = reader.fields(node, "not_applicable", &["clause", "reason"]);
        let clause = fields.required(reader, "clause").map(trimmed);
        let reason = fields.required(reader, "reason");
        Some(NotApplicable { clause: clause?, reason: reason?.value })
    };
    nodes.into_iter().filter_map(one).collect()
}

fn trimmed(text: Located<String>) -> Located<String> {
    Located::new(text.value.trim().to_owned(), text.range)
}
