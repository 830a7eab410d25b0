//! Files with names that make unreadable addresses.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Subject;
use super::passage::{each_image, each_link};
use crate::corpus::{Target, resolve};
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    let mut look = |destination: &str, range: &Range<usize>| {
        if destination.is_ascii() && !destination.contains('%') {
            return;
        }
        let Target::Asset(path) = resolve(subject.corpus, &subject.document.id, destination) else { return };
        let name = path.rsplit('/').next().unwrap_or_default();
        if !name.is_ascii() && seen.insert(path.clone()) {
            found.push(subject.at(range, catalogue::asset_name(name)));
        }
    };
    each_link(&subject.document.body, |link| look(&link.destination, &link.range));
    each_image(&subject.document.body, |image| look(&image.destination, &image.range));
}
