//! Later: whether the rows beyond the first say something that the first did not show.
//!
//! In: the rows of a table that was decided upon, one at a time, and what the first of them showed of each column. Out: rows of the
//! whole table from which it is decided anew, where a column that was empty or otherwise in the first rows turned out to be
//! something ([`Whole`]), and the columns that are one thing above and another below.
//!
//! Memory is bounded, and most rows cost next to nothing: rows are kept at even distances, which double as the table grows, and
//! only columns without any value are looked at in every row. Not here: what a column is (`profile`).

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::column::{Column, columns};
use super::detect::Type;
use super::field::Field;
use super::row::Seat;
use super::words::Meanings;
use crate::import::format::Cell;
use crate::import::record::Role;
use crate::import::value::DateForm;

/// The cells of a row, under the names of their columns.
type Owned = Vec<(String, String)>;

/// Rows kept at even distances, and the bytes of all rows that are kept.
const ROWS_MAX: usize = 200;
const BYTES_MAX: usize = 1 << 18;

/// Rows that are kept or left out together: what neighbours have in common tells whether a total stands in each row of its order.
const RUN: usize = 4;

/// Rows kept because a column is filled in them that had no value, for each such column and for all.
const ROWS_PER_COLUMN: usize = 8;
const ROWS_OF_COLUMNS_MAX: usize = 200;

/// Columns watched, and numbers of cells a row may have that are remembered.
const WATCHED_MAX: usize = 256;
const WIDTHS_MAX: usize = 64;

/// Of so many rows one is asked for columns that no row had, whatever its width.
const ASKED_EVERY: usize = 16;

/// Rows whose columns are compared with the first ones.
const ROWS_COMPARED: usize = 24;

/// Of ten values, how many must have been in the first rows what they are later for a column to be of one kind.
const SOME: u32 = 1;

/// Something that is decided about a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    When,
    Until,
    Title,
    Amount,
    Currency,
    Told(Role),
    Position,
    Others,
    Special,
    Denial,
    State,
    Direction,
    Order,
}

/// What is decided about the columns, each with the forms of its dates.
#[derive(Debug, Default)]
pub(super) struct Decided {
    things: BTreeSet<(What, String, String)>,
}

impl Decided {
    pub(super) fn add(&mut self, what: What, column: &str) {
        self.things.insert((what, column.to_owned(), String::new()));
    }

    pub(super) fn add_dates(&mut self, what: What, column: &str, forms: &[DateForm]) {
        self.add(what, column);
        let forms = forms.iter().map(|form| (what, column.to_owned(), form.written()));
        self.things.extend(forms);
    }

    /// Tells whether it says more of some columns than another.
    fn says_more(&self, other: &Self, columns: &BTreeSet<String>) -> bool {
        self.things.difference(&other.things).any(|(_, column, _)| columns.contains(column))
    }

    fn is_about(&self, column: &str) -> bool {
        self.things.iter().any(|(what, known, _)| known == column && *what != What::Title)
    }
}

/// Rows of a whole table, to decide from when it is read again.
#[derive(Debug)]
pub(crate) struct Whole {
    pub(super) rows: Vec<Owned>,
}

/// A column without a value so far.
struct Watched {
    seat: Seat,
    kept: usize,
}

/// What is kept of the rows.
pub(super) struct Later {
    rows: Vec<Owned>,
    bytes: usize,
    /// One run of so many is kept.
    stride: usize,
    seen: usize,
    /// Rows in which watched columns have values.
    filling: Vec<Owned>,
    watched: Vec<Watched>,
    names: HashSet<String>,
    widths: Vec<usize>,
    /// How many rows were the first, and what their columns held.
    first: usize,
    columns: BTreeMap<String, Column>,
    decided: Decided,
}

impl Later {
    /// Begins behind the first rows.
    pub(super) fn new(rows: Vec<Owned>, columns: Vec<Column>, decided: Decided) -> Self {
        let names = rows.iter().flatten().map(|(name, _)| name.clone()).collect();
        let mut widths: Vec<usize> = rows.iter().map(Vec::len).collect();
        widths.sort_unstable();
        widths.dedup();
        widths.truncate(WIDTHS_MAX);
        let unfilled = columns.iter().filter(|column| column.filled == 0);
        let watched = unfilled.take(WATCHED_MAX).map(|column| Watched::new(&column.name)).collect();
        let (bytes, first) = (rows.iter().map(size).sum(), rows.len());
        let columns = columns.into_iter().map(|column| (column.name.clone(), column)).collect();
        let filling = Vec::new();
        let mut later = Self {
            rows,
            bytes,
            stride: 1,
            seen: first,
            filling,
            watched,
            names,
            widths,
            first,
            columns,
            decided,
        };
        later.thin();
        later
    }

