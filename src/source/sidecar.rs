//! The `.yaml` beside a document, typed.

use jiff::tz::TimeZone;

use super::fields::Reader;
use super::yaml::Node;
use super::{ClauseNotes, Query, sns};
use crate::diagnostic::Located;

/// Annotations by clause, in the order of the file. The keys below `clauses` are positions or ids; whether they exist is
/// known only when the Markdown has been read.
pub(super) fn read(reader: &mut Reader<'_>, node: Node, zone: &TimeZone) -> Vec<(Located<String>, ClauseNotes)> {
    let mut fields = reader.top(node, &["clauses"]);
    let Some(clauses) = fields.take("clauses") else { return Vec::new() };
    let clauses = reader.entries(clauses, "clauses");
    clauses.into_iter().map(|(clause, node)| (clause, notes(reader, node, zone))).collect()
}

fn notes(reader: &mut Reader<'_>, node: Node, zone: &TimeZone) -> ClauseNotes {
    let mut fields = reader.fields(node, "clauses", &["queries", "sns"]);
    let queries = fields.list(reader, "queries");
    let queries = queries.into_iter().filter_map(|node| query(reader, node)).collect();
    let sns = fields.take("sns").map(|node| sns::read(reader, node, zone));
    ClauseNotes { queries, sns }
}

fn query(reader: &mut Reader<'_>, node: Node) -> Option<Query> {
    let mut fields = reader.fields(node, "queries", &["text", "note"]);
    let text = fields.required(reader, "text");
    let note = fields.required(reader, "note");
    Some(Query { text: text?, note: note?.value })
}
