//! Money: which column of a table says what the person paid for a row.
//!
//! In: the columns with what their names say, whether they hold numbers, and the first rows. Out: the column, and how its
//! numbers are read: by which sign of decimals, in which unit, times which other column. A total with tax wins over another
//! total, that over an amount, over the sum of a line, over a price, over a price per piece; tax, shipping, discounts and the
//! like are parts and never the amount while anything else is there.
//!
//! Not here: the text of an amount (`amount`).

use std::cmp::Ordering;

use super::dictionary::Money;
use super::field::Field;
use super::repeated::Orders;
use super::tender::{Tender, tender};
use super::words::{Meaning, depth};
use crate::import::amount::Sign;
use crate::import::currency;
use crate::law::category::Category;

/// What is known of a column.
pub(super) struct Figures<'c> {
    pub(super) name: &'c str,
    pub(super) meaning: &'c Meaning,
    pub(super) filled: u32,
    /// Values that are amounts.
    pub(super) numbers: u32,
    /// Values with a digit in them.
    pub(super) with_digits: u32,
    /// Values that prove a point to be the sign of decimals.
    pub(super) points: u32,
    /// Values that prove a comma to be it.
    pub(super) commas: u32,
    /// The sign that stands alone before three digits, where some values have no other sign.
    pub(super) open: Option<char>,
    /// Values of four digits or more with nothing between them.
    pub(super) ungrouped: u32,
    /// Whether its values are dates.
    pub(super) is_dated: bool,
}

/// The column that says what was paid, and how it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paid<C> {
    /// The column.
    pub(crate) column: C,
    /// The sign of decimals where a text proves none.
    pub(crate) sign: Sign,
    /// Whether it counts cents.
    pub(crate) is_smallest: bool,
    /// The number of pieces, where the amount is of one.
    pub(crate) quantity: Option<C>,
    /// Whether it is what the whole order cost, in each of its rows.
    pub(crate) is_of_order: bool,
    /// First rows whose amount may be that of the whole order, which others have too.
    pub(crate) may_repeat: u32,
    /// Which way the money goes.
    pub(crate) flow: Flow,
    /// In which currency.
    pub(crate) tender: Tender<C>,
    /// Columns that say it where this one says nothing: of another currency, or of what came in.
    pub(crate) others: Vec<Other<C>>,
}

/// Another column that says what was paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Other<C> {
    pub(crate) column: C,
    pub(crate) sign: Sign,
    pub(crate) flow: Flow,
    pub(crate) tender: Tender<C>,
}

/// Which way the money of a column goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flow {
    /// As the amounts say.
    AsWritten,
    /// Out of the account, with a sign or without.
    Out,
    /// Into it.
    In,
}

impl Flow {
    pub(super) fn of(meaning: &Meaning) -> Self {
        match (meaning.is(Field::Debit), meaning.is(Field::Credit)) {
            (true, false) => Self::Out,
            (false, true) => Self::In,
            (true, true) | (false, false) => Self::AsWritten,
        }
    }
}

impl<C> Paid<C> {
    /// Names its columns otherwise.
    pub(super) fn map<D>(self, seat: impl Fn(C) -> D) -> Paid<D> {
        let Self { column, sign, is_smallest, quantity, is_of_order, may_repeat, flow, tender, others } =
            self;
        let other = |other: Other<C>| Other {
            column: seat(other.column),
            sign: other.sign,
            flow: other.flow,
            tender: other.tender.map(&seat),
        };
        let others = others.into_iter().map(other).collect();
        let (column, quantity, tender) = (seat(column), quantity.map(&seat), tender.map(&seat));
        Paid { column, sign, is_smallest, quantity, is_of_order, may_repeat, flow, tender, others }
    }
}

