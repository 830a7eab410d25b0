//! The additions to a page as it is served: a notice of the findings, and the script that reloads the page.
//!
//! The notice stands in the page, so that it is seen without a script. Nothing of it is inline, so that the page is served
//! with the same Content-Security-Policy as the published site.

use tera::Context;

use super::page_templates::PageTemplates;
use super::words::{Words, filled};
use super::{Editor, finding};
use crate::diagnostic::{Diagnostics, Lang, Severity};

/// How many findings are shown on a page. The preview's own pages show them all.
const MOST: usize = 30;

/// The notice on top of a page.
#[derive(Debug, Clone, Copy)]
pub(in crate::preview) struct Notice<'a> {
    pub(in crate::preview) found: &'a Diagnostics,
    /// True if the page is made of the present files.
    pub(in crate::preview) is_good: bool,
    /// Findings of this severity and graver ones keep the last good pages.
    pub(in crate::preview) fails_from: Severity,
    pub(in crate::preview) lang: Lang,
    pub(in crate::preview) editor: Option<&'a Editor>,
}

impl Notice<'_> {
    /// The notice as HTML; empty when nothing was found.
    pub(in crate::preview) fn html(&self, templates: &PageTemplates) -> String {
        if self.is_good && self.found.is_empty() {
            return String::new();
        }
        let words = Words::of(self.lang);
        let grave: Vec<_> = self.found.iter().filter(|found| found.severity >= self.fails_from).collect();
        let (title, count) =
            if self.is_good { (words.notice_badge, self.found.len()) } else { (words.notice_title, grave.len()) };
        let findings: Vec<_> =
            grave.into_iter().take(MOST).map(|found| finding::context(found, self.lang, self.editor)).collect();
        let mut context = Context::new();
        context.insert("words", words);
        context.insert("is_good", &self.is_good);
        context.insert("title", &filled(title, &[("count", &count.to_string())]));
        context.insert("findings", &findings);
        templates.fragment("notice.html", &context)
    }
}

/// A page with its notice and the preview's script.
pub(in crate::preview) fn with_additions(templates: &PageTemplates, page: &[u8], notice: &str, token: &str) -> Vec<u8> {
    let mut context = Context::new();
    context.insert("notice", notice);
    context.insert("token", token);
    let (head, body) = (templates.fragment("head.html", &context), templates.fragment("body.html", &context));
    let head_at = find(page, b"</head>").unwrap_or(0);
    let body_at = rfind(page, b"</body>").unwrap_or(page.len()).max(head_at);
    [&page[..head_at], head.as_bytes(), &page[head_at..body_at], body.as_bytes(), &page[body_at..]].concat()
}

/// The page that is shown before there has ever been one.
pub(in crate::preview) fn waiting(templates: &PageTemplates, lang: Lang) -> String {
    let mut context = Context::new();
    context.insert("words", Words::of(lang));
    templates.fragment("waiting.html", &context)
}

fn find(page: &[u8], what: &[u8]) -> Option<usize> {
    page.windows(what.len()).position(|window| window == what)
}

fn rfind(page: &[u8], what: &[u8]) -> Option<usize> {
    page.windows(what.len()).rposition(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{SourceFile, Span, catalogue};

    fn notice(found: &Diagnostics, is_good: bool) -> String {
        let editor = Editor::new("vscode://file/{path}:{line}:{column}", "/s");
        let notice = Notice { found, is_good, fails_from: Severity::Error, lang: Lang::Ja, editor: Some(&editor) };
        notice.html(&PageTemplates::new().unwrap())
    }

    #[test]
    fn a_finding_is_shown_escaped_with_its_place_and_a_link_to_the_editor() {
        let file = SourceFile::new("content/<a>.md", "題名\n<script>alert(1)</script>\n");
        let at = file.text.find('<').unwrap();
        let found = catalogue::not_utf8().at(Span::new(&file, at..at + 8));
        let html = notice(&[found].into_iter().collect(), false);
        assert!(html.contains("[not-utf8]"), "{html}");
        assert!(html.contains("content/&lt;a&gt;.md:2:1"), "{html}");
        assert!(html.contains("<mark>&lt;script&gt;</mark>alert(1)"), "{html}");
        assert!(html.contains("href=\"vscode://file/s/content/%3Ca%3E.md:2:1\""), "{html}");
        assert!(!html.contains("<script>"), "{html}");
        assert!(html.starts_with("<details") && html.ends_with("</details>"), "{html}");
    }

    #[test]
    fn findings_that_stop_nothing_show_as_a_badge() {
        let found = [catalogue::not_utf8().of_site()].into_iter().collect();
        assert_eq!(notice(&found, true), "<p class=\"hoshin-badge\"><a href=\"/_hoshin/\">指摘 1 件</a></p>");
    }

    #[test]
    fn without_findings_there_is_no_notice() {
        assert_eq!(notice(&Diagnostics::default(), true), "");
    }

    #[test]
    fn the_script_is_added_to_the_head_and_the_notice_to_the_body() {
        let page = b"<html><head><title>a</title></head><body>b</body></html>";
        let page = with_additions(&PageTemplates::new().unwrap(), page, "<p>N</p>", "t");
        let page = String::from_utf8(page).unwrap();
        let expected = "<html><head><title>a</title><link rel=\"stylesheet\" href=\"/_hoshin/overlay.css\">\n\
            <script src=\"/_hoshin/reload.js\" defer data-seen=\"t\"></script>\n</head><body>b\
            <div id=\"hoshin-preview\" aria-live=\"polite\"><p>N</p></div>\n</body></html>";
        assert_eq!(page, expected);
    }

    #[test]
    fn the_waiting_page_speaks_the_language_of_the_preview() {
        let templates = PageTemplates::new().unwrap();
        assert!(waiting(&templates, Lang::Ja).contains("<h1>まだ表示できるページがありません</h1>"));
        assert!(waiting(&templates, Lang::En).contains("<html lang=\"en\">"));
    }
}
