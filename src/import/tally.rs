//! Tally: the records of one member added up, with little work for each.
//!
//! In: records, one at a time. Out: [`Totals`], in the order the records came. Months are counted by number and kinds
//! by runs, entries of lists are found by hash; only the end writes what the totals keep.
//!
//! Not here: adding up members (`totals`).

use std::collections::{BTreeMap, HashMap};

use chrono::Datelike;

use super::record::{Record, Role};
use super::totals::{
    BoundedList, CategoryTotals, Entry, LIST_MAX, SAMPLES_MAX, Sample, Sum, Totals, counter, cut,
    month_written, widen, year_written,
};
use crate::law::category::{Category, Origin};

/// Years whose months are counted by number; others are rare.
const YEARS: std::ops::Range<i32> = 1900..2100;

/// What records add up to so far.
#[derive(Default)]
pub(super) struct Tally {
    categories: BTreeMap<Category, CategoryTally>,
    lists: BTreeMap<Role, List>,
    others: u64,
    special: u64,
}

/// One category so far.
#[derive(Default)]
struct CategoryTally {
    /// What is added up at once.
    totals: CategoryTotals,
    /// Records of the kind and origin of the last record, not yet in the totals.
    run: Option<(String, Origin, u64)>,
    /// Sums of money per year, those of no year too.
    years: BTreeMap<Option<i32>, BTreeMap<String, Sum>>,
    /// Records per month since the first of [`YEARS`].
    months: Vec<u64>,
}

/// A list so far.
#[derive(Default)]
struct List {
    entries: HashMap<String, Entry>,
    beyond: u64,
}

impl Tally {
    /// Tells whether the fields of the next record of a category are kept.
    pub(super) fn keeps_fields(&self, category: Category) -> bool {
        self.categories.get(&category).is_none_or(|tally| tally.totals.samples.len() < SAMPLES_MAX)
    }

    /// Adds one record.
    pub(super) fn add(&mut self, record: &Record<'_>) {
        self.others += u64::from(record.others);
        self.special += u64::from(record.special);
        for (role, text) in &record.roles {
            self.lists.entry(*role).or_default().mention(text, record);
        }
        self.categories.entry(record.category).or_default().add(record);
    }

    /// Ends it.
    pub(super) fn totals(self) -> Totals {
        Totals {
            categories: self
                .categories
                .into_iter()
                .map(|(category, tally)| (category, tally.totals()))
                .collect(),
            lists: self.lists.into_iter().map(|(role, list)| (role, list.bounded())).collect(),
            others: self.others,
            special: self.special,
        }
    }
}

impl CategoryTally {
    fn add(&mut self, record: &Record<'_>) {
        self.totals.records += 1;
        self.count(&record.kind, record.origin);
        if let Some(when) = record.when {
            self.count_month(when.date());
            widen(&mut self.totals.first, &mut self.totals.last, Some(when), Some(when));
        }
        if let Some(amount) = &record.amount {
            let currency = amount.currency.as_deref().unwrap_or_default();
            counter(&mut self.totals.amounts, currency).add(amount.value, 1);
            let year = record.when.map(|when| when.date().year());
            counter(self.years.entry(year).or_default(), currency).add(amount.value, 1);
        }
        if self.totals.samples.len() < SAMPLES_MAX {
            self.totals.samples.push(Sample::of(record));
        }
    }

    fn count(&mut self, kind: &str, origin: Origin) {
        match &mut self.run {
            Some((run, of, count)) if run == kind && *of == origin => *count += 1,
            Some(_) | None => {
                self.end_run();
                self.run = Some((kind.to_owned(), origin, 1));
            }
        }
    }

    fn end_run(&mut self) {
        let Some((kind, origin, count)) = self.run.take() else { return };
        *counter(&mut self.totals.kinds, &kind) += count;
        *self.totals.origins.entry(origin).or_default() += count;
    }

    fn count_month(&mut self, day: chrono::NaiveDate) {
        if !YEARS.contains(&day.year()) {
            *counter(&mut self.totals.months, &month_written(day.year(), day.month())) += 1;
            return;
        }
        let years = usize::try_from(day.year() - YEARS.start).unwrap_or(0);
        let number = years * 12 + day.month0() as usize;
        if self.months.len() <= number {
            self.months.resize(number + 1, 0);
        }
        if let Some(count) = self.months.get_mut(number) {
            *count += 1;
        }
    }

    fn totals(mut self) -> CategoryTotals {
        self.end_run();
        for (year, sums) in self.years {
            let year = year.map(year_written).unwrap_or_default();
            for (currency, sum) in sums {
                counter(counter(&mut self.totals.years, &year), &currency).merge(&sum);
            }
        }
        for (number, count) in (0..).zip(self.months).filter(|(_, count)| *count > 0) {
            let (years, month) = (number / 12, u32::try_from(number % 12).unwrap_or(0) + 1);
            *counter(&mut self.totals.months, &month_written(YEARS.start + years, month)) += count;
        }
        self.totals
    }
}

impl List {
    fn mention(&mut self, text: &str, record: &Record<'_>) {
        let text = cut(text);
        if let Some(entry) = self.entries.get_mut(text.as_ref()) {
            entry.count += 1;
            widen(&mut entry.first, &mut entry.last, record.when, record.when);
        } else if self.entries.len() < LIST_MAX {
            let place = record.place.clone().into_owned();
            let entry = Entry { count: 1, place, first: record.when, last: record.when };
            self.entries.insert(text.into_owned(), entry);
        } else {
            self.beyond += 1;
        }
    }

    fn bounded(self) -> BoundedList {
        BoundedList { entries: self.entries.into_iter().collect(), beyond: self.beyond }
    }
}
