//! Text from content on its way into HTML: the same characters, none of them markup.

/// Adds `text` as the content of an element or of a double-quoted attribute.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// Adds ` name="value"`.
pub(crate) fn push_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_escaped(out, value);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_characters_are_markup_and_all_others_stay() {
        for (text, expected) in [
            ("", ""),
            ("市民と「まち」", "市民と「まち」"),
            ("<script>alert(\"x\")</script>", "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"),
            ("A&B &amp; C", "A&amp;B &amp;amp; C"),
            ("Ⅱ－①　’", "Ⅱ－①　’"),
        ] {
            let mut out = String::new();
            push_escaped(&mut out, text);
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn an_attribute_cannot_be_left() {
        let mut out = String::new();
        push_attribute(&mut out, "alt", "\" onload=\"x");
        assert_eq!(out, " alt=\"&quot; onload=&quot;x\"");
    }
}
