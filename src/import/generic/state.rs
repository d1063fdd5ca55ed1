//! State: which rows of a table say that an order was cancelled or paid back as a whole.
//!
//! In: the columns of a table of purchases. Out: those that say it, and how: by a word (`Refunded`), by a flag
//! (`is_cancelled`), by a day (`Storniert am`), or by what was paid back. What was only asked for, refused or done for a part is none.
//!
//! Not here: the words (`words.yaml`), and what becomes of such a row (`row`).

use super::column::Column;
use super::dictionary::{Money, words};
use super::field::Field;
use crate::import::fold;

/// How a column says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// By a word.
    Word,
    /// By a flag.
    Flag,
    /// By the day it was done.
    Day,
    /// By the amount that was paid back.
    Amount,
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

/// Returns the columns that say it; `paid` is the one of what was paid.
pub(super) fn states(columns: &[Column], paid: Option<&str>) -> Vec<(String, How)> {
    let others = columns.iter().filter(|column| column.filled > 0 && paid != Some(column.name.as_str()));
    let found = others.filter_map(|column| Some((column.name.clone(), how(column)?)));
    // What stands in a list is said of a part of the order, unless it is money, which is compared.
    found.filter(|(name, how)| *how == How::Amount || !name.contains('[')).collect()
}

fn how(column: &Column) -> Option<How> {
    let meaning = &column.meaning;
    if meaning.money == Some(Money::Refund) && column.is_number() {
        return Some(How::Amount);
    }
    if meaning.is(Field::Status) || is_kind(&column.name) {
        return column.is_text().then_some(How::Word);
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

/// Tells whether the word of a state says it.
pub(super) fn is_undone(state: &str) -> bool {
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
pub(super) fn is_set(flag: &str) -> bool {
    let flag = fold(flag);
    words().values.affirmed.contains(&flag)
}

/// Tells whether a text is a day on which something was done.
pub(super) fn is_day(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'1'..=b'9')) && !NO_DAYS.iter().any(|none| text.starts_with(none))
}
