//! Grid: a table of a page, whatever its author meant by it.
//!
//! In: cells and rows. Out: rows under the names of a header, or, where each row is a label and its value, one row
//! with a field each. A header is a row of `th`; else, where the first rows tell, a first row of words that differ.
//! Cells that span rows or columns stand in each of them.
//!
//! Not here: tags, and text outside cells.

use std::collections::BTreeMap;

use super::inner::Inner;
use crate::import::format::FIELDS_MAX;
use crate::import::format::lines::{Field, Rows, TEXT};

/// Rows looked at before it is decided what the table is.
const ROWS_SAMPLED: usize = 20;

/// Rows a cell may span.
const SPAN_MAX: usize = 1_000;

/// Bytes of rows that wait for the decision.
const WAITING_BYTES_MAX: usize = 4 << 20;

/// A cell: its text and links.
#[derive(Debug, Default, Clone)]
struct GridCell {
    is_header: bool,
    lines: Vec<String>,
    links: Vec<Field>,
}

impl GridCell {
    fn text(&self) -> String {
        self.lines.join("\n")
    }
}

/// A table that is being read.
pub(super) struct Grid {
    /// Whether its rows are fields of what it stands in.
    pub(super) is_held: bool,
    name: String,
    row: Vec<GridCell>,
    /// Cells of earlier rows that reach into the next, by column: rows left and the cell.
    spanning: BTreeMap<usize, (usize, GridCell)>,
    waiting: Vec<Vec<GridCell>>,
    waiting_bytes: usize,
    columns: Option<Vec<String>>,
}

impl Grid {
    /// Begins a table below a heading.
    pub(super) fn new(name: &str) -> Self {
        Self {
            is_held: false,
            name: name.to_owned(),
            row: Vec::new(),
            spanning: BTreeMap::new(),
            waiting: Vec::new(),
            waiting_bytes: 0,
            columns: None,
        }
    }

    /// Takes a caption or a heading inside the table as its name.
    pub(super) fn headed(&mut self, heading: &str) {
        if self.columns.is_none() {
            heading.clone_into(&mut self.name);
        }
    }

    /// Takes a cell.
    pub(super) fn cell(&mut self, is_header: bool, columns: usize, rows: usize, inner: &Inner) {
        self.take_spanning();
        let lines: Vec<String> = inner.lines().map(|line| line.trim().to_owned()).collect();
        let mut links = Vec::new();
        inner.links_beyond("", &lines.join("\n"), &mut links);
        let cell = GridCell { is_header, lines, links };
        for turn in 0..columns.clamp(1, FIELDS_MAX) {
            if self.row.len() >= FIELDS_MAX {
                return;
            }
            let rows = rows.clamp(1, SPAN_MAX);
            let column = self.row.len();
            // What spans columns stands in the first; headers stand in each, so that no column is without a name.
            let cell = if turn == 0 || is_header { cell.clone() } else { GridCell::default() };
            if rows > 1 {
                self.spanning.insert(column, (rows - 1, cell.clone()));
            }
            self.row.push(cell);
        }
    }

    fn take_spanning(&mut self) {
        while let Some((rows, cell)) = self.spanning.remove(&self.row.len()) {
            if rows > 1 {
                self.spanning.insert(self.row.len(), (rows - 1, cell.clone()));
            }
            self.row.push(cell);
        }
    }

    /// Ends a row.
    pub(super) fn end_row(&mut self, rows: &mut Rows<'_>) {
        if self.row.is_empty() {
            return;
        }
        self.take_spanning();
        let row = std::mem::take(&mut self.row);
        if row.iter().all(|cell| cell.lines.is_empty() && cell.links.is_empty()) {
            return;
        }
        if !self.is_held {
            let is_header = row.len() > 1 && row.iter().all(|cell| cell.is_header || cell.lines.is_empty());
            if is_header {
                self.decide(rows);
                return self.begin(&row, rows);
            }
            if self.columns.is_some() {
                return self.push(&row, rows);
            }
        }
        if self.waiting.len() > FIELDS_MAX {
            // More than a row may have; the row's own limit says so.
            return;
        }
        self.waiting_bytes += row.iter().flat_map(|cell| &cell.lines).map(String::len).sum::<usize>();
        self.waiting.push(row);
        let is_enough = self.waiting.len() >= ROWS_SAMPLED || self.waiting_bytes > WAITING_BYTES_MAX;
        if is_enough && !self.is_held {
            self.decide(rows);
        }
    }

    /// Ends the table.
    pub(super) fn finish(&mut self, rows: &mut Rows<'_>) {
        self.end_row(rows);
        self.decide(rows);
    }

