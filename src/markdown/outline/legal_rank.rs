//! The ranks of labels in statutes, which do not depend on the order in which a document happens to use them.
//!
//! Below 項 a statute nests its labels as it opens them (号, then イロハ or アイウ, then (1) or (ア)); how these are written differs between
//! the state and the cities, so only what they all share is fixed.

use super::open::OpenBlock;
use crate::policy::{CounterWord, FrameKind, LabelKind};

/// Tells if what comes next stands in an article or in supplementary provisions.
pub(super) fn in_provision(open: &[OpenBlock]) -> bool {
    open.iter().any(|open| match open {
        OpenBlock::Annex(frame) => frame.kind == FrameKind::Supplementary,
        OpenBlock::Section { .. } | OpenBlock::Item { .. } => open.kind() == Some(LabelKind::Article),
    })
}

/// The number of open blocks that stay open when an item of a fixed rank begins.
pub(super) fn kept_above(open: &[OpenBlock], rank: CounterWord) -> usize {
    let stays = |open: &OpenBlock| match open {
        OpenBlock::Item { series, .. } => CounterWord::of(series.0).is_some_and(|above| above < rank),
        OpenBlock::Annex(_) | OpenBlock::Section { .. } => true,
    };
    open.iter().position(|open| !stays(open)).unwrap_or(open.len())
}
