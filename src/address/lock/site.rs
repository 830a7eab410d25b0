//! The lock of the site: which documents have ever been published. Without it a lost lock would look like a new document.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::VERSION;
use super::format::{END, line, sealed};
use super::parse::{header, json, lines, records, sound};
use crate::diagnostic::{Diagnostics, Finding, SourceFile, Span, catalogue};
use crate::policy::DocumentId;

/// Where it stands. Document ids have no dot, so that no document's lock can have this name but that of a document called
/// `site`, whose sidecar's name is taken as well.
pub const SITE_LOCK: &str = "content/site.lock";

/// Every document that has ever been published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SiteLock {
    /// By name, with what became of each.
    pub documents: BTreeMap<DocumentId, Fate>,
    /// Names whose addresses were given up on purpose, with the permanent ids known then. Such a name may be published anew.
    pub given_up: BTreeMap<DocumentId, BTreeSet<Box<str>>>,
}

/// What became of a published document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It has been published under this name.
    Published,
    /// It is called otherwise now.
    Renamed(DocumentId),
    /// It was taken down on purpose.
    TakenDown {
        /// When, if that was said.
        on: Option<Date>,
        /// Why, if that was said.
        reason: Option<Box<str>>,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow)]
    document: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    renamed_to: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    taken_down: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<Box<str>>,
    /// The line says which addresses of the document were given up, and not what became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    given_up: Option<BTreeSet<Box<str>>>,
    /// Checked on the text of the line.
    #[serde(default, skip_serializing, rename = "seal")]
    _seal: Option<IgnoredAny>,
}

#[derive(Serialize)]
struct Header {
    hoshin: &'static str,
    version: u32,
}

impl SiteLock {
    /// The text of the file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = line(&Header { hoshin: "documents", version: VERSION });
        for (document, fate) in &self.documents {
            out.push_str(&sealed(&Line::new(document, fate)));
        }
        for (document, ids) in &self.given_up {
            out.push_str(&sealed(&Line { given_up: Some(ids.clone()), ..Line::new(document, &Fate::Published) }));
        }
        out + END + "\n"
    }

    fn take(&mut self, mut line: Line<'_>) -> Result<(), Box<Finding>> {
        let document = DocumentId(line.document.to_string());
        if let Some(ids) = line.given_up.take() {
            self.given_up.entry(document).or_default().extend(ids);
            return Ok(());
        }
        match line.fate()? {
            // Of two lines a merge has left, the one that says more stands.
            Fate::Published => self.documents.entry(document).or_insert(Fate::Published),
            fate => self.documents.entry(document).insert_entry(fate).into_mut(),
        };
        Ok(())
    }
}

impl<'a> Line<'a> {
    fn new(document: &'a DocumentId, fate: &Fate) -> Self {
        let plain = Self {
            document: Cow::Borrowed(&document.0),
            renamed_to: None,
            taken_down: false,
            on: None,
            reason: None,
            given_up: None,
            _seal: None,
        };
        match fate {
            Fate::Published => plain,
            Fate::Renamed(now) => Self { renamed_to: Some(now.0.clone()), ..plain },
            Fate::TakenDown { on, reason } => {
                Self { taken_down: true, on: on.map(|date| date.to_string()), reason: reason.clone(), ..plain }
            }
        }
    }

    fn fate(self) -> Result<Fate, Box<Finding>> {
        let on = self.on.map(|on| on.parse().map_err(|_| catalogue::lock_value(&format!("date: {on}"))));
        match (self.renamed_to, self.taken_down) {
            (None, false) => Ok(Fate::Published),
            (Some(now), false) => Ok(Fate::Renamed(DocumentId(now))),
            (None, true) => Ok(Fate::TakenDown { on: on.transpose()?, reason: self.reason }),
            (Some(_), true) => Err(Box::new(catalogue::lock_value("renamed_to"))),
        }
    }
}

/// Reads the lock of the site. A document named twice is one document: that is what a merge of two branches gives.
///
/// # Errors
/// Everything that is wrong with it.
pub fn parse(file: &Arc<SourceFile>) -> Result<SiteLock, Diagnostics> {
    let mut found = Diagnostics::default();
    let mut lock = SiteLock::default();
    let mut lines = lines(&file.text);
    let Some(first) = lines.next() else {
        return Err([catalogue::lock_header().at(Span::new(file, 0..0))].into_iter().collect());
    };
    if let Err(finding) = header(&first, "documents") {
        return Err([finding.at(Span::new(file, first.range))].into_iter().collect());
    }
    let (records, cut) = records(file, lines);
    for raw in records {
        if let Err(finding) = json::<Line<'_>>(&raw).and_then(|line| lock.take(line)) {
            found.push(finding.at(Span::new(file, raw.range)));
        }
    }
    sound(lock, found, cut)
}
