//! Recognises labels among the starts of lines that have the form of one, by their neighbours.

use super::legal_rank::{in_provision, kept_above};
use super::open::{OpenBlock, value_in};
use super::series::{Company, LabelSeries, follows, plain_kind, series_of};
use crate::markdown::numbering::{LabelCandidate, Strength, as_iroha, as_roman};
use crate::policy::{CounterWord, Label, LabelKind};

/// The neighbours of a line.
pub(super) struct Neighbours<'a> {
    /// The blocks that are open before the line.
    pub(super) open: &'a [OpenBlock],
    /// All labels of the document.
    pub(super) company: &'a Company,
    /// The label of the lines before in the same paragraph, which is not an item yet.
    pub(super) pending: Option<&'a Label>,
    /// The value of the last article, which counts on through the document.
    pub(super) last_article: &'a [u32],
}

impl Neighbours<'_> {
    /// Recognises a label at the start of a paragraph. A weak one needs a neighbour that counts on.
    pub(super) fn first(&self, found: LabelCandidate) -> Option<LabelCandidate> {
        let found = self.in_its_series(found);
        let is_label = found.strength == Strength::Strong || self.has_company(&found);
        (is_label || self.is_second_of_article(&found.label)).then_some(found)
    }

    /// The first paragraph of an article has no number, so that its 2 may be the only number there is.
    fn is_second_of_article(&self, label: &Label) -> bool {
        let number = series_of(label);
        number.0 == LabelKind::Number
            && *label.value == [2]
            && value_in(self.open, number).is_none()
            && self.open.iter().any(|open| open.kind() == Some(LabelKind::Article))
    }

    /// Recognises a label at the start of a further line, which may just have been wrapped there.
    pub(super) fn next(&self, found: LabelCandidate, before: &str) -> Option<LabelCandidate> {
        let found = self.in_its_series(found);
        let ended = before.trim_end().ends_with(['。', '．', '：', ':', '」', '）', ')', '.']);
        if self.is_next_provision(&found, ended) {
            return Some(found);
        }
        let accepted = match found.label.kind {
            LabelKind::Bullet => ended || self.pending.is_some_and(|label| label.kind == LabelKind::Bullet),
            _ => {
                let previous = self.value_before(series_of(&found.label));
                let value = &*found.label.value;
                let counts_on = previous.is_some_and(|previous| follows(previous, value));
                let first_of_some = previous.is_none() && found.stands_apart && self.has_company(&found);
                let starts = value.first() == Some(&1) && (ended || first_of_some);
                let skips = found.strength == Strength::Strong
                    && (ended || found.stands_apart)
                    && previous.is_some_and(|previous| value.first() > previous.first());
                (counts_on || starts || skips) && (found.strength == Strength::Strong || self.has_company(&found))
            }
        };
        accepted.then_some(found)
    }

    /// Recognises what the law numbers: a division, an article that comes after the last one, a paragraph that counts on below an
    /// article. They stand at the starts of lines, whether the line before has ended a sentence or not.
    fn is_next_provision(&self, found: &LabelCandidate, ended: bool) -> bool {
        let label = &found.label;
        match label.kind {
            LabelKind::Article => (found.stands_apart || ended) && *label.value > *self.last_article,
            LabelKind::Number if found.stands_apart => self.paragraph_before().is_some_and(|before| {
                let before = before.unwrap_or(&[1]);
                follows(before, &label.value)
            }),
            kind => kind.groups_articles() && self.company.has_articles && found.stands_apart && found.is_title,
        }
    }

    /// The number of the 項 before, below an article; nothing inside if none is printed yet.
    fn paragraph_before(&self) -> Option<Option<&[u32]>> {
        let in_article = match self.pending.map(|pending| pending.kind) {
            Some(LabelKind::Article) => return Some(None),
            Some(kind) if kind.groups_articles() => return None,
            _ => self.open.iter().any(|open| open.kind() == Some(LabelKind::Article)),
        };
        in_article.then(|| self.value_before(LabelSeries::of_paragraphs()))
    }

    /// イ is the second of アイウ or the first of イロハ, i the ninth letter or the first numeral. The label before it decides.
    fn in_its_series(&self, found: LabelCandidate) -> LabelCandidate {
        let before = |label: &Label| self.value_before(series_of(label));
        let goes_on = |label: &Label| before(label).is_some_and(|last| follows(last, &label.value));
        let (other, starts_other) = if let Some(iroha) = as_iroha(&found.label) {
            let starts = iroha.value == [1] && before(&found.label).is_none();
            (iroha, starts)
        } else if let Some(roman) = as_roman(&found.label) {
            let starts = roman.value == [1] && self.company.values.contains(&(roman.kind, 2));
            (roman, starts)
        } else {
            return found;
        };
        if !goes_on(&found.label) && (goes_on(&other) || starts_other) {
            LabelCandidate { label: other, ..found }
        } else {
            found
        }
    }

    fn has_company(&self, found: &LabelCandidate) -> bool {
        let label = &found.label;
        let Some(&value) = label.value.first() else { return true };
        if found.strength == Strength::Word {
            return self.company.has_word_beside(value);
        }
        let kind = plain_kind(label.kind);
        let has = |value: u32| self.company.values.contains(&(kind, value));
        // A series of one number left out: 1, 3.
        let over_gap = || kind == LabelKind::Number && ((value == 1 && has(3)) || (value == 3 && has(1)));
        label.value.len() > 1 || has(value + 1) || (value > 1 && has(value - 1)) || over_gap()
    }

    /// The value a label of this series goes on from: that of the pending label, or of an item that stays open below it.
    fn value_before(&self, series: LabelSeries) -> Option<&[u32]> {
        let Some(pending) = self.pending else { return value_in(self.open, series) };
        let above = series_of(pending);
        if above == series {
            return Some(&pending.value);
        }
        let kept = match fixed_rank(above.0, self.company, self.open) {
            Some(rank) => kept_above(self.open, rank),
            None => self.open.iter().rposition(|open| open.is_item_of(above)).unwrap_or(self.open.len()),
        };
        value_in(&self.open[..kept], series)
    }
}

/// The rank of a kind of label where the law fixes it: of divisions and articles in a document with articles, of 項 in an article.
pub(super) fn fixed_rank(kind: LabelKind, company: &Company, open: &[OpenBlock]) -> Option<CounterWord> {
    let applies = match kind {
        LabelKind::Article => true,
        kind if kind.groups_articles() => company.has_articles,
        _ => in_provision(open),
    };
    CounterWord::of(kind).filter(|_| applies)
}
