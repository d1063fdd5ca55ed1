//! Plain: a member of a zip archive that is stored or deflated and not encrypted, read straight from the archive.
//!
//! In: the bytes of the member as they stand in the archive, and the checksum its directory declares. Out: a reader of
//! what is inside, which fails at its end where the checksum is another. Answers have such members almost only, and
//! what an inflation needs to remember is used again for the next, so that many small members cost little.
//!
//! Not here: other methods and encryption, which the zip library knows, and limits (`limit`).

use std::cell::RefCell;
use std::io::{self, Read};

use flate2::{Crc, Decompress, FlushDecompress, Status};

use super::source::Positioned;

/// Packed bytes read at once; fewer where the member has fewer.
const INPUT_BYTES: u64 = 64 << 10;

/// Inflations kept for the next member of the same thread.
const IDLE_MAX: usize = 4;

thread_local! {
    static IDLE: RefCell<Vec<Decompress>> = const { RefCell::new(Vec::new()) };
}

/// How the bytes stand in the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    /// As they are.
    Stored,
    /// Deflated (RFC 1951).
    Deflated,
}

impl Method {
    /// Returns the method with this number in a directory (APPNOTE 4.4.5), if it is one of these.
    pub(super) fn numbered(number: u16) -> Option<Self> {
        match number {
            0 => Some(Self::Stored),
            8 => Some(Self::Deflated),
            _ => None,
        }
    }
}

/// A reader of one member.
pub(super) struct Plain {
    packed: io::Take<Positioned>,
    inflation: Option<Inflation>,
    crc: Crc,
    crc_declared: u32,
    at_end: bool,
}

impl Plain {
    /// Starts at the first byte.
    pub(super) fn new(packed: io::Take<Positioned>, method: Method, crc_declared: u32) -> Self {
        let inflation = match method {
            Method::Stored => None,
            Method::Deflated => Some(Inflation::new(packed.limit())),
        };
        Self { packed, inflation, crc: Crc::new(), crc_declared, at_end: false }
    }
}

impl Read for Plain {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        if !self.at_end {
            let count = match &mut self.inflation {
                None => self.packed.read(buffer)?,
                Some(inflation) => inflation.read(&mut self.packed, buffer)?,
            };
            if count > 0 {
                self.crc.update(buffer.get(..count).unwrap_or_default());
                return Ok(count);
            }
            self.at_end = true;
        }
        if self.crc.sum() == self.crc_declared {
            return Ok(0);
        }
        Err(io::Error::new(io::ErrorKind::InvalidData, "the checksum is another"))
    }
}

/// The inflation of one member.
struct Inflation {
    state: Option<Decompress>,
    room: usize,
    input: Vec<u8>,
    input_start: usize,
    ended: bool,
}

impl Inflation {
    fn new(packed_bytes: u64) -> Self {
        let room = usize::try_from(packed_bytes.min(INPUT_BYTES)).unwrap_or(0);
        let idle = IDLE.with_borrow_mut(Vec::pop);
        let state = idle.unwrap_or_else(|| Decompress::new(false));
        Self { state: Some(state), room, input: Vec::new(), input_start: 0, ended: false }
    }

    /// Inflates the next bytes; none at the end.
    fn read(&mut self, packed: &mut io::Take<Positioned>, buffer: &mut [u8]) -> io::Result<usize> {
        while !self.ended {
            if self.input_start == self.input.len() {
                self.input.resize(self.room, 0);
                let count = packed.read(&mut self.input)?;
                self.input.truncate(count);
                self.input_start = 0;
            }
            let Some(state) = &mut self.state else { break };
            let input = self.input.get(self.input_start..).unwrap_or_default();
            let (read_before, given_before) = (state.total_in(), state.total_out());
            let status = state.decompress(input, buffer, FlushDecompress::None).map_err(io::Error::from);
            let taken = usize::try_from(state.total_in() - read_before).unwrap_or(usize::MAX);
            let given = usize::try_from(state.total_out() - given_before).unwrap_or(usize::MAX);
            let is_without_more = input.is_empty();
            self.input_start = self.input_start.saturating_add(taken).min(self.input.len());
            self.ended = status? == Status::StreamEnd;
            if given > 0 {
                return Ok(given);
            }
            if !self.ended && is_without_more {
                return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
            }
        }
        Ok(0)
    }
}

impl Drop for Inflation {
    fn drop(&mut self) {
        let Some(mut state) = self.state.take() else { return };
        // A thread that ends has nothing to keep for a next member.
        let _ = IDLE.try_with(|idle| {
            let mut idle = idle.borrow_mut();
            if idle.len() < IDLE_MAX {
                state.reset(false);
                idle.push(state);
            }
        });
    }
}
