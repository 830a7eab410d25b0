//! Two documents and their locks, built by the whole pipeline, with a user who answers its questions correctly.

use std::collections::{BTreeMap, BTreeSet};

use hoshin::address::{self, AddressRecord, AddressedClause, Mode, SITE_LOCK, settle};
use hoshin::artifact::Artifacts;
use hoshin::diagnostic::{Diagnostics, Severity, SourceFile};
use hoshin::pipeline::{self, Drafts, Moment, Options, Outcome, Unobserved};
use hoshin::policy::{ClauseId, DocumentId, Position};
use hoshin::source::Tree;

use crate::model::{Document, Lineage, Node, Truth};
use crate::page::Page;
use crate::random::Random;

/// A document and its file.
pub(crate) struct Held {
    pub(crate) stem: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) document: Document,
}

pub(crate) struct Site {
    pub(crate) documents: Vec<Held>,
    pub(crate) lineage: Lineage,
    /// `.lock` files by path.
    locks: BTreeMap<String, String>,
    version: i32,
    /// The website of the last build.
    pub(crate) files: Artifacts,
    /// The clause of each id on the pages of the last build.
    truths: BTreeMap<String, Truth>,
    /// The number of questions so far.
    pub(crate) questions: usize,
    /// Clauses that were taken out, each with the index of its document.
    pub(crate) taken_out: Vec<(usize, Node)>,
}

impl Site {
    pub(crate) fn new(random: &mut Random) -> Self {
        let mut lineage = Lineage::default();
        let documents = ["r8/a", "r8/b"]
            .map(|stem| Held {
                stem: stem.to_owned(),
                aliases: Vec::new(),
                document: Document::new(&mut lineage, random),
            })
            .into();
        Self {
            documents,
            lineage,
            locks: BTreeMap::new(),
            version: 0,
            files: Artifacts::default(),
            truths: BTreeMap::new(),
            questions: 0,
            taken_out: Vec::new(),
        }
    }

    pub(crate) fn parts(&mut self, index: usize) -> (&mut Document, &mut Lineage) {
        (&mut self.documents[index].document, &mut self.lineage)
    }

    pub(crate) fn next_version(&mut self) {
        self.version += 1;
    }

    /// Renames the file of a document, with its lock.
    pub(crate) fn rename(&mut self, index: usize) -> String {
        let version = self.version;
        let held = &mut self.documents[index];
        let old = std::mem::replace(&mut held.stem, format!("r8/name-{version}"));
        if let Some(lock) = self.locks.remove(&format!("content/{old}.lock")) {
            self.locks.insert(format!("content/{}.lock", held.stem), lock);
        }
        held.aliases.push(old);
        format!("rename the document {index}")
    }

    /// Builds and answers until no question is left, then writes the locks.
    pub(crate) fn build(&mut self) {
        for _ in 0..100 {
            let outcome = self.run();
            let errors = outcome.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
            let Some(first) = errors.min_by_key(|finding| finding.code.id) else {
                self.locks.extend(outcome.records.written);
                self.files = outcome.artifacts.expect("a site without errors");
                self.remember();
                return;
            };
            assert!(
                outcome.artifacts.is_none() && outcome.records.written.is_empty(),
                "nothing is written with an error"
            );
            self.questions += 1;
            let command = &first.help.en;
            let id = |start| ClauseId::new(word_after(command, start));
            match first.code.id {
                "address-unclear" => self.answer(&id("hoshin anchor same ")),
                "address-moved-away" | "address-section-moved-away" => self.answer(&id("hoshin anchor move ")),
                "address-number-unclear" if command.contains("hoshin anchor new ") => {
                    self.answer_new(word_after(command, "hoshin anchor new "));
                }
                "address-number-unclear" => {
                    let gone = self.gone_of_equal(&id("hoshin anchor retire "));
                    self.answer(&gone);
                }
                code => panic!("{code}: {} {:?}", first.text.en, first.place),
            }
        }
        panic!("the questions never end");
    }

    /// Builds once more. Returns the locks that would change, and whether the website is the same.
    pub(crate) fn again(&self) -> (Vec<(String, String)>, bool) {
        let outcome = self.run();
        (outcome.records.written, outcome.artifacts.as_ref() == Some(&self.files))
    }

    fn run(&self) -> Outcome {
        pipeline::run(self.tree(), Diagnostics::default(), &OPTIONS, &Unobserved)
    }

