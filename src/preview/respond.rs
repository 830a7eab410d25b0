//! Answers a request from one snapshot: no clock, no disk, no network.

use serde::Serialize;

use super::look_up::{kind_of, look_up, output_path, own};
use super::page_state::PageState;
use super::pages::with_additions;
use super::reply::Reply;
use super::response_context::ResponseContext;
use super::snapshot::Snapshot;
use crate::diagnostic::Severity;
use crate::pipeline::Redone;

/// The state of the preview, for programs.
#[derive(Serialize)]
struct Status<'a> {
    tool: &'a str,
    version: u64,
    good: bool,
    documents: usize,
    redone: Redone,
    errors: usize,
    warnings: usize,
    watching: &'a str,
}

/// Answers a request that was not refused.
pub(super) fn respond(context: &ResponseContext, snapshot: &Snapshot, target: &str) -> Reply {
    let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
    let Some(asked) = output_path(snapshot, path) else { return Reply::plain(400, "?\n") };
    if let Some(reply) = own(&asked).and_then(|own| own_file(context, snapshot, own)) {
        return reply;
    }
    let file = look_up(context, snapshot, &asked);
    let is_folder = || look_up(context, snapshot, &format!("{asked}/")).status == 200;
    if file.status == 404 && !asked.is_empty() && !asked.ends_with('/') && is_folder() {
        let query = query.map_or_else(String::new, |query| format!("?{query}"));
        let location = Some(format!("{path}/{query}"));
        return Reply { location, ..Reply::plain(301, "") };
    }
    if !file.kind.starts_with("text/html") {
        return Reply::new(file.status, file.kind, &*file.bytes);
    }
    let state = PageState::of(context, snapshot, &file);
    Reply::new(file.status, file.kind, with_additions(&context.templates, &file.bytes, &state.html, &state.token))
}

/// A file below `_hoshin/` that is no page.
fn own_file(context: &ResponseContext, snapshot: &Snapshot, own: &str) -> Option<Reply> {
    match own {
        "reload.js" => Some(Reply::new(200, kind_of(own), include_bytes!("assets/reload.js"))),
        "overlay.css" => Some(Reply::new(200, kind_of(own), include_bytes!("assets/overlay.css"))),
        "status.json" => Some(Reply::json(&status(context, snapshot))),
        _ => None,
    }
}

fn status<'a>(context: &ResponseContext, snapshot: &Snapshot) -> Status<'a> {
    let survey = &snapshot.survey;
    Status {
        tool: "hoshin",
        version: snapshot.version,
        good: snapshot.is_good,
        documents: survey.corpus.as_ref().map_or(0, |corpus| corpus.documents().count()),
        redone: survey.redone,
        errors: survey.diagnostics.count(Severity::Error),
        warnings: survey.diagnostics.count(Severity::Warning),
        watching: context.watching,
    }
}
