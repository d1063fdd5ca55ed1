//! Package: whether a workbook fits into memory once it is unpacked, asked before the workbook library opens it.
//!
//! In: the bytes of a packed workbook. Out: the limit it breaks, if any. Every part is unpacked once, read as the
//! library will read it, and counted: what one cell holds, how many texts there are, how many cells a repeated one
//! makes. No declared size or count is believed; a declared count the library would believe is checked.
//!
//! Not here: what is in a cell (`sheet`).

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::text::Meter;
use super::{FIELDS_MAX, Format, FormatFinding};
use crate::import::container::limit::{RATIO_FROM_BYTES, RATIO_MAX};

const MIB: u64 = 1 << 20;

/// Bytes of all sheets, which are streamed, in an Office Open XML workbook.
const SHEETS_BYTES_MAX: u64 = 1 << 30;
/// Bytes of every other part, which the library holds in memory.
const PART_BYTES_MAX: u64 = 64 * MIB;
/// Bytes of one cell or shared text, its mark-up included.
const CELL_BYTES_MAX: u64 = 16 * MIB;
/// Shared texts.
const TEXTS_MAX: u64 = 2_500_000;
/// Cells of one table of an OpenDocument workbook, repeated ones and gaps included, which the library holds in
/// memory.
const CELLS_MAX: u64 = 2_000_000;
/// Bytes of the texts of one OpenDocument workbook, those of repeated cells included.
const REPEATED_BYTES_MAX: u64 = 64 * MIB;

/// The elements the library reads to their end before it lets go of what is in them.
const HELD: &[&str] = &["si", "is", "v", "f", "t", "table-cell", "covered-table-cell"];

/// What a workbook has too much of.
struct TooMuch {
    limit: &'static str,
    max: u64,
}

/// Tells whether a workbook can be opened: nothing, or the limit it breaks; `Err` when it is no package.
pub(super) fn excess(format: Format, bytes: &[u8]) -> Result<Option<FormatFinding>, ()> {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ())?;
    let mut sheets_bytes = 0;
    for index in 0..parts.len() {
        let Ok(part) = parts.by_index(index) else { continue };
        let name = part.name().map(|name| name.to_ascii_lowercase()).unwrap_or_default();
        let stored_bytes = part.compressed_size().min(bytes.len() as u64);
        let is_sheet = format == Format::Xlsx && is_sheet(&name);
        let max = if is_sheet { SHEETS_BYTES_MAX - sheets_bytes } else { PART_BYTES_MAX };
        let counted =
            Counted { inner: part, stored_bytes, produced: 0, max, meter: Meter::new(CELL_BYTES_MAX) };
        // A picture is no mark-up and ends the scan at once; its name proves nothing.
        match scan(counted, format, is_sheet) {
            Ok(produced) if is_sheet => sheets_bytes += produced,
            Ok(_) => {}
            Err(TooMuch { limit, max }) => return Ok(Some(FormatFinding::limit(limit, max, None))),
        }
    }
    Ok(None)
}

/// Tells whether a part is a sheet, which is streamed; the library finds those it holds by these names.
fn is_sheet(name: &str) -> bool {
    let is_held = ["sharedstrings.xml", "styles.xml", "workbook.xml"].iter().any(|held| name.ends_with(held));
    name.contains("worksheets/") && !is_held
}

/// A part that counts what comes out of it and ends in an error when that is too much.
struct Counted<R> {
    inner: R,
    stored_bytes: u64,
    produced: u64,
    max: u64,
    meter: Meter,
}

impl<R> Counted<R> {
    fn too_much(&self) -> Option<TooMuch> {
        if self.produced > self.max {
            Some(TooMuch { limit: "workbook-parts", max: self.max / MIB })
        } else if self.produced > RATIO_FROM_BYTES && self.produced / RATIO_MAX > self.stored_bytes {
            Some(TooMuch { limit: "workbook-ratio", max: RATIO_MAX })
        } else if self.meter.is_reached() {
            Some(TooMuch { limit: "workbook-cell", max: CELL_BYTES_MAX / MIB })
        } else {
            None
        }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.produced += count as u64;
        self.meter.count(count as u64)?;
        match self.too_much() {
            None => Ok(count),
            Some(_) => Err(std::io::Error::other("a part of the workbook is larger than allowed")),
        }
    }
}

