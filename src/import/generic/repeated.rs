//! Repeated: amounts that stand in several rows of one order because they are what the whole order cost.
//!
//! In: the first rows of a table, its columns and the one that holds the numbers of orders. Out: the columns that are the same in all
//! rows of each order, and of those the ones the prices of the rows prove to be totals: together the prices are no more, and they
//! are other amounts.
//!
//! Not here: which column says what was paid (`money`).

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::column::{Column, Row};
use super::dictionary::Money;
use super::field::Field;
use crate::import::amount::{self, Beside, Sign};

/// How far what rows cost may be from their total, each rounded.
const ROUNDED: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// What the rows of orders share.
#[derive(Default)]
pub(super) struct Orders {
    /// Orders that have several rows, and the rows of those whose rows are not all alike.
    pub(super) several: u32,
    pub(super) rows: u32,
    /// The columns whose value is the same in all rows of each such order.
    pub(super) same: Vec<String>,
    /// Those of them that are proven to be what the order cost.
    pub(super) totals: Vec<String>,
    /// Those of them that are proven to be what each row cost.
    pub(super) lines: Vec<String>,
}

impl Orders {
    /// Looks at the rows of each order.
    pub(super) fn of(rows: &[Row<'_>], columns: &[Column], order: &str) -> Self {
        let mut by_number: HashMap<&str, Vec<Row<'_>>> = HashMap::new();
        for row in rows {
            let number = text(row, order).filter(|number| !number.is_empty());
            number.into_iter().for_each(|number| by_number.entry(number).or_default().push(row));
        }
        let several: Vec<Vec<Row<'_>>> = by_number.into_values().filter(|rows| rows.len() > 1).collect();
        let is_same = |column: &&Column| {
            let name = column.name.as_str();
            several.iter().all(|rows| {
                rows.windows(2).all(|pair| match pair {
                    [one, other] => {
                        text(one, name).unwrap_or_default() == text(other, name).unwrap_or_default()
                    }
                    _ => true,
                })
            })
        };
        let same: Vec<String> = columns.iter().filter(is_same).map(|column| column.name.clone()).collect();
        let (mut totals, mut lines) = (Vec::new(), Vec::new());
        let pieces = columns.iter().find(|column| column.meaning.is(Field::Quantity) && column.is_number());
        for total in columns.iter().filter(|column| may_be_total(column) && same.contains(&column.name)) {
            let prices = columns.iter().filter(|column| is_price(column) && column.name != total.name);
            let said: Vec<Proof> = prices
                .filter_map(|price| {
                    let pieces = pieces.filter(|_| price.meaning.money == Some(Money::Unit));
                    Proof::of(&several, total, price, pieces, same.contains(&price.name))
                })
                .collect();
            if said.contains(&Proof::Line) {
                lines.push(total.name.clone());
            } else if said.contains(&Proof::Total) {
                totals.push(total.name.clone());
            }
        }
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        // A row that is told twice says nothing about its order.
        let are_told_twice = |rows: &&Vec<Row<'_>>| rows.windows(2).all(|pair| pair.first() == pair.last());
        let rows = several.iter().filter(|rows| !are_told_twice(rows)).map(Vec::len).sum();
        Self { several: count(several.len()), rows: count(rows), same, totals, lines }
    }
}

fn text<'r>(row: Row<'r>, name: &str) -> Option<&'r str> {
    row.iter().find(|(known, _)| known == name).map(|(_, text)| text.trim())
}

fn is_money(column: &Column) -> bool {
    let meaning = &column.meaning;
    column.is_number()
        && meaning.is(Field::Amount)
        && !meaning.is_any(&[Field::Measure, Field::Code, Field::Balance, Field::Quantity])
}

fn may_be_total(column: &Column) -> bool {
    is_money(column) && matches!(column.meaning.money, Some(Money::Gross | Money::Total) | None)
}

/// What stands in a list of one row is no price of that row.
fn is_price(column: &Column) -> bool {
    is_money(column)
        && !column.name.contains('[')
        && !matches!(column.meaning.money, Some(Money::Part | Money::Refund | Money::Net))
}

/// What prices prove an amount to be that stands in all rows of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    Total,
    Line,
}

impl Proof {
    fn of(
        orders: &[Vec<Row<'_>>],
        total: &Column,
        price: &Column,
        pieces: Option<&Column>,
        are_prices_same: bool,
    ) -> Option<Self> {
        let value = |row: Row<'_>, column: &Column, pieces: Option<&str>| {
            let sign = column.figures().sign(Sign::Unsaid);
            let beside = Beside { pieces, ..Beside::nothing(sign) };
            Some(amount::of_row(text(row, &column.name)?, &beside).ok()?.amount.value)
        };
        let (mut are_totals, mut are_lines) = (!orders.is_empty(), !orders.is_empty());
        for rows in orders {
            let whole = value(rows.first().copied()?, total, None)?;
            let mut sum = Decimal::ZERO;
            let mut are_alike = true;
            for row in rows {
                let number = pieces.and_then(|pieces| text(row, &pieces.name));
                let cost = value(row, price, number)?;
                are_alike &= cost == whole;
                sum = sum.checked_add(cost)?;
            }
            are_lines &= are_alike;
            let rest = whole.checked_sub(sum)?;
            let is_exact = rest.abs() <= ROUNDED;
            are_totals &=
                !are_alike && sum > Decimal::ZERO && (is_exact || rest > Decimal::ZERO && !are_prices_same);
        }
        match (are_totals, are_lines) {
            (true, _) => Some(Self::Total),
            (false, true) => Some(Self::Line),
            (false, false) => None,
        }
    }
}
