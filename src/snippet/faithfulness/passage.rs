//! A text, read once: its characters, the words that carry meaning, its numbers.

use super::folded::Folded;
use super::lexicon::{Class, Mark, POLES, WORDS};
use super::quantity::Quantity;

/// A text as the checks see it. All places in it are counted in characters of the folded copy.
#[derive(Debug, Default)]
pub(super) struct Passage {
    /// The copy.
    pub(super) folded: Folded,
    /// The words of the lexicon.
    pub(super) marks: Vec<Mark>,
    /// Words that have an opposite.
    pub(super) poles: Vec<Mark>,
    /// Numbers and dates.
    pub(super) quantities: Vec<Quantity>,
    groups: Groups,
    sides: Groups,
}

/// A set of groups.
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

impl Passage {
    /// Reads a text that starts at byte `base` of a longer one.
    pub(super) fn new(text: &str, base: usize) -> Self {
        Self::of(Folded::new(text, base))
    }

    /// Reads a copy.
    pub(super) fn of(folded: Folded) -> Self {
        let marks = WORDS.marks(&folded.chars);
        let poles = POLES.marks(&folded.chars);
        let quantities = Quantity::all(&folded.chars);
        let (groups, sides) = (Groups::of(&marks), Groups::of(&poles));
        Self { folded, marks, poles, quantities, groups, sides }
    }

    /// The characters.
    pub(super) fn chars(&self) -> &[char] {
        &self.folded.chars
    }

    /// The words of one kind.
    pub(super) fn of_class(&self, class: Class) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(move |mark| mark.class == class)
    }

    /// Whether a word of this group of the lexicon occurs.
    pub(super) fn has_group(&self, group: usize) -> bool {
        self.groups.has(group)
    }

    /// Whether a word on this side of a pair of opposites occurs.
    pub(super) fn has_side(&self, side: usize) -> bool {
        self.sides.has(side)
    }

    /// The characters of a range as text.
    pub(super) fn text(&self, start: usize, end: usize) -> String {
        self.folded.chars[start..end].iter().collect()
    }

    /// Whether these characters occur one after the other.
    pub(super) fn contains(&self, word: &[char]) -> bool {
        find(self.chars(), word).is_some()
    }
}

/// Where a word first occurs.
pub(super) fn find(chars: &[char], word: &[char]) -> Option<usize> {
    let first = word.first()?;
    let last = chars.len().checked_sub(word.len())?;
    (0..=last).find(|at| chars[*at] == *first && chars[*at..].starts_with(word))
}
