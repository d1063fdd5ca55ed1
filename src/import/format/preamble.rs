//! Preamble: where a table of separated values begins among the lines of a file.
//!
//! In: the first lines of a file, or those behind an empty line. Out: which of them is a header. Banks and shops put
//! lines about the account above the header, several tables into one file, and the header again between rows; a
//! header is told by its width and by its words, never by a name.
//!
//! Not here: reading (`csv`).

use super::line::Record;
use crate::import::value;

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
    let with_digits =
        |record: &Record| record.iter().filter(|cell| cell.bytes().any(|byte| byte.is_ascii_digit())).count();
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
