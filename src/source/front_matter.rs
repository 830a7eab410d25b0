//! Finds the front matter of a document.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, SourceFile, Span, catalogue};

/// The longest front matter in bytes. If it is longer, its closing line is probably missing.
const MAX_BYTES: usize = 16 * 1024;

/// The parts of a document, in bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    /// The YAML between the two lines.
    pub(super) yaml: Range<usize>,
    /// The byte where the Markdown starts: after the closing line.
    pub(super) body_start: usize,
}

/// Finds the front matter: the first line is exactly `---`, and so is the line that ends it. `---` within a value does
/// not end it.
///
/// # Errors
/// A finding when there is none, when it does not end or is too long.
pub(super) fn split(file: &Arc<SourceFile>) -> Result<Parts, Box<Diagnostic>> {
    let text = &file.text;
    let first_line = text.lines().next().unwrap_or_default();
    if first_line != "---" {
        return Err(Box::new(catalogue::front_matter_missing().at(Span::new(file, 0..first_line.len()))));
    }
    let start = (first_line.len() + 1).min(text.len());
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end_matches('\n') == "---" {
            let opening = Span::new(file, 0..first_line.len());
            return match at - start {
                0..=MAX_BYTES => Ok(Parts { yaml: start..at, body_start: at + line.len() }),
                _ => Err(Box::new(catalogue::front_matter_too_long(MAX_BYTES / 1024).at(opening))),
            };
        }
        at += line.len();
    }
    Err(Box::new(catalogue::front_matter_unclosed().at(Span::new(file, 0..first_line.len()))))
}

/// The byte of a document's text where its Markdown starts; `None` where its front matter cannot be found.
#[must_use]
pub fn body_start(file: &Arc<SourceFile>) -> Option<usize> {
    split(file).ok().map(|parts| parts.body_start)
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::diagnostic::SourceFile;

    fn parts(text: &str) -> Result<(String, String), &'static str> {
        let file = SourceFile::new("content/a.md", text);
        match split(&file) {
            Ok(parts) => Ok((file.text[parts.yaml].to_owned(), file.text[parts.body_start..].to_owned())),
            Err(found) => Err(found.code.id),
        }
    }

    #[test]
    fn the_end_is_a_line_that_is_exactly_three_hyphens() {
        for (text, yaml, body) in [
            ("---\ntitle: a\n---\n本文\n", "title: a\n", "本文\n"),
            ("---\ntitle: a --- b\n---", "title: a --- b\n", ""),
            ("---\ntitle: 「---」\n ---\n--- \n----\n---\n", "title: 「---」\n ---\n--- \n----\n", ""),
            ("---\n---\n\n---\n", "", "\n---\n"),
        ] {
            assert_eq!(parts(text), Ok((yaml.to_owned(), body.to_owned())), "{text:?}");
        }
    }

    #[test]
    fn other_beginnings_are_reported() {
        let long = format!("---\n# {}\n---\n", "あ".repeat(6000));
        for (text, code) in [
            ("", "front-matter-missing"),
            ("# 題\n", "front-matter-missing"),
            ("\n---\ntitle: a\n---\n", "front-matter-missing"),
            ("--- \ntitle: a\n---\n", "front-matter-missing"),
            ("－－－\n", "front-matter-missing"),
            ("---", "front-matter-unclosed"),
            ("---\ntitle: a\n--- \n本文", "front-matter-unclosed"),
            (&long, "front-matter-too-long"),
        ] {
            assert_eq!(parts(text), Err(code), "{text:?}");
        }
    }
}
