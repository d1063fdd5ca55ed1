//! Sheet: workbooks to rows, every sheet a table.
//!
//! In: a workbook, which needs all its bytes in memory (bounded). Out: per sheet the header, found by its words (`preamble`), and the
//! rows below it; those above are rows of the table `preamble`, and a further table may begin behind an empty row; dates as dates. Cells are read one by one where the library
//! can, so that a lone cell in the last row costs nothing.
//!
//! What the library cannot bear costs this workbook and no other. Of a style only the currency of its
//! numbers is heard, and only in XLSX. Not here: formulas, hidden rows; and no macro is ever looked at.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, ExcelDateTime, Ods, Range, Reader, Style, Xls, Xlsx};

use super::caught::guarded;
use super::csv::PREAMBLE;
use super::line::Record;
use super::office::Currencies;
use super::preamble::{Beginning, beginning_of_sheet, header_of_next_in_sheet};
use super::{Cell, FIELDS_MAX, Flow, Format, FormatFinding, RowPlace, Sink, compound, package};
use crate::finding::Code;
use crate::import::currency;

/// Bytes of a workbook held in memory.
const WORKBOOK_BYTES_MAX: u64 = 64 << 20;
/// Bytes of one row: a text may stand in every cell and yet only once in the file.
const ROW_BYTES_MAX: usize = 16 << 20;
/// Columns of a table in which a lone cell may be a title.
const TITLED_COLUMNS_MIN: usize = 3;

/// Rows looked at to find the header, and that of a further table.
const ROWS_SAMPLED: usize = 20;
const ROWS_OF_NEXT: usize = 4;

/// Reads a workbook.
pub(super) fn read(format: Format, whole: impl Read, sink: &mut dyn Sink) {
    let mut bytes = Vec::new();
    if whole.take(WORKBOOK_BYTES_MAX + 1).read_to_end(&mut bytes).is_err() {
        // The container reports why its bytes ended; a workbook is no workbook without its end.
        return;
    }
    if bytes.len() as u64 > WORKBOOK_BYTES_MAX {
        return sink.finding(FormatFinding::limit("workbook-bytes", WORKBOOK_BYTES_MAX >> 20, None));
    }
    let read = match format {
        Format::Xlsx | Format::Ods => match package::excess(format, &bytes) {
            Ok(Some(limit)) => return sink.finding(limit),
            Ok(None) if format == Format::Ods => guarded(|| read_ods(bytes, sink)).flatten().is_some(),
            Ok(None) => guarded(|| read_xlsx(bytes, sink)).flatten().is_some(),
            Err(()) => false,
        },
        Format::Xls => match compound::rebuilt(&bytes) {
            Ok(book) => {
                if let Some(left_out) = book.left_out() {
                    sink.lost_rows(book.rows_left_out, left_out);
                }
                guarded(|| read_xls(book.bytes, sink)).flatten().is_some()
            }
            Err(compound::Fault::TooMuch(limit)) => return sink.finding(limit),
            Err(compound::Fault::NotTheFormat) => false,
        },
        Format::Csv
        | Format::Json
        | Format::NdJson
        | Format::Html
        | Format::Xml
        | Format::Txt
        | Format::Eml
        | Format::Mbox
        | Format::Vcf
        | Format::Ics
        | Format::Pdf
        | Format::Opaque(_)
        | Format::Unknown => true,
    };
    if !read {
        sink.finding(FormatFinding::new(Code::NotTheFormat, None).with("format", format.id()));
    }
}

fn read_xlsx(bytes: Vec<u8>, sink: &mut dyn Sink) -> Option<()> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).ok()?;
    for name in workbook.sheet_names() {
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else {
            sink.finding(FormatFinding::new(Code::SheetUnreadable, None).with("sheet", &name));
            continue;
        };
        let mut sheet = Sheet::new(&name, sink);
        let currency = |style: &Style| currency::in_format(&style.number_format.as_ref()?.format_code);
        let currencies: Vec<Option<&str>> = cells.styles().iter().map(currency).collect();
        let fault = loop {
            match cells.next_cell_with_style_id() {
                Ok(Some((cell, style))) => {
                    let (row, column) = cell.get_position();
                    let currency = currencies.get(style).copied().flatten();
                    if sheet.cell(row, column, shown(cell.get_value(), currency)) != Flow::Next {
                        break false;
                    }
                }
                Ok(None) => break false,
                Err(_) => break true,
            }
        };
        if sheet.finish() == Flow::Stop {
            return Some(());
        }
        if fault {
            sink.finding(FormatFinding::new(Code::SheetUnreadable, None).with("sheet", &name));
        }
    }
    Some(())
}

