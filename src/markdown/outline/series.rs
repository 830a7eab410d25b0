//! Series of labels, which count on within one kind.

use std::collections::BTreeSet;

use crate::markdown::line_break::SourceLine;
use crate::markdown::node::MarkdownNode;
use crate::markdown::numbering::{LabelCandidate, LineKind, Strength, as_iroha, as_roman, is_space, label_at};
use crate::policy::{Inline, Label, LabelKind};

/// A series of labels: its kind, and for bullets the mark, since ○ and ・ are two levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LabelSeries(pub(super) LabelKind, Option<char>);

impl LabelSeries {
    /// The 項 of articles: 2, 3.
    pub(super) fn of_paragraphs() -> Self {
        Self(LabelKind::Number, None)
    }
}

/// The rank of a series outside of articles: the order in which it was met. But 第1 is never below (1).
pub(super) fn rank(met: &mut Vec<LabelSeries>, series: LabelSeries) -> usize {
    if let Some(known) = met.iter().position(|known| *known == series) {
        return known;
    }
    let below = |known: &LabelSeries| matches!(known.0, LabelKind::ParenthesizedNumber | LabelKind::CircledNumber);
    let first_below = met.iter().position(below).filter(|_| series.0 == LabelKind::Ordinal);
    let rank = first_below.unwrap_or(met.len());
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
    candidate_in(text, LineKind::Text)
}

/// The start of a line or heading that has the form of a label. Its length counts the text of a bold label and of what follows as one.
pub(super) fn candidate_in(text: &[Inline], line_kind: LineKind) -> Option<LabelCandidate> {
    match text {
        [Inline::Text(only)] => label_at(only, line_kind),
        // The label may be all of the first run: 「イ **重要**」. A character that is no part of any label stands for the rest.
        [Inline::Text(first), ..] if first.len() <= LONGEST_LABEL => label_at(&format!("{first}\u{FFFC}"), line_kind),
        [Inline::Text(first), ..] => label_at(first, line_kind),
        [Inline::Strong(inner), rest @ ..] => match &inner[..] {
            [Inline::Text(bold)] if bold.len() <= LONGEST_BOLD => bold_label(bold, rest, line_kind),
            _ => None,
        },
        _ => None,
    }
}

/// A label in bold: `**２**　…`, `**第一条（目的）**　…`. A bold line that says more than that is a title and no numbered text.
fn bold_label(bold: &str, rest: &[Inline], line_kind: LineKind) -> Option<LabelCandidate> {
    let after = match rest.first() {
        Some(Inline::Text(text)) => text,
        Some(_) => "\u{FFFC}",
        None => "",
    };
    // The label ends within these characters.
    let after: String = after.chars().take(LONGEST_LABEL).collect();
    let found = label_at(&format!("{bold}{after}"), line_kind)?;
    let printed = found.label.printed.len();
    let is_caption = || {
        let caption = bold[printed..].trim_matches(is_space);
        let inside = caption.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
        found.label.kind == LabelKind::Article && inside.is_some()
    };
    let is_whole = printed <= bold.len() && (bold[printed..].trim_matches(is_space).is_empty() || is_caption());
    is_whole.then_some(found)
}

/// In bytes; longer first runs hold text after their label.
const LONGEST_LABEL: usize = 64;
/// In bytes; a bold label may have a caption with it.
const LONGEST_BOLD: usize = 400;

/// What the labels at the starts of lines say about each other.
#[derive(Debug, Default)]
pub(super) struct Company {
    /// The values of all labels, in both orders of kana.
    pub(super) values: BTreeSet<(LabelKind, u32)>,
    /// The values of letters that may be words: 「A plan」.
    pub(super) words: BTreeSet<u32>,
    /// The values of Roman numerals of headings that cannot be letters: Ⅰ, II, IV.
    heading_romans: BTreeSet<(LabelKind, u32)>,
    /// Whether there is an article.
    pub(super) has_articles: bool,
}

impl Company {
    pub(super) fn of(nodes: &[MarkdownNode]) -> Self {
        let mut company = Self::default();
        for node in nodes {
            match node {
                MarkdownNode::Heading { text, .. } => company.add_heading(text),
                MarkdownNode::Paragraph { lines } => lines.iter().for_each(|line| company.add(line)),
                MarkdownNode::List(items) => {
                    for item in items {
                        if let Some(MarkdownNode::Paragraph { lines }) = item.nodes.first() {
                            lines.iter().take(1).for_each(|line| company.add(line));
                        }
                    }
                }
                _ => {}
            }
        }
        company
    }

    /// Whether a letter that may be a word has a neighbour: A, B, C.
    pub(super) fn has_word_beside(&self, value: u32) -> bool {
        self.words.contains(&(value + 1)) || value > 1 && self.words.contains(&(value - 1))
    }

    /// The label of a heading as a Roman numeral (I, V), if the one before or after it is among the headings.
    pub(super) fn roman_heading(&self, label: &Label) -> Option<Label> {
        let roman = as_roman(label)?;
        let value = *roman.value.first()?;
        let has = |value: u32| self.heading_romans.contains(&(roman.kind, value));
        (has(value + 1) || value > 1 && has(value - 1)).then_some(roman)
    }

    fn add_heading(&mut self, text: &[Inline]) {
        let Some(found) = candidate_in(text, LineKind::Heading) else { return };
        self.has_articles |= found.label.kind == LabelKind::Article;
        if found.strength == Strength::Word {
            self.words.extend(found.label.value.first());
        }
        if matches!(found.label.kind, LabelKind::Roman | LabelKind::SmallRoman) {
            self.heading_romans.extend(found.label.value.first().map(|value| (found.label.kind, *value)));
        }
    }

    fn add(&mut self, line: &SourceLine) {
        let Some(found) = candidate(&line.text) else { return };
        self.has_articles |= found.label.kind == LabelKind::Article && found.stands_apart;
        if found.strength == Strength::Word {
            self.words.extend(found.label.value.first());
        }
        let iroha = as_iroha(&found.label).and_then(|label| label.value.first().copied());
        for value in found.label.value.first().copied().into_iter().chain(iroha) {
            self.values.insert((found.label.kind, value));
        }
        let roman = as_roman(&found.label).filter(|_| found.strength != Strength::Word);
        self.values.extend(roman.and_then(|roman| Some((roman.kind, *roman.value.first()?))));
    }
}

/// Takes bytes off the front of a line: of its first run of text, or of a bold run and the text behind it.
pub(super) fn cut(text: &mut Vec<Inline>, length: usize) {
    let run = match text.first() {
        Some(Inline::Text(run)) => run.len(),
        Some(Inline::Strong(inner)) => match &inner[..] {
            [Inline::Text(run)] => run.len(),
            _ => return,
        },
        _ => return,
    };
    if length >= run {
        text.remove(0);
        if length > run {
            cut(text, length - run);
        }
        return;
    }
    match text.first_mut() {
        Some(Inline::Text(run)) => *run = run[length..].into(),
        Some(Inline::Strong(inner)) => {
            if let Some(Inline::Text(run)) = inner.first_mut() {
                *run = run[length..].into();
            }
        }
        _ => {}
    }
}

/// Whether a number directly follows another: 2 after 1, 1の2 after 1, 2 after 1の2.
pub(super) fn follows(before: &[u32], value: &[u32]) -> bool {
    let shared = before.iter().zip(value).take_while(|(a, b)| a == b).count();
    match (before.get(shared), value.get(shared)) {
        (Some(a), Some(b)) => a.checked_add(1) == Some(*b),
        (None, Some(b)) => value.len() == shared + 1 && *b == 2,
        _ => false,
    }
}
