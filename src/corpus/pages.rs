//! The table of the pages and files of a site besides those of its clauses, one function for each kind of page. The
//! targets of links and the sitemap are both read from it.
//!
//! ```text
//! KINDS ─► files of the public documents ─► targets of links    (as everybody will see the site)
//!     └──► files of all shown documents ──► sitemap             (with drafts, as writers see it)
//! ```
//!
//! The names of some files are only known once they are made: the parts of a long list, the files of the search. A link
//! that may lead to one of them ([`may_be_file`]) is checked then (`site::unmade`).

use std::collections::{BTreeMap, BTreeSet};

use super::{Cascade, Corpus, DocumentSet, Drafts, PlacedObjective};
use crate::policy::{Document, DocumentId, FiscalYear, SiteRelease};

/// The most objectives on a page: they fill about a third of the largest page, one megabyte.
pub const OBJECTIVES_ON_PAGE: usize = 300;
/// The most documents of the cascade that one page lists.
pub const CASCADE_ON_PAGE: usize = 200;
/// The output path of the page a server shows for addresses that lead nowhere.
pub const NOT_FOUND: &str = "404.html";
/// The output path of the feed.
pub const FEED: &str = "feed.xml";
/// The output path of the rules for search engines (RFC 9309).
pub const ROBOTS: &str = "robots.txt";
/// The output path of the sitemap.
pub const SITEMAP: &str = "sitemap.xml";

/// The output path of the file that tells which release the site is.
pub const BUILD: &str = "build.json";

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
pub struct SiteFile {
    /// Its output path.
    pub file: String,
    /// Where it is listed.
    pub listing: Listing,
}

/// Where a file is listed besides the pages that link to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listing {
    /// In the sitemap.
    Sitemap,
    /// In the sitemap, as the page of a document.
    Document(DocumentId),
    /// Only pages link to it.
    Nowhere,
}

/// The people for whom the pages are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// They see the public documents.
    Everybody,
    /// They see all documents that are shown, drafts included.
    Writers,
}

