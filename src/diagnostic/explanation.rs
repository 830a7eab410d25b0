//! Reads the explain page of a code (`diagnostic/explain/<code>.md`).

use super::{Code, Lang};

/// An example: content with the finding, or content without it.
#[derive(Debug, PartialEq, Eq)]
pub struct Example<'a> {
    /// `bad` or `good`. For another file than a document, its path follows: `bad content/site.yaml`.
    pub info: &'a str,
    /// The content.
    pub text: &'a str,
}

impl Code {
    /// The page in one language, without the examples.
    #[must_use]
    pub fn explanation(&self, lang: Lang) -> &'static str {
        section(
            self.page,
            match lang {
                Lang::Ja => "# ja",
                Lang::En => "# en",
            },
        )
    }

    /// The page's examples, in order.
    #[must_use]
    pub fn examples(&self) -> Vec<Example<'static>> {
        let mut rest = section(self.page, "# examples");
        let mut found = Vec::new();
        while let Some((example, after)) = next_example(rest) {
            found.push(example);
            rest = after;
        }
        found
    }
}

/// The text under a heading, up to the next heading outside of examples.
fn section<'a>(page: &'a str, heading: &str) -> &'a str {
    let mut start = None;
    let mut offset = 0;
    let mut fence = None;
    for line in page.split_inclusive('\n') {
        let plain = line.trim_end();
        match fence {
            Some(open) if plain == open => fence = None,
            Some(_) => {}
            None if plain.starts_with("```") => fence = Some(ticks(plain)),
            None if plain == heading => start = Some(offset + line.len()),
            None if plain.starts_with("# ") && start.is_some() => break,
            None => {}
        }
        offset += line.len();
    }
    start.map_or("", |start| page[start..offset].trim_matches('\n'))
}

fn next_example(text: &str) -> Option<(Example<'_>, &str)> {
    let open = if text.starts_with("```") { 0 } else { text.find("\n```")? + 1 };
    let (head, body) = text[open..].split_once('\n')?;
    let fence = ticks(head);
    let mut end = 0;
    for line in body.split_inclusive('\n') {
        if line.trim_end() == fence {
            let after = &body[end + line.len()..];
            return Some((Example { info: head[fence.len()..].trim(), text: &body[..end] }, after));
        }
        end += line.len();
    }
    None
}

fn ticks(line: &str) -> &str {
    &line[..line.bytes().take_while(|&byte| byte == b'`').count()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    static CODE: Code = Code {
        id: "example",
        severity: Severity::Error,
        adjustable: true,
        why_ja: "",
        why_en: "",
        page: "# ja\n\n日本語\n二行目\n\n# en\n\nEnglish\n\n# examples\n\n````bad\n# 見出し\n```\nx\n```\n````\n\nText.\n\n```good content/site.yaml\ntitle: a\n```\n",
    };

    #[test]
    fn a_page_has_two_languages_and_examples() {
        assert_eq!(CODE.explanation(Lang::Ja), "日本語\n二行目");
        assert_eq!(CODE.explanation(Lang::En), "English");
        assert_eq!(
            CODE.examples(),
            [
                Example { info: "bad", text: "# 見出し\n```\nx\n```\n" },
                Example { info: "good content/site.yaml", text: "title: a\n" },
            ]
        );
    }
}
