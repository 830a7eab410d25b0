//! A new document of a kind, with marks where something is to be filled in.

use super::draft_words::DraftWords;
use super::front_matter::FrontMatterWriter;
use crate::policy::{FiscalYear, NamingLanguage};

/// The parts of a kind of document.
struct Skeleton {
    title: String,
    /// The post of the issuer.
    post: String,
    /// The sentence before the clauses.
    opening: String,
    clauses: String,
}

/// The draft of a document of this kind.
pub(super) fn skeleton(kind: &str, year: FiscalYear, words: &'static DraftWords) -> String {
    let Skeleton { title, post, opening, clauses } = match words.language {
        NamingLanguage::Japanese => japanese(kind, year, words),
        NamingLanguage::English => english(kind, year, words),
    };
    let mut front = FrontMatterWriter::new(words);
    front.line("title", &title);
    front.line("kind", kind);
    front.line("fiscal_year", &words.fiscal_year(year));
    front.open("issued", &words.issued(year));
    front.raw("issuer:\n");
    front.line("  post", &post);
    front.open("  name", words.name);
    front.open("organization", words.organization);
    front.open("upper", words.upper);
    front.raw("status: draft\n");
    front.open("summary", words.summary_or_delete);
    let (date, name) = (words.in_text(words.date), words.in_text(words.name));
    let issuer = match words.language {
        NamingLanguage::Japanese => format!("{post} {name}"),
        NamingLanguage::English => format!("{name}, {post}"),
    };
    front.with(&format!("{date}\n\n# {title}\n\n{issuer}\n\n{opening}\n\n{clauses}"))
}

fn japanese(kind: &str, year: FiscalYear, words: &DraftWords) -> Skeleton {
    let mark = |hint| words.in_text(hint);
    let (heading, text) = (mark("見出し"), mark("本文"));
    let sections = format!("記\n\n## 1 {heading}\n\n(1) {text}\n\n(2) {text}\n\n以上\n");
    let bullets = format!("記\n\n## 1 {heading}\n\n・{text}\n\n・{text}\n\n以上\n");
    let plain = format!("## 1 {heading}\n\n{text}\n\n## 2 {heading}\n\n{text}\n");
    let (title, post, opening, clauses) = match kind {
        "施政方針" => ("施政方針".to_owned(), "市長".to_owned(), mark("市政に当たっての所信"), plain),
        "市政運営の基本方針" => (
            "市政運営の基本方針".to_owned(),
            "市長".to_owned(),
            "市政運営に当たっては、下記の事項を踏まえて取り組むこと。".to_owned(),
            sections,
        ),
        "部の運営方針" => (
            format!(" {}の運営方針", mark("部の名前")),
            format!("{}長", mark("部の名前")),
            "運営方針を下記のとおり定める。".to_owned(),
            bullets,
        ),
        "組織目標" => (
            format!(" {}の組織目標", mark("組織の名前")),
            mark("職名"),
            "組織目標を下記のとおり定める。".to_owned(),
            sections,
        ),
        _ => (format!(" {}", mark("題名")), mark("職名"), mark("趣旨"), plain),
    };
    Skeleton { title: format!("{}{title}", year.wareki()), post, opening, clauses }
}

/// The kinds are those of the English example of `hoshin init`; any other kind gets plain sections.
fn english(kind: &str, year: FiscalYear, words: &DraftWords) -> Skeleton {
    let mark = |hint| words.in_text(hint);
    let (heading, text) = (mark("heading"), mark("text"));
    let items = format!("## 1. {heading}\n\n(a) {text}\n\n(b) {text}\n");
    let bullets = format!("## 1. {heading}\n\n- {text}\n\n- {text}\n");
    let plain = format!("## 1. {heading}\n\n{text}\n\n## 2. {heading}\n\n{text}\n");
    let (title, post, opening, clauses) = match kind {
        "Annual policy" => {
            ("Annual Policy".to_owned(), "Mayor".to_owned(), mark("what the city works towards in the year"), items)
        }
        "Department plan" => {
            let department = mark("name of the department");
            let opening = "The department does the following in the year.".to_owned();
            (format!("Plan of the {department}"), format!("Head of the {department}"), opening, bullets)
        }
        _ => (mark("title"), mark("post"), mark("purpose"), plain),
    };
    Skeleton { title: format!("{title} {}", year.0), post, opening, clauses }
}
