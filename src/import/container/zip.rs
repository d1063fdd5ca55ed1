//! Zip: the members of a zip archive, and of the archives in it.
//!
//! In: a source that begins like a zip archive. Out: members appended to the archive, each with what listing
//! found: names given twice, names that try to leave, bytes shared with another member. Archives in the archive
//! are listed too: stored ones where they stand, compressed ones in bounded memory.
//!
//! Reading a member hands its one entry to the zip library, which knows every usual method and encryption.

use std::collections::{HashMap, HashSet};
use std::io::{self, Read};
use std::sync::Arc;

use ::zip::ZipArchive;
use ::zip::read::{ArchiveOffset, Config, ZipReadOptions};
use ::zip::result::ZipError;
use secrecy::ExposeSecret;

use super::directory::{Directory, Entry, walk};
use super::head::{Heads, LOCAL_BYTES};
use super::limit::{Budget, DEPTH_MAX, Limit};
use super::plain::{Method, Plain};
use super::source::{Positioned, Source, section};
use super::unpacked::Unpacked;
use super::{
    Archive, Content, Fate, Fault, INSIDE, Member, Reading, letter, name, read_ahead, read_bounded, salvage,
    tape, unpacked,
};
use crate::finding::{Code, Finding, Place};
use crate::import::Options;

/// The part every Office Open XML document of a kind has.
const OPEN_XML_PARTS: &[&str] = &[
    "xl/workbook.xml",
    "xl/workbook.bin",
    "word/document.xml",
    "ppt/presentation.xml",
    "visio/document.xml",
];

/// How the types of documents begin whose type stands in a member of its own.
const MIMETYPES: &[&str] = &["application/vnd.oasis.opendocument.", "application/epub+zip"];
const MIMETYPE_BYTES_MAX: u64 = 64;

/// Bytes of nothing, compressed.
const EMPTY_DEFLATED_BYTES: u64 = 2;

/// What became of listing an archive.
pub(super) enum Listing {
    /// Its members are in the list.
    Listed,
    /// It is a document (xlsx, ods, docx), not an archive of files.
    Office,
    /// It has no directory.
    CutShort,
    /// Every member is encrypted and there is no password.
    Encrypted,
    /// Every member is encrypted and the password is wrong.
    WrongPassword,
}

/// Tells whether bytes begin like a zip archive, an empty one included.
pub(super) fn is_zip(beginning: &[u8]) -> bool {
    [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].iter().any(|magic| beginning.starts_with(*magic))
}

/// Tells whether a member's name is that of a zip archive.
pub(super) fn is_named_zip(path: &str) -> bool {
    path.len() > 4 && name::ends_with(path, ".zip")
}

/// Lists an archive and those in it.
pub(super) fn list(
    source: &Arc<dyn Source>,
    path: &str,
    prefix: &str,
    archive: &mut Archive,
    options: &Options,
) -> io::Result<Listing> {
    let room = Archive::members_max(options).saturating_sub(archive.members.len());
    let mut directory = walk(source, room)?.unwrap_or_else(|| Directory::absent(source.len()));
    salvage(source, &mut directory, room)?;
    let overlapping = overlapping(&mut directory, source)?;
    if is_office(source, &directory, options) {
        return Ok(Listing::Office);
    }
    if directory.damaged && directory.entries.is_empty() {
        return Ok(Listing::CutShort);
    }
    if let Some(refusal) = locked(source, &directory, options) {
        return Ok(refusal);
    }
    if directory.damaged {
        archive.findings.push(Finding::new(Code::ArchiveDamaged, Place::file(path)));
    }
    if directory.too_many {
        archive.findings.push(Limit::Members.finding(Place::file(path)));
    }
    let first = archive.members.len();
    archive.members.reserve(directory.entries.len());
    for (entry, overlaps) in directory.entries.into_iter().zip(overlapping) {
        add(source, prefix, entry, overlaps, archive, options);
    }
    mark_duplicate_names(archive.members.get_mut(first..).unwrap_or_default());
    Ok(Listing::Listed)
}

