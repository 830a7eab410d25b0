//! From a link to its destination.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use super::document_set::content_path;
use super::heading_link::section_like;
use super::pages::may_be_file;
use super::{Corpus, DocumentSet, LinkTarget};
use crate::policy::{ClauseId, DocumentId, FiscalYear, Fragment};
use crate::source::{Registry, nearest};

/// Schemes of links that lead outside. Readers cannot follow others (`javascript:`, `file:`, `C:\…`).
const SCHEMES: [&str; 5] = ["http", "https", "mailto", "tel", "ftp"];

/// The destination of a link in a document.
///
/// `https:…`, `mailto:…` and `//host` are [`LinkTarget::External`]. `/r8/…` is a path of the published site, `../r7/x.md` a path
/// below `content/` relative to the document's file, `#s5` a place in the same document. Names are decoded from `%…` and
/// compared in NFC. A path above the root leads nowhere.
#[must_use]
pub fn resolve(corpus: &Corpus, from: &DocumentId, destination: &str) -> LinkTarget {
    if leads_outside(destination) {
        return LinkTarget::External;
    }
    if has_scheme(destination) {
        return LinkTarget::Missing { suggestion: None };
    }
    let link = InternalLink::new(corpus, from, destination);
    link.document_target().unwrap_or_else(|| link.other_target(corpus))
}

/// The same for links to documents; `None` for all others.
pub(super) fn resolve_document(documents: &DocumentSet, from: &DocumentId, destination: &str) -> Option<LinkTarget> {
    let is_internal = !leads_outside(destination) && !has_scheme(destination);
    is_internal.then(|| InternalLink::new(documents, from, destination).document_target()).flatten()
}

/// The places on which the result of [`resolve`] depends.
pub(super) enum Lookup {
    Nothing,
    /// The places of one document.
    Document(DocumentId),
    /// Those of all documents.
    Everything,
}

/// The places on which the destination of this link depends.
pub(super) fn lookup(documents: &DocumentSet, from: &DocumentId, destination: &str) -> Lookup {
    if has_scheme(destination) || leads_outside(destination) {
        return Lookup::Nothing;
    }
    let link = InternalLink::new(documents, from, destination);
    match link.linked_document() {
        Some(id) => Lookup::Document(id),
        None if link.path().is_some_and(|path| path.starts_with("c/")) => Lookup::Everything,
        None => Lookup::Nothing,
    }
}

/// Whether a destination may be shown as a link to another site: it opens a page, a mail or a telephone. `javascript:`,
/// `data:`, `file:` and other schemes may not. Browsers ignore blanks and control characters in a scheme (WHATWG URL §4.4);
/// a destination with such a scheme has no known one and may not either.
#[must_use]
pub fn leads_outside(destination: &str) -> bool {
    let is_known = |scheme: &str| SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known));
    destination.starts_with("//") || scheme(destination).is_some_and(is_known)
}

/// Whether a destination starts with any scheme: `https:`, `javascript:`, `C:`.
#[must_use]
pub fn has_scheme(destination: &str) -> bool {
    scheme(destination).is_some()
}

/// The scheme of a URL that has one: `https`.
fn scheme(destination: &str) -> Option<&str> {
    let (scheme, _) = destination.split_once(':')?;
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    valid.then_some(scheme)
}

/// The parts of a link within the site.
struct InternalLink<'a> {
    documents: &'a DocumentSet,
    from: &'a DocumentId,
    /// Before `?` and `#`, as written.
    written: &'a str,
    /// After `#`, decoded.
    fragment: Option<Fragment>,
    /// The folder from which relative paths start, below `content/`.
    folder: &'a str,
}

