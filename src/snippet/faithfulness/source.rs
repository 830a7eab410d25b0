//! What a post is compared with: a clause, prepared once for all posts.

use std::ops::Range;

use super::align::Index;
use super::folded::Folded;
use super::names::{Known, Names};
use super::passage::Passage;
use super::remark::Report;
use super::{check, reading};

/// What is known besides the clause's own text. Everything but `names` may be left empty.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The names of the site.
    pub names: &'a Names,
    /// What stands above the clause and may be mentioned although the clause does not: the headings, the title of its
    /// document, its organisation and the city.
    pub headings: &'a [&'a str],
    /// The fiscal year of the document: 本年度 in it is this one.
    pub fiscal_year: Option<i16>,
    /// The link the post must have on a line of its own; `None` when the link is put in later.
    pub link: Option<&'a str>,
    /// Texts of the template, which are not compared: a citation such as `（運営方針5-1）`.
    pub frame: &'a [&'a str],
    /// The hashtags, without `#`, that may be used; any when empty.
    pub tags: &'a [&'a str],
}

impl<'a> Setting<'a> {
    /// Nothing but the names is known.
    #[must_use]
    pub fn new(names: &'a Names) -> Self {
        Self { names, headings: &[], fiscal_year: None, link: None, frame: &[], tags: &[] }
    }
}

/// A clause, prepared for comparing posts with it.
#[derive(Debug)]
pub struct Source<'a> {
    pub(super) setting: Setting<'a>,
    /// The clause.
    pub(super) text: Passage,
    /// Its sentences with their full stops, in characters.
    pub(super) sentences: Vec<Range<usize>>,
    /// What stands between commas and full stops, in characters.
    pub(super) parts: Vec<Range<usize>>,
    /// For finding its passages.
    pub(super) index: Index,
    /// The names it mentions.
    pub(super) known: Vec<Known>,
    /// What stands above it, joined.
    pub(super) above: Passage,
    /// The names mentioned there.
    pub(super) known_above: Vec<Known>,
    /// Each heading, for lines that repeat one.
    pub(super) headings: Vec<Vec<char>>,
    /// Characters such as ① and Ⅱ it uses itself.
    pub(super) dependent: Vec<char>,
}

impl<'a> Source<'a> {
    /// Prepares a clause: its whole text, of ruby only the base.
    #[must_use]
    pub fn new(text: &str, setting: Setting<'a>) -> Self {
        let dependent = text.chars().filter(|c| is_dependent(*c)).collect();
        let text = Passage::new(text, 0);
        let headings: Vec<Vec<char>> = setting.headings.iter().map(|heading| Folded::new(heading, 0).chars).collect();
        let above = Passage::new(&setting.headings.join("\u{1}"), 0);
        Self {
            setting,
            sentences: ranges(text.chars(), true),
            parts: ranges(text.chars(), false),
            index: Index::new(text.chars()),
            known: setting.names.in_text(text.chars()),
            known_above: setting.names.in_text(above.chars()),
            above,
            headings,
            dependent,
            text,
        }
    }

    /// Compares a post with the clause. The post may be the author's text alone or the whole post with its frame.
    #[must_use]
    pub fn check(&self, post: &str) -> Report {
        check::run(&reading::Reading::new(self, post))
    }

    /// Whether characters are one of the sentences, the whole clause, or a heading above it.
    pub(super) fn says(&self, chars: &[char]) -> bool {
        self.text.chars() == chars
            || self.sentences.iter().any(|sentence| &self.text.chars()[sentence.clone()] == chars)
            || self.headings.iter().any(|heading| heading == chars)
    }

    /// The sentence a character of the clause belongs to.
    pub(super) fn sentence_at(&self, at: usize) -> Range<usize> {
        containing(&self.sentences, at)
    }

    /// The part of a sentence a character of the clause belongs to.
    pub(super) fn part_at(&self, at: usize) -> Range<usize> {
        containing(&self.parts, at)
    }
}

/// Characters that look or sound different from one device to another: enclosed and squared ones, Roman numerals, half-width kana.
pub(super) fn is_dependent(c: char) -> bool {
    matches!(c, '\u{2160}'..='\u{217f}' | '\u{2460}'..='\u{24ff}' | '\u{3200}'..='\u{33ff}' | '\u{ff61}'..='\u{ff9f}')
}

fn containing(ranges: &[Range<usize>], at: usize) -> Range<usize> {
    let found = ranges.partition_point(|range| range.end <= at);
    ranges.get(found).cloned().unwrap_or(at..at)
}

/// The sentences of a text (split after 。！？ outside quotations), or their parts (also after 、).
fn ranges(chars: &[char], sentences: bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, c) in chars.iter().enumerate() {
        match c {
            '「' | '『' | '(' | '【' => depth += 1,
            '」' | '』' | ')' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let ends = matches!(c, '。' | '!' | '?') && depth == 0 || *c == '、' && !sentences;
        if ends {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < chars.len() {
        found.push(start..chars.len());
    }
    found
}
