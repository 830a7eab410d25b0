//! The path of a lock.

/// The path of the lock beside a document.
#[must_use]
pub fn lock_path(document_path: &str) -> String {
    format!("{}.lock", document_path.strip_suffix(".md").unwrap_or(document_path))
}
