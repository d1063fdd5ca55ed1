//! RIM. Source: bytes that can be read at any offset by several readers at once.
//!
//! In: a file, bytes in memory, or a part of another source. Out: [`Positioned`], a reader of its own for whoever
//! asks, so that members are read in parallel without a lock and without a copy. Not here: what the bytes mean.

#![expect(clippy::disallowed_methods, reason = "container/ opens what the user named")]

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

/// Bytes that can be read at any offset.
pub(crate) trait Source: Send + Sync {
    /// Reads into the buffer from an offset; 0 at the end.
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize>;
    /// Returns the number of bytes.
    fn len(&self) -> u64;
    /// Returns where each part begins, where offsets are counted from the beginning of parts; else nothing.
    fn part_starts(&self) -> &[u64] {
        &[]
    }
}

/// Opens a file as a source; a pipe or a device is none: opening one may wait for ever, reading one may not end.
pub(crate) fn open(path: &Path) -> io::Result<Arc<dyn Source>> {
    let is_none = || io::Error::new(io::ErrorKind::InvalidInput, "not a file");
    if !std::fs::metadata(path)?.is_file() {
        return Err(is_none());
    }
    let file = File::open(path)?;
    let about = file.metadata()?;
    if !about.is_file() {
        return Err(is_none());
    }
    let len = about.len();
    Ok(Arc::new(OnDisk { file, len }))
}

/// Takes bytes in memory as a source.
pub(crate) fn in_memory(bytes: Vec<u8>) -> Arc<dyn Source> {
    Arc::new(InMemory(bytes))
}

/// Takes a part of a source as a source.
pub(crate) fn section(whole: Arc<dyn Source>, start: u64, len: u64) -> Arc<dyn Source> {
    let len = len.min(whole.len().saturating_sub(start));
    Arc::new(Section { whole, start, len })
}

/// Joins a source and some bytes behind it.
pub(crate) fn with_tail(head: Arc<dyn Source>, tail: Vec<u8>) -> Arc<dyn Source> {
    Arc::new(WithTail { head, tail })
}

/// Joins the parts of what was cut; `counts_by_part` where offsets in it are counted from the beginning of each part.
pub(crate) fn joined(parts: Vec<Arc<dyn Source>>, counts_by_part: bool) -> Arc<dyn Source> {
    let mut len = 0;
    let mut starts = Vec::new();
    for part in &parts {
        starts.push(len);
        len += part.len();
    }
    Arc::new(Joined { parts, starts, len, counts_by_part })
}

struct Joined {
    parts: Vec<Arc<dyn Source>>,
    starts: Vec<u64>,
    len: u64,
    counts_by_part: bool,
}

impl Source for Joined {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let behind = self.starts.partition_point(|start| *start <= offset);
        // An empty part has nothing at its offset; the one behind it begins there too and is found instead.
        let Some(number) = behind.checked_sub(1) else { return Ok(0) };
        match (self.parts.get(number), self.starts.get(number)) {
            (Some(part), Some(start)) => part.read_at(buffer, offset - start),
            (Some(_) | None, _) => Ok(0),
        }
    }

    fn len(&self) -> u64 {
        self.len
    }

    fn part_starts(&self) -> &[u64] {
        if self.counts_by_part { &self.starts } else { &[] }
    }
}

struct OnDisk {
    file: File,
    len: u64,
}

impl Source for OnDisk {
    #[cfg(unix)]
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        std::os::unix::fs::FileExt::read_at(&self.file, buffer, offset)
    }

    #[cfg(windows)]
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        std::os::windows::fs::FileExt::seek_read(&self.file, buffer, offset)
    }

    fn len(&self) -> u64 {
        self.len
    }
}

struct InMemory(Vec<u8>);

impl Source for InMemory {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        copy_at(&self.0, buffer, offset)
    }

    fn len(&self) -> u64 {
        self.0.len() as u64
    }
}

struct Section {
    whole: Arc<dyn Source>,
    start: u64,
    len: u64,
}

impl Source for Section {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let left = usize::try_from(self.len.saturating_sub(offset)).unwrap_or(usize::MAX);
        let wanted = left.min(buffer.len());
        match buffer.get_mut(..wanted) {
            Some(buffer) => self.whole.read_at(buffer, self.start + offset),
            None => Ok(0),
        }
    }

    fn len(&self) -> u64 {
        self.len
    }
}

struct WithTail {
    head: Arc<dyn Source>,
    tail: Vec<u8>,
}

impl Source for WithTail {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        match offset.checked_sub(self.head.len()) {
            Some(in_tail) => copy_at(&self.tail, buffer, in_tail),
            None => self.head.read_at(buffer, offset),
        }
    }

    fn len(&self) -> u64 {
        self.head.len() + self.tail.len() as u64
    }
}

/// Copies from an offset into the buffer; 0 at the end.
pub(super) fn copy_at(bytes: &[u8], buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    let start = usize::try_from(offset).unwrap_or(usize::MAX);
    let mut rest = bytes.get(start..).unwrap_or_default();
    rest.read(buffer)
}

/// A reader over a source with a position of its own.
#[derive(Clone)]
pub(crate) struct Positioned {
    source: Arc<dyn Source>,
    position: u64,
}

impl Positioned {
    /// Starts at the first byte.
    pub(crate) fn new(source: Arc<dyn Source>) -> Self {
        Self { source, position: 0 }
    }
}

impl Read for Positioned {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read_at(buffer, self.position)?;
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for Positioned {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(offset) => Some(offset),
            SeekFrom::End(offset) => self.source.len().checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        self.position = position.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.position)
    }
}

/// Reads up to `count` bytes; fewer at the end.
pub(super) fn read_range(source: &dyn Source, start: u64, count: u64) -> io::Result<Vec<u8>> {
    let left = source.len().saturating_sub(start).min(count);
    let mut bytes = vec![0; usize::try_from(left).unwrap_or(0)];
    let mut filled = 0;
    while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match source.read_at(rest, start + filled as u64)? {
            0 => break,
            count => filled += count,
        }
    }
    bytes.truncate(filled);
    Ok(bytes)
}

/// Takes a number of two bytes from the front, the lowest byte first.
pub(super) fn take_16(bytes: &mut &[u8]) -> Option<u16> {
    let (first, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(u16::from_le_bytes(*first))
}

/// Takes a number of four bytes.
pub(super) fn take_32(bytes: &mut &[u8]) -> Option<u32> {
    let (first, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(u32::from_le_bytes(*first))
}

/// Takes a number of eight bytes.
pub(super) fn take_64(bytes: &mut &[u8]) -> Option<u64> {
    let (first, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(u64::from_le_bytes(*first))
}
