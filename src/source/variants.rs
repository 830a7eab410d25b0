//! Checks `variant_of`: a document says the same as another one in another language or in plainer words.
//!
//! A group has one original, which the others name. Nobody names a variant, and each language occurs once in a group.

use std::collections::{BTreeMap, BTreeSet};

use super::suggest::nearest;
use super::{DocumentSource, Unread};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::DocumentId;

/// Reports what is wrong with the groups. An original that cannot be read has a finding of its own.
pub(super) fn check(documents: &BTreeMap<DocumentId, DocumentSource>, unread: &Unread) -> Diagnostics {
    let mut found = Diagnostics::default();
    // The documents by group and language.
    let mut spoken: BTreeMap<(&DocumentId, String), &DocumentId> = BTreeMap::new();
    let tag = |document: &DocumentSource| document.meta.language.to_ascii_lowercase();
    let originals: BTreeSet<&DocumentId> =
        documents.values().filter_map(|document| Some(&document.meta.variant_of.as_ref()?.value)).collect();
    for id in originals {
        spoken.extend(documents.get(id).map(|document| ((id, tag(document)), id)));
    }
    for (id, document) in documents {
        let Some(original) = &document.meta.variant_of else { continue };
        let place = original.span(&document.source);
        let Some(named) = documents.get(&original.value) else {
            if !unread.ids.contains(&original.value) {
                let suggestion = nearest(&original.value.0, documents.keys().map(|known| known.0.as_str()));
                found.push(catalogue::unknown_original(&original.value.0, suggestion).at(place));
            }
            continue;
        };
        if named.meta.variant_of.is_some() {
            found.push(catalogue::variant_chain(&original.value.0).at(place));
            continue;
        }
        let first = *spoken.entry((&original.value, tag(document))).or_insert(id);
        if first != id {
            found.push(catalogue::variant_language(&document.meta.language, &first.0).at(place));
        }
    }
    found
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
        found.sorted().iter().map(|found| format!("{} {}", found.code.id, found.text.ja)).collect()
    }

    #[test]
    fn a_group_has_one_original_and_each_language_once() {
        let english = "language: en\nvariant_of: r8/a\n";
        for (documents, expected) in [
            (
                &[("r8/a", ""), ("r8/a-en", english), ("r8/a-easy", "language: ja-simple\nvariant_of: r8/a\n")][..],
                &[][..],
            ),
            (&[("r8/b", english)], &["unknown-original variant_of の「r8/a」という文書はありません"]),
            (
                &[("r8/a", "variant_of: r8/a\n")],
                &["variant-chain variant_of に書けるのは元の文書です。「r8/a」は元の文書ではありません"],
            ),
            (
                &[("r8/a", ""), ("r8/a-en", english), ("r8/a-gb", "language: en-GB\nvariant_of: r8/a-en\n")],
                &["variant-chain variant_of に書けるのは元の文書です。「r8/a-en」は元の文書ではありません"],
            ),
            (
                &[("r8/a", ""), ("r8/b", "variant_of: r8/a\n")],
                &["variant-language 同じ言語（ja）の版が、すでにあります：r8/a"],
            ),
            (
                &[("r8/a", ""), ("r8/b", english), ("r8/c", "language: EN\nvariant_of: r8/a\n")],
                &["variant-language 同じ言語（EN）の版が、すでにあります：r8/b"],
            ),
            (&[("r8/a", ""), ("r8/b", "variant_of: 方針\n")], &["bad-id id「方針」は使えません"]),
        ] {
            assert_eq!(told(documents), expected);
        }
    }
}
