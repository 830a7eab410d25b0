//! New permanent ids: short, typeable, and the same wherever the same clause is first recorded.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::id;
use super::ledger::Ledger;

/// Consonants without `l` (looks like 1) and `y` (a vowel to many): no id spells a word.
const LETTERS: &[u8] = b"bcdfghjkmnpqrstvwxz";
/// The letters, and digits without 0 and 1 (look like o and l).
const SIGNS: &[u8] = b"bcdfghjkmnpqrstvwxz23456789";
/// Signs after the letter: 19 · 27⁴ ≈ 10 million ids.
const SIGNS_AFTER: usize = 4;

/// Ids that are taken in the site: live ones, those of tombstones, and the authors'.
#[derive(Debug, Default)]
pub(super) struct Taken {
    recorded: Arc<Ledger>,
    own: BTreeSet<Box<str>>,
    /// What minting has asked for since the log was last taken away, and whether it was taken.
    asked: Vec<Asked>,
}

/// An id, and whether it was taken.
pub(super) type Asked = (Box<str>, bool);

/// What an id is made from.
pub(super) struct Seed<'a> {
    /// The document's name.
    pub(super) document: &'a str,
    /// The clause's text, normalised.
    pub(super) text: &'a str,
    /// The permanent id of the clause above it, or nothing: tells identical clauses apart.
    pub(super) parent: &'a str,
}

impl Taken {
    pub(super) fn add(&mut self, id: &str) {
        self.own.insert(id.into());
    }

    /// All ids of a site's records.
    pub(super) fn of(recorded: Arc<Ledger>) -> Self {
        Self { recorded, ..Self::default() }
    }

    /// What minting has asked for since the last time.
    pub(super) fn take_asked(&mut self) -> Vec<Asked> {
        std::mem::take(&mut self.asked)
    }

    /// Takes what minting took when it asked for these ids, if it would be answered the same again.
    pub(super) fn take_again(&mut self, asked: &[Asked]) -> bool {
        let mut taken = Vec::new();
        for (id, was_taken) in asked {
            if self.contains(id) != *was_taken {
                for id in taken {
                    self.own.remove(id);
                }
                return false;
            }
            if !was_taken {
                self.add(id);
                taken.push(id);
            }
        }
        true
    }

    pub(super) fn contains(&self, id: &str) -> bool {
        self.own.contains(id) || self.recorded.has(id)
    }

    /// An id nobody has, and takes it. The same clause gets the same id on every machine and branch, unless that is taken.
    pub(super) fn mint(&mut self, seed: &Seed<'_>) -> Box<str> {
        let mut attempt = 0_u32;
        loop {
            let id = candidate(seed, attempt);
            if !id::is_reserved(&id) {
                let is_taken = self.contains(&id);
                self.asked.push((id.as_str().into(), is_taken));
                if !is_taken {
                    self.add(&id);
                    return id.into();
                }
            }
            attempt += 1;
        }
    }
}

fn candidate(seed: &Seed<'_>, attempt: u32) -> String {
    let mut hash = blake3::Hasher::new();
    hash.update(seed.document.as_bytes()).update(b"\0").update(seed.text.as_bytes());
    if attempt > 0 {
        hash.update(b"\0").update(seed.parent.as_bytes()).update(&attempt.to_le_bytes());
    }
    let hash = hash.finalize();
    let mut number = hash.as_bytes().iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let mut take = |signs: &[u8]| {
        let count = signs.len() as u64;
        let sign = usize::try_from(number % count).unwrap_or_default();
        number /= count;
        char::from(signs[sign])
    };
    // More attempts than ids there are would never end: ids grow instead.
    let more = usize::try_from(attempt / 1_000).unwrap_or(usize::MAX).min(8);
    let mut id = String::from(take(LETTERS));
    for _ in 0..SIGNS_AFTER + more {
        id.push(take(SIGNS));
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seed<'a>(text: &'a str, parent: &'a str) -> Seed<'a> {
        Seed { document: "r8/a", text, parent }
    }

    #[test]
    fn ids_are_the_same_everywhere_and_unique() {
        let mut taken = Taken::default();
        let first = taken.mint(&seed("本文", ""));
        let second = taken.mint(&seed("本文", ""));
        let third = taken.mint(&seed("本文", "k7f3q"));
        assert_eq!([&*first, &*second, &*third], ["k3m4p", "sxq87", "p4fnp"]);
        assert_eq!(Taken::default().mint(&seed("本文", "elsewhere")), first, "the parent matters for copies only");
    }

    #[test]
    fn ids_have_a_form_that_needs_no_escape_and_spells_nothing() {
        let mut taken = Taken::default();
        for number in 0..20_000 {
            let id = taken.mint(&seed(&number.to_string(), ""));
            assert!(id::is_well_formed(&id) && !id::is_reserved(&id) && id.len() == 5, "{id}");
            assert!(!id.contains(['a', 'e', 'i', 'o', 'u', 'y', 'l', '0', '1']), "{id}");
        }
    }
}
