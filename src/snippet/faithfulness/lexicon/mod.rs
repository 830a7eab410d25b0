//! Finds words with a meaning that the checks care about, in one pass over a text.
//!
//! The words are in the tables [`words`] and [`poles`]. At each place the longest word wins, so that 最大限 is not 最大 and 少ない is not
//! ない. The words of [`Class::Neutral`] exist only for that.

mod poles;
mod words;

use std::ops::Range;
use std::sync::LazyLock;

use super::word_table::WordTable;

pub(super) use words::Class;

/// A word of a table, found in a text. Positions are characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) start: usize,
    /// The position after the last character.
    pub(super) end: usize,
    pub(super) class: Class,
    /// The words of one group mean the same. Opposites have groups that differ in the last bit only.
    pub(super) group: usize,
}

/// A table of words, each with its class and group.
pub(super) struct Lexicon(WordTable<(Class, usize)>);

/// All words but opposites.
pub(super) static WORDS: LazyLock<Lexicon> = LazyLock::new(|| {
    let rows = words::WORDS.iter().enumerate();
    Lexicon::new(rows.flat_map(|(group, (class, words))| words.iter().map(move |word| (*word, *class, group))))
});

/// Words that have an opposite.
pub(super) static POLES: LazyLock<Lexicon> = LazyLock::new(|| {
    let sides = poles::POLES.iter().flat_map(|(one, other)| [one, other]).enumerate();
    let poles = sides.flat_map(|(group, words)| words.iter().map(move |word| (*word, Class::Pole, group)));
    let neutral = poles::NEUTRAL.iter().map(|word| (*word, Class::Neutral, usize::MAX));
    Lexicon::new(poles.chain(neutral))
});

impl Mark {
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

impl Lexicon {
    fn new<'a>(words: impl Iterator<Item = (&'a str, Class, usize)>) -> Self {
        let mut table = WordTable::default();
        for (word, class, group) in words {
            table.insert(word.chars().collect(), (class, group));
        }
        Self(table)
    }

    /// The words in a text, from left to right, none overlapping another.
    pub(super) fn marks(&self, chars: &[char]) -> Vec<Mark> {
        let words = self.0.find(chars).filter(|(_, (class, _))| *class != Class::Neutral);
        let mark =
            |(range, &(class, group)): (Range<usize>, &_)| Mark { start: range.start, end: range.end, class, group };
        words.map(mark).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lexicon: &Lexicon, text: &str) -> Vec<(String, Class)> {
        let chars: Vec<char> = text.chars().collect();
        lexicon.marks(&chars).iter().map(|mark| (chars[mark.start..mark.end].iter().collect(), mark.class)).collect()
    }

    #[test]
    fn the_longest_word_wins() {
        assert_eq!(found(&WORDS, "最大限"), [("最大限".to_owned(), Class::Hedge)]);
        assert_eq!(found(&WORDS, "少ない"), []);
        assert_eq!(found(&WORDS, "平等など"), [("など".to_owned(), Class::Loose)]);
        assert_eq!(found(&POLES, "減災の増加"), [("増加".to_owned(), Class::Pole)]);
    }

    #[test]
    fn words_with_one_meaning_share_a_group() {
        let group = |text: &str| WORDS.marks(&text.chars().collect::<Vec<_>>())[0].group;
        assert_eq!(group("努める"), group("努力"));
        assert_ne!(group("努める"), group("検討"));
    }

    #[test]
    fn opposites_differ_in_the_last_bit() {
        let group = |text: &str| POLES.marks(&text.chars().collect::<Vec<_>>())[0].group;
        assert_eq!(group("増や") ^ 1, group("減ら"));
    }
}
