//! Tabular: whether a text is a table of separated values, whatever its name ends in.
//!
//! In: the first lines of a text, taken apart at a delimiter. Out: yes or no. Lines of a table are alike: as many cells in each,
//! and a first line of names. A text has commas too, sometimes as many in two lines: what stands between them there are parts of
//! sentences. Not here: which delimiter it is (`csv`).

use super::line::Record;
use super::lines::labelled;

/// Of ten lines, how many must have as many cells as the first.
const ALIKE: usize = 9;

/// Lines and cells from which a table need not be alike in all lines.
const LINES_OF_MANY: usize = 10;
const CELLS_OF_MANY: usize = 3;

/// Words and characters of the name of a column; what is longer is a sentence.
const NAME_WORDS_MAX: usize = 6;
const NAME_CHARACTERS_MAX: usize = 60;

/// Lines from which two cells with a space between them are no accident.
const LINES_MIN: usize = 3;

/// Of ten commas, how many have a space behind them in a text.
const SPACED: usize = 5;

/// Tells whether lines, taken apart at a delimiter, are those of a table.
pub(super) fn is_table(records: &[Record], delimiter: u8) -> bool {
    let Some((first, rest)) = records.split_first().filter(|(_, rest)| !rest.is_empty()) else {
        return false;
    };
    let alike = 1 + rest.iter().filter(|record| record.len() == first.len()).count();
    let may_differ = records.len() >= LINES_OF_MANY && first.len() >= CELLS_OF_MANY;
    let are_alike = alike == records.len() || may_differ && alike * 10 >= records.len() * ALIKE;
    let are_filled = |record: &Record| record.iter().filter(|cell| !cell.trim().is_empty()).count() > 1;
    let begins = first.iter().next().is_some_and(|cell| !cell.trim().is_empty());
    first.len() > 1
        && are_alike
        && begins
        && are_filled(first)
        && first.iter().all(may_be_name)
        && (delimiter != b',' || !is_prose(records))
}

/// Tells whether a cell may be a name of a column or a value: no sentence, no end of one, and no label before a value.
fn may_be_name(cell: &str) -> bool {
    let cell = cell.trim();
    let is_labelled = labelled(cell).is_some_and(|(_, value)| !value.is_empty());
    let ends = cell.ends_with(['!', '?', ':']) || cell.ends_with('.') && cell.contains(' ');
    !is_labelled
        && !ends
        && cell.split_whitespace().count() <= NAME_WORDS_MAX
        && cell.chars().count() <= NAME_CHARACTERS_MAX
}

/// Tells whether lines with commas in them are sentences, or numbers with decimals between words.
fn is_prose(records: &[Record]) -> bool {
    let cells = || records.iter().flat_map(|record| record.iter().skip(1));
    let behind: Vec<&str> = cells().filter(|cell| !cell.is_empty()).collect();
    let spaced = behind.iter().filter(|cell| cell.starts_with(' ')).count();
    let is_spaced = spaced * 10 > behind.len() * SPACED;
    // A sentence goes on in small letters, or ends.
    let goes_on = |cell: &&&str| {
        let cell = cell.trim();
        cell.contains(' ') && (cell.starts_with(char::is_lowercase) || cell.ends_with(['.', '!', '?', ':']))
    };
    let are_sentences = behind.iter().filter(goes_on).count() * 3 > behind.len();
    let is_decimal = |record: &Record| {
        let cells: Vec<&str> = record.iter().collect();
        let digit = |c: char| c.is_ascii_digit();
        record.len() == 2
            && cells.first().is_some_and(|cell| cell.ends_with(digit) && cell.contains(' '))
            && cells.last().is_some_and(|cell| cell.starts_with(digit))
    };
    let is_narrow = records.first().is_some_and(|first| first.len() < CELLS_OF_MANY);
    is_spaced && (are_sentences || records.len() < LINES_MIN && is_narrow) || records.iter().all(is_decimal)
}
