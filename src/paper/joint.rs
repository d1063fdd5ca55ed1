//! Joint: a compressed stream of parts, one of which was compressed before.
//!
//! In: what stands in front, a part that many streams share, and what stands behind. Out: one stream (RFC 1950) of all
//! three. Blocks of compressed data may follow each other if they end at a byte (RFC 1951), and the sum of the whole
//! follows from the sums of the parts. Not here: compressing itself (`file`).

use std::cell::RefCell;

use flate2::{Compress, Compression, FlushCompress, Status};

use crate::paper::file::raw_deflate;

/// The head of a stream: deflate with a window of 32 kB, the usual level.
const HEAD: [u8; 2] = [0x78, 0x9C];
/// How hard a shared part is compressed: as hard as possible, since it is done once.
const LEVEL: u32 = 9;
/// The divisor of the sum.
const PRIME: u32 = 65_521;
/// How many bytes can be added before the sums must be reduced.
const RUN: usize = 5_552;

/// A part that many streams share.
pub(super) struct Shared {
    blocks: Vec<u8>,
    sum: Sum,
    length: usize,
}

/// The sum of a part (Adler-32).
#[derive(Clone, Copy)]
struct Sum {
    low: u32,
    high: u32,
}

impl Shared {
    /// Compresses a part.
    pub(super) fn new(part: &[u8]) -> Self {
        Self { blocks: flushed(part), sum: Sum::of(part), length: part.len() }
    }

    /// Returns the stream of what stands in front, of this part and of what stands behind it.
    pub(super) fn between(&self, front: &[u8], behind: &[u8]) -> Vec<u8> {
        let mut stream = HEAD.to_vec();
        // What stands in front is short and cannot be compressed: one block, stored.
        let length = u16::try_from(front.len()).expect("the head of a font file has some hundred bytes");
        stream.push(0);
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(front);
        stream.extend(&self.blocks);
        stream.extend(raw_deflate(behind));
        let sum = Sum::of(front).then(self.sum, self.length).then(Sum::of(behind), behind.len());
        stream.extend((sum.high << 16 | sum.low).to_be_bytes());
        stream
    }
}

impl Sum {
    fn of(bytes: &[u8]) -> Self {
        let (mut low, mut high) = (1, 0);
        for run in bytes.chunks(RUN) {
            for byte in run {
                low += u32::from(*byte);
                high += low;
            }
            low %= PRIME;
            high %= PRIME;
        }
        Self { low, high }
    }

    /// Returns the sum of both parts together: the sums that a part begins with add to each of its steps.
    fn then(self, next: Self, length: usize) -> Self {
        let steps = u64::try_from(length).unwrap_or(u64::MAX) % u64::from(PRIME);
        let carried = u64::from(self.low + PRIME - 1) * steps % u64::from(PRIME);
        let carried = u32::try_from(carried).unwrap_or_default();
        Self {
            low: (self.low + next.low + PRIME - 1) % PRIME,
            high: (self.high + next.high + carried) % PRIME,
        }
    }
}

thread_local! {
    /// Letters have two faces: the second finds what the first set up, some sixty pages of memory.
    static COMPRESSOR: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(LEVEL), false));
}

/// Compresses to blocks that end at a byte and may be followed by others.
fn flushed(part: &[u8]) -> Vec<u8> {
    COMPRESSOR.with_borrow_mut(|compressor| blocks(compressor, part))
}

fn blocks(compressor: &mut Compress, part: &[u8]) -> Vec<u8> {
    compressor.reset();
    let mut blocks = Vec::with_capacity(part.len() / 2 + 64);
    loop {
        let read = usize::try_from(compressor.total_in()).unwrap_or(usize::MAX);
        let rest = part.get(read..).unwrap_or_default();
        let room = blocks.capacity() - blocks.len();
        let before = blocks.len();
        let status = compressor.compress_vec(rest, &mut blocks, FlushCompress::Sync);
        // All is out when the compressor leaves room.
        if blocks.len() - before < room && usize::try_from(compressor.total_in()) == Ok(part.len()) {
            return blocks;
        }
        match status.expect("any bytes can be compressed") {
            Status::Ok | Status::BufError | Status::StreamEnd => blocks.reserve(rest.len() + 64),
        }
    }
}
