//! The lines above the text of a Japanese official document.

use super::Inline;
use crate::diagnostic::Located;

/// The lines above the text, as printed, in any order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Letterhead {
    /// The title: `令和８年度 政策経営部の運営方針`.
    pub title: Option<Located<Vec<Inline>>>,
    /// All other lines, in the order of the file.
    pub lines: Vec<LetterheadLine>,
}

/// A line of a letterhead that is not the title.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterheadLine {
    /// What it says.
    pub kind: LetterheadKind,
    /// As printed.
    pub text: Located<Vec<Inline>>,
}

/// What a line of a letterhead says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterheadKind {
    /// The number of the document: `7総政第123号`, `事務連絡`.
    Number,
    /// The date: `令和７年３月25日`.
    Date,
    /// Those it is written to: `各課長　殿`, `市民の皆様`.
    Addressee,
    /// The issuer: `国分寺市長 井 澤 邦 夫`.
    Issuer,
    /// A remark on its state: `（案）`, `（公印省略）`.
    Remark,
}

impl Letterhead {
    /// The first date line.
    #[must_use]
    pub fn date(&self) -> Option<&Located<Vec<Inline>>> {
        self.of_kind(LetterheadKind::Date).next()
    }

    /// The first issuer line.
    #[must_use]
    pub fn issuer(&self) -> Option<&Located<Vec<Inline>>> {
        self.of_kind(LetterheadKind::Issuer).next()
    }

    /// The lines of one kind, in the order of the file.
    pub fn of_kind(&self, kind: LetterheadKind) -> impl Iterator<Item = &Located<Vec<Inline>>> {
        self.lines.iter().filter(move |line| line.kind == kind).map(|line| &line.text)
    }

    /// The lines above the title. Where the text has no title of its own, those that are no issuer.
    pub fn above(&self) -> impl Iterator<Item = &LetterheadLine> {
        self.lines.iter().filter(|line| self.is_above(line))
    }

    /// The lines between the title and the text.
    pub fn below(&self) -> impl Iterator<Item = &LetterheadLine> {
        self.lines.iter().filter(|line| !self.is_above(line))
    }

    fn is_above(&self, line: &LetterheadLine) -> bool {
        match &self.title {
            Some(title) => line.text.range.start < title.range.start,
            None => line.kind != LetterheadKind::Issuer,
        }
    }
}
