//! Tape: the members of a tar archive.
//!
//! In: a source, plain or packed (gzip, Zstandard, XZ), and its name. Out: members appended to the archive. A plain tape is
//! read where it lies; a packed one cannot be read from the middle and is unpacked into memory, within the limit of
//! nested archives. Links and devices are findings; no name is ever used as a path.
//!
//! Not here: lone packed files, which are read as what is in them ([`super::Member::read`]).

use std::io::{self, Read};
use std::sync::Arc;

use tar::{Archive as Tape, EntryType};

use super::limit::Limit;
use super::source::{Positioned, Source, in_memory, section};
use super::unpacked::Unpacked;
use super::{Archive, Content, Fate, Member, name, zip};
use crate::finding::{Code, Finding, Place};
use crate::import::Options;

/// Where the mark of a tape stands (POSIX ustar; GNU tar writes the same five letters).
const MARK_AT: usize = 257;
const MARK: &[u8] = b"ustar";

/// Tells whether bytes begin like a tape.
pub(super) fn is_tape(beginning: &[u8]) -> bool {
    beginning.get(MARK_AT..MARK_AT + MARK.len()) == Some(MARK)
}

/// Tells whether a name is that of a tape, plain or packed.
pub(super) fn is_named_tape(path: &str) -> bool {
    let ends = [".tar", ".tgz", ".tar.gz", ".tar.zst", ".tzst", ".tar.xz", ".txz"];
    ends.into_iter().any(|end| name::ends_with(path, end))
}

/// Opens a tape that may be packed: the plain one, or the limit it breaks.
pub(super) fn plain(
    source: &Arc<dyn Source>,
    archive: &mut Archive,
) -> io::Result<Result<Arc<dyn Source>, Limit>> {
    let mut unpacked = Unpacked::new(Positioned::new(Arc::clone(source)))?;
    if !unpacked.is_packed() {
        return Ok(Ok(Arc::clone(source)));
    }
    let room = archive.nested_bytes_left;
    let mut bytes = Vec::new();
    // A packing that is cut or broken gives what stood before; the tape then ends early and says so.
    let _ = unpacked.by_ref().take(room.saturating_add(1)).read_to_end(&mut bytes);
    let Some(left) = room.checked_sub(bytes.len() as u64) else { return Ok(Err(Limit::NestedBytes)) };
    archive.nested_bytes_left = left;
    Ok(Ok(in_memory(bytes)))
}

/// Opens a lone file that is a tape, plain or packed; nothing when it is none, or too large to be unpacked.
pub(super) fn plain_or_packed(
    source: &Arc<dyn Source>,
    archive: &mut Archive,
) -> io::Result<Option<Arc<dyn Source>>> {
    let mut beginning = Vec::new();
    let mut unpacked = Unpacked::new(Positioned::new(Arc::clone(source)))?;
    // A packing that breaks at once is no tape; the file is then judged by itself.
    let _ = unpacked.by_ref().take(512).read_to_end(&mut beginning);
    if !is_tape(&beginning) {
        return Ok(None);
    }
    match plain(source, archive)? {
        Ok(plain) => Ok(Some(plain)),
        Err(limit) => {
            let name = archive.received.last().map(|received| received.name.clone()).unwrap_or_default();
            archive.findings.push(limit.finding(Place::file(name)));
            Ok(None)
        }
    }
}

/// Lists a plain tape; `false` when it is none.
pub(super) fn list(
    source: &Arc<dyn Source>,
    path: &str,
    prefix: &str,
    archive: &mut Archive,
    options: &Options,
) -> io::Result<bool> {
    let mut beginning = Vec::new();
    Positioned::new(Arc::clone(source)).take(512).read_to_end(&mut beginning)?;
    if !is_tape(&beginning) {
        return Ok(false);
    }
    let mut tape = Tape::new(Positioned::new(Arc::clone(source)));
    let damaged = |archive: &mut Archive| {
        archive.findings.push(Finding::new(Code::ArchiveDamaged, Place::file(path)));
    };
    for entry in tape.entries_with_seek()? {
        let Ok(entry) = entry else {
            damaged(archive);
            return Ok(true);
        };
        if archive.members.len() >= Archive::members_max(options) {
            archive.findings.push(Limit::Members.finding(Place::file(path)));
            return Ok(true);
        }
        let shown = name::shown(&name::decode(&entry.path_bytes(), false));
        let place = Place::file(format!("{prefix}{shown}"));
        match entry.header().entry_type() {
            EntryType::Regular | EntryType::Continuous | EntryType::GNUSparse => {}
            EntryType::Directory | EntryType::XGlobalHeader => continue,
            EntryType::Symlink | EntryType::Link => {
                archive.findings.push(Finding::new(Code::LinkNotFollowed, place));
                continue;
            }
            _ => {
                archive.findings.push(Finding::new(Code::NotAFile, place));
                continue;
            }
        }
        let start = entry.raw_file_position();
        let is_cut = start.saturating_add(entry.size()) > source.len();
        let content = section(Arc::clone(source), start, entry.size());
        let mut member = Member::new(place.file.clone(), entry.size(), Content::Bytes(content));
        if name::is_unsafe(&shown) {
            member.findings.push(Finding::new(Code::UnsafePath, place));
        }
        if is_cut {
            member.findings.push(Finding::new(Code::MemberUnreadable, Place::file(&member.path)));
        }
        if member.fate != Fate::Read || !zip::open_inside(&mut member, archive, options) {
            archive.members.push(member);
        }
        if is_cut {
            damaged(archive);
            return Ok(true);
        }
    }
    Ok(true)
}
