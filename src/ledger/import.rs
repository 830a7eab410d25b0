//! Imports a table into the Markdown. Everything is checked before any change, and read again after it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::amender::{Amender, ImportContext};
use super::block::{self, upper_of};
use super::change::CellChange;
use super::clauses::Clauses;
use super::delete::{after_deleting, count_points};
use super::export::of_document;
use super::intake::{Incoming, table};
use super::names::resolved;
use super::saved::{is_same, lost, of_names};
use super::{Column, Encoding};
use crate::corpus::{Corpus, PlacedObjective};
use crate::diagnostic::{Diagnostics, SourceFile, catalogue};
use crate::markdown::{LetterheadHints, objectives, parse};
use crate::policy::{Body, Clause, Document, DocumentId, Issuer, Objective, Position, plain_text};
use crate::source::{ObjectiveContext, ObjectiveEdit, Splice, inserted, nearest, objective_splices, spliced};

/// A document with new values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amended {
    /// The path of its file.
    pub path: String,
    /// The whole new text.
    pub text: String,
    /// The clauses with changed objectives, by cited position, each with the changed cells.
    pub changes: Vec<(String, Vec<CellChange>)>,
    /// Removed and unset values in words, each with the cited position of its clause.
    pub gone: Vec<(String, String)>,
}

/// The documents that a table changes, and findings. The table in `file` was read as `encoding`. Objectives and values that it does
/// not mention stay. If anything in it is wrong, nothing is changed.
///
/// # Errors
/// Everything that is wrong with the table, each finding with its row and column.
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
            let reason = catalogue::cell_document();
            found.push(catalogue::ledger_cell(row.number, Column::Document.header(), name, &reason, near).of_site());
        }
    }
    let context = ImportContext { corpus, columns: &table.columns, encoding };
    let mut amended = Vec::new();
    for (id, rows) in by_document {
        let Some(document) = corpus.document(&id) else { continue };
        amended.extend(DocumentImport { context, document, found: &mut found }.amend(&rows));
    }
    if found.has_errors() { Err(found) } else { Ok((amended, found)) }
}

/// The rows about one clause.
struct ClauseRows<'a> {
    clause: &'a Clause,
    /// The cited position of the clause.
    name: String,
    rows: Vec<&'a Incoming>,
}

/// One document being changed.
struct DocumentImport<'a, 'f> {
    context: ImportContext<'a>,
    document: &'a Document,
    found: &'f mut Diagnostics,
}

