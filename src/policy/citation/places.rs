//! What every clause is called in its document: `5(1)`, `5（3項目め）`, `5第2段落`, `表1の4行目`, `5の2(1)`, `別紙1の2`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::atom::{Atom, JOINTS, Style, atoms, folded};
use super::naming::{Above, Counts, annex_name, mark};
use crate::policy::{Block, Body, Clause, ClauseKind, Frame, FrameKind, plain_text};

/// A place that can be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its position in the document: `s5-1`; of a clause, a table or an annex.
    pub position: Box<str>,
    /// Its name: `5(1)`. No two places of a document have the same.
    pub written: Box<str>,
}

/// All places of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// In the order of the page.
    all: Vec<Place>,
    /// Places in the order of their positions.
    by_position: Vec<usize>,
    by_name: BTreeMap<String, usize>,
    /// Made when a place is first asked for by another name than its own.
    by_words: OnceLock<ByWords>,
}

/// Places by the words of their names without brackets, each with its words.
type ByWords = BTreeMap<Vec<Atom>, Vec<(Vec<Atom>, usize)>>;

/// What a written place means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<'a> {
    /// This.
    One(&'a Place),
    /// Any of these.
    Several(Vec<&'a Place>),
    /// Nothing; [`Places::nearest`] may tell what was meant.
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
        places.blocks(preamble, &opening, &mut Counts::default());
        places.blocks(rest, &Above::default(), &mut Counts::default());
        let Self { all, by_position, .. } = &mut places;
        by_position.extend(0..all.len());
        by_position.sort_by(|&a, &b| all[a].position.cmp(&all[b].position));
        places
    }

    /// In the order of the page.
    pub fn iter(&self) -> std::slice::Iter<'_, Place> {
        self.all.iter()
    }

    /// The name of the place at a position.
    #[must_use]
    pub fn at(&self, position: &str) -> Option<&Place> {
        let found = self.by_position.binary_search_by(|&at| (*self.all[at].position).cmp(position)).ok()?;
        self.all.get(self.by_position[found])
    }

    /// What a place means as someone wrote it: `5(1)`, `５の（１）`, `5-(1)`, `第5の1`, `5の三つ目の項目`.
    ///
    /// The name this type writes means its place, whatever else could be read into it. Otherwise brackets and joints may be left
    /// out, but never changed: `5(1)` does not find `5①`.
    #[must_use]
    pub fn find(&self, written: &str) -> Found<'_> {
        let key = folded(written);
        if let Some(&at) = self.by_name.get(key.trim_start_matches(JOINTS)) {
            return Found::One(&self.all[at]);
        }
        let Some(wanted) = atoms(written).filter(|wanted| !wanted.is_empty()) else { return Found::Nothing };
        match self.called(&wanted)[..] {
            [] => Found::Nothing,
            [one] => Found::One(one),
            ref several => Found::Several(several.to_vec()),
        }
    }

    /// What was perhaps meant by a place that is not found: the item of that number where it was numbered differently, else the
    /// place above.
    #[must_use]
    pub fn nearest(&self, written: &str) -> Option<&Place> {
        let mut above = atoms(written)?;
        while let Some(last) = above.pop() {
            if let Atom::Number(number, _) | Atom::Bullet(number) = last {
                for instead in [Atom::Bullet(number), Atom::Number(number, Style::Bare), Atom::Paragraph(number)] {
                    above.push(instead);
                    let found = self.called(&above);
                    above.pop();
                    if let [one] = found[..] {
                        return Some(one);
                    }
                }
            }
            if let [one] = self.called(&above)[..] {
                return Some(one);
            }
        }
        None
    }

    /// The places that may be meant by these words.
    fn called(&self, wanted: &[Atom]) -> Vec<&Place> {
        let bare: Vec<Atom> = wanted.iter().map(Atom::bare).collect();
        let by_words = self.by_words.get_or_init(|| self.by_words());
        let found = by_words.get(&bare).into_iter().flatten();
        found.filter(|(name, _)| is_called(wanted, name)).map(|(_, at)| &self.all[*at]).collect()
    }

    fn by_words(&self) -> ByWords {
        let mut found = ByWords::new();
        for (at, place) in self.all.iter().enumerate() {
            let name = atoms(&place.written).unwrap_or_default();
            found.entry(name.iter().map(Atom::bare).collect()).or_default().push((name, at));
        }
        found
    }

    fn blocks(&mut self, blocks: &[Block], above: &Above<'_>, counts: &mut Counts) {
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
                    self.blocks(blocks, &quote, &mut Counts::default());
                }
                Block::Frame(frame) => self.frame(frame, above, counts),
                Block::Preformatted { .. } | Block::Rule => {}
            }
        }
    }

    fn frame(&mut self, frame: &Frame, above: &Above<'_>, counts: &mut Counts) {
        if matches!(frame.kind, FrameKind::Notice | FrameKind::End) || frame.position.is_empty() {
            return self.blocks(&frame.blocks, above, counts);
        }
        let written = self.claim(&frame.position, annex_name(&plain_text(&frame.text)));
        let annex = Above { written, is_annex: true, ..Above::default() };
        self.blocks(&frame.blocks, &annex, &mut Counts::default());
    }

    fn clause(&mut self, clause: &Clause, above: &Above<'_>, counts: &mut Counts) {
        let label = clause.label.as_ref().filter(|label| !label.value.is_empty());
        let continued = label.filter(|label| above.is_continued_by(label));
        let name = match (label, continued) {
            (Some(label), Some(_)) => format!("{}{}", above.before_label, mark(label, None)),
            (Some(label), None) => above.joined(&mark(label, above.label)),
            (None, _) => above.joined(&counts.unnumbered(clause)),
        };
        let written = self.claim(&clause.position, name);
        let before_label = if continued.is_some() { above.before_label } else { &*above.written };
        let below = Above { written, before_label, label, is_annex: false };
        // An item's own text is its first paragraph, so the next one is its second.
        let paragraphs = u32::from(!matches!(clause.kind, ClauseKind::Section { .. }));
        self.blocks(&clause.children, &below, &mut Counts { paragraphs, ..Counts::default() });
    }

    /// Gives a place its name, or the next one that is free.
    fn claim(&mut self, position: &str, name: String) -> Box<str> {
        let mut written = name;
        let mut key = folded(&written);
        if self.by_name.contains_key(&key) {
            let name = std::mem::take(&mut written);
            for copy in 2_u32.. {
                written = format!("{name}（{copy}つ目）");
                key = folded(&written);
                if !self.by_name.contains_key(&key) {
                    break;
                }
            }
        }
        let written: Box<str> = written.into();
        self.by_name.insert(key, self.all.len());
        self.all.push(Place { position: position.into(), written: written.clone() });
        written
    }
}

impl<'a> IntoIterator for &'a Places {
    type Item = &'a Place;
    type IntoIter = std::slice::Iter<'a, Place>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

fn is_section(block: &Block) -> bool {
    matches!(block, Block::Clause(clause) if matches!(clause.kind, ClauseKind::Section { .. }))
}

/// Whether a place with this name may be meant by these words: brackets may be left out, nothing else.
fn is_called(wanted: &[Atom], name: &[Atom]) -> bool {
    wanted.len() == name.len() && wanted.iter().zip(name).all(|(wanted, name)| is_meant(wanted, name))
}

fn is_meant(wanted: &Atom, name: &Atom) -> bool {
    match (wanted, name) {
        (Atom::Number(a, Style::Bare), Atom::Number(b, _)) => a == b,
        (Atom::Sign(a, Style::Bare), Atom::Sign(b, _)) => a == b,
        _ => wanted == name,
    }
}
