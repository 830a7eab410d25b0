//! The facts about a document, for the list beside its text. Only facts that are known are listed.

use serde::Serialize;

use crate::corpus::{Corpus, Referent};
use crate::diagnostic::Located;
use crate::policy::{Document, Issuer, Upper, WrittenDate, language_name};
use crate::site::frame::link;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::{Words, filled};
use crate::site::frame::years::day_context;

/// A line of the list.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Fact {
    name: String,
    values: Vec<FactValue>,
}

#[derive(Debug, PartialEq, Default, Serialize)]
struct FactValue {
    text: String,
    /// `2026-04-01` for a day.
    datetime: Option<String>,
    /// The output file it leads to.
    file: Option<String>,
    /// The language of the text and of what it leads to, where it is another one: `en`.
    language: Option<String>,
}

/// The facts of a document.
pub(super) fn facts(site: &SiteContext<'_>, document: &Document) -> Vec<Fact> {
    let corpus = site.corpus;
    let meta = &document.meta;
    let words = site.words_in(&meta.language);
    let license = meta.license.as_ref().or(corpus.site.license.as_ref());
    let lines = [
        (words.kind, vec![of_site(corpus, document, &meta.kind.value)]),
        (words.fiscal_year, vec![fiscal_year(words, document)]),
        (words.issuer, meta.issuer.as_ref().and_then(Issuer::display_name).iter().map(|issuer| text(issuer)).collect()),
        (words.issued, day(words, meta.issued.as_ref())),
        (words.declared, day(words, meta.declared.as_ref())),
        (words.revised, day(words, meta.revised.as_ref())),
        (words.organization, department(site, document).into_iter().collect()),
        (words.upper, uppers(corpus, document)),
        (words.trace, cascade(site, document).into_iter().collect()),
        (words.replaces, corpus.replaced_by_this(document).into_iter().map(|other| titled(document, other)).collect()),
        (words.languages, corpus.variants_of(document).map(variant).collect()),
        // An example has no authoritative text: nobody has decided it.
        (
            words.original,
            corpus
                .site
                .original
                .iter()
                .filter(|_| !meta.example)
                .map(|original| of_site(corpus, document, original))
                .collect(),
        ),
        (words.license, license.iter().map(|license| text(license)).collect()),
    ];
    lines
        .into_iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(name, values)| Fact { name: name.to_owned(), values })
        .collect()
}

fn text(text: &str) -> FactValue {
    FactValue { text: text.to_owned(), ..FactValue::default() }
}

/// A text in the language of the site, marked as such where the document is in another one.
fn of_site(corpus: &Corpus, document: &Document, words: &str) -> FactValue {
    let language = &corpus.site.language;
    let language = (document.meta.language != *language).then(|| language.clone());
    FactValue { language, ..text(words) }
}

fn fiscal_year(words: &Words<'_>, document: &Document) -> FactValue {
    let year = document.meta.fiscal_year.value;
    FactValue { text: words.full_year(year), file: Some(link::year_file(year)), ..FactValue::default() }
}

fn day(words: &Words<'_>, date: Option<&Located<WrittenDate>>) -> Vec<FactValue> {
    let view = date.map(|date| day_context(words, &date.value));
    view.into_iter()
        .map(|date| FactValue { text: date.text, datetime: Some(date.iso), ..FactValue::default() })
        .collect()
}

/// The department under the name it had on the day of the document, where the registry knows it under several; with the
/// department that has its work now, where another one has.
fn department(site: &SiteContext<'_>, document: &Document) -> Option<FactValue> {
    let (corpus, words) = (site.corpus, site.words());
    let id = &document.meta.organization.as_ref()?.value;
    let day = document.meta.issued.as_ref().map(|issued| issued.value.date);
    let all = || corpus.organizations.iter().filter(|department| department.id.value == *id);
    let existed = |from: Option<&WrittenDate>, until: Option<&WrittenDate>| {
        day.is_none_or(|day| from.is_none_or(|from| from.date <= day) && until.is_none_or(|until| day <= until.date))
    };
    let then = all().find(|department| existed(department.from.as_ref(), department.until.as_ref()));
    let department = then.or_else(|| all().next())?;
    let successors = department.successors.iter().filter_map(|id| corpus.organization(&id.value));
    let now: Vec<&str> = successors.map(|successor| successor.name.as_str()).collect();
    let now = match now.is_empty() {
        true => String::new(),
        false => filled(words.unit_now, &[("name", &now.join(words.and))]),
    };
    let value = of_site(corpus, document, &format!("{}{now}", department.name));
    Some(FactValue { file: Some(link::organization_file(&department.id.value)), ..value })
}

/// Another document, by its title.
fn titled(document: &Document, other: &Document) -> FactValue {
    let language = &other.meta.language;
    let language = (*language != document.meta.language).then(|| language.clone());
    let file = Some(link::document_file(&other.id));
    FactValue { file, language, ..text(&other.meta.title.value) }
}

/// A version of the document in another language, by that language's own name.
fn variant(document: &Document) -> FactValue {
    let tag = &document.meta.language;
    FactValue {
        text: language_name(tag).unwrap_or(tag).to_owned(),
        file: Some(link::document_file(&document.id)),
        language: Some(tag.clone()),
        ..FactValue::default()
    }
}

/// The page of its cascade.
fn cascade(site: &SiteContext<'_>, document: &Document) -> Option<FactValue> {
    let (cascade, words) = (&site.corpus.cascade, site.words_in(&document.meta.language));
    let is_tied = cascade.is_upper(&document.id) || cascade.is_lower(&document.id);
    is_tied.then(|| FactValue { file: Some(link::trace_file(&document.id)), ..text(words.chain_see) })
}

fn uppers(corpus: &Corpus, document: &Document) -> Vec<FactValue> {
    let referents = corpus.links.upper(&document.id).iter();
    let all = document.meta.upper.iter().zip(referents);
    all.filter_map(|(upper, referent)| self::upper(corpus, &upper.value, referent.as_ref())).collect()
}

/// A document that is not public is not named either. A title leads to the document or the plan it names, if there is one.
fn upper(corpus: &Corpus, upper: &Upper, referent: Option<&Referent>) -> Option<FactValue> {
    match upper {
        Upper::Title(title) => {
            let file = match referent {
                Some(Referent::Plan(id)) => Some(link::plan_file(id)),
                Some(Referent::Document(id)) if corpus.public.contains_key(id) => Some(link::document_file(id)),
                _ => None,
            };
            Some(FactValue { text: title.clone(), file, ..FactValue::default() })
        }
        Upper::Document(id) => {
            let document = corpus.public.get(id)?;
            let file = Some(link::document_file(id));
            Some(FactValue { text: document.meta.title.value.clone(), file, ..FactValue::default() })
        }
    }
}
