//! The files of the index. Each is a script that calls one function of the page with data:
//!
//! | file | call |
//! |---|---|
//! | `index.js` | `hoshinSearch.open({…})`: the directory |
//! | `g0.js` … | `hoshinSearch.grams(0, "version", "bigrams", "lists")`: bigrams in order, their lists with spaces between |
//! | `t0.js` … | `hoshinSearch.texts(0, […])`: passages in order, by document |
//!
//! The directory holds `version`; `grams`: the first bigram of each file; `later`: the first passage of each file that continues
//! the list of the file before (and holds nothing else), by number of the file; `texts`: how many passages each file holds; `documents`: of each
//! document how many passages, and which year, kind and unit (0 for none), as numbers of `code`; `joined`: of each passage that has
//! the address of the one before, how far it is from the last such passage (the first: from passage 0); `years`, `kinds`, `units`.

use std::fmt::Write;

use serde::Serialize;
use serde_json::Value;

use super::posting::{List, Postings};
use super::roster::Facets;
use super::{File, Passage, code, part, passage};
use crate::corpus::Corpus;
use crate::policy::{Document, Status};

/// A file of texts is closed when it has become this large, in bytes: a query loads one for each hit it shows.
const FULL_OF_TEXTS: usize = 8_000;

/// What is known of each document, in one string.
pub(super) struct Documents<'a> {
    facets: &'a Facets,
    coded: Vec<u8>,
    /// How many passages they have.
    passages: usize,
    joined: Vec<u8>,
    last_joined: usize,
}

/// The texts of all passages, in files.
#[derive(Default)]
pub(super) struct Texts {
    files: Vec<String>,
    /// How many passages each file holds.
    sizes: Vec<u32>,
}

/// The passages of a document in a file.
#[derive(Serialize)]
struct Shelf<'a> {
    /// The document's page, as a link from the root of the site.
    file: String,
    cited: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    old: bool,
    /// Of each passage: fragment, place, text.
    passages: Vec<[&'a str; 3]>,
}

#[derive(Serialize)]
struct Directory<'a> {
    version: &'a str,
    grams: String,
    later: &'a [(usize, u32)],
    texts: String,
    documents: String,
    joined: String,
    years: Vec<i16>,
    kinds: &'a [String],
    units: Vec<&'a str>,
}

impl<'a> Documents<'a> {
    pub(super) fn new(facets: &'a Facets) -> Self {
        Self { facets, coded: Vec::new(), passages: 0, joined: Vec::new(), last_joined: 0 }
    }

    /// Adds a document with its passages.
    pub(super) fn add(&mut self, document: &Document, passages: &[Passage]) {
        let meta = &document.meta;
        let Facets { years, kinds, units } = self.facets;
        let year = years.iter().position(|year| *year == meta.fiscal_year.value);
        let kind = kinds.iter().position(|kind| *kind == meta.kind.value);
        let unit = meta.organization.as_ref().and_then(|id| units.iter().position(|unit| unit.id == id.value));
        code::push(&mut self.coded, number(passages.len()));
        for facet in [year, kind, unit] {
            code::push(&mut self.coded, number(facet.map_or(0, |at| at + 1)));
        }
        for at in (0..passages.len()).filter(|at| part::is_joined(passages, *at)) {
            let joined = self.passages + at;
            code::push(&mut self.joined, number(joined - self.last_joined));
            self.last_joined = joined;
        }
        self.passages += passages.len();
    }
}

impl Texts {
    /// Adds the passages of a document.
    pub(super) fn document(&mut self, corpus: &Corpus, document: &Document, passages: &[Passage]) {
        let cited = passage::cited(document);
        let language = &document.meta.language;
        let mut rest = passages;
        while !rest.is_empty() {
            let room = self.room();
            let mut taken = 0;
            let mut size = 0;
            while taken < rest.len() && (taken == 0 || size < room) {
                size += rest[taken].fragment.len() + rest[taken].place.len() + rest[taken].text.len() + 9;
                taken += 1;
            }
            let (now, later) = rest.split_at(taken);
            self.put(&Shelf {
                file: format!("{}/index.html", document.id.0),
                cited: &cited,
                lang: (*language != corpus.site.language).then_some(language),
                old: document.meta.status == Status::Superseded,
                passages: now.iter().map(|one| [&*one.fragment, &*one.place, &*one.text]).collect(),
            });
            rest = later;
        }
    }

    /// How much more the last file may hold, in bytes; a new one where nothing is left.
    fn room(&mut self) -> usize {
        if self.files.last().is_none_or(|file| file.len() >= FULL_OF_TEXTS) {
            self.files.push(String::new());
            self.sizes.push(0);
        }
        FULL_OF_TEXTS - self.files.last().map_or(0, String::len)
    }

