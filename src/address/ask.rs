//! The finding that asks what became of a clause: both texts side by side, and the command for each answer.

use std::fmt::Write as _;

use super::document::Draft;
use super::lock::Lock;
use super::matching::Question;
use crate::diagnostic::{Diagnostic, Span, catalogue};
use crate::policy::DocumentId;

/// Texts are shown up to this many characters.
const SHOWN: usize = 160;

/// Both languages of what is being put together.
#[derive(Default)]
struct Lines {
    ja: String,
    en: String,
}

impl Lines {
    fn add(&mut self, ja: &str, en: &str, command: &str) {
        let _ = writeln!(self.ja, "  {ja}：{command}");
        let _ = writeln!(self.en, "  {en}: {command}");
    }
}

/// The finding for a question, at its likeliest candidate.
pub(super) fn ask(draft: &Draft<'_>, lock: &Lock, question: &Question) -> Option<Diagnostic> {
    let entry = lock.entries.get(&question.id)?;
    let best = &draft.units[question.candidates.first()?.unit];
    let mut texts = format!("  － {}：{}", entry.name, shown(&entry.text));
    for candidate in &question.candidates {
        let unit = &draft.units[candidate.unit];
        let _ = write!(texts, "\n  ＋ {}：{}", unit.name, shown(&unit.text));
    }
    let lines = commands(draft.id, draft, question);
    let clause = format!("「{}」（{}）", entry.name, question.id);
    let finding = catalogue::address_unclear(&clause, &texts, lines.ja.trim_end(), lines.en.trim_end());
    Some(finding.at(Span::new(draft.source, best.range.clone())))
}

fn commands(document: &DocumentId, draft: &Draft<'_>, question: &Question) -> Lines {
    let id = &question.id;
    let mut lines = Lines::default();
    let mut places = Vec::new();
    for candidate in &question.candidates {
        let unit = &draft.units[candidate.unit];
        let place = format!("{}#{}", document.0, unit.position);
        lines.add(
            &format!("「{}」に当たる", unit.name),
            &format!("it is {}", unit.name),
            &format!("hoshin anchor same {id} {place}"),
        );
        places.push(place);
    }
    if places.len() > 1 {
        let command = format!("hoshin anchor split {id} {}", places.join(" "));
        lines.add("これらに分かれた", "it was split into these", &command);
    }
    if !question.rivals.is_empty() {
        let command = format!("hoshin anchor merge {id} {} {}", question.rivals.join(" "), places[0]);
        lines.add("ほかの条項と一つになった", "it was merged with others", &command);
    }
    lines.add("なくなった", "it was taken out", &format!("hoshin anchor retire {id}"));
    lines
}

/// A text on one line, cut with a mark when it is long.
pub(super) fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
