//! Line: text of separated values taken apart into records, with quotes as companies really leave them.
//!
//! In: a reader of clean UTF-8, the delimiter and how many of them the header has. Out: records, one at a time, blank
//! lines passed over. A quote that is never closed costs nothing but itself: it stands as a sign of its cell, and its
//! position is kept. A quote cannot be meant when the text ends inside it, when it closes on a later line in the middle
//! of a cell, when it takes in many lines that look like rows, or when it takes in more than a record may hold. Of a
//! record beyond that limit the rest is left out, and it says so.
//!
//! Not here: what a record is (`csv`), which one is a header (`preamble`).

use std::io;

use memchr::{memchr, memchr_iter, memchr2, memrchr};

use super::scan::{Signs, first_of};
use super::text::Text;
use crate::finding::Position;

/// Bytes read at once.
const CHUNK_BYTES: usize = 64 << 10;

/// Bytes read first: small tables are many.
const FIRST_BYTES: usize = 4 << 10;

/// Lines one cell may have when most of them have as many delimiters as the header.
const ROWS_IN_CELL_MAX: usize = 200;

/// The cells of one record.
#[derive(Debug, Clone, Default)]
pub(super) struct Record {
    text: String,
    /// From where to where each cell stands in the text.
    cells: Vec<(usize, usize)>,
    /// Whether a part of it was left out.
    pub(super) is_cut: bool,
    /// Whether a blank line stands before it.
    pub(super) is_behind_blank: bool,
}

impl Record {
    /// Returns the number of cells.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// Returns the bytes it takes.
    pub(super) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// Returns its cells.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> + '_ {
        self.cells.iter().map(|(start, end)| self.text.get(*start..*end).unwrap_or_default())
    }

    /// Makes one of the cells of a sheet.
    pub(super) fn of<'c>(cells: impl IntoIterator<Item = &'c str>) -> Self {
        let mut record = Self::default();
        for cell in cells {
            record.text.push_str(cell);
            record.end_cell();
        }
        record
    }

    /// Tells whether no cell holds anything.
    pub(super) fn is_empty(&self) -> bool {
        !self.is_cut && self.cells.iter().all(|(start, end)| start == end)
    }

    /// Ends the cell that was written behind the last one.
    fn end_cell(&mut self) {
        let start = self.cells.last().map_or(0, |(_, end)| *end);
        self.cells.push((start, self.text.len()));
    }
}

/// A reader of records.
pub(super) struct Records<T> {
    inner: T,
    delimiter: u8,
    delimiters_in_header: usize,
    record_bytes_max: usize,
    buffer: String,
    /// Where the next record begins.
    at: usize,
    ended: bool,
    /// Where the end of a record that is too long is looked for.
    passed_to: usize,
    /// Positions of quotes that are never closed, since they were last taken.
    unclosed: Vec<Position>,
    /// Up to where line breaks and characters are counted, and what was counted.
    counted: usize,
    lines: u64,
    characters: u64,
}

/// Why a record is not whole in the buffer.
enum Stop {
    /// More has to be read for it.
    More,
    /// It is longer than a record may be.
    TooLong,
}

impl<T: Text> Records<T> {
    /// Starts reading; the header's delimiters help to tell rows from lines of a cell, 0 means they do not.
    pub(super) fn new(inner: T, delimiter: u8, delimiters_in_header: usize, record_bytes_max: usize) -> Self {
        Self {
            inner,
            delimiter,
            delimiters_in_header,
            record_bytes_max,
            buffer: String::new(),
            at: 0,
            ended: false,
            passed_to: 0,
            unclosed: Vec::new(),
            counted: 0,
            lines: 0,
            characters: 0,
        }
    }

    /// Takes the positions of the quotes that are never closed, found since the last call.
    pub(super) fn take_unclosed(&mut self) -> Vec<Position> {
        std::mem::take(&mut self.unclosed)
    }

    /// Reads the next record; `false` at the end, whatever ends it.
    pub(super) fn read(&mut self, record: &mut Record) -> bool {
        let Some(lines) = self.pass_breaks() else { return false };
        record.is_behind_blank = lines > 0;
        record.is_cut = false;
        if let Some(end) = self.plain(record) {
            self.at = end;
            return true;
        }
        loop {
            let unclosed = self.unclosed.len();
            record.text.clear();
            record.cells.clear();
            match self.whole(record) {
                Ok(end) => {
                    self.at = end;
                    return true;
                }
                Err(Stop::More) => {
                    self.unclosed.truncate(unclosed);
                    self.read_on();
                }
                Err(Stop::TooLong) => {
                    record.is_cut = true;
                    record.end_cell();
                    self.pass_line();
                    return true;
                }
            }
        }
    }

