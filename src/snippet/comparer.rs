//! Compares an author's text with its clause. A text taken from the clause itself needs no comparison.

use super::faithfulness::{Names, Remark, SourceClause, SourceContext};
use super::post::{Level, Post};
use super::subject::Subject;
use crate::corpus::{Corpus, title_of};

/// Compares posts with clauses. One serves a whole site.
pub(super) struct PostComparer<'a> {
    corpus: &'a Corpus,
    names: Names,
}

impl<'a> PostComparer<'a> {
    pub(super) fn new(corpus: &'a Corpus) -> Self {
        let mut names = Names::default();
        for plan in &corpus.plans {
            names.add([plan.name.as_str()].into_iter().chain(plan.aliases.iter().map(|alias| alias.value.as_str())));
        }
        for document in corpus.public.values() {
            names.add([document.meta.title.value.as_str()]);
        }
        for department in &corpus.organizations {
            names.add([department.name.as_str()]);
        }
        for term in &corpus.terms {
            names.add_term(&term.term.value, &term.expansion);
        }
        Self { corpus, names }
    }

    /// The differences in meaning between a post and its clause.
    pub(super) fn remarks(&self, subject: &Subject<'_>, post: &Post) -> Vec<Remark> {
        if !matches!(post.level, Level::Channel | Level::General) {
            return Vec::new();
        }
        let document = subject.document;
        let title = title_of(document);
        let id = document.meta.organization.as_ref();
        let department = id.and_then(|id| self.corpus.organizations.iter().find(|known| known.id.value == id.value));
        let mut headings = vec![subject.heading.as_str(), &title, &self.corpus.site.city];
        headings.extend(department.map(|department| department.name.as_str()));
        headings.extend(self.corpus.site.posting.head.as_deref());
        let fiscal_year = Some(document.meta.fiscal_year.value.0);
        let context = SourceContext { headings: &headings, fiscal_year, ..SourceContext::new(&self.names) };
        SourceClause::new(&subject.clause_text.text, context).check(&post.body).remarks
    }
}
