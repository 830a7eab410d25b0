//! Where each clause of a document stands: in which chapter, article, paragraph and item, and what comes before and after.

use std::collections::BTreeMap;

use crate::policy::citation::counter_word::CounterWord;
use crate::policy::citation::deleted::last_of_range;
use crate::policy::citation::legal::is_item;
use crate::policy::citation::places::Places;
use crate::policy::{Block, Body, Clause, ClauseKind, Frame, FrameKind, Position};

/// A chapter, article, paragraph or item.
#[derive(Debug)]
pub(super) struct DivisionNode {
    pub(super) counter: CounterWord,
    /// Its name: 第2条.
    pub(super) name: String,
    pub(super) position: Position,
    /// Its number and branches.
    value: Vec<u32>,
    /// The last of the articles for which it stands: 第三条から第五条まで　削除.
    last: Option<u32>,
    /// The one it stands in.
    pub(super) above: Option<usize>,
    /// Those of the same kind before and after it, if the numbers follow each other.
    pub(super) before: Option<usize>,
    pub(super) after: Option<usize>,
    /// The first of its row.
    pub(super) first: usize,
    /// Whether others of its kind stand before or after it, whatever their numbers.
    pub(super) has_before: bool,
    pub(super) has_after: bool,
}

impl DivisionNode {
    /// Its number, if it has no branches.
    pub(super) fn number(&self) -> Option<u32> {
        match self.value[..] {
            [number] => Some(number),
            _ => None,
        }
    }
}

/// A part of a document with numbers of its own.
#[derive(Debug, Default)]
pub(super) struct NumberedPart {
    /// Its name: 附則, 別紙1; empty for the main text.
    pub(super) name: String,
    pub(super) is_supplementary: bool,
    /// Those of a law that amended this one, whose articles they mean.
    pub(super) is_of_amendment: bool,
    articles: Vec<usize>,
}

/// The place where a clause stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standpoint {
    pub(super) part: usize,
    /// The narrowest division around it, itself included.
    pub(super) innermost: Option<usize>,
    /// The paragraph is known: the printed one, else the first, which has no number.
    pub(super) knows_paragraph: bool,
}

/// The divisions of a document.
#[derive(Debug)]
pub(super) struct Divisions {
    pub(super) nodes: Vec<DivisionNode>,
    pub(super) parts: Vec<NumberedPart>,
    standpoints: BTreeMap<Position, Standpoint>,
}

impl Divisions {
    pub(super) fn of(body: &Body, places: &Places) -> Self {
        let main = NumberedPart::default();
        let found = Self { nodes: Vec::new(), parts: vec![main], standpoints: BTreeMap::new() };
        let mut reader = DivisionReader { places, found };
        let start = Standpoint { part: 0, innermost: None, knows_paragraph: true };
        reader.blocks(&body.blocks, start);
        reader.found
    }

    pub(super) fn standpoint(&self, position: &Position) -> Option<Standpoint> {
        self.standpoints.get(position).copied()
    }

    /// The division of this kind around a place.
    pub(super) fn around(&self, standpoint: Standpoint, counter: CounterWord) -> Option<&DivisionNode> {
        self.chain(standpoint).find(|node| node.counter == counter)
    }

    /// The divisions around a place, the narrowest first.
    pub(super) fn chain(&self, standpoint: Standpoint) -> impl Iterator<Item = &DivisionNode> {
        let node = |at: usize| self.nodes.get(at);
        std::iter::successors(standpoint.innermost.and_then(node), move |below| below.above.and_then(node))
    }

    /// Whether a part has articles of its own.
    pub(super) fn has_articles(&self, part: usize) -> bool {
        self.parts.get(part).is_some_and(|part| !part.articles.is_empty())
    }
}

struct DivisionReader<'a> {
    places: &'a Places,
    found: Divisions,
}

