//! The relation between a clause and the one above it.

use crate::diagnostic::Located;

/// A statement that a clause takes up another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Implements {
    /// The clause above, as written: `r7/shisei-unei#s2-2`, or its permanent id.
    pub clause: Located<String>,
    /// The way it is taken up.
    pub relation: Relation,
    /// Words that both clauses have. A lint verifies it.
    pub ground: Vec<Located<String>>,
    /// A remark in words.
    pub note: Option<String>,
}

/// A statement that this document need not take up a clause above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotApplicable {
    /// The clause above, as written.
    pub clause: Located<String>,
    /// The reason: 他部所管.
    pub reason: String,
}

/// The way a clause takes up the one above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Relation {
    /// It states the work to be done for it.
    Details,
    /// It carries it forward.
    Advances,
    /// It goes on from it.
    CarriesOn,
    /// Both are about the same matter. The default, because it claims least.
    #[default]
    Relates,
}

impl Relation {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Details, Self::Advances, Self::CarriesOn, Self::Relates];

    /// The word for it in files and data: 具体化する.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Details => "具体化する",
            Self::Advances => "推進する",
            Self::CarriesOn => "引き継ぐ",
            Self::Relates => "関連する",
        }
    }

    /// The word for it in files of English sites: `details`.
    #[must_use]
    pub fn english_word(self) -> &'static str {
        match self {
            Self::Details => "details",
            Self::Advances => "advances",
            Self::CarriesOn => "continues",
            Self::Relates => "relates",
        }
    }

    /// The same as a statement in English.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Details => "makes it concrete",
            Self::Advances => "carries it forward",
            Self::CarriesOn => "continues it",
            Self::Relates => "is related to it",
        }
    }

    /// The relation with this word in either language; 具体化 is 具体化する.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        let word = word.trim();
        Self::ALL.into_iter().find(|relation| {
            relation.english_word() == word
                || relation.word().strip_prefix(word).is_some_and(|rest| matches!(rest, "" | "する"))
        })
    }
}
