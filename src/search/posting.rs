//! The lists of places at which each bigram occurs. They are encoded as they grow.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::code;
use super::form::BREAK;

/// Two successive characters. The second is [`BREAK`] at the end of a form, so that each character begins a bigram.
pub(super) type Gram = (char, char);

/// The lists of all bigrams, for passages added one after the other.
pub(super) struct Postings {
    /// The size at which a file of lists is full, in bytes. A longer list is continued in another file.
    pub(super) full: usize,
    passages: u32,
    /// The first passage with the address of the last one.
    first: u32,
    /// The index of each bigram in `lists`.
    places: HashMap<u64, u32, BuildHasherDefault<Mix>>,
    lists: Vec<PostingList>,
}

/// A place at which a bigram occurs.
struct GramPlace {
    /// The first passage with the address of the passage.
    first: u32,
    passage: u32,
    place: u32,
}

/// The list of one bigram.
///
/// It is a sequence of numbers. An even number `n` starts a passage, `n / 2 + 1` passages after the last one, which is -1 at
/// first. The place in the passage follows. An odd number `n` is a further place in the same passage, `n / 2` characters after the
/// last one.
pub(super) struct PostingList {
    pub(super) gram: Gram,
    pub(super) bytes: Vec<u8>,
    /// The first byte and first passage of each continuation in another file.
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

    /// Adds a passage with the address of the one before. A list is never continued in another file between the two, so that a
    /// search sees the whole clause at once.
    pub(super) fn add_joined(&mut self, forms: &[char]) {
        let (passage, first, full) = (self.passages, self.first, self.full);
        self.passages += 1;
        for (place, pair) in (0..).zip(forms.windows(2)) {
            if pair[0] != BREAK {
                self.list((pair[0], pair[1])).add(&GramPlace { first, passage, place }, full);
            }
        }
    }

    /// All lists, in the order of their bigrams.
    pub(super) fn into_lists(self) -> Vec<PostingList> {
        let mut lists = self.lists;
        lists.sort_unstable_by_key(|list| list.gram);
        lists
    }

    fn list(&mut self, gram: Gram) -> &mut PostingList {
        let key = u64::from(u32::from(gram.0)) << 32 | u64::from(u32::from(gram.1));
        let lists = &mut self.lists;
        let place = *self.places.entry(key).or_insert_with(|| {
            lists.push(PostingList { gram, bytes: Vec::new(), continued: Vec::new(), next: 0, place: 0 });
            u32::try_from(lists.len() - 1).unwrap_or(u32::MAX)
        });
        &mut self.lists[place as usize]
    }
}

impl PostingList {
    fn add(&mut self, gram_place: &GramPlace, full: usize) {
        let &GramPlace { first, passage, place } = gram_place;
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

/// A fast hash without protection against chosen keys. The bigrams of a site are looked up millions of times, and their authors can
/// slow down only their own build.
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