/// A kind of page: adds its files of a site.
type PageKind = fn(&VisibleSite<'_>, &mut Vec<SiteFile>);

/// In the order of the sitemap.
const KINDS: [PageKind; 14] = [
    home,
    years,
    documents,
    plans,
    objectives,
    terms,
    data,
    list_of_years,
    organizations,
    cascade,
    accessibility,
    sdgs,
    search,
    former,
];

/// The files of a site whose names are known before they are made, in the order of the sitemap.
#[must_use]
pub fn files(corpus: &Corpus, audience: Audience) -> Vec<SiteFile> {
    files_of(&VisibleSite { documents: corpus, cascade: &corpus.cascade, audience })
}

/// The addresses to which a link may lead besides documents and files, as everybody will see the site.
pub(super) fn link_targets(documents: &DocumentSet, cascade: &Cascade) -> BTreeSet<String> {
    let files = files_of(&VisibleSite { documents, cascade, audience: Audience::Everybody }).into_iter();
    let pages = files.filter(|file| !matches!(file.listing, Listing::Document(_)));
    pages.map(|file| address(&file.file).to_owned()).collect()
}

fn files_of(site: &VisibleSite<'_>) -> Vec<SiteFile> {
    let mut files = Vec::new();
    KINDS.iter().for_each(|kind| kind(site, &mut files));
    files.extend([NOT_FOUND, ROBOTS, SITEMAP].map(|file| unlisted(file.to_owned())));
    if site.documents.release != SiteRelease::Unmarked && site.documents.drafts == Drafts::Withheld {
        files.push(unlisted(BUILD.to_owned()));
    }
    if site.documents().any(|document| !document.meta.example) {
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

/// Whether an address may be that of a file whose name is only known once it is made: the page of which it would be a part
/// exists.
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
struct VisibleSite<'a> {
    documents: &'a DocumentSet,
    cascade: &'a Cascade,
    audience: Audience,
}

impl<'a> VisibleSite<'a> {
    fn shows(&self, id: &DocumentId) -> bool {
        self.documents.public.contains_key(id)
            && (self.audience == Audience::Writers || !self.documents.early.contains_key(id))
    }

    fn documents(&self) -> impl Iterator<Item = &'a Document> + '_ {
        self.documents.public.values().filter(|document| self.shows(&document.id))
    }

    fn objectives(&self) -> impl Iterator<Item = PlacedObjective<'a>> + '_ {
        self.documents.objectives().filter(|placed| self.shows(&placed.document.id))
    }

    /// The documents of the cascade. An edge counts when both its ends are visible.
    fn cascade(&self) -> BTreeSet<&'a DocumentId> {
        let cascade = self.cascade;
        if self.audience == Audience::Writers || self.documents.early.is_empty() {
            return cascade.documents();
        }
        let edges = cascade.edges().map(|edge| (&edge.lower.document, &edge.upper.document));
        let visible = edges.filter(|(lower, upper)| self.shows(lower) && self.shows(upper));
        let exempt = cascade.exempted().filter(|(upper, by)| self.shows(upper) && self.shows(by));
        visible.flat_map(|(lower, upper)| [lower, upper]).chain(exempt.map(|(upper, _)| upper)).collect()
    }
}

fn listed(file: impl Into<String>) -> SiteFile {
    SiteFile { file: file.into(), listing: Listing::Sitemap }
}

fn unlisted(file: impl Into<String>) -> SiteFile {
    SiteFile { file: file.into(), listing: Listing::Nowhere }
}

fn home(_: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    files.push(listed("index.html"));
}

/// The fiscal years of the documents, newest first, as they stand in addresses.
fn slugs(site: &VisibleSite<'_>) -> Vec<String> {
    let years: BTreeSet<_> = site.documents().map(|document| document.meta.fiscal_year.value).collect();
    years.into_iter().rev().map(FiscalYear::slug).collect()
}

fn years(site: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    files.extend(slugs(site).into_iter().map(|slug| listed(format!("{slug}/index.html"))));
}

/// Examples are not in the sitemap: nobody is to take one for a decision of the city.
fn documents(site: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    files.extend(site.documents().map(|document| SiteFile {
        file: format!("{}/index.html", document.id.0),
        listing: if document.meta.example { Listing::Nowhere } else { Listing::Document(document.id.clone()) },
    }));
}

fn plans(site: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    let plans = &site.documents.plans;
    if !plans.is_empty() {
        files.push(listed("plans/index.html"));
        files.extend(plans.iter().map(|plan| listed(format!("plans/{}/index.html", plan.id.value))));
    }
}

/// The list of all objectives, and one of each department, status and goal of the SDGs, in as many pages as needed.
fn objectives(site: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut all: usize = 0;
    for placed in site.objectives() {
        all += 1;
        placed.groups(site.documents).into_iter().for_each(|group| *counts.entry(group).or_default() += 1);
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

fn terms(site: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    if !site.documents.terms.is_empty() {
        files.push(listed("terms/index.html"));
    }
}

fn data(site: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    files.push(listed("data/index.html"));
    for name in DATA {
        files.extend([format!("data/{name}"), format!("data/schema/{name}.schema.json")].map(unlisted));
    }
    if site.documents().any(|document| has_posts(site.documents, &document.id)) {
        files.extend(["data/snippets.json", "data/snippets.schema.json"].map(unlisted));
    }
}

/// Whether the sidecar of a document has posts. Then the site has a file of the released ones.
#[must_use]
pub fn has_posts(documents: &DocumentSet, document: &DocumentId) -> bool {
    let sidecar = documents.sidecars.get(document);
    sidecar.is_some_and(|sidecar| sidecar.clauses.iter().any(|(_, notes)| notes.sns.is_some()))
}

fn list_of_years(site: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    if site.documents().next().is_some() {
        files.push(listed("years/index.html"));
    }
}

fn organizations(site: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    let units = &site.documents.organizations;
    if !units.is_empty() {
        files.push(listed("organizations/index.html"));
        files.extend(units.iter().map(|unit| listed(format!("organizations/{}/index.html", unit.id.value))));
    }
}

fn cascade(site: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    let cascade = site.cascade();
    if cascade.is_empty() {
        return;
    }
    files.push(listed("trace/index.html"));
    for document in site.documents().filter(|document| cascade.contains(&document.id)) {
        let file = format!("trace/{}/index.html", document.id.0);
        files.push(if document.meta.example { unlisted(file) } else { listed(file) });
    }
    let further = 2..=cascade.len().div_ceil(CASCADE_ON_PAGE);
    files.extend(further.map(|part| unlisted(format!("trace/{part}/index.html"))));
}

fn accessibility(site: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    let Some(stated) = &site.documents.site.accessibility else { return };
    files.push(listed("accessibility/index.html"));
    let results = stated.tests.iter().map(|test| format!("accessibility/result-{}/index.html", test.year));
    files.extend(results.map(listed));
    files.push(unlisted("a11y-report.json"));
}

/// The goals of the SDGs that objectives name. There are seventeen.
fn sdgs(site: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    let named =
        site.objectives().flat_map(|placed| placed.objective.sdgs.iter().map(|sdg| sdg.value).collect::<Vec<_>>());
    let goals: BTreeSet<u8> = named.filter(|number| (1..=17).contains(number)).collect();
    if !goals.is_empty() {
        files.push(unlisted("sdgs/index.html"));
        files.extend(goals.into_iter().map(|number| unlisted(format!("sdgs/{number}/index.html"))));
    }
}

fn search(site: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    files.push(unlisted("search/index.html"));
    files.extend(slugs(site).into_iter().map(|slug| unlisted(format!("search/{slug}/index.html"))));
}

/// Pages at former addresses of documents, and the lists of redirects.
fn former(site: &VisibleSite<'_>, files: &mut Vec<SiteFile>) {
    let renamed: Vec<&DocumentId> = site
        .documents
        .former_names()
        .into_iter()
        .filter(|(_, now)| site.shows(&now.id))
        .map(|(former, _)| former)
        .collect();
    if !renamed.is_empty() {
        files.extend(["redirects.json", "_redirects"].map(unlisted));
    }
    let gone = site.documents.taken_down.keys();
    files.extend(renamed.into_iter().chain(gone).map(|id| unlisted(format!("{}/index.html", id.0))));
}

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
    fn parts_of_existing_pages_may_be_files() {
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
