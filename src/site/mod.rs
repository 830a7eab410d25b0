//! From the corpus to the files of the site: pages, feed, sitemap, the theme's files and those the documents refer to.
//!
//! The text of a document is written here, in Rust (`clause`, `inline`, `table`, `footnote`, `toc`), exactly as typed; the
//! frame around it is the theme's ([`Theme`]). Every address comes from `link`. Only public documents are seen: nothing of
//! a withheld one reaches a page, not even its name.

mod accessibility;
mod appearance;
mod around;
mod atlas;
mod backlink;
mod changes;
mod clause;
mod clause_frame;
mod clause_page;
mod data;
mod document;
mod early;
mod escape;
mod facts;
mod feed;
mod footnote;
mod gone;
mod home;
mod inline;
mod link;
mod listing;
mod objective;
mod page;
mod picture;
mod plan;
mod press;
mod press_chain;
mod press_registers;
mod published;
mod redirect;
mod sdgs;
mod search_page;
mod sharing;
mod sitemap;
mod snippets;
mod spot;
mod structured;
mod summary;
mod table;
mod terms;
mod theme;
mod toc;
mod trace;
mod unit;
mod unmade;
mod wording;
mod words;
mod writer;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use early::DRAFTS_MARKER;
pub use published::published;
pub use sharing::has_card;
pub use theme::{CARD, Theme, card_template};
pub use unmade::unmade;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use tera::{Context, Value};

use crate::artifact::{Artifacts, FileContent};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, Finding};
use crate::policy::{Document, DocumentId, ThemeSettings};
use atlas::Atlas;
use clause_frame::Frames;
use document::Setting;
use page::{Page, Shared};
use press::Press;
use sharing::Sharing;
use wording::{Here, filled};
use words::Words;
use writer::Shelf;

/// Makes the site. `assets` holds the bytes of the files below `content/` that are no documents, by path below it; those
/// that public documents refer to become part of the site.
///
/// The same input gives the same bytes, whatever the number of threads.
#[must_use]
pub fn render(corpus: &Corpus, theme: &Theme, assets: &BTreeMap<String, Arc<[u8]>>) -> (Artifacts, Diagnostics) {
    let mut press = Press::new(corpus, theme);
    let feed = feed::feed(corpus);
    let shared = Shared::new(corpus, feed.is_some());
    let years = listing::years(corpus);
    press.file(link::NOT_FOUND, "404.html", &not_found(&shared, corpus));
    press.put(link::SITEMAP, sitemap::sitemap(corpus), Finding::of_site);
    press.robots(corpus);
    if let Some(feed) = feed {
        press.put(link::FEED, feed, Finding::of_site);
    }
    for (path, bytes) in looked_after(corpus, theme) {
        press.put(&path, bytes, Finding::of_site);
    }
    let atlas = Atlas::of(corpus);
    let shelf = Shelf { corpus, assets, atlas: &atlas };
    press.lists(&shelf, &shared, &years);
    press.documents(&shelf, &shared, &around::Around::new(&years));
    let (sharing, in_cards) = Sharing::of(corpus, theme);
    press.found.extend(in_cards);
    press.clauses(&shelf, &shared, &sharing);
    press.shared(&shelf, &sharing);
    press.objectives(&shelf, &shared);
    press.plans(&shelf, &shared);
    press.terms(corpus, &shared);
    press.trace(&shelf, &shared, &years);
    press.organizations(corpus, &shared);
    press.sdgs(corpus, &shared);
    press.years(corpus, &shared, &years);
    press.data(&shelf, &shared);
    press.former(&shelf, &shared);
    press.search(&atlas, &shared, (corpus, &years));
    press.logo(&shelf);
    press.accessibility(corpus, &shared);
    (press.artifacts, press.found)
}

/// The static files of the theme as they are in the site, by output path.
pub fn theme_files(corpus: &Corpus, theme: &Theme) -> impl Iterator<Item = (String, Arc<[u8]>)> {
    looked_after(corpus, theme).map(|(path, bytes)| {
        let served = early::as_served(corpus.drafts, &path, FileContent::Whole(bytes));
        (path, served.shared())
    })
}

/// The same, before anything is said of drafts.
fn looked_after(corpus: &Corpus, theme: &Theme) -> impl Iterator<Item = (String, Arc<[u8]>)> {
    let looks = theme.settings();
    let looks = ThemeSettings { colors: corpus.site.appearance.colors.or(looks.colors), ..looks.clone() };
    theme.files().map(move |(path, bytes)| {
        let bytes = appearance::with_looks(&looks, path, bytes);
        (format!("{}{path}", link::THEME_FILES), bytes.into())
    })
}

