//! Compound: a workbook before 2007, which is a small file system with the workbook as one of its files.
//!
//! In: the bytes of a compound file. Out: those of another one that holds the workbook alone and that its library can
//! open in bounded memory; or the limit it breaks. The library follows every chain of sectors to its end, believes
//! the declared size of a sheet, and holds every cell between the first and the last: so the chains are walked here,
//! what is declared is left out, the cells are counted before, and rows beyond what memory bears are left out and counted.
//!
//! Format: [MS-CFB] 2.2 to 2.6, [MS-XLS] 2.4. Not here: what is in a cell (`sheet`).

use std::collections::BTreeSet;
use std::ops::Range;

use super::FormatFinding;

const MAGIC: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// Numbers of sectors from here on mean something else.
const RESERVED: u32 = 0xffff_fffa;
const TABLE_SECTOR: u32 = 0xffff_fffd;
const CHAIN_END: u32 = 0xffff_fffe;
const FREE: u32 = 0xffff_ffff;
/// Files smaller than this stand in small sectors inside of a file of their own.
const SMALL_BELOW: usize = 4_096;
const SMALL_BELOW_32: u32 = 4_096;
const SMALL_SECTOR: usize = 64;
const ENTRY_BYTES: usize = 128;
/// Bytes of the sectors written here.
const SECTOR: usize = 4_096;

/// Cells of a workbook, the empty ones between them included: the library holds them all.
const CELLS_MAX: u64 = 4_000_000;
/// Shared texts; each takes three bytes or more.
const TEXTS_MAX: usize = 2_500_000;
const TEXT_BYTES_MIN: usize = 3;
/// How often the same bytes may be taken for different sheets.
const WALKS_MAX: usize = 4;

const BEGIN: u16 = 0x0809;
const BOUND_SHEET: u16 = 0x0085;
const CONTINUED: u16 = 0x003c;
const DIMENSIONS: u16 = 0x0200;
const END: u16 = 0x000a;
const EXTERN_SHEET: u16 = 0x0017;
const FORMULA: u16 = 0x0006;
const LABEL: u16 = 0x0018;
const MERGED: u16 = 0x00e5;
const SEVERAL: u16 = 0x00bd;
const SHARED_TEXTS: u16 = 0x00fc;
/// Number, label, formatted label, truth or error, short number, label by number, formula.
const CELLS: [u16; 7] = [0x0203, 0x0204, 0x00d6, 0x0205, 0x027e, 0x00fd, FORMULA];
/// A record that the library passes over.
const PASSED_OVER: u16 = 0x00ff;
/// Where the tokens of a formula begin: their length, then the number 0.
const TOKENS_AT: usize = 20;
const NO_TOKENS: [u8; 5] = [3, 0, 0x1e, 0, 0];

/// Why there is nothing to open.
pub(super) enum Fault {
    /// It is no workbook.
    NotTheFormat,
    /// It breaks a limit.
    TooMuch(FormatFinding),
}

/// A workbook that can be opened.
pub(super) struct Rebuilt {
    /// A compound file with the workbook alone.
    pub(super) bytes: Vec<u8>,
    /// Rows that were left out of it, because they would be more cells than [`CELLS_MAX`].
    pub(super) rows_left_out: u64,
}

impl Rebuilt {
    /// Makes the finding about the rows that were left out, if any.
    pub(super) fn left_out(&self) -> Option<FormatFinding> {
        let finding = FormatFinding::limit("workbook-rows", CELLS_MAX, None);
        (self.rows_left_out > 0).then(|| finding.with("left", self.rows_left_out))
    }
}

/// Returns the workbook without what would need memory without bound.
pub(super) fn rebuilt(bytes: &[u8]) -> Result<Rebuilt, Fault> {
    let mut book = Compound::open(bytes).and_then(|file| file.book()).ok_or(Fault::NotTheFormat)?;
    let rows_left_out = tamed(&mut book)?;
    Ok(Rebuilt { bytes: packed(book), rows_left_out })
}

fn number_16(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

fn number_32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|number| number_32(number, 0))
}

