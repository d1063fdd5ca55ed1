//! Billing: the money of orders that stand in several tables of one answer, counted once.
//!
//! In: the records of a table of purchases, each with the number of its order. Out: what each order cost by table; and at the end,
//! sums in which an order that stands in several tables, in one currency and year, is counted in one of them: that of orders before
//! that of their lines, else the first. Records are all counted as before, and a finding at each of the tables says so.
//!
//! Bounded: a table with more than [`LINES_MAX`] amounts is not compared with others, nor is one that comes when the answer has more
//! than [`LINES_IN_ALL_MAX`]. Numbers are kept as hashes.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::Datelike;
use rust_decimal::Decimal;

use super::record::Record;
use super::totals::Totals;
use crate::finding::{Code, Finding, Place, Position};
use crate::law::category::Category;

/// Amounts of one table that are compared: a person who orders every day needs a hundred years for as many.
const LINES_MAX: u64 = 40_000;

/// Amounts of all tables that are compared.
const LINES_IN_ALL_MAX: u64 = 160_000;

/// Tables of one answer that are compared.
const TABLES_MAX: usize = 64;

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
    value: Decimal,
    /// Which of the table's.
    currency: usize,
    year: Option<i32>,
}

impl Bills {
    /// Takes a record of an order.
    pub(super) fn take(&mut self, number: &str, record: &Record<'_>) {
        let Some(amount) = record.amount.as_ref().filter(|_| record.category == Category::Purchases) else {
            return;
        };
        let Some(table) = self.table(&record.place) else { return };
        table.lines += 1;
        let Some(orders) = table.orders.as_mut() else { return };
        let written = amount.currency.as_deref().unwrap_or_default();
        let known = table.currencies.iter().position(|currency| currency == written);
        let currency = known.unwrap_or_else(|| {
            table.currencies.push(written.to_owned());
            table.currencies.len() - 1
        });
        let year = record.when.map(|when| when.date().year());
        orders.push(Line { number: hash(number), value: amount.value, currency, year });
        if table.lines > LINES_MAX {
            table.orders = None;
        }
    }

    fn table(&mut self, place: &Place) -> Option<&mut Table> {
        if !self.tables.get(self.last).is_some_and(|table| is_same(&table.place, place)) {
            let known = self.tables.iter().position(|table| is_same(&table.place, place));
            self.last = match known {
                Some(known) => known,
                None if self.tables.len() >= TABLES_MAX => return None,
                None => {
                    let orders = Some(Vec::new());
                    self.tables.push(Table {
                        place: place.clone(),
                        lines: 0,
                        orders,
                        currencies: Vec::new(),
                    });
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

    /// Takes out of the sums what they count more than once, and says where.
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
        let mut counted: HashMap<u64, usize> = HashMap::new();
        let mut shared: Vec<u64> = vec![0; tables.len()];
        for (index, table) in tables.iter().enumerate() {
            for lines in table.orders() {
                let Some(number) = lines.first().map(|line| line.number) else { continue };
                let first = *counted.entry(number).or_insert(index);
                let before = tables.get(first).filter(|_| first != index);
                if before.is_some_and(|before| before.has_the_same(number, table, lines)) {
                    for line in lines {
                        totals.uncount(line.value, table.currency(line), line.year);
                    }
                    for at in [first, index] {
                        if let Some(count) = shared.get_mut(at) {
                            *count += 1;
                        }
                    }
                }
            }
        }
        let found = tables.iter().zip(shared).filter(|(_, count)| *count > 0);
        let said = found.map(|(table, count)| {
            Finding::new(Code::OrderCountedOnce, table.place.clone()).with("count", count)
        });
        said.collect()
    }
}

impl Table {
    /// Tells whether an order of another table can be the one of the same number here: shops begin to count anew.
    fn has_the_same(&self, number: u64, other: &Self, lines: &[Line]) -> bool {
        let all = self.orders.as_deref().unwrap_or_default();
        let own = all.get(all.partition_point(|line| line.number < number)..);
        let own = own.map(|own| own.iter().take_while(|line| line.number == number));
        let agrees = |one: &Line, line: &Line| {
            let (own, others) = (self.currency(one), other.currency(line));
            let is_of_a_year = one.year.is_none() || line.year.is_none() || one.year == line.year;
            is_of_a_year && (own.is_empty() || others.is_empty() || own == others)
        };
        own.is_some_and(|mut own| own.all(|one| lines.iter().all(|line| agrees(one, line))))
    }

    /// The lines of each order, once they are sorted.
    fn orders(&self) -> impl Iterator<Item = &[Line]> {
        self.orders.as_deref().unwrap_or_default().chunk_by(|one, other| one.number == other.number)
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
        && (own == others || kind == LIST && is_one_list(own, others))
}

const LIST: u8 = 1;

/// What of a place is the same for all rows of its table; of a list, the path of the row.
fn table_of(place: &Place) -> (u8, &str) {
    match &place.position {
        Some(Position::Path(path)) => (LIST, path),
        Some(Position::Sheet(sheet, _)) => (2, sheet),
        Some(Position::Row(_) | Position::Line(..)) | None => (0, ""),
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

fn hash(number: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    let number = number.trim();
    let is_low = number.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_low {
        number.hash(&mut hasher)
    } else {
        number.to_lowercase().hash(&mut hasher)
    }
    hasher.finish()
}
