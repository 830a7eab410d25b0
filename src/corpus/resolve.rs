//! What a link leads to.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use super::index::content_path;
use super::pages::may_be_file;
use super::{Corpus, Target};
use crate::policy::{DocumentId, FiscalYear};
use crate::source::{Registry, nearest};

/// Schemes a link may lead outside with. Others (`javascript:`, `file:`, `C:\…`) lead nowhere a reader can go.
const SCHEMES: [&str; 5] = ["http", "https", "mailto", "tel", "ftp"];

/// What a link in a document leads to.
///
/// `https:…`, `mailto:…` and `//host` are [`Target::External`]; `/r8/…` is a path of the site as it is published, `../r7/x.md` a
/// path of files below `content/`, seen from the document's own file, `#s5` a place in the same document. Names are decoded
/// from `%…` and compared in NFC. Nothing above the root is ever looked at.
#[must_use]
pub fn resolve(corpus: &Corpus, from: &DocumentId, destination: &str) -> Target {
    if leads_outside(destination) {
        return Target::External;
    }
    if has_scheme(destination) {
        return Target::Missing { suggestion: None };
    }
    Link::new(corpus, from, destination).target()
}

/// What of other documents [`resolve`] looks at besides their names.
pub(super) enum Sight {
    Nothing,
    /// The places of this document.
    Document(DocumentId),
    /// Those of all.
    Everything,
}

/// What [`resolve`] looks at for this destination.
pub(super) fn sight(corpus: &Corpus, from: &DocumentId, destination: &str) -> Sight {
    if has_scheme(destination) || leads_outside(destination) {
        return Sight::Nothing;
    }
    let link = Link::new(corpus, from, destination);
    if link.written.is_empty() {
        return Sight::Document(from.clone());
    }
    let path = link.path(&decoded(link.written));
    match path.as_deref().and_then(|path| link.document(path)) {
        Some(id) => Sight::Document(id),
        None if path.is_some_and(|path| path.starts_with("c/")) => Sight::Everything,
        None => Sight::Nothing,
    }
}

/// Whether a destination may be shown as a link to somewhere else: what opens a page, a mail or a telephone.
/// `javascript:`, `data:`, `file:` and whatever else there may be are not. Browsers ignore blanks and control characters in
/// a scheme (WHATWG URL §4.4), so they are no way around this: such a destination has no known scheme.
#[must_use]
pub fn leads_outside(destination: &str) -> bool {
    let is_known = |scheme: &str| SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known));
    destination.starts_with("//") || scheme(destination).is_some_and(is_known)
}

/// Whether a destination starts with a scheme, followed or not: `https:`, `javascript:`, `C:`.
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

/// A link within the site, taken apart.
struct Link<'a> {
    corpus: &'a Corpus,
    from: &'a DocumentId,
    /// Before `?` and `#`, as written.
    written: &'a str,
    /// After `#`, decoded.
    fragment: Option<String>,
    /// The folder relative paths start from, below `content/`.
    folder: &'a str,
}

