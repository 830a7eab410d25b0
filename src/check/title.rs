//! The title of the front matter against the printed one.

use super::Subject;
use super::squeeze::squeezed;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::plain_text;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(line) = &subject.document.body.letterhead.title else { return };
    let stated = &subject.document.meta.title;
    let printed = plain_text(&line.value);
    if squeezed(&printed) != squeezed(&stated.value) {
        let finding = catalogue::title_mismatch(printed.trim(), &stated.value);
        found.push(subject.at(&stated.range, finding).with_related(subject.span(&line.range), catalogue::note_text()));
    }
}
