//! What is said beside a document must belong to a clause of it.

use std::collections::BTreeMap;

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Clause, Content, plain_text};
use crate::source::nearest;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some((sidecar, file)) = subject.sidecar.and_then(|sidecar| Some((sidecar, sidecar.source.as_ref()?))) else {
        return;
    };
    if sidecar.clauses.is_empty() {
        return;
    }
    let mut clauses = BTreeMap::new();
    subject.document.body.each_clause(|clause| {
        clauses.insert(&*clause.position, clause);
        clauses.insert(clause.fragment(), clause);
    });
    for (name, notes) in &sidecar.clauses {
        let Some(clause) = clauses.get(name.value.as_str()) else {
            let (ja, en) = catalogue::perhaps(nearest(&name.value, clauses.keys().copied()));
            found.push(catalogue::unknown_clause(&name.value, &ja, &en).at(name.span(file)));
            continue;
        };
        let text = own_text(clause);
        for query in &notes.queries {
            if !text.contains(&query.text.value) {
                let finding = catalogue::query_not_found(&query.text.value, &name.value);
                found.push(finding.at(query.text.span(file)));
            }
        }
    }
}

/// The text of a clause as read: its own, the cells of a row one after the other.
fn own_text(clause: &Clause) -> String {
    match &clause.content {
        Content::Text(text) => plain_text(text),
        Content::Cells(cells) => cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join("\n"),
    }
}
