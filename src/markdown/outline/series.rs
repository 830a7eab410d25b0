//! Series of labels, which count on within one kind.

use std::collections::BTreeSet;

use crate::markdown::line_break::SourceLine;
use crate::markdown::node::MarkdownNode;
use crate::markdown::numbering::{LabelCandidate, LineKind, as_iroha, label_at};
use crate::policy::{Inline, Label, LabelKind};

/// A series of labels: its kind, and for bullets the mark, since ○ and ・ are two levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LabelSeries(pub(super) LabelKind, Option<char>);

/// The rank of a series: the order in which it was met. But the second paragraph of an article is the first to have its
/// number printed (第1条 … (1) … ２ …): numbers come right below articles, whenever they are met.
pub(super) fn rank(met: &mut Vec<LabelSeries>, series: LabelSeries) -> usize {
    if let Some(known) = met.iter().position(|known| *known == series) {
        return known;
    }
    let article = met.iter().position(|known| known.0 == LabelKind::Article);
    let rank = article.filter(|_| series.0 == LabelKind::Number).map_or(met.len(), |article| article + 1);
    met.insert(rank, series);
    rank
}

pub(super) fn series_of(label: &Label) -> LabelSeries {
    let mark = (label.kind == LabelKind::Bullet).then(|| match label.printed.trim_start().chars().next() {
        Some('･') => '・',
        Some(mark) => mark,
        None => '-',
    });
    LabelSeries(label.kind, mark)
}

/// Kana in the order of イロハ look like kana in the order of アイウ until their neighbours are known.
pub(super) fn plain_kind(kind: LabelKind) -> LabelKind {
    match kind {
        LabelKind::Iroha => LabelKind::Kana,
        LabelKind::ParenthesizedIroha => LabelKind::ParenthesizedKana,
        other => other,
    }
}

/// The start of a line that has the form of a label.
pub(super) fn candidate(text: &[Inline]) -> Option<LabelCandidate> {
    match text {
        [Inline::Text(only)] => label_at(only, LineKind::Text),
        // The label may be all of the first run: 「イ **重要**」. A character that is no part of any label stands for the rest.
        [Inline::Text(first), ..] if first.len() <= LONGEST_LABEL => {
            label_at(&format!("{first}\u{FFFC}"), LineKind::Text)
        }
        [Inline::Text(first), ..] => label_at(first, LineKind::Text),
        _ => None,
    }
}

/// In bytes; longer first runs hold text after their label.
const LONGEST_LABEL: usize = 64;

/// The values of all weak labels at the starts of lines, in both orders of kana.
pub(super) fn company(nodes: &[MarkdownNode]) -> BTreeSet<(LabelKind, u32)> {
    let mut values = BTreeSet::new();
    let mut add = |line: Option<&SourceLine>| {
        let Some(found) = line.and_then(|line| candidate(&line.text)) else { return };
        let iroha = as_iroha(&found.label).and_then(|label| label.value.first().copied());
        for value in found.label.value.first().copied().into_iter().chain(iroha) {
            values.insert((found.label.kind, value));
        }
    };
    for node in nodes {
        match node {
            MarkdownNode::Paragraph { lines } => lines.iter().for_each(|line| add(Some(line))),
            MarkdownNode::List(items) => {
                for item in items {
                    if let Some(MarkdownNode::Paragraph { lines }) = item.nodes.first() {
                        add(lines.first());
                    }
                }
            }
            _ => {}
        }
    }
    values
}
