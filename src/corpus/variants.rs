//! The same document in other languages and in plainer words.

use std::collections::BTreeMap;

use super::DocumentSet;
use crate::policy::{Document, DocumentId};

/// Public variants by their original.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Variants(BTreeMap<DocumentId, Vec<DocumentId>>);

impl Variants {
    pub(super) fn of(public: &BTreeMap<DocumentId, Document>) -> Self {
        let mut groups: BTreeMap<DocumentId, Vec<DocumentId>> = BTreeMap::new();
        for (id, document) in public {
            if let Some(original) = &document.meta.variant_of
                && original.value != *id
            {
                groups.entry(original.value.clone()).or_default().push(id.clone());
            }
        }
        Self(groups)
    }
}

impl DocumentSet {
    /// The other public documents with the same content in another language or in plainer words: the original first, then
    /// the variants in the order of their ids.
    pub fn variants_of<'a>(&'a self, document: &'a Document) -> impl Iterator<Item = &'a Document> {
        let original = document.meta.variant_of.as_ref().map_or(&document.id, |original| &original.value);
        let variants = self.variants.0.get(original).into_iter().flatten();
        let group = std::iter::once(original).chain(variants);
        group.filter(|id| **id != document.id).filter_map(|id| self.public.get(id))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::site;
    use crate::policy::DocumentId;

    fn document(more: &str) -> String {
        format!("---\ntitle: 方針\nkind: 部の運営方針\nfiscal_year: R8\n{more}---\n本文\n")
    }

    #[test]
    fn variants_are_found_among_the_public_documents() {
        let files = [
            ("r8/a.md", document("status: published\n")),
            ("r8/b-en.md", document("status: published\nlanguage: en\nvariant_of: r8/a\n")),
            ("r8/c-simple.md", document("status: published\nlanguage: ja-simple\nvariant_of: r8/a\n")),
            ("r8/d-ko.md", document("status: draft\nlanguage: ko\nvariant_of: r8/a\n")),
            ("r8/e.md", document("status: published\n")),
            ("r8/f-en.md", document("status: published\nlanguage: en\nvariant_of: r8/g\n")),
            ("r8/g.md", document("status: draft\n")),
        ];
        let corpus = site(&files.each_ref().map(|(path, text)| (*path, text.as_str())));
        for (id, expected) in [
            ("r8/a", &["r8/b-en", "r8/c-simple"][..]),
            ("r8/b-en", &["r8/a", "r8/c-simple"]),
            ("r8/c-simple", &["r8/a", "r8/b-en"]),
            ("r8/d-ko", &["r8/a", "r8/b-en", "r8/c-simple"]),
            ("r8/e", &[]),
            ("r8/f-en", &[]),
            ("r8/g", &["r8/f-en"]),
        ] {
            let document = corpus.document(&DocumentId(id.to_owned())).unwrap();
            let group: Vec<&str> = corpus.variants_of(document).map(|other| other.id.0.as_str()).collect();
            assert_eq!(group, expected, "{id}");
        }
    }
}
