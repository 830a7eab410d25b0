//! The `.yaml` beside a document, typed.

use super::fields::Reader;
use super::yaml::Node;
use super::{ClauseNotes, Query};
use crate::diagnostic::Located;

/// Annotations by clause, in the order of the file. The keys below `clauses` are positions or ids; whether they exist is
/// known only when the Markdown has been read.
pub(super) fn read(reader: &mut Reader<'_>, node: Node) -> Vec<(Located<String>, ClauseNotes)> {
    let mut fields = reader.top(node, &["clauses"]);
    let Some(clauses) = fields.take("clauses") else { return Vec::new() };
    let clauses = reader.entries(clauses, "clauses");
    clauses.into_iter().map(|(clause, node)| (clause, notes(reader, node))).collect()
}

fn notes(reader: &mut Reader<'_>, node: Node) -> ClauseNotes {
    let mut fields = reader.fields(node, "clauses", &["queries"]);
    let queries = fields.list(reader, "queries");
    ClauseNotes { queries: queries.into_iter().filter_map(|node| query(reader, node)).collect() }
}

fn query(reader: &mut Reader<'_>, node: Node) -> Option<Query> {
    let mut fields = reader.fields(node, "queries", &["text", "note"]);
    let text = fields.required(reader, "text");
    let note = fields.required(reader, "note");
    Some(Query { text: text?, note: note?.value })
}
