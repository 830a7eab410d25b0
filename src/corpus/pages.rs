//! The pages and files that a site has besides those of its clauses: a row a kind of page. What a link may lead to and what
//! stands in the sitemap are both read here.
//!
//! ```text
//! KINDS ─► files of the public documents ─► index of links      (what everybody will see)
//!     └──► files of all that is shown ────► sitemap             (with drafts, what their writers see)
//! ```
//!
//! Some files are only known when they are made: the parts of a long list, the files of the search. What may be one of them
//! ([`may_be_file`]) is held against the files once they are there (`site::unmade`).

use std::collections::{BTreeMap, BTreeSet};

use super::{Corpus, Goal};
use crate::policy::{Document, DocumentId, FiscalYear};

/// How many objectives stand on a page: about a third of the size a page may have, one megabyte.
pub const OBJECTIVES_ON_PAGE: usize = 300;
/// How many documents of the chain one page lists.
pub const CHAIN_ON_PAGE: usize = 200;
/// The output path of the page a server shows for addresses that lead nowhere.
pub const NOT_FOUND: &str = "404.html";
/// The output path of the feed.
pub const FEED: &str = "feed.xml";
/// The output path of what search engines are told first.
pub const ROBOTS: &str = "robots.txt";
/// The output path of the sitemap.
pub const SITEMAP: &str = "sitemap.xml";

/// The data files. Each has a schema.
pub const DATA: [&str; 8] = [
    "clauses.csv",
    "clauses.json",
    "documents.json",
    "objectives.csv",
    "objective-sdgs.csv",
    "trace.csv",
    "plans.csv",
    "organizations.csv",
];

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its output path.
    pub file: String,
    /// Where else it is told.
    pub told: Told,
}

/// Where a file is told besides the pages that link to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// In the sitemap.
    Sitemap,
    /// In the sitemap, as the page of a document.
    Document(DocumentId),
    /// Nowhere.
    Nowhere,
}

/// Of whose documents the pages are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Of those that are public: what everybody will see.
    Everybody,
    /// Of all that are shown: with drafts, what their writers see.
    Writers,
}

/// A kind of page: which of its files a site has.
type Kind = fn(&View<'_>, &mut Vec<Made>);

/// In the order of the sitemap.
const KINDS: [Kind; 14] = [
    home,
    years,
    documents,
    plans,
    objectives,
    terms,
    data,
    list_of_years,
    organizations,
    chain,
    accessibility,
    sdgs,
    search,
    former,
];

/// The files of a site whose names are known before they are made, in the order of the sitemap.
#[must_use]
pub fn made(corpus: &Corpus, audience: Audience) -> Vec<Made> {
    let view = View { corpus, audience };
    let mut files = Vec::new();
    KINDS.iter().for_each(|kind| kind(&view, &mut files));
    files.extend([NOT_FOUND, ROBOTS, SITEMAP].map(|file| unlisted(file.to_owned())));
    if view.documents().any(|document| !document.meta.example) {
        files.push(unlisted(FEED.to_owned()));
    }
    files
}

/// The address of an output path: `r8/` of `r8/index.html`; the home page has an empty one.
#[must_use]
pub fn address(file: &str) -> &str {
    match file.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => file,
    }
}

/// Whether an address may be that of a file that is only known when it is made: there is the page it would be a part of.
pub(super) fn may_be_file(address: &str, is_page: impl Fn(&str) -> bool) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((folder, rest)) = address.split_once('/') else { return address == "changes.xml" };
    let parts: Vec<&str> = rest.split('/').collect();
    let page = |parts: &[&str]| is_page(&format!("{folder}/{}/", parts.join("/")));
    match (folder, &parts[..]) {
        ("assets", [.., name]) | ("search", [name]) => !name.is_empty(),
        ("search", [year, name]) => !name.is_empty() && page(&[year]),
        ("c", [id, "" | "card.png"]) => !id.is_empty(),
        ("sdgs", [number, name]) => name.starts_with("page-") && page(&[number]),
        ("trace", [document @ .., part, ""]) => is_number(part) && !document.is_empty() && page(document),
        _ => false,
    }
}

/// A site as an audience sees it.
struct View<'a> {
    corpus: &'a Corpus,
    audience: Audience,
}

impl<'a> View<'a> {
    fn shows(&self, id: &DocumentId) -> bool {
        self.corpus.public.contains_key(id)
            && (self.audience == Audience::Writers || !self.corpus.early.contains_key(id))
    }

    fn documents(&self) -> impl Iterator<Item = &'a Document> + '_ {
        self.corpus.public.values().filter(|document| self.shows(&document.id))
    }

    fn goals(&self) -> impl Iterator<Item = Goal<'a>> + '_ {
        self.corpus.goals().filter(|goal| self.shows(&goal.document.id))
    }

