//! The clauses of the repository's two documents, with what stands above them.

use std::path::Path;

use hoshin::address::Mode;
use hoshin::corpus::Corpus;
use hoshin::diagnostic::Severity;
use hoshin::pipeline::{self, Drafts, Moment, Options, Unobserved};
use hoshin::policy::{Block, Clause, ClauseKind, Content, Document, plain_text};
use hoshin::snippet::faithfulness::{Names, Setting, Source};
use hoshin::source;
use jiff::civil::date;

/// A clause.
pub struct Entry {
    /// Document and position: `r8/seisaku-keiei#s5-b1`.
    pub place: String,
    pub text: String,
    /// The headings above it, the title of its document, its organisation and the city.
    pub above: Vec<String>,
    pub fiscal_year: Option<i16>,
}

/// All clauses, and the names of the site.
pub struct Clauses {
    pub entries: Vec<Entry>,
    pub names: Names,
}

impl Clauses {
    pub fn of_repository() -> Self {
        let (tree, found) = source::read_tree(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let now = Moment::Local(date(2026, 4, 1).at(0, 0, 0, 0));
        let options = Options { now, fails_from: Severity::Error, locks: Mode::Locked, drafts: Drafts::Withheld };
        let corpus = pipeline::gather(tree, found, &options, &Unobserved).unwrap().corpus;
        let mut entries = Vec::new();
        for document in corpus.public.values() {
            let mut above = vec![document.meta.title.value.clone(), corpus.site.city.clone()];
            above.extend(organization(&corpus, document));
            walk(&document.body.blocks, document, &above, &mut entries);
        }
        Self { entries, names: names(&corpus) }
    }

    pub fn at(&self, place: &str) -> &Entry {
        self.entries.iter().find(|entry| entry.place == place).unwrap_or_else(|| panic!("no clause {place}"))
    }

    /// Calls `test` with the clause prepared for comparison.
    pub fn with<T>(&self, entry: &Entry, test: impl FnOnce(&Source<'_>) -> T) -> T {
        let headings: Vec<&str> = entry.above.iter().map(String::as_str).collect();
        let setting = Setting { headings: &headings, fiscal_year: entry.fiscal_year, ..Setting::new(&self.names) };
        test(&Source::new(&entry.text, setting))
    }
}

fn organization(corpus: &Corpus, document: &Document) -> Option<String> {
    let id = &document.meta.organization.as_ref()?.value;
    corpus.organizations.iter().find(|unit| unit.id.value == *id).map(|unit| unit.name.clone())
}

fn names(corpus: &Corpus) -> Names {
    let mut names = Names::default();
    for plan in &corpus.plans {
        names.add(plan.aliases.iter().map(|alias| alias.value.as_str()).chain([plan.name.as_str()]));
    }
    for document in corpus.public.values() {
        names.add([document.meta.title.value.as_str()]);
    }
    for unit in &corpus.organizations {
        names.add([unit.name.as_str()]);
    }
    for term in &corpus.terms {
        names.add_term(&term.term.value, &term.expansion);
    }
    names
}

fn walk(blocks: &[Block], document: &Document, above: &[String], entries: &mut Vec<Entry>) {
    for block in blocks {
        match block {
            Block::Clause(clause) => {
                let text = text_of(clause);
                entries.push(Entry {
                    place: format!("{}#{}", document.id.0, clause.position),
                    text: text.clone(),
                    above: above.to_vec(),
                    fiscal_year: Some(document.meta.fiscal_year.value.0),
                });
                let mut inside = above.to_vec();
                if matches!(clause.kind, ClauseKind::Section { .. }) {
                    inside.push(text);
                }
                walk(&clause.children, document, &inside, entries);
            }
            Block::Frame(frame) => walk(&frame.blocks, document, above, entries),
            _ => {}
        }
    }
}

fn text_of(clause: &Clause) -> String {
    match &clause.content {
        Content::Text(text) => plain_text(text),
        Content::Cells(cells) => cells.iter().map(|cell| plain_text(cell)).collect(),
    }
}
