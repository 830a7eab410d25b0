//! Pages where documents no longer are: those that were renamed, and those that were taken down.
//!
//! A fragment never reaches a server, and no redirection in the page itself keeps it. So the page of an old address holds
//! every fragment of the document, each with a link to its new place; with a script the reader is taken there at once.

use std::collections::BTreeSet;

use tera::Value;

use crate::policy::{ClauseAddress, Document, DocumentId, Fragment, Position, Tombstone};
use crate::site::feeds::redirects;
use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::{PageContext, filled};
use crate::site::text::addresses::push_anchor;
use crate::site::text::tombstones::{self, in_order};

/// The pages, and the lists for servers.
pub(crate) fn files(site: &SiteContext<'_>) -> Vec<OutputFile> {
    let renamed = site.corpus.former_names();
    let mut files: Vec<OutputFile> = renamed.iter().map(|(former, document)| moved(site, former, document)).collect();
    if !renamed.is_empty() {
        let base_url = &site.corpus.site.base_url;
        files.push(OutputFile::new(link::REDIRECTS, redirects::json(base_url, &renamed).into_bytes()));
        files.push(OutputFile::new("_redirects", redirects::lines(base_url, &renamed).into_bytes()));
    }
    files.extend(site.corpus.taken_down.iter().map(|(id, tombstones)| gone(site, id, tombstones)));
    files
}

/// The page of a former name.
fn moved(site: &SiteContext<'_>, former: &DocumentId, document: &Document) -> OutputFile {
    let (file, now) = (link::document_file(former), link::document_file(&document.id));
    let (title, language) = (&document.meta.title.value, &document.meta.language);
    let words = site.words_in(language);
    let heading = filled(words.moved_title, &[("title", title)]);
    let head = PageHead { canonical: Some(&now), language, ..PageHead::plain(&file, &heading, words.moved_document) };
    let list = Value::safe_string(&list(site, site.on_page(&file, language), document));
    let values = [("now", Value::from(now.as_str())), ("title", Value::from(title.as_str())), ("body", list)];
    site.page(&head, "moved.html", values)
}

/// The page of a document that was taken down.
fn gone(site: &SiteContext<'_>, id: &DocumentId, tombstones: &[Tombstone]) -> OutputFile {
    let (file, words) = (link::document_file(id), site.words());
    let list = Value::safe_string(&tombstones::list(site, site.on(&file), tombstones));
    site.page(&PageHead::plain(&file, words.taken_down, words.taken_down_why), "gone.html", [("body", list)])
}

/// Everything with an address as HTML, each at its old fragments and with a link to its new place.
fn list(site: &SiteContext<'_>, page: PageContext<'_>, document: &Document) -> String {
    let addresses = &document.body.addresses;
    let mut list = OldAddresses { page, items: String::new(), seen: BTreeSet::new() };
    document.body.each_address(|address| {
        let mut link = String::new();
        site.clauses.push_link(&mut link, page, &document.id, address.position);
        list.push(&address.fragment(), fragments(document, address), &link);
    });
    let file = link::document_file(&document.id);
    let citation = site.clauses.citation_before_place(&document.id);
    let href = |fragment: &Fragment| link::relative(page.file, &file, Some(fragment));
    for gone in in_order(&addresses.tombstones) {
        let fragments = tombstones::fragments(gone, |position| addresses.is_unambiguous(position));
        let id = Fragment::from(&gone.id);
        list.push(&id, fragments, &page.parts.no_longer.with([&href(&id), &citation, &gone.name]));
    }
    for known in &addresses.retargeted {
        let position = Fragment::from(&known.position);
        let link = page.parts.renumbered.with([&href(&position), &citation, &known.name]);
        list.push(&position, Vec::new(), &link);
    }
    page.parts.address_list.with([&list.items])
}

/// A list of old addresses.
struct OldAddresses<'a> {
    page: PageContext<'a>,
    items: String,
    /// No id stands on a page twice.
    seen: BTreeSet<Fragment>,
}

impl OldAddresses<'_> {
    /// Adds an item at a fragment, unless that has one, and at other fragments.
    fn push(&mut self, fragment: &Fragment, others: Vec<Fragment>, content: &str) {
        if !self.seen.insert(fragment.clone()) {
            return;
        }
        let mut anchors = String::new();
        for other in others {
            if self.seen.insert(other.clone()) {
                push_anchor(&mut anchors, &other);
            }
        }
        self.page.parts.address_item.push(&mut self.items, [fragment.as_str(), &anchors, content]);
    }
}

/// Every fragment but the first that has led to a place, and to no other.
fn fragments(document: &Document, address: ClauseAddress<'_>) -> Vec<Fragment> {
    let is_unambiguous = |position: &&Position| document.body.addresses.is_unambiguous(position);
    let mut all = Vec::new();
    if address.id.is_empty() {
        return all;
    }
    all.push(address.permalink());
    all.extend(Some(address.position).filter(is_unambiguous).map(Fragment::from));
    for place in address.former {
        all.extend([place.fragment(), Fragment::from(&place.id)]);
        all.extend(Some(&place.position).filter(is_unambiguous).map(Fragment::from));
    }
    all
}
