//! What stands at a path of a snapshot, before anything is added to it.

use std::sync::Arc;

use percent_encoding::percent_decode_str;

use super::pages;
use super::respond::Desk;
use super::snapshot::Snapshot;
use crate::diagnostic::Lang;

const NOT_FOUND: &str = "404.html";

/// What stands at a path, before anything is added to it. A page as it is served and the state that is told of it are both made
/// from this, so that a page that has not changed is told so.
pub(super) struct Found {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) bytes: Arc<[u8]>,
    /// Whether it is of the site, whose pages show on top what was found; the preview's own pages say it themselves.
    pub(super) is_of_site: bool,
}

pub(super) fn look_up(desk: &Desk, snapshot: &Snapshot, asked: &str) -> Found {
    let own = own(asked);
    let file = page_of(asked);
    let at = |status, kind, bytes| Found { status, kind, bytes, is_of_site: own.is_none() };
    if own.is_some() {
        return match own_page(desk, snapshot, &file) {
            Ok((status, bytes)) => at(status, kind_of(if status == 200 { &file } else { NOT_FOUND }), bytes.into()),
            Err(broken) => at(500, kind_of("500.txt"), broken.0.into_bytes().into()),
        };
    }
    if let Some(bytes) = snapshot.file(&file) {
        return at(200, kind_of(&file), bytes);
    }
    let bytes = snapshot.file(NOT_FOUND).unwrap_or_else(|| waiting(desk.lang).as_bytes().into());
    at(404, kind_of(NOT_FOUND), bytes)
}

/// The path below `_hoshin/`, of what is the preview's own.
pub(super) fn own(asked: &str) -> Option<&str> {
    asked.strip_prefix(pages::FOLDER).or((asked == pages::FOLDER.trim_end_matches('/')).then_some(""))
}

/// The output path a request means, decoded; none for what cannot be one. It is looked up in a map and nowhere else, so that
/// `..` means nothing.
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

/// Whether what is asked for at a path can be answered, or its state told, without all pages of the site.
pub(super) fn is_at_hand(snapshot: &Snapshot, path: &str) -> bool {
    output_path(snapshot, path).is_none_or(|asked| own(&asked).is_some() || snapshot.is_at_hand(&page_of(&asked)))
}

/// A page of the preview's own, or what belongs to these pages; where there is none, a page that says so.
fn own_page(desk: &Desk, snapshot: &Snapshot, file: &str) -> Result<(u16, Vec<u8>), pages::Broken> {
    let survey = &snapshot.survey;
    let input = pages::Input {
        corpus: survey.corpus.as_deref(),
        diagnostics: &survey.diagnostics,
        locks: &survey.locks,
        site: snapshot.served(),
        now: survey.validity.from,
        zone: &survey.zone,
        lang: desk.lang,
        editor: desk.editor.as_ref(),
    };
    let press = desk.press.as_ref().ok_or_else(|| pages::Broken("templates\n".to_owned()))?;
    match press.page(&input, file)? {
        Some(bytes) => Ok((200, bytes)),
        None => Ok((404, press.missing(&input, file)?)),
    }
}

/// Before there has ever been a page.
fn waiting(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => {
            "<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"><title>hoshin</title></head><body><main><h1>まだ表示できるページがありません</h1></main></body></html>\n"
        }
        Lang::En => {
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>hoshin</title></head><body><main><h1>There is no page to show yet</h1></main></body></html>\n"
        }
    }
}

/// The type of a file by its name (IANA media types).
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
