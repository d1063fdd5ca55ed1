//! Tender: in which currency the amounts of a column are.
//!
//! In: the columns of a table. Out: for a column of amounts the column of currencies that belongs to it, and the currency its own
//! name gives. A column of currencies belongs to the amounts it is named like (`Devise prix` to `Prix`, `refund.currency` to
//! `refund.amount`); one that is named like nothing belongs to the amounts it stands beside.
//!
//! Not here: which column says what was paid (`money`), nor reading currencies (`currency`).

use std::cmp::Reverse;

use super::dictionary::{Says, dictionary};
use super::field::Field;
use super::money::Figures;
use crate::import::currency;
use crate::import::fold;

/// What says in which currency amounts are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tender<C> {
    /// The column of their currencies.
    pub(crate) column: Option<C>,
    /// The currency the name of their own column gives: `Prix TTC (€)`.
    pub(crate) named: Option<&'static str>,
}

impl<C> Tender<C> {
    /// Names its column otherwise.
    pub(super) fn map<D>(self, seat: impl Fn(C) -> D) -> Tender<D> {
        Tender { column: self.column.map(seat), named: self.named }
    }
}

/// Returns what says in which currency the amounts of a column are.
pub(super) fn tender(amount: &Figures<'_>, columns: &[Figures<'_>]) -> Tender<String> {
    let named = currency::in_name(amount.name);
    let mut held = columns.iter().enumerate().filter(|(_, column)| is_currency(column));
    let (first, second) = (held.next(), held.next());
    let column = match (first, second) {
        (Some((_, only)), None) => Some(only.name.to_owned()),
        (Some((first, _)), Some(_)) => nearest(amount, columns, first),
        (None, _) => None,
    };
    Tender { column, named }
}

/// A value day is called as a currency is.
fn is_currency(column: &Figures<'_>) -> bool {
    column.meaning.is(Field::Currency) && column.filled > 0 && !column.is_dated
}

/// Returns the one of several columns of currencies that belongs to a column of amounts.
fn nearest(amount: &Figures<'_>, columns: &[Figures<'_>], first: usize) -> Option<String> {
    let own = Named::of(amount.name);
    let place = columns.iter().position(|column| column.name == amount.name)?;
    let amounts: Vec<(usize, Named)> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.meaning.is(Field::Amount) || column.meaning.money.is_some())
        .filter(|(_, column)| !is_currency(column))
        .map(|(at, column)| (at, Named::of(column.name)))
        .collect();
    // A table that begins with a currency has each before its amount, and else each behind it.
    let are_before = amounts.first().is_some_and(|(at, _)| first < *at);
    let rank = |at: usize, name: &str| {
        let of = Named::of(name);
        let likeness = of.likeness(&own);
        let others = amounts.iter().filter(|(other, _)| *other != place);
        let is_of_other = others.map(|(_, other)| of.likeness(other)).any(|other| other > likeness);
        let is_right_side = (at < place) == are_before;
        (likeness, !is_of_other, of.is_bare(), Reverse(at.abs_diff(place)), is_right_side)
    };
    let held = columns.iter().enumerate().filter(|(_, column)| is_currency(column));
    // Of equals the first wins, so the order is turned round for `max_by_key`.
    let held: Vec<_> = held.map(|(at, column)| (at, column.name)).collect();
    let best = held.iter().rev().max_by_key(|(at, name)| rank(*at, name));
    best.map(|(_, name)| (*name).to_owned())
}

/// The words of a name that tell its amount from others: neither what any amount is called nor what any currency is.
struct Named(Vec<String>);

impl Named {
    fn of(name: &str) -> Self {
        let is_common = |word: &str| {
            let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
            let says = |field: Field| {
                dictionary().of(word, true).any(|says| matches!(says, Says::Field(said) if *said == field))
            };
            let is_money = || dictionary().of(word, true).any(|says| matches!(says, Says::Money(_)));
            is_number || says(Field::Currency) || says(Field::Code) || says(Field::Amount) && !is_money()
        };
        let words = fold::words(name);
        Self(words.split_whitespace().filter(|word| !is_common(word)).map(str::to_owned).collect())
    }

    fn is_bare(&self) -> bool {
        self.0.is_empty()
    }

    /// How many words two names share.
    fn likeness(&self, other: &Self) -> usize {
        self.0.iter().filter(|word| other.0.contains(word)).count()
    }
}
