//! The rows of a table of success criteria.

use serde::Serialize;

use super::english::{english_name, english_note};
use crate::policy::{AccessibilityTest, CRITERIA, Criterion, CriterionOutcome, Judge, SignedResult};
use crate::site::frame::words::Words;
use crate::site::frame::years::{DayContext, day_context};

/// The templates with which the pages were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TemplateOrigin {
    /// Those of the default theme, which the tests of the program check.
    Default,
    /// Some are the site's own: only a person can check them.
    Own,
}

/// A criterion and its result.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct CriterionRow<'a> {
    pub(super) number: &'static str,
    pub(super) name: &'static str,
    pub(super) level: &'static str,
    /// `machine`, `nothing`, `signed` or `open`.
    pub(super) state: &'static str,
    /// ○, ×, − or nothing: only a person's signature says ○ or ×.
    pub(super) result: &'static str,
    /// The way it was checked.
    pub(super) how: &'a str,
    /// Why, or a remark.
    pub(super) note: &'a str,
    pub(super) by: Option<&'a str>,
    pub(super) on: Option<DayContext>,
}

/// The criteria of a list, in the order of their numbers.
pub(super) fn rows<'a>(
    words: &'a Words<'_>,
    test: &'a AccessibilityTest,
    origin: TemplateOrigin,
    is_in: fn(&Criterion) -> bool,
) -> Vec<CriterionRow<'a>> {
    CRITERIA.iter().filter(|criterion| is_in(criterion)).map(|criterion| row(words, test, origin, criterion)).collect()
}

fn row<'a>(
    words: &'a Words<'_>,
    test: &'a AccessibilityTest,
    origin: TemplateOrigin,
    criterion: &Criterion,
) -> CriterionRow<'a> {
    if let Some(signed) = test.signed.iter().rev().find(|signed| signed.criterion == criterion.number) {
        return of_person(words, criterion, signed);
    }
    let row = blank(words, criterion);
    match (criterion.judge, origin) {
        (Judge::Machine(note), TemplateOrigin::Default) => {
            CriterionRow { state: "machine", how: words.accessibility_machine, note: note_in(words, note), ..row }
        }
        (Judge::Nothing(note), TemplateOrigin::Default) => CriterionRow {
            state: "nothing",
            result: "−",
            how: words.accessibility_nothing,
            note: note_in(words, note),
            ..row
        },
        (Judge::Person, _) | (_, TemplateOrigin::Own) => {
            CriterionRow { state: "open", how: words.accessibility_open, ..row }
        }
    }
}

/// What a program can tell, in the language of the page.
fn note_in(words: &Words<'_>, note: &'static str) -> &'static str {
    if words.language == "ja" { note } else { english_note(note) }
}

fn blank(words: &Words<'_>, criterion: &Criterion) -> CriterionRow<'static> {
    let Criterion { number, name, level, .. } = *criterion;
    let name = if words.language == "ja" { name } else { english_name(number) };
    CriterionRow { number, name, level, state: "", result: "", how: "", note: "", by: None, on: None }
}

fn of_person<'a>(words: &'a Words<'_>, criterion: &Criterion, signed: &'a SignedResult) -> CriterionRow<'a> {
    let result = match signed.outcome {
        CriterionOutcome::Passed => "○",
        CriterionOutcome::Failed => "×",
        CriterionOutcome::Inapplicable => "−",
    };
    CriterionRow {
        state: "signed",
        result,
        how: words.accessibility_signed,
        note: signed.note.as_deref().unwrap_or_default(),
        by: Some(&signed.by),
        on: Some(day_context(words, &signed.on)),
        ..blank(words, criterion)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::WrittenDate;
    use crate::site::frame::words::SiteWords;
    use crate::source::ThemeWords;

    #[test]
    fn only_a_signature_says_yes_or_no() {
        let none = ThemeWords::default();
        let words = SiteWords::new(&none);
        let on = WrittenDate::parse("2026-10-01").unwrap();
        let signed = |criterion: &str, outcome| SignedResult {
            criterion: criterion.to_owned(),
            outcome,
            by: "見本花子".to_owned(),
            on: on.clone(),
            note: None,
        };
        let test = AccessibilityTest {
            year: 2026,
            stated: None,
            from: None,
            until: None,
            signed: vec![signed("1.1.1", CriterionOutcome::Passed), signed("2.1.1", CriterionOutcome::Failed)],
        };
        for (origin, number, state, result) in [
            (TemplateOrigin::Default, "1.1.1", "signed", "○"),
            (TemplateOrigin::Default, "2.1.1", "signed", "×"),
            (TemplateOrigin::Default, "1.4.3", "machine", ""),
            (TemplateOrigin::Default, "1.2.1", "nothing", "−"),
            (TemplateOrigin::Default, "2.4.4", "open", ""),
            (TemplateOrigin::Own, "1.4.3", "open", ""),
            (TemplateOrigin::Own, "1.2.1", "open", ""),
            (TemplateOrigin::Own, "1.1.1", "signed", "○"),
        ] {
            let rows = rows(words.of("ja"), &test, origin, Criterion::is_in_jis_2016);
            assert_eq!(rows.len(), 38);
            let row = rows.iter().find(|row| row.number == number).unwrap();
            assert_eq!((row.state, row.result), (state, result), "{number}");
            assert_eq!(row.by.is_some(), state == "signed");
        }
    }
}
