//! Stated: the currency that a file gives once for all its amounts.
//!
//! In: the name of a file, a row that stands above a table, or the object that tables stand in. Out: the currency it states:
//! `orders_EUR.csv`, `Devise : EUR`, `All amounts in GBP`. A line with a number is about that number.
//!
//! Not here: the currency a column states (`tender`).

use super::dictionary::{Says, dictionary, words};
use super::field::Field;
use super::words::Meanings;
use crate::import::currency::{self, Currency};
use crate::import::fold;
use crate::import::format::{Cell, PREAMBLE};

/// Bytes of the longest line that states a currency.
const LINE_BYTES_MAX: usize = 160;

/// Words of the longest label.
const LABEL_WORDS_MAX: usize = 4;

/// Objects whose currency is remembered.
const ABOVE_MAX: usize = 64;

/// First rows of a file in which a currency may be stated for all of them.
const ROWS_STATING_MAX: u64 = 50;

/// The currencies that one file states for many rows.
pub(crate) struct Stated {
    /// For all of it.
    file: Option<&'static str>,
    /// For what stands in objects, by their pointers.
    above: Vec<(String, &'static str)>,
    /// The table that is read, and the currency of what it stands in.
    table: Option<String>,
    here: Option<&'static str>,
}

impl Stated {
    /// Looks at the name of a file.
    pub(crate) fn of_file(path: &str) -> Self {
        Self { file: currency_in_name(path), above: Vec::new(), table: None, here: None }
    }

    /// Notes what an object says in which tables stand.
    pub(crate) fn above(&mut self, pointer: &str, cells: &[Cell<'_>], meanings: &Meanings) {
        self.above.retain(|(known, _)| known != pointer);
        if let Some(code) = currency_above(cells, meanings)
            && self.above.len() < ABOVE_MAX
        {
            self.above.push((pointer.to_owned(), code));
        }
        self.look_above();
    }

    /// Begins a table.
    pub(crate) fn table(&mut self, name: Option<&str>) {
        self.table = name.map(str::to_owned);
        self.look_above();
    }

    /// The nearest object says it.
    fn look_above(&mut self) {
        let table = self.table.as_deref().unwrap_or_default();
        let is_in = |pointer: &str| table.strip_prefix(pointer).is_some_and(|rest| rest.starts_with('/'));
        let within = self.above.iter().filter(|(pointer, _)| is_in(pointer));
        self.here = within.max_by_key(|(pointer, _)| pointer.len()).map(|(_, code)| *code);
    }

    /// Returns the currency for a row that gives none; one of the first may state it for those that follow.
    pub(crate) fn for_row(&mut self, number: u64, cells: &[Cell<'_>]) -> Option<&'static str> {
        if number <= ROWS_STATING_MAX && cells.len() <= 2 {
            let is_above = self.table.as_deref() == Some(PREAMBLE);
            self.file = currency_in_row(cells, is_above).or(self.file);
        }
        self.here.or(self.file)
    }
}

/// Returns the currency the name of a file gives: a code in capitals, or one of those that are hardly a word in small letters.
fn currency_in_name(path: &str) -> Option<&'static str> {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let is_shouted = !stem.chars().any(char::is_lowercase);
    let code = |word: &str| {
        let code = currency::code(word)?;
        let is_plain = words().stated.codes.iter().any(|known| known.eq_ignore_ascii_case(code));
        (is_plain || word == code && !is_shouted && !currency::is_word(code)).then_some(code)
    };
    let mut codes = stem.split(|c: char| !c.is_alphanumeric()).filter_map(code);
    let first = codes.next()?;
    codes.all(|other| other == first).then_some(first)
}

/// Returns the currency a row of one or two cells states; above a table, a cell may stand under its label.
fn currency_in_row(cells: &[Cell<'_>], is_above: bool) -> Option<&'static str> {
    match cells {
        [only] if is_above && !only.name.starts_with('#') => of_label(only.name, only.text),
        [only] => in_line(only.text),
        [label, value] => of_label(label.text, value.text),
        _ => None,
    }
}

/// Returns the currency that an object gives for all that stands in it.
fn currency_above(cells: &[Cell<'_>], meanings: &Meanings) -> Option<&'static str> {
    let is_own = |cell: &&Cell<'_>| !cell.name.contains('[') && meanings.of(cell.name).is(Field::Currency);
    let mut codes = cells.iter().filter(is_own).filter_map(|cell| code_of(cell.text));
    let first = codes.next()?;
    codes.all(|other| other == first).then_some(first)
}

/// Reads a line of words: `Devise : EUR`, `All amounts in GBP`.
fn in_line(line: &str) -> Option<&'static str> {
    if line.len() > LINE_BYTES_MAX || line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Some((label, value)) = line.split_once([':', '=']) {
        return of_label(label, value);
    }
    let said = fold::words(line);
    let is_about_amounts =
        said.split_whitespace().any(|word| words().stated.amounts.iter().any(|known| known == word));
    if !is_about_amounts {
        return None;
    }
    let is_between = |c: char| !c.is_alphanumeric() && !currency::is_sign(c);
    let written = line.split(is_between).filter(|word| !word.is_empty());
    let mut codes = written.filter_map(|word| {
        currency::of_sign(word).or_else(|| currency::code(word).filter(|code| *code == word))
    });
    let first = codes.next()?;
    codes.all(|other| other == first).then_some(first)
}

/// Reads a label and its value.
fn of_label(label: &str, value: &str) -> Option<&'static str> {
    let said = fold::words(label);
    let is_currency =
        |word: &str| dictionary().of(word, true).any(|says| matches!(says, Says::Field(Field::Currency)));
    let is_label =
        said.split_whitespace().count() <= LABEL_WORDS_MAX && said.split_whitespace().any(is_currency);
    code_of(value).filter(|_| is_label)
}

fn code_of(value: &str) -> Option<&'static str> {
    match Currency::in_cell(value.trim())? {
        Currency::Code(code) => Some(code),
        Currency::None | Currency::Shared(..) => None,
    }
}
