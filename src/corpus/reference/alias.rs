//! Short names a document gives: （以下「実行計画」という。）

use std::collections::BTreeMap;

use std::ops::Range;

use super::quote::Quote;
use crate::corpus::Referent;
use crate::policy::Name;

/// More short names than any document gives; further ones are only understood in brackets.
const MAX_BARE: usize = 64;

/// The short names given so far. One given to something that is no document (業務改革（以下「BPR」という。）) has no target:
/// then it is known to mean none.
#[derive(Default)]
pub(super) struct Aliases {
    targets: BTreeMap<String, Option<Referent>>,
    /// As printed, those that stand for a document.
    printed: Vec<(String, Referent)>,
}

impl Aliases {
    pub(super) fn give(&mut self, printed: &str, target: Option<Referent>) {
        if let Some(target) = &target
            && printed.chars().nth(1).is_some()
            && self.printed.len() < MAX_BARE
        {
            self.printed.push((printed.to_owned(), target.clone()));
        }
        self.targets.insert(Name::read(printed).base, target);
    }

    pub(super) fn get(&self, name: &Name) -> Option<&Option<Referent>> {
        if name.year.is_some() { None } else { self.targets.get(&name.base) }
    }

    /// Short names in running text, without brackets, in bytes of it.
    ///
    /// Only where a word can start and end: 実行計画 after a particle or a sign and before one, not in 前期実行計画 or
    /// 将来的な計画.
    pub(super) fn bare(&self, text: &str) -> Vec<(Range<usize>, Referent)> {
        let mut found = Vec::new();
        for (printed, target) in &self.printed {
            for (at, _) in text.match_indices(printed.as_str()) {
                let end = at + printed.len();
                let before = text[..at].chars().next_back();
                let after = text[end..].chars().next();
                if before.is_none_or(|c| "、。，．・（(「『　 はがをにのとでもやへ".contains(c))
                    && !after.is_some_and(is_word)
                {
                    found.push((at..end, target.clone()));
                }
            }
        }
        found
    }
}

/// Whether a quotation gives a short name: `以下「…」という`. Then the byte where the bracket opens it stands in.
pub(super) fn gives_name(text: &str, quote: &Quote) -> Option<usize> {
    let after = text[quote.whole.end..].trim_start();
    if !["という", "といい", "と称", "と略", "とする", "と呼"].iter().any(|word| after.starts_with(word))
    {
        return None;
    }
    let before = &text[..quote.whole.start];
    let bracket = before.rfind(['（', '('])?;
    before[bracket..].contains("以下").then_some(bracket)
}

fn is_word(c: char) -> bool {
    matches!(c, '一'..='鿿' | '々' | 'ァ'..='ヺ' | 'ー') || c.is_ascii_alphanumeric()
}
