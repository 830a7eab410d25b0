//! The Atom feed of clause changes: each clause that is new, reworded or gone is an entry with a permanent id. A new number alone
//! is no entry. The dates are those of the documents.

use std::collections::BTreeMap;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use jiff::civil::Date;

use super::documents::{Xml, author, element, in_language, midnight, printable, reference};
use crate::policy::{Clause, ClauseId, Document, Position, Site, Tombstone, TombstoneState};
use crate::site::frame::excerpt::excerpt;
use crate::site::frame::link;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::filled;

/// The most entries; older changes are in the data.
const ENTRIES: usize = 500;

/// The last change of a clause.
struct ClauseChange<'a> {
    date: Date,
    document: &'a Document,
    id: &'a ClauseId,
    kind: ChangeKind<'a>,
}

#[derive(Clone, Copy)]
enum ChangeKind<'a> {
    New(LastWording<'a>),
    Reworded(LastWording<'a>),
    Gone(&'a Tombstone),
}

/// What has an address now: a clause, or a table or annex, which has no text of its own.
#[derive(Clone, Copy)]
struct LastWording<'a> {
    position: &'a Position,
    clause: Option<&'a Clause>,
}

/// The feed; none where no document has a date.
pub(crate) fn changes(site: &SiteContext<'_>) -> Option<Vec<u8>> {
    let corpus = site.corpus;
    let mut all: Vec<ClauseChange<'_>> = corpus.decided().flat_map(of_document).collect();
    all.sort_by(|a, b| {
        b.date.cmp(&a.date).then_with(|| a.document.id.cmp(&b.document.id)).then_with(|| a.id.cmp(b.id))
    });
    all.truncate(ENTRIES);
    let newest = midnight(&corpus.site, all.first()?.date);
    let mut xml = Writer::new(Vec::new());
    write(&mut xml, site, &newest, &all).ok()?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Some(bytes)
}

/// A clause that was moved lives on under its id: where it is now, it is no news, and where it was neither.
fn of_document(document: &Document) -> Vec<ClauseChange<'_>> {
    let addresses = &document.body.addresses;
    let mut wordings = BTreeMap::new();
    document.body.each_address(|address| {
        wordings.insert(address.id, LastWording { position: address.position, clause: None });
    });
    document.body.each_clause(|clause| {
        wordings.insert(&clause.id, LastWording { position: &clause.position, clause: Some(clause) });
    });
    let standing = addresses.dates.iter().filter_map(|dates| {
        let wording = wordings.get(&dates.id).copied()?;
        let (date, kind) = match (dates.first, dates.reworded) {
            (first, Some(reworded)) if first.is_none_or(|first| first < reworded) => {
                (reworded, ChangeKind::Reworded(wording))
            }
            (first, _) => (first?, ChangeKind::New(wording)),
        };
        Some(ClauseChange { date, document, id: &dates.id, kind })
    });
    let gone = addresses.tombstones.iter().filter(|gone| gone.state != TombstoneState::Moved);
    let gone = gone.filter_map(|gone| {
        Some(ClauseChange { date: gone.date?, document, id: &gone.id, kind: ChangeKind::Gone(gone) })
    });
    standing.chain(gone).collect()
}

fn write(xml: &mut Xml, context: &SiteContext<'_>, newest: &str, all: &[ClauseChange<'_>]) -> std::io::Result<()> {
    let (site, words) = (&context.corpus.site, context.words());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let feed = xml
        .create_element("feed")
        .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", site.language.as_str())]);
    feed.write_inner_content(|xml| {
        element(xml, "title", &filled(words.changes_title, &[("title", &site.title)]))?;
        element(xml, "id", &tag(site, "changes"))?;
        element(xml, "updated", newest)?;
        reference(xml, "self", &link::absolute(&site.base_url, link::CHANGES))?;
        reference(xml, "alternate", &link::absolute(&site.base_url, link::HOME))?;
        author(xml, &site.city)?;
        all.iter().try_for_each(|change| entry(xml, context, change))
    })?;
    Ok(())
}

fn entry(xml: &mut Xml, context: &SiteContext<'_>, change: &ClauseChange<'_>) -> std::io::Result<()> {
    let (site, words, clauses) = (&context.corpus.site, context.words(), &context.clauses);
    let id = &change.document.id;
    let (word, term, name, text) = match change.kind {
        ChangeKind::New(now) => (words.change_new, "new", clauses.citation(id, now.position), now.excerpt()),
        ChangeKind::Reworded(now) => {
            (words.change_reworded, "reworded", clauses.citation(id, now.position), now.excerpt())
        }
        ChangeKind::Gone(gone) => (
            words.change_gone,
            "withdrawn",
            format!("{}{}", clauses.citation_before_place(id), gone.name),
            gone.text.to_string(),
        ),
    };
    xml.create_element("entry").write_inner_content(|xml| {
        element(xml, "title", &filled(word, &[("name", &name)]))?;
        element(xml, "id", &tag(site, change.id.as_str()))?;
        element(xml, "updated", &midnight(site, change.date))?;
        reference(xml, "alternate", &link::absolute(&site.base_url, &link::clause_file(change.id)))?;
        xml.create_element("category").with_attribute(("term", term)).write_empty()?;
        // The title is a sentence of the site; the summary is of the document.
        let summary = in_language(xml.create_element("summary"), site, &change.document.meta.language);
        summary.write_text_content(BytesText::new(&printable(if text.trim().is_empty() { &name } else { &text })))?;
        Ok(())
    })?;
    Ok(())
}

impl LastWording<'_> {
    fn excerpt(self) -> String {
        self.clause.map(excerpt).unwrap_or_default()
    }
}

/// The permanent name of an entry (RFC 4151): the site's host in the year in which this scheme began, and the permanent id.
fn tag(site: &Site, name: &str) -> String {
    let after_scheme = site.base_url.split_once("://").map_or(site.base_url.as_str(), |(_, rest)| rest);
    let host = after_scheme.split(['/', ':']).next().unwrap_or_default();
    format!("tag:{host},2026:{name}")
}
