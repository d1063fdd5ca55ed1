//! Reading: two answers record by record.
//!
//! In: the records of both, twice: a first time for their marks ([`Marks`]), a second time for those that are not in both
//! ([`Leftovers`]). Out: what is left over of each, which `pairing` sorts out. Of a record that did not change only its mark is
//! kept, 17 bytes, and for each column of numbers without repetition (the number of an order) 8 bytes more: memory grows by some
//! 25 to 50 bytes a record, and not with what records say. Of one that is only in one answer up to some 500 bytes are kept, of the
//! first [`FIELDS_KEPT_MAX`] of a member 4 for each field among them; of the first of each category all that is shown.
//!
//! Two records are the same if category, kind and all fields with a value are: where a record stands does not count, nor does
//! the order of its columns, nor how their names are spelled (`Order ID`, `orderId`), nor do columns that came without a value.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rust_decimal::Decimal;
use sha2::{Digest as _, Sha256};

use super::Shown;
use super::again::{self, Hit, Known};
use crate::import::Visitor;
use crate::import::fold::words;
use crate::import::naming::{self, Naming};
use crate::import::record::{Moment, Record, Role};
use crate::import::totals::Sample;
use crate::law::category::Category;

/// Records of a category shown as appeared, as vanished and as changed.
pub const SHOWN_MAX: usize = 100;

/// Records of a member that are only in one answer and are compared field by field.
pub const FIELDS_KEPT_MAX: usize = 250_000;

/// Letters and digits from which a number is hardly given twice.
const LONG_MIN: usize = 4;

/// Names of columns that are remembered.
const REMEMBERED_MAX: usize = 10_000;

/// 128 bits of SHA-256: two records that differ share a mark less often than a disk lies.
pub(super) type Mark = [u8; 16];

/// What the name of a column says, each name looked up once.
#[derive(Debug, Default)]
struct Columns(HashMap<String, Column>);

#[derive(Debug, Clone, Copy)]
struct Column {
    /// Its folded name.
    name: u64,
    naming: Option<Naming>,
}

impl Columns {
    fn of(&mut self, name: &str) -> Column {
        if let Some(column) = self.0.get(name) {
            return *column;
        }
        let naming = naming::of_column(name);
        // The number of an order is one whatever it is called, in another language too.
        let folded = if naming == Some(Naming::Order) { "order".to_owned() } else { words(name) };
        let column = Column { name: half(mark_over([folded.as_str()])), naming };
        if self.0.len() < REMEMBERED_MAX {
            self.0.insert(name.to_owned(), column);
        }
        column
    }
}

/// A value that may tell a record from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    /// The column.
    pub(super) column: u64,
    /// What it numbers; nothing where only the form of its values says that it numbers anything.
    pub(super) naming: Option<Naming>,
    pub(super) value: u64,
    /// Whether no two rows of the table have the same.
    pub(super) is_unique: bool,
    /// Whether it is too long to be given twice by chance.
    pub(super) is_long: bool,
}

/// Whether a column of a table repeats a value; the values, as long as it does not.
type Repeated = HashSet<u64>;

/// What the amounts of a category are, as far as the records give any.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Given {
    /// Records.
    pub records: u64,
    /// Those with an amount.
    pub with_amount: u64,
    /// Whether one of them is below zero.
    pub is_negative: bool,
}

/// The marks of the records of one member.
#[derive(Debug, Default)]
pub struct Marks {
    marks: Vec<(Mark, Category)>,
    /// Records of each kind.
    kinds: BTreeMap<Category, BTreeMap<String, u64>>,
    amounts: BTreeMap<Category, Given>,
    columns: Columns,
    unique: HashMap<u64, Option<Repeated>>,
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
        let given = self.amounts.entry(record.category).or_default();
        given.records += 1;
        if let Some(amount) = &record.amount {
            given.with_amount += 1;
            given.is_negative |= amount.value < Decimal::ZERO;
        }
        for (table, value) in numbers(record, &mut self.columns).map(|(key, table)| (table, key.value)) {
            match self.unique.entry(table) {
                Entry::Vacant(vacant) => {
                    vacant.insert(Some(HashSet::from([value])));
                }
                Entry::Occupied(mut occupied) => {
                    if occupied.get_mut().as_mut().is_some_and(|seen| !seen.insert(value)) {
                        occupied.insert(None);
                    }
                }
            }
        }
    }

    fn restart(&mut self) {
        *self = Self { columns: std::mem::take(&mut self.columns), ..Self::default() };
    }
}

/// What is only in one of the answers.
#[derive(Debug, Default)]
pub struct Only {
    /// The marks in order, each with how often it is only in this one.
    counts: Vec<(Mark, u32)>,
    /// The columns of its tables that repeat no value.
    unique: HashSet<u64>,
}

impl Only {
    fn add(&mut self, mark: Mark) {
        match self.counts.last_mut().filter(|(last, _)| *last == mark) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => self.counts.push((mark, 1)),
        }
    }

    fn index(&self, mark: &Mark) -> Option<usize> {
        self.counts.binary_search_by(|(own, _)| own.cmp(mark)).ok()
    }
}

