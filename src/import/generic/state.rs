//! State: which rows of a table say that an order was cancelled or paid back as a whole.
//!
//! In: the columns of a table of purchases. Out: those that say it, and how: by a word (`Refunded`), by a flag
//! (`is_cancelled`), by a day (`Storniert am`), or by what was paid back; and those that say that it was not paid. What was only
//! asked for, refused or done for a part is none.
//!
//! Not here: the words (`words.yaml`), and what becomes of such a row (`row`).

use std::cell::RefCell;

use super::column::Column;
use super::dictionary::{Money, words};
use super::field::Field;
use super::row::Seat;
use crate::import::amount::{self, Beside, Sign};
use crate::import::fold;
use crate::import::record::Amount;
use crate::law::category::Category;

/// How a column says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// By a word.
    Word,
    /// By the word for what kind of booking a row is.
    Kind,
    /// By a word for how a payment went.
    Paying,
    /// By a flag.
    Flag,
    /// By the day it was done.
    Day,
    /// By the amount that was paid back, and how that is read.
    Amount { sign: Sign, is_smallest: bool },
}

/// What a row says about the money of its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// It was cancelled, paid back or never paid.
    Undone,
    /// It is a booking of what was paid back.
    PaidBack,
    /// A part of it was paid back.
    InPart,
}

/// A column that says whether an order was cancelled or paid back.
pub(super) struct StateSeat {
    pub(super) seat: Seat,
    how: How,
    /// Whether it is one of a list of payments, which says only which failed.
    is_of_payments: bool,
    /// The last word, and what it says: they are few.
    last: RefCell<(String, Option<Stands>)>,
}

impl StateSeat {
    pub(super) fn new(name: String, how: How, is_of_payments: bool) -> Self {
        Self { seat: Seat::new(name), how, is_of_payments, last: RefCell::default() }
    }

    /// Tells whether it says which payments failed, whichever way they were to go.
    pub(super) fn is_of_payments(&self) -> bool {
        self.is_of_payments
    }

    /// Returns what it says of a row.
    pub(super) fn stands(&self, text: &str, amount: Option<&Amount<'_>>) -> Option<Stands> {
        let so = |is_so: bool| is_so.then_some(Stands::Undone);
        match self.how {
            How::Word | How::Kind | How::Paying => {
                let mut last = self.last.borrow_mut();
                if last.0 != text {
                    *last = (text.to_owned(), self.word(text));
                }
                last.1
            }
            How::Flag => so(is_set(text)),
            How::Day => so(is_day(text)),
            How::Amount { sign, is_smallest } => {
                let beside = Beside { is_smallest, ..Beside::nothing(sign) };
                let refunded = amount::of_row(text, &beside).ok()?.amount.value.abs();
                let paid = amount?.value;
                // What was free is not paid back by nothing.
                if refunded.is_zero() {
                    None
                } else if refunded >= paid {
                    Some(Stands::Undone)
                } else {
                    Some(Stands::InPart)
                }
            }
        }
    }

    fn word(&self, text: &str) -> Option<Stands> {
        if self.is_of_payments {
            return has_failed(text).then_some(Stands::Undone);
        }
        if self.how == How::Kind && is_paid_back(text) {
            return Some(Stands::PaidBack);
        }
        let is_paying = self.how == How::Paying;
        (is_undone(text) || is_unpaid(text, is_paying)).then_some(Stands::Undone)
    }
}

/// Days that stand where there is none.
const NO_DAYS: [&str; 9] = [
    "0000",
    "0001-01-01",
    "01/01/0001",
    "1899-12-30",
    "1900-01-01",
    "1970-01-01",
    "9999",
    "31/12/9999",
    "31.12.9999",
];

/// Returns the columns that say it; `paid` is the one of what was paid. In a list of payments they say only that one failed.
pub(super) fn states(columns: &[Column], category: Category, paid: Option<&str>) -> Vec<(String, How)> {
    if category == Category::Payment {
        let failing = columns.iter().filter(|column| column.meaning.is(Field::Status) && column.is_text());
        return failing.map(|column| (column.name.clone(), How::Paying)).collect();
    }
    if category != Category::Purchases {
        return Vec::new();
    }
    let others = columns.iter().filter(|column| column.filled > 0 && paid != Some(column.name.as_str()));
    let found = others.filter_map(|column| Some((column.name.clone(), how(column)?)));
    // What stands in a list is said of a part of the order, unless it is money, which is compared.
    found.filter(|(name, how)| matches!(how, How::Amount { .. }) || !name.contains('[')).collect()
}

