//! RIM: reads mail from files: one `.eml`, an mbox, a folder of mails, a Maildir.
//!
//! In: a path the user named. Out: one [`Entry`] per mail, read only when asked for, so that a large mailbox needs
//! the memory of its largest mail. Sizes, numbers and depth are bounded; links are not followed.
//!
//! Place names are relative to what the user named. Not here: what is in a mail (`message`), and mail on a server
//! (`folder`).

#![expect(clippy::disallowed_methods, reason = "this is where mail files are opened")]

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::vec;

use super::Error;
use crate::finding::{Code, Finding, Place, Position};

/// The largest mail read. Mail servers refuse far smaller ones (usually above 25 to 150 MB).
pub const MAIL_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// The most mail files read from a folder, as for an archive's members (reference: limits).
const FILES_MAX: usize = 100_000;

/// The most mails read from one mbox: a line of five bytes can begin one.
const MAILS_MAX: u64 = 100_000;

/// How deep folders in folders are read.
const DEPTH_MAX: usize = 8;

/// One mail, or why it is not there.
#[derive(Debug)]
pub struct Entry {
    /// The file, and the number of the mail in it for an mbox.
    pub place: Place,
    /// The mail's bytes, or the finding.
    pub content: Result<Vec<u8>, Finding>,
}

/// Reads the mails of a file or folder, in the order of their names.
///
/// # Errors
/// [`Error::Open`] when what the user named cannot be opened, [`Error::NotAFile`] when it is a pipe or a device, which
/// need not end. Faults further in are findings.
pub fn read(path: &Path) -> Result<Mails, Error> {
    let open = |source| Error::Open { name: last_part(path), source };
    let mut walk = Walk::default();
    let about = fs::metadata(path).map_err(open)?;
    if about.is_dir() {
        walk.folder(path, "", 0).map_err(open)?;
    } else if !about.is_file() {
        return Err(Error::NotAFile { name: last_part(path) });
    } else {
        File::open(path).map_err(open)?;
        walk.files.push((path.to_owned(), last_part(path)));
    }
    Ok(Mails { faults: walk.faults.into_iter(), files: walk.files.into_iter(), mbox: None })
}

/// The mails of a file or folder.
pub struct Mails {
    faults: vec::IntoIter<Entry>,
    files: vec::IntoIter<(PathBuf, String)>,
    mbox: Option<Mbox<BufReader<File>>>,
}

impl Iterator for Mails {
    type Item = Entry;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(entry) = self.mbox.as_mut().and_then(Iterator::next) {
                return Some(entry);
            }
            self.mbox = None;
            let Some((path, name)) = self.files.next() else {
                return self.faults.next();
            };
            match open(&path, &name) {
                Ok(Opened::Mail(entry)) => return Some(entry),
                Ok(Opened::Mbox(mbox)) => self.mbox = Some(mbox),
                Err(_) => return Some(unreadable(Place::file(name))),
            }
        }
    }
}

enum Opened {
    Mail(Entry),
    Mbox(Mbox<BufReader<File>>),
}