fn read_xls(bytes: Vec<u8>, sink: &mut dyn Sink) -> Option<()> {
    read_ranges(Xls::new(Cursor::new(bytes)).ok()?, &Currencies::default(), sink)
}

fn read_ods(bytes: Vec<u8>, sink: &mut dyn Sink) -> Option<()> {
    let currencies = Currencies::of(&bytes);
    read_ranges(Ods::new(Cursor::new(bytes)).ok()?, &currencies, sink)
}

fn read_ranges<W: Reader<Cursor<Vec<u8>>>>(
    mut workbook: W,
    currencies: &Currencies,
    sink: &mut dyn Sink,
) -> Option<()> {
    for (number, name) in workbook.sheet_names().into_iter().enumerate() {
        let Ok(range) = workbook.worksheet_range(&name) else {
            sink.finding(FormatFinding::new(Code::SheetUnreadable, None).with("sheet", &name));
            continue;
        };
        let mut sheet = Sheet::new(&name, sink);
        read_range(&range, &|row, column| currencies.at(number, row, column), &mut sheet);
        if sheet.finish() == Flow::Stop {
            break;
        }
    }
    Some(())
}

fn read_range(
    range: &Range<Data>,
    currency: &dyn Fn(u32, u32) -> Option<&'static str>,
    sheet: &mut Sheet<'_>,
) {
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let at = |first: u32, offset: usize| first.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
        let (row, column) = (at(first_row, row), at(first_column, column));
        let text = shown(&borrowed(value), currency(row, column));
        if sheet.cell(row, column, text) != Flow::Next {
            return;
        }
    }
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(at) => DataRef::DateTime(*at),
        Data::DateTimeIso(text) | Data::DurationIso(text) => DataRef::SharedString(text),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// Writes a cell as the sheet shows it: a number with the currency its format gives.
fn shown(value: &DataRef<'_>, currency: Option<&str>) -> String {
    let text = text_of(value);
    match (value, currency) {
        (DataRef::Int(_) | DataRef::Float(_), Some(currency)) => {
            let places = text.split_once('.').map_or(0, |(_, places)| places.len());
            // Beside a currency three places would be thousands.
            let more = if places == 3 { "0" } else { "" };
            format!("{text}{more} {currency}")
        }
        (_, _) => text,
    }
}

/// Writes a cell as text: numbers with the digits the workbook keeps, dates as ISO 8601.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(at) => moment_of(*at),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn moment_of(at: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    if !at.is_datetime() {
        return at.as_f64().to_string();
    }
    // A number below one is a time without a day.
    if at.as_f64() < 1.0 {
        return format!("{hour:02}:{minute:02}:{second:02}");
    }
    if at.as_f64().fract() == 0.0 {
        return format!("{year:04}-{month:02}-{day:02}");
    }
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

/// A row that waits, and whether it stands behind an empty one.
struct Waiting {
    row: Vec<(usize, String)>,
    is_behind_empty: bool,
}

/// Puts the cells of one sheet into rows.
struct Sheet<'s> {
    name: &'s str,
    sink: &'s mut dyn Sink,
    row: Vec<(usize, String)>,
    row_bytes: usize,
    row_overflowed: bool,
    row_number: Option<u32>,
    waiting_bytes: usize,
    waiting: Vec<Waiting>,
    /// Whether an empty row was passed since the last one.
    is_behind_empty: bool,
    /// Whether rows behind an empty one wait until it is known whether one of them is a header.
    may_begin: bool,
    tables: usize,
    /// The last row that was handed on.
    before: Vec<(usize, String)>,
    columns: Option<Vec<String>>,
    /// A row of one cell: a title, if the header stands again below it.
    pending: Option<Vec<(usize, String)>>,
    repeated_headers: u64,
    rows: u64,
    flow: Flow,
}

impl<'s> Sheet<'s> {
    fn new(name: &'s str, sink: &'s mut dyn Sink) -> Self {
        Self {
            name,
            sink,
            row: Vec::new(),
            row_bytes: 0,
            row_overflowed: false,
            row_number: None,
            waiting_bytes: 0,
            waiting: Vec::new(),
            is_behind_empty: false,
            may_begin: false,
            tables: 0,
            before: Vec::new(),
            columns: None,
            pending: None,
            repeated_headers: 0,
            rows: 0,
            flow: Flow::Next,
        }
    }

