//! CSV: rows of separated values, as companies really write them.
//!
//! In: a reader. Out: its tables, each with its header, and their rows. Delimiter found from the first lines; blank
//! lines anywhere; rows longer or shorter than the header are kept, extra cells as `#n`; a header that comes again is
//! no row; a table without one has its columns called by their numbers; lines above a header are rows of the table `preamble`; a JSON document in a cell is also read into
//! fields (`cell.key`), which follow the cells. A row that is too long costs only itself.
//!
//! Not here: what a column means, which line is a header (`preamble`), where records end and which quotes are meant
//! (`line`).

use std::io::Read;

use super::json::cell;
use super::line::{Record, Records};
use super::lines::Field;
use super::preamble::{Beginning, beginning, header_of_file, header_of_next, is_again};
use super::tabular::is_table;
use super::text::{Meter, Text, TextReader, decode_beginning};
use super::{Cell, FIELDS_MAX, Flow, FormatFinding, RowPlace, Sink, emptied};
use crate::finding::Code;

/// Bytes of one record, and so of any field in it.
const RECORD_BYTES_MAX: usize = 16 << 20;

/// What separates cells, the likeliest first.
const DELIMITERS: &[u8] = b",;\t|";

/// Never in a text from [`TextReader`]: stands for "one column".
const NO_DELIMITER: u8 = 0;

/// The table of lines above a header.
pub(crate) const PREAMBLE: &str = "preamble";

/// What Excel writes in the first line to say by which sign cells are separated.
const DIRECTIVE: &str = "sep=";

/// Bytes of lines that wait for a header.
const WAITING_BYTES_MAX: usize = 1 << 20;

/// Lines looked at to find the delimiter and the header.
const LINES_SAMPLED: usize = 20;

/// Tells whether a text looks like a table, whatever it is called.
pub(super) fn looks_like_table(start: &str) -> bool {
    if directive(start).is_some() {
        return true;
    }
    let delimiter = delimiter_of(start);
    is_table(&sample(start, delimiter), delimiter)
}

/// Returns the delimiter that the first line says, and the bytes of that line.
fn directive(start: &str) -> Option<(u8, usize)> {
    let line = start.split(['\n', '\r']).next()?;
    let said = line.trim_matches('"');
    let sign = said.get(..DIRECTIVE.len()).filter(|said| said.eq_ignore_ascii_case(DIRECTIVE));
    let sign = sign.and_then(|_| said.get(DIRECTIVE.len()..)).map(str::as_bytes);
    match sign {
        Some([sign]) if DELIMITERS.contains(sign) => Some((*sign, line.len())),
        Some(_) | None => None,
    }
}

fn delimiter_of(start: &str) -> u8 {
    let score = |delimiter: u8| {
        let records = sample(start, delimiter);
        let header = records.first().map_or(0, Record::len);
        let alike = records.iter().filter(|record| record.len() == header).count();
        (header > 1, alike, header)
    };
    let best = DELIMITERS.iter().rev().copied().max_by_key(|delimiter| score(*delimiter));
    let best = best.filter(|delimiter| score(*delimiter).0);
    best.or_else(|| delimiter_below(start)).unwrap_or(NO_DELIMITER)
}

/// Finds the delimiter of a table whose header is not the first line.
fn delimiter_below(start: &str) -> Option<u8> {
    let has_table = |delimiter: &u8| header_of_file(&sample(start, *delimiter)) > 0;
    DELIMITERS.iter().copied().find(has_table)
}

fn sample(start: &str, delimiter: u8) -> Vec<Record> {
    let mut reader = Records::new(start, delimiter, 0, RECORD_BYTES_MAX);
    let mut records = Vec::new();
    let mut record = Record::default();
    while records.len() <= LINES_SAMPLED && reader.read(&mut record) {
        if !record.is_empty() {
            records.push(record.clone());
        }
    }
    // The last one may be cut by the end of what we look at.
    if records.len() > 2 {
        records.pop();
    }
    records
}

