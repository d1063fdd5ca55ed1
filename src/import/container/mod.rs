//! RIM. Container: what the user received, opened and listed.
//!
//! In: paths (zip, folder, lone file, several as one answer) or bytes. Out: an [`Archive`]: its members in a fixed
//! order, each readable any number of times and by several threads, with what listing found.
//!
//! Nothing is ever written to disk, no name is used as a path, and every byte passes the limits of `limit`.
//! Not here: what a file contains (`format`), whose it is (`recognise`).

#![expect(clippy::disallowed_methods, reason = "container/ opens what the user named")]

mod again;
mod ahead;
mod copies;
mod directory;
mod folder;
mod head;
mod letter;
pub mod limit;
pub(crate) mod name;
pub mod pack;
mod plain;
mod salvage;
mod source;
mod split;
mod tape;
pub(crate) mod unpacked;
mod zip;

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

use self::again::Held;
use self::limit::{Bounded, Budget, Limit, Outcome};
use self::source::{Positioned, Source};
use self::unpacked::Unpacked;
use super::Options;
use super::format;
use crate::finding::{Code, Finding, Place};

/// Joins the path of an archive and the path inside it.
const INSIDE: &str = "!/";

/// Bytes from which a packed member is worth a second thread.
const AHEAD_FROM_BYTES: u64 = 1 << 20;

/// Why nothing could be read at all.
#[derive(Debug, Error)]
pub enum Error {
    /// The path leads nowhere.
    #[error("{name} does not exist")]
    Absent {
        /// The path as the user gave it.
        name: String,
    },
    /// The file or folder cannot be opened.
    #[error("cannot open {name}")]
    Unreadable {
        /// The path as the user gave it.
        name: String,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The path leads to a pipe, a socket or a device.
    #[error("{name} is a pipe, a socket or a device, not a file; save what it gives to a file first")]
    NotAFile {
        /// The path as the user gave it.
        name: String,
    },
    /// A file without a byte, or an archive or folder without a file.
    #[error("{name} is empty: there is nothing in it to read; download it again or ask for it again")]
    Empty {
        /// The name of the file or folder.
        name: String,
    },
    /// A zip archive without its list of files.
    #[error(
        "the archive {name} is cut short: the list of its files, which stands at its end, is missing; \
         download it again or ask for it again"
    )]
    CutShort {
        /// The file's name.
        name: String,
    },
    /// An archive that was cut into several files, and one of them is not there.
    #[error(
        "{name} is a part of an archive, and its part {part} is missing; put it beside it or name it too"
    )]
    PartMissing {
        /// The part that is there.
        name: String,
        /// The part that is not.
        part: String,
    },
    /// Every member is encrypted and no password was given.
    #[error("the archive {name} is encrypted; give its password with --password-file FILE")]
    Encrypted {
        /// The file's name.
        name: String,
    },
    /// Every member is encrypted and the password is wrong.
    #[error("the password given does not open the archive {name}")]
    WrongPassword {
        /// The file's name.
        name: String,
    },
    /// Neither an archive nor a file of data.
    #[error("{name} is neither an archive nor a data file this program knows")]
    NotAnAnswer {
        /// The file's name.
        name: String,
    },
}

/// A file or folder the user gave, identified for later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// Its name, without the folders above it.
    pub name: String,
    /// Its size in bytes; of a folder, the sum of its files.
    pub bytes: u64,
    /// SHA-256 of its bytes in hexadecimal; of a folder, of the sorted list of `path NUL hash LF` of its files.
    pub sha256: String,
}

/// What was received, listed.
pub struct Archive {
    /// The files and folders the user gave.
    pub received: Vec<Received>,
    /// Its members, in the order of the archive.
    pub members: Vec<Member>,
    /// What was found about the archive as a whole.
    pub findings: Vec<Finding>,
    budget: Budget,
    nested_bytes_left: u64,
    held: Arc<Held>,
    /// Archives and mails around what is being listed.
    depth: usize,
    /// Mails met so far: a few are an answer in themselves, a folder of them is what the company sent over the years.
    mails: usize,
}

/// One file of what was received.
pub struct Member {
    /// Its path as shown.
    pub path: String,
    /// Its size as declared; only a hint.
    pub bytes: u64,
    /// What listing found.
    pub findings: Vec<Finding>,
    /// What listing already decided.
    pub fate: Fate,
    content: Content,
}

/// What listing decides about a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// To be read.
    Read,
    /// Left behind by an operating system.
    Noise,
    /// Not to be read; the findings say why.
    Refused,
    /// The same bytes as the member with this number.
    CopyOf(usize),
}

enum Content {
    OnDisk(PathBuf),
    Bytes(Arc<dyn Source>),
    Zipped(Arc<dyn Source>, Box<directory::Entry>),
}

/// Why a member could not be read, or not to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    Encrypted,
    Unreadable,
    Limit(Limit),
}

