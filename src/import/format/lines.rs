//! Lines: pages for people to rows: labels with their values, and what is left as text.
//!
//! In: lines of a page, in order, each under the heading it stands below. Out: rows. Lines of the form `label: value`
//! that follow each other are one row with a field each, and a label that comes again begins the next row; any other
//! line is a row of its own with the field `text`.
//!
//! Also [`Rows`], the numbering of rows over a page of several tables. Not here: how a page is taken apart.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read};

use super::text::{Meter, TextReader};
use super::{Cell, FIELDS_MAX, Flow, FormatFinding, RowPlace, Sink};

/// The field of a line without a label.
pub(super) const TEXT: &str = "text";

/// Bytes of one row.
const ROW_BYTES_MAX: usize = 16 << 20;

/// Characters of a label; what is longer is a sentence with a colon in it.
const LABEL_CHARACTERS_MAX: usize = 60;
const LABEL_WORDS_MAX: usize = 8;

/// Bytes of one line of a plain text; what is longer comes in pieces.
const LINE_BYTES_MAX: u64 = 1 << 20;

/// A file of lines that says there is nothing is this short.
const NOTHING_BYTES_MAX: usize = 600;

/// How files of one sentence say that nothing is held, in small letters (observed in the answers of several
/// companies, 2024; the placeholder files of Meta, Netflix and Google).
const NOTHING: &[&str] = &[
    "no data",
    "have no ",
    "has no ",
    "contains no ",
    "there is no ",
    "there are no ",
    "not available for",
    "aucune donnée",
    "aucun enregistrement",
    "ne contient aucun",
    "pas de données",
    "keine daten",
    "nessun dato",
    "no hay datos",
    "geen gegevens",
    "nie ma danych",
    "brak danych",
    "não há dados",
    "sem dados",
];

/// Splits a line into a label and its value, where it is written like that.
pub(super) fn labelled(line: &str) -> Option<(&str, &str)> {
    let (label, value) = line.split_once(':')?;
    let is_spaced = value.is_empty() || value.starts_with(char::is_whitespace);
    let (label, value) = (label.trim(), value.trim());
    let is_label = label.chars().any(char::is_alphabetic)
        && !label.contains(['.', '!', '?', ',', ';', '@'])
        && label.chars().count() <= LABEL_CHARACTERS_MAX
        && label.split_whitespace().count() <= LABEL_WORDS_MAX;
    (is_spaced && is_label).then_some((label, value))
}

/// Numbers rows over a page and tells the sink where tables begin.
pub(super) struct Rows<'s> {
    sink: &'s mut dyn Sink,
    table: Option<(String, Vec<String>)>,
    number: u64,
    flow: Flow,
}

/// A field under its name.
pub(super) type Field = (String, String);

impl<'s> Rows<'s> {
    /// Starts before the first row.
    pub(super) fn new(sink: &'s mut dyn Sink) -> Self {
        Self { sink, table: None, number: 0, flow: Flow::Next }
    }

    /// Tells whether the sink wants no more.
    pub(super) fn is_stopped(&self) -> bool {
        self.flow == Flow::Stop
    }

    /// Tells whether there was no row yet.
    pub(super) fn is_empty(&self) -> bool {
        self.number == 0
    }

    /// Begins a table with a header.
    pub(super) fn begin(&mut self, name: &str, columns: &[String]) {
        if self.is_stopped() {
            return;
        }
        self.flow = self.sink.table(Some(name), columns);
        self.table = Some((name.to_owned(), columns.to_vec()));
    }

    /// Pushes a row of the table that was begun last.
    pub(super) fn row(&mut self, fields: &[Field]) {
        let name = self.table.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
        self.push(&name, fields);
    }

    /// Pushes a row that names its own fields; rows of one heading and the same names are one table.
    pub(super) fn record(&mut self, name: &str, fields: &[Field]) {
        // Nothing is no row and begins no table: rows before and behind it may be of one.
        if fields.is_empty() {
            return;
        }
        let is_same = self.table.as_ref().is_some_and(|(table, columns)| {
            table == name && columns.iter().eq(fields.iter().map(|(name, _)| name))
        });
        if !is_same {
            self.begin(name, &[]);
            self.table = Some((name.to_owned(), fields.iter().map(|(name, _)| name.clone()).collect()));
        }
        self.push(name, fields);
    }

    /// Pushes a row of a kind whose fields differ from row to row.
    pub(super) fn entry(&mut self, name: &str, fields: &[Field]) {
        if self.table.as_ref().is_none_or(|(table, columns)| table != name || !columns.is_empty()) {
            self.begin(name, &[]);
        }
        self.push(name, fields);
    }

    /// Reports a row that could not be read.
    pub(super) fn lost(&mut self, finding: FormatFinding) {
        self.sink.lost(finding);
    }

