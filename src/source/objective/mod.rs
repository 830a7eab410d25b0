//! An `objective` block, typed. The block stands in a Markdown file, and every value keeps its bytes there.

mod edit;
mod stated;

pub use edit::{ObjectiveEdit, Splice, flow, inserted, objective_splices, scalar, spliced};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::fields::{Fields, Reader};
use super::implements::implements;
use super::suggest::nearest;
use super::yaml::{self, Node, Value};
use crate::diagnostic::{Diagnostics, Located, SourceFile, catalogue};
use crate::policy::{Due, Indicator, Objective, Point, Stated, StatusWord};
use stated::Day;

/// The keys of an indicator.
const INDICATOR_KEYS: [&str; 9] =
    ["name", "kind", "unit", "direction", "baseline", "interim", "target", "actuals", "judged"];
/// The keys of a block; those of its only indicator may stand among them, its name under `indicator`.
const KEYS: [&str; 16] = [
    "implements",
    "indicator",
    "indicators",
    "kind",
    "unit",
    "direction",
    "baseline",
    "interim",
    "target",
    "actuals",
    "judged",
    "due",
    "due_label",
    "status",
    "sdgs",
    "owner",
];
/// There are 17 goals (United Nations, A/RES/70/1).
const SDGS: std::ops::RangeInclusive<u8> = 1..=17;

/// What the site knows that an objective must agree with.
#[derive(Debug)]
pub struct ObjectiveContext<'a> {
    /// The site's words for how an objective stands.
    pub statuses: &'a [StatusWord],
    /// The ids of the units; `None` where `organizations.yaml` could not be read, and nothing is compared with it.
    pub units: Option<BTreeSet<&'a str>>,
}

/// Reads the YAML at the bytes `range` of a Markdown file. `None` when it is no YAML.
#[must_use]
pub fn read_objective(
    file: &Arc<SourceFile>,
    range: Range<usize>,
    context: &ObjectiveContext<'_>,
) -> (Option<Objective>, Diagnostics) {
    let (node, mut found) = yaml::read(file, range.clone());
    let Some(node) = node else { return (None, found) };
    let mut reader = Reader::new(file);
    let objective = objective(&mut reader, node, context);
    found.extend(reader.found);
    (Some(Objective { range, ..objective }), found)
}

fn objective(reader: &mut Reader<'_>, node: Node, context: &ObjectiveContext<'_>) -> Objective {
    let range = node.range.clone();
    let mut fields = reader.top(node, &KEYS);
    let implements = fields.take("implements").map(|node| implements(reader, node)).unwrap_or_default();
    let indicators = indicators(&mut fields, reader, &range);
    let due_label = fields.tabled(reader, "due_label", &catalogue::text_of_due_label());
    let due = Due { day: stated::day(&mut fields, reader, "due"), label: due_label };
    let status = status(&mut fields, reader, context.statuses);
    let sdgs = sdgs(&mut fields, reader);
    let owner = stated::text(&mut fields, reader, "owner");
    if let Stated::Given(id) = &owner
        && let Some(known) = &context.units
        && !known.contains(id.value.as_str())
    {
        let suggestion = nearest(&id.value, known.iter().copied());
        reader.report(catalogue::unknown_organization(&id.value, suggestion), &id.range);
    }
    Objective { implements, indicators, due, status, sdgs, owner, range }
}

/// The list under `indicators`, or the one whose keys stand in the block itself.
fn indicators(fields: &mut Fields, reader: &mut Reader<'_>, range: &Range<usize>) -> Vec<Indicator> {
    let name = fields.text(reader, "indicator");
    let list = fields.list(reader, "indicators");
    let single = unnamed_from(fields, reader, range);
    let mut all: Vec<Indicator> = Vec::new();
    match name {
        Some(name) => all.push(Indicator { name, ..single }),
        None if single != unnamed(range) => {
            reader.report(catalogue::missing_key("indicator"), &(range.start..range.start));
        }
        None => {}
    }
    for node in list {
        let range = node.range.clone();
        let mut fields = reader.fields(node, "indicators", &INDICATOR_KEYS);
        let name = fields.required(reader, "name");
        let rest = unnamed_from(&mut fields, reader, &range);
        all.extend(name.map(|name| Indicator { name, ..rest }));
    }
    for indicator in &all {
        reader.look_for_formula(&catalogue::text_of_indicator(), Some(&indicator.name));
    }
    without_repeated(reader, all)
}

