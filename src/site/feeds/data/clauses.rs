//! Rows of clauses, documents and the cascade.

use super::sheet::Sheet;
use super::{DataSource, link};
use crate::corpus::title_of;
use crate::policy::{
    Block, Clause, ClauseId, ClauseKind, Content, Document, NamingLanguage, Status, Tombstone, TombstoneState,
    plain_text, title_in_citation,
};

impl DataSource<'_> {
    pub(super) fn clauses(&self, document: &Document, sheet: &mut Sheet) {
        self.blocks(document, &document.body.blocks, &ClauseId::default(), sheet);
        for gone in &document.body.addresses.tombstones {
            self.gone(document, gone, sheet);
        }
    }

    /// Depth is bounded by `markdown`.
    fn blocks(&self, document: &Document, blocks: &[Block], parent: &ClauseId, sheet: &mut Sheet) {
        for block in blocks {
            match block {
                Block::Clause(clause) => {
                    self.clause(document, clause, parent, sheet);
                    self.blocks(document, &clause.children, clause.address().id, sheet);
                }
                Block::Frame(frame) => self.blocks(document, &frame.blocks, &frame.id, sheet),
                Block::Table(table) => {
                    table.rows.iter().for_each(|row| self.clause(document, row, &table.id, sheet));
                }
                other => self.blocks(document, other.children(), parent, sheet),
            }
        }
    }

    fn clause(&self, document: &Document, clause: &Clause, parent: &ClauseId, sheet: &mut Sheet) {
        let address = clause.address();
        let text = text(clause);
        self.area(sheet);
        sheet.text(address.id.as_str());
        sheet.text(&document.id.0);
        sheet.text(clause.position.as_str());
        sheet.text(match clause.kind {
            ClauseKind::Section { .. } => "section",
            ClauseKind::Item => "item",
            ClauseKind::Paragraph => "paragraph",
            ClauseKind::Row => "row",
        });
        sheet.some(clause.label.as_ref().map(|label| &*label.printed));
        sheet.text(parent.as_str());
        sheet.text(&text);
        sheet.text(&self.clauses.citation(&document.id, &clause.position));
        sheet.text(&self.clause_url(&document.id, address.id, &clause.position));
        self.of_document(document, sheet);
        sheet.text("live");
        sheet.none();
        sheet.text(&self.jis.outside(&text));
    }

    fn gone(&self, document: &Document, gone: &Tombstone, sheet: &mut Sheet) {
        self.area(sheet);
        sheet.text(gone.id.as_str());
        sheet.text(&document.id.0);
        sheet.text(gone.position.as_str());
        (0..3).for_each(|_| sheet.none());
        sheet.text(&gone.text);
        sheet.text(&format!("{}{}", self.clauses.citation_before_place(&document.id), gone.name));
        sheet.text(&self.clause_url(&document.id, &gone.id, &gone.position));
        self.of_document(document, sheet);
        sheet.text(match gone.state {
            TombstoneState::Moved => "moved",
            TombstoneState::Merged => "merged",
            TombstoneState::Split => "split",
            TombstoneState::Withdrawn => "withdrawn",
            TombstoneState::Reserved => "reserved",
        });
        sheet.day(gone.date);
        sheet.text(&self.jis.outside(&gone.text));
    }

    fn of_document(&self, document: &Document, sheet: &mut Sheet) {
        let meta = &document.meta;
        sheet.bare(meta.fiscal_year.value.0);
        let issued = meta.issued.as_ref().or(meta.declared.as_ref());
        sheet.day(issued.map(|date| date.value.date));
    }

    pub(super) fn document(&self, document: &Document, sheet: &mut Sheet) {
        let meta = &document.meta;
        let day = |date: &Option<crate::diagnostic::Located<crate::policy::WrittenDate>>| {
            date.as_ref().map(|date| date.value.date)
        };
        self.area(sheet);
        sheet.text(&document.id.0);
        sheet.text(&title_in_citation(&title_of(document)));
        sheet.text(&meta.kind.value);
        sheet.bare(meta.fiscal_year.value.0);
        sheet.day(day(&meta.issued));
        sheet.day(day(&meta.declared));
        sheet.day(day(&meta.revised));
        sheet.some(meta.issuer.as_ref().and_then(|issuer| issuer.post.as_deref()));
        sheet.some(meta.issuer.as_ref().and_then(|issuer| issuer.name.as_deref()));
        sheet.some(meta.organization.as_ref().map(|unit| unit.value.as_str()));
        sheet.text(if meta.status == Status::Superseded { "superseded" } else { "published" });
        sheet.text(&meta.language);
        sheet.some(meta.license.as_deref().or(self.corpus.site.license.as_deref()));
        sheet.text(&self.url(&link::document_file(&document.id)));
        sheet.bare(meta.example);
    }

    pub(super) fn trace(&self, document: &Document, sheet: &mut Sheet) {
        let cascade = &self.corpus.cascade;
        if !cascade.is_lower(&document.id) {
            return;
        }
        document.body.each_address(|address| {
            for edge in cascade.upward(&document.id, address.position) {
                self.area(sheet);
                sheet.text(address.id.as_str());
                sheet.text(&document.id.0);
                sheet.text(address.position.as_str());
                sheet.text(&self.clauses.citation(&document.id, address.position));
                let upper = &edge.upper;
                sheet.text(self.clauses.id_at(&upper.document, &upper.position).map_or("", ClauseId::as_str));
                sheet.text(&upper.document.0);
                sheet.text(upper.position.as_str());
                sheet.text(&self.clauses.citation(&upper.document, &upper.position));
                let language = NamingLanguage::of(&self.corpus.site.language);
                sheet.text(match language {
                    NamingLanguage::Japanese => edge.relation.word(),
                    NamingLanguage::English => edge.relation.english(),
                });
                let ground: String = edge.ground.iter().map(|words| language.quoted(words.value.trim())).collect();
                sheet.text(&ground);
                sheet.bare(edge.years_differ);
                sheet.some(edge.note.as_deref());
            }
        });
    }
}

/// The own text of a clause; the cells of a row, merged ones included, with a stroke between them.
pub(super) fn text(clause: &Clause) -> String {
    match &clause.content {
        Content::Text(text) => plain_text(text),
        Content::Cells(_) => clause.row_texts().into_iter().map(plain_text).collect::<Vec<_>>().join(" / "),
    }
}
