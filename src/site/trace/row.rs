//! The rows of a document's page: a clause, and who takes it up or what it takes up.

use super::sayings::{Sayings, excerpt};
use super::sheet::Piece;
use crate::corpus::{Answers, ClausePlace, Edge};
use crate::policy::{Block, Clause, ClauseKind, Document, DocumentId};
use crate::site::atlas::Atlas;
use crate::site::escape::{push_attribute, push_escaped};
use crate::site::link;
use crate::site::wording::{Here, filled};

/// How many answers stand in one row: those beyond go into further rows of the same clause.
const IN_ROW: usize = 100;
/// How many are listed below an answer; those beyond are on the page of its document.
const NESTED: usize = 10;
/// How far down (and up) the chain is followed: policy, department, unit, objective.
const DEPTH: usize = 3;

/// Which way the chain is followed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Down,
    Up,
}

/// What rows are made from.
pub(super) struct Rows<'a> {
    pub(super) sayings: &'a Sayings<'a>,
    pub(super) atlas: &'a Atlas<'a>,
    pub(super) here: Here<'a>,
}

const LIST: (&str, &str) = ("<ol class=\"chain\">\n", "</ol>\n");

impl Rows<'_> {
    /// Each clause of a document with those that take it up.
    pub(super) fn downward(&self, document: &Document, answers: &Answers<'_>, out: &mut Vec<Piece>) {
        self.rows(document, (answers, Way::Down), out);
    }

    /// Each clause of a document with those it takes up.
    pub(super) fn upward(&self, document: &Document, answers: &Answers<'_>, out: &mut Vec<Piece>) {
        self.rows(document, (answers, Way::Up), out);
    }

    fn rows(&self, document: &Document, (answers, way): (&Answers<'_>, Way), out: &mut Vec<Piece>) {
        let heading = match way {
            Way::Down => format!("<h2 id=\"down\">{}</h2>\n", self.here.words.trace_down),
            Way::Up => format!("<h2 id=\"up\">{}</h2>\n", self.here.words.trace_up),
        };
        let fates: std::collections::BTreeMap<&str, crate::corpus::CascadeState> =
            answers.clauses.iter().map(|(clause, fate)| (&*clause.position, *fate)).collect();
        out.push(Piece { heading, list: ("", ""), html: String::new() });
        let mut heading = String::new();
        document.body.each_clause(|clause| {
            let edges: Vec<&Edge> = self.edges(&document.id, &clause.position, way);
            if matches!(clause.kind, ClauseKind::Section { .. }) && (has_clauses(clause) || !edges.is_empty()) {
                heading = section_heading(clause);
            }
            let fate = fates.get(&*clause.position);
            if edges.is_empty() && fate.is_none() {
                return;
            }
            let exempt = if way == Way::Down { self.exempt(&document.id, &clause.position) } else { String::new() };
            let mut chunks = edges.chunks(IN_ROW);
            let first = chunks.next().unwrap_or_default();
            let is_answered = fate.is_some_and(|fate| match way {
                Way::Down => fate.is_taken_up,
                Way::Up => fate.takes_up,
            });
            let state = State { is_answered: is_answered || !edges.is_empty(), exempt: &exempt };
            let mut push = |edges: &[&Edge], state: &State<'_>| {
                let html = self.row((document, clause), (edges, way), state);
                out.push(Piece { heading: heading.clone(), list: LIST, html });
            };
            push(first, &state);
            chunks.for_each(|chunk| push(chunk, &State { is_answered: true, exempt: "" }));
        });
    }

    fn edges(&self, document: &DocumentId, position: &str, way: Way) -> Vec<&Edge> {
        let cascade = &self.sayings.corpus.cascade;
        match way {
            Way::Down => cascade.downward(document, position).collect(),
            Way::Up => cascade.upward(document, position).collect(),
        }
    }

    /// 「他部所管（「令和8年度政策経営部の運営方針」）」
    fn exempt(&self, document: &DocumentId, position: &str) -> String {
        let all = self.sayings.corpus.cascade.exempt(document, position).iter();
        let one = |exempt: &crate::corpus::Exempt| {
            format!("{}（{}）", exempt.reason, self.atlas.citation(&exempt.document, ""))
        };
        all.map(one).collect::<Vec<_>>().join("、")
    }

    fn row(
        &self,
        (document, clause): (&Document, &Clause),
        (edges, way): (&[&Edge], Way),
        state: &State<'_>,
    ) -> String {
        let words = self.here.words;
        let mut out = String::from("<li");
        push_attribute(&mut out, "class", if state.is_answered { "met" } else { "open" });
        out.push_str(">\n<p class=\"of\">");
        self.atlas.push_place(&mut out, self.here, (&document.id, &clause.position));
        out.push_str(" <span>");
        push_escaped(&mut out, &excerpt(clause));
        out.push_str("</span></p>\n");
        if edges.is_empty() {
            out.push_str("<p class=\"state\">");
            match (state.is_answered, state.exempt.is_empty(), way) {
                (true, ..) => out.push_str(words.trace_with_parts),
                (false, false, _) => push_escaped(&mut out, state.exempt),
                (false, true, Way::Down) => out.push_str(words.trace_open),
                (false, true, Way::Up) => out.push_str(words.trace_rootless),
            }
            out.push_str("</p>\n");
        } else {
            self.answers(&mut out, edges, (way, DEPTH));
        }
        out.push_str("</li>\n");
        out
    }

    /// A list of answers, and what answers them in turn. Depth is bounded, so a loop ends.
    fn answers(&self, out: &mut String, edges: &[&Edge], (way, depth): (Way, usize)) {
        out.push_str("<ul>\n");
        for edge in edges {
            let place = match way {
                Way::Down => &edge.lower,
                Way::Up => &edge.upper,
            };
            self.answer(out, place, edge);
            let further = self.edges(&place.document, &place.position, way);
            if !further.is_empty() && depth > 1 {
                self.answers(out, &further[..further.len().min(NESTED)], (way, depth - 1));
                if further.len() > NESTED {
                    self.more(out, &place.document, further.len() - NESTED);
                }
            }
            out.push_str("</li>\n");
        }
        out.push_str("</ul>\n");
    }

    fn answer(&self, out: &mut String, place: &ClausePlace, edge: &Edge) {
        let words = self.here.words;
        out.push_str("<li><span class=\"how\">");
        out.push_str(if words.language == "ja" { edge.relation.word() } else { edge.relation.english() });
        out.push_str("</span> ");
        self.atlas.push_link(out, self.here, (&place.document, &place.position));
        out.push_str(" <span class=\"says\">");
        push_escaped(out, &self.sayings.excerpt(&place.document, &place.position));
        out.push_str("</span>");
        if !edge.ground.is_empty() {
            out.push_str("<span class=\"ground\">");
            let ground: String = edge.ground.iter().map(|words| format!("「{}」", words.value)).collect();
            let mut escaped = String::new();
            push_escaped(&mut escaped, &ground);
            out.push_str(&filled(words.trace_ground, &[("ground", &escaped)]));
            out.push_str("</span>");
        }
        if let Some(note) = &edge.note {
            out.push_str("<span class=\"ground\">");
            push_escaped(out, note);
            out.push_str("</span>");
        }
        if edge.years_differ {
            out.push_str("<span class=\"ref\">");
            out.push_str(words.trace_years_differ);
            out.push_str("</span>");
        }
    }

    fn more(&self, out: &mut String, document: &DocumentId, count: usize) {
        out.push_str("<p class=\"more\"><a href=\"");
        push_escaped(out, &link::relative(self.here.file, &link::trace_file(document), None));
        out.push_str("\">");
        out.push_str(&filled(self.here.words.trace_more, &[("count", &count.to_string())]));
        out.push_str("</a></p>\n");
    }
}

fn section_heading(clause: &Clause) -> String {
    let mut out = String::from("<h3>");
    if let Some(label) = &clause.label {
        push_escaped(&mut out, &format!("{}{}", label.printed, label.separator));
    }
    push_escaped(&mut out, &excerpt(clause));
    out.push_str("</h3>\n");
    out
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

/// What is said of a clause that has no answers of its own.
struct State<'a> {
    is_answered: bool,
    exempt: &'a str,
}
