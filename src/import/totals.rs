//! Totals: what an answer adds up to, computed in one pass and kept instead of its rows.
//!
//! In: what the records of a member add up to (`tally`), and the totals of other members ([`Totals::merge`], in the
//! order of the members, so that parallel reading gives the same result every time). Out: counts, time lines, sums and
//! bounded lists, each entry with the place it was first seen.
//!
//! Lists are exact up to [`LIST_MAX`] distinct entries; beyond it further entries are counted and said. Texts kept
//! for the report are cut at [`TEXT_BYTES_MAX`] with [`CUT_MARK`]. Memory therefore does not grow with the answer.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::billing::Bills;
use super::record::{Moment, Record, Role};
use super::tally::Tally;
use crate::finding::{Finding, Place};
use crate::law::category::{Category, Origin};

/// Distinct entries kept per list.
pub const LIST_MAX: usize = 5_000;

/// Rows kept per category as they stood, for the report's tables.
pub const SAMPLES_MAX: usize = 100;

/// Places kept of records with a flag.
pub const FLAGGED_MAX: usize = 3;

/// Bytes of any text kept here; the answer itself has the rest.
pub const TEXT_BYTES_MAX: usize = 500;

/// Fields kept of a sample row.
pub const SAMPLE_FIELDS_MAX: usize = 100;

/// Bytes kept of a sample row.
pub const SAMPLE_BYTES_MAX: usize = 16 * 1024;

/// Kinds, months and currencies counted apart per category; further ones are counted together under
/// [`CUT_MARK`].
pub const KEYS_MAX: usize = 2_000;

/// Stands at the end of a text that was cut, and for keys beyond the cap.
pub const CUT_MARK: &str = "…";

/// What an answer, or a part of it, adds up to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Per category of data.
    pub categories: BTreeMap<Category, CategoryTotals>,
    /// Lists of what was concluded, who has it, what identifies the person.
    pub lists: BTreeMap<Role, BoundedList>,
    /// Records that are about other people too.
    pub others: u64,
    /// Records that reveal a special category of data (Art. 9(1)).
    pub special: u64,
    /// Where the first records about other people stand, at most [`FLAGGED_MAX`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others_places: Vec<Place>,
    /// Where the first records of a special category of data stand, at most [`FLAGGED_MAX`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub special_places: Vec<Place>,
    /// What orders cost, until the end of the answer.
    #[serde(skip)]
    pub(super) bills: Bills,
}

/// What one category adds up to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryTotals {
    /// Number of records.
    pub records: u64,
    /// Records per origin.
    pub origins: BTreeMap<Origin, u64>,
    /// Records per kind (the recipe's word).
    pub kinds: BTreeMap<String, u64>,
    /// Records per month, as `YYYY-MM`.
    pub months: BTreeMap<String, u64>,
    /// Earliest moment, as written.
    pub first: Option<Moment>,
    /// Latest moment, as written.
    pub last: Option<Moment>,
    /// Sums of money per ISO 4217 code, or per sign where several currencies share it; the empty code stands for "currency not
    /// given".
    pub amounts: BTreeMap<String, Sum>,
    /// The same sums per year (`YYYY`, nothing where no date is known) and currency.
    #[serde(default)]
    pub years: BTreeMap<String, BTreeMap<String, Sum>>,
    /// The first rows, unchanged, for the report's table.
    pub samples: Vec<Sample>,
}

/// A sum of money.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// Exact total.
    pub total: Decimal,
    /// Number of amounts in it.
    pub count: u64,
    /// Whether amounts were left out because the total would have more digits than can be kept.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub overflowed: bool,
}

/// A row kept for the report's tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// Where it stands.
    pub place: Place,
    /// When it happened.
    pub when: Option<Moment>,
    /// The words it is recognised by.
    pub title: Option<String>,
    /// How the controller came by it.
    pub origin: Origin,
    /// The original fields, at most [`SAMPLE_FIELDS_MAX`] and [`SAMPLE_BYTES_MAX`], long texts cut.
    pub fields: Vec<(String, String)>,
    /// Fields beyond those.
    #[serde(default)]
    pub fields_left_out: usize,
}

