//! Reads the values of an objective, or the reason why a value is missing.

use crate::diagnostic::{Located, catalogue};
use crate::policy::{Decimal, Direction, IndicatorKind, Missing, Point, Quantity, Stated, WrittenDate};
use crate::source::fields::{Fields, YamlReader};
use crate::source::values;
use crate::source::yaml::{YamlNode, YamlValue};

/// The kind of the values of an indicator.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ValueKind {
    Number,
    Words,
}

/// How a point is written.
#[derive(Clone, Copy)]
pub(super) struct PointForm {
    /// The key under which it stands: `baseline`, `actuals` …
    key: &'static str,
    /// The key of its day: `on` for a day that has been, `by` for one to come.
    day_key: &'static str,
    value: ValueKind,
}

impl PointForm {
    /// A value measured on a day.
    pub(super) fn on(key: &'static str, value: ValueKind) -> Self {
        Self { key, day_key: "on", value }
    }

    /// A value to be reached by a day.
    pub(super) fn by(key: &'static str, value: ValueKind) -> Self {
        Self { key, day_key: "by", value }
    }
}

/// Values of an indicator that is to be finished are words, of all others numbers.
pub(super) fn value_kind(direction: &Stated<Direction>) -> ValueKind {
    if *direction == Stated::Given(Direction::Done) { ValueKind::Words } else { ValueKind::Number }
}

/// Reads a text, or the reason why it is missing.
pub(super) fn text(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str) -> Stated<Located<String>> {
    let Some(text) = fields.text(reader, key) else { return Stated::default() };
    match Missing::of(&text.value) {
        Some(missing) => Stated::Missing(missing),
        None => Stated::Given(text),
    }
}

/// Reads the unit of the values: 人, %.
pub(super) fn unit(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Stated<String> {
    match text(fields, reader, "unit") {
        Stated::Given(text) => {
            reader.report_formula(&catalogue::text_of_unit(), Some(&text));
            Stated::Given(text.value)
        }
        Stated::Missing(missing) => Stated::Missing(missing),
    }
}

/// Reads a day.
pub(super) fn day(fields: &mut Fields, reader: &mut YamlReader<'_>, key: &str) -> Stated<Located<WrittenDate>> {
    match text(fields, reader, key) {
        Stated::Given(written) => values::day(reader, written).map(Stated::Given).unwrap_or_default(),
        Stated::Missing(missing) => Stated::Missing(missing),
    }
}

/// Reads the kind of an indicator: output or outcome.
pub(super) fn kind(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Stated<IndicatorKind> {
    choice(fields, reader, "kind", &IndicatorKind::ALL)
}

/// Reads the direction: whether more or less is better.
pub(super) fn direction(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Stated<Direction> {
    choice(fields, reader, "direction", &Direction::ALL)
}

/// Reads one of several values, by its word in files or its word on pages.
fn choice<T: Copy>(
    fields: &mut Fields,
    reader: &mut YamlReader<'_>,
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

/// Reads the points of a list.
pub(super) fn points(fields: &mut Fields, reader: &mut YamlReader<'_>, form: PointForm) -> Vec<Point> {
    fields.list(reader, form.key).into_iter().map(|node| point(reader, node, form)).collect()
}

/// Reads the only point of a key.
pub(super) fn point_of(fields: &mut Fields, reader: &mut YamlReader<'_>, form: PointForm) -> Option<Point> {
    fields.take(form.key).map(|node| point(reader, node, form))
}

/// Reads a value with its day, or a value alone.
fn point(reader: &mut YamlReader<'_>, node: YamlNode, form: PointForm) -> Point {
    let PointForm { key, day_key, value: kind } = form;
    let range = node.range.clone();
    if matches!(node.value, YamlValue::Empty | YamlValue::Text(_)) {
        let value = reader.text_of(node, key);
        return Point { value: quantity(reader, value, kind), ..Point::unset(range) };
    }
    let mut fields = reader.fields(node, key, &["value", day_key, "note"]);
    let value = fields.text(reader, "value");
    let value = quantity(reader, value, kind);
    let day = day(&mut fields, reader, day_key);
    let note = fields.table_text(reader, "note", &catalogue::text_of_note());
    Point { value, day, note, range }
}

fn quantity(
    reader: &mut YamlReader<'_>,
    written: Option<Located<String>>,
    kind: ValueKind,
) -> Stated<Located<Quantity>> {
    let Some(Located { value: text, range }) = written else { return Stated::default() };
    if let Some(missing) = Missing::of(&text) {
        return Stated::Missing(missing);
    }
    if kind == ValueKind::Words {
        let written = Located::new(text, range);
        reader.report_formula(&catalogue::text_of_value(), Some(&written));
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
