//! Posts as files to be pasted, imported, printed or reviewed. Nothing is sent anywhere.

mod atom;
mod card;
mod csv;
mod ics;
mod line;
mod qr;
mod review;
mod text;

use std::collections::BTreeMap;

pub use card::cards;

use super::approval::{Standing, standing};
use super::draft::Draft;
use super::post::Post;
use crate::corpus::Corpus;
use crate::diagnostic::Bilingual;
use crate::policy::Clause;

use jiff::Timestamp;

/// A kind of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A text file a post and channel, nothing in it but the post.
    Text,
    /// Bodies for LINE's Messaging API.
    Line,
    /// A table of all posts, one of what could not be made, and those of named tools.
    Csv,
    /// A calendar of planned posts.
    Ics,
    /// A feed of approved posts.
    Atom,
    /// QR codes of the short addresses and of the city's LINE account.
    Qr,
    /// Card images; [`super::cards`] draws them.
    Card,
    /// A sheet to be signed, for print and as a table.
    Review,
}

impl Kind {
    /// All of them, with the names they have on the command line.
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

/// What is exported.
pub struct Order<'a> {
    /// The site.
    pub corpus: &'a Corpus,
    /// The posts.
    pub drafts: &'a [Draft<'a>],
    /// Which kinds of files.
    pub kinds: &'a [Kind],
    /// The moment of the export: what is to be published later is in no feed.
    pub now: Timestamp,
    /// Notes of the faithfulness checks and the like, by document, position and channel, for the review sheet.
    pub remarks: &'a Remarks,
}

/// What a reviewer should know of a post, by document, position and channel.
pub type Remarks = std::collections::BTreeMap<(String, String, &'static str), Vec<Bilingual>>;

/// Files by path, `/` between its parts. No two posts want one name: those of a clause have its permanent id in them.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The files of an order.
#[must_use]
pub fn files(order: &Order<'_>) -> Files {
    let mut files = Files::new();
    for kind in order.kinds {
        match kind {
            Kind::Text => text::write(order, &mut files),
            Kind::Line => line::write(order, &mut files),
            Kind::Csv => csv::write(order, &mut files),
            Kind::Ics => ics::write(order, &mut files),
            Kind::Atom => atom::write(order, &mut files),
            Kind::Qr => qr::write(order, &mut files),
            Kind::Card => {}
            Kind::Review => review::write(order, &mut files),
        }
    }
    files
}

/// The name of a clause's files, ASCII and safe everywhere: document, position and permanent id.
fn stem(draft: &Draft<'_>) -> String {
    let Clause { position, .. } = draft.subject.clause;
    format!("{}_{position}_{}", draft.subject.document.id.0.replace('/', "-"), draft.subject.clause.address().id)
}

/// Whether a post is approved as it stands.
fn approval<'a>(draft: &Draft<'a>, post: &Post) -> Option<&'a crate::source::Approval> {
    match standing(&draft.subject, post) {
        Standing::Approved(approval) => Some(approval),
        Standing::Open | Standing::ClauseChanged(_) | Standing::PostChanged(_) => None,
    }
}

#[cfg(test)]
mod tests;
