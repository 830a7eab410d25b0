//! Somebody who keeps every address that was ever on a page, and follows all of them after every revision.

use std::collections::{BTreeMap, BTreeSet};

use hoshin::policy::{Body, DocumentId};

use crate::model::Truth;
use crate::site::Site;

/// What an address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Clause(Truth),
    Tombstone,
    /// A note that says which clauses stood here.
    Note,
}

/// An address: the document's index and the fragment; without a document, `/c/<id>/`.
type Address = (Option<usize>, String);

#[derive(Default)]
pub(crate) struct Reader {
    /// Every address ever seen and every clause it has meant.
    seen: BTreeMap<Address, BTreeSet<Truth>>,
}

impl Reader {
    pub(crate) fn addresses(&self) -> usize {
        self.seen.len()
    }

    /// Follows every address of the past, then notes those of today.
    pub(crate) fn visit(&mut self, site: &Site, history: &[String]) {
        let places = places(site);
        for ((document, fragment), meanings) in &self.seen {
            let place = places.get(&(*document, fragment.clone()));
            let Some(place) = place else { panic!("{document:?}#{fragment} is lost after\n{}", history.join("\n")) };
            if let Place::Clause(now) = place {
                for meaning in meanings {
                    let is_same = site.lineage.descendants(*meaning).contains(now);
                    let told = format!("{document:?}#{fragment} meant {meaning}, leads to {now} after");
                    assert!(is_same, "{told}\n{}", history.join("\n"));
                }
            }
        }
        for (address, place) in places {
            if let Place::Clause(truth) = place {
                self.seen.entry(address).or_default().insert(truth);
            }
        }
    }
}

/// Every anchor of every page, as a page would have them; none may be there twice.
fn places(site: &Site) -> BTreeMap<Address, Place> {
    let mut places = BTreeMap::new();
    let mut stones = Vec::new();
    for (index, held) in site.documents.iter().enumerate() {
        let body = &site.assigned.bodies[&DocumentId(held.stem.clone())];
        let mut page = BTreeMap::new();
        let mut add = |fragment: String, place: Place| {
            let twice = page.insert(fragment.clone(), place);
            assert_eq!(twice, None, "two anchors #{fragment}");
        };
        clauses(body, site, &mut add);
        tombstones(body, &mut add);
        let positions: BTreeSet<_> = body.addresses.retargeted.iter().map(|note| &note.position).collect();
        positions.into_iter().for_each(|position| add(position.to_string(), Place::Note));
        body.each_clause(|clause| {
            let truth = Place::Clause(site.truths[&clause.id]);
            assert_eq!(places.insert((None, clause.id.to_string()), truth), None, "two pages /c/{}/", clause.id);
            for former in clause.former.iter().filter(|former| former.id != clause.id) {
                places.insert((None, former.id.to_string()), truth);
            }
        });
        stones.extend(
            body.addresses.tombstones.iter().flat_map(|stone| {
                stone.former.iter().map(|former| former.id.to_string()).chain([stone.id.to_string()])
            }),
        );
        places.extend(page.into_iter().map(|(fragment, place)| ((Some(index), fragment), place)));
    }
    // A clause that was moved has its page where it stands now.
    stones.into_iter().for_each(|id| {
        places.entry((None, id)).or_insert(Place::Tombstone);
    });
    places
}

fn clauses(body: &Body, site: &Site, add: &mut impl FnMut(String, Place)) {
    body.each_clause(|clause| {
        let place = Place::Clause(site.truths[&clause.id]);
        add(clause.id.to_string(), place);
        add(clause.permalink(), place);
        if body.addresses.is_unambiguous(&clause.position) {
            add(clause.position.to_string(), place);
        }
        let mut names = BTreeSet::new();
        for former in &clause.former {
            add(former.fragment(), place);
            if former.position != clause.position && body.addresses.is_unambiguous(&former.position) {
                names.insert(former.position.to_string());
            }
            if former.id != clause.id {
                names.insert(former.id.to_string());
            }
        }
        names.into_iter().for_each(|name| add(name, place));
    });
}

fn tombstones(body: &Body, add: &mut impl FnMut(String, Place)) {
    for stone in &body.addresses.tombstones {
        add(stone.id.to_string(), Place::Tombstone);
        add(stone.fragment(), Place::Tombstone);
        let mut names = BTreeSet::new();
        if body.addresses.is_unambiguous(&stone.position) {
            names.insert(stone.position.to_string());
        }
        for former in &stone.former {
            add(former.fragment(), Place::Tombstone);
            if body.addresses.is_unambiguous(&former.position) {
                names.insert(former.position.to_string());
            }
            if former.id != stone.id {
                names.insert(former.id.to_string());
            }
        }
        names.into_iter().for_each(|name| add(name, Place::Tombstone));
    }
}
