//! The figure of the home page: the newest year's policies as stairs, from the mayor's down to the objectives.

use serde::Serialize;
use tera::Value;

use super::atlas::Atlas;
use super::link;
use super::listing::{DateView, Year, changed, date_view};
use super::wording::filled;
use super::words::Words;
use crate::corpus::{Cascade, Corpus, Edge, Referent, title_of};
use crate::policy::{Block, Clause, ClauseKind, Document, FiscalYear, Issuer, Upper, title_in_citation};

/// How many documents a step names; the page of the year has them all.
const DOCUMENTS: usize = 24;
/// How many chapters of a document are named.
const CHAPTERS: usize = 12;

/// The figure.
#[derive(Serialize)]
struct Figure {
    year: String,
    file: String,
    steps: Vec<Step>,
    /// Pairs with documents of other years: how many, and where they are.
    references: Vec<ReferenceView>,
}

/// A step of the stairs: the documents of a kind.
#[derive(Serialize)]
struct Step {
    kind: String,
    /// What this kind of document is, in a sentence; empty where that is not known.
    what: &'static str,
    documents: Vec<Entry>,
    /// How many more there are.
    more: usize,
    /// Documents that the others name and that are not on this site.
    absent: Vec<Absent>,
}

#[derive(Serialize)]
struct Entry {
    file: String,
    title: String,
    issuer: Option<String>,
    date: Option<DateView>,
    chapters: Vec<Chapter>,
    chapters_more: usize,
    objectives: usize,
    ties: Ties,
    example: bool,
    /// The page of its connections; null where it has none.
    trace: Option<String>,
}

#[derive(Serialize)]
struct Chapter {
    href: String,
    name: String,
    ties: Ties,
}

/// How many connections something has.
#[derive(Serialize, Default)]
struct Ties {
    /// To clauses above, of the same year.
    above: usize,
    /// To clauses below, of the same year.
    below: usize,
    /// With documents of other years, for reference.
    reference: usize,
}

#[derive(Serialize)]
struct Absent {
    title: String,
    file: Option<String>,
}

#[derive(Serialize)]
struct ReferenceView {
    text: String,
    file: String,
}

/// For the template: null on a site without documents.
pub(super) fn figure(corpus: &Corpus, atlas: &Atlas<'_>, years: &[Year<'_>]) -> Value {
    let Some(year) = years.first() else { return Value::from(()) };
    let words = Words::of(&corpus.site.language);
    let view = View { corpus, atlas, words };
    // Versions in other languages say the same once more.
    let documents: Vec<&Document> =
        year.documents.iter().copied().filter(|document| document.meta.variant_of.is_none()).collect();
    let steps = view.steps(&documents);
    let figure = Figure {
        year: words.year(year.year),
        file: link::year_file(year.year),
        steps,
        references: view.references(&documents),
    };
    Value::from_serializable(&figure)
}

struct View<'a> {
    corpus: &'a Corpus,
    atlas: &'a Atlas<'a>,
    words: &'static Words,
}

