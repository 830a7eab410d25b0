//! Memory of computed values. A value is computed again only if its key has changed.
//!
//! Incremental work is exact as long as each key holds *everything* on which its value depends. A run without memory calls the same
//! functions with an empty one, so that there is only one way to any result.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;

/// A shared value that is equal only to itself. The comparison does not look into it.
pub struct Same<T: ?Sized>(pub Arc<T>);

impl<T: ?Sized> Same<T> {
    /// Holds the shared value, so that no other can get its address in memory.
    pub fn of(shared: &Arc<T>) -> Self {
        Self(Arc::clone(shared))
    }
}

impl<T: ?Sized> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self::of(&self.0)
    }
}

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> fmt::Debug for Same<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Same({:p})", Arc::as_ptr(&self.0))
    }
}

/// Shared bytes. They are compared only if they are not the same allocation.
#[derive(Debug, Clone)]
pub struct SameBytes(pub Arc<[u8]>);

impl PartialEq for SameBytes {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

/// The values of the last run by name, each with its key.
#[derive(Debug)]
pub struct Recall<K, V> {
    /// Names, keys and values in the order of the last run.
    kept: Vec<(String, K, V)>,
    made: usize,
}

impl<K, V> Default for Recall<K, V> {
    fn default() -> Self {
        Self { kept: Vec::new(), made: 0 }
    }
}

/// A value to be recalled: its name, its key, and the input for computing it.
pub type RecallRequest<'a, K, I> = (&'a str, K, I);

impl<K: PartialEq + Clone + Send + Sync, V: Clone + Send + Sync> Recall<K, V> {
    /// The values of all names, in order. A value is that of the last run if its key is the same, else a new one, computed on any
    /// core. Values that are not requested are forgotten.
    pub fn each<'a, I: Send>(
        &mut self,
        wanted: Vec<RecallRequest<'a, K, I>>,
        make: impl Fn(&'a str, I) -> V + Sync,
    ) -> Vec<V> {
        let mut before = PreviousValues::new(std::mem::take(&mut self.kept));
        let known: Vec<_> = wanted
            .into_iter()
            .map(|(name, key, input)| match before.take(name) {
                Some((name, known, value)) if known == key => Ok((name, known, value)),
                _ => Err((name, key, input)),
            })
            .collect();
        self.made = known.iter().filter(|one| one.is_err()).count();
        let new = |one| match one {
            Ok(known) => known,
            Err((name, key, input)) => (str::to_owned(name), key, make(name, input)),
        };
        let all: Vec<(String, K, V)> = if self.made == 0 {
            known.into_iter().map(new).collect()
        } else {
            known.into_par_iter().map(new).collect()
        };
        let values = all.iter().map(|(_, _, value)| value.clone()).collect();
        self.kept = all;
        values
    }

    /// The number of values that the last run computed.
    #[must_use]
    pub fn made(&self) -> usize {
        self.made
    }
}

/// The values of the last run while those of the next one are looked up, mostly in the same order.
struct PreviousValues<K, V> {
    kept: Vec<Option<(String, K, V)>>,
    /// The next index if the order is the same.
    next: usize,
    /// The index of each name. It is made only if the order has changed.
    places: Option<BTreeMap<String, usize>>,
}

impl<K, V> PreviousValues<K, V> {
    fn new(kept: Vec<(String, K, V)>) -> Self {
        Self { kept: kept.into_iter().map(Some).collect(), next: 0, places: None }
    }

    fn take(&mut self, name: &str) -> Option<(String, K, V)> {
        let is_next = |kept: &Option<(String, K, V)>| kept.as_ref().is_some_and(|(known, _, _)| known == name);
        if !self.kept.get(self.next).is_some_and(is_next) {
            let kept = || self.kept.iter().enumerate();
            let place = |(at, kept): (usize, &Option<(String, K, V)>)| Some((kept.as_ref()?.0.clone(), at));
            let places = self.places.get_or_insert_with(|| kept().filter_map(place).collect());
            self.next = *places.get(name)?;
        }
        self.next += 1;
        self.kept[self.next - 1].take()
    }
}

/// One value of the last run, with its key.
#[derive(Debug)]
pub struct RecallOne<K, V>(Option<(K, V)>);

impl<K, V> Default for RecallOne<K, V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, V: Clone> RecallOne<K, V> {
    /// The value of the last run if the key is the same, else a new one.
    pub fn get(&mut self, key: K, make: impl FnOnce(&K) -> V) -> V {
        if let Some((known, value)) = &self.0
            && *known == key
        {
            return value.clone();
        }
        let value = make(&key);
        self.0 = Some((key, value.clone()));
        value
    }
}

/// Shares a value, and keeps sharing the same allocation while new values are equal. Keys of [`Same`] stay equal then.
#[derive(Debug)]
pub struct LatestShared<T>(Option<Arc<T>>);

impl<T> Default for LatestShared<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: PartialEq> LatestShared<T> {
    /// Shares a value.
    pub fn share(&mut self, value: T) -> Arc<T> {
        if let Some(known) = &self.0
            && **known == value
        {
            return Arc::clone(known);
        }
        let shared = Arc::new(value);
        self.0 = Some(Arc::clone(&shared));
        shared
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_values_with_a_changed_key_are_computed_again() {
        let mut recall = Recall::default();
        let mut run = |wanted: &[(&str, u32)]| {
            let wanted = wanted.iter().map(|(name, key)| (*name, *key, *key)).collect();
            let values: Vec<String> = recall.each(wanted, |name, key| format!("{name}{key}"));
            (values.join(" "), recall.made())
        };
        for (wanted, expected, why) in [
            (&[("a", 1), ("b", 1)][..], ("a1 b1".to_owned(), 2), "the memory is empty"),
            (&[("a", 1), ("b", 1)], ("a1 b1".to_owned(), 0), "nothing has changed"),
            (&[("b", 1), ("a", 1)], ("b1 a1".to_owned(), 0), "the order has changed"),
            (&[("a", 1), ("c", 1), ("b", 1)], ("a1 c1 b1".to_owned(), 1), "one was inserted"),
            (&[("a", 1), ("b", 1)], ("a1 b1".to_owned(), 0), "one is gone"),
            (&[("a", 1), ("b", 2)], ("a1 b2".to_owned(), 1), "one has changed"),
            (&[("b", 2)], ("b2".to_owned(), 0), "one is gone"),
            (&[("a", 1), ("b", 2)], ("a1 b2".to_owned(), 1), "values that are gone are forgotten"),
        ] {
            assert_eq!(run(wanted), expected, "{why}");
        }
    }

    #[test]
    fn an_equal_value_keeps_the_same_allocation() {
        let mut latest = LatestShared::default();
        let first = Same(latest.share(vec![1]));
        assert_eq!(first, Same(latest.share(vec![1])));
        assert_ne!(first, Same(latest.share(vec![2])));
        assert_ne!(first, Same(latest.share(vec![1])), "only the last one is known");
    }
}
