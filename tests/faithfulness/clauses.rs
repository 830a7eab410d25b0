//! The clauses of the repository's two documents, with the texts above them.

use std::path::Path;

use hoshin::address::Mode;
use hoshin::corpus::Corpus;
use hoshin::diagnostic::Severity;
use hoshin::pipeline::{self, Drafts, Moment, Options, Unobserved};
use hoshin::policy::{Block, Clause, ClauseKind, Content, Document, plain_text};
use hoshin::snippet::faithfulness::{Names, SourceClause, SourceContext};
use hoshin::source;
use jiff::civil::date;

/// A clause of the repository's documents.
pub struct RepositoryClause {
    /// Document and position: `r8/seisaku-keiei#s5-b1`.
    pub place: String,
    pub text: String,
    /// The headings above it, the title of its document, its department and the city.
    pub above: Vec<String>,
    pub fiscal_year: Option<i16>,
}

/// All clauses, and the names of the site.
pub struct Clauses {
    pub list: Vec<RepositoryClause>,
    pub names: Names,
}

impl Clauses {
    pub fn of_repository() -> Self {
        let (tree, found) = source::read_tree(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let now = Moment::Local(date(2026, 4, 1).at(0, 0, 0, 0));
        let options = Options { now, fails_from: Severity::Error, locks: Mode::Locked, drafts: Drafts::Withheld };
        let corpus = pipeline::gather(tree, found, &options, &Unobserved).unwrap().corpus;
        let mut list = Vec::new();
        for document in corpus.public.values() {
            let mut above = vec![document.meta.title.value.clone(), corpus.site.city.clone()];
            above.extend(organization(&corpus, document));
            walk(&document.body.blocks, document, &above, &mut list);
        }
        Self { list, names: names(&corpus) }
    }

    pub fn at(&self, place: &str) -> &RepositoryClause {
        self.list.iter().find(|clause| clause.place == place).unwrap_or_else(|| panic!("no clause {place}"))
    }

    /// Calls `test` with the clause prepared for comparison.
    pub fn with<T>(&self, clause: &RepositoryClause, test: impl FnOnce(&SourceClause<'_>) -> T) -> T {
        let headings: Vec<&str> = clause.above.iter().map(String::as_str).collect();
        let context =
            SourceContext { headings: &headings, fiscal_year: clause.fiscal_year, ..SourceContext::new(&self.names) };
        test(&SourceClause::new(&clause.text, context))
    }
}

fn organization(corpus: &Corpus, document: &Document) -> Option<String> {
    let id = &document.meta.organization.as_ref()?.value;
    corpus.organizations.iter().find(|known| known.id.value == *id).map(|department| department.name.clone())
}

fn names(corpus: &Corpus) -> Names {
    let mut names = Names::default();
    for plan in &corpus.plans {
        names.add(plan.aliases.iter().map(|alias| alias.value.as_str()).chain([plan.name.as_str()]));
    }
    for document in corpus.public.values() {
        names.add([document.meta.title.value.as_str()]);
    }
    for department in &corpus.organizations {
        names.add([department.name.as_str()]);
    }
    for term in &corpus.terms {
        names.add_term(&term.term.value, &term.expansion);
    }
    names
}

fn walk(blocks: &[Block], document: &Document, above: &[String], list: &mut Vec<RepositoryClause>) {
    for block in blocks {
        match block {
            Block::Clause(clause) => {
                let text = text_of(clause);
                list.push(RepositoryClause {
                    place: format!("{}#{}", document.id.0, clause.position),
                    text: text.clone(),
                    above: above.to_vec(),
                    fiscal_year: Some(document.meta.fiscal_year.value.0),
                });
                let mut inside = above.to_vec();
                if matches!(clause.kind, ClauseKind::Section { .. }) {
                    inside.push(text);
                }
                walk(&clause.children, document, &inside, list);
            }
            Block::Frame(frame) => walk(&frame.blocks, document, above, list),
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
