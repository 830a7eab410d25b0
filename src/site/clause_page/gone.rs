//! The pages of what is no longer in its document, or is called otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::super::atlas::Atlas;
use super::super::clause_frame::{Filling, Frame as Template};
use super::super::gone::{push_fate, text};
use super::super::link;
use super::super::wording::{Here, filled};
use super::super::words::Words;
use super::{Files, Maker};
use crate::policy::{DocumentId, Site, Tombstone};

impl Maker<'_, '_> {
    /// The pages of a clause that is gone, under each id it had; one that was moved has its page where it stands now.
    pub(super) fn gone(&mut self, gone: &Tombstone) {
        let ids: BTreeSet<&str> = gone.ids().collect();
        for id in ids.into_iter().filter(|id| self.w.shelf.atlas.is_grave(id, &self.w.document.id)) {
            self.gone_under(id, gone);
        }
    }

    fn gone_under(&mut self, id: &str, gone: &Tombstone) {
        self.w.file = link::clause_file(id);
        let name = format!("「{}」{}", self.chart.title, gone.name);
        self.open(&name);
        let words = self.w.words;
        push_tombstone(&mut self.w.out, Here::new(&self.w.file, words), self.w.shelf.atlas, gone);
        self.way_back(&gone.id, words.read_document);
        let said = |word: &str| filled(word, &[("name", &name)]);
        self.style = super::Style::Plain;
        self.close(id, &said(words.no_longer), &said(words.no_longer_sentence));
    }

    /// The page of an id that an author has replaced.
    pub(super) fn renamed(&mut self, id: &str, name: &str, position: &str) {
        if !self.is_free(id) {
            return;
        }
        self.w.file = link::clause_file(id);
        let document = self.w.document;
        self.open(name);
        self.w.markup("<p class=\"was\">");
        self.w.markup(self.w.words.clause_moved);
        self.w.shelf.atlas.push_link(&mut self.w.out, Here::new(&self.w.file, self.w.words), (&document.id, position));
        self.w.markup("</p>\n");
        self.style = super::Style::Plain;
        self.close(id, name, name);
    }

    /// Whether an id has no page yet; then it gets one.
    fn is_free(&mut self, id: &str) -> bool {
        self.w.shelf.atlas.find(id).is_none() && self.former.insert(id.to_owned())
    }
}

/// What became of it, and its last text.
fn push_tombstone(out: &mut String, here: Here<'_>, atlas: &Atlas<'_>, gone: &Tombstone) {
    let mut fate = String::new();
    push_fate(&mut fate, here, atlas, gone);
    out.push_str(&format!("<p class=\"was\">{}</p>\n", filled(here.words.clause_fate, &[("fate", &fate)])));
    out.push_str(&format!("<p class=\"above\">{}</p>\n", here.words.last_text));
    out.push_str("<blockquote class=\"text\">\n<p>");
    out.push_str(&text(gone));
    out.push_str("</p>\n</blockquote>\n");
}

/// The pages of clauses of documents that were taken down.
pub(in crate::site) fn of_taken_down(
    atlas: &Atlas<'_>,
    site: &Site,
    template: &Template,
    (document, tombstones): (&DocumentId, &[Tombstone]),
) -> Files {
    let words = Words::of(&site.language);
    let mut files = Files::new();
    let each = tombstones.iter().flat_map(|gone| gone.ids().map(move |id| (id, gone)));
    let each: BTreeMap<&str, &Tombstone> = each.filter(|(id, _)| atlas.is_grave(id, document)).collect();
    for (id, gone) in each {
        let file = link::clause_file(id);
        let title = words.clause_gone;
        let mut body = format!("<article class=\"wrap\">\n<h1>{title}</h1>\n");
        push_tombstone(&mut body, Here::new(&file, words), atlas, gone);
        body.push_str("</article>");
        let canonical = link::absolute(&site.base_url, &file);
        let filling = Filling {
            style: "",
            title,
            description: title,
            canonical: &canonical,
            language: &site.language,
            crumbs: "",
            picture: "",
            body: &body,
        };
        files.push((file, template.filled(&filling)));
    }
    files
}
