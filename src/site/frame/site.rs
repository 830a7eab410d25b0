//! Everything the pages of a site are made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::Value;

use super::clause_map::ClauseMap;
use super::output_file::OutputFile;
use super::page::{PageHead, SharedValues};
use super::theme::{Components, Theme};
use super::words::{PageContext, SiteWords, Words};
use super::years::{Year, years};
use crate::artifact::FileContent;
use crate::corpus::Corpus;

/// Everything the pages of a site are made from.
pub(crate) struct SiteContext<'a> {
    /// The documents and registries.
    pub(crate) corpus: &'a Corpus,
    pub(crate) theme: &'a Theme,
    /// Files below `content/` that are no documents, by path below it.
    pub(crate) assets: &'a BTreeMap<String, Arc<[u8]>>,
    pub(crate) clauses: ClauseMap<'a>,
    /// The public documents by fiscal year, the newest first.
    pub(crate) years: Vec<Year<'a>>,
    pub(crate) shared: SharedValues<'a>,
    words: &'a SiteWords<'a>,
}

impl<'a> SiteContext<'a> {
    /// Gathers it. Documents are read when they are asked for.
    pub(crate) fn new(
        corpus: &'a Corpus,
        theme: &'a Theme,
        words: &'a SiteWords<'a>,
        assets: &'a BTreeMap<String, Arc<[u8]>>,
    ) -> Self {
        let (clauses, shared) = (ClauseMap::new(corpus, words), SharedValues::new(corpus, words));
        Self { corpus, theme, assets, clauses, years: years(corpus), shared, words }
    }

    /// The words for texts in a language.
    pub(crate) fn words_in(&self, language: &str) -> &'a Words<'a> {
        self.words.of(language)
    }

    /// The words in the language of the site.
    pub(crate) fn words(&self) -> &'a Words<'a> {
        self.words.of(&self.corpus.site.language)
    }

    /// The components in the language of the site.
    pub(crate) fn parts(&self) -> &'a Components {
        self.theme.parts(self.words())
    }

    /// A page in a language, for links and sentences on it.
    pub(crate) fn on_page<'b>(&self, file: &'b str, language: &'b str) -> PageContext<'b>
    where
        'a: 'b,
    {
        let words = self.words_in(language);
        let site_language = self.corpus.site.language.as_str();
        PageContext { file, language, site_language, words, parts: self.theme.parts(words) }
    }

    /// A page in the language of the site.
    pub(crate) fn on<'b>(&self, file: &'b str) -> PageContext<'b>
    where
        'a: 'b,
    {
        self.on_page(file, &self.corpus.site.language)
    }

    /// The full address of an output file.
    pub(crate) fn url(&self, file: &str) -> String {
        super::link::absolute(&self.corpus.site.base_url, file)
    }

    /// Renders a template with values of its own.
    pub(crate) fn page<const N: usize>(
        &self,
        head: &PageHead<'_>,
        template: &str,
        values: [(&'static str, Value); N],
    ) -> OutputFile {
        let mut context = self.shared.context(head);
        for (name, value) in values {
            context.insert_value(name, value);
        }
        let content = self.theme.page(template, &context).map(|page| FileContent::Whole(page.into_bytes().into()));
        OutputFile { path: head.file.to_owned(), content, source: None }
    }
}
