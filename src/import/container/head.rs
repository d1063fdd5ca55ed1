//! Head: what stands in front of a member's data in a zip archive, and how long it is.
//!
//! In: a source and where a local header begins. Out: where the data behind it begin. The fields of a local header need not
//! have the lengths of those in the directory, so each is read; those that stand near together are read at once.
//!
//! Format: APPNOTE 6.3.10, section 4.3.7. Not here: what else a header says, which the directory says too.

use std::io;

use super::source::{Source, read_range, take_16};

/// How every local header begins.
pub(super) const LOCAL: &[u8; 4] = b"PK\x03\x04";

/// Bytes of a local header in front of its name.
pub(super) const LOCAL_BYTES: u64 = 30;

/// Bytes between two headers that are read at once, and of all that is read at once.
const GAP_BYTES_MAX: u64 = 4 << 10;
const PIECE_BYTES_MAX: u64 = 64 << 10;

/// The local headers of an archive, a piece of it in memory.
pub(super) struct Heads<'s> {
    source: &'s dyn Source,
    start: u64,
    piece: Vec<u8>,
}

impl<'s> Heads<'s> {
    /// Reads nothing yet.
    pub(super) fn new(source: &'s dyn Source) -> Self {
        Self { source, start: 0, piece: Vec::new() }
    }

    /// Returns where the data behind the header at an offset begin, none where no header stands there; `behind` are the
    /// offsets that will be asked for next, nearest first.
    pub(super) fn data_start(
        &mut self,
        offset: u64,
        behind: impl Iterator<Item = u64>,
    ) -> io::Result<Option<u64>> {
        if self.at(offset).is_none() {
            let last = last_near(offset, behind);
            self.piece = read_range(self.source, offset, last - offset + LOCAL_BYTES)?;
            self.start = offset;
        }
        let head = self.at(offset).filter(|head| head.starts_with(LOCAL));
        let Some(mut lengths) = head.and_then(|head| head.get(26..)) else { return Ok(None) };
        let lengths = take_16(&mut lengths).zip(take_16(&mut lengths));
        let bytes = lengths.map(|(name, extra)| LOCAL_BYTES + u64::from(name) + u64::from(extra));
        Ok(bytes.map(|bytes| offset.saturating_add(bytes)))
    }

    /// Returns the header at an offset, where the piece has all of it.
    fn at(&self, offset: u64) -> Option<&[u8]> {
        let start = usize::try_from(offset.checked_sub(self.start)?).ok()?;
        self.piece.get(start..)?.get(..usize::try_from(LOCAL_BYTES).ok()?)
    }
}

/// Returns the last offset that is worth reading together with the first.
fn last_near(first: u64, behind: impl Iterator<Item = u64>) -> u64 {
    let mut last = first;
    for next in behind {
        let gap = next.checked_sub(last).filter(|gap| *gap <= GAP_BYTES_MAX);
        if gap.is_none() || next - first > PIECE_BYTES_MAX {
            break;
        }
        last = next;
    }
    last
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::{Heads, LOCAL, LOCAL_BYTES};
    use crate::import::container::source::{Source, copy_at};

    /// Bytes that count how often they are read.
    struct Counted(Vec<u8>, AtomicUsize);

    impl Source for Counted {
        fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
            self.1.fetch_add(1, Ordering::Relaxed);
            copy_at(&self.0, buffer, offset)
        }

        fn len(&self) -> u64 {
            self.0.len() as u64
        }
    }

    /// Headers with names of these lengths, each with so many bytes of data; and where each begins.
    fn archive(names: &[u8], data: usize) -> (Counted, Vec<u64>) {
        let (mut bytes, mut offsets) = (Vec::new(), Vec::new());
        for name in names {
            offsets.push(bytes.len() as u64);
            bytes.extend_from_slice(LOCAL);
            bytes.resize(bytes.len() + 22, 0);
            bytes.extend_from_slice(&[*name, 0, 0, 0]);
            bytes.resize(bytes.len() + usize::from(*name) + data, b'x');
        }
        (Counted(bytes, AtomicUsize::new(0)), offsets)
    }

    fn starts(source: &Counted, offsets: &[u64]) -> Vec<Option<u64>> {
        let mut heads = Heads::new(source);
        let start = |(turn, offset): (usize, &u64)| {
            heads.data_start(*offset, offsets.iter().skip(turn + 1).copied()).expect("memory can be read")
        };
        offsets.iter().enumerate().map(start).collect()
    }

    #[test]
    fn headers_near_together_are_read_at_once_and_others_alone() {
        for (data, reads) in [(10, 1), (8_000, 3)] {
            let (source, offsets) = archive(&[3, 0, 200], data);
            let expected: Vec<Option<u64>> = offsets
                .iter()
                .zip([3, 0, 200])
                .map(|(offset, name)| Some(offset + LOCAL_BYTES + name))
                .collect();
            assert_eq!(starts(&source, &offsets), expected);
            assert_eq!(source.1.load(Ordering::Relaxed), reads);
        }
    }

    #[test]
    fn where_no_header_stands_no_data_begin() {
        let (source, offsets) = archive(&[3], 10);
        assert_eq!(starts(&source, &[1]), [None]);
        assert_eq!(starts(&source, &[source.len() - 5]), [None]);
        assert_eq!(starts(&source, &[u64::MAX]), [None]);
        assert_eq!(starts(&source, &[offsets[0], offsets[0]]), [Some(33), Some(33)]);
    }
}
