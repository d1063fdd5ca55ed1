//! RIM: writes private files: `.eml` and print-ready files of a letter, and any other file of ours.
//!
//! In: a folder, names and bytes. Out: files only their owner can read, from the moment they exist (folders
//! 0700, files 0600), whole or not at all: a temporary file in the same folder, flushed, renamed, the folder
//! flushed. An existing file is never overwritten unless the caller says so.
//!
//! Names come from the caller, who keeps personal names out of them. Not here: what is in the files.

#![expect(clippy::disallowed_methods, reason = "this is where files are written")]

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::Error;

/// What happens to a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and the call fails.
    Keep,
    /// It is replaced, in one step.
    Replace,
}

/// Puts files into a folder, made if need be, and returns where they are. With [`Existing::Keep`] nothing is
/// written when any of them is there already.
///
/// # Errors
/// [`Error::NotAFileName`], [`Error::FileExists`] or [`Error::NotWritten`].
pub fn put(folder: &Path, files: &[(&str, &[u8])], existing: Existing) -> Result<Vec<PathBuf>, Error> {
    for (name, _) in files {
        check_name(name)?;
        if existing == Existing::Keep && folder.join(name).symlink_metadata().is_ok() {
            return Err(Error::FileExists { name: (*name).to_owned() });
        }
    }
    create_private_dir(folder).map_err(|source| folder_not_written(folder, source))?;
    files.iter().map(|(name, bytes)| put_one(folder, name, bytes, existing)).collect()
}

/// Writes a new private file, whole or not at all.
///
/// # Errors
/// `AlreadyExists` when there is anything of that name, which is left as it is; else what the system says.
pub fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    temporary_beside(path, bytes)?.persist_noclobber(path).map_err(|refused| refused.error)?;
    flush_folder(folder_of(path))
}

/// A private file that is written and flushed and has no name yet. It vanishes with the value.
pub struct Unnamed(tempfile::NamedTempFile);

impl Unnamed {
    /// Writes a file into a folder that is there.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(folder: &Path, bytes: &[u8]) -> io::Result<Self> {
        temporary_in(folder, bytes).map(Self)
    }

    /// Gives it a name in its folder. The name lasts once the folder is flushed ([`flush_folder`]).
    ///
    /// # Errors
    /// `AlreadyExists`, with the file, when there is anything of that name, which is left as it is; else what the
    /// system says.
    pub fn name(self, path: &Path) -> Result<(), (Self, io::Error)> {
        match self.0.persist_noclobber(path) {
            Ok(_) => Ok(()),
            Err(refused) => Err((Self(refused.file), refused.error)),
        }
    }
}

/// Folders of files that are written and flushed and not in their place yet. What is dropped before [`Staged::place`]
/// was never there; a process that is killed leaves a hidden folder.
pub struct Staged {
    hidden: TempDir,
    names: Vec<String>,
    folder: PathBuf,
    made: Made,
}

/// A folder that was made for what is to be placed in it, and goes again if nothing is.
struct Made(Option<PathBuf>);

impl Drop for Made {
    fn drop(&mut self) {
        // It is empty, or else it stays.
        self.0.take().map_or(Ok(()), fs::remove_dir).unwrap_or_default();
    }
}

impl Staged {
    /// Prepares a place in a folder, which is made if need be.
    ///
    /// # Errors
    /// [`Error::NotWritten`] if nothing can be written there.
    pub fn within(folder: &Path) -> Result<Self, Error> {
        let refused = |source| folder_not_written(folder, source);
        let made = Made((!folder.exists()).then(|| folder.to_owned()));
        create_private_dir(folder).map_err(refused)?;
        let mut hidden = tempfile::Builder::new();
        hidden.prefix(".habeas-");
        #[cfg(unix)]
        hidden.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let hidden = hidden.tempdir_in(folder).map_err(|error| refused(error.kind().into()))?;
        Ok(Self { hidden, names: Vec::new(), folder: folder.to_owned(), made })
    }

