//! Positions: `s5-1`, `s5-b3`, `pre-p1`, `a1-t1r4`.
//!
//! Printed numbers become numbers: `s5`, `s5-1`, `s5_2` for 5の2. A clause without a number gets a letter and a count among its
//! siblings: `h` heading, `b` bullet, `p` paragraph, `t` table (`r` row), `q` quotation. Clauses before the first heading start
//! with `pre`, the items of the first paragraph of an article with its unprinted number (`s1-1-2`), those of annexes with `a1`, supplementary provisions with `x1`. A second clause at a position gets `.d2`.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::policy::{Block, Body, Clause, ClauseKind, FrameKind, Position, SiblingCounts};

/// Sets every position of a body. Positions are ASCII, unique in the document, and valid in URLs and as HTML ids.
#[must_use]
pub fn assign_positions(mut body: Body) -> Body {
    let mut taken = TakenPositions::default();
    let mut annexes = (0, 0);
    let preamble_length = body.preamble_length();
    let (preamble, rest) = body.blocks.split_at_mut(preamble_length);
    let mut counts = SiblingCounts::default();
    for block in preamble {
        taken.block(block, "pre", &mut counts);
    }
    let mut counts = SiblingCounts::default();
    for block in rest {
        if let Block::Frame(frame) = block {
            let prefix = match frame.kind {
                FrameKind::Notice | FrameKind::End => continue,
                FrameKind::Annex => next("a", &mut annexes.0),
                FrameKind::Supplementary => next("x", &mut annexes.1),
            };
            frame.position = taken.claim(prefix);
            let items = frame.items_of_first_paragraph();
            taken.provision(&mut frame.blocks, &items, frame.position.as_str(), SiblingCounts::default());
        } else {
            taken.block(block, "", &mut counts);
        }
    }
    body
}

/// The number of claims of each position so far.
#[derive(Default)]
struct TakenPositions(BTreeMap<Position, u32>);

impl TakenPositions {
    fn blocks(&mut self, blocks: &mut [Block], parent: &str, mut counts: SiblingCounts) {
        for block in blocks {
            self.block(block, parent, &mut counts);
        }
    }

    fn block(&mut self, block: &mut Block, parent: &str, counts: &mut SiblingCounts) {
        match block {
            Block::Clause(clause) => self.clause(clause, parent, counts),
            Block::Table(table) => {
                table.position = self.claim(below(parent, &next("t", &mut counts.tables)));
                for (row, clause) in table.rows.iter_mut().enumerate() {
                    clause.position = self.claim(format!("{}r{}", table.position, row + 1));
                }
            }
            Block::Quote(blocks) => {
                let position = below(parent, &next("q", &mut counts.quotes));
                self.blocks(blocks, &position, SiblingCounts::default());
            }
            // Annexes are at the top level of a document. A quoted one has no address.
            Block::Frame(frame) => self.blocks(&mut frame.blocks, parent, SiblingCounts::default()),
            _ => {}
        }
    }

    fn clause(&mut self, clause: &mut Clause, parent: &str, counts: &mut SiblingCounts) {
        let part = match (&clause.label, clause.kind) {
            (Some(label), _) if !label.value.is_empty() => number(&label.value),
            (Some(_), _) => next("b", &mut counts.bullets),
            (None, ClauseKind::Section { .. }) => next("h", &mut counts.headings),
            (None, _) => next("p", &mut counts.paragraphs),
        };
        let is_numbered = part.starts_with(|c: char| c.is_ascii_digit());
        let position = if parent.is_empty() && is_numbered { format!("s{part}") } else { below(parent, &part) };
        clause.position = self.claim(position);
        // An item's own text is its first paragraph, so the next one is its second.
        let paragraphs = u32::from(!matches!(clause.kind, ClauseKind::Section { .. }));
        let items = clause.items_of_first_paragraph();
        let counts = SiblingCounts { paragraphs, ..SiblingCounts::default() };
        self.provision(&mut clause.children, &items, clause.position.as_str(), counts);
    }

