//! Reports released texts that have changed without a date.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::address::{AddressRecord, Mode};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::edition::{ChangedDocument, undated};
use crate::policy::DocumentId;
use crate::source::Sources;

/// What is asked of the documents.
pub(super) struct ReleaseQuestion {
    /// The day of the last release, if one is recorded.
    pub(super) released_on: Option<Date>,
    /// A release refuses such a document.
    pub(super) mode: Mode,
}

/// The findings about documents that differ from their last release.
pub(super) fn findings(
    sources: &Sources,
    changed: &BTreeMap<DocumentId, Arc<AddressRecord>>,
    question: &ReleaseQuestion,
) -> Diagnostics {
    let mut found = Diagnostics::default();
    for (id, record) in changed {
        let Some(document) = sources.documents.get(id) else { continue };
        let released_on = question.released_on;
        let Some(changes) = undated(&ChangedDocument { record, meta: &document.meta, released_on }) else { continue };
        let finding = match question.mode {
            Mode::Release => catalogue::release_undated_change(&id.0, &changes),
            Mode::Record | Mode::Locked => catalogue::released_text_changed(&id.0, &changes),
        };
        found.push(finding.in_file(document.source.path.clone()));
    }
    found
}
