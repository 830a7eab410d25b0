//! The marks of a new document where something is to be filled in: `（要記入：制定日）`, `(TO FILL IN: date of issue)`.

use super::NamingLanguage;

/// The start of a mark in each language, without the bracket before it. Official texts write 要記入 without a colon, if at all,
/// and no such words in capitals.
pub const FILL_IN_MARKS: [(NamingLanguage, &str); 2] =
    [(NamingLanguage::Japanese, "要記入："), (NamingLanguage::English, "TO FILL IN:")];

/// How many marks a text has.
#[must_use]
pub fn fill_in_marks(text: &str) -> usize {
    FILL_IN_MARKS.iter().map(|(_, mark)| text.matches(mark).count()).sum()
}
