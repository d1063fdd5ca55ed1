//! Token: JSON text taken apart (RFC 8259), one token at a time.
//!
//! In: a reader of clean UTF-8, or a text. Out: what stands next, and its value as text: numbers with every digit,
//! strings without escapes, each lent until the next call. Halves of a character that stand alone (`\ud83d` without
//! its second half), which RFC 8259 allows and no Unicode text can hold, cost nothing but themselves: each is the sign
//! for an unreadable character and is counted.
//!
//! What programs write that keep the rules loosely is read too, and counted: `NaN` and `Infinity`, a comma behind the last
//! value, comments, line breaks and tabulators in strings, escapes that are none.
//!
//! After a fault [`Tokens::find`] goes on where the next element of a list seems to begin. Not here: rows (`json`).

mod element;

use std::io;

use memchr::{memchr_iter, memmem, memrchr};

use super::escape::resolve;
use super::number::{is_number, is_space, whole_number};
use super::scan::first_special;
use super::text::{Changes, Meter, Text};
use crate::finding::Position;

/// Containers inside containers.
pub(super) const DEPTH_MAX: usize = 128;

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,
}

/// Why the next token cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The text is no JSON here.
    Malformed,
    /// The text ends inside the document.
    CutShort,
    /// Containers are nested too deep.
    TooDeep,
    /// The reader failed.
    Unreadable,
}

/// What a container that was begun waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Awaits {
    /// The first value or the end.
    First,
    /// A value.
    Value,
    /// A comma or the end.
    Comma,
}

/// A container that was begun.
#[derive(Debug, Clone, Copy)]
struct Container {
    awaits: Awaits,
    /// What ends it.
    close: u8,
}

/// Text taken apart.
pub(super) struct Tokens<T> {
    inner: T,
    meter: Meter,
    changes: Changes,
    buffer: String,
    /// The next byte.
    at: usize,
    ended: bool,
    containers: Vec<Container>,
    /// A string whose escapes were resolved.
    resolved: String,
    /// Bytes that left the buffer, and line breaks and characters since the last in them.
    passed: u64,
    lines_passed: u64,
    characters_passed: u64,
}

impl Tokens<&str> {
    /// Takes a text apart.
    pub(super) fn of_text(text: &str, changes: Changes) -> Self {
        let mut tokens = Tokens::new("", Meter::unbounded(), changes);
        tokens.read_text(text);
        tokens
    }

    /// Begins again with another text, in the same memory.
    pub(super) fn read_text(&mut self, text: &str) {
        self.buffer.clear();
        self.buffer.push_str(text);
        (self.at, self.ended) = (0, true);
        self.containers.clear();
    }
}

impl<T: Text> Tokens<T> {
    /// Starts reading; lone halves are counted among the changes.
    pub(super) fn new(inner: T, meter: Meter, changes: Changes) -> Self {
        Self {
            inner,
            meter,
            changes,
            buffer: String::new(),
            at: 0,
            ended: false,
            containers: Vec::new(),
            resolved: String::new(),
            passed: 0,
            lines_passed: 0,
            characters_passed: 0,
        }
    }

    /// Notes that an item is finished, so that its bytes count no more.
    pub(super) fn item_done(&self) {
        self.meter.item_done();
    }

    /// Tells whether an item was larger than allowed.
    pub(super) fn is_limit_reached(&self) -> bool {
        self.meter.is_reached()
    }

    /// Returns the bytes of the largest item allowed.
    pub(super) fn bytes_max(&self) -> u64 {
        self.meter.max()
    }

    /// Returns how many containers are open.
    pub(super) fn depth(&self) -> usize {
        self.containers.len()
    }

    /// Returns how many bytes were read so far.
    pub(super) fn bytes(&self) -> u64 {
        self.passed + self.at as u64
    }

    /// Returns the line and column of the next byte.
    pub(super) fn position(&self) -> Position {
        let read = self.buffer.as_bytes().get(..self.at).unwrap_or_default();
        let (lines, characters) = lines_and_characters(read);
        let before = if lines == 0 { self.characters_passed } else { 0 };
        Position::Line(self.lines_passed + lines + 1, before + characters + 1)
    }

