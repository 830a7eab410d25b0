//! Old addresses of documents: a page that leads to the new one without a script, and lists for servers that redirect.
//!
//! A fragment never reaches a server, and no redirection in the page itself keeps it. So the page of an old address holds
//! every fragment of the document, each with a link to its new place; with a script the reader is taken there at once.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use super::atlas::Atlas;
use super::escape::{push_attribute, push_escaped};
use super::gone::{self, in_order, push_anchor};
use super::link;
use super::wording::{Here, filled};
use crate::policy::{ClauseAddress, Document, DocumentId};

/// The list of everything with an address, each at its old fragments and with a link to its new place.
pub(super) fn list(atlas: &Atlas<'_>, here: Here<'_>, document: &Document) -> String {
    let addresses = &document.body.addresses;
    let mut list = List { out: String::from("<ul class=\"bullets\">\n"), seen: BTreeSet::new() };
    document.body.each_address(|address| {
        list.item(address.fragment(), fragments(document, address), |out| {
            atlas.push_link(out, here, (&document.id, address.position));
        });
    });
    let file = link::document_file(&document.id);
    let title = atlas.citation(&document.id, "");
    let push_link = |out: &mut String, fragment: &str, text: &str| {
        out.push_str("<a");
        push_attribute(out, "href", &link::relative(here.file, &file, Some(fragment)));
        out.push('>');
        push_escaped(out, &format!("{title}{text}"));
        out.push_str("</a>");
    };
    for gone in in_order(&addresses.tombstones) {
        let fragments = gone::fragments(gone, |position| addresses.is_unambiguous(position));
        let text = filled(here.words.no_longer, &[("name", &gone.name)]);
        list.item(&gone.id, fragments, |out| push_link(out, &gone.id, &text));
    }
    for known in &addresses.retargeted {
        let text = filled(here.words.renumbered, &[("name", &known.name)]);
        list.item(&known.position, Vec::new(), |out| push_link(out, &known.position, &text));
    }
    list.out.push_str("</ul>");
    list.out
}

struct List {
    out: String,
    /// No id stands on a page twice.
    seen: BTreeSet<String>,
}

impl List {
    /// An item at a fragment, unless that has one, and at others.
    fn item(&mut self, fragment: &str, others: Vec<String>, write: impl FnOnce(&mut String)) {
        if !self.seen.insert(fragment.to_owned()) {
            return;
        }
        self.out.push_str("<li");
        push_attribute(&mut self.out, "id", fragment);
        self.out.push('>');
        for other in others {
            if self.seen.insert(other.clone()) {
                push_anchor(&mut self.out, &other);
            }
        }
        write(&mut self.out);
        self.out.push_str("</li>\n");
    }
}

/// Every fragment but the first that has led to a place, and to no other.
fn fragments(document: &Document, address: ClauseAddress<'_>) -> Vec<String> {
    let is_unambiguous = |position: &str| document.body.addresses.is_unambiguous(position);
    let mut all = Vec::new();
    if address.id.is_empty() {
        return all;
    }
    all.push(address.permalink());
    all.extend(Some(address.position.to_owned()).filter(|position| is_unambiguous(position)));
    for place in address.former {
        all.extend([place.fragment(), place.id.to_string()]);
        all.extend(Some(place.position.to_string()).filter(|position| is_unambiguous(position)));
    }
    all
}

/// `redirects.json`: paths on the server from and to which a redirection goes.
pub(super) fn json(base_url: &str, renamed: &BTreeMap<&DocumentId, &Document>) -> String {
    let all: Map<String, Json> = pairs(base_url, renamed).map(|(from, to)| (from, Json::from(to))).collect();
    format!("{:#}\n", Json::from(all))
}

/// `_redirects`: the same as several static hosts read it.
pub(super) fn lines(base_url: &str, renamed: &BTreeMap<&DocumentId, &Document>) -> String {
    pairs(base_url, renamed).map(|(from, to)| format!("{from} {to} 301\n")).collect()
}

fn pairs<'a>(
    base_url: &'a str,
    renamed: &'a BTreeMap<&DocumentId, &Document>,
) -> impl Iterator<Item = (String, String)> + 'a {
    let path = |id: &DocumentId| link::rooted(base_url, &link::document_file(id));
    renamed.iter().map(move |(former, document)| (path(former), path(&document.id)))
}
