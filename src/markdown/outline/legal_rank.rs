//! The ranks of labels in statutes, which do not depend on the order in which a document happens to use them.
//!
//! Below 項 a statute nests its labels as it opens them (号, then イロハ or アイウ, then (1) or (ア)); how these are written differs between
//! the state and the cities, so only what they all share is fixed.

use super::open::OpenBlock;
use crate::policy::{FrameKind, LabelKind};

/// The fixed ranks, from the outermost.
///
/// Sources: 編・章・節・款・目 and 条・項・号: 法制執務研究会編『新訂 ワークブック法制執務 第2版』(2018), 「法令の形式」; e-Gov 法令API, XML schema for
/// statutes (`Part`, `Chapter`, `Section`, `Subsection`, `Division`, `Article`, `Paragraph`, `Item`). That a bare number below an article is a
/// 項 whose first prints none: the same book, 「項番号」.
const RANKS: [(LabelKind, u8); 8] = [
    (LabelKind::Part, 0),
    (LabelKind::Chapter, 1),
    (LabelKind::ChapterSection, 2),
    (LabelKind::ChapterSubsection, 3),
    (LabelKind::ChapterDivision, 4),
    (LabelKind::Article, 5),
    (LabelKind::ArticleParagraph, 6),
    (LabelKind::Number, 6),
];

/// The rank of 号 and all that is below a 項.
pub(super) const BELOW_PARAGRAPH: u8 = 7;

/// The rank of a kind of label in a statute, if the law fixes it.
pub(super) fn legal_rank(kind: LabelKind) -> Option<u8> {
    RANKS.iter().find(|(known, _)| *known == kind).map(|(_, rank)| *rank)
}

/// Tells if what comes next stands in an article or in supplementary provisions.
pub(super) fn in_provision(open: &[OpenBlock]) -> bool {
    open.iter().any(|open| match open {
        OpenBlock::Annex(frame) => frame.kind == FrameKind::Supplementary,
        OpenBlock::Section { .. } | OpenBlock::Item { .. } => open.kind() == Some(LabelKind::Article),
    })
}

/// The number of open blocks that stay open when an item of a fixed rank begins.
pub(super) fn kept_above(open: &[OpenBlock], rank: u8) -> usize {
    let stays = |open: &OpenBlock| match open {
        OpenBlock::Item { series, .. } => legal_rank(series.0).is_some_and(|above| above < rank),
        OpenBlock::Annex(_) | OpenBlock::Section { .. } => true,
    };
    open.iter().position(|open| !stays(open)).unwrap_or(open.len())
}
