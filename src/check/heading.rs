//! Headings that skip a level.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Block, ClauseKind};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    // The title of the document is level 1, printed in the text or not.
    headings(subject, &subject.document.body.blocks, &mut 1, found);
}

fn headings(subject: &Subject<'_>, blocks: &[Block], before: &mut u8, found: &mut Diagnostics) {
    for block in blocks {
        if let Block::Clause(clause) = block
            && let ClauseKind::Section { level } = clause.kind
        {
            if level > *before + 1 {
                found.push(subject.at(&clause.range, catalogue::heading_jump(level, *before)));
            }
            *before = level;
        }
        headings(subject, block.own_children(), before, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{lint, section};

    #[test]
    fn only_jumps_downwards_are_reported() {
        for (levels, expected) in
            [(&[2, 3, 4, 2, 3][..], 0), (&[1, 2], 0), (&[2, 4], 1), (&[3], 1), (&[2, 4, 4, 2, 4], 2), (&[6, 1, 6], 2)]
        {
            let blocks = levels.iter().map(|level| section(*level, Vec::new())).collect();
            assert_eq!(lint(check, blocks).len(), expected, "{levels:?}");
        }
    }
}
