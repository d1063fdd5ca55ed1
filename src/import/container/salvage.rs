//! Salvage: the members of a zip archive whose list is missing or damaged.
//!
//! In: a source. Out: an [`Entry`] per local header that stands in it, in the order of the bytes. Where a header leaves
//! the size to a record behind the data, that record or the next header tells it. What is cut in the middle is read up
//! to there, like any other member.
//!
//! Format: APPNOTE 6.3.10, sections 4.3.7 and 4.3.9. Not here: the list (`directory`).

use std::collections::HashSet;
use std::io;
use std::sync::Arc;

use memchr::memmem;

use super::directory::{Entry, read_zip64};
use super::head::{LOCAL, LOCAL_BYTES};
use super::source::{Source, read_range, take_16, take_32, take_64};

const DESCRIPTOR: &[u8; 4] = b"PK\x07\x08";
const LINE: &[u8; 4] = b"PK\x01\x02";
const CHUNK_BYTES: u64 = 1 << 20;
const SIZE_BEHIND: u16 = 1 << 3;

/// Finds members that no list names; those at known offsets are passed over.
pub(super) fn walk(
    source: &Arc<dyn Source>,
    known: &HashSet<u64>,
    entries_max: usize,
) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut search = Search::new(source.as_ref());
    let mut at = 0;
    while let Some(offset) = search.find(at, &[LOCAL])? {
        let Some((mut entry, data)) = local(source.as_ref(), offset)? else {
            at = offset + 4;
            continue;
        };
        if entry.flags & SIZE_BEHIND != 0 && entry.stored_bytes == 0 {
            size_from_behind(&mut search, &mut entry, data)?;
        }
        at = data.saturating_add(entry.stored_bytes).max(offset + 4);
        if known.contains(&offset) {
            continue;
        }
        if entries.len() >= entries_max {
            return Ok(entries);
        }
        entries.push(entry);
    }
    Ok(entries)
}

/// Reads a local header; also where its data begin.
fn local(source: &dyn Source, offset: u64) -> io::Result<Option<(Entry, u64)>> {
    let head = read_range(source, offset, LOCAL_BYTES)?;
    let read = || {
        let mut fields = head.get(6..)?;
        let (flags, method) = (take_16(&mut fields)?, take_16(&mut fields)?);
        let time_and_date = take_32(&mut fields)?;
        let (crc, stored, bytes) = (take_32(&mut fields)?, take_32(&mut fields)?, take_32(&mut fields)?);
        let (name, extra) = (take_16(&mut fields)?, take_16(&mut fields)?);
        Some((flags, method, time_and_date, crc, stored, bytes, u64::from(name), u64::from(extra)))
    };
    let Some((flags, method, time_and_date, crc, stored, bytes, name_bytes, extra_bytes)) = read() else {
        return Ok(None);
    };
    let name = read_range(source, offset + LOCAL_BYTES, name_bytes)?;
    let extra = read_range(source, offset + LOCAL_BYTES + name_bytes, extra_bytes)?;
    if name.is_empty() || name.len() as u64 != name_bytes || extra.len() as u64 != extra_bytes {
        return Ok(None);
    }
    let mut entry = Entry {
        name,
        flags,
        crc,
        stored_bytes: u64::from(stored),
        bytes: u64::from(bytes),
        offset,
        method,
        time_and_date,
        aes: Vec::new(),
        // Only the list says so.
        says_link: false,
        data_start: None,
    };
    read_zip64(&extra, &mut entry, [bytes, stored, 0]);
    Ok(Some((entry, offset + LOCAL_BYTES + name_bytes + extra_bytes)))
}

/// Finds where data end whose size stands behind them.
fn size_from_behind(search: &mut Search<'_>, entry: &mut Entry, data: u64) -> io::Result<()> {
    let source = search.source;
    let mut at = data;
    loop {
        let Some(found) = search.find(at, &[DESCRIPTOR, LOCAL, LINE])? else {
            entry.stored_bytes = source.len().saturating_sub(data);
            return Ok(());
        };
        let record = read_range(source, found, 24)?;
        if !record.starts_with(DESCRIPTOR) {
            entry.stored_bytes = found - data;
            return Ok(());
        }
        let mut fields = record.get(4..).unwrap_or_default();
        let crc = take_32(&mut fields).unwrap_or(0);
        let mut wide = fields;
        let narrow =
            take_32(&mut fields).zip(take_32(&mut fields)).map(|(s, b)| (u64::from(s), u64::from(b)));
        let wide = take_64(&mut wide).zip(take_64(&mut wide));
        let sizes = [narrow, wide].into_iter().flatten().find(|(stored, _)| *stored == found - data);
        if let Some((stored, bytes)) = sizes {
            (entry.crc, entry.stored_bytes, entry.bytes) = (crc, stored, bytes);
            return Ok(());
        }
        at = found + 4;
    }
}

/// Looks for marks in a source, a piece of it in memory; what was looked through is not read again.
struct Search<'s> {
    source: &'s dyn Source,
    start: u64,
    piece: Vec<u8>,
}

impl<'s> Search<'s> {
    fn new(source: &'s dyn Source) -> Self {
        Self { source, start: 0, piece: Vec::new() }
    }

    /// Finds the first of some marks at or behind an offset.
    fn find(&mut self, start: u64, marks: &[&[u8; 4]]) -> io::Result<Option<u64>> {
        let mut at = start;
        loop {
            let end = self.start + self.piece.len() as u64;
            let inside = at.checked_sub(self.start).and_then(|inside| usize::try_from(inside).ok());
            let rest = inside.and_then(|inside| self.piece.get(inside..)).unwrap_or_default();
            let is_mark = |found: &usize| {
                marks.iter().any(|mark| rest.get(*found..).is_some_and(|rest| rest.starts_with(*mark)))
            };
            if let Some(found) = memmem::find_iter(rest, b"PK").find(is_mark) {
                return Ok(Some(at + found as u64));
            }
            // A mark may be cut by the end of the piece.
            let next = if rest.is_empty() { at } else { at.max(end.saturating_sub(3)) };
            let piece = read_range(self.source, next, CHUNK_BYTES)?;
            if piece.len() < LOCAL.len() {
                return Ok(None);
            }
            (self.start, self.piece, at) = (next, piece, next);
        }
    }
}
