//! Billing: the money of orders that stand in several tables of one answer, counted once; and of orders that one table says were
//! cancelled, in no other.
//!
//! In: the records of a table of purchases, each with the number of its order. Out: what each order cost by table; and at the end,
//! sums in which an order that stands in several tables is counted in one of them: that of orders before that of their lines, else
//! the first. Records are all counted as before, and a finding at each of the tables says so.
//!
//! Shops begin to count anew, so a number alone says nothing. In tables of other columns an order is the same where it cost the same;
//! or, with a number of some length and of one day, where delivery or a discount makes the difference. In tables of the same columns
//! a line is the same where all of it is.
//!
//! Bounded: a table with more than [`LINES_MAX`] amounts is not compared with others, nor is one that comes when the answer has more
//! than [`LINES_IN_ALL_MAX`]. Numbers are kept as hashes.

use std::hash::{DefaultHasher, Hasher};
use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::currency;
use super::record::{Amount, Record};
use super::totals::Totals;
use crate::finding::{Code, Finding, Place, Position};
use crate::law::category::Category;

/// Amounts of one table that are compared: a person who orders every day needs a hundred years for as many.
const LINES_MAX: u64 = 40_000;

/// Amounts of all tables that are compared.
const LINES_IN_ALL_MAX: u64 = 160_000;

/// Tables of one answer that are compared.
const TABLES_MAX: usize = 64;

/// Characters from which a number of an order is hardly given twice.
const LONG_NUMBER: usize = 5;

/// Days between what an order's tables say of it: ordered, sent, paid.
const DAYS_APART_MAX: i64 = 92;

/// Days between them where the money does not agree.
const DAYS_APART_OF_OTHER_MONEY: i64 = 3;

/// The order a record is of.
pub(crate) struct Billed<'b> {
    /// Its number.
    pub(crate) number: &'b str,
    /// What the columns of the table are, as a hash.
    pub(crate) layout: u64,
    /// Whether its money counts.
    pub(crate) standing: Standing<'b>,
}

/// Whether the money of an order counts.
pub(crate) enum Standing<'b> {
    /// It is that of the record.
    Counted,
    /// It was cancelled or paid back; what it would have cost.
    Undone(Option<Amount<'b>>),
}

/// What the orders of one table cost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Bills {
    tables: Vec<Table>,
    /// The table of the last record.
    last: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Table {
    place: Place,
    layout: u64,
    lines: u64,
    /// What its orders cost; nothing once there are too many.
    orders: Option<Vec<Line>>,
    currencies: Vec<String>,
}

/// An amount of an order, as it is in the sums.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    /// Hash of the order's number.
    number: u64,
    is_long: bool,
    state: State,
    value: Decimal,
    /// Which of the table's.
    currency: usize,
    day: Option<NaiveDate>,
    /// Hash of what the record is recognised by.
    title: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Counted,
    Undone,
    /// Undone, of an unknown amount.
    UndoneUnpriced,
}

/// Which lines of an order another table has too.
enum Same {
    None,
    All,
    /// Those marked.
    Some(Vec<bool>),
}

impl Bills {
    /// Takes a record of an order.
    pub(super) fn take(&mut self, billed: &Billed<'_>, record: &Record<'_>) {
        if record.category != Category::Purchases {
            return;
        }
        let (amount, state) = match &billed.standing {
            Standing::Counted => (record.amount.as_ref(), State::Counted),
            Standing::Undone(Some(amount)) => (Some(amount), State::Undone),
            Standing::Undone(None) => (None, State::UndoneUnpriced),
        };
        if amount.is_none() && state == State::Counted {
            return;
        }
        let Some(table) = self.table(&record.place, billed.layout) else { return };
        table.lines += 1;
        let Some(orders) = table.orders.as_mut() else { return };
        let written = amount.and_then(|amount| amount.currency.as_deref()).unwrap_or_default();
        let known = table.currencies.iter().position(|currency| currency == written);
        let currency = known.unwrap_or_else(|| {
            table.currencies.push(written.to_owned());
            table.currencies.len() - 1
        });
        orders.push(Line {
            number: hash(billed.number),
            is_long: billed.number.len() >= LONG_NUMBER,
            state,
            value: amount.map_or(Decimal::ZERO, |amount| amount.value),
            currency,
            day: record.when.map(|when| when.date()),
            title: record.title.as_deref().map_or(0, |title| hash_of(title.as_bytes())),
        });
        if table.lines > LINES_MAX {
            table.orders = None;
        }
    }

