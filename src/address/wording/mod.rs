//! Published clauses with other words: each is told, and a small change that may change the sense is a warning.

mod sense;
mod words;

use std::fmt::Write as _;
use std::sync::Arc;

use super::ask::shown;
use super::clauses::AddressedClause;
use super::lock::{AddressRecord, ClauseState, Confirmed, RecordEntry};
use super::matched::MatchedDocument;
use crate::diagnostic::{Bilingual, Diagnostic, Diagnostics, Severity, Span, catalogue};
use crate::japanese::squeezed;
use crate::policy::ClauseId;
use sense::SenseChange;

/// The findings about the clauses of a document whose words are not those of its record.
pub(super) fn changed(document: &MatchedDocument) -> Diagnostics {
    let record: &Arc<AddressRecord> = &document.record;
    let pairs = document.clauses.iter().zip(&document.matches.ids);
    let changed = pairs.filter_map(|(clause, id)| {
        let (id, entry) = record.entries.get_key_value(id.as_ref()?)?;
        // Nobody has seen a clause that was never released, nor what was only built.
        let released = entry.released()?;
        let is_answered = matches!(entry.state, ClauseState::Live { confirmed: Confirmed::Yes });
        let is_known = is_same(released, clause) || is_answered && is_same(entry, clause);
        (!is_known).then(|| finding(document, id, released, clause))
    });
    changed.collect()
}

/// Whether a clause has the words of an entry. Width and spaces do not matter.
fn is_same(entry: &RecordEntry, clause: &AddressedClause) -> bool {
    *entry.text == *clause.text || squeezed(&entry.text) == squeezed(&clause.text)
}

fn finding(document: &MatchedDocument, id: &ClauseId, entry: &RecordEntry, clause: &AddressedClause) -> Diagnostic {
    let mut texts = format!("  － {}：{}", entry.name, shown(&entry.text));
    let _ = write!(texts, "\n  ＋ {}：{}", clause.name, shown(&clause.text));
    let doubt = sense::small_change(&entry.text, &clause.text);
    let named = format!("「{}」（{id}）", entry.name);
    let finding = catalogue::address_reworded(&named, &texts, &doubt_words(doubt));
    let mut found = finding.at(Span::new(&document.source, clause.range.clone()));
    if doubt.is_some() {
        found.severity = Severity::Warning;
    }
    found
}

fn doubt_words(doubt: Option<SenseChange>) -> Bilingual {
    let (ja, en) = match doubt {
        None => ("", ""),
        Some(SenseChange::Number) => ("。わずかな違いですが、数が変わっています", ": a small change, but of a number"),
        Some(SenseChange::Negation) => {
            ("。わずかな違いですが、打ち消しの有無が変わっています", ": a small change, but of a negation")
        }
        Some(SenseChange::Opposite) => {
            ("。わずかな違いですが、反対の意味の語になっています", ": a small change, but to an opposite")
        }
        Some(SenseChange::Name) => {
            ("。わずかな違いですが、名前や物事が別のものになっています", ": a small change, but of a name or thing")
        }
    };
    Bilingual { ja: ja.to_owned(), en: en.to_owned() }
}
