//! The place that a reference means, as a name that can be looked up.

use super::words::{PlaceWord, WordSort};
use crate::policy::citation::counter_word::CounterWord;

/// A place by a name above it and the words below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meant {
    /// The name above: 第2条, 附則; may be empty.
    pub(super) base: String,
    /// The kind of division that it names.
    pub(super) base_counter: Option<CounterWord>,
    pub(super) words: Vec<PlaceWord>,
}

impl Meant {
    /// A place whose words say all: 第3条第2項, 第2章, 附則第2項.
    pub(super) fn of_article(words: &[PlaceWord]) -> Option<Self> {
        let says_all = match words.first()?.sort {
            WordSort::Counted(counter) => counter <= CounterWord::Article,
            WordSort::Annex | WordSort::Ordinal => true,
            WordSort::Number | WordSort::Bracketed | WordSort::Sign => false,
        };
        says_all.then(|| Self { base: String::new(), base_counter: None, words: words.to_vec() })
    }

    /// A place of the document that it does not have. A list goes on behind it.
    pub(super) fn missing() -> Self {
        Self { base: String::new(), base_counter: None, words: Vec::new() }
    }

    /// Its name.
    pub(super) fn query(&self) -> String {
        self.words.iter().fold(self.base.clone(), |name, word| name + &word.text)
    }

    /// The next place of a list, which takes over what stands above its first word: 第3項 of 第2条第1項及び第3項 is 第2条第3項.
    pub(super) fn continued(&self, next: &[PlaceWord]) -> Option<Self> {
        let sort = next.first()?.sort;
        let same = self.words.iter().rposition(|word| word.sort == sort)?;
        Some(self.with([&self.words[..same], next].concat()))
    }

    /// A narrower place in it.
    pub(super) fn below(&self, next: &[PlaceWord]) -> Option<Self> {
        let (WordSort::Counted(first), last) = (next.first()?.sort, self.narrowest()?) else { return None };
        (last < first).then(|| self.with([&self.words, next].concat()))
    }

    /// The place of this kind that it is or that it stands in: 同条.
    pub(super) fn up_to(&self, counter: CounterWord) -> Option<Self> {
        if let Some(at) = self.words.iter().rposition(|word| word.sort == WordSort::Counted(counter)) {
            return Some(self.with(self.words[..=at].to_vec()));
        }
        (self.base_counter == Some(counter)).then(|| self.with(Vec::new()))
    }

    fn narrowest(&self) -> Option<CounterWord> {
        match self.words.last() {
            Some(PlaceWord { sort: WordSort::Counted(counter), .. }) => Some(*counter),
            Some(_) => None,
            None => self.base_counter,
        }
    }

    fn with(&self, words: Vec<PlaceWord>) -> Self {
        Self { base: self.base.clone(), base_counter: self.base_counter, words }
    }
}
