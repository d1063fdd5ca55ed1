//! Recent: what was made lately, kept for as long as it is asked for.
//!
//! In: values by their keys. Out: the same values. There are two halves: what is asked for moves to the young one, and
//! when that is full it becomes the old one and what the old one still held is forgotten. So a batch of letters keeps
//! what they share, and its memory does not grow with them. What is kept says nothing of what comes out: the same text
//! gives the same value, kept or not.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};

/// Values by their keys, at most twice as many as a half may have.
pub(super) struct Recent<K, V> {
    halves: RwLock<Halves<K, V>>,
    half_max: usize,
}

struct Halves<K, V> {
    young: HashMap<K, V>,
    old: HashMap<K, V>,
}

impl<K: Eq + Hash, V> Recent<K, V> {
    /// Begins empty.
    pub(super) fn new(half_max: usize) -> Self {
        let halves = Halves { young: HashMap::new(), old: HashMap::new() };
        Self { halves: RwLock::new(halves), half_max }
    }

    /// Returns what `pick` takes of the value of a key.
    pub(super) fn find<Q, T>(&self, key: &Q, pick: impl Fn(&V) -> Option<T>) -> Option<T>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned: Into<K>> + ?Sized,
    {
        let halves = self.halves.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = halves.young.get(key) {
            return pick(value);
        }
        let found = halves.old.get(key).and_then(pick)?;
        drop(halves);
        let mut halves = self.halves.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = halves.old.remove(key) {
            self.keep(&mut halves, key.to_owned().into(), value);
        }
        Some(found)
    }

    /// Changes the value of a key, or a new one.
    pub(super) fn change(&self, key: K, change: impl FnOnce(&mut V))
    where
        V: Default,
    {
        let mut halves = self.halves.write().unwrap_or_else(PoisonError::into_inner);
        let known = halves.young.remove(&key).or_else(|| halves.old.remove(&key));
        let mut value = known.unwrap_or_default();
        change(&mut value);
        self.keep(&mut halves, key, value);
    }

    fn keep(&self, halves: &mut Halves<K, V>, key: K, value: V) {
        if halves.young.len() >= self.half_max {
            halves.old = std::mem::take(&mut halves.young);
        }
        halves.young.insert(key, value);
    }
}
