//! Escapes: halves of a character that stand alone in JSON (`\ud83d` without its second half) cost nothing but
//! themselves.
//!
//! In: JSON text. Out: the same text, in which each such half is the sign for an unreadable character; they are
//! counted. RFC 8259 allows them and no Unicode text can hold them, so a strict reader would give up the whole file.

use std::io::{self, Read};

use memchr::memchr;

use super::text::Changes;

const CHUNK_BYTES: usize = 32 * 1024;

/// Bytes of one escape, and of the two that make a character.
const ESCAPE: usize = 6;
const PAIR: usize = 2 * ESCAPE;

/// A reader of JSON text without lone halves.
pub(super) struct Escapes<R> {
    inner: R,
    changes: Changes,
    buffer: Vec<u8>,
    start: usize,
    /// Bytes that were looked at and can be handed on.
    ready: usize,
    ended: bool,
}

impl<R: Read> Escapes<R> {
    /// Starts reading; what is replaced is counted among the changes.
    pub(super) fn new(inner: R, changes: Changes) -> Self {
        Self { inner, changes, buffer: Vec::new(), start: 0, ready: 0, ended: false }
    }

    fn refill(&mut self) -> io::Result<()> {
        while self.start >= self.ready && !self.ended {
            self.buffer.drain(..self.start);
            self.start = 0;
            let before = self.buffer.len();
            self.buffer.resize(before + CHUNK_BYTES, 0);
            let read = self.inner.read(self.buffer.get_mut(before..).unwrap_or_default());
            self.buffer.truncate(before + *read.as_ref().unwrap_or(&0));
            self.ready = 0;
            self.ended = read? == 0;
            self.ready = self.look();
        }
        Ok(())
    }

    /// Replaces lone halves; returns up to where all is looked at.
    fn look(&mut self) -> usize {
        let mut at = 0;
        while let Some(found) = memchr(b'\\', self.buffer.get(at..).unwrap_or_default()) {
            at += found;
            let rest = self.buffer.get(at..).unwrap_or_default();
            if rest.len() < PAIR && !self.ended {
                return at;
            }
            let Some(unit) = unit(rest) else {
                at += 2;
                continue;
            };
            let is_high = (0xd800..0xdc00).contains(&unit);
            let second = rest.get(ESCAPE..).and_then(self::unit);
            if is_high && second.is_some_and(|second| (0xdc00..0xe000).contains(&second)) {
                at += PAIR;
                continue;
            }
            if (0xd800..0xe000).contains(&unit) {
                if let Some(escape) = self.buffer.get_mut(at..at + ESCAPE) {
                    escape.copy_from_slice(b"\\ufffd");
                }
                self.changes.count_replaced(1);
            }
            at += ESCAPE;
        }
        self.buffer.len()
    }
}

/// Returns the code unit of an escape that stands at the beginning.
fn unit(text: &[u8]) -> Option<u32> {
    let digits = text.strip_prefix(b"\\u")?.get(..4)?;
    let digits =
        std::str::from_utf8(digits).ok().filter(|digits| digits.bytes().all(|d| d.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}

impl<R: Read> Read for Escapes<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.refill()?;
        let mut ready = self.buffer.get(self.start..self.ready).unwrap_or_default();
        let count = ready.read(buffer)?;
        self.start += count;
        Ok(count)
    }
}
