//! Takes objective blocks out of the text and gives them to the clauses they stand in.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, SourceFile, Span, catalogue};
use crate::policy::{Block, Body, Clause, ClauseKind};
use crate::source::{ObjectiveContext, read_objective};

/// The word after the fence of an objective.
pub const OBJECTIVE: &str = "objective";

/// Takes the `objective` blocks out of a body and puts each to the heading or item right above it. What cannot be read or
/// belongs to no clause is reported; no block stays in the text.
#[must_use]
pub fn objectives(mut body: Body, file: &Arc<SourceFile>, context: &ObjectiveContext<'_>) -> (Body, Diagnostics) {
    let mut taker = Taker { file, context, found: Diagnostics::default() };
    if file.text.contains(OBJECTIVE) {
        taker.blocks(&mut body.blocks, None);
    }
    (body, taker.found)
}

struct Taker<'a> {
    file: &'a Arc<SourceFile>,
    context: &'a ObjectiveContext<'a>,
    found: Diagnostics,
}

impl Taker<'_> {
    /// The blocks of one parent; `owner` is the clause they belong to. Depth is bounded by the parser.
    fn blocks(&mut self, blocks: &mut Vec<Block>, mut owner: Option<&mut Clause>) {
        if blocks.iter().any(is_objective) {
            for block in std::mem::take(blocks) {
                match block {
                    Block::Preformatted { ref info, ref range, .. } if **info == *OBJECTIVE => {
                        self.take(range.clone(), owner.as_deref_mut());
                    }
                    block => blocks.push(block),
                }
            }
        }
        for block in blocks {
            if let Block::Clause(clause) = block {
                self.clause(clause);
            } else if let Some(children) = block.children_mut() {
                self.blocks(children, None);
            }
        }
    }

    fn clause(&mut self, clause: &mut Clause) {
        let mut children = std::mem::take(&mut clause.children);
        let can_own = matches!(clause.kind, ClauseKind::Section { .. } | ClauseKind::Item);
        self.blocks(&mut children, can_own.then_some(&mut *clause));
        clause.children = children;
    }

    fn take(&mut self, fence: Range<usize>, owner: Option<&mut Clause>) {
        let first_line = first_line(&self.file.text, &fence);
        let Some(owner) = owner else {
            return self.found.push(catalogue::objective_alone().at(Span::new(self.file, first_line)));
        };
        if let Some(first) = &owner.objective {
            let first = Span::new(self.file, first.range.clone());
            let finding = catalogue::objective_twice().at(Span::new(self.file, first_line));
            return self.found.push(finding.with_related(first, catalogue::first_is_here()));
        }
        let yaml = objective_yaml(&self.file.text, &fence);
        let (objective, found) = read_objective(self.file, yaml, self.context);
        self.found.extend(found);
        owner.objective = objective.map(Box::new);
    }
}

fn is_objective(block: &Block) -> bool {
    matches!(block, Block::Preformatted { info, .. } if **info == *OBJECTIVE)
}

fn first_line(text: &str, fence: &Range<usize>) -> Range<usize> {
    let end = text[fence.clone()].find('\n').map_or(fence.end, |at| fence.start + at);
    fence.start..end
}

/// The bytes of the YAML of an objective, by those of its block with both fences. They are read where they stand: in a list
/// item every line is indented alike, which YAML does not mind.
#[must_use]
pub fn objective_yaml(text: &str, fence: &Range<usize>) -> Range<usize> {
    let start = (first_line(text, fence).end + 1).min(fence.end);
    let block = text[start..fence.end].trim_end_matches('\n');
    let last = block.rfind('\n').map_or(0, |at| at + 1);
    let is_fence = |line: &str| {
        let line = line.trim();
        line.len() >= 3 && (line.bytes().all(|byte| byte == b'`') || line.bytes().all(|byte| byte == b'~'))
    };
    let end = if is_fence(&block[last..]) { start + last } else { fence.end };
    start..end
}

#[cfg(test)]
mod tests;
