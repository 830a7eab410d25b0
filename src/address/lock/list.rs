//! The list of the site: every document that has ever been published, and every release. Without it a document whose record was lost would look
//! like a new one.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::lines::{END, RawLine, body_lines, header, header_line, json, lines, without_findings};
use super::release_line::ReleaseLine;
use super::seal::sealed;
use crate::diagnostic::{Diagnostics, Finding, SourceFile, Span, catalogue};
use crate::policy::{ClauseId, DocumentId, Release};

/// The path of the list. Only a document called `site` could have a lock of this name, and the name of its sidecar is taken
/// as well.
pub const SITE_LOCK: &str = "content/site.lock";

/// Every document that has ever been published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublishedList {
    /// The present state of each document, by name.
    pub documents: BTreeMap<DocumentId, DocumentFate>,
    /// Names whose addresses were given up on purpose, with the permanent ids known then. Such a name may be published again.
    pub given_up: BTreeMap<DocumentId, BTreeSet<ClauseId>>,
    /// All releases, by number.
    pub releases: BTreeMap<u32, Release>,
}

/// The state of a document that was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentFate {
    /// It was published under this name.
    Published,
    /// It has this name now.
    Renamed(DocumentId),
    /// It was taken down on purpose.
    TakenDown {
        /// The day, if it was given.
        on: Option<Date>,
        /// The reason, if one was given.
        reason: Option<Box<str>>,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListLine<'a> {
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
    /// The addresses of the document that were given up. A line with them does not state what became of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    given_up: Option<BTreeSet<ClauseId>>,
    /// Checked on the text of the line.
    #[serde(default, skip_serializing, rename = "seal")]
    _seal: Option<IgnoredAny>,
}

/// The word in the first line of the list.
const SORT: &str = "documents";

impl PublishedList {
    /// The text of the file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = header_line(SORT, "");
        for (document, fate) in &self.documents {
            out.push_str(&sealed(&ListLine::new(document, fate)));
        }
        for (document, ids) in &self.given_up {
            out.push_str(&sealed(&ListLine {
                given_up: Some(ids.clone()),
                ..ListLine::new(document, &DocumentFate::Published)
            }));
        }
        for release in self.releases.values() {
            out.push_str(&sealed(&ReleaseLine::new(release)));
        }
        out + END + "\n"
    }

    fn read(&mut self, line: &RawLine<'_>) -> Result<(), Box<Finding>> {
        if !line.text.starts_with(ReleaseLine::START) {
            return self.add(json(line)?);
        }
        let release = json::<ReleaseLine<'_>>(line)?.into_release()?;
        // Two branches may have released under one number. The later one counts.
        match self.releases.get(&release.number) {
            Some(known) if known.moment >= release.moment => {}
            _ => drop(self.releases.insert(release.number, release)),
        }
        Ok(())
    }

    /// The last release.
    #[must_use]
    pub fn last_release(&self) -> Option<&Release> {
        self.releases.values().next_back()
    }

    fn add(&mut self, mut line: ListLine<'_>) -> Result<(), Box<Finding>> {
        let document = DocumentId(line.document.to_string());
        if let Some(ids) = line.given_up.take() {
            self.given_up.entry(document).or_default().extend(ids);
            return Ok(());
        }
        match line.fate()? {
            // Of two lines that a merge has left, the one with more information counts.
            DocumentFate::Published => self.documents.entry(document).or_insert(DocumentFate::Published),
            fate => self.documents.entry(document).insert_entry(fate).into_mut(),
        };
        Ok(())
    }
}

impl<'a> ListLine<'a> {
    fn new(document: &'a DocumentId, fate: &DocumentFate) -> Self {
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
            DocumentFate::Published => plain,
            DocumentFate::Renamed(now) => Self { renamed_to: Some(now.0.clone()), ..plain },
            DocumentFate::TakenDown { on, reason } => {
                Self { taken_down: true, on: on.map(|date| date.to_string()), reason: reason.clone(), ..plain }
            }
        }
    }

    fn fate(self) -> Result<DocumentFate, Box<Finding>> {
        let on = self.on.map(|on| on.parse().map_err(|_| catalogue::lock_value(&format!("date: {on}"))));
        match (self.renamed_to, self.taken_down) {
            (None, false) => Ok(DocumentFate::Published),
            (Some(now), false) => Ok(DocumentFate::Renamed(DocumentId(now))),
            (None, true) => Ok(DocumentFate::TakenDown { on: on.transpose()?, reason: self.reason }),
            (Some(_), true) => Err(Box::new(catalogue::lock_value("renamed_to"))),
        }
    }
}

/// Reads the list of the site. A document may be named twice, as a merge of two branches leaves it.
///
/// # Errors
/// Everything that is wrong with it.
pub fn parse(file: &Arc<SourceFile>) -> Result<PublishedList, Diagnostics> {
    let mut found = Diagnostics::default();
    let mut list = PublishedList::default();
    let mut lines = lines(&file.text);
    let Some(first) = lines.next() else {
        return Err([catalogue::lock_header().at(Span::new(file, 0..0))].into_iter().collect());
    };
    if let Err(finding) = header(&first, SORT) {
        return Err([finding.at(Span::new(file, first.range))].into_iter().collect());
    }
    let (body, missing_end) = body_lines(file, lines);
    for raw in body {
        if let Err(finding) = list.read(&raw) {
            found.push(finding.at(Span::new(file, raw.range)));
        }
    }
    without_findings(list, found, missing_end)
}
