//! The template of the clauses' own pages. A site has thirty times as many of them as documents, so the template is rendered once
//! for each language and cut at its values.

use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use super::escape::push_escaped;
use super::link;
use super::marks::{CutTemplate, cut, mark};
use super::page::PageHead;
use super::site::SiteContext;
use super::theme::RenderFailure;
use crate::artifact::{self, FileContent, FramedContent};
use crate::policy::ClauseId;

/// The template in both languages of the site.
pub(crate) struct ClauseTemplates {
    ja: ClauseTemplate,
    en: ClauseTemplate,
}

impl ClauseTemplates {
    /// Renders the template.
    pub(crate) fn new(site: &SiteContext<'_>) -> Result<Self, RenderFailure> {
        Ok(Self { ja: ClauseTemplate::new(site, "ja")?, en: ClauseTemplate::new(site, "en")? })
    }

    /// The template for texts with the words of this language, `ja` or `en`.
    pub(crate) fn of(&self, language: &str) -> &ClauseTemplate {
        if language == "ja" { &self.ja } else { &self.en }
    }
}

/// The template, cut at its values.
pub(crate) struct ClauseTemplate {
    texts: Arc<artifact::SharedFrame>,
    values: Vec<usize>,
}

/// The values that differ from page to page. In the template they are those of `clause`.
#[derive(Serialize)]
pub(crate) struct ClauseValues<'a> {
    /// The name of the page.
    pub(crate) title: &'a str,
    /// For search engines and cards.
    pub(crate) description: &'a str,
    /// The full address.
    pub(crate) canonical: &'a str,
    /// BCP 47.
    pub(crate) language: &'a str,
    /// The pages above it, as HTML.
    pub(crate) crumbs: &'a str,
    /// The picture for those who share it, as elements of `<head>`; may be empty.
    pub(crate) picture: &'a str,
    /// Links to further style sheets, as HTML.
    pub(crate) style: &'a str,
    /// HTML.
    pub(crate) body: &'a str,
}

impl ClauseTemplate {
    fn new(site: &SiteContext<'_>, language: &str) -> Result<Self, RenderFailure> {
        let marks: Vec<String> = (0..8).map(mark).collect();
        let marks = ClauseValues::of(std::array::from_fn(|number| marks[number].as_str()));
        // From every page of a clause the links of the template are the same.
        let file = link::clause_file(&ClauseId::new("x"));
        let mut context = site.shared.context(&PageHead { language, ..PageHead::plain(&file, "", "") });
        context.insert_value("clause", Value::from_serializable(&marks));
        let CutTemplate { texts, values } = cut(&site.theme.page("clause.html", &context)?, 8);
        let texts = texts.into_iter().map(|text| text.into_string().into_bytes().into()).collect();
        Ok(Self { texts: Arc::new(artifact::SharedFrame(texts)), values })
    }

    /// A page.
    pub(crate) fn filled(&self, values: &ClauseValues<'_>) -> FileContent {
        let escaped = |text: &str| {
            let mut out = String::with_capacity(text.len());
            push_escaped(&mut out, text);
            out
        };
        let ClauseValues { title, description, canonical, language, crumbs, picture, style, body } = values;
        let texts = [title, description, canonical, language].map(|text| escaped(text));
        let [title, description, canonical, language] = texts.each_ref().map(String::as_str);
        let all = [title, description, canonical, language, crumbs, picture, style, body];
        FileContent::Framed(FramedContent::new(&self.texts, self.values.iter().map(|number| all[*number])))
    }
}

impl<'a> ClauseValues<'a> {
    fn of([title, description, canonical, language, crumbs, picture, style, body]: [&'a str; 8]) -> Self {
        Self { title, description, canonical, language, crumbs, picture, style, body }
    }
}
