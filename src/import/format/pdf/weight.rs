//! Weight: whether a document fits into memory once it is unpacked, asked before the library opens it.
//!
//! In: the bytes of a document. Out: the limit it breaks, if any. Every packed stream is unpacked once and only counted,
//! wherever it stands and whatever its declared length. Filters behind filters, which hide what comes out, and long
//! streams of an old packing nobody can count cheaply are refused.
//!
//! Not here: what a stream holds.

use std::io::Read;

use flate2::read::ZlibDecoder;
use memchr::memmem;

use crate::import::container::limit::{RATIO_FROM_BYTES, RATIO_MAX};
use crate::import::format::FormatFinding;

const MIB: u64 = 1 << 20;

/// Bytes all streams may make together.
const UNPACKED_BYTES_MAX: u64 = 512 * MIB;

/// Bytes one stream may make, which the library holds in memory.
const STREAM_BYTES_MAX: u64 = 96 * MIB;

/// Bytes of streams packed as LZW, of which one byte can make two thousand.
const OLD_BYTES_MAX: usize = 64 * 1024;

/// Bytes in front of a stream in which its dictionary is looked for.
const DICTIONARY_BYTES_MAX: usize = 4 * 1024;

/// Filters that make more of less.
const PACKINGS: &[&[u8]] =
    &[b"/FlateDecode", b"/Fl ", b"/Fl]", b"/Fl/", b"/LZWDecode", b"/LZW ", b"/RunLengthDecode"];

/// Returns the limit a document breaks.
pub(super) fn excess(bytes: &[u8]) -> Option<FormatFinding> {
    let mut unpacked = 0;
    let mut old_bytes = 0;
    for at in memmem::find_iter(bytes, b"stream") {
        let before = bytes.get(at.saturating_sub(3)..at).unwrap_or_default();
        if before == b"end" {
            continue;
        }
        let dictionary =
            dictionary(bytes.get(at.saturating_sub(DICTIONARY_BYTES_MAX)..at).unwrap_or_default());
        let packings: usize =
            PACKINGS.iter().map(|packing| memmem::find_iter(&dictionary, packing).count()).sum();
        if packings > 1 {
            return Some(FormatFinding::limit("pdf-filters", 1, None));
        }
        let data = bytes.get(at + b"stream".len()..).unwrap_or_default().trim_ascii_start();
        if memmem::find(&dictionary, b"/LZW").is_some() || memmem::find(&dictionary, b"/RunLength").is_some()
        {
            old_bytes += memmem::find(data, b"endstream").unwrap_or(data.len());
        }
        let made = match count(data) {
            Ok(made) => made,
            Err(limit) => return Some(limit),
        };
        unpacked += made;
        if unpacked > UNPACKED_BYTES_MAX {
            return Some(FormatFinding::limit("pdf-unpacked", UNPACKED_BYTES_MAX / MIB, None));
        }
    }
    (old_bytes > OLD_BYTES_MAX)
        .then(|| FormatFinding::limit("pdf-old-packing", OLD_BYTES_MAX as u64 / 1024, None))
}

/// Returns the dictionary at the end of some bytes, its names written plainly.
fn dictionary(before: &[u8]) -> Vec<u8> {
    let start = memmem::rfind(before, b"obj").unwrap_or(0);
    let mut plain = Vec::with_capacity(before.len() - start);
    let mut rest = before.get(start..).unwrap_or_default();
    while let Some((byte, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *byte == b'#').and_then(|code| std::str::from_utf8(code).ok());
        let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        plain.push(code.unwrap_or(if byte.is_ascii_whitespace() { b' ' } else { *byte }));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    plain
}

/// Counts what a packed stream makes; none of what is not packed.
fn count(data: &[u8]) -> Result<u64, FormatFinding> {
    if data.first().is_none_or(|first| first & 0x0f != 8) {
        return Ok(0);
    }
    let mut decoder = ZlibDecoder::new(data);
    let mut buffer = vec![0; 1 << 16];
    let mut made = 0;
    loop {
        // A stream that breaks ends here for the library too.
        let Ok(read @ 1..) = decoder.read(&mut buffer) else { return Ok(made) };
        made += read as u64;
        if made > STREAM_BYTES_MAX {
            return Err(FormatFinding::limit("pdf-stream", STREAM_BYTES_MAX / MIB, None));
        }
        if made > RATIO_FROM_BYTES && made / RATIO_MAX > decoder.total_in() {
            return Err(FormatFinding::limit("pdf-ratio", RATIO_MAX, None));
        }
    }
}
