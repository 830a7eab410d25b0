//! The finding that asks what became of a clause. It shows both texts and a command for each answer.

use std::fmt::Write as _;
use std::sync::Arc;

use super::answers::{ProposedAnswer, answers};
use super::clauses::AddressedClause;
use super::lock::AddressRecord;
use super::matching::{MOST_CANDIDATES, Question, QuestionCause};
use crate::diagnostic::{Diagnostic, SourceFile, Span, catalogue};
use crate::policy::DocumentId;

/// The longest text shown, in characters.
const SHOWN: usize = 160;

/// A document that was compared with its record.
pub(super) struct ComparedDocument<'a> {
    pub(super) id: &'a DocumentId,
    pub(super) source: &'a Arc<SourceFile>,
    pub(super) record: &'a AddressRecord,
    pub(super) clauses: &'a [AddressedClause],
}

/// The finding for a question, at its likeliest candidate.
pub(super) fn ask(document: &ComparedDocument<'_>, question: &Question) -> Option<Diagnostic> {
    let entry = document.record.entries.get(&question.id)?;
    let best = &document.clauses[question.candidates.first()?.clause];
    let mut texts = format!("  － {}：{}", entry.name, shown(&entry.text));
    // The texts of equal clauses would only repeat this one.
    if !matches!(question.cause, QuestionCause::Fewer(_) | QuestionCause::More(_)) {
        for rival in question.rivals.iter().filter_map(|id| document.record.entries.get(id)).take(MOST_CANDIDATES) {
            let _ = write!(texts, "\n  － {}：{}", rival.name, shown(&rival.text));
        }
    }
    for candidate in &question.candidates {
        let clause = &document.clauses[candidate.clause];
        let _ = write!(texts, "\n  ＋ {}：{}", clause.name, shown(&clause.text));
    }
    let (mut ja, mut en) = (String::new(), String::new());
    for ProposedAnswer { says, command } in answers(document.id, document.clauses, question) {
        let _ = writeln!(ja, "  {}：{command} --write", says.ja);
        let _ = writeln!(en, "  {}: {command} --write", says.en);
    }
    let clause = format!("「{}」（{}）", entry.name, question.id);
    let finding = match &question.cause {
        QuestionCause::Fewer(_) | QuestionCause::More(_) => {
            let before = question.rivals.len() + 1;
            let now = match &question.cause {
                QuestionCause::Fewer(gone) => before - gone.len(),
                QuestionCause::More(new) => before + new.len(),
                _ => before,
            };
            catalogue::address_number_unclear(before, now, &texts, ja.trim_end(), en.trim_end())
        }
        _ => catalogue::address_unclear(&clause, &texts, ja.trim_end(), en.trim_end()),
    };
    Some(finding.at(Span::new(document.source, best.range.clone())))
}

/// A text on one line. A long one is cut and ends with a mark.
pub(super) fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
