//! Finding the words that carry a meaning of their own, in one pass over a text.
//!
//! The words themselves are tables: [`words`] and [`poles`]. At each place the longest word wins, so that 最大限 is not 最大 and
//! 少ない is not ない; the entries of [`Class::Neutral`] exist only for that.

mod poles;
mod words;

use std::sync::LazyLock;

pub(super) use words::Class;

/// A word of a table, found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its first character.
    pub(super) start: usize,
    /// After its last character.
    pub(super) end: usize,
    /// What it does.
    pub(super) class: Class,
    /// The words of one group mean the same. Opposites have groups that differ in the last bit only.
    pub(super) group: usize,
}

/// A table, ready for looking up.
pub(super) struct Lexicon {
    /// By the last eight bits of the first character; the longest word first.
    entries: [Vec<Entry>; 256],
}

struct Entry {
    chars: Vec<char>,
    class: Class,
    group: usize,
}

/// The words checks look for.
pub(super) static WORDS: LazyLock<Lexicon> = LazyLock::new(|| {
    let rows = words::WORDS.iter().enumerate();
    Lexicon::new(rows.flat_map(|(group, (class, words))| words.iter().map(move |word| (*word, *class, group))))
});

/// Opposites.
pub(super) static POLES: LazyLock<Lexicon> = LazyLock::new(|| {
    let sides = poles::POLES.iter().flat_map(|(one, other)| [one, other]).enumerate();
    let poles = sides.flat_map(|(group, words)| words.iter().map(move |word| (*word, Class::Pole, group)));
    let neutral = poles::NEUTRAL.iter().map(|word| (*word, Class::Neutral, usize::MAX));
    Lexicon::new(poles.chain(neutral))
});

impl Lexicon {
    fn new<'a>(words: impl Iterator<Item = (&'a str, Class, usize)>) -> Self {
        let mut entries: [Vec<Entry>; 256] = std::array::from_fn(|_| Vec::new());
        for (word, class, group) in words {
            let chars: Vec<char> = word.chars().collect();
            if let Some(first) = chars.first() {
                entries[bucket(*first)].push(Entry { chars, class, group });
            }
        }
        for bucket in &mut entries {
            bucket.sort_by_key(|entry| std::cmp::Reverse(entry.chars.len()));
        }
        Self { entries }
    }

    /// The words in a text, from left to right, none overlapping another.
    pub(super) fn marks(&self, chars: &[char]) -> Vec<Mark> {
        let mut found = Vec::new();
        let mut start = 0;
        while let Some(first) = chars.get(start) {
            let rest = &chars[start..];
            let entry = self.entries[bucket(*first)].iter().find(|entry| rest.starts_with(&entry.chars));
            let Some(entry) = entry else {
                start += 1;
                continue;
            };
            let end = start + entry.chars.len();
            if entry.class != Class::Neutral {
                found.push(Mark { start, end, class: entry.class, group: entry.group });
            }
            start = end;
        }
        found
    }
}

/// The last eight bits of a character.
fn bucket(c: char) -> usize {
    u32::from(c) as usize & 0xff
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
    fn words_of_a_group_mean_the_same() {
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
