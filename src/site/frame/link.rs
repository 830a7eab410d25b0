//! Every address the site writes is made here: output paths, relative links between them, absolute ones.
//!
//! A link names the file itself (`../r7/index.html`), because the same pages are read from a server and from
//! `file://`, where `../r7/` shows a list of files at best. The address people cite and share is the canonical one
//! (`…/r7/`), which [`absolute`] writes without `index.html`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::corpus::pages::address;
pub(crate) use crate::corpus::pages::{FEED, NOT_FOUND, ROBOTS, SITEMAP};
use crate::policy::{ClauseId, DocumentId, FiscalYear, Fragment};

/// The home page's file.
pub(crate) const HOME: &str = "index.html";
/// The page that lists the plans.
pub(crate) const PLANS: &str = "plans/index.html";
/// The search page.
pub(crate) const SEARCH: &str = "search/index.html";
/// The page that explains terms and abbreviations.
pub(crate) const TERMS: &str = "terms/index.html";
/// The page of the cascade.
pub(crate) const TRACE: &str = "trace/index.html";
/// The page that lists the departments.
pub(crate) const ORGANIZATIONS: &str = "organizations/index.html";
/// The page of the goals of the SDGs.
pub(crate) const SDGS: &str = "sdgs/index.html";
/// The page that lists the fiscal years.
pub(crate) const YEARS: &str = "years/index.html";
/// The page about the data.
pub(crate) const DATA: &str = "data/index.html";
/// The feed of changed clauses.
pub(crate) const CHANGES: &str = "changes.xml";
/// The page that lists objectives.
pub(crate) const OBJECTIVES: &str = "objectives/index.html";
/// The page of the accessibility policy.
pub(crate) const ACCESSIBILITY: &str = "accessibility/index.html";
/// The report of accessibility tests, for machines.
pub(crate) const ACCESSIBILITY_REPORT: &str = "a11y-report.json";
/// The released posts, for programs.
pub(crate) const SNIPPETS: &str = "data/snippets.json";
/// The schema of the released posts, beside them.
pub(crate) const SNIPPETS_SCHEMA: &str = "data/snippets.schema.json";
/// The file name of that schema.
pub(crate) const SNIPPETS_SCHEMA_NAME: &str = "snippets.schema.json";
/// The list of former names of documents, for servers that redirect.
pub(crate) const REDIRECTS: &str = "redirects.json";
/// Where the theme's static files stand.
pub(crate) const THEME_FILES: &str = "assets/";

/// Unreserved characters (RFC 3986) stay, and so does the `/` between segments.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');
/// A fragment may hold a little more, but ids are ASCII letters, digits and these.
const FRAGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':');

/// The file of a document's page.
pub(crate) fn document_file(id: &DocumentId) -> String {
    format!("{}/index.html", id.0)
}

/// The file of a clause's own page, by its permanent id.
pub(crate) fn clause_file(id: &ClauseId) -> String {
    format!("c/{id}/index.html")
}

/// The permanent id in the file of a clause's own page.
pub(crate) fn clause_of_file(path: &str) -> Option<ClauseId> {
    let id = path.strip_prefix("c/")?.strip_suffix("/index.html")?;
    (!id.contains('/')).then(|| ClauseId::new(id))
}

/// The file of a clause's card image.
pub(crate) fn card_file(id: &ClauseId) -> String {
    format!("c/{id}/card.png")
}

/// The file of a plan's page, by its id.
pub(crate) fn plan_file(id: &str) -> String {
    format!("plans/{id}/index.html")
}

/// The file of a page (from 1) of a list of objectives: of all, or of a group.
pub(crate) fn objectives_file(group: Option<&str>, page: usize) -> String {
    let group = group.map_or(String::new(), |group| format!("{group}/"));
    let page = if page > 1 { format!("p{page}/") } else { String::new() };
    format!("objectives/{group}{page}index.html")
}

/// The file of the result of a year's accessibility test.
pub(crate) fn accessibility_result_file(year: i16) -> String {
    format!("accessibility/result-{year}/index.html")
}

/// The page of the cascade of a document.
pub(crate) fn trace_file(id: &DocumentId) -> String {
    format!("trace/{}/index.html", id.0)
}

/// A part of that page, from 1.
pub(crate) fn trace_part(id: &DocumentId, part: usize) -> String {
    if part == 1 { trace_file(id) } else { format!("trace/{}/{part}/index.html", id.0) }
}

/// The file of a department's page, by its id.
pub(crate) fn organization_file(id: &str) -> String {
    format!("organizations/{id}/index.html")
}

/// The file of a goal's page.
pub(crate) fn goal_file(goal: u8) -> String {
    format!("sdgs/{goal}/index.html")
}

/// The file of a year's page.
pub(crate) fn year_file(year: FiscalYear) -> String {
    format!("{}/index.html", year.slug())
}

