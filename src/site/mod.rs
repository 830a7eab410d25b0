//! From the corpus to the files of the site: pages, feeds, sitemap, the files of the theme and those the documents refer to.
//!
//! Four wings. Each uses only those before it:
//!
//! - `frame`: the values that all pages share, such as the theme, the words of the site, links, and every clause by its address;
//! - `text`: the official text as HTML, exactly as typed, with what stands at its clauses;
//! - `feeds`: files for programs, such as feeds, the sitemap and the data;
//! - `pages`: the pages, a module for each kind.
//!
//! The official text is written in Rust. Everything around it is a template or a component of the [`Theme`]. Every address comes
//! from `frame::link`. Only public documents are read: nothing of a withheld one reaches a page, not even its name.

mod feeds;
mod frame;
mod output;
mod pages;
mod text;
mod unmade;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use feeds::published::published;
pub use frame::drafts::DRAFTS_MARKER;
pub use frame::sharing::has_card;
pub use frame::theme::{CARD, Theme, card_template};
pub use unmade::unmade;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::artifact::{Artifacts, FileContent};
use crate::corpus::Corpus;
use crate::corpus::pages::BUILD;
use crate::diagnostic::Diagnostics;
use crate::policy::{Document, DocumentId, NamingLanguage, ThemeSettings};
use crate::source::ThemeWords;
use feeds::{build, data, documents, posts, sitemap};
use frame::clause_map::ClauseMap;
use frame::clause_template::ClauseTemplates;
use frame::output_file::OutputFile;
use frame::sharing::Sharing;
use frame::site::SiteContext;
use frame::theme::RenderFailure;
use frame::words::SiteWords;
use frame::{appearance, drafts, link};
use output::Output;
use pages::document::DocumentPage;
use pages::document::related::RelatedDocuments;

/// Makes the site. `assets` holds the bytes of the files below `content/` that are no documents, by path below it; those
/// that public documents refer to become part of the site.
///
/// The same input gives the same bytes, whatever the number of threads.
#[must_use]
pub fn render(corpus: &Corpus, theme: &Theme, assets: &BTreeMap<String, Arc<[u8]>>) -> (Artifacts, Diagnostics) {
    let words = theme.words().in_site(&corpus.site.language);
    let site = SiteContext::new(corpus, theme, &words, assets);
    site.clauses.read_all();
    let mut output = Output::new(corpus);
    output.add(pages::not_found::page(&site));
    output.extend(search_engine_files(&site));
    output.extend(unmarked_theme_files(corpus, theme).map(|(path, bytes)| OutputFile::new(path, bytes)));
    output.add(pages::home::page(&site));
    output.extend(pages::years::pages(&site));
    let (sharing, in_cards) = Sharing::of(corpus, theme);
    // At once, so that also a site of one long document uses every core.
    let (documents, (clauses, lists)) =
        rayon::join(|| document_pages(&site), || rayon::join(|| clause_pages(&site, &sharing), || list_pages(&site)));
    add_documents(&mut output, &site, documents);
    output.found.extend(in_cards);
    match clauses {
        Ok(pages) => output.extend(pages),
        Err(failure) => output.add_failure(failure, "c/"),
    }
    add_shared(&mut output, &site, &sharing);
    output.extend(lists);
    add_logo(&mut output, &site);
    // Last, because they list all other pages.
    let files = pages::accessibility::files(&site, &output.artifacts);
    output.extend(files);
    (output.artifacts, output.found)
}

/// The sitemap, `robots.txt` and the feed of documents; of a site with drafts the marker of such a site.
fn search_engine_files(site: &SiteContext<'_>) -> Vec<OutputFile> {
    let corpus = site.corpus;
    let mut files = vec![OutputFile::new(link::SITEMAP, sitemap::sitemap(corpus))];
    if corpus.shows_drafts() {
        files.push(OutputFile::new(link::ROBOTS, drafts::ROBOTS.as_bytes()));
        files.push(OutputFile::new(DRAFTS_MARKER, drafts::MARKER_TEXT.as_bytes()));
    } else {
        files.push(OutputFile::new(link::ROBOTS, sitemap::robots(&corpus.site.base_url)));
    }
    files.extend(build::file(corpus).map(|bytes| OutputFile::new(BUILD, bytes)));
    files.extend(documents::feed(site).map(|feed| OutputFile::new(link::FEED, feed)));
    files
}

/// The static files of the theme as they are in the site, by output path.
pub fn theme_files(corpus: &Corpus, theme: &Theme) -> impl Iterator<Item = (String, Arc<[u8]>)> {
    unmarked_theme_files(corpus, theme).map(|(path, bytes)| {
        let served = drafts::as_served(corpus.drafts, &path, FileContent::Whole(bytes));
        (path, served.shared())
    })
}

/// The same without the marks of a site with drafts.
fn unmarked_theme_files(corpus: &Corpus, theme: &Theme) -> impl Iterator<Item = (String, Arc<[u8]>)> {
    let settings = theme.settings();
    let colors = corpus.site.appearance.colors.or(settings.colors);
    let settings = ThemeSettings { colors, ..settings.clone() };
    theme.files().map(move |(path, bytes)| {
        let bytes = appearance::with_appearance(&settings, path, bytes);
        (format!("{}{path}", link::THEME_FILES), bytes.into())
    })
}

/// A page made by itself.
#[derive(Debug)]
pub struct SinglePage {
    /// The bytes of the page.
    pub bytes: Arc<[u8]>,
    /// The files below `content/` to which it refers, which therefore are part of the site.
    pub assets: BTreeSet<String>,
}