fn how(column: &Column) -> Option<How> {
    let meaning = &column.meaning;
    if meaning.money == Some(Money::Refund) && column.is_number() {
        let figures = column.figures();
        return Some(How::Amount { sign: figures.sign(Sign::Unsaid), is_smallest: figures.is_smallest() });
    }
    if is_kind(&column.name) {
        return column.is_text().then_some(How::Kind);
    }
    if meaning.is(Field::Status) {
        let how = if is_of_payment(&fold::words(&column.name)) { How::Paying } else { How::Word };
        return column.is_text().then_some(how);
    }
    if !is_named_so(&column.name) || meaning.is(Field::Amount) {
        return None;
    }
    if column.is_flag() {
        Some(How::Flag)
    } else if column.is_text() {
        Some(How::Word)
    } else {
        // A number under such a name counts days, or is that of a version.
        column.has_dates().then_some(How::Day)
    }
}

fn is_kind(name: &str) -> bool {
    let name = fold::words(name);
    words().states.kind.iter().any(|known| known == name.trim())
}

/// Tells whether a name says that something was cancelled or paid back: `is_cancelled`, `Storniert am`.
fn is_named_so(name: &str) -> bool {
    let words = words();
    let spoken = fold::words(name);
    let says = |list: &[String]| spoken.split_whitespace().any(|word| list.iter().any(|known| known == word));
    (says(&words.values.undone) || says(&words.values.undoing))
        && !says(&words.values.partly)
        && !says(&words.values.asked)
        && !says(&words.states.unless)
}

/// Tells whether folded words are about a payment.
fn is_of_payment(spoken: &str) -> bool {
    words().values.paying.iter().any(|part| spoken.contains(part.as_str()))
}

/// Tells whether the word of a state says that nothing was paid: `PAYMENT_PENDING`, and under the name of a payment `pending`.
fn is_unpaid(state: &str, is_of_payment_alone: bool) -> bool {
    let values = &words().values;
    let spoken = fold::words(state);
    let says = |list: &[String]| spoken.split_whitespace().any(|word| list.iter().any(|known| known == word));
    let is_payment = || is_of_payment_alone || is_of_payment(&spoken);
    !says(&values.partly)
        && (says(&values.unpaid)
            || says(&values.pending) && !says(&values.undoing) && !says(&values.undone) && is_payment())
}

/// Tells whether a word says that a payment failed.
fn has_failed(state: &str) -> bool {
    let values = &words().values;
    let spoken = fold::words(state);
    let says = |list: &[String]| spoken.split_whitespace().any(|word| list.iter().any(|known| known == word));
    says(&values.failed) && !says(&values.partly) && !says(&values.undoing)
}

/// Tells whether the word for a booking says that money was paid back.
fn is_paid_back(kind: &str) -> bool {
    let values = &words().values;
    let spoken = fold::words(kind);
    let is_said = |known: &String| {
        spoken.match_indices(known.as_str()).any(|(at, _)| {
            spoken.get(..at).is_some_and(|before| before.ends_with(' '))
                && spoken.get(at + known.len()..).is_some_and(|behind| behind.starts_with(' '))
        })
    };
    let is_asked = spoken.split_whitespace().any(|word| values.asked.iter().any(|known| known == word));
    !is_asked && values.paid_back.iter().any(is_said)
}

/// Tells whether the word of a state says it.
fn is_undone(state: &str) -> bool {
    let values = &words().values;
    let spoken = fold::words(state);
    let says = |list: &[String]| spoken.split_whitespace().any(|word| list.iter().any(|known| known == word));
    if says(&values.partly) {
        return false;
    }
    let (is_asked, has_failed) = (says(&values.asked), says(&values.failed));
    says(&values.undone)
        || if says(&values.undoing) { !is_asked && !has_failed } else { has_failed && !is_asked }
}

/// Tells whether a flag is set.
fn is_set(flag: &str) -> bool {
    let flag = fold(flag);
    words().values.affirmed.contains(&flag)
}

/// Tells whether a text is a day on which something was done.
fn is_day(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'1'..=b'9')) && !NO_DAYS.iter().any(|none| text.starts_with(none))
}
