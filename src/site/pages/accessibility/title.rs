//! The title of a page, read from its HTML, so that it holds for every kind of page and every theme.

use crate::site::frame::words::{Words, filled};

/// What stands behind the title of a page: `｜` and the site's name, in each language of pages.
pub(super) fn site_endings(words: [&Words<'_>; 2], site: &str) -> [String; 2] {
    words.map(|words| filled(words.title_of_page, &[("title", ""), ("site", site)]))
}

/// The title of a page without the site's name behind it; `None` when it has none or is no text.
pub(super) fn of_page(html: &[u8], endings: &[String]) -> Option<String> {
    const START: &[u8] = b"<title>";
    let start = html.windows(START.len()).position(|window| window == START)? + START.len();
    let rest = html.get(start..)?;
    let end = rest.iter().position(|byte| *byte == b'<')?;
    let title = unescaped(std::str::from_utf8(rest.get(..end)?).ok()?.trim());
    let own = endings.iter().find_map(|ending| title.strip_suffix(ending.as_str())).unwrap_or(&title);
    (!own.is_empty()).then(|| own.to_owned())
}

/// Text as it was before it was escaped for HTML; `&` last, or `&amp;lt;` would become `<`.
fn unescaped(text: &str) -> String {
    let names = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&#x2F;", "/")];
    names.into_iter().fold(text.to_owned(), |text, (name, meaning)| text.replace(name, meaning)).replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::frame::words::SiteWords;
    use crate::source::ThemeWords;

    #[test]
    fn a_page_is_called_what_its_title_says() {
        let none = ThemeWords::default();
        let words = SiteWords::new(&none);
        let endings = site_endings([words.of("ja"), words.of("en")], "市の方針");
        for (html, expected) in [
            ("<html><title>検索｜市の方針</title>", Some("検索")),
            ("<html><title>Search | 市の方針</title>", Some("Search")),
            ("<html><title>市の方針</title>", Some("市の方針")),
            ("<html><title>A&amp;lt;B &lt;C&gt;｜市の方針</title>", Some("A&lt;B <C>")),
            ("<html><title> </title>", None),
            ("<html><title>終わらない", None),
            ("<html><body>", None),
        ] {
            assert_eq!(of_page(html.as_bytes(), &endings).as_deref(), expected, "{html}");
        }
        assert_eq!(of_page(b"<title>\xff</title>", &endings), None);
    }
}
