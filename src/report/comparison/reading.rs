//! Reading: two answers record by record.
//!
//! In: the records of both, twice: a first time for their marks ([`Marks`]), a second time for those that are not in both
//! ([`Leftovers`]). Out: a [`Difference`]. A mark is 16 bytes, and one of category, per record and is all that is kept of what did not change:
//! memory grows by 17 bytes a record, 17 MB for a million, and not with what records say. Of what did change,
//! the first records of each category are kept to be shown, the others are counted, with 8 bytes per field.
//!
//! Two records are the same if category, kind and all fields with a value are: where a record stands does not count,
//! nor does the order of its columns, nor do columns that came without a value. A record changed if one of each answer is left
//! over for the same thing: same category and kind, and
//!
//! - the same moment, at least half of the fields, and among them a value nothing else left over has (the number of an order); or
//! - the same title and moment; or
//! - the same identifier; or
//! - it is the only one of its kind in both answers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDateTime;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{Shown, Tallies};
use crate::finding::Place;
use crate::import::Visitor;
use crate::import::fold::fold;
use crate::import::record::{Record, Role};
use crate::import::totals::Sample;
use crate::law::category::Category;

/// Records of a category shown as appeared, as vanished and as changed.
pub const SHOWN_MAX: usize = 100;

/// 128 bits of SHA-256: two records that differ share a mark less often than a disk lies.
type Mark = [u8; 16];

/// Kind, name and value of a field; two that share one by chance are outvoted by the other fields.
type FieldMark = u64;

/// The marks of the records of one member.
#[derive(Debug, Default)]
pub struct Marks {
    marks: Vec<(Mark, Category)>,
    /// Records of each kind.
    kinds: BTreeMap<Category, BTreeMap<String, u64>>,
}

impl Visitor for Marks {
    fn record(&mut self, record: &Record<'_>) {
        self.marks.push((mark_of(record), record.category));
        let kinds = self.kinds.entry(record.category).or_default();
        match kinds.get_mut(record.kind.as_ref()) {
            Some(count) => *count += 1,
            None => {
                kinds.insert(record.kind.to_string(), 1);
            }
        }
    }

    fn restart(&mut self) {
        self.marks.clear();
        self.kinds.clear();
    }
}

/// What is only in one of the answers, by mark and how often.
#[derive(Debug, Default)]
pub struct Only {
    counts: HashMap<Mark, u64>,
}

/// What two answers share, and what is left over of each.
#[derive(Debug, Default)]
pub struct Shared {
    same: BTreeMap<Category, u64>,
    /// Kinds of which each of both has one record.
    alone: BTreeSet<Mark>,
    /// Left over of the first.
    pub first: Only,
    /// Left over of the second.
    pub second: Only,
}

impl Shared {
    /// Finds what two answers share.
    pub fn of(first: Vec<Marks>, second: Vec<Marks>) -> Self {
        let [ours, theirs] = [&first, &second].map(|marks| alone(marks));
        let [first, second] = [first, second].map(sorted);
        let alone = ours.intersection(&theirs).copied().collect();
        let mut shared = Self { alone, ..Self::default() };
        let (mut ours, mut theirs) = (first.iter().peekable(), second.iter().peekable());
        while let (Some(one), Some(other)) = (ours.peek(), theirs.peek()) {
            match one.0.cmp(&other.0) {
                std::cmp::Ordering::Equal => {
                    *shared.same.entry(one.1).or_default() += 1;
                    ours.next();
                    theirs.next();
                }
                std::cmp::Ordering::Less => {
                    *shared.first.counts.entry(one.0).or_default() += 1;
                    ours.next();
                }
                std::cmp::Ordering::Greater => {
                    *shared.second.counts.entry(other.0).or_default() += 1;
                    theirs.next();
                }
            }
        }
        ours.for_each(|(mark, _)| *shared.first.counts.entry(*mark).or_default() += 1);
        theirs.for_each(|(mark, _)| *shared.second.counts.entry(*mark).or_default() += 1);
        shared
    }
}

/// The kinds of which there is one record.
fn alone(marks: &[Marks]) -> BTreeSet<Mark> {
    let mut counts: BTreeMap<(Category, &str), u64> = BTreeMap::new();
    for (category, kinds) in marks.iter().flat_map(|marks| &marks.kinds) {
        for (kind, count) in kinds {
            *counts.entry((*category, kind)).or_default() += count;
        }
    }
    counts.retain(|_, count| *count == 1);
    counts.into_keys().map(|(category, kind)| mark_over([category.id(), kind])).collect()
}

