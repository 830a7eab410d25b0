//! What is answered to a request, from one snapshot: no clock, no disk, no network.

use percent_encoding::percent_decode_str;
use serde::Serialize;

use super::overlay::{Notice, with_notice};
use super::pages::{self, Editor, Press};
use super::snapshot::Snapshot;
use crate::diagnostic::{Lang, Severity};
use crate::pipeline::Redone;

/// The production policy: the site and the preview alike do without anything inline or from elsewhere.
const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const NOT_FOUND: &str = "404.html";

/// What the answers depend on besides the snapshot.
#[derive(Debug)]
pub(super) struct Desk {
    /// The port, which a `Host` has to name.
    pub(super) port: u16,
    pub(super) lang: Lang,
    pub(super) editor: Option<Editor>,
    pub(super) fails_from: Severity,
    pub(super) press: Option<Press>,
    /// For programs: how changes are learnt of.
    pub(super) watching: &'static str,
}

/// What was asked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Request<'a> {
    pub(super) method: &'a str,
    pub(super) host: Option<&'a str>,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    /// Where a redirection leads.
    pub(super) location: Option<String>,
    /// The version of the snapshot it is made from.
    pub(super) version: Option<u64>,
    pub(super) body: Vec<u8>,
}

/// What a page in a browser wants to know of the site's state. While nothing of it changes, nothing happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct State {
    /// All of the following, as one word.
    pub(super) token: String,
    /// The page, and what it shows besides styles.
    page: String,
    styles: String,
    notice: String,
    html: String,
}

impl Reply {
    fn new(status: u16, kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, kind, location: None, version: None, body: body.into() }
    }

    fn plain(status: u16, words: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", words.as_bytes())
    }

    /// Something of ours does not work.
    pub(super) fn failed() -> Self {
        Self::plain(500, "500\n")
    }

    /// A value as JSON.
    pub(super) fn json(value: &impl Serialize) -> Self {
        // Words only: nothing that JSON cannot say.
        Self::new(200, "application/json", serde_json::to_vec(value).unwrap_or_default())
    }

    /// Headers of every answer: nothing of a preview is kept, and nothing of it is guessed at.
    pub(super) fn headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = vec![
            ("content-type", self.kind.to_owned()),
            ("cache-control", "no-store".to_owned()),
            ("content-security-policy", POLICY.to_owned()),
            ("x-content-type-options", "nosniff".to_owned()),
            ("referrer-policy", "no-referrer".to_owned()),
            ("cross-origin-resource-policy", "same-origin".to_owned()),
        ];
        headers.extend(self.version.map(|version| ("x-hoshin-version", version.to_string())));
        headers.extend(self.location.clone().map(|location| ("location", location)));
        headers
    }
}

/// The refusal of a request that does not come from a page of ours: its `Host` names another site, as when a name of an
/// attacker leads to this computer (DNS rebinding), or it wants to change something.
pub(super) fn refusal(desk: &Desk, request: &Request<'_>) -> Option<Reply> {
    let host = request.host.unwrap_or_default();
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
        _ => (host, Some(80)),
    };
    let is_ours = ["localhost", "127.0.0.1", "[::1]"].iter().any(|known| name.eq_ignore_ascii_case(known));
    if !is_ours || port != Some(desk.port) {
        return Some(Reply::plain(403, "hoshin serve answers to localhost only\n"));
    }
    let is_reading = ["GET", "HEAD"].contains(&request.method);
    (!is_reading).then(|| Reply::plain(405, "GET, HEAD\n"))
}

/// Whether what is asked for at a path can be answered, or its state told, without all pages of the site.
pub(super) fn is_at_hand(snapshot: &Snapshot, path: &str) -> bool {
    let is_own = |asked: &str| asked.starts_with(pages::FOLDER) || asked == "_hoshin";
    output_path(snapshot, path).is_none_or(|asked| is_own(&asked) || snapshot.is_at_hand(&page_of(&asked)))
}

/// Answers a request that was not refused.
pub(super) fn respond(desk: &Desk, snapshot: &Snapshot, target: &str) -> Reply {
    let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
    let Some(asked) = output_path(snapshot, path) else { return Reply::plain(400, "?\n") };
    if let Some(own) = asked.strip_prefix(pages::FOLDER).or((asked == "_hoshin").then_some("")) {
        return own_page(desk, snapshot, own);
    }
    let file = page_of(&asked);
    if let Some(bytes) = snapshot.file(&file) {
        return served(desk, snapshot, (200, &file), &bytes);
    }
    if !asked.is_empty() && !asked.ends_with('/') && snapshot.has(&format!("{asked}/index.html")) {
        let query = query.map_or_else(String::new, |query| format!("?{query}"));
        let location = Some(format!("{path}/{query}"));
        return Reply { location, ..Reply::plain(301, "") };
    }
    match snapshot.file(NOT_FOUND) {
        Some(bytes) => served(desk, snapshot, (404, NOT_FOUND), &bytes),
        None => served(desk, snapshot, (404, NOT_FOUND), waiting(desk.lang).as_bytes()),
    }
}

