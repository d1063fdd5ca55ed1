//! Line: text of separated values taken apart into records, with quotes as companies really leave them.
//!
//! In: a reader of clean UTF-8, the delimiter and how many of them the header has. Out: records, one at a time, blank
//! lines passed over. A quote that is never closed costs nothing but itself: it stands as a sign of its cell, and its
//! position is kept. A quote cannot be meant when the text ends inside it, when it closes on a later line in the middle
//! of a cell, when it takes in many lines that look like rows, or when it takes in more than a record may hold. Of a
//! record beyond that limit the rest is left out, and it says so.
//!
//! Not here: what a record is (`csv`), which one is a header (`preamble`).

use std::io::{self, Read};

use memchr::{memchr, memchr_iter, memchr2, memchr3, memrchr};

use crate::finding::Position;

/// Bytes read at once.
const CHUNK_BYTES: usize = 64 << 10;

/// Bytes read first: small tables are many.
const FIRST_BYTES: usize = 4 << 10;

/// Bytes of a cell that are looked at one by one.
const SHORT_BYTES: usize = 48;

/// Lines one cell may have when most of them have as many delimiters as the header.
const ROWS_IN_CELL_MAX: usize = 200;

/// The cells of one record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Record {
    text: String,
    ends: Vec<usize>,
    /// Whether a part of it was left out.
    pub(super) is_cut: bool,
    /// Whether a blank line stands before it.
    pub(super) is_behind_blank: bool,
}

impl Record {
    /// Returns the number of cells.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns the bytes of its cells.
    pub(super) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// Returns its cells.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> + '_ {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| self.text.get(start..*end).unwrap_or_default())
    }

    /// Tells whether no cell holds anything.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && !self.is_cut
    }
}

