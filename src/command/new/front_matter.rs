//! Writes front matter: known values, and marks where something is to be filled in.

use std::fmt::Write as _;

use super::draft_words::DraftWords;

/// A front matter being written.
pub(super) struct FrontMatterWriter {
    words: &'static DraftWords,
    text: String,
}

impl FrontMatterWriter {
    /// An empty one, whose marks are in the language of these words.
    pub(super) fn new(words: &'static DraftWords) -> Self {
        Self { words, text: String::new() }
    }

    /// `key: value`, quoted where YAML needs it.
    pub(super) fn line(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.text, "{key}: {}", scalar(value));
    }

    /// A key without a value; the mark is a comment.
    pub(super) fn open(&mut self, key: &str, hint: &str) {
        let _ = writeln!(self.text, "{key}: {}", self.words.comment(hint));
    }

    /// Lines, unchanged.
    pub(super) fn raw(&mut self, lines: &str) {
        self.text.push_str(lines);
    }

    /// The front matter and the text below it.
    pub(super) fn with(self, body: &str) -> String {
        format!("---\n{}---\n\n{}", self.text, body.trim_start_matches('\n'))
    }
}

/// A text as a value of YAML: plain where that is safe, else in double quotes, which JSON and YAML share.
pub(super) fn scalar(text: &str) -> String {
    let starts_plainly = text.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '「' || c == '（');
    let is_plain = starts_plainly && text.trim() == text && !text.contains([':', '#', '\n', '\t', '"', '\'', '\\']);
    let is_word = !matches!(text, "true" | "false" | "null" | "yes" | "no" | "on" | "off");
    if is_plain && is_word { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn values_are_quoted_where_yaml_needs_it() {
        for (text, expected) in [
            ("令和8年度 政策部の運営方針", "令和8年度 政策部の運営方針"),
            ("「方針」について", "「方針」について"),
            ("題名: 副題", "\"題名: 副題\""),
            ("- 項目", "\"- 項目\""),
            ("\"引用\"", r#""\"引用\"""#),
            ("#1", "\"#1\""),
            ("no", "\"no\""),
            ("", "\"\""),
        ] {
            assert_eq!(scalar(text), expected);
        }
    }
}
