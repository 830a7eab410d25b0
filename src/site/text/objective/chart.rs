//! A small chart of an indicator. It holds nothing that is not in the table beside it, so a reader who cannot see it misses nothing.

use jiff::civil::Date;

use super::points::{PointRole, points};
use crate::policy::{Indicator, Point};
use crate::site::frame::escape::push_escaped;
use crate::site::frame::words::PageContext;

/// The size of the drawing, in units of its own. The component `Chart` scales it.
const WIDTH: i128 = 360;
const HEIGHT: i128 = 200;
/// Where the values are drawn.
const LEFT: i128 = 80;
const RIGHT: i128 = WIDTH - 16;
const TOP: i128 = 32;
const BOTTOM: i128 = HEIGHT - 36;

/// A value on its day.
struct Dot<'a> {
    kind: PointRole,
    day: Date,
    value: i128,
    point: &'a Point,
}

/// The days and values from the least to the greatest.
struct ChartSpan {
    first: Date,
    days: i128,
    least: i128,
    span: i128,
}

/// The chart of an indicator as HTML; empty unless it has at least two dated numbers that were measured.
pub(super) fn chart(page: PageContext<'_>, indicator: &Indicator) -> String {
    let mut dots: Vec<Dot<'_>> = points(indicator).filter_map(|(kind, point)| dot(kind, point)).collect();
    dots.sort_by_key(|dot| dot.day);
    let is_measured = |dot: &&Dot<'_>| matches!(dot.kind, PointRole::Baseline | PointRole::Actual);
    let measured: Vec<&Dot<'_>> = dots.iter().filter(is_measured).collect();
    let (Some(first), Some(last)) = (measured.first(), measured.last()) else { return String::new() };
    let Some(span) = ChartSpan::of(&dots).filter(|_| first.day != last.day) else { return String::new() };
    let mut drawing = String::new();
    span.axes(&mut drawing, &dots);
    let line: Vec<String> = measured.iter().map(|dot| span.at(dot)).map(|(x, y)| format!("{x},{y}")).collect();
    drawing.push_str(&format!("<polyline stroke-width=\"2\" points=\"{}\"/>\n", line.join(" ")));
    for dot in &dots {
        let (x, y) = span.at(dot);
        drawing.push_str(&sign(dot.kind, x, y));
    }
    let (from, to) = (page.words.day(first.day), page.words.day(last.day));
    let name = &indicator.name.value;
    page.parts.chart.with([name, &from, typed(first.point), &to, typed(last.point), &drawing])
}

fn dot(kind: PointRole, point: &Point) -> Option<Dot<'_>> {
    Some(Dot { kind, day: point.date()?, value: point.number()?.millionths(), point })
}

fn typed(point: &Point) -> &str {
    point.number().map_or("", crate::policy::Decimal::typed)
}

impl ChartSpan {
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
    fn axes(&self, out: &mut String, dots: &[Dot<'_>]) {
        let by_value = |dot: &&Dot<'_>| dot.value;
        let (least, most) = (dots.iter().min_by_key(by_value), dots.iter().max_by_key(by_value));
        let days = (dots.first(), dots.last());
        for (y, dot) in [(TOP, most), (BOTTOM, least)] {
            out.push_str(&format!("<path stroke-dasharray=\"2 4\" d=\"M{LEFT} {y}H{RIGHT}\"/>\n"));
            if let Some(dot) = dot.filter(|_| y == TOP || self.span > 0) {
                label(out, LEFT - 12, y + 5, "end", typed(dot.point));
            }
        }
        for (x, anchor, dot) in [(LEFT, "start", days.0), (RIGHT, "end", days.1)] {
            if let Some(dot) = dot {
                label(out, x, BOTTOM + 24, anchor, &dot.day.to_string());
            }
        }
    }
}

fn label(out: &mut String, x: i128, y: i128, anchor: &str, text: &str) {
    out.push_str(&format!(
        "<text x=\"{x}\" y=\"{y}\" font-size=\"14\" text-anchor=\"{anchor}\" fill=\"currentColor\" stroke=\"none\">"
    ));
    push_escaped(out, text);
    out.push_str("</text>\n");
}

/// A sign of its own for each kind of value: ■ baseline, ● actual, △ interim target, ◇ target.
fn sign(kind: PointRole, x: i128, y: i128) -> String {
    match kind {
        PointRole::Baseline => format!("<path fill=\"currentColor\" d=\"M{} {}h10v10h-10z\"/>\n", x - 5, y - 5),
        PointRole::Actual => format!("<circle fill=\"currentColor\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>\n"),
        PointRole::Interim => format!("<path stroke-width=\"2\" d=\"M{x} {}l6 11h-12z\"/>\n", y - 6),
        PointRole::Target => format!("<path stroke-width=\"2\" d=\"M{x} {}l7 7l-7 7l-7 -7z\"/>\n", y - 7),
    }
}

fn days_between(from: Date, to: Date) -> i128 {
    i128::from(to.duration_since(from).as_hours() / 24)
}