/// A compound file as it came.
struct Compound<'b> {
    bytes: &'b [u8],
    sector_bytes: usize,
    /// For each sector the next one of its file.
    table: Vec<u32>,
}

impl<'b> Compound<'b> {
    fn open(bytes: &'b [u8]) -> Option<Self> {
        let sector_bytes = match number_16(bytes, 30)? {
            9 => 512,
            12 => 4_096,
            _ => return None,
        };
        let mut file =
            bytes.starts_with(&MAGIC).then_some(Self { bytes, sector_bytes, table: Vec::new() })?;
        let mut places: Vec<u32> = numbers(bytes.get(76..512)?).collect();
        let mut next = number_32(bytes, 68)?;
        for _ in 0..file.sectors() {
            if next >= RESERVED {
                break;
            }
            let mut more: Vec<u32> = numbers(file.sector(next)?).collect();
            next = more.pop()?;
            places.append(&mut more);
        }
        for place in places.into_iter().filter(|place| *place < RESERVED) {
            if file.table.len() >= file.sectors() {
                break;
            }
            let sector = file.sector(place)?;
            file.table.extend(numbers(sector));
        }
        Some(file)
    }

    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector_bytes + 1
    }

    /// Returns a sector; the last one may be cut.
    fn sector(&self, number: u32) -> Option<&'b [u8]> {
        let start = (usize::try_from(number).ok()? + 1).checked_mul(self.sector_bytes)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(rest.get(..self.sector_bytes).unwrap_or(rest))
    }

    /// Returns the sectors from one on, as far as they go, and never more than the file has.
    fn chain(&self, first: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut next = first;
        for _ in 0..self.sectors() {
            let Some(sector) = Some(next).filter(|next| *next < RESERVED).and_then(|next| self.sector(next))
            else {
                break;
            };
            bytes.extend_from_slice(sector);
            next = usize::try_from(next).ok().and_then(|at| self.table.get(at)).copied().unwrap_or(CHAIN_END);
        }
        bytes
    }

    /// Returns the workbook.
    fn book(&self) -> Option<Vec<u8>> {
        let directory = self.chain(number_32(self.bytes, 48)?);
        let entries: Vec<&[u8]> = directory.chunks_exact(ENTRY_BYTES).collect();
        let named = |wanted: &str| entries.iter().find(|entry| name(entry).eq_ignore_ascii_case(wanted));
        let entry = named("Workbook").or_else(|| named("Book"))?;
        let (first, length) = (number_32(entry, 116)?, usize::try_from(number_32(entry, 120)?).ok()?);
        let mut book = if length < SMALL_BELOW {
            let small = self.chain(number_32(entries.first()?, 116)?);
            let table: Vec<u32> = numbers(&self.chain(number_32(self.bytes, 60)?)).collect();
            small_chain(&small, &table, first)
        } else {
            self.chain(first)
        };
        book.truncate(length);
        Some(book)
    }
}

fn small_chain(small: &[u8], table: &[u32], first: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut next = usize::try_from(first).unwrap_or(usize::MAX);
    for _ in 0..SMALL_BELOW / SMALL_SECTOR {
        let sector = next.checked_mul(SMALL_SECTOR).and_then(|start| small.get(start..));
        let Some(sector) = sector.and_then(|rest| rest.get(..SMALL_SECTOR.min(rest.len()))) else { break };
        bytes.extend_from_slice(sector);
        next = table.get(next).and_then(|next| usize::try_from(*next).ok()).unwrap_or(usize::MAX);
    }
    bytes
}

fn name(entry: &[u8]) -> String {
    let units = entry.chunks_exact(2).take(32).filter_map(|unit| number_16(unit, 0));
    char::decode_utf16(units.take_while(|unit| *unit != 0)).map(|c| c.unwrap_or('\u{fffd}')).collect()
}

