//! Posts as files for pasting, importing, printing and reviewing. Nothing is sent anywhere.

mod atom;
mod card;
mod csv;
mod ics;
mod line;
mod qr;
mod review;
mod text;

use std::collections::BTreeMap;

pub use card::card_files;

use super::approval::{ApprovalState, approval_state};
use super::clause_posts::ClausePosts;
use super::post::Post;
use crate::corpus::Corpus;
use crate::diagnostic::Bilingual;
use crate::policy::Clause;

use jiff::Timestamp;

/// A kind of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExportKind {
    /// A text file for each post, with nothing but the post.
    Text,
    /// Bodies for LINE's Messaging API.
    Line,
    /// A table of all posts, a table of refusals, and the tables that `site.yaml` names.
    Csv,
    /// A calendar of planned posts.
    Ics,
    /// A feed of approved posts.
    Atom,
    /// QR codes of the short addresses and of the city's LINE account.
    Qr,
    /// Card images; [`super::card_files`] draws them.
    Card,
    /// The review sheet to be signed, for print and as a table.
    Review,
}

impl ExportKind {
    /// All kinds, with their names on the command line.
    pub const ALL: [(&'static str, Self); 8] = [
        ("text", Self::Text),
        ("line", Self::Line),
        ("csv", Self::Csv),
        ("ics", Self::Ics),
        ("atom", Self::Atom),
        ("qr", Self::Qr),
        ("review", Self::Review),
        ("card", Self::Card),
    ];
}

/// The posts to export, and how.
pub struct ExportRequest<'a> {
    /// The site.
    pub corpus: &'a Corpus,
    /// The clauses with their posts.
    pub clauses: &'a [ClausePosts<'a>],
    /// The kinds of files to write.
    pub kinds: &'a [ExportKind],
    /// The moment of the export. Posts with a later `publish_at` are left out of feeds.
    pub now: Timestamp,
    /// The notes for the review sheet.
    pub remarks: &'a ReviewNotes,
}

/// Findings of the faithfulness checks for a reviewer, by document, position and channel.
pub type ReviewNotes = BTreeMap<(String, String, &'static str), Vec<Bilingual>>;

/// Files by path, with `/` between its parts. Each path contains the permanent id of its clause, so that no two posts share one.
pub type ExportFiles = BTreeMap<String, Vec<u8>>;

/// Writes the files of an export.
#[must_use]
pub fn export_files(request: &ExportRequest<'_>) -> ExportFiles {
    let mut files = ExportFiles::new();
    for kind in request.kinds {
        match kind {
            ExportKind::Text => text::write(request, &mut files),
            ExportKind::Line => line::write(request, &mut files),
            ExportKind::Csv => csv::write(request, &mut files),
            ExportKind::Ics => ics::write(request, &mut files),
            ExportKind::Atom => atom::write(request, &mut files),
            ExportKind::Qr => qr::write(request, &mut files),
            ExportKind::Card => {}
            ExportKind::Review => review::write(request, &mut files),
        }
    }
    files
}

/// The name of a clause's files: document, position and permanent id. It is ASCII, so that every file system takes it.
fn stem(clause: &ClausePosts<'_>) -> String {
    let Clause { position, .. } = clause.subject.clause;
    format!("{}_{position}_{}", clause.subject.document.id.0.replace('/', "-"), clause.id())
}

/// The approval of a post, if it still holds.
fn approval<'a>(clause: &ClausePosts<'a>, post: &Post) -> Option<&'a crate::source::Approval> {
    match approval_state(&clause.subject, post) {
        ApprovalState::Approved(approval) => Some(approval),
        ApprovalState::Open | ApprovalState::ClauseChanged(_) | ApprovalState::PostChanged(_) => None,
    }
}

#[cfg(test)]
mod tests;
