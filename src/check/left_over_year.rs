//! The year of last year's document, left in a text that was made from it.
//!
//! A year alone proves nothing: this year's policy tells what last year did. So only places are reported where the text speaks of
//! itself: 「今年度（令和7年度）」, 「令和7年度…の運営方針を定める」 with the document's own title, headings that name last year
//! and never this, what last year is *going* to do, and a date above the text more than a year before the fiscal year.

use std::ops::Range;

use super::Subject;
use super::shown::{Shown, WordFinder};
use crate::corpus::day_of;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::japanese::squeezed;
use crate::policy::{Block, Clause, ClauseKind, FiscalYear, FoundDate, Moment, TextPart, dates_in, plain_text};

/// Words for the year of the document.
const THIS_YEAR: [&str; 2] = ["今年度", "本年度"];
/// Words in headings about what is to be done.
const PLANS: [&str; 6] = ["方針", "目標", "重点", "取組", "予定", "計画"];
/// Words in headings about what has been done.
const LOOKING_BACK: [&str; 14] = [
    "実績",
    "評価",
    "結果",
    "振り返り",
    "決算",
    "前年",
    "昨年",
    "これまで",
    "状況",
    "現状",
    "成果",
    "総括",
    "検証",
    "課題",
];
/// Ends of sentences about what is to be done.
const INTENTIONS: [&str; 12] = [
    "進めます",
    "取り組みます",
    "目指します",
    "図ります",
    "努めます",
    "まいります",
    "参ります",
    "行います",
    "すること",
    "進めること",
    "取り組むこと",
    "進める",
];
/// What a document says of itself.
const DECIDES: [&str; 5] = ["定め", "策定", "示す", "示し", "制定"];

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    letterhead(subject, found);
    headings(subject, found);
    let title = TitleAfterYear::of(subject);
    for shown in subject.shown.iter().filter(|shown| shown.part == TextPart::Text) {
        // Most texts name no year.
        if shown.text.contains("年度") {
            in_text(subject, shown, title.as_ref(), found);
        }
    }
}

/// The document's title behind its fiscal year, without spaces: `政策経営部の運営方針`.
struct TitleAfterYear(String);

impl TitleAfterYear {
    fn of(subject: &Subject<'_>) -> Option<Self> {
        let title = &subject.document.meta.title.value;
        let date = dates_in(title).next()?;
        let rest = squeezed(&title[date.range.end..]);
        (fiscal_year(&date) == Some(subject.document.meta.fiscal_year.value) && rest.chars().count() > 3)
            .then_some(Self(rest))
    }
}

fn in_text(subject: &Subject<'_>, shown: &Shown<'_>, title: Option<&TitleAfterYear>, found: &mut Diagnostics) {
    let stated = subject.document.meta.fiscal_year.value;
    let issued_in = day_of(&subject.document.meta).map(FiscalYear::of);
    let mut finder = WordFinder::new(subject, shown);
    for date in dates_in(&shown.text) {
        let Some(year) = fiscal_year(&date).filter(|year| *year != stated) else { continue };
        let (before, after) = (&shown.text[..date.range.start], &shown.text[date.range.end..]);
        let sentence = after.split('。').next().unwrap_or_default();
        let is_this_year =
            before.strip_suffix(['（', '(']).is_some_and(|before| THIS_YEAR.iter().any(|word| before.ends_with(word)));
        let is_last = year.0 + 1 == stated.0;
        let is_title = || {
            title.is_some_and(|title| squeezed(sentence).trim_start_matches('「').starts_with(&title.0))
                && DECIDES.iter().any(|word| sentence.contains(word))
        };
        let is_intention = || {
            sentence.starts_with("は、")
                && (before.is_empty() || before.ends_with(['。', '\n']))
                && INTENTIONS.iter().any(|end| sentence.ends_with(end))
        };
        if is_this_year && issued_in != Some(year) || is_last && (is_title() || is_intention()) {
            let finding = catalogue::left_over_year(&year.wareki(), &stated.wareki());
            found.push(finder.at(&shown.text[date.range.clone()], finding));
        }
    }
}