impl Fault {
    pub(crate) fn finding(self, path: &str) -> Finding {
        match self {
            Self::Encrypted => Finding::new(Code::MemberEncrypted, Place::file(path)),
            Self::Unreadable => Finding::new(Code::MemberUnreadable, Place::file(path)),
            Self::Limit(limit) => limit.finding(Place::file(path)),
        }
    }
}

/// What reading a member gave.
pub(crate) struct Reading<T> {
    pub(crate) value: T,
    pub(crate) bytes: u64,
    pub(crate) fault: Option<Fault>,
}

/// Opens what the user received, as one answer.
///
/// # Errors
/// Fails when nothing of a path can be read; what can be read in part is, with findings.
pub fn open(paths: &[PathBuf], options: &Options) -> Result<Archive, Error> {
    let mut archive = Archive::new(options);
    let wholes = split::wholes(paths);
    let is_alone = wholes.len() < 2;
    for path in &wholes {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let given = path.display().to_string();
        let about = fs::metadata(path).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => Error::Absent { name: given.clone() },
            _ => Error::Unreadable { name: given.clone(), source },
        })?;
        let unreadable = |source| Error::Unreadable { name: given.clone(), source };
        if about.is_dir() {
            let prefix = if !is_alone { format!("{name}/") } else { String::new() };
            folder::list(path, &name, &prefix, &mut archive, options).map_err(unreadable)?;
        } else if !about.is_file() {
            return Err(Error::NotAFile { name: given });
        } else {
            let whole = split::open(path, paths)?;
            for (name, part) in &whole.parts {
                archive.received.push(received(name, part).map_err(unreadable)?);
            }
            if whole.parts.is_empty() && whole.source.len() > 0 {
                archive.received.push(received(&name, &whole.source).map_err(unreadable)?);
            }
            let prefix = if is_alone { String::new() } else { format!("{name}{INSIDE}") };
            archive.add_file(&name, &prefix, whole.source, options)?;
        }
    }
    archive.concluded(options)
}

/// Opens bytes in memory as one file received.
///
/// # Errors
/// As [`open`].
pub fn open_bytes(name: &str, bytes: Vec<u8>, options: &Options) -> Result<Archive, Error> {
    let mut archive = Archive::new(options);
    let source = source::in_memory(bytes);
    let unreadable = |source| Error::Unreadable { name: name.to_owned(), source };
    archive.received.push(received(name, &source).map_err(unreadable)?);
    archive.add_file(name, "", source, options)?;
    archive.concluded(options)
}

impl Archive {
    fn new(options: &Options) -> Self {
        Self {
            received: Vec::new(),
            members: Vec::new(),
            findings: Vec::new(),
            budget: Budget::new(options.allow_large),
            held: Arc::default(),
            depth: 0,
            mails: 0,
            nested_bytes_left: if options.allow_large { u64::MAX } else { limit::NESTED_BYTES_MAX },
        }
    }

    fn add_file(
        &mut self,
        name: &str,
        prefix: &str,
        source: Arc<dyn Source>,
        options: &Options,
    ) -> Result<(), Error> {
        let named = || name.to_owned();
        if source.len() == 0 {
            return Err(Error::Empty { name: named() });
        }
        let unreadable = |source| Error::Unreadable { name: named(), source };
        let beginning = beginning(&source).map_err(unreadable)?;
        if zip::is_zip(&beginning) {
            match zip::list(&source, name, prefix, self, options).map_err(unreadable)? {
                zip::Listing::Listed => return Ok(()),
                zip::Listing::Office => {}
                zip::Listing::CutShort => return Err(Error::CutShort { name: named() }),
                zip::Listing::Encrypted => return Err(Error::Encrypted { name: named() }),
                zip::Listing::WrongPassword => return Err(Error::WrongPassword { name: named() }),
            }
        }
        let inside = tape::plain_or_packed(&source, self).map_err(unreadable)?;
        if let Some(tape) = inside
            && tape::list(&tape, name, prefix, self, options).map_err(unreadable)?
        {
            return Ok(());
        }
        if !unpacked::is_packed(&beginning) && !format::is_readable(&beginning, name) {
            return Err(Error::NotAnAnswer { name: named() });
        }
        let path = if prefix.is_empty() { named() } else { prefix.trim_end_matches(INSIDE).to_owned() };
        let mut member = Member::new(path, source.len(), Content::Bytes(source));
        if format::is_mail(&beginning, name) {
            letter::open(&mut member, self, options);
        } else if letter::is_named_box(name) {
            letter::open_box(&mut member, self, options);
        }
        self.members.push(member);
        Ok(())
    }

    fn concluded(mut self, options: &Options) -> Result<Self, Error> {
        if self.members.is_empty() && self.findings.is_empty() {
            let names: Vec<&str> = self.received.iter().map(|received| received.name.as_str()).collect();
            return Err(Error::Empty { name: names.join(", ") });
        }
        letter::settle(&mut self);
        copies::mark(&mut self, options);
        Ok(self)
    }

