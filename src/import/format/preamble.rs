//! Preamble: where a table of separated values begins among the lines of a file.
//!
//! In: the first lines of a file, or those behind an empty line. Out: which of them is a header. Banks and shops put
//! lines about the account above the header, several tables into one file, and the header again between rows; a
//! header is told by its width and by its words, never by a name. A first line whose cells are values as those below are is no
//! header: the table has none, and its columns are called by their numbers.
//!
//! Not here: reading (`csv`, `sheet`).

use std::net::IpAddr;

use super::line::Record;
use crate::import::{amount, value};

/// Digits of the shortest number that leads to somebody: of a telephone, of an account.
const NUMBER_DIGITS_MIN: usize = 8;

/// Numbers that may be years, which stand in headers.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// What a cell is that names no column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Day,
    Address,
    Mail,
    Link,
    Number,
    Money,
}

impl Kind {
    fn of(cell: &str) -> Option<Self> {
        let cell = value::trimmed(cell);
        let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if cell.starts_with("http://") || cell.starts_with("https://") {
            Some(Self::Link)
        } else if cell.contains(['.', ':']) && cell.parse::<IpAddr>().is_ok() {
            Some(Self::Address)
        } else if cell.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
            && !cell.contains(' ')
        {
            Some(Self::Mail)
        } else if are_digits(cell.trim_start_matches('+')) {
            (cell.len() >= NUMBER_DIGITS_MIN).then_some(Self::Number)
        } else if value::numeric(cell).is_some() || cell.len() >= 10 && value::iso(cell).is_some() {
            Some(Self::Day)
        } else if cell.bytes().any(|byte| byte.is_ascii_digit()) && amount::is_amount(cell) {
            Some(Self::Money)
        } else {
            None
        }
    }
}

/// Tells whether a cell is a value: a day, a number or an address, and no word.
pub(super) fn is_value(cell: &str) -> bool {
    let cell = value::trimmed(cell);
    Kind::of(cell).is_some() || cell.bytes().any(|byte| byte.is_ascii_digit()) && amount::is_amount(cell)
}

/// Tells whether a line of words names the values of the line below it: of two all are values, since a name may stand beside its
/// value, and of more at least half.
pub(super) fn names_values(header: &Record, below: &Record) -> bool {
    let values = below.iter().filter(|cell| is_value(cell)).count();
    let are_enough = if below.len() > 2 { values * 2 >= below.len() } else { values == below.len() };
    are_enough && is_header(header) && !header.iter().any(is_value)
}

/// Tells whether the first line of a table is one of its rows: a cell of it is of the same kind as most below it; where there is no
/// other line, most of its cells are values.
fn is_row(first: &Record, below: &[Record]) -> bool {
    let kinds: Vec<Option<Kind>> = first.iter().map(Kind::of).collect();
    if let [name, of_value] = kinds.as_slice()
        && name.is_none()
        && first.iter().next().is_some_and(|cell| !cell.trim().is_empty())
    {
        // A name and its value: one of several, unless it is a year.
        let is_year = |cell: &str| cell.trim().parse().is_ok_and(|year: u32| YEARS.contains(&year));
        let is_number = |cell: &str| amount::is_amount(value::trimmed(cell)) && !is_year(cell);
        let cell = first.iter().nth(1).unwrap_or_default();
        let are_names = |record: &Record| record.iter().next().is_some_and(|cell| Kind::of(cell).is_none());
        return (of_value.is_some() || is_number(cell)) && below.iter().all(are_names);
    }
    if below.is_empty() {
        return kinds.iter().flatten().count() * 2 >= filled(first).max(1);
    }
    kinds.into_iter().enumerate().filter_map(|(at, kind)| Some((at, kind?))).any(|(at, kind)| {
        let cells = below.iter().filter_map(|record| record.iter().nth(at));
        let cells: Vec<&str> = cells.filter(|cell| !cell.trim().is_empty()).collect();
        let same = cells.iter().filter(|cell| Kind::of(cell) == Some(kind)).count();
        !cells.is_empty() && same * 2 > cells.len()
    })
}

/// Where a table begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beginning {
    /// Lines above it.
    pub(super) lines_above: usize,
    /// Whether its first line names the columns.
    pub(super) is_headed: bool,
}

/// Returns where the table of a file begins.
pub(super) fn beginning(records: &[Record]) -> Beginning {
    let lines_above = header_of_file(records);
    Beginning { lines_above, is_headed: is_headed(records, lines_above) }
}

fn is_headed(records: &[Record], lines_above: usize) -> bool {
    let table = records.get(lines_above..).unwrap_or_default();
    table.split_first().is_none_or(|(first, below)| !is_row(first, below))
}

