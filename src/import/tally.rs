//! Tally: the records of one member added up, with little work for each.
//!
//! In: records, one at a time. Out: [`Totals`], in the order the records came. Months are counted by number and kinds
//! by runs, entries of lists are found by hash; only the end writes what the totals keep.
//!
//! Not here: adding up members (`totals`).

use std::collections::{BTreeMap, HashMap};

use chrono::Datelike;

use super::billing::{Billed, Bills};
use super::record::{Moment, Record, Role};
use super::totals::{
    BoundedList, CUT_MARK, CategoryTotals, Entry, FLAGGED_MAX, KEYS_MAX, LIST_MAX, SAMPLES_MAX, Sample, Sum,
    Totals, counter, cut, month_written, widen, year_written,
};
use crate::finding::Place;
use crate::law::category::{Category, Origin};

/// Years a date may mean: what stands where there is none (`0001-01-01`, `9999-12-31`, `1970-01-01`) is neither the first nor the
/// last of anything.
const MEANT: std::ops::Range<i32> = 1950..2100;

/// Tells whether a moment may be meant.
fn is_meant(when: &Moment) -> bool {
    let day = when.date();
    MEANT.contains(&day.year()) && (day.year(), day.ordinal()) != (1970, 1)
}

/// Years whose months are counted by number; others are rare.
const YEARS: std::ops::Range<i32> = 1900..2100;

/// What records add up to so far.
#[derive(Default)]
pub(super) struct Tally {
    categories: BTreeMap<Category, CategoryTally>,
    lists: BTreeMap<Role, List>,
    others: u64,
    special: u64,
    others_places: Vec<Place>,
    special_places: Vec<Place>,
    bills: Bills,
}

/// One category so far.
#[derive(Default)]
struct CategoryTally {
    /// What is added up at once.
    totals: CategoryTotals,
    /// Records of the kind and origin of the last record, not yet in the totals.
    run: Option<(String, Origin, u64)>,
    /// Sums of money by currency, in the order they came; where each stands, and that of the last record.
    money: Vec<Money>,
    money_of: HashMap<String, usize>,
    money_last: usize,
    /// Records per month since the first of [`YEARS`].
    months: Vec<u64>,
}

/// Sums of money of one currency so far.
#[derive(Default)]
struct Money {
    currency: String,
    all: Sum,
    /// Per year since the first of [`YEARS`].
    years: Vec<Sum>,
    /// Of other years, and of none.
    other_years: BTreeMap<Option<i32>, Sum>,
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
        if record.others {
            self.others += 1;
            keep_place(&mut self.others_places, record);
        }
        if record.special {
            self.special += 1;
            keep_place(&mut self.special_places, record);
        }
        for (role, text) in &record.roles {
            self.lists.entry(*role).or_default().mention(text, record);
        }
        self.categories.entry(record.category).or_default().add(record);
    }

    /// Notes what an order cost whose record was added.
    pub(super) fn bill(&mut self, billed: &Billed<'_>, record: &Record<'_>) {
        self.bills.take(billed, record);
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
            others_places: self.others_places,
            special_places: self.special_places,
            bills: self.bills,
        }
    }
}

fn keep_place(places: &mut Vec<Place>, record: &Record<'_>) {
    if places.len() < FLAGGED_MAX {
        places.push(record.place.clone().into_owned());
    }
}

impl CategoryTally {
    fn add(&mut self, record: &Record<'_>) {
        self.totals.records += 1;
        self.count(&record.kind, record.origin);
        if let Some(when) = record.when {
            self.count_month(when.date());
            let meant = Some(when).filter(is_meant);
            widen(&mut self.totals.first, &mut self.totals.last, meant, meant);
        }
        if record.until.is_some() {
            let (when, until) = (record.when.filter(is_meant), record.until.filter(is_meant));
            widen(&mut self.totals.first, &mut self.totals.last, when, until);
        }
        if let Some(amount) = &record.amount {
            let year = record.when.map(|when| when.date().year());
            let money = self.money(amount.currency.as_deref().unwrap_or_default());
            money.all.add(amount.value, 1);
            money.year(year).add(amount.value, 1);
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

    /// Finds the sums of a currency; beyond the cap those of all further ones.
    fn money(&mut self, currency: &str) -> &mut Money {
        // Amounts of one table mostly have one currency. Nothing is compared with nothing: its address is none, and that
        // costs more than all the rest of a record.
        let is_last = |last: &Money| {
            last.currency.len() == currency.len() && (currency.is_empty() || last.currency == currency)
        };
        if !self.money.get(self.money_last).is_some_and(is_last) {
            let currency = cut(currency);
            let known = self.money_of.get(currency.as_ref()).copied();
            let is_full = known.is_none() && self.money.len() >= KEYS_MAX;
            let currency = if is_full { CUT_MARK } else { currency.as_ref() };
            self.money_last = match known.or_else(|| self.money_of.get(currency).copied()) {
                Some(known) => known,
                None => {
                    self.money.push(Money { currency: currency.to_owned(), ..Money::default() });
                    self.money_of.insert(currency.to_owned(), self.money.len() - 1);
                    self.money.len() - 1
                }
            };
        }
        self.money.get_mut(self.money_last).expect("it was just found there")
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
        for money in self.money {
            counter(&mut self.totals.amounts, &money.currency).merge(&money.all);
            for (year, sum) in (YEARS.start..).zip(&money.years).filter(|(_, sum)| sum.count > 0) {
                counter(counter(&mut self.totals.years, &year_written(year)), &money.currency).merge(sum);
            }
            for (year, sum) in &money.other_years {
                let year = year.map(year_written).unwrap_or_default();
                counter(counter(&mut self.totals.years, &year), &money.currency).merge(sum);
            }
        }
        for (number, count) in (0..).zip(self.months).filter(|(_, count)| *count > 0) {
            let (years, month) = (number / 12, u32::try_from(number % 12).unwrap_or(0) + 1);
            *counter(&mut self.totals.months, &month_written(YEARS.start + years, month)) += count;
        }
        self.totals
    }
}

impl Money {
    /// Returns the sum of a year.
    fn year(&mut self, year: Option<i32>) -> &mut Sum {
        let known = year.filter(|year| YEARS.contains(year));
        let Some(number) = known.and_then(|year| usize::try_from(year - YEARS.start).ok()) else {
            return self.other_years.entry(year).or_default();
        };
        if self.years.len() <= number {
            self.years.resize_with(number + 1, Sum::default);
        }
        self.years.get_mut(number).expect("it was just made")
    }
}

impl List {
    fn mention(&mut self, text: &str, record: &Record<'_>) {
        let text = cut(text);
        if let Some(entry) = self.entries.get_mut(text.as_ref()) {
            entry.count += 1;
            widen(&mut entry.first, &mut entry.last, record.when, record.until.max(record.when));
        } else if self.entries.len() < LIST_MAX {
            let place = record.place.clone().into_owned();
            let entry = Entry { count: 1, place, first: record.when, last: record.until.max(record.when) };
            self.entries.insert(text.into_owned(), entry);
        } else {
            self.beyond += 1;
        }
    }

    fn bounded(self) -> BoundedList {
        BoundedList { entries: self.entries.into_iter().collect(), beyond: self.beyond }
    }
}