/// Reads a part as the library will, and counts.
fn scan(part: Counted<impl Read>, format: Format, is_sheet: bool) -> Result<u64, TooMuch> {
    let meter = part.meter.clone();
    let mut xml = Reader::from_reader(BufReader::new(part));
    let config = xml.config_mut();
    config.check_end_names = false;
    config.trim_text(false);
    config.check_comments = false;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    let mut held: Option<String> = None;
    let mut texts = 0;
    let mut tables = Tables::default();
    loop {
        buffer.clear();
        // A fault in a part is for the library to meet, at the same place.
        let Ok(event) = xml.read_event_into(&mut buffer) else { break };
        match &event {
            Event::Eof => break,
            Event::Start(element) => {
                let name = element.local_name();
                texts = texts.max(declared_texts(element)) + u64::from(name.as_ref() == "si");
                if held.is_none() && HELD.contains(&name.as_ref()) {
                    held = Some(element.name().as_ref().to_owned());
                }
            }
            Event::End(element) if held.as_deref() == Some(element.name().as_ref()) => held = None,
            _ => {}
        }
        if !is_sheet && texts > TEXTS_MAX {
            return Err(TooMuch { limit: "workbook-texts", max: TEXTS_MAX });
        }
        if format == Format::Ods {
            tables.event(&event, xml.buffer_position())?;
        }
        if held.is_none() {
            meter.item_done();
        }
    }
    let part = xml.into_inner().into_inner();
    part.too_much().map_or(Ok(part.produced), Err)
}

/// The number of texts the list of them says it has, for which the library makes room.
fn declared_texts(element: &BytesStart<'_>) -> u64 {
    if element.local_name().as_ref() == "sst" { number(element, "uniqueCount", 0) } else { 0 }
}

/// A number in an attribute; what is no number is as large as can be.
fn number(element: &BytesStart<'_>, name: &str, absent: u64) -> u64 {
    match element.try_get_attribute(name) {
        Ok(Some(attribute)) => attribute.value.trim().parse().unwrap_or(u64::MAX),
        Ok(None) => absent,
        Err(_) => u64::MAX,
    }
}

/// How far the tables of an OpenDocument workbook reach, with what they repeat.
#[derive(Default)]
struct Tables {
    rows: u64,
    rows_used: u64,
    columns_used: u64,
    row_repeats: u64,
    column: u64,
    row_is_used: bool,
    cell: Option<OpenCell>,
    repeated_bytes: u64,
}

struct OpenCell {
    repeats: u64,
    is_used: bool,
    start: u64,
}

impl Tables {
    fn event(&mut self, event: &Event<'_>, position: u64) -> Result<(), TooMuch> {
        match event {
            Event::Start(element) => self.start(element, position),
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => {
                if let Some(cell) = &mut self.cell {
                    cell.is_used = true;
                }
            }
            Event::End(element) => self.end(element.name().as_ref(), position),
            Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::Eof => {}
        }
        self.excess().map_or(Ok(()), Err)
    }

    fn start(&mut self, element: &BytesStart<'_>, position: u64) {
        match element.name().as_ref() {
            "table:table" => {
                (self.rows, self.rows_used, self.columns_used) = (0, 0, 0);
            }
            "table:table-row" => {
                self.row_repeats = number(element, "table:number-rows-repeated", 1);
                (self.column, self.row_is_used) = (0, false);
            }
            "table:table-cell" | "table:covered-table-cell" if self.cell.is_none() => {
                let repeats = number(element, "table:number-columns-repeated", 1);
                let is_used = element.attributes().with_checks(false).any(|attribute| {
                    attribute.is_ok_and(|attribute| {
                        let key = attribute.key.as_ref();
                        key.starts_with("office:") || key == "table:formula"
                    })
                });
                self.cell = Some(OpenCell { repeats, is_used, start: position });
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str, position: u64) {
        match name {
            "table:table-row" => {
                self.rows = self.rows.saturating_add(self.row_repeats);
                if self.row_is_used {
                    self.rows_used = self.rows;
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return };
                self.column = self.column.saturating_add(cell.repeats);
                if cell.is_used {
                    self.row_is_used = true;
                    self.columns_used = self.columns_used.max(self.column);
                    let bytes = position.saturating_sub(cell.start);
                    let bytes = bytes.saturating_mul(cell.repeats).saturating_mul(self.row_repeats);
                    self.repeated_bytes = self.repeated_bytes.saturating_add(bytes);
                }
            }
            _ => {}
        }
    }

    fn excess(&self) -> Option<TooMuch> {
        if self.columns_used > FIELDS_MAX as u64 {
            Some(TooMuch { limit: "workbook-columns", max: FIELDS_MAX as u64 })
        } else if self.rows_used.saturating_mul(self.columns_used) > CELLS_MAX {
            Some(TooMuch { limit: "workbook-cells", max: CELLS_MAX })
        } else if self.repeated_bytes > REPEATED_BYTES_MAX {
            Some(TooMuch { limit: "workbook-repeated", max: REPEATED_BYTES_MAX / MIB })
        } else {
            None
        }
    }
}
