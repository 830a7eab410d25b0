//! Notes of a sidecar must belong to a clause of the document.

use std::collections::BTreeMap;

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Clause, Content, Fragment, plain_text};
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
        clauses.insert(Fragment::from(&clause.position), clause);
        clauses.insert(clause.fragment(), clause);
    });
    for (name, notes) in &sidecar.clauses {
        let Some(clause) = clauses.get(&Fragment::new(name.value.as_str())) else {
            let suggestion = nearest(&name.value, clauses.keys().map(Fragment::as_str));
            found.push(catalogue::unknown_clause(&name.value, suggestion).at(name.span(file)));
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

/// The text of a clause as readers see it; the cells of a row one after the other.
fn own_text(clause: &Clause) -> String {
    match &clause.content {
        Content::Text(text) => plain_text(text),
        Content::Cells(cells) => cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join("\n"),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn notes_must_belong_to_clauses_and_words() {
        for (clause, words, expected) in [
            ("s1-b1", "生活かし", &[][..]),
            ("tokusei", "協力", &[]),
            ("s1-b2", "協力", &[]),
            ("s1-t1r1", "100人", &[]),
            ("s1-b3", "協力", &["r8/a.yaml:2 unknown-clause"]),
            ("s1-b1", "生かし", &["r8/a.yaml:4 query-not-found"]),
            ("s1-b1", "協力", &["r8/a.yaml:4 query-not-found"]),
        ] {
            let text =
                "## 1 取組\n\n- 特性を生活\nかし\n- 協力する {#tokusei}\n\n表1 目標\n\n| 目標 |\n|---|\n| 100人 |\n";
            let sidecar =
                format!("clauses:\n  {clause}:\n    queries:\n      - text: {words}\n        note: 原文のまま\n");
            let files = [("r8/a.md", file("", text)), ("r8/a.yaml", sidecar)];
            let files = files.each_ref().map(|(path, text)| (*path, text.as_str()));
            assert_eq!(check_site(&files), expected, "{clause} {words}");
        }
    }
}