    /// The documents of the chain: an edge counts when both its ends are seen.
    fn chain(&self) -> BTreeSet<&'a DocumentId> {
        let cascade = &self.corpus.cascade;
        if self.audience == Audience::Writers || self.corpus.early.is_empty() {
            return cascade.documents();
        }
        let edges = cascade.edges().map(|edge| (&edge.lower.document, &edge.upper.document));
        let seen = edges.filter(|(lower, upper)| self.shows(lower) && self.shows(upper));
        let exempt = cascade.exempted().filter(|(upper, by)| self.shows(upper) && self.shows(by));
        seen.flat_map(|(lower, upper)| [lower, upper]).chain(exempt.map(|(upper, _)| upper)).collect()
    }
}

fn listed(file: impl Into<String>) -> Made {
    Made { file: file.into(), told: Told::Sitemap }
}

fn unlisted(file: impl Into<String>) -> Made {
    Made { file: file.into(), told: Told::Nowhere }
}

fn home(_: &View<'_>, files: &mut Vec<Made>) {
    files.push(listed("index.html"));
}

/// The fiscal years of the documents, newest first, as they stand in addresses.
fn slugs(view: &View<'_>) -> Vec<String> {
    let years: BTreeSet<_> = view.documents().map(|document| document.meta.fiscal_year.value).collect();
    years.into_iter().rev().map(FiscalYear::slug).collect()
}

fn years(view: &View<'_>, files: &mut Vec<Made>) {
    files.extend(slugs(view).into_iter().map(|slug| listed(format!("{slug}/index.html"))));
}

/// Nobody is to find an example for what the city has decided.
fn documents(view: &View<'_>, files: &mut Vec<Made>) {
    files.extend(view.documents().map(|document| Made {
        file: format!("{}/index.html", document.id.0),
        told: if document.meta.example { Told::Nowhere } else { Told::Document(document.id.clone()) },
    }));
}

fn plans(view: &View<'_>, files: &mut Vec<Made>) {
    let plans = &view.corpus.plans;
    if !plans.is_empty() {
        files.push(listed("plans/index.html"));
        files.extend(plans.iter().map(|plan| listed(format!("plans/{}/index.html", plan.id.value))));
    }
}

/// The list of all objectives, and one of each unit, status and goal of the SDGs, each in as many pages as it needs.
fn objectives(view: &View<'_>, files: &mut Vec<Made>) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut all: usize = 0;
    for goal in view.goals() {
        all += 1;
        goal.groups(view.corpus).into_iter().for_each(|group| *counts.entry(group).or_default() += 1);
    }
    if all == 0 {
        return;
    }
    files.push(listed("objectives/index.html"));
    let further = (2..=all.div_ceil(OBJECTIVES_ON_PAGE)).map(|page| format!("objectives/p{page}/index.html"));
    files.extend(further.map(unlisted));
    for (group, count) in counts {
        files.push(unlisted(format!("objectives/{group}/index.html")));
        let further = 2..=count.div_ceil(OBJECTIVES_ON_PAGE);
        files.extend(further.map(|page| unlisted(format!("objectives/{group}/p{page}/index.html"))));
    }
}

fn terms(view: &View<'_>, files: &mut Vec<Made>) {
    if !view.corpus.terms.is_empty() {
        files.push(listed("terms/index.html"));
    }
}

fn data(view: &View<'_>, files: &mut Vec<Made>) {
    files.push(listed("data/index.html"));
    for name in DATA {
        files.extend([format!("data/{name}"), format!("data/schema/{name}.schema.json")].map(unlisted));
    }
    if view.documents().any(|document| has_posts(view.corpus, &document.id)) {
        files.extend(["data/snippets.json", "data/snippets.schema.json"].map(unlisted));
    }
}

/// Whether something is written about posts beside a document: then there is a file of those that are released.
#[must_use]
pub fn has_posts(corpus: &Corpus, document: &DocumentId) -> bool {
    let sidecar = corpus.sidecars.get(document);
    sidecar.is_some_and(|sidecar| sidecar.clauses.iter().any(|(_, notes)| notes.sns.is_some()))
}

fn list_of_years(view: &View<'_>, files: &mut Vec<Made>) {
    if view.documents().next().is_some() {
        files.push(listed("years/index.html"));
    }
}

fn organizations(view: &View<'_>, files: &mut Vec<Made>) {
    let units = &view.corpus.organizations;
    if !units.is_empty() {
        files.push(listed("organizations/index.html"));
        files.extend(units.iter().map(|unit| listed(format!("organizations/{}/index.html", unit.id.value))));
    }
}

fn chain(view: &View<'_>, files: &mut Vec<Made>) {
    let chain = view.chain();
    if chain.is_empty() {
        return;
    }
    files.push(listed("trace/index.html"));
    for document in view.documents().filter(|document| chain.contains(&document.id)) {
        let file = format!("trace/{}/index.html", document.id.0);
        files.push(if document.meta.example { unlisted(file) } else { listed(file) });
    }
    let further = 2..=chain.len().div_ceil(CHAIN_ON_PAGE);
    files.extend(further.map(|part| unlisted(format!("trace/{part}/index.html"))));
}

