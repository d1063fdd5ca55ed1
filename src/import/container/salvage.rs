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

use super::directory::{Entry, read_range, read_zip64, take_16, take_32, take_64};
use super::source::Source;

const LOCAL: &[u8; 4] = b"PK\x03\x04";
const DESCRIPTOR: &[u8; 4] = b"PK\x07\x08";
const LINE: &[u8; 4] = b"PK\x01\x02";
const LOCAL_BYTES: u64 = 30;
const CHUNK_BYTES: u64 = 1 << 20;
const SIZE_BEHIND: u16 = 1 << 3;

/// Finds members that no list names; those at known offsets are passed over.
pub(super) fn walk(
    source: &Arc<dyn Source>,
    known: &HashSet<u64>,
    entries_max: usize,
) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut at = 0;
    while let Some(offset) = find(source.as_ref(), at, &[LOCAL])? {
        let Some((mut entry, data)) = local(source.as_ref(), offset)? else {
            at = offset + 4;
            continue;
        };
        if entry.flags & SIZE_BEHIND != 0 && entry.stored_bytes == 0 {
            size_from_behind(source.as_ref(), &mut entry, data)?;
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
        let _time_and_date = take_32(&mut fields)?;
        let (crc, stored, bytes) = (take_32(&mut fields)?, take_32(&mut fields)?, take_32(&mut fields)?);
        let (name, extra) = (take_16(&mut fields)?, take_16(&mut fields)?);
        Some((flags, method, crc, stored, bytes, u64::from(name), u64::from(extra)))
    };
    let Some((flags, method, crc, stored, bytes, name_bytes, extra_bytes)) = read() else { return Ok(None) };
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
        aes: Vec::new(),
    };
    read_zip64(&extra, &mut entry, [bytes, stored, 0]);
    Ok(Some((entry, offset + LOCAL_BYTES + name_bytes + extra_bytes)))
}

/// Finds where data end whose size stands behind them.
fn size_from_behind(source: &dyn Source, entry: &mut Entry, data: u64) -> io::Result<()> {
    let mut at = data;
    loop {
        let Some(found) = find(source, at, &[DESCRIPTOR, LOCAL, LINE])? else {
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

/// Finds the first of some marks at or behind an offset.
fn find(source: &dyn Source, start: u64, marks: &[&[u8; 4]]) -> io::Result<Option<u64>> {
    let mut at = start;
    while at < source.len() {
        let chunk = read_range(source, at, CHUNK_BYTES)?;
        let first = marks.iter().filter_map(|mark| memmem::find(&chunk, *mark)).min();
        if let Some(first) = first {
            return Ok(Some(at + first as u64));
        }
        // A mark may be cut by the end of the chunk.
        at += (chunk.len() as u64).saturating_sub(3).max(1);
    }
    Ok(None)
}
