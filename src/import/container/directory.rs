//! Directory: the list of a zip archive, walked by ourselves.
//!
//! In: a source. Out: one [`Entry`] per line of the central directory, in its order. The zip library keeps one
//! entry per name and so loses members that share one; here every line counts. [`Entry::alone`] hands an entry to
//! the library as an archive of one member, whatever its method or encryption.
//!
//! Format: APPNOTE 6.3.10, sections 4.3.12 to 4.3.16 and 4.5.3. Not here: decompression, and any trust in a size.

use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::sync::Arc;

use super::head::{Heads, LOCAL};
use super::limit::NAME_BYTES_MAX;
use super::source::{Positioned, Source, read_range, take_16, take_32, take_64, with_tail};

const END: &[u8; 4] = b"PK\x05\x06";
const END_64: &[u8; 4] = b"PK\x06\x06";
const LOCATOR_64: &[u8; 4] = b"PK\x06\x07";
const LINE: &[u8; 4] = b"PK\x01\x02";
const END_BYTES: u64 = 22;
const COMMENT_BYTES_MAX: u64 = 65_535;
const EXTRA_ZIP64: u16 = 0x0001;
const EXTRA_AES: u16 = 0x9901;
const AES_BYTES_MAX: usize = 64;
const IN_ZIP64: u32 = u32::MAX;
/// Systems whose attributes are those of Unix (APPNOTE 6.3.10, section 4.4.2.2).
const UNIX: [u8; 2] = [3, 19];
const KIND_OF_FILE: u32 = 0o170_000;
const LINK: u32 = 0o120_000;
/// Bytes of the longest path a link can lead to (Linux: PATH_MAX, with the zero behind it).
const LINK_BYTES_MAX: u64 = 4_096;

/// One line of the central directory.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// The name as it is written.
    pub(crate) name: Vec<u8>,
    /// General purpose flags.
    pub(crate) flags: u16,
    /// Declared checksum.
    pub(crate) crc: u32,
    /// Declared compressed size, cut to the bytes there are.
    pub(crate) stored_bytes: u64,
    /// Declared uncompressed size.
    pub(crate) bytes: u64,
    /// Offset of the local header in the source.
    pub(crate) offset: u64,
    pub(super) method: u16,
    /// Time and date as they are written; the older encryption checks the password by them.
    pub(super) time_and_date: u32,
    pub(super) aes: Vec<u8>,
    /// Whether it is said to be a symbolic link.
    pub(super) says_link: bool,
    /// Where its data begin, once its local header was read.
    pub(super) data_start: Option<u64>,
}

/// The list of an archive.
pub(crate) struct Directory {
    /// Its entries.
    pub(crate) entries: Vec<Entry>,
    /// Where the list starts in the source.
    pub(crate) start: u64,
    /// Whether the list breaks off or disagrees with its own count.
    pub(crate) damaged: bool,
    /// Whether there are more entries than asked for.
    pub(crate) too_many: bool,
}

impl Directory {
    /// Stands for a list that is not there.
    pub(super) fn absent(source_bytes: u64) -> Self {
        Self { entries: Vec::new(), start: source_bytes, damaged: true, too_many: false }
    }
}

impl Entry {
    /// Tells whether a password is needed.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.flags & 1 != 0
    }

    /// Tells whether the name is declared to be UTF-8.
    pub(crate) fn says_utf8(&self) -> bool {
        self.flags & (1 << 11) != 0
    }

    /// Tells whether it is a symbolic link: what stands in it is a path, and no data.
    pub(crate) fn is_link(&self) -> bool {
        self.says_link && self.stored_bytes.max(self.bytes) < LINK_BYTES_MAX
    }

    /// Tells whether the bytes stand in the archive as they are.
    pub(crate) fn is_stored(&self) -> bool {
        self.method == 0 && !self.is_encrypted()
    }

    /// Returns a reader of the bytes as they stand in the archive; none where there is no local header.
    pub(super) fn packed(&self, source: &Arc<dyn Source>) -> io::Result<Option<io::Take<Positioned>>> {
        let known = match self.data_start {
            Some(start) => Some(start),
            None => Heads::new(source.as_ref()).data_start(self.offset, std::iter::empty())?,
        };
        let Some(start) = known else { return Ok(None) };
        let mut reader = Positioned::new(Arc::clone(source));
        reader.seek(SeekFrom::Start(start))?;
        Ok(Some(reader.take(self.stored_bytes)))
    }

    /// Returns an archive of this entry alone: the same bytes with a directory of one line behind them.
    pub(crate) fn alone(&self, source: &Arc<dyn Source>) -> Arc<dyn Source> {
        let start = source.len();
        let mut tail = self.line();
        let line_bytes = tail.len() as u64;
        end_64(&mut tail, start, line_bytes);
        with_tail(Arc::clone(source), tail)
    }

    fn line(&self) -> Vec<u8> {
        let mut line = Vec::with_capacity(96);
        line.extend_from_slice(LINE);
        put_16(&mut line, &[63, 63, self.flags, self.method]);
        put_32(&mut line, &[self.time_and_date, self.crc, IN_ZIP64, IN_ZIP64]);
        let extra_bytes = u16::try_from(28 + self.aes.len()).unwrap_or(u16::MAX);
        put_16(&mut line, &[1, extra_bytes, 0, 0, 0]);
        put_32(&mut line, &[0, IN_ZIP64]);
        line.push(b'm');
        put_16(&mut line, &[EXTRA_ZIP64, 24]);
        put_64(&mut line, &[self.bytes, self.stored_bytes, self.offset]);
        line.extend_from_slice(&self.aes);
        line
    }
}

