//! Addresses of the site as people paste them: alone, in a citation, in Markdown, in full width.

use super::DocumentSet;
use super::resolution::{Resolution, written};
use crate::japanese::folded;
use crate::policy::{ClauseId, DocumentId, Fragment, Position, Tombstone};

/// The target of the address of the site in a text, or of a text that is a path: `r8/seisaku-keiei#s5-1`, `c/k7f3q`,
/// `k7f3q`. The last of several addresses counts, because a quotation has its source at its end.
pub(super) fn find(documents: &DocumentSet, text: &str) -> Option<Resolution> {
    let text = folded(text);
    let text = text.trim();
    let own = addresses(text).into_iter().rev().find_map(|address| path_of(documents, address));
    match own {
        Some(path) => {
            let found = at_path(documents, path).unwrap_or(Resolution::NotFound { suggestion: None });
            Some(retargeted(documents, path, &found).unwrap_or(found))
        }
        None if text.contains("://") => None,
        None => at_path(documents, path_of(documents, text).unwrap_or_else(|| below_base(documents, text))),
    }
}

/// The clauses that a bare position in an address has meant, if another clause stood there before.
fn retargeted(documents: &DocumentSet, path: &str, found: &Resolution) -> Option<Resolution> {
    let Resolution::Clause { document, position } = found else { return None };
    let (_, fragment) = path.split_once('#')?;
    let addresses = &documents.document(document)?.body.addresses;
    let former = addresses.retargeted.iter().filter(|known| known.position == *fragment);
    let former = former.map(|known| format!("{}c/{}/", documents.site.base_url, known.was));
    let all: Vec<String> = written(documents, document, position).into_iter().chain(former).collect();
    (all.len() > 1).then_some(Resolution::Ambiguous(all))
}

/// The clause named by the id in an address of another site, perhaps an earlier address of this one. Only a citation that
/// names its document confirms it.
pub(super) fn elsewhere(documents: &DocumentSet, text: &str) -> Option<Resolution> {
    let text = folded(text);
    let id = |address: &&str| {
        let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
        let page = path.trim_end_matches("index.html").trim_end_matches('/').rsplit_once("/c/").map(|(_, id)| id);
        fragment.rsplit_once('.').map(|(_, id)| id).or(page).and_then(|id| by_id(documents, &ClauseId::new(id)))
    };
    addresses(&text).iter().rev().find_map(id)
}

/// The clause with an id, standing or gone.
fn by_id(documents: &DocumentSet, id: &ClauseId) -> Option<Resolution> {
    match documents.place_of(id) {
        Some((document, position)) => {
            Some(Resolution::Clause { document: document.clone(), position: position.clone() })
        }
        None => gone(documents, id)
            .map(|(document, gone)| Resolution::Gone { document: document.clone(), id: gone.id.clone() }),
    }
}

/// A clause that is gone, by any id it has had.
fn gone<'a>(documents: &'a DocumentSet, id: &ClauseId) -> Option<(&'a DocumentId, &'a Tombstone)> {
    documents.tombstones().find(|(_, gone)| gone.ids().any(|own| own == id))
}

/// The addresses in a text, from left to right.
fn addresses(text: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_ascii_graphic() && !matches!(c, '(' | ')' | '<' | '>' | '"' | '\'' | '[' | ']');
    let starts = text.match_indices("http").filter(|(at, _)| {
        let rest = &text[*at..];
        rest.starts_with("https://") || rest.starts_with("http://")
    });
    let address = |(at, _): (usize, &str)| {
        let rest = &text[at..];
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        rest[..end].trim_end_matches(['.', ','])
    };
    starts.map(address).collect()
}

/// The part of an address after that of the site. The scheme does not matter.
fn path_of<'a>(documents: &DocumentSet, address: &'a str) -> Option<&'a str> {
    let bare = |address: &str| address.find("://").map_or(0, |at| at + 3);
    let base = &documents.site.base_url[bare(&documents.site.base_url)..];
    let own = &address[bare(address)..];
    let host_ends = base.find('/').unwrap_or(base.len());
    let (base_host, base_path) = base.split_at(host_ends);
    let host = own.get(..host_ends).filter(|host| host.eq_ignore_ascii_case(base_host))?;
    let path = &own[host.len()..];
    path.strip_prefix(base_path).or_else(|| (path.is_empty() || format!("{path}/") == base_path).then_some(""))
}

/// A path without the folder of the site on its server: `/houshin/r8/kihon/`.
fn below_base<'a>(documents: &DocumentSet, path: &'a str) -> &'a str {
    let base = &documents.site.base_url;
    let folder = base.find("://").and_then(|at| base[at + 3..].find('/').map(|slash| &base[at + 3 + slash..]));
    folder.and_then(|folder| path.strip_prefix(folder)).unwrap_or(path)
}

/// The target of a path below the address of the site. The home page and lists cannot be cited.
fn at_path(documents: &DocumentSet, path: &str) -> Option<Resolution> {
    let (path, fragment) = path.split_once('#').map_or((path, ""), |(path, fragment)| (path, fragment));
    let path = path.split('?').next().unwrap_or_default().trim_end_matches("index.html").trim_matches('/');
    if fragment.is_empty() {
        let id = path.strip_prefix("c/").unwrap_or(path);
        if let Some(found) = by_id(documents, &ClauseId::new(id)) {
            return Some(found);
        }
        if let Some(plan) = path.strip_prefix("plans/").and_then(|id| documents.plan(id)) {
            return Some(Resolution::Plan(plan.id.value.clone()));
        }
    }
    let fragment = Fragment::new(fragment);
    let id = fragment.id();
    let named = DocumentId(path.to_owned());
    let Some(document) = documents.public.get(documents.renamed.get(&named).unwrap_or(&named)) else {
        return by_id(documents, &id).filter(|_| !fragment.is_empty());
    };
    if fragment.is_empty() {
        return Some(Resolution::Document(document.id.clone()));
    }
    let standing = documents
        .addresses
        .position_of(&document.id, &fragment)
        .map(|position| Resolution::Clause { document: document.id.clone(), position });
    let nothing = || Resolution::NotFound { suggestion: written(documents, &document.id, &Position::default()) };
    Some(standing.or_else(|| by_id(documents, &id)).unwrap_or_else(nothing))
}
