//! Requests, and which of them are refused.

use super::reply::Reply;

/// The parts of a request that may refuse it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Request<'a> {
    pub(super) method: &'a str,
    pub(super) host: Option<&'a str>,
}

/// The refusal of a request that changes something, or whose `Host` is not ours. A name of an attacker may lead to this
/// computer (DNS rebinding).
pub(super) fn refusal(port: u16, request: &Request<'_>) -> Option<Reply> {
    let host = request.host.unwrap_or_default();
    let (name, host_port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
        _ => (host, Some(80)),
    };
    let is_ours = ["localhost", "127.0.0.1", "[::1]"].iter().any(|known| name.eq_ignore_ascii_case(known));
    if !is_ours || host_port != Some(port) {
        return Some(Reply::plain(403, "hoshin serve answers to localhost only\n"));
    }
    let is_reading = ["GET", "HEAD"].contains(&request.method);
    (!is_reading).then(|| Reply::plain(405, "GET, HEAD\n"))
}

/// A value of a query, decoded.
pub(super) fn query_value(target: &str, name: &str) -> Option<String> {
    let query = target.split_once('?')?.1;
    form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}
