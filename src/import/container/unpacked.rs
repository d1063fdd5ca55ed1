//! Unpacked: a lone file that is packed (gzip, Zstandard, XZ), read as what is in it.
//!
//! In: a reader. Out: a reader of the bytes inside; what is not packed passes as it is. Only the first bytes tell; a
//! name never does. Not here: archives of several files (`zip`, `tape`), and limits (`limit`).

use std::io::{self, BufReader, Cursor, Read};

use flate2::read::MultiGzDecoder;
use lzma_rust2::XzReader;
use zstd::stream::read::Decoder;

use super::name;

const GZIP: &[u8] = &[0x1f, 0x8b, 8];
const ZSTANDARD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
const XZ: &[u8] = &[0xfd, b'7', b'z', b'X', b'Z', 0];

/// The window a packing may ask memory for, as a power of two.
const WINDOW_LOG_MAX: u32 = 27;
/// The same for XZ, in KiB, with what its reader needs beside the window.
const XZ_MEMORY_KIB_MAX: u32 = (1 << (WINDOW_LOG_MAX - 10)) + 1_024;

/// Tells whether a name is that of a lone packed file.
pub(super) fn is_named_packed(path: &str) -> bool {
    [".gz", ".zst", ".xz"].into_iter().any(|end| name::ends_with(path, end))
}

/// Returns the name of what is inside.
pub(in crate::import) fn name_inside(path: &str) -> &str {
    match path.rsplit_once('.') {
        Some((name, _)) if is_named_packed(path) => name,
        Some(_) | None => path,
    }
}

/// Tells whether bytes begin like a packed file.
pub(super) fn is_packed(beginning: &[u8]) -> bool {
    [GZIP, ZSTANDARD, XZ].iter().any(|mark| beginning.starts_with(mark))
}

type Whole<R> = io::Chain<Cursor<Vec<u8>>, R>;

/// A reader of what is inside.
pub(super) enum Unpacked<R: Read> {
    /// Nothing to unpack.
    Plain(Whole<R>),
    /// gzip, one or several streams behind each other.
    Gzip(Box<MultiGzDecoder<Whole<R>>>),
    /// Zstandard.
    Zstandard(Box<Decoder<'static, BufReader<Whole<R>>>>),
    /// XZ, one or several streams behind each other.
    Xz(Box<XzReader<BufReader<Whole<R>>>>),
}

impl<R: Read> Unpacked<R> {
    /// Looks at the first bytes.
    pub(super) fn new(mut inner: R) -> io::Result<Self> {
        let mut beginning = Vec::new();
        inner.by_ref().take(XZ.len() as u64).read_to_end(&mut beginning)?;
        let begins = |mark| beginning.starts_with(mark);
        let (is_gzip, is_zstandard, is_xz) = (begins(GZIP), begins(ZSTANDARD), begins(XZ));
        let whole = Cursor::new(beginning).chain(inner);
        if is_gzip {
            return Ok(Self::Gzip(Box::new(MultiGzDecoder::new(whole))));
        }
        if is_zstandard {
            let mut decoder = Decoder::new(whole)?;
            decoder.window_log_max(WINDOW_LOG_MAX)?;
            return Ok(Self::Zstandard(Box::new(decoder)));
        }
        if is_xz {
            let whole = BufReader::new(whole);
            return Ok(Self::Xz(Box::new(XzReader::new_mem_limit(whole, true, XZ_MEMORY_KIB_MAX))));
        }
        Ok(Self::Plain(whole))
    }

    /// Tells whether there is anything to unpack.
    pub(super) fn is_packed(&self) -> bool {
        !matches!(self, Self::Plain(_))
    }
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(whole) => whole.read(buffer),
            Self::Gzip(decoder) => decoder.read(buffer),
            Self::Zstandard(decoder) => decoder.read(buffer),
            Self::Xz(decoder) => decoder.read(buffer),
        }
    }
}
