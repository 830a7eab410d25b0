//! Decodes the `.lock` files. The `address` room reads their content.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::layout::{FileKind, kind_of};
use super::{SourceMemory, Tree, decode};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, SourceFile, catalogue};
use crate::recall::SameBytes;

/// The `.lock` files below `content/`, by path relative to the site's folder. A file that has not changed since the last run
/// with this memory is not decoded again.
#[must_use]
pub fn locks(tree: &Tree, memory: &mut SourceMemory) -> (BTreeMap<String, Arc<SourceFile>>, Diagnostics) {
    let is_lock = |path: &str| path.strip_prefix("content/").is_some_and(|below| kind_of(below) == FileKind::Lock);
    let files = tree.files.iter().filter(|(path, _)| is_lock(path));
    let wanted: Vec<_> = files.map(|(path, bytes)| (path.as_str(), SameBytes(Arc::clone(bytes)), bytes)).collect();
    let paths: Vec<&str> = wanted.iter().map(|(path, _, _)| *path).collect();
    let decoded =
        memory.locks.each(wanted, |path, bytes| decode::decode(path, bytes).map_err(|found| Box::new(damaged(*found))));
    let (mut locks, mut found) = (BTreeMap::new(), Diagnostics::default());
    for (path, file) in paths.into_iter().zip(decoded) {
        match file {
            Ok(file) => {
                locks.insert(path.to_owned(), file);
            }
            Err(finding) => found.push(*finding),
        }
    }
    (locks, found)
}

/// A record that is not valid text was cut off or damaged. No editor can repair it; the file must be restored.
fn damaged(found: Diagnostic) -> Diagnostic {
    match found.place {
        Place::Span(span) => catalogue::lock_line().at(span),
        Place::File(_) | Place::Site => found,
    }
}