/// An indicator without its name.
fn unnamed_from(fields: &mut Fields, reader: &mut Reader<'_>, range: &Range<usize>) -> Indicator {
    let direction = stated::direction(fields, reader);
    let takes = stated::takes(&direction);
    let point = |fields: &mut Fields, reader: &mut Reader<'_>, key: &'static str, day: Day| {
        let point = fields.take(key).map(|node| stated::point(reader, node, (key, day, takes)));
        point.unwrap_or_else(|| Point::unset(range.clone()))
    };
    let baseline = point(fields, reader, "baseline", Day::On);
    let target = point(fields, reader, "target", Day::By);
    let interim = stated::points(fields, reader, ("interim", Day::By, takes));
    let actuals = stated::points(fields, reader, ("actuals", Day::On, takes));
    let judged =
        fields.take("judged").map(|node| stated::point(reader, node, ("judged", Day::On, stated::Takes::Number)));
    let kind = stated::kind(fields, reader);
    let unit = stated::unit(fields, reader);
    Indicator { kind, unit, direction, baseline, interim, target, actuals, judged, ..unnamed(range) }
}

fn unnamed(range: &Range<usize>) -> Indicator {
    Indicator {
        name: Located::new(String::new(), range.start..range.start),
        kind: Stated::default(),
        unit: Stated::default(),
        direction: Stated::default(),
        baseline: Point::unset(range.clone()),
        interim: Vec::new(),
        target: Point::unset(range.clone()),
        actuals: Vec::new(),
        judged: None,
        range: range.clone(),
    }
}

fn without_repeated(reader: &mut Reader<'_>, all: Vec<Indicator>) -> Vec<Indicator> {
    let mut first: BTreeMap<String, Range<usize>> = BTreeMap::new();
    let mut kept = Vec::with_capacity(all.len());
    for indicator in all {
        let name = &indicator.name;
        match first.get(&name.value) {
            Some(range) => reader.report_second(catalogue::indicator_twice(&name.value), &name.range, range),
            None => {
                first.insert(name.value.clone(), name.range.clone());
                kept.push(indicator);
            }
        }
    }
    kept
}

/// The code of a word of the site; the label does as well.
fn status(fields: &mut Fields, reader: &mut Reader<'_>, words: &[StatusWord]) -> Stated<Located<String>> {
    let written = stated::text(fields, reader, "status");
    let Stated::Given(written) = written else { return written };
    if let Some(word) = words.iter().find(|word| word.code == written.value || word.label == written.value) {
        return Stated::Given(Located::new(word.code.clone(), written.range));
    }
    let names = words.iter().flat_map(|word| [word.code.as_str(), word.label.as_str()]);
    let suggestion = nearest(&written.value, names);
    let all: Vec<String> = words.iter().map(|word| format!("{}（{}）", word.code, word.label)).collect();
    reader.report(catalogue::unknown_progress_word(&written.value, suggestion, &all.join("・")), &written.range);
    Stated::default()
}

fn sdgs(fields: &mut Fields, reader: &mut Reader<'_>) -> Vec<Located<u8>> {
    let mut goals: Vec<Located<u8>> = Vec::new();
    for written in fields.texts(reader, "sdgs") {
        match written.value.parse::<u8>().ok().filter(|goal| SDGS.contains(goal)) {
            Some(goal) if goals.iter().any(|other| other.value == goal) => {}
            Some(goal) => goals.push(Located::new(goal, written.range)),
            None => reader.report(catalogue::unknown_sdg(&written.value), &written.range),
        }
    }
    goals
}

/// Whether a node is a mapping.
fn is_mapping(node: &Node) -> bool {
    matches!(node.value, Value::Mapping(_))
}