impl View<'_> {
    /// Steps in the order of the site's kinds.
    fn steps(&self, documents: &[&Document]) -> Vec<Step> {
        let mut kinds: Vec<&str> = self.corpus.site.kinds.iter().map(String::as_str).collect();
        for document in documents {
            if !kinds.contains(&document.meta.kind.value.as_str()) {
                kinds.push(&document.meta.kind.value);
            }
        }
        let step = |kind: &&str| {
            let of_kind: Vec<&&Document> =
                documents.iter().filter(|document| document.meta.kind.value == **kind).collect();
            let absent = self.absent(documents, kind);
            (!of_kind.is_empty() || !absent.is_empty()).then(|| Step {
                kind: (*kind).to_owned(),
                what: self.words.what_kind_is(kind),
                more: of_kind.len().saturating_sub(DOCUMENTS),
                documents: of_kind.iter().take(DOCUMENTS).map(|document| self.entry(document)).collect(),
                absent,
            })
        };
        kinds.iter().filter_map(step).collect()
    }

    /// What stands above the documents of a year by their own words, of a kind its title names, and is not on the site.
    fn absent(&self, documents: &[&Document], kind: &str) -> Vec<Absent> {
        let mut all: Vec<Absent> = Vec::new();
        for document in documents {
            let referents = self.corpus.links.upper(&document.id).iter();
            for (upper, referent) in document.meta.upper.iter().zip(referents) {
                let Upper::Title(title) = &upper.value else { continue };
                let file = match referent {
                    Some(Referent::Plan(id)) => Some(link::plan_file(id)),
                    None => None,
                    Some(_) => continue,
                };
                if self.kind_in(title) == Some(kind) && !all.iter().any(|known| known.title == *title) {
                    all.push(Absent { title: title_in_citation(title), file });
                }
            }
        }
        all
    }

    /// The kind a title ends with: the longest, since 市政運営の基本方針 is not 方針.
    fn kind_in(&self, title: &str) -> Option<&str> {
        let kinds = self.corpus.site.kinds.iter().map(String::as_str);
        kinds.filter(|kind| title.ends_with(kind)).max_by_key(|kind| kind.len())
    }

    fn entry(&self, document: &Document) -> Entry {
        let cascade = &self.corpus.cascade;
        let mut all = Vec::new();
        for block in &document.body.blocks {
            if let Block::Clause(clause) = block
                && matches!(clause.kind, ClauseKind::Section { .. })
            {
                all.push(clause);
            }
        }
        let mut objectives = 0;
        let mut ties = Ties::default();
        document.body.each_clause(|clause| {
            objectives += usize::from(clause.objective.is_some());
            ties.add(cascade, document, clause);
        });
        let is_in_chain = ties.above + ties.below + ties.reference > 0;
        Entry {
            file: link::document_file(&document.id),
            title: title_in_citation(&title_of(document)),
            issuer: document.meta.issuer.as_ref().and_then(Issuer::display_name),
            date: changed(document).map(|date| date_view(self.words, date)),
            chapters_more: all.len().saturating_sub(CHAPTERS),
            chapters: all.iter().take(CHAPTERS).map(|section| self.chapter(document, section)).collect(),
            objectives,
            ties,
            example: document.meta.example,
            trace: is_in_chain.then(|| link::trace_file(&document.id)),
        }
    }

    fn chapter(&self, document: &Document, section: &Clause) -> Chapter {
        let cascade = &self.corpus.cascade;
        let mut ties = Ties::default();
        ties.add(cascade, document, section);
        each_below(&section.children, &mut |clause| ties.add(cascade, document, clause));
        let label = section.label.as_ref().map_or_else(String::new, |label| format!("{} ", label.printed.trim()));
        let fragment =
            self.atlas.chart(&document.id).map_or_else(String::new, |chart| chart.fragment(&section.position));
        Chapter {
            href: link::relative(link::HOME, &link::document_file(&document.id), Some(&fragment)),
            name: format!("{label}{}", super::trace::excerpt(section)),
            ties,
        }
    }

    /// Documents of other years to which this year's are tied.
    fn references(&self, documents: &[&Document]) -> Vec<ReferenceView> {
        let mut counts: std::collections::BTreeMap<(&crate::policy::DocumentId, FiscalYear), usize> =
            std::collections::BTreeMap::new();
        for document in documents {
            document.body.each_clause(|clause| {
                for edge in self.corpus.cascade.upward(&document.id, &clause.position).filter(|edge| edge.years_differ)
                {
                    let upper = &edge.upper.document;
                    if let Some(above) = self.corpus.public.get(upper) {
                        *counts.entry((&above.id, above.meta.fiscal_year.value)).or_default() += 1;
                    }
                }
            });
        }
        let one = |((id, _), count): ((&crate::policy::DocumentId, FiscalYear), usize)| ReferenceView {
            text: filled(
                self.words.home_reference,
                &[("name", &self.atlas.citation(id, "")), ("count", &count.to_string())],
            ),
            file: link::trace_file(id),
        };
        counts.into_iter().map(one).collect()
    }
}

impl Ties {
    fn add(&mut self, cascade: &Cascade, document: &Document, clause: &Clause) {
        let mut count = |edges: &mut dyn Iterator<Item = &Edge>, own: fn(&mut Self) -> &mut usize| {
            for edge in edges {
                *(if edge.years_differ { &mut self.reference } else { own(self) }) += 1;
            }
        };
        count(&mut cascade.upward(&document.id, &clause.position), |ties| &mut ties.above);
        count(&mut cascade.downward(&document.id, &clause.position), |ties| &mut ties.below);
    }
}

/// Depth is bounded by `markdown`.
fn each_below<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a Clause)) {
    for block in blocks {
        match block {
            Block::Clause(clause) => {
                visit(clause);
                each_below(&clause.children, visit);
            }
            Block::Frame(frame) => each_below(&frame.blocks, visit),
            Block::Table(table) => table.rows.iter().for_each(&mut *visit),
            Block::Quote(_) | Block::Preformatted { .. } | Block::Rule => {}
        }
    }
}
