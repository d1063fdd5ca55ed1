//! Pairing: which record of one answer is which of the other, among those that are only in one of them.
//!
//! In: what is left over of both ([`Leftovers`]). Out: a [`Difference`]. Two records of the same category and kind are one that
//! changed if they have
//!
//! - the same number, in a column that repeats none in either answer: the number of an order whatever else they say, another
//!   number where their moments do not differ; a short one, or one known by its form alone, only if half of the fields agree too;
//! - the same title and moment, or the same title and none; without a title the same moment to the minute, or to the day if half of
//!   the fields agree;
//! - nothing else of their kind in both answers, and the same title and half of the fields, or a category that says who the person
//!   is.
//!
//! Never if a number that both have tells them apart. A value that several things may have (a price, a score) pairs nothing, however
//! rare it is. Not here: what comes again in records of another kind (`again`).

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::again::Again;
use super::reading::{FIELDS_KEPT_MAX, Given, Key, Leftover, Leftovers, Mark, SHOWN_MAX, Shared, only};
use super::{Shown, Tallies};
use crate::finding::Place;
use crate::import::naming::Naming;
use crate::import::record::Precision;
use crate::import::totals::Sample;
use crate::law::category::Category;

/// Records with the same title and moment that are looked at for one.
const CANDIDATES_MAX: usize = 16;

/// What differs between two answers, record by record.
#[derive(Debug, Default)]
pub struct Difference {
    /// What became of the records of each category.
    pub(super) tallies: Tallies,
    pub(super) appeared: Vec<Shown>,
    pub(super) changed: Vec<Changed>,
    pub(super) vanished: Vec<Shown>,
    /// What of the vanished stands in the appeared.
    pub(super) again: Again,
    /// The amounts of the later answer.
    pub(super) amounts: BTreeMap<Category, Given>,
    /// Whether there were more records than are compared field by field.
    pub(super) is_limited: bool,
}

/// A record that is in both answers with other values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// Its category.
    pub category: Category,
    /// Its kind.
    pub kind: String,
    /// The words it is recognised by.
    pub title: Option<String>,
    /// Where it stood.
    pub before: Place,
    /// Where it stands.
    pub after: Place,
    /// The fields that differ: name, value before, value after.
    pub fields: Vec<(String, String, String)>,
}

impl Difference {
    /// Sorts out what is left over.
    pub fn of(shared: &Shared, first: Vec<Leftovers<'_>>, second: Vec<Leftovers<'_>>) -> Self {
        let mut difference = Self { amounts: shared.amounts.clone(), ..Self::default() };
        for (category, same) in &shared.same {
            difference.tallies.entry(*category).or_default().same = *same;
        }
        let is_beyond = |left: &Leftovers<'_>| left.left.len() > FIELDS_KEPT_MAX;
        difference.is_limited = first.iter().chain(&second).any(is_beyond);
        let mut first = only(first, &shared.first);
        let mut second = only(second, &shared.second);
        difference.pair_by_number(&mut first, &mut second);
        difference.pair(&mut first, &mut second, named, |before, after| {
            is_named_alike(before, after) && !are_told_apart(before, after)
        });
        let alone = |left: &Leftover| Some((left.kind, None, None)).filter(|it| shared.alone.contains(&it.0));
        difference.pair(&mut first, &mut second, alone, |before, after| {
            let is_same_title = before.title == after.title;
            let is_likely = agree(before, after) && is_same_title || is_standing(after.category);
            is_likely && !are_told_apart(before, after)
        });
        difference.again = Again::of(&first, &second);
        let mut shown = BTreeMap::new();
        for left in first.into_iter().flatten() {
            difference.tallies.entry(left.category).or_default().vanished += 1;
            difference.vanished.extend(taken(left, &mut shown));
        }
        shown.clear();
        for left in second.into_iter().flatten() {
            difference.tallies.entry(left.category).or_default().appeared += 1;
            difference.appeared.extend(taken(left, &mut shown));
        }
        difference
    }

    /// Takes together what has the same number in a column that repeats none.
    fn pair_by_number(&mut self, first: &mut [Option<Leftover>], second: &mut [Option<Leftover>]) {
        let mut waiting: Vec<((Mark, u64, u64), usize)> = Vec::new();
        for (index, left) in first.iter().enumerate() {
            let Some(left) = left else { continue };
            let unique = left.keys.iter().filter(|key| key.is_unique);
            waiting.extend(unique.map(|key| ((left.kind, key.column, key.value), index)));
        }
        waiting.sort_unstable();
        for slot in second.iter_mut() {
            let Some(after) = slot.as_ref() else { continue };
            let mut keys: Vec<&Key> = after.keys.iter().filter(|key| key.is_unique).collect();
            // The number of an order says more than that of its customer.
            keys.sort_by_key(|key| (key.naming.is_none(), key.naming));
            let found = keys.into_iter().find_map(|key| {
                let wanted = (after.kind, key.column, key.value);
                let from = waiting.partition_point(|(own, _)| *own < wanted);
                let same = waiting.iter().skip(from).take_while(|(own, _)| *own == wanted);
                same.take(CANDIDATES_MAX).map(|(_, index)| *index).find(|index| {
                    first
                        .get(*index)
                        .and_then(Option::as_ref)
                        .is_some_and(|before| is_one(before, after, key))
                })
            });
            let Some(index) = found else { continue };
            if let (Some(before), Some(after)) = (first.get_mut(index).and_then(Option::take), slot.take()) {
                self.change(&before, &after);
            }
        }
    }

