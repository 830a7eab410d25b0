//! The home page, with a figure of the newest year's policies by kind: each kind stands below those that its documents take up. Only
//! the `upper` of a document states that it takes up another; without it there is no arrow.

mod kind;
mod order;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tera::Value;

use crate::corpus::{Cascade, Edge, title_of};
use crate::policy::{
    Block, Citation, CitationForm, Clause, ClauseKind, Document, DocumentId, FiscalYear, Fragment, Issuer,
    NamingLanguage, title_in_citation,
};
use crate::site::frame::excerpt::excerpt;
use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::{Words, filled};
use crate::site::frame::years::{DayContext, changed, day_context};
use kind::{AbsentDocument, DocumentKinds, KindStep};

/// How many documents a step names; the page of the year has them all.
const DOCUMENTS: usize = 24;
/// How many documents a sentence names.
const NAMED: usize = 5;
/// How many chapters of a document are named.
const CHAPTERS: usize = 12;

/// The figure.
#[derive(Serialize)]
struct Figure {
    year: String,
    file: String,
    /// Whether anything in the figure is connected with anything.
    is_connected: bool,
    /// Whether there is an arrow.
    has_arrows: bool,
    steps: Vec<FigureStep>,
    /// Pairs with documents of other years: how many, and where they are.
    references: Vec<FigureReference>,
}

/// A step of the stairs: the documents of a kind.
#[derive(Serialize)]
struct FigureStep {
    /// How many steps directly above, one after the other, each take up the one before: how far it stands to the right.
    depth: usize,
    kind: String,
    /// The description of this kind of document, in a sentence; may be empty.
    what: String,
    documents: Vec<FigureDocument>,
    /// How many more there are.
    more: usize,
    /// Documents that the others name and that are not on this site.
    absent: Vec<AbsentDocument>,
    /// The sentence at an arrow to the next step, which takes up this one or some documents of it. Null where no document of that
    /// step takes up one of this.
    next: Option<String>,
    /// A sentence with the documents of other steps that its documents take up; null where there are none.
    also: Option<String>,
}

#[derive(Serialize)]
struct FigureDocument {
    file: String,
    title: String,
    /// BCP 47.
    language: String,
    issuer: Option<String>,
    date: Option<DayContext>,
    chapters: Vec<FigureChapter>,
    chapters_more: usize,
    objectives: usize,
    ties: TieCounts,
    example: bool,
    /// The page of its connections; null where it has none.
    trace: Option<String>,
}

#[derive(Serialize)]
struct FigureChapter {
    href: String,
    name: String,
    ties: TieCounts,
}

/// How many connections something has.
#[derive(Serialize, Default)]
struct TieCounts {
    /// To clauses above, of the same year.
    above: usize,
    /// To clauses below, of the same year.
    below: usize,
    /// With documents of other years, for reference.
    reference: usize,
}

#[derive(Serialize)]
struct FigureReference {
    text: String,
    file: String,
}

/// The home page.
pub(crate) fn page(site: &SiteContext<'_>) -> OutputFile {
    let words = site.words();
    let years: Vec<Value> = site.years.iter().map(|year| year.value(site.corpus, words)).collect();
    let head = PageHead::plain(link::HOME, "", &site.corpus.site.description);
    site.page(&head, "home.html", [("years", Value::from(years)), ("figure", figure(site))])
}

/// The figure for the template: null on a site without documents.
fn figure(site: &SiteContext<'_>) -> Value {
    let Some(year) = site.years.first() else { return Value::from(()) };
    let words = site.words();
    let maker = FigureMaker { site, words };
    // Versions in other languages say the same once more.
    let documents: Vec<&Document> =
        year.documents.iter().copied().filter(|document| document.meta.variant_of.is_none()).collect();
    let (steps, references) = (maker.steps(&documents), maker.references(&documents));
    let has_ties = |document: &FigureDocument| document.trace.is_some();
    let has_arrows = steps.iter().any(|step| step.next.is_some());
    let is_connected = has_arrows
        || !references.is_empty()
        || steps.iter().any(|step| step.also.is_some() || step.documents.iter().any(has_ties));
    let figure = Figure {
        year: words.year(year.year),
        file: link::year_file(year.year),
        is_connected,
        has_arrows,
        steps,
        references,
    };
    Value::from_serializable(&figure)
}

struct FigureMaker<'a> {
    site: &'a SiteContext<'a>,
    words: &'a Words<'a>,
}

