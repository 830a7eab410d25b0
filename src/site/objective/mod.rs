//! What is said about an objective, beside the text of its clause: how it stands, until when, and each indicator with its
//! values as a table. Nothing here is official text, and nothing is worth more than what somebody has written down: no score, no
//! colour without a word and a sign.

mod chart;
mod list;
mod values;

pub(super) use list::Roll;

use super::writer::{Surface, Writer};
use crate::corpus::PlacedObjective;
use crate::policy::{Clause, Indicator, Point, Stated};
use values::{day, missing, quantity, stated};

/// Adds what is said about the objective of a clause, if it is one. On the clause's own page each indicator that can be
/// drawn has a chart.
pub(super) fn objective(w: &mut Writer<'_>, clause: &Clause) {
    let Some(objective) = clause.objective.as_deref() else { return };
    let goal = PlacedObjective { document: w.document, clause, objective };
    let name = w.words.of_objective(&w.place(&clause.position));
    w.markup("<div class=\"objective\" role=\"group\" data-nosnippet");
    w.attribute("aria-label", &name);
    w.markup(">\n");
    if w.document.meta.example && w.surface == Surface::Document {
        w.markup(&format!("<p><span class=\"old\">{}</span></p>\n", w.words.example));
    }
    facts(w, &goal);
    for indicator in &objective.indicators {
        self::indicator(w, indicator);
    }
    w.markup("</div>\n");
}

fn facts(w: &mut Writer<'_>, goal: &PlacedObjective<'_>) {
    let corpus = w.shelf.corpus;
    w.markup("<dl>\n");
    let (words, status) = (w.words, goal.status(corpus));
    fact(w, words.status, |w| values::status(&mut w.out, words, &status));
    fact(w, words.due, |w| values::due(&mut w.out, words, goal, corpus));
    fact(w, words.in_charge, |w| match goal.owner() {
        Stated::Given(id) => {
            let name = corpus.organization(id).map_or(id, |unit| unit.name.as_str());
            w.text(name);
        }
        Stated::Missing(why) => w.markup(missing(words, why)),
    });
    if !goal.objective.sdgs.is_empty() {
        fact(w, "SDGs", |w| {
            let goals: Vec<String> = goal.objective.sdgs.iter().map(|one| words.sdg(one.value)).collect();
            w.text(&goals.join(words.and));
        });
    }
    w.markup("</dl>\n");
}

fn fact(w: &mut Writer<'_>, name: &str, value: impl FnOnce(&mut Writer<'_>)) {
    w.markup("<div><dt>");
    w.markup(name);
    w.markup("</dt><dd>");
    value(w);
    w.markup("</dd></div>\n");
}

fn indicator(w: &mut Writer<'_>, indicator: &Indicator) {
    let words = w.words;
    w.markup("<div class=\"tbl\" role=\"region\" tabindex=\"0\"");
    w.attribute("aria-label", &indicator.name.value);
    w.markup("><table>\n<caption><p>");
    w.text(&indicator.name.value);
    w.markup("</p></caption>\n<thead><tr>");
    let has_notes = points(indicator).any(|(_, point)| point.note.is_some());
    let columns = [words.part, words.value, words.day_or_due, words.remark];
    for column in &columns[..if has_notes { 4 } else { 3 }] {
        w.markup(&format!("<th scope=\"col\">{column}</th>"));
    }
    w.markup("</tr></thead>\n<tbody>\n");
    for (part, point) in points(indicator) {
        row(w, (part.name(words), &indicator.unit), point, has_notes.then_some(point.note.as_deref()));
    }
    if indicator.actuals.is_empty() {
        row(w, (words.actual, &indicator.unit), &Point::unset(0..0), has_notes.then_some(None));
    }
    w.markup("</tbody>\n</table></div>\n");
    about(w, indicator);
    if w.surface == Surface::Clause {
        chart::chart(w, indicator);
    }
}

/// Where a point belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Baseline,
    Actual,
    Interim,
    Target,
}

impl Row {
    fn name(self, words: &'static super::words::Words) -> &'static str {
        match self {
            Self::Baseline => words.baseline,
            Self::Actual => words.actual,
            Self::Interim => words.interim,
            Self::Target => words.target,
        }
    }
}

/// All points of an indicator in the order they are read: from where, where to, how far.
fn points(indicator: &Indicator) -> impl Iterator<Item = (Row, &Point)> {
    let one = |row, point| std::iter::once((row, point));
    one(Row::Baseline, &indicator.baseline)
        .chain(indicator.interim.iter().map(|point| (Row::Interim, point)))
        .chain(one(Row::Target, &indicator.target))
        .chain(indicator.actuals.iter().map(|point| (Row::Actual, point)))
}

fn row(w: &mut Writer<'_>, (name, unit): (&str, &Stated<String>), point: &Point, note: Option<Option<&str>>) {
    let words = w.words;
    w.markup(&format!("<tr><th scope=\"row\">{name}</th><td>"));
    quantity(&mut w.out, words, &point.value, unit);
    w.markup("</td><td>");
    day(&mut w.out, words, &point.day);
    w.markup("</td>");
    if let Some(note) = note {
        w.markup("<td>");
        w.text(note.unwrap_or("－"));
        w.markup("</td>");
    }
    w.markup("</tr>\n");
}

/// Kind, unit and direction, and how far it has come: by the formula, shown with its numbers, or as somebody has judged.
fn about(w: &mut Writer<'_>, indicator: &Indicator) {
    let words = w.words;
    w.markup("<dl>\n");
    fact(w, words.kind, |w| {
        stated(&mut w.out, words, &indicator.kind, |kind| words.kind_of_indicator(*kind).to_owned());
    });
    fact(w, words.unit, |w| stated(&mut w.out, words, &indicator.unit, Clone::clone));
    fact(w, words.direction, |w| stated(&mut w.out, words, &indicator.direction, |way| words.way(*way).to_owned()));
    if let Ok(progress) = indicator.progress() {
        fact(w, words.progress, |w| {
            let text = values::progress(words, &progress);
            w.text(&text);
        });
    }
    if let Some(judged) = &indicator.judged {
        fact(w, words.judged, |w| {
            quantity(&mut w.out, words, &judged.value, &Stated::Given("%".to_owned()));
            w.markup(words.paren_open);
            day(&mut w.out, words, &judged.day);
            w.markup(words.paren_close);
            w.text(judged.note.as_deref().unwrap_or_default());
        });
    }
    w.markup("</dl>\n");
}

#[cfg(test)]
mod tests;
