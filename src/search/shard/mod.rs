//! Writes the files of the index. Each is a script that calls one function of the page:
//!
//! | file | call |
//! |---|---|
//! | `index.js` | `hoshinSearch.open({…})`: the directory |
//! | `g0.js` … | `hoshinSearch.grams(0, "version", "bigrams", "lists")`: bigrams in order, their lists with spaces between |
//! | `t0.js` … | `hoshinSearch.texts(0, […])`: passages in order, by document |
//!
//! The directory has these keys; their numbers are written by `code`:
//!
//! - `version`, and `grams`: the first bigram of each file.
//! - `later`: for each file that only continues the list of the file before, its number and its first passage.
//! - `texts`: the number of passages in each file of texts.
//! - `documents`: for each document the number of passages and its year, kind and department (0 for none).
//! - `joined`: for each passage with the address of the one before, its distance from the last such passage, or from passage 0.
//! - `years`, `kinds`, `units`: the facets.

use std::fmt::Write;

use serde::Serialize;
use serde_json::Value;

use super::posting::{PostingList, Postings};
use super::searchable::Facets;
use super::{IndexFile, SearchPassage, code, part, passage};
use crate::corpus::Corpus;
use crate::policy::{Document, Status};

/// The size at which a file of texts is closed, in bytes. A query loads one for each hit that it shows.
const FULL_OF_TEXTS: usize = 8_000;

/// The part of the directory about documents, encoded.
pub(super) struct DocumentTable<'a> {
    facets: &'a Facets,
    coded: Vec<u8>,
    /// The number of passages so far.
    passages: usize,
    joined: Vec<u8>,
    last_joined: usize,
}

/// The texts of all passages, in files.
#[derive(Default)]
pub(super) struct TextFiles {
    files: Vec<String>,
    /// The number of passages in each file.
    sizes: Vec<u32>,
}

/// The passages of a document in a file.
#[derive(Serialize)]
struct DocumentPassages<'a> {
    /// The document's page, as a link from the root of the site.
    file: String,
    cited: &'a str,
    /// What stands between the citation of the document and a place.
    #[serde(skip_serializing_if = "str::is_empty")]
    between: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    old: bool,
    /// The fragment, cited position and text of each passage.
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
    #[serde(rename = "units")]
    departments: Vec<&'a str>,
}

impl<'a> DocumentTable<'a> {
    pub(super) fn new(facets: &'a Facets) -> Self {
        Self { facets, coded: Vec::new(), passages: 0, joined: Vec::new(), last_joined: 0 }
    }

