//! The own text of a clause, with its printed number.

use super::addresses::{anchors, tools};
use super::inline::running;
use super::writer::TextWriter;
use crate::policy::{Clause, Label};

/// Writes the own text of a clause, with its address.
pub(crate) fn own_text(w: &mut TextWriter<'_>, clause: &Clause) {
    anchors(w, clause.address());
    label(w, clause.label.as_ref());
    running(w, &clause.position, 0, clause.text());
    tools(w, clause.address());
}

/// Writes a printed number. It is text, so that it is copied, found and read aloud; what separates it from the text stays too.
pub(crate) fn label(w: &mut TextWriter<'_>, label: Option<&Label>) {
    let Some(label) = label.filter(|label| !label.printed.is_empty()) else { return };
    w.markup("<span class=\"n\">");
    w.text(&label.printed);
    w.markup("</span>");
    w.text(&label.separator);
}
