//! The objectives of last year's document, to be filled in this year.
//!
//! The measures stay; values, days, judgements and upper clauses are removed. Each list or value that is removed leaves its key
//! with a mark.

use std::ops::Range;

use super::draft_words::DraftWords;
use crate::markdown;
use crate::policy::{Block, Body, Direction, Indicator, IndicatorKind, Missing, Objective, Point, Stated};
use crate::source::{DocumentSource, ObjectiveContext, read_objective, scalar};

/// The `objective` blocks of a text, each as the range of its YAML and the replacement.
pub(super) fn emptied(
    source: &DocumentSource,
    body: &Body,
    context: &ObjectiveContext<'_>,
    words: &DraftWords,
) -> Vec<(Range<usize>, String)> {
    let mut fences = Vec::new();
    body.each_block(|block| {
        if let Block::Preformatted { info, range, .. } = block
            && **info == *markdown::OBJECTIVE
        {
            fences.push(range.clone());
        }
    });
    let text = source.source.text.as_str();
    let yaml =
        fences.into_iter().map(|fence| (blanks_before(text, fence.start), markdown::objective_yaml(text, &fence)));
    yaml.map(|(indent, yaml)| {
        let lines = match read_objective(&source.source, yaml.clone(), context).0 {
            Some(objective) => lines(&objective, words),
            None => vec![words.comment(words.unreadable_objective)],
        };
        let lines = lines.iter().map(|line| format!("{indent}{line}\n"));
        (yaml, lines.collect())
    })
    .collect()
}

/// The indentation of a byte on its line; a list marker counts as blanks.
fn blanks_before(text: &str, at: usize) -> String {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[start..at].chars().map(|c| if c.is_whitespace() { c } else { ' ' }).collect()
}

fn lines(objective: &Objective, words: &DraftWords) -> Vec<String> {
    let mark = |key: &str, hint: &str| format!("{key}: {}", words.comment(hint));
    let mut lines = Vec::new();
    if !objective.implements.is_empty() {
        let before = objective.implements.iter().map(|above| above.clause.value.split_whitespace().collect::<String>());
        lines.push(mark("implements", &words.implements(&before.collect::<Vec<_>>())));
    }
    if !objective.indicators.is_empty() {
        lines.push("indicators:".to_owned());
        objective.indicators.iter().for_each(|indicator| in_indicator(indicator, words, &mut lines));
    }
    if objective.due.day != Stated::default() {
        lines.push(mark("due", words.due));
    }
    if objective.due.label.is_some() {
        lines.push(mark("due_label", words.due_label));
    }
    if !objective.sdgs.is_empty() {
        let goals: Vec<String> = objective.sdgs.iter().map(|goal| goal.value.to_string()).collect();
        lines.push(format!("sdgs: [{}]", goals.join(", ")));
    }
    lines.extend(line(words, "owner", &objective.owner, |id| scalar(&id.value)));
    if lines.is_empty() {
        lines.push(words.comment(words.indicators));
    }
    lines
}

fn in_indicator(indicator: &Indicator, words: &DraftWords, lines: &mut Vec<String>) {
    // A mark for a value, unless the value is not applicable.
    let value = |key: &str, point: &Point, hint: &str| match point.value {
        Stated::Missing(Missing::NotApplicable) => format!("{key}: {}", words.missing(Missing::NotApplicable)),
        _ => format!("{key}: {}", words.comment(hint)),
    };
    let mut own = vec![format!("name: {}", scalar(&indicator.name.value))];
    own.extend(line(words, "kind", &indicator.kind, |kind| word(kind, &IndicatorKind::ALL)));
    own.extend(line(words, "unit", &indicator.unit, |unit| scalar(unit)));
    own.extend(line(words, "direction", &indicator.direction, |direction| word(direction, &Direction::ALL)));
    own.push(value("baseline", &indicator.baseline, words.baseline));
    if !indicator.interim.is_empty() {
        own.push(format!("interim: {}", words.comment(words.interim)));
    }
    own.push(value("target", &indicator.target, words.target));
    let starts = std::iter::once("  - ").chain(std::iter::repeat("    "));
    lines.extend(starts.zip(own).map(|(start, line)| format!("{start}{line}")));
}

/// The line of a key; none where a missing key means the same.
fn line<T>(words: &DraftWords, key: &str, value: &Stated<T>, said: impl Fn(&T) -> String) -> Option<String> {
    let said = match value {
        Stated::Given(value) => said(value),
        Stated::Missing(Missing::Unset) => return None,
        Stated::Missing(missing) => words.missing(*missing).to_owned(),
    };
    Some(format!("{key}: {said}"))
}

fn word<T: PartialEq>(value: &T, all: &[(T, &'static str, &'static str)]) -> String {
    all.iter().find(|(known, ..)| known == value).map_or_else(String::new, |(_, word, _)| (*word).to_owned())
}
