//! RIM: the evidence folder: files that prove an event or were made by it.
//!
//! In: names and bytes. Out: private files under `cases/<reference>/`, flushed, and what an event keeps of
//! each: name, size, SHA-256.

#![expect(clippy::disallowed_methods, reason = "this is where evidence is kept")]

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::chain::hex;
use super::{Error, File};
use crate::delivery::outbox::{Unnamed, create_private_dir, flush_folder};
use crate::tracker::event::{Event, Evidence};

/// Writes the files of an event before the event itself. The folder is flushed once, behind the last of them.
pub(super) fn keep(folder: &Path, event: Event, files: &[File]) -> Result<Event, Error> {
    let event = place(folder, event, files)?;
    if !files.is_empty() {
        flush(folder)?;
    }
    Ok(event)
}

/// Makes the names of files that were placed last.
pub(super) fn flush(folder: &Path) -> Result<(), Error> {
    flush_folder(folder).map_err(Error::from_io)
}

/// Writes and flushes the files of an event; their names last once the folder is flushed. A file of the same name stays,
/// and the later one gets a number: `letter.pdf`, `letter-2.pdf`.
pub(super) fn place(folder: &Path, mut event: Event, files: &[File]) -> Result<Event, Error> {
    if files.is_empty() {
        return Ok(event);
    }
    check_folder(folder).map_err(|error| refused(folder, error))?;
    create_private_dir(folder).map_err(Error::from_io)?;
    for (name, bytes) in files {
        if !is_plain(name) {
            return Err(Error::NoName { what: "a file of a case" });
        }
        let name = keep_file(folder, name, bytes).map_err(Error::from_io)?;
        let sha256 = hex(&Sha256::digest(bytes));
        event.files.push(Evidence { name, sha256, bytes: bytes.len() as u64 });
    }
    Ok(event)
}

/// Folders of cases that are being opened, which were not there before. They go again unless the cases are kept.
#[derive(Debug, Default)]
pub(super) struct Begun(Vec<PathBuf>);

impl Begun {
    /// Takes note of a folder before anything is written into it.
    pub(super) fn note(&mut self, folder: &Path) {
        let is_free =
            fs::symlink_metadata(folder).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        self.0.extend(is_free.then(|| folder.to_owned()));
    }

    /// Leaves them as they are.
    pub(super) fn stay(mut self) {
        self.0.clear();
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        for folder in &self.0 {
            // What cannot be removed does no harm, and `verify` names it.
            fs::remove_dir_all(folder).unwrap_or_default();
        }
    }
}

/// Tells whether a name names a file in the folder it is looked for in, and no other.
pub(super) fn is_plain(name: &str) -> bool {
    let has_path = name.contains(['/', '\\', ':']) || name.starts_with('.');
    !name.is_empty() && !has_path && !name.chars().any(char::is_control)
}

/// Tells whether a reference or an id is written as this program writes them: `HB-7F3K2Q`. It names a folder.
pub(super) fn is_reference(text: &str) -> bool {
    let is_upper = |part: &str| {
        (1..=32).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    text.split_once('-').is_some_and(|(start, rest)| is_upper(start) && is_upper(rest))
}

/// Writes a file under the first free name; one that holds the same bytes already is taken as it is.
fn keep_file(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<String> {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut file = Unnamed::write(folder, bytes)?;
    let mut number = 1_u32;
    loop {
        let candidate = match number {
            1 => name.to_owned(),
            number => format!("{stem}-{number}.{extension}"),
        };
        let path = folder.join(&candidate);
        match file.name(&path) {
            Ok(()) => return Ok(candidate),
            Err((unnamed, error)) if error.kind() == io::ErrorKind::AlreadyExists => {
                if holds(&path, bytes)? {
                    return Ok(candidate);
                }
                file = unnamed;
                number += 1;
            }
            Err((_, error)) => return Err(error),
        }
    }
}

/// Tells whether there is a regular file with exactly these bytes.
fn holds(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let source = match open_plain(path) {
        Ok(source) => source,
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => return Ok(false),
        Err(error) => return Err(error),
    };
    let mut found = Vec::new();
    source.take(bytes.len() as u64 + 1).read_to_end(&mut found)?;
    Ok(found == bytes)
}

/// Opens a file of the home: a regular one in a folder of its own. What is a link leads out of the home, and a
/// pipe or a device may never end.
pub(super) fn open_plain(path: &Path) -> io::Result<fs::File> {
    if let Some(folder) = path.parent() {
        check_folder(folder)?;
    }
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    fs::File::open(path)
}

/// Refuses a folder that is a link or none at all; one that is not there is none of these.
pub(super) fn check_folder(folder: &Path) -> io::Result<()> {
    match fs::symlink_metadata(folder) {
        Ok(about) if !about.is_dir() => Err(io::ErrorKind::InvalidInput.into()),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Says which file or folder of the home is none of ours or cannot be read.
pub(super) fn refused(path: &Path, error: io::Error) -> Error {
    let names: Vec<_> = path.iter().rev().take(3).map(|name| name.to_string_lossy()).collect();
    let place = || names.iter().rev().map(AsRef::as_ref).collect::<Vec<&str>>().join("/");
    match error.kind() {
        io::ErrorKind::InvalidInput => Error::NoFile { place: place() },
        io::ErrorKind::PermissionDenied => Error::Unreadable { place: place() },
        _ => Error::from_io(error),
    }
}
