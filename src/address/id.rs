//! Ids that no clause may have: those of positions and of the page.

use crate::policy::ClauseId;

/// Whether the page uses the id itself, or the id could be mistaken for a position.
pub(super) fn is_reserved(id: &ClauseId) -> bool {
    let id = id.as_str();
    let note = id.strip_prefix("fnref").or_else(|| id.strip_prefix("fn"));
    matches!(id, "main" | "toc" | "notes" | "contact" | "gone" | "mentions" | "now" | "related")
        || note.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        || is_position(id)
        || is_copy(id)
}

/// Whether the id looks like the mark of a repeated number, as in `s5-1.d2`.
fn is_copy(id: &str) -> bool {
    id.strip_prefix('d').is_some_and(is_digits)
}

/// Whether a word has the form of a position: `s5`, `s5-1`, `pre-p1`, `a1-t1r4`.
fn is_position(word: &str) -> bool {
    let mut parts = word.split('-');
    let first = parts.next().unwrap_or_default();
    (first == "pre" || is_counted(first, "shbpqtax")) && parts.all(|part| is_digits(part) || is_counted(part, "hbpqt"))
}

/// Whether a part is a letter with a count, such as `b3`, or a row, such as `t1r4`.
fn is_counted(part: &str, letters: &str) -> bool {
    let mut rest = part.chars();
    let known = rest.next().is_some_and(|letter| letters.contains(letter));
    let (table, row) = rest.as_str().split_once('r').unwrap_or((rest.as_str(), "1"));
    known && is_digits(table) && is_digits(row)
}

fn is_digits(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_reserved;

    /// If an author gave an id that the page uses, it would lead to two places.
    #[test]
    fn every_id_of_the_templates_is_reserved() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/templates");
        let mut seen = 0;
        // Other pages hold no clauses.
        for file in ["base.html", "document.html", "clause.html", "moved.html", "gone.html"] {
            let text = std::fs::read_to_string(format!("{folder}/{file}")).unwrap();
            for id in text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(id.contains('{') || is_reserved(&id.into()), "{id}");
                seen += 1;
            }
        }
        assert!(seen > 0);
    }

    #[test]
    fn ids_of_positions_and_of_the_page_are_reserved() {
        for id in [
            "s5", "s5-1", "s5-b3", "pre", "pre-p1", "a1-t1r4", "p12345", "t34r5", "fn1", "fnref1-1", "main", "toc",
            "gone", "mentions", "related", "now", "d2", "d2345",
        ] {
            assert!(is_reserved(&id.into()), "{id}");
        }
        for id in ["line-toroku", "k7f3q", "s5x", "pre-amble", "sns", "s-5", "fn", "s5-toroku", "tr4", "b2b", "d2x"] {
            assert!(!is_reserved(&id.into()), "{id}");
        }
    }
}
