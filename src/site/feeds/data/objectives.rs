//! Rows of objectives: one for each value of each indicator.

use super::DataSource;
use super::clauses::text;
use super::sheet::Sheet;
use crate::corpus::PlacedObjective;
use crate::policy::{Direction, Document, Indicator, IndicatorKind, Missing, Point, Quantity, Stated};

impl DataSource<'_> {
    pub(super) fn objectives(&self, document: &Document, sheet: &mut Sheet) {
        for goal in PlacedObjective::of(document) {
            if goal.objective.indicators.is_empty() {
                self.objective(&goal, sheet);
                (0..9).for_each(|_| sheet.none());
                sheet.bare(document.meta.example);
            }
            for indicator in &goal.objective.indicators {
                for (part, point) in parts(indicator) {
                    self.objective(&goal, sheet);
                    of_indicator(indicator, sheet);
                    sheet.text(part);
                    of_point(point, sheet);
                    sheet.bare(document.meta.example);
                }
            }
        }
    }

    /// The cells that are the same for all values of an objective.
    fn objective(&self, goal: &PlacedObjective<'_>, sheet: &mut Sheet) {
        let (document, clause) = (goal.document, goal.clause);
        let address = clause.address();
        self.area(sheet);
        sheet.text(address.id.as_str());
        sheet.text(&document.id.0);
        sheet.text(clause.position.as_str());
        sheet.text(&text(clause));
        sheet.text(&self.clause_url(&document.id, address.id, &clause.position));
        sheet.bare(document.meta.fiscal_year.value.0);
        sheet.some(goal.owner().given().copied());
        sheet.some(goal.objective.status.given().map(|code| code.value.as_str()));
        sheet.day(goal.objective.due.day.given().map(|day| day.value.date));
        sheet.some(goal.objective.due.label.as_deref());
    }

    pub(super) fn sdgs(&self, document: &Document, sheet: &mut Sheet) {
        for goal in PlacedObjective::of(document) {
            for number in &goal.objective.sdgs {
                self.area(sheet);
                sheet.text(goal.clause.address().id.as_str());
                sheet.text(&document.id.0);
                sheet.text(goal.clause.position.as_str());
                sheet.bare(number.value);
            }
        }
    }
}

fn parts(indicator: &Indicator) -> impl Iterator<Item = (&'static str, &Point)> {
    let interim = indicator.interim.iter().map(|point| ("interim", point));
    let actuals = indicator.actuals.iter().map(|point| ("actual", point));
    let judged = indicator.judged.iter().map(|point| ("judged", point));
    std::iter::once(("baseline", &indicator.baseline))
        .chain(interim)
        .chain([("target", &indicator.target)])
        .chain(actuals)
        .chain(judged)
}

fn of_indicator(indicator: &Indicator, sheet: &mut Sheet) {
    sheet.text(&indicator.name.value);
    sheet.some(indicator.kind.given().map(|kind| match kind {
        IndicatorKind::Output => "output",
        IndicatorKind::Outcome => "outcome",
    }));
    sheet.some(indicator.unit.given().map(String::as_str));
    sheet.some(indicator.direction.given().map(|direction| match direction {
        Direction::Up => "up",
        Direction::Down => "down",
        Direction::Keep => "keep",
        Direction::Done => "done",
    }));
}

fn of_point(point: &Point, sheet: &mut Sheet) {
    match &point.value {
        Stated::Given(value) => {
            match &value.value {
                Quantity::Number(number) => {
                    sheet.bare(number.typed());
                    sheet.none();
                }
                Quantity::Words(words) => {
                    sheet.none();
                    sheet.text(words);
                }
            }
            sheet.none();
        }
        Stated::Missing(missing) => {
            sheet.none();
            sheet.none();
            sheet.text(match missing {
                Missing::Unset => "unset",
                Missing::Unconfirmed => "unconfirmed",
                Missing::NotApplicable => "not_applicable",
            });
        }
    }
    sheet.day(point.date());
}
