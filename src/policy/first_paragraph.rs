//! The items of the first paragraph of an article, which prints no number: 第1条 … (1) … (2) … ２ ….
//!
//! They stand beside the printed 項 in the text, and one level below them in law. So they are counted apart from them.
//!
//! Source: 法制執務研究会編『新訂 ワークブック法制執務 第2版』(2018): the first 項 of an article has no number.

use std::ops::Range;

use super::{Block, Clause, Frame, FrameKind, LabelKind};

impl Clause {
    /// The blocks among its children that hold the items of its first paragraph, if further paragraphs follow them.
    #[must_use]
    pub fn items_of_first_paragraph(&self) -> Range<usize> {
        let is_article = self.label.as_ref().is_some_and(|label| label.kind == LabelKind::Article);
        if is_article { items_before_second(&self.children) } else { 0..0 }
    }
}

impl Frame {
    /// The same for supplementary provisions.
    #[must_use]
    pub fn items_of_first_paragraph(&self) -> Range<usize> {
        if self.kind == FrameKind::Supplementary { items_before_second(&self.blocks) } else { 0..0 }
    }
}

fn items_before_second(blocks: &[Block]) -> Range<usize> {
    let number = |block: &Block| match block {
        Block::Clause(Clause { label: Some(label), .. }) if !label.value.is_empty() => {
            Some((label.kind, label.value[0]))
        }
        _ => None,
    };
    let mut numbered = blocks.iter().enumerate().filter_map(|(at, block)| Some((at, number(block)?)));
    let Some((first, (kind, _))) = numbered.next() else { return 0..0 };
    if kind == LabelKind::Number {
        return 0..0;
    }
    match numbered.find(|(_, (kind, _))| *kind == LabelKind::Number) {
        Some((second, (_, 2))) => first..second,
        _ => 0..0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{ClauseKind, Label};

    fn item(kind: LabelKind, value: u32) -> Block {
        let label = Label { printed: "x".into(), separator: " ".into(), kind, value: vec![value] };
        Block::Clause(Clause { label: Some(label), ..Clause::of_text(ClauseKind::Item, "文") })
    }

    #[test]
    fn items_before_the_second_paragraph_belong_to_the_first() {
        let (number, kanji) = (LabelKind::Number, LabelKind::KanjiNumber);
        let text = || Block::Clause(Clause::of_text(ClauseKind::Paragraph, "文"));
        for (children, expected) in [
            (vec![item(kanji, 1), item(kanji, 2), item(number, 2)], 0..2),
            (vec![text(), item(kanji, 1), item(number, 2), item(number, 3)], 1..2),
            (vec![item(kanji, 1), item(kanji, 2)], 0..0),
            (vec![item(number, 1), item(number, 2)], 0..0),
            (vec![item(kanji, 1), item(number, 3)], 0..0),
        ] {
            assert_eq!(items_before_second(&children), expected);
        }
    }
}
