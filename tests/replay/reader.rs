//! A reader who keeps every address that was ever on a page and follows all of them after every revision.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Truth;
use crate::page::{ClausePage, FragmentContent, Page, Target};
use crate::site::Site;

/// The target of an address.
#[derive(Debug, Clone)]
enum Place {
    /// A clause.
    Clause(Truth),
    /// A note that another clause has this position now, with the clauses it links to.
    Note(BTreeSet<Truth>),
    /// A tombstone with the clauses it links to.
    Gone(String, BTreeSet<Truth>),
}

/// The clauses that an address has meant.
#[derive(Debug, Default)]
struct Meanings(BTreeSet<Truth>);

#[derive(Default)]
pub(crate) struct Reader {
    /// Every address seen so far, with the clauses it has meant.
    seen: BTreeMap<Target, Meanings>,
    /// Every text a clause has had.
    texts: BTreeMap<Truth, BTreeSet<String>>,
    /// Pages of clauses as last read. Most of them do not change.
    clause_pages: Cache,
}

/// Pages by path: their bytes and what was read from them.
type Cache = BTreeMap<String, (Vec<u8>, ClausePage)>;

impl Reader {
    pub(crate) fn addresses(&self) -> usize {
        self.seen.len()
    }

    /// Follows every earlier address, then notes the present ones.
    pub(crate) fn visit(&mut self, site: &Site, history: &[String]) {
        let mut walk = Walk { site, pages: BTreeMap::new(), clause_pages: std::mem::take(&mut self.clause_pages) };
        for (address, meanings) in &self.seen {
            let told = || format!("{address:?} meant {:?}\n{}", meanings.0, history.join("\n"));
            let place = walk.follow(address, 0);
            let Some(place) = place else { panic!("lost: {}", told()) };
            if let Err(why) = self.check(site, address, meanings, &place) {
                panic!("{why}: {place:?}: {}", told());
            }
        }
        self.note(site, &mut walk);
        self.clause_pages = walk.clause_pages;
    }

    fn check(&self, site: &Site, address: &Target, meanings: &Meanings, place: &Place) -> Result<(), &'static str> {
        let kin = |truth: &Truth| site.lineage.descendants(*truth);
        let all_kin: BTreeSet<Truth> = meanings.0.iter().flat_map(kin).collect();
        match place {
            Place::Clause(now) if meanings.0.iter().all(|meaning| kin(meaning).contains(now)) => Ok(()),
            Place::Clause(_) => Err("leads to another clause"),
            Place::Gone(_, leads) if !leads.is_subset(&all_kin) => Err("leads on to another clause"),
            Place::Note(_) if permanent(&address.1).is_some() => Err("a permanent address has changed hands"),
            Place::Note(leads) => self.check_note(site, address, leads),
            Place::Gone(words, _) => {
                let mut texts = all_kin.iter().filter_map(|truth| self.texts.get(truth)).flatten();
                if texts.any(|text| words.contains(text.as_str())) { Ok(()) } else { Err("says something else") }
            }
        }
    }

    /// A note links to the clauses that have stood at the position, and to no others.
    fn check_note(&self, site: &Site, address: &Target, leads: &BTreeSet<Truth>) -> Result<(), &'static str> {
        let stood_here = |(path, fragment): &Target| {
            permanent(fragment).is_some_and(|place| place == address.1) && site.is_same_document(path, &address.0)
        };
        let holders = self.seen.iter().filter(|(address, _)| stood_here(address)).flat_map(|(_, meanings)| &meanings.0);
        let kin: BTreeSet<Truth> = holders.flat_map(|truth| site.lineage.descendants(*truth)).collect();
        if leads.is_subset(&kin) { Ok(()) } else { Err("the note leads on to a clause that never stood here") }
    }

    /// Notes every fragment of every page and every page of a clause.
    fn note(&mut self, site: &Site, walk: &mut Walk<'_>) {
        for (index, held) in site.documents.iter().enumerate() {
            for node in held.document.nodes() {
                self.texts.entry(node.truth).or_default().insert(node.text.clone());
            }
            let path = site.page(index);
            let fragments: Vec<String> = walk.page(&path).contents.keys().cloned().collect();
            for fragment in fragments {
                self.note_one(walk, (path.clone(), fragment));
            }
        }
        for (path, _) in site.files.iter().filter(|(path, _)| path.starts_with("c/")) {
            self.note_one(walk, (path.to_owned(), String::new()));
        }
    }

    fn note_one(&mut self, walk: &mut Walk<'_>, address: Target) {
        if let Some(Place::Clause(truth)) = walk.follow(&address, 0) {
            self.seen.entry(address).or_default().0.insert(truth);
        }
    }
}

