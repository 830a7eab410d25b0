//! The values every page has: its head, the way to it, whom to ask.

use serde::Serialize;
use tera::{Context, Value};

use super::words::{SiteWords, filled};
use super::{appearance, link};
use crate::corpus::{Corpus, leads_outside};
use crate::japanese::folded;
use crate::policy::{Contact, Site};

/// The name and place of a page.
pub(crate) struct PageHead<'a> {
    /// The output file.
    pub(crate) file: &'a str,
    /// The title without the site's name; empty on the home page.
    pub(crate) title: &'a str,
    /// For search engines and cards.
    pub(crate) description: &'a str,
    /// BCP 47; empty for the language of the site.
    pub(crate) language: &'a str,
    /// Whom to ask, where the site names another contact or none.
    pub(crate) contact: Option<&'a Contact>,
    /// The pages above it.
    pub(crate) crumbs: Vec<Crumb<'a>>,
    /// The output file that stands for it in search engines, when it is another one.
    pub(crate) canonical: Option<&'a str>,
}

impl<'a> PageHead<'a> {
    /// The head of a page that belongs to no document.
    pub(crate) fn plain(file: &'a str, title: &'a str, description: &'a str) -> Self {
        Self { file, title, description, language: "", contact: None, crumbs: Vec::new(), canonical: None }
    }

    /// The same below another page.
    pub(crate) fn below(self, title: &'a str, file: &'a str) -> Self {
        Self { crumbs: vec![Crumb { title, file }], ..self }
    }
}

/// A page above another one.
#[derive(Debug, Serialize)]
pub(crate) struct Crumb<'a> {
    pub(crate) title: &'a str,
    pub(crate) file: &'a str,
}

/// The values that are the same on every page, made once.
pub(crate) struct SharedValues<'a> {
    site: &'a Site,
    words: &'a SiteWords<'a>,
    site_value: Value,
    japanese: Value,
    english: Value,
    has_feed: bool,
    has_plans: bool,
    has_terms: bool,
    sections: Value,
}

#[derive(Serialize)]
struct HeadContext<'a> {
    title: &'a str,
    heading: &'a str,
    description: &'a str,
    canonical: &'a str,
    language: &'a str,
    kind: &'a str,
}

#[derive(Serialize)]
struct SiteValues<'a> {
    title: &'a str,
    city: &'a str,
    description: &'a str,
    notice: &'a str,
    language: &'a str,
    #[serde(flatten)]
    appearance: appearance::AppearanceContext<'a>,
}

#[derive(Serialize)]
struct ContactContext<'a> {
    name: &'a str,
    language: &'a str,
    phone: Option<&'a str>,
    tel: Option<String>,
    mail: Option<&'a str>,
    url: Option<&'a str>,
}

impl<'a> SharedValues<'a> {
    /// The values of a site.
    pub(crate) fn new(corpus: &'a Corpus, words: &'a SiteWords<'a>) -> Self {
        let site = &corpus.site;
        let Site { title, city, description, notice, language, .. } = site;
        let appearance = appearance::context(&site.appearance);
        let values = SiteValues { title, city, description, notice, language, appearance };
        Self {
            site,
            words,
            site_value: Value::from_serializable(&values),
            japanese: Value::from_serializable(words.of("ja")),
            english: Value::from_serializable(words.of("en")),
            has_feed: corpus.decided().next().is_some(),
            has_plans: !corpus.plans.is_empty(),
            has_terms: !corpus.terms.is_empty(),
            sections: Value::from_serializable(&sections(corpus, words)),
        }
    }

    /// The variables of a page.
    pub(crate) fn context(&self, head: &PageHead<'_>) -> Context {
        let PageHead { file, title: heading, description, language, contact, crumbs, canonical } = head;
        let title = match heading.is_empty() {
            true => self.site.title.clone(),
            false => {
                let word =
                    self.words.of(if language.is_empty() { &self.site.language } else { language }).title_of_page;
                filled(word, &[("title", heading), ("site", &self.site.title)])
            }
        };
        let canonical = link::absolute(&self.site.base_url, canonical.unwrap_or(file));
        let language = if language.is_empty() { &self.site.language } else { *language };
        let is_article = *file != link::HOME && !crumbs.is_empty();
        let kind = if is_article { "article" } else { "website" };
        let head = HeadContext { title: &title, heading, description, canonical: &canonical, language, kind };
        let is_japanese = self.words.of(language).language == "ja";
        let contact = match contact {
            Some(own) => Some(contact_context(own, language)),
            None => self.site.contact.as_ref().map(|contact| contact_context(contact, &self.site.language)),
        };
        let mut context = Context::new();
        context.insert_value("site", self.site_value.clone());
        context.insert_value("page", Value::from_serializable(&head));
        context.insert_value("words", if is_japanese { self.japanese.clone() } else { self.english.clone() });
        context.insert_value("crumbs", Value::from_serializable(crumbs));
        context.insert_value("contact", Value::from_serializable(&contact));
        context.insert_value("alternates", Value::from(Vec::<Value>::new()));
        context.insert_value("has_feed", Value::from(self.has_feed));
        context.insert_value("has_accessibility", Value::from(self.site.accessibility.is_some()));
        context.insert_value("sections", self.sections.clone());
        context.insert_value("has_terms", Value::from(self.has_terms));
        context.insert_value("has_plans", Value::from(self.has_plans));
        context.insert_value("from", Value::from(*file));
        context.insert_value("root", Value::from(if *file == link::NOT_FOUND { &*self.site.base_url } else { "" }));
        context
    }
}

/// The links in the footer to the main pages that the site has.
fn sections<'a>(corpus: &Corpus, words: &'a SiteWords<'_>) -> Vec<Crumb<'a>> {
    let words = words.of(&corpus.site.language);
    let sections = [
        (words.trace, link::TRACE, !corpus.cascade.documents().is_empty()),
        (words.objectives, link::OBJECTIVES, corpus.objectives().next().is_some()),
        (words.years, link::YEARS, !corpus.public.is_empty()),
        (words.organizations, link::ORGANIZATIONS, !corpus.organizations.is_empty()),
        (words.sdgs, link::SDGS, corpus.objectives().any(|goal| !goal.objective.sdgs.is_empty())),
        (words.data, link::DATA, true),
    ];
    sections.into_iter().filter(|section| section.2).map(|(title, file, _)| Crumb { title, file }).collect()
}

fn contact_context<'a>(contact: &'a Contact, language: &'a str) -> ContactContext<'a> {
    ContactContext {
        name: &contact.name,
        language,
        phone: contact.phone.as_deref(),
        tel: contact.phone.as_deref().map(dialled).filter(|tel| !tel.is_empty()),
        mail: contact.mail.as_deref(),
        url: contact.url.as_deref().filter(|url| leads_outside(url)),
    }
}

/// The digits to dial, in half width. An extension (内線) cannot be dialled and is left out.
fn dialled(phone: &str) -> String {
    let number = phone.split("内線").next().unwrap_or(phone);
    folded(number).chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_is_dialled_without_its_marks() {
        for (phone, expected) in [
            ("042-325-0111", "0423250111"),
            ("０４２（３２５）０１１１（内線３２１）", "0423250111"),
            ("+81 42 325 0111", "+81423250111"),
            ("代表", ""),
        ] {
            assert_eq!(dialled(phone), expected);
        }
    }
}