    fn put(&mut self, shelf: &Shelf<'_>) {
        let (Some(file), Some(size)) = (self.files.last_mut(), self.sizes.last_mut()) else { return };
        if !file.is_empty() {
            file.push_str(",\n");
        }
        file.push_str(&json(shelf));
        *size += number(shelf.passages.len());
    }
}

/// A file of lists being filled.
#[derive(Default)]
struct Grams {
    grams: String,
    lists: Vec<u8>,
}

/// All files of the index, the directory first.
pub(super) fn files(postings: Postings, texts: Texts, documents: &Documents<'_>) -> Vec<File> {
    let full = postings.full;
    let filled = fill(&postings.into_lists(), full);
    let version = version(&filled.files, &texts);
    let mut files = vec![File {
        name: "index.js".to_owned(),
        bytes: directory(&version, &filled, &texts.sizes, documents).into_bytes(),
    }];
    for (number, Grams { grams, lists }) in filled.files.into_iter().enumerate() {
        let grams = Value::String(grams);
        let mut bytes = format!("hoshinSearch.grams({number},\"{version}\",{grams},\"").into_bytes();
        bytes.extend(lists);
        bytes.extend(b"\");\n");
        files.push(File { name: format!("g{number}.js"), bytes });
    }
    for (number, text) in texts.files.into_iter().enumerate() {
        let bytes = format!("hoshinSearch.texts({number},[{text}]);\n").into_bytes();
        files.push(File { name: format!("t{number}.js"), bytes });
    }
    files
}

/// The lists in files.
struct Filled {
    files: Vec<Grams>,
    /// The first passage of each file that continues the list of the file before, by number of the file.
    later: Vec<(usize, u32)>,
}

/// The lists in files of about so many bytes. A list that needs several files has all of them for itself: the directory says of a
/// file from which passage on its lists go, not of each list in it.
fn fill(lists: &[List], full: usize) -> Filled {
    let mut filled = Filled { files: Vec::new(), later: Vec::new() };
    let mut is_open = false;
    for list in lists {
        if list.continued.is_empty() {
            let is_full = |file: &Grams| file.lists.len() + file.grams.len() >= full;
            if !is_open || filled.files.last().is_none_or(is_full) {
                filled.files.push(Grams::default());
            }
            filled.put(list, &list.bytes);
        } else {
            filled.put_alone(list);
        }
        is_open = list.continued.is_empty();
    }
    filled
}

impl Filled {
    /// Adds a list, in parts of which each has a file to itself.
    fn put_alone(&mut self, list: &List) {
        let begins = std::iter::once(0).chain(list.continued.iter().map(|(at, _)| *at));
        let ends = list.continued.iter().map(|(at, _)| *at).chain([list.bytes.len()]);
        for (from, until) in begins.zip(ends) {
            self.files.push(Grams::default());
            self.put(list, &list.bytes[from..until]);
        }
        let first = self.files.len() - list.continued.len();
        self.later.extend((first..).zip(list.continued.iter().map(|(_, passage)| *passage)));
    }

    /// Adds a list, or a part of one, to the last file.
    fn put(&mut self, list: &List, part: &[u8]) {
        let Some(file) = self.files.last_mut() else { return };
        if !file.lists.is_empty() {
            file.lists.push(b' ');
        }
        file.grams.extend([list.gram.0, list.gram.1]);
        file.lists.extend_from_slice(part);
    }
}

fn directory(version: &str, filled: &Filled, sizes: &[u32], documents: &Documents<'_>) -> String {
    let Facets { years, kinds, units } = documents.facets;
    let mut texts = Vec::new();
    sizes.iter().for_each(|size| code::push(&mut texts, *size));
    let directory = Directory {
        version,
        grams: filled.files.iter().flat_map(|file| file.grams.chars().take(2)).collect(),
        later: &filled.later,
        texts: String::from_utf8_lossy(&texts).into_owned(),
        documents: String::from_utf8_lossy(&documents.coded).into_owned(),
        joined: String::from_utf8_lossy(&documents.joined).into_owned(),
        years: years.iter().map(|year| year.0).collect(),
        kinds,
        units: units.iter().map(|unit| &*unit.id).collect(),
    };
    let mut out = String::new();
    // Writing to memory does not fail.
    let _ = writeln!(out, "hoshinSearch.open({});", json(&directory));
    out
}

/// Tells one edition of the index from another: a browser may hold files of the last one.
fn version(files: &[Grams], texts: &Texts) -> String {
    let mut hash = blake3::Hasher::new();
    for file in files {
        hash.update(file.grams.as_bytes());
        hash.update(&file.lists);
    }
    for text in &texts.files {
        hash.update(text.as_bytes());
    }
    hash.finalize().to_hex()[..8].to_owned()
}

fn json(value: &impl Serialize) -> String {
    // Strings, numbers and lists of them: there is nothing in them that JSON cannot say.
    serde_json::to_string(value).unwrap_or_default()
}

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