/// The output path a request means, decoded; none for what cannot be one. It is looked up in a map and nowhere else, so that
/// `..` means nothing.
fn output_path(snapshot: &Snapshot, path: &str) -> Option<String> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let below = decoded.strip_prefix('/')?;
    let base = snapshot.base_path();
    let inside = below.strip_prefix(base).filter(|_| !base.is_empty()).and_then(|rest| rest.strip_prefix('/'));
    Some(inside.unwrap_or(below).to_owned())
}

fn page_of(asked: &str) -> String {
    if asked.is_empty() || asked.ends_with('/') { format!("{asked}index.html") } else { asked.to_owned() }
}

fn served(desk: &Desk, snapshot: &Snapshot, (status, file): (u16, &str), bytes: &[u8]) -> Reply {
    let kind = kind_of(file);
    if !kind.starts_with("text/html") {
        return Reply::new(status, kind, bytes);
    }
    let state = state_of(desk, snapshot, bytes);
    Reply::new(status, kind, with_notice(bytes, &state.html, &state.token))
}

/// The state of the page at a path.
pub(super) fn state(desk: &Desk, snapshot: &Snapshot, path: &str) -> State {
    let file = output_path(snapshot, path).map(|asked| page_of(&asked)).unwrap_or_default();
    if let Some(own) = file.strip_prefix(pages::FOLDER) {
        return state_of(desk, snapshot, &own_page(desk, snapshot, own).body);
    }
    let bytes = snapshot.file(&file).or_else(|| snapshot.file(NOT_FOUND));
    state_of(desk, snapshot, &bytes.unwrap_or_else(|| waiting(desk.lang).as_bytes().into()))
}

fn state_of(desk: &Desk, snapshot: &Snapshot, page: &[u8]) -> State {
    let html = notice(desk, snapshot);
    let text = String::from_utf8_lossy(page);
    let (mut styles, mut shown) = (blake3::Hasher::new(), blake3::Hasher::new());
    shown.update(page);
    for (path, bytes) in snapshot.pages.iter().flat_map(|pages| pages.statics()) {
        let name = path.rsplit('/').next().unwrap_or_default();
        if text.contains(name) {
            let hasher = if name.ends_with(".css") { &mut styles } else { &mut shown };
            hasher.update(bytes);
        }
    }
    let word = |hasher: &blake3::Hasher| hasher.finalize().to_hex()[..16].to_owned();
    let (page, styles) = (word(&shown), word(&styles));
    let notice = blake3::hash(html.as_bytes()).to_hex()[..16].to_owned();
    State { token: format!("{page}.{styles}.{notice}"), page, styles, notice, html }
}

fn notice(desk: &Desk, snapshot: &Snapshot) -> String {
    let (found, is_good) = (&snapshot.survey.diagnostics, snapshot.is_good);
    Notice { found, is_good, fails_from: desk.fails_from, lang: desk.lang, editor: desk.editor.as_ref() }.html()
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

/// What is below `_hoshin/`.
fn own_page(desk: &Desk, snapshot: &Snapshot, own: &str) -> Reply {
    match own {
        "reload.js" => return Reply::new(200, kind_of(own), include_bytes!("assets/reload.js").as_slice()),
        "overlay.css" => return Reply::new(200, kind_of(own), include_bytes!("assets/overlay.css").as_slice()),
        "status.json" => return Reply::new(200, kind_of(own), status(desk, snapshot)),
        _ => {}
    }
    let file = format!("{}{}", pages::FOLDER, page_of(own));
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
    let Some(press) = &desk.press else { return Reply::plain(500, "templates\n") };
    match press.page(&input, &file) {
        Ok(Some(bytes)) if file.ends_with(".html") => {
            Reply::new(200, kind_of(&file), with_notice(&bytes, "", &state_of(desk, snapshot, &bytes).token))
        }
        Ok(Some(bytes)) => Reply::new(200, kind_of(&file), bytes),
        Ok(None) => Reply::plain(404, "404\n"),
        Err(broken) => Reply::plain(500, &broken.0),
    }
}

fn status(desk: &Desk, snapshot: &Snapshot) -> Vec<u8> {
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
    let survey = &snapshot.survey;
    let status = Status {
        tool: "hoshin",
        version: snapshot.version,
        good: snapshot.is_good,
        documents: survey.corpus.as_ref().map_or(0, |corpus| corpus.documents().count()),
        redone: survey.redone,
        errors: survey.diagnostics.count(Severity::Error),
        warnings: survey.diagnostics.count(Severity::Warning),
        watching: desk.watching,
    };
    // Numbers and words: nothing that JSON cannot say.
    serde_json::to_vec(&status).unwrap_or_default()
}

/// The type of a file by its name (IANA media types).
fn kind_of(path: &str) -> &'static str {
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

/// A value of a query, decoded.
pub(super) fn query_value(target: &str, name: &str) -> Option<String> {
    let query = target.split_once('?')?.1;
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).next()?;
    Some(percent_decode_str(value).decode_utf8().ok()?.into_owned())
}