/// The file of the index of a year, or of one of its parts, counted from 1.
pub(crate) fn year_index_file(year: FiscalYear, part: usize) -> String {
    let slug = year.slug();
    if part == 1 { format!("search/{slug}/index.html") } else { format!("search/{slug}/{part}.html") }
}

/// A file of what the search page searches.
pub(crate) fn search_file(name: &str) -> String {
    format!("search/{name}")
}

/// The file behind a page's address: `r8/` is `r8/index.html`, and the empty address is the home page.
pub(crate) fn file_of(page: &str) -> String {
    if page.is_empty() || page.ends_with('/') { format!("{page}{HOME}") } else { page.to_owned() }
}

/// The link from one output file to another, and to a fragment in it. A page links to itself by the fragment alone.
pub(crate) fn relative(from: &str, to: &str, fragment: Option<&Fragment>) -> String {
    let mut out = String::with_capacity(to.len() + 12);
    if from != to {
        push_relative(&mut out, from, to);
    } else if fragment.is_none() {
        push_relative(&mut out, "", to.rsplit('/').next().unwrap_or(to));
    }
    if let Some(fragment) = fragment {
        out.push('#');
        out.extend(utf8_percent_encode(fragment.as_str(), FRAGMENT));
    }
    out
}

fn push_relative(out: &mut String, from: &str, to: &str) {
    let shared = shared_folders(from, to);
    for _ in from[shared..].matches('/') {
        out.push_str("../");
    }
    out.extend(utf8_percent_encode(&to[shared..], PATH));
}

/// How many bytes of both paths are the same folders.
fn shared_folders(from: &str, to: &str) -> usize {
    let same = from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
    from.as_bytes()[..same].iter().rposition(|byte| *byte == b'/').map_or(0, |at| at + 1)
}

/// The full address of an output file: what is cited and shared. `base_url` ends with `/`.
pub(crate) fn absolute(base_url: &str, file: &str) -> String {
    let mut out = String::from(base_url);
    out.extend(utf8_percent_encode(address(file), PATH));
    out
}

/// The path part of the site's address, with a `/` at both ends: the root of links on a page that is shown at any depth.
pub(crate) fn root(base_url: &str) -> &str {
    let after_scheme = base_url.find("://").map_or(0, |at| at + 3);
    base_url[after_scheme..].find('/').map_or("/", |at| &base_url[after_scheme + at..])
}

/// The link from a page that is shown at any depth (404).
pub(crate) fn rooted(base_url: &str, file: &str) -> String {
    absolute(root(base_url), file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_name_the_file() {
        for (from, to, fragment, expected) in [
            ("index.html", "r8/index.html", None, "r8/index.html"),
            ("r8/index.html", "index.html", None, "../index.html"),
            ("r8/a/index.html", "r8/index.html", None, "../index.html"),
            ("r8/a/index.html", "r8/b/index.html", None, "../b/index.html"),
            ("r8/a/index.html", "r8/ab/index.html", Some("s5-1"), "../ab/index.html#s5-1"),
            ("r8/a/index.html", "r7/a/index.html", None, "../../r7/a/index.html"),
            ("r8/a/index.html", "r8/a/index.html", Some("s5"), "#s5"),
            ("r8/a/index.html", "r8/a/index.html", None, "index.html"),
            ("r8/a/index.html", "assets/style.css", None, "../../assets/style.css"),
            ("r8/a/index.html", "r8/図 1%?#.png", None, "../%E5%9B%B3%201%25%3F%23.png"),
            ("index.html", "a:b/index.html", None, "a%3Ab/index.html"),
            ("index.html", "r8/index.html", Some("a\"b 項"), "r8/index.html#a%22b%20%E9%A0%85"),
        ] {
            assert_eq!(relative(from, to, fragment.map(Fragment::from).as_ref()), expected, "{from} → {to}");
        }
    }

    #[test]
    fn absolute_addresses_are_the_ones_people_cite() {
        let base = "https://www.city.example.jp/houshin/";
        for (file, expected) in [
            ("index.html", "https://www.city.example.jp/houshin/"),
            ("r8/a/index.html", "https://www.city.example.jp/houshin/r8/a/"),
            ("feed.xml", "https://www.city.example.jp/houshin/feed.xml"),
            ("r8/myindex.html", "https://www.city.example.jp/houshin/r8/myindex.html"),
        ] {
            assert_eq!(absolute(base, file), expected);
        }
    }

    #[test]
    fn the_root_is_the_path_of_the_base_url() {
        for (base, expected) in [
            ("https://www.city.example.jp/", "/assets/style.css"),
            ("https://www.city.example.jp/houshin/", "/houshin/assets/style.css"),
            ("https://www.city.example.jp", "/assets/style.css"),
        ] {
            assert_eq!(rooted(base, "assets/style.css"), expected);
        }
        assert_eq!(rooted("https://a.example/b/", "index.html"), "/b/");
    }
}
