//! Quotes: a quote that is never closed costs nothing but itself.
//!
//! In: text of separated values. Out: the same text, in which an opening quote that cannot be meant as one stands
//! as a sign of its cell, and the positions of those quotes. A quote cannot be meant when the text ends inside it,
//! when it closes on a later line in the middle of a cell, when it takes in many lines that look like rows, or
//! when it takes in more than a record may hold. Looking ahead is bounded by that, and nothing is looked at more
//! than twice: what an unmeant quote took in holds no other. Of a record beyond its limit the rest is left out.

use std::cell::RefCell;
use std::io::{self, Read};
use std::rc::Rc;

use crate::finding::Position;

/// Stands at the end of a record of which a part was left out; never in a text from a `TextReader`.
pub(super) const CUT: char = '\0';

const CHUNK_BYTES: usize = 32 * 1024;

/// Lines one cell may have when most of them have as many delimiters as the header.
const ROWS_IN_CELL_MAX: usize = 200;

/// The positions of quotes that are never closed, readable after the reader was consumed.
#[derive(Clone, Default)]
pub(super) struct Unclosed(Rc<RefCell<Vec<Position>>>);

impl Unclosed {
    /// Takes those found since the last call.
    pub(super) fn take(&self) -> Vec<Position> {
        self.0.take()
    }
}

/// A reader of separated values whose quotes are all closed.
pub(super) struct Quotes<R> {
    inner: R,
    delimiter: u8,
    delimiters_in_header: usize,
    record_bytes_max: u64,
    /// Bytes of the record so far; what is beyond the limit is left out up to its end.
    record_bytes: u64,
    ahead: Vec<u8>,
    ended: Option<io::Result<()>>,
    given: Vec<u8>,
    given_start: usize,
    inside: Inside,
    line: u64,
    column: u64,
    unclosed: Unclosed,
}

/// Where the next byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// At the start of a cell.
    Start,
    /// In a cell that is not quoted, or behind the closing quote.
    Cell,
    /// In a cell that began with an unmeant quote; it is handed on as a quoted cell.
    Rewritten,
}

impl<R: Read> Quotes<R> {
    /// Starts reading; the header's delimiters help to tell rows from lines of a cell, 0 means they do not.
    pub(super) fn new(inner: R, delimiter: u8, delimiters_in_header: usize, record_bytes_max: u64) -> Self {
        Self {
            inner,
            delimiter,
            delimiters_in_header,
            record_bytes_max,
            record_bytes: 0,
            ahead: Vec::new(),
            ended: None,
            given: Vec::new(),
            given_start: 0,
            inside: Inside::Start,
            line: 1,
            column: 1,
            unclosed: Unclosed::default(),
        }
    }

    /// Returns a view of the quotes it finds.
    pub(super) fn unclosed(&self) -> Unclosed {
        self.unclosed.clone()
    }

    /// Reads more ahead; `false` at the end, whatever ends it.
    fn look_further(&mut self) -> bool {
        while self.ended.is_none() {
            let start = self.ahead.len();
            self.ahead.resize(start + CHUNK_BYTES, 0);
            let room = self.ahead.get_mut(start..).unwrap_or_default();
            let read = self.inner.read(room);
            self.ahead.truncate(start + *read.as_ref().unwrap_or(&0));
            match read {
                Ok(0) => self.ended = Some(Ok(())),
                Ok(_) => return true,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => self.ended = Some(Err(error)),
            }
        }
        false
    }

    /// Returns a byte ahead, reading on for it.
    fn peek(&mut self, at: usize) -> Option<u8> {
        if at >= self.ahead.len() {
            self.look_further();
        }
        self.ahead.get(at).copied()
    }

    fn is_end_of_cell(&self, byte: u8) -> bool {
        byte == self.delimiter || byte == b'\n' || byte == b'\r'
    }

    /// Finds the end of the quoted cell that opens at `open`: behind its closing quote.
    fn end_of_quoted(&mut self, open: usize) -> Option<usize> {
        let mut lines = Lines::default();
        let mut at = open + 1;
        loop {
            let byte = self.peek(at)?;
            let is_too_long = (at - open) as u64 >= self.record_bytes_max;
            if is_too_long || lines.are_rows(self.delimiters_in_header) {
                return None;
            }
            if byte != b'"' {
                lines.add(byte, self.delimiter, self.delimiters_in_header);
            } else if self.peek(at + 1) == Some(b'"') {
                at += 1;
            } else {
                let is_meant = lines.breaks == 0 || self.ends_cell(at + 1);
                return is_meant.then_some(at + 1);
            }
            at += 1;
        }
    }

