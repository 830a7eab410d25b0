//! What the preview adds to a page as it is served: what was found, and the script that reloads the page.
//!
//! All of it stands in the page, so that it is seen without a script; nothing of it is inline, so that the page is served with
//! the same Content-Security-Policy as the published site.

use std::fmt::Write as _;

use super::pages::{Editor, excerpt};
use crate::diagnostic::{Diagnostic, Lang, Place, Severity, text};

/// How many findings are shown on a page; the preview's own pages have them all.
const MOST: usize = 30;

/// What is said on top of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Notice<'a> {
    /// Everything found.
    pub(super) found: &'a crate::diagnostic::Diagnostics,
    /// Whether the page is that of the files as they are.
    pub(super) is_good: bool,
    /// Findings of this severity and graver ones keep it from being so.
    pub(super) fails_from: Severity,
    pub(super) lang: Lang,
    pub(super) editor: Option<&'a Editor>,
}

impl Notice<'_> {
    /// The notice as HTML; empty when there is nothing to say.
    pub(super) fn html(&self) -> String {
        match (self.is_good, self.found.len()) {
            (false, _) => self.overlay(),
            (true, 0) => String::new(),
            (true, count) => self.badge(count),
        }
    }

    fn badge(&self, count: usize) -> String {
        let words = match self.lang {
            Lang::Ja => format!("指摘 {count} 件"),
            Lang::En => format!("{count} found"),
        };
        format!("<p class=\"hoshin-badge\"><a href=\"/_hoshin/\">{words}</a></p>")
    }

    /// Every finding that keeps the site from being published.
    fn overlay(&self) -> String {
        let grave: Vec<&Diagnostic> = self.found.iter().filter(|found| found.severity >= self.fails_from).collect();
        let (title, note, all) = match self.lang {
            Lang::Ja => (
                format!("直すところが {} 件あります", grave.len()),
                "下のページは、最後に正しかったときのものです。直して保存すると、自動で新しくなります。",
                "すべての指摘を見る",
            ),
            Lang::En => (
                format!("{} to mend", grave.len()),
                "The page below is the last one that was right. It is renewed as soon as a mended file is saved.",
                "See everything that was found",
            ),
        };
        let mut out = format!(
            "<details class=\"hoshin-overlay\" open>\n<summary>{title}</summary>\n<div role=\"region\" aria-label=\"{title}\" tabindex=\"0\">\n<p>{note} <a href=\"/_hoshin/\">{all}</a></p>\n<ol>\n"
        );
        grave.iter().take(MOST).for_each(|found| self.finding(&mut out, found));
        out.push_str("</ol>\n</div>\n</details>");
        out
    }

    fn finding(&self, out: &mut String, found: &Diagnostic) {
        let severity = text::severity_name(found.severity, self.lang);
        // Writing to memory does not fail.
        let _ = write!(out, "<li><p><strong>{severity}</strong> <code>[{}]</code> ", found.code.id);
        push(out, found.text.get(self.lang));
        out.push_str("</p>\n");
        let place = match &found.place {
            Place::Span(span) => Some((span.file.path.as_str(), Some(span.start()))),
            Place::File(path) => Some((path.as_str(), None)),
            Place::Site => None,
        };
        if let Some((path, at)) = place {
            self.place(out, path, at);
        }
        if let Place::Span(span) = &found.place {
            let (before, marked, after) = excerpt(span);
            out.push_str("<pre>");
            push(out, before);
            out.push_str("<mark>");
            push(out, marked);
            out.push_str("</mark>");
            push(out, after);
            out.push_str("</pre>\n");
        }
        out.push_str("<p>");
        push(out, found.help.get(self.lang));
        out.push_str("</p></li>\n");
    }

    fn place(&self, out: &mut String, path: &str, at: Option<crate::diagnostic::LineColumn>) {
        let shown = at.map_or_else(|| path.to_owned(), |at| format!("{path}:{}:{}", at.line, at.column));
        let at = at.unwrap_or(crate::diagnostic::LineColumn { line: 1, column: 1 });
        out.push_str("<p class=\"hoshin-place\">");
        match self.editor {
            Some(editor) => {
                out.push_str("<a href=\"");
                push(out, &editor.link(path, at));
                out.push_str("\">");
                push(out, &shown);
                out.push_str("</a>");
            }
            None => push(out, &shown),
        }
        out.push_str("</p>\n");
    }
}

/// A page with its notice and the preview's script.
pub(super) fn with_notice(page: &[u8], notice: &str, token: &str) -> Vec<u8> {
    let head = "<link rel=\"stylesheet\" href=\"/_hoshin/overlay.css\">\n";
    let script = format!("<script src=\"/_hoshin/reload.js\" defer data-seen=\"{token}\"></script>\n");
    let body = format!("<div id=\"hoshin-preview\" aria-live=\"polite\">{notice}</div>\n");
    let head_at = find(page, b"</head>").unwrap_or(0);
    let body_at = rfind(page, b"</body>").unwrap_or(page.len()).max(head_at);
    [&page[..head_at], head.as_bytes(), script.as_bytes(), &page[head_at..body_at], body.as_bytes(), &page[body_at..]]
        .concat()
}

fn find(page: &[u8], what: &[u8]) -> Option<usize> {
    page.windows(what.len()).position(|window| window == what)
}

fn rfind(page: &[u8], what: &[u8]) -> Option<usize> {
    page.windows(what.len()).rposition(|window| window == what)
}

fn push(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostics, SourceFile, Span, catalogue};

    fn notice(found: &Diagnostics, is_good: bool) -> String {
        let editor = Editor::new("vscode://file/{path}:{line}:{column}", "/s");
        Notice { found, is_good, fails_from: Severity::Error, lang: Lang::Ja, editor: Some(&editor) }.html()
    }

    #[test]
    fn what_is_found_is_shown_escaped_with_its_place_and_a_way_there() {
        let file = SourceFile::new("content/<a>.md", "題名\n<script>alert(1)</script>\n");
        let at = file.text.find('<').unwrap();
        let found = catalogue::not_utf8().at(Span::new(&file, at..at + 8));
        let html = notice(&[found].into_iter().collect(), false);
        assert!(html.contains("[not-utf8]"), "{html}");
        assert!(html.contains("content/&lt;a&gt;.md:2:1"), "{html}");
        assert!(html.contains("<mark>&lt;script&gt;</mark>alert(1)"), "{html}");
        assert!(html.contains("href=\"vscode://file/s/content/%3Ca%3E.md:2:1\""), "{html}");
        assert!(!html.contains("<script>"), "{html}");
    }

    #[test]
    fn nothing_is_said_when_there_is_nothing_to_say() {
        assert_eq!(notice(&Diagnostics::default(), true), "");
    }

    #[test]
    fn what_is_added_stands_in_head_and_body() {
        let page = with_notice(b"<html><head><title>a</title></head><body>b</body></html>", "N", "t");
        let page = String::from_utf8(page).unwrap();
        let expected = "<html><head><title>a</title><link rel=\"stylesheet\" href=\"/_hoshin/overlay.css\">\n\
            <script src=\"/_hoshin/reload.js\" defer data-seen=\"t\"></script>\n</head><body>b\
            <div id=\"hoshin-preview\" aria-live=\"polite\">N</div>\n</body></html>";
        assert_eq!(page, expected);
    }
}