    /// Reads on; the bytes from `keep` stay, and `false` is the end.
    fn read_on(&mut self, keep: usize) -> Result<bool, Fault> {
        if self.ended {
            return Ok(false);
        }
        let keep = self.buffer.floor_char_boundary(keep);
        let passing = self.buffer.as_bytes().get(..keep).unwrap_or_default();
        let (lines, characters) = lines_and_characters(passing);
        self.characters_passed = characters + if lines == 0 { self.characters_passed } else { 0 };
        self.lines_passed += lines;
        self.passed += keep as u64;
        self.buffer.drain(..keep);
        self.at -= keep;
        let read = loop {
            match self.inner.read_to(&mut self.buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        match read {
            Ok(0) => self.ended = true,
            Ok(_) => {}
            Err(_) => {
                self.ended = true;
                return Err(Fault::Unreadable);
            }
        }
        Ok(!self.ended)
    }

    /// Returns the next byte that is no white space, and stays in front of it.
    #[inline]
    fn look(&mut self) -> Result<Option<u8>, Fault> {
        match self.buffer.as_bytes().get(self.at) {
            Some(byte) if !is_space(*byte) && *byte != b'/' => Ok(Some(*byte)),
            Some(_) | None => self.look_on(),
        }
    }

    fn look_on(&mut self) -> Result<Option<u8>, Fault> {
        loop {
            let rest = self.buffer.as_bytes().get(self.at..).unwrap_or_default();
            match rest.iter().position(|byte| !is_space(*byte)) {
                Some(spaces) => {
                    self.at += spaces;
                    let next = self.byte(0)?;
                    if next != Some(b'/') || !self.pass_comment()? {
                        return Ok(next);
                    }
                    continue;
                }
                None => self.at = self.buffer.len(),
            }
            if !self.read_on(self.at)? {
                return Ok(None);
            }
        }
    }

    /// Passes over the comment that stands next; tells whether it is one.
    fn pass_comment(&mut self) -> Result<bool, Fault> {
        let end: &[u8] = match self.byte(1)? {
            Some(b'/') => b"\n",
            Some(b'*') => b"*/",
            Some(_) | None => return Ok(false),
        };
        self.at += 2;
        loop {
            let rest = self.buffer.as_bytes().get(self.at..).unwrap_or_default();
            if let Some(found) = memmem::find(rest, end) {
                self.at += found + end.len();
                break;
            }
            // The first byte of the end may be the last that was read.
            let keep = self.buffer.len().saturating_sub(end.len() - 1).max(self.at);
            self.at = self.buffer.floor_char_boundary(keep);
            if !self.read_on(self.at)? {
                self.at = self.buffer.len();
                break;
            }
        }
        self.changes.count_lapse();
        Ok(true)
    }

    /// Tells what the next value is.
    pub(super) fn peek(&mut self) -> Result<Kind, Fault> {
        match self.look()? {
            Some(b'{') => Ok(Kind::Object),
            Some(b'[') => Ok(Kind::Array),
            Some(b'"') => Ok(Kind::String),
            Some(b'-' | b'0'..=b'9' | b'N' | b'I') => Ok(Kind::Number),
            Some(b't' | b'f') => Ok(Kind::Boolean),
            Some(b'n') => Ok(Kind::Null),
            Some(_) => Err(Fault::Malformed),
            None => Err(Fault::CutShort),
        }
    }

    /// Begins the object or array that stands next.
    pub(super) fn begin(&mut self) -> Result<(), Fault> {
        if self.containers.len() >= DEPTH_MAX {
            return Err(Fault::TooDeep);
        }
        self.value_begins();
        let close = if self.buffer.as_bytes().get(self.at) == Some(&b'{') { b'}' } else { b']' };
        self.at += 1;
        self.containers.push(Container { awaits: Awaits::First, close });
        Ok(())
    }

    fn value_begins(&mut self) {
        if let Some(container) = self.containers.last_mut() {
            container.awaits = Awaits::Comma;
        }
    }

    /// Tells whether the container begun last goes on.
    pub(super) fn has_next(&mut self) -> Result<bool, Fault> {
        let (awaits, close) = match self.containers.last() {
            Some(Container { awaits, close }) => (*awaits, *close),
            None => (Awaits::Value, 0),
        };
        if awaits == Awaits::Value {
            return Ok(true);
        }
        let mut next = self.look()?;
        let is_end = matches!(next, Some(b'}' | b']'));
        if is_end {
            return Ok(false);
        }
        if awaits == Awaits::Comma {
            match next {
                Some(b',') => self.at += 1,
                Some(_) => return Err(Fault::Malformed),
                None => return Err(Fault::CutShort),
            }
            next = self.look()?;
            match next {
                Some(byte) if byte == close => {
                    self.changes.count_lapse();
                    return Ok(false);
                }
                Some(b'}' | b']') => return Err(Fault::Malformed),
                Some(_) | None => {}
            }
        }
        if next.is_none() {
            return Err(Fault::CutShort);
        }
        if let Some(container) = self.containers.last_mut() {
            container.awaits = Awaits::Value;
        }
        Ok(true)
    }

    /// Ends the container begun last, an object or an array.
    pub(super) fn end(&mut self, kind: Kind) -> Result<(), Fault> {
        let close = if kind == Kind::Object { b'}' } else { b']' };
        match self.look()? {
            Some(byte) if byte == close => {
                self.at += 1;
                self.containers.pop();
                Ok(())
            }
            Some(_) => Err(Fault::Malformed),
            None => Err(Fault::CutShort),
        }
    }

    /// Returns the byte so far behind the next one, reading on for it; the token that begins here stays.
    fn byte(&mut self, offset: usize) -> Result<Option<u8>, Fault> {
        loop {
            if let Some(byte) = self.buffer.as_bytes().get(self.at + offset) {
                return Ok(Some(*byte));
            }
            if !self.read_on(self.at)? {
                return Ok(None);
            }
        }
    }

    /// Gives up at a byte so far behind the next one.
    fn malformed_at<V>(&mut self, offset: usize) -> Result<V, Fault> {
        self.at = (self.at + offset).min(self.buffer.len());
        Err(Fault::Malformed)
    }

    /// Finds the end of the string that stands next: the offset of its closing quote, and whether it has escapes.
    fn string(&mut self) -> Result<(usize, bool), Fault> {
        let (mut offset, mut has_escapes, mut goes_on) = (1, false, false);
        loop {
            let rest = self.buffer.as_bytes().get(self.at + offset..).unwrap_or_default();
            let Some(found) = first_special(rest) else {
                offset += rest.len();
                if !self.read_on(self.at)? {
                    return Err(Fault::CutShort);
                }
                continue;
            };
            let special = rest.get(found).copied();
            offset += found;
            match special {
                Some(b'"') => return Ok((offset, has_escapes)),
                Some(b'\\') if self.byte(offset + 1)?.is_some() => {
                    has_escapes = true;
                    offset += 2;
                }
                Some(b'\\') => return Err(Fault::CutShort),
                Some(b'\n' | b'\r' | b'\t') if goes_on || self.is_in_string(offset)? => {
                    goes_on = true;
                    self.changes.count_lapse();
                    offset += 1;
                }
                Some(_) | None => return self.malformed_at(offset),
            }
        }
    }

    /// Tells whether a string goes on behind a sign that may not stand in one: where a quote is missing, the next quote begins a
    /// string, and what ends a value does not stand behind it.
    fn is_in_string(&mut self, mut offset: usize) -> Result<bool, Fault> {
        loop {
            match self.byte(offset)? {
                Some(b'"') => break,
                Some(b'\\') => offset += 2,
                Some(_) => offset += 1,
                None => return Ok(false),
            }
        }
        loop {
            offset += 1;
            match self.byte(offset)? {
                Some(byte) if is_space(byte) => {}
                next => return Ok(matches!(next, Some(b',' | b':' | b'}' | b']') | None)),
            }
        }
    }

    /// Lends the string between two places of the buffer.
    fn lend(&mut self, start: usize, end: usize, has_escapes: bool) -> Result<&str, Fault> {
        let text = self.buffer.get(start..end).ok_or(Fault::Malformed)?;
        if !has_escapes {
            return Ok(text);
        }
        self.resolved.clear();
        let lone = resolve(text, &mut self.resolved, &self.changes).ok_or(Fault::Malformed)?;
        if lone > 0 {
            self.changes.count_replaced(lone);
        }
        Ok(&self.resolved)
    }

    /// Reads the name of a member of an object, and the colon behind it.
    pub(super) fn name(&mut self) -> Result<&str, Fault> {
        match self.look()? {
            Some(b'"') => {}
            Some(_) => return Err(Fault::Malformed),
            None => return Err(Fault::CutShort),
        }
        let (end, has_escapes) = self.string()?;
        let mut colon = end + 1;
        loop {
            match self.byte(colon)? {
                Some(b':') => break,
                Some(byte) if is_space(byte) => colon += 1,
                Some(_) => return self.malformed_at(colon),
                None => return Err(Fault::CutShort),
            }
        }
        let start = self.at;
        self.at += colon + 1;
        self.lend(start + 1, start + end, has_escapes)
    }

    /// Reads the string that stands next.
    pub(super) fn text(&mut self) -> Result<&str, Fault> {
        self.value_begins();
        let (end, has_escapes) = self.string()?;
        let start = self.at;
        self.at += end + 1;
        self.lend(start + 1, start + end, has_escapes)
    }

    /// Reads the number that stands next, every digit as written.
    pub(super) fn number(&mut self) -> Result<&str, Fault> {
        self.value_begins();
        let rest = self.buffer.as_bytes().get(self.at..).unwrap_or_default();
        if let Some(length) = whole_number(rest) {
            self.at += length;
            return self.lend(self.at - length, self.at, false);
        }
        let mut length = 0;
        let is_part = |byte: u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        loop {
            let rest = self.buffer.as_bytes().get(self.at + length..).unwrap_or_default();
            length += rest.iter().take_while(|byte| is_part(**byte)).count();
            if !self.byte(length)?.is_some_and(is_part) {
                break;
            }
        }
        let is_closed =
            self.byte(length)?.is_none_or(|byte| is_space(byte) || matches!(byte, b',' | b']' | b'}'));
        if length <= 1
            && let Some(length) = self.no_number()?
        {
            self.at += length;
            return self.lend(self.at - length, self.at, false);
        }
        let start = self.at;
        let text = self.buffer.as_bytes().get(start..start + length).unwrap_or_default();
        if !is_closed || !is_number(text) {
            return Err(Fault::Malformed);
        }
        self.at += length;
        self.lend(start, start + length, false)
    }

    /// Returns the length of a word that stands for what is no number, as programs write it.
    fn no_number(&mut self) -> Result<Option<usize>, Fault> {
        for word in [b"NaN".as_slice(), b"Infinity", b"-Infinity"] {
            let mut is_it = true;
            for (offset, expected) in word.iter().enumerate() {
                is_it = is_it && self.byte(offset)? == Some(*expected);
            }
            if is_it {
                self.changes.count_lapse();
                return Ok(Some(word.len()));
            }
        }
        Ok(None)
    }

    /// Reads `true` or `false`.
    pub(super) fn boolean(&mut self) -> Result<bool, Fault> {
        let is_true = self.look()? == Some(b't');
        self.literal(if is_true { b"true" } else { b"false" })?;
        Ok(is_true)
    }

    /// Reads `null`.
    pub(super) fn null(&mut self) -> Result<(), Fault> {
        self.literal(b"null")
    }

    fn literal(&mut self, literal: &[u8]) -> Result<(), Fault> {
        self.value_begins();
        for (offset, expected) in literal.iter().enumerate() {
            match self.byte(offset)? {
                Some(byte) if byte == *expected => {}
                Some(_) => return self.malformed_at(offset),
                None => return Err(Fault::CutShort),
            }
        }
        self.at += literal.len();
        Ok(())
    }

    /// Passes over the next value.
    pub(super) fn skip(&mut self) -> Result<(), Fault> {
        let kind = self.peek()?;
        match kind {
            Kind::Object | Kind::Array => {
                self.begin()?;
                while self.has_next()? {
                    if kind == Kind::Object {
                        self.name()?;
                    }
                    self.skip()?;
                }
                self.end(kind)
            }
            Kind::String => self.text().map(drop),
            Kind::Number => self.number().map(drop),
            Kind::Boolean => self.boolean().map(drop),
            Kind::Null => self.null(),
        }
    }

    /// Reads to the end; a fault where something stands there.
    pub(super) fn nothing_more(&mut self) -> Result<(), Fault> {
        if self.look()?.is_some() { Err(Fault::Malformed) } else { Ok(()) }
    }

    /// Passes over what is left and returns the bytes read in all.
    pub(super) fn pass_over(&mut self) -> u64 {
        loop {
            self.meter.item_done();
            self.at = self.buffer.len();
            // What ended the bytes, the container reports.
            if !matches!(self.read_on(self.at), Ok(true)) {
                return self.bytes();
            }
        }
    }
}

/// Counts the bytes that begin a character, in pieces whose counts fit into a byte: so many are counted at once.
fn characters(text: &[u8]) -> u64 {
    let count = |piece: &[u8]| piece.iter().fold(0_u8, |count, byte| count + u8::from(byte & 0xc0 != 0x80));
    text.chunks(usize::from(u8::MAX)).map(|piece| u64::from(count(piece))).sum()
}

fn lines_and_characters(text: &[u8]) -> (u64, u64) {
    let lines = memchr_iter(b'\n', text).count() as u64;
    let last = memrchr(b'\n', text).map_or(text, |at| text.get(at + 1..).unwrap_or_default());
    (lines, characters(last))
}
