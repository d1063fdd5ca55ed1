//! Bookings: rows of one order that are a sale and what was paid back of it, each with its own amount.
//!
//! In: the orders of rows that were counted, and the rows that say that money was paid back. Out: what is to be taken off the sums,
//! where the table has the sale too; rows stand in either order, and so only the end of the table tells. What was paid back for a
//! sale that is in no row is in no sum.
//!
//! Not here: which rows say it (`state`).

use std::collections::HashSet;

use chrono::Datelike;

use super::row::Undone;
use crate::finding::{Code, Place};
use crate::import::format::FormatFinding;
use crate::import::record::{Amount, Moment};
use crate::import::totals::Correction;
use crate::law::category::Category;

/// Orders and payments remembered.
const REMEMBERED_MAX: usize = 50_000;

/// What was sold and paid back so far.
#[derive(Default)]
pub(super) struct Bookings {
    sold: HashSet<String>,
    back: Vec<(String, Correction)>,
    paid_back: Undone,
    beyond: Undone,
}

impl Bookings {
    /// Notes an order whose amount was counted.
    pub(super) fn sell(&mut self, number: &str) {
        if self.sold.len() < REMEMBERED_MAX && !self.sold.contains(number) {
            self.sold.insert(number.to_owned());
        }
    }

    /// Notes what was paid back of an order.
    pub(super) fn pay_back(
        &mut self,
        number: &str,
        amount: &Amount<'_>,
        when: Option<Moment>,
        place: &Place,
        column: &str,
    ) {
        if self.back.len() >= REMEMBERED_MAX {
            return self.beyond.count(place, column);
        }
        self.paid_back.count(place, column);
        let correction = Correction {
            category: Category::Purchases,
            currency: amount.currency.as_deref().unwrap_or_default().to_owned(),
            year: when.map(|when| when.date().year()),
            value: amount.value.abs(),
            count: 0,
        };
        self.back.push((number.to_owned(), correction));
    }

    /// Returns what is to be taken off the sums, and says it.
    pub(super) fn end(self) -> (Vec<Correction>, Vec<FormatFinding>) {
        let all = self.back.len();
        let back = self.back.into_iter().filter(|(number, _)| self.sold.contains(number));
        let back: Vec<Correction> = back.map(|(_, correction)| correction).collect();
        let (taken, left) = (back.len() as u64, (all - back.len()) as u64);
        let counts = [(taken, Code::RefundTakenOff), (left, Code::OrderUndone)];
        let said = counts.into_iter().filter(|(count, _)| *count > 0);
        let mut findings: Vec<FormatFinding> =
            said.filter_map(|(count, code)| self.paid_back.finding_of(code, count)).collect();
        findings.extend(self.beyond.finding(Code::OrderUndone));
        (back, findings)
    }
}
