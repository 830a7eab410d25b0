//! `hoshin trace`: prints the cascade and the clauses that are open in it. `hoshin trace suggest` proposes pairs and writes
//! nothing.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::arguments::{Trace, TraceWhat};
use super::console::Console;
use super::error::Failure;
use super::report;
use super::site_records::SiteRecords;
use super::{CommandContext, Exit};
use crate::corpus::{Answers, ClausePlace, Corpus, Suggestion, citation_at, suggest};
use crate::diagnostic::{Lang, catalogue};
use crate::policy::{CitationForm, Clause, Document, DocumentId};
use crate::site;
use crate::source::nearest;

/// Prints the cascade, or suggestions for it.
pub(super) fn run(trace: &Trace, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let (said, value) = match &trace.what {
        None => {
            let records = SiteRecords::open(&trace.input, context)?;
            if context.as_csv {
                console.out(&site::cascade_csv(&records.corpus))?;
                return Ok(Exit::Fine);
            }
            (table(&records.corpus, context.lang), value(&records.corpus))
        }
        Some(TraceWhat::Suggest { lower, upper, input }) => {
            let records = SiteRecords::open(input, context)?;
            let corpus = &records.corpus;
            let pair = find(corpus, lower).and_then(|lower| Ok((lower, find(corpus, upper)?)));
            let (lower, upper) = match pair {
                Ok(pair) => pair,
                Err(found) => return report::refusal(&[found.of_site()].into_iter().collect(), context, console),
            };
            let all = suggest(&corpus.cascade, lower, upper);
            let value = json!({ "suggestions": all.iter().map(suggestion).collect::<Vec<_>>() });
            (suggestions(corpus, &all, context.lang), value)
        }
    };
    report::say(&said, &value, context, console)?;
    Ok(Exit::Fine)
}

/// A document, public or not: authors look for pairs while they write it.
fn find<'a>(corpus: &'a Corpus, id: &str) -> Result<&'a Document, crate::diagnostic::Finding> {
    corpus.document(&DocumentId(id.to_owned())).ok_or_else(|| {
        let known = corpus.documents().map(|document| document.id.0.as_str());
        catalogue::unknown_upper(id, nearest(id, known))
    })
}

fn name(corpus: &Corpus, place: &ClausePlace) -> String {
    let citation = citation_at(corpus, &place.document, &place.position);
    citation.map_or_else(|| place.position.to_string(), |citation| citation.write(CitationForm::Short))
}

/// A line for each edge of the cascade, and below them the clauses that are open.
fn table(corpus: &Corpus, lang: Lang) -> String {
    let mut out = String::new();
    for edge in corpus.cascade.edges() {
        let (relation, years) = match lang {
            Lang::Ja => (edge.relation.word(), "（年度が異なる文書間の参考対応）"),
            Lang::En => (edge.relation.english(), " (for reference: documents of different years)"),
        };
        let years = if edge.years_differ { years } else { "" };
        let _ = writeln!(out, "{} → {} [{relation}]{years}", name(corpus, &edge.lower), name(corpus, &edge.upper));
    }
    for document in corpus.cascade.documents().into_iter().filter_map(|id| corpus.public.get(id)) {
        let answers = Answers::of(&corpus.cascade, document);
        let mut open = |title: &str, clauses: Vec<&Clause>| {
            let _ = writeln!(out, "\n{} {title} {}/{}", document.id.0, clauses.len(), answers.clauses.len());
            for clause in clauses {
                let place = ClausePlace { document: document.id.clone(), position: clause.position.clone() };
                let _ = writeln!(out, "  {}", name(corpus, &place));
            }
        };
        let (unanswered, rootless) = match lang {
            Lang::Ja => ("受けた項目が示されていない項目", "もとになった項目が示されていない項目"),
            Lang::En => ("clauses nobody is shown to take up", "clauses that are not shown to take up anything"),
        };
        if corpus.cascade.is_upper(&document.id) {
            open(unanswered, answers.open().collect());
        }
        if corpus.cascade.is_lower(&document.id) {
            open(rootless, answers.rootless().collect());
        }
    }
    out
}

fn place(place: &ClausePlace) -> String {
    format!("{}#{}", place.document.0, place.position)
}

fn value(corpus: &Corpus) -> Value {
    let edge = |edge: &crate::corpus::Edge| {
        json!({
            "lower": place(&edge.lower),
            "upper": place(&edge.upper),
            "relation": edge.relation.word(),
            "ground": edge.ground.iter().map(|words| &words.value).collect::<Vec<_>>(),
            "years_differ": edge.years_differ,
            "note": edge.note,
        })
    };
    let open = |id: &&DocumentId| {
        let document = corpus.public.get(*id)?;
        let answers = Answers::of(&corpus.cascade, document);
        let places = |clauses: Vec<&Clause>| clauses.iter().map(|clause| clause.position.clone()).collect::<Vec<_>>();
        let is = |is: bool, clauses: Vec<&Clause>| is.then(|| places(clauses));
        Some(json!({
            "document": document.id.0,
            "clauses": answers.clauses.len(),
            "not_taken_up": is(corpus.cascade.is_upper(id), answers.open().collect()),
            "without_upper": is(corpus.cascade.is_lower(id), answers.rootless().collect()),
        }))
    };
    json!({
        "edges": corpus.cascade.edges().map(edge).collect::<Vec<_>>(),
        "documents": corpus.cascade.documents().iter().filter_map(open).collect::<Vec<_>>(),
    })
}

fn suggestions(corpus: &Corpus, all: &[Suggestion], lang: Lang) -> String {
    let mut out = match lang {
        Lang::Ja => {
            "# 提案です。共通する言葉があるだけで、対応しているとは限りません。何も書き込んでいません。\n".to_owned()
        }
        Lang::En => {
            "# Suggestions: these clauses share words, which does not make them belong together. Nothing was written.\n"
                .to_owned()
        }
    };
    for one in all {
        let words: String = one.words.iter().map(|word| format!("「{word}」")).collect();
        let _ = writeln!(
            out,
            "{} → {}\n  {} → {}\n  {words}",
            name(corpus, &one.lower),
            name(corpus, &one.upper),
            place(&one.lower),
            place(&one.upper)
        );
    }
    out
}

fn suggestion(one: &Suggestion) -> Value {
    json!({ "suggestion": true, "lower": place(&one.lower), "upper": place(&one.upper), "shared": one.words })
}
