//! Direction: which way the money of a row went, where a column of its own says it.
//!
//! In: the columns of a table and its first rows. Out: the column whose words say that money went out or came in (`S`/`H`,
//! `Af`/`Bij`, `DBIT`/`CRDT`), and what a word says. The kind of a card and the way of a call are no directions of money.
//!
//! Not here: two columns of what went out and what came in (`money`); which words say it (`words.yaml`).

use super::column::{Column, Row};
use super::detect::Type;
use super::dictionary::{is_one_of, words};
use super::field::Field;
use super::money::{Flow, Paid};
use super::words::own;
use crate::import::{fold, value};
use crate::law::category::Category;

/// Of ten values, how many must say it.
const MOST: usize = 9;

/// Returns the column that says which way the money of each row went; amounts with a sign say it themselves.
pub(super) fn direction(
    columns: &[Column],
    rows: &[Row<'_>],
    category: Category,
    paid: Option<&Paid<String>>,
) -> Option<String> {
    let paid = paid.filter(|paid| paid.flow == Flow::AsWritten && paid.others.is_empty())?;
    let amounts = columns.iter().find(|column| column.name == paid.column)?;
    let is_of_money = matches!(category, Category::Payment | Category::Purchases | Category::Unknown);
    let is_bank = category == Category::Payment || columns.iter().any(|it| it.meaning.is(Field::Statement));
    // What is ordered has a number, and then a word of debit is that of a card.
    let is_order = columns.iter().any(|it| it.meaning.is(Field::OrderNumber) && it.filled > 0);
    let has_cards = columns.iter().any(|column| column.kind() == Some(Type::Card));
    if amounts.negatives > 0 || !is_of_money || !columns.iter().any(Column::has_dates) {
        return None;
    }
    let found = columns.iter().find(|column| {
        let name = fold::words(own(&column.name));
        let is_named = words().directions.names.iter().any(|known| known == name.trim());
        let is_kind = !is_order && !has_cards && words().states.kind.iter().any(|known| known == name.trim());
        column.filled > 0
            && column.name != paid.column
            && (is_named || is_kind)
            && says(column, rows, is_named, is_bank)
    });
    found.map(|column| column.name.clone())
}

/// Tells whether nearly all values of a column are such words; letters and signs only under a name that announces them, and what
/// may be said of calls only in the list of a bank.
fn says(column: &Column, rows: &[Row<'_>], is_named: bool, is_bank: bool) -> bool {
    let values = rows.iter().filter_map(|row| {
        let (_, text) = row.iter().find(|(name, _)| *name == column.name)?;
        // A dash says it too.
        Some(value::trimmed(text)).filter(|text| !text.is_empty())
    });
    let values: Vec<&str> = values.collect();
    let is_said = |text: &&&str| {
        let directions = &words().directions;
        let is = |list: &[String]| is_one_of(list, text);
        is(&directions.out)
            || is(&directions.r#in)
            || is_named && (is(&directions.short_out) || is(&directions.short_in))
            || is_bank && (is(&directions.way_out) || is(&directions.way_in))
    };
    let said = values.iter().filter(is_said).count();
    said > 0 && said * 10 >= values.len() * MOST
}

/// Returns which way a word of such a column says that money went.
pub(super) fn flow(text: &str) -> Option<Flow> {
    let directions = &words().directions;
    let is = |lists: [&[String]; 3]| lists.into_iter().any(|list| is_one_of(list, text));
    if is([&directions.out, &directions.short_out, &directions.way_out]) {
        Some(Flow::Out)
    } else if is([&directions.r#in, &directions.short_in, &directions.way_in]) {
        Some(Flow::In)
    } else {
        None
    }
}
