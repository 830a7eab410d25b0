//! What is answered to a request, from one snapshot: no clock, no disk, no network.

use percent_encoding::percent_decode_str;
use serde::Serialize;

use super::look_up::{Found, kind_of, look_up, output_path, own};
use super::overlay::{Notice, with_notice};
use super::pages::{Editor, Press};
use super::snapshot::Snapshot;
use crate::diagnostic::{Lang, Severity};
use crate::pipeline::Redone;

/// The production policy: the site and the preview alike do without anything inline or from elsewhere.
const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

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

/// Answers a request that was not refused.
pub(super) fn respond(desk: &Desk, snapshot: &Snapshot, target: &str) -> Reply {
    let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
    let Some(asked) = output_path(snapshot, path) else { return Reply::plain(400, "?\n") };
    if let Some(reply) = own(&asked).and_then(|own| own_file(desk, snapshot, own)) {
        return reply;
    }
    let found = look_up(desk, snapshot, &asked);
    let is_folder = || look_up(desk, snapshot, &format!("{asked}/")).status == 200;
    if found.status == 404 && !asked.is_empty() && !asked.ends_with('/') && is_folder() {
        let query = query.map_or_else(String::new, |query| format!("?{query}"));
        let location = Some(format!("{path}/{query}"));
        return Reply { location, ..Reply::plain(301, "") };
    }
    if !found.kind.starts_with("text/html") {
        return Reply::new(found.status, found.kind, &*found.bytes);
    }
    let state = state_of(desk, snapshot, &found);
    Reply::new(found.status, found.kind, with_notice(&found.bytes, &state.html, &state.token))
}

/// The state of the page at a path.
pub(super) fn state(desk: &Desk, snapshot: &Snapshot, path: &str) -> State {
    let asked = output_path(snapshot, path).unwrap_or_default();
    state_of(desk, snapshot, &look_up(desk, snapshot, &asked))
}

fn state_of(desk: &Desk, snapshot: &Snapshot, found: &Found) -> State {
    let html = if found.is_of_site { notice(desk, snapshot) } else { String::new() };
    let text = String::from_utf8_lossy(&found.bytes);
    let (mut styles, mut shown) = (blake3::Hasher::new(), blake3::Hasher::new());
    shown.update(&found.bytes);
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

/// What is below `_hoshin/` and is no page.
fn own_file(desk: &Desk, snapshot: &Snapshot, own: &str) -> Option<Reply> {
    let bytes = match own {
        "reload.js" => include_bytes!("assets/reload.js").to_vec(),
        "overlay.css" => include_bytes!("assets/overlay.css").to_vec(),
        "status.json" => status(desk, snapshot),
        _ => return None,
    };
    Some(Reply::new(200, kind_of(own), bytes))
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

/// A value of a query, decoded.
pub(super) fn query_value(target: &str, name: &str) -> Option<String> {
    let query = target.split_once('?')?.1;
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).next()?;
    Some(percent_decode_str(value).decode_utf8().ok()?.into_owned())
}