fn sorted(marks: Vec<Marks>) -> Vec<(Mark, Category)> {
    let count: usize = marks.iter().map(|marks| marks.marks.len()).sum();
    let mut all: Vec<(Mark, Category)> = Vec::new();
    // A single large member is not copied; of many, each is gone when it is taken over.
    for Marks { marks, .. } in marks {
        if all.is_empty() {
            all = marks;
            all.reserve_exact(count - all.len());
        } else {
            all.extend(marks);
        }
    }
    all.sort_unstable();
    all
}

/// The records of one member that are only in its answer.
#[derive(Debug)]
pub struct Leftovers<'o> {
    only: &'o Only,
    left: Vec<Leftover>,
    kept: BTreeMap<Category, usize>,
}

/// A record that is only in one answer.
#[derive(Debug)]
struct Leftover {
    mark: Mark,
    category: Category,
    kind: Mark,
    /// Title and moment, if it has any of them.
    named: Option<Mark>,
    /// Its first identifier.
    identified: Option<Mark>,
    /// Its moment, if it has one.
    when: Option<NaiveDateTime>,
    /// Each of its fields with a value, in order.
    fields: Box<[FieldMark]>,
    /// The record, where it may be shown.
    shown: Option<Box<Shown>>,
}

impl<'o> Leftovers<'o> {
    /// Collects what is only in one answer.
    pub fn new(only: &'o Only) -> Self {
        Self { only, left: Vec::new(), kept: BTreeMap::new() }
    }
}

impl Visitor for Leftovers<'_> {
    fn record(&mut self, record: &Record<'_>) {
        let mark = mark_of(record);
        if !self.only.counts.contains_key(&mark) {
            return;
        }
        let kept = self.kept.entry(record.category).or_default();
        *kept += 1;
        let shown = (*kept <= SHOWN_MAX).then(|| {
            let (category, kind) = (record.category, record.kind.to_string());
            Box::new(Shown { category, kind, sample: Sample::of(record) })
        });
        let title = record.title.as_deref().unwrap_or_default();
        let when = record.when.map(|when| when.at.to_string()).unwrap_or_default();
        let is_named = !title.is_empty() || !when.is_empty();
        let identifier = record.roles.iter().find(|(role, _)| *role == Role::Identifier);
        let (category, kind) = (record.category.id(), record.kind.as_ref());
        let field = |(name, value): (&str, &str)| half(mark_over([category, kind, &fold(name), value]));
        let mut fields: Box<[FieldMark]> = filled(record).map(field).collect();
        fields.sort_unstable();
        self.left.push(Leftover {
            mark,
            category: record.category,
            kind: mark_over([category, kind]),
            named: is_named.then(|| mark_over([category, kind, title, &when])),
            identified: identifier.map(|(_, value)| mark_over([category, kind, value.as_ref()])),
            when: record.when.map(|when| when.at),
            fields,
            shown,
        });
    }

    fn restart(&mut self) {
        self.left.clear();
        self.kept.clear();
    }
}

impl Leftover {
    /// Counts the fields that two share, if they are of one moment and at least half of them are.
    fn agreement(&self, other: &Self) -> Option<usize> {
        let shared = self.fields.iter().filter(|field| other.fields.binary_search(field).is_ok()).count();
        let is_alike = shared * 2 >= self.fields.len().max(other.fields.len());
        (self.when == other.when && is_alike).then_some(shared)
    }
}

/// Returns for each field which of the records has it; none where several have.
fn owners(left: &[Option<Leftover>]) -> HashMap<FieldMark, Option<usize>> {
    let mut owners = HashMap::new();
    for (index, left) in left.iter().enumerate() {
        for field in left.iter().flat_map(|left| &left.fields) {
            owners.entry(*field).and_modify(|owner| *owner = None).or_insert(Some(index));
        }
    }
    owners
}

/// What differs between two answers, record by record.
#[derive(Debug, Default)]
pub struct Difference {
    /// What became of the records of each category.
    pub(super) tallies: Tallies,
    pub(super) appeared: Vec<Shown>,
    pub(super) changed: Vec<Changed>,
    pub(super) vanished: Vec<Shown>,
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
        let mut difference = Self::default();
        for (category, same) in &shared.same {
            difference.tallies.entry(*category).or_default().same = *same;
        }
        let mut first = only(first, &shared.first);
        let mut second = only(second, &shared.second);
        difference.pair_by_fields(&mut first, &mut second);
        difference.pair(&mut first, &mut second, |left| left.named);
        difference.pair(&mut first, &mut second, |left| left.identified);
        difference
            .pair(&mut first, &mut second, |left| Some(left.kind).filter(|kind| shared.alone.contains(kind)));
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