    /// Looks at a row.
    pub(super) fn look(&mut self, cells: &[Cell<'_>]) {
        if self.seen.is_multiple_of(ASKED_EVERY) || !self.widths.contains(&cells.len()) {
            self.ask_for_names(cells);
        }
        if (self.seen / RUN).is_multiple_of(self.stride) {
            let row = owned(cells);
            self.bytes += size(&row);
            self.rows.push(row);
            self.thin();
        }
        self.seen += 1;
        let mut is_new = false;
        for watched in &mut self.watched {
            if watched.seat.present(cells).is_some() {
                watched.kept += 1;
                is_new = true;
            }
        }
        if is_new {
            self.keep(cells);
        }
    }

    /// Keeps a row in which a watched column is filled.
    fn keep(&mut self, cells: &[Cell<'_>]) {
        self.watched.retain(|watched| watched.kept < ROWS_PER_COLUMN);
        let row = owned(cells);
        let bytes = size(&row);
        if self.filling.len() < ROWS_OF_COLUMNS_MAX && self.bytes + bytes <= BYTES_MAX * 2 {
            self.bytes += bytes;
            self.filling.push(row);
        }
    }

    /// Watches columns that no row had.
    fn ask_for_names(&mut self, cells: &[Cell<'_>]) {
        if !self.widths.contains(&cells.len()) && self.widths.len() < WIDTHS_MAX {
            self.widths.push(cells.len());
        }
        for cell in cells {
            if self.watched.len() < WATCHED_MAX && !self.names.contains(cell.name) {
                self.names.insert(cell.name.to_owned());
                self.watched.push(Watched::new(cell.name));
            }
        }
    }

    /// Keeps every second row where they are too many.
    fn thin(&mut self) {
        while self.rows.len() > RUN && (self.rows.len() >= ROWS_MAX || self.bytes > BYTES_MAX) {
            let mut at = 0;
            self.rows.retain(|_| {
                at += 1;
                ((at - 1) / RUN).is_multiple_of(2)
            });
            self.bytes = self.rows.iter().chain(&self.filling).map(size).sum();
            self.stride = self.stride.saturating_mul(2);
        }
    }

    /// Returns columns of the rows beyond the first, and of those in which a watched one is filled.
    fn later(&self, meanings: &Meanings) -> Vec<Column> {
        let first = self.first.div_ceil(self.stride).min(self.rows.len());
        let later = self.rows.get(first..).unwrap_or_default();
        let step = (later.len() / ROWS_COMPARED).max(1);
        let rows: Vec<_> = later.iter().step_by(step).chain(&self.filling).map(Vec::as_slice).collect();
        columns(&rows, meanings)
    }

    /// Ends the table: returns rows to decide from anew where they tell more, and the columns that are something in a part of
    /// the table only, so that nothing is decided about them.
    pub(super) fn end(
        self,
        meanings: &Meanings,
        decide: impl FnOnce(&[&[(String, String)]]) -> Decided,
    ) -> (Option<Whole>, Vec<String>) {
        let found: Vec<(String, Change)> = self
            .later(meanings)
            .into_iter()
            .filter_map(|column| {
                Some((column.name.clone(), change(self.columns.get(&column.name), &column)?))
            })
            .collect();
        if found.is_empty() {
            return (None, Vec::new());
        }
        let mut rows = self.rows;
        // A row that is kept for both reasons is one row.
        let filling: Vec<Owned> = self.filling.into_iter().filter(|row| !rows.contains(row)).collect();
        rows.extend(filling);
        let borrowed: Vec<_> = rows.iter().map(Vec::as_slice).collect();
        let whole = decide(&borrowed);
        let changed = found.iter().map(|(name, _)| name.clone()).collect();
        if whole.says_more(&self.decided, &changed) {
            return (Some(Whole { rows }), Vec::new());
        }
        let is_open = |(name, change): &(String, Change)| {
            *change == Change::Wholly && !whole.is_about(name) && !self.decided.is_about(name)
        };
        (None, found.into_iter().filter(is_open).map(|(name, _)| name).collect())
    }
}

impl Watched {
    fn new(name: &str) -> Self {
        Self { seat: Seat::new(name.to_owned()), kept: 0 }
    }
}

/// How the later values of a column differ from the first ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    /// They may be something else.
    Maybe,
    /// They are dates, amounts or of a type, and hardly one of the first was.
    Wholly,
}

fn change(first: Option<&Column>, later: &Column) -> Option<Change> {
    let Some(first) = first.filter(|first| first.filled > 0) else {
        return (later.filled > 0).then_some(Change::Maybe);
    };
    let is_amount = later.meaning.is(Field::Amount);
    let forms = |column: &Column| column.dates(&BTreeMap::new(), None).unwrap_or_default();
    let (known, found) = (forms(first), forms(later));
    let is_dated = !found.0.is_empty() || found.1;
    let has_new_form = found.1 && !known.1 || found.0.iter().any(|form| !known.0.contains(form));
    let kind = later.kind().filter(|kind| first.kind() != Some(*kind));
    let is_number = is_amount && later.is_number() && !first.is_number();
    let is_some = |count: u32| count * 10 >= first.filled * SOME;
    if !has_new_form && kind.is_none() && !is_number {
        return None;
    }
    let was_so = is_dated && is_some(first.dates.evident())
        || kind.is_some_and(|kind| is_some(first.of_type(kind)))
        || is_number && is_some(first.numbers);
    let is_said =
        has_new_form && later.meaning.is(Field::Date) || is_number || kind.is_some_and(Type::is_of_people);
    Some(if is_said && !was_so { Change::Wholly } else { Change::Maybe })
}

fn size(row: &Owned) -> usize {
    row.iter().map(|(name, text)| name.len() + text.len()).sum()
}

fn owned(cells: &[Cell<'_>]) -> Owned {
    cells.iter().map(|cell| (cell.name.to_owned(), cell.text.to_owned())).collect()
}
