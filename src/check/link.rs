//! Links that lead nowhere, or where nobody may go yet.

use super::Subject;
use super::passage::each_link;
use crate::corpus::{Target, has_scheme, resolve};
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let is_withheld = subject.corpus.withheld.contains_key(&subject.document.id);
    each_link(&subject.document.body, |link| {
        let destination = &*link.destination;
        let finding = match resolve(subject.corpus, &subject.document.id, destination) {
            Target::Missing { .. } if has_scheme(destination) => catalogue::link_scheme(destination),
            Target::Missing { suggestion } => {
                let (ja, en) = catalogue::perhaps(suggestion.as_deref());
                catalogue::dead_link(destination, &ja, &en)
            }
            _ if destination.is_empty() => catalogue::dead_link(destination, "", ""),
            // Two documents that are both being prepared may refer to each other.
            Target::Withheld(_) if !is_withheld => catalogue::withheld_link(destination),
            _ => return,
        };
        found.push(subject.at(&link.range, finding));
    });
}