/// Returns the record at an offset: its kind, and where its data stand.
fn record(book: &[u8], at: usize) -> Option<(u16, Range<usize>)> {
    let (kind, length) = (number_16(book, at)?, number_16(book, at + 2)?);
    let data = at + 4..at + 4 + usize::from(length);
    (data.end <= book.len()).then_some((kind, data))
}

fn pass_over(book: &mut [u8], at: usize) {
    if let Some(kind) = book.get_mut(at..at + 2) {
        kind.copy_from_slice(&PASSED_OVER.to_le_bytes());
    }
}

/// Leaves out what the library would believe and what it could not hold; counts the rows of the latter.
fn tamed(book: &mut [u8]) -> Result<u64, Fault> {
    let mut sheets = Vec::new();
    let (mut at, mut texts, mut is_text) = (0, 0, false);
    while let Some((kind, data)) = record(book, at).filter(|(kind, _)| *kind != END) {
        match kind {
            BOUND_SHEET => {
                sheets.extend(number_32(book, data.start).and_then(|at| usize::try_from(at).ok()));
            }
            LABEL | EXTERN_SHEET => pass_over(book, at),
            SHARED_TEXTS => texts += data.len(),
            CONTINUED if is_text => texts += data.len(),
            _ => {}
        }
        is_text = matches!(kind, SHARED_TEXTS) || is_text && kind == CONTINUED;
        at = data.end;
    }
    if texts / TEXT_BYTES_MIN > TEXTS_MAX {
        return Err(Fault::TooMuch(FormatFinding::limit("workbook-texts", TEXTS_MAX as u64, None)));
    }
    sheets.sort_unstable();
    let has_doubles = sheets.windows(2).any(|pair| pair.first() == pair.last());
    if has_doubles || sheets.last().is_some_and(|last| *last > book.len()) {
        return Err(Fault::NotTheFormat);
    }
    let (mut cells, mut walked, mut rows_left_out) = (0, 0, 0);
    for start in sheets {
        let mut sheet = Sheet::new(CELLS_MAX - cells);
        walked += sheet.walk(book, start) - start;
        cells += sheet.held();
        rows_left_out += sheet.left_out.len() as u64;
        if walked > book.len().saturating_mul(WALKS_MAX) {
            return Err(Fault::NotTheFormat);
        }
    }
    Ok(rows_left_out)
}

/// What the library would hold of a sheet: every cell between the first and the last.
struct Sheet {
    /// Cells there is room for.
    room: u64,
    cells: u64,
    rows: Range<u64>,
    columns: Range<u64>,
    /// Rows there was no room for.
    left_out: BTreeSet<u64>,
    /// The row that is read, and where its first record stands.
    current: Option<(u64, usize)>,
}

impl Sheet {
    fn new(room: u64) -> Self {
        let none = u64::from(u16::MAX)..0;
        Self { room, cells: 0, rows: none.clone(), columns: none, left_out: BTreeSet::new(), current: None }
    }

    fn held(&self) -> u64 {
        let count = |range: &Range<u64>| range.end.saturating_sub(range.start);
        (count(&self.rows) * count(&self.columns)).max(self.cells)
    }

    /// Goes through a sheet and leaves out the rows from the first on that there is no room for; returns where it ends.
    fn walk(&mut self, book: &mut [u8], start: usize) -> usize {
        let (mut at, mut open) = (start, 0_usize);
        // What is drawn in a sheet begins and ends in it.
        while let Some((kind, data)) = record(book, at).filter(|(kind, _)| *kind != END || open > 1) {
            open = match kind {
                BEGIN => open + 1,
                END => open - 1,
                _ => open,
            };
            if matches!(kind, DIMENSIONS | MERGED) {
                pass_over(book, at);
            } else if let Some(place) = place(book, kind, &data) {
                self.cell(book, at, &place);
            }
            if kind == FORMULA
                && let Some(tokens) = book.get_mut(data.clone()).and_then(|data| data.get_mut(TOKENS_AT..))
                && let Some(tokens) = tokens.get_mut(..NO_TOKENS.len())
            {
                tokens.copy_from_slice(&NO_TOKENS);
            }
            at = data.end;
        }
        at
    }

