//! Values of an objective, and why some are not there.

use super::is_mapping;
use crate::diagnostic::{Located, catalogue};
use crate::policy::{Decimal, Direction, IndicatorKind, Missing, Point, Quantity, Stated, WrittenDate};
use crate::source::fields::{Fields, Reader};
use crate::source::values;
use crate::source::yaml::{Node, Value};

/// What the day of a point is called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// `on`: when it was so.
    On,
    /// `by`: by when it is to be so.
    By,
}

/// What the values of an indicator are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    Number,
    Words,
}

/// A key of a point, what its day is called and what its value is.
pub(super) type PointKey = (&'static str, Day, Takes);

/// Values of an indicator that is to be finished are words, of all others numbers.
pub(super) fn takes(direction: &Stated<Direction>) -> Takes {
    if *direction == Stated::Given(Direction::Done) { Takes::Words } else { Takes::Number }
}

/// The text of a key, or why it is not there.
pub(super) fn text(fields: &mut Fields, reader: &mut Reader<'_>, key: &str) -> Stated<Located<String>> {
    let Some(text) = fields.text(reader, key) else { return Stated::default() };
    match Missing::of(&text.value) {
        Some(missing) => Stated::Missing(missing),
        None => Stated::Given(text),
    }
}

/// What values are counted in.
pub(super) fn unit(fields: &mut Fields, reader: &mut Reader<'_>) -> Stated<String> {
    match text(fields, reader, "unit") {
        Stated::Given(text) => {
            reader.look_for_formula(&catalogue::text_of_unit(), Some(&text));
            Stated::Given(text.value)
        }
        Stated::Missing(missing) => Stated::Missing(missing),
    }
}

/// The day of a key; one nobody can read is reported.
pub(super) fn day(fields: &mut Fields, reader: &mut Reader<'_>, key: &str) -> Stated<Located<WrittenDate>> {
    match text(fields, reader, key) {
        Stated::Given(written) => values::day(reader, written).map(Stated::Given).unwrap_or_default(),
        Stated::Missing(missing) => Stated::Missing(missing),
    }
}

/// Output or outcome.
pub(super) fn kind(fields: &mut Fields, reader: &mut Reader<'_>) -> Stated<IndicatorKind> {
    choice(fields, reader, "kind", &IndicatorKind::ALL)
}

/// Which way is better.
pub(super) fn direction(fields: &mut Fields, reader: &mut Reader<'_>) -> Stated<Direction> {
    choice(fields, reader, "direction", &Direction::ALL)
}

/// One of several, by its word in files or its word on pages.
fn choice<T: Copy>(
    fields: &mut Fields,
    reader: &mut Reader<'_>,
    key: &str,
    all: &[(T, &'static str, &'static str)],
) -> Stated<T> {
    let written = match text(fields, reader, key) {
        Stated::Given(written) => written,
        Stated::Missing(missing) => return Stated::Missing(missing),
    };
    if let Some((value, ..)) = all.iter().find(|(_, word, shown)| *word == written.value || *shown == written.value) {
        return Stated::Given(*value);
    }
    let words: Vec<String> = all.iter().map(|(_, word, shown)| format!("{word}（{shown}）")).collect();
    reader.report(catalogue::not_a_choice(key, &written.value, &words.join("・")), &written.range);
    Stated::default()
}

/// The points of a key's list.
pub(super) fn points(fields: &mut Fields, reader: &mut Reader<'_>, key: PointKey) -> Vec<Point> {
    fields.list(reader, key.0).into_iter().map(|node| point(reader, node, key)).collect()
}

/// A value with its day, or a value alone.
pub(super) fn point(reader: &mut Reader<'_>, node: Node, (key, day, takes): PointKey) -> Point {
    let range = node.range.clone();
    if !is_mapping(&node) && !matches!(node.value, Value::List(_)) {
        let value = reader.text_of(node, key);
        return Point { value: quantity(reader, value, takes), ..Point::unset(range) };
    }
    let day_key = match day {
        Day::On => "on",
        Day::By => "by",
    };
    let mut fields = reader.fields(node, key, &["value", day_key, "note"]);
    let value = fields.text(reader, "value");
    let value = quantity(reader, value, takes);
    let day = self::day(&mut fields, reader, day_key);
    let note = fields.tabled(reader, "note", &catalogue::text_of_note());
    Point { value, day, note, range }
}

fn quantity(reader: &mut Reader<'_>, written: Option<Located<String>>, takes: Takes) -> Stated<Located<Quantity>> {
    let Some(Located { value: text, range }) = written else { return Stated::default() };
    if let Some(missing) = Missing::of(&text) {
        return Stated::Missing(missing);
    }
    if takes == Takes::Words {
        let written = Located::new(text, range);
        reader.look_for_formula(&catalogue::text_of_value(), Some(&written));
        let Located { value: text, range } = written;
        return Stated::Given(Located::new(Quantity::Words(text), range));
    }
    match Decimal::parse(&text) {
        Some(number) => Stated::Given(Located::new(Quantity::Number(number), range)),
        None => {
            let near = Decimal::near(&text);
            reader.report(catalogue::bad_number(&text, near.as_ref().map(Decimal::typed)), &range);
            Stated::default()
        }
    }
}
