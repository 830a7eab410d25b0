//! Dates that are impossible, lie outside their era, or give two different years.

use super::Subject;
use crate::diagnostic::{Diagnostics, Finding, catalogue};
use crate::policy::{Clause, DateError, EraOverrun, FoundDate, Moment, dates_in};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    subject.document.body.each_text(|running| {
        let text = subject.source(&running.range);
        for date in dates_in(text) {
            let written = text.get(date.range.clone()).unwrap_or_default();
            let Some(finding) = finding(&date, &written.replace('\n', "")) else { continue };
            if running.clause.is_some_and(|clause| is_queried(subject, clause, written)) {
                continue;
            }
            let start = running.range.start;
            found.push(subject.at(&(start + date.range.start..start + date.range.end), finding));
        }
    });
    front_matter(subject, found);
}

fn finding(date: &FoundDate, written: &str) -> Option<Finding> {
    match date.moment {
        // Days of the lunar calendar existed; they cannot be converted.
        Err(DateError::BeforeSolarCalendar) => None,
        Err(_) => Some(catalogue::impossible_date(written)),
        Ok(_) if date.contradicts_itself() => Some(catalogue::era_mismatch(written, &equation(date))),
        Ok(_) => date.overrun.map(|overrun| catalogue::era_overrun(written, &overrun.moment.wareki())),
    }
}

/// `令和7年＝2025年`, starting from the date that is written with an era.
fn equation(date: &FoundDate) -> String {
    let with_era = if date.era.is_some() { date.moment.ok() } else { date.companion };
    let Some(moment) = with_era else { return String::new() };
    let western = match moment {
        Moment::Day(day) => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Moment::Month { year, month } => format!("{year}年{month}月"),
        Moment::Year(year) => format!("{year}年"),
        Moment::FiscalYear(year) => format!("{}年度", year.0),
    };
    format!("{}＝{western}", moment.wareki())
}

/// Whether the sidecar says that these words are kept as they are.
fn is_queried(subject: &Subject<'_>, clause: &Clause, written: &str) -> bool {
    let Some(sidecar) = subject.sidecar else { return false };
    let own = sidecar
        .clauses
        .iter()
        .filter(|(name, _)| clause.fragment() == *name.value || name.value == clause.position.as_str());
    own.flat_map(|(_, notes)| &notes.queries).any(|query| query.text.value.contains(written))
}

fn front_matter(subject: &Subject<'_>, found: &mut Diagnostics) {
    let meta = &subject.document.meta;
    let dates = [&meta.issued, &meta.declared, &meta.revised].into_iter().flatten().map(|date| &date.range);
    for range in dates.chain([&meta.fiscal_year.range]) {
        let written = subject.source(range).trim_matches(['"', '\'']);
        if let Some(overrun) = EraOverrun::of(written) {
            found.push(subject.at(range, catalogue::era_overrun(written, &overrun.moment.wareki())));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{check_site, file, lint_text};

    #[test]
    fn impossible_dates_of_a_text_are_reported() {
        for (text, expected) in [
            ("令和7年（2025年）3月25日に、平成31年度から2050年まで、戦後80年", &[][..]),
            ("令和7年（2024年）", &["era-mismatch"]),
            ("2025（令和8）年度", &["era-mismatch"]),
            ("平成36年度までに達成する", &["era-overrun"]),
            ("令和8年2月30日", &["impossible-date"]),
            ("令和0年", &["impossible-date"]),
            ("明治5年12月2日", &[]),
            ("昭和63年度（1988年度）", &[]),
        ] {
            assert_eq!(lint_text(check, text), expected, "{text}");
        }
    }

    #[test]
    fn a_date_that_the_sidecar_queries_is_not_reported() {
        let text = file("", "\n令和7年（2024年）の実績\n");
        let sidecar = "clauses:\n  p1:\n    queries:\n      - text: 令和7年（2024年）\n        note: 原文のまま\n";
        assert_eq!(check_site(&[("r8/a.md", &text)]), ["r8/a.md:7 era-mismatch"]);
        assert_eq!(check_site(&[("r8/a.md", &text), ("r8/a.yaml", sidecar)]), [""; 0]);
    }

    #[test]
    fn dates_outside_their_era_are_reported_in_the_front_matter() {
        let text = "---\ntitle: 方針\nkind: 計画\nfiscal_year: H38\nissued: \"平成38年4月1日\"\n---\n本文\n";
        assert_eq!(check_site(&[("r8/a.md", text)]), ["r8/a.md:4 era-overrun", "r8/a.md:5 era-overrun"]);
    }
}
