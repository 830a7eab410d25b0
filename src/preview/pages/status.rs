//! What the status of a document is called, and when it becomes public.

use jiff::Timestamp;

use super::Input;
use super::words::{Words, filled};
use crate::policy::{Metadata, Status};

/// What the state of a document is now: a word for the eye and one for style sheets.
pub(super) fn status(input: &Input<'_>, meta: &Metadata) -> (String, &'static str) {
    let words = Words::of(input.lang);
    match (meta.status, coming(input, meta)) {
        (Status::Draft, _) => (words.draft.to_owned(), "draft"),
        (Status::Approved, _) => (words.approved.to_owned(), "approved"),
        (_, Some(at)) => (filled(words.embargoed, &[("when", &moment(input, at))]), "embargoed"),
        (Status::Published, None) => (words.published.to_owned(), "published"),
        (Status::Superseded, None) => (words.superseded.to_owned(), "superseded"),
    }
}

/// When it becomes public, if that is decided and still to come.
pub(super) fn coming(input: &Input<'_>, meta: &Metadata) -> Option<Timestamp> {
    let at = meta.publish_at.as_ref()?.value;
    (meta.is_released() && at > input.now).then_some(at)
}

/// A moment by the clock on the wall of the city.
pub(super) fn moment(input: &Input<'_>, at: Timestamp) -> String {
    at.to_zoned(input.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
}
