//! The cascade: every clause named in it exists, no chain of clauses leads back to its start, and the words given as the
//! ground of a pair stand in both clauses.

use std::collections::BTreeMap;

use crate::corpus::{CascadeProblem, ClausePlace, Corpus, Edge, ProblemKind, document_loops};
use crate::diagnostic::{Diagnostics, Finding, catalogue};
use crate::japanese::squeezed;
use crate::policy::{Block, Clause, ClauseId, DocumentId, Fragment, Position, Tombstone, Upper, plain_text};

pub(super) fn check(corpus: &Corpus, found: &mut Diagnostics) {
    for problem in corpus.cascade.problems() {
        if let Some(finding) = missing(corpus, problem) {
            found.push(finding.at(problem.origin.span()));
        }
    }
    for chain in corpus.cascade.loops() {
        let Some(first) = chain.first() else { continue };
        let names = chain.iter().map(|edge| name(&edge.lower)).chain([name(&first.lower)]);
        let shown = names.collect::<Vec<_>>().join(" → ");
        found.push(catalogue::cascade_loop(&shown).at(first.origin.span()));
    }
    for chain in document_loops(corpus) {
        let Some(first) = chain.first() else { continue };
        let names = chain.iter().chain([first]).map(|document| document.id.0.as_str());
        let shown = names.collect::<Vec<_>>().join(" → ");
        let second = chain.get(1).unwrap_or(first);
        let own = |upper: &&crate::diagnostic::Located<Upper>| matches!(&upper.value, Upper::Document(id) if *id == second.id);
        let place = first.meta.upper.iter().find(own).map(|upper| upper.span(&first.source));
        found.extend(place.map(|place| catalogue::cascade_loop(&shown).at(place)).into_iter().collect());
    }
    let mut texts = FoldedTexts { corpus, known: BTreeMap::new() };
    for edge in corpus.cascade.all() {
        grounds(&mut texts, edge, found);
    }
}

/// `r8/seisaku-keiei#s5-1`
fn name(place: &ClausePlace) -> String {
    format!("{}#{}", place.document.0, place.position)
}

/// The finding; none where the document above has a finding of its own.
fn missing(corpus: &Corpus, problem: &CascadeProblem) -> Option<Finding> {
    if let Some((of, gone)) = buried(corpus, problem) {
        let successors: Vec<&str> = gone.successors.iter().map(ClauseId::as_str).collect();
        let gone = format!("{}#{}", of.0, gone.name);
        return Some(catalogue::upper_clause_withdrawn(&problem.written, &gone, &successors));
    }
    Some(match &problem.kind {
        ProblemKind::Unread => return None,
        ProblemKind::Withheld => catalogue::withheld_link(&problem.written),
        ProblemKind::Dangling(suggestion) => catalogue::unknown_upper_clause(&problem.written, suggestion.as_deref()),
        ProblemKind::Unknown | ProblemKind::Ambiguous(_) | ProblemKind::Place(_) | ProblemKind::OwnPlace => {
            catalogue::unknown_upper_clause(&problem.written, None)
        }
    })
}

/// The tombstone of the clause that is named by an id or by its last position.
fn buried<'a>(corpus: &'a Corpus, problem: &CascadeProblem) -> Option<(&'a DocumentId, &'a Tombstone)> {
    let written = problem.written.trim();
    let (document, fragment) = written.rsplit_once('#').unwrap_or(("", written));
    let fragment = Fragment::new(fragment);
    let (id, position) = (fragment.id(), fragment.position());
    let standing = corpus.public.values().map(|document| (&document.id, &document.body.addresses.tombstones));
    let mut all = standing.chain(&corpus.taken_down).flat_map(|(of, gone)| gone.iter().map(move |gone| (of, gone)));
    all.find(|(of, gone)| gone.ids().any(|own| *own == id) || (of.0 == document && gone.position == position))
}

