//! The names of the places of a document: `5(1)`, `5（3項目め）`, `5第2段落`, `表1の4行目`, `5の2(1)`, `別紙1の2`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::legal::{self, Legal};
use super::lookup::{Lookup, NameUse, name_key};
use super::naming::{Above, annex_name, mark, unnumbered};
use super::place_cursor::atoms;
use super::place_list::{Place, PlaceList};
use crate::japanese::squeezed_keeping_signs;
use crate::policy::{Block, Body, Clause, ClauseKind, Frame, FrameKind, Position, SiblingCounts, plain_text};

/// All places of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    list: PlaceList,
    by_name: BTreeMap<String, usize>,
    /// The claims to each name while names are given. Thousands of places may claim one name.
    claims: BTreeMap<String, u32>,
    /// Further names by the rules of law.
    legal: Legal,
    /// Built when a place is first asked for by another name than its own.
    lookup: OnceLock<Lookup>,
}

/// The places that a written place may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceMatch<'a> {
    /// Exactly this place.
    One(&'a Place),
    /// Several places fit.
    Several(Vec<&'a Place>),
    /// No place fits. [`Places::nearest`] may suggest one.
    Nothing,
}

impl Places {
    /// The places of a body whose positions are assigned.
    ///
    /// Printed numbers are named as printed, in half width; what has none is counted as in its position. Numbers that would
    /// run together are joined with の. Of places that would still be called the same, the later are （2つ目）, （3つ目） …
    #[must_use]
    pub fn of(body: &Body) -> Self {
        let mut places = Self::default();
        let first = body.blocks.iter().position(is_section).unwrap_or(0);
        let (preamble, rest) = body.blocks.split_at(first);
        let opening = Above { written: "前文".into(), ..Above::default() };
        places.blocks(preamble, &opening, &mut SiblingCounts::default());
        places.blocks(rest, &Above::default(), &mut SiblingCounts::default());
        places.list.sort();
        places.claims.clear();
        places.legal = legal::names(body, &places.list);
        places
    }

    /// Places of which nothing but position and name is known, such as those of an earlier version. A name that several have
    /// means them all.
    #[must_use]
    pub fn of_names(all: Vec<Place>) -> Self {
        let mut by_name = BTreeMap::new();
        let mut shared = BTreeSet::new();
        for (at, place) in all.iter().enumerate() {
            let name = name_key(&place.written);
            if by_name.insert(name.clone(), at).is_some() {
                shared.insert(name);
            }
        }
        by_name.retain(|name, _| !shared.contains(name));
        Self { list: PlaceList::of(all), by_name, ..Self::default() }
    }

    /// In the order of the page.
    #[must_use]
    pub fn all(&self) -> &[Place] {
        &self.list.all
    }

    /// The name of the place at a position.
    #[must_use]
    pub fn at(&self, position: &Position) -> Option<&Place> {
        self.list.at(position)
    }

    /// Finds a place as someone wrote it: `5(1)`, `５の（１）`, `5-(1)`, `第5の1`, `5の三つ目の項目`, `第2条第1項第3号`.
    ///
    /// The name this type writes means its place, whatever else could be read into it. Otherwise brackets and joints may be left
    /// out, but never changed: `5(1)` does not find `5①`. Counter words count: `第1条` does not find `第1章`, nor `第2条の3` item (3).
    #[must_use]
    pub fn find(&self, written: &str) -> PlaceMatch<'_> {
        if let Some(&at) = self.by_name.get(&name_key(written)) {
            return PlaceMatch::One(&self.list.all[at]);
        }
        let Some(wanted) = atoms(written).filter(|wanted| !wanted.is_empty()) else { return PlaceMatch::Nothing };
        match self.lookup().find(&wanted)[..] {
            [] => PlaceMatch::Nothing,
            [one] => PlaceMatch::One(&self.list.all[one]),
            ref several => PlaceMatch::Several(several.iter().map(|&at| &self.list.all[at]).collect()),
        }
    }

    /// Suggests a place for one that is not found: the item of that number if it is numbered in another way, else the
    /// place above.
    #[must_use]
    pub fn nearest(&self, written: &str) -> Option<&Place> {
        self.list.all.get(self.lookup().nearest(&atoms(written)?)?)
    }

    fn lookup(&self) -> &Lookup {
        self.lookup.get_or_init(|| {
            let mut lookup = Lookup::default();
            for (at, place) in self.list.all.iter().enumerate() {
                let used = if self.legal.uncertain.contains(&at) { NameUse::PrintedOnly } else { NameUse::Printed };
                lookup.add(&place.written, used, at);
            }
            self.legal.names.iter().for_each(|(name, at)| lookup.add(name, NameUse::Legal, *at));
            lookup
        })
    }

    fn blocks(&mut self, blocks: &[Block], above: &Above<'_>, counts: &mut SiblingCounts) {
        for block in blocks {
            match block {
                Block::Clause(clause) => self.clause(clause, above, counts),
                Block::Table(table) => {
                    counts.tables += 1;
                    let name = self.claim(&table.position, above.joined(&format!("表{}", counts.tables)));
                    for (row, clause) in table.rows.iter().enumerate() {
                        self.claim(&clause.position, format!("{name}の{}行目", row + 1));
                    }
                }
                Block::Quote(blocks) => {
                    counts.quotes += 1;
                    let written = above.joined(&format!("引用{}", counts.quotes)).into();
                    let quote = Above { written, ..Above::default() };
                    self.blocks(blocks, &quote, &mut SiblingCounts::default());
                }
                Block::Frame(frame) => self.frame(frame, above, counts),
                _ => {}
            }
        }
    }

    fn frame(&mut self, frame: &Frame, above: &Above<'_>, counts: &mut SiblingCounts) {
        if matches!(frame.kind, FrameKind::Notice | FrameKind::End) || frame.position.is_empty() {
            return self.blocks(&frame.blocks, above, counts);
        }
        let written = self.claim(&frame.position, annex_name(&plain_text(&frame.text)));
        let annex = Above { written, is_annex: true, ..Above::default() };
        self.blocks(&frame.blocks, &annex, &mut SiblingCounts::default());
    }

    fn clause(&mut self, clause: &Clause, above: &Above<'_>, counts: &mut SiblingCounts) {
        let label = clause.label.as_ref().filter(|label| !label.value.is_empty());
        let continued = label.filter(|label| above.is_continued_by(label));
        let name = match (label, continued) {
            (Some(label), Some(_)) => format!("{}{}", above.before_label, mark(label, None)),
            (Some(label), None) => above.joined(&mark(label, above.label)),
            (None, _) => above.joined(&unnumbered(counts, clause)),
        };
        let written = self.claim(&clause.position, name);
        let before_label = if continued.is_some() { above.before_label } else { &*above.written };
        let below = Above { written, before_label, label, is_annex: false };
        // An item's own text is its first paragraph, so the next one is its second.
        let paragraphs = u32::from(!matches!(clause.kind, ClauseKind::Section { .. }));
        self.blocks(&clause.children, &below, &mut SiblingCounts { paragraphs, ..SiblingCounts::default() });
    }

    /// Gives a place its name, or the next one that is free.
    fn claim(&mut self, position: &Position, name: String) -> Box<str> {
        let mut written = name;
        let mut key = squeezed_keeping_signs(&written);
        if self.by_name.contains_key(&key) {
            let name = std::mem::take(&mut written);
            let copy = self.claims.entry(key.clone()).or_insert(1);
            while self.by_name.contains_key(&key) {
                *copy += 1;
                written = format!("{name}（{copy}つ目）");
                key = squeezed_keeping_signs(&written);
            }
        }
        let written: Box<str> = written.into();
        self.by_name.insert(key, self.list.all.len());
        self.list.all.push(Place { position: position.clone(), written: written.clone() });
        written
    }
}

fn is_section(block: &Block) -> bool {
    matches!(block, Block::Clause(clause) if matches!(clause.kind, ClauseKind::Section { .. }))
}
