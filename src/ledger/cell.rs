//! Texts in cells. A spreadsheet must not take a text for a formula, and an import must not take it for a command. Each text is
//! read back unchanged.

use crate::policy::formula_start;

/// The cell that deletes a content.
pub(super) const DELETE: &str = "削除";

/// Whether a text could be taken for a formula or for the word that deletes. Leading apostrophes do not count.
fn is_risky(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    bare == DELETE || (bare.starts_with(|c: char| !c.is_whitespace()) && formula_start(bare).is_some())
}

/// A text as a cell: on one line, with a leading apostrophe if it is risky.
pub(super) fn written(text: &str) -> String {
    let line = one_line(text);
    if is_risky(&line) { format!("'{line}") } else { line }
}

/// A text on one line, trimmed.
pub(super) fn one_line(text: &str) -> String {
    let parts = text.split(['\n', '\r', '\t']).map(str::trim);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a cell says that the content is to be deleted.
pub(super) fn deletes(cell: &str) -> bool {
    cell.trim() == DELETE
}

/// The text of a cell.
pub(super) fn read(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if is_risky(rest) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_never_formulas_and_are_read_back() {
        for (text, cell) in [
            ("登録者", "登録者"),
            ("=1+1", "'=1+1"),
            ("@shi", "'@shi"),
            ("－5%", "'－5%"),
            ("'=1", "''=1"),
            ("'とする", "'とする"),
            ("-5", "-5"),
            ("-5人", "'-5人"),
            ("削除", "'削除"),
            ("'削除", "''削除"),
            ("削除する", "削除する"),
            ("", ""),
        ] {
            assert_eq!(written(text), cell);
            assert_eq!(read(cell), text);
        }
    }

    #[test]
    fn a_text_becomes_one_line() {
        assert_eq!(written("一。\n二。\n"), "一。 二。");
    }
}
