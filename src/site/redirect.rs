//! Old addresses of documents: a page that leads to the new one without a script, and lists for servers that redirect.
//!
//! A fragment never reaches a server, and no redirection in the page itself keeps it. So the page of an old address holds
//! every fragment of the document, each with a link to its new place; with a script the reader is taken there at once.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use super::atlas::Atlas;
use super::escape::{push_attribute, push_escaped};
use super::link;
use crate::corpus::Corpus;
use crate::policy::{Document, DocumentId, Spot, Tombstone};

/// Former names of public documents and what they are called now. A name that a document has again is not a former one.
pub(super) fn renamed(corpus: &Corpus) -> BTreeMap<&DocumentId, &Document> {
    let mut renamed = BTreeMap::new();
    for document in corpus.public.values() {
        renamed.extend(document.meta.aliases.iter().map(|alias| (&alias.value, document)));
    }
    for (former, now) in &corpus.renamed {
        renamed.extend(corpus.public.get(now).map(|document| (former, document)));
    }
    renamed.retain(|former, _| corpus.document(former).is_none());
    renamed
}

/// The list of everything with an address, each at its old fragments and with a link to its new place.
pub(super) fn list(atlas: &Atlas<'_>, from: &str, document: &Document) -> String {
    let mut out = String::from("<ul class=\"bullets\">\n");
    let mut seen = BTreeSet::new();
    document.body.each_spot(|spot| {
        let own = spot.fragment();
        out.push_str("<li");
        push_attribute(&mut out, "id", own);
        out.push('>');
        seen.insert(own.to_owned());
        for fragment in fragments(document, spot) {
            if !seen.contains(&fragment) {
                push_anchor(&mut out, &fragment);
                seen.insert(fragment);
            }
        }
        atlas.push_link(&mut out, from, (&document.id, spot.position));
        out.push_str("</li>\n");
    });
    let addresses = &document.body.addresses;
    let lost = addresses.retargeted.iter().map(|known| known.position.to_string());
    let rest = addresses.tombstones.iter().flat_map(Tombstone::fragments).chain(lost);
    let file = link::document_file(&document.id);
    for fragment in rest.filter(|fragment| seen.insert(fragment.clone())) {
        out.push_str("<li");
        push_attribute(&mut out, "id", &fragment);
        out.push_str("><a");
        push_attribute(&mut out, "href", &link::relative(from, &file, Some(&fragment)));
        out.push('>');
        push_escaped(&mut out, &fragment);
        out.push_str("</a></li>\n");
    }
    out.push_str("</ul>");
    out
}

fn push_anchor(out: &mut String, fragment: &str) {
    out.push_str("<span");
    push_attribute(out, "id", fragment);
    out.push_str("></span>");
}

/// Every fragment but the first that has led to a place, and to no other.
fn fragments(document: &Document, spot: Spot<'_>) -> Vec<String> {
    let is_unambiguous = |position: &str| document.body.addresses.is_unambiguous(position);
    let mut all = Vec::new();
    if spot.id.is_empty() {
        return all;
    }
    all.push(spot.permalink());
    all.extend(Some(spot.position.to_owned()).filter(|position| is_unambiguous(position)));
    for place in spot.former {
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
