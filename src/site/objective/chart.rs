//! A small chart of an indicator. It says nothing that is not in the table beside it; whoever cannot see it misses nothing.

use jiff::civil::Date;

use super::{Row, points};
use crate::policy::{Indicator, Point};
use crate::site::wording::filled;
use crate::site::writer::Writer;

/// The drawing in units of its own, which it is scaled by.
const WIDTH: i128 = 360;
const HEIGHT: i128 = 200;
/// Where the values are drawn.
const LEFT: i128 = 80;
const RIGHT: i128 = WIDTH - 16;
const TOP: i128 = 32;
const BOTTOM: i128 = HEIGHT - 36;

/// A value on its day.
struct Dot<'a> {
    row: Row,
    day: Date,
    value: i128,
    point: &'a Point,
}

/// What the drawing spans.
struct Frame {
    first: Date,
    days: i128,
    least: i128,
    span: i128,
}

/// Draws an indicator with at least two dated numbers that were measured.
pub(super) fn chart(w: &mut Writer<'_>, indicator: &Indicator) {
    let mut dots: Vec<Dot<'_>> = points(indicator).filter_map(dot).collect();
    dots.sort_by_key(|dot| dot.day);
    let is_measured = |dot: &&Dot<'_>| matches!(dot.row, Row::Baseline | Row::Actual);
    let measured: Vec<&Dot<'_>> = dots.iter().filter(is_measured).collect();
    let (Some(first), Some(last)) = (measured.first(), measured.last()) else { return };
    let Some(frame) = Frame::of(&dots) else { return };
    if first.day == last.day {
        return;
    }
    w.markup(&format!("<figure class=\"chart\">\n<svg role=\"img\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"none\" stroke=\"currentColor\">\n<title>"));
    let words = w.words;
    let name = &indicator.name.value;
    w.text(&filled(words.chart_title, &[("name", name)]));
    w.markup("</title>\n<desc>");
    let (from, to) = (words.day(first.day), words.day(last.day));
    let description = filled(
        words.chart_description,
        &[("from", &*from), ("first", typed(first.point)), ("to", &to), ("last", typed(last.point))],
    );
    w.text(&description);
    w.markup("</desc>\n");
    frame.axes(w, &dots);
    let line: Vec<String> = measured.iter().map(|dot| frame.at(dot)).map(|(x, y)| format!("{x},{y}")).collect();
    w.markup(&format!("<polyline stroke-width=\"2\" points=\"{}\"/>\n", line.join(" ")));
    for dot in &dots {
        let (x, y) = frame.at(dot);
        w.markup(&sign(dot.row, x, y));
    }
    w.markup("</svg>\n<figcaption>");
    w.text(words.chart_legend);
    w.markup("</figcaption>\n</figure>\n");
}

fn dot((row, point): (Row, &Point)) -> Option<Dot<'_>> {
    Some(Dot { row, day: point.date()?, value: point.number()?.millionths(), point })
}

fn typed(point: &Point) -> &str {
    point.number().map_or("", crate::policy::Decimal::typed)
}

impl Frame {
    /// `None` when there is nothing between the first day and the last.
    fn of(dots: &[Dot<'_>]) -> Option<Self> {
        let (first, last) = (dots.first()?.day, dots.last()?.day);
        let (least, most) = (dots.iter().map(|dot| dot.value).min()?, dots.iter().map(|dot| dot.value).max()?);
        let days = days_between(first, last);
        (days > 0).then_some(Self { first, days, least, span: most - least })
    }

    fn at(&self, dot: &Dot<'_>) -> (i128, i128) {
        let x = LEFT + days_between(self.first, dot.day) * (RIGHT - LEFT) / self.days;
        let above = (dot.value - self.least) * (BOTTOM - TOP);
        let y = if self.span == 0 { TOP + (BOTTOM - TOP) / 2 } else { BOTTOM - above / self.span };
        (x, y)
    }

    /// The greatest and the least value with a line each, the first and the last day.
    fn axes(&self, w: &mut Writer<'_>, dots: &[Dot<'_>]) {
        let by_value = |dot: &&Dot<'_>| dot.value;
        let (least, most) = (dots.iter().min_by_key(by_value), dots.iter().max_by_key(by_value));
        let days = (dots.first(), dots.last());
        for (y, dot) in [(TOP, most), (BOTTOM, least)] {
            w.markup(&format!("<path stroke-dasharray=\"2 4\" d=\"M{LEFT} {y}H{RIGHT}\"/>\n"));
            if let Some(dot) = dot.filter(|_| y == TOP || self.span > 0) {
                label(w, (LEFT - 12, y + 5), "end", typed(dot.point));
            }
        }
        for (x, anchor, dot) in [(LEFT, "start", days.0), (RIGHT, "end", days.1)] {
            if let Some(dot) = dot {
                label(w, (x, BOTTOM + 24), anchor, &dot.day.to_string());
            }
        }
    }
}

fn label(w: &mut Writer<'_>, (x, y): (i128, i128), anchor: &str, text: &str) {
    w.markup(&format!(
        "<text x=\"{x}\" y=\"{y}\" font-size=\"14\" text-anchor=\"{anchor}\" fill=\"currentColor\" stroke=\"none\">"
    ));
    w.text(text);
    w.markup("</text>\n");
}

/// A sign of its own for each kind of value: ■ baseline, ● actual, △ interim target, ◇ target.
fn sign(row: Row, x: i128, y: i128) -> String {
    match row {
        Row::Baseline => format!("<path fill=\"currentColor\" d=\"M{} {}h10v10h-10z\"/>\n", x - 5, y - 5),
        Row::Actual => format!("<circle fill=\"currentColor\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>\n"),
        Row::Interim => format!("<path stroke-width=\"2\" d=\"M{x} {}l6 11h-12z\"/>\n", y - 6),
        Row::Target => format!("<path stroke-width=\"2\" d=\"M{x} {}l7 7l-7 7l-7 -7z\"/>\n", y - 7),
    }
}

fn days_between(from: Date, to: Date) -> i128 {
    i128::from(to.duration_since(from).as_hours() / 24)
}
