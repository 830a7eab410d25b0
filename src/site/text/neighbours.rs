//! The clauses above and below a clause in the cascade. The link to the page of the cascade stands once, among the facts of the
//! document; at a clause only where it has more neighbours than are named.

use super::writer::{TextPage, TextWriter};
use crate::corpus::{ClausePlace, Edge};
use crate::policy::Position;
use crate::site::frame::link;

/// How many are named at the clause itself; the page of the cascade has them all.
const NAMED: usize = 5;

/// Adds a line with the neighbours of a clause, if it has any. It is no official text, and is marked so.
pub(crate) fn neighbours(w: &mut TextWriter<'_>, position: &Position) {
    if w.text_page == TextPage::Document && !position.is_empty() {
        push(w, position, CascadeLink::WhereThereAreMore);
    }
}

/// Where the page of the cascade is linked to.
#[derive(Clone, Copy, PartialEq)]
enum CascadeLink {
    Always,
    WhereThereAreMore,
}

/// The same on the clause's own page, under a heading.
pub(crate) fn section(w: &mut TextWriter<'_>, position: &Position) {
    let neighbours = w.apart(|w| push(w, position, CascadeLink::Always));
    if !neighbours.is_empty() {
        w.parts.clause_neighbours.push(&mut w.out, [&neighbours]);
    }
}

fn push(w: &mut TextWriter<'_>, position: &Position, cascade_link: CascadeLink) {
    let (cascade, id) = (&w.site.corpus.cascade, &w.document.id);
    let above: Vec<&Edge> = cascade.upward(id, position).collect();
    let below: Vec<&Edge> = cascade.downward(id, position).collect();
    if above.is_empty() && below.is_empty() {
        return;
    }
    let groups = NeighbourGroup::all(Side::Above, &above);
    let groups: Vec<NeighbourGroup<'_>> = groups.chain(NeighbourGroup::all(Side::Below, &below)).collect();
    let has_more = groups.iter().any(|group| group.edges.len() > NAMED);
    let see = match cascade_link == CascadeLink::Always || has_more {
        true => {
            let href = link::relative(&w.file, &link::trace_file(id), None);
            w.parts.see_cascade.with([&href, &w.place(position)])
        }
        false => String::new(),
    };
    let groups: Vec<String> = groups.iter().map(|group| group.html(w)).collect();
    w.parts.neighbours.push(&mut w.out, [&groups.join("<br>"), &see]);
}

/// On which side of a clause its neighbours stand.
#[derive(Clone, Copy)]
enum Side {
    Above,
    Below,
}

/// Neighbours on one side, of the same year or of others.
struct NeighbourGroup<'a> {
    side: Side,
    years_differ: bool,
    edges: Vec<&'a Edge>,
}

impl<'a> NeighbourGroup<'a> {
    /// Those of the same year first; none without neighbours.
    fn all(side: Side, edges: &[&'a Edge]) -> impl Iterator<Item = Self> + use<'a> {
        let (others, same): (Vec<&Edge>, Vec<&Edge>) = edges.iter().partition(|edge| edge.years_differ);
        let groups = [(false, same), (true, others)].into_iter().filter(|(_, edges)| !edges.is_empty());
        groups.map(move |(years_differ, edges)| Self { side, years_differ, edges })
    }

    fn html(&self, w: &TextWriter<'_>) -> String {
        let parts = w.parts;
        let years = if self.years_differ { parts.neighbours_of_other_years.with([]) } else { String::new() };
        let links = self.edges.iter().take(NAMED).map(|edge| {
            let place = self.place(edge);
            w.link_to(&place.document, &place.position)
        });
        let mut links = links.collect::<Vec<_>>().join(w.words.and);
        if self.edges.len() > NAMED {
            parts.more_neighbours.push(&mut links, [&(self.edges.len() - NAMED).to_string()]);
        }
        match self.side {
            Side::Above => parts.neighbours_above.with([&years, &links]),
            Side::Below => parts.neighbours_below.with([&years, &links]),
        }
    }

    fn place<'b>(&self, edge: &'b Edge) -> &'b ClausePlace {
        match self.side {
            Side::Above => &edge.upper,
            Side::Below => &edge.lower,
        }
    }
}
