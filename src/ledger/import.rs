//! A table back into the Markdown: everything is checked before anything is changed, and read again after it was.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::amend::{Amender, Context};
use super::block::{self, upper_of};
use super::change::Change;
use super::clauses::Clauses;
use super::delete::{after_deleting, deletes_point, points};
use super::export::of_document;
use super::intake::{Incoming, table};
use super::names::resolved;
use super::saved::{is_same, lost, of_names};
use super::{Column, Encoding};
use crate::corpus::{Corpus, Goal};
use crate::diagnostic::{Diagnostics, SourceFile, catalogue};
use crate::markdown::{LetterheadHints, objectives, parse};
use crate::policy::{Body, Clause, Document, DocumentId, Issuer, plain_text};
use crate::source::{ObjectiveContext, ObjectiveEdit, Splice, inserted, nearest, objective_splices, spliced};

/// A document with new values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amended {
    /// Its file.
    pub path: String,
    /// The whole text of it.
    pub text: String,
    /// The clauses whose objectives have changed, by what their place is called, each with the cells that change.
    pub changes: Vec<(String, Vec<Change>)>,
    /// What was there and will not be, in words, by what the place of its clause is called.
    pub gone: Vec<(String, String)>,
}

/// What a table changes, which was read as `encoding`; findings about its characters point into `file`. Documents it does not
/// change are not among the results; objectives and values it does not mention stay. When anything in it is wrong, nothing is
/// changed.
///
/// # Errors
/// Everything that is wrong with the table, each with its row and column.
pub fn import(
    corpus: &Corpus,
    file: &Arc<SourceFile>,
    encoding: Encoding,
) -> Result<(Vec<Amended>, Diagnostics), Diagnostics> {
    let mut found = Diagnostics::default();
    let Some(table) = table(file, &mut found) else { return Err(found) };
    let mut by_document: BTreeMap<DocumentId, Vec<&Incoming>> = BTreeMap::new();
    for row in &table.rows {
        let name = row.row.get(Column::Document);
        let id = DocumentId(name.to_owned());
        if corpus.document(&id).is_some() {
            by_document.entry(id).or_default().push(row);
        } else {
            let near = nearest(name, corpus.documents().map(|document| document.id.0.as_str()));
            let place = (row.number, Column::Document.header());
            found.push(catalogue::ledger_cell(place, name, &catalogue::cell_document(), near).of_site());
        }
    }
    let context = Context { corpus, columns: &table.columns, encoding };
    let mut amended = Vec::new();
    for (id, rows) in by_document {
        let Some(document) = corpus.document(&id) else { continue };
        amended.extend(DocumentImport { context, document, found: &mut found }.amend(&rows));
    }
    if found.has_errors() { Err(found) } else { Ok((amended, found)) }
}

/// One document being changed.
struct DocumentImport<'a, 'f> {
    context: Context<'a>,
    document: &'a Document,
    found: &'f mut Diagnostics,
}

impl DocumentImport<'_, '_> {
    fn amend(&mut self, rows: &[&Incoming]) -> Option<Amended> {
        let clauses = Clauses::of(self.document);
        let mut by_clause: BTreeMap<usize, (&Clause, String, Vec<&Incoming>)> = BTreeMap::new();
        for row in rows {
            if let Some((clause, name)) = self.clause(&clauses, row) {
                by_clause.entry(clause.range.start).or_insert_with(|| (clause, name, Vec::new())).2.push(row);
            }
        }
        let mut splices = Vec::new();
        let (mut changes, mut gone) = (Vec::new(), Vec::new());
        for (clause, name, rows) in by_clause.values() {
            self.compare_fixed(clause, rows);
            let objective = clause.objective.as_deref();
            let rows = resolved(objective, rows, self.context.encoding, self.found);
            let rows: Vec<&Incoming> = rows.iter().collect();
            let mut amender = Amender::new(self.context, objective, self.found);
            let edits = amender.edits(&rows);
            gone.extend(amender.gone.into_iter().map(|what| (name.clone(), what)));
            if edits.is_empty() {
                continue;
            }
            let mut cells = amender.changes;
            if objective.is_none() {
                cells.splice(0..0, upper_of(&rows).map(Change::new_upper));
            }
            changes.push((name.clone(), cells));
            match self.splices(clause, &edits, &rows) {
                Some(more) => splices.extend(more),
                None => return self.refuse(),
            }
        }
        if splices.is_empty() || self.found.has_errors() {
            return None;
        }
        let text = spliced(&self.document.source.text, splices);
        if !self.says(&text, rows) {
            return self.refuse();
        }
        Some(Amended { path: self.document.source.path.clone(), text, changes, gone })
    }

