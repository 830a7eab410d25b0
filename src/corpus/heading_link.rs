//! Links to headings as other programs make them, of the words of the heading: `#第1章-総則`.

use super::DocumentSet;
use crate::japanese::folded;
use crate::policy::{Block, Clause, DocumentId, Fragment, plain_text};

/// Sections that are compared with a dead link, so that thousands of dead links in a document of thousands of sections cost no more
/// than their number.
const COMPARED: usize = 500;

/// The fragment of the section whose heading a fragment spells, with the heading: `s1（第1章　総則）`.
pub(super) fn section_like(documents: &DocumentSet, id: &DocumentId, fragment: &Fragment) -> Option<String> {
    let wanted = letters(fragment.as_str());
    let document = documents.document(id).filter(|_| !wanted.is_empty())?;
    let mut left = COMPARED;
    let section = section(&document.body.blocks, &wanted, &mut left)?;
    Some(format!("{}（{}）", section.position, heading(section)))
}

fn section<'a>(blocks: &'a [Block], wanted: &str, left: &mut usize) -> Option<&'a Clause> {
    for block in blocks {
        let Block::Clause(clause) = block else { continue };
        if !block.is_section() {
            continue;
        }
        *left = left.checked_sub(1)?;
        if letters(&heading(clause)) == wanted {
            return Some(clause);
        }
        if let Some(found) = section(&clause.children, wanted, left) {
            return Some(found);
        }
    }
    None
}

/// A heading with its number, as typed.
fn heading(section: &Clause) -> String {
    let label = section.label.as_ref();
    let printed = label.map_or(String::new(), |label| format!("{}{}", label.printed, label.separator));
    format!("{printed}{}", plain_text(section.text()))
}

/// The letters and digits of a text, in one width and case. Programs differ in what they make of all other characters.
fn letters(text: &str) -> String {
    folded(text).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
