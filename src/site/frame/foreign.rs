//! Text of one language on a page of another.

use super::escape::push_escaped;

/// HTML in a language, as it stands on a page of the language `page`: with `lang` where the two differ.
pub(crate) fn in_language(page: &str, language: &str, html: &str) -> String {
    if language.is_empty() || language.eq_ignore_ascii_case(page) || html.is_empty() {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len() + 24);
    out.push_str("<span lang=\"");
    push_escaped(&mut out, language);
    out.push_str("\">");
    out.push_str(html);
    out.push_str("</span>");
    out
}

/// The same for a text, which is escaped.
pub(crate) fn text_in_language(page: &str, language: &str, text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push_escaped(&mut html, text);
    in_language(page, language, &html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_named_where_it_differs_from_that_of_the_page() {
        for (page, language, expected) in [
            ("ja", "ja", "A &amp; B"),
            ("ja", "JA", "A &amp; B"),
            ("ja", "", "A &amp; B"),
            ("ja", "en", "<span lang=\"en\">A &amp; B</span>"),
            ("en", "en-GB", "<span lang=\"en-GB\">A &amp; B</span>"),
        ] {
            assert_eq!(text_in_language(page, language, "A & B"), expected);
        }
        assert_eq!(in_language("ja", "en", ""), "");
    }
}