    fn refuse(&mut self) -> Option<Amended> {
        self.found.push(catalogue::ledger_unwritable(&self.document.id.0).of_site());
        None
    }

    /// The clause of a row: by id, else by its place; where both are there they must agree.
    fn clause<'c>(&mut self, clauses: &Clauses<'c>, row: &Incoming) -> Option<(&'c Clause, String)> {
        let (id, place) = (row.row.get(Column::Id), row.row.get(Column::Place));
        let mut find = |column: Column, name: &str| {
            let known = clauses.find(name);
            if known.is_none() {
                let place = (row.number, column.header());
                self.found.push(catalogue::ledger_clause(place, name, clauses.near(name)).of_site());
            }
            known.map(|(clause, name)| (clause, name.to_owned()))
        };
        if id.is_empty() {
            return find(Column::Place, place);
        }
        let by_id = find(Column::Id, id)?;
        if place.is_empty() {
            return Some(by_id);
        }
        let by_place = find(Column::Place, place)?;
        if by_place.0.position != by_id.0.position {
            let at = (row.number, Column::Place.header());
            let finding = catalogue::ledger_cell(at, place, &catalogue::cell_two_clauses(), Some(&by_id.1));
            self.found.push(finding.of_site());
            return None;
        }
        Some(by_id)
    }

    /// The text of a clause cannot be changed here, nor what it takes up; what a new objective takes up has to exist.
    fn compare_fixed(&mut self, clause: &Clause, rows: &[&Incoming]) {
        let upper = clause
            .objective
            .as_deref()
            .map(|known| super::row::of_objective(&self.context.corpus.site, known, Column::Implements));
        let text = plain_text(clause.text());
        for row in rows {
            let read = row.row.get(Column::Text);
            let kept = of_names(self.context.encoding);
            // A character that the spreadsheet has lost is no matter here: nothing is taken over.
            let same_text = read.is_empty() || is_same(&text, read) || lost(&text, read, kept).is_some();
            let said = row.row.get(Column::Implements);
            let same_upper = said.is_empty() || upper.as_deref().is_none_or(|upper| is_same(upper, said));
            for (column, is_same) in [(Column::Text, same_text), (Column::Implements, same_upper)] {
                if !is_same && self.context.columns.contains(&column) {
                    let place = (row.number, column.header());
                    let finding =
                        catalogue::ledger_cell(place, row.row.get(column), &catalogue::cell_read_only(), None);
                    self.found.push(finding.of_site());
                }
            }
            if upper.is_none() {
                self.compare_upper(row, said);
            }
        }
    }

    fn compare_upper(&mut self, row: &Incoming, said: &str) {
        for name in said.split(';').map(str::trim).filter(|name| !name.is_empty()) {
            let (document, fragment) = name.split_once('#').unwrap_or(("", name));
            let place = (row.number, Column::Implements.header());
            let Some(document) = self.context.corpus.document(&DocumentId(document.to_owned())) else {
                // A permanent id alone is looked for by the check of the chain.
                if !document.is_empty() {
                    let near =
                        nearest(document, self.context.corpus.documents().map(|document| document.id.0.as_str()));
                    self.found.push(catalogue::ledger_clause(place, name, near).of_site());
                }
                continue;
            };
            let clauses = Clauses::of(document);
            let is_known = clauses.find(fragment).is_some()
                || fragment.rsplit_once('.').is_some_and(|(_, id)| clauses.find(id).is_some());
            if !is_known {
                let near = clauses.near(fragment).map(|near| format!("{}#{near}", document.id.0));
                self.found.push(catalogue::ledger_clause(place, name, near.as_deref()).of_site());
            }
        }
    }

    fn splices(&self, clause: &Clause, edits: &[ObjectiveEdit], rows: &[&Incoming]) -> Option<Vec<Splice>> {
        if let Some(known) = &clause.objective {
            return objective_splices(&self.document.source, known.range.clone(), edits);
        }
        let gap = block::gap(&self.document.source.text, clause);
        let text = block::text(&block::lines(edits, rows), gap.indent);
        Some(vec![inserted(gap.at, text, gap.indent)])
    }

    /// Whether the text, read again, says what the rows say, and its words are what they were.
    fn says(&self, text: &str, rows: &[&Incoming]) -> bool {
        let file = SourceFile::new(self.document.source.path.clone(), text);
        let Some(body) = self.read(&file) else { return false };
        let after = Document { body: body.into(), source: file, ..self.document.clone() };
        if words(&after.body) != words(&self.document.body) {
            return false;
        }
        let mut again = Diagnostics::default();
        let mut is_settled = true;
        let clauses = Clauses::of(&after);
        let mut by_clause: BTreeMap<usize, (&Clause, Vec<&Incoming>)> = BTreeMap::new();
        for row in rows {
            let name = [row.row.get(Column::Id), row.row.get(Column::Place)].into_iter().find(|name| !name.is_empty());
            let Some((clause, _)) = name.and_then(|name| clauses.find(name)) else { return false };
            by_clause.entry(clause.range.start).or_insert_with(|| (clause, Vec::new())).1.push(row);
        }
        for (clause, rows) in by_clause.values() {
            // A new row has no number yet and is found by what it says; whatever else is left to change was not written.
            let objective = clause.objective.as_deref();
            let rows = resolved(objective, rows, self.context.encoding, &mut again);
            let rows: Vec<&Incoming> = rows.iter().collect();
            let rows = after_deleting(&rows);
            let rows: Vec<&Incoming> = rows.iter().collect();
            let mut amender = Amender::new(self.context, objective, &mut again);
            is_settled &= objective.is_none() || amender.edits(&rows).is_empty();
        }
        let deleted = rows.iter().filter(|row| deletes_point(&row.row)).count();
        is_settled
            && !again.has_errors()
            && points(&after) + deleted >= points(self.document)
            && of_document(self.context.corpus, &after).len() >= Goal::of(self.document).len()
    }

    /// The body of the new text, if nothing about its objectives is wrong. It has the addresses of the old one.
    fn read(&self, file: &Arc<SourceFile>) -> Option<Body> {
        let meta = &self.document.meta;
        let issuer = meta.issuer.as_ref().and_then(Issuer::printed);
        let hints = LetterheadHints { title: &meta.title.value, issuer: issuer.as_deref() };
        let start = crate::source::body_start(file)?;
        let (body, _) = parse(file, start, &hints);
        let context = ObjectiveContext { statuses: &self.context.corpus.site.statuses, units: None };
        let (body, found) = objectives(body, file, &context);
        let mut body = crate::address::assign_positions(body);
        let mut ids: BTreeMap<Box<str>, Box<str>> = BTreeMap::new();
        self.document.body.each_clause(|clause| {
            ids.insert(clause.position.clone(), clause.id.clone());
        });
        restore(&mut body.blocks, &ids);
        (!found.has_errors()).then_some(body)
    }
}

/// Gives the clauses their ids by their positions, which no objective changes.
fn restore(blocks: &mut [crate::policy::Block], ids: &BTreeMap<Box<str>, Box<str>>) {
    use crate::policy::Block;
    for block in blocks {
        match block {
            Block::Clause(clause) => {
                if let Some(id) = ids.get(&clause.position) {
                    clause.id.clone_from(id);
                }
                restore(&mut clause.children, ids);
            }
            Block::Frame(frame) => restore(&mut frame.blocks, ids),
            Block::Quote(blocks) => restore(blocks, ids),
            Block::Table(_) | Block::Preformatted { .. } | Block::Rule => {}
        }
    }
}

/// Every clause's place and text.
fn words(body: &Body) -> Vec<(Box<str>, String)> {
    let mut all = Vec::new();
    body.each_clause(|clause| all.push((clause.position.clone(), plain_text(clause.text()))));
    all
}
