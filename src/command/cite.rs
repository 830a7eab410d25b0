//! `hoshin cite`: from a citation, an id or a place to the clause and all that can be copied of it.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::anchor::{Office, tombstone};
use super::arguments::Cite;
use super::console::Console;
use super::report;
use super::{Context, Exit, Failure};
use crate::corpus::{self, Citer, Corpus, Resolution};
use crate::diagnostic::{Finding, Lang, catalogue};
use crate::policy::{CitationForm, Clause, Document, DocumentId, Tombstone, plain_text};

/// What was cited.
pub(super) enum Place<'a> {
    /// A clause of a public document.
    Clause(&'a Document, &'a Clause),
    /// A clause that is gone, and its document.
    Gone(&'a DocumentId, &'a Tombstone),
    /// Something that is no clause: its citation and its address.
    Elsewhere(String, String),
}

/// Finds what is cited and prints it.
pub(super) fn run(cite: &Cite, context: &Context, console: &mut Console) -> Result<Exit, Failure> {
    let office = Office::open(&cite.input, context)?;
    let (said, value) = match find(&office.corpus, &cite.text) {
        Err(finding) => return report::refusal(&[finding.of_site()].into_iter().collect(), context, console),
        Ok(Place::Elsewhere(citation, link)) => {
            (format!("{citation}\n{link}\n"), json!({ "citation": citation, "link": link }))
        }
        Ok(Place::Gone(of, gone)) => {
            (gone_text(&office.corpus, of, gone, context.lang), gone_value(&office.corpus, of, gone))
        }
        Ok(Place::Clause(of, clause)) => {
            let citer = Citer::new(&office.corpus, of);
            (text(of, clause, &citer, context.lang), value(of, clause, &citer))
        }
    };
    report::say(&said, &value, context, console)?;
    Ok(Exit::Fine)
}

/// What a text means, as [`corpus::cite`] understands it.
pub(super) fn find<'a>(corpus: &'a Corpus, text: &str) -> Result<Place<'a>, Finding> {
    let text = text.trim();
    match corpus::cite(corpus, text) {
        Resolution::Clause { document, position } => Ok(at(corpus, &document, &position)),
        Resolution::Gone { document, id } => {
            let mut all = corpus.tombstones();
            let gone = all.find(|(of, gone)| **of == document && gone.id == id);
            gone.map(|(of, gone)| Place::Gone(of, gone)).ok_or_else(|| catalogue::citation_not_found(text, None))
        }
        Resolution::Document(document) => Ok(at(corpus, &document, "")),
        Resolution::Plan(id) => {
            let name = corpus.plan(&id).map_or(String::new(), |plan| format!("「{}」", plan.name));
            Ok(Place::Elsewhere(name, format!("{}plans/{id}/", corpus.site.base_url)))
        }
        Resolution::Ambiguous(all) => Err(catalogue::citation_ambiguous(text, &listed(&all))),
        Resolution::NotFound { suggestion } => Err(catalogue::citation_not_found(text, suggestion.as_deref())),
    }
}

/// The clause at a position; an annex, a table or the document itself is named by its citation.
fn at<'a>(corpus: &'a Corpus, id: &DocumentId, position: &str) -> Place<'a> {
    let mut found = None;
    if let Some(document) = corpus.public.get(id) {
        document.body.each_clause(|clause| {
            if !position.is_empty() && *clause.position == *position {
                found = Some(Place::Clause(document, clause));
            }
        });
    }
    found.unwrap_or_else(|| {
        let citation =
            corpus::citation_at(corpus, id, position).map_or(String::new(), |it| it.write(CitationForm::Short));
        let fragment = if position.is_empty() { String::new() } else { format!("#{position}") };
        Place::Elsewhere(citation, format!("{}{}/{fragment}", corpus.site.base_url, id.0))
    })
}

fn listed(all: &[String]) -> String {
    all.iter().map(|one| format!("\n  {one}")).collect()
}

/// The text of a clause, or the cells of a row.
fn clause_text(clause: &Clause) -> String {
    match &clause.content {
        crate::policy::Content::Text(text) => plain_text(text),
        crate::policy::Content::Cells(cells) => {
            cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join(" | ")
        }
    }
}

/// 「令和8年度の方針」5(1)（統合）; of a document that was taken down, by its name.
fn gone_name(corpus: &Corpus, of: &DocumentId, gone: &Tombstone, state: &str) -> String {
    let title = corpus::citation_at(corpus, of, "").map_or_else(|| of.0.clone(), |it| it.write(CitationForm::Short));
    format!("{title}{}（{state}）", gone.name)
}

fn gone_link(corpus: &Corpus, gone: &Tombstone) -> String {
    format!("{}c/{}/", corpus.site.base_url, gone.id)
}

fn gone_text(corpus: &Corpus, of: &DocumentId, gone: &Tombstone, lang: Lang) -> String {
    let name = gone_name(corpus, of, gone, tombstone(gone.state, lang));
    let mut out = format!("{name}\n{}\n", gone_link(corpus, gone));
    for successor in &gone.successors {
        let _ = writeln!(out, "→ {}c/{successor}/", corpus.site.base_url);
    }
    out
}

fn gone_value(corpus: &Corpus, of: &DocumentId, gone: &Tombstone) -> Value {
    json!({
        "document": of.0,
        "id": gone.id,
        "state": tombstone(gone.state, Lang::En),
        "text": gone.text,
        "link": gone_link(corpus, gone),
        "successors": gone.successors,
    })
}

fn text(of: &Document, clause: &Clause, citer: &Citer, lang: Lang) -> String {
    let id = if clause.id.is_empty() { "-" } else { &*clause.id };
    let place = format!("{}#{}", of.id.0, clause.position);
    let titles = match lang {
        Lang::Ja => ["id", "場所", "本文", "リンク", "引用", "引用文", "Markdown"],
        Lang::En => ["id", "place", "text", "link", "citation", "quotation", "Markdown"],
    };
    let own = clause_text(clause);
    let copied = [citer.link(clause), citer.citation(clause), citer.quotation(clause), citer.markdown(clause)];
    let values = [id, &place, &own].into_iter().chain(copied.iter().map(String::as_str));
    let mut out = format!("{}\n", citer.name(clause));
    for (title, value) in titles.iter().zip(values) {
        let _ = writeln!(out, "\n[{title}]\n{value}");
    }
    out
}

fn value(of: &Document, clause: &Clause, citer: &Citer) -> Value {
    let id = if clause.id.is_empty() { Value::Null } else { Value::from(&*clause.id) };
    json!({
        "document": of.id.0,
        "id": id,
        "position": clause.position,
        "text": clause_text(clause),
        "name": citer.name(clause),
        "link": citer.link(clause),
        "citation": citer.citation(clause),
        "quotation": citer.quotation(clause),
        "markdown": citer.markdown(clause),
    })
}
