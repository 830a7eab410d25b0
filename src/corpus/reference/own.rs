//! Words by which a document names itself: 本運営方針, この基本方針, 本方針.

use std::ops::Range;

use super::kind::document_word;
use super::kind::without_bracket;
use crate::policy::Name;

/// Kanji that may follow a name without making another word of it.
const JOINING: &str = "及並又若等";

/// The ends of a document's title, longest first: 市政運営の基本方針 … 基本方針, 本方針.
pub(super) struct OwnNames(Vec<String>);

impl OwnNames {
    pub(super) fn new(title: &str) -> Self {
        let base = Name::read(title).base;
        let title = without_bracket(&base);
        if document_word(title).is_none() {
            return Self(Vec::new());
        }
        let starts: Vec<usize> = title.char_indices().map(|(at, _)| at).collect();
        let long_enough = starts.len().saturating_sub(1);
        Self(starts.into_iter().take(long_enough).map(|at| title[at..].to_owned()).collect())
    }

    /// The ranges of a text in which the document names itself, in bytes.
    pub(super) fn mentions(&self, text: &str) -> Vec<Range<usize>> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        for (word, no_word_before) in
            [("本", is_kanji as fn(char) -> bool), ("この", |c| matches!(c, 'そ' | 'ど' | 'こ'))]
        {
            // A search for the first character is much faster than one for the word.
            let Some(first) = word.chars().next() else { continue };
            for (at, _) in text.match_indices(first) {
                if !text[at..].starts_with(word) {
                    continue;
                }
                let after = &text[at + word.len()..];
                let Some(name) = self.0.iter().find(|name| after.starts_with(name.as_str())) else { continue };
                let before = text[..at].chars().next_back();
                let next = after[name.len()..].chars().next();
                if !before.is_some_and(no_word_before) && !next.is_some_and(|c| is_kanji(c) && !JOINING.contains(c)) {
                    found.push(at..at + word.len() + name.len());
                }
            }
        }
        found
    }
}

/// A kanji before 本 makes another word (基本方針), and so does one after the name (本計画期間).
fn is_kanji(c: char) -> bool {
    matches!(c, '一'..='鿿' | '々')
}

#[cfg(test)]
mod tests {
    use super::OwnNames;

    #[test]
    fn a_document_names_itself_by_the_end_of_its_title() {
        for (title, text, expected) in [
            ("令和8年度 政策経営部の運営方針", "及び本運営方針を周知する", "本運営方針"),
            ("令和７年度市政運営の基本方針", "この基本方針に基づく「各部の運営方針」", "この基本方針"),
            ("令和７年度市政運営の基本方針", "本方針及びこの方針", "本方針 この方針"),
            ("令和７年度市政運営の基本方針", "国の基本方針", ""),
            ("令和７年度市政運営の基本方針", "そこの基本方針", ""),
            ("国分寺市人材育成計画（第３期）", "本計画期間、本計画の目標", "本計画"),
            ("国分寺市人材育成計画", "日本計画", ""),
            ("国分寺市人材育成計画", "本方針", ""),
            ("お知らせ", "本お知らせ", ""),
        ] {
            let mut found = OwnNames::new(title).mentions(text);
            found.sort_by_key(|range| range.start);
            let found: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