fn open(path: &Path, name: &str) -> io::Result<Opened> {
    // Opening a pipe would wait for somebody to write into it.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    }
    let mut reader = BufReader::new(File::open(path)?);
    // The line that divides an mbox cannot begin a mail.
    if reader.fill_buf()?.starts_with(b"From ") {
        return Ok(Opened::Mbox(Mbox::new(reader, name)));
    }
    let mut bytes = Vec::new();
    reader.take(MAIL_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    let place = Place::file(name);
    let content = if exceeds(bytes.len()) { Err(too_large(&place)) } else { Ok(bytes) };
    Ok(Opened::Mail(Entry { place, content }))
}

/// The mail files of a folder.
#[derive(Default)]
struct Walk {
    files: Vec<(PathBuf, String)>,
    faults: Vec<Entry>,
    is_full: bool,
}

impl Walk {
    fn folder(&mut self, folder: &Path, prefix: &str, depth: usize) -> io::Result<()> {
        let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        let in_maildir = matches!(folder.file_name().and_then(|name| name.to_str()), Some("cur" | "new"));
        for entry in entries {
            let path = entry.path();
            let name = format!("{prefix}{}", last_part(&path));
            let kind = entry.file_type()?;
            if kind.is_dir() {
                self.inner(&path, &name, depth);
            } else if kind.is_symlink() || !(in_maildir || is_mail_name(&path)) {
                continue;
            } else if kind.is_file() {
                self.file(path, name);
            } else {
                self.faults.push(fault(Finding::new(Code::NotAFile, Place::file(name))));
            }
        }
        Ok(())
    }

    fn inner(&mut self, path: &Path, name: &str, depth: usize) {
        // A Maildir's `tmp` holds mail that is still being written.
        if path.file_name().is_some_and(|last| last == "tmp") {
            return;
        }
        let place = Place::file(name);
        if depth >= DEPTH_MAX {
            self.faults.push(fault(limit(place, "folder-depth", DEPTH_MAX)));
        } else if self.folder(path, &format!("{name}/"), depth + 1).is_err() {
            self.faults.push(unreadable(place));
        }
    }

    fn file(&mut self, path: PathBuf, name: String) {
        if self.files.len() < FILES_MAX {
            self.files.push((path, name));
        } else if !self.is_full {
            self.is_full = true;
            self.faults.push(fault(limit(Place::file(name), "mail-files", FILES_MAX)));
        }
    }
}

fn is_mail_name(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["eml", "mbox"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// The mails of an mbox (RFC 4155, with the quoting of "mboxrd"). Our own, because the mail library's reader has no
/// bound on one mail.
struct Mbox<R> {
    reader: R,
    name: String,
    number: u64,
    ended: bool,
}

impl<R: BufRead> Mbox<R> {
    /// Begins behind no line yet: the first one divides.
    fn new(reader: R, name: &str) -> Self {
        Self { reader, name: name.to_owned(), number: 0, ended: false }
    }

    fn line(&mut self, room: u64) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        self.reader.by_ref().take(room).read_until(b'\n', &mut line)?;
        Ok(line)
    }

    /// Reads up to the next dividing line; what is beyond the limit is read and dropped.
    fn mail(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut mail = Vec::new();
        let mut fits = true;
        let mut at_line_start = true;
        loop {
            let line = self.line(MAIL_BYTES_MAX)?;
            if line.is_empty() {
                self.ended = true;
                break;
            }
            if at_line_start && line.starts_with(b"From ") {
                break;
            }
            fits = fits && !exceeds(mail.len().saturating_add(line.len()));
            if fits {
                mail.extend_from_slice(if at_line_start { unquoted(&line) } else { &line });
            } else {
                mail = Vec::new();
            }
            at_line_start = line.ends_with(b"\n");
        }
        Ok(fits.then_some(mail))
    }
}

impl<R: BufRead> Iterator for Mbox<R> {
    type Item = Entry;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        if self.number == 0 && self.mail().is_err() {
            self.ended = true;
            return Some(unreadable(Place::file(self.name.clone())));
        }
        self.number += 1;
        let place = Place::at(self.name.clone(), Position::Row(self.number));
        if self.number > MAILS_MAX {
            self.ended = true;
            return Some(fault(limit(place, "mails", MAILS_MAX)));
        }
        Some(match self.mail() {
            Ok(Some(mail)) => Entry { place, content: Ok(mail) },
            Ok(None) => Entry { content: Err(too_large(&place)), place },
            Err(_) => {
                self.ended = true;
                unreadable(place)
            }
        })
    }
}

/// Takes one `>` from a line that was quoted because it looks like a dividing line.
fn unquoted(line: &[u8]) -> &[u8] {
    let inner =
        line.iter().position(|byte| *byte != b'>').and_then(|start| line.get(start..)).unwrap_or_default();
    match line {
        [b'>', rest @ ..] if inner.starts_with(b"From ") => rest,
        _ => line,
    }
}

fn exceeds(length: usize) -> bool {
    u64::try_from(length).is_ok_and(|length| length > MAIL_BYTES_MAX)
}

fn too_large(place: &Place) -> Finding {
    limit(place.clone(), "mail-bytes", MAIL_BYTES_MAX >> 20)
}

pub(super) fn limit(place: Place, id: &str, max: impl Display) -> Finding {
    Finding::new(Code::LimitReached, place).with("limit", id).with("max", max).with("flag", "none")
}

fn unreadable(place: Place) -> Entry {
    fault(Finding::new(Code::MemberUnreadable, place))
}

fn fault(finding: Finding) -> Entry {
    Entry { place: finding.place.clone(), content: Err(finding) }
}

fn last_part(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
