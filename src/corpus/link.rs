//! Puts the documents together and links them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::document_set::content_path;
use super::{Cascade, Corpus, CorpusMemory, DocumentSet, Drafts, Early, Links, Succession, Variants, pages};
use crate::policy::{Body, ClauseId, Document, DocumentId, SiteRelease, Tombstone};
use crate::source::Sources;

/// All that a corpus is made from.
#[derive(Debug)]
pub struct LinkInput {
    /// The files of the site.
    pub sources: Sources,
    /// The texts of the documents, with their addresses.
    pub bodies: BTreeMap<DocumentId, Arc<Body>>,
    /// The moment for which it is decided which documents are public
    /// ([`Metadata::is_public`](crate::policy::Metadata::is_public)).
    pub now: Timestamp,
    /// Whether documents that are not public are shown.
    pub drafts: Drafts,
    /// Former names of documents and their present ones.
    pub renamed: BTreeMap<DocumentId, DocumentId>,
    /// Documents that were taken down, with a tombstone for each clause.
    pub taken_down: BTreeMap<DocumentId, Vec<Tombstone>>,
    /// How the site stands to its releases.
    pub release: SiteRelease,
}

/// Joins the files with the texts, separates the public documents from the others, and finds all references. Documents
/// whose references depend on nothing that has changed since the last run are not looked through again.
#[must_use]
pub fn link(input: LinkInput, memory: &mut CorpusMemory) -> Corpus {
    let documents = document_set(input, memory);
    let linked = memory.linked(&documents);
    let links = Links::of(&linked, |id| documents.public.contains_key(id));
    let texts = linked.into_iter().map(|(id, linked)| (id, Arc::clone(&linked.body))).collect();
    let documents = documents.with_texts(texts);
    // The cascade is gathered anew every time: it reaches into all documents, and takes little time.
    let cascade = Cascade::of(&documents);
    let pages = pages::link_targets(&documents, &cascade);
    let taken_down = documents.taken_down.values().flatten();
    let ids_taken_down: BTreeSet<ClauseId> = taken_down.flat_map(|gone| gone.ids().cloned()).collect();
    Corpus { documents, links, cascade, pages, ids_taken_down }
}

fn document_set(input: LinkInput, memory: &mut CorpusMemory) -> DocumentSet {
    let LinkInput { sources, mut bodies, now, drafts, renamed, mut taken_down, release } = input;
    let (mut public, mut withheld, mut sidecars) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut early = BTreeMap::new();
    for (id, read) in sources.documents {
        let body = bodies.remove(&id).unwrap_or_default();
        let documents = match (Early::of(&read.meta, now), drafts) {
            (None, _) => &mut public,
            (Some(_), Drafts::Withheld) => &mut withheld,
            (Some(why), Drafts::Shown) => {
                early.insert(id.clone(), why);
                &mut public
            }
        };
        documents.insert(id.clone(), Document { id: id.clone(), source: read.source, meta: read.meta, body });
        sidecars.insert(id, read.sidecar);
    }
    // A preview shows a document that is being written again in place of the note that it was taken down.
    taken_down.retain(|id, _| !public.contains_key(id));
    let all: Vec<&Document> = public.values().chain(withheld.values()).collect();
    let file = |document: &&Document| (content_path(&document.source.path).to_owned(), document.id.clone());
    let zone = jiff::tz::TimeZone::get(&sources.site.time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
    DocumentSet {
        files: all.iter().map(file).collect(),
        addresses: memory.addresses(&all),
        with_objectives: memory.with_objectives(&all),
        variants: Variants::of(&public),
        succession: Succession::of(&public),
        today: now.to_zoned(zone).date(),
        site: sources.site,
        now,
        public,
        withheld,
        early,
        drafts,
        sidecars,
        organizations: sources.organizations,
        plans: sources.plans,
        terms: sources.terms,
        assets: sources.assets,
        unread: sources.unread,
        renamed,
        taken_down,
        release,
    }
}
