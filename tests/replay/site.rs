//! Two documents and their locks, built by the library as a build would, with a user who answers its questions truly.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hoshin::address::{self, Assigned, Context, Input, Lock, Mode, SITE_LOCK, Unit, assign, assign_positions, settle};
use hoshin::diagnostic::{Diagnostics, Severity, SourceFile};
use hoshin::markdown::{LetterheadHints, parse};
use hoshin::policy::{Body, DocumentId};
use hoshin::source::{self, DocumentSource, Tree};

use crate::model::{Document, Lineage, Truth};
use crate::random::Random;

/// A document and the file it is in.
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
    /// What the last build assigned.
    pub(crate) assigned: Assigned,
    /// Which clause an id stood for after the last build.
    pub(crate) truths: BTreeMap<Box<str>, Truth>,
    /// How often the library asked.
    pub(crate) questions: usize,
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
            assigned: Assigned::default(),
            truths: BTreeMap::new(),
            questions: 0,
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

    /// Builds until nothing is asked any more, and writes the locks.
    pub(crate) fn build(&mut self) {
        for _ in 0..100 {
            let (assigned, found) = self.run();
            let errors: Vec<_> = found.iter().filter(|finding| finding.severity == Severity::Error).collect();
            let Some(first) = errors.first() else {
                self.locks.extend(assigned.changes.clone());
                self.assigned = assigned;
                self.remember();
                return;
            };
            self.questions += 1;
            let command = &first.help.en;
            let id = match first.code.id {
                "address-unclear" => word_after(command, "hoshin anchor same "),
                "address-moved-away" => word_after(command, "hoshin anchor move "),
                _ => panic!("{first:?}"),
            };
            self.answer(id);
        }
        panic!("the questions never end");
    }

    /// The locks that another build would change.
    pub(crate) fn changes(&self) -> Vec<String> {
        self.run().0.changes.into_keys().collect()
    }

    fn run(&self) -> (Assigned, Diagnostics) {
        let (sources, bodies) = self.read();
        let inputs = sources
            .iter()
            .zip(bodies)
            .map(|((id, document), body)| (id.clone(), Input { meta: &document.meta, source: &document.source, body }));
        let locks = self.lock_files();
        let unreadable = BTreeSet::new();
        assign(inputs.collect(), &Context { locks: &locks, unreadable: &unreadable, mode: Mode::Record })
    }

    fn read(&self) -> (BTreeMap<DocumentId, DocumentSource>, Vec<Body>) {
        let mut files = BTreeMap::new();
        files.insert("content/site.yaml".to_owned(), b"title: t\ncity: c\nbase_url: https://example.jp/\n".to_vec());
        for held in &self.documents {
            files.insert(format!("content/{}.md", held.stem), self.text(held).into_bytes());
        }
        let (sources, found) = source::parse(&Tree { files, ..Tree::default() });
        let documents = sources.unwrap_or_else(|| panic!("{found:?}")).documents;
        assert_eq!(documents.len(), self.documents.len(), "{found:?}");
        let body = |document: &DocumentSource| {
            let hints = LetterheadHints { title: "題", issuer: None };
            assign_positions(parse(&document.source, document.body_start, &hints).0)
        };
        let bodies = documents.values().map(body).collect();
        (documents, bodies)
    }

    fn text(&self, held: &Held) -> String {
        let aliases: String = held.aliases.iter().map(|alias| format!("\n  - {alias}")).collect();
        let day = jiff::civil::date(2026, 4, 1) + jiff::Span::new().days(self.version);
        let front = format!(
            "title: 題\nkind: 部の運営方針\nfiscal_year: R8\nstatus: published\nrevised: {day}\naliases:{aliases}\n"
        );
        format!("---\n{front}---\n\n{}", held.document.markdown())
    }

    fn lock_files(&self) -> BTreeMap<String, Arc<SourceFile>> {
        self.locks.iter().map(|(path, text)| (path.clone(), SourceFile::new(path, text))).collect()
    }

    fn lock(&self, index: usize) -> Option<Lock> {
        let path = format!("content/{}.lock", self.documents[index].stem);
        let text = self.locks.get(&path)?;
        let mut lock = address::read_lock(&SourceFile::new(path, text)).unwrap();
        lock.document = DocumentId(self.documents[index].stem.clone());
        Some(lock)
    }

    fn units(&self, index: usize) -> Vec<Unit> {
        let (sources, bodies) = self.read();
        let at = sources.keys().position(|id| id.0 == self.documents[index].stem).unwrap();
        let units = address::units(&bodies[at]);
        let nodes = self.documents[index].document.nodes();
        let texts = |texts: Vec<&str>| texts.join("\n");
        assert_eq!(
            texts(units.iter().map(|unit| &*unit.text).collect()),
            texts(nodes.iter().map(|node| &*node.text).collect()),
            "the model and the reading of it differ"
        );
        units
    }

    /// Where the clauses stand now that a clause is or has become: document and position.
    fn whereabouts(&self, truth: Truth) -> Vec<(usize, String)> {
        let wanted = self.lineage.descendants(truth);
        let mut found = Vec::new();
        for index in 0..self.documents.len() {
            let units = self.units(index);
            let nodes = self.documents[index].document.nodes();
            let there = nodes.iter().zip(&units).filter(|(node, _)| wanted.contains(&node.truth));
            found.extend(there.map(|(_, unit)| (index, unit.position.to_string())));
        }
        found
    }

    /// Says what became of a clause, as somebody who knows would.
    fn answer(&mut self, id: &str) {
        let truth = self.truths[id];
        let home = (0..self.documents.len())
            .find(|&index| self.lock(index).is_some_and(|lock| lock.live().any(|(known, _)| known == id)))
            .unwrap();
        let locks: Vec<Lock> = (0..self.documents.len()).filter_map(|index| self.lock(index)).collect();
        let taken = settle::ids_of(&locks);
        let date = Some(jiff::civil::date(2026, 4, 1) + jiff::Span::new().days(self.version));
        let lock = self.lock(home).unwrap();
        let units = self.units(home);
        let desk = settle::Desk { lock: &lock, units: &units, date, taken: &taken };
        let places = self.whereabouts(truth);
        let here: Vec<&str> = places.iter().filter(|place| place.0 == home).map(|place| &*place.1).collect();
        let is_itself = self.documents.iter().any(|held| held.document.nodes().iter().any(|node| node.truth == truth));
        let settled = match (&here[..], is_itself) {
            ([position], true) => settle::same(&desk, id, position),
            ([position], false) => settle::merge(&desk, &[id], position),
            ([], _) => match places.first() {
                Some((other, position)) => {
                    let (there, units) = (self.lock(*other).unwrap(), self.units(*other));
                    let to = settle::Desk { lock: &there, units: &units, date, taken: &taken };
                    let (left, arrived) = settle::move_to(&desk, id, &to, position).unwrap();
                    self.write(*other, &arrived.lock);
                    Ok(left)
                }
                None => settle::retire(&desk, id, &settle::Notice::default()),
            },
            (several, _) => settle::split(&desk, id, several),
        };
        let settled = settled.unwrap_or_else(|refusal| panic!("{id} {here:?} {refusal:?}"));
        assert!(settled.preview.iter().all(|effect| effect.before.as_ref() != Some(&effect.after)));
        self.write(home, &settled.lock);
    }

    fn write(&mut self, index: usize, lock: &Lock) {
        self.locks.insert(format!("content/{}.lock", self.documents[index].stem), lock.to_text());
    }

    fn remember(&mut self) {
        assert!(self.locks.contains_key(SITE_LOCK));
        self.truths.clear();
        for held in &self.documents {
            let body = &self.assigned.bodies[&DocumentId(held.stem.clone())];
            let mut ids = Vec::new();
            body.each_clause(|clause| ids.push(clause.id.clone()));
            let nodes = held.document.nodes();
            assert_eq!(ids.len(), nodes.len());
            self.truths.extend(ids.into_iter().zip(nodes.iter().map(|node| node.truth)));
        }
    }
}

fn word_after<'a>(text: &'a str, start: &str) -> &'a str {
    let at = text.find(start).unwrap_or_else(|| panic!("{start} is not in {text}"));
    text[at + start.len()..].split_whitespace().next().unwrap()
}
