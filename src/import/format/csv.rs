//! CSV: rows of separated values, as companies really write them.
//!
//! In: a reader. Out: one table with the first non-empty line as its header, and its rows. Delimiter found from
//! the header; blank lines anywhere; rows longer or shorter than the header are kept, extra cells as `#n`.
//!
//! Not here: what a column means, and which quotes are meant (`quotes`).

use std::io::Read;

use super::quotes::{Quotes, Unclosed};
use super::text::{Meter, TextReader, decode_beginning};
use super::{Cell, FIELDS_MAX, Flow, FormatFinding, RowPlace, Sink};
use crate::finding::Code;

/// Bytes of one record, and so of any field in it.
const RECORD_BYTES_MAX: u64 = 16 << 20;

/// What separates cells, the likeliest first.
const DELIMITERS: &[u8] = b",;\t|";

/// Never in a text from [`TextReader`]: stands for "one column".
const NO_DELIMITER: u8 = 0;

/// Lines looked at to find the delimiter.
const LINES_SAMPLED: usize = 20;

/// Tells whether a text looks like a table: the same delimiter in several lines, equally often.
pub(super) fn looks_like_table(start: &str) -> bool {
    let delimiter = delimiter_of(start);
    let counts: Vec<usize> = sample(start, delimiter).iter().map(csv::StringRecord::len).collect();
    match counts.split_first() {
        Some((first, rest)) => *first > 1 && !rest.is_empty() && rest.iter().all(|count| count == first),
        None => false,
    }
}

fn delimiter_of(start: &str) -> u8 {
    let score = |delimiter: u8| {
        let records = sample(start, delimiter);
        let header = records.first().map_or(0, csv::StringRecord::len);
        let alike = records.iter().filter(|record| record.len() == header).count();
        (header > 1, alike, header)
    };
    let best = DELIMITERS.iter().rev().copied().max_by_key(|delimiter| score(*delimiter));
    best.filter(|delimiter| score(*delimiter).0).unwrap_or(NO_DELIMITER)
}

fn sample(start: &str, delimiter: u8) -> Vec<csv::StringRecord> {
    let mut records: Vec<csv::StringRecord> =
        reader(Quotes::new(start.as_bytes(), delimiter, 0, Meter::unbounded()), delimiter)
            .records()
            .map_while(Result::ok)
            .take(LINES_SAMPLED + 1)
            .collect();
    // The last one may be cut by the end of what we look at.
    if records.len() > 2 {
        records.pop();
    }
    records
}

fn reader<R: Read>(inner: R, delimiter: u8) -> csv::Reader<R> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(inner)
}

/// Reads a file.
pub(super) fn read(beginning: &[u8], whole: impl Read, sink: &mut dyn Sink) {
    let meter = Meter::new(RECORD_BYTES_MAX);
    let text = TextReader::new(beginning, whole, Meter::unbounded());
    let changes = text.changes();
    let start = decode_beginning(beginning);
    let start = start.trim_start_matches('\u{feff}');
    let delimiter = delimiter_of(start);
    let delimiters = sample(start, delimiter).first().map_or(0, |header| header.len().saturating_sub(1));
    let text = Quotes::new(text, delimiter, delimiters, meter.clone());
    let unclosed = text.unclosed();
    let mut reader = reader(text, delimiter);
    read_rows(&mut reader, &meter, &unclosed, sink);
    report(&unclosed, sink);
    changes.report(sink);
}

/// Reports the quotes that are never closed, found so far.
fn report(unclosed: &Unclosed, sink: &mut dyn Sink) {
    for position in unclosed.take() {
        sink.finding(FormatFinding::new(Code::QuoteUnclosed, Some(position)));
    }
}

fn read_rows(reader: &mut csv::Reader<impl Read>, meter: &Meter, unclosed: &Unclosed, sink: &mut dyn Sink) {
    let mut record = csv::StringRecord::new();
    let mut columns: Option<Vec<String>> = None;
    let mut row = 0;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {
                meter.item_done();
                report(unclosed, sink);
            }
            Ok(false) => return,
            Err(_) if meter.is_reached() => {
                row += 1;
                let at = Some(RowPlace::Row(row).position());
                return sink.lost(FormatFinding::limit("record-bytes", meter.max() >> 20, at));
            }
            // The container reports why its bytes ended.
            Err(_) => return,
        }
        if record.iter().all(str::is_empty) {
            continue;
        }
        let Some(columns) = &columns else {
            let header = header(&record);
            if record.len() > FIELDS_MAX {
                sink.finding(FormatFinding::limit("row-fields", FIELDS_MAX as u64, None));
            }
            if sink.table(None, &header) != Flow::Next {
                return;
            }
            columns = Some(header);
            continue;
        };
        row += 1;
        if push(columns, &record, RowPlace::Row(row), sink) != Flow::Next {
            return;
        }
    }
}

/// Names the columns: surrounding spaces are no part of a name, and a column without one is called by its number.
fn header(record: &csv::StringRecord) -> Vec<String> {
    let name = |(index, cell): (usize, &str)| match cell.trim() {
        "" => format!("#{}", index + 1),
        name => name.to_owned(),
    };
    record.iter().take(FIELDS_MAX).enumerate().map(name).collect()
}

fn push(columns: &[String], record: &csv::StringRecord, place: RowPlace<'_>, sink: &mut dyn Sink) -> Flow {
    let beyond: Vec<String> =
        (columns.len()..record.len().min(FIELDS_MAX)).map(|n| format!("#{}", n + 1)).collect();
    let names = columns.iter().chain(&beyond).map(String::as_str);
    let is_worth_keeping = |cell: &Cell<'_>| !(cell.text.is_empty() && cell.name.starts_with('#'));
    let cells: Vec<Cell<'_>> =
        names.zip(record.iter()).map(|(name, text)| Cell { name, text }).filter(is_worth_keeping).collect();
    if record.len() > FIELDS_MAX {
        sink.finding(FormatFinding::limit("row-fields", FIELDS_MAX as u64, Some(place.position())));
    }
    let has_extra = record.iter().skip(columns.len()).any(|cell| !cell.is_empty());
    if record.len() < columns.len() || has_extra {
        let counts = FormatFinding::new(Code::RaggedRow, Some(place.position()));
        sink.finding(counts.with("expected", columns.len()).with("found", record.len()));
    }
    sink.row(place, &cells)
}