    /// Returns what a table in a box says: a field per row.
    pub(super) fn into_fields(self) -> Vec<Field> {
        let mut fields = Vec::new();
        let last = (!self.row.is_empty()).then_some(self.row);
        for row in self.waiting.into_iter().chain(last) {
            let mut lines = row.iter().flat_map(|cell| cell.lines.iter().map(String::as_str));
            let Some(first) = lines.next() else { continue };
            let rest: Vec<&str> = lines.collect();
            let (name, value) =
                if rest.is_empty() { (TEXT, first.to_owned()) } else { (first, rest.join("\n")) };
            fields.push((name.to_owned(), value));
            let links = row.iter().flat_map(|cell| &cell.links);
            fields.extend(links.map(|(_, link)| (format!("{name}.href"), link.clone())));
        }
        fields
    }

    fn decide(&mut self, rows: &mut Rows<'_>) {
        let waiting = std::mem::take(&mut self.waiting);
        self.waiting_bytes = 0;
        let Some(first) = waiting.first() else { return };
        if self.columns.is_some() {
            waiting.iter().for_each(|row| self.push(row, rows));
        } else if is_labelled(&waiting) {
            let fields: Vec<Field> = waiting.iter().flat_map(|row| pair(row)).collect();
            // A table cut by the sample goes on as it began.
            self.columns = None;
            rows.record(&self.name, &fields);
        } else if is_header(&waiting) {
            self.begin(first, rows);
            waiting.iter().skip(1).for_each(|row| self.push(row, rows));
        } else {
            let width = waiting.iter().map(Vec::len).max().unwrap_or(0);
            let columns: Vec<String> = if width == 1 {
                vec![TEXT.to_owned()]
            } else {
                (1..=width).map(|column| format!("#{column}")).collect()
            };
            rows.begin(&self.name, &columns);
            self.columns = Some(columns);
            waiting.iter().for_each(|row| self.push(row, rows));
        }
    }

    fn begin(&mut self, header: &[GridCell], rows: &mut Rows<'_>) {
        let mut columns: Vec<String> = Vec::with_capacity(header.len());
        for (index, cell) in header.iter().enumerate() {
            let name = match cell.text().replace('\n', " ") {
                name if name.is_empty() => format!("#{}", index + 1),
                name => name,
            };
            let before = columns.iter().filter(|known| **known == name).count();
            columns.push(if before == 0 { name } else { format!("{name} ({})", before + 1) });
        }
        if self.columns.as_ref() == Some(&columns) {
            return;
        }
        rows.begin(&self.name, &columns);
        self.columns = Some(columns);
    }

    fn push(&self, row: &[GridCell], rows: &mut Rows<'_>) {
        let columns = self.columns.as_deref().unwrap_or_default();
        let mut fields = Vec::with_capacity(row.len());
        for (index, cell) in row.iter().enumerate() {
            let name = columns.get(index).cloned().unwrap_or_else(|| format!("#{}", index + 1));
            let links = cell.links.iter().map(|(_, link)| (format!("{name}.href"), link.clone()));
            let links: Vec<Field> = links.collect();
            fields.push((name, cell.text()));
            fields.extend(links);
        }
        rows.row(&fields);
    }
}

fn pair(row: &[GridCell]) -> Vec<Field> {
    let [label, value] = row else { return Vec::new() };
    let name = label.text();
    let name = name.trim_end_matches([':', ' ', '\u{a0}']).to_owned();
    let links = value.links.iter().map(|(_, link)| (format!("{name}.href"), link.clone()));
    let links: Vec<Field> = links.collect();
    [(name, value.text())].into_iter().chain(links).collect()
}

/// Tells whether each row is a label and its value: labels are headers of their rows, or words without a digit that
/// all differ.
fn is_labelled(rows: &[Vec<GridCell>]) -> bool {
    let labels: Option<Vec<&GridCell>> = rows
        .iter()
        .map(|row| match row.as_slice() {
            [label, value] if !value.is_header => Some(label),
            _ => None,
        })
        .collect();
    let Some(labels) = labels else { return false };
    let texts: Vec<String> = labels.iter().map(|label| label.text()).collect();
    let differ = texts.iter().enumerate().all(|(at, text)| !texts.iter().take(at).any(|other| other == text));
    let are_headers = labels.iter().all(|label| label.is_header);
    let are_words =
        texts.iter().all(|text| is_words(text)) && labels.iter().all(|label| label.lines.len() == 1);
    differ && (are_headers || are_words)
}

/// Tells whether the first row names the others' columns: words that differ, above at least one row as wide.
fn is_header(rows: &[Vec<GridCell>]) -> bool {
    let [first, second, ..] = rows else { return false };
    let texts: Vec<String> = first.iter().map(GridCell::text).collect();
    let differ = texts.iter().enumerate().all(|(at, text)| !texts.iter().take(at).any(|other| other == text));
    first.len() > 1 && first.len() == second.len() && differ && texts.iter().all(|text| is_words(text))
}

fn is_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
        && !text.contains(|c: char| c.is_ascii_digit() || c == '@')
        && text.len() <= 80
}
