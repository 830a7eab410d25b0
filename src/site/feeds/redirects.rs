//! The lists of former names of documents, for servers that redirect.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::policy::{Document, DocumentId};
use crate::site::frame::link;

/// `redirects.json`: paths on the server from and to which a redirection goes.
pub(crate) fn json(base_url: &str, renamed: &BTreeMap<&DocumentId, &Document>) -> String {
    let all: Map<String, Json> = pairs(base_url, renamed).map(|(from, to)| (from, Json::from(to))).collect();
    format!("{:#}\n", Json::from(all))
}

/// `_redirects`: the same as several static hosts read it.
pub(crate) fn lines(base_url: &str, renamed: &BTreeMap<&DocumentId, &Document>) -> String {
    pairs(base_url, renamed).map(|(from, to)| format!("{from} {to} 301\n")).collect()
}

fn pairs<'a>(
    base_url: &'a str,
    renamed: &'a BTreeMap<&DocumentId, &Document>,
) -> impl Iterator<Item = (String, String)> + 'a {
    let path = |id: &DocumentId| link::rooted(base_url, &link::document_file(id));
    renamed.iter().map(move |(former, document)| (path(former), path(&document.id)))
}
