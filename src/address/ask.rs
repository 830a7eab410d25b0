//! The finding that asks what became of a clause: both texts side by side, and the command for each answer.

use std::fmt::Write as _;

use super::changes::{Choice, choices};
use super::document::Prepared;
use super::matching::Question;
use crate::diagnostic::{Diagnostic, Span, catalogue};

/// Texts are shown up to this many characters.
const SHOWN: usize = 160;

/// The finding for a question, at its likeliest candidate.
pub(super) fn ask(draft: &Prepared, question: &Question) -> Option<Diagnostic> {
    let entry = draft.lock.entries.get(&question.id)?;
    let best = &draft.units[question.candidates.first()?.unit];
    let mut texts = format!("  － {}：{}", entry.name, shown(&entry.text));
    for candidate in &question.candidates {
        let unit = &draft.units[candidate.unit];
        let _ = write!(texts, "\n  ＋ {}：{}", unit.name, shown(&unit.text));
    }
    let (mut ja, mut en) = (String::new(), String::new());
    for Choice { says, command } in choices(&draft.id, &draft.units, question) {
        let _ = writeln!(ja, "  {}：{command} --write", says.ja);
        let _ = writeln!(en, "  {}: {command} --write", says.en);
    }
    let clause = format!("「{}」（{}）", entry.name, question.id);
    let finding = catalogue::address_unclear(&clause, &texts, ja.trim_end(), en.trim_end());
    Some(finding.at(Span::new(&draft.source, best.range.clone())))
}

/// A text on one line, cut with a mark when it is long.
pub(super) fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