    /// Tells whether nothing but spaces stand before the end of a cell.
    fn ends_cell(&mut self, mut at: usize) -> bool {
        loop {
            match self.peek(at) {
                Some(b' ') => at += 1,
                Some(byte) => return self.is_end_of_cell(byte),
                None => return true,
            }
        }
    }

    /// Hands on all that is ahead.
    fn advance(&mut self) {
        let mut at = 0;
        while let Some(byte) = self.ahead.get(at).copied() {
            let quoted = if self.inside == Inside::Start && byte == b'"' { self.quoted(at) } else { None };
            let stop = quoted.unwrap_or(at + 1);
            if quoted.is_none() {
                self.rewrite(byte);
            }
            let passed = self.ahead.get(at..stop).unwrap_or_default();
            for byte in passed {
                match byte {
                    b'\n' => (self.line, self.column) = (self.line + 1, 1),
                    byte if byte & 0xc0 == 0x80 => {}
                    _ => self.column += 1,
                }
            }
            if quoted.is_some() {
                self.record_bytes += passed.len() as u64;
                if self.record_bytes <= self.record_bytes_max {
                    self.given.extend_from_slice(passed);
                }
            }
            at = stop;
        }
        self.ahead.clear();
        if self.ended.is_some() && self.record_bytes > self.record_bytes_max {
            self.given.push(CUT as u8);
            self.record_bytes = 0;
        }
        if self.ended.is_some() && self.inside == Inside::Rewritten {
            self.given.push(b'"');
            self.inside = Inside::Cell;
        }
    }

    /// Takes an opening quote: returns the end of its cell, or notes that it has none.
    fn quoted(&mut self, at: usize) -> Option<usize> {
        let end = self.end_of_quoted(at);
        if end.is_some() {
            self.inside = Inside::Cell;
        } else {
            self.unclosed.0.borrow_mut().push(Position::Line(self.line, self.column));
            self.given.push(b'"');
            self.inside = Inside::Rewritten;
        }
        end
    }

    fn rewrite(&mut self, byte: u8) {
        let is_end = byte == b'\n' || byte == b'\r';
        if self.record_bytes > self.record_bytes_max && !is_end {
            return;
        }
        if self.record_bytes > self.record_bytes_max {
            self.given.push(CUT as u8);
        }
        self.record_bytes = if is_end { 0 } else { self.record_bytes + 1 };
        let is_rewritten = self.inside == Inside::Rewritten;
        if self.is_end_of_cell(byte) {
            if is_rewritten {
                self.given.push(b'"');
            }
            self.inside = Inside::Start;
        } else if is_rewritten && byte == b'"' {
            self.given.push(b'"');
        } else if !is_rewritten {
            self.inside = Inside::Cell;
        }
        self.given.push(byte);
    }
}

impl<R: Read> Read for Quotes<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given_start >= self.given.len() {
            self.given.clear();
            self.given_start = 0;
            let goes_on = self.look_further();
            self.advance();
            if !goes_on && self.given.is_empty() {
                return self.ended.replace(Ok(())).unwrap_or(Ok(())).map(|()| 0);
            }
        }
        let mut rest = self.given.get(self.given_start..).unwrap_or_default();
        let count = rest.read(buffer)?;
        self.given_start += count;
        Ok(count)
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
    fn add(&mut self, byte: u8, delimiter: u8, delimiters_in_header: usize) {
        if byte == b'\r' || (byte == b'\n' && self.last != b'\r') {
            self.breaks += 1;
            self.like_rows += usize::from(self.delimiters == delimiters_in_header);
            self.delimiters = 0;
        } else if byte == delimiter {
            self.delimiters += 1;
        }
        self.last = byte;
    }

    fn are_rows(&self, delimiters_in_header: usize) -> bool {
        delimiters_in_header > 0 && self.breaks > ROWS_IN_CELL_MAX && self.like_rows * 2 > self.breaks
    }
}
