//! Putting the documents together.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Cascade, Corpus, Drafts, Early, Ids, Index, Links, Memory, Succession, Variants};
use crate::policy::{Body, Document, DocumentId};
use crate::source::Sources;

/// Joins what the files say with the texts, and parts the public documents from those that may not be seen at `now`
/// ([`Metadata::is_public`](crate::policy::Metadata::is_public)).
#[must_use]
pub fn link(sources: Sources, bodies: BTreeMap<DocumentId, impl Into<Arc<Body>>>, now: jiff::Timestamp) -> Corpus {
    let bodies = bodies.into_iter().map(|(id, body)| (id, body.into())).collect();
    link_remembered((sources, bodies), now, Drafts::Withheld, &mut Memory::default())
}

/// The same, perhaps for those who may see more; what sees the same as the last time is not linked again.
#[must_use]
pub fn link_remembered(
    (sources, mut bodies): (Sources, BTreeMap<DocumentId, Arc<Body>>),
    now: jiff::Timestamp,
    drafts: Drafts,
    memory: &mut Memory,
) -> Corpus {
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
    let (variants, succession) = (Variants::of(&public), Succession::of(&public));
    let faces = memory.faces(public.values().chain(withheld.values()));
    let with_goals = memory.with_goals(public.values().chain(withheld.values()));
    let index = Index::new(public.values().chain(withheld.values()), &faces);
    let ids = Ids::of(&faces);
    let zone = jiff::tz::TimeZone::get(&sources.site.time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let mut corpus = Corpus {
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
        links: Links::default(),
        cascade: Cascade::default(),
        renamed: BTreeMap::new(),
        taken_down: BTreeMap::new(),
        index,
        ids,
        variants,
        succession,
        with_goals,
    };
    Links::find(&mut corpus, &faces, memory);
    // Who takes up what is gathered anew every time: it is looked up in all documents, and soon done.
    corpus.cascade = Cascade::of(&corpus);
    corpus.index_pages();
    corpus
}
