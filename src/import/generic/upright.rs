//! Upright: a table whose rows are the fields of one thing, each a name and a value.
//!
//! In: all rows of a short table. Out: the same rows under the names in their first column, so that `Segment;Rich` is read as a
//! column `Segment`. Its header says that it is such a table (`Field;Value`), or it has none, or nearly all of its first column are names of
//! columns and its second column has none; then what was taken for its header is a field too, and its first row. Every row
//! stays a row. A third column of days says when each of them was found out: `Merkmal;Wert;Stand`.
//!
//! Not here: what those columns mean (`profile`).

use std::collections::HashSet;

use super::field::Field;
use super::words::{Meaning, Meanings};
use crate::finding::Position;
use crate::import::amount;
use crate::import::format::Cell;
use crate::import::value;

/// Rows from which a table without such a header may be one.
const ROWS_MIN: usize = 3;

/// Of ten names in the first column, how many must be known.
const KNOWN_OF_TEN: usize = 7;

/// An upright table.
pub(super) struct Upright {
    /// What was taken for its header and is its first field, where it has no header.
    pub(super) above: Option<(String, String)>,
    /// Whether nothing stands above it at all.
    is_bare: bool,
    /// Row by row, a name and its value.
    pub(super) fields: Vec<(String, String)>,
    /// The column of the day of each, and these, where it has one.
    dates: Option<(String, Vec<String>)>,
}

impl Upright {
    /// Returns all its fields, as one thing.
    pub(super) fn whole(&self) -> Vec<(String, String)> {
        let date = self.dates.as_ref().and_then(|(name, days)| Some((name.clone(), days.first()?.clone())));
        self.above.iter().chain(&self.fields).cloned().chain(date).collect()
    }

    /// Returns the cells of a row under the name of its field.
    pub(super) fn cells(&self, row: usize) -> Vec<Cell<'_>> {
        let field = self.fields.get(row).map(|(name, text)| Cell { name, text });
        let date = self.dates.as_ref().and_then(|(name, days)| Some(Cell { name, text: days.get(row)? }));
        field.into_iter().chain(date).collect()
    }
}

/// Returns the fields of an upright table; nothing where it is another table.
pub(super) fn turned(rows: &[&[(String, String)]], meanings: &Meanings) -> Option<Upright> {
    let dates = dates(rows);
    let pair = |row: &&[(String, String)]| match row {
        [(_, name), (_, text)] => Some((value::trimmed(name).to_owned(), text.clone())),
        [(_, name), (_, text), _] if dates.is_some() => Some((value::trimmed(name).to_owned(), text.clone())),
        [(_, name)] => Some((value::trimmed(name).to_owned(), String::new())),
        _ => None,
    };
    let pairs: Vec<(String, String)> = rows.iter().map(pair).collect::<Option<_>>()?;
    let [(name, _), (text, _), ..] = *rows.iter().find(|row| row.len() > 1)? else { return None };
    let names: HashSet<&str> = pairs.iter().map(|(name, _)| name.as_str()).collect();
    if names.len() < pairs.len() || names.contains("") {
        return None;
    }
    let (of_name, of_text) = (meanings.of(name), meanings.of(text));
    let is_headed = of_name.is(Field::Key) && of_text.is(Field::Value);
    let known = pairs.iter().filter(|(name, _)| says_something(&meanings.of(name))).count();
    let has_numbers = pairs.iter().filter(|(_, text)| amount::is_amount(text)).count() * 2 > pairs.len();
    let is_mostly_known = known * 10 >= pairs.len() * KNOWN_OF_TEN;
    let is_bare = name == "#1" && text == "#2" && is_mostly_known;
    // The header is a name and a value like all the others.
    let is_open = dates.is_none()
        && pairs.len() >= ROWS_MIN
        && of_name.role.is_none_or(|role| !role.is_named())
        && says_something(&of_name)
        && !says_something(&of_text)
        && !of_text.is(Field::Value)
        && !has_numbers
        && is_mostly_known;
    if !is_headed && !is_open && !is_bare {
        return None;
    }
    let above = (!is_headed && !is_bare).then(|| (name.clone(), text.clone()));
    Some(Upright { above, is_bare, fields: pairs, dates })
}

/// Returns the third column of a table whose rows have three cells each, where all of it are days.
fn dates(rows: &[&[(String, String)]]) -> Option<(String, Vec<String>)> {
    let is_day = |text: &str| value::iso(text).is_some() || value::numeric(text).is_some();
    let day = |row: &&[(String, String)]| match row {
        [_, _, (_, day)] if is_day(value::trimmed(day)) => Some(value::trimmed(day).to_owned()),
        _ => None,
    };
    let days: Vec<String> = rows.iter().map(day).collect::<Option<_>>()?;
    let [_, _, (name, _)] = *rows.first()? else { return None };
    Some((name.clone(), days))
}

/// A row, and where it stands.
type Placed<C> = (Position, Vec<C>);

/// Returns the rows of a table as they are shown, each with its position. Without a header what was taken for one is the first of
/// them, and each has its value under the name of its field.
pub(super) fn placed<'r>(
    rows: &'r [Placed<(String, String)>],
    upright: Option<&'r Upright>,
) -> Vec<Placed<Cell<'r>>> {
    let field = |(name, text): &'r (String, String)| vec![Cell { name, text }];
    let cells =
        |cells: &'r [(String, String)]| cells.iter().map(|(name, text)| Cell { name, text }).collect();
    match upright.and_then(|upright| Some((upright.above.as_ref()?, &upright.fields))) {
        Some((above, fields)) => {
            let first = rows.first().map(|(position, _)| (position.clone(), field(above)));
            let below = rows.iter().zip(fields).map(|((position, _), own)| (below(position), field(own)));
            first.into_iter().chain(below).collect()
        }
        None => match upright.filter(|upright| upright.is_bare) {
            Some(Upright { fields, .. }) => {
                rows.iter().zip(fields).map(|((position, _), own)| (position.clone(), field(own))).collect()
            }
            None => rows.iter().map(|(position, row)| (position.clone(), cells(row))).collect(),
        },
    }
}

/// Returns the position of a row that stands one further down.
fn below(position: &Position) -> Position {
    match position {
        Position::Row(row) => Position::Row(row + 1),
        Position::Sheet(sheet, row) => Position::Sheet(sheet.clone(), row + 1),
        Position::Path(_) | Position::Line(..) => position.clone(),
    }
}

/// Tells whether a name is one of a column.
fn says_something(meaning: &Meaning) -> bool {
    !meaning.categories.is_empty()
        || meaning.role.is_some()
        || meaning.is_any(&[
            Field::Date,
            Field::Timeless,
            Field::Person,
            Field::Name,
            Field::Consignee,
            Field::Others,
            Field::Special,
            Field::OrderNumber,
        ])
}
