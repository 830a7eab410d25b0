//! The `.lock` files, decoded: what they say is read in the `address` room.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::layout::{FileKind, kind_of};
use super::{Tree, decode};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, SourceFile, catalogue};

/// The `.lock` files below `content/`, by path relative to the site's folder.
#[must_use]
pub fn locks(tree: &Tree) -> (BTreeMap<String, Arc<SourceFile>>, Diagnostics) {
    let mut locks = BTreeMap::new();
    let mut found = Diagnostics::default();
    for (path, bytes) in &tree.files {
        if path.strip_prefix("content/").is_none_or(|below| kind_of(below) != FileKind::Lock) {
            continue;
        }
        match decode::decode(path, bytes) {
            Ok(file) => {
                locks.insert(path.clone(), file);
            }
            Err(finding) => found.push(damaged(*finding)),
        }
    }
    (locks, found)
}

/// A record with bytes that are no text was cut or damaged: no editor mends that, the file must be restored.
fn damaged(found: Diagnostic) -> Diagnostic {
    match found.place {
        Place::Span(span) => catalogue::lock_line().at(span),
        Place::File(_) | Place::Site => found,
    }
}