    fn table(&mut self, place: &Place, layout: u64) -> Option<&mut Table> {
        if !self.tables.get(self.last).is_some_and(|table| is_same(&table.place, place)) {
            let known = self.tables.iter().position(|table| is_same(&table.place, place));
            self.last = match known {
                Some(known) => known,
                None if self.tables.len() >= TABLES_MAX => return None,
                None => {
                    let orders = Some(Vec::new());
                    let place = place.clone();
                    self.tables.push(Table { place, layout, lines: 0, orders, currencies: Vec::new() });
                    self.tables.len() - 1
                }
            };
        }
        self.tables.get_mut(self.last)
    }

    /// Adds those of what came after.
    pub(super) fn merge(&mut self, later: Self) {
        let kept = |table: &Table| if table.orders.is_some() { table.lines } else { 0 };
        let mut lines: u64 = self.tables.iter().map(kept).sum();
        for mut table in later.tables {
            if self.tables.len() >= TABLES_MAX {
                return;
            }
            lines += kept(&table);
            if lines > LINES_IN_ALL_MAX {
                table.orders = None;
            }
            self.tables.push(table);
        }
    }

    /// Takes out of the sums what they count more than once, and what another table says was undone; and says where.
    pub(super) fn settle(mut self, totals: &mut Totals) -> Vec<Finding> {
        if self.tables.len() < 2 {
            return Vec::new();
        }
        for orders in self.tables.iter_mut().filter_map(|table| table.orders.as_mut()) {
            orders.sort_by_key(|line| line.number);
        }
        let mut tables: Vec<&Table> = self.tables.iter().filter(|table| table.orders.is_some()).collect();
        // A table of lines has more rows than orders; of equals the first stays first.
        tables.sort_by_cached_key(|table| table.lines_per_order());
        let mut groups: Vec<(u64, usize, Range<usize>)> = Vec::new();
        for (index, table) in tables.iter().enumerate() {
            groups.extend(table.orders().map(|(number, range)| (number, index, range)));
        }
        groups.sort_by_key(|(number, index, _)| (*number, *index));
        let (mut shared, mut undone) = (vec![0; tables.len()], vec![0; tables.len()]);
        for several in groups.chunk_by(|one, other| one.0 == other.0).filter(|chunk| chunk.len() > 1) {
            let several: Vec<Order<'_>> = several
                .iter()
                .filter_map(|(_, index, range)| {
                    let table = *tables.get(*index)?;
                    let lines = table.orders.as_deref()?.get(range.clone())?;
                    Some(Order { at: *index, table, lines })
                })
                .collect();
            settle_order(&several, totals, &mut shared, &mut undone);
        }
        let said = |counts: Vec<u64>, code: Code| {
            let found = tables.iter().zip(counts).filter(|(_, count)| *count > 0);
            let said =
                found.map(|(table, count)| Finding::new(code, table.place.clone()).with("count", count));
            said.collect::<Vec<_>>()
        };
        let mut findings = said(shared, Code::OrderCountedOnce);
        findings.extend(said(undone, Code::OrderUndoneElsewhere));
        findings
    }
}

/// The lines of one order in one table.
struct Order<'t> {
    at: usize,
    table: &'t Table,
    lines: &'t [Line],
}