fn end_64(tail: &mut Vec<u8>, start: u64, line_bytes: u64) {
    tail.extend_from_slice(END_64);
    put_64(tail, &[44]);
    put_16(tail, &[63, 63]);
    put_32(tail, &[0, 0]);
    put_64(tail, &[1, 1, line_bytes, start]);
    tail.extend_from_slice(LOCATOR_64);
    put_32(tail, &[0]);
    put_64(tail, &[start + line_bytes]);
    put_32(tail, &[1]);
    tail.extend_from_slice(END);
    put_16(tail, &[0, 0, u16::MAX, u16::MAX]);
    put_32(tail, &[IN_ZIP64, IN_ZIP64]);
    put_16(tail, &[0]);
}

/// Walks the directory of an archive; `None` when it has none (it is cut short or is no archive).
pub(crate) fn walk(source: &Arc<dyn Source>, entries_max: usize) -> io::Result<Option<Directory>> {
    let Some(end) = find_end(source.as_ref())? else { return Ok(None) };
    let mut reader = BufReader::new(Positioned::new(Arc::clone(source)));
    reader.seek(SeekFrom::Start(end.start))?;
    let mut directory = Directory { entries: Vec::new(), start: end.start, damaged: false, too_many: false };
    while reader.stream_position()? < end.stop {
        if directory.entries.len() >= entries_max {
            directory.too_many = true;
            return Ok(Some(directory));
        }
        match read_line(&mut reader, end.shift, source.part_starts()) {
            Some(entry) => directory.entries.push(entry),
            None => break,
        }
    }
    // Without zip64 the count is 16 bits wide and writers let it wrap.
    let found = directory.entries.len() as u64;
    directory.damaged = if end.is_64 { found != end.count } else { found & 0xffff != end.count };
    // A list of nothing behind something is no list.
    directory.damaged |= found == 0 && read_range(source.as_ref(), 0, 4)? == LOCAL;
    Ok(Some(directory))
}

/// Returns the number of the part that a list says it stands in; 0 where the archive is whole.
pub(super) fn part_number(source: &dyn Source) -> io::Result<u16> {
    let tail_start = source.len().saturating_sub(END_BYTES + COMMENT_BYTES_MAX);
    let tail = read_range(source, tail_start, END_BYTES + COMMENT_BYTES_MAX)?;
    let end = memchr::memmem::rfind(&tail, END).and_then(|at| tail.get(at..)).unwrap_or_default();
    let (mut number, mut comment) = (end.get(4..).unwrap_or_default(), end.get(20..).unwrap_or_default());
    let comment_bytes = take_16(&mut comment).map(u64::from);
    let is_sound = comment_bytes.is_some_and(|bytes| end.len() as u64 == END_BYTES + bytes);
    // All ones mean that the number stands elsewhere, in an archive too large for the short list.
    Ok(take_16(&mut number).filter(|number| is_sound && *number != u16::MAX).unwrap_or(0))
}

struct End {
    start: u64,
    stop: u64,
    count: u64,
    /// Bytes in front of the archive, which its offsets do not count.
    shift: u64,
    is_64: bool,
}

fn find_end(source: &dyn Source) -> io::Result<Option<End>> {
    let tail_start = source.len().saturating_sub(END_BYTES + COMMENT_BYTES_MAX);
    let tail = read_range(source, tail_start, END_BYTES + COMMENT_BYTES_MAX)?;
    for (index, window) in tail.windows(4).enumerate().rev() {
        if window != END {
            continue;
        }
        if let Some(end) = read_end(source, tail_start + index as u64)? {
            return Ok(Some(end));
        }
    }
    Ok(None)
}

fn read_end(source: &dyn Source, position: u64) -> io::Result<Option<End>> {
    let record = read_range(source, position, END_BYTES)?;
    let mut fields = record.get(10..).unwrap_or_default();
    let (Some(count), Some(size), Some(offset)) =
        (take_16(&mut fields), take_32(&mut fields), take_32(&mut fields))
    else {
        return Ok(None);
    };
    let plain = locate(source, position, u64::from(count), u64::from(size), u64::from(offset), false)?;
    let large = if count == u16::MAX || size == IN_ZIP64 || offset == IN_ZIP64 {
        read_end_64(source, position)?
    } else {
        None
    };
    Ok(large.or(plain))
}