impl Figures<'_> {
    fn is_number(&self) -> bool {
        self.numbers > 0 && self.numbers * 2 >= self.filled
    }

    /// Tells whether it holds money by its name: what counts points or pieces does not, a code is none, and what is left on an
    /// account was not paid.
    fn is_money(&self) -> bool {
        self.meaning.is(Field::Amount) && !self.meaning.is_any(&[Field::Measure, Field::Code, Field::Balance])
    }

    fn is_quantity(&self) -> bool {
        self.meaning.is(Field::Quantity) && self.is_number()
    }

    fn is_of_piece(&self) -> bool {
        self.meaning.money == Some(Money::Unit)
    }

    /// Returns the sign of decimals its values prove together: where thousands are not divided, a sign before three digits does
    /// not divide them either. `unless_proven` is that of the format.
    pub(super) fn sign(&self, unless_proven: Sign) -> Sign {
        match (self.commas.cmp(&self.points), self.open) {
            (Ordering::Greater, _) => Sign::Of(','),
            (Ordering::Less, _) => Sign::Of('.'),
            (Ordering::Equal, Some(open)) if self.ungrouped > 0 => Sign::Of(open),
            (Ordering::Equal, _) => unless_proven,
        }
    }

    /// Tells whether it counts cents: its name says so, and no value has decimals of its own.
    pub(super) fn is_smallest(&self) -> bool {
        self.meaning.is(Field::Smallest) && self.commas + self.points == 0
    }
}

/// Returns the column that says what was paid; where none can be read, one that should say it.
pub(super) fn paid(
    columns: &[Figures<'_>],
    unless_proven: Sign,
    rows: &dyn Fn() -> Rows,
) -> Option<Paid<String>> {
    let money = || columns.iter().filter(|column| column.is_money());
    let quantity = columns.iter().find(|column| column.is_quantity());
    let most = columns.iter().map(|column| column.filled).max().unwrap_or(0);
    let mut readable: Vec<&Figures<'_>> = money().filter(|column| column.is_number()).collect();
    let line = readable.iter().find(|column| {
        column.meaning.money == Some(Money::Line) || column.is_of_piece() && quantity.is_some()
    });
    let has_total = readable.iter().any(|column| is_total(column));
    let has_orders = || columns.iter().any(|it| it.meaning.is(Field::OrderNumber) && it.filled > 0);
    let neighbours = (has_total || readable.len() > 1 && has_orders()).then(rows);
    if let Some((line, rows)) = line.zip(neighbours.as_ref()) {
        let repeated = rows.repeated(&readable, line.name);
        readable.retain(|column| !is_total(column) || !repeated.contains(&column.name.to_owned()));
    }
    let rank = |column: &Figures<'_>| {
        let is_usual = column.filled * 2 >= most;
        // Of what went out or came in, one alone is less than an amount.
        let is_lone = Flow::of(column.meaning) != Flow::AsWritten && !has_counterpart(column, columns);
        let weight = if is_lone { 0 } else { weight(column, quantity.is_some()) };
        // What counts things is called a total as well, and has no decimals.
        let has_decimals = column.points + column.commas > 0;
        (is_usual, weight, has_decimals, std::cmp::Reverse(depth(column.name)))
    };
    // Of equals the first wins, so the order is turned round for `max_by_key`.
    let best = readable.iter().copied().rev().max_by_key(|column| rank(column));
    let unread = || money().find(|column| column.with_digits * 2 > column.filled && column.filled > 0);
    let column = best.or_else(unread)?;
    let others = others(column, columns, unless_proven);
    Some(Paid {
        column: column.name.to_owned(),
        sign: column.sign(unless_proven),
        is_smallest: column.is_smallest(),
        quantity: quantity.filter(|_| column.is_of_piece()).map(|quantity| quantity.name.to_owned()),
        is_of_order: neighbours.as_ref().is_some_and(|rows| rows.is_of_order(column)),
        may_repeat: neighbours.as_ref().map_or(0, |rows| rows.may_repeat(column)),
        flow: if others.is_empty() { Flow::AsWritten } else { Flow::of(column.meaning) },
        tender: tender(column, columns),
        others,
    })
}

/// Tells whether the other way of the money has a column too.
fn has_counterpart(column: &Figures<'_>, columns: &[Figures<'_>]) -> bool {
    let flow = Flow::of(column.meaning);
    columns.iter().any(|other| match (flow, Flow::of(other.meaning)) {
        (Flow::Out, Flow::In) | (Flow::In, Flow::Out) => true,
        (Flow::AsWritten | Flow::Out | Flow::In, _) => false,
    })
}

