//! The description of a document for search engines and cards: whole sentences of its own, never cut.

use super::site::SiteContext;
use crate::corpus::Citable;
use crate::policy::{Block, Clause, ClauseKind, Content, Document, plain_text};

/// The most characters of a Japanese description that search engines show. They publish no limit; results are cut at about
/// this length.
const LIMIT: usize = 120;

/// The description of a document: of its summary, else of its text, as many whole sentences from the start as fit. When
/// not even the first one fits, its title.
pub(crate) fn description(site: &SiteContext<'_>, document: &Document) -> String {
    marked(site, document, unmarked(document))
}

fn unmarked(document: &Document) -> String {
    let from_summary = document.meta.summary.as_deref().map(whole_sentences).unwrap_or_default();
    if !from_summary.is_empty() {
        return from_summary;
    }
    let mut text = String::new();
    opening(&document.body.blocks, &mut text);
    let from_text = whole_sentences(&text);
    if from_text.is_empty() { document.meta.title.value.clone() } else { from_text }
}

/// A description, marked as that of an example where the document is one.
pub(crate) fn marked(site: &SiteContext<'_>, document: &Document, description: String) -> String {
    let words = site.words_in(&document.meta.language);
    if document.meta.example { format!("{}{}{description}", words.example, words.colon) } else { description }
}

/// The description of a passage: whole sentences of it and of what belongs to it, else its name.
pub(crate) fn of_passage(passage: Citable<'_>, name: &str) -> String {
    let (mut text, below) = match passage {
        Citable::Clause(clause) if matches!(clause.kind, ClauseKind::Section { .. }) => {
            (plain_text(clause.text()), &*clause.children)
        }
        Citable::Clause(clause) => (own_text(clause), &[][..]),
        Citable::Frame(frame) => (plain_text(&frame.text), &*frame.blocks),
        Citable::Table(_) => return name.to_owned(),
    };
    if !below.is_empty() {
        text.push('：');
        opening(below, &mut text);
    }
    let description = whole_sentences(&text);
    if description.is_empty() { name.to_owned() } else { description }
}

fn own_text(clause: &Clause) -> String {
    match &clause.content {
        Content::Text(text) => plain_text(text),
        Content::Cells(cells) => cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join(" "),
    }
}

/// The sentences at the start of a text that fit together. A text without 。 is one sentence.
fn whole_sentences(text: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for sentence in sentences(text.trim()) {
        length += sentence.chars().count();
        if length > LIMIT {
            break;
        }
        out.push_str(sentence);
    }
    out.trim_end().to_owned()
}

/// Splits after every 。 that is not within brackets.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0usize;
    text.split_inclusive(move |c| {
        match c {
            '「' | '『' | '（' | '(' => depth += 1,
            '」' | '』' | '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == '。' && depth == 0
    })
}

/// Collects the first text of a document, paragraphs before items, until there is more than enough.
fn opening(blocks: &[Block], out: &mut String) {
    for block in blocks {
        if out.chars().count() > LIMIT {
            return;
        }
        let Block::Clause(clause) = block else { continue };
        if let (ClauseKind::Paragraph | ClauseKind::Item, Content::Text(text)) = (clause.kind, &clause.content) {
            out.push_str(&plain_text(text));
        }
        opening_of_children(clause, out);
    }
}

fn opening_of_children(clause: &Clause, out: &mut String) {
    if out.is_empty() {
        opening(&clause.children, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_whole_or_absent() {
        let long = "あ".repeat(120);
        for (text, expected) in [
            ("方針を定める。取組を進める。", "方針を定める。取組を進める。".to_owned()),
            ("「選ぶ。集める。」と述べた。次。", "「選ぶ。集める。」と述べた。次。".to_owned()),
            (&format!("方針を定める。{long}。"), "方針を定める。".to_owned()),
            (&format!("{long}。"), String::new()),
            (&long, long.clone()),
            ("  方針を定める。\n", "方針を定める。".to_owned()),
            ("", String::new()),
        ] {
            assert_eq!(whole_sentences(text), expected);
        }
    }

    #[test]
    fn unbalanced_brackets_do_not_panic() {
        assert_eq!(whole_sentences("」）方針。「次。"), "」）方針。「次。");
    }
}