    /// Passes over line breaks, and counts the blank lines among them; nothing at the end.
    fn pass_breaks(&mut self) -> Option<u64> {
        let mut breaks = 0;
        let mut last = 0;
        loop {
            match self.buffer.as_bytes().get(self.at) {
                Some(byte @ (b'\n' | b'\r')) => {
                    breaks += u64::from(!(*byte == b'\n' && last == b'\r'));
                    last = *byte;
                    self.at += 1;
                }
                Some(_) => return Some(breaks),
                None if self.ended => return None,
                None => self.read_on(),
            }
        }
    }

    /// Reads on; what stands before the record leaves the buffer.
    fn read_on(&mut self) {
        self.count_to(self.at);
        self.buffer.drain(..self.at);
        (self.at, self.counted) = (0, 0);
        let filled = self.buffer.len();
        // A long record doubles what is read at once, so that it is not looked at too often.
        let first = if self.lines == 0 && filled == 0 { FIRST_BYTES } else { CHUNK_BYTES };
        let wanted = filled + first.max(filled);
        while self.buffer.len() < wanted {
            match self.inner.read_to(&mut self.buffer) {
                Ok(count) if count > 0 => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                // The container reports why its bytes ended.
                Ok(_) | Err(_) => {
                    self.ended = true;
                    return;
                }
            }
        }
    }

    /// Takes a record as nearly all are: whole in the buffer, its quotes around whole cells of one line and none in them;
    /// nothing where it is another. Its cells stay where they stand in the line.
    fn plain(&self, record: &mut Record) -> Option<usize> {
        let bytes = self.buffer.as_bytes().get(self.at..)?;
        let mut signs = Signs::new(bytes, [self.delimiter, b'"', b'\n', b'\r']);
        record.cells.clear();
        let mut start = 0;
        loop {
            let mut behind = signs.next()?;
            let mut sign = *bytes.get(behind)?;
            if sign == b'"' && behind > start {
                continue;
            }
            if sign == b'"' {
                let close = signs.find(|at| bytes.get(*at).is_none_or(|sign| *sign != self.delimiter))?;
                behind = signs.next()?;
                if bytes.get(close) != Some(&b'"') || behind != close + 1 {
                    return None;
                }
                sign = *bytes.get(behind)?;
                record.cells.push((start + 1, close));
            } else {
                record.cells.push((start, behind));
            }
            let next = match sign {
                sign if sign == self.delimiter => {
                    start = behind + 1;
                    continue;
                }
                b'\n' => behind + 1,
                b'\r' if *bytes.get(behind + 1)? == b'\n' => behind + 2,
                b'\r' => behind + 1,
                _ => return None,
            };
            if behind > self.record_bytes_max {
                return None;
            }
            record.text.clear();
            record.text.push_str(self.buffer.get(self.at..self.at + behind)?);
            return Some(self.at + next);
        }
    }

    /// Takes apart the record that begins here, if all of it is in the buffer; returns where the next may begin.
    fn whole(&mut self, record: &mut Record) -> Result<usize, Stop> {
        let mut at = self.at;
        loop {
            let is_quoted = self.buffer.as_bytes().get(at) == Some(&b'"');
            at = if is_quoted { self.quoted(at, record)? } else { self.bare(at, record)? };
            record.end_cell();
            let bytes = self.buffer.as_bytes();
            match bytes.get(at) {
                Some(byte) if *byte == self.delimiter => at += 1,
                Some(b'\r') if at + 1 == bytes.len() && !self.ended => return Err(Stop::More),
                Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => return Ok(at + 2),
                Some(_) => return Ok(at + 1),
                None => return Ok(at),
            }
        }
    }

    /// Asks for more, unless there is no more or the record is too long already.
    fn more<V>(&self, or: V) -> Result<V, Stop> {
        if self.buffer.len() - self.at > self.record_bytes_max {
            Err(Stop::TooLong)
        } else if self.ended {
            Ok(or)
        } else {
            Err(Stop::More)
        }
    }

    /// Takes a cell as it stands, up to its delimiter or the end of the line.
    fn bare(&mut self, start: usize, record: &mut Record) -> Result<usize, Stop> {
        let rest = self.buffer.get(start..).unwrap_or_default();
        let end = match first_of(rest.as_bytes(), [self.delimiter, b'\n', b'\r']) {
            Some(end) => start + end,
            None => {
                let end = self.more(self.buffer.len());
                if matches!(end, Err(Stop::TooLong)) {
                    let room = self.record_bytes_max.saturating_sub(start - self.at);
                    record.text.push_str(rest.get(..rest.floor_char_boundary(room)).unwrap_or_default());
                    self.passed_to = self.buffer.len();
                }
                end?
            }
        };
        if end - self.at > self.record_bytes_max {
            self.passed_to = end;
            return Err(Stop::TooLong);
        }
        record.text.push_str(self.buffer.get(start..end).unwrap_or_default());
        Ok(end)
    }

