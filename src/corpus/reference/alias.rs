//! Short names that a document defines: （以下「実行計画」という。）

use std::collections::BTreeMap;

use std::ops::Range;

use super::quote::Quote;
use crate::corpus::Referent;
use crate::policy::Name;

/// More short names than any document defines. Further ones are only found in brackets.
const MAX_BARE: usize = 64;

/// The short names defined so far. A short name for something that is no document (業務改革（以下「BPR」という。）) has no
/// target, so that it never means a document.
#[derive(Default)]
pub(super) struct Aliases {
    targets: BTreeMap<String, Option<Referent>>,
    /// As printed, only those of documents.
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
    /// A name is found where a word can start and end: 実行計画 after and before a particle or a sign, not in 前期実行計画 or
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

/// If a quotation defines a short name (`以下「…」という`): the byte at which the bracket around it opens.
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
