//! The goals of the SDGs: their names, and a shape for each.

use std::f64::consts::TAU;

use super::theme::Components;
use super::words::Words;

/// The short names of the goals in Japanese as the United Nations Information Centre gives them, and in English.
const NAMES: [(&str, &str); 17] = [
    ("貧困をなくそう", "No poverty"),
    ("飢餓をゼロに", "Zero hunger"),
    ("すべての人に健康と福祉を", "Good health and well-being"),
    ("質の高い教育をみんなに", "Quality education"),
    ("ジェンダー平等を実現しよう", "Gender equality"),
    ("安全な水とトイレを世界中に", "Clean water and sanitation"),
    ("エネルギーをみんなに そしてクリーンに", "Affordable and clean energy"),
    ("働きがいも経済成長も", "Decent work and economic growth"),
    ("産業と技術革新の基盤をつくろう", "Industry, innovation and infrastructure"),
    ("人や国の不平等をなくそう", "Reduced inequalities"),
    ("住み続けられるまちづくりを", "Sustainable cities and communities"),
    ("つくる責任 つかう責任", "Responsible consumption and production"),
    ("気候変動に具体的な対策を", "Climate action"),
    ("海の豊かさを守ろう", "Life below water"),
    ("陸の豊かさも守ろう", "Life on land"),
    ("平和と公正をすべての人に", "Peace, justice and strong institutions"),
    ("パートナーシップで目標を達成しよう", "Partnerships for the goals"),
];

/// The name of a goal.
pub(crate) fn name(words: &Words<'_>, number: u8) -> &'static str {
    let (ja, en) = NAMES.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default();
    if words.language == "ja" { ja } else { en }
}

/// The drawing of a goal: of a ring of seventeen parts the one with its number is filled, and its number stands within. The
/// emblems of the United Nations may not be changed or painted.
pub(crate) fn shape(parts: &Components, number: u8) -> String {
    let angle = |part: u8| (f64::from(part) / 17.0).mul_add(TAU, -TAU / 4.0);
    let at = |angle: f64, radius: f64| (radius * angle.cos(), radius * angle.sin());
    let (from, to) = (angle(number.saturating_sub(1)), angle(number));
    let ((x1, y1), (x2, y2)) = (at(from, 48.0), at(to, 48.0));
    let ((x3, y3), (x4, y4)) = (at(to, 32.0), at(from, 32.0));
    let path = format!("M{x1:.1} {y1:.1}A48 48 0 0 1 {x2:.1} {y2:.1}L{x3:.1} {y3:.1}A32 32 0 0 0 {x4:.1} {y4:.1}Z");
    parts.sdg_shape.with([&path, &number.to_string()])
}
