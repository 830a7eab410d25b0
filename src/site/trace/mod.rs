//! `/trace/`: each clause above with those who take it up, down to objectives; and back.
//!
//! A document of the chain has a page of its own; a long one is split ([`sheet`]), so that no page grows with the site.

mod index;
mod neighbours;
mod row;
mod sayings;
mod sheet;

pub(super) use index::index;
pub(super) use neighbours::{neighbours, section as neighbours_section};
pub(super) use sayings::excerpt;

use rayon::prelude::*;

use super::atlas::Atlas;
use super::escape::push_escaped;
use super::link;
use super::wording::{Here, filled};
use super::words::Words;
use crate::corpus::{Answers, Corpus};
use crate::policy::{Document, DocumentId, title_in_citation};
use row::Rows;
use sayings::Sayings;
use sheet::Piece;

/// A finished page but for its frame.
pub(super) struct TracePage {
    /// Its output file.
    pub(super) file: String,
    /// Its title.
    pub(super) title: String,
    /// For search engines.
    pub(super) description: String,
    /// What it says, as HTML.
    pub(super) body: String,
    /// Which of how many, from 1.
    pub(super) part: (usize, usize),
}

/// The pages of all documents of the chain, in order.
pub(super) fn pages(corpus: &Corpus, atlas: &Atlas<'_>) -> Vec<TracePage> {
    let documents: Vec<&DocumentId> = corpus.cascade.documents().into_iter().collect();
    let sayings = Sayings::of(corpus, &documents);
    let made: Vec<Vec<TracePage>> =
        documents.par_iter().filter_map(|id| Some(of_document(&sayings, atlas, corpus.public.get(*id)?))).collect();
    made.into_iter().flatten().collect()
}

fn of_document(sayings: &Sayings<'_>, atlas: &Atlas<'_>, document: &Document) -> Vec<TracePage> {
    let words = Words::of(&sayings.corpus.site.language);
    let name = title_in_citation(&crate::corpus::title_of(document));
    let title = filled(words.trace_of, &[("name", &name)]);
    let file = link::trace_file(&document.id);
    let answers = Answers::of(&sayings.corpus.cascade, document);
    let lead = lead(words, sayings.corpus, (document, &answers));
    let mut intro = String::from("<p class=\"lead\">");
    push_escaped(&mut intro, &lead);
    intro.push_str("</p>\n<p><a href=\"");
    push_escaped(&mut intro, &link::relative(&file, &link::document_file(&document.id), None));
    intro.push_str("\">");
    intro.push_str(words.read_document);
    intro.push_str("</a></p>\n");
    let rows = Rows { sayings, atlas, here: Here::new(&file, words) };
    let mut pieces: Vec<Piece> = Vec::new();
    if sayings.corpus.cascade.is_upper(&document.id) {
        rows.downward(document, &answers, &mut pieces);
    }
    if sayings.corpus.cascade.is_lower(&document.id) {
        rows.upward(document, &answers, &mut pieces);
    }
    let bodies = sheet::packed(&intro, pieces);
    let count = bodies.len();
    let page = |(at, body): (usize, String)| TracePage {
        file: link::trace_part(&document.id, at + 1),
        title: if count > 1 { format!("{title}（{}/{count}）", at + 1) } else { title.clone() },
        description: lead.clone(),
        body,
        part: (at + 1, count),
    };
    bodies.into_iter().enumerate().map(page).collect()
}

/// 「24項のうち11項に、これを受けた項があります。」
fn lead(words: &Words, corpus: &Corpus, (document, answers): (&Document, &Answers<'_>)) -> String {
    let all = answers.clauses.len().to_string();
    let said = |word: &str, count: usize| filled(word, &[("all", &all), ("count", &count.to_string())]);
    let mut lead = String::new();
    if corpus.cascade.is_upper(&document.id) {
        lead.push_str(&said(words.trace_taken_up, answers.taken_up()));
    }
    if corpus.cascade.is_lower(&document.id) {
        lead.push_str(&said(words.trace_rooted, answers.rooted()));
    }
    lead
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::testing::{page, site};

    #[test]
    fn no_page_grows_with_the_site() {
        let mut objectives = String::new();
        for number in 1..=3_000 {
            objectives.push_str(&format!("## {number} 目標を進める\n\n```objective\nimplements: r8/ue#s1-1\n```\n\n"));
        }
        let files =
            [("r8/ue.md", page("R8", "上", "## 1 甲\n\n(1) 一つ。\n")), ("r8/shita.md", page("R8", "下", &objectives))];
        let corpus = site(&files.each_ref().map(|(path, text)| (*path, text.as_str())));
        let pages = pages(&corpus, &Atlas::of(&corpus));
        let upper: Vec<&TracePage> = pages.iter().filter(|page| page.file.starts_with("trace/r8/ue/")).collect();
        assert!(upper.len() > 1);
        assert!(pages.iter().all(|page| page.body.len() < 500_000), "with the frame, below 1 MB");
        let links: usize = upper.iter().map(|page| page.body.matches("class=\"how\"").count()).sum();
        assert_eq!(links, 3_000);
        assert_eq!(upper[1].file, "trace/r8/ue/2/index.html");
    }

    #[test]
    fn a_row_says_who_takes_it_up_and_what_is_open() {
        let upper = "## 1 甲\n\n(1) 一つの<取組>。\n\n(2) 二つ。\n\n(3) 三つ。\n";
        let sidecar = "clauses:\n  b1:\n    implements: {clause: r8/ue#s1-1, relation: 推進する, ground: [一つの, 取組], note: 備考}\nnot_applicable:\n  - clause: r8/ue#s1-2\n    reason: 他部所管\n";
        let lower = page("R9", "下", "- 一つの取組をする。\n");
        let files =
            [("r8/ue.md", page("R8", "上", upper)), ("r9/shita.md", lower), ("r9/shita.yaml", sidecar.to_owned())];
        let corpus = site(&files.each_ref().map(|(path, text)| (*path, text.as_str())));
        let pages = pages(&corpus, &Atlas::of(&corpus));
        let body = &pages[0].body;
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
        assert!(pages[1].body.contains("「上」1(1)"), "{}", pages[1].body);
    }
}