/// A walk through the pages of one build.
struct Walk<'a> {
    site: &'a Site,
    pages: BTreeMap<String, Page>,
    clause_pages: Cache,
}

impl Walk<'_> {
    fn page(&mut self, path: &str) -> &Page {
        self.pages.entry(path.to_owned()).or_insert_with(|| Page::read(&self.site.files, path))
    }

    /// The target of an address, if there is one.
    fn follow(&mut self, address: &Target, depth: usize) -> Option<Place> {
        assert!(depth < 100, "{address:?} leads in a circle");
        let (path, fragment) = address;
        self.site.files.get(path)?;
        if path.starts_with("c/") {
            return self.clause_page(path, depth);
        }
        match self.page(path).contents.get(fragment)?.clone() {
            FragmentContent::Clause(at) => {
                let index = (0..self.site.documents.len()).find(|&index| self.site.page(index) == *path)?;
                Some(Place::Clause(self.site.documents[index].document.nodes()[at].truth))
            }
            FragmentContent::Note(links) => Some(Place::Note(self.ends(&links, depth))),
            FragmentContent::Gone(words, links) => Some(Place::Gone(words, self.ends(&links, depth))),
            FragmentContent::Moved(target) => self.follow(&target, depth + 1),
        }
    }

    fn clause_page(&mut self, path: &str, depth: usize) -> Option<Place> {
        let page = self.read_clause_page(path);
        let links: Vec<Target> = page.links.into_iter().filter(|(_, fragment)| !fragment.is_empty()).collect();
        if page.is_told {
            return match &links[..] {
                [only] if page.text.is_empty() => self.follow(only, depth + 1),
                _ => Some(Place::Gone(page.text, self.ends(&links, depth))),
            };
        }
        let place = self.follow(links.last()?, depth + 1)?;
        let Place::Clause(truth) = place else { return None };
        let nodes = self.site.documents.iter().flat_map(|held| held.document.nodes());
        let text = &nodes.into_iter().find(|node| node.truth == truth)?.text;
        assert!(page.text.contains(text.as_str()), "{path} shows {} and leads to {text}", page.text);
        Some(place)
    }

    fn read_clause_page(&mut self, path: &str) -> ClausePage {
        let bytes = self.site.files.get(path).unwrap();
        match self.clause_pages.get(path).filter(|(known, _)| *known == *bytes) {
            Some((_, page)) => page.clone(),
            None => {
                let page = ClausePage::read(&self.site.files, path);
                self.clause_pages.insert(path.to_owned(), (bytes.into_owned(), page.clone()));
                page
            }
        }
    }

    /// The clauses to which links lead. A tombstone leads on to its successors.
    fn ends(&mut self, links: &[Target], depth: usize) -> BTreeSet<Truth> {
        let mut ends = BTreeSet::new();
        for link in links {
            match self.follow(link, depth + 1) {
                Some(Place::Clause(truth)) => drop(ends.insert(truth)),
                Some(Place::Note(more) | Place::Gone(_, more)) => ends.extend(more),
                None => panic!("the link to {link:?} is broken"),
            }
        }
        ends
    }
}

/// The position in a permalink: `s5-1` of `s5-1.k7f3q`. A bare position such as `s5-1.d2` has none.
fn permanent(fragment: &str) -> Option<&str> {
    let (position, id) = fragment.rsplit_once('.')?;
    let is_copy = id.strip_prefix('d').is_some_and(|count| count.bytes().all(|byte| byte.is_ascii_digit()));
    (!is_copy).then_some(position)
}