fn grounds<'a>(texts: &mut FoldedTexts<'a>, edge: &'a Edge, found: &mut Diagnostics) {
    for words in &edge.ground {
        let wanted = squeezed(&words.value);
        for place in [&edge.lower, &edge.upper] {
            // Tables and annexes have no ground of their own; their rows and clauses have.
            if texts.of(place).is_some_and(|text| !text.contains(&wanted)) {
                let finding = catalogue::ground_not_shared(&words.value, &name(place));
                found.push(finding.at(words.span(&edge.origin.file)));
            }
        }
    }
}

/// The texts of clauses with everything below them, folded for matching. Each document is read once.
struct FoldedTexts<'a> {
    corpus: &'a Corpus,
    known: BTreeMap<&'a DocumentId, BTreeMap<&'a Position, &'a Clause>>,
}

impl<'a> FoldedTexts<'a> {
    fn of(&mut self, place: &'a ClausePlace) -> Option<String> {
        let corpus = self.corpus;
        let clauses = self.known.entry(&place.document).or_insert_with(|| {
            let mut clauses = BTreeMap::new();
            if let Some(document) = corpus.document(&place.document) {
                document.body.each_clause(|clause| {
                    clauses.insert(&clause.position, clause);
                });
            }
            clauses
        });
        let clause = clauses.get(&place.position)?;
        let mut text = String::new();
        push(clause, &mut text);
        Some(squeezed(&text))
    }
}

/// Depth is bounded by `markdown`.
fn push(clause: &Clause, out: &mut String) {
    clause.texts().iter().for_each(|text| out.push_str(&plain_text(text)));
    clause.children.iter().flat_map(Block::clauses).for_each(|clause| push(clause, out));
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    fn told(sidecar: &str) -> Vec<String> {
        let above = file("status: published\n", "## 1 取組\n\n(1) {靱|じん}性を高め、ＤＸを進める。\n");
        let below = file("status: published\n", "- 強い靱性を高め、DXを進める。\n- 別のこと。\n");
        let all = check_site(&[("r8/a.md", &above), ("r8/b.md", &below), ("r8/b.yaml", sidecar)]);
        all.into_iter().filter(|one| one.starts_with("r8/b.yaml")).collect()
    }

    #[test]
    fn clauses_above_exist_and_grounds_are_shared() {
        for (said, expected) in [
            ("{clause: r8/a#s1-1, ground: [靱性を高め, ＤＸを進める]}", &[][..]),
            ("{clause: r8/a#s1, ground: 取組}", &["r8/b.yaml:3 ground-not-shared"]),
            ("{clause: r8/a#s1-1, ground: 強い靱性}", &["r8/b.yaml:3 ground-not-shared"]),
            ("{clause: r8/a#s1-1, ground: どちらにもない}", &["r8/b.yaml:3 ground-not-shared"; 2]),
            ("r8/a#s1-2", &["r8/b.yaml:3 unknown-upper-clause"]),
            ("r8/a", &["r8/b.yaml:3 unknown-upper-clause"]),
            ("r8/b#b1", &["r8/b.yaml:3 cascade-loop"]),
        ] {
            assert_eq!(told(&format!("clauses:\n  b1:\n    implements: {said}\n")), expected, "{said}");
        }
        let exempt = |clause: &str| told(&format!("not_applicable:\n  - clause: {clause}\n    reason: 他部所管\n"));
        assert_eq!(exempt("r8/a#s1-1"), [""; 0]);
        assert_eq!(exempt("r8/a#s9"), ["r8/b.yaml:2 unknown-upper-clause"]);
    }

    #[test]
    fn a_loop_of_documents_is_reported_once() {
        let document = |upper: &str| file(&format!("upper: [{upper}]\n"), "文。\n");
        let files = [("r8/a.md", document("r8/b")), ("r8/b.md", document("r8/a")), ("r8/c.md", document("r8/a"))];
        let files = files.each_ref().map(|(path, text)| (*path, text.as_str()));
        assert_eq!(check_site(&files), ["r8/a.md:5 cascade-loop"]);
    }
}
