//! Sum: what the rows of a table add up to so far, so that a row that only says so is not counted once more.
//!
//! In: the amounts of the rows, one at a time. Out: whether an amount is the sum of those above, or of those since the last
//! such sum, with or without orders that were cancelled, to a cent. Not here: which column holds them (`money`), what a row is called (`words`).

use rust_decimal::Decimal;

use crate::import::currency;
use crate::import::record::Amount;

/// Currencies added up apart; tables that have more are not looked at.
const CURRENCIES_MAX: usize = 16;

/// The sums of a table.
#[derive(Default)]
pub(super) struct Sums {
    of: Vec<Sum>,
    last: usize,
}

/// The sum of one currency.
struct Sum {
    currency: Option<String>,
    all: Decimal,
    /// What it was at the last row that was such a sum.
    before: Decimal,
    /// The same of orders that were cancelled or paid back, which are in no sum of ours.
    undone: Decimal,
    undone_before: Decimal,
    rows: u64,
}

/// How far a total of rounded rows may be from their sum.
const ROUNDED: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

impl Sum {
    /// Tells whether an amount is what the rows add up to, or those since the last row that was such a sum.
    fn is(&self, amount: Decimal) -> bool {
        let is_near = |sum: Option<Decimal>| {
            let apart = sum.and_then(|sum| sum.checked_sub(amount));
            apart.is_some_and(|apart| apart.is_zero() || self.rows > 1 && apart.abs() <= ROUNDED)
        };
        let with_undone = |sum: Decimal, undone: Decimal| {
            is_near(Some(sum)) || !undone.is_zero() && is_near(sum.checked_add(undone))
        };
        let since = self.all.checked_sub(self.before);
        let undone_since = self.undone.checked_sub(self.undone_before);
        with_undone(self.all, self.undone)
            || since.zip(undone_since).is_some_and(|(since, undone)| with_undone(since, undone))
    }
}

impl Sums {
    /// Adds the amount of a row.
    pub(super) fn add(&mut self, amount: &Amount<'_>) {
        if let Some(sum) = self.of(amount) {
            // A sum beyond all digits equals nothing that can be written.
            sum.all = sum.all.checked_add(amount.value).unwrap_or(Decimal::MAX);
            sum.rows += 1;
        }
    }

    /// Adds the amount of an order that was cancelled or paid back, which some totals have.
    pub(super) fn add_undone(&mut self, amount: &Amount<'_>) {
        if let Some(sum) = self.of(amount) {
            sum.undone = sum.undone.checked_add(amount.value).unwrap_or(Decimal::MAX);
            sum.rows += 1;
        }
    }

    fn of(&mut self, amount: &Amount<'_>) -> Option<&mut Sum> {
        let code = amount.currency.as_deref();
        if !self.of.get(self.last).is_some_and(|sum| is_same(sum.currency.as_deref(), code)) {
            let known = self.of.iter().position(|sum| is_same(sum.currency.as_deref(), code));
            if known.is_none() {
                if self.of.len() >= CURRENCIES_MAX {
                    return None;
                }
                let currency = code.map(str::to_owned);
                let zero = Decimal::ZERO;
                let sum =
                    Sum { currency, all: zero, before: zero, undone: zero, undone_before: zero, rows: 0 };
                self.of.push(sum);
            }
            self.last = known.unwrap_or(self.of.len() - 1);
        }
        self.of.get_mut(self.last)
    }

    /// Tells whether an amount is what the rows above add up to. A total may name the currency that they do not, or the
    /// other way round.
    pub(super) fn add_up_to(&self, amount: &Amount<'_>) -> bool {
        self.equal(amount).is_some()
    }

    /// Begins the next part of the table behind a total.
    pub(super) fn begin_behind(&mut self, amount: &Amount<'_>) {
        let found = self.equal(amount).and_then(|at| self.of.get_mut(at));
        if let Some(sum) = found {
            (sum.before, sum.undone_before) = (sum.all, sum.undone);
        }
    }

    /// Tells whether any of them is of several rows.
    pub(super) fn are_of_several(&self) -> bool {
        self.of.iter().any(|sum| sum.rows > 1)
    }

    fn equal(&self, amount: &Amount<'_>) -> Option<usize> {
        let code = amount.currency.as_deref();
        let is_one = self.of.len() == 1;
        self.of.iter().position(|sum| {
            let own = sum.currency.as_deref();
            let may_be = |own: &str, code: &str| currency::may_be_one(own, code);
            let is_of =
                is_same(own, code) || is_one && may_be(own.unwrap_or_default(), code.unwrap_or_default());
            is_of && sum.rows > 0 && sum.is(amount.value)
        })
    }
}

/// Nothing is compared with nothing without a look at its letters: this is asked of every row.
fn is_same(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one == other,
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}
