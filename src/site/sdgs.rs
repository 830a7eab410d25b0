//! The goals of the SDGs that objectives name: number, name and shape, and the objectives of each.

use std::collections::BTreeMap;
use std::f64::consts::TAU;
use std::fmt::Write as _;

use super::escape::push_escaped;
use super::link;
use super::wording::filled;
use super::words::Words;
use crate::corpus::{Corpus, PlacedObjective};

/// The most bytes of list on a page.
const LIMIT: usize = 400_000;

/// The short names of the goals in Japanese as the United Nations Information Centre gives them, and in English.
pub(super) const NAMES: [(&str, &str); 17] = [
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

/// The goals that are named, each with its objectives.
pub(super) fn goals(corpus: &Corpus) -> BTreeMap<u8, Vec<PlacedObjective<'_>>> {
    let mut all: BTreeMap<u8, Vec<PlacedObjective<'_>>> = BTreeMap::new();
    for goal in corpus.objectives() {
        for number in goal.objective.sdgs.iter().map(|number| number.value) {
            if (1..=17).contains(&number) {
                all.entry(number).or_default().push(goal);
            }
        }
    }
    all
}

/// The name of a goal.
pub(super) fn name(words: &Words, number: u8) -> &'static str {
    let (ja, en) = NAMES.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default();
    if words.language == "ja" { ja } else { en }
}

/// A goal's own shape: of a ring of seventeen parts the one with its number is filled, and its number stands within. The
/// emblems of the United Nations are not ours to change or to paint.
pub(super) fn shape(number: u8) -> String {
    let mut out = String::from(
        "<svg class=\"goal\" viewBox=\"-50 -50 100 100\" width=\"64\" height=\"64\" aria-hidden=\"true\" focusable=\"false\">\
         <circle r=\"42\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>",
    );
    let angle = |part: u8| (f64::from(part) / 17.0).mul_add(TAU, -TAU / 4.0);
    let at = |angle: f64, radius: f64| (radius * angle.cos(), radius * angle.sin());
    let (from, to) = (angle(number.saturating_sub(1)), angle(number));
    let ((x1, y1), (x2, y2)) = (at(from, 48.0), at(to, 48.0));
    let ((x3, y3), (x4, y4)) = (at(to, 32.0), at(from, 32.0));
    let _ = write!(
        out,
        "<path fill=\"currentColor\" d=\"M{x1:.1} {y1:.1}A48 48 0 0 1 {x2:.1} {y2:.1}L{x3:.1} {y3:.1}A32 32 0 0 0 {x4:.1} {y4:.1}Z\"/>\
         <text text-anchor=\"middle\" y=\"11\" font-size=\"32\" font-weight=\"700\" fill=\"currentColor\">{number}</text></svg>"
    );
    out
}

/// The lists of a goal's objectives, as HTML, one for each page.
pub(super) fn lists(corpus: &Corpus, number: u8, goals: &[PlacedObjective<'_>]) -> Vec<String> {
    let words = Words::of(&corpus.site.language);
    let mut pages = vec![String::new()];
    for goal in goals {
        let Some(page) = pages.last_mut() else { continue };
        let item = item(words, &link::goal_file(number), goal);
        if !page.is_empty() && page.len() + item.len() > LIMIT {
            pages.push(item);
        } else {
            page.push_str(&item);
        }
    }
    pages
}

fn item(words: &Words, from: &str, goal: &PlacedObjective<'_>) -> String {
    let mut out = String::from("<li><a href=\"");
    let file = link::document_file(&goal.document.id);
    push_escaped(&mut out, &link::relative(from, &file, Some(&goal.clause.permalink())));
    out.push_str("\">");
    push_escaped(&mut out, &super::trace::excerpt(goal.clause));
    out.push_str("</a> <span class=\"by\">");
    push_escaped(&mut out, &goal.document.meta.title.value);
    if goal.document.meta.example {
        out.push_str(&filled("（{mark}）", &[("mark", words.example)]));
    }
    out.push_str("</span></li>\n");
    out
}

/// The file of a part of a goal's page, from 1. All parts lie in the folder of the goal, so links from them are the same.
pub(super) fn goal_part(number: u8, part: usize) -> String {
    if part == 1 { link::goal_file(number) } else { format!("sdgs/{number}/page-{part}.html") }
}
