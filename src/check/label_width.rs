//! Full and half width mixed within a printed number, or among siblings.
//!
//! Official texts print one digit in full width and two in half width (`９`, `10`): that is no mixture.

use std::collections::BTreeMap;

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Block, Clause, LabelKind};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    siblings(subject, &subject.document.body.blocks, found);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Width {
    Half,
    Full,
}

/// The widths in a label; `None` where it has no such character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Widths {
    /// Brackets and stops.
    signs: Option<Width>,
    /// Numbers of one digit.
    single: Option<Width>,
}

/// The first clause of a kind that shows a width.
#[derive(Default)]
struct Firsts<'a> {
    signs: Option<(Width, &'a Clause)>,
    single: Option<(Width, &'a Clause)>,
    reported: bool,
}

fn siblings(subject: &Subject<'_>, blocks: &[Block], found: &mut Diagnostics) {
    let mut firsts: BTreeMap<LabelKind, Firsts<'_>> = BTreeMap::new();
    for block in blocks {
        if let Block::Clause(clause) = block
            && let Some(label) = &clause.label
        {
            compare(subject, clause, firsts.entry(label.kind).or_default(), found);
        }
        siblings(subject, block.own_children(), found);
    }
}

/// Reports a label that is mixed in itself, and the first one that differs from an earlier sibling.
fn compare<'a>(subject: &Subject<'_>, clause: &'a Clause, firsts: &mut Firsts<'a>, found: &mut Diagnostics) {
    let Some(label) = &clause.label else { return };
    let Some(widths) = widths(&label.printed) else {
        found.push(subject.at(&clause.range, catalogue::label_mixed_width(&label.printed)));
        return;
    };
    let other = differs(widths.signs, &mut firsts.signs, clause).or(differs(widths.single, &mut firsts.single, clause));
    if let Some((other, printed)) = other.and_then(|other| Some((other, &other.label.as_ref()?.printed)))
        && !firsts.reported
    {
        firsts.reported = true;
        let finding = subject.at(&clause.range, catalogue::label_mixed_width(&label.printed));
        found.push(finding.with_related(subject.span(&other.range), catalogue::first_of(printed)));
    }
}

/// The first sibling, if its width is another one.
fn differs<'a>(
    width: Option<Width>,
    first: &mut Option<(Width, &'a Clause)>,
    clause: &'a Clause,
) -> Option<&'a Clause> {
    let width = width?;
    let (known, sibling) = *first.get_or_insert((width, clause));
    (known != width).then_some(sibling)
}

/// The widths of a label; `None` if it mixes them in itself: `（1)`, `1０`, `第1条の２`.
fn widths(printed: &str) -> Option<Widths> {
    let mut widths = Widths::default();
    let mut number: Option<(Width, u32)> = None;
    for c in printed.chars().chain([' ']) {
        if let Some(width) = digit_width(c) {
            let (first, length) = number.unwrap_or((width, 0));
            if first != width {
                return None;
            }
            number = Some((width, length + 1));
            continue;
        }
        if let Some((width, 1)) = number.take()
            && *widths.single.get_or_insert(width) != width
        {
            return None;
        }
        if let Some(width) = sign_width(c)
            && *widths.signs.get_or_insert(width) != width
        {
            return None;
        }
    }
    Some(widths)
}

fn digit_width(c: char) -> Option<Width> {
    match c {
        '0'..='9' => Some(Width::Half),
        '０'..='９' => Some(Width::Full),
        _ => None,
    }
}

fn sign_width(c: char) -> Option<Width> {
    match c {
        '(' | ')' | '.' => Some(Width::Half),
        '（' | '）' | '．' => Some(Width::Full),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{item, lint};

    fn mixed(labels: &[&str]) -> usize {
        let blocks = labels.iter().map(|label| item(label, LabelKind::ParenthesizedNumber, &[1])).collect();
        lint(check, blocks).len()
    }

    #[test]
    fn a_mixture_is_reported_once_in_a_series() {
        for (labels, expected) in [
            (&["(1)", "(2)", "(10)"][..], 0),
            (&["（１）", "（２）", "（10）"], 0),
            (&["９", "10", "11"], 0),
            (&["９．", "10．"], 0),
            (&["①", "②", "ア", "Ⅱ", "・"], 0),
            (&["第1条の2", "第１条"], 1),
            (&["（1)"], 1),
            (&["1０"], 1),
            (&["第1条の２"], 1),
            (&["(1)", "（2）", "（3）"], 1),
            (&["(1)", "(２)"], 1),
            (&["1.", "2．"], 1),
        ] {
            assert_eq!(mixed(labels), expected, "{labels:?}");
        }
    }
}
