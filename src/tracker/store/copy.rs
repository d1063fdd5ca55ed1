//! RIM: a whole private copy of a home.
//!
//! In: an open store and the folder to make. Out: a folder that works as a home at once. The database is one
//! snapshot while others write, the files are those its events name; settings, imported directories, recipes, letters and
//! reports come along. It is built under a scratch name, flushed, looked at like any home, and gets its name when it is
//! whole.

#![expect(clippy::disallowed_methods, reason = "this is where the home is copied")]

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::check::{Health, check};
use super::{Error, Store, evidence};
use crate::delivery::outbox::create_private_dir;

/// What a home holds beside the store and the files of its cases.
const BESIDE: [&str; 8] = [
    "profile.yaml",
    "signature.png",
    "signature.jpg",
    "companies.yaml",
    "imported",
    "recipes",
    "templates",
    "imports",
];

/// How deep folders are followed.
const DEPTH_MAX: usize = 16;

/// How the scratch folder of a copy begins.
const SCRATCH: &str = ".habeas-copy-";

impl Store {
    /// Copies the home into a new folder and returns how the copy was found.
    ///
    /// # Errors
    /// [`Error::CopyExists`], [`Error::CopyInside`], or [`Error::CopyFaulty`] if the copy is not as it must be, as
    /// when a proof is missing in the home; then no copy is left. Else fails if it cannot be written.
    pub fn copy_to(&self, out: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<Health, Error> {
        let parent = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if out.symlink_metadata().is_ok() {
            return Err(Error::CopyExists);
        }
        if is_inside(parent, &self.home).map_err(Error::from_io)? {
            return Err(Error::CopyInside);
        }
        create_private_dir(parent).map_err(Error::from_io)?;
        let scratch = scratch(SCRATCH, parent)?;
        let draft = scratch.path().join("home");
        self.fill(&draft)?;
        let health = check(&draft, progress)?;
        if health.faults() > 0 {
            return Err(Error::CopyFaulty { faults: health.faults() });
        }
        flush(&draft, DEPTH_MAX).map_err(Error::from_io)?;
        // Renaming would replace an empty folder that somebody made meanwhile; nothing is lost by that.
        fs::rename(&draft, out).map_err(Error::from_io)?;
        flush_folder(parent).map_err(Error::from_io)?;
        Ok(health)
    }

    fn fill(&self, draft: &Path) -> Result<(), Error> {
        create_private_dir(draft).map_err(Error::from_io)?;
        let database = draft.join("habeas.db");
        // SQLite fills an empty file; so it is private before anything is in it.
        write_private_empty(&database).map_err(Error::from_io)?;
        self.connection.execute("VACUUM INTO ?1", [database.to_string_lossy()])?;
        let copy = Connection::open(&database)?;
        copy.pragma_update(None, "journal_mode", "WAL")?;
        copy.close().map_err(|(_, error)| Error::from(error))?;
        let copied = Self::open(draft)?;
        copied.each_case(|file| {
            let (from, to) =
                (self.case_folder(&file.case.reference), copied.case_folder(&file.case.reference));
            for proof in file.recorded.iter().flat_map(|event| &event.files) {
                if !evidence::is_plain(&proof.name) {
                    return Err(Error::NoName { what: "a file of a case" });
                }
                match copy_file(&from.join(&proof.name), &to.join(&proof.name), proof.bytes) {
                    // The copy is looked at afterwards and says what it lacks.
                    Err(Error::File(error)) if error.kind() == io::ErrorKind::NotFound => {}
                    copied => copied?,
                }
            }
            Ok(())
        })?;
        for name in BESIDE {
            copy_tree(&self.home.join(name), &draft.join(name), DEPTH_MAX)?;
        }
        Ok(())
    }
}

/// Makes a scratch folder that only its owner can enter from the first moment on.
pub(super) fn scratch(start: &str, folder: &Path) -> Result<tempfile::TempDir, Error> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(start);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir_in(folder).map_err(Error::from_io)
}

/// Tells whether a folder is another one or lies in it, however they are written. The first may not exist yet.
fn is_inside(folder: &Path, other: &Path) -> io::Result<bool> {
    let mut existing: PathBuf = std::path::absolute(folder)?;
    while !existing.exists() {
        let Some(parent) = existing.parent() else { break };
        existing = parent.to_owned();
    }
    Ok(existing.canonicalize()?.starts_with(other.canonicalize()?))
}

/// Copies a file or a folder with all in it; one that is not there is none.
fn copy_tree(from: &Path, to: &Path, depth: usize) -> Result<(), Error> {
    let unreadable = |error| evidence::refused(from, error);
    let about = match fs::symlink_metadata(from) {
        Ok(about) => about,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(unreadable(error)),
    };
    if about.is_file() {
        return copy_file(from, to, about.len());
    }
    if !about.is_dir() || depth == 0 {
        return Err(unreadable(io::ErrorKind::InvalidInput.into()));
    }
    create_private_dir(to).map_err(Error::from_io)?;
    for entry in fs::read_dir(from).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name();
        copy_tree(&from.join(&name), &to.join(&name), depth - 1)?;
    }
    Ok(())
}

/// Copies a file into a new private one, flushed, and at most one byte more than it has: that it grew is found
/// afterwards. One that is there already is the same file, named twice.
fn copy_file(from: &Path, to: &Path, bytes: u64) -> Result<(), Error> {
    if to.symlink_metadata().is_ok() {
        return Ok(());
    }
    let source = evidence::open_plain(from).map_err(|error| evidence::refused(from, error))?;
    let mut source = source.take(bytes.saturating_add(1));
    if let Some(folder) = to.parent() {
        create_private_dir(folder).map_err(Error::from_io)?;
    }
    let mut target = new_private(to).map_err(Error::from_io)?;
    io::copy(&mut source, &mut target).map_err(Error::from_io)?;
    target.sync_all().map_err(Error::from_io)
}

fn write_private_empty(path: &Path) -> io::Result<()> {
    new_private(path)?.sync_all()
}

pub(super) fn new_private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Flushes a folder and all in it.
fn flush(folder: &Path, depth: usize) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() && depth > 0 {
            flush(&entry.path(), depth - 1)?;
        } else {
            File::open(entry.path())?.sync_all()?;
        }
    }
    flush_folder(folder)
}

/// Makes a rename durable. Windows has no such call for folders and needs none.
fn flush_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