/// A list of distinct entries with a cap.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoundedList {
    /// The entries by text.
    pub entries: BTreeMap<String, Entry>,
    /// Mentions of entries that came after the cap was reached.
    pub beyond: u64,
}

/// One entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// How often it was mentioned.
    pub count: u64,
    /// Where it was first mentioned.
    pub place: Place,
    /// Earliest mention, as written.
    pub first: Option<Moment>,
    /// Latest mention, as written.
    pub last: Option<Moment>,
}

impl Totals {
    /// Adds one record.
    pub fn add(&mut self, record: &Record<'_>) {
        let mut tally = Tally::default();
        tally.add(record);
        self.merge(tally.totals());
    }

    /// Adds the totals of what came after.
    pub fn merge(&mut self, later: Self) {
        self.others += later.others;
        self.special += later.special;
        for (own, later) in
            [(&mut self.others_places, later.others_places), (&mut self.special_places, later.special_places)]
        {
            own.extend(later.into_iter().take(FLAGGED_MAX.saturating_sub(own.len())));
        }
        self.bills.merge(later.bills);
        for (role, list) in later.lists {
            self.lists.entry(role).or_default().merge(list);
        }
        for (category, totals) in later.categories {
            self.categories.entry(category).or_default().merge(totals);
        }
    }

    /// Counts the money of an order that stands in several tables once, and says where such orders stand.
    pub(super) fn settle_bills(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.bills).settle(self)
    }

    /// Takes an amount out of the sums of purchases.
    pub(super) fn uncount(&mut self, value: Decimal, currency: &str, year: Option<i32>) {
        let (category, currency) = (Category::Purchases, currency.to_owned());
        self.correct(&Correction { category, currency, year, value, count: 1 });
    }

    /// Takes something off the sums.
    pub(super) fn correct(&mut self, correction: &Correction) {
        let Some(totals) = self.categories.get_mut(&correction.category) else { return };
        let year = correction.year.map(year_written).unwrap_or_default();
        if let Some(sums) = totals.years.get_mut(&year) {
            take_off(sums, correction);
        }
        take_off(&mut totals.amounts, correction);
        totals.years.retain(|_, sums| !sums.is_empty());
    }

    /// Returns the number of records.
    pub fn records(&self) -> u64 {
        self.categories.values().map(|category| category.records).sum()
    }

    /// Returns records per origin over all categories.
    pub fn origins(&self) -> BTreeMap<Origin, u64> {
        let mut origins = BTreeMap::new();
        for category in self.categories.values() {
            for (origin, count) in &category.origins {
                *origins.entry(*origin).or_default() += count;
            }
        }
        origins
    }

    /// Returns the earliest and latest moment of all records, as written.
    pub fn span(&self) -> (Option<Moment>, Option<Moment>) {
        let first = self.categories.values().filter_map(|category| category.first).min();
        let last = self.categories.values().filter_map(|category| category.last).max();
        (first, last)
    }

    /// Returns the number of distinct entries in a list, as far as they were told apart.
    pub fn distinct(&self, role: Role) -> usize {
        self.lists.get(&role).map_or(0, |list| list.entries.len())
    }
}

impl CategoryTotals {
    fn merge(&mut self, later: Self) {
        self.records += later.records;
        for (origin, count) in later.origins {
            *self.origins.entry(origin).or_default() += count;
        }
        for (kind, count) in later.kinds {
            *counter(&mut self.kinds, &kind) += count;
        }
        for (month, count) in later.months {
            *counter(&mut self.months, &month) += count;
        }
        for (currency, sum) in later.amounts {
            counter(&mut self.amounts, &currency).merge(&sum);
        }
        for (year, sums) in later.years {
            let years = counter(&mut self.years, &year);
            for (currency, sum) in sums {
                counter(years, &currency).merge(&sum);
            }
        }
        widen(&mut self.first, &mut self.last, later.first, later.last);
        let room = SAMPLES_MAX.saturating_sub(self.samples.len());
        self.samples.extend(later.samples.into_iter().take(room));
    }
}

impl Sum {
    /// Adds another sum.
    pub fn merge(&mut self, other: &Self) {
        self.add(other.total, other.count);
        self.overflowed |= other.overflowed;
    }

