//! Gaps, repetitions and wrong order among the printed numbers of siblings.

use std::collections::BTreeMap;

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Block, Clause, FrameKind, Label, LabelKind, plain_text};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    Walk { subject, found, latest: BTreeMap::new() }.siblings(None, &subject.document.body.blocks);
}

struct Walk<'a, 'b> {
    subject: &'b Subject<'a>,
    found: &'b mut Diagnostics,
    /// The latest number of each kind. Numbering may continue across sections.
    latest: BTreeMap<LabelKind, &'a [u32]>,
}

/// The numbers of one kind under one parent.
struct NumberSequence<'a> {
    latest: &'a Clause,
    seen: BTreeMap<&'a [u32], &'a Clause>,
}

impl<'a> Walk<'a, '_> {
    fn siblings(&mut self, parent: Option<&Label>, blocks: &'a [Block]) {
        let mut series = BTreeMap::new();
        for block in blocks {
            let mut own_label = None;
            if let Block::Clause(clause) = block {
                own_label = clause.label.as_ref();
                if let Some(label) = own_label.filter(|label| !label.value.is_empty()) {
                    let key = (label.kind, is_item_of_article(parent, label));
                    if let Some(series) = series.get_mut(&key) {
                        self.goes_on(series, clause, label);
                    } else {
                        self.starts(parent, clause, label);
                        let seen = BTreeMap::from([(&*label.value, clause)]);
                        series.insert(key, NumberSequence { latest: clause, seen });
                    }
                    self.latest.insert(label.kind, &label.value);
                }
            } else if starts_numbering_anew(block) {
                self.latest.clear();
            }
            self.siblings(own_label, block.own_children());
        }
    }

    /// The first number of its kind under a parent.
    fn starts(&mut self, parent: Option<&Label>, clause: &Clause, label: &Label) {
        // The first paragraph of an article prints no number, so 第1条 is followed by 2.
        let is_paragraph = matches!(label.kind, LabelKind::Number | LabelKind::ArticleParagraph);
        let second =
            is_paragraph && *label.value == [2] && parent.is_some_and(|parent| parent.kind == LabelKind::Article);
        let goes_on = self.latest.get(&label.kind).is_some_and(|latest| follows(latest, &label.value));
        if !(is_first(&label.value) || goes_on || second || is_spaced(label)) {
            self.found.push(self.subject.at(&clause.range, catalogue::label_start(&label.printed)));
        }
    }

    /// A number after another of its kind under the same parent.
    fn goes_on(&mut self, series: &mut NumberSequence<'a>, clause: &'a Clause, label: &'a Label) {
        let value: &[u32] = &label.value;
        let (before, printed) = value_of(series.latest);
        if follows(before, value) || (before < value && (is_vacant(series.latest) || is_spaced(label))) {
            series.latest = clause;
        } else if let Some(first) = series.seen.get(value) {
            let note = catalogue::first_of(&label.printed);
            let finding = self.subject.at(&clause.range, catalogue::label_duplicate(&label.printed));
            self.found.push(finding.with_related(self.subject.span(&first.range), note));
            if is_first(value) {
                // The series starts again, which is reported once.
                series.seen.clear();
                series.latest = clause;
            }
        } else if before < value {
            self.found.push(self.subject.at(&clause.range, catalogue::label_gap(&label.printed, printed)));
            series.latest = clause;
        } else {
            self.found.push(self.subject.at(&clause.range, catalogue::label_order(&label.printed, printed)));
        }
        series.seen.insert(value, clause);
    }
}

/// Whether a number of several parts leaves room for others: 1.010, 1.020; Chapter 5.10.
fn is_spaced(label: &Label) -> bool {
    let is_decimal = matches!(label.kind, LabelKind::Decimal(_));
    let part = label.mark().rsplit(['.', '-', '．']).find(|part| !part.is_empty()).unwrap_or_default();
    let is_padded = part.starts_with(['0', '０']);
    (is_decimal || label.value.len() > 1) && (is_padded || label.value.last().is_some_and(|value| value % 10 == 0))
}

/// Whether a number is that of an item and not of a paragraph: below an article, `1.` and `2` count different things.
fn is_item_of_article(parent: Option<&Label>, label: &Label) -> bool {
    parent.is_some_and(|parent| parent.kind == LabelKind::Article) && label.mark().ends_with(['.', '．'])
}

fn starts_numbering_anew(block: &Block) -> bool {
    matches!(block, Block::Frame(frame) if matches!(frame.kind, FrameKind::Annex | FrameKind::Supplementary))
}

fn value_of(clause: &Clause) -> (&[u32], &str) {
    clause.label.as_ref().map_or((&[], ""), |label| (&label.value, &label.printed))
}

/// Whether a series may start with this number: `1`, `3-1`.
fn is_first(value: &[u32]) -> bool {
    value.last() == Some(&1)
}

