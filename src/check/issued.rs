//! `issued` against the date line of the text.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Moment, dates_in, era_date, plain_text};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let meta = &subject.document.meta;
    let (Some(issued), Some(line)) = (&meta.issued, &subject.document.body.letterhead.date) else { return };
    let text = plain_text(&line.value);
    let printed = dates_in(&text).find_map(|date| match date.moment {
        Ok(Moment::Day(day)) => Some(day),
        _ => None,
    });
    let Some(printed) = printed else { return };
    // The line may give the day of the declaration or of the revision instead.
    let stated = [Some(issued), meta.declared.as_ref(), meta.revised.as_ref()];
    if !stated.into_iter().flatten().any(|date| date.value.date == printed) {
        let finding = catalogue::issued_mismatch(text.trim(), &era_date(issued.value.date));
        found.push(subject.at(&issued.range, finding).with_related(subject.span(&line.range), catalogue::note_text()));
    }
}