/// A page made by itself.
#[derive(Debug)]
pub struct Alone {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// The files below `content/` to which it refers, which therefore are part of the site.
    pub assets: BTreeSet<String>,
}

/// The page of one document, of the lists of documents, or the one for addresses that lead nowhere, by its output path, as
/// [`render`] makes it: for those who cannot wait for the others. `None` for other files, and for those that are not there.
///
/// # Errors
/// What is wrong with a template.
pub fn page(
    corpus: &Corpus,
    theme: &Theme,
    assets: &BTreeMap<String, Arc<[u8]>>,
    path: &str,
) -> Option<Result<Alone, Diagnostics>> {
    let folder = path.strip_suffix("index.html").or((path == link::NOT_FOUND).then_some(path))?;
    let document = corpus.public.get(&DocumentId(folder.trim_end_matches('/').to_owned()));
    let years = listing::years(corpus);
    let is_list = [link::HOME, link::YEARS, link::NOT_FOUND].contains(&path)
        || years.iter().any(|year| link::year_file(year.year) == path);
    if document.is_none() && !is_list {
        return None;
    }
    let mut press = Press::new(corpus, theme);
    let shared = Shared::new(corpus, corpus.decided().next().is_some());
    let atlas = Atlas::to_be_drawn(corpus);
    let shelf = Shelf { corpus, assets, atlas: &atlas };
    let mut assets = BTreeSet::new();
    match document {
        Some(document) => {
            let around = around::Around::new(&years);
            let page = document::page(&shelf, &Setting { shared: &shared, theme, around: &around }, document);
            assets = press.written(page, document);
        }
        None if path == link::NOT_FOUND => press.file(path, "404.html", &not_found(&shared, corpus)),
        None if path == link::YEARS => press.years(corpus, &shared, &years),
        None => press.lists(&shelf, &shared, &years),
    }
    match press.artifacts.shared(path) {
        Some(bytes) => Some(Ok(Alone { bytes, assets })),
        None => Some(Err(press.found)),
    }
}

/// The chain as the CSV that the site offers.
#[must_use]
pub fn trace_csv(corpus: &Corpus) -> String {
    data::trace_csv(corpus, &Atlas::of(corpus))
}

/// The pages of the chain and the data alone: what a build spends on them is measured with it.
#[must_use]
pub fn connections(corpus: &Corpus, theme: &Theme) -> Artifacts {
    let mut press = Press::new(corpus, theme);
    let (atlas, assets) = (Atlas::of(corpus), BTreeMap::new());
    let shelf = Shelf { corpus, assets: &assets, atlas: &atlas };
    let (shared, years) = (Shared::new(corpus, false), listing::years(corpus));
    press.trace(&shelf, &shared, &years);
    press.organizations(corpus, &shared);
    press.sdgs(corpus, &shared);
    press.years(corpus, &shared, &years);
    press.data(&shelf, &shared);
    press.artifacts
}