impl FigureMaker<'_> {
    /// The steps from the top down.
    fn steps(&self, documents: &[&Document]) -> Vec<FigureStep> {
        let kinds = DocumentKinds::of(self.site.corpus, documents);
        let above: Vec<BTreeSet<usize>> = kinds.all.iter().map(|kind| kind.above.keys().copied().collect()).collect();
        let order: Vec<usize> = order::order(&above).into_iter().filter(|at| kinds.all[*at].is_shown()).collect();
        let mut steps: Vec<FigureStep> = Vec::with_capacity(order.len());
        for (place, at) in order.iter().copied().enumerate() {
            let before = place.checked_sub(1).map(|before| order[before]);
            let arrow = before.and_then(|before| self.arrow(&kinds, at, before));
            let depth = steps.last().map_or(0, |step| if arrow.is_some() { step.depth + 1 } else { 0 });
            if let Some(step) = steps.last_mut() {
                step.next = arrow;
            }
            steps.push(FigureStep { depth, also: self.also(&kinds, at, before), ..self.step(&kinds.all[at]) });
        }
        steps
    }

    fn step(&self, kind: &KindStep<'_>) -> FigureStep {
        FigureStep {
            depth: 0,
            kind: kind.name.to_owned(),
            what: self.site.corpus.site.kind_descriptions.get(kind.name).cloned().unwrap_or_default(),
            more: kind.documents.len().saturating_sub(DOCUMENTS),
            documents: kind.documents.iter().take(DOCUMENTS).map(|document| self.entry(document)).collect(),
            absent: kind.absent.clone(),
            next: None,
            also: None,
        }
    }

    /// The sentence at an arrow from one kind to the next; `None` where no document of the next takes up one of it. Where not every
    /// document takes up every one, those that are taken up are named.
    fn arrow(&self, kinds: &DocumentKinds<'_>, at: usize, before: usize) -> Option<String> {
        if kinds.all_name_all(at, before) {
            return Some(self.words.home_taken_up.to_owned());
        }
        self.naming(self.words.home_taken_up_by_some, &kinds.named(at, before))
    }

    /// The documents its documents take up besides those of the step at whose arrow it stands.
    fn also(&self, kinds: &DocumentKinds<'_>, at: usize, before: Option<usize>) -> Option<String> {
        let others = kinds.all[at].above.keys().filter(|upper| Some(**upper) != before);
        let papers: Vec<String> = others.flat_map(|upper| kinds.named(at, *upper)).collect();
        self.naming(self.words.home_also, &papers)
    }

    /// A sentence with the titles of papers, the first [`NAMED`] of them; nothing where there are none.
    fn naming(&self, sentence: &str, titles: &[String]) -> Option<String> {
        let naming = NamingLanguage::of(self.words.language);
        let cited = |title: &String| {
            Citation { title: title_in_citation(title), place: String::new(), naming }.write(CitationForm::Short)
        };
        let mut names = titles.iter().take(NAMED).map(cited).collect::<Vec<_>>().join(self.words.home_and);
        if let Some(more) = titles.len().checked_sub(NAMED).filter(|more| *more > 0) {
            names.push_str(&filled(self.words.home_and_more, &[("count", &more.to_string())]));
        }
        (!titles.is_empty()).then(|| filled(sentence, &[("papers", &names)]))
    }

    fn entry(&self, document: &Document) -> FigureDocument {
        let cascade = &self.site.corpus.cascade;
        let mut all = Vec::new();
        for block in &document.body.blocks {
            if let Block::Clause(clause) = block
                && matches!(clause.kind, ClauseKind::Section { .. })
            {
                all.push(clause);
            }
        }
        let mut objectives = 0;
        let mut ties = TieCounts::default();
        document.body.each_clause(|clause| {
            objectives += usize::from(clause.objective.is_some());
            ties.add(cascade, document, clause);
        });
        let is_in_chain = ties.above + ties.below + ties.reference > 0;
        FigureDocument {
            file: link::document_file(&document.id),
            title: title_in_citation(&title_of(document)),
            language: document.meta.language.clone(),
            issuer: document.meta.issuer.as_ref().and_then(Issuer::display_name),
            date: changed(document).map(|date| day_context(self.words, date)),
            chapters_more: all.len().saturating_sub(CHAPTERS),
            chapters: all.iter().take(CHAPTERS).map(|section| self.chapter(document, section)).collect(),
            objectives,
            ties,
            example: document.meta.example,
            trace: is_in_chain.then(|| link::trace_file(&document.id)),
        }
    }

    fn chapter(&self, document: &Document, section: &Clause) -> FigureChapter {
        let cascade = &self.site.corpus.cascade;
        let mut ties = TieCounts::default();
        ties.add(cascade, document, section);
        each_below(&section.children, &mut |clause| ties.add(cascade, document, clause));
        let label = section.label.as_ref().map_or_else(String::new, |label| format!("{} ", label.printed.trim()));
        let fragment = self
            .site
            .clauses
            .document(&document.id)
            .map_or_else(Fragment::default, |map| map.fragment(&section.position));
        FigureChapter {
            href: link::relative(link::HOME, &link::document_file(&document.id), Some(&fragment)),
            name: format!("{label}{}", excerpt(section)),
            ties,
        }
    }

    /// Documents of other years to which this year's are tied.
    fn references(&self, documents: &[&Document]) -> Vec<FigureReference> {
        let mut counts: BTreeMap<(&DocumentId, FiscalYear), usize> = BTreeMap::new();
        for document in documents {
            document.body.each_clause(|clause| {
                for edge in
                    self.site.corpus.cascade.upward(&document.id, &clause.position).filter(|edge| edge.years_differ)
                {
                    let upper = &edge.upper.document;
                    if let Some(above) = self.site.corpus.public.get(upper) {
                        *counts.entry((&above.id, above.meta.fiscal_year.value)).or_default() += 1;
                    }
                }
            });
        }
        let one = |((id, _), count): ((&DocumentId, FiscalYear), usize)| FigureReference {
            text: filled(
                self.words.home_reference,
                &[("name", &self.site.clauses.document_citation(id)), ("count", &count.to_string())],
            ),
            file: link::trace_file(id),
        };
        counts.into_iter().map(one).collect()
    }
}

impl TieCounts {
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
        block.clauses().iter().for_each(&mut *visit);
        each_below(block.own_children(), visit);
    }
}
