//! A text with its characters, its words of the lexicon and its numbers.

use std::ops::Range;

use super::folded::Folded;
use super::lexicon::{Class, Mark, POLES, WORDS};
use super::quantity::Quantity;

/// A text as the checks see it. All positions in it are counted in characters of the folded copy.
#[derive(Debug, Default)]
pub(super) struct AnalyzedText {
    pub(super) folded: Folded,
    /// The words of the lexicon.
    pub(super) marks: Vec<Mark>,
    /// Words that have an opposite.
    pub(super) poles: Vec<Mark>,
    pub(super) quantities: Vec<Quantity>,
    groups: Groups,
    sides: Groups,
}

/// A set of word groups.
#[derive(Debug, Default, Clone, Copy)]
struct Groups([u64; 4]);

impl Groups {
    fn of(marks: &[Mark]) -> Self {
        let mut set = Self::default();
        for mark in marks {
            if let Some(word) = set.0.get_mut(mark.group / 64) {
                *word |= 1 << (mark.group % 64);
            }
        }
        set
    }

    fn has(self, group: usize) -> bool {
        self.0.get(group / 64).is_some_and(|word| word >> (group % 64) & 1 == 1)
    }
}

impl AnalyzedText {
    /// Analyses a text that starts at byte `base` of a longer one.
    pub(super) fn new(text: &str, base: usize) -> Self {
        Self::of(Folded::new(text, base))
    }

    /// Analyses a folded copy.
    pub(super) fn of(folded: Folded) -> Self {
        let marks = WORDS.marks(&folded.chars);
        let poles = POLES.marks(&folded.chars);
        let quantities = Quantity::all(&folded.chars);
        let (groups, sides) = (Groups::of(&marks), Groups::of(&poles));
        Self { folded, marks, poles, quantities, groups, sides }
    }

    pub(super) fn chars(&self) -> &[char] {
        &self.folded.chars
    }

    /// The words of one class.
    pub(super) fn of_class(&self, class: Class) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(move |mark| mark.class == class)
    }

    /// True if a word of this group of the lexicon occurs.
    pub(super) fn has_group(&self, group: usize) -> bool {
        self.groups.has(group)
    }

    /// True if a word on this side of a pair of opposites occurs.
    pub(super) fn has_side(&self, side: usize) -> bool {
        self.sides.has(side)
    }

    /// The characters of a range as a string.
    pub(super) fn string(&self, range: Range<usize>) -> String {
        self.folded.chars[range].iter().collect()
    }

    /// True if the text contains these characters in a row.
    pub(super) fn contains(&self, word: &[char]) -> bool {
        occurrences(self.chars(), word).next().is_some()
    }
}

/// The places of a word, from left to right. Occurrences may overlap.
pub(super) fn occurrences<'a>(chars: &'a [char], word: &'a [char]) -> impl Iterator<Item = usize> + 'a {
    let places = if word.is_empty() { 0 } else { (chars.len() + 1).saturating_sub(word.len()) };
    (0..places).filter(move |at| chars[*at] == word[0] && chars[*at..].starts_with(word))
}

/// The longest runs of characters of one kind. `is_part` gets the position of a character.
pub(super) fn runs(chars: &[char], is_part: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in (0..chars.len()).filter(|at| is_part(*at)) {
        match found.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end = at + 1,
            None => found.push(at..at + 1),
        }
    }
    found
}
