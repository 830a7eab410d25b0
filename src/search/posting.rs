//! Where each bigram stands: a list of passages and places for each, written down as it grows.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::code;
use super::form::BREAK;

/// Two characters, one after the other; the second is [`BREAK`] at the end of a form, so that each character begins one.
pub(super) type Gram = (char, char);

/// The lists of all bigrams, for passages added one after the other.
pub(super) struct Postings {
    /// How large a file of lists may become, in bytes; a longer list is continued in another file.
    pub(super) full: usize,
    passages: u32,
    /// The first passage with the address of the last one.
    first: u32,
    /// Where the list of a bigram is in `lists`.
    places: HashMap<u64, u32, BuildHasherDefault<Mix>>,
    lists: Vec<List>,
}

/// Where a bigram stands.
struct Entry {
    /// The first passage with the address of the passage.
    first: u32,
    passage: u32,
    place: u32,
}

/// The list of one bigram.
///
/// Each entry is a number `n`: even for the first place in a passage, which is `n / 2 + 1` passages after the last one (at
/// first after the one before passage 0) and is followed by the place; odd for one more place in the same passage, `n / 2`
/// characters after the last one.
pub(super) struct List {
    pub(super) gram: Gram,
    pub(super) bytes: Vec<u8>,
    /// Where the list is continued in another file: first byte and first passage of each continuation.
    pub(super) continued: Vec<(usize, u32)>,
    /// The passage after the last one in the list.
    next: u32,
    /// The last place.
    place: u32,
}

impl Postings {
    pub(super) fn new(full: usize) -> Self {
        Self { full, passages: 0, first: 0, places: HashMap::default(), lists: Vec::new() }
    }

    /// Adds a passage, as its forms.
    pub(super) fn add(&mut self, forms: &[char]) {
        self.first = self.passages;
        self.add_joined(forms);
    }

    /// Adds a passage with the address of the one before. No list is continued in another file between them, so that a search
    /// sees all of a clause at once.
    pub(super) fn add_joined(&mut self, forms: &[char]) {
        let (passage, first, full) = (self.passages, self.first, self.full);
        self.passages += 1;
        for (place, pair) in (0..).zip(forms.windows(2)) {
            if pair[0] != BREAK {
                self.list((pair[0], pair[1])).add(&Entry { first, passage, place }, full);
            }
        }
    }

    /// All lists, in the order of their bigrams.
    pub(super) fn into_lists(self) -> Vec<List> {
        let mut lists = self.lists;
        lists.sort_unstable_by_key(|list| list.gram);
        lists
    }

    fn list(&mut self, gram: Gram) -> &mut List {
        let key = u64::from(u32::from(gram.0)) << 32 | u64::from(u32::from(gram.1));
        let lists = &mut self.lists;
        let place = *self.places.entry(key).or_insert_with(|| {
            lists.push(List { gram, bytes: Vec::new(), continued: Vec::new(), next: 0, place: 0 });
            u32::try_from(lists.len() - 1).unwrap_or(u32::MAX)
        });
        &mut self.lists[place as usize]
    }
}

impl List {
    fn add(&mut self, entry: &Entry, full: usize) {
        let &Entry { first, passage, place } = entry;
        if passage + 1 == self.next {
            code::push(&mut self.bytes, (place - self.place) * 2 + 1);
        } else {
            let begun = self.continued.last().map_or(0, |(at, _)| *at);
            if self.bytes.len() - begun > full && self.next <= first {
                self.continued.push((self.bytes.len(), first));
                self.next = 0;
            }
            code::push(&mut self.bytes, (passage - self.next) * 2);
            code::push(&mut self.bytes, place);
            self.next = passage + 1;
        }
        self.place = place;
    }
}

/// A hash for keys that nobody chooses to do harm: every bigram of a site is asked for, some millions of times. (Whoever
/// writes a site's texts can slow down no build but its own.)
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}
