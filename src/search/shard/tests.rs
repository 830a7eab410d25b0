//! The files of the index are read back.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::super::posting::Gram;
use super::super::tests::reader::{IndexReader, PassagePlace};
use super::*;

/// The expected lists, from a plain scan of the characters.
fn plainly(passages: &[Vec<char>]) -> BTreeMap<Gram, BTreeSet<PassagePlace>> {
    let mut lists: BTreeMap<Gram, BTreeSet<PassagePlace>> = BTreeMap::new();
    for (passage, text) in (0..).zip(passages) {
        for (place, pair) in (0..).zip(text.windows(2)) {
            lists.entry((pair[0], pair[1])).or_default().insert((passage, place));
        }
    }
    lists
}

fn written(passages: &[Vec<char>], full: usize) -> Vec<IndexFile> {
    let mut postings = Postings::new(full);
    passages.iter().for_each(|passage| postings.add(passage));
    let facets = Facets::default();
    files(postings, TextFiles::default(), &DocumentTable::new(&facets))
}

fn assert_all_lists_are_read(passages: &[Vec<char>], full: usize) {
    let (reader, expected) = (IndexReader::new(&written(passages, full)), plainly(passages));
    assert_eq!(reader.all_grams(), expected.keys().copied().collect(), "files of {full} bytes");
    for (gram, list) in expected {
        assert_eq!(reader.list(gram), list, "{gram:?} in files of {full} bytes: {passages:?}");
    }
}

/// In files of 40 bytes 「アア」 is continued at its 22nd passage. 「アイ」 and 「イウ」 come after it and are in the first passage.
fn continued() -> Vec<Vec<char>> {
    let text = |number| if number == 0 { "アアイウ" } else { "アア" };
    (0..22).map(|number| text(number).chars().collect()).collect()
}

#[test]
fn a_short_list_after_the_end_of_a_long_one_keeps_its_first_passages() {
    let reader = IndexReader::new(&written(&continued(), 40));
    assert_eq!(reader.later.values().collect::<Vec<_>>(), [&21]);
    assert_eq!(reader.list(('ア', 'イ')), BTreeSet::from([(0, 1)]));
    assert_eq!(reader.list(('イ', 'ウ')), BTreeSet::from([(0, 2)]));
    assert_eq!(reader.list(('ア', 'ア')).len(), 22);
}

#[test]
fn a_file_that_continues_a_list_holds_nothing_else() {
    let reader = IndexReader::new(&written(&continued(), 40));
    for file in reader.later.keys() {
        assert_eq!(reader.lists[*file].len(), 1, "file {file}");
    }
}

/// The first passage of each clause lacks the bigram whose list is continued.
#[test]
fn no_list_is_continued_within_a_clause() {
    let mut postings = Postings::new(40);
    for _ in 0..60 {
        postings.add(&['イ', 'ウ']);
        (0..2).for_each(|_| postings.add_joined(&['ア', 'ア']));
    }
    let facets = Facets::default();
    let reader = IndexReader::new(&files(postings, TextFiles::default(), &DocumentTable::new(&facets)));
    assert!(reader.later.len() > 1 && reader.later.values().all(|first| first % 3 == 0), "{:?}", reader.later);
    assert_eq!(reader.list(('ア', 'ア')).len(), 120);
}

/// Passages of few characters, some of which are much more frequent than others.
fn any_passages() -> impl Strategy<Value = Vec<Vec<char>>> {
    let character =
        prop_oneof![12 => Just('ア'), 4 => Just('イ'), 2 => Just('ウ'), 1 => proptest::char::range('一', '七')];
    proptest::collection::vec(proptest::collection::vec(character, 0..14), 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// For any texts and sizes of files, the lists read back are those of the passages.
    #[test]
    fn every_list_is_read_back_as_it_was_written(passages in any_passages(), full in 1..200_usize) {
        assert_all_lists_are_read(&passages, full);
    }
}