    fn tree(&self) -> Tree {
        let site = "title: t\ncity: c\nbase_url: https://example.jp/\n";
        let mut files = BTreeMap::from([("content/site.yaml".to_owned(), site.as_bytes().into())]);
        files.extend(self.locks.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes().into())));
        for held in &self.documents {
            files.insert(format!("content/{}.md", held.stem), self.text(held).into_bytes().into());
        }
        Tree { files, ..Tree::default() }
    }

    fn text(&self, held: &Held) -> String {
        let aliases: String = held.aliases.iter().map(|alias| format!("\n  - {alias}")).collect();
        let front = format!(
            "title: 題\nkind: 部の運営方針\nfiscal_year: R8\nstatus: published\nrevised: {}\naliases:{aliases}\n",
            self.date()
        );
        format!("---\n{front}---\n\n{}", held.document.markdown())
    }

    fn date(&self) -> jiff::civil::Date {
        jiff::civil::date(2026, 4, 1) + jiff::Span::new().days(self.version)
    }

    /// The path of a document's page.
    pub(crate) fn page(&self, index: usize) -> String {
        format!("{}/index.html", self.documents[index].stem)
    }

    /// Whether two pages belong to one document, under its present or former names.
    pub(crate) fn is_same_document(&self, one: &str, other: &str) -> bool {
        let stem = |path: &str| path.trim_end_matches("/index.html").to_owned();
        let (one, other) = (stem(one), stem(other));
        let has = |held: &Held, name: &String| held.stem == *name || held.aliases.contains(name);
        self.documents.iter().any(|held| has(held, &one) && has(held, &other))
    }

    fn lock(&self, index: usize) -> Option<AddressRecord> {
        let path = format!("content/{}.lock", self.documents[index].stem);
        let text = self.locks.get(&path)?;
        let mut lock = address::read_record(&SourceFile::new(path, text)).unwrap();
        lock.document = DocumentId(self.documents[index].stem.clone());
        Some(lock)
    }

    /// The clauses of each document, as `hoshin anchor` sees them.
    fn clauses(&self) -> Vec<Vec<AddressedClause>> {
        let gathered = pipeline::gather(self.tree(), Diagnostics::default(), &OPTIONS, &Unobserved).unwrap();
        let of = |held: &Held| {
            let units = address::addressed_clauses(&gathered.corpus.public[&DocumentId(held.stem.clone())].body);
            let nodes = held.document.nodes();
            let read: Vec<&str> = units.iter().map(|unit| &*unit.text).collect();
            let meant: Vec<&str> = nodes.iter().map(|node| &*node.text).collect();
            assert_eq!(read.join("\n"), meant.join("\n"), "the model and the reading of it differ");
            units
        };
        self.documents.iter().map(of).collect()
    }

    /// Answers the question about a clause correctly.
    fn answer(&mut self, id: &ClauseId) {
        let truth = self.truths[id.as_str()];
        let all = self.clauses();
        let wanted = self.lineage.descendants(truth);
        let places = |index: usize| -> Vec<Position> {
            let nodes = self.documents[index].document.nodes();
            let there = nodes.iter().zip(&all[index]).filter(|(node, _)| wanted.contains(&node.truth));
            there.map(|(_, unit)| unit.position.clone()).collect()
        };
        let home = (0..self.documents.len())
            .find(|&index| self.lock(index).is_some_and(|lock| lock.live().any(|(known, _)| known == id)))
            .unwrap();
        let locks: Vec<AddressRecord> = (0..self.documents.len()).filter_map(|index| self.lock(index)).collect();
        let taken = settle::ids_of(&locks);
        let lock = self.lock(home).unwrap();
        let date = Some(self.date());
        let revised = settle::RevisedDocument { record: &lock, clauses: &all[home], date, taken: &taken };
        let is_itself = self.documents.iter().any(|held| held.document.nodes().iter().any(|node| node.truth == truth));
        let elsewhere = (0..self.documents.len()).find(|&index| index != home && !places(index).is_empty());
        let settled = match (&places(home)[..], is_itself) {
            ([position], true) => settle::same(&revised, id, position),
            ([position], false) => settle::merge(&revised, std::slice::from_ref(id), position),
            ([], _) => match elsewhere {
                Some(other) => {
                    let there = self.lock(other).unwrap();
                    let to = settle::RevisedDocument { record: &there, clauses: &all[other], date, taken: &taken };
                    let (left, arrived) = settle::move_with_children(&revised, id, &to, &places(other)[0]).unwrap();
                    self.write(other, &arrived.record);
                    Ok(left)
                }
                None => settle::retire(&revised, id, &settle::EndingDetails::default()),
            },
            (several, _) => settle::split(&revised, id, several),
        };
        let settled = settled.unwrap_or_else(|refusal| panic!("{id} {refusal:?}"));
        assert!(settled.preview.iter().all(|effect| effect.before.as_ref() != Some(&effect.after)));
        self.write(home, &settled.record);
    }

    /// Says which of several clauses with the text of the one at `place` are new.
    fn answer_new(&mut self, place: &str) {
        let (stem, position) = place.split_once('#').unwrap();
        let index = self.documents.iter().position(|held| held.stem == stem).unwrap();
        let all = self.clauses();
        let text = &all[index].iter().find(|unit| unit.position.as_str() == position).unwrap().text;
        let known: BTreeSet<Truth> = self.truths.values().copied().collect();
        let nodes = self.documents[index].document.nodes();
        let pairs = nodes.iter().zip(&all[index]).filter(|(_, unit)| unit.text == *text);
        let new: Vec<Position> =
            pairs.filter(|(node, _)| !known.contains(&node.truth)).map(|(_, unit)| unit.position.clone()).collect();
        let locks: Vec<AddressRecord> = (0..self.documents.len()).filter_map(|index| self.lock(index)).collect();
        let (taken, lock) = (settle::ids_of(&locks), self.lock(index).unwrap());
        let date = Some(self.date());
        let revised = settle::RevisedDocument { record: &lock, clauses: &all[index], date, taken: &taken };
        let settled = settle::new_clauses(&revised, &new).unwrap_or_else(|refusal| panic!("{place} {refusal:?}"));
        assert!(!settled.preview.is_empty(), "{place}: none of the equal clauses is new");
        self.write(index, &settled.record);
    }

    /// The clause that is gone, of those with the same text as the one with this id.
    fn gone_of_equal(&self, id: &ClauseId) -> ClauseId {
        let standing: BTreeSet<Truth> =
            self.documents.iter().flat_map(|held| held.document.nodes()).map(|node| node.truth).collect();
        let locks = (0..self.documents.len()).filter_map(|index| self.lock(index));
        let lock = locks.into_iter().find(|lock| lock.live().any(|(known, _)| known == id)).unwrap();
        let text = &lock.entries[id].text;
        let equal = lock.live().filter(|(_, entry)| entry.text == *text).map(|(id, _)| id);
        let is_gone = |id: &&ClauseId| self.truths.get(id.as_str()).is_some_and(|truth| !standing.contains(truth));
        equal.into_iter().find(is_gone).unwrap_or(id).clone()
    }

    fn write(&mut self, index: usize, lock: &AddressRecord) {
        self.locks.insert(format!("content/{}.lock", self.documents[index].stem), lock.to_text());
    }

    /// Notes the clause of each id. The pages show the clauses in the order of the model.
    fn remember(&mut self) {
        assert!(self.locks.contains_key(SITE_LOCK));
        let mut truths = BTreeMap::new();
        for (index, held) in self.documents.iter().enumerate() {
            let page = Page::read(&self.files, &self.page(index));
            let nodes = held.document.nodes();
            let shown: Vec<&str> = page.clauses.iter().map(|clause| &*clause.text).collect();
            assert_eq!(shown, nodes.iter().map(|node| &*node.text).collect::<Vec<_>>());
            for (clause, node) in page.clauses.iter().zip(nodes) {
                assert_eq!(truths.insert(clause.id.clone(), node.truth), None, "two clauses have the id {}", clause.id);
            }
        }
        self.truths = truths;
    }
}

const OPTIONS: Options = Options {
    now: Moment::Instant(jiff::Timestamp::MAX),
    fails_from: Severity::Error,
    locks: Mode::Release,
    drafts: Drafts::Withheld,
};

fn word_after<'a>(text: &'a str, start: &str) -> &'a str {
    let at = text.find(start).unwrap_or_else(|| panic!("{start} is not in {text}"));
    text[at + start.len()..].split_whitespace().next().unwrap()
}
