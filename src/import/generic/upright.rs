//! Upright: a table whose rows are the fields of one thing, each a name and a value.
//!
//! In: all rows of a short table. Out: the same rows under the names in their first column, so that `Segment;Rich` is read as a
//! column `Segment`. Its header says that it is such a table (`Field;Value`), or nearly all of its first column are names of
//! columns and its second column has none. Every row stays a row.
//!
//! Not here: what those columns mean (`profile`).

use std::collections::HashSet;

use super::words::{Meaning, Meanings};
use crate::import::amount;
use crate::import::value;

/// Rows from which a table without such a header may be one.
const ROWS_MIN: usize = 3;

/// Of ten names in the first column, how many must be known.
const KNOWN_OF_TEN: usize = 7;

/// Names and values.
pub(super) type Pairs = Vec<(String, String)>;

/// Returns the rows of an upright table under the names in their first column; nothing where it is another table.
pub(super) fn turned(rows: &[&[(String, String)]], meanings: &Meanings) -> Option<Vec<Pairs>> {
    let pair = |row: &&[(String, String)]| match row {
        [(_, name), (_, text)] => Some((value::trimmed(name).to_owned(), text.clone())),
        [(_, name)] => Some((value::trimmed(name).to_owned(), String::new())),
        _ => None,
    };
    let pairs: Vec<(String, String)> = rows.iter().map(pair).collect::<Option<_>>()?;
    let [(name, _), (text, _)] = *rows.iter().find(|row| row.len() == 2)? else { return None };
    let names: HashSet<&str> = pairs.iter().map(|(name, _)| name.as_str()).collect();
    if names.len() < pairs.len() || names.contains("") {
        return None;
    }
    let (of_name, of_text) = (meanings.of(name), meanings.of(text));
    let is_headed = of_name.is_key && of_text.is_value;
    let known = pairs.iter().filter(|(name, _)| says_something(&meanings.of(name))).count();
    let has_numbers = pairs.iter().filter(|(_, text)| amount::is_amount(text)).count() * 2 > pairs.len();
    // The header is a name and a value like all the others.
    let is_open = pairs.len() >= ROWS_MIN
        && of_name.role.is_none()
        && says_something(&of_name)
        && !says_something(&of_text)
        && !of_text.is_value
        && !has_numbers
        && known * 10 >= pairs.len() * KNOWN_OF_TEN;
    if !is_headed && !is_open {
        return None;
    }
    let mut turned: Vec<Pairs> = pairs.into_iter().map(|pair| vec![pair]).collect();
    if let Some(first) = turned.first_mut().filter(|_| !is_headed) {
        first.insert(0, (name.clone(), text.clone()));
    }
    Some(turned)
}

/// Tells whether a name is one of a column.
fn says_something(meaning: &Meaning) -> bool {
    !meaning.categories.is_empty()
        || meaning.role.is_some()
        || meaning.is_date
        || meaning.is_timeless
        || meaning.is_person
        || meaning.is_name
        || meaning.is_consignee
        || meaning.is_others
        || meaning.is_special
        || meaning.is_order_number
}