    /// Takes together what has the same key on both sides, in the order in which it stands.
    fn pair(
        &mut self,
        first: &mut [Option<Leftover>],
        second: &mut [Option<Leftover>],
        key: impl Fn(&Leftover) -> Option<Mark>,
    ) {
        let mut waiting: HashMap<Mark, Vec<usize>> = HashMap::new();
        for (index, left) in first.iter().enumerate().rev() {
            if let Some(key) = left.as_ref().and_then(&key) {
                waiting.entry(key).or_default().push(index);
            }
        }
        for left in second.iter_mut() {
            let Some(index) = left.as_ref().and_then(&key).and_then(|key| waiting.get_mut(&key)?.pop())
            else {
                continue;
            };
            if let (Some(before), Some(after)) = (first.get_mut(index).and_then(Option::take), left.take()) {
                self.change(&before, &after);
            }
        }
    }

    /// Takes together what shares a value nothing else left over has, and is alike.
    fn pair_by_fields(&mut self, first: &mut [Option<Leftover>], second: &mut [Option<Leftover>]) {
        let [ours, theirs] = [&*first, &*second].map(owners);
        let owner = |field: &FieldMark| match (ours.get(field), theirs.get(field)) {
            (Some(Some(index)), Some(Some(_))) => Some(*index),
            (Some(Some(_) | None) | None, Some(_) | None) => None,
        };
        for slot in second.iter_mut() {
            let Some(after) = slot.as_ref() else { continue };
            let mut candidates: Vec<usize> = after.fields.iter().filter_map(owner).collect();
            candidates.sort_unstable();
            candidates.dedup();
            let alike = |index: &usize| {
                let before = first.get(*index)?.as_ref()?;
                Some((before.agreement(after)?, std::cmp::Reverse(*index)))
            };
            let Some((_, std::cmp::Reverse(index))) = candidates.iter().filter_map(alike).max() else {
                continue;
            };
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

/// As many of each mark as are only in this answer; the others are in both.
fn only(leftovers: Vec<Leftovers<'_>>, only: &Only) -> Vec<Option<Leftover>> {
    let mut counts = only.counts.clone();
    let mut take = |left: &Leftover| match counts.get_mut(&left.mark) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        Some(_) | None => false,
    };
    let all = leftovers.into_iter().flat_map(|leftovers| leftovers.left);
    all.filter(|left| take(left)).map(Some).collect()
}

fn taken(left: Leftover, shown: &mut BTreeMap<Category, usize>) -> Option<Shown> {
    let count = shown.entry(left.category).or_default();
    *count += 1;
    left.shown.filter(|_| *count <= SHOWN_MAX).map(|shown| *shown)
}

fn changed_fields(before: &Sample, after: &Sample) -> Vec<(String, String, String)> {
    let value = |sample: &Sample, name: &str| {
        let named = sample.fields.iter().filter(|(field, _)| field == name);
        named.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" · ")
    };
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in before.fields.iter().chain(&after.fields) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let change = |name: &str| (name.to_owned(), value(before, name), value(after, name));
    names.into_iter().map(change).filter(|(_, before, after)| before != after).collect()
}

fn mark_of(record: &Record<'_>) -> Mark {
    let mut fields: Vec<(String, &str)> = filled(record).map(|(name, value)| (fold(name), value)).collect();
    fields.sort_unstable();
    let texts = fields.iter().flat_map(|(name, value)| [name.as_str(), *value]);
    mark_over([record.category.id(), record.kind.as_ref()].into_iter().chain(texts))
}

fn filled<'r>(record: &'r Record<'_>) -> impl Iterator<Item = (&'r str, &'r str)> {
    let fields = record.fields.iter().filter(|(_, value)| !value.trim().is_empty());
    fields.map(|(name, value)| (name.as_ref(), value.as_ref()))
}

/// The lengths go in too, so that `ab` `c` is not `a` `bc`.
fn mark_over<'t>(texts: impl IntoIterator<Item = &'t str>) -> Mark {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    }
    let bytes = hash.finalize();
    let mut mark: Mark = [0; 16];
    mark.iter_mut().zip(bytes.iter()).for_each(|(own, byte)| *own = *byte);
    mark
}

fn half(mark: Mark) -> FieldMark {
    mark.first_chunk().copied().map(FieldMark::from_le_bytes).unwrap_or_default()
}
