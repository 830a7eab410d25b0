//! Replies and their headers.

use serde::Serialize;

/// The policy of the published site: nothing inline, and nothing from elsewhere. The preview keeps to it.
const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The reply to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) status: u16,
    /// The media type.
    pub(super) kind: &'static str,
    /// The target of a redirection.
    pub(super) location: Option<String>,
    /// The version of the snapshot it is made from.
    pub(super) version: Option<u64>,
    pub(super) body: Vec<u8>,
}

impl Reply {
    pub(super) fn new(status: u16, kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, kind, location: None, version: None, body: body.into() }
    }

    pub(super) fn plain(status: u16, words: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", words.as_bytes())
    }

    /// The reply when the server itself fails.
    pub(super) fn failed() -> Self {
        Self::plain(500, "500\n")
    }

    /// A value as JSON.
    pub(super) fn json(value: &impl Serialize) -> Self {
        // The values are words and numbers, which JSON can always express.
        Self::new(200, "application/json", serde_json::to_vec(value).unwrap_or_default())
    }

    /// The headers. Browsers keep nothing of a preview and guess no media types.
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
