//! `/data/`: the contents of the site as tables for machines, each with a schema and a dictionary.
//!
//! One table ([`mod@column`]) lists the columns of each file; the files, their schemas and the dictionary on `/data/` are all made from
//! it. The files keep the rules of 機械可読性 for data of the state: one table, a header row, one value in a cell, no line
//! break and no padding in it, numbers without units, days as ISO 8601, columns that stay from year to year.

mod clauses;
mod column;
mod english;
mod jis;
mod objectives;
mod registers;
mod sheet;
#[cfg(test)]
mod tests;

use rayon::prelude::*;
use serde::Serialize;
use tera::Value;

use crate::corpus::Corpus;
use crate::policy::{ClauseId, Document, DocumentId, NamingLanguage, Position};
use crate::site::frame::clause_map::ClauseMap;
use crate::site::frame::link;
use column::{CLAUSES, DATASETS, DOCUMENTS, Dataset, OBJECTIVE_SDGS, OBJECTIVES, TRACE};
use english::said;
use jis::Jis;
use sheet::{Sheet, SheetRows, schema};

/// Everything that rows are made from.
struct DataSource<'a> {
    corpus: &'a Corpus,
    clauses: &'a ClauseMap<'a>,
    jis: Jis,
}

/// The data files, and the data page.
pub(crate) struct DataFiles {
    /// Output path and bytes.
    pub(crate) files: Vec<(String, String)>,
    /// For the template of the data page.
    pub(crate) page: Value,
}

#[derive(Serialize)]
struct DatasetContext {
    name: &'static str,
    title: &'static str,
    row: &'static str,
    rows: usize,
    files: Vec<FileContext>,
    columns: Vec<ColumnContext>,
}

#[derive(Serialize)]
struct FileContext {
    file: String,
    name: String,
    form: &'static str,
    size: usize,
    schema: String,
}

#[derive(Serialize)]
struct ColumnContext {
    name: &'static str,
    what: &'static str,
    kind: String,
    required: bool,
}

/// All data files of a site.
pub(crate) fn data(corpus: &Corpus, clauses: &ClauseMap<'_>) -> DataFiles {
    let source = DataSource { corpus, clauses, jis: Jis::new() };
    let sheets = [
        source.by_document(&CLAUSES, DataSource::clauses),
        source.by_document(&DOCUMENTS, DataSource::document),
        source.by_document(&OBJECTIVES, DataSource::objectives),
        source.by_document(&OBJECTIVE_SDGS, DataSource::sdgs),
        source.by_document(&TRACE, DataSource::trace),
        source.plans(),
        source.organizations(),
    ];
    let language = NamingLanguage::of(&corpus.site.language);
    let mut files = Vec::new();
    let mut views = Vec::new();
    for (dataset, sheet) in DATASETS.into_iter().zip(sheets) {
        let rows = sheet.count();
        let made = sheet.files(dataset);
        views.push(view(dataset, rows, &made, language));
        for form in dataset.forms {
            let path = schema_file(dataset, form.suffix());
            let id = link::absolute(&corpus.site.base_url, &path);
            files.push((path, schema(dataset, *form, &id, language)));
        }
        files.extend(made.into_iter().map(|(suffix, text)| (data_file(dataset, suffix), text)));
    }
    DataFiles { files, page: Value::from_serializable(&views) }
}

/// The cascade as CSV.
pub(crate) fn cascade_csv(corpus: &Corpus, clauses: &ClauseMap<'_>) -> String {
    let source = DataSource { corpus, clauses, jis: Jis::new() };
    let sheet = source.by_document(&TRACE, DataSource::trace);
    sheet.files(&TRACE).pop().map(|(_, text)| text).unwrap_or_default()
}

/// The file of all clauses, for programs.
pub(crate) fn clauses_file() -> String {
    data_file(&CLAUSES, "json")
}

fn data_file(dataset: &Dataset, suffix: &str) -> String {
    format!("data/{}.{suffix}", dataset.name)
}

fn schema_file(dataset: &Dataset, suffix: &str) -> String {
    format!("data/schema/{}.{suffix}.schema.json", dataset.name)
}

fn view(
    dataset: &'static Dataset,
    rows: usize,
    made: &[(&'static str, String)],
    language: NamingLanguage,
) -> DatasetContext {
    let file = |(suffix, text): &(&'static str, String)| FileContext {
        file: data_file(dataset, suffix),
        name: format!("{}.{suffix}", dataset.name),
        form: suffix,
        size: text.len().div_ceil(1_000),
        schema: schema_file(dataset, suffix),
    };
    let column = |column: &column::Column| ColumnContext {
        name: column.name,
        what: said(column.what, language),
        kind: column.kind.name(language),
        required: column.required,
    };
    DatasetContext {
        name: dataset.name,
        title: said(dataset.title, language),
        row: said(dataset.row, language),
        rows,
        files: made.iter().map(file).collect(),
        columns: dataset.columns.iter().map(column).collect(),
    }
}

impl DataSource<'_> {
    /// A sheet whose rows come from the public documents, in their order.
    fn by_document(&self, dataset: &'static Dataset, rows: impl Fn(&Self, &Document, &mut Sheet) + Sync) -> SheetRows {
        let documents: Vec<&Document> = self.corpus.public.values().collect();
        let of_document = |document: &&Document| {
            let mut sheet = Sheet::new(dataset);
            rows(self, document, &mut sheet);
            sheet.finish()
        };
        let parts: Vec<SheetRows> = documents.par_iter().map(of_document).collect();
        let mut all = Sheet::new(dataset).finish();
        for part in &parts {
            all.append(part);
        }
        all
    }

    fn area(&self, sheet: &mut Sheet) {
        sheet.some(self.corpus.site.area_code.as_deref());
    }

    /// The full address of an output file.
    fn url(&self, file: &str) -> String {
        link::absolute(&self.corpus.site.base_url, file)
    }

    /// The full address of a clause: its short page, else its place in the document.
    fn clause_url(&self, document: &DocumentId, id: &ClauseId, position: &Position) -> String {
        if id.is_empty() {
            format!("{}#{position}", self.url(&link::document_file(document)))
        } else {
            self.url(&link::clause_file(id))
        }
    }
}
