//! A post beside its clause: verbatim sentences, reworded text, and the passages that the reworded text takes from the clause.

mod post_parts;
mod sentences;

use std::ops::Range;

pub(super) use post_parts::Hashtag;
use post_parts::PostParts;

use super::align::Tile;
use super::analyzed_text::AnalyzedText;
use super::folded::{Folded, is_content};
use super::lexicon::{Class, Mark};
use super::names::KnownName;
use super::source::SourceClause;

/// A post, compared with its clause.
pub(super) struct Comparison<'a> {
    pub(super) source: &'a SourceClause<'a>,
    /// The whole post as written.
    pub(super) post: &'a str,
    /// The post with its frame (links, hashtags, citation, counts) replaced by spaces. Positions in bytes stay the same.
    pub(super) body: String,
    /// The links, in bytes of the post.
    pub(super) links: Vec<Range<usize>>,
    pub(super) tags: Vec<Hashtag>,
    /// Sentences and lines that are not word for word those of the clause.
    pub(super) reworded: Vec<RewordedText>,
    /// Sentences that are word for word those of the clause.
    pub(super) verbatim: Vec<Vec<char>>,
    /// For every character of the clause, whether a reworded text contains it.
    kept: Vec<bool>,
}

/// A sentence or a line that is not word for word one of the clause.
pub(super) struct RewordedText {
    pub(super) text: AnalyzedText,
    /// The passages that it has in common with the clause.
    pub(super) tiles: Vec<Tile>,
    /// The known names in it.
    pub(super) known: Vec<KnownName>,
    /// Its place in bytes of the post.
    pub(super) range: Range<usize>,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(source: &'a SourceClause<'a>, post: &'a str) -> Self {
        let PostParts { body, links, tags } = PostParts::of(post, source.context.frame);
        let (mut reworded, mut verbatim) = (Vec::new(), Vec::new());
        for sentence in sentences::sentences(&body) {
            let mut lines: Vec<Folded> =
                sentence.iter().map(|line| Folded::new(&body[line.clone()], line.start)).collect();
            if let Some(first) = sentences::verbatim_from(&lines, source) {
                verbatim.push(lines.drain(first..).flat_map(|line| line.chars).collect());
            }
            let texts = lines.into_iter().zip(sentence);
            reworded.extend(texts.filter_map(|(line, range)| RewordedText::new(source, line, range)));
        }
        let mut kept = vec![false; if reworded.is_empty() { 0 } else { source.text.chars().len() }];
        for tile in reworded.iter().flat_map(|text: &RewordedText| &text.tiles) {
            kept[tile.from..tile.source_end()].fill(true);
        }
        Self { source, post, body, links, tags, reworded, verbatim, kept }
    }

    /// True if a reworded text contains a character of the clause.
    pub(super) fn keeps(&self, at: usize) -> bool {
        self.kept.get(at).copied().unwrap_or(false)
    }

    /// True if a reworded text contains any character of a word of the clause.
    pub(super) fn keeps_any(&self, mark: &Mark) -> bool {
        mark.range().any(|at| self.keeps(at))
    }

    /// The number of characters with a meaning in a range of the clause that reworded texts contain, without those of `except`.
    pub(super) fn kept_content(&self, range: Range<usize>, except: &Mark) -> usize {
        let chars = self.source.text.chars();
        range.filter(|at| !except.range().contains(at) && self.keeps(*at) && is_content(chars[*at])).count()
    }

    /// True if a reworded text contains a word of this group.
    pub(super) fn has_group(&self, group: usize) -> bool {
        self.reworded.iter().any(|reworded| reworded.text.has_group(group))
    }

    /// True if a reworded text contains a word of this class.
    pub(super) fn has_class(&self, class: Class) -> bool {
        self.words(class).next().is_some()
    }

    /// The words of one class in the reworded texts.
    pub(super) fn words(&self, class: Class) -> impl Iterator<Item = (&RewordedText, &Mark)> {
        self.reworded.iter().flat_map(move |reworded| reworded.text.of_class(class).map(move |mark| (reworded, mark)))
    }

    /// The words of one class that stand neither in the clause nor above it.
    pub(super) fn new_words(&self, class: Class) -> impl Iterator<Item = (&RewordedText, &Mark)> {
        let knows = |group| self.source.text.has_group(group) || self.source.above.has_group(group);
        self.words(class).filter(move |(_, mark)| !knows(mark.group))
    }

    /// The reworded texts that share a passage with a range of the clause. A finding about something missing points at the first.
    pub(super) fn reworded_from(&self, range: Range<usize>) -> impl Iterator<Item = &RewordedText> {
        let touches = move |tile: &Tile| tile.from < range.end && range.start < tile.source_end();
        self.reworded.iter().filter(move |reworded| reworded.tiles.iter().any(&touches))
    }
}

impl RewordedText {
    fn new(source: &SourceClause<'_>, folded: Folded, range: Range<usize>) -> Option<Self> {
        if folded.chars.is_empty() || source.says(&folded.chars) {
            return None;
        }
        let text = AnalyzedText::of(folded);
        let tiles = source.index.tiles(source.text.chars(), text.chars());
        let known = source.context.names.in_text(text.chars());
        Some(Self { text, tiles, known, range })
    }

    /// True if the text is a heading and no statement: 全庁的な情報発信.
    pub(super) fn is_heading(&self) -> bool {
        let last = self.text.chars().iter().rev().find(|c| !matches!(c, '】' | '」' | ')'));
        !last.is_some_and(|c| {
            matches!(c, '。' | '!' | '?' | 'る' | 'す' | 'く' | 'う' | 'つ' | 'ぬ' | 'む' | 'ぐ' | 'ぶ' | 'た' | 'い')
        })
    }

    /// The character of the clause from which a character of the text comes.
    pub(super) fn source_of(&self, at: usize) -> Option<usize> {
        let tile = self.tiles.iter().rev().find(|tile| tile.at <= at)?;
        (at < tile.end()).then(|| tile.from + at - tile.at)
    }

    /// The character of the text that comes from a character of the clause.
    pub(super) fn place_of(&self, from: usize) -> Option<usize> {
        let tile = self.tiles.iter().find(|tile| (tile.from..tile.source_end()).contains(&from))?;
        Some(tile.at + from - tile.from)
    }

    /// The bytes of the post that characters of the text come from.
    pub(super) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let from = &self.text.folded.from;
        let last = from.last().copied().unwrap_or(self.range.end);
        from.get(range.start).copied().unwrap_or(last)..from.get(range.end).copied().unwrap_or(last)
    }

    /// True if a whole word comes from one passage of the clause.
    pub(super) fn is_taken(&self, mark: &Mark) -> bool {
        self.tiles.iter().any(|tile| tile.at <= mark.start && mark.end <= tile.end())
    }
}
