//! The pages, a module for each kind.

pub(crate) mod accessibility;
pub(crate) mod cascade;
pub(crate) mod clause;
pub(crate) mod data;
pub(crate) mod departments;
pub(crate) mod document;
pub(crate) mod former;
pub(crate) mod home;
pub(crate) mod not_found;
pub(crate) mod objectives;
mod parts;
pub(crate) mod plans;
pub(crate) mod sdgs;
pub(crate) mod search;
pub(crate) mod terms;
pub(crate) mod years;
