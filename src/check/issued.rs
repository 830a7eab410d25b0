//! `issued` against the date line of the text.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{LetterheadKind, Moment, dates_in, era_date, plain_text};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let meta = &subject.document.meta;
    let Some(issued) = &meta.issued else { return };
    // The lines may also give the day of the declaration or of the revision.
    let stated = [Some(issued), meta.declared.as_ref(), meta.revised.as_ref()];
    let is_stated = |day| stated.into_iter().flatten().any(|date| date.value.date == day);
    let lines = subject.document.body.letterhead.of_kind(LetterheadKind::Date);
    let printed: Vec<_> = lines.filter_map(|line| Some((line, day_in(&plain_text(&line.value))?))).collect();
    let Some((line, _)) = printed.first() else { return };
    let text = plain_text(&line.value);
    if !printed.iter().any(|(_, day)| is_stated(*day)) {
        let finding = catalogue::issued_mismatch(text.trim(), &era_date(issued.value.date));
        found.push(subject.at(&issued.range, finding).with_related(subject.span(&line.range), catalogue::text_says()));
    }
}

fn day_in(line: &str) -> Option<jiff::civil::Date> {
    dates_in(line).find_map(|date| match date.moment {
        Ok(Moment::Day(day)) => Some(day),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn the_date_line_must_agree_with_the_front_matter() {
        for (more, expected) in [
            ("issued: 2026-04-01\n", &[][..]),
            ("issued: 令和８年４月１日\n", &[]),
            ("issued: 2026-03-01\ndeclared: R8.4.1\n", &[]),
            ("issued: 2026-03-01\nrevised: R8.4.1\n", &[]),
            ("", &[]),
            ("issued: 2026-04-02\n", &["r8/a.md:5 issued-mismatch"]),
            ("issued: 令和7年4月1日\ndeclared: R8.4.2\n", &["r8/a.md:5 issued-mismatch"]),
        ] {
            let text = file(more, "令和8年4月1日\n\n# 方針\n\n本文\n");
            assert_eq!(check_site(&[("r8/a.md", &text)]), expected, "{more}");
        }
    }
}
