//! The pages of what is no longer in its document, or is called otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::super::atlas::Atlas;
use super::super::clause_frame::{Filling, Frame as Template};
use super::super::gone::{push_fate, text};
use super::super::link;
use super::{Files, Maker};
use crate::policy::{DocumentId, Tombstone};

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
        push_tombstone(&mut self.w.out, &self.w.file, self.w.shelf.atlas, gone);
        self.way_back(&gone.id, "文書を読む");
        self.close(id, &format!("{name}（現在はありません）"), &format!("{name}は、現在はありません。"));
    }

    /// The page of an id that an author has replaced.
    pub(super) fn renamed(&mut self, id: &str, name: &str, position: &str) {
        if !self.is_free(id) {
            return;
        }
        self.w.file = link::clause_file(id);
        let document = self.w.document;
        self.open(name);
        self.w.markup("<p class=\"was\">この項のアドレスは変わりました：");
        self.w.shelf.atlas.push_link(&mut self.w.out, &self.w.file, (&document.id, position));
        self.w.markup("</p>\n");
        self.close(id, name, name);
    }

    /// Whether an id has no page yet; then it gets one.
    fn is_free(&mut self, id: &str) -> bool {
        self.w.shelf.atlas.find(id).is_none() && self.former.insert(id.to_owned())
    }
}

/// What became of it, and its last text.
fn push_tombstone(out: &mut String, file: &str, atlas: &Atlas<'_>, gone: &Tombstone) {
    out.push_str("<p class=\"was\">この項は");
    push_fate(out, file, atlas, gone);
    out.push_str("</p>\n<p class=\"above\">最後の文面</p>\n<blockquote class=\"text\">\n<p>");
    out.push_str(&text(gone));
    out.push_str("</p>\n</blockquote>\n");
}

/// The pages of clauses of documents that were taken down.
pub(in crate::site) fn of_taken_down(
    atlas: &Atlas<'_>,
    base_url: &str,
    template: &Template,
    (document, tombstones): (&DocumentId, &[Tombstone]),
) -> Files {
    let mut files = Files::new();
    let each = tombstones.iter().flat_map(|gone| gone.ids().map(move |id| (id, gone)));
    let each: BTreeMap<&str, &Tombstone> = each.filter(|(id, _)| atlas.is_grave(id, document)).collect();
    for (id, gone) in each {
        let file = link::clause_file(id);
        let title = "この項は、現在はありません";
        let mut body = format!("<article class=\"wrap\">\n<h1>{title}</h1>\n");
        push_tombstone(&mut body, &file, atlas, gone);
        body.push_str("</article>");
        let canonical = link::absolute(base_url, &file);
        let filling = Filling { title, description: title, canonical: &canonical, crumbs: "", body: &body };
        files.push((file, template.filled(&filling).into()));
    }
    files
}
