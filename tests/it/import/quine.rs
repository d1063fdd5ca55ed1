//! An archive that unpacks to itself, without end: `again.zip` holds one member, `again.zip`, whose bytes are the archive.
//!
//! Built as Russ Cox did ("Zip Files All The Way Down", 2010): a deflate stream of two kinds of blocks, one that writes
//! the bytes after it and one that repeats the last bytes written, arranged so that what is written is the stream with
//! the headers around it. The checksum stands in what it is the sum of; it is found by solving the linear equations
//! that it is.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what tests are built with may fail as loudly as tests"
)]

use std::io::Read as _;

use flate2::Crc;
use habeas::finding::Code;
use habeas::import::coverage::State;

use super::{codes, read_file, states, zip_of};

const NAME: &[u8] = b"again.zip";

/// Bytes of the block that repeats what [`WRITTEN`] is.
const REPEAT_BYTES: usize = 10;
/// Bytes of the block that repeats the header.
const REPEAT_HEADER_BYTES: usize = 15;
/// Bytes written at a time where the stream writes itself.
const WRITTEN: usize = 30;

/// The beginning of a block that writes the next bytes.
fn write(count: usize) -> Vec<u8> {
    let count = u16::try_from(count).expect("it is short");
    [[0].as_slice(), &count.to_le_bytes(), &(!count).to_le_bytes()].concat()
}

/// Bits, the lowest first, as deflate packs them.
#[derive(Default)]
struct Bits(Vec<bool>);

impl Bits {
    fn low_first(&mut self, value: usize, count: usize) {
        self.0.extend((0..count).map(|bit| value >> bit & 1 == 1));
    }

    fn high_first(&mut self, value: usize, count: usize) {
        self.0.extend((0..count).rev().map(|bit| value >> bit & 1 == 1));
    }

    fn bytes(&self) -> Vec<u8> {
        let byte = |bits: &[bool]| bits.iter().rev().fold(0, |byte, bit| byte << 1 | u8::from(*bit));
        self.0.chunks(8).map(byte).collect()
    }
}

/// A block that repeats the last `distance` bytes, in pieces (RFC 1951, 3.2.5 and 3.2.6).
fn repeated(distance: usize, pieces: &[usize], is_last: bool) -> Bits {
    let mut bits = Bits::default();
    bits.low_first(usize::from(is_last), 1);
    bits.low_first(1, 2);
    for length in pieces {
        let (code, base, extra) = lengths(*length);
        bits.high_first(code - 256, 7);
        bits.low_first(length - base, extra);
        let (code, base, extra) = distances(distance);
        bits.high_first(code, 5);
        bits.low_first(distance - base, extra);
    }
    bits.high_first(0, 7);
    bits
}

/// The code of a length up to 114, where its row begins, and how many further bits it has.
fn lengths(length: usize) -> (usize, usize, usize) {
    let mut base = 3;
    for code in 257..280_usize {
        let extra = code.saturating_sub(261) / 4;
        if length < base + (1 << extra) {
            return (code, base, extra);
        }
        base += 1 << extra;
    }
    panic!("{length} is too long")
}

fn distances(distance: usize) -> (usize, usize, usize) {
    let mut base = 1;
    for code in 0..30_usize {
        let extra = code.saturating_sub(2) / 2;
        if distance < base + (1 << extra) {
            return (code, base, extra);
        }
        base += 1 << extra;
    }
    panic!("{distance} is too far")
}

/// A repeating block of a fixed size: an empty writing block behind it ends at a whole byte.
fn padded(mut block: Bits, bytes: usize) -> Vec<u8> {
    block.low_first(0, 3);
    let mut block = block.bytes();
    block.extend([0, 0, 0xff, 0xff]);
    while block.len() < bytes {
        block.extend(write(0));
    }
    assert_eq!(block.len(), bytes);
    block
}

