//! The reason for which a cell cannot be imported.

use crate::diagnostic::Bilingual;

pub(super) struct CellRefusal {
    pub(super) reason: Bilingual,
    /// The content that was probably meant.
    pub(super) near: Option<String>,
}

impl CellRefusal {
    pub(super) fn with_near(reason: Bilingual, near: Option<impl Into<String>>) -> Self {
        Self { reason, near: near.map(Into::into) }
    }
}

impl From<Bilingual> for CellRefusal {
    fn from(reason: Bilingual) -> Self {
        Self { reason, near: None }
    }
}
