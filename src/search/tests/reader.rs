//! A reader of the index for tests, by the rules of `search.js`. It looks for a list only where the directory says, window by
//! window.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::forms_of;
use crate::search::IndexFile;
use crate::search::posting::Gram;

/// A passage and a place in it.
pub(in crate::search) type PassagePlace = (u32, u32);

/// The files of an index.
#[derive(Default)]
pub(in crate::search) struct IndexReader {
    /// The page of each passage, and its fragment, cited position and text.
    pub(in crate::search) passages: Vec<(String, [String; 3])>,
    /// The first bigram of each file of lists.
    first: Vec<Gram>,
    /// The first passage of each file that continues a list, by number of the file.
    pub(in crate::search) later: BTreeMap<usize, u32>,
    /// The lists of each file, by bigram.
    pub(in crate::search) lists: Vec<BTreeMap<Gram, Vec<PassagePlace>>>,
}

impl IndexReader {
    pub(in crate::search) fn new(files: &[IndexFile]) -> Self {
        let mut reader = Self::default();
        for file in files {
            let text = std::str::from_utf8(&file.bytes).unwrap();
            let arguments = text.split_once('(').unwrap().1.strip_suffix(");\n").unwrap();
            let arguments: Vec<Value> = serde_json::from_str(&format!("[{arguments}]")).unwrap();
            match file.name.as_bytes()[0] {
                b'i' => reader.directory(&arguments[0]),
                b'g' => reader.grams(&arguments),
                _ => reader.texts(&arguments[1]),
            }
        }
        reader
    }

    fn directory(&mut self, directory: &Value) {
        self.first = pairs(directory["grams"].as_str().unwrap());
        self.later =
            serde_json::from_value::<Vec<(usize, u32)>>(directory["later"].clone()).unwrap().into_iter().collect();
    }

    fn grams(&mut self, arguments: &[Value]) {
        assert_eq!(arguments[0], self.lists.len(), "files are read in order");
        let grams = pairs(arguments[2].as_str().unwrap());
        let lists: Vec<&str> = arguments[3].as_str().unwrap().split(' ').filter(|list| !list.is_empty()).collect();
        assert_eq!(grams.len(), lists.len());
        self.lists.push(grams.into_iter().zip(lists).map(|(gram, list)| (gram, places(list))).collect());
    }

    fn texts(&mut self, documents: &Value) {
        for document in documents.as_array().unwrap() {
            for passage in document["passages"].as_array().unwrap() {
                let passage = serde_json::from_value(passage.clone()).unwrap();
                self.passages.push((document["file"].as_str().unwrap().to_owned(), passage));
            }
        }
    }

    /// Every bigram that has a list.
    pub(in crate::search) fn all_grams(&self) -> BTreeSet<Gram> {
        self.lists.iter().flat_map(|file| file.keys().copied()).collect()
    }

    /// The places of a bigram, as `passagesWith` of `search.js` finds them.
    pub(in crate::search) fn list(&self, gram: Gram) -> BTreeSet<PassagePlace> {
        let files = self.files_of(gram);
        let begins = |file: &usize| self.later.get(file).copied().unwrap_or(0);
        let windows: BTreeSet<u32> = files.iter().map(begins).chain([0]).collect();
        let mut found = BTreeSet::new();
        for window in &windows {
            let until = windows.range(window + 1..).next().copied().unwrap_or(u32::MAX);
            let file = files.iter().rfind(|file| begins(file) <= *window);
            for entry in file.and_then(|file| self.lists[*file].get(&gram)).into_iter().flatten() {
                if (*window..until).contains(&entry.0) {
                    assert!(found.insert(*entry), "{gram:?} twice at one place");
                }
            }
        }
        found
    }

    /// The files with lists of a bigram, as `filesOf` of `search.js` finds them.
    fn files_of(&self, gram: Gram) -> Vec<usize> {
        let Some(last) = self.first.partition_point(|first| *first <= gram).checked_sub(1) else { return Vec::new() };
        let mut first = last;
        while first > 0 && self.first[first] == gram && self.first[first - 1] == gram {
            first -= 1;
        }
        (first..=last).collect()
    }

    /// The passages that contain a word in one of its forms.
    pub(in crate::search) fn find(&self, word: &str) -> BTreeSet<u32> {
        forms_of(word).iter().flat_map(|form| self.with(&form.chars().collect::<Vec<_>>())).collect()
    }

    fn with(&self, form: &[char]) -> BTreeSet<u32> {
        if let [only] = form {
            let lists = self.lists.iter().flat_map(|file| file.range((*only, '\0')..=(*only, char::MAX)));
            return lists.flat_map(|(_, list)| list.iter().map(|entry| entry.0)).collect();
        }
        let starts = (0..).zip(form.windows(2)).map(|(shift, pair)| {
            let list = self.list((pair[0], pair[1])).into_iter();
            list.filter_map(|(passage, place)| Some((passage, place.checked_sub(shift)?))).collect()
        });
        let common = starts.reduce(|a: BTreeSet<_>, b| a.intersection(&b).copied().collect());
        common.unwrap_or_default().into_iter().map(|(passage, _)| passage).collect()
    }

    /// The document and cited position of each hit: `r8/a 5(1)`.
    pub(in crate::search) fn found(&self, word: &str) -> Vec<String> {
        let name = |at: u32| {
            let (file, [_, place, _]) = &self.passages[at as usize];
            format!("{} {place}", file.trim_end_matches("/index.html"))
        };
        self.find(word).into_iter().map(name).collect()
    }
}

fn pairs(grams: &str) -> Vec<Gram> {
    let grams: Vec<char> = grams.chars().collect();
    grams.chunks(2).map(|pair| (pair[0], pair[1])).collect()
}

fn places(list: &str) -> Vec<PassagePlace> {
    let mut all = Vec::new();
    let (mut next, mut place) = (0, 0);
    let mut numbers = numbers(list).into_iter();
    while let Some(number) = numbers.next() {
        if number % 2 == 0 {
            next += number / 2 + 1;
            place = numbers.next().unwrap();
        } else {
            place += number / 2;
        }
        all.push((next - 1, place));
    }
    all
}

fn numbers(list: &str) -> Vec<u32> {
    let (mut all, mut sum, mut unit) = (Vec::new(), 0, 1);
    for code in list.bytes().map(u32::from) {
        let digit = code - 33 - u32::from(code > 34) - u32::from(code > 92);
        sum += digit * unit;
        unit *= 32;
        if digit < 60 {
            all.push(std::mem::take(&mut sum));
            unit = 1;
        }
    }
    all
}
