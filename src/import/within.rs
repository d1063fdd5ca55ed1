//! Within: what an object says the list in it adds up to, counted once.
//!
//! In: what the tables of one file add up to, each under the path it stands at. Out: what is taken off the sums, and where that is
//! said. An order with its lines is what it cost, delivery and all; a customer with their orders is these; and a total that is the
//! number of rows beneath is none of money.
//!
//! Not here: totals in rows of the same table (`generic::adding`).

use rust_decimal::Decimal;

use super::currency;
use super::format::FormatFinding;
use super::totals::Correction;
use crate::finding::{Code, Position};
use crate::law::category::Category;

/// Currencies and years of one table that are remembered.
const SUMS_MAX: usize = 256;

/// What one table added to the sums so far.
#[derive(Debug, Default)]
pub(crate) struct Spent {
    sums: Vec<Correction>,
    last: usize,
    has_decimals: bool,
    is_beyond: bool,
}

impl Spent {
    /// Adds an amount.
    pub(crate) fn add(&mut self, category: Category, currency: &str, year: Option<i32>, value: Decimal) {
        self.has_decimals |= !value.fract().is_zero();
        let is = |sum: &Correction| sum.year == year && sum.currency == currency;
        if !self.sums.get(self.last).is_some_and(is) {
            self.last = self.sums.iter().position(is).unwrap_or(self.sums.len());
            if self.last >= SUMS_MAX {
                self.is_beyond = true;
                return;
            }
            if self.last == self.sums.len() {
                let currency = currency.to_owned();
                self.sums.push(Correction { category, currency, year, value: Decimal::ZERO, count: 0 });
            }
        }
        if let Some(sum) = self.sums.get_mut(self.last) {
            sum.value = sum.value.checked_add(value).unwrap_or(Decimal::MAX);
            sum.count += 1;
        }
    }
}

/// A table with the path it stands at.
#[derive(Debug)]
pub(crate) struct Stood {
    pub(crate) path: String,
    /// Whether it is called something that adds up what stands beside it.
    pub(crate) is_summary: bool,
    pub(crate) rows: u64,
    pub(crate) is_dated: bool,
    pub(crate) has_order_numbers: bool,
    pub(crate) spent: Spent,
}

impl Stood {
    /// Returns the path that what it says is about; nothing where it is a list itself.
    fn about(&self) -> Option<&str> {
        let above = self.path.rsplit_once('/');
        match above {
            Some((above, _)) if self.is_summary => Some(above),
            _ => (self.rows == 1 || self.path.ends_with("/*")).then_some(self.path.as_str()),
        }
    }

    fn is_in(&self, path: &str) -> bool {
        self.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
    }

    fn category(&self) -> Option<Category> {
        self.spent.sums.first().map(|sum| sum.category)
    }
}

/// Returns the currency and the total of tables that have one currency.
fn total(tables: &[&Stood]) -> Option<(String, Decimal)> {
    let mut sums = tables.iter().flat_map(|table| &table.spent.sums);
    let first = sums.next()?;
    sums.try_fold((first.currency.clone(), first.value), |(code, total), sum| {
        let total = total.checked_add(sum.value)?;
        currency::may_be_one(&code, &sum.currency)
            .then(|| (if code.is_empty() { sum.currency.clone() } else { code }, total))
    })
}

/// Returns what is to be taken off the sums, and where a total stands with what it adds up.
pub(crate) fn settle(tables: &[Stood]) -> (Vec<Correction>, Vec<FormatFinding>) {
    let (mut off, mut findings) = (Vec::new(), Vec::new());
    let mut is_out = vec![false; tables.len()];
    // What stands deepest is settled first.
    let mut order: Vec<usize> = (0..tables.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(tables.get(*at).map_or(0, |table| table.path.len())));
    for at in order {
        let Some(own) = tables.get(at).filter(|own| own.category().is_some() && !own.spent.is_beyond) else {
            continue;
        };
        let Some(about) = own.about() else { continue };
        let beneath: Vec<usize> = (0..tables.len())
            .filter(|other| *other != at && !is_out.get(*other).copied().unwrap_or(true))
            .filter(|other| {
                tables.get(*other).is_some_and(|other| {
                    other.is_in(about) && other.category() == own.category() && !other.spent.is_beyond
                })
            })
            .collect();
        let inner: Vec<&Stood> = beneath.iter().filter_map(|at| tables.get(*at)).collect();
        if inner.is_empty() {
            continue;
        }
        let lines_out = are_lines(own, &inner);
        for at in if lines_out { beneath } else { vec![at] } {
            if let (Some(table), Some(is_out)) = (tables.get(at), is_out.get_mut(at)) {
                *is_out = true;
                off.extend(table.spent.sums.iter().cloned());
            }
        }
        let at = Position::Path(own.path.clone());
        findings.push(FormatFinding::new(Code::TotalOfList, Some(at)));
    }
    (off, findings)
}

/// Tells whether tables are the lines of what one says it cost as a whole.
fn are_lines(own: &Stood, inner: &[&Stood]) -> bool {
    let Some(((code, whole), (other, sum))) = total(&[own]).zip(total(inner)) else { return false };
    let rows: u64 = inner.iter().map(|table| table.rows).sum();
    let is_count = !own.spent.has_decimals && whole == Decimal::from(rows);
    let is_order = own.has_order_numbers || inner.iter().all(|table| !table.is_dated);
    !is_count && is_order && whole >= sum && currency::may_be_one(&code, &other)
}
