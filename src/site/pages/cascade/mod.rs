//! The pages of the cascade, `/trace/`: each clause with those that take it up, down to objectives; and back.
//!
//! A document of the cascade has a page of its own. A long one is split ([`packing`]), so that no page grows with the site.

mod clause_texts;
mod index;
mod packing;
mod row;

use rayon::prelude::*;
use serde::Serialize;
use tera::Value;

use super::parts::{ListPart, parts};
use crate::corpus::Answers;
use crate::policy::{Document, DocumentId, title_in_citation};
use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::filled;
use clause_texts::ClauseTexts;
use packing::{ListPiece, ListTags, packed};
use row::{CascadeRows, Direction};

/// The pages of the cascade; none where no clause is tied to another.
pub(crate) fn pages(site: &SiteContext<'_>) -> Vec<OutputFile> {
    if site.corpus.cascade.documents().is_empty() {
        return Vec::new();
    }
    let mut pages = index::pages(site);
    pages.extend(document_pages(site));
    pages
}

#[derive(Serialize)]
struct CascadeContext {
    body: Value,
    parts: Vec<ListPart>,
}

fn document_pages(site: &SiteContext<'_>) -> Vec<OutputFile> {
    let bodies = bodies(site);
    let words = site.words();
    let page = |body: &CascadeBody| {
        let (document, part) = (&body.document, body.part);
        let file = link::trace_part(document, part);
        let parts = parts(words, part, body.count, |part| link::trace_part(document, part));
        let context = CascadeContext { body: Value::safe_string(&body.html), parts };
        let head = PageHead::plain(&file, &body.title, &body.lead).below(words.trace, link::TRACE);
        site.page(&head, "trace.html", [("trace", Value::from_serializable(&context))])
    };
    bodies.iter().map(page).collect()
}

/// A part of the cascade of a document, without the frame of its page.
struct CascadeBody {
    document: DocumentId,
    title: String,
    /// A sentence with the counts.
    lead: String,
    html: String,
    /// The number of this part, from 1.
    part: usize,
    /// How many parts there are.
    count: usize,
}

fn bodies(site: &SiteContext<'_>) -> Vec<CascadeBody> {
    let documents: Vec<&DocumentId> = site.corpus.cascade.documents().into_iter().collect();
    let texts = ClauseTexts::of(site.corpus, &documents);
    let public = |id: &&DocumentId| site.corpus.public.get(*id);
    let made: Vec<Vec<CascadeBody>> =
        documents.par_iter().filter_map(public).map(|document| of_document(site, &texts, document)).collect();
    made.into_iter().flatten().collect()
}

fn of_document(site: &SiteContext<'_>, texts: &ClauseTexts<'_>, document: &Document) -> Vec<CascadeBody> {
    let (words, parts, cascade) = (site.words(), site.parts(), &site.corpus.cascade);
    let name = title_in_citation(&crate::corpus::title_of(document));
    let title = filled(words.trace_of, &[("name", &name)]);
    let file = link::trace_file(&document.id);
    let answers = Answers::of(cascade, document);
    let lead = lead(site, document, &answers);
    let intro = parts.cascade_intro.with([&lead, &link::relative(&file, &link::document_file(&document.id), None)]);
    let rows = CascadeRows { site, texts, page: site.on(&file) };
    let mut pieces: Vec<ListPiece> = Vec::new();
    if cascade.is_upper(&document.id) {
        rows.push(document, &answers, Direction::Down, &mut pieces);
    }
    if cascade.is_lower(&document.id) {
        rows.push(document, &answers, Direction::Up, &mut pieces);
    }
    let tags = ListTags { open: parts.cascade_list_start.with([]), close: parts.cascade_list_end.with([]) };
    let bodies = packed(&intro, &tags, pieces);
    let count = bodies.len();
    let body = |(at, html): (usize, String)| CascadeBody {
        document: document.id.clone(),
        title: if count > 1 { format!("{title}（{}/{count}）", at + 1) } else { title.clone() },
        lead: lead.clone(),
        html,
        part: at + 1,
        count,
    };
    bodies.into_iter().enumerate().map(body).collect()
}

/// 「24項のうち11項に、これを受けた項があります。」
fn lead(site: &SiteContext<'_>, document: &Document, answers: &Answers<'_>) -> String {
    let (words, cascade) = (site.words(), &site.corpus.cascade);
    let all = answers.clauses.len().to_string();
    let sentence = |word: &str, count: usize| filled(word, &[("all", &all), ("count", &count.to_string())]);
    let mut lead = String::new();
    if cascade.is_upper(&document.id) {
        lead.push_str(&sentence(words.trace_taken_up, answers.taken_up()));
    }
    if cascade.is_lower(&document.id) {
        lead.push_str(&sentence(words.trace_rooted, answers.rooted()));
    }
    lead
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::testing::{page, site};
    use crate::site::sample::with_site;

    #[test]
    fn no_page_grows_with_the_site() {
        let mut objectives = String::new();
        for number in 1..=3_000 {
            objectives.push_str(&format!("## {number} 目標を進める\n\n```objective\nimplements: r8/ue#s1-1\n```\n\n"));
        }
        let files =
            [("r8/ue.md", page("R8", "上", "## 1 甲\n\n(1) 一つ。\n")), ("r8/shita.md", page("R8", "下", &objectives))];
        let corpus = site(&files.each_ref().map(|(path, text)| (*path, text.as_str())));
        let pages = with_site(&corpus, bodies);
        let upper: Vec<&CascadeBody> = pages.iter().filter(|page| page.document.0 == "r8/ue").collect();
        assert!(upper.len() > 1);
        assert!(pages.iter().all(|page| page.html.len() < 500_000), "with the frame, below 1 MB");
        let links: usize = upper.iter().map(|page| page.html.matches("class=\"how\"").count()).sum();
        assert_eq!(links, 3_000);
        assert_eq!(link::trace_part(&upper[1].document, upper[1].part), "trace/r8/ue/2/index.html");
    }

    #[test]
    fn a_row_says_who_takes_it_up_and_what_is_open() {
        let upper = "## 1 甲\n\n(1) 一つの<取組>。\n\n(2) 二つ。\n\n(3) 三つ。\n";
        let sidecar = "clauses:\n  b1:\n    implements: {clause: r8/ue#s1-1, relation: 推進する, ground: [一つの, 取組], note: 備考}\nnot_applicable:\n  - clause: r8/ue#s1-2\n    reason: 他部所管\n";
        let lower = page("R9", "下", "- 一つの取組をする。\n");
        let files =
            [("r8/ue.md", page("R8", "上", upper)), ("r9/shita.md", lower), ("r9/shita.yaml", sidecar.to_owned())];
        let corpus = site(&files.each_ref().map(|(path, text)| (*path, text.as_str())));
        let pages = with_site(&corpus, bodies);
        let body = &pages[0].html;
        for said in [
            "3項目のうち1項目に、これを受けた項目が示されています。",
            "一つの&lt;取組&gt;。",
            "<span class=\"how\">推進する</span> <a href=\"../../../r9/shita/index.html#b1\">「下」（1項目め）</a>",
            "共通する言葉：「一つの」「取組」",
            "<span class=\"ground\">備考</span>",
            "年度が異なる文書間の参考対応",
            "他部所管（「下」）",
            "受けた項目は、まだ示されていません",
        ] {
            assert!(body.contains(said), "{said}: {body}");
        }
        assert!(pages[1].html.contains("「上」1(1)"), "{}", pages[1].html);
    }
}