    /// Takes together what has the same key on both sides and is one thing, in the order in which it stands.
    fn pair(
        &mut self,
        first: &mut [Option<Leftover>],
        second: &mut [Option<Leftover>],
        key: impl Fn(&Leftover) -> Option<Known>,
        is_one: impl Fn(&Leftover, &Leftover) -> bool,
    ) {
        let mut waiting: HashMap<Known, Vec<usize>> = HashMap::new();
        for (index, left) in first.iter().enumerate().rev() {
            if let Some(key) = left.as_ref().and_then(&key) {
                waiting.entry(key).or_default().push(index);
            }
        }
        for slot in second.iter_mut() {
            let Some(after) = slot.as_ref() else { continue };
            let Some(indexes) = key(after).and_then(|key| waiting.get_mut(&key)) else { continue };
            let at = indexes.iter().enumerate().rev().take(CANDIDATES_MAX).find(|(_, index)| {
                first.get(**index).and_then(Option::as_ref).is_some_and(|before| is_one(before, after))
            });
            let Some(at) = at.map(|(at, _)| at) else { continue };
            let index = indexes.remove(at);
            if let (Some(before), Some(after)) = (first.get_mut(index).and_then(Option::take), slot.take()) {
                self.change(&before, &after);
            }
        }
    }

    fn change(&mut self, before: &Leftover, after: &Leftover) {
        let tally = self.tallies.entry(after.category).or_default();
        tally.changed += 1;
        if tally.changed > SHOWN_MAX as u64 {
            return;
        }
        if let (Some(before), Some(after)) = (&before.shown, &after.shown) {
            self.changed.push(Changed {
                category: after.category,
                kind: after.kind.clone(),
                title: after.sample.title.clone().or_else(|| before.sample.title.clone()),
                before: before.sample.place.clone(),
                after: after.sample.place.clone(),
                fields: changed_fields(&before.sample, &after.sample),
            });
        }
    }
}

/// Kind, title and moment.
type Known = (Mark, Option<u64>, Option<chrono::NaiveDateTime>);

fn named(left: &Leftover) -> Option<Known> {
    let when = left.when.map(|when| when.at);
    (left.title.is_some() || when.is_some()).then_some((left.kind, left.title, when))
}

/// A moment alone says little where it is a day: many things happen on one.
fn is_named_alike(before: &Leftover, after: &Leftover) -> bool {
    let is_exact = |left: &Leftover| left.when.is_some_and(|when| when.precision >= Precision::Minute);
    after.title.is_some() || is_exact(before) && is_exact(after) || agree(before, after)
}

/// Tells whether two records with the same number in a column that repeats none are one.
fn is_one(before: &Leftover, after: &Leftover, key: &Key) -> bool {
    let is_as_sure = |other: &&Key| other.is_unique && other.column == key.column && other.value == key.value;
    if !before.keys.iter().any(|other| is_as_sure(&other)) {
        return false;
    }
    let moments = (before.when.map(|when| when.at), after.when.map(|when| when.at));
    let is_other_moment = matches!(moments, (Some(one), Some(other)) if one != other);
    match key.naming {
        Some(Naming::Order) => key.is_long || agree(before, after),
        Some(Naming::Number | Naming::Code) if !is_other_moment || is_standing(after.category) => {
            key.is_long && key.naming == Some(Naming::Number) || agree(before, after)
        }
        None if !is_other_moment => agree(before, after),
        Some(Naming::Number | Naming::Code | Naming::Person | Naming::Name | Naming::Address) | None => false,
    }
}

/// Tells whether a number that both have says that they are two things.
fn are_told_apart(before: &Leftover, after: &Leftover) -> bool {
    let (mut is_equal, mut differs, mut differs_surely) = (false, false, false);
    for own in &after.keys {
        for other in before.keys.iter().filter(|other| other.column == own.column) {
            if other.value == own.value {
                is_equal |= own.naming.is_some();
                continue;
            }
            differs |= own.naming.is_some();
            let is_state = is_standing(after.category) && own.naming.is_none();
            differs_surely |=
                own.naming == Some(Naming::Order) || own.is_unique && other.is_unique && !is_state;
        }
    }
    differs_surely || differs && !is_equal
}

/// Tells whether at least half of the fields of two records are the same.
fn agree(before: &Leftover, after: &Leftover) -> bool {
    let shared = after.fields.iter().filter(|field| before.fields.binary_search(field).is_ok()).count();
    shared > 0 && shared * 2 >= after.fields.len().max(before.fields.len())
}

/// Tells whether a category says who the person is to the company, and not what happened one day.
fn is_standing(category: Category) -> bool {
    category.says_who()
        || matches!(category, Category::Loyalty | Category::Subscriptions | Category::Preferences)
}

fn taken(left: Leftover, shown: &mut BTreeMap<Category, usize>) -> Option<Shown> {
    let count = shown.entry(left.category).or_default();
    *count += 1;
    left.shown.filter(|_| *count <= SHOWN_MAX).map(|shown| *shown)
}

fn changed_fields(before: &Sample, after: &Sample) -> Vec<(String, String, String)> {
    let is_same =
        |one: &str, other: &str| crate::import::fold::words(one) == crate::import::fold::words(other);
    let value = |sample: &Sample, name: &str| {
        let named = sample.fields.iter().filter(|(field, _)| is_same(field, name));
        named.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" · ")
    };
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in before.fields.iter().chain(&after.fields) {
        if !names.iter().any(|known| is_same(known, name)) {
            names.push(name);
        }
    }
    let change = |name: &str| (name.to_owned(), value(before, name), value(after, name));
    names.into_iter().map(change).filter(|(_, before, after)| before != after).collect()
}
