//! Small sites in memory, built by the library.

use std::collections::{BTreeMap, BTreeSet};

use hoshin::address::{AddressContext, AddressInput, AddressMemory, Assigned, Mode, assign, assign_positions};
use hoshin::diagnostic::{Diagnostics, Severity};
use hoshin::markdown::{LetterheadHints, parse};
use hoshin::policy::{Body, ClauseId, DocumentId, Issuer};
use hoshin::source::{self, Tree};

/// The files of a site and the result of its last build.
#[derive(Default)]
pub(crate) struct Site {
    pub(crate) files: BTreeMap<String, String>,
    pub(crate) assigned: Assigned,
}

impl Site {
    /// Makes a site of documents. Each is given as its path below `content/` without suffix, and its body.
    pub(crate) fn new(documents: &[(&str, &str)]) -> Self {
        let mut site = Self::default();
        site.files.insert("content/site.yaml".into(), "title: t\ncity: c\nbase_url: https://example.jp/\n".into());
        for (stem, body) in documents {
            site.write(stem, "2026-04-01", body);
        }
        site
    }

    /// Writes a version of a document.
    pub(crate) fn write(&mut self, stem: &str, day: &str, body: &str) {
        self.write_with(stem, &format!("status: published\nissued: {day}"), body);
    }

    pub(crate) fn write_with(&mut self, stem: &str, front: &str, body: &str) {
        let front = format!("---\ntitle: 題\nkind: 部の運営方針\nfiscal_year: R8\n{front}\n---\n\n");
        self.files.insert(format!("content/{stem}.md"), front + body);
    }

    /// Releases the site, writes the locks and returns the codes of warnings and errors.
    pub(crate) fn build(&mut self) -> Vec<String> {
        let found = self.run(Mode::Release);
        self.files.extend(self.assigned.changes.clone());
        codes(&found, Severity::Warning)
    }

    pub(crate) fn run(&mut self, mode: Mode) -> Diagnostics {
        self.run_at(mode, jiff::Timestamp::MAX)
    }

    pub(crate) fn run_at(&mut self, mode: Mode, now: jiff::Timestamp) -> Diagnostics {
        let files = self.files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes().into())).collect();
        let tree = Tree { files, ..Tree::default() };
        let (sources, found) = source::parse(&tree, &mut source::SourceMemory::default());
        let documents = sources.unwrap_or_else(|| panic!("{found:?}")).documents;
        let (locks, _) = source::locks(&tree, &mut source::SourceMemory::default());
        let read: BTreeSet<&String> = documents.values().map(|document| &document.source.path).collect();
        let unreadable =
            self.files.keys().filter(|path| path.ends_with(".md") && !read.contains(path)).cloned().collect();
        let inputs = documents.iter().map(|(id, document)| {
            let issuer = document.meta.issuer.as_ref().and_then(Issuer::printed);
            let title = &document.meta.title.value;
            let hints = LetterheadHints { title, issuer: issuer.as_deref() };
            let body = assign_positions(parse(&document.source, document.body_start, &hints).0);
            (id.clone(), AddressInput { meta: &document.meta, source: &document.source, body: body.into() })
        });
        let context = AddressContext { locks: &locks, unreadable: &unreadable, mode, now, published: &[] };
        let (assigned, found) = assign(&inputs.collect(), &context, &mut AddressMemory::default());
        self.assigned = assigned;
        found
    }

    pub(crate) fn body(&self, stem: &str) -> &Body {
        &self.assigned.bodies[&DocumentId(stem.into())]
    }

    /// The permanent id at each position.
    pub(crate) fn ids(&self, stem: &str) -> BTreeMap<String, ClauseId> {
        let mut ids = BTreeMap::new();
        self.body(stem).each_clause(|clause| {
            ids.insert(clause.position.to_string(), clause.id.clone());
        });
        ids
    }

    /// Where a clause stands now.
    pub(crate) fn position(&self, stem: &str, id: &ClauseId) -> Option<String> {
        self.ids(stem).into_iter().find(|(_, known)| known == id).map(|(position, _)| position)
    }
}

/// The codes of at least this severity, in order.
pub(crate) fn codes(found: &Diagnostics, least: Severity) -> Vec<String> {
    found.iter().filter(|finding| finding.severity >= least).map(|finding| finding.code.id.to_owned()).collect()
}