    /// Adds a document with its passages.
    pub(super) fn add(&mut self, document: &Document, passages: &[SearchPassage]) {
        let meta = &document.meta;
        let Facets { years, kinds, departments } = self.facets;
        let year = years.iter().position(|year| *year == meta.fiscal_year.value);
        let kind = kinds.iter().position(|kind| *kind == meta.kind.value);
        let organization = meta.organization.as_ref();
        let department = organization.and_then(|id| departments.iter().position(|known| known.id == id.value));
        code::push(&mut self.coded, number(passages.len()));
        for facet in [year, kind, department] {
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

impl TextFiles {
    /// Adds the passages of a document.
    pub(super) fn add_document(&mut self, corpus: &Corpus, document: &Document, passages: &[SearchPassage]) {
        let cited = passage::cited(document);
        let language = &document.meta.language;
        let mut rest = passages;
        while !rest.is_empty() {
            let room = self.room();
            let mut taken = 0;
            let mut size = 0;
            while taken < rest.len() && (taken == 0 || size < room) {
                size += rest[taken].fragment.as_str().len() + rest[taken].place.len() + rest[taken].text.len() + 9;
                taken += 1;
            }
            let (now, later) = rest.split_at(taken);
            self.add(&DocumentPassages {
                file: format!("{}/index.html", document.id.0),
                cited: &cited,
                between: document.body.naming.before_place(),
                lang: (*language != corpus.site.language).then_some(language),
                old: document.meta.status == Status::Superseded,
                passages: now.iter().map(|one| [one.fragment.as_str(), &*one.place, &*one.text]).collect(),
            });
            rest = later;
        }
    }

    /// The space left in the last file, in bytes. If it is full, a new file is started.
    fn room(&mut self) -> usize {
        if self.files.last().is_none_or(|file| file.len() >= FULL_OF_TEXTS) {
            self.files.push(String::new());
            self.sizes.push(0);
        }
        FULL_OF_TEXTS - self.files.last().map_or(0, String::len)
    }

    fn add(&mut self, passages: &DocumentPassages<'_>) {
        let (Some(file), Some(size)) = (self.files.last_mut(), self.sizes.last_mut()) else { return };
        if !file.is_empty() {
            file.push_str(",\n");
        }
        file.push_str(&json(passages));
        *size += number(passages.passages.len());
    }
}

/// A file of lists being filled.
#[derive(Default)]
struct GramFile {
    grams: String,
    lists: Vec<u8>,
}

/// All files of the index, the directory first.
pub(super) fn files(postings: Postings, texts: TextFiles, documents: &DocumentTable<'_>) -> Vec<IndexFile> {
    let full = postings.full;
    let filled = fill(&postings.into_lists(), full);
    let version = version(&filled.files, &texts);
    let mut files = vec![IndexFile {
        name: "index.js".to_owned(),
        bytes: directory(&version, &filled, &texts.sizes, documents).into_bytes(),
    }];
    for (number, GramFile { grams, lists }) in filled.files.into_iter().enumerate() {
        let grams = Value::String(grams);
        let mut bytes = format!("hoshinSearch.grams({number},\"{version}\",{grams},\"").into_bytes();
        bytes.extend(lists);
        bytes.extend(b"\");\n");
        files.push(IndexFile { name: format!("g{number}.js"), bytes });
    }
    for (number, text) in texts.files.into_iter().enumerate() {
        let bytes = format!("hoshinSearch.texts({number},[{text}]);\n").into_bytes();
        files.push(IndexFile { name: format!("t{number}.js"), bytes });
    }
    files
}

/// The files of lists.
struct Filled {
    files: Vec<GramFile>,
    /// The first passage of each file that continues the list of the file before, by number of the file.
    later: Vec<(usize, u32)>,
}

/// Puts the lists into files of about `full` bytes. A list that needs several files shares them with no other list: the
/// directory has one first passage for each file, not for each list.
fn fill(lists: &[PostingList], full: usize) -> Filled {
    let mut filled = Filled { files: Vec::new(), later: Vec::new() };
    let mut is_open = false;
    for list in lists {
        if list.continued.is_empty() {
            let is_full = |file: &GramFile| file.lists.len() + file.grams.len() >= full;
            if !is_open || filled.files.last().is_none_or(is_full) {
                filled.files.push(GramFile::default());
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
    fn put_alone(&mut self, list: &PostingList) {
        let begins = std::iter::once(0).chain(list.continued.iter().map(|(at, _)| *at));
        let ends = list.continued.iter().map(|(at, _)| *at).chain([list.bytes.len()]);
        for (from, until) in begins.zip(ends) {
            self.files.push(GramFile::default());
            self.put(list, &list.bytes[from..until]);
        }
        let first = self.files.len() - list.continued.len();
        self.later.extend((first..).zip(list.continued.iter().map(|(_, passage)| *passage)));
    }

    /// Adds a list, or a part of one, to the last file.
    fn put(&mut self, list: &PostingList, part: &[u8]) {
        let Some(file) = self.files.last_mut() else { return };
        if !file.lists.is_empty() {
            file.lists.push(b' ');
        }
        file.grams.extend([list.gram.0, list.gram.1]);
        file.lists.extend_from_slice(part);
    }
}

fn directory(version: &str, filled: &Filled, sizes: &[u32], documents: &DocumentTable<'_>) -> String {
    let Facets { years, kinds, departments } = documents.facets;
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
        departments: departments.iter().map(|department| &*department.id).collect(),
    };
    let mut out = String::new();
    // Writing to memory does not fail.
    let _ = writeln!(out, "hoshinSearch.open({});", json(&directory));
    out
}

/// A digest that identifies this index. A browser may have cached files of the last one.
fn version(files: &[GramFile], texts: &TextFiles) -> String {
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
    // Strings, numbers and lists of them can always be written as JSON.
    serde_json::to_string(value).unwrap_or_default()
}

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
