//! Token: JSON text taken apart (RFC 8259), one token at a time.
//!
//! In: a reader of clean UTF-8, or a text. Out: what stands next, and its value as text: numbers with every digit,
//! strings without escapes, each lent until the next call. Halves of a character that stand alone (`\ud83d` without
//! its second half), which RFC 8259 allows and no Unicode text can hold, cost nothing but themselves: each is the sign
//! for an unreadable character and is counted.
//!
//! After a fault [`Tokens::find`] goes on where the next element of a list seems to begin. Not here: rows (`json`).

use std::io;

use memchr::{memchr, memchr_iter, memrchr};

use super::number::{is_number, whole_number};
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

/// Text taken apart.
pub(super) struct Tokens<T> {
    inner: T,
    meter: Meter,
    changes: Changes,
    buffer: String,
    /// The next byte.
    at: usize,
    ended: bool,
    containers: Vec<Awaits>,
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
            Some(byte) if !is_space(*byte) => Ok(Some(*byte)),
            Some(_) | None => self.look_on(),
        }
    }

    fn look_on(&mut self) -> Result<Option<u8>, Fault> {
        loop {
            let rest = self.buffer.as_bytes().get(self.at..).unwrap_or_default();
            match rest.iter().position(|byte| !is_space(*byte)) {
                Some(spaces) => {
                    self.at += spaces;
                    return Ok(rest.get(spaces).copied());
                }
                None => self.at = self.buffer.len(),
            }
            if !self.read_on(self.at)? {
                return Ok(None);
            }
        }
    }

    /// Tells what the next value is.
    pub(super) fn peek(&mut self) -> Result<Kind, Fault> {
        match self.look()? {
            Some(b'{') => Ok(Kind::Object),
            Some(b'[') => Ok(Kind::Array),
            Some(b'"') => Ok(Kind::String),
            Some(b'-' | b'0'..=b'9') => Ok(Kind::Number),
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
        self.at += 1;
        self.containers.push(Awaits::First);
        Ok(())
    }

    fn value_begins(&mut self) {
        if let Some(awaits) = self.containers.last_mut() {
            *awaits = Awaits::Comma;
        }
    }

    /// Tells whether the container begun last goes on.
    pub(super) fn has_next(&mut self) -> Result<bool, Fault> {
        let awaits = self.containers.last().copied().unwrap_or(Awaits::Value);
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
            if matches!(next, Some(b'}' | b']')) {
                return Err(Fault::Malformed);
            }
        }
        if next.is_none() {
            return Err(Fault::CutShort);
        }
        if let Some(awaits) = self.containers.last_mut() {
            *awaits = Awaits::Value;
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
        let (mut offset, mut has_escapes) = (1, false);
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
                Some(_) | None => return self.malformed_at(offset),
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
        let lone = resolve(text, &mut self.resolved).ok_or(Fault::Malformed)?;
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
        let start = self.at;
        let text = self.buffer.as_bytes().get(start..start + length).unwrap_or_default();
        if !is_closed || !is_number(text) {
            return Err(Fault::Malformed);
        }
        self.at += length;
        self.lend(start, start + length, false)
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

    /// Goes on, after a fault, where the next element of the list at a depth seems to begin: an object behind a comma
    /// whose first name is that of the element before. `false` when there is none.
    pub(super) fn find(&mut self, depth: usize, first_name: &str) -> Result<bool, Fault> {
        loop {
            self.meter.item_done();
            let rest = self.buffer.as_bytes().get(self.at..).unwrap_or_default();
            let Some(found) = memchr(b'{', rest) else {
                // What stands before an object is needed to tell whether it is an element.
                let keep = self.buffer.len().saturating_sub(SPACES_MAX);
                self.at = self.buffer.len();
                if !self.read_on(keep)? {
                    return Ok(false);
                }
                continue;
            };
            self.at += found;
            if self.is_element(first_name)? {
                self.containers.truncate(depth);
                if let Some(awaits) = self.containers.last_mut() {
                    *awaits = Awaits::Value;
                }
                return Ok(true);
            }
            self.at += 1;
        }
    }

    fn is_element(&mut self, first_name: &str) -> Result<bool, Fault> {
        let before = self.buffer.as_bytes().get(..self.at).unwrap_or_default();
        if !before.trim_ascii_end().ends_with(b",") {
            return Ok(false);
        }
        let mut offset = 1;
        while self.byte(offset)?.is_some_and(is_space) && offset < SPACES_MAX {
            offset += 1;
        }
        for (index, expected) in std::iter::once(b'"').chain(first_name.bytes()).enumerate() {
            if self.byte(offset + index)? != Some(expected) {
                return Ok(false);
            }
        }
        Ok(first_name.is_empty() || self.byte(offset + 1 + first_name.len())? == Some(b'"'))
    }
}

/// White space looked at between an element and the comma before it.
const SPACES_MAX: usize = 256;

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

/// Resolves the escapes of a string and counts the halves of characters that stand alone; nothing where an escape is
/// none.
fn resolve(mut text: &str, resolved: &mut String) -> Option<u64> {
    let mut lone = 0;
    while let Some(at) = memchr(b'\\', text.as_bytes()) {
        resolved.push_str(text.get(..at)?);
        let escape = *text.as_bytes().get(at + 1)?;
        // Behind an escape that is none the text may be cut inside a character, and then it is none all the same.
        text = text.get(at + 2..)?;
        let plain = match escape {
            b'"' | b'\\' | b'/' => char::from(escape),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = unit(text)?;
                text = text.get(4..)?;
                let second = text.strip_prefix("\\u").and_then(unit);
                let pair = second.and_then(|second| char::decode_utf16([first, second]).next()?.ok());
                let is_high = (0xd800..0xdc00).contains(&first);
                if let Some(pair) = pair.filter(|_| is_high) {
                    text = text.get(6..)?;
                    pair
                } else {
                    let alone = char::from_u32(u32::from(first));
                    lone += u64::from(alone.is_none());
                    alone.unwrap_or(char::REPLACEMENT_CHARACTER)
                }
            }
            _ => return None,
        };
        resolved.push(plain);
    }
    resolved.push_str(text);
    Some(lone)
}

/// Reads the four digits of a code unit.
fn unit(text: &str) -> Option<u16> {
    let digit = |unit: u16, byte: &u8| {
        let value = char::from(*byte).to_digit(16).and_then(|digit| u16::try_from(digit).ok())?;
        Some(unit << 4 | value)
    };
    text.as_bytes().get(..4)?.iter().try_fold(0, digit)
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
