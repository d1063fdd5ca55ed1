//! Titles: which columns name the rows of an unknown table.
//!
//! In: the columns. Out: at most three, the best first: a row is named by the first that is filled. A name or a text is better
//! than the number of an order, and that is better than nothing. A currency, a state, a share of a hundred or a flag names
//! nothing.

use super::column::Column;
use super::field::Field;
use crate::import::record::Role;

/// Bytes of a title, on average; what is longer is a text.
const TITLE_BYTES_MAX: u32 = 200;

/// Columns a title may come from.
const TITLES_MAX: usize = 3;

/// Returns the columns a title may come from, without that of the date.
pub(super) fn titles(columns: &[Column], when: Option<&str>) -> Vec<String> {
    let is_free = |column: &&Column| column.filled > 0 && when != Some(column.name.as_str());
    let is_numbered = columns.iter().filter(is_free).any(|column| column.meaning.is(Field::OrderNumber));
    let is_text = |column: &&Column| is_naming(column) && (column.is_text() || column.is_lettered());
    // Where an order has a number, what is the same in nearly all rows, or a country, names none of them.
    let is_likely = |column: &&Column| {
        !is_numbered || !column.is_constant() && column.meaning.role != Some(Role::Location)
    };
    let mut texts: Vec<&Column> = columns.iter().filter(is_free).filter(is_text).filter(is_likely).collect();
    texts.sort_by_key(|column| rank(column));
    texts.truncate(TITLES_MAX);
    let is_new = |column: &&Column| texts.iter().all(|text| text.name != column.name);
    let numbered =
        columns.iter().filter(is_free).find(|column| column.meaning.is(Field::OrderNumber) && is_new(column));
    let all = texts.iter().copied().chain(numbered);
    all.map(|column| column.name.clone()).collect()
}

fn is_naming(column: &Column) -> bool {
    let meaning = &column.meaning;
    !meaning.is_any(&[Field::Currency, Field::Status])
        && (!column.is_flag() || column.is_lettered())
        && !column.is_share()
}

fn rank(column: &Column) -> impl Ord + use<> {
    let meaning = &column.meaning;
    let nested = column.name.contains(['.', '[']);
    let length = column.characters / column.filled.max(1);
    // The subject of a message names it; its text is what it says.
    let is_title = meaning.is(Field::Title) && length <= TITLE_BYTES_MAX;
    (
        meaning.is(Field::Purpose),
        !is_title,
        // The number of an order names it where nothing says what was ordered.
        meaning.is(Field::OrderNumber),
        nested,
        meaning.role.is_some(),
        std::cmp::Reverse(length.min(60)),
    )
}
