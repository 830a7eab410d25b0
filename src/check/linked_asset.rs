//! The files below `content/` to which a document links.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Subject;
use crate::corpus::{LinkTarget, resolve};

/// Each file that a document links or shows, once: its path below `content/`, and the bytes of the first link or image.
pub(super) fn each_asset(subject: &Subject<'_>, mut look: impl FnMut(&str, &Range<usize>)) {
    let mut seen = BTreeSet::new();
    let mut of_destination = |destination: &str, range: &Range<usize>| {
        if let LinkTarget::Asset(path) = resolve(subject.corpus, &subject.document.id, destination)
            && !seen.contains(&path)
        {
            look(&path, range);
            seen.insert(path);
        }
    };
    subject.document.body.each_link(|link| of_destination(&link.destination, &link.range));
    subject.document.body.each_image(|image| of_destination(&image.destination, &image.range));
}

/// The last part of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}
