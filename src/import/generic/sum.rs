//! Sum: what the rows of a table add up to so far, so that a row that only says so is not counted once more.
//!
//! In: the amounts of the rows, one at a time. Out: whether an amount is the sum of those above, or of those since the last
//! such sum. Not here: which column holds them (`money`), what a row is called (`words`).

use rust_decimal::Decimal;

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
    rows: u64,
}

impl Sum {
    /// What came since the last row that was such a sum.
    fn since(&self) -> Option<Decimal> {
        self.all.checked_sub(self.before)
    }
}

impl Sums {
    /// Adds the amount of a row.
    pub(super) fn add(&mut self, amount: &Amount<'_>) {
        let code = amount.currency.as_deref();
        if !self.of.get(self.last).is_some_and(|sum| is_same(sum.currency.as_deref(), code)) {
            let known = self.of.iter().position(|sum| is_same(sum.currency.as_deref(), code));
            if known.is_none() {
                if self.of.len() >= CURRENCIES_MAX {
                    return;
                }
                let currency = code.map(str::to_owned);
                self.of.push(Sum { currency, all: Decimal::ZERO, before: Decimal::ZERO, rows: 0 });
            }
            self.last = known.unwrap_or(self.of.len() - 1);
        }
        if let Some(sum) = self.of.get_mut(self.last) {
            // A sum beyond all digits equals nothing that can be written.
            sum.all = sum.all.checked_add(amount.value).unwrap_or(Decimal::MAX);
            sum.rows += 1;
        }
    }

    /// Tells whether an amount is what the rows above add up to, and if so begins the next part of the table.
    pub(super) fn add_up_to(&mut self, amount: &Amount<'_>) -> bool {
        let code = amount.currency.as_deref();
        let is_one = self.of.len() == 1;
        let equal = |sum: &&mut Sum| {
            let is_of = is_same(sum.currency.as_deref(), code) || is_one && code.is_none();
            is_of && sum.rows > 0 && (sum.all == amount.value || sum.since() == Some(amount.value))
        };
        let found = self.of.iter_mut().find(equal);
        found.map(|sum| sum.before = sum.all).is_some()
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