    fn cell(&mut self, row: u32, column: u32, text: String) -> Flow {
        if self.row_number != Some(row) {
            self.end_row();
            let expected = self.row_number.map_or(row, |number| number.saturating_add(1));
            self.is_behind_empty |= row > expected;
            self.row_number = Some(row);
        }
        if text.is_empty() {
            return self.flow;
        }
        self.row_bytes += text.len();
        if self.row_bytes > ROW_BYTES_MAX || self.row.len() >= FIELDS_MAX {
            self.row_overflowed = true;
        } else {
            self.row.push((column as usize, text));
        }
        self.flow
    }

    fn finish(mut self) -> Flow {
        self.end_row();
        // The first rows of a sheet may leave some waiting that stand behind an empty one.
        while !self.waiting.is_empty() {
            self.begin();
        }
        self.push_pending();
        if self.repeated_headers > 0 {
            let finding = FormatFinding::new(Code::HeaderRepeated, None);
            self.sink.finding(finding.with("count", self.repeated_headers));
        }
        self.flow
    }

    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        self.waiting_bytes += std::mem::take(&mut self.row_bytes);
        if std::mem::take(&mut self.row_overflowed) {
            let at = Some(RowPlace::Sheet(self.name, self.rows + 1).position());
            self.sink.finding(FormatFinding::limit("row-fields", FIELDS_MAX as u64, at));
        }
        if row.is_empty() || self.flow != Flow::Next {
            return;
        }
        let is_behind_empty = std::mem::take(&mut self.is_behind_empty);
        self.place(Waiting { row, is_behind_empty });
    }

    /// Takes a row, or lets it wait where it may be a header.
    fn place(&mut self, waiting: Waiting) {
        let is_behind_empty = waiting.is_behind_empty;
        if self.columns.is_some() && !self.may_begin && !is_behind_empty {
            return self.take(waiting.row);
        }
        if self.columns.is_some() && is_behind_empty {
            self.begin();
            self.may_begin = true;
        }
        self.waiting.push(waiting);
        let rows_max = if self.may_begin { ROWS_OF_NEXT } else { ROWS_SAMPLED };
        if self.waiting.len() >= rows_max || self.waiting_bytes > ROW_BYTES_MAX {
            self.begin();
        }
    }

    /// Chooses the header among the rows that wait, and hands on those above and below it.
    fn begin(&mut self) {
        self.waiting_bytes = 0;
        let waiting = std::mem::take(&mut self.waiting);
        let may_begin = std::mem::take(&mut self.may_begin);
        if waiting.is_empty() {
            return;
        }
        let records: Vec<Record> = waiting.iter().map(|waiting| record(&waiting.row)).collect();
        let beginning = match &self.columns {
            None => {
                let gaps: Vec<bool> = waiting.iter().map(|waiting| waiting.is_behind_empty).collect();
                Some(beginning_of_sheet(&records, &gaps))
            }
            Some(columns) if may_begin => {
                header_of_next_in_sheet(&records, columns.len(), &record(&self.before))
                    .map(|lines_above| Beginning { lines_above, is_headed: true })
            }
            Some(_) => None,
        };
        let mut rows = waiting.into_iter();
        if let Some(Beginning { lines_above, is_headed }) = beginning {
            self.push_pending();
            let above: Vec<_> = rows.by_ref().take(lines_above).map(|waiting| waiting.row).collect();
            self.above(&above);
            let header = if is_headed { rows.next() } else { None };
            let width = records.iter().skip(lines_above).map(Record::len).max().unwrap_or(0);
            self.table(header.map_or_else(|| numbers(width), |waiting| names(&waiting.row)));
        }
        for waiting in rows {
            if self.flow != Flow::Next {
                return;
            }
            if may_begin {
                self.take(waiting.row);
            } else {
                self.place(waiting);
            }
        }
    }

    /// Begins a table; the first is called by the sheet.
    fn table(&mut self, columns: Vec<String>) {
        self.tables += 1;
        if self.flow != Flow::Stop {
            let number = format!("#{}", self.tables);
            self.flow = self.sink.table(Some(if self.tables > 1 { &number } else { self.name }), &columns);
        }
        self.columns = Some(columns);
    }

    /// Hands on rows above a header: a label with its value, or cells by their number.
    fn above(&mut self, rows: &[Vec<(usize, String)>]) {
        if rows.is_empty() || self.flow == Flow::Stop {
            return;
        }
        self.flow = self.sink.table(Some(PREAMBLE), &[]);
        for row in rows {
            self.rows += 1;
            let names: Vec<String> = (1..=row.len()).map(|number| format!("#{number}")).collect();
            let cells: Vec<Cell<'_>> = match row.as_slice() {
                [(_, label), (_, value)] => {
                    vec![Cell { name: label.trim_end_matches([':', ' ']), text: value }]
                }
                row => names.iter().zip(row).map(|(name, (_, text))| Cell { name, text }).collect(),
            };
            if self.flow == Flow::Next {
                self.flow = self.sink.row(RowPlace::Sheet(self.name, self.rows), &cells);
            }
        }
    }

    /// Takes a row below the header; the header that stands there again is none, and a lone cell right above it is a title.
    fn take(&mut self, row: Vec<(usize, String)>) {
        let columns = self.columns.as_deref().unwrap_or_default();
        if row.len() > 1 && row.len() == columns.len() && is_header_again(&row, columns) {
            self.repeated_headers += 1;
            return self.title();
        }
        let may_be_title = row.len() == 1 && columns.len() >= TITLED_COLUMNS_MIN;
        self.push_pending();
        if may_be_title {
            self.pending = Some(row);
        } else if self.flow == Flow::Next {
            self.push(&row);
            self.before = row;
        }
    }

    /// Hands on the row that might have been a title and is none.
    fn push_pending(&mut self) {
        if let Some(row) = self.pending.take()
            && self.flow == Flow::Next
        {
            self.push(&row);
        }
    }

    /// Hands on the title above a header that stands again, as a row of the lines above headers.
    fn title(&mut self) {
        let Some(row) = self.pending.take().filter(|_| self.flow == Flow::Next) else { return };
        let cells: Vec<Cell<'_>> = row.iter().map(|(_, text)| Cell { name: "#1", text }).collect();
        self.rows += 1;
        self.flow = self.sink.table(Some(PREAMBLE), &[]);
        if self.flow == Flow::Next {
            self.flow = self.sink.row(RowPlace::Sheet(self.name, self.rows), &cells);
        }
        if self.flow != Flow::Stop {
            let number = format!("#{}", self.tables);
            let name = if self.tables > 1 { &number } else { self.name };
            self.flow = self.sink.table(Some(name), self.columns.as_deref().unwrap_or_default());
        }
    }

    fn push(&mut self, row: &[(usize, String)]) {
        self.rows += 1;
        let columns = self.columns.as_deref().unwrap_or_default();
        let beyond: Vec<String> = row.iter().map(|(column, _)| format!("#{}", column + 1)).collect();
        let by_column = |column: usize| row.binary_search_by_key(&column, |(column, _)| *column).ok();
        let text_at =
            |column: usize| by_column(column).and_then(|index| row.get(index)).map(|(_, text)| text.as_str());
        let named = columns.iter().enumerate();
        let named = named.map(|(column, name)| Cell { name, text: text_at(column).unwrap_or_default() });
        let extra = row.iter().zip(&beyond).filter(|((column, _), _)| *column >= columns.len());
        let extra = extra.map(|((_, text), name)| Cell { name, text });
        let cells: Vec<Cell<'_>> =
            named.chain(extra).filter(|cell| !(cell.text.is_empty() && cell.name.starts_with('#'))).collect();
        let place = RowPlace::Sheet(self.name, self.rows);
        let last = row.last().map_or(0, |(column, _)| column + 1);
        if last > columns.len() {
            let counts = FormatFinding::new(Code::RaggedRow, Some(place.position()));
            self.sink.finding(counts.with("expected", columns.len()).with("found", last));
        }
        self.flow = self.sink.row(place, &cells);
    }
}

/// Tells whether a row repeats the header.
fn is_header_again(row: &[(usize, String)], columns: &[String]) -> bool {
    row.iter()
        .zip(columns.iter().enumerate())
        .all(|((column, text), (number, name))| *column == number && text.trim() == name)
}

/// Returns the cells of a row, with those between them that are empty.
fn record(row: &[(usize, String)]) -> Record {
    let width = row.last().map_or(0, |(column, _)| column + 1).min(FIELDS_MAX);
    let mut cells = vec![""; width];
    for (column, text) in row {
        if let Some(cell) = cells.get_mut(*column) {
            *cell = text;
        }
    }
    Record::of(cells)
}

/// Calls columns by their numbers.
fn numbers(width: usize) -> Vec<String> {
    (1..=width).map(|number| format!("#{number}")).collect()
}

fn names(row: &[(usize, String)]) -> Vec<String> {
    let width = row.last().map_or(0, |(column, _)| column + 1).min(FIELDS_MAX);
    let mut names = numbers(width);
    for (column, text) in row {
        if let Some(name) = names.get_mut(*column).filter(|_| !text.trim().is_empty()) {
            text.trim().clone_into(name);
        }
    }
    names
}