    /// Takes a cell that begins with a quote.
    fn quoted(&mut self, open: usize, record: &mut Record) -> Result<usize, Stop> {
        let Some(close) = self.closing(open)? else {
            self.count_to(open);
            self.unclosed.push(Position::Line(self.lines + 1, self.characters + 1));
            return self.bare(open, record);
        };
        if close - self.at > self.record_bytes_max {
            self.passed_to = close + 1;
            return Err(Stop::TooLong);
        }
        let mut inside = self.buffer.get(open + 1..close).unwrap_or_default();
        // Of two quotes one is meant.
        while let Some((before, behind)) = inside.split_once("\"\"") {
            record.text.push_str(before);
            record.text.push('"');
            inside = behind;
        }
        record.text.push_str(inside);
        self.bare(close + 1, record)
    }

    /// Finds the closing quote of a cell; nothing where the opening one cannot be meant.
    fn closing(&self, open: usize) -> Result<Option<usize>, Stop> {
        let mut lines = Lines::default();
        let mut from = open + 1;
        loop {
            let rest = self.buffer.as_bytes().get(from..).unwrap_or_default();
            let found = memchr(b'"', rest);
            let passed = rest.get(..found.unwrap_or(rest.len())).unwrap_or_default();
            lines.add(passed, self.delimiter, self.delimiters_in_header);
            let is_too_long = from + passed.len() - open >= self.record_bytes_max;
            if is_too_long || lines.are_rows(self.delimiters_in_header) {
                return Ok(None);
            }
            let Some(found) = found else {
                // A quote that takes in too much is none, however long the record.
                return if self.ended { Ok(None) } else { Err(Stop::More) };
            };
            let quote = from + found;
            match self.buffer.as_bytes().get(quote + 1) {
                Some(b'"') => from = quote + 2,
                None if !self.ended => return Err(Stop::More),
                _ if lines.breaks == 0 => return Ok(Some(quote)),
                _ => return self.ends_cell(quote + 1).map(|is_meant| is_meant.then_some(quote)),
            }
        }
    }

    /// Tells whether nothing but spaces stand before the end of a cell.
    fn ends_cell(&self, at: usize) -> Result<bool, Stop> {
        let rest = self.buffer.as_bytes().get(at..).unwrap_or_default();
        match rest.iter().find(|byte| **byte != b' ') {
            Some(byte) => Ok(*byte == self.delimiter || matches!(byte, b'\n' | b'\r')),
            None if self.ended => Ok(true),
            None => Err(Stop::More),
        }
    }

    /// Passes over the rest of a line that is too long.
    fn pass_line(&mut self) {
        self.at = self.passed_to;
        loop {
            match memchr2(b'\n', b'\r', self.buffer.as_bytes().get(self.at..).unwrap_or_default()) {
                Some(end) => {
                    self.at += end;
                    // The break itself ends the record; only a second one makes a blank line.
                    let is_pair = self.buffer.get(self.at..self.at + 2) == Some("\r\n");
                    self.at += if is_pair { 2 } else { 1 };
                    return;
                }
                None if self.ended => {
                    self.at = self.buffer.len();
                    return;
                }
                None => {
                    self.at = self.buffer.len();
                    self.read_on();
                }
            }
        }
    }

    /// Counts lines and characters up to a place of the buffer.
    fn count_to(&mut self, place: usize) {
        let passed = self.buffer.as_bytes().get(self.counted..place).unwrap_or_default();
        let lines = memchr_iter(b'\n', passed).count() as u64;
        let last = memrchr(b'\n', passed).map_or(passed, |at| passed.get(at + 1..).unwrap_or_default());
        let characters = last.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u64;
        self.characters = characters + if lines == 0 { self.characters } else { 0 };
        self.lines += lines;
        self.counted = self.counted.max(place);
    }
}

/// The lines a quoted cell takes in.
#[derive(Default)]
struct Lines {
    breaks: usize,
    like_rows: usize,
    delimiters: usize,
    last: u8,
}

impl Lines {
    fn add(&mut self, passed: &[u8], delimiter: u8, delimiters_in_header: usize) {
        // A cell of one line, as nearly all are, needs no counting.
        if self.breaks == 0 && memchr2(b'\n', b'\r', passed).is_none() {
            self.delimiters +=
                if delimiters_in_header == 0 { 0 } else { memchr_iter(delimiter, passed).count() };
            self.last = passed.last().copied().unwrap_or(self.last);
            return;
        }
        for byte in passed {
            if *byte == b'\r' || (*byte == b'\n' && self.last != b'\r') {
                self.breaks += 1;
                self.like_rows += usize::from(self.delimiters == delimiters_in_header);
                self.delimiters = 0;
            } else if *byte == delimiter {
                self.delimiters += 1;
            }
            self.last = *byte;
            if self.are_rows(delimiters_in_header) {
                return;
            }
        }
    }

    fn are_rows(&self, delimiters_in_header: usize) -> bool {
        delimiters_in_header > 0 && self.breaks > ROWS_IN_CELL_MAX && self.like_rows * 2 > self.breaks
    }
}
