//! Single values of an objective as HTML.

use crate::corpus::{Corpus, PlacedObjective};
use crate::diagnostic::Located;
use crate::policy::{Missing, Quantity, Stated, StatusWord, WrittenDate};
use crate::site::frame::escape::push_escaped;
use crate::site::frame::foreign::{in_language, text_in_language};
use crate::site::frame::words::{PageContext, Words};

/// The word for why there is no value.
pub(crate) fn missing<'a>(words: &Words<'a>, why: Missing) -> &'a str {
    match why {
        Missing::Unset => words.unset,
        Missing::Unconfirmed => words.unconfirmed,
        Missing::NotApplicable => words.not_applicable,
    }
}

/// A text, escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

/// A value in words, or why there is none.
pub(crate) fn stated<T>(page: PageContext<'_>, value: &Stated<T>, text: impl FnOnce(&T) -> String) -> String {
    match value {
        Stated::Given(value) => escaped(&text(value)),
        Stated::Missing(why) => missing(page.words, *why).to_owned(),
    }
}

/// A number as typed with its unit, or words as typed.
pub(crate) fn quantity(page: PageContext<'_>, value: &Stated<Located<Quantity>>, unit: &Stated<String>) -> String {
    match value {
        Stated::Missing(why) => missing(page.words, *why).to_owned(),
        Stated::Given(Located { value: Quantity::Words(words), .. }) => escaped(words),
        Stated::Given(Located { value: Quantity::Number(number), .. }) => {
            let unit = unit.given().map_or("", String::as_str);
            // A word is written apart from its number where words are: 12 persons, 12%, 12人.
            let space = if page.words.language == "en" && unit.starts_with(char::is_alphabetic) { " " } else { "" };
            page.parts.amount.with([number.typed(), &format!("{space}{unit}")])
        }
    }
}

/// A day for readers and for machines.
pub(crate) fn day(page: PageContext<'_>, day: &Stated<Located<WrittenDate>>) -> String {
    match day {
        Stated::Given(day) => {
            let text = page.words.short_day(day.value.date);
            page.parts.time.with([&day.value.date.to_string(), &text])
        }
        Stated::Missing(why) => missing(page.words, *why).to_owned(),
    }
}

/// The status: a sign for the eye, and its word.
pub(crate) fn status(page: PageContext<'_>, status: &Stated<&StatusWord>) -> String {
    match status {
        Stated::Given(word) => {
            // The words are those of the site, also on the page of a document in another language.
            let mark = page.parts.status_mark.with([&word.shape.sign.to_string(), &word.label]);
            in_language(page.language, page.site_language, &mark)
        }
        Stated::Missing(why) => missing(page.words, *why).to_owned(),
    }
}

/// When it is due, as it is called and as a day; and whether that is over.
pub(crate) fn due(page: PageContext<'_>, goal: &PlacedObjective<'_>, corpus: &Corpus) -> String {
    let due = &goal.objective.due;
    let own = |label: &str| text_in_language(page.language, &goal.document.meta.language, label);
    let mut out = match (goal.deadline(), &due.label, &due.day) {
        (Some(day), label, _) => {
            let time = page.parts.time.with([&day.date.to_string(), &page.words.day(day.date)]);
            match label {
                Some(label) => page.parts.due_day.with([&own(label), &time]),
                None => time,
            }
        }
        (None, Some(label), _) => own(label),
        (None, None, Stated::Missing(why)) => missing(page.words, *why).to_owned(),
        (None, None, Stated::Given(_)) => String::new(),
    };
    if goal.is_overdue(corpus) {
        page.parts.overdue.push(&mut out, []);
    }
    out
}
