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
    // 「令和8年度から令和12年度まで」 names a span: any year of it is correct.
    let (Some(first), Some(last)) = (in_title.iter().min(), in_title.iter().max()) else { return };
    if !(*first..=*last).contains(&stated) {
        let finding = catalogue::fiscal_year_mismatch(&first.wareki(), &stated.wareki());
        found.push(subject.at(&meta.fiscal_year.range, finding));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_site;

    #[test]
    fn the_fiscal_year_must_be_that_of_the_title() {
        for (title, expected) in [
            ("令和8年度 政策経営部の運営方針", &[][..]),
            ("令和７年度から令和１１年度までの計画", &[]),
            ("第2次総合ビジョン", &[]),
            ("令和7年第1回定例会 施政方針", &[]),
            ("令和7年度 政策経営部の運営方針", &["r8/a.md:4 fiscal-year-mismatch"]),
            ("令和9年度から令和12年度までの計画", &["r8/a.md:4 fiscal-year-mismatch"]),
        ] {
            let text = format!("---\ntitle: {title}\nkind: 計画\nfiscal_year: R8\n---\n本文\n");
            assert_eq!(check_site(&[("r8/a.md", &text)]), expected, "{title}");
        }
    }
}