/// Whether a number directly follows another: 2 after 1, 第2条の2 after 第2条, 第3条 after 第2条の2, 2-1 after 1-3.
fn follows(before: &[u32], value: &[u32]) -> bool {
    let shared = before.iter().zip(value).take_while(|(a, b)| a == b).count();
    match (before.get(shared), value.get(shared)) {
        (Some(a), Some(b)) => a.checked_add(1) == Some(*b) && value[shared + 1..].iter().all(|part| *part == 1),
        // Branches start at 2 (第1条の2); parts at 1.
        (None, Some(b)) => value.len() == shared + 1 && matches!(b, 1 | 2),
        _ => false,
    }
}

/// Whether a clause says that numbers are left out on purpose: `第3条　削除`, `第3条から第5条まで　削除`.
fn is_vacant(clause: &Clause) -> bool {
    let text = plain_text(clause.text());
    let says_so = text.trim_end().trim_end_matches('。').ends_with("削除") || text.contains("欠番");
    says_so || clause.children.iter().any(|child| matches!(child, Block::Clause(child) if is_vacant(child)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{item, lint, plain, section};

    fn numbers(values: &[u32]) -> Vec<Block> {
        values.iter().map(|n| item(&format!("({n})"), LabelKind::ParenthesizedNumber, &[*n])).collect()
    }

    fn articles(values: &[&[u32]]) -> Vec<Block> {
        values.iter().map(|value| item(&format!("第{value:?}条"), LabelKind::Article, value)).collect()
    }

    #[test]
    fn gaps_and_repetitions_among_siblings_are_reported() {
        for (values, expected) in [
            (&[1, 2, 3][..], &[][..]),
            (&[1], &[]),
            (&[1, 3], &["label-gap"]),
            (&[1, 2, 2, 3], &["label-duplicate"]),
            (&[1, 2, 4, 3, 5], &["label-gap", "label-order"]),
            (&[2, 3], &["label-start"]),
            (&[1, 2, 1, 2], &["label-duplicate"]),
            (&[1, u32::MAX], &["label-gap"]),
        ] {
            assert_eq!(lint(check, numbers(values)), expected, "{values:?}");
        }
    }

    #[test]
    fn branches_and_parts_follow() {
        for (values, expected) in [
            (&[&[1][..], &[1, 2], &[1, 3], &[2]][..], &[][..]),
            (&[&[1, 1], &[1, 2], &[2, 1]], &[]),
            (&[&[1], &[1, 3]], &["label-gap"]),
            (&[&[1, 1], &[2, 2]], &["label-gap"]),
        ] {
            assert_eq!(lint(check, articles(values)), expected, "{values:?}");
        }
    }

    #[test]
    fn numbering_may_go_on_across_sections_or_start_again() {
        for (second, expected) in [(&[4, 5][..], &[][..]), (&[1, 2], &[]), (&[5], &["label-start"])] {
            let blocks = vec![section(2, numbers(&[1, 2, 3])), section(2, numbers(second))];
            assert_eq!(lint(check, blocks), expected, "{second:?}");
        }
    }

    #[test]
    fn decimals_that_leave_room_have_no_gaps() {
        for (numbers, expected) in [
            ([("1.010", 10), ("1.020", 20), ("1.030", 30)], &[][..]),
            ([("1.01", 1), ("1.03", 3), ("1.05", 5)], &[]),
            ([("1.1", 1), ("1.2", 2), ("1.4", 4)], &["label-gap"]),
        ] {
            let blocks =
                numbers.iter().map(|(printed, last)| item(printed, LabelKind::Decimal(2), &[1, *last])).collect();
            assert_eq!(lint(check, blocks), expected, "{numbers:?}");
        }
    }

    #[test]
    fn a_number_may_be_left_out_on_purpose() {
        let vacant = |text: &str| match item("第2条", LabelKind::Article, &[2]) {
            Block::Clause(clause) => Block::Clause(Clause { children: vec![plain(text)], ..clause }),
            other => other,
        };
        for (text, expected) in
            [("第3条から第5条まで　削除", &[][..]), ("(3) 欠番", &[]), ("古い規定を削除する。", &["label-gap"])]
        {
            let blocks =
                vec![item("第1条", LabelKind::Article, &[1]), vacant(text), item("第6条", LabelKind::Article, &[6])];
            assert_eq!(lint(check, blocks), expected, "{text}");
        }
    }

    #[test]
    fn the_first_paragraph_of_an_article_has_no_number() {
        let article = |children| match item("第1条", LabelKind::Article, &[1]) {
            Block::Clause(clause) => vec![Block::Clause(Clause { children, ..clause })],
            _ => Vec::new(),
        };
        let paragraphs =
            |first: u32| vec![item("２", LabelKind::Number, &[first]), item("３", LabelKind::Number, &[first + 1])];
        assert_eq!(lint(check, article(paragraphs(2))), [""; 0]);
        assert_eq!(lint(check, article(paragraphs(3))), ["label-start"]);
        assert_eq!(lint(check, paragraphs(2)), ["label-start"]);
    }

    #[test]
    fn each_kind_of_number_has_its_own_order() {
        let mut blocks = numbers(&[1]);
        blocks.push(item("ア", LabelKind::Kana, &[1]));
        blocks.extend(numbers(&[2]));
        blocks.push(item("・", LabelKind::Bullet, &[]));
        assert_eq!(lint(check, blocks), [""; 0]);
    }
}