/// Adds the members of a damaged archive that its list does not name.
fn salvage(source: &Arc<dyn Source>, directory: &mut Directory, room: usize) -> io::Result<()> {
    if directory.damaged && !directory.too_many {
        let known: HashSet<u64> = directory.entries.iter().map(|entry| entry.offset).collect();
        let left = room.saturating_sub(directory.entries.len());
        directory.entries.append(&mut salvage::walk(source, &known, left)?);
    }
    Ok(())
}

/// Tells whether it is a document that happens to be packed; one that holds files of data is an archive all the same.
fn is_office(source: &Arc<dyn Source>, directory: &Directory, options: &Options) -> bool {
    let has = |name: &[u8]| directory.entries.iter().any(|entry| entry.name == name);
    if directory.entries.iter().any(|entry| is_data_name(&entry.name)) {
        return false;
    }
    if has(b"[Content_Types].xml") {
        return OPEN_XML_PARTS.iter().any(|part| has(part.as_bytes()));
    }
    let Some(entry) = directory.entries.iter().find(|entry| entry.name == b"mimetype") else { return false };
    let kind = read(source, entry, &Budget::new(false), options, false, |reader| {
        let mut kind = Vec::new();
        reader.take(MIMETYPE_BYTES_MAX).read_to_end(&mut kind).map(|_| kind)
    });
    let kind = kind.ok().and_then(|reading| reading.value.ok()).unwrap_or_default();
    MIMETYPES.iter().any(|known| kind.starts_with(known.as_bytes()))
}

/// Tells whether a name is that of a file of data or an archive, which no document holds.
fn is_data_name(name: &[u8]) -> bool {
    let ends = [".csv", ".tsv", ".json", ".ndjson", ".jsonl", ".zip"];
    ends.into_iter().any(|end| name::ends_with(name, end))
}

/// Tells whether all of it is locked.
fn locked(source: &Arc<dyn Source>, directory: &Directory, options: &Options) -> Option<Listing> {
    let mut files = directory.entries.iter().filter(|entry| !entry.name.ends_with(b"/")).peekable();
    let first = *files.peek()?;
    if !files.all(Entry::is_encrypted) {
        return None;
    }
    if options.password.is_none() {
        return Some(Listing::Encrypted);
    }
    let budget = Budget::new(true);
    match read(source, first, &budget, options, false, |_| ()) {
        Err(Fault::Encrypted) => Some(Listing::WrongPassword),
        Ok(_) | Err(Fault::Unreadable | Fault::Limit(_)) => None,
    }
}

/// Tells for each entry whether its bytes overlap those of an earlier one, and cuts an impossible size to the
/// bytes there are before the next entry, so that the limits count what is really there.
fn overlapping(directory: &mut Directory, source: &Arc<dyn Source>) -> io::Result<Vec<bool>> {
    let mut order: Vec<(u64, usize)> =
        directory.entries.iter().enumerate().map(|(index, entry)| (entry.offset, index)).collect();
    order.sort_unstable();
    let mut overlaps = vec![false; order.len()];
    let mut used_to = 0;
    let mut heads = Heads::new(source.as_ref());
    for (turn, (offset, index)) in order.iter().enumerate() {
        let (Some(entry), Some(overlap)) = (directory.entries.get_mut(*index), overlaps.get_mut(*index))
        else {
            continue;
        };
        let behind = order.iter().skip(turn + 1).map(|(later, _)| *later);
        entry.data_start = heads.data_start(*offset, behind)?;
        let data_start = entry.data_start.unwrap_or(offset.saturating_add(LOCAL_BYTES));
        *overlap = *offset < used_to;
        if *overlap {
            continue;
        }
        if data_start.saturating_add(entry.stored_bytes) > source.len() {
            let behind = if *offset < directory.start { directory.start } else { source.len() };
            let mut later = order.iter().skip(turn + 1).map(|(later, _)| *later);
            let next = later.find(|later| later > offset).map_or(behind, |next| next.min(behind));
            entry.stored_bytes = next.saturating_sub(data_start);
        }
        used_to = data_start.saturating_add(entry.stored_bytes);
    }
    Ok(overlaps)
}