/// The page of one document, of the lists of documents, or the one for addresses that lead nowhere, by its output path, as
/// [`render`] makes it: for those who cannot wait for the others. `None` for other files, and for those that are not there.
///
/// # Errors
/// The faults of a template.
pub fn page(
    corpus: &Corpus,
    theme: &Theme,
    assets: &BTreeMap<String, Arc<[u8]>>,
    path: &str,
) -> Option<Result<SinglePage, Diagnostics>> {
    let folder = path.strip_suffix("index.html").or((path == link::NOT_FOUND).then_some(path))?;
    let words = theme.words().in_site(&corpus.site.language);
    let site = SiteContext::new(corpus, theme, &words, assets);
    let (file, assets) = match corpus.public.get(&DocumentId(folder.trim_end_matches('/').to_owned())) {
        Some(document) => {
            let page = pages::document::page(&site, &RelatedDocuments::new(&site.years), document);
            (page.file, page.assets)
        }
        None => (list(&site, path)?, BTreeSet::new()),
    };
    let mut output = Output::new(corpus);
    output.add(file);
    match output.artifacts.shared(path) {
        Some(bytes) => Some(Ok(SinglePage { bytes, assets })),
        None => Some(Err(output.found)),
    }
}

/// A list of documents, or the page for addresses that lead nowhere, by its output path.
fn list(site: &SiteContext<'_>, path: &str) -> Option<OutputFile> {
    match path {
        link::NOT_FOUND => Some(pages::not_found::page(site)),
        link::HOME => Some(pages::home::page(site)),
        link::YEARS => pages::years::list(site),
        _ => pages::years::pages(site).into_iter().find(|page| page.path == path),
    }
}

/// The cascade as the CSV that the site offers.
#[must_use]
pub fn cascade_csv(corpus: &Corpus) -> String {
    let unchanged = ThemeWords::default();
    let words = SiteWords::new(&unchanged);
    data::cascade_csv(corpus, &ClauseMap::new(corpus, &words))
}

/// The pages of the documents.
fn document_pages(site: &SiteContext<'_>) -> Vec<DocumentPage> {
    let documents: Vec<&Document> = site.corpus.public.values().collect();
    let related = RelatedDocuments::new(&site.years);
    documents.par_iter().map(|document| pages::document::page(site, &related, document)).collect()
}

/// Adds the pages of the documents, and the files they refer to.
fn add_documents(output: &mut Output, site: &SiteContext<'_>, pages: Vec<DocumentPage>) {
    let mut assets = BTreeSet::new();
    for page in pages {
        output.add(page.file);
        assets.extend(page.assets);
    }
    for path in assets {
        if let Some(bytes) = site.assets.get(&path) {
            let source = format!("content/{path}");
            output.add(OutputFile::new(path, Arc::clone(bytes)).of_source(source));
        }
    }
}

/// The pages of the clauses, and of those that were taken down.
fn clause_pages(site: &SiteContext<'_>, sharing: &Sharing<'_>) -> Result<Vec<OutputFile>, RenderFailure> {
    let templates = ClauseTemplates::new(site)?;
    let documents: Vec<&Document> = site.corpus.public.values().collect();
    let pages = |document: &&Document| pages::clause::pages(site, &templates, sharing, document);
    let pages: Vec<Vec<OutputFile>> = documents.par_iter().map(pages).collect();
    let taken_down = site.corpus.taken_down.iter();
    let taken_down =
        taken_down.flat_map(|(id, tombstones)| pages::clause::of_taken_down(site, &templates, id, tombstones));
    Ok(pages.into_iter().flatten().chain(taken_down).collect())
}

/// The pages that list the contents of documents, with the files for programs and the search.
fn list_pages(site: &SiteContext<'_>) -> Vec<OutputFile> {
    let mut files = Vec::new();
    files.extend(pages::objectives::pages(site));
    files.extend(pages::plans::pages(site));
    files.extend(pages::terms::page(site));
    files.extend(pages::cascade::pages(site));
    files.extend(pages::departments::pages(site));
    files.extend(pages::sdgs::pages(site));
    files.extend(pages::years::list(site));
    files.extend(pages::data::files(site));
    files.extend(pages::former::files(site));
    files.extend(pages::search::files(site));
    files
}

/// Adds the pictures of clauses, and the released posts as data.
fn add_shared(output: &mut Output, site: &SiteContext<'_>, sharing: &Sharing<'_>) {
    for (path, card) in sharing.files() {
        let bytes = card.or_else(|| site.assets.get(&path).map(|bytes| &**bytes));
        if let Some(bytes) = bytes {
            output.add_if_absent(OutputFile::new(path, bytes));
        }
    }
    if posts::are_wanted(site.corpus) {
        output.add(OutputFile::new(link::SNIPPETS, posts::json(site.corpus, sharing).into_bytes()));
        let schema = posts::schema(NamingLanguage::of(&site.corpus.site.language));
        output.add(OutputFile::new(link::SNIPPETS_SCHEMA, schema.as_bytes()));
    }
}

/// Adds the picture before the site's name.
fn add_logo(output: &mut Output, site: &SiteContext<'_>) {
    let Some(logo) = &site.corpus.site.appearance.logo else { return };
    if let Some(bytes) = site.assets.get(&logo.file) {
        let file = OutputFile::new(&*logo.file, Arc::clone(bytes)).of_source("content/site.yaml");
        output.add_if_absent(file);
    }
}
