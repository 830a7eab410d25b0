//! New permanent ids: short, typeable, and the same wherever the same clause is first recorded.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::id;
use super::recorded_ids::RecordedIds;
use crate::policy::ClauseId;

/// Consonants without `l` (looks like 1) and `y` (often a vowel), so that no id spells a word.
const LETTERS: &[u8] = b"bcdfghjkmnpqrstvwxz";
/// The letters, and digits without 0 and 1 (look like o and l).
const SIGNS: &[u8] = b"bcdfghjkmnpqrstvwxz23456789";
/// Signs after the letter: 19 · 27⁴ ≈ 10 million ids.
const SIGNS_AFTER: usize = 4;

/// All ids that are taken in the site: those of records and those given by authors.
#[derive(Debug, Default)]
pub(super) struct TakenIds {
    recorded: Arc<RecordedIds>,
    own: BTreeSet<ClauseId>,
    /// The ids looked up since the last [`take_asked`](Self::take_asked).
    asked: Vec<AskedId>,
    /// The next attempt for each seed. The ids of all earlier attempts are taken.
    attempts: BTreeMap<[u8; blake3::OUT_LEN], u32>,
}

/// An id that was looked up, and whether it was taken.
pub(super) type AskedId = (ClauseId, bool);

/// The values from which an id is made.
pub(super) struct Seed<'a> {
    /// The document's name.
    pub(super) document: &'a str,
    /// The clause's text, normalised.
    pub(super) text: &'a str,
    /// The permanent id of the clause above it, or empty. It distinguishes identical clauses.
    pub(super) parent: Option<&'a ClauseId>,
}

impl TakenIds {
    pub(super) fn add(&mut self, id: &ClauseId) {
        self.own.insert(id.clone());
    }

    /// The ids of all records of a site.
    pub(super) fn of(recorded: Arc<RecordedIds>) -> Self {
        Self { recorded, ..Self::default() }
    }

    /// The ids looked up since the last call. The attempts are forgotten with them, so that the result holds everything on which
    /// the minted ids depend.
    pub(super) fn take_asked(&mut self) -> Vec<AskedId> {
        self.attempts.clear();
        std::mem::take(&mut self.asked)
    }

    /// Takes the ids that minting took after these lookups, if each lookup would have the same result now.
    pub(super) fn take_again(&mut self, asked: &[AskedId]) -> bool {
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

    pub(super) fn contains(&self, id: &ClauseId) -> bool {
        self.own.contains(id) || self.recorded.has(id)
    }

    /// Takes a new id. The same clause gets the same id on every machine and branch, unless that is taken.
    ///
    /// Each attempt is made once: of thousands of equal clauses, each continues after the last attempt of the one before.
    pub(super) fn mint(&mut self, seed: &Seed<'_>) -> ClauseId {
        let (key, mut attempt) = match self.attempt(candidate(seed, 0)) {
            Ok(id) => return id,
            Err(Unavailable) => {
                let key = seed.key();
                (key, self.attempts.get(&key).copied().unwrap_or(1))
            }
        };
        loop {
            let made = self.attempt(candidate(seed, attempt));
            attempt += 1;
            if let Ok(id) = made {
                self.attempts.insert(key, attempt);
                return id;
            }
        }
    }

    /// Takes an id, unless it is taken or reserved.
    fn attempt(&mut self, id: ClauseId) -> Result<ClauseId, Unavailable> {
        if id::is_reserved(&id) {
            return Err(Unavailable);
        }
        let is_taken = self.contains(&id);
        self.asked.push((id.clone(), is_taken));
        if is_taken {
            return Err(Unavailable);
        }
        self.add(&id);
        Ok(id)
    }
}

/// An id is taken or reserved.
struct Unavailable;

impl Seed<'_> {
    /// A digest of everything on which the attempts after the first depend.
    fn key(&self) -> [u8; blake3::OUT_LEN] {
        self.hasher().update(b"\0").update(self.parent()).finalize().into()
    }

    fn parent(&self) -> &[u8] {
        self.parent.map_or(&[], |parent| parent.as_str().as_bytes())
    }

    fn hasher(&self) -> blake3::Hasher {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.document.as_bytes()).update(b"\0").update(self.text.as_bytes());
        hasher
    }
}

