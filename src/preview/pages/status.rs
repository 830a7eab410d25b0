//! The status of a document in words, and the moment of its publication.

use jiff::Timestamp;

use super::PagesInput;
use super::words::{Words, filled};
use crate::policy::{Metadata, Status};

/// The present status of a document: the word, and its name in style sheets.
pub(super) fn status(input: &PagesInput<'_>, meta: &Metadata) -> (String, &'static str) {
    let words = Words::of(input.lang);
    match (meta.status, coming(input, meta)) {
        (Status::Draft, _) => (words.draft.to_owned(), "draft"),
        (Status::Approved, _) => (words.approved.to_owned(), "approved"),
        (_, Some(at)) => (filled(words.embargoed, &[("when", &moment(input, at))]), "embargoed"),
        (Status::Published, None) => (words.published.to_owned(), "published"),
        (Status::Superseded, None) => (words.superseded.to_owned(), "superseded"),
    }
}

/// The moment of publication, if it is decided and still to come.
pub(super) fn coming(input: &PagesInput<'_>, meta: &Metadata) -> Option<Timestamp> {
    let at = meta.publish_at.as_ref()?.value;
    (meta.is_released() && at > input.now).then_some(at)
}

/// A moment in the time zone of the site.
pub(super) fn moment(input: &PagesInput<'_>, at: Timestamp) -> String {
    at.to_zoned(input.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
}
