//! The start of a clause's text, where a clause is only mentioned.

use crate::policy::{Clause, Content, plain_text};

/// The length of an excerpt in characters.
const EXCERPT: usize = 60;

/// The start of a clause's text, with … where it goes on.
pub(crate) fn excerpt(clause: &Clause) -> String {
    let text = match &clause.content {
        Content::Text(text) => plain_text(text),
        Content::Cells(_) => clause.row_texts().into_iter().map(plain_text).collect::<Vec<_>>().join(" / "),
    };
    match text.char_indices().nth(EXCERPT) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
