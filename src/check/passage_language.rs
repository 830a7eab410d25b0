//! Passages in another language than the document's that are not marked.
//!
//! A screen reader reads unmarked English with a Japanese voice, letter by letter or as gibberish. Single words and names
//! (AI, Microsoft Word) are part of Japanese. They are not to be marked: a mark splits the sentence when it is read.

use super::Subject;
use super::shown::{WordFinder, is_ideograph, is_kana};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{TextPart, is_language_tag, nearest_language_tag, primary_language};

/// The end of a mark of language.
const MARK: &str = "]{lang=";
/// The fewest words of a passage.
const WORDS: usize = 5;
/// The fewest words with a small first letter: names and abbreviations have none.
const SMALL: usize = 2;
/// The fewest characters of a Japanese passage in another text. Kana must be among them.
const JAPANESE: usize = 8;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let language = primary_language(&subject.document.meta.language);
    let is_east_asian = matches!(language, "ja" | "zh" | "ko");
    for shown in subject.shown.iter().filter(|shown| shown.part != TextPart::Form) {
        let mut finder = WordFinder::new(subject, shown);
        // A valid mark is no longer part of the text.
        if shown.text.contains(MARK) {
            let tag = shown.text.split(MARK).nth(1).and_then(|rest| rest.split_once('}')).map_or("", |(tag, _)| tag);
            let meant = if is_language_tag(tag) { None } else { nearest_language_tag(tag) };
            found.push(finder.at(MARK, catalogue::language_mark(meant.as_deref())));
        }
        let mut report = |passage: &str, tag: &str| {
            found.push(finder.at(passage, catalogue::passage_language(&excerpt(passage), tag)));
        };
        if is_east_asian {
            each_latin(&shown.text, |passage| report(passage, "en"));
        } else {
            each_japanese(&shown.text, |passage| report(passage, "ja"));
        }
    }
}

/// The start of a passage, for a message.
fn excerpt(passage: &str) -> String {
    match passage.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &passage[..at]),
        None => passage.to_owned(),
    }
}

/// Calls `visit` with every passage of Latin words.
fn each_latin<'a>(text: &'a str, mut visit: impl FnMut(&'a str)) {
    // A passage of five words has four spaces.
    if text.bytes().filter(|byte| *byte == b' ').count() + 1 < WORDS {
        return;
    }
    for run in text.split(|c: char| !is_latin_text(c)) {
        let run = run.trim_matches(|c: char| !c.is_alphabetic());
        let mut words = 0;
        let mut small = 0;
        for word in run.split(' ').map(|word| word.trim_matches(|c: char| !c.is_alphabetic())) {
            // Addresses and file names are no words.
            if !word.is_empty() && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-')) {
                words += 1;
                small += usize::from(word.starts_with(char::is_lowercase));
            }
        }
        if words >= WORDS && small >= SMALL {
            visit(run);
        }
    }
}

/// Latin letters, half-width signs and the marks of English typesetting.
fn is_latin_text(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{24f}' | '‘' | '’' | '“' | '”' | '–' | '—')
}

/// Calls `visit` with every passage of Japanese.
fn each_japanese<'a>(text: &'a str, mut visit: impl FnMut(&'a str)) {
    let is_japanese = |c: char| is_kana(c) || is_ideograph(c) || matches!(c, '、' | '。' | '「' | '」' | '・');
    for run in text.split(|c: char| !is_japanese(c)) {
        if run.chars().count() >= JAPANESE && run.contains(is_kana) {
            visit(run);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    fn told(more: &str, text: &str) -> Vec<String> {
        let found = check_site(&[("r8/a.md", &file(more, text))]);
        found.into_iter().filter(|found| found.ends_with("passage-language")).collect()
    }

    #[test]
    fn an_english_passage_is_reported() {
        for (text, expected) in [
            ("This plan aims at a sustainable city.\n", 1),
            ("標語は「A city for all of us」とする。\n", 1),
            ("Plan for a Sustainable City\n", 1),
            ("- Leave no one behind, anywhere.\n", 1),
            // Not reported.
            ("標語は「[A city for all of us]{lang=en}」とする。\n", 0),
            ("Sustainable Development Goals（SDGs）\n", 0),
            ("Microsoft Word Excel PowerPoint Teams Outlook\n", 0),
            ("AI BPR DX LCC SNS RPA\n", 0),
            ("PPP/PFI、AI、DX、RPA、BPR\n", 0),
            ("`this is a line of code`\n", 0),
            ("a B c d\n", 0),
            ("2026 04 01 09 00 00\n", 0),
            ("歴史をつなぎ 未来をひらく 個性が ひかり 輝く まち\n", 0),
        ] {
            assert_eq!(told("", text).len(), expected, "{text}");
        }
    }

    #[test]
    fn a_broken_mark_is_reported() {
        for (text, expected) in [
            ("[A city]{lang=英語}", &["r8/a.md:6 language-mark"][..]),
            ("[A city\nfor all]{lang=en}", &["r8/a.md:7 language-mark"]),
            ("[A city]{lang=en-GB}", &[]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &file("", text))]), expected, "{text}");
        }
    }

    #[test]
    fn a_japanese_passage_is_reported() {
        for (text, expected) in [
            ("The slogan is 歴史をつなぎ未来をひらく.\n", 1),
            ("The slogan is [歴史をつなぎ未来をひらく]{lang=ja}.\n", 0),
            ("The City of Kokubunji (国分寺市) and its plan (計画).\n", 0),
            ("This is a plan of the whole city.\n", 0),
        ] {
            assert_eq!(told("language: en\n", text).len(), expected, "{text}");
        }
    }
}
