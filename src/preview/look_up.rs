//! Looks up the file at a path of a snapshot, before anything is added to it.

use std::sync::Arc;

use percent_encoding::percent_decode_str;

use super::pages;
use super::response_context::ResponseContext;
use super::snapshot::Snapshot;

const NOT_FOUND: &str = "404.html";

/// The file at a path. Both the served page and its state are made from it, so that an unchanged page has an unchanged state.
pub(super) struct ServedFile {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) bytes: Arc<[u8]>,
    /// True if it belongs to the site. Pages of the site show a notice of the findings; the preview's own pages list them.
    pub(super) is_of_site: bool,
}

pub(super) fn look_up(context: &ResponseContext, snapshot: &Snapshot, asked: &str) -> ServedFile {
    let own = own(asked);
    let file = page_of(asked);
    let at = |status, kind, bytes| ServedFile { status, kind, bytes, is_of_site: own.is_none() };
    if own.is_some() {
        return match own_page(context, snapshot, &file) {
            Ok((status, bytes)) => at(status, kind_of(if status == 200 { &file } else { NOT_FOUND }), bytes.into()),
            Err(broken) => at(500, kind_of("500.txt"), broken.0.into_bytes().into()),
        };
    }
    if let Some(bytes) = snapshot.file(&file) {
        return at(200, kind_of(&file), bytes);
    }
    let bytes = snapshot
        .file(NOT_FOUND)
        .unwrap_or_else(|| pages::waiting(&context.templates, context.lang).into_bytes().into());
    at(404, kind_of(NOT_FOUND), bytes)
}

/// The path below `_hoshin/`, if the preview's own files stand there.
pub(super) fn own(asked: &str) -> Option<&str> {
    asked.strip_prefix(pages::FOLDER).or((asked == pages::FOLDER.trim_end_matches('/')).then_some(""))
}

/// The output path that a request names, decoded; none if it cannot be one. It is only looked up in a map, so `..` has no
/// meaning.
pub(super) fn output_path(snapshot: &Snapshot, path: &str) -> Option<String> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let below = decoded.strip_prefix('/')?;
    let base = snapshot.base_path();
    let inside = below.strip_prefix(base).filter(|_| !base.is_empty()).and_then(|rest| rest.strip_prefix('/'));
    Some(inside.unwrap_or(below).to_owned())
}

fn page_of(asked: &str) -> String {
    if asked.is_empty() || asked.ends_with('/') { format!("{asked}index.html") } else { asked.to_owned() }
}

/// Returns whether a path can be answered without rendering all pages of the site.
pub(super) fn is_at_hand(snapshot: &Snapshot, path: &str) -> bool {
    output_path(snapshot, path).is_none_or(|asked| own(&asked).is_some() || snapshot.is_at_hand(&page_of(&asked)))
}

/// A page of the preview's own, or a file of these pages; where there is none, a page that says so.
fn own_page(
    context: &ResponseContext,
    snapshot: &Snapshot,
    file: &str,
) -> Result<(u16, Vec<u8>), pages::TemplateError> {
    let survey = &snapshot.survey;
    let input = pages::PagesInput {
        corpus: survey.corpus.as_deref(),
        diagnostics: &survey.diagnostics,
        locks: &survey.locks,
        site: snapshot.served(),
        now: survey.validity.from,
        zone: &survey.zone,
        lang: context.lang,
        editor: context.editor.as_ref(),
    };
    let templates = &context.templates;
    match templates.page(&input, file)? {
        Some(bytes) => Ok((200, bytes)),
        None => Ok((404, templates.missing(&input, file)?)),
    }
}

/// The media type of a file by its name (IANA).
pub(super) fn kind_of(path: &str) -> &'static str {
    let suffix = path.rsplit_once('.').map_or("", |(_, suffix)| suffix).to_ascii_lowercase();
    match suffix.as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "ics" => "text/calendar; charset=utf-8",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
