//! The settings of a site, and its registries: departments, plans and terms.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Accessibility, Appearance, Contact, Fragment, Posting, StatusWord, WrittenDate};
use crate::diagnostic::{Located, Severity, SourceFile};

/// `site.yaml`.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// The site's name: 国分寺市の方針.
    pub title: String,
    /// Whose site it is: 国分寺市.
    pub city: String,
    /// 全国地方公共団体コード: six digits, the last of them a check digit. In data files.
    pub area_code: Option<String>,
    /// A description in one sentence.
    pub description: String,
    /// Its address with a final `/`: `https://www.city.example.jp/houshin/`.
    pub base_url: String,
    /// BCP 47, `ja` by default.
    pub language: String,
    /// The theme's name, `default` by default.
    pub theme: String,
    /// IANA time zone, `Asia/Tokyo` by default; `publish_at` without an offset is read in it.
    pub time_zone: String,
    /// A notice shown on every page; may be empty.
    pub notice: String,
    /// The licence of documents that name none.
    pub license: Option<String>,
    /// Whom to ask where a document names nobody.
    pub contact: Option<Contact>,
    /// Kinds of documents in the order they are listed: the built-in vocabulary, then the site's own.
    pub kinds: Vec<String>,
    /// What a kind of document is, in a sentence for the home page, by kind.
    pub kind_descriptions: BTreeMap<String, String>,
    /// Severities the site has chosen, by code; `None` silences.
    pub severities: BTreeMap<&'static str, Option<Severity>>,
    /// The settings for posts.
    pub posting: Posting,
    /// The words for how an objective stands, in the order they are listed.
    pub statuses: Vec<StatusWord>,
    /// The place of the authoritative text, in words: 政策経営課が保管している文書です。
    pub original: Option<String>,
    /// Its changes to the theme.
    pub appearance: Appearance,
    /// Whether the numbers of laws in texts become links to the law site of the state.
    pub links_laws: bool,
    /// Its accessibility policy. Without one there are no pages about that.
    pub accessibility: Option<Accessibility>,
}

/// A unit of the city, as long as it existed under this name.
#[derive(Debug, Clone, PartialEq)]
pub struct Organization {
    /// Its id, ASCII.
    pub id: Located<String>,
    /// Its official name; may contain `・` and 及び.
    pub name: String,
    /// First day under this name, if known.
    pub from: Option<WrittenDate>,
    /// Last day under this name, if it has ended.
    pub until: Option<WrittenDate>,
    /// The units that took over, by id.
    pub successors: Vec<Located<String>>,
    /// The unit above it, by id.
    pub parent: Option<Located<String>>,
    /// A remark: where this is known from.
    pub note: Option<String>,
}

/// A named plan or policy that documents mention in 「」.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The file it was read from.
    pub source: Arc<SourceFile>,
    /// Its id, ASCII.
    pub id: Located<String>,
    /// Its official name.
    pub name: String,
    /// Other names in use.
    pub aliases: Vec<Located<String>>,
    /// Its period in words: 令和7年度から.
    pub period: Option<String>,
    /// Its first day, if known.
    pub from: Option<Date>,
    /// Its last day, if known.
    pub until: Option<Date>,
    /// The plans that replaced it, by id.
    pub successors: Vec<Located<String>>,
    /// The address of its page.
    pub url: Option<String>,
    /// The unit in charge, by id of `organizations.yaml`.
    pub owner: Option<Located<String>>,
    /// Its state, in words: 改訂予定.
    pub status: Option<String>,
    /// A remark: what the site's documents support, and what they do not say.
    pub note: Option<String>,
}

impl Term {
    /// The fragment of a term on the page of terms: `t-AI-OCR`, `t-PPP.2f.PFI`. Like every fragment it is ASCII; signs that are no
    /// letter or digit of ASCII are written as their number.
    #[must_use]
    pub fn fragment_of(term: &str) -> Fragment {
        let words = term.split_whitespace().collect::<Vec<_>>().join("-");
        let written = words.chars().map(|sign| match sign {
            '-' | '_' => sign.to_string(),
            _ if sign.is_ascii_alphanumeric() => sign.to_string(),
            _ => format!(".{:x}.", u32::from(sign)),
        });
        Fragment::new(format!("t-{}", written.collect::<String>()))
    }
}

/// An abbreviation or a term.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// As it stands in texts: BPR.
    pub term: Located<String>,
    /// The words it stands for: 業務改革.
    pub expansion: String,
    /// An explanation.
    pub note: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fragment_of_a_term_is_ascii_and_tells_terms_apart() {
        let written = |term: &str| Term::fragment_of(term).as_str().to_owned();
        assert_eq!(written("AI-OCR"), "t-AI-OCR");
        assert_eq!(written("Web API"), "t-Web-API");
        assert_eq!(written("PPP/PFI"), "t-PPP.2f.PFI");
        assert_eq!(written("減災"), "t-.6e1b..707d.");
    }
}
