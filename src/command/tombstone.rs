//! The words for clauses that are gone.

use crate::diagnostic::Lang;
use crate::policy::TombstoneState;

/// The fate of a clause that is gone, in a word.
pub(super) fn tombstone_words(state: TombstoneState, lang: Lang) -> &'static str {
    let (ja, en) = match state {
        TombstoneState::Moved => ("別の文書へ移動", "moved to another document"),
        TombstoneState::Merged => ("統合", "merged"),
        TombstoneState::Split => ("分割", "split"),
        TombstoneState::Withdrawn => ("削除", "withdrawn"),
        TombstoneState::Reserved => ("欠番", "number kept free"),
    };
    if lang == Lang::Ja { ja } else { en }
}

/// `分割 → b2w5j, wqt5p`
pub(super) fn tombstone_and_successors<'a>(
    state: TombstoneState,
    successors: impl Iterator<Item = &'a str>,
    lang: Lang,
) -> String {
    let words = tombstone_words(state, lang);
    let successors: Vec<&str> = successors.collect();
    if successors.is_empty() { words.to_owned() } else { format!("{words} → {}", successors.join(", ")) }
}
