//! HTML as tags and text.

use std::ops::Range;

use super::{HtmlFault, HtmlFaultKind};

/// The tags that a table may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TagName {
    Table,
    Caption,
    Head,
    Body,
    Row,
    HeaderCell,
    Cell,
    Break,
    Ruby,
    RubyBase,
    Reading,
    RubyBracket,
}

/// A tag, or the text up to the next one.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum HtmlToken<'a> {
    Open(TagName, Attributes),
    Close(TagName),
    Text(&'a str),
}

/// The attributes of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Attributes {
    pub(super) columns: Option<usize>,
    pub(super) rows: Option<usize>,
    /// It has a `scope`.
    pub(super) has_scope: bool,
}

/// Takes tokens off HTML, each with its bytes from the start of it.
pub(super) struct HtmlScanner<'a> {
    html: &'a str,
    at: usize,
}

impl<'a> HtmlScanner<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self { html, at: 0 }
    }

    /// The next token and its bytes; nothing at the end.
    pub(super) fn next_token(&mut self) -> Option<Result<HtmlPiece<'a>, HtmlFault>> {
        let rest = &self.html[self.at..];
        let start = self.at;
        if rest.is_empty() {
            return None;
        }
        let is_tag =
            |at: usize| rest[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        let mark = rest.match_indices('<').map(|(at, _)| at).find(|at| is_tag(*at));
        if mark != Some(0) {
            let text = &rest[..mark.unwrap_or(rest.len())];
            self.at += text.len();
            return Some(Ok(HtmlPiece { token: HtmlToken::Text(text), range: start..self.at }));
        }
        let end = rest.find('>').map_or(rest.len(), |at| at + 1);
        self.at += end;
        let range = start..self.at;
        let inside = rest[1..end].strip_suffix('>');
        Some(match inside.and_then(tag) {
            Some(token) => Ok(HtmlPiece { token, range }),
            None => Err(HtmlFault { kind: HtmlFaultKind::NotAllowed, range }),
        })
    }
}

/// A token and its bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct HtmlPiece<'a> {
    pub(super) token: HtmlToken<'a>,
    pub(super) range: Range<usize>,
}

/// Reads what stands between `<` and `>`.
fn tag(inside: &str) -> Option<HtmlToken<'static>> {
    if let Some(name) = inside.strip_prefix('/') {
        return tag_name(name.trim_end()).filter(|name| *name != TagName::Break).map(HtmlToken::Close);
    }
    let inside = inside.strip_suffix('/').unwrap_or(inside);
    let end = inside.find(|c: char| c.is_ascii_whitespace()).unwrap_or(inside.len());
    let name = tag_name(&inside[..end])?;
    let is_cell = matches!(name, TagName::Cell | TagName::HeaderCell);
    let attributes = attributes(&inside[end..])?;
    (is_cell || attributes == Attributes::default()).then_some(HtmlToken::Open(name, attributes))
}

fn tag_name(name: &str) -> Option<TagName> {
    Some(match name.to_ascii_lowercase().as_str() {
        "table" => TagName::Table,
        "caption" => TagName::Caption,
        "thead" => TagName::Head,
        "tbody" => TagName::Body,
        "tr" => TagName::Row,
        "th" => TagName::HeaderCell,
        "td" => TagName::Cell,
        "br" => TagName::Break,
        "ruby" => TagName::Ruby,
        "rb" => TagName::RubyBase,
        "rt" => TagName::Reading,
        "rp" => TagName::RubyBracket,
        _ => return None,
    })
}

fn attributes(text: &str) -> Option<Attributes> {
    /// The largest values that HTML knows (HTML standard, 4.9.11).
    const MOST_COLUMNS: usize = 1_000;
    const MOST_ROWS: usize = 65_534;
    let mut found = Attributes::default();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (name, value) = rest.split_once('=')?;
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => value[1..].split_once(quote)?,
            None => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        let count = |most: usize| value.trim().parse::<usize>().ok().filter(|count| (1..=most).contains(count));
        match name.trim().to_ascii_lowercase().as_str() {
            "colspan" if found.columns.is_none() => found.columns = Some(count(MOST_COLUMNS)?),
            "rowspan" if found.rows.is_none() => found.rows = Some(count(MOST_ROWS)?),
            "scope" if !found.has_scope => {
                let value = value.trim().to_ascii_lowercase();
                found.has_scope = ["col", "row", "colgroup", "rowgroup"].contains(&&*value);
                found.has_scope.then_some(())?;
            }
            _ => return None,
        }
        rest = after.trim_start();
    }
    Some(found)
}

/// The text with character references as the characters they stand for (HTML standard, 13.5; the five of XML, `&nbsp;` and numbers).
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.char_indices().take(10).find(|(_, c)| *c == ';').map(|(at, _)| at);
        match end.and_then(|end| character(&rest[1..end])) {
            Some(c) => {
                out.push(c);
                rest = &rest[end.unwrap_or(0) + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let hexadecimal = number.strip_prefix(['x', 'X']);
            let code = match hexadecimal {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_a_table_are_read_and_no_others() {
        for (inside, expected) in [
            ("td", Some((TagName::Cell, None, None, false))),
            ("TD colspan=2 rowspan='3'", Some((TagName::Cell, Some(2), Some(3), false))),
            ("th scope=\"row\"", Some((TagName::HeaderCell, None, None, true))),
            ("br/", Some((TagName::Break, None, None, false))),
            ("br /", Some((TagName::Break, None, None, false))),
            ("td style=\"x\"", None),
            ("td onclick", None),
            ("td colspan=0", None),
            ("td scope=all", None),
            ("tr colspan=2", None),
            ("div", None),
            ("script", None),
        ] {
            let expected = expected
                .map(|(name, columns, rows, has_scope)| HtmlToken::Open(name, Attributes { columns, rows, has_scope }));
            assert_eq!(tag(inside), expected, "{inside}");
        }
        assert_eq!(tag("/td "), Some(HtmlToken::Close(TagName::Cell)));
    }

    #[test]
    fn character_references_are_read_and_other_text_is_kept() {
        assert_eq!(decoded("A&amp;B &lt;b&gt; &#12354;&#x3042;"), "A&B <b> ああ");
        assert_eq!(decoded("A & B &unknown; &#0; &"), "A & B &unknown; &#0; &");
    }
}