    fn push(&mut self, table: &str, fields: &[Field]) {
        if self.flow != Flow::Next || fields.is_empty() {
            return;
        }
        self.number += 1;
        let place =
            if table.is_empty() { RowPlace::Row(self.number) } else { RowPlace::Sheet(table, self.number) };
        let bytes: usize = fields.iter().map(|(name, text)| name.len() + text.len()).sum();
        if bytes > ROW_BYTES_MAX {
            let limit =
                FormatFinding::limit("record-bytes", ROW_BYTES_MAX as u64 >> 20, Some(place.position()));
            return self.sink.lost(limit);
        }
        if fields.len() > FIELDS_MAX {
            self.sink.finding(FormatFinding::limit("row-fields", FIELDS_MAX as u64, Some(place.position())));
        }
        let cells: Vec<Cell<'_>> =
            fields.iter().take(FIELDS_MAX).map(|(name, text)| Cell { name, text }).collect();
        self.flow = self.sink.row(place, &cells);
    }
}

/// Collects lines into rows.
#[derive(Default)]
pub(super) struct Lines {
    heading: String,
    fields: Vec<Field>,
    /// The labels of the fields; a page can have thousands in one row.
    labels: HashSet<String>,
    bytes: usize,
}

impl Lines {
    /// Begins a part of the page; a row ends here.
    pub(super) fn heading(&mut self, heading: &str, rows: &mut Rows<'_>) {
        self.end(rows);
        heading.clone_into(&mut self.heading);
    }

    /// Takes a line.
    pub(super) fn line(&mut self, line: &str, rows: &mut Rows<'_>) {
        let line = line.trim();
        match labelled(line) {
            Some((label, value)) => self.field(label, value, rows),
            None if line.is_empty() => {}
            None => {
                // A label without a value has it on the next line.
                if let Some((_, value)) = self.fields.last_mut().filter(|(_, value)| value.is_empty()) {
                    return line.clone_into(value);
                }
                self.end(rows);
                rows.record(&self.heading, &[(TEXT.to_owned(), line.to_owned())]);
            }
        }
    }

    /// Takes a label with its value.
    pub(super) fn field(&mut self, label: &str, value: &str, rows: &mut Rows<'_>) {
        if self.labels.contains(label)
            || self.fields.len() >= FIELDS_MAX
            || self.bytes + value.len() > ROW_BYTES_MAX
        {
            self.end(rows);
        }
        self.bytes += label.len() + value.len();
        self.labels.insert(label.to_owned());
        self.fields.push((label.to_owned(), value.to_owned()));
    }

    /// Ends the row that was begun.
    pub(super) fn end(&mut self, rows: &mut Rows<'_>) {
        self.bytes = 0;
        self.labels.clear();
        let fields = std::mem::take(&mut self.fields);
        rows.record(&self.heading, &fields);
    }
}

/// Reads a plain text; an empty line ends a row, and a line without end comes in pieces. A lone sentence that says
/// nothing is held is no row.
pub(super) fn read(beginning: &[u8], whole: impl Read, sink: &mut dyn Sink) {
    let text = TextReader::new(beginning, whole, Meter::unbounded());
    let changes = text.changes();
    let mut reader = BufReader::new(text);
    let mut rows = Rows::new(sink);
    let mut lines = Lines::default();
    let mut line = Vec::new();
    let is_nothing = beginning.len() < NOTHING_BYTES_MAX && says_nothing(&String::from_utf8_lossy(beginning));
    while !rows.is_stopped() && !is_nothing {
        let room = LINE_BYTES_MAX.saturating_sub(line.len() as u64);
        // The container reports why its bytes ended.
        let is_end =
            !matches!(reader.by_ref().take(room).read_until(b'\n', &mut line), Ok(count) if count > 0);
        let whole = match std::str::from_utf8(&line) {
            Ok(_) => line.len(),
            Err(error) => error.valid_up_to(),
        };
        let taken: Vec<u8> = line.drain(..if whole == 0 { line.len() } else { whole }).collect();
        let text = String::from_utf8_lossy(&taken);
        if text.trim().is_empty() {
            lines.end(&mut rows);
        } else {
            lines.line(&text, &mut rows);
        }
        if is_end {
            break;
        }
    }
    lines.end(&mut rows);
    changes.report(sink);
}

/// Tells whether a text is nothing but a sentence that there is no data.
pub(super) fn says_nothing(text: &str) -> bool {
    let text = text.trim().trim_start_matches('\u{feff}').to_lowercase();
    let is_short =
        text.len() < NOTHING_BYTES_MAX && text.lines().filter(|line| !line.trim().is_empty()).count() <= 3;
    is_short
        && !text.contains(|c: char| c.is_ascii_digit())
        && NOTHING.iter().any(|nothing| text.contains(nothing))
}
