//! Findings of a comparison of a post with its clause (`snippet/faithfulness`).

pub(super) mod facts;
pub(super) mod force;
pub(super) mod form;
pub(super) mod scope;

pub use facts::*;
pub use force::*;
pub use form::*;
pub use scope::*;
