//! The description of a document for search engines and cards: whole sentences of its own, never cut.

use super::site::SiteContext;
use crate::corpus::Citable;
use crate::policy::{Block, Clause, ClauseKind, Content, Document, NamingLanguage, plain_text};

/// The most characters of a description that search engines show. They publish no limit; results are cut at about this length,
/// and Latin letters are about half as wide as kanji.
fn limit(naming: NamingLanguage) -> usize {
    match naming {
        NamingLanguage::Japanese => 120,
        NamingLanguage::English => 160,
    }
}

/// The description of a document: of its summary, else of its text, as many whole sentences from the start as fit. When
/// not even the first one fits, its title.
pub(crate) fn description(site: &SiteContext<'_>, document: &Document) -> String {
    marked(site, document, unmarked(document))
}

fn unmarked(document: &Document) -> String {
    let naming = document.body.naming;
    let whole_sentences = |text: &str| whole_sentences(text, naming);
    let from_summary = document.meta.summary.as_deref().map(whole_sentences).unwrap_or_default();
    if !from_summary.is_empty() {
        return from_summary;
    }
    let mut text = String::new();
    opening(&document.body.blocks, naming, &mut text);
    let from_text = whole_sentences(&text);
    if from_text.is_empty() { document.meta.title.value.clone() } else { from_text }
}

/// A description, marked as that of an example where the document is one.
pub(crate) fn marked(site: &SiteContext<'_>, document: &Document, description: String) -> String {
    let words = site.words_in(&document.meta.language);
    if document.meta.example { format!("{}{}{description}", words.example, words.colon) } else { description }
}

/// The description of a passage: whole sentences of it and of what belongs to it, else its name.
pub(crate) fn of_passage(passage: Citable<'_>, name: &str, naming: NamingLanguage) -> String {
    let (mut text, below) = match passage {
        Citable::Clause(clause) if matches!(clause.kind, ClauseKind::Section { .. }) => {
            (plain_text(clause.text()), &*clause.children)
        }
        Citable::Clause(clause) => (own_text(clause), &[][..]),
        Citable::Frame(frame) => (plain_text(&frame.text), &*frame.blocks),
        Citable::Table(_) => return name.to_owned(),
    };
    if !below.is_empty() {
        text.push_str(match naming {
            NamingLanguage::Japanese => "：",
            NamingLanguage::English => ": ",
        });
        opening(below, naming, &mut text);
    }
    let description = whole_sentences(&text, naming);
    if description.is_empty() { name.to_owned() } else { description }
}

fn own_text(clause: &Clause) -> String {
    match &clause.content {
        Content::Text(text) => plain_text(text),
        Content::Cells(_) => clause.row_texts().into_iter().map(plain_text).collect::<Vec<_>>().join(" "),
    }
}

/// The sentences at the start of a text that fit together. A text without the end of a sentence is one sentence.
fn whole_sentences(text: &str, naming: NamingLanguage) -> String {
    let mut out = String::new();
    let mut length = 0;
    let sentences: Vec<&str> = match naming {
        NamingLanguage::Japanese => sentences(text.trim()).collect(),
        NamingLanguage::English => english_sentences(text.trim()),
    };
    for sentence in sentences {
        length += sentence.chars().count();
        if length > limit(naming) {
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

/// Splits before a capital letter behind a point, a question mark or an exclamation mark and a space. A point behind a short
/// word may be that of an abbreviation (No. 5, Mr. Sample, e.g.) and ends no sentence.
fn english_sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(' ') {
        let is_start = |c: char| c.is_uppercase() || matches!(c, '“' | '‘' | '(');
        if !text[at + 1..].starts_with(is_start) {
            continue;
        }
        let bare = text[start..at].trim_end_matches([' ', '”', '’', '"', ')']);
        let word = bare.trim_end_matches(['.', '?', '!']);
        let last = word.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_whole = last.chars().count() > 3 || last.ends_with(|c: char| c.is_ascii_digit());
        if word.len() < bare.len() && (is_whole || !bare.ends_with('.')) {
            found.push(&text[start..=at]);
            start = at + 1;
        }
    }
    found.push(&text[start..]);
    found
}

/// Collects the first text of a document, paragraphs before items, until there is more than enough.
fn opening(blocks: &[Block], naming: NamingLanguage, out: &mut String) {
    for block in blocks {
        if out.chars().count() > limit(naming) {
            return;
        }
        let Block::Clause(clause) = block else { continue };
        if let (ClauseKind::Paragraph | ClauseKind::Item, Content::Text(text)) = (clause.kind, &clause.content) {
            if naming == NamingLanguage::English && !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            out.push_str(&plain_text(text));
        }
        opening_of_children(clause, naming, out);
    }
}

fn opening_of_children(clause: &Clause, naming: NamingLanguage, out: &mut String) {
    if out.is_empty() {
        opening(&clause.children, naming, out);
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
            assert_eq!(whole_sentences(text, NamingLanguage::Japanese), expected);
        }
    }

    #[test]
    fn english_sentences_end_with_a_point_and_start_with_a_capital() {
        for (text, expected) in [
            ("The city acts. It reports.", &["The city acts. ", "It reports."][..]),
            ("See No. 5 and Mr. Sample. Then act.", &["See No. 5 and Mr. Sample. ", "Then act."]),
            ("Until 2026. “Why?” Because.", &["Until 2026. ", "“Why?” ", "Because."]),
            ("About 3.5 % of e.g. Plan A", &["About 3.5 % of e.g. Plan A"]),
            ("", &[""]),
        ] {
            assert_eq!(english_sentences(text), expected, "{text}");
        }
        let long = "The city ".repeat(20);
        assert_eq!(whole_sentences(&format!("It acts today. {long}"), NamingLanguage::English), "It acts today.");
    }

    #[test]
    fn unbalanced_brackets_do_not_panic() {
        assert_eq!(whole_sentences("」）方針。「次。", NamingLanguage::Japanese), "」）方針。「次。");
    }
}