/// A reader of records.
pub(super) struct Records<R> {
    inner: R,
    delimiter: u8,
    delimiters_in_header: usize,
    record_bytes_max: usize,
    buffer: Vec<u8>,
    /// Where the next record begins.
    at: usize,
    ended: bool,
    /// The cells of the record that is read.
    cells: Vec<u8>,
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

impl<R: Read> Records<R> {
    /// Starts reading; the header's delimiters help to tell rows from lines of a cell, 0 means they do not.
    pub(super) fn new(inner: R, delimiter: u8, delimiters_in_header: usize, record_bytes_max: usize) -> Self {
        Self {
            inner,
            delimiter,
            delimiters_in_header,
            record_bytes_max,
            buffer: Vec::new(),
            at: 0,
            ended: false,
            cells: Vec::new(),
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
        loop {
            let unclosed = self.unclosed.len();
            self.cells.clear();
            record.ends.clear();
            match self.whole(&mut record.ends) {
                Ok(end) => {
                    self.at = end;
                    break;
                }
                Err(Stop::More) => {
                    self.unclosed.truncate(unclosed);
                    self.read_on();
                }
                Err(Stop::TooLong) => {
                    record.is_cut = true;
                    record.ends.push(self.cells.len());
                    self.pass_line();
                    break;
                }
            }
        }
        let mut bytes = std::mem::take(&mut record.text).into_bytes();
        std::mem::swap(&mut bytes, &mut self.cells);
        match String::from_utf8(bytes) {
            Ok(text) => record.text = text,
            // The text is clean, and is taken apart at signs of one byte only.
            Err(error) => record.text = String::from_utf8_lossy(error.as_bytes()).into_owned(),
        }
        true
    }

    /// Passes over line breaks, and counts the blank lines among them; nothing at the end.
    fn pass_breaks(&mut self) -> Option<u64> {
        let mut breaks = 0;
        let mut last = 0;
        loop {
            match self.buffer.get(self.at) {
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
        self.buffer.resize(filled + first.max(filled), 0);
        let mut end = filled;
        while let Some(room) = self.buffer.get_mut(end..).filter(|room| !room.is_empty()) {
            match self.inner.read(room) {
                Ok(count) if count > 0 => end += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                // The container reports why its bytes ended.
                Ok(_) | Err(_) => {
                    self.ended = true;
                    break;
                }
            }
        }
        self.buffer.truncate(end);
    }

    /// Takes apart the record that begins here, if all of it is in the buffer; returns where the next may begin.
    fn whole(&mut self, ends: &mut Vec<usize>) -> Result<usize, Stop> {
        let mut at = self.at;
        loop {
            at = if self.buffer.get(at) == Some(&b'"') { self.quoted(at)? } else { self.bare(at)? };
            ends.push(self.cells.len());
            match self.buffer.get(at) {
                Some(byte) if *byte == self.delimiter => at += 1,
                Some(b'\r') if at + 1 == self.buffer.len() && !self.ended => return Err(Stop::More),
                Some(b'\r') if self.buffer.get(at + 1) == Some(&b'\n') => return Ok(at + 2),
                Some(_) => return Ok(at + 1),
                None => return Ok(at),
            }
        }
    }

    /// Asks for more, unless there is no more or the record is too long already.
    fn more<T>(&self, or: T) -> Result<T, Stop> {
        if self.buffer.len() - self.at > self.record_bytes_max {
            Err(Stop::TooLong)
        } else if self.ended {
            Ok(or)
        } else {
            Err(Stop::More)
        }
    }

    /// Takes a cell as it stands, up to its delimiter or the end of the line.
    fn bare(&mut self, start: usize) -> Result<usize, Stop> {
        let rest = self.buffer.get(start..).unwrap_or_default();
        let delimiter = self.delimiter;
        let is_end = |byte: &u8| *byte == delimiter || matches!(*byte, b'\n' | b'\r');
        // Most cells are short; the search for long ones begins slowly.
        let near = rest.iter().take(SHORT_BYTES).position(is_end);
        let far = || {
            let beyond = rest.get(SHORT_BYTES..)?;
            Some(SHORT_BYTES + memchr3(delimiter, b'\n', b'\r', beyond)?)
        };
        let end = match near.or_else(far) {
            Some(end) => start + end,
            None => {
                let kept = rest.len().min(self.record_bytes_max.saturating_sub(start - self.at));
                let end = self.more(self.buffer.len());
                if matches!(end, Err(Stop::TooLong)) {
                    self.passed_to = self.buffer.len();
                    self.cells.extend_from_slice(rest.get(..kept).unwrap_or_default());
                }
                end?
            }
        };
        if end - self.at > self.record_bytes_max {
            self.passed_to = end;
            return Err(Stop::TooLong);
        }
        self.cells.extend_from_slice(self.buffer.get(start..end).unwrap_or_default());
        Ok(end)
    }

    /// Takes a cell that begins with a quote.
    fn quoted(&mut self, open: usize) -> Result<usize, Stop> {
        if let Some(end) = self.plainly_quoted(open) {
            return Ok(end);
        }
        let Some(close) = self.closing(open)? else {
            self.count_to(open);
            self.unclosed.push(Position::Line(self.lines + 1, self.characters + 1));
            return self.bare(open);
        };
        if close - self.at > self.record_bytes_max {
            self.passed_to = close + 1;
            return Err(Stop::TooLong);
        }
        let mut inside = self.buffer.get(open + 1..close).unwrap_or_default();
        // Of two quotes one is meant.
        while let Some(quote) = memchr(b'"', inside) {
            let (with_quote, rest) = inside.split_at(quote + 1);
            self.cells.extend_from_slice(with_quote);
            inside = rest.get(1..).unwrap_or_default();
        }
        self.cells.extend_from_slice(inside);
        self.bare(close + 1)
    }

    /// Takes a quoted cell as nearly all are: short, of one line, and with nothing between its closing quote and the
    /// delimiter; nothing where it is another.
    fn plainly_quoted(&mut self, open: usize) -> Option<usize> {
        let rest = self.buffer.get(open + 1..)?;
        let is_sign = |byte: &u8| matches!(*byte, b'"' | b'\n' | b'\r');
        let close = rest.iter().take(SHORT_BYTES).position(is_sign)?;
        let (sign, next) = (*rest.get(close)?, *rest.get(close + 1)?);
        let ends = next == self.delimiter || matches!(next, b'\n' | b'\r');
        if sign != b'"' || !ends || open + close - self.at >= self.record_bytes_max {
            return None;
        }
        self.cells.extend_from_slice(rest.get(..close)?);
        Some(open + 1 + close + 1)
    }

    /// Finds the closing quote of a cell; nothing where the opening one cannot be meant.
    fn closing(&self, open: usize) -> Result<Option<usize>, Stop> {
        let mut lines = Lines::default();
        let mut from = open + 1;
        loop {
            let rest = self.buffer.get(from..).unwrap_or_default();
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
            match self.buffer.get(quote + 1) {
                Some(b'"') => from = quote + 2,
                None if !self.ended => return Err(Stop::More),
                _ if lines.breaks == 0 => return Ok(Some(quote)),
                _ => return self.ends_cell(quote + 1).map(|is_meant| is_meant.then_some(quote)),
            }
        }
    }

    /// Tells whether nothing but spaces stand before the end of a cell.
    fn ends_cell(&self, at: usize) -> Result<bool, Stop> {
        let rest = self.buffer.get(at..).unwrap_or_default();
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
            match memchr2(b'\n', b'\r', self.buffer.get(self.at..).unwrap_or_default()) {
                Some(end) => {
                    self.at += end;
                    // The break itself ends the record; only a second one makes a blank line.
                    let is_pair = self.buffer.get(self.at..self.at + 2) == Some(b"\r\n");
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
        let passed = self.buffer.get(self.counted..place).unwrap_or_default();
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