    /// Writes the files of one folder, and returns where they will be.
    ///
    /// # Errors
    /// As [`put`]; [`Error::FileExists`] if there is anything of the folder's name.
    pub fn add(&mut self, name: &str, files: &[(&str, &[u8])]) -> Result<Vec<PathBuf>, Error> {
        check_name(name)?;
        let place = self.folder.join(name);
        if place.symlink_metadata().is_ok() {
            return Err(Error::FileExists { name: name.to_owned() });
        }
        put(&self.hidden.path().join(name), files, Existing::Keep)?;
        self.names.push(name.to_owned());
        Ok(files.iter().map(|(file, _)| place.join(file)).collect())
    }

    /// Puts every folder in its place.
    ///
    /// # Errors
    /// [`Error::NotWritten`] if the system refuses one; those before it are there.
    pub fn place(mut self) -> Result<(), Error> {
        self.made.0 = None;
        for name in &self.names {
            fs::rename(self.hidden.path().join(name), self.folder.join(name))
                .map_err(|source| Error::NotWritten { name: name.clone(), source })?;
        }
        flush_folder(&self.folder).map_err(|source| folder_not_written(&self.folder, source))
    }
}

fn folder_not_written(folder: &Path, source: io::Error) -> Error {
    Error::NotWritten { name: format!("into the folder {}", folder.display()), source }
}

/// Writes a private file, replacing one of that name in one step.
///
/// # Errors
/// What the system says; the old file is then still whole.
pub fn replace_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link, a device or a pipe is not ours to put a file in the place of.
    if path.symlink_metadata().is_ok_and(|about| !about.is_file()) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is there and is no regular file"));
    }
    temporary_beside(path, bytes)?.persist(path).map_err(|refused| refused.error)?;
    flush_folder(folder_of(path))
}

/// Waits until no other process holds a folder, and holds it until what is returned is dropped.
///
/// # Errors
/// What the system says.
#[cfg(unix)]
pub fn hold(folder: &Path) -> io::Result<File> {
    let held = File::open(folder)?;
    held.lock()?;
    Ok(held)
}

/// Waits until no other process holds a folder, and holds it until what is returned is dropped. Where a folder is no file, one
/// in it stands for it.
///
/// # Errors
/// What the system says.
#[cfg(not(unix))]
pub fn hold(folder: &Path) -> io::Result<File> {
    let held = File::create(folder.join(".habeas-lock"))?;
    held.lock()?;
    Ok(held)
}

/// Makes a folder only its owner can enter, with the folders above it that are missing. Folders that exist
/// stay as they are.
///
/// # Errors
/// What the system says.
pub fn create_private_dir(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    flush_folder(folder_of(path))
}

fn check_name(name: &str) -> Result<(), Error> {
    let plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':']);
    if plain && !name.chars().any(char::is_control) { Ok(()) } else { Err(Error::NotAFileName) }
}

fn put_one(folder: &Path, name: &str, bytes: &[u8], existing: Existing) -> Result<PathBuf, Error> {
    let path = folder.join(name);
    let written = match existing {
        Existing::Keep => write_private(&path, bytes),
        Existing::Replace => replace_private(&path, bytes),
    };
    match written {
        Ok(()) => Ok(path),
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => {
            Err(Error::FileExists { name: name.to_owned() })
        }
        Err(source) => Err(Error::NotWritten { name: name.to_owned(), source }),
    }
}

/// Writes and flushes a file beside the wanted one, readable by its owner only from its creation. It vanishes
/// with the value unless it is renamed.
fn temporary_beside(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    temporary_in(folder_of(path), bytes)
}

fn temporary_in(folder: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let made = tempfile::Builder::new().prefix(".habeas-").tempfile_in(folder);
    // The library's error names the temporary file, which tells a reader nothing.
    let mut file = made.map_err(|error| io::Error::from(error.kind()))?;
    // Its own words name the temporary file, too.
    file.as_file_mut().write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes renames in a folder durable. Windows has no such call for folders and needs none.
///
/// # Errors
/// What the system says.
pub fn flush_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
