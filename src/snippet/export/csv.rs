//! Tables of posts (RFC 4180, `\r\n`): one of all posts, one of all refusals, and one for each tool that `site.yaml` names.

use jiff::{Timestamp, tz::TimeZone};

use super::{ExportFiles, ExportRequest, approval};
use crate::diagnostic::Lang;
use crate::policy::{CSV_FIELDS, CsvTable, formula_start};
use crate::snippet::clause_posts::ClausePosts;
use crate::snippet::post::Post;

/// Excel takes UTF-8 for UTF-8 only behind it.
const MARK: &str = "\u{FEFF}";

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
        files.insert(path, rows(request, table).into_bytes());
    }
    files.insert("refusals.csv".to_owned(), refusals(request).into_bytes());
}

fn rows(request: &ExportRequest<'_>, table: &CsvTable) -> String {
    let mut out = if table.bom { MARK.to_owned() } else { String::new() };
    push_row(&mut out, table.columns.iter().map(|(header, _)| header.as_str()));
    let zone = TimeZone::get(&table.time_zone).unwrap_or(TimeZone::UTC);
    for clause in request.clauses {
        for post in clause.posts().filter(|post| table.channel.is_none_or(|only| only.name == post.channel.name)) {
            let cells = table.columns.iter().map(|(_, field)| cell(field, clause, post, table, &zone));
            push_row(&mut out, cells.collect::<Vec<_>>().iter().map(String::as_str));
        }
    }
    out
}

fn cell(field: &str, clause: &ClausePosts<'_>, post: &Post, table: &CsvTable, zone: &TimeZone) -> String {
    let subject = &clause.subject;
    let sns = subject.sns;
    let number = |number: Option<usize>| number.map_or_else(String::new, |number| number.to_string());
    match field {
        "document" => subject.document.id.0.clone(),
        "clause" => subject.clause.position.to_string(),
        "id" => subject.clause.address().id.to_owned(),
        "name" => subject.name.clone(),
        "channel" => post.channel.name.to_owned(),
        "level" => post.level.number().to_string(),
        "text" => post.text(),
        "link" => post.link.clone(),
        "publish_at" => {
            let moment = sns.and_then(|sns| sns.publish_at.as_ref());
            moment.map_or_else(String::new, |moment| written(moment.value, table, zone))
        }
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

fn refusals(request: &ExportRequest<'_>) -> String {
    let mut out = MARK.to_owned();
    push_row(&mut out, ["document", "clause", "id", "name", "channel", "reason", "room"].into_iter());
    for clause in request.clauses {
        for (channel, outcome) in &clause.outcomes {
            let Err(refusal) = outcome else { continue };
            let (subject, room) = (&clause.subject, refusal.room.map_or_else(String::new, |room| room.to_string()));
            let (document, id, reason) =
                (&subject.document.id.0, subject.clause.address().id, refusal.reason.words(Lang::Ja));
            let cells: [&str; 7] =
                [document, &subject.clause.position, id, &subject.name, channel.name, &reason, &room];
            push_row(&mut out, cells.into_iter());
        }
    }
    out
}

/// A row; what a spreadsheet would take for a formula has an apostrophe before it (OWASP, "CSV injection").
pub(super) fn push_row<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        let is_formula = formula_start(cell).is_some() || cell.starts_with(['\t', '\r']);
        let guard = if is_formula { "'" } else { "" };
        if is_formula || cell.contains(['"', ',', '\n', '\r']) {
            out.push('"');
            out.push_str(guard);
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}