/// Settles one number that stands in several tables: `shared` and `undone` count its orders by table.
fn settle_order(several: &[Order<'_>], totals: &mut Totals, shared: &mut [u64], undone: &mut [u64]) {
    let mut is_out: Vec<Vec<bool>> = several.iter().map(|order| vec![false; order.lines.len()]).collect();
    let mut take_out = |order: usize, same: &Same| {
        let (Some(own), Some(out)) = (several.get(order), is_out.get_mut(order)) else { return false };
        let mut is_any = false;
        for (at, (line, out)) in own.lines.iter().zip(out).enumerate() {
            let is_meant = match same {
                Same::None => false,
                Same::All => true,
                Same::Some(lines) => lines.get(at).copied().unwrap_or(false),
            };
            if is_meant && !*out && line.state == State::Counted {
                totals.uncount(line.value, own.table.currency(line), line.day.map(|day| day.year()));
                *out = true;
                is_any = true;
            }
        }
        is_any
    };
    let count = |counts: &mut [u64], at: usize| {
        if let Some(count) = counts.get_mut(at) {
            *count += 1;
        }
    };
    for (later, order) in several.iter().enumerate() {
        for (earlier, before) in several.iter().enumerate().take(later) {
            match (before.is_undone(), order.is_undone()) {
                (true, true) => {}
                (true, false) => {
                    if take_out(later, &before.same(order)) {
                        count(undone, order.at);
                    }
                }
                (false, true) => {
                    if take_out(earlier, &order.same(before)) {
                        count(undone, before.at);
                    }
                }
                (false, false) => {
                    if take_out(later, &before.same(order)) {
                        count(shared, before.at);
                        count(shared, order.at);
                    }
                }
            }
        }
    }
}

impl Order<'_> {
    fn is_undone(&self) -> bool {
        self.lines.iter().all(|line| line.state != State::Counted)
    }

    fn is_unpriced(&self) -> bool {
        self.lines.iter().all(|line| line.state == State::UndoneUnpriced)
    }

    /// Returns which lines of another table of the same number are of this order.
    fn same(&self, other: &Self) -> Same {
        if self.table.layout == other.table.layout {
            return self.same_lines(other);
        }
        let Some(days) = self.days_apart(other) else { return Same::None };
        let is_long = self.lines.iter().any(|line| line.is_long);
        let is_near = days.is_some_and(|days| days <= DAYS_APART_OF_OTHER_MONEY);
        let is_same = match self.costs_as(other) {
            _ if self.is_unpriced() => is_long,
            Some(costs_the_same) => {
                costs_the_same || is_long && (is_near || days.is_none() && self.costs_about(other))
            }
            None => false,
        };
        if is_same { Same::All } else { Same::None }
    }

    /// Returns the days between them, nothing inside where one has none, and nothing at all where they are too many.
    fn days_apart(&self, other: &Self) -> Option<Option<i64>> {
        let first = |order: &Self| order.lines.iter().filter_map(|line| line.day).min();
        let days = first(self).zip(first(other)).map(|(one, other)| (one - other).num_days().abs());
        days.is_none_or(|days| days <= DAYS_APART_MAX).then_some(days)
    }

    /// Tells whether both cost the same; nothing where their currencies differ.
    fn costs_as(&self, other: &Self) -> Option<bool> {
        let (own, others) = (self.cost()?, other.cost()?);
        currency::may_be_one(own.0, others.0).then_some(own.1 == others.1)
    }

    /// Tells whether delivery or a discount may make the difference.
    fn costs_about(&self, other: &Self) -> bool {
        let (Some((_, own)), Some((_, others))) = (self.cost(), other.cost()) else { return false };
        let is_within =
            |less: Decimal, more: Decimal| more.checked_sub(less).is_some_and(|rest| rest <= less);
        own > Decimal::ZERO && others > Decimal::ZERO && is_within(own.min(others), own.max(others))
    }

    /// Returns its currency and what it cost; nothing where it has several.
    fn cost(&self) -> Option<(&str, Decimal)> {
        let first = self.table.currency(self.lines.first()?);
        let is_one = self.lines.iter().all(|line| self.table.currency(line) == first);
        let mut values = self.lines.iter().map(|line| line.value);
        let sum = values.try_fold(Decimal::ZERO, Decimal::checked_add)?;
        is_one.then_some((first, sum))
    }

    /// Returns the lines of another table that are lines here: of the same day, title and amount, each as often as here.
    fn same_lines(&self, other: &Self) -> Same {
        let key =
            |order: &Self, line: &Line| (line.title, line.day, line.value, hash(order.table.currency(line)));
        let mut own: Vec<_> = self.lines.iter().map(|line| key(self, line)).collect();
        own.sort_unstable();
        let mut others: Vec<_> =
            other.lines.iter().enumerate().map(|(at, line)| (key(other, line), at)).collect();
        others.sort_unstable();
        let mut found = vec![false; other.lines.len()];
        let mut own = own.into_iter().peekable();
        for (key, at) in others {
            while own.next_if(|own| *own < key).is_some() {}
            let is_own = own.next_if_eq(&key).is_some();
            if let Some(found) = found.get_mut(at) {
                *found = is_own;
            }
        }
        Same::Some(found)
    }
}

