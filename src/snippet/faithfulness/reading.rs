//! A post beside its clause: what of it is verbatim, what is reworded, and where the reworded words come from.

mod frame;
mod pieces;

use std::ops::Range;

pub(super) use frame::Tag;

use super::align::Tile;
use super::folded::{Folded, is_content};
use super::lexicon::{Class, Mark};
use super::names::Known;
use super::passage::Passage;
use super::source::Source;

/// A post, compared with its clause.
pub(super) struct Reading<'a> {
    /// The clause.
    pub(super) source: &'a Source<'a>,
    /// The whole post as written.
    pub(super) post: &'a str,
    /// The post with its frame (links, hashtags, citation, counts) replaced by spaces: the same bytes otherwise.
    pub(super) body: String,
    /// The links, in bytes of the post.
    pub(super) links: Vec<Range<usize>>,
    /// The hashtags.
    pub(super) tags: Vec<Tag>,
    /// Sentences and lines that are not word for word those of the clause.
    pub(super) units: Vec<Unit>,
    /// Sentences that are word for word those of the clause.
    pub(super) verbatim: Vec<Vec<char>>,
    /// For every character of the clause whether a reworded unit contains it.
    pub(super) kept: Vec<bool>,
}

/// A sentence or a line that is not word for word one of the clause.
pub(super) struct Unit {
    /// Its text.
    pub(super) text: Passage,
    /// What it has in common with the clause.
    pub(super) tiles: Vec<Tile>,
    /// The names it mentions.
    pub(super) known: Vec<Known>,
    /// Bytes of the post.
    pub(super) range: Range<usize>,
}

impl<'a> Reading<'a> {
    /// Compares.
    pub(super) fn new(source: &'a Source<'a>, post: &'a str) -> Self {
        let frame = frame::take(post, source.setting.frame);
        let mut reading = Self {
            source,
            post,
            body: frame.body,
            links: frame.links,
            tags: frame.tags,
            units: Vec::new(),
            verbatim: Vec::new(),
            kept: Vec::new(),
        };
        let mut units = Vec::new();
        for sentence in pieces::sentences(&reading.body) {
            let mut lines: Vec<Folded> =
                sentence.iter().map(|line| Folded::new(&reading.body[line.clone()], line.start)).collect();
            if let Some(first) = pieces::verbatim_from(&lines, source) {
                reading.verbatim.push(lines.drain(first..).flat_map(|line| line.chars).collect());
            }
            units.extend(lines.into_iter().zip(sentence).filter_map(|(line, range)| Unit::new(source, line, range)));
        }
        reading.kept = vec![false; if units.is_empty() { 0 } else { source.text.chars().len() }];
        for tile in units.iter().flat_map(|unit: &Unit| &unit.tiles) {
            reading.kept[tile.from..tile.source_end()].fill(true);
        }
        reading.units = units;
        reading
    }

    /// Whether a character of the clause stands in a reworded unit.
    pub(super) fn keeps(&self, at: usize) -> bool {
        self.kept.get(at).copied().unwrap_or(false)
    }

    /// How many characters with a meaning of a range of the clause stand in reworded units, without those in `except`.
    pub(super) fn kept_content(&self, range: Range<usize>, except: &Mark) -> usize {
        let chars = self.source.text.chars();
        range.filter(|at| !(except.start..except.end).contains(at) && self.keeps(*at) && is_content(chars[*at])).count()
    }

    /// Whether a word of this group stands in a reworded unit.
    pub(super) fn has_group(&self, group: usize) -> bool {
        self.units.iter().any(|unit| unit.text.has_group(group))
    }

    /// Whether a word of this kind stands in a reworded unit.
    pub(super) fn has_class(&self, class: Class) -> bool {
        self.units.iter().any(|unit| unit.text.of_class(class).next().is_some())
    }

    /// The words of one kind in the reworded units.
    pub(super) fn words(&self, class: Class) -> impl Iterator<Item = (&Unit, &Mark)> {
        self.units.iter().flat_map(move |unit| unit.text.of_class(class).map(move |mark| (unit, mark)))
    }

    /// Those that neither the clause nor what stands above it has.
    pub(super) fn new_words(&self, class: Class) -> impl Iterator<Item = (&Unit, &Mark)> {
        let knows = |group| self.source.text.has_group(group) || self.source.above.has_group(group);
        self.words(class).filter(move |(_, mark)| !knows(mark.group))
    }

    /// The first reworded unit that shares a passage with a range of the clause; findings about what is missing point at it.
    pub(super) fn unit_from(&self, range: Range<usize>) -> Option<&Unit> {
        self.units_from(range).next()
    }

    /// All reworded units that share a passage with a range of the clause.
    pub(super) fn units_from(&self, range: Range<usize>) -> impl Iterator<Item = &Unit> {
        let touches = move |tile: &Tile| tile.from < range.end && range.start < tile.source_end();
        self.units.iter().filter(move |unit| unit.tiles.iter().any(&touches))
    }
}

impl Unit {
    fn new(source: &Source<'_>, folded: Folded, range: Range<usize>) -> Option<Self> {
        if folded.chars.is_empty() || source.says(&folded.chars) {
            return None;
        }
        let text = Passage::of(folded);
        let tiles = source.index.tiles(source.text.chars(), text.chars());
        let known = source.setting.names.in_text(text.chars());
        Some(Self { text, tiles, known, range })
    }

    /// Whether it is a heading rather than a statement: 全庁的な情報発信.
    pub(super) fn is_head(&self) -> bool {
        let last = self.text.chars().iter().rev().find(|c| !matches!(c, '】' | '」' | ')'));
        !last.is_some_and(|c| {
            matches!(c, '。' | '!' | '?' | 'る' | 'す' | 'く' | 'う' | 'つ' | 'ぬ' | 'む' | 'ぐ' | 'ぶ' | 'た' | 'い')
        })
    }

    /// The character of the clause a character of the unit comes from.
    pub(super) fn source_of(&self, at: usize) -> Option<usize> {
        let tile = self.tiles.iter().rev().find(|tile| tile.at <= at)?;
        (at < tile.end()).then(|| tile.from + at - tile.at)
    }

    /// The character of the unit that comes from a character of the clause.
    pub(super) fn place_of(&self, from: usize) -> Option<usize> {
        let tile = self.tiles.iter().find(|tile| (tile.from..tile.source_end()).contains(&from))?;
        Some(tile.at + from - tile.from)
    }

    /// Bytes of the post of characters of the unit.
    pub(super) fn bytes(&self, start: usize, end: usize) -> Range<usize> {
        let from = &self.text.folded.from;
        let last = from.last().copied().unwrap_or(self.range.end);
        from.get(start).copied().unwrap_or(last)..from.get(end).copied().unwrap_or(last)
    }

    /// Whether all of a word comes from the clause in one piece.
    pub(super) fn is_taken(&self, mark: &Mark) -> bool {
        self.tiles.iter().any(|tile| tile.at <= mark.start && mark.end <= tile.end())
    }
}
