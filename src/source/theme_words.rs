//! `words.yaml`: the words of the site that a theme changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::YamlReader;
use super::nearest;
use super::yaml::{self, YamlNode};
use crate::diagnostic::{Diagnostics, SourceFile, catalogue};

/// The words that a theme changes, by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThemeWords {
    /// Those in Japanese.
    pub ja: BTreeMap<String, String>,
    /// Those in English.
    pub en: BTreeMap<String, String>,
}

/// Reads it. `known` are the words there are, by name, in Japanese and in English.
#[must_use]
pub fn theme_words(file: &Arc<SourceFile>, known: &[(&str, &str, &str)]) -> (ThemeWords, Diagnostics) {
    let (node, mut found) = yaml::read(file, 0..file.text.len());
    let Some(node) = node else { return (ThemeWords::default(), found) };
    let mut reader = YamlReader::new(file);
    let mut fields = reader.top(node, &["ja", "en"]);
    let japanese: BTreeMap<&str, &str> = known.iter().map(|(name, ja, _)| (*name, *ja)).collect();
    let english: BTreeMap<&str, &str> = known.iter().map(|(name, _, en)| (*name, *en)).collect();
    let mut words = ThemeWords::default();
    if let Some(node) = fields.take("ja") {
        words.ja = in_language(&mut reader, node, "ja", &japanese);
    }
    if let Some(node) = fields.take("en") {
        words.en = in_language(&mut reader, node, "en", &english);
    }
    found.extend(reader.found);
    (words, found)
}

/// Words go into HTML as they are, so none holds a character of markup.
fn in_language(
    reader: &mut YamlReader<'_>,
    node: YamlNode,
    language: &str,
    known: &BTreeMap<&str, &str>,
) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    for (name, node) in reader.entries(node, language) {
        let Some(usual) = known.get(name.value.as_str()) else {
            let suggestion = nearest(&name.value, known.keys().copied());
            let names: Vec<&str> = suggestion.into_iter().collect();
            reader.report(catalogue::unknown_key(&name.value, suggestion, &names), &name.range);
            continue;
        };
        let Some(word) = reader.text_of(node, &name.value) else { continue };
        if word.value.contains(['<', '>', '&', '"']) {
            reader.report(catalogue::not_a_choice(&name.value, &word.value, usual), &word.range);
            continue;
        }
        words.insert(name.value, word.value);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [(&str, &str, &str); 2] = [("home", "ホーム", "Home"), ("search", "検索", "Search")];

    fn read(text: &str) -> (ThemeWords, Vec<String>) {
        let (words, found) = theme_words(&SourceFile::new("themes/x/words.yaml", text), &KNOWN);
        (words, found.iter().map(|one| format!("{} {}", one.code.id, one.place.shown())).collect())
    }

    #[test]
    fn a_theme_changes_words_by_name() {
        let (words, found) = read("ja:\n  home: トップ\nen:\n  search: Find\n");
        assert_eq!(found, [""; 0]);
        assert_eq!(words.ja, BTreeMap::from([("home".to_owned(), "トップ".to_owned())]));
        assert_eq!(words.en, BTreeMap::from([("search".to_owned(), "Find".to_owned())]));
        assert_eq!(read(""), (ThemeWords::default(), Vec::new()));
    }

    #[test]
    fn an_unknown_word_and_markup_are_reported() {
        for (text, expected) in [
            ("ja:\n  hoem: トップ\n", "unknown-key themes/x/words.yaml:2:3"),
            ("ja:\n  home: <b>\n", "not-a-choice themes/x/words.yaml:2:9"),
            ("fr:\n  home: a\n", "unknown-key themes/x/words.yaml:1:1"),
        ] {
            let (words, found) = read(text);
            assert_eq!(found, [expected], "{text}");
            assert_eq!(words, ThemeWords::default());
        }
    }
}
