//! Links to the parts of a list that stands on several pages.

use serde::Serialize;

use crate::site::frame::words::{Words, filled};

/// A part of a list.
#[derive(Serialize)]
pub(super) struct ListPart {
    name: String,
    file: String,
    current: bool,
}

/// The parts of a list in `count` parts, seen from one of them; empty where there is only one. `file` gives the file of a part.
/// Parts are counted from 1.
pub(super) fn parts(words: &Words<'_>, current: usize, count: usize, file: impl Fn(usize) -> String) -> Vec<ListPart> {
    if count < 2 {
        return Vec::new();
    }
    let part = |part: usize| ListPart {
        name: filled(words.trace_page, &[("part", &part.to_string())]),
        file: file(part),
        current: part == current,
    };
    (1..=count).map(part).collect()
}
