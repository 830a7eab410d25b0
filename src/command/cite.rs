//! `hoshin cite`: finds a clause by a citation, an id or a place, and prints all that can be copied of it.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::arguments::Cite;
use super::console::Console;
use super::error::Failure;
use super::place::{CitedPlace, find_cited};
use super::report;
use super::site_records::SiteRecords;
use super::tombstone::tombstone_words;
use super::{CommandContext, Exit};
use crate::corpus::{self, Citer, Corpus};
use crate::diagnostic::Lang;
use crate::policy::{CitationForm, Clause, Document, DocumentId, Position, Tombstone, plain_text};

/// Finds the clause and prints it.
pub(super) fn run(cite: &Cite, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let records = SiteRecords::open(&cite.input, context)?;
    let (said, value) = match find_cited(&records.corpus, &cite.text) {
        Err(finding) => return report::refusal(&[finding.of_site()].into_iter().collect(), context, console),
        Ok(CitedPlace::Elsewhere(citation, link)) => {
            (format!("{citation}\n{link}\n"), json!({ "citation": citation, "link": link }))
        }
        Ok(CitedPlace::Gone(of, gone)) => {
            (gone_text(&records.corpus, of, gone, context.lang), gone_value(&records.corpus, of, gone))
        }
        Ok(CitedPlace::Clause(of, clause)) => {
            let citer = Citer::new(&records.corpus, of);
            (text(of, clause, &citer, context.lang), value(of, clause, &citer))
        }
    };
    report::say(&said, &value, context, console)?;
    Ok(Exit::Fine)
}

/// The text of a clause, or the cells of a row.
fn clause_text(clause: &Clause) -> String {
    match &clause.content {
        crate::policy::Content::Text(text) => plain_text(text),
        crate::policy::Content::Cells(_) => {
            clause.row_texts().into_iter().map(plain_text).collect::<Vec<_>>().join(" | ")
        }
    }
}

/// `「令和8年度の方針」5(1)（統合）`. A document that was taken down is named by its id.
fn gone_name(corpus: &Corpus, of: &DocumentId, gone: &Tombstone, state: &str) -> String {
    let title = corpus::citation_at(corpus, of, &Position::default())
        .map_or_else(|| of.0.clone(), |it| it.write(CitationForm::Short));
    format!("{title}{}（{state}）", gone.name)
}

fn gone_link(corpus: &Corpus, gone: &Tombstone) -> String {
    format!("{}c/{}/", corpus.site.base_url, gone.id)
}

fn gone_text(corpus: &Corpus, of: &DocumentId, gone: &Tombstone, lang: Lang) -> String {
    let name = gone_name(corpus, of, gone, tombstone_words(gone.state, lang));
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
        "state": tombstone_words(gone.state, Lang::En),
        "text": gone.text,
        "link": gone_link(corpus, gone),
        "successors": gone.successors,
    })
}

fn text(of: &Document, clause: &Clause, citer: &Citer, lang: Lang) -> String {
    let id = if clause.id.is_empty() { "-" } else { clause.id.as_str() };
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
    let id = if clause.id.is_empty() { Value::Null } else { Value::from(clause.id.as_str()) };
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
