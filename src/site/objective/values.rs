//! Single values of an objective as HTML.

use crate::corpus::{Corpus, PlacedObjective};
use crate::diagnostic::Located;
use crate::policy::{Missing, Progress, Quantity, Stated, StatusWord, WrittenDate};
use crate::site::escape::{push_attribute, push_escaped};
use crate::site::wording::filled;
use crate::site::words::Words;

/// Why there is nothing.
pub(super) fn missing(words: &'static Words, why: Missing) -> &'static str {
    match why {
        Missing::Unset => words.unset,
        Missing::Unconfirmed => words.unconfirmed,
        Missing::NotApplicable => words.not_applicable,
    }
}

/// A value in words, or why there is none.
pub(super) fn stated<T>(out: &mut String, words: &'static Words, value: &Stated<T>, said: impl FnOnce(&T) -> String) {
    match value {
        Stated::Given(value) => push_escaped(out, &said(value)),
        Stated::Missing(why) => out.push_str(missing(words, *why)),
    }
}

/// A number as typed with its unit, or words as typed.
pub(super) fn quantity(
    out: &mut String,
    words: &'static Words,
    value: &Stated<Located<Quantity>>,
    unit: &Stated<String>,
) {
    match value {
        Stated::Missing(why) => out.push_str(missing(words, *why)),
        Stated::Given(Located { value: Quantity::Words(said), .. }) => push_escaped(out, said),
        Stated::Given(Located { value: Quantity::Number(number), .. }) => {
            out.push_str("<span class=\"amount\">");
            push_escaped(out, number.typed());
            push_escaped(out, unit.given().map_or("", String::as_str));
            out.push_str("</span>");
        }
    }
}

/// A day as people say it, and for machines.
pub(super) fn day(out: &mut String, words: &'static Words, day: &Stated<Located<WrittenDate>>) {
    match day {
        Stated::Given(day) => time(out, &words.short_day(day.value.date), &day.value),
        Stated::Missing(why) => out.push_str(missing(words, *why)),
    }
}

fn time(out: &mut String, said: &str, day: &WrittenDate) {
    out.push_str("<time");
    push_attribute(out, "datetime", &day.date.to_string());
    out.push('>');
    push_escaped(out, said);
    out.push_str("</time>");
}

/// The status: a sign for the eye, and its word.
pub(super) fn status(out: &mut String, words: &'static Words, status: &Stated<&StatusWord>) {
    match status {
        Stated::Given(word) => {
            out.push_str("<span class=\"status\"><span aria-hidden=\"true\">");
            out.push(word.shape.sign);
            out.push_str("</span> ");
            push_escaped(out, &word.label);
            out.push_str("</span>");
        }
        Stated::Missing(why) => out.push_str(missing(words, *why)),
    }
}

/// When it is due, as it is called and as a day; and whether that is over.
pub(super) fn due(out: &mut String, words: &'static Words, goal: &PlacedObjective<'_>, corpus: &Corpus) {
    let due = &goal.objective.due;
    if let Some(label) = &due.label {
        push_escaped(out, label);
    }
    match (goal.deadline(), &due.label, &due.day) {
        (Some(day), label, _) => {
            out.push_str(if label.is_some() { words.paren_open } else { "" });
            time(out, &words.day(day.date), day);
            out.push_str(if label.is_some() { words.paren_close } else { "" });
        }
        (None, None, Stated::Missing(why)) => out.push_str(missing(words, *why)),
        _ => {}
    }
    if goal.is_overdue(corpus) {
        out.push_str(" <strong class=\"overdue\">");
        out.push_str(words.overdue);
        out.push_str("</strong>");
    }
}

/// How far it has come, with the numbers it was computed from.
pub(super) fn progress(words: &'static Words, progress: &Progress<'_>) -> String {
    let typed = |point: &crate::policy::Point| point.number().map(ToString::to_string).unwrap_or_default();
    let (actual, baseline, target) = (typed(progress.actual), typed(progress.baseline), typed(progress.target));
    let values = [("percent", progress.percent()), ("actual", actual), ("baseline", baseline), ("target", target)];
    filled(words.progress_formula, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}
