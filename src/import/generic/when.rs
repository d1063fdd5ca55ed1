//! When: which column of an unknown table says when, and which until when.
//!
//! In: the columns, what the table is about and who is in it. Out: the column that says when a row happened, and how its dates are
//! written; and the one that says when what the row is about was last seen. A date of birth is neither, and in a row about a
//! person a date that lies many years before all others is taken for one, unless its name is that of a beginning.
//!
//! Not here: the forms of dates (`dates`).

use std::collections::BTreeMap;

use super::column::Column;
use super::dictionary::words;
use super::field::Field;
use super::people::People;
use super::words::depth;
use crate::import::fold;
use crate::import::value::{DateForm, Order};
use crate::law::category::Category;

/// Years before all other dates of a person's row from which a date under no name of a beginning is none, and the year before
/// which it is none where no other date stands: few companies keep from then what they know of their customers.
const LONE_YEARS: i32 = 14;
const LONE_UNTIL: i32 = 1996;

/// The column that says when.
pub(super) struct When {
    pub(super) column: String,
    /// Other columns that say it where this one is absent: the same property under other parameters.
    pub(super) others: Vec<String>,
    /// The forms its values have, the commonest first.
    pub(super) forms: Vec<DateForm>,
    /// Whether day and month are not told apart where both are numbers.
    pub(super) is_open: bool,
    /// The columns of year, month and day, where each has its own.
    pub(super) parts: Option<[String; 3]>,
}

/// Returns the column that says when; where none can be read, one that should say it. When the person did it comes before
/// when it was delivered, changed or is to end.
pub(super) fn when(
    columns: &[Column],
    category: Category,
    given: &BTreeMap<String, Order>,
    people: &People,
) -> Option<When> {
    let most_filled = columns.iter().map(|column| column.filled).max().unwrap_or(0);
    let rank = |column: &Column| {
        let is_usual = column.filled * 2 >= most_filled;
        (
            is_usual,
            !column.meaning.is(Field::Late),
            column.meaning.is(Field::Date),
            std::cmp::Reverse(depth(&column.name)),
            column.meaning.categories.contains(&category),
        )
    };
    let is_lone =
        |column: &Column| people.is_profile() && is_of_people(category) && is_long_before(column, columns);
    let dated = columns.iter().filter(|column| !column.meaning.is(Field::Timeless) && !is_lone(column));
    // One table is written by one program: what one column proves holds for those that prove nothing.
    let mut proven = columns.iter().filter_map(|column| column.dates.proven());
    let shared = proven.next().filter(|first| proven.all(|other| other == *first));
    let dated: Vec<_> = dated.filter_map(|column| Some((column, column.dates(given, shared)?))).collect();
    // Of equals the first wins, so the order is turned round for `max_by_key`.
    let best = dated.iter().rev().max_by_key(|(column, _)| rank(column));
    let Some((column, (forms, is_open))) = best else {
        if let Some(parts) = parts(columns) {
            let column = parts[0].clone();
            return Some(When {
                column,
                others: Vec::new(),
                forms: Vec::new(),
                is_open: false,
                parts: Some(parts),
            });
        }
        let unread = columns.iter().find(|column| column.has_unread_dates())?;
        return Some(When {
            column: unread.name.clone(),
            others: Vec::new(),
            forms: vec![DateForm::Iso, DateForm::Words],
            is_open: false,
            parts: None,
        });
    };
    // The parameters of a property stand behind a semicolon: `DTSTART;TZID=Europe/Paris`.
    let property = |name: &str| name.split(';').next().unwrap_or_default().to_owned();
    let is_same =
        |other: &&Column| other.name != column.name && property(&other.name) == property(&column.name);
    let (mut forms, others) = (forms.clone(), columns.iter().filter(is_same));
    let others: Vec<String> = others.map(|other| other.name.clone()).collect();
    for (_, (more, _)) in dated.iter().filter(|(other, _)| others.contains(&other.name)) {
        forms.extend(more.iter().filter(|form| !forms.contains(form)).cloned().collect::<Vec<_>>());
    }
    Some(When { column: column.name.clone(), others, forms, is_open: *is_open, parts: None })
}

/// Returns the columns of year, month and day.
fn parts(columns: &[Column]) -> Option<[String; 3]> {
    let of = |names: &[String]| {
        let is_one = |column: &&Column| {
            let name = fold::words(&column.name);
            let is_free = column.is_number() && !column.meaning.is(Field::Timeless);
            is_free && names.iter().any(|known| known == name.trim())
        };
        columns.iter().find(is_one).map(|column| column.name.clone())
    };
    let parts = &words().parts;
    Some([of(&parts.year)?, of(&parts.month)?, of(&parts.day)?])
}

/// Returns the column that says when what a row is about was last seen or used.
pub(super) fn until(columns: &[Column], when: &When, given: &BTreeMap<String, Order>) -> Option<When> {
    let mut latest =
        columns.iter().filter(|column| column.meaning.is(Field::Latest) && column.name != when.column);
    latest.find_map(|column| {
        let (forms, is_open) = column.dates(given, None).filter(|(_, is_open)| !is_open)?;
        Some(When { column: column.name.clone(), others: Vec::new(), forms, is_open, parts: None })
    })
}

/// Tells whether a row of a category is mostly about who somebody is.
fn is_of_people(category: Category) -> bool {
    category.says_who() || matches!(category, Category::Others | Category::Unknown)
}

/// Tells whether the dates of a column lie so far back that they are rather of a birth: nothing in its name says that somebody
/// was known since then.
fn is_long_before(column: &Column, columns: &[Column]) -> bool {
    let Some((_, latest)) = column.dates.years().filter(|_| !column.meaning.is(Field::Since)) else {
        return false;
    };
    let others =
        columns.iter().filter(|other| other.name != column.name && !other.meaning.is(Field::Timeless));
    let others = others
        .filter(|other| other.is_dated() || other.meaning.is(Field::Date))
        .filter_map(|other| other.dates.years());
    match others.map(|(earliest, _)| earliest).min() {
        Some(earliest) => latest + LONE_YEARS <= earliest,
        None => latest < LONE_UNTIL,
    }
}
