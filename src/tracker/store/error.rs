//! Error: what keeps the store from doing its work.
//!
//! In: what SQLite and the files of the home say. Out: an [`Error`] with a sentence for whoever asked.

use std::io;

use rusqlite::ErrorCode;
use thiserror::Error;

use super::schema::VERSION;

/// What keeps the store from doing its work.
#[derive(Debug, Error)]
pub enum Error {
    /// A newer program wrote the store.
    #[error("the store was written by a newer version of habeas (format {found}; this one knows {VERSION})")]
    Newer {
        /// The store's version.
        found: u32,
    },
    /// The file is no store, or its content was changed outside this program.
    #[error("the store is damaged: {what}")]
    Damaged {
        /// What does not fit.
        what: String,
    },
    /// Something happened to a case since it was looked at.
    #[error("something happened to case `{reference}` meanwhile")]
    Changed {
        /// The case.
        reference: String,
    },
    /// Another process holds the store.
    #[error("another habeas is writing to the store")]
    Busy,
    /// The home can be read and not written.
    #[error("the home folder cannot be written")]
    ReadOnly,
    /// The home cannot be written, and its last writes were not taken in.
    #[error("the last writes were interrupted and can only be taken in where the home can be written")]
    Interrupted,
    /// There is no room for what was to be written.
    #[error("no space is left for the store, or its disk refuses to write")]
    Full,
    /// There is no such case.
    #[error("there is no case `{reference}`")]
    NoCase {
        /// The reference asked for.
        reference: String,
    },
    /// There is a case of this reference already.
    #[error("there is a case `{reference}` already")]
    Taken {
        /// The reference.
        reference: String,
    },
    /// A name that would not stay in the folder of its case.
    #[error("{what} is not named as it must be")]
    NoName {
        /// What has the name.
        what: &'static str,
    },
    /// What stands where a file or folder of the home belongs is none.
    #[error("{place} is a link, or neither a file nor a folder as it must be")]
    NoFile {
        /// The end of its path.
        place: String,
    },
    /// A file of the home is closed to whoever asks.
    #[error("{place} cannot be read")]
    Unreadable {
        /// The end of its path.
        place: String,
    },
    /// There is no such import.
    #[error("there is no import `{id}`")]
    NoImport {
        /// The id asked for.
        id: String,
    },
    /// There is nothing to look at.
    #[error("there is no store in the home folder")]
    NoStore,
    /// There is something where a copy was to be made.
    #[error("there is something already where the copy was to be made")]
    CopyExists,
    /// A copy was to be made inside of what is copied.
    #[error("a copy cannot lie inside the home folder")]
    CopyInside,
    /// A copy was made and is not as it must be.
    #[error("the home cannot be copied whole; faults found: {faults}")]
    CopyFaulty {
        /// How many faults it has.
        faults: usize,
    },
    /// A file or folder could not be written or read.
    #[error("keeping a file in the store")]
    File(#[source] io::Error),
    /// SQLite failed.
    #[error("using the store")]
    Sqlite(#[source] rusqlite::Error),
}

impl Error {
    /// Tells apart what a person can do something about.
    pub(super) fn from_io(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::Full
            }
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::File(error),
        }
    }
}

impl From<rusqlite::Error> for Error {
    /// What SQLite says of a damaged file repeats its bytes; the kind is enough.
    fn from(error: rusqlite::Error) -> Self {
        let damaged = |what: &str| Self::Damaged { what: what.to_owned() };
        let refused_to_write = [
            rusqlite::ffi::SQLITE_IOERR_WRITE,
            rusqlite::ffi::SQLITE_IOERR_FSYNC,
            rusqlite::ffi::SQLITE_IOERR_TRUNCATE,
            rusqlite::ffi::SQLITE_IOERR_SHMSIZE,
            rusqlite::ffi::SQLITE_IOERR_SHMOPEN,
        ];
        let extended = error.sqlite_error().map(|error| error.extended_code);
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::NotADatabase) => damaged("habeas.db is no SQLite file"),
            Some(ErrorCode::DatabaseCorrupt) => damaged("SQLite cannot read habeas.db"),
            Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            // Our own statements are sound: a table or a column of theirs is not there.
            Some(ErrorCode::Unknown) => damaged("a table of habeas.db is missing or not as it was made"),
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::SystemIoFailure)
                if extended.is_some_and(|code| refused_to_write.contains(&code)) =>
            {
                Self::Full
            }
            Some(ErrorCode::SystemIoFailure) => Self::File(io::ErrorKind::Other.into()),
            Some(_) => Self::Sqlite(error),
            // Not SQLite's engine but a value it gave us: a text that is none, a column of another type.
            None => damaged("a record in habeas.db is not what was written"),
        }
    }
}
