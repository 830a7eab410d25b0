//! A clause, prepared once for the comparison with all its posts.

use std::ops::Range;

use super::align::PairIndex;
use super::analyzed_text::AnalyzedText;
use super::check;
use super::comparison::Comparison;
use super::folded::Folded;
use super::names::{KnownName, Names};
use super::remark::Report;

/// The context of a clause. All but `names` may be empty.
#[derive(Debug, Clone, Copy)]
pub struct SourceContext<'a> {
    /// The names of the site.
    pub names: &'a Names,
    /// Texts above the clause that a post may use, too: the headings, the title of the document, its department and the city.
    pub headings: &'a [&'a str],
    /// The fiscal year of the document, which 本年度 means.
    pub fiscal_year: Option<i16>,
    /// The link that the post must have on a line of its own; `None` if it is added later.
    pub link: Option<&'a str>,
    /// Further texts of the frame, which are not compared: a citation such as `（運営方針5-1）`.
    pub frame: &'a [&'a str],
    /// The allowed hashtags, without `#`; if empty, all are allowed.
    pub tags: &'a [&'a str],
}

impl<'a> SourceContext<'a> {
    /// A context of names only.
    #[must_use]
    pub fn new(names: &'a Names) -> Self {
        Self { names, headings: &[], fiscal_year: None, link: None, frame: &[], tags: &[] }
    }
}

/// A clause, prepared for the comparison with posts.
#[derive(Debug)]
pub struct SourceClause<'a> {
    pub(super) context: SourceContext<'a>,
    pub(super) text: AnalyzedText,
    /// The sentences with their full stops, in characters.
    pub(super) sentences: Vec<Range<usize>>,
    /// The parts between commas and full stops, in characters.
    pub(super) parts: Vec<Range<usize>>,
    pub(super) index: PairIndex,
    /// The known names in the clause.
    pub(super) known: Vec<KnownName>,
    /// The texts above the clause, joined.
    pub(super) above: AnalyzedText,
    /// The known names above the clause.
    pub(super) known_above: Vec<KnownName>,
    /// Each heading, to recognise lines that repeat one.
    pub(super) headings: Vec<Vec<char>>,
    /// Characters such as ① and Ⅱ in the clause.
    pub(super) dependent: Vec<char>,
}

impl<'a> SourceClause<'a> {
    /// Prepares a clause. `text` is its whole text, with only the base of ruby.
    #[must_use]
    pub fn new(text: &str, context: SourceContext<'a>) -> Self {
        let dependent = text.chars().filter(|c| is_dependent(*c)).collect();
        let text = AnalyzedText::new(text, 0);
        let headings: Vec<Vec<char>> = context.headings.iter().map(|heading| Folded::new(heading, 0).chars).collect();
        let above = AnalyzedText::new(&context.headings.join("\u{1}"), 0);
        Self {
            context,
            sentences: sentences(text.chars()),
            parts: parts(text.chars()),
            index: PairIndex::new(text.chars()),
            known: context.names.in_text(text.chars()),
            known_above: context.names.in_text(above.chars()),
            above,
            headings,
            dependent,
            text,
        }
    }

    /// Compares a post with the clause. The post may be the author's text alone or include its frame.
    #[must_use]
    pub fn check(&self, post: &str) -> Report {
        check::run(&Comparison::new(self, post))
    }

    /// True if characters are one of the sentences, the whole clause or a heading above it.
    pub(super) fn says(&self, chars: &[char]) -> bool {
        self.text.chars() == chars
            || self.sentences.iter().any(|sentence| &self.text.chars()[sentence.clone()] == chars)
            || self.headings.iter().any(|heading| heading == chars)
    }

    /// The sentence that a character of the clause belongs to.
    pub(super) fn sentence_at(&self, at: usize) -> Range<usize> {
        containing(&self.sentences, at)
    }

    /// The part of a sentence that a character of the clause belongs to.
    pub(super) fn part_at(&self, at: usize) -> Range<usize> {
        containing(&self.parts, at)
    }
}

/// True if a character looks or sounds different from one device to another: enclosed and squared characters, Roman numerals, half-width
/// kana.
pub(super) fn is_dependent(c: char) -> bool {
    matches!(c, '\u{2160}'..='\u{217f}' | '\u{2460}'..='\u{24ff}' | '\u{3200}'..='\u{33ff}' | '\u{ff61}'..='\u{ff9f}')
}

fn containing(ranges: &[Range<usize>], at: usize) -> Range<usize> {
    let found = ranges.partition_point(|range| range.end <= at);
    ranges.get(found).cloned().unwrap_or(at..at)
}

/// The sentences of a text. They end after 。！？ outside quotations.
fn sentences(chars: &[char]) -> Vec<Range<usize>> {
    split(chars, |c, depth| matches!(c, '。' | '!' | '?') && depth == 0)
}

/// The parts of sentences. They end where sentences end, and after 、.
fn parts(chars: &[char]) -> Vec<Range<usize>> {
    split(chars, |c, depth| matches!(c, '。' | '!' | '?') && depth == 0 || c == '、')
}

/// Splits a text after each character that `ends` a range, given the number of brackets open there.
fn split(chars: &[char], ends: impl Fn(char, usize) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, c) in chars.iter().enumerate() {
        match c {
            '「' | '『' | '(' | '【' => depth += 1,
            '」' | '』' | ')' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if ends(*c, depth) {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < chars.len() {
        found.push(start..chars.len());
    }
    found
}