/// Reads a file.
pub(super) fn read(bytes: &[u8], whole: impl Read, sink: &mut dyn Sink) {
    let text = TextReader::new(bytes, whole, Meter::unbounded());
    let changes = text.changes();
    let start = decode_beginning(bytes);
    let start = start.trim_start_matches('\u{feff}');
    let directive = directive(start);
    let start = directive.and_then(|(_, bytes)| start.get(bytes..)).unwrap_or(start);
    let delimiter = directive.map_or_else(|| delimiter_of(start), |(delimiter, _)| delimiter);
    let sampled = sample(start, delimiter);
    let beginning = beginning(&sampled);
    let header = sampled.get(beginning.lines_above);
    let delimiters = header.map_or(0, |header| header.len().saturating_sub(1));
    let mut reader = Records::new(text, delimiter, delimiters, RECORD_BYTES_MAX);
    if directive.is_some() {
        // It says how to read the file, and is none of its rows.
        reader.read(&mut Record::default());
    }
    let mut tables = Tables::new(beginning, sink);
    tables.read(&mut reader);
    report(&mut reader, sink);
    changes.report(sink);
}

/// Reports the quotes that are never closed, found so far.
fn report(reader: &mut Records<impl Text>, sink: &mut dyn Sink) {
    for position in reader.take_unclosed() {
        sink.finding(FormatFinding::new(Code::QuoteUnclosed, Some(position)));
    }
}

/// The tables of one file.
struct Tables<'s> {
    /// Lines above the first header that are still to come.
    lines_above: usize,
    /// Whether the first line below them names the columns.
    is_headed: bool,
    sink: &'s mut dyn Sink,
    columns: Option<Vec<String>>,
    /// The memory of the cells of a row, used again for the next.
    cells: Vec<Cell<'static>>,
    tables: usize,
    row: u64,
    /// Lines that wait until it is known whether one of them is a header.
    waiting: Vec<Record>,
    waiting_bytes: usize,
    is_waiting: bool,
    /// The row before the one that is read.
    before: Record,
    repeated_headers: u64,
    flow: Flow,
}

impl<'s> Tables<'s> {
    fn new(Beginning { lines_above, is_headed }: Beginning, sink: &'s mut dyn Sink) -> Self {
        Self {
            lines_above,
            is_headed,
            sink,
            columns: None,
            cells: Vec::new(),
            tables: 0,
            row: 0,
            waiting: Vec::new(),
            waiting_bytes: 0,
            is_waiting: true,
            before: Record::default(),
            repeated_headers: 0,
            flow: Flow::Next,
        }
    }

    fn read(&mut self, reader: &mut Records<impl Text>) {
        let mut record = Record::default();
        while self.flow != Flow::Stop && reader.read(&mut record) {
            report(reader, self.sink);
            let is_empty = record.is_empty();
            if is_empty || record.is_behind_blank {
                self.decide();
                self.is_waiting = true;
            }
            if is_empty {
                continue;
            }
            if self.is_waiting {
                self.waiting_bytes += record.bytes();
                self.waiting.push(record.clone());
                if self.waiting.len() >= LINES_SAMPLED || self.waiting_bytes > WAITING_BYTES_MAX {
                    self.decide();
                }
            } else {
                self.line(&record);
                std::mem::swap(&mut self.before, &mut record);
            }
        }
        self.decide();
        if self.repeated_headers > 0 {
            let repeated =
                FormatFinding::new(Code::HeaderRepeated, None).with("count", self.repeated_headers);
            self.sink.finding(repeated);
        }
    }