    /// Returns the bytes produced so far, by whatever read them; for showing progress.
    pub fn bytes_read(&self) -> u64 {
        self.budget.spent()
    }

    /// Lists what stands one archive or mail deeper.
    fn deeper<T>(&mut self, list: impl FnOnce(&mut Self) -> T) -> T {
        self.depth += 1;
        let listed = list(self);
        self.depth -= 1;
        listed
    }

    fn members_max(options: &Options) -> usize {
        if options.allow_large { limit::MEMBERS_MAX_LARGE } else { limit::MEMBERS_MAX }
    }
}

impl Member {
    fn new(path: String, bytes: u64, content: Content) -> Self {
        let fate = if name::is_noise(&path) { Fate::Noise } else { Fate::Read };
        let mut member = Self { path, bytes, findings: Vec::new(), fate, content };
        if member.path.len() > limit::NAME_BYTES_MAX {
            member.path = shortened(&member.path);
            member.refuse(Limit::NameBytes.finding(Place::file(&member.path)));
        }
        member
    }

    fn refuse(&mut self, finding: Finding) {
        self.fate = Fate::Refused;
        self.findings.push(finding);
    }

    /// Reads the member from its beginning, within the limits.
    ///
    /// # Errors
    /// Fails when not even its first byte can be had; a fault on the way comes with what was read.
    pub(crate) fn read<T>(
        &self,
        archive: &Archive,
        options: &Options,
        read: impl FnOnce(&mut (dyn Read + Send)) -> T,
    ) -> Result<Reading<T>, Fault> {
        let is_packed = unpacked::is_named_packed(&self.path);
        let source = match &self.content {
            Content::OnDisk(path) => source::open(path).map_err(|_| Fault::Unreadable)?,
            Content::Bytes(source) => Arc::clone(source),
            Content::Zipped(source, entry) => {
                return zip::read(source, entry, &archive.budget, options, is_packed, read);
            }
        };
        let stored_bytes = is_packed.then(|| source.len());
        let reader = Positioned::new(source);
        if is_packed {
            let unpacked = Unpacked::new(reader).map_err(|_| Fault::Unreadable)?;
            return Ok(read_ahead(unpacked, self.bytes, &archive.budget, stored_bytes, read));
        }
        Ok(read_bounded(reader, &archive.budget, stored_bytes, read))
    }
}

fn read_bounded<T>(
    reader: impl Read + Send,
    budget: &Budget,
    stored_bytes: Option<u64>,
    read: impl FnOnce(&mut (dyn Read + Send)) -> T,
) -> Reading<T> {
    let mut bounded = Bounded::new(reader, budget, stored_bytes);
    let value = read(&mut bounded);
    Reading { value, bytes: bounded.produced(), fault: fault(bounded.outcome()) }
}

/// Reads on two threads what is said to be large.
fn read_ahead<T>(
    reader: impl Read + Send,
    bytes_said: u64,
    budget: &Budget,
    stored_bytes: Option<u64>,
    read: impl FnOnce(&mut (dyn Read + Send)) -> T,
) -> Reading<T> {
    if bytes_said < AHEAD_FROM_BYTES {
        return read_bounded(reader, budget, stored_bytes, read);
    }
    let mut bounded = Bounded::new(reader, budget, stored_bytes);
    let followed = ahead::follow(&mut bounded, read);
    let fault = if followed.failed { fault(bounded.outcome()) } else { None };
    Reading { value: followed.value, bytes: followed.bytes, fault }
}

fn fault(outcome: Outcome) -> Option<Fault> {
    match outcome {
        Outcome::Fine => None,
        Outcome::Limit(limit) => Some(Fault::Limit(limit)),
        Outcome::Failed => Some(Fault::Unreadable),
    }
}

fn received(name: &str, source: &Arc<dyn Source>) -> io::Result<Received> {
    let sha256 = sha256(Positioned::new(Arc::clone(source)))?;
    Ok(Received { name: name.to_owned(), bytes: source.len(), sha256: hexadecimal(&sha256) })
}

fn sha256(mut reader: impl Read) -> io::Result<[u8; 32]> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 17];
    loop {
        let count = match reader.read(&mut buffer) {
            Ok(0) => return Ok(hasher.finalize().into()),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hasher.update(buffer.get(..count).unwrap_or_default());
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn beginning(source: &Arc<dyn Source>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    Positioned::new(Arc::clone(source)).take(format::BEGINNING_BYTES as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn shortened(path: &str) -> String {
    path.chars().take(limit::NAME_BYTES_MAX / 8).chain(['…']).collect()
}

/// Opens a folder's file for listing; the folder's own files only.
fn open_on_disk(path: &Path) -> io::Result<Arc<dyn Source>> {
    source::open(path)
}
