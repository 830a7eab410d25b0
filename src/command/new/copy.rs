//! Copies last year's document as a draft of this year's.
//!
//! The text is copied. Statements about last year's text would be wrong for the new one and are not: dates, names, addresses,
//! approvals, the figures of objectives. Marks stand in their place, and `hoshin check` reports the marks until they are filled
//! in. What is left out without a mark is reported.

use std::collections::BTreeSet;
use std::ops::Range;

use super::draft_words::DraftWords;
use super::front_matter::{FrontMatterWriter, scalar};
use super::year::{YearChange, folder_of};
use super::{Original, objective};
use crate::markdown::{self, LetterheadHints};
use crate::policy::{Body, Contact, DocumentId, FiscalYear, Issuer, LetterheadKind, Metadata, Upper};
use crate::source::ObjectiveContext;

/// A document to be copied.
pub(super) struct CopySource<'a> {
    pub(super) original: Original<'a>,
    /// The documents there are.
    pub(super) known: &'a BTreeSet<&'a DocumentId>,
    /// The language of documents that name none.
    pub(super) site_language: &'a str,
    pub(super) context: &'a ObjectiveContext<'a>,
}

/// The kind and the year of the copy, and the words for its marks.
pub(super) struct CopyTarget<'a> {
    pub(super) kind: &'a str,
    pub(super) year: FiscalYear,
    pub(super) words: &'static DraftWords,
}

/// The draft of the new document.
pub(super) struct CopiedDocument {
    pub(super) text: String,
    /// Keys of the front matter that are not in it.
    pub(super) left_out: Vec<&'static str>,
    /// Objectives without their values.
    pub(super) emptied: usize,
    /// How many places still name the former year.
    pub(super) former: usize,
}

/// Makes the draft.
pub(super) fn copy(from: &CopySource<'_>, target: &CopyTarget<'_>) -> CopiedDocument {
    let meta = &from.original.source.meta;
    let words = target.words;
    let mut front = FrontMatterWriter::new(words);
    front.line("title", &YearChange::of(meta, target.year).apply(&meta.title.value));
    front.line("kind", target.kind);
    front.line("fiscal_year", &words.fiscal_year(target.year));
    front.open("issued", &words.issued(target.year));
    if meta.declared.is_some() {
        front.open("declared", words.declared);
    }
    if let Some(issuer) = &meta.issuer {
        issuer_lines(&mut front, issuer, words);
    }
    if let Some(unit) = &meta.organization {
        front.line("organization", &unit.value);
    }
    upper_lines(&mut front, from, target);
    front.line("replaces", &from.original.id.0);
    front.raw("status: draft\n");
    version_lines(&mut front, from, target);
    more_lines(&mut front, meta, words);
    let mut left_out = left_out(meta);
    if let Some(range) = &meta.extra {
        match free_data(&from.original.source.source.text, range) {
            Some(lines) => {
                front.raw(&format!("{}\n{lines}\n", words.comment(words.extra_to_check)));
            }
            None => left_out.push("extra"),
        }
    }
    let (body, emptied) = body(from, target);
    let text = front.with(&body);
    let former = YearChange::of(meta, target.year).left_over(&text, &body);
    CopiedDocument { text, left_out, emptied, former }
}

/// The keys that are neither copied nor marked, because they were about the former document.
fn left_out(meta: &Metadata) -> Vec<&'static str> {
    let keys = [
        ("revised", meta.revised.is_some()),
        ("publish_at", meta.publish_at.is_some()),
        ("aliases", !meta.aliases.is_empty()),
    ];
    keys.into_iter().filter_map(|(key, is_there)| is_there.then_some(key)).collect()
}

/// `extra` with its value, as it stands in the file; `None` where it does not start a line.
fn free_data<'a>(text: &'a str, value: &Range<usize>) -> Option<&'a str> {
    let before = text.get(..value.start)?;
    let key = ["extra", "\"extra", "'extra"].into_iter().filter_map(|key| before.rfind(&format!("\n{key}"))).max()?;
    Some(text.get(key + 1..value.end)?.trim_end())
}

fn issuer_lines(front: &mut FrontMatterWriter, issuer: &Issuer, words: &DraftWords) {
    front.raw("issuer:\n");
    if let Some(post) = &issuer.post {
        front.raw(&format!("  post: {}\n", scalar(post)));
    }
    front.open("  name", words.name);
    if issuer.as_printed.is_some() {
        front.open("  as_printed", words.as_printed);
    }
}

