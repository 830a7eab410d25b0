//! What was made of each document the last time, and from what: it is made again only when something of that is other.
//!
//! Incremental work is exact as long as one rule is kept: the key holds *everything* the value is made from. A run that remembers
//! nothing calls the same functions with an empty memory, so that there is no second way to any result.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;

/// A value that is shared; equal only to itself, which is told without looking into it.
pub struct Same<T: ?Sized>(pub Arc<T>);

impl<T: ?Sized> Same<T> {
    /// The shared value, held on to, so that no other can take its place in memory.
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

/// Bytes that are compared, unless they are the same ones.
#[derive(Debug, Clone)]
pub struct Content(pub Arc<[u8]>);

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

/// The values of the last run by name, each with what it was made from.
#[derive(Debug)]
pub struct Recall<K, V> {
    /// In the order in which they were asked for.
    kept: Vec<(String, K, V)>,
    made: usize,
}

impl<K, V> Default for Recall<K, V> {
    fn default() -> Self {
        Self { kept: Vec::new(), made: 0 }
    }
}

/// What a value is wanted for: its name, all it is made from, and what is handed to its maker.
pub type Wanted<'a, K, I> = (&'a str, K, I);

impl<K: PartialEq + Clone + Send + Sync, V: Clone + Send + Sync> Recall<K, V> {
    /// The values of all names, in order: that of the last time where the key is the same, else a new one, made on any core.
    /// What is not asked for is forgotten.
    pub fn each<'a, I: Send>(
        &mut self,
        wanted: Vec<Wanted<'a, K, I>>,
        make: impl Fn(&'a str, I) -> V + Sync,
    ) -> Vec<V> {
        let mut before = Before::new(std::mem::take(&mut self.kept));
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

    /// How many values the last run had to make.
    #[must_use]
    pub fn made(&self) -> usize {
        self.made
    }
}

/// The values of the last run while those of the next are looked for, mostly in the same order.
struct Before<K, V> {
    kept: Vec<Option<(String, K, V)>>,
    /// Where the next one is when the order is the same.
    next: usize,
    /// Where each one is; needed only where the order is not the same.
    places: Option<BTreeMap<String, usize>>,
}

impl<K, V> Before<K, V> {
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

/// One value of the last run, with what it was made from.
#[derive(Debug)]
pub struct RecallOne<K, V>(Option<(K, V)>);

impl<K, V> Default for RecallOne<K, V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, V: Clone> RecallOne<K, V> {
    /// The value of the last time when the key is the same, else a new one.
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

/// The shared value of the last time while it is equal, so that what was made from it stands.
#[derive(Debug)]
pub struct Steady<T>(Option<Arc<T>>);

impl<T> Default for Steady<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: PartialEq> Steady<T> {
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
    fn only_what_has_another_key_is_made_again() {
        let mut recall = Recall::default();
        let mut run = |wanted: &[(&str, u32)]| {
            let wanted = wanted.iter().map(|(name, key)| (*name, *key, *key)).collect();
            let values: Vec<String> = recall.each(wanted, |name, key| format!("{name}{key}"));
            (values.join(" "), recall.made())
        };
        for (wanted, expected, why) in [
            (&[("a", 1), ("b", 1)][..], ("a1 b1".to_owned(), 2), "nothing is known"),
            (&[("a", 1), ("b", 1)], ("a1 b1".to_owned(), 0), "all is known"),
            (&[("b", 1), ("a", 1)], ("b1 a1".to_owned(), 0), "in another order"),
            (&[("a", 1), ("c", 1), ("b", 1)], ("a1 c1 b1".to_owned(), 1), "one has come between them"),
            (&[("a", 1), ("b", 1)], ("a1 b1".to_owned(), 0), "and has gone again"),
            (&[("a", 1), ("b", 2)], ("a1 b2".to_owned(), 1), "one is other"),
            (&[("b", 2)], ("b2".to_owned(), 0), "one is gone"),
            (&[("a", 1), ("b", 2)], ("a1 b2".to_owned(), 1), "what has gone is forgotten"),
        ] {
            assert_eq!(run(wanted), expected, "{why}");
        }
    }

    #[test]
    fn an_equal_value_stays_the_same_one() {
        let mut steady = Steady::default();
        let first = Same(steady.share(vec![1]));
        assert_eq!(first, Same(steady.share(vec![1])));
        assert_ne!(first, Same(steady.share(vec![2])));
        assert_ne!(first, Same(steady.share(vec![1])), "only the last one is known");
    }
}
