//! Sheet: workbooks to rows, every sheet a table.
//!
//! In: a workbook, which needs all its bytes in memory (bounded). Out: per sheet the header, found as the first
//! row that is mostly words, and the rows below it; dates as dates. Cells are read one by one where the library
//! can, so that a lone cell in the last row costs nothing.
//!
//! What the library cannot bear costs this workbook and no other. Of a style only the currency of its
//! numbers is heard, and only in XLSX. Not here: formulas, hidden rows; and no macro is ever looked at.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, ExcelDateTime, Ods, Range, Reader, Style, Xls, Xlsx};

use super::caught::guarded;
use super::csv::PREAMBLE;
use super::{Cell, FIELDS_MAX, Flow, Format, FormatFinding, RowPlace, Sink, compound, package};
use crate::finding::Code;
use crate::import::currency;

/// Bytes of a workbook held in memory.
const WORKBOOK_BYTES_MAX: u64 = 64 << 20;
/// Bytes of one row: a text may stand in every cell and yet only once in the file.
const ROW_BYTES_MAX: usize = 16 << 20;
/// Columns of a table in which a lone cell may be a title.
const TITLED_COLUMNS_MIN: usize = 3;

/// Rows looked at to find the header.
const ROWS_SAMPLED: usize = 20;

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
    read_ranges(Xls::new(Cursor::new(bytes)).ok()?, sink)
}

fn read_ods(bytes: Vec<u8>, sink: &mut dyn Sink) -> Option<()> {
    read_ranges(Ods::new(Cursor::new(bytes)).ok()?, sink)
}

fn read_ranges<W: Reader<Cursor<Vec<u8>>>>(mut workbook: W, sink: &mut dyn Sink) -> Option<()> {
    for name in workbook.sheet_names() {
        let Ok(range) = workbook.worksheet_range(&name) else {
            sink.finding(FormatFinding::new(Code::SheetUnreadable, None).with("sheet", &name));
            continue;
        };
        let mut sheet = Sheet::new(&name, sink);
        read_range(&range, &mut sheet);
        if sheet.finish() == Flow::Stop {
            break;
        }
    }
    Some(())
}

fn read_range(range: &Range<Data>, sheet: &mut Sheet<'_>) {
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let at = |first: u32, offset: usize| first.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
        let text = text_of(&borrowed(value));
        if sheet.cell(at(first_row, row), at(first_column, column), text) != Flow::Next {
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

/// Puts the cells of one sheet into rows.
struct Sheet<'s> {
    name: &'s str,
    sink: &'s mut dyn Sink,
    row: Vec<(usize, String)>,
    row_bytes: usize,
    row_overflowed: bool,
    row_number: Option<u32>,
    waiting_bytes: usize,
    waiting: Vec<Vec<(usize, String)>>,
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
        self.begin();
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
        if self.columns.is_some() {
            self.take(row);
            return;
        }
        self.waiting.push(row);
        if self.waiting.len() >= ROWS_SAMPLED || self.waiting_bytes > ROW_BYTES_MAX {
            self.begin();
        }
    }

    /// Chooses the header among the first rows and hands on those below it; rows above it are a title.
    fn begin(&mut self) {
        if self.columns.is_some() || self.waiting.is_empty() {
            return;
        }
        let waiting = std::mem::take(&mut self.waiting);
        let header = header_index(&waiting);
        let columns = waiting.get(header).map(|row| names(row)).unwrap_or_default();
        self.flow = self.sink.table(Some(self.name), &columns);
        self.columns = Some(columns);
        for row in waiting.into_iter().skip(header + 1) {
            if self.flow == Flow::Next {
                self.take(row);
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
            self.flow = self.sink.table(Some(self.name), self.columns.as_deref().unwrap_or_default());
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

/// Returns the first row that is mostly words and at least half as wide as the widest.
fn header_index(rows: &[Vec<(usize, String)>]) -> usize {
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let is_word = |text: &str| text.parse::<f64>().is_err();
    let is_header = |row: &Vec<(usize, String)>| {
        let words = row.iter().filter(|(_, text)| is_word(text)).count();
        row.len() * 2 >= widest && words * 3 >= row.len() * 2
    };
    rows.iter().position(is_header).unwrap_or(0)
}

fn names(row: &[(usize, String)]) -> Vec<String> {
    let width = row.last().map_or(0, |(column, _)| column + 1).min(FIELDS_MAX);
    let mut names: Vec<String> = (1..=width).map(|number| format!("#{number}")).collect();
    for (column, text) in row {
        if let Some(name) = names.get_mut(*column).filter(|_| !text.trim().is_empty()) {
            text.trim().clone_into(name);
        }
    }
    names
}
