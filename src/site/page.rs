//! What every page has: its head, the way to it, whom to ask.

use serde::Serialize;
use tera::{Context, Value};

use super::words::{WordValues, Words};
use super::{appearance, link};
use crate::corpus::{Corpus, leads_outside};
use crate::japanese::folded;
use crate::policy::{Contact, Site};

/// What a page is called and where it stands.
pub(super) struct Page<'a> {
    /// Its output file.
    pub(super) file: &'a str,
    /// Its title without the site's name; empty on the home page.
    pub(super) title: &'a str,
    /// For search engines and cards.
    pub(super) description: &'a str,
    /// BCP 47.
    pub(super) language: &'a str,
    /// Whom to ask.
    pub(super) contact: Option<&'a Contact>,
    /// The pages above it.
    pub(super) crumbs: Vec<Crumb<'a>>,
    /// The output file that stands for it in search engines, when it is another one.
    pub(super) canonical: Option<&'a str>,
}

impl<'a> Page<'a> {
    /// A page that belongs to no document.
    pub(super) fn plain(file: &'a str, title: &'a str, description: &'a str) -> Self {
        Self { file, title, description, language: "", contact: None, crumbs: Vec::new(), canonical: None }
    }
}

/// A step on the way to a page.
#[derive(Debug, Serialize)]
pub(super) struct Crumb<'a> {
    pub(super) title: &'a str,
    pub(super) file: &'a str,
}

/// What is the same on every page, made once and shared.
pub(super) struct Shared<'a> {
    site: &'a Site,
    site_value: Value,
    words: WordValues,
    has_feed: bool,
    has_plans: bool,
    has_terms: bool,
    /// The ways into the site: title and file.
    sections: Value,
}

#[derive(Serialize)]
struct Head<'a> {
    title: &'a str,
    heading: &'a str,
    description: &'a str,
    canonical: &'a str,
    language: &'a str,
    kind: &'a str,
}

#[derive(Serialize)]
struct ContactView<'a> {
    name: &'a str,
    language: &'a str,
    phone: Option<&'a str>,
    tel: Option<String>,
    mail: Option<&'a str>,
    url: Option<&'a str>,
}

impl<'a> Shared<'a> {
    /// What all pages of a site share.
    pub(super) fn new(corpus: &'a Corpus, has_feed: bool) -> Self {
        #[derive(Serialize)]
        struct View<'a> {
            title: &'a str,
            city: &'a str,
            description: &'a str,
            notice: &'a str,
            language: &'a str,
            #[serde(flatten)]
            look: appearance::View<'a>,
        }
        let site = &corpus.site;
        let Site { title, city, description, notice, language, .. } = site;
        let site_value = Value::from_serializable(&View {
            title,
            city,
            description,
            notice,
            language,
            look: appearance::view(&site.appearance),
        });
        Self {
            site,
            site_value,
            words: WordValues::new(),
            has_feed,
            has_plans: !corpus.plans.is_empty(),
            has_terms: !corpus.terms.is_empty(),
            sections: Value::from_serializable(&sections(corpus)),
        }
    }

    /// The variables of a page.
    pub(super) fn context(&self, page: &Page<'_>) -> Context {
        let Page { file, title: heading, description, language, contact, crumbs, canonical } = page;
        let title = match heading.is_empty() {
            true => self.site.title.clone(),
            false => format!("{heading}｜{}", self.site.title),
        };
        let canonical = link::absolute(&self.site.base_url, canonical.unwrap_or(file));
        let language = if language.is_empty() { &self.site.language } else { *language };
        let is_article = *file != link::HOME && !crumbs.is_empty();
        let kind = if is_article { "article" } else { "website" };
        let head = Head { title: &title, heading, description, canonical: &canonical, language, kind };
        let mut context = Context::new();
        context.insert_value("site", self.site_value.clone());
        context.insert_value("page", Value::from_serializable(&head));
        context.insert_value("words", self.words.of(language));
        context.insert_value("crumbs", Value::from_serializable(crumbs));
        context.insert_value(
            "contact",
            Value::from_serializable(&match contact {
                Some(own) => Some(view(own, language)),
                None => self.site.contact.as_ref().map(|contact| view(contact, &self.site.language)),
            }),
        );
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

/// The pages that lead into the site, as far as there are such.
fn sections(corpus: &Corpus) -> Vec<Crumb<'static>> {
    let words = Words::of(&corpus.site.language);
    let ways = [
        (words.trace, link::TRACE, !corpus.cascade.documents().is_empty()),
        (words.objectives, link::OBJECTIVES, corpus.objectives().next().is_some()),
        (words.years, link::YEARS, !corpus.public.is_empty()),
        (words.organizations, link::ORGANIZATIONS, !corpus.organizations.is_empty()),
        (words.sdgs, link::SDGS, corpus.objectives().any(|goal| !goal.objective.sdgs.is_empty())),
        (words.data, link::DATA, true),
    ];
    ways.into_iter().filter(|way| way.2).map(|(title, file, _)| Crumb { title, file }).collect()
}

fn view<'a>(contact: &'a Contact, language: &'a str) -> ContactView<'a> {
    ContactView {
        name: &contact.name,
        language,
        phone: contact.phone.as_deref(),
        tel: contact.phone.as_deref().map(dialled).filter(|tel| !tel.is_empty()),
        mail: contact.mail.as_deref(),
        url: contact.url.as_deref().filter(|url| leads_outside(url)),
    }
}

/// The digits to dial; what follows an extension (内線) cannot be dialled. Full width is for the eye only.
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