impl DivisionReader<'_> {
    /// Depth is bounded by `markdown`. A quotation keeps the numbers of what it quotes: nothing in it is a place of the document.
    fn blocks(&mut self, blocks: &[Block], around: Standpoint) {
        let mut rows: BTreeMap<CounterWord, usize> = BTreeMap::new();
        let mut knows_paragraph = around.knows_paragraph;
        let mut plain = 0;
        for block in blocks {
            match block {
                Block::Clause(clause) => {
                    // Old statutes print no numbers of paragraphs.
                    plain += usize::from(clause.kind == ClauseKind::Paragraph && clause.label.is_none());
                    knows_paragraph &= plain < 2;
                    let standpoint = self.clause(clause, Standpoint { knows_paragraph, ..around }, &mut rows);
                    // An item behind a numbered paragraph may belong to it.
                    let is_paragraph = self.counter_of(standpoint, around) == Some(CounterWord::Paragraph);
                    knows_paragraph &= !is_paragraph;
                }
                Block::Table(table) => {
                    for row in &table.rows {
                        self.found.standpoints.insert(row.position.clone(), Standpoint { knows_paragraph, ..around });
                    }
                }
                Block::Frame(frame) => self.frame(frame, around),
                Block::Quote(_) | Block::Preformatted { .. } | Block::Rule => {}
            }
        }
    }

    /// The kind of the division that a clause is.
    fn counter_of(&self, standpoint: Standpoint, around: Standpoint) -> Option<CounterWord> {
        let own = standpoint.innermost.filter(|_| standpoint.innermost != around.innermost)?;
        self.found.nodes.get(own).map(|node| node.counter)
    }

    fn frame(&mut self, frame: &Frame, around: Standpoint) {
        if matches!(frame.kind, FrameKind::Notice | FrameKind::End) || frame.position.is_empty() {
            return self.blocks(&frame.blocks, around);
        }
        let name = self.places.at(&frame.position).map_or_else(String::new, |place| place.written.to_string());
        let is_supplementary = frame.kind == FrameKind::Supplementary;
        // Only the first ones are those of the document itself.
        let is_of_amendment = is_supplementary && self.found.parts.iter().any(|part| part.is_supplementary);
        self.found.parts.push(NumberedPart { name, is_supplementary, is_of_amendment, articles: Vec::new() });
        let part = self.found.parts.len() - 1;
        self.blocks(&frame.blocks, Standpoint { part, innermost: None, knows_paragraph: false });
    }

    fn clause(&mut self, clause: &Clause, around: Standpoint, rows: &mut BTreeMap<CounterWord, usize>) -> Standpoint {
        let mut standpoint = around;
        if let Some((counter, value)) = self.numbered(clause, around) {
            let at = self.node(clause, around, counter, value);
            let before = match counter {
                CounterWord::Article => self.last_article(around.part),
                _ => rows.get(&counter).copied(),
            };
            self.join(before, at);
            if counter == CounterWord::Article
                && let Some(part) = self.found.parts.get_mut(around.part)
            {
                part.articles.push(at);
            }
            rows.insert(counter, at);
            let knows_paragraph = counter <= CounterWord::Paragraph || around.knows_paragraph;
            standpoint = Standpoint { innermost: Some(at), knows_paragraph, ..around };
        }
        self.found.standpoints.insert(clause.position.clone(), standpoint);
        self.blocks(&clause.children, standpoint);
        standpoint
    }

    fn last_article(&self, part: usize) -> Option<usize> {
        self.found.parts.get(part)?.articles.last().copied()
    }

    fn node(&mut self, clause: &Clause, around: Standpoint, counter: CounterWord, value: Vec<u32>) -> usize {
        let at = self.found.nodes.len();
        let name = self.places.at(&clause.position).map_or_else(String::new, |place| place.written.to_string());
        let position = clause.position.clone();
        let above = around.innermost;
        let last = clause.label.as_ref().and_then(last_of_range);
        self.found.nodes.push(DivisionNode {
            counter,
            name,
            position,
            value,
            last,
            above,
            before: None,
            after: None,
            first: at,
            has_before: false,
            has_after: false,
        });
        at
    }

    /// Joins two divisions of a row whose numbers follow each other.
    fn join(&mut self, before: Option<usize>, at: usize) {
        let Some(before) = before else { return };
        let Some([former, own]) = self.found.nodes.get_disjoint_mut([before, at]).ok() else { return };
        former.has_after = true;
        own.has_before = true;
        // One clause may stand for several articles that are gone.
        let follows_range = former.last.is_some_and(|last| follows(&[last], &own.value));
        if follows(&former.value, &own.value) || follows_range {
            former.after = Some(at);
            own.before = Some(before);
            own.first = former.first;
        }
    }

    /// The counter word and the number of a clause, if it is a division in the sense of law.
    fn numbered(&self, clause: &Clause, around: Standpoint) -> Option<(CounterWord, Vec<u32>)> {
        let label = clause.label.as_ref().filter(|label| !label.value.is_empty())?;
        let innermost = around.innermost.and_then(|at| self.found.nodes.get(at)).map(|node| node.counter);
        let is_supplementary = self.found.parts.get(around.part).is_some_and(|part| part.is_supplementary);
        let in_article = innermost == Some(CounterWord::Article) || innermost.is_none() && is_supplementary;
        let counter = match CounterWord::of(label.kind) {
            Some(counter) if counter <= CounterWord::Article || in_article => counter,
            None if is_item(label) && innermost != Some(CounterWord::Item) => CounterWord::Item,
            _ => return None,
        };
        Some((counter, label.value.clone()))
    }
}

/// Tells if a number is the next one, branches included: 第3条の2 follows 第3条, 第4条 follows both.
fn follows(before: &[u32], after: &[u32]) -> bool {
    match (before, after) {
        ([former, ..], [own]) => former.checked_add(1) == Some(*own),
        (before, [above @ .., last]) if !above.is_empty() => {
            let former = last.checked_sub(1).filter(|former| *former > 1);
            before == above && *last <= 2
                || former.is_some_and(|former| before.starts_with(above) && before.get(above.len()) == Some(&former))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::follows;

    #[test]
    fn numbers_with_branches_follow_each_other() {
        for (before, after, expected) in [
            (&[3][..], &[4][..], true),
            (&[3], &[5], false),
            (&[3, 2], &[4], true),
            (&[3], &[3, 2], true),
            (&[3], &[3, 3], false),
            (&[3, 2], &[3, 3], true),
            (&[3, 2, 2], &[3, 3], true),
            (&[3, 2], &[3, 2, 2], true),
            (&[2], &[3, 2], false),
            (&[4], &[3], false),
        ] {
            assert_eq!(follows(before, after), expected, "{before:?} {after:?}");
        }
    }
}