fn add(
    source: &Arc<dyn Source>,
    prefix: &str,
    mut entry: Entry,
    overlaps: bool,
    archive: &mut Archive,
    options: &Options,
) {
    // Of its name the path is all that is needed from here on; archives may have a million of them.
    let raw = name::decode(&std::mem::take(&mut entry.name), entry.says_utf8());
    let shown = name::shown(&raw);
    let is_folder = shown.ends_with('/');
    if is_folder && entry.bytes == 0 && entry.crc == 0 && entry.stored_bytes <= EMPTY_DEFLATED_BYTES {
        return;
    }
    let path = [prefix, shown.as_str()].concat();
    if entry.is_link() {
        archive.findings.push(Finding::new(Code::LinkNotFollowed, Place::file(path)));
        return;
    }
    let mut member = Member::new(path, entry.bytes, Content::Zipped(Arc::clone(source), Box::new(entry)));
    let place = Place::file(&member.path);
    if name::is_unsafe(&shown) {
        member.findings.push(Finding::new(Code::UnsafePath, place.clone()));
    }
    if is_folder {
        member.findings.push(Finding::new(Code::FolderWithData, place.clone()));
    }
    if overlaps {
        member.refuse(Finding::new(Code::MemberOverlap, place));
    } else if member.fate == Fate::Read && open_inside(&mut member, archive, options) {
        return;
    }
    archive.members.push(member);
}

/// Lists what a member holds where it is an archive or a mail; `false` when it stays a member, read or refused.
pub(super) fn open_inside(member: &mut Member, archive: &mut Archive, options: &Options) -> bool {
    if letter::is_named_mail(&member.path) {
        letter::open(member, archive, options);
        return false;
    }
    if letter::is_named_box(&member.path) {
        letter::open_box(member, archive, options);
        return false;
    }
    if !is_named_zip(&member.path) && !tape::is_named_tape(&member.path) {
        return false;
    }
    let place = Place::file(&member.path);
    if archive.depth >= DEPTH_MAX {
        member.refuse(Limit::Depth.finding(place));
        return false;
    }
    let source = match nested_source(member, archive, options) {
        Ok(source) => source,
        Err(fault) => {
            member.refuse(fault.finding(&member.path));
            return false;
        }
    };
    let prefix = format!("{}{INSIDE}", member.path);
    if tape::is_named_tape(&member.path) {
        return archive.deeper(|archive| open_tape(member, &source, &prefix, archive, options));
    }
    let code = match archive.deeper(|archive| list(&source, &member.path, &prefix, archive, options)) {
        Ok(Listing::Listed) => return true,
        Ok(Listing::Office) => return false,
        Ok(Listing::Encrypted | Listing::WrongPassword) => Code::MemberEncrypted,
        Ok(Listing::CutShort) | Err(_) => Code::ArchiveDamaged,
    };
    member.refuse(Finding::new(code, place));
    false
}

fn open_tape(
    member: &mut Member,
    source: &Arc<dyn Source>,
    prefix: &str,
    archive: &mut Archive,
    options: &Options,
) -> bool {
    let opened = tape::plain(source, archive);
    let listed = match opened {
        Ok(Ok(plain)) => tape::list(&plain, &member.path, prefix, archive, options),
        Ok(Err(limit)) => {
            member.refuse(limit.finding(Place::file(&member.path)));
            return false;
        }
        Err(_) => Ok(false),
    };
    if !matches!(listed, Ok(true)) {
        member.refuse(Finding::new(Code::ArchiveDamaged, Place::file(&member.path)));
    }
    matches!(listed, Ok(true))
}