/// Returns the columns that say what was paid where one says nothing.
fn others(column: &Figures<'_>, columns: &[Figures<'_>], unless_proven: Sign) -> Vec<Other<String>> {
    let code = currency::in_name(column.name);
    let flow = Flow::of(column.meaning);
    let is_beside = |other: &&Figures<'_>| {
        let is_of_other_currency = || {
            let others = currency::in_name(other.name);
            code.is_some()
                && others.is_some()
                && others != code
                && other.meaning.money == column.meaning.money
        };
        let is_of_other_flow = match (flow, Flow::of(other.meaning)) {
            (Flow::Out, Flow::In) | (Flow::In, Flow::Out) => true,
            (Flow::AsWritten | Flow::Out | Flow::In, _) => false,
        };
        other.name != column.name && other.is_money() && (is_of_other_flow || is_of_other_currency())
    };
    let others = columns.iter().filter(is_beside).map(|other| Other {
        column: other.name.to_owned(),
        sign: other.sign(unless_proven),
        flow: Flow::of(other.meaning),
        tender: tender(other, columns),
    });
    others.collect()
}

fn is_total(column: &Figures<'_>) -> bool {
    matches!(column.meaning.money, Some(Money::Gross | Money::Total))
}

/// How likely a column says what was paid.
fn weight(column: &Figures<'_>, has_quantity: bool) -> u32 {
    match column.meaning.money {
        Some(Money::Gross) => 9,
        Some(Money::Total) => 8,
        None => 7,
        Some(Money::Line) => 6,
        Some(Money::Price) => 5,
        Some(Money::Unit) if has_quantity => 4,
        Some(Money::Unit) => 3,
        Some(Money::Net) => 2,
        Some(Money::Part) => 1,
        Some(Money::Refund) => 0,
    }
}

/// The first rows, for what only neighbours tell.
pub(super) struct Rows {
    /// Pairs of neighbouring rows: the columns whose value is there and the same in both.
    pub(super) alike: Vec<Vec<String>>,
    /// The columns that hold the numbers of orders.
    pub(super) orders: Vec<String>,
    /// What the rows of orders share.
    pub(super) of_orders: Orders,
}

/// Orders of several rows, from which a total that is the same in all of them is no accident.
const SEVERAL_MIN: u32 = 2;

impl Rows {
    /// Tells whether an amount is that of the order, in each of its rows: the prices of its rows prove it, its name says so, or
    /// several orders show it.
    fn is_of_order(&self, column: &Figures<'_>) -> bool {
        let Orders { several, same, totals, lines, .. } = &self.of_orders;
        let is_in = |names: &[String]| names.iter().any(|name| name == column.name);
        let is_named_so = column.meaning.categories.contains(&Category::Purchases);
        let is_shown = is_named_so && *several >= 1 || *several >= SEVERAL_MIN && !is_in(lines);
        is_in(totals) || is_total(column) && is_in(same) && is_shown
    }

    /// Returns how many rows have a total that others of their order have too, where nothing tells which of both it is of.
    fn may_repeat(&self, column: &Figures<'_>) -> u32 {
        let Orders { rows, same, lines, .. } = &self.of_orders;
        let is_in = |names: &[String]| names.iter().any(|name| name == column.name);
        let is_open = is_total(column) && is_in(same) && !is_in(lines);
        if is_open && !self.is_of_order(column) { *rows } else { 0 }
    }

    /// Returns the totals that stand again in every row of one order: they are what the order cost, not the row. Without
    /// numbers of orders, a total that stands again beside another sum of a line tells it.
    fn repeated(&self, columns: &[&Figures<'_>], line: &str) -> Vec<String> {
        let has = |alike: &[String], name: &str| alike.iter().any(|same| same == name);
        let same_order = |alike: &&Vec<String>| self.orders.iter().any(|order| has(alike, order));
        let pairs: Vec<&Vec<String>> = self.alike.iter().filter(same_order).collect();
        let is_repeated = |name: &str| {
            if self.orders.is_empty() {
                self.alike.iter().any(|alike| has(alike, name) && !has(alike, line))
            } else {
                !pairs.is_empty() && pairs.iter().all(|alike| has(alike, name))
            }
        };
        columns.iter().map(|column| column.name.to_owned()).filter(|name| is_repeated(name)).collect()
    }
}