/// The upper documents: those of the new year where they exist. The others are marked to be checked.
fn upper_lines(front: &mut FrontMatterWriter, from: &CopySource<'_>, target: &CopyTarget<'_>) {
    let meta = &from.original.source.meta;
    if meta.upper.is_empty() {
        return;
    }
    front.raw("upper:\n");
    for upper in &meta.upper {
        let (text, is_certain) = match &upper.value {
            Upper::Document(id) => of_new_year(from, id, target.year),
            Upper::Title(title) => (YearChange::of(meta, target.year).apply(title), false),
        };
        let mark =
            if is_certain { String::new() } else { format!(" {}", target.words.comment(target.words.upper_to_check)) };
        front.raw(&format!("  - {}{mark}\n", scalar(&text)));
    }
}

fn of_new_year(from: &CopySource<'_>, id: &DocumentId, year: FiscalYear) -> (String, bool) {
    let old = from.original.source.meta.fiscal_year.value;
    let candidate = folder_of(&id.0, old, year).map(DocumentId);
    match candidate.filter(|candidate| from.known.contains(candidate)) {
        Some(candidate) => (candidate.0, true),
        None => (id.0.clone(), false),
    }
}

/// The original of a translation, the language, and whether the document is an example.
fn version_lines(front: &mut FrontMatterWriter, from: &CopySource<'_>, target: &CopyTarget<'_>) {
    let (meta, words) = (&from.original.source.meta, target.words);
    if meta.language != from.site_language {
        front.line("language", &meta.language);
    }
    match meta.variant_of.as_ref().map(|original| of_new_year(from, &original.value, target.year)) {
        Some((original, true)) => front.line("variant_of", &original),
        Some((original, false)) => front.open("variant_of", &words.original(&original)),
        None => {}
    }
    if meta.example {
        front.raw(&format!("example: true {}\n", words.comment(words.example_to_check)));
    }
}

fn more_lines(front: &mut FrontMatterWriter, meta: &Metadata, words: &DraftWords) {
    if let Some(license) = &meta.license {
        front.line("license", license);
    }
    if meta.summary.is_some() {
        front.open("summary", words.summary);
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

/// The text, and how many objectives have lost their values. Date and issuer are to be filled in, and the year in the title
/// is replaced. The ids of authors are removed: they belong to last year's clauses.
fn body(from: &CopySource<'_>, target: &CopyTarget<'_>) -> (String, usize) {
    let (source, meta) = (from.original.source, &from.original.source.meta);
    let text = source.source.text.as_str();
    let issuer = meta.issuer.as_ref().and_then(Issuer::printed);
    let hints = LetterheadHints { title: &meta.title.value, issuer: issuer.as_deref() };
    let (body, _) = markdown::parse(&source.source, source.body_start, &hints);
    let mut out = String::with_capacity(text.len());
    let mut at = source.body_start;
    let change = YearChange::of(meta, target.year);
    let mut edits = edits(&body, text, |title| change.apply(title), target.words);
    let objectives = objective::emptied(source, &body, from.context, target.words);
    let emptied = objectives.len();
    edits.extend(objectives);
    edits.sort_by_key(|(range, _)| range.start);
    for (range, replacement) in edits {
        if range.start < at {
            continue;
        }
        out.push_str(&text[at..range.start]);
        out.push_str(&replacement);
        at = range.end;
    }
    out.push_str(&text[at..]);
    (out, emptied)
}

/// Ranges of the text and their replacements.
fn edits(body: &Body, text: &str, title: impl Fn(&str) -> String, words: &DraftWords) -> Vec<(Range<usize>, String)> {
    let mut edits = Vec::new();
    let head = &body.letterhead;
    if let Some(printed) = &head.title {
        edits.push((printed.range.clone(), title(&text[printed.range.clone()])));
    }
    for line in &head.lines {
        let blank = match line.kind {
            LetterheadKind::Number => words.number,
            LetterheadKind::Date => words.date,
            LetterheadKind::Issuer => words.issuer,
            LetterheadKind::Addressee | LetterheadKind::Remark => continue,
        };
        edits.push((trimmed(text, &line.text.range), words.in_text(blank)));
    }
    body.each_clause(|clause| {
        if let Some(id) = &clause.authored_id {
            let start = id.range.start.saturating_sub("{#".len());
            let start = text[..start].trim_end_matches([' ', '\u{3000}']).len();
            edits.push((start..id.range.end + "}".len(), String::new()));
        }
    });
    edits
}

/// A range without the line ends and blanks around its text.
fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let inside = &text[range.clone()];
    let start = range.start + (inside.len() - inside.trim_start().len());
    start..start + inside.trim().len()
}