fn nested_source(
    member: &Member,
    archive: &mut Archive,
    options: &Options,
) -> Result<Arc<dyn Source>, Fault> {
    let (source, entry) = match &member.content {
        Content::Zipped(source, entry) => (source, entry),
        Content::Bytes(source) => return Ok(Arc::clone(source)),
        Content::OnDisk(_) => return Err(Fault::Unreadable),
    };
    if entry.is_stored() {
        let mut alone = lone_archive(source, entry)?;
        let start = alone.by_index(0).ok().and_then(|file| file.data_start()).ok_or(Fault::Unreadable)?;
        return Ok(section(Arc::clone(source), start, entry.stored_bytes));
    }
    let room = archive.nested_bytes_left;
    let reading = member.read(archive, options, |reader| {
        let mut bytes = Vec::new();
        reader.take(room.saturating_add(1)).read_to_end(&mut bytes).map(|_| bytes)
    })?;
    if let Some(fault) = reading.fault {
        return Err(fault);
    }
    let bytes = reading.value.map_err(|_| Fault::Unreadable)?;
    let left = room.checked_sub(bytes.len() as u64).ok_or(Fault::Limit(Limit::NestedBytes))?;
    archive.nested_bytes_left = left;
    let is_packed = unpacked::is_named_packed(&member.path);
    Ok(archive.held.source(source, entry, options, is_packed, bytes))
}

fn mark_duplicate_names(members: &mut [Member]) {
    let mut seen: HashMap<&str, usize> = HashMap::with_capacity(members.len());
    for member in members.iter() {
        *seen.entry(&member.path).or_default() += 1;
    }
    if seen.len() == members.len() {
        return;
    }
    let counts: Vec<usize> =
        members.iter().map(|member| seen.get(member.path.as_str()).copied().unwrap_or(1)).collect();
    for (member, count) in members.iter_mut().zip(counts).filter(|(_, count)| *count > 1) {
        let place = Place::file(&member.path);
        member.findings.push(Finding::new(Code::DuplicateName, place).with("count", count));
    }
}

/// Reads one entry within the limits.
pub(super) fn read<T>(
    source: &Arc<dyn Source>,
    entry: &Entry,
    budget: &Budget,
    options: &Options,
    is_packed: bool,
    read: impl FnOnce(&mut (dyn Read + Send)) -> T,
) -> Result<Reading<T>, Fault> {
    if entry.is_encrypted() && options.password.is_none() {
        return Err(Fault::Encrypted);
    }
    if let Some(method) = Method::numbered(entry.method).filter(|_| !entry.is_encrypted()) {
        let packed = entry.packed(source).ok().flatten().ok_or(Fault::Unreadable)?;
        let file = Plain::new(packed, method, entry.crc);
        let stored_bytes = Some(entry.stored_bytes);
        if is_packed {
            let unpacked = Unpacked::new(file).map_err(|_| Fault::Unreadable)?;
            return Ok(read_ahead(unpacked, entry.bytes, budget, stored_bytes, read));
        }
        return Ok(read_ahead(file, entry.bytes, budget, stored_bytes, read));
    }
    let mut alone = lone_archive(source, entry)?;
    let password = options.password.as_ref().map(|password| password.expose_secret().as_bytes());
    let opened = alone.by_index_with_options(0, ZipReadOptions::new().password(password));
    let file = opened.map_err(|error| match error {
        ZipError::InvalidPassword => Fault::Encrypted,
        _ => Fault::Unreadable,
    })?;
    if is_packed {
        let unpacked = Unpacked::new(file).map_err(|_| Fault::Unreadable)?;
        return Ok(read_bounded(unpacked, budget, Some(entry.stored_bytes), read));
    }
    Ok(read_bounded(file, budget, Some(entry.stored_bytes), read))
}

fn lone_archive(source: &Arc<dyn Source>, entry: &Entry) -> Result<ZipArchive<Positioned>, Fault> {
    let config = Config { archive_offset: ArchiveOffset::Known(0) };
    ZipArchive::with_config(config, Positioned::new(entry.alone(source))).map_err(|_| Fault::Unreadable)
}