    /// Adds an amount; a total beyond 28 digits, which no money reaches, stays and is marked.
    pub(super) fn add(&mut self, value: Decimal, count: u64) {
        match self.total.checked_add(value) {
            Some(total) => self.total = total,
            None => self.overflowed = true,
        }
        self.count += count;
    }
}

/// What is taken off the sums of a category: some amounts, or a part of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Correction {
    pub(crate) category: Category,
    pub(crate) currency: String,
    pub(crate) year: Option<i32>,
    pub(crate) value: Decimal,
    /// Amounts that go with it.
    pub(crate) count: u64,
}

/// Takes something off the sum of its currency, which goes with its last amount.
fn take_off(sums: &mut BTreeMap<String, Sum>, correction: &Correction) {
    let currency = cut(&correction.currency);
    let Some(sum) = sums.get_mut(currency.as_ref()) else { return };
    if let Some(total) = sum.total.checked_sub(correction.value) {
        sum.total = total;
    }
    sum.count = sum.count.saturating_sub(correction.count);
    if sum.count == 0 {
        sums.remove(currency.as_ref());
    }
}

/// Returns the counter of a key, or the common one of all keys beyond the cap.
pub(super) fn counter<'m, C: Default>(counters: &'m mut BTreeMap<String, C>, key: &str) -> &'m mut C {
    let key = cut(key);
    if !counters.contains_key(key.as_ref()) {
        let key = if counters.len() < KEYS_MAX { key } else { Cow::Borrowed(CUT_MARK) };
        return counters.entry(key.into_owned()).or_default();
    }
    counters.get_mut(key.as_ref()).expect("it was just found there")
}

/// Writes a month; years outside four digits are no years of a person's life.
pub(super) fn month_written(year: i32, month: u32) -> String {
    format!("{:04}-{month:02}", year.clamp(0, 9999))
}

/// Writes a year.
pub(super) fn year_written(year: i32) -> String {
    format!("{:04}", year.clamp(0, 9999))
}

/// Cuts a text that is too long to keep.
pub(super) fn cut(text: &str) -> Cow<'_, str> {
    if text.len() <= TEXT_BYTES_MAX {
        return Cow::Borrowed(text);
    }
    let end = (0..=TEXT_BYTES_MAX).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    Cow::Owned(format!("{}{CUT_MARK}", text.get(..end).unwrap_or_default()))
}

impl Sample {
    /// Keeps a row, long texts cut.
    pub fn of(record: &Record<'_>) -> Self {
        let kept =
            |(name, value): &(Cow<'_, str>, Cow<'_, str>)| (cut(name).into_owned(), cut(value).into_owned());
        let mut bytes = 0;
        let fits = |field: &&(Cow<'_, str>, Cow<'_, str>)| {
            bytes += field.0.len().min(TEXT_BYTES_MAX) + field.1.len().min(TEXT_BYTES_MAX);
            bytes <= SAMPLE_BYTES_MAX
        };
        let fields: Vec<(String, String)> =
            record.fields.iter().take(SAMPLE_FIELDS_MAX).take_while(fits).map(kept).collect();
        Self {
            place: record.place.clone().into_owned(),
            when: record.when,
            title: record.title.as_deref().map(|title| cut(title).into_owned()),
            origin: record.origin,
            fields_left_out: record.fields.len() - fields.len(),
            fields,
        }
    }
}

impl BoundedList {
    fn merge(&mut self, later: Self) {
        self.beyond += later.beyond;
        for (text, entry) in later.entries {
            let has_room = self.entries.len() < LIST_MAX;
            match self.entries.get_mut(&text) {
                Some(own) => {
                    own.count += entry.count;
                    widen(&mut own.first, &mut own.last, entry.first, entry.last);
                }
                None if has_room => {
                    self.entries.insert(text, entry);
                }
                None => self.beyond += entry.count,
            }
        }
    }
}

pub(super) fn widen(
    first: &mut Option<Moment>,
    last: &mut Option<Moment>,
    earlier: Option<Moment>,
    later: Option<Moment>,
) {
    if earlier.is_some_and(|earlier| first.is_none_or(|first| earlier < first)) {
        *first = earlier;
    }
    if later.is_some_and(|later| last.is_none_or(|last| later > last)) {
        *last = later;
    }
}