/// Whether an id is the first choice for a clause of this document with this normalised text.
pub(super) fn is_first_choice(id: &ClauseId, document: &str, text: &str) -> bool {
    candidate(&Seed { document, text, parent: None }, 0) == *id
}

fn candidate(seed: &Seed<'_>, attempt: u32) -> ClauseId {
    let mut hash = seed.hasher();
    if attempt > 0 {
        hash.update(b"\0").update(seed.parent()).update(&attempt.to_le_bytes());
    }
    let hash = hash.finalize();
    let mut number = hash.as_bytes().iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let mut take = |signs: &[u8]| {
        let count = signs.len() as u64;
        let sign = usize::try_from(number % count).unwrap_or_default();
        number /= count;
        char::from(signs[sign])
    };
    // Ids grow with the attempts, so that minting ends even if all short ids are taken.
    let more = usize::try_from(attempt / 1_000).unwrap_or(usize::MAX).min(8);
    let mut id = String::from(take(LETTERS));
    for _ in 0..SIGNS_AFTER + more {
        id.push(take(SIGNS));
    }
    ClauseId::new(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seed<'a>(text: &'a str, parent: Option<&'a ClauseId>) -> Seed<'a> {
        Seed { document: "r8/a", text, parent }
    }

    #[test]
    fn ids_are_the_same_everywhere_and_unique() {
        let mut taken = TakenIds::default();
        let first = taken.mint(&seed("本文", None));
        let second = taken.mint(&seed("本文", None));
        let third = taken.mint(&seed("本文", Some(&"k7f3q".into())));
        assert_eq!([first.as_str(), second.as_str(), third.as_str()], ["k3m4p", "sxq87", "p4fnp"]);
        assert_eq!(
            TakenIds::default().mint(&seed("本文", Some(&"elsewhere".into()))),
            first,
            "the parent matters for copies only"
        );
    }

    /// Ids are in records, in print and in QR codes, so an optimisation must not change them.
    #[test]
    fn equal_clauses_get_the_ids_of_successive_attempts() {
        let (mut taken, mut others) = (TakenIds::default(), BTreeSet::new());
        let known = ClauseId::new("k7f3q");
        for number in 0..300 {
            let parent = (number % 3 != 0).then_some(&known);
            let minted = taken.mint(&seed("本文", parent));
            let first = (0..).map(|attempt| candidate(&seed("本文", parent), attempt));
            let expected = first.into_iter().find(|id| !id::is_reserved(id) && !others.contains(id)).unwrap();
            assert_eq!(minted, expected);
            others.insert(expected);
        }
    }

    #[test]
    fn the_number_of_lookups_is_linear_in_the_number_of_equal_clauses() {
        let asked = |clauses: usize| {
            let mut taken = TakenIds::default();
            (0..clauses).for_each(|_| drop(taken.mint(&seed("同じ文である。", Some(&"k7f3q".into())))));
            taken.take_asked().len()
        };
        assert!(asked(500) < 2 * 500 + 20 && asked(2_000) < 2 * 2_000 + 20, "{} {}", asked(500), asked(2_000));
    }

    #[test]
    fn minted_ids_can_be_taken_again_from_their_lookups() {
        let mut taken = TakenIds::default();
        let ids: Vec<_> = (0..50).map(|_| taken.mint(&seed("本文", None))).collect();
        let asked = taken.take_asked();
        let mut again = TakenIds::default();
        assert!(again.take_again(&asked));
        assert!(ids.iter().all(|id| again.contains(id)));
        // If one of the ids is taken, the lookups have other results.
        let mut other = TakenIds::default();
        other.add(&ids[30]);
        assert!(!other.take_again(&asked) && !other.contains(&ids[0]));
    }

    #[test]
    fn ids_need_no_escapes_and_spell_no_words() {
        let mut taken = TakenIds::default();
        for number in 0..20_000 {
            let id = taken.mint(&seed(&number.to_string(), None));
            assert!(id.is_well_formed() && !id::is_reserved(&id) && id.as_str().len() == 5, "{id}");
            assert!(!id.as_str().contains(['a', 'e', 'i', 'o', 'u', 'y', 'l', '0', '1']), "{id}");
        }
    }
}