impl Table {
    /// The lines of each order, once they are sorted.
    fn orders(&self) -> impl Iterator<Item = (u64, Range<usize>)> {
        let all = self.orders.as_deref().unwrap_or_default();
        let mut start = 0;
        all.chunk_by(|one, other| one.number == other.number).filter_map(move |lines| {
            let range = start..start + lines.len();
            start = range.end;
            Some((lines.first()?.number, range))
        })
    }

    fn currency(&self, line: &Line) -> &str {
        self.currencies.get(line.currency).map(String::as_str).unwrap_or_default()
    }

    /// Rows of a hundred orders.
    fn lines_per_order(&self) -> u64 {
        let orders = self.orders().count() as u64;
        self.lines.saturating_mul(100) / orders.max(1)
    }
}

/// Tells whether two places are in one table: a file, a sheet, or a list of a document.
fn is_same(one: &Place, other: &Place) -> bool {
    let ((kind, own), (other_kind, others)) = (table_of(one), table_of(other));
    one.file == other.file
        && kind == other_kind
        // Asked of every row of a file: two empty texts are dear to compare.
        && (kind == FILE || own == others || kind == LIST && is_one_list(own, others))
}

const FILE: u8 = 0;
const LIST: u8 = 1;

/// What of a place is the same for all rows of its table; of a list, the path of the row.
fn table_of(place: &Place) -> (u8, &str) {
    match &place.position {
        Some(Position::Path(path)) => (LIST, path),
        Some(Position::Sheet(sheet, _)) => (2, sheet),
        Some(Position::Row(_) | Position::Line(..)) | None => (FILE, ""),
    }
}

/// Tells whether two paths differ in numbers only: `/orders/0` and `/orders/1`.
fn is_one_list(one: &str, other: &str) -> bool {
    let (mut own, mut others) = (one.split('/'), other.split('/'));
    let is_number = |step: &str| step.parse::<u64>().is_ok();
    loop {
        match (own.next(), others.next()) {
            (None, None) => return true,
            (Some(step), Some(other)) if step == other || is_number(step) && is_number(other) => {}
            (Some(_), Some(_)) | (Some(_), None) | (None, Some(_)) => return false,
        }
    }
}

/// Bytes of the longest number that is folded without a new text.
const FOLDED_BYTES: usize = 48;

/// Hashes a number as it is written in capitals or not.
fn hash(number: &str) -> u64 {
    let number = number.trim();
    let mut folded = [0; FOLDED_BYTES];
    match folded.get_mut(..number.len()) {
        Some(folded) if number.is_ascii() => {
            folded.copy_from_slice(number.as_bytes());
            folded.make_ascii_lowercase();
            hash_of(folded)
        }
        Some(_) | None => hash_of(number.to_lowercase().as_bytes()),
    }
}

fn hash_of(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}
