//! Reads the `.yaml` file beside a document.

use jiff::tz::TimeZone;

use super::fields::YamlReader;
use super::yaml::YamlNode;
use super::{ClauseNotes, Query, Sidecar, implements, sns};
use crate::diagnostic::Located;

/// Reads the notes on clauses, in the order of the file, and the notes on the document as a whole. The keys below
/// `clauses` are positions or ids. Whether they exist is checked later, when the Markdown has been read.
pub(super) fn read(reader: &mut YamlReader<'_>, node: YamlNode, zone: &TimeZone) -> Sidecar {
    let mut fields = reader.top(node, &["clauses", "not_applicable"]);
    let clauses = fields.take("clauses").map(|clauses| reader.entries(clauses, "clauses")).unwrap_or_default();
    let clauses: Vec<(Located<String>, ClauseNotes)> =
        clauses.into_iter().map(|(clause, node)| (clause, notes(reader, node, zone))).collect();
    let not_applicable = implements::not_applicable(&mut fields, reader);
    Sidecar { source: None, clauses, not_applicable }
}

fn notes(reader: &mut YamlReader<'_>, node: YamlNode, zone: &TimeZone) -> ClauseNotes {
    let mut fields = reader.fields(node, "clauses", &["queries", "implements", "sns"]);
    let queries = fields.list(reader, "queries");
    let queries = queries.into_iter().filter_map(|node| query(reader, node)).collect();
    let implements = fields.take("implements").map(|node| implements::implements(reader, node)).unwrap_or_default();
    let sns = fields.take("sns").map(|node| sns::read(reader, node, zone));
    ClauseNotes { queries, implements, sns }
}

fn query(reader: &mut YamlReader<'_>, node: YamlNode) -> Option<Query> {
    let mut fields = reader.fields(node, "queries", &["text", "note"]);
    let text = fields.required(reader, "text");
    let note = fields.required(reader, "note");
    Some(Query { text: text?, note: note?.value })
}
