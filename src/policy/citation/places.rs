//! The names of the places of a document: `5(1)`, `5（3項目め）`, `5第2段落`, `表1の4行目`, `5の2(1)`, `別紙1の2`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::english;
use super::legal::{self, Legal};
use super::lookup::{Lookup, NameUse, name_key};
use super::naming::{Above, annex_name, mark, unnumbered};
use super::place_cursor::atoms;
use super::place_list::{Place, PlaceList};
use crate::japanese::squeezed_keeping_signs;
use crate::policy::{
    Block, Body, Clause, ClauseKind, Frame, FrameKind, Label, LabelKind, NamingLanguage, Position, SiblingCounts,
    plain_text,
};

/// All places of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    list: PlaceList,
    by_name: BTreeMap<String, usize>,
    /// The claims to each name while names are given. Thousands of places may claim one name.
    claims: BTreeMap<String, u32>,
    language: NamingLanguage,
    /// Names without the divisions above, where numbers run through a document: 1.020 of Chapter 2, 1.020.
    short: Vec<(Box<str>, usize)>,
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
        let language = body.naming;
        places.language = language;
        let outermost = || Above { language, ..Above::default() };
        let opening = Above { written: in_language(language, "前文", "preamble").into(), ..outermost() };
        places.blocks(preamble, &opening, &mut SiblingCounts::default());
        places.blocks(rest, &outermost(), &mut SiblingCounts::default());
        places.preamble(body);
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

    /// Gives the preamble its name as a whole, which leads to its beginning. That of a statute whose articles are no headings is
    /// not printed in the names of its paragraphs, but cited: 前文第2段落.
    fn preamble(&mut self, body: &Body) {
        let first = body.blocks.iter().find(|block| is_section(block) || is_article(block));
        let Some(Block::Clause(first)) = first else { return };
        let length = self.list.all.iter().position(|place| place.position == first.position).unwrap_or(0);
        let word = in_language(self.language, "前文", "preamble");
        let opening = Above { written: word.into(), language: self.language, ..Above::default() };
        let before = self.list.all[..length].iter().enumerate();
        let unnamed = before.filter(|(_, place)| !place.written.starts_with(word));
        self.short.extend(unnamed.map(|(at, place)| (opening.joined(&place.written).into(), at)));
        if length > 0 {
            self.short.push((word.into(), 0));
        }
    }

    /// Tells if the paragraphs of the article at a position are known, those without a number included.
    pub(super) fn knows_paragraphs(&self, article: &Position) -> bool {
        self.list.number_at(article).is_some_and(|number| !self.legal.unclear.contains(&number))
    }

    fn lookup(&self) -> &Lookup {
        self.lookup.get_or_init(|| {
            let mut lookup = Lookup::default();
            for (at, place) in self.list.all.iter().enumerate() {
                let used = if self.legal.uncertain.contains(&at) { NameUse::PrintedOnly } else { NameUse::Printed };
                lookup.add(&place.written, used, at);
            }
            self.short.iter().for_each(|(name, at)| lookup.add(name, NameUse::Shortened, *at));
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
                    let (table_word, row_word) = match self.language {
                        NamingLanguage::Japanese => ("表", "の"),
                        NamingLanguage::English => ("table ", ", row "),
                    };
                    let name = self.claim(&table.position, above.joined(&format!("{table_word}{}", counts.tables)));
                    let end = in_language(self.language, "行目", "");
                    for (row, clause) in table.rows.iter().enumerate() {
                        self.claim(&clause.position, format!("{name}{row_word}{}{end}", row + 1));
                    }
                }
                Block::Quote(blocks) => {
                    counts.quotes += 1;
                    let written = {
                        let word = in_language(self.language, "引用", "quotation ");
                        above.joined(&format!("{word}{}", counts.quotes)).into()
                    };
                    let quote = Above { written, language: self.language, ..Above::default() };
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
        let written = self.claim(&frame.position, annex_name(&plain_text(&frame.text), self.language));
        let annex = Above { written, is_annex: true, language: self.language, ..Above::default() };
        self.blocks(&frame.blocks, &annex, &mut SiblingCounts::default());
    }

    fn clause(&mut self, clause: &Clause, above: &Above<'_>, counts: &mut SiblingCounts) {
        let label = clause.label.as_ref().filter(|label| !label.value.is_empty());
        let continued = label.filter(|label| above.is_continued_by(label));
        let name = match (label, continued) {
            (Some(label), Some(_)) => {
                format!("{}{}", above.before_label, mark(label, &Above { language: self.language, ..Above::default() }))
            }
            (Some(label), None) => above.joined(&mark(label, above)),
            (None, _) => above.joined(&unnumbered(counts, clause, self.language)),
        };
        let written = self.claim(&clause.position, name);
        let before_label = if continued.is_some() { above.before_label } else { &*above.written };
        let short = self.shortened(label, above, &written);
        let below = Above { written, before_label, label, is_annex: false, language: self.language, short };
        // An item's own text is its first paragraph, so the next one is its second.
        let paragraphs = u32::from(!matches!(clause.kind, ClauseKind::Section { .. }));
        self.blocks(&clause.children, &below, &mut SiblingCounts { paragraphs, ..SiblingCounts::default() });
    }

    /// The name of a clause without the divisions above it; empty where it would be the whole name.
    fn shortened(&mut self, label: Option<&Label>, above: &Above<'_>, written: &str) -> Box<str> {
        if self.language == NamingLanguage::Japanese {
            return "".into();
        }
        let own = written.strip_prefix(&*above.written).unwrap_or_default();
        let short: Box<str> = match label {
            Some(label) if english::stands_alone(label) => english::mark(label).into(),
            _ if above.short.is_empty() => "".into(),
            _ => format!("{}{own}", above.short).into(),
        };
        if !short.is_empty() && *short != *written {
            self.short.push((short.clone(), self.list.all.len() - 1));
        }
        short
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
                written = match self.language {
                    NamingLanguage::Japanese => format!("{name}（{copy}つ目）"),
                    NamingLanguage::English => format!("{name} (no. {copy})"),
                };
                key = squeezed_keeping_signs(&written);
            }
        }
        let written: Box<str> = written.into();
        self.by_name.insert(key, self.list.all.len());
        self.list.all.push(Place { position: position.clone(), written: written.clone() });
        written
    }
}

/// The word of the language.
fn in_language(language: NamingLanguage, ja: &'static str, en: &'static str) -> &'static str {
    match language {
        NamingLanguage::Japanese => ja,
        NamingLanguage::English => en,
    }
}

fn is_article(block: &Block) -> bool {
    matches!(block, Block::Clause(Clause { label: Some(label), .. }) if label.kind == LabelKind::Article)
}

fn is_section(block: &Block) -> bool {
    matches!(block, Block::Clause(clause) if matches!(clause.kind, ClauseKind::Section { .. }))
}