impl<'a> InternalLink<'a> {
    fn new(documents: &'a DocumentSet, from: &'a DocumentId, destination: &'a str) -> Self {
        let (path, fragment) = match destination.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment)),
            None => (destination, None),
        };
        let written = path.split_once('?').map_or(path, |(path, _)| path);
        let file = documents.document(from).map_or("", |document| content_path(&document.source.path));
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let fragment = fragment.filter(|text| !text.is_empty()).map(|text| Fragment::new(decoded(text)));
        Self { documents, from, written, fragment, folder }
    }

    /// `None` when it does not lead to a document.
    fn document_target(&self) -> Option<LinkTarget> {
        self.linked_document().map(|id| self.place_in(&id))
    }

    fn linked_document(&self) -> Option<DocumentId> {
        if self.written.is_empty() { Some(self.from.clone()) } else { self.document(&self.path()?) }
    }

    /// The target of a link that does not lead to a document.
    fn other_target(&self, corpus: &Corpus) -> LinkTarget {
        let Some(path) = self.path() else { return LinkTarget::Missing { suggestion: None } };
        if self.documents.assets.contains(&path) {
            return LinkTarget::Asset(path);
        }
        if self.is_unread(&path) {
            return LinkTarget::Unread;
        }
        let page = path.strip_suffix("index.html").unwrap_or(&path);
        let slashed = format!("{page}/");
        let known = [page, &slashed].into_iter().find(|page| corpus.pages.contains(*page) || self.is_clause(page));
        match known.or_else(|| [page, &slashed].into_iter().find(|page| self.may_be_file(corpus, page))) {
            Some(page) => LinkTarget::Page(page.to_owned()),
            None if may_be_made(self.documents, page) => LinkTarget::Unread,
            None => LinkTarget::Missing { suggestion: self.suggestion(&path) },
        }
    }

    /// The path from the root, without `.`, `..` and a leading `/`; `None` above the root.
    fn path(&self) -> Option<String> {
        let decoded = decoded(self.written);
        let (start, rest) = match decoded.strip_prefix('/') {
            Some(rest) => ("", rest),
            None => (self.folder, &*decoded),
        };
        let mut parts: Vec<&str> = start.split('/').filter(|part| !part.is_empty()).collect();
        for part in rest.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        let is_folder = matches!(rest.rsplit('/').next(), Some("" | "." | ".."));
        let end = if is_folder && !parts.is_empty() { "/" } else { "" };
        Some(format!("{}{end}", parts.join("/")).nfc().collect())
    }

    /// The document of a path: its file, or its address with or without the final `/`.
    fn document(&self, path: &str) -> Option<DocumentId> {
        if let Some(id) = self.documents.files.get(path) {
            return Some(id.clone());
        }
        let id = DocumentId(name_of(path).to_owned());
        self.documents.document(&id).is_some().then_some(id)
    }

    /// Whether this is the file or the address of a document that cannot be read.
    fn is_unread(&self, path: &str) -> bool {
        let unread = &self.documents.unread;
        unread.has_documents() && (unread.files.contains(path) || unread.is_document(name_of(path)))
    }

    /// Whether this is the page of a public clause: `c/k7f3q/`.
    fn is_clause(&self, page: &str) -> bool {
        let is_page = page.split('/').count() == 3 && page.ends_with('/');
        is_page && self.document_of_clause(page).is_some_and(|document| !self.documents.is_withheld(document))
    }

    /// Whether this may be a file whose name is only known once it is made, but not of a document that is not public.
    fn may_be_file(&self, corpus: &Corpus, page: &str) -> bool {
        if !may_be_file(page, |page| corpus.pages.contains(page)) {
            return false;
        }
        let Some(id) = clause_of(page) else { return true };
        match self.document_of_clause(page) {
            Some(document) => !self.documents.is_withheld(document),
            None => self.documents.addresses.had_id(&id) || corpus.ids_taken_down.contains(&id),
        }
    }

    /// The document of the clause in whose folder a page is.
    fn document_of_clause(&self, page: &str) -> Option<&DocumentId> {
        Some(self.documents.addresses.clause_with_id(&clause_of(page)?)?.0)
    }

    fn place_in(&self, id: &DocumentId) -> LinkTarget {
        if id != self.from && self.documents.is_withheld(id) {
            return LinkTarget::Withheld(id.clone());
        }
        match &self.fragment {
            Some(fragment) if !self.documents.addresses.has_fragment(id, fragment) => {
                let suggestion = self.fragment_like(id, fragment).map(|near| format!("{}#{near}", self.written));
                LinkTarget::Missing { suggestion }
            }
            fragment => LinkTarget::Document { id: id.clone(), fragment: fragment.clone() },
        }
    }

    /// The id of the clause at a position that has an authored id instead, else the nearest fragment.
    fn fragment_like(&self, id: &DocumentId, fragment: &Fragment) -> Option<String> {
        let table = self.documents.addresses.of(id);
        let otherwise =
            table.and_then(|table| table.fragments_by_position.get(&fragment.position())).map(ToString::to_string);
        otherwise.or_else(|| section_like(self.documents, id, fragment)).or_else(|| {
            nearest(fragment.as_str(), self.documents.addresses.fragments_around(id, fragment)).map(str::to_owned)
        })
    }

    /// The nearest document or file, written like the link: the same name in another folder, else a similar name in the
    /// same folder. Nothing else is compared, so that many links to a renamed folder cost little.
    fn suggestion(&self, path: &str) -> Option<String> {
        let is_absolute = self.written.starts_with('/');
        let (folder, name) = split(path.trim_end_matches('/'));
        let public = self.documents.files.iter().filter(|(_, id)| !self.documents.is_withheld(id));
        let names = public.map(|(file, id)| if is_absolute { id.0.as_str() } else { file.as_str() });
        let candidates = || names.clone().chain(self.documents.assets.iter().map(String::as_str)).map(split);
        let near = candidates().find(|known| known.1 == name).or_else(|| {
            let beside = || candidates().filter(|known| known.0 == folder);
            let like = nearest(stem(name), beside().map(|known| stem(known.1)))?;
            beside().find(|known| stem(known.1) == like)
        })?;
        let near = [near.0, near.1].join("/").trim_start_matches('/').to_owned();
        Some(match (is_absolute, self.documents.assets.contains(&near)) {
            (true, true) => format!("/{near}"),
            (true, false) => format!("/{near}/"),
            (false, _) => relative(self.folder, &near),
        })
    }
}

