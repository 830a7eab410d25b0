//! A page of the preview before it is rendered.

use tera::Value;

/// A page before it is rendered.
pub(super) struct Page {
    pub(super) template: &'static str,
    pub(super) title: String,
    /// The file of the menu's entry to which the page belongs.
    pub(super) place: &'static str,
    /// The value that the template shows as `view`.
    pub(super) view: Value,
}
