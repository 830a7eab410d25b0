//! Tables of posts (RFC 4180, `\r\n`): one of all posts, one of all refusals, and one for each tool that `site.yaml` names.

use std::borrow::Cow;

use csv::{Terminator, Writer, WriterBuilder};
use jiff::{Timestamp, tz::TimeZone};

use super::{ExportFiles, ExportRequest, approval};
use crate::diagnostic::Lang;
use crate::policy::{CSV_FIELDS, CsvTable, formula_start};
use crate::snippet::clause_posts::ClausePosts;
use crate::snippet::post::Post;

/// The byte order mark. Without it Excel does not recognise UTF-8.
pub(super) const MARK: &str = "\u{FEFF}";

/// A table being written.
pub(super) struct CsvWriter(Writer<Vec<u8>>);

impl CsvWriter {
    /// A table with its first row.
    pub(super) fn new<'a>(mark: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut table = Self(WriterBuilder::new().terminator(Terminator::CRLF).from_writer(mark.as_bytes().to_vec()));
        table.push(names);
        table
    }

    /// Adds a row. A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV injection").
    pub(super) fn push(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        for cell in cells {
            let cell = cell.as_ref();
            let is_formula = formula_start(cell).is_some() || cell.starts_with(['\t', '\r']);
            let guarded = if is_formula { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) };
            // Writing to memory cannot fail.
            let _ = self.0.write_field(&*guarded);
        }
        let _ = self.0.write_record(None::<&[u8]>);
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner().unwrap_or_default()
    }
}

pub(super) fn write(request: &ExportRequest<'_>, files: &mut ExportFiles) {
    let zone = &request.corpus.site.time_zone;
    let generic = CsvTable {
        name: "posts".to_owned(),
        columns: CSV_FIELDS.iter().map(|field| ((*field).to_owned(), *field)).collect(),
        date_format: "%Y-%m-%dT%H:%M:%S%:z".to_owned(),
        time_zone: zone.clone(),
        bom: true,
        channel: None,
    };
    for table in [&generic].into_iter().chain(&request.corpus.site.posting.tables) {
        let path = if table.name == "posts" { "posts.csv".to_owned() } else { format!("csv/{}.csv", table.name) };
        files.insert(path, rows(request, table));
    }
    files.insert("refusals.csv".to_owned(), refusals(request));
}

fn rows(request: &ExportRequest<'_>, table: &CsvTable) -> Vec<u8> {
    let mark = if table.bom { MARK } else { "" };
    let mut out = CsvWriter::new(mark, table.columns.iter().map(|(header, _)| header.as_str()));
    let zone = TimeZone::get(&table.time_zone).unwrap_or(TimeZone::UTC);
    for clause in request.clauses {
        for post in clause.posts().filter(|post| table.channel.is_none_or(|only| only.name == post.channel.name)) {
            let moment = clause.subject.sns.and_then(|sns| sns.publish_at.as_ref());
            let moment = moment.map_or_else(String::new, |moment| written(moment.value, table, &zone));
            out.push(table.columns.iter().map(|(_, field)| cell(field, clause, post, &moment)));
        }
    }
    out.into_bytes()
}

fn cell(field: &str, clause: &ClausePosts<'_>, post: &Post, publish_at: &str) -> String {
    let subject = &clause.subject;
    let number = |number: Option<usize>| number.map_or_else(String::new, |number| number.to_string());
    match field {
        "document" => subject.document.id.0.clone(),
        "clause" => subject.clause.position.to_string(),
        "id" => subject.clause.address().id.to_string(),
        "name" => subject.name.clone(),
        "channel" => post.channel.name.to_owned(),
        "level" => post.level.number().to_string(),
        "text" => post.text(),
        "link" => post.link.clone(),
        "publish_at" => publish_at.to_owned(),
        "count" => post.count.to_string(),
        "limit" => number(post.limit),
        "image" => post.picture.as_ref().map_or_else(String::new, |picture| picture.image.clone()),
        "alt" => post.picture.as_ref().and_then(|picture| picture.alt.clone()).unwrap_or_default(),
        _ => approval(clause, post).map_or_else(String::new, |approval| approval.by.clone()),
    }
}

fn written(moment: Timestamp, table: &CsvTable, zone: &TimeZone) -> String {
    let moment = moment.to_zoned(zone.clone());
    jiff::fmt::strtime::format(&table.date_format, &moment).unwrap_or_else(|_| moment.timestamp().to_string())
}

fn refusals(request: &ExportRequest<'_>) -> Vec<u8> {
    let mut out = CsvWriter::new(MARK, ["document", "clause", "id", "name", "channel", "reason", "room"]);
    for clause in request.clauses {
        for (channel, outcome) in &clause.outcomes {
            let Err(refusal) = outcome else { continue };
            let (subject, room) = (&clause.subject, refusal.room.map_or_else(String::new, |room| room.to_string()));
            let (document, id, reason) =
                (&subject.document.id.0, subject.clause.address().id, refusal.reason.words(Lang::Ja));
            let cells: [&str; 7] =
                [document, subject.clause.position.as_str(), id.as_str(), &subject.name, channel.name, &reason, &room];
            out.push(cells);
        }
    }
    out.into_bytes()
}
