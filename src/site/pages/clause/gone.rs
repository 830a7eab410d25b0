//! The pages of clauses that are gone, and of former ids.

use std::collections::{BTreeMap, BTreeSet};

use super::{ClausePage, PageMaker, sections};
use crate::policy::{Citation, CitationForm, ClauseId, DocumentId, Fragment, Position, Tombstone};
use crate::site::frame::clause_template::{ClauseTemplates, ClauseValues};
use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::{PageContext, filled};
use crate::site::text::fate::fate;
use crate::site::text::tombstones::text;

impl PageMaker<'_, '_> {
    /// Adds the pages of a clause that is gone, under each id it had; one that was moved has its page where it stands now.
    pub(super) fn gone(&mut self, gone: &Tombstone) {
        let ids: BTreeSet<&ClauseId> = gone.ids().collect();
        for id in ids.into_iter().filter(|id| self.w.site.clauses.has_tombstone_in(id, &self.w.document.id)) {
            self.gone_under(id, gone);
        }
    }

    fn gone_under(&mut self, id: &ClauseId, gone: &Tombstone) {
        self.w.file = link::clause_file(id);
        let (words, parts) = (self.w.words, self.w.parts);
        let name = {
            let (title, place) = (self.map.title.clone(), gone.name.to_string());
            Citation { title, place, naming: self.map.naming }.write(CitationForm::Short)
        };
        let mut content = tombstone(self.w.site, self.w.page(), gone);
        parts.read_document.push(&mut content, [&sections::in_document(&self.w, &Fragment::from(&gone.id))]);
        let with_name = |word: &str| filled(word, &[("name", &name)]);
        let (title, description) = (with_name(words.no_longer), with_name(words.no_longer_sentence));
        let (title, description) = (title.as_str(), description.as_str());
        self.finish(&ClausePage { id, heading: &name, title, description, style: "", content: &content });
    }

    /// Adds the page of an id that an author has replaced.
    pub(super) fn renamed(&mut self, id: &ClauseId, name: &str, position: &Position) {
        if self.w.site.corpus.has_clause(id) || !self.former.insert(id.clone()) {
            return;
        }
        self.w.file = link::clause_file(id);
        let content = self.w.parts.clause_moved.with([&self.w.link_to(&self.w.document.id, position)]);
        self.finish(&ClausePage { id, heading: name, title: name, description: name, style: "", content: &content });
    }
}

/// The sentence for a clause that is gone, and its last text, as HTML.
fn tombstone(site: &SiteContext<'_>, page: PageContext<'_>, gone: &Tombstone) -> String {
    page.parts.clause_fate.with([&fate(site, page, gone), &text(page.parts, gone)])
}

/// The pages of clauses of a document that was taken down.
pub(crate) fn of_taken_down(
    site: &SiteContext<'_>,
    templates: &ClauseTemplates,
    document: &DocumentId,
    tombstones: &[Tombstone],
) -> Vec<OutputFile> {
    let (language, words) = (&site.corpus.site.language, site.words());
    let each = tombstones.iter().flat_map(|gone| gone.ids().map(move |id| (id, gone)));
    let each: BTreeMap<&ClauseId, &Tombstone> =
        each.filter(|(id, _)| site.clauses.has_tombstone_in(id, document)).collect();
    let page = |(id, gone): (&ClauseId, &Tombstone)| {
        let file = link::clause_file(id);
        let title = words.clause_gone;
        let content = tombstone(site, site.on(&file), gone);
        let content = templates.of(words.language).filled(&ClauseValues {
            style: "",
            title,
            description: title,
            canonical: &site.url(&file),
            language,
            crumbs: "",
            picture: "",
            body: &site.parts().clause_page.with([title, "", &content]),
        });
        OutputFile { path: file, content: Ok(content), source: None }
    };
    each.into_iter().map(page).collect()
}