/// Returns where the table of a sheet begins, of whose first rows these are and some stand behind an empty one: at the first
/// that is mostly words and at least half as wide as the widest, unless a wider one further down is the header of what is below.
pub(super) fn beginning_of_sheet(rows: &[Record], are_behind_empty: &[bool]) -> Beginning {
    let widest = rows.iter().map(filled).max().unwrap_or(0);
    let is_word = |text: &&str| text.parse::<f64>().is_err();
    let is_worded = |row: &Record| {
        let cells = row.iter().filter(|cell| !cell.is_empty());
        filled(row) * 2 >= widest && cells.filter(is_word).count() * 3 >= filled(row) * 2
    };
    let first = if widest == 2 {
        rows.iter().position(|row| filled(row) == 2)
    } else {
        rows.iter().position(is_worded)
    };
    let first = first.unwrap_or(0);
    let own = rows.get(first).map_or(0, filled);
    // As wide as those below, of words, and wider than what would be the header.
    let is_further = |at: &usize| {
        let (Some(row), Some(below)) = (rows.get(*at), rows.get(at + 1)) else { return false };
        let is_wider = filled(row) > own && filled(row) > 2;
        let are_above_pairs = || rows.iter().take(*at).all(|above| filled(above) <= 2);
        let is_apart = filled(row) >= own * 2
            || are_behind_empty.get(*at) == Some(&true)
            || with_digits(row) == 0 && with_digits(below) > 0 && are_above_pairs();
        is_wider && is_apart && is_header(row) && filled(below) * 2 > filled(row)
    };
    let lines_above = (first + 1..rows.len()).find(is_further).unwrap_or(first);
    Beginning { lines_above, is_headed: is_headed(rows, lines_above) }
}

/// Returns which of the rows behind an empty row of a sheet is the header of a further table: below at most two titles, of words
/// without a digit, and neither as wide as the table before nor like its last row.
pub(super) fn header_of_next_in_sheet(
    rows: &[Record],
    width_before: usize,
    before: &Record,
) -> Option<usize> {
    let titles = rows.iter().take(2).take_while(|row| filled(row) <= 1 && width_before > 1).count();
    let (header, below) = (rows.get(titles)?, rows.get(titles + 1)?);
    let has_other_width = header.len() != width_before && (titles > 0 || with_digits(below) > 0);
    let is_unlike = has_other_width || are_words_below_numbers(before, header, below);
    let is_new = is_unlike
        && filled(header) > 1
        && filled(header) == header.len()
        && with_digits(header) == 0
        && below.len() <= header.len()
        && filled(below) > 1;
    (is_new && is_header(header) && !is_header_alike(below, header)).then_some(titles)
}

/// Returns how many cells most of the lines have.
pub(super) fn usual_width(records: &[Record]) -> usize {
    let count = |width: usize| records.iter().filter(|record| record.len() == width).count();
    records.iter().map(Record::len).max_by_key(|width| (count(*width), *width)).unwrap_or(0)
}

/// Returns which of the first lines of a file is its header: the first, unless it is far narrower than the lines
/// below and one of them, as wide as most, is made of words.
pub(super) fn header_of_file(records: &[Record]) -> usize {
    let Some((first, rest)) = records.split_first() else { return 0 };
    let width = usual_width(rest);
    if width < 2
        || filled(first) * 2 > width
        || rest.iter().filter(|record| record.len() == width).count() < 2
    {
        return 0;
    }
    rest.iter().position(|record| record.len() == width && is_header(record)).map_or(0, |at| at + 1)
}

/// Returns which of the lines behind an empty one is the header of a further table: below at most two titles, as
/// wide as the line below it, and not as wide as the table before, or of words where that had numbers.
pub(super) fn header_of_next(records: &[Record], width_before: usize, before: &Record) -> Option<usize> {
    let titles = records.iter().take(2).take_while(|record| filled(record) <= 1 && width_before > 1).count();
    let (header, below) = (records.get(titles)?, records.get(titles + 1)?);
    let is_unlike = header.len() != width_before || are_words_below_numbers(before, header, below);
    let is_new = is_unlike && header.len() > 1 && header.len() == below.len();
    (is_new && is_header(header) && !is_header_alike(below, header)).then_some(titles)
}

/// Tells whether a line as wide as the table before can be none of its rows: no number is in it, but in most cells of the row
/// before, and again in the line below.
fn are_words_below_numbers(before: &Record, header: &Record, below: &Record) -> bool {
    let is_filled = filled(header) == header.len();
    is_filled && with_digits(header) == 0 && with_digits(before) * 2 > before.len() && with_digits(below) > 0
}

/// Tells whether a line repeats the header.
pub(super) fn is_again(record: &Record, columns: &[String]) -> bool {
    record.len() == columns.len()
        && columns.len() > 1
        && record.iter().zip(columns).all(|(cell, column)| {
            let cell = value::trimmed(cell);
            cell == column || cell.is_empty() && column.starts_with('#')
        })
}

/// Returns how many cells have a digit in them.
fn with_digits(record: &Record) -> usize {
    record.iter().filter(|cell| cell.bytes().any(|byte| byte.is_ascii_digit())).count()
}

fn filled(record: &Record) -> usize {
    record.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// Tells whether a line names columns: words that differ.
fn is_header(record: &Record) -> bool {
    let is_name = |cell: &str| {
        let cell = cell.trim();
        cell.is_empty() || cell.starts_with(char::is_alphabetic) && cell.len() <= 80 && !cell.contains('@')
    };
    let differ = record
        .iter()
        .enumerate()
        .all(|(at, cell)| cell.is_empty() || !record.iter().take(at).any(|other| other == cell));
    filled(record) * 2 > record.len() && differ && record.iter().all(is_name)
}

/// Tells whether a line below a header is of the same kind of words, so that neither is known to be one.
fn is_header_alike(below: &Record, header: &Record) -> bool {
    below.iter().zip(header.iter()).all(|(below, header)| below == header)
}