/// The id of the clause in whose folder a page is: `c/k7f3q/…`.
fn clause_of(page: &str) -> Option<ClauseId> {
    Some(ClauseId::new(page.strip_prefix("c/")?.split_once('/')?.0))
}

/// Whether a missing page might exist if all files could be read: that of a year, a clause, a plan.
fn may_be_made(documents: &DocumentSet, page: &str) -> bool {
    let unread = &documents.unread;
    let first = page.split('/').next().unwrap_or_default();
    match first {
        "plans" => unread.registries.contains(&Registry::Plans),
        "organizations" => unread.registries.contains(&Registry::Organizations),
        "terms" => unread.registries.contains(&Registry::Terms),
        "c" | "years" | "trace" | "objectives" | "sdgs" | "search" => unread.has_documents(),
        year => unread.has_documents() && FiscalYear::parse(year).is_ok(),
    }
}

/// The id of the document with an address, which may end in `/` or `/index.html`.
fn name_of(path: &str) -> &str {
    path.strip_suffix("/index.html").or(path.strip_suffix('/')).unwrap_or(path)
}

/// The folder and the name of a path.
fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// A name without its suffix.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The path from a folder to a file, both below `content/`.
fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", from.len() - shared);
    up.chain(to[shared..].iter().copied()).collect::<Vec<_>>().join("/")
}

/// The text with `%…` decoded; as written if the result is no text.
fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8().unwrap_or(Cow::Borrowed(text))
}
