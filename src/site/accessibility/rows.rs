//! The rows of a table of success criteria.

use serde::Serialize;

use super::super::listing::{DateView, date_view};
use super::super::words::Words;
use crate::policy::{AccessibilityTest, CRITERIA, Criterion, CriterionOutcome, Judge, SignedResult};

/// Whose templates the pages were made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::site) enum Frame {
    /// The default theme's: what the tests of the program say holds for them.
    Ours,
    /// Some are the site's own: nobody but a person can tell.
    Theirs,
}

/// A criterion and what is known about it.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Row<'a> {
    pub(super) number: &'static str,
    pub(super) name: &'static str,
    pub(super) level: &'static str,
    /// `machine`, `nothing`, `signed` or `open`.
    pub(super) state: &'static str,
    /// ○, ×, − or nothing: only a person's signature says ○ or ×.
    pub(super) result: &'static str,
    /// How it is known, in Japanese.
    pub(super) how: &'static str,
    /// Why, or a remark.
    pub(super) note: &'a str,
    pub(super) by: Option<&'a str>,
    pub(super) on: Option<DateView>,
}

/// The criteria of a list, in the order of their numbers.
pub(super) fn rows(test: &AccessibilityTest, frame: Frame, is_in: fn(&Criterion) -> bool) -> Vec<Row<'_>> {
    CRITERIA.iter().filter(|criterion| is_in(criterion)).map(|criterion| row(test, frame, criterion)).collect()
}

fn row<'a>(test: &'a AccessibilityTest, frame: Frame, criterion: &Criterion) -> Row<'a> {
    if let Some(signed) = test.signed.iter().rev().find(|signed| signed.criterion == criterion.number) {
        return of_person(criterion, signed);
    }
    let row = blank(criterion);
    match (criterion.judge, frame) {
        (Judge::Machine(note), Frame::Ours) => Row { state: "machine", how: "自動で確認", note, ..row },
        (Judge::Nothing(note), Frame::Ours) => {
            Row { state: "nothing", result: "−", how: "構造上該当なし", note, ..row }
        }
        (Judge::Person, _) | (_, Frame::Theirs) => Row { state: "open", how: "人の確認が要る", ..row },
    }
}

fn blank(criterion: &Criterion) -> Row<'static> {
    let Criterion { number, name, level, .. } = *criterion;
    Row { number, name, level, state: "", result: "", how: "", note: "", by: None, on: None }
}

fn of_person<'a>(criterion: &Criterion, signed: &'a SignedResult) -> Row<'a> {
    let result = match signed.outcome {
        CriterionOutcome::Passed => "○",
        CriterionOutcome::Failed => "×",
        CriterionOutcome::Inapplicable => "−",
    };
    Row {
        state: "signed",
        result,
        how: "人が確認",
        note: signed.note.as_deref().unwrap_or_default(),
        by: Some(&signed.by),
        on: Some(date_view(Words::of("ja"), &signed.on)),
        ..blank(criterion)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::WrittenDate;

    #[test]
    fn only_a_signature_says_yes_or_no() {
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
        for (frame, number, state, result) in [
            (Frame::Ours, "1.1.1", "signed", "○"),
            (Frame::Ours, "2.1.1", "signed", "×"),
            (Frame::Ours, "1.4.3", "machine", ""),
            (Frame::Ours, "1.2.1", "nothing", "−"),
            (Frame::Ours, "2.4.4", "open", ""),
            (Frame::Theirs, "1.4.3", "open", ""),
            (Frame::Theirs, "1.2.1", "open", ""),
            (Frame::Theirs, "1.1.1", "signed", "○"),
        ] {
            let rows = rows(&test, frame, Criterion::is_in_jis_2016);
            assert_eq!(rows.len(), 38);
            let row = rows.iter().find(|row| row.number == number).unwrap();
            assert_eq!((row.state, row.result), (state, result), "{number}");
            assert_eq!(row.by.is_some(), state == "signed");
        }
    }
}
