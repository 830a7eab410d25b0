//! An author's words, compared with their clause. Words that are the clause's own need no comparison.

use super::faithfulness::{Names, Remark, Setting, Source};
use super::passage::Passage;
use super::post::{Level, Post};
use super::subject::Subject;
use crate::corpus::{Corpus, title_of};

/// Compares posts with clauses; made once for a site.
pub(super) struct Reader<'a> {
    corpus: &'a Corpus,
    names: Names,
}

impl<'a> Reader<'a> {
    pub(super) fn of(corpus: &'a Corpus) -> Self {
        let mut names = Names::default();
        for plan in &corpus.plans {
            names.add([plan.name.as_str()].into_iter().chain(plan.aliases.iter().map(|alias| alias.value.as_str())));
        }
        for document in corpus.public.values() {
            names.add([document.meta.title.value.as_str()]);
        }
        for unit in &corpus.organizations {
            names.add([unit.name.as_str()]);
        }
        for term in &corpus.terms {
            names.add_term(&term.term.value, &term.expansion);
        }
        Self { corpus, names }
    }

    /// What the words of a post say otherwise than the clause.
    pub(super) fn remarks(&self, subject: &Subject<'_>, post: &Post) -> Vec<Remark> {
        if !matches!(post.level, Level::Channel | Level::General) {
            return Vec::new();
        }
        let document = subject.document;
        let title = title_of(document);
        let unit = document.meta.organization.as_ref();
        let unit = unit.and_then(|id| self.corpus.organizations.iter().find(|unit| unit.id.value == id.value));
        let mut headings = vec![subject.heading.as_str(), &title, &self.corpus.site.city];
        headings.extend(unit.map(|unit| unit.name.as_str()));
        headings.extend(self.corpus.site.posting.head.as_deref());
        let Passage { text, .. } = &subject.passage;
        let fiscal_year = Some(document.meta.fiscal_year.value.0);
        let setting = Setting { headings: &headings, fiscal_year, ..Setting::new(&self.names) };
        Source::new(text, setting).check(&post.body).remarks
    }
}