fn fiscal_year(date: &FoundDate) -> Option<FiscalYear> {
    match date.moment {
        Ok(Moment::FiscalYear(year)) => Some(year),
        _ => None,
    }
}

/// A date above the text that lies more than a year before the fiscal year.
fn letterhead(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(line) = subject.document.body.letterhead.date() else { return };
    let stated = subject.document.meta.fiscal_year.value;
    let text = plain_text(&line.value);
    let is_old = dates_in(&text).any(|date| {
        let Ok(Moment::Day(day)) = date.moment else { return false };
        let year = FiscalYear::of(day);
        year.0 + 1 < stated.0 || year.0 + 1 == stated.0 && day.month() == 4 && day.day() == 1
    });
    if is_old {
        let printed = text.trim();
        found.push(subject.at(&line.range, catalogue::left_over_year(printed, &stated.wareki())));
    }
}

/// Tells if a date stands in 「…」: it is part of the name of another document.
fn is_quoted(text: &str, date: &FoundDate) -> bool {
    let before = &text[..date.range.start];
    before.matches('「').count() > before.matches('」').count()
}

/// Headings about what is to be done that name last year, if no heading names this year.
fn headings(subject: &Subject<'_>, found: &mut Diagnostics) {
    let stated = subject.document.meta.fiscal_year.value;
    let mut of_last: Vec<Range<usize>> = Vec::new();
    let mut is_of_last_only = true;
    subject.document.body.each_block(|block| {
        let Block::Clause(Clause { kind: ClauseKind::Section { .. }, range, .. }) = block else { return };
        let heading = subject.source(range);
        for year in dates_in(heading).filter(|date| !is_quoted(heading, date)).filter_map(|date| fiscal_year(&date)) {
            is_of_last_only &= year.0 + 1 == stated.0;
            let names = |words: &[&str]| words.iter().any(|word| heading.contains(word));
            if names(&PLANS) && !names(&LOOKING_BACK) {
                of_last.push(range.clone());
            }
        }
    });
    if let Some(range) = of_last.first()
        && is_of_last_only
    {
        let last = FiscalYear(stated.0.saturating_sub(1));
        found.push(subject.at(range, catalogue::left_over_year(&last.wareki(), &stated.wareki())));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_site;

    fn found(more: &str, text: &str) -> Vec<String> {
        let file =
            format!("---\ntitle: 令和8年度 政策経営部の運営方針\nkind: 計画\nfiscal_year: R8\n{more}---\n{text}\n");
        check_site(&[("r8/a.md", &file)])
    }

    #[test]
    fn last_years_year_is_reported_where_the_text_speaks_of_itself() {
        for (text, expected) in [
            ("今年度（令和7年度）の取組を示す。", &["r8/a.md:6 left-over-year"][..]),
            ("令和7年度政策経営部の運営方針を次のとおり定める。", &["r8/a.md:6 left-over-year"]),
            ("令和７年度は、防災の取組を進めます。", &["r8/a.md:6 left-over-year"]),
            ("## 1 令和7年度の重点目標", &["r8/a.md:6 left-over-year"]),
            ("令和6年12月1日\n\n# 令和8年度 政策経営部の運営方針\n\n本文", &["r8/a.md:6 left-over-year"]),
            // Not reported.
            ("今年度（令和8年度）の取組を示す。", &[]),
            ("令和7年度政策経営部の運営方針の成果を踏まえる。", &[]),
            ("令和7年度は、防災の取組を進めました。", &[]),
            ("## 1 令和7年度の取組の成果", &[]),
            ("## 1 「令和7年度の方針」とその取組", &["r8/a.md:6 unknown-document"]),
            ("## 1 令和7年度の取組\n\n## 2 令和8年度の取組", &[]),
            ("令和8年3月19日\n\n# 令和8年度 政策経営部の運営方針\n\n本文", &[]),
        ] {
            assert_eq!(found("", text), expected, "{text}");
        }
    }

    #[test]
    fn the_year_of_issue_may_be_called_this_year() {
        assert_eq!(found("issued: 2026-02-20\n", "今年度（令和7年度）の取組を示す。"), [""; 0]);
    }
}