impl DocumentImport<'_, '_> {
    fn amend(&mut self, rows: &[&Incoming]) -> Option<Amended> {
        let clauses = Clauses::of(self.document);
        let mut by_clause: BTreeMap<usize, ClauseRows<'_>> = BTreeMap::new();
        for row in rows {
            if let Some((clause, name)) = self.clause(&clauses, row) {
                let added = || ClauseRows { clause, name, rows: Vec::new() };
                by_clause.entry(clause.range.start).or_insert_with(added).rows.push(row);
            }
        }
        let mut splices = Vec::new();
        let (mut changes, mut gone) = (Vec::new(), Vec::new());
        for ClauseRows { clause, name, rows } in by_clause.values() {
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
                let added = |upper| CellChange::new("", String::new(), Column::Implements, "", upper);
                cells.splice(0..0, upper_of(&rows).map(added));
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
        if !self.says(&text, by_clause.values()) {
            return self.refuse();
        }
        Some(Amended { path: self.document.source.path.clone(), text, changes, gone })
    }

    fn refuse(&mut self) -> Option<Amended> {
        self.found.push(catalogue::ledger_unwritable(&self.document.id.0).of_site());
        None
    }

    /// The clause of a row, by its id or its cited position. If the row has both, they must agree.
    fn clause<'c>(&mut self, clauses: &Clauses<'c>, row: &Incoming) -> Option<(&'c Clause, String)> {
        let (id, place) = (row.row.get(Column::Id), row.row.get(Column::Place));
        let mut find = |column: Column, name: &str| {
            let known = clauses.find(name);
            if known.is_none() {
                let finding = catalogue::ledger_clause(row.number, column.header(), name, clauses.near(name));
                self.found.push(finding.of_site());
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
            let (column, reason) = (Column::Place.header(), catalogue::cell_two_clauses());
            let finding = catalogue::ledger_cell(row.number, column, place, &reason, Some(&by_id.1));
            self.found.push(finding.of_site());
            return None;
        }
        Some(by_id)
    }

    /// Checks the cells that are not imported: the text of a clause and the clauses above an existing objective. Those above a new
    /// objective must exist.
    fn compare_fixed(&mut self, clause: &Clause, rows: &[&Incoming]) {
        let upper = clause
            .objective
            .as_deref()
            .map(|known| super::row::of_objective(&self.context.corpus.site, known, Column::Implements));
        let text = plain_text(clause.text());
        for row in rows {
            let read = row.row.get(Column::Text);
            let kept = of_names(self.context.encoding);
            // Lost characters do not matter here, because the text is not imported.
            let same_text = read.is_empty() || is_same(&text, read) || lost(&text, read, kept).is_some();
            let said = row.row.get(Column::Implements);
            let same_upper = said.is_empty() || upper.as_deref().is_none_or(|upper| is_same(upper, said));
            for (column, is_same) in [(Column::Text, same_text), (Column::Implements, same_upper)] {
                if !is_same && self.context.columns.contains(&column) {
                    let (written, reason) = (row.row.get(column), catalogue::cell_read_only());
                    let finding = catalogue::ledger_cell(row.number, column.header(), written, &reason, None);
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
            let unknown =
                |near: Option<&str>| catalogue::ledger_clause(row.number, Column::Implements.header(), name, near);
            let Some(document) = self.context.corpus.document(&DocumentId(document.to_owned())) else {
                // A permanent id without a document is checked with the whole site.
                if !document.is_empty() {
                    let near =
                        nearest(document, self.context.corpus.documents().map(|document| document.id.0.as_str()));
                    self.found.push(unknown(near).of_site());
                }
                continue;
            };
            let clauses = Clauses::of(document);
            let is_known = clauses.find(fragment).is_some()
                || fragment.rsplit_once('.').is_some_and(|(_, id)| clauses.find(id).is_some());
            if !is_known {
                let near = clauses.near(fragment).map(|near| format!("{}#{near}", document.id.0));
                self.found.push(unknown(near.as_deref()).of_site());
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

    /// Whether the new text has the content of the rows, and its clauses have their old texts.
    fn says<'a>(&self, text: &str, by_clause: impl Iterator<Item = &'a ClauseRows<'a>>) -> bool {
        let file = SourceFile::new(self.document.source.path.clone(), text);
        let Some(body) = self.read(&file) else { return false };
        let after = Document { body: body.into(), source: file, ..self.document.clone() };
        if words(&after.body) != words(&self.document.body) {
            return false;
        }
        let mut again = Diagnostics::default();
        let (mut is_settled, mut deleted) = (true, 0);
        let mut objectives: BTreeMap<&Position, &Objective> = BTreeMap::new();
        after.body.each_clause(|clause| {
            objectives.extend(clause.objective.as_deref().map(|objective| (&clause.position, objective)));
        });
        for ClauseRows { clause, rows, .. } in by_clause {
            // A new row has no number yet and is found by its content. Any other remaining change was not written.
            let objective = objectives.get(&clause.position).copied();
            deleted += rows.iter().filter(|row| row.row.deletes_point()).count();
            let rows = resolved(objective, rows, self.context.encoding, &mut again);
            let rows: Vec<&Incoming> = rows.iter().collect();
            let rows = after_deleting(&rows);
            let rows: Vec<&Incoming> = rows.iter().collect();
            let mut amender = Amender::new(self.context, objective, &mut again);
            is_settled &= objective.is_none() || amender.edits(&rows).is_empty();
        }
        is_settled
            && !again.has_errors()
            && count_points(&after) + deleted >= count_points(self.document)
            && of_document(self.context.corpus, &after).len() >= PlacedObjective::of(self.document).len()
    }

    /// The body of the new text, without permanent ids; none if an objective in it is wrong.
    fn read(&self, file: &Arc<SourceFile>) -> Option<Body> {
        let meta = &self.document.meta;
        let issuer = meta.issuer.as_ref().and_then(Issuer::printed);
        let hints = LetterheadHints { title: &meta.title.value, issuer: issuer.as_deref() };
        let start = crate::source::body_start(file)?;
        let (body, _) = parse(file, start, &hints);
        let context = ObjectiveContext { statuses: &self.context.corpus.site.statuses, units: None };
        let (body, found) = objectives(body, file, &context);
        (!found.has_errors()).then(|| crate::address::assign_positions(body))
    }
}

/// The position and text of every clause.
fn words(body: &Body) -> Vec<(Position, String)> {
    let mut all = Vec::new();
    body.each_clause(|clause| all.push((clause.position.clone(), plain_text(clause.text()))));
    all
}