    fn cell(&mut self, book: &mut [u8], at: usize, (row, columns): &(u64, Range<u64>)) {
        if self.current.is_none_or(|(current, _)| current != *row) {
            self.current = Some((*row, at));
        }
        let mut grown = Self {
            cells: self.cells + (columns.end - columns.start),
            rows: self.rows.start.min(*row)..self.rows.end.max(row + 1),
            columns: self.columns.start.min(columns.start)..self.columns.end.max(columns.end),
            left_out: BTreeSet::new(),
            ..*self
        };
        if self.left_out.first().is_none_or(|first| row < first) && grown.held() <= self.room {
            grown.left_out = std::mem::take(&mut self.left_out);
            *self = grown;
            return;
        }
        // A row stays whole or not at all.
        let mut earlier = self.current.map_or(at, |(_, first)| first);
        while let Some((kind, data)) = record(book, earlier).filter(|_| earlier <= at) {
            if place(book, kind, &data).is_some_and(|place| place.0 == *row) {
                pass_over(book, earlier);
            }
            earlier = data.end;
        }
        self.current = Some((*row, at));
        self.left_out.insert(*row);
    }
}

/// Returns the row and the columns of a record of cells.
fn place(book: &[u8], kind: u16, data: &Range<usize>) -> Option<(u64, Range<u64>)> {
    let number = |at: usize| number_16(book, at).map(u64::from).filter(|_| data.len() >= 4);
    let (row, column) = number(data.start).zip(number(data.start + 2))?;
    let last = if kind == SEVERAL { number(data.end - 2).unwrap_or(column) } else { column };
    (CELLS.contains(&kind) || kind == SEVERAL).then(|| (row, column..last.max(column) + 1))
}

/// Writes a compound file with the workbook alone, version 4.
fn packed(mut book: Vec<u8>) -> Vec<u8> {
    book.resize(book.len().max(1).next_multiple_of(SECTOR), 0);
    let of_book = book.len() / SECTOR;
    let in_a_sector = SECTOR / 4;
    let of_table = (1..).find(|count| count * in_a_sector > count + of_book).unwrap_or(1);
    let sector = |number: usize| u32::try_from(number).unwrap_or(FREE);
    let (directory, first) = (of_table, of_table + 1);

    let mut header = MAGIC.to_vec();
    header.extend([0; 16]);
    header.extend([0x3e, 0, 4, 0, 0xfe, 0xff, 12, 0, 6, 0, 0, 0, 0, 0, 0, 0]);
    let fields = [1, sector(of_table), sector(directory), 0, SMALL_BELOW_32, CHAIN_END, 0, CHAIN_END, 0];
    header.extend(fields.iter().flat_map(|field| field.to_le_bytes()));
    let places = (0..109).map(|number| if number < of_table { sector(number) } else { FREE });
    header.extend(places.flat_map(u32::to_le_bytes));
    header.resize(SECTOR, 0);

    let mut table = vec![TABLE_SECTOR; of_table];
    table.push(CHAIN_END);
    table.extend((1..of_book).map(|number| sector(first + number)));
    table.push(CHAIN_END);
    table.resize(of_table * in_a_sector, FREE);

    let mut entries = entry("Root Entry", 5, 0, 0);
    entries.extend(entry("Workbook", 2, sector(first), book.len() as u64));
    entries.resize(SECTOR, 0);
    header.extend(table.iter().flat_map(|next| next.to_le_bytes()));
    header.append(&mut entries);
    header.append(&mut book);
    header
}

fn entry(name: &str, kind: u8, first: u32, length: u64) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let name_bytes = u8::try_from(entry.len() + 2).unwrap_or(0);
    entry.resize(64, 0);
    entry.extend([name_bytes, 0, kind, 1]);
    let child = if kind == 5 { 1 } else { FREE };
    entry.extend([FREE, FREE, child].iter().flat_map(|link| link.to_le_bytes()));
    entry.resize(116, 0);
    entry.extend(first.to_le_bytes());
    entry.extend(length.to_le_bytes());
    entry
}
