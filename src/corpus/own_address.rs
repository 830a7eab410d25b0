//! Addresses of the site as people paste them: alone, in a citation, in Markdown, in full width.

use super::Corpus;
use super::cite::{Resolution, written};
use super::ids::position_of;
use crate::japanese::folded;
use crate::policy::{DocumentId, Tombstone};

/// What a text that holds an address of the site leads to, or a text that is the path of one: `r8/seisaku-keiei#s5-1`, `c/k7f3q`,
/// `k7f3q`. Of several addresses the last counts: a quotation has its source at its end.
pub(super) fn find(corpus: &Corpus, text: &str) -> Option<Resolution> {
    let text = folded(text);
    let text = text.trim();
    let own = addresses(text).into_iter().rev().find_map(|address| path_of(corpus, address));
    match own {
        Some(path) => {
            let found = at_path(corpus, path).unwrap_or(Resolution::NotFound { suggestion: None });
            Some(retargeted(corpus, path, &found).unwrap_or(found))
        }
        None if text.contains("://") => None,
        None => at_path(corpus, path_of(corpus, text).unwrap_or(text)),
    }
}

/// The clauses that a bare position in an address has meant, when another clause than the one found stood there before.
fn retargeted(corpus: &Corpus, path: &str, found: &Resolution) -> Option<Resolution> {
    let Resolution::Clause { document, position } = found else { return None };
    let (_, fragment) = path.split_once('#')?;
    let addresses = &corpus.document(document)?.body.addresses;
    let former = addresses.retargeted.iter().filter(|known| *known.position == *fragment);
    let former = former.map(|known| format!("{}c/{}/", corpus.site.base_url, known.was));
    let all: Vec<String> = written(corpus, document, position).into_iter().chain(former).collect();
    (all.len() > 1).then_some(Resolution::Ambiguous(all))
}

/// The clause named by the id in an address of another site, such as this one had before: only a citation that names its document
/// confirms it.
pub(super) fn elsewhere(corpus: &Corpus, text: &str) -> Option<Resolution> {
    let text = folded(text);
    let id = |address: &&str| {
        let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
        let page = path.trim_end_matches("index.html").trim_end_matches('/').rsplit_once("/c/").map(|(_, id)| id);
        fragment.rsplit_once('.').map(|(_, id)| id).or(page).and_then(|id| by_id(corpus, id))
    };
    addresses(&text).iter().rev().find_map(id)
}

/// The clause with an id, or what became of it.
fn by_id(corpus: &Corpus, id: &str) -> Option<Resolution> {
    match corpus.place_of(id) {
        Some((document, position)) => {
            Some(Resolution::Clause { document: document.clone(), position: position.into() })
        }
        None => gone(corpus, id)
            .map(|(document, gone)| Resolution::Gone { document: document.clone(), id: gone.id.clone() }),
    }
}

/// A clause that is gone, by any id it has had.
fn gone<'a>(corpus: &'a Corpus, id: &str) -> Option<(&'a DocumentId, &'a Tombstone)> {
    corpus.tombstones().find(|(_, gone)| gone.ids().any(|own| own == id))
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

/// What follows the address of the site, without which scheme does not matter.
fn path_of<'a>(corpus: &Corpus, address: &'a str) -> Option<&'a str> {
    let bare = |address: &str| address.find("://").map_or(0, |at| at + 3);
    let base = &corpus.site.base_url[bare(&corpus.site.base_url)..];
    let own = &address[bare(address)..];
    let host_ends = base.find('/').unwrap_or(base.len());
    let (base_host, base_path) = base.split_at(host_ends);
    let host = own.get(..host_ends).filter(|host| host.eq_ignore_ascii_case(base_host))?;
    let path = &own[host.len()..];
    path.strip_prefix(base_path).or_else(|| (path.is_empty() || format!("{path}/") == base_path).then_some(""))
}

/// What a path below the address of the site leads to. The home page and lists lead to nothing that can be cited.
fn at_path(corpus: &Corpus, path: &str) -> Option<Resolution> {
    let (path, fragment) = path.split_once('#').map_or((path, ""), |(path, fragment)| (path, fragment));
    let path = path.split('?').next().unwrap_or_default().trim_end_matches("index.html").trim_matches('/');
    if fragment.is_empty() {
        let id = path.strip_prefix("c/").unwrap_or(path);
        if let Some(found) = by_id(corpus, id) {
            return Some(found);
        }
        if let Some(plan) = path.strip_prefix("plans/").and_then(|id| corpus.plan(id)) {
            return Some(Resolution::Plan(plan.id.value.clone()));
        }
    }
    let id = fragment.rsplit_once('.').map_or(fragment, |(_, id)| id);
    let named = DocumentId(path.to_owned());
    let Some(document) = corpus.public.get(corpus.renamed.get(&named).unwrap_or(&named)) else {
        return by_id(corpus, id).filter(|_| !fragment.is_empty());
    };
    if fragment.is_empty() {
        return Some(Resolution::Document(document.id.clone()));
    }
    let standing = position_of(corpus, &document.id, fragment)
        .map(|position| Resolution::Clause { document: document.id.clone(), position });
    let nothing = || Resolution::NotFound { suggestion: written(corpus, &document.id, "") };
    Some(standing.or_else(|| by_id(corpus, id)).unwrap_or_else(nothing))
}
