//! Table: rows and columns in words, before anyone sets them.
//!
//! In: entries of lists and rows of samples. Out: a [`Table`] with a caption, honest about what it leaves
//! out.

use serde::Serialize;

use crate::finding::Place;
use crate::import::record::Moment;
use crate::report::code::readable;
use crate::report::shown::{shortened, visible};
use crate::report::words::Words;

/// Rows under a heading worth showing where there is little room.
const ROWS_COMPACT: usize = 20;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Its anchor.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Rows there are in all, shown or not.
    pub rows_all: u64,
    /// What it leaves out ("showing 50 of 1,234"), or nothing.
    pub more: String,
    /// Whether the heading above already says what it shows.
    pub quiet: bool,
    /// Whether it opens on demand only.
    pub folded: bool,
    /// Rows worth showing where there is little room.
    pub rows_compact: usize,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its heading.
    pub label: String,
    /// Whether it holds numbers.
    pub numeric: bool,
    /// Whether the heading is the company's own field name.
    pub original: bool,
    /// What there is to say about it, or nothing.
    pub note: String,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Whose words it holds.
    pub kind: CellKind,
    /// The text.
    pub text: String,
    /// What to sort by, where the text does not do.
    pub sort: String,
    /// The text where there is little room, or nothing: a path shortened in its middle, the name of the file whole.
    pub brief: String,
}

/// Whose words a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CellKind {
    /// Ours.
    Text,
    /// A stranger's.
    Value,
    /// A number.
    Number,
    /// A place in the answer.
    Place,
}

impl Table {
    /// A table of all the rows there are, shown whole wherever it is set.
    pub(super) fn new(
        id: impl Into<String>,
        caption: String,
        columns: Vec<Column>,
        rows: Vec<Vec<Cell>>,
    ) -> Self {
        Self {
            id: id.into(),
            caption,
            columns,
            rows_all: rows.len() as u64,
            rows_compact: rows.len(),
            more: String::new(),
            quiet: false,
            folded: false,
            rows,
        }
    }

    /// The same table of the first of so many rows, and says so.
    #[must_use]
    pub(super) fn of_all(self, all: u64, words: Words) -> Self {
        Self { rows_all: all, more: shown_of(self.rows.len(), all, words), ..self }
    }

    /// The same table under a heading that already says what it shows.
    #[must_use]
    pub(super) fn quiet(self) -> Self {
        Self { quiet: true, ..self }
    }

    /// The same table, opened on demand only.
    #[must_use]
    pub(super) fn folded(self) -> Self {
        Self { folded: true, ..self }
    }

    /// The same table, with so many rows worth showing where there is little room.
    #[must_use]
    pub(super) fn compact(self, rows: usize) -> Self {
        Self { rows_compact: rows, ..self }
    }
}

impl Column {
    /// A column of words.
    pub fn text(label: String) -> Self {
        Self { label, numeric: false, original: false, note: String::new() }
    }

    /// A column of numbers.
    pub fn number(label: String) -> Self {
        Self { label, numeric: true, original: false, note: String::new() }
    }

    /// A column under the company's own name for it.
    pub fn original(label: &str) -> Self {
        Self { label: visible(label), numeric: false, original: true, note: String::new() }
    }

    /// The same column with something said about it.
    #[must_use]
    pub fn noted(self, note: String) -> Self {
        Self { note, ..self }
    }
}

impl Cell {
    /// Our words.
    pub fn text(text: String) -> Self {
        Self { kind: CellKind::Text, text, sort: String::new(), brief: String::new() }
    }

    /// What a stranger wrote.
    pub fn value(text: &str) -> Self {
        Self { kind: CellKind::Value, text: visible(text), sort: String::new(), brief: String::new() }
    }

    /// What a stranger wrote, with its words behind it where it is a name that only a program uses.
    pub fn readable(text: &str) -> Self {
        let said = readable(text).map(|words| format!("{} ({words})", visible(text)));
        said.map_or_else(|| Self::value(text), |said| Self { text: said, ..Self::value("") })
    }

    /// A whole number.
    pub fn number(number: u64, words: Words) -> Self {
        Self::figure(words.number(number), number)
    }

    /// A number with a unit or a sign, sorted by `sort`.
    pub fn figure(text: String, sort: u64) -> Self {
        Self { kind: CellKind::Number, text, sort: sort.to_string(), brief: String::new() }
    }

    /// A moment, or a dash.
    pub fn moment(moment: Option<Moment>, words: Words) -> Self {
        let text = moment.map_or_else(|| "–".to_owned(), |moment| words.day(moment));
        let sort = moment.map(|moment| moment.at.format("%Y-%m-%dT%H:%M:%S").to_string());
        Self { kind: CellKind::Text, text, sort: sort.unwrap_or_default(), brief: String::new() }
    }

    /// Where in its file something stands, in a table about that file.
    pub fn position(place: &Place, words: Words) -> Self {
        let position = place.position.as_ref().map(|position| words.position(position));
        let text = position.unwrap_or_default();
        Self { kind: CellKind::Place, text, sort: String::new(), brief: String::new() }
    }

    /// A place in the answer.
    pub fn place(place: &Place, words: Words) -> Self {
        let brief = Place { file: shortened(&place.file), ..place.clone() };
        let (text, brief) = (words.place(place), words.place(&brief));
        Self { kind: CellKind::Place, text, sort: String::new(), brief }
    }

    /// What fits where there is little room.
    pub(in crate::report) fn compact(&self) -> &str {
        if self.brief.is_empty() { &self.text } else { &self.brief }
    }
}

/// Bytes a cell needs beside its text.
const CELL_BYTES: usize = 48;

/// Keeps the first rows, as many as fit into so many bytes of a page and at least one: a report of millions of records has to
/// open at once.
pub(super) fn within(bytes_max: usize, rows: impl Iterator<Item = Vec<Cell>>) -> Vec<Vec<Cell>> {
    let mut bytes = 0;
    let mut fits = |row: &Vec<Cell>| {
        let is_first = bytes == 0;
        bytes += row.iter().map(|cell| cell.text.len() + cell.sort.len() + CELL_BYTES).sum::<usize>();
        is_first || bytes <= bytes_max
    };
    rows.take_while(|row| fits(row)).collect()
}

/// Returns a table under a heading that says what it shows; `all` counts the rows there are, shown or not.
pub(super) fn titled(
    id: &str,
    caption: &str,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    all: u64,
    words: Words,
) -> Table {
    let compact = rows.len().min(ROWS_COMPACT);
    Table::new(id, words.say(caption), columns, rows).of_all(all, words).quiet().compact(compact)
}

/// Says how many rows of how many are shown, or nothing when all are.
pub(in crate::report) fn shown_of(shown: usize, all: u64, words: Words) -> String {
    let shown = shown as u64;
    if shown >= all {
        return String::new();
    }
    words.with("report-shown-of", &[("shown", &words.number(shown)), ("all", &words.number(all))])
}