impl Press<'_> {
    /// The home page and those of the years.
    fn lists(&mut self, shelf: &Shelf<'_>, shared: &Shared<'_>, years: &[listing::Year<'_>]) {
        let corpus = shelf.corpus;
        let words = Words::of(&corpus.site.language);
        let values: Vec<Value> = years.iter().map(|year| year.value(corpus, words)).collect();
        let mut home = shared.context(&Page {
            file: link::HOME,
            title: "",
            description: &corpus.site.description,
            language: &corpus.site.language,
            contact: None,
            crumbs: Vec::new(),
            canonical: None,
        });
        home.insert_value("years", Value::from(values.clone()));
        home.insert_value("figure", home::figure(corpus, shelf.atlas, years));
        self.file(link::HOME, "home.html", &home);
        for (year, value) in years.iter().zip(values) {
            let (file, title) =
                (link::year_file(year.year), filled(words.year_title, &[("year", &words.year(year.year))]));
            let count = year.documents.len().to_string();
            let values = [("city", corpus.site.city.as_str()), ("title", &title), ("count", &count)];
            let description = filled(words.year_description, &values);
            let mut context = shared.context(&Page {
                file: &file,
                title: &title,
                description: &description,
                language: &corpus.site.language,
                contact: None,
                crumbs: Vec::new(),
                canonical: None,
            });
            context.insert_value("year", value);
            self.file(&file, "year.html", &context);
        }
    }

    /// The documents' pages, and the files they refer to.
    fn documents(&mut self, shelf: &Shelf<'_>, shared: &Shared<'_>, around: &around::Around<'_>) {
        let documents: Vec<_> = shelf.corpus.public.values().collect();
        let theme = self.theme;
        let pages: Vec<_> = {
            let page = |document: &&Document| document::page(shelf, &Setting { shared, theme, around }, document);
            documents.par_iter().map(page).collect()
        };
        let mut assets = BTreeSet::new();
        for (page, document) in pages.into_iter().zip(documents) {
            assets.extend(self.written(page, document));
        }
        for path in assets {
            if let Some(bytes) = shelf.assets.get(&path) {
                self.put(&path, Arc::clone(bytes), |finding| finding.in_file(format!("content/{path}")));
            }
        }
    }

    /// A document's page; returns the files it refers to.
    fn written(&mut self, page: document::Written, document: &Document) -> BTreeSet<String> {
        match page.page {
            Ok(bytes) => self.put(&page.file, bytes, |finding| finding.in_file(&document.source.path)),
            Err(failure) => self.failed(failure, &page.file),
        }
        page.assets
    }

    /// The pages of clauses.
    fn clauses(&mut self, shelf: &Shelf<'_>, shared: &Shared<'_>, sharing: &Sharing<'_>) {
        let frames = match Frames::new(shared, self.theme) {
            Ok(frames) => frames,
            Err(failure) => return self.failed(failure, "c/"),
        };
        let documents: Vec<_> = shelf.corpus.public.values().collect();
        let pages = |document: &&Document| clause_page::pages(shelf, &frames, (document, sharing));
        let pages: Vec<_> = documents.par_iter().map(pages).collect();
        for (files, document) in pages.into_iter().zip(documents) {
            for (file, page) in files {
                self.put_content(&file, page, |finding| finding.in_file(&document.source.path));
            }
        }
        let site = &shelf.corpus.site;
        let frame = frames.of(&site.language);
        for (id, tombstones) in &shelf.corpus.taken_down {
            for (file, page) in clause_page::of_taken_down(shelf.atlas, site, frame, (id, tombstones)) {
                self.put_content(&file, page, Finding::of_site);
            }
        }
    }

    /// The pictures of clauses, and the released posts as data.
    fn shared(&mut self, shelf: &Shelf<'_>, sharing: &Sharing<'_>) {
        for (path, card) in sharing.files() {
            let bytes = card.or_else(|| shelf.assets.get(&path).map(|bytes| &**bytes));
            if let Some(bytes) = bytes
                && !self.artifacts.has(&path)
            {
                self.put(&path, bytes, Finding::of_site);
            }
        }
        if snippets::are_wanted(shelf.corpus) {
            self.put(link::SNIPPETS, snippets::json(shelf.corpus, sharing).into_bytes(), Finding::of_site);
            self.put(link::SNIPPETS_SCHEMA, snippets::SCHEMA.as_bytes(), Finding::of_site);
        }
    }

    /// Pages where documents no longer are: those that were renamed, and those that were taken down.
    fn former(&mut self, shelf: &Shelf<'_>, shared: &Shared<'_>) {
        let Shelf { corpus, atlas, .. } = shelf;
        let renamed = corpus.former_names();
        for (former, document) in &renamed {
            let (file, now) = (link::document_file(former), link::document_file(&document.id));
            let (title, words) = (&document.meta.title.value, Words::of(&document.meta.language));
            let heading = filled(words.moved_title, &[("title", title)]);
            let page = Page {
                canonical: Some(&now),
                language: &document.meta.language,
                ..Page::plain(&file, &heading, words.moved_document)
            };
            let mut context = shared.context(&page);
            context.insert_value("now", Value::from(now.as_str()));
            context.insert_value("title", Value::from(title.as_str()));
            context.insert_value("body", Value::safe_string(&redirect::list(atlas, Here::new(&file, words), document)));
            self.file(&file, "moved.html", &context);
        }
        if !renamed.is_empty() {
            let base_url = &corpus.site.base_url;
            self.put(link::REDIRECTS, redirect::json(base_url, &renamed).into_bytes(), Finding::of_site);
            self.put("_redirects", redirect::lines(base_url, &renamed).into_bytes(), Finding::of_site);
        }
        for (id, tombstones) in &corpus.taken_down {
            let file = link::document_file(id);
            let words = Words::of(&corpus.site.language);
            let mut context = shared.context(&Page::plain(&file, words.taken_down, words.taken_down_why));
            context.insert_value("body", Value::safe_string(&gone::list(atlas, Here::new(&file, words), tombstones)));
            self.file(&file, "gone.html", &context);
        }
    }
}

fn not_found(shared: &Shared<'_>, corpus: &Corpus) -> Context {
    shared.context(&Page {
        file: link::NOT_FOUND,
        title: Words::of(&corpus.site.language).not_found,
        description: &corpus.site.description,
        language: &corpus.site.language,
        contact: None,
        crumbs: Vec::new(),
        canonical: None,
    })
}