fn accessibility(view: &View<'_>, files: &mut Vec<Made>) {
    let Some(stated) = &view.corpus.site.accessibility else { return };
    files.push(listed("accessibility/index.html"));
    let results = stated.tests.iter().map(|test| format!("accessibility/result-{}/index.html", test.year));
    files.extend(results.map(listed));
    files.push(unlisted("a11y-report.json"));
}

/// The goals of the SDGs that objectives name. There are seventeen.
fn sdgs(view: &View<'_>, files: &mut Vec<Made>) {
    let named = view.goals().flat_map(|goal| goal.objective.sdgs.iter().map(|sdg| sdg.value).collect::<Vec<_>>());
    let goals: BTreeSet<u8> = named.filter(|number| (1..=17).contains(number)).collect();
    if !goals.is_empty() {
        files.push(unlisted("sdgs/index.html"));
        files.extend(goals.into_iter().map(|number| unlisted(format!("sdgs/{number}/index.html"))));
    }
}

fn search(view: &View<'_>, files: &mut Vec<Made>) {
    files.push(unlisted("search/index.html"));
    files.extend(slugs(view).into_iter().map(|slug| unlisted(format!("search/{slug}/index.html"))));
}

/// Pages where documents no longer are, and the lists of those that were renamed.
fn former(view: &View<'_>, files: &mut Vec<Made>) {
    let renamed: Vec<&DocumentId> = view
        .corpus
        .former_names()
        .into_iter()
        .filter(|(_, now)| view.shows(&now.id))
        .map(|(former, _)| former)
        .collect();
    if !renamed.is_empty() {
        files.extend(["redirects.json", "_redirects"].map(unlisted));
    }
    let gone = view.corpus.taken_down.keys();
    files.extend(renamed.into_iter().chain(gone).map(|id| unlisted(format!("{}/index.html", id.0))));
}

impl Corpus {
    /// Former names of public documents and what they are called now. A name that a document has again is not a former one.
    #[must_use]
    pub fn former_names(&self) -> BTreeMap<&DocumentId, &Document> {
        let mut renamed = BTreeMap::new();
        for document in self.public.values() {
            renamed.extend(document.meta.aliases.iter().map(|alias| (&alias.value, document)));
        }
        for (former, now) in &self.renamed {
            renamed.extend(self.public.get(now).map(|document| (former, document)));
        }
        renamed.retain(|former, _| self.document(former).is_none());
        renamed
    }

    /// The same corpus, with what is known of its past: see [`Corpus::renamed`] and [`Corpus::taken_down`].
    #[must_use]
    pub fn with_past(mut self, (renamed, taken_down): Past) -> Self {
        (self.renamed, self.taken_down) = (renamed, taken_down);
        // A preview shows what is being written again in the place of what became of it.
        self.taken_down.retain(|id, _| !self.public.contains_key(id));
        self.index_pages();
        self
    }

    /// Gathers what links can lead to besides documents and files.
    pub(super) fn index_pages(&mut self) {
        let made = made(self, Audience::Everybody).into_iter();
        let pages = made.filter(|made| !matches!(made.told, Told::Document(_)));
        let pages = pages.map(|made| address(&made.file).to_owned()).collect();
        let graves = self.taken_down.values().flatten().flat_map(|gone| gone.ids().map(Box::from)).collect();
        self.index.set_pages(pages, graves);
    }
}

/// Former names of documents, and documents that were taken down.
pub type Past = (BTreeMap<DocumentId, DocumentId>, BTreeMap<DocumentId, Vec<crate::policy::Tombstone>>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_output_paths_without_the_name_of_the_index() {
        for (file, expected) in [
            ("index.html", ""),
            ("r8/index.html", "r8/"),
            ("feed.xml", "feed.xml"),
            ("r8/myindex.html", "r8/myindex.html"),
        ] {
            assert_eq!(address(file), expected);
        }
    }

    #[test]
    fn what_may_be_a_file_that_is_only_known_when_it_is_made() {
        let is_page = |address: &str| ["search/r8/", "sdgs/11/", "trace/r8/a/"].contains(&address);
        for (address, expected) in [
            ("assets/style.css", true),
            ("assets/", false),
            ("search/g0.js", true),
            ("search/r8/2.html", true),
            ("search/r9/2.html", false),
            ("search/r8/", false),
            ("data/nothing.csv", false),
            ("c/k7f3q/", true),
            ("c/k7f3q/card.png", true),
            ("c/k7f3q/other.png", false),
            ("sdgs/11/page-2.html", true),
            ("sdgs/12/page-2.html", false),
            ("sdgs/11/", false),
            ("trace/r8/a/2/", true),
            ("trace/r8/b/2/", false),
            ("trace/r8/a/", false),
            ("trace/2/", false),
            ("changes.xml", true),
            ("feed.xml", false),
        ] {
            assert_eq!(may_be_file(address, is_page), expected, "{address}");
        }
    }
}
