//! Office: the currencies that an OpenDocument workbook gives its cells, which the workbook library leaves out.
//!
//! In: the bytes of a workbook that fits into memory. Out: the currency of the cell at a row and a column of a sheet, where it is of
//! the type of a currency (OpenDocument 1.3, part 3, 19.369 `office:currency`).
//!
//! Not here: whether it fits (`package`), and the values of cells (`sheet`).

use std::collections::HashMap;
use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::import::currency;

/// Columns that one cell repeats and that are remembered.
const REPEATED_MAX: u32 = 64;

/// Rows from one to before another whose cells in a column have a currency.
type Span = (u32, u32, &'static str);

/// The currencies of the cells of a workbook.
#[derive(Default)]
pub(super) struct Currencies {
    /// Per sheet, by column.
    sheets: Vec<HashMap<u32, Vec<Span>>>,
}

impl Currencies {
    /// Reads them; there are none where they cannot be read.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut found = Self::default();
        let Ok(mut parts) = zip::ZipArchive::new(Cursor::new(bytes)) else { return found };
        let Ok(content) = parts.by_name("content.xml") else { return found };
        let mut xml = Reader::from_reader(BufReader::new(content));
        xml.config_mut().check_end_names = false;
        xml.config_mut().expand_empty_elements = true;
        let (mut buffer, mut at) = (Vec::new(), At::default());
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => at.start(&element, &mut found),
                Ok(Event::End(element)) => at.end(element.name().as_ref()),
                Ok(Event::Eof) | Err(_) => return found,
                Ok(_) => {}
            }
        }
    }

    /// Returns the currency of a cell.
    pub(super) fn at(&self, sheet: usize, row: u32, column: u32) -> Option<&'static str> {
        let spans = self.sheets.get(sheet)?.get(&column)?;
        let behind = spans.partition_point(|(start, _, _)| *start <= row);
        let (_, end, code) = spans.get(behind.checked_sub(1)?)?;
        (row < *end).then_some(*code)
    }

    fn add(&mut self, at: &At, columns: u32, code: &'static str) {
        let Some(sheet) = self.sheets.last_mut() else { return };
        let end = at.row.saturating_add(at.rows);
        for column in (0..columns.min(REPEATED_MAX)).map(|next| at.column.saturating_add(next)) {
            let spans = sheet.entry(column).or_default();
            match spans.last_mut() {
                Some((_, last, known)) if *last == at.row && *known == code => *last = end,
                Some(_) | None => spans.push((at.row, end, code)),
            }
        }
    }
}

/// Where a reading of a workbook stands.
#[derive(Default)]
struct At {
    row: u32,
    /// How often the row stands there.
    rows: u32,
    column: u32,
    columns: u32,
    /// Tables in cells of others are no sheets.
    depth: u32,
}

impl At {
    fn start(&mut self, element: &BytesStart<'_>, found: &mut Currencies) {
        let text = |name: &str| {
            let attribute = element.try_get_attribute(name).ok().flatten();
            attribute.map(|attribute| attribute.value.trim().to_owned())
        };
        let times = |name: &str| text(name).and_then(|text| text.parse().ok()).unwrap_or(1);
        match element.name().as_ref() {
            "table:table" => {
                self.depth += 1;
                if self.depth == 1 {
                    found.sheets.push(HashMap::new());
                    self.row = 0;
                }
            }
            "table:table-row" if self.depth == 1 => {
                (self.rows, self.column) = (times("table:number-rows-repeated"), 0);
            }
            "table:table-cell" | "table:covered-table-cell" if self.depth == 1 => {
                self.columns = times("table:number-columns-repeated");
                let code = text("office:currency").and_then(|code| currency::code(&code));
                if let Some(code) = code {
                    found.add(self, self.columns, code);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table:table" => self.depth = self.depth.saturating_sub(1),
            "table:table-row" if self.depth == 1 => self.row = self.row.saturating_add(self.rows),
            "table:table-cell" | "table:covered-table-cell" if self.depth == 1 => {
                self.column = self.column.saturating_add(self.columns);
            }
            _ => {}
        }
    }
}
