//! Reads an `objective` block in a Markdown file. Every value keeps its bytes in that file.

mod edit;
mod stated;

pub use edit::{ObjectiveEdit, Splice, flow, inserted, objective_splices, scalar, spliced};

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::fields::{Fields, YamlReader};
use super::implements::implements;
use super::suggest::nearest;
use super::yaml::{self, YamlNode};
use crate::diagnostic::{Diagnostics, Located, SourceFile, catalogue};
use crate::policy::{Due, Indicator, Objective, Point, Stated, StatusWord};
use stated::{PointForm, ValueKind};

/// The keys of an indicator.
const INDICATOR_KEYS: [&str; 9] =
    ["name", "kind", "unit", "direction", "baseline", "interim", "target", "actuals", "judged"];
/// The keys of a block. A single indicator may have its keys in the block itself; its name then stands under
/// `indicator`.
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

/// Values of the site that an objective must agree with.
#[derive(Debug)]
pub struct ObjectiveContext<'a> {
    /// The site's words for the progress of an objective.
    pub statuses: &'a [StatusWord],
    /// The ids of the departments. `None` if `organizations.yaml` could not be read; the owner is then not checked.
    pub units: Option<BTreeSet<&'a str>>,
}

/// Reads the YAML at the bytes `range` of a Markdown file. `None` if it is no YAML.
#[must_use]
pub fn read_objective(
    file: &Arc<SourceFile>,
    range: Range<usize>,
    context: &ObjectiveContext<'_>,
) -> (Option<Objective>, Diagnostics) {
    let (node, mut found) = yaml::read(file, range.clone());
    let Some(node) = node else { return (None, found) };
    let mut reader = YamlReader::new(file);
    let objective = objective(&mut reader, node, context);
    found.extend(reader.found);
    (Some(Objective { range, ..objective }), found)
}

fn objective(reader: &mut YamlReader<'_>, node: YamlNode, context: &ObjectiveContext<'_>) -> Objective {
    let range = node.range.clone();
    let mut fields = reader.top(node, &KEYS);
    let implements = fields.take("implements").map(|node| implements(reader, node)).unwrap_or_default();
    let indicators = indicators(&mut fields, reader, &range);
    let due_label = fields.table_text(reader, "due_label", &catalogue::text_of_due_label());
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

/// Reads the list under `indicators`, or the indicator whose keys stand in the block itself.
fn indicators(fields: &mut Fields, reader: &mut YamlReader<'_>, range: &Range<usize>) -> Vec<Indicator> {
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
        reader.report_formula(&catalogue::text_of_indicator(), Some(&indicator.name));
    }
    reader.unique(all, |indicator| &indicator.name, catalogue::indicator_twice)
}

/// Reads an indicator without its name.
fn unnamed_from(fields: &mut Fields, reader: &mut YamlReader<'_>, range: &Range<usize>) -> Indicator {
    let direction = stated::direction(fields, reader);
    let values = stated::value_kind(&direction);
    let unset = || Point::unset(range.clone());
    let baseline = stated::point_of(fields, reader, PointForm::on("baseline", values)).unwrap_or_else(unset);
    let target = stated::point_of(fields, reader, PointForm::by("target", values)).unwrap_or_else(unset);
    let interim = stated::points(fields, reader, PointForm::by("interim", values));
    let actuals = stated::points(fields, reader, PointForm::on("actuals", values));
    let judged = stated::point_of(fields, reader, PointForm::on("judged", ValueKind::Number));
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

/// Reads the status: the code of a word, or its label.
fn status(fields: &mut Fields, reader: &mut YamlReader<'_>, words: &[StatusWord]) -> Stated<Located<String>> {
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

fn sdgs(fields: &mut Fields, reader: &mut YamlReader<'_>) -> Vec<Located<u8>> {
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
