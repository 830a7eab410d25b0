//! Reads `implements` (the clauses that a clause takes up) and `not_applicable` (clauses that a document need not take
//! up).

use super::fields::{Fields, YamlReader};
use super::suggest::nearest;
use super::yaml::{YamlNode, YamlValue};
use crate::diagnostic::{Located, catalogue};
use crate::policy::{Implements, NotApplicable, Relation};

/// Reads the clauses above, each a text or a mapping. A single clause need not be in a list.
pub(super) fn implements(reader: &mut YamlReader<'_>, node: YamlNode) -> Vec<Implements> {
    let nodes = match node.value {
        YamlValue::List(items) => items,
        YamlValue::Empty => Vec::new(),
        YamlValue::Text(_) | YamlValue::Mapping(_) => vec![node],
    };
    nodes.into_iter().filter_map(|node| one(reader, node)).collect()
}

fn one(reader: &mut YamlReader<'_>, node: YamlNode) -> Option<Implements> {
    if !matches!(node.value, YamlValue::Mapping(_)) {
        let clause = trimmed(reader.text_of(node, "implements")?);
        return Some(Implements { clause, relation: Relation::default(), ground: Vec::new(), note: None });
    }
    let mut fields = reader.fields(node, "implements", &["clause", "relation", "ground", "note"]);
    let clause = fields.required(reader, "clause").map(trimmed);
    let relation = relation(&mut fields, reader);
    let ground = fields.texts(reader, "ground");
    let note = fields.table_text(reader, "note", &catalogue::text_of_note());
    Some(Implements { clause: clause?, relation, ground, note })
}

fn relation(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Relation {
    let Some(word) = fields.text(reader, "relation") else { return Relation::default() };
    Relation::read(&word.value).unwrap_or_else(|| {
        let words: Vec<&str> =
            Relation::ALL.map(Relation::word).into_iter().chain(Relation::ALL.map(Relation::english_word)).collect();
        let suggestion = nearest(&word.value, words.iter().copied());
        reader.report(catalogue::unknown_relation(&word.value, suggestion, &words), &word.range);
        Relation::default()
    })
}

/// Reads clauses above that this document need not take up, each with the reason.
pub(super) fn not_applicable(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Vec<NotApplicable> {
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
