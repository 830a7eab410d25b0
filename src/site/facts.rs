//! What is known about a document, for the list beside its text. Only what exists is listed.

use serde::Serialize;

use super::link;
use super::listing::date_view;
use super::wording::filled;
use super::words::Words;
use crate::corpus::{Corpus, Referent};
use crate::diagnostic::Located;
use crate::policy::{Document, Issuer, Upper, WrittenDate, language_name};

/// A line of the list.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Fact {
    name: &'static str,
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
pub(super) fn facts(corpus: &Corpus, document: &Document) -> Vec<Fact> {
    let meta = &document.meta;
    let words = Words::of(&meta.language);
    let license = meta.license.as_ref().or(corpus.site.license.as_ref());
    let lines = [
        (words.kind, vec![of_site(corpus, document, &meta.kind.value)]),
        (words.fiscal_year, vec![fiscal_year(words, document)]),
        (words.issuer, meta.issuer.as_ref().and_then(Issuer::display_name).iter().map(|issuer| text(issuer)).collect()),
        (words.issued, day(words, meta.issued.as_ref())),
        (words.declared, day(words, meta.declared.as_ref())),
        (words.revised, day(words, meta.revised.as_ref())),
        (words.organization, organization(corpus, document).into_iter().collect()),
        (words.upper, uppers(corpus, document)),
        (words.trace, connections(corpus, document).into_iter().collect()),
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
    lines.into_iter().filter(|(_, values)| !values.is_empty()).map(|(name, values)| Fact { name, values }).collect()
}

fn text(text: &str) -> FactValue {
    FactValue { text: text.to_owned(), ..FactValue::default() }
}

/// What the site says in its own language, marked as such where the document speaks another one.
fn of_site(corpus: &Corpus, document: &Document, words: &str) -> FactValue {
    let language = &corpus.site.language;
    let language = (document.meta.language != *language).then(|| language.clone());
    FactValue { language, ..text(words) }
}

fn fiscal_year(words: &Words, document: &Document) -> FactValue {
    let year = document.meta.fiscal_year.value;
    FactValue { text: words.full_year(year), file: Some(link::year_file(year)), ..FactValue::default() }
}

fn day(words: &Words, date: Option<&Located<WrittenDate>>) -> Vec<FactValue> {
    let view = date.map(|date| date_view(words, &date.value));
    view.into_iter()
        .map(|date| FactValue { text: date.text, datetime: Some(date.iso), ..FactValue::default() })
        .collect()
}

/// The unit under the name it had on the day of the document, where the register knows it under several; with the unit that
/// has its work now, where another one has.
fn organization(corpus: &Corpus, document: &Document) -> Option<FactValue> {
    let id = &document.meta.organization.as_ref()?.value;
    let day = document.meta.issued.as_ref().map(|issued| issued.value.date);
    let units = || corpus.organizations.iter().filter(|unit| unit.id.value == *id);
    let existed = |from: Option<&WrittenDate>, until: Option<&WrittenDate>| {
        day.is_none_or(|day| from.is_none_or(|from| from.date <= day) && until.is_none_or(|until| day <= until.date))
    };
    let then = units().find(|unit| existed(unit.from.as_ref(), unit.until.as_ref()));
    let unit = then.or_else(|| units().next())?;
    let now: Vec<&str> =
        unit.successors.iter().filter_map(|id| corpus.organization(&id.value)).map(|unit| unit.name.as_str()).collect();
    let words = Words::of(&corpus.site.language);
    let now = match now.is_empty() {
        true => String::new(),
        false => filled(words.unit_now, &[("name", &now.join(words.and))]),
    };
    let value = of_site(corpus, document, &format!("{}{now}", unit.name));
    Some(FactValue { file: Some(link::organization_file(&unit.id.value)), ..value })
}

/// Another document, by its title.
fn titled(document: &Document, other: &Document) -> FactValue {
    let language = &other.meta.language;
    let language = (*language != document.meta.language).then(|| language.clone());
    let file = Some(link::document_file(&other.id));
    FactValue { file, language, ..text(&other.meta.title.value) }
}

/// A version of the document in another language, by the name speakers of it give it.
fn variant(document: &Document) -> FactValue {
    let tag = &document.meta.language;
    FactValue {
        text: language_name(tag).unwrap_or(tag).to_owned(),
        file: Some(link::document_file(&document.id)),
        language: Some(tag.clone()),
        ..FactValue::default()
    }
}

/// The page of what its clauses are tied to.
fn connections(corpus: &Corpus, document: &Document) -> Option<FactValue> {
    let words = Words::of(&document.meta.language);
    let file = (corpus.cascade.is_upper(&document.id) || corpus.cascade.is_lower(&document.id))
        .then(|| link::trace_file(&document.id))?;
    Some(FactValue { file: Some(file), ..text(words.chain_see) })
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
