//! The fragments of one document.

use crate::policy::{Body, Footnote, FormerPosition, Fragment, Position};

/// How many fragments a missing one is compared with, so that thousands of dead links in a document of thousands of
/// clauses cost no more than their number.
const COMPARED: usize = 200;

/// The fragments of one document, sorted and stored in one piece: a site of thousands of documents holds them all.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Fragments {
    text: Box<str>,
    /// The byte of `text` at which each one ends.
    ends: Box<[usize]>,
}

impl Fragments {
    pub(super) fn of(body: &Body) -> Self {
        let mut found = Vec::new();
        body.each_address(|address| found.push(address.fragment()));
        add_recorded(body, &mut found);
        found.extend(body.footnotes.iter().map(|note| Footnote::fragment(note.number)));
        found.retain(|fragment| !fragment.is_empty());
        found.sort_unstable();
        found.dedup();
        let ends = found.iter().scan(0, |end, fragment| {
            *end += fragment.as_str().len();
            Some(*end)
        });
        Self { ends: ends.collect(), text: found.iter().map(Fragment::as_str).collect::<String>().into() }
    }

    fn get(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.text[start..self.ends[at]]
    }

    /// The index of a fragment, else the index at which it would stand.
    pub(super) fn position(&self, wanted: &str) -> Result<usize, usize> {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.get(middle).cmp(wanted) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Ok(middle),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        Err(low)
    }

    /// At most [`COMPARED`] fragments around the place of one that is missing.
    pub(super) fn around(&self, missing: &str) -> impl Iterator<Item = &str> {
        let (Ok(at) | Err(at)) = self.position(missing);
        let start = at.saturating_sub(COMPARED / 2);
        (start..self.ends.len().min(start + COMPARED)).map(|at| self.get(at))
    }
}

/// Adds the fragments that lead to clauses with a permanent id besides that id: permalinks, former fragments, those of
/// clauses that are gone, and positions that have only ever meant one clause.
fn add_recorded(body: &Body, found: &mut Vec<Fragment>) {
    let bare = |position: &Position, found: &mut Vec<Fragment>| {
        if body.addresses.is_unambiguous(position) {
            found.push(position.into());
        }
    };
    let former = |places: &[FormerPosition], found: &mut Vec<Fragment>| {
        for place in places {
            found.extend([place.fragment(), (&place.id).into()]);
            bare(&place.position, found);
        }
    };
    body.each_address(|address| {
        if !address.id.is_empty() {
            found.push(address.permalink());
            bare(address.position, found);
        }
        former(address.former, found);
    });
    for gone in &body.addresses.tombstones {
        found.extend([(&gone.id).into(), gone.fragment()]);
        bare(&gone.position, found);
        former(&gone.former, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_fragment_is_compared_with_those_around_it() {
        let names: Vec<String> = (1000..1500).map(|number| format!("s{number}")).collect();
        let ends = names.iter().scan(0, |end, name| {
            *end += name.len();
            Some(*end)
        });
        let known = Fragments { ends: ends.collect(), text: names.concat().into() };
        for (missing, first, last) in [("a", "s1000", "s1199"), ("s12000", "s1101", "s1300"), ("z", "s1400", "s1499")] {
            let around: Vec<&str> = known.around(missing).collect();
            assert_eq!((around[0], around[around.len() - 1]), (first, last), "{missing}");
        }
        assert_eq!(known.position("s1250"), Ok(250));
        assert_eq!(Fragments::default().around("s1").count(), 0);
    }
}