/// What two answers share, and what is left over of each.
#[derive(Debug, Default)]
pub struct Shared {
    pub(super) same: BTreeMap<Category, u64>,
    /// Kinds of which each of both has one record.
    pub(super) alone: BTreeSet<Mark>,
    /// The amounts of the second.
    pub(super) amounts: BTreeMap<Category, Given>,
    /// Left over of the first.
    pub first: Only,
    /// Left over of the second.
    pub second: Only,
}

impl Shared {
    /// Finds what two answers share.
    pub fn of(mut first: Vec<Marks>, mut second: Vec<Marks>) -> Self {
        let [ours, theirs] = [&first, &second].map(|marks| alone(marks));
        let alone = ours.intersection(&theirs).copied().collect();
        let mut shared = Self { alone, ..Self::default() };
        (shared.first.unique, shared.second.unique) = (unique(&mut first), unique(&mut second));
        for (category, given) in second.iter().flat_map(|marks| &marks.amounts) {
            let all = shared.amounts.entry(*category).or_default();
            all.records += given.records;
            all.with_amount += given.with_amount;
            all.is_negative |= given.is_negative;
        }
        let [first, second] = [first, second].map(sorted);
        let (mut ours, mut theirs) = (first.iter().peekable(), second.iter().peekable());
        while let (Some(one), Some(other)) = (ours.peek(), theirs.peek()) {
            match one.0.cmp(&other.0) {
                std::cmp::Ordering::Equal => {
                    *shared.same.entry(one.1).or_default() += 1;
                    ours.next();
                    theirs.next();
                }
                std::cmp::Ordering::Less => {
                    shared.first.add(one.0);
                    ours.next();
                }
                std::cmp::Ordering::Greater => {
                    shared.second.add(other.0);
                    theirs.next();
                }
            }
        }
        ours.for_each(|(mark, _)| shared.first.add(*mark));
        theirs.for_each(|(mark, _)| shared.second.add(*mark));
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

fn unique(marks: &mut [Marks]) -> HashSet<u64> {
    let columns = marks.iter_mut().flat_map(|marks| std::mem::take(&mut marks.unique));
    columns.filter_map(|(column, seen)| seen.map(|_| column)).collect()
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
    /// What the earlier answer alone knows the person and their orders by, where this is the later one.
    known: Option<&'o Known>,
    pub(super) left: Vec<Leftover>,
    kept: BTreeMap<Category, usize>,
    columns: Columns,
    /// Values that come again, of those that may be shown.
    told: usize,
}

/// A record that is only in one answer.
#[derive(Debug)]
pub(super) struct Leftover {
    pub(super) mark: Mark,
    pub(super) category: Category,
    pub(super) kind: Mark,
    /// Its title, if it has one.
    pub(super) title: Option<u64>,
    /// Its moment, if it has one.
    pub(super) when: Option<Moment>,
    /// What may tell it from others.
    pub(super) keys: Box<[Key]>,
    /// Each of its fields with a value, in order; none of a record beyond [`FIELDS_KEPT_MAX`].
    pub(super) fields: Box<[u32]>,
    /// Of the earlier answer: what identifies somebody or an order.
    pub(super) identifying: Box<[u64]>,
    /// Of the later answer: what of that comes again.
    pub(super) hits: Box<[Hit]>,
    /// Where something comes again: the file.
    pub(super) file: Option<Box<str>>,
    /// The record, where it may be shown.
    pub(super) shown: Option<Box<Shown>>,
}

impl<'o> Leftovers<'o> {
    /// Collects what is only in the earlier answer.
    pub fn new(only: &'o Only) -> Self {
        let (left, kept, columns) = (Vec::new(), BTreeMap::new(), Columns::default());
        Self { only, known: None, left, kept, columns, told: 0 }
    }

    /// Collects what is only in the later answer, and what of the earlier comes again in it.
    pub fn of_later(only: &'o Only, known: &'o Known) -> Self {
        Self { known: Some(known), ..Self::new(only) }
    }
}

impl Visitor for Leftovers<'_> {
    fn record(&mut self, record: &Record<'_>) {
        let mark = mark_of(record);
        if self.only.index(&mark).is_none() {
            return;
        }
        let kept = self.kept.entry(record.category).or_default();
        *kept += 1;
        let shown = (*kept <= SHOWN_MAX).then(|| {
            let (category, kind) = (record.category, record.kind.to_string());
            Box::new(Shown { category, kind, sample: Sample::of(record) })
        });
        let title = record.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
        let mut fields: Vec<u32> = Vec::new();
        if self.left.len() < FIELDS_KEPT_MAX {
            let columns = &mut self.columns;
            let whole = filled(record).map(|(name, value)| (columns.of(name).name, value));
            fields.extend(whole.map(|(name, value)| quarter(mark_over([&name.to_string(), value]))));
            fields.sort_unstable();
        }
        let keys = numbers(record, &mut self.columns)
            .map(|(key, table)| Key { is_unique: self.only.unique.contains(&table), ..key });
        let keys = keys.collect();
        let columns = &mut self.columns;
        let named = filled(record).map(|(name, value)| {
            let Column { name, naming } = columns.of(name);
            again::Told { naming, column: name, value }
        });
        let (identifying, hits) = match self.known {
            None => (again::identifying(named, record), Box::default()),
            Some(known) => (Box::default(), again::hits(named, record, known, &mut self.told)),
        };
        let file = (!hits.is_empty()).then(|| record.place.file.as_str().into());
        self.left.push(Leftover {
            mark,
            category: record.category,
            kind: mark_over([record.category.id(), record.kind.as_ref()]),
            title: title.map(|title| half(mark_over([title]))),
            when: record.when,
            keys,
            fields: fields.into(),
            identifying,
            hits,
            file,
            shown,
        });
    }

    fn restart(&mut self) {
        self.left.clear();
        self.kept.clear();
        self.told = 0;
    }
}

/// As many of each mark as are only in this answer; the others are in both.
pub(super) fn only(leftovers: Vec<Leftovers<'_>>, only: &Only) -> Vec<Option<Leftover>> {
    let mut counts: Vec<u32> = only.counts.iter().map(|(_, count)| *count).collect();
    let mut take = |left: &Leftover| {
        let count = only.index(&left.mark).and_then(|index| counts.get_mut(index));
        match count {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            Some(_) | None => false,
        }
    };
    let mut all: Vec<Leftover> = Vec::new();
    // A single large member is not copied.
    for Leftovers { mut left, .. } in leftovers {
        left.retain(&mut take);
        if all.is_empty() {
            all = left;
        } else {
            all.append(&mut left);
        }
    }
    all.into_iter().map(Some).collect()
}

/// The values of a record that may tell it from others, each with the column of its table.
fn numbers<'r>(
    record: &'r Record<'_>,
    columns: &'r mut Columns,
) -> impl Iterator<Item = (Key, u64)> + use<'r> {
    let mut found: Vec<(Key, u64)> = Vec::new();
    let identifiers = record.roles.iter().filter(|(role, _)| *role == Role::Identifier);
    let identifiers: Vec<&str> = identifiers.map(|(_, value)| value.trim()).collect();
    let mut take = |name: u64, naming: Option<Naming>, value: &str| {
        let table = half(mark_over([
            record.category.id(),
            record.kind.as_ref(),
            &record.place.file,
            &name.to_string(),
        ]));
        let value = value.trim();
        let letters = value.chars().filter(|letter| letter.is_alphanumeric()).count();
        let is_long = letters >= LONG_MIN && value.contains(|letter: char| letter.is_ascii_digit());
        let value = half(mark_over([value]));
        found.push((Key { column: name, naming, value, is_unique: false, is_long }, table));
    };
    for (name, value) in filled(record) {
        let Column { name, naming } = columns.of(name);
        let is_identifier = identifiers.contains(&value.trim());
        match naming {
            Some(Naming::Order | Naming::Number | Naming::Code) => take(name, naming, value),
            Some(Naming::Person | Naming::Name | Naming::Address) | None if is_identifier => {
                take(name, Some(Naming::Number), value);
            }
            None if naming::is_number(value.trim()) => take(name, None, value),
            Some(Naming::Person | Naming::Name | Naming::Address) | None => {}
        }
    }
    // A recipe may put an identifier together from what no field holds by itself.
    let is_told = |value: &str| filled(record).any(|(_, field)| field.trim() == value);
    for (at, value) in identifiers.iter().enumerate().filter(|(_, value)| !is_told(value)) {
        take(at as u64, Some(Naming::Number), value);
    }
    found.into_iter()
}

fn mark_of(record: &Record<'_>) -> Mark {
    let mut fields: Vec<(String, &str)> = filled(record).map(|(name, value)| (words(name), value)).collect();
    fields.sort_unstable();
    let texts = fields.iter().flat_map(|(name, value)| [name.as_str(), *value]);
    mark_over([record.category.id(), record.kind.as_ref()].into_iter().chain(texts))
}

fn filled<'r>(record: &'r Record<'_>) -> impl Iterator<Item = (&'r str, &'r str)> {
    let fields = record.fields.iter().filter(|(_, value)| !value.trim().is_empty());
    fields.map(|(name, value)| (name.as_ref(), value.as_ref()))
}

/// The lengths go in too, so that `ab` `c` is not `a` `bc`.
pub(super) fn mark_over<'t>(texts: impl IntoIterator<Item = &'t str>) -> Mark {
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

pub(super) fn half(mark: Mark) -> u64 {
    mark.first_chunk().copied().map(u64::from_le_bytes).unwrap_or_default()
}

/// Two fields that share it by chance are outvoted by the others.
fn quarter(mark: Mark) -> u32 {
    mark.first_chunk().copied().map(u32::from_le_bytes).unwrap_or_default()
}
