//! The fiscal year of the front matter against the one in the title.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{FiscalYear, Moment, dates_in};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let meta = &subject.document.meta;
    let stated = meta.fiscal_year.value;
    let in_title: Vec<FiscalYear> = dates_in(&meta.title.value)
        .filter_map(|date| match date.moment {
            Ok(Moment::FiscalYear(year)) => Some(year),
            _ => None,
        })
        .collect();
    // 「令和8年度から令和12年度まで」 names a span: any year of it is right.
    let (Some(first), Some(last)) = (in_title.iter().min(), in_title.iter().max()) else { return };
    if !(*first..=*last).contains(&stated) {
        let finding = catalogue::fiscal_year_mismatch(&first.wareki(), &stated.wareki());
        found.push(subject.at(&meta.fiscal_year.range, finding));
    }
}