fn read_end_64(source: &dyn Source, end: u64) -> io::Result<Option<End>> {
    let Some(locator_at) = end.checked_sub(20) else { return Ok(None) };
    let locator = read_range(source, locator_at, 20)?;
    let mut fields = locator.get(8..).unwrap_or_default();
    let (true, Some(said)) = (locator.starts_with(LOCATOR_64), take_64(&mut fields)) else { return Ok(None) };
    // The record stands where the locator says, or, behind foreign bytes, right before the locator.
    for position in [said, locator_at.saturating_sub(56)] {
        let record = read_range(source, position, 56)?;
        if !record.starts_with(END_64) {
            continue;
        }
        let mut fields = record.get(32..).unwrap_or_default();
        if let (Some(count), Some(size), Some(offset)) =
            (take_64(&mut fields), take_64(&mut fields), take_64(&mut fields))
        {
            return locate(source, position, count, size, offset, true);
        }
    }
    Ok(None)
}

fn locate(
    source: &dyn Source,
    stop: u64,
    count: u64,
    size: u64,
    offset: u64,
    is_64: bool,
) -> io::Result<Option<End>> {
    let before_end = stop.checked_sub(size);
    for start in [before_end, Some(offset)].into_iter().flatten() {
        let is_line = read_range(source, start, 4)? == LINE;
        if is_line || (count == 0 && size == 0) {
            return Ok(Some(End { start, stop, count, shift: start.saturating_sub(offset), is_64 }));
        }
    }
    Ok(None)
}

fn read_line(reader: &mut impl Read, shift: u64, part_starts: &[u64]) -> Option<Entry> {
    let mut fixed = [0; 46];
    reader.read_exact(&mut fixed).ok()?;
    let mut fields = fixed.strip_prefix(LINE)?.get(4..)?;
    let (flags, method) = (take_16(&mut fields)?, take_16(&mut fields)?);
    let time_and_date = take_32(&mut fields)?;
    let crc = take_32(&mut fields)?;
    let (stored_bytes, bytes) = (take_32(&mut fields)?, take_32(&mut fields)?);
    let lengths = (take_16(&mut fields)?, take_16(&mut fields)?, take_16(&mut fields)?);
    let mut places = fixed.get(38..)?;
    let (attributes, offset) = (take_32(&mut places)?, take_32(&mut places)?);
    let is_unix = fixed.get(5).is_some_and(|system| UNIX.contains(system));

    let mut name = read_bytes(reader, lengths.0)?;
    // One byte more than allowed is enough to refuse it.
    name.truncate(NAME_BYTES_MAX + 1);
    name.shrink_to_fit();
    let extra = read_bytes(reader, lengths.1)?;
    read_bytes(reader, lengths.2)?;
    let mut entry = Entry {
        name,
        flags,
        method,
        crc,
        stored_bytes: u64::from(stored_bytes),
        bytes: u64::from(bytes),
        offset: u64::from(offset),
        time_and_date,
        aes: Vec::new(),
        says_link: is_unix && attributes >> 16 & KIND_OF_FILE == LINK,
        data_start: None,
    };
    read_zip64(&extra, &mut entry, [bytes, stored_bytes, offset]);
    let mut part = fixed.get(34..)?;
    let part_start = part_starts.get(usize::from(take_16(&mut part)?)).copied();
    entry.offset = entry.offset.checked_add(part_start.unwrap_or(shift))?;
    Some(entry)
}

/// Reads the wide sizes and the encryption out of the extra fields.
pub(super) fn read_zip64(mut extra: &[u8], entry: &mut Entry, narrow: [u32; 3]) {
    while let (Some(id), Some(length)) = (take_16(&mut extra), take_16(&mut extra)) {
        let Some((body, rest)) = extra.split_at_checked(usize::from(length)) else { return };
        extra = rest;
        match id {
            EXTRA_ZIP64 => {
                let mut body = body;
                let wide = [&mut entry.bytes, &mut entry.stored_bytes, &mut entry.offset];
                for (narrow, wide) in narrow.into_iter().zip(wide) {
                    if narrow == IN_ZIP64 {
                        *wide = take_64(&mut body).unwrap_or(*wide);
                    }
                }
            }
            EXTRA_AES if entry.aes.is_empty() && body.len() <= AES_BYTES_MAX => {
                put_16(&mut entry.aes, &[id, length]);
                entry.aes.extend_from_slice(body);
            }
            _ => {}
        }
    }
}

fn read_bytes(reader: &mut impl Read, count: u16) -> Option<Vec<u8>> {
    let mut bytes = vec![0; usize::from(count)];
    reader.read_exact(&mut bytes).ok()?;
    Some(bytes)
}

fn put_16(bytes: &mut Vec<u8>, values: &[u16]) {
    bytes.extend(values.iter().flat_map(|value| value.to_le_bytes()));
}

fn put_32(bytes: &mut Vec<u8>, values: &[u32]) {
    bytes.extend(values.iter().flat_map(|value| value.to_le_bytes()));
}

fn put_64(bytes: &mut Vec<u8>, values: &[u64]) {
    bytes.extend(values.iter().flat_map(|value| value.to_le_bytes()));
}
