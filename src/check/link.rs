//! Links that lead nowhere, or to a document that is not public.

use super::Subject;
use crate::corpus::{LinkTarget, has_scheme, resolve};
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let is_withheld = subject.corpus.is_withheld(&subject.document.id);
    subject.document.body.each_link(|link| {
        let destination = &*link.destination;
        let finding = match resolve(subject.corpus, &subject.document.id, destination) {
            LinkTarget::Missing { .. } if has_scheme(destination) => catalogue::link_scheme(destination),
            LinkTarget::Missing { suggestion } => catalogue::dead_link(destination, suggestion.as_deref()),
            LinkTarget::Unread => return,
            _ if destination.is_empty() => catalogue::dead_link(destination, None),
            // Two documents that are both being prepared may refer to each other.
            LinkTarget::Withheld(_) if !is_withheld => catalogue::withheld_link(destination),
            _ => return,
        };
        found.push(subject.at(&link.range, finding));
    });
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
}