    /// Finds the header among the lines that wait, and hands them on.
    fn decide(&mut self) {
        self.waiting_bytes = 0;
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return;
        }
        if self.columns.is_none() && waiting.len() <= self.lines_above {
            self.lines_above -= waiting.len();
            return self.titles(&waiting);
        }
        self.is_waiting = false;
        let header = match &self.columns {
            None => Some(self.lines_above),
            Some(columns) => header_of_next(&waiting, columns.len(), &self.before),
        };
        if let Some(at) = header {
            self.titles(waiting.get(..at).unwrap_or_default());
            if let Some(header) = waiting.get(at) {
                self.begin(header);
            }
        }
        let is_headed = header.is_none_or(|_| self.tables > 1 || self.is_headed);
        for record in waiting.iter().skip(header.map_or(0, |at| at + usize::from(is_headed))) {
            self.line(record);
        }
        self.before = waiting.into_iter().last().unwrap_or_default();
    }

    /// Lines above a header are rows of a table of their own: a label with its value, or cells by their number.
    fn titles(&mut self, records: &[Record]) {
        if records.is_empty() || self.flow == Flow::Stop {
            return;
        }
        self.flow = self.sink.table(Some(PREAMBLE), &[]);
        for record in records {
            self.row += 1;
            if self.flow != Flow::Next {
                continue;
            }
            let filled: Vec<&str> = record.iter().filter(|cell| !cell.trim().is_empty()).collect();
            let names: Vec<String> = (1..=filled.len()).map(|number| format!("#{number}")).collect();
            let cells: Vec<Cell<'_>> = match filled.as_slice() {
                [label, value] => vec![Cell { name: label.trim_end_matches([':', ' ']), text: value }],
                cells => names.iter().zip(cells).map(|(name, text)| Cell { name, text }).collect(),
            };
            self.flow = self.sink.row(RowPlace::Row(self.row), &cells);
        }
    }

    fn begin(&mut self, record: &Record) {
        if self.flow == Flow::Stop {
            return;
        }
        let is_headed = self.tables > 0 || self.is_headed;
        let header = if is_headed { header(record) } else { numbers(record) };
        if record.len() > FIELDS_MAX {
            self.sink.finding(FormatFinding::limit("row-fields", FIELDS_MAX as u64, None));
        }
        self.tables += 1;
        let name = (self.tables > 1).then(|| format!("#{}", self.tables));
        self.flow = self.sink.table(name.as_deref(), &header);
        self.columns = Some(header);
    }

    fn line(&mut self, record: &Record) {
        let Some(columns) = &self.columns else { return self.begin(record) };
        if is_again(record, columns) {
            self.repeated_headers += 1;
            return;
        }
        self.row += 1;
        if self.flow != Flow::Next {
            return;
        }
        if record.is_cut {
            let at = Some(RowPlace::Row(self.row).position());
            return self.sink.lost(FormatFinding::limit("record-bytes", RECORD_BYTES_MAX as u64 >> 20, at));
        }
        let mut cells = emptied(std::mem::take(&mut self.cells));
        self.flow = push(columns, record, RowPlace::Row(self.row), &mut cells, self.sink);
        self.cells = emptied(cells);
    }
}

/// Calls the columns by their numbers.
fn numbers(record: &Record) -> Vec<String> {
    (1..=record.len().min(FIELDS_MAX)).map(|number| format!("#{number}")).collect()
}

/// Names the columns: surrounding spaces are no part of a name, and a column without one is called by its number.
fn header(record: &Record) -> Vec<String> {
    let name = |(index, cell): (usize, &str)| match cell.trim() {
        "" => format!("#{}", index + 1),
        name => name.to_owned(),
    };
    record.iter().take(FIELDS_MAX).enumerate().map(name).collect()
}

fn push<'c>(
    columns: &'c [String],
    record: &'c Record,
    place: RowPlace<'_>,
    cells: &mut Vec<Cell<'c>>,
    sink: &mut dyn Sink,
) -> Flow {
    if record.len() == columns.len() && !record.iter().any(cell::may_be_document) {
        let named = columns.iter().zip(record.iter()).map(|(name, text)| Cell { name, text });
        cells.extend(named.filter(is_worth_keeping));
        return sink.row(place, cells);
    }
    let beyond: Vec<String> =
        (columns.len()..record.len().min(FIELDS_MAX)).map(|n| format!("#{}", n + 1)).collect();
    let names = columns.iter().chain(&beyond).map(String::as_str);
    let named = names.zip(record.iter()).map(|(name, text)| Cell { name, text });
    let mut cells: Vec<Cell<'_>> = named.filter(is_worth_keeping).collect();
    if record.len() > FIELDS_MAX {
        sink.finding(FormatFinding::limit("row-fields", FIELDS_MAX as u64, Some(place.position())));
    }
    // What is beyond the limit was said to be left out.
    let has_extra = || record.iter().take(FIELDS_MAX).skip(columns.len()).any(|cell| !cell.is_empty());
    if record.len() < columns.len() || record.len() > columns.len() && has_extra() {
        let counts = FormatFinding::new(Code::RaggedRow, Some(place.position()));
        sink.finding(counts.with("expected", columns.len()).with("found", record.len()));
    }
    let documents: Vec<Field> =
        cells.iter().flat_map(|cell| cell::fields_of_cell(cell.name, cell.text)).collect();
    let room = FIELDS_MAX.saturating_sub(cells.len());
    cells.extend(documents.iter().take(room).map(|(name, text)| Cell { name, text }));
    sink.row(place, &cells)
}

/// A cell without a name of its own says something only where it is filled.
fn is_worth_keeping(cell: &Cell<'_>) -> bool {
    !(cell.text.is_empty() && cell.name.starts_with('#'))
}
