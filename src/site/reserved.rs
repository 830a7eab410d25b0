//! Ids that a page needs for itself.

use super::writer::Writer;
use crate::diagnostic::catalogue;
use crate::policy::Clause;

/// Reports an author's id that is one of them.
pub(super) fn check(w: &mut Writer<'_>, clause: &Clause) {
    let Some(id) = clause.authored_id.as_ref().filter(|id| is_reserved(&id.value)) else { return };
    w.report(catalogue::reserved_id(&id.value), &id.range);
}

/// The ids of the page around the text: landmarks, contents, footnotes (`fn1`) and their marks (`fnref1-1`).
fn is_reserved(id: &str) -> bool {
    let note = id.strip_prefix("fnref").or_else(|| id.strip_prefix("fn"));
    matches!(id, "main" | "toc" | "notes" | "contact" | "gone" | "mentions")
        || note.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::is_reserved;

    #[test]
    fn ids_of_the_page_are_reserved() {
        for (id, expected) in [
            ("main", true),
            ("toc", true),
            ("notes", true),
            ("contact", true),
            ("gone", true),
            ("mentions", true),
            ("fn1", true),
            ("fnref2-1", true),
            ("fnord", false),
            ("s1", false),
            ("maintenance", false),
        ] {
            assert_eq!(is_reserved(id), expected, "{id}");
        }
    }
}
