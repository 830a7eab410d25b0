//! X's own patterns for links and emoji.
//!
//! `links.txt` and `emoji.txt` are made by `tests/snippet/tables.mjs` from npm twitter-text 3.1.0 (Copyright Twitter, Inc. and
//! other contributors, Apache License 2.0) and twemoji-parser 11.0.2 (Copyright Twitter, Inc. and other contributors, MIT
//! License), on which it depends. The list of top-level domains is that of twitter-text. No crate has these tables: `twitter-text`
//! 0.3.1 counts a bare domain after kana too low. `link` and `emoji` replace the look-ahead that `regex` does not have.

use std::sync::LazyLock;

use regex::Regex;

const LINKS: &str = include_str!("links.txt");
const EMOJI: &str = include_str!("emoji.txt");

/// A link, with or without a scheme, and the character before it. `None` only if the tables are broken; a test checks them.
pub(super) static LINK: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&link()).ok());

/// Domains of ASCII and accented letters within a domain.
pub(super) static ASCII_DOMAIN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&ascii_domain()).ok());

/// A link that X has shortened itself.
pub(super) static SHORTENED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&shortened()).ok());

/// An emoji. The groups hold signs that are no emoji if U+FE0E follows.
pub(super) static SIGN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(EMOJI.trim_end()).ok());

fn table(name: &str) -> &'static str {
    let found = LINKS.lines().filter_map(|line| line.split_once('\t')).find(|(known, _)| *known == name);
    found.map_or("", |(_, pattern)| pattern)
}

/// The text after a top-level domain: the end, or a sign that is no part of a name.
const ENDS: &str = r"(?:[^0-9a-zA-Z@+\-]|$)";

fn link() -> String {
    let [before, subdomain, name] = ["before", "subdomain", "name"].map(table);
    let [generic, country, punycode] = ["generic", "country", "punycode"].map(table);
    let path = format!("/{}*", table("path"));
    let query = query();
    let tail = format!("(?::[0-9]+)(?:{path})?(?:{query})?|{path}(?:{query})?|{query}");
    format!(
        "(?i){before}(?P<link>(?P<scheme>https?://)?(?P<names>{subdomain}*{name})\
         (?:(?P<top>{generic}|{country})(?:(?P<tail>{tail})|{ENDS})|(?P<top2>{punycode})(?P<tail2>{tail})?))"
    )
}

fn ascii_domain() -> String {
    let [generic, country, punycode, latin] = ["generic", "country", "punycode", "latin"].map(table);
    format!("(?i)(?P<names>(?:[\\-a-z0-9{latin}]+\\.)+)(?:(?P<top>{generic}|{country}){ENDS}|(?P<top2>{punycode}))")
}

fn shortened() -> String {
    format!(r"(?i)^https?://t\.co/([a-z0-9]+)(?:{})?", query())
}

fn query() -> String {
    format!(r"\?{}*{}", table("query"), table("query-end"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_tables_are_valid_patterns() {
        assert!(super::LINK.is_some());
        assert!(super::ASCII_DOMAIN.is_some());
        assert!(super::SHORTENED.is_some());
        assert!(super::SIGN.is_some());
    }
}
