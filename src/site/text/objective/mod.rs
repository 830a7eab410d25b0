//! The facts of an objective beside the text of its clause: status, deadline, and each indicator with its values as a table.
//! Nothing here is official text. It holds only what somebody has written down: no score, and no colour without a word and a sign.

mod chart;
mod points;
pub(crate) mod values;

use super::writer::{TextPage, TextWriter};
use crate::corpus::PlacedObjective;
use crate::policy::{Clause, Indicator, Point, Stated};
use crate::site::frame::words::PageContext;
use points::points;
use values::{day, missing, quantity, stated};

/// Adds the facts of the objective of a clause, if it is one. On the clause's own page each indicator that can be drawn has a
/// chart.
pub(crate) fn objective(w: &mut TextWriter<'_>, clause: &Clause) {
    let Some(objective) = clause.objective.as_deref() else { return };
    let goal = PlacedObjective { document: w.document, clause, objective };
    let parts = w.parts;
    let example = match w.document.meta.example && w.text_page == TextPage::Document {
        true => parts.objective_example.with([]),
        false => String::new(),
    };
    let indicators: String = objective.indicators.iter().map(|indicator| self::indicator(w, indicator)).collect();
    let (name, facts) = (w.place(&clause.position), facts(w, &goal));
    parts.objective.push(&mut w.out, [&name, &example, &facts, &indicators]);
}

fn facts(w: &TextWriter<'_>, goal: &PlacedObjective<'_>) -> String {
    let (corpus, words, page) = (w.site.corpus, w.words, w.page());
    let in_charge = match goal.owner() {
        Stated::Given(id) => {
            let name = corpus.organization(id).map_or(id, |department| department.name.as_str());
            stated(page, &Stated::Given(name), |name| (*name).to_owned())
        }
        Stated::Missing(why) => missing(words, why).to_owned(),
    };
    let sdgs: Vec<String> = goal.objective.sdgs.iter().map(|one| words.sdg(one.value)).collect();
    let sdgs = match sdgs.is_empty() {
        true => String::new(),
        false => w.parts.objective_sdgs.with([&sdgs.join(words.and)]),
    };
    let (status, due) = (values::status(page, &goal.status(corpus)), values::due(page, goal, corpus));
    w.parts.objective_facts.with([&status, &due, &in_charge, &sdgs])
}

fn indicator(w: &TextWriter<'_>, indicator: &Indicator) -> String {
    let (words, page, name) = (w.words, w.page(), &indicator.name.value);
    let has_notes = points(indicator).any(|(_, point)| point.note.is_some());
    let mut rows = String::new();
    for (kind, point) in points(indicator) {
        row(&mut rows, page, kind.name(words), indicator, &IndicatorRow { point, has_note: has_notes });
    }
    if indicator.actuals.is_empty() {
        row(
            &mut rows,
            page,
            words.actual,
            indicator,
            &IndicatorRow { point: &Point::unset(0..0), has_note: has_notes },
        );
    }
    let chart = if w.text_page == TextPage::Clause { chart::chart(page, indicator) } else { String::new() };
    let part = if has_notes { &w.parts.indicator_with_notes } else { &w.parts.indicator };
    part.with([name, &rows, &about(page, indicator), &chart])
}

/// A row of the table of an indicator.
struct IndicatorRow<'a> {
    point: &'a Point,
    /// Whether the table has a column of notes.
    has_note: bool,
}

fn row(out: &mut String, page: PageContext<'_>, name: &str, indicator: &Indicator, row: &IndicatorRow<'_>) {
    let IndicatorRow { point, has_note } = row;
    let note = match has_note {
        true => page.parts.indicator_note.with([point.note.as_deref().unwrap_or(page.words.no_remark)]),
        false => String::new(),
    };
    let (value, day) = (quantity(page, &point.value, &indicator.unit), day(page, &point.day));
    page.parts.indicator_row.push(out, [name, &value, &day, &note]);
}

/// Kind, unit and direction; and the progress, by the formula with its numbers or as somebody has judged it.
fn about(page: PageContext<'_>, indicator: &Indicator) -> String {
    let (words, parts) = (page.words, page.parts);
    let kind = stated(page, &indicator.kind, |kind| words.kind_of_indicator(*kind).to_owned());
    let unit = stated(page, &indicator.unit, Clone::clone);
    let direction = stated(page, &indicator.direction, |way| words.way(*way).to_owned());
    let typed = |point: &Point| point.number().map(ToString::to_string).unwrap_or_default();
    let progress = indicator.progress().map(|progress| {
        let (actual, baseline, target) = (typed(progress.actual), typed(progress.baseline), typed(progress.target));
        parts.indicator_progress.with([&progress.percent(), &actual, &baseline, &target])
    });
    let judged = indicator.judged.as_ref().map(|judged| {
        let value = quantity(page, &judged.value, &Stated::Given("%".to_owned()));
        let note = judged.note.as_deref().unwrap_or_default();
        parts.indicator_judged.with([&value, &day(page, &judged.day), note])
    });
    let (progress, judged) = (progress.unwrap_or_default(), judged.unwrap_or_default());
    parts.indicator_about.with([&kind, &unit, &direction, &progress, &judged])
}

#[cfg(test)]
mod tests;
