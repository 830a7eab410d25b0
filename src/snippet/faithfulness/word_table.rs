//! A table of words that are looked for in texts.

use std::ops::Range;

const BUCKETS: usize = 256;

/// Words with their values. At each place of a text the longest word is found.
#[derive(Debug)]
pub(super) struct WordTable<T> {
    /// The words by their first character, the longest first.
    buckets: [Vec<(Vec<char>, T)>; BUCKETS],
}

impl<T> Default for WordTable<T> {
    fn default() -> Self {
        Self { buckets: std::array::from_fn(|_| Vec::new()) }
    }
}

impl<T> WordTable<T> {
    /// Adds a word. Of two equal words the first counts.
    pub(super) fn insert(&mut self, word: Vec<char>, value: T) {
        let Some(first) = word.first() else { return };
        let bucket = &mut self.buckets[bucket(*first)];
        let at = bucket.partition_point(|(known, _)| known.len() >= word.len());
        bucket.insert(at, (word, value));
    }

    /// The words in a text, from left to right, none overlapping another.
    pub(super) fn find<'a>(&'a self, chars: &'a [char]) -> impl Iterator<Item = (Range<usize>, &'a T)> {
        let mut end = 0;
        std::iter::from_fn(move || {
            while let Some(first) = chars.get(end) {
                let start = end;
                let known = self.buckets[bucket(*first)].iter().find(|(word, _)| chars[start..].starts_with(word));
                end = start + known.map_or(1, |(word, _)| word.len());
                if let Some((_, value)) = known {
                    return Some((start..end, value));
                }
            }
            None
        })
    }
}

fn bucket(first: char) -> usize {
    u32::from(first) as usize % BUCKETS
}
