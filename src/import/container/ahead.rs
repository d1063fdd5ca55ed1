//! Ahead: a large member is inflated on one thread while another reads what is in it.
//!
//! In: a reader and who reads it. Out: how much of it was read; the same bytes in the same order, and a fault is seen
//! only by who reads as far. Not here: which members are large (`super`), and what is in them (`format`).

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, scope};

/// Bytes handed over at once, and how many such pieces wait.
const PIECE_BYTES: usize = 128 << 10;
const PIECES: usize = 4;

/// What reading gave.
pub(super) struct Followed<T> {
    pub(super) value: T,
    /// Bytes that were read, whatever was read ahead.
    pub(super) bytes: u64,
    /// Whether who read met a fault.
    pub(super) failed: bool,
}

/// Reads on this thread what another takes out of the reader; on this thread alone where there can be no other.
pub(super) fn follow<T>(
    reader: &mut (impl Read + Send),
    read: impl FnOnce(&mut (dyn Read + Send)) -> T,
) -> Followed<T> {
    let mut read = Some(read);
    let lent = &mut *reader;
    let followed = scope(|scope| {
        let (full, pieces) = sync_channel(PIECES);
        let (empty, emptied) = sync_channel(PIECES);
        Builder::new().spawn_scoped(scope, move || fill(lent, &full, &emptied)).ok()?;
        let mut pieces = Pieces { pieces, empty, piece: Vec::new(), start: 0, ended: None };
        Some(pass(&mut pieces, read.take()?))
    });
    followed.unwrap_or_else(|| pass(reader, read.expect("nobody has read yet")))
}

fn pass<T>(reader: &mut (dyn Read + Send), read: impl FnOnce(&mut (dyn Read + Send)) -> T) -> Followed<T> {
    let mut counted = Counted { reader, bytes: 0, failed: false };
    let value = read(&mut counted);
    Followed { value, bytes: counted.bytes, failed: counted.failed }
}

type Piece = io::Result<Vec<u8>>;

/// Fills pieces until the reader ends, fails, or nobody wants more.
fn fill(reader: &mut impl Read, full: &SyncSender<Piece>, emptied: &Receiver<Vec<u8>>) {
    loop {
        let mut piece = emptied.try_recv().unwrap_or_default();
        piece.resize(PIECE_BYTES, 0);
        let (filled, fault) = fill_one(reader, &mut piece);
        piece.truncate(filled);
        let is_last = filled < PIECE_BYTES;
        if full.send(Ok(piece)).is_err() {
            return;
        }
        if let Some(fault) = fault {
            // Who wants no more does not want the fault either.
            let _ = full.send(Err(fault));
        }
        if is_last {
            return;
        }
    }
}

/// Fills a piece as far as the reader goes; also the fault that ended it.
fn fill_one(reader: &mut impl Read, piece: &mut [u8]) -> (usize, Option<io::Error>) {
    let mut filled = 0;
    while let Some(room) = piece.get_mut(filled..).filter(|room| !room.is_empty()) {
        match reader.read(room) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return (filled, Some(error)),
        }
    }
    (filled, None)
}

/// A reader of pieces.
struct Pieces {
    pieces: Receiver<Piece>,
    empty: SyncSender<Vec<u8>>,
    piece: Vec<u8>,
    start: usize,
    ended: Option<io::ErrorKind>,
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.start >= self.piece.len() {
            if let Some(kind) = self.ended {
                return Err(io::Error::from(kind));
            }
            match self.pieces.recv() {
                Ok(Ok(piece)) => {
                    self.start = 0;
                    // A piece that cannot be given back is made anew.
                    let _ = self.empty.try_send(std::mem::replace(&mut self.piece, piece));
                }
                Ok(Err(error)) => {
                    self.ended = Some(error.kind());
                    return Err(error);
                }
                Err(_) => return Ok(0),
            }
        }
        let mut rest = self.piece.get(self.start..).unwrap_or_default();
        let count = rest.read(buffer)?;
        self.start += count;
        Ok(count)
    }
}

/// Counts what is read, and notes a fault.
struct Counted<'r> {
    reader: &'r mut (dyn Read + Send),
    bytes: u64,
    failed: bool,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer);
        match &read {
            Ok(count) => self.bytes += *count as u64,
            Err(error) => self.failed |= error.kind() != io::ErrorKind::Interrupted,
        }
        read
    }
}
