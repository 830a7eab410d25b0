//! Counters for clauses without a number.

/// The numbers of unnumbered siblings so far, by kind. Positions (`s5-b1`) and names of places (5（1項目め）) are counted alike.
#[derive(Debug, Default)]
pub struct SiblingCounts {
    /// Sections without a number.
    pub headings: u32,
    /// List items.
    pub bullets: u32,
    /// Plain paragraphs.
    pub paragraphs: u32,
    /// Tables.
    pub tables: u32,
    /// Quotations.
    pub quotes: u32,
}
