//! Checks `replaces`: a document continues another one.

use std::collections::{BTreeMap, BTreeSet};

use super::suggest::nearest;
use super::{DocumentSource, Unread};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::DocumentId;

/// Reports unknown and circular `replaces`. A document that cannot be read has a finding of its own.
pub(super) fn check(documents: &BTreeMap<DocumentId, DocumentSource>, unread: &Unread) -> Diagnostics {
    let mut found = Diagnostics::default();
    let mut seen: BTreeSet<&DocumentId> = BTreeSet::new();
    for (id, document) in documents {
        let Some(replaced) = &document.meta.replaces else { continue };
        let is_there = documents.contains_key(&replaced.value) || unread.ids.contains(&replaced.value);
        if !is_there {
            let suggestion = nearest(&replaced.value.0, documents.keys().map(|known| known.0.as_str()));
            let finding = catalogue::unknown_replaced(&replaced.value.0, suggestion);
            found.push(finding.at(replaced.span(&document.source)));
        }
        if let Some(on) = first_on_a_loop(documents, id, &mut seen)
            && let Some(meta) =
                documents.get(on).and_then(|document| Some((document, document.meta.replaces.as_ref()?)))
        {
            found.push(catalogue::replaces_loop(&on.0).at(meta.1.span(&meta.0.source)));
        }
    }
    found
}

/// Follows `replaces` from `id` and returns the first document that is reached twice. Each document is visited once,
/// over all calls.
fn first_on_a_loop<'a>(
    documents: &'a BTreeMap<DocumentId, DocumentSource>,
    id: &'a DocumentId,
    seen: &mut BTreeSet<&'a DocumentId>,
) -> Option<&'a DocumentId> {
    let mut way = BTreeSet::new();
    let mut here = id;
    loop {
        if way.contains(here) {
            return Some(here);
        }
        if !seen.insert(here) {
            return None;
        }
        way.insert(here);
        here = &documents.get(here)?.meta.replaces.as_ref()?.value;
    }
}

#[cfg(test)]
mod tests {

    use crate::source::{SourceMemory, Tree, parse};

    fn told(documents: &[(&str, &str)]) -> Vec<String> {
        let site = (
            "content/site.yaml".to_owned(),
            "title: 例\ncity: 例市\nbase_url: https://example.jp/\n".as_bytes().into(),
        );
        let files = documents.iter().map(|(name, more)| {
            let text = format!("---\ntitle: 方針\nkind: 計画\nfiscal_year: R8\n{more}---\n");
            (format!("content/{name}.md"), text.into_bytes().into())
        });
        let tree = Tree { files: files.chain([site]).collect(), ..Tree::default() };
        let (_, found) = parse(&tree, &mut SourceMemory::default());
        found.sorted().iter().map(|found| format!("{} {}", found.code.id, found.place.shown())).collect()
    }

    #[test]
    fn a_document_continues_one_that_was_there_before() {
        for (documents, expected) in [
            (&[("r7/a", ""), ("r8/a", "replaces: r7/a\n"), ("r8/b", "replaces: r7/a\n")][..], &[][..]),
            (&[("r8/a", "replaces: r7/a\n")], &["unknown-replaced content/r8/a.md:5:11"]),
            (&[("r8/a", "replaces: 方針\n")], &["bad-id content/r8/a.md:5:11"]),
            (&[("r8/a", "replaces: r8/a\n")], &["replaces-loop content/r8/a.md:5:11"]),
            (
                &[("r7/a", "replaces: r8/a\n"), ("r8/a", "replaces: r7/a\n"), ("r9/a", "replaces: r8/a\n")],
                &["replaces-loop content/r7/a.md:5:11"],
            ),
        ] {
            assert_eq!(told(documents), expected);
        }
    }
}
