//! Images that are not there, or not here.

use super::Subject;
use super::passage::each_image;
use crate::corpus::{Target, resolve};
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    each_image(&subject.document.body, |image| {
        let destination = &*image.destination;
        let finding = match resolve(subject.corpus, &subject.document.id, destination) {
            Target::Asset(_) => return,
            Target::External => catalogue::external_image(destination),
            Target::Missing { suggestion } => {
                let (ja, en) = catalogue::perhaps(suggestion.as_deref());
                catalogue::dead_image(destination, &ja, &en)
            }
            Target::Document { .. } | Target::Page(_) | Target::Withheld(_) => {
                catalogue::dead_image(destination, "", "")
            }
        };
        found.push(subject.at(&image.range, finding));
    });
}