/// The archive with some checksum.
fn with_checksum(crc: u32) -> Vec<u8> {
    let tail_bytes = 46 + NAME.len() + 22;
    let head_bytes = 30 + NAME.len();
    let again = head_bytes + 5;
    let copy = padded(repeated(again, &[18, again - 18], false), REPEAT_HEADER_BYTES);
    let repeat = padded(repeated(WRITTEN, &[15, 15], false), REPEAT_BYTES);
    let last = {
        // The block repeats itself too: its size has to be known before it is made.
        let size = |bytes: usize| repeated(tail_bytes + bytes, &[tail_bytes + bytes], true).bytes();
        let last = size(4);
        assert_eq!(last.len(), 4);
        last
    };
    let end = write(tail_bytes + last.len());
    let (own, thirty) = (write(5), write(WRITTEN));
    let written_copy = write(REPEAT_HEADER_BYTES);
    let no = write(0);

    let stream = |head: &[u8], tail: &[u8]| {
        [
            write(again).as_slice(),
            head,
            &write(again),
            &copy,
            &written_copy,
            &copy,
            &own,
            &written_copy,
            &thirty,
            &copy,
            &own,
            &written_copy,
            &thirty,
            &repeat,
            &thirty,
            &repeat,
            &thirty,
            &repeat,
            &thirty,
            &repeat,
            &thirty,
            &repeat,
            &no,
            &no,
            &no,
            &end,
            &repeat,
            &no,
            &no,
            &no,
            &end,
            &last,
            tail,
            &last,
        ]
        .concat()
    };
    let stored = stream(&vec![0; head_bytes], &vec![0; tail_bytes]).len();
    let whole = head_bytes + stored + tail_bytes;
    let number = |value: usize| u32::try_from(value).expect("it is small").to_le_bytes();
    let common = {
        // Version, flags, method, time and date, checksum, sizes, lengths of name and extra field.
        let mut fields = b"\x14\0\0\0\x08\0\0\0\0\0".to_vec();
        fields.extend([crc.to_le_bytes(), number(stored), number(whole)].concat());
        fields.extend([9, 0, 0, 0]);
        fields
    };
    let head = [b"PK\x03\x04", common.as_slice(), NAME].concat();
    let mut tail = [b"PK\x01\x02\x14\0", common.as_slice(), &[0; 14], NAME].concat();
    let list_bytes = tail.len();
    tail.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    tail.extend([number(list_bytes), number(head_bytes + stored)].concat());
    tail.extend([0, 0]);
    assert_eq!((head.len(), tail.len()), (head_bytes, tail_bytes));
    [head.as_slice(), &stream(&head, &tail), &tail].concat()
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// Finds the checksum that stands in the archive and is the archive's: every bit of it turns the sum by a fixed pattern.
fn quine() -> Vec<u8> {
    let base = crc(&with_checksum(0));
    // Row by row: which bits of the checksum turn a bit of (sum xor checksum), and what that bit is without any.
    let columns: Vec<u32> = (0..32).map(|bit| crc(&with_checksum(1 << bit)) ^ base ^ (1 << bit)).collect();
    let mut rows: Vec<(u32, bool)> = (0..32)
        .map(|row| {
            let turns = columns.iter().zip(0..).filter(|(column, _)| **column >> row & 1 == 1);
            (turns.map(|(_, bit)| 1_u32 << bit).sum(), base >> row & 1 == 1)
        })
        .collect();
    let mut pivots = Vec::new();
    for bit in 0..32 {
        let from = pivots.len();
        let Some(found) = (from..32).find(|row| rows[*row].0 >> bit & 1 == 1) else { continue };
        rows.swap(from, found);
        let pivot = rows[from];
        for row in (0..32).filter(|row| *row != from) {
            if rows[row].0 >> bit & 1 == 1 {
                rows[row] = (rows[row].0 ^ pivot.0, rows[row].1 ^ pivot.1);
            }
        }
        pivots.push(bit);
    }
    let sum = pivots.iter().zip(&rows).filter(|(_, (_, is_set))| *is_set).map(|(bit, _)| 1_u32 << bit).sum();
    with_checksum(sum)
}

#[test]
fn an_archive_that_is_its_own_member_ends_at_the_depth() {
    let bytes = quine();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).expect("it is an archive");
    let mut inside = Vec::new();
    let mut member = archive.by_index(0).expect("it has a member");
    member.read_to_end(&mut inside).expect("its checksum is right");
    assert_eq!(inside, bytes, "it unpacks to itself");
    drop(member);

    let answer = read_file("again.zip", bytes.clone());
    assert_eq!(states(&answer), [("again.zip!/again.zip!/again.zip!/again.zip", State::Refused)]);
    assert_eq!(codes(&answer.accounts[0]), [Code::LimitReached]);
    let answer = read_file("answer.zip", zip_of(&[("again.zip", &bytes), ("logins.csv", b"a,b\n1,2\n")]));
    assert_eq!((answer.coverage.members, answer.coverage.refused, answer.coverage.records), (2, 1, 1));
}
