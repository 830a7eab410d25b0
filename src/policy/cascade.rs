//! What ties a clause to the one above it.

use crate::diagnostic::Located;

/// That a clause takes up another one, as somebody has said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Implements {
    /// The clause above, as written: `r7/shisei-unei#s2-2`, or its permanent id.
    pub clause: Located<String>,
    /// How it is taken up.
    pub relation: Relation,
    /// Words that both clauses have; that is verified.
    pub ground: Vec<Located<String>>,
    /// A remark.
    pub note: Option<String>,
}

/// That a clause above is not for this document to take up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotApplicable {
    /// The clause above, as written.
    pub clause: Located<String>,
    /// Why: 他部所管.
    pub reason: String,
}

/// How a clause takes up the one above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Relation {
    /// It says what is to be done for it.
    Details,
    /// It carries it forward.
    Advances,
    /// It goes on with what was said there.
    CarriesOn,
    /// Both speak of the same matter. The default, because it claims least.
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

    /// The same in English.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Details => "makes it concrete",
            Self::Advances => "carries it forward",
            Self::CarriesOn => "continues it",
            Self::Relates => "is related to it",
        }
    }

    /// The relation with this word; 具体化 is 具体化する.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        let word = word.trim();
        Self::ALL
            .into_iter()
            .find(|relation| relation.word().strip_prefix(word).is_some_and(|rest| matches!(rest, "" | "する")))
    }
}
