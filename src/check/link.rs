//! Links that lead nowhere, or to a document that is not public.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use super::Subject;
use crate::corpus::{LinkTarget, has_scheme, resolve};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::japanese::folded;
use crate::policy::{ClauseKind, plain_text};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let is_withheld = subject.corpus.is_withheld(&subject.document.id);
    let mut headings = None;
    subject.document.body.each_link(|link| {
        let destination = &*link.destination;
        let finding = match resolve(subject.corpus, &subject.document.id, destination) {
            LinkTarget::Missing { .. } if has_scheme(destination) => catalogue::link_scheme(destination),
            LinkTarget::Missing { suggestion } => {
                let wanted = destination
                    .strip_prefix('#')
                    .map(|name| heading_key(&percent_decode_str(name).decode_utf8_lossy()));
                let heading =
                    wanted.and_then(|key| headings.get_or_insert_with(|| headings_by_name(subject)).get(&key));
                catalogue::dead_link(destination, heading.or(suggestion.as_ref()).map(String::as_str))
            }
            LinkTarget::Unread => return,
            _ if destination.is_empty() => catalogue::dead_link(destination, None),
            // Two documents that are both being prepared may refer to each other.
            LinkTarget::Withheld(_) if !is_withheld => catalogue::withheld_link(destination),
            _ => return,
        };
        found.push(subject.at(&link.range, finding));
    });
}

/// The sections of the document by their headings: what leads to each, and its heading: `#s1（第1章　総則）`. Lists of contents
/// that were made for other sites link to the words of headings.
fn headings_by_name(subject: &Subject<'_>) -> BTreeMap<String, String> {
    let mut headings = BTreeMap::new();
    subject.document.body.each_clause(|clause| {
        if !matches!(clause.kind, ClauseKind::Section { .. }) {
            return;
        }
        let label =
            clause.label.as_ref().map_or_else(String::new, |label| format!("{}{}", label.printed, label.separator));
        let heading = format!("{label}{}", plain_text(clause.text()));
        let authored = clause.authored_id.as_ref().map(|id| id.value.as_str());
        let place = authored.unwrap_or(clause.position.as_str());
        headings.entry(heading_key(&heading)).or_insert_with(|| format!("#{place}（{}）", heading.trim()));
    });
    headings
}

/// A heading without what other programs take out of it or exchange when they make an anchor.
fn heading_key(heading: &str) -> String {
    folded(heading).to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    const PUBLIC: &str = "status: published\n";

    /// The findings in a document `r8/a.md` with this link, beside a public and a withheld document.
    fn found(more: &str, destination: &str) -> Vec<String> {
        check_site(&[
            ("r8/a.md", &file(more, &format!("## 1 取組\n\n[方針]({destination})\n"))),
            ("r7/b.md", &file(PUBLIC, "## 1 取組\n")),
            ("r9/c.md", &file("status: approved\n", "本文\n")),
        ])
    }

    #[test]
    fn a_link_that_leads_nowhere_is_reported() {
        for (destination, expected) in [
            ("../r7/b.md#s1", &[][..]),
            ("/r8/", &[]),
            ("https://www.example.go.jp/", &[]),
            ("../r7/b.md#s2", &["r8/a.md:9 dead-link"]),
            ("b.md", &["r8/a.md:9 dead-link"]),
            ("", &["r8/a.md:9 dead-link"]),
            ("/r9/", &["r8/a.md:9 dead-link"]),
            ("/r9/c/", &["r8/a.md:9 withheld-link"]),
            ("javascript:alert(1)", &["r8/a.md:9 link-scheme"]),
        ] {
            assert_eq!(found(PUBLIC, destination), expected, "{destination}");
        }
    }

    #[test]
    fn documents_in_preparation_may_refer_to_each_other() {
        assert_eq!(found("status: draft\n", "../r9/c.md"), [""; 0]);
        assert_eq!(found("status: draft\n", "../r9/d.md"), ["r8/a.md:9 dead-link"]);
    }

    #[test]
    fn a_link_to_the_words_of_a_heading_is_told_its_place() {
        use crate::check::testing::findings;
        use crate::corpus::testing::{page, site};
        for (link, expected) in [
            ("#第1章総則", "#s1（第1章　総則）"),
            ("#第1章-総則", "#s1（第1章　総則）"),
            ("#%E7%AC%AC1%E7%AB%A0%E7%B7%8F%E5%89%87", "#s1（第1章　総則）"),
        ] {
            let text = page("R8", "方針", &format!("[総則]({link})\n\n## 第1章　総則\n\n本文\n"));
            let found = findings(&site(&[("r8/a.md", &text)]));
            let dead = found.iter().find(|found| found.code.id == "dead-link").map(|found| found.help.ja.clone());
            assert!(dead.as_ref().is_some_and(|help| help.contains(expected)), "{link}: {dead:?}");
        }
    }
}
