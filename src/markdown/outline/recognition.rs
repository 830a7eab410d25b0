//! Recognises labels among the starts of lines that have the form of one, by their neighbours.

use std::collections::BTreeSet;

use super::open::{OpenBlock, value_in};
use super::series::{LabelSeries, plain_kind, series_of};
use crate::markdown::numbering::{LabelCandidate, Strength, as_iroha};
use crate::policy::{Label, LabelKind};

/// The neighbours of a line.
pub(super) struct Neighbours<'a> {
    /// The blocks that are open before the line.
    pub(super) open: &'a [OpenBlock],
    /// The values of all labels of the document.
    pub(super) company: &'a BTreeSet<(LabelKind, u32)>,
    /// The label of the lines before in the same paragraph, which is not an item yet.
    pub(super) pending: Option<&'a Label>,
}

impl Neighbours<'_> {
    /// Recognises a label at the start of a paragraph. A weak one needs a neighbour that counts on.
    pub(super) fn first(&self, found: LabelCandidate) -> Option<LabelCandidate> {
        let found = self.in_its_series(found);
        let is_label = found.strength == Strength::Strong || self.has_company(&found.label);
        (is_label || self.is_second_of_article(&found.label)).then_some(found)
    }

    /// The first paragraph of an article has no number, so that its 2 may be the only number there is.
    fn is_second_of_article(&self, label: &Label) -> bool {
        let number = series_of(label);
        let is_article =
            |open: &OpenBlock| matches!(open, OpenBlock::Item { series, .. } if series.0 == LabelKind::Article);
        number.0 == LabelKind::Number
            && *label.value == [2]
            && value_in(self.open, number).is_none()
            && self.open.iter().any(is_article)
    }

    /// Recognises a label at the start of a further line, which may just have been wrapped there.
    pub(super) fn next(&self, found: LabelCandidate, before: &str) -> Option<LabelCandidate> {
        let found = self.in_its_series(found);
        let ended = before.trim_end().ends_with(['。', '．', '：', ':', '」', '）', ')', '.']);
        let accepted = match found.label.kind {
            LabelKind::Bullet => ended || self.pending.is_some_and(|label| label.kind == LabelKind::Bullet),
            _ => {
                let previous = self.value_before(series_of(&found.label));
                let value = found.label.value.first().copied();
                let counts_on = previous.is_some_and(|previous| value == Some(previous + 1));
                let first_of_some = previous.is_none() && found.stands_apart && self.has_company(&found.label);
                let starts = value == Some(1) && (ended || first_of_some);
                let skips = found.strength == Strength::Strong
                    && (ended || found.stands_apart)
                    && previous.is_some_and(|previous| value > Some(previous));
                (counts_on || starts || skips) && (found.strength == Strength::Strong || self.has_company(&found.label))
            }
        };
        accepted.then_some(found)
    }

    /// イ is the second of アイウ or the first of イロハ. The label before it decides.
    fn in_its_series(&self, found: LabelCandidate) -> LabelCandidate {
        let Some(iroha) = as_iroha(&found.label) else { return found };
        let before = |label: &Label| self.value_before(series_of(label));
        let goes_on = |label: &Label| before(label).is_some_and(|last| label.value.first() == Some(&(last + 1)));
        let starts_iroha = iroha.value == [1] && before(&found.label).is_none();
        if !goes_on(&found.label) && (goes_on(&iroha) || starts_iroha) {
            LabelCandidate { label: iroha, ..found }
        } else {
            found
        }
    }

    fn has_company(&self, label: &Label) -> bool {
        let Some(&value) = label.value.first() else { return true };
        let kind = plain_kind(label.kind);
        let mut neighbours = [value + 1, value.saturating_sub(1)].into_iter();
        label.value.len() > 1 || neighbours.any(|value| value > 0 && self.company.contains(&(kind, value)))
    }

    /// The value a label of this series goes on from: that of the pending label, or of an item that stays open below it.
    fn value_before(&self, series: LabelSeries) -> Option<u32> {
        let Some(pending) = self.pending else { return value_in(self.open, series) };
        let above = series_of(pending);
        if above == series {
            return pending.value.first().copied();
        }
        let kept = self.open.iter().rposition(|open| open.is_item_of(above)).unwrap_or(self.open.len());
        value_in(&self.open[..kept], series)
    }
}