impl<'a> Link<'a> {
    fn new(corpus: &'a Corpus, from: &'a DocumentId, destination: &'a str) -> Self {
        let (path, fragment) = match destination.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment)),
            None => (destination, None),
        };
        let written = path.split_once('?').map_or(path, |(path, _)| path);
        let file = corpus.document(from).map_or("", |document| content_path(&document.source.path));
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let fragment = fragment.filter(|text| !text.is_empty()).map(|text| decoded(text).into_owned());
        Self { corpus, from, written, fragment, folder }
    }

    fn target(&self) -> Target {
        if self.written.is_empty() {
            return self.place_in(self.from);
        }
        let decoded = decoded(self.written);
        let Some(path) = self.path(&decoded) else { return Target::Missing { suggestion: None } };
        if let Some(id) = self.document(&path) {
            return self.place_in(&id);
        }
        if self.corpus.assets.contains(&path) {
            return Target::Asset(path);
        }
        if self.is_unread(&path) {
            return Target::Unread;
        }
        let page = path.strip_suffix("index.html").unwrap_or(&path);
        let slashed = format!("{page}/");
        let known = [page, &slashed].into_iter().find(|page| self.corpus.index.is_page(page) || self.is_clause(page));
        match known.or_else(|| [page, &slashed].into_iter().find(|page| self.may_be_file(page))) {
            Some(page) => Target::Page(page.to_owned()),
            None if may_be_made(self.corpus, page) => Target::Unread,
            None => Target::Missing { suggestion: self.suggestion(&path) },
        }
    }

    /// The path from the root, without `.`, `..` and a leading `/`; `None` if it leaves the root.
    fn path(&self, decoded: &str) -> Option<String> {
        let (start, rest) = match decoded.strip_prefix('/') {
            Some(rest) => ("", rest),
            None => (self.folder, decoded),
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
        if let Some(id) = self.corpus.index.files().get(path) {
            return Some(id.clone());
        }
        let id = DocumentId(name_of(path).to_owned());
        self.corpus.document(&id).is_some().then_some(id)
    }

    /// Whether this is the file or the address of a document that cannot be read.
    fn is_unread(&self, path: &str) -> bool {
        let unread = &self.corpus.unread;
        unread.has_documents() && (unread.files.contains(path) || unread.is_document(name_of(path)))
    }

    /// Whether this is the page of a public clause: `c/k7f3q/`.
    fn is_clause(&self, page: &str) -> bool {
        let is_page = page.split('/').count() == 3 && page.ends_with('/');
        is_page && self.document_of_clause(page).is_some_and(|document| !self.corpus.is_withheld(document))
    }

    /// Whether this may be a file that is only known when it is made; never one of a document that is not public.
    fn may_be_file(&self, page: &str) -> bool {
        if !may_be_file(page, |page| self.corpus.index.is_page(page)) {
            return false;
        }
        let Some(id) = clause_of(page) else { return true };
        match self.document_of_clause(page) {
            Some(document) => !self.corpus.is_withheld(document),
            None => self.corpus.ids.were(id) || self.corpus.index.is_grave(id),
        }
    }

    /// The document in which the clause stands whose folder a page is in.
    fn document_of_clause(&self, page: &str) -> Option<&DocumentId> {
        Some(self.corpus.ids.anywhere(clause_of(page)?)?.0)
    }

    fn place_in(&self, id: &DocumentId) -> Target {
        if id != self.from && self.corpus.is_withheld(id) {
            return Target::Withheld(id.clone());
        }
        match &self.fragment {
            Some(fragment) if !self.corpus.index.has_fragment(id, fragment) => {
                let suggestion = self.fragment_like(id, fragment).map(|near| format!("{}#{near}", self.written));
                Target::Missing { suggestion }
            }
            fragment => Target::Document { id: id.clone(), fragment: fragment.clone() },
        }
    }

    /// The id of the clause at a position that has an authored id instead, else the nearest fragment.
    fn fragment_like(&self, id: &DocumentId, fragment: &str) -> Option<String> {
        let otherwise = self.corpus.index.fragment_at(id, fragment).map(str::to_owned);
        otherwise.or_else(|| nearest(fragment, self.corpus.index.fragments_around(id, fragment)).map(str::to_owned))
    }

    /// The nearest document or file, written the way the link is written: the same name in another folder, else a name
    /// like it in the same folder. Other pairs are not compared: a folder that was renamed under many links costs little.
    fn suggestion(&self, path: &str) -> Option<String> {
        let is_absolute = self.written.starts_with('/');
        let (folder, name) = split(path.trim_end_matches('/'));
        let public = self.corpus.index.files().iter().filter(|(_, id)| !self.corpus.is_withheld(id));
        let names = public.map(|(file, id)| if is_absolute { id.0.as_str() } else { file.as_str() });
        let candidates = || names.clone().chain(self.corpus.assets.iter().map(String::as_str)).map(split);
        let near = candidates().find(|known| known.1 == name).or_else(|| {
            let beside = || candidates().filter(|known| known.0 == folder);
            let like = nearest(stem(name), beside().map(|known| stem(known.1)))?;
            beside().find(|known| stem(known.1) == like)
        })?;
        let near = [near.0, near.1].join("/").trim_start_matches('/').to_owned();
        Some(match (is_absolute, self.corpus.assets.contains(&near)) {
            (true, true) => format!("/{near}"),
            (true, false) => format!("/{near}/"),
            (false, _) => relative(self.folder, &near),
        })
    }
}

/// The id of the clause in whose folder a page is: `c/k7f3q/…`.
fn clause_of(page: &str) -> Option<&str> {
    Some(page.strip_prefix("c/")?.split_once('/')?.0)
}

/// Whether a page that is not there might be, could all files be read: that of a year, of a clause, of a plan.
fn may_be_made(corpus: &Corpus, page: &str) -> bool {
    let unread = &corpus.unread;
    let first = page.split('/').next().unwrap_or_default();
    match first {
        "plans" => unread.registries.contains(&Registry::Plans),
        "organizations" => unread.registries.contains(&Registry::Organizations),
        "terms" => unread.registries.contains(&Registry::Terms),
        "c" | "years" | "trace" | "objectives" | "sdgs" | "search" => unread.has_documents(),
        year => unread.has_documents() && FiscalYear::parse(year).is_ok(),
    }
}

/// The document's name in its address, with or without the end of it.
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

/// `%…` decoded; as written where that gives no text.
fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8().unwrap_or(Cow::Borrowed(text))
}
