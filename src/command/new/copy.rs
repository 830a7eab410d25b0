//! Last year's document as a draft of this year's.
//!
//! Copied is the text. Not copied is what was said of last year's text and would be wrong of this one: dates, names,
//! addresses, approvals; where they stood there are marks, which `hoshin check` reports until they are filled in.

use std::collections::BTreeSet;
use std::ops::Range;

use super::front::{Front, scalar};
use super::year::with_year;
use crate::markdown::{self, LetterheadHints};
use crate::policy::{Body, Contact, DocumentId, FiscalYear, Issuer, Metadata, Upper};
use crate::source::DocumentSource;

/// A document to be copied.
pub(super) struct Model<'a> {
    pub(super) id: &'a DocumentId,
    pub(super) source: &'a DocumentSource,
    /// The documents there are.
    pub(super) known: &'a BTreeSet<&'a DocumentId>,
}

/// What the copy is to be.
pub(super) struct Wish<'a> {
    pub(super) kind: &'a str,
    pub(super) year: FiscalYear,
}

/// The draft of the new document.
pub(super) fn copy(model: &Model<'_>, wish: &Wish<'_>) -> String {
    let meta = &model.source.meta;
    let old = meta.fiscal_year.value;
    let mut front = Front::default();
    front.line("title", &with_year(&meta.title.value, old, wish.year));
    front.line("kind", wish.kind);
    front.line("fiscal_year", &wish.year.slug().to_uppercase());
    front.issued(wish.year);
    if let Some(issuer) = &meta.issuer {
        issuer_lines(&mut front, issuer);
    }
    if let Some(unit) = &meta.organization {
        front.line("organization", &unit.value);
    }
    upper_lines(&mut front, model, wish);
    front.line("replaces", &model.id.0);
    front.raw("status: draft\n");
    more_lines(&mut front, meta);
    front.with(&body(model, wish))
}

fn issuer_lines(front: &mut Front, issuer: &Issuer) {
    front.raw("issuer:\n");
    if let Some(post) = &issuer.post {
        front.raw(&format!("  post: {}\n", scalar(post)));
    }
    front.raw("  name: # 要記入：氏名\n");
    if issuer.as_printed.is_some() {
        front.raw("  as_printed: # 要記入：印刷されるとおりの職名と氏名\n");
    }
}

/// The documents above: those of the new year where they are there; the others have to be looked at.
fn upper_lines(front: &mut Front, model: &Model<'_>, wish: &Wish<'_>) {
    let meta = &model.source.meta;
    if meta.upper.is_empty() {
        return;
    }
    front.raw("upper:\n");
    for upper in &meta.upper {
        let (text, is_certain) = match &upper.value {
            Upper::Document(id) => of_new_year(model, id, wish.year),
            Upper::Title(title) => (with_year(title, meta.fiscal_year.value, wish.year), false),
        };
        let mark = if is_certain { "" } else { " # 要記入：上位の文書がこれでよいか確かめる" };
        front.raw(&format!("  - {}{mark}\n", scalar(&text)));
    }
}

fn of_new_year(model: &Model<'_>, id: &DocumentId, year: FiscalYear) -> (String, bool) {
    let old = model.source.meta.fiscal_year.value.slug();
    let rest = id.0.strip_prefix(&old).filter(|rest| rest.starts_with('/'));
    let candidate = rest.map(|rest| DocumentId(format!("{}{rest}", year.slug())));
    match candidate.filter(|candidate| model.known.contains(candidate)) {
        Some(candidate) => (candidate.0, true),
        None => (id.0.clone(), false),
    }
}

fn more_lines(front: &mut Front, meta: &Metadata) {
    if meta.language != "ja" {
        front.line("language", &meta.language);
    }
    if let Some(license) = &meta.license {
        front.line("license", license);
    }
    if meta.summary.is_some() {
        front.open("summary", "この文書の要旨");
    }
    if let Some(Contact { name, phone, mail, url }) = &meta.contact {
        front.raw("contact:\n");
        let fields = [("name", Some(name)), ("phone", phone.as_ref()), ("mail", mail.as_ref()), ("url", url.as_ref())];
        for (key, value) in fields {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                front.raw(&format!("  {key}: {}\n", scalar(value)));
            }
        }
    }
}

/// The text, its date and issuer to be filled in, its year in the title replaced, without the ids of authors: those belong
/// to last year's clauses.
fn body(model: &Model<'_>, wish: &Wish<'_>) -> String {
    let (source, meta) = (model.source, &model.source.meta);
    let text = source.source.text.as_str();
    let issuer = meta.issuer.as_ref().and_then(Issuer::printed);
    let hints = LetterheadHints { title: &meta.title.value, issuer: issuer.as_deref() };
    let (body, _) = markdown::parse(&source.source, source.body_start, &hints);
    let mut out = String::with_capacity(text.len());
    let mut at = source.body_start;
    for (range, replacement) in edits(&body, text, |title| with_year(title, meta.fiscal_year.value, wish.year)) {
        if range.start < at {
            continue;
        }
        out.push_str(&text[at..range.start]);
        out.push_str(&replacement);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Places of the text and what is to stand there, in order.
fn edits(body: &Body, text: &str, title: impl Fn(&str) -> String) -> Vec<(Range<usize>, String)> {
    let mut edits = Vec::new();
    let head = &body.letterhead;
    if let Some(date) = &head.date {
        edits.push((trimmed(text, &date.range), "（要記入：制定日）".to_owned()));
    }
    if let Some(printed) = &head.title {
        edits.push((printed.range.clone(), title(&text[printed.range.clone()])));
    }
    if let Some(issuer) = &head.issuer {
        edits.push((trimmed(text, &issuer.range), "（要記入：職名と氏名）".to_owned()));
    }
    body.each_clause(|clause| {
        if let Some(id) = &clause.authored_id {
            let start = id.range.start.saturating_sub("{#".len());
            let start = text[..start].trim_end_matches([' ', '\u{3000}']).len();
            edits.push((start..id.range.end + "}".len(), String::new()));
        }
    });
    edits.sort_by_key(|(range, _)| range.start);
    edits
}

/// A range without the line ends and blanks around its text.
fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let inside = &text[range.clone()];
    let start = range.start + (inside.len() - inside.trim_start().len());
    start..start + inside.trim().len()
}

/// How often the text still names a year that is over: 令和7年.
pub(super) fn former_years(text: &str, old: FiscalYear) -> usize {
    let name = old.wareki().trim_end_matches("度").to_owned();
    let wide: String = name
        .chars()
        .map(|c| if c.is_ascii_digit() { char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c) } else { c })
        .collect();
    text.matches(&name).count() + text.matches(&wide).count()
}