    /// The blocks of an article. The items of its first paragraph stand below `s1-1`, which nothing else is called.
    fn provision(&mut self, blocks: &mut [Block], items: &Range<usize>, parent: &str, mut counts: SiblingCounts) {
        let first = below(parent, "1");
        for (at, block) in blocks.iter_mut().enumerate() {
            let is_item = items.contains(&at) && matches!(block, Block::Clause(clause) if clause.label.is_some());
            self.block(block, if is_item { &first } else { parent }, &mut counts);
        }
    }

    fn claim(&mut self, position: String) -> Position {
        let position = Position::new(position);
        let copies = self.0.entry(position.clone()).or_insert(0);
        *copies += 1;
        if *copies == 1 { position } else { Position::new(format!("{position}.d{copies}")) }
    }
}

fn below(parent: &str, part: &str) -> String {
    if parent.is_empty() { part.to_owned() } else { format!("{parent}-{part}") }
}

fn next(letter: &str, count: &mut u32) -> String {
    *count += 1;
    format!("{letter}{count}")
}

/// `5`, `5_2` for a branch, `1_3_1` for a number of parts.
fn number(value: &[u32]) -> String {
    let parts: Vec<String> = value.iter().map(u32::to_string).collect();
    parts.join("_")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::diagnostic::SourceFile;
    use crate::markdown::{LetterheadHints, parse};
    use proptest::prelude::*;

    fn positions(markdown: &str) -> Vec<String> {
        let file = SourceFile::new("content/a.md", markdown);
        let (body, _) = parse(&file, 0, &LetterheadHints { title: "", issuer: None });
        let mut found = Vec::new();
        assign_positions(body).each_clause(|clause| found.push(clause.position.to_string()));
        found
    }

    #[test]
    fn positions_follow_the_printed_numbers() {
        for (markdown, expected) in [
            ("前文\n\n## 1 目的\n\n(1) 一\n\n(2) 二\n\n## 2 手段\n", "pre-p1 s1 s1-1 s1-2 s2"),
            ("## 5 一\n\n・甲\n\nまた\n\n・乙\n", "s5 s5-b1 s5-b1-p2 s5-b2"),
            ("## 5 一\n\n文\n\nまた\n", "s5 s5-p1 s5-p2"),
            ("## 5の2 枝番\n\n(1)の2 枝番\n", "s5_2 s5_2-1_2"),
            ("## 第1条の2 枝番\n\n2 項\n\n3 項\n", "s1_2 s1_2-2 s1_2-3"),
            ("1-3-1 節\n\n1-3-2 節\n", "s1_3_1 s1_3_2"),
            ("第1条 文。\n\n(1) 甲\n\n(2) 乙\n\n２ 文。\n\n(1) 丙\n", "s1 s1-1-1 s1-1-2 s1-2 s1-2-1"),
            ("第1条 文。\n\n(1) 甲\n\n(2) 乙\n", "s1 s1-1 s1-2"),
            ("## 1 一\n\n(1) 甲\n\nア 子\n\nイ 丑\n", "s1 s1-1 s1-1-1 s1-1-2"),
            ("一つ目の段落\n\n二つ目の段落\n", "p1 p2"),
            ("## はじめに\n\n文\n\n## おわりに\n", "h1 h1-p1 h2"),
            ("## 1 表\n\n| a |\n|---|\n| 一 |\n| 二 |\n", "s1 s1-t1r1 s1-t1r2"),
            ("## 1 一\n\n(1) 甲\n\n(1) 乙\n", "s1 s1-1 s1-1.d2"),
            ("(1) 一\n\n別紙\n\n(1) 甲\n\n附則\n\n(1) 乙\n", "s1 a1-1 x1-1"),
            ("- 一\n- 二\n  - 甲\n", "b1 b2 b2-b1"),
            ("> 引用\n", "q1-p1"),
        ] {
            assert_eq!(positions(markdown).join(" "), expected, "{markdown}");
        }
    }

    proptest! {
        #[test]
        fn positions_are_unique_ascii_and_valid_ids(markdown in "([#・(（]{0,2}[1-3１アa]?[)）]? ?[あa]{1,2}\n{1,2}){1,12}") {
            let found = positions(&markdown);
            let unique: BTreeSet<_> = found.iter().collect();
            prop_assert_eq!(unique.len(), found.len());
            for position in &found {
                prop_assert!(position.starts_with(|c: char| c.is_ascii_lowercase()), "{}", position);
                prop_assert!(position.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b)));
            }
        }
    }
}
