//! The rows of a document's page: a clause, and the clauses that take it up or that it takes up.

use std::collections::BTreeMap;

use super::clause_texts::ClauseTexts;
use super::packing::{ListPiece, PiecePlace};
use crate::corpus::{Answers, CascadeState, ClausePlace, Edge, Exempt};
use crate::policy::{Block, Clause, ClauseKind, Document, DocumentId, NamingLanguage, Position};
use crate::site::frame::excerpt::excerpt;
use crate::site::frame::link;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::PageContext;

/// How many answers stand in one row: those beyond go into further rows of the same clause.
const IN_ROW: usize = 100;
/// How many are listed below an answer; those beyond are on the page of its document.
const NESTED: usize = 10;
/// How far down (and up) the cascade is followed: policy, department, division, objective.
const DEPTH: usize = 3;

/// In which direction the cascade is followed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Down,
    Up,
}

/// Everything that rows are made from.
pub(super) struct CascadeRows<'a> {
    pub(super) site: &'a SiteContext<'a>,
    pub(super) texts: &'a ClauseTexts<'a>,
    pub(super) page: PageContext<'a>,
}

impl CascadeRows<'_> {
    /// Adds each clause of a document with those that take it up, or with those it takes up.
    pub(super) fn push(
        &self,
        document: &Document,
        answers: &Answers<'_>,
        direction: Direction,
        out: &mut Vec<ListPiece>,
    ) {
        let parts = self.page.parts;
        let heading = match direction {
            Direction::Down => parts.cascade_down.with([]),
            Direction::Up => parts.cascade_up.with([]),
        };
        out.push(ListPiece { heading, place: PiecePlace::Alone, html: String::new() });
        let fates: BTreeMap<&Position, CascadeState> =
            answers.clauses.iter().map(|(clause, fate)| (&clause.position, *fate)).collect();
        let mut heading = String::new();
        document.body.each_clause(|clause| {
            let edges: Vec<&Edge> = self.edges(&document.id, &clause.position, direction);
            if matches!(clause.kind, ClauseKind::Section { .. }) && (has_clauses(clause) || !edges.is_empty()) {
                heading = self.section_heading(&document.id, clause);
            }
            let fate = fates.get(&clause.position);
            if edges.is_empty() && fate.is_none() {
                return;
            }
            let is_answered = fate.is_some_and(|fate| match direction {
                Direction::Down => fate.is_taken_up,
                Direction::Up => fate.takes_up,
            });
            let mut push = |answers: String, state: &str| {
                let html = self.row(&document.id, clause, state, &answers);
                out.push(ListPiece { heading: heading.clone(), place: PiecePlace::InList, html });
            };
            match (edges.is_empty(), is_answered) {
                (true, true) => push(parts.cascade_state.with([self.page.words.trace_with_parts]), "met"),
                (true, false) => push(self.open(&document.id, &clause.position, direction), "open"),
                (false, _) => edges.chunks(IN_ROW).for_each(|chunk| push(self.answers(chunk, direction, DEPTH), "met")),
            }
        });
    }

    fn edges(&self, document: &DocumentId, position: &Position, direction: Direction) -> Vec<&Edge> {
        let cascade = &self.site.corpus.cascade;
        match direction {
            Direction::Down => cascade.downward(document, position).collect(),
            Direction::Up => cascade.upward(document, position).collect(),
        }
    }

    fn row(&self, document: &DocumentId, clause: &Clause, state: &str, answers: &str) -> String {
        let mut link = String::new();
        self.site.clauses.push_place_link(&mut link, self.page, document, &clause.position);
        self.page.parts.cascade_clause.with([state, &link, &self.in_language(document, &excerpt(clause)), answers])
    }

    /// The line of a clause that nothing answers: why it is exempt, or that it is open.
    fn open(&self, document: &DocumentId, position: &Position, direction: Direction) -> String {
        let words = self.page.words;
        let exempt = match direction {
            Direction::Down => self.exempt(document, position),
            Direction::Up => String::new(),
        };
        let text = match (exempt.is_empty(), direction) {
            (false, _) => exempt.as_str(),
            (true, Direction::Down) => words.trace_open,
            (true, Direction::Up) => words.trace_rootless,
        };
        self.page.parts.cascade_state.with([text])
    }

    /// A text of a document, as HTML.
    fn in_language(&self, document: &DocumentId, text: &str) -> String {
        self.site.clauses.text_in_language(self.page, document, text)
    }

    /// As HTML: 「他部所管（「令和8年度政策経営部の運営方針」）」
    fn exempt(&self, document: &DocumentId, position: &Position) -> String {
        let all = self.site.corpus.cascade.exempt(document, position).iter();
        let one = |exempt: &Exempt| {
            let words = self.page.words;
            let text = |text: &str| self.in_language(&exempt.document, text);
            let document = text(&self.site.clauses.document_citation(&exempt.document));
            format!("{}{}{document}{}", text(&exempt.reason), words.bracket_open, words.bracket_close)
        };
        all.map(one).collect::<Vec<_>>().join(self.page.words.home_and)
    }

    /// A list of answers, and the answers to each of them. Depth is bounded, so a loop ends.
    fn answers(&self, edges: &[&Edge], direction: Direction, depth: usize) -> String {
        let mut items = String::new();
        for edge in edges {
            let place = match direction {
                Direction::Down => &edge.lower,
                Direction::Up => &edge.upper,
            };
            let further = self.edges(&place.document, &place.position, direction);
            let mut nested = String::new();
            if !further.is_empty() && depth > 1 {
                nested = self.answers(&further[..further.len().min(NESTED)], direction, depth - 1);
                if further.len() > NESTED {
                    self.push_more(&mut nested, &place.document, further.len() - NESTED);
                }
            }
            self.push_answer(&mut items, place, edge, &nested);
        }
        self.page.parts.cascade_answers.with([&items])
    }

    fn push_answer(&self, out: &mut String, place: &ClausePlace, edge: &Edge, further: &str) {
        let PageContext { words, parts, .. } = self.page;
        let relation = if words.language == "ja" { edge.relation.word() } else { edge.relation.english() };
        let mut link = String::new();
        self.site.clauses.push_link(&mut link, self.page, &place.document, &place.position);
        let text = self.in_language(&place.document, &self.texts.excerpt(&place.document, &place.position));
        let mut notes = String::new();
        if !edge.ground.is_empty() {
            let naming = NamingLanguage::of(words.language);
            let ground: String = edge.ground.iter().map(|ground| naming.quoted(&ground.value)).collect();
            parts.cascade_ground.push(&mut notes, [&ground]);
        }
        if let Some(note) = &edge.note {
            parts.cascade_note.push(&mut notes, [note]);
        }
        if edge.years_differ {
            parts.cascade_years_differ.push(&mut notes, []);
        }
        parts.cascade_answer.push(out, [relation, &link, &text, &notes, further]);
    }

    fn push_more(&self, out: &mut String, document: &DocumentId, count: usize) {
        let href = link::relative(self.page.file, &link::trace_file(document), None);
        self.page.parts.cascade_more.push(out, [&href, &count.to_string()]);
    }

    fn section_heading(&self, document: &DocumentId, clause: &Clause) -> String {
        let number =
            clause.label.as_ref().map_or_else(String::new, |label| format!("{}{}", label.printed, label.separator));
        self.page.parts.cascade_section.with([&number, &self.in_language(document, &excerpt(clause))])
    }
}

/// Whether something of a section stands in it directly.
fn has_clauses(section: &Clause) -> bool {
    let stands = |block: &Block| match block {
        Block::Clause(clause) => !matches!(clause.kind, ClauseKind::Section { .. }),
        Block::Table(_) => true,
        _ => false,
    };
    section.children.iter().any(stands)
}
