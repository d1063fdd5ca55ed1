//! RIM: the SQLite store and the evidence folder.
//!
//! In: cases, events and imports to keep. Out: the same, unchanged. What a method reported as done survives a
//! crash and a loss of power: WAL with `synchronous=FULL`, one transaction a call, evidence written and
//! flushed before the event that names it.
//!
//! # The format, version 1 (`PRAGMA user_version`)
//!
//! `habeas.db` in the home folder, beside `cases/<reference>/` with the files that events name.
//!
//! | table | columns | rule |
//! |---|---|---|
//! | `cases` | `reference` primary key, `body` (JSON of `case::Case`) | append-only |
//! | `events` | `reference`, `number` from 1, `body` (JSON of `event::Event`), `hash` | append-only, chained |
//! | `heads` | `reference` primary key, `number` and `hash` of the last event | follows `events` |
//! | `imports` | `id` primary key, `reference` or null, `company` or null, `read_on`, `body` (JSON), `hash` | append-only |
//!
//! `hash` = SHA-256 in hexadecimal of: the previous event's hash, LF, the event's `body` as stored. Before
//! the first event stands the SHA-256 of: `reference`, LF, the case's `body`. The hash of an import is the
//! SHA-256 of: `id`, LF, `body`. `heads` tells when events are missing at the end. Reading walks the chain: a
//! store that was changed by hand or damaged is reported and never repaired silently. Updates and deletions
//! of these tables are refused by triggers.
//!
//! A store with a higher version is refused, naming the version; a lower one would be migrated in one
//! transaction after a backup (there is none yet). One writer at a time: a second one waits ten seconds, then
//! says so; readers are never blocked.

#![expect(clippy::disallowed_methods, reason = "this is the store")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Transaction, TransactionBehavior, params};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::case::{Case, CaseFile};
use super::event::{Event, Evidence};
use crate::delivery::outbox::{create_private_dir, write_private};

/// The version this program writes.
const VERSION: u32 = 1;

/// How long a writer waits for another.
const WAIT: Duration = Duration::from_secs(10);

const SCHEMA: &str = "
    CREATE TABLE cases (reference TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
    CREATE TABLE events (
        reference TEXT NOT NULL REFERENCES cases (reference),
        number INTEGER NOT NULL,
        body TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (reference, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE heads (
        reference TEXT PRIMARY KEY REFERENCES cases (reference),
        number INTEGER NOT NULL,
        hash TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE imports (
        id TEXT PRIMARY KEY,
        reference TEXT REFERENCES cases (reference),
        company TEXT,
        read_on TEXT NOT NULL,
        body TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER cases_are_kept BEFORE UPDATE ON cases BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER cases_stay BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER events_are_kept BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER imports_are_kept BEFORE UPDATE ON imports BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER imports_stay BEFORE DELETE ON imports BEGIN SELECT RAISE(ABORT, 'append-only'); END;
";

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
    /// There is no such case.
    #[error("there is no case `{reference}`")]
    NoCase {
        /// The reference asked for.
        reference: String,
    },
    /// There is no such import.
    #[error("there is no import `{id}`")]
    NoImport {
        /// The id asked for.
        id: String,
    },
    /// A file or folder could not be written or read.
    #[error("keeping a file in the store")]
    File(#[source] io::Error),
    /// SQLite failed.
    #[error("using the store")]
    Sqlite(#[source] rusqlite::Error),
}

/// An import as it is kept: what an answer added up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import<T> {
    /// Its id, `IM-7F3K2Q`.
    pub id: String,
    /// The case it answers, if known.
    pub reference: Option<String>,
    /// The company, if known.
    pub company: Option<String>,
    /// The day it was read.
    pub read_on: NaiveDate,
    /// The answer.
    pub answer: T,
}

/// A file of an event, not yet kept: name and bytes.
pub type File = (String, Vec<u8>);

/// The store of one home folder.
#[derive(Debug)]
pub struct Store {
    home: PathBuf,
    connection: Connection,
}

impl Store {
    /// Opens the store of a home folder, making both if they are not there.
    ///
    /// # Errors
    /// Fails if the store is newer, damaged or held by another process, or the folder cannot be used.
    pub fn open(home: &Path) -> Result<Self, Error> {
        create_private_dir(home).map_err(Error::File)?;
        let path = home.join("habeas.db");
        if !path.exists() {
            create(home, &path)?;
        }
        let connection = Connection::open(&path)?;
        connection.busy_timeout(WAIT)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", "ON")?;
        let mut store = Self { home: home.to_owned(), connection };
        store.prepare()?;
        Ok(store)
    }

    /// Opens a case with its first event and the files that belong to it.
    ///
    /// # Errors
    /// Fails if the reference is taken or the store cannot write.
    pub fn open_case(&mut self, case: &Case, event: Event, files: &[File]) -> Result<CaseFile, Error> {
        let event = self.keep(&case.reference, event, files)?;
        let transaction = self.write()?;
        let body = to_json(case)?;
        transaction.execute("INSERT INTO cases VALUES (?1, ?2)", params![case.reference, body])?;
        append(&transaction, &case.reference, &event)?;
        transaction.commit()?;
        Ok(CaseFile::of(case.clone(), vec![event]))
    }

    /// Appends an event to a case, with the files that belong to it.
    ///
    /// # Errors
    /// Fails if there is no such case or the store cannot write.
    pub fn record(&mut self, reference: &str, event: Event, files: &[File]) -> Result<(), Error> {
        self.record_all(reference, vec![(event, files.to_vec())])
    }

    /// Appends an event to a case that has exactly as many events as were seen, so that of two processes with the
    /// same plan only one carries it out.
    ///
    /// # Errors
    /// Fails with [`Error::Changed`] if the case has more events by now.
    pub fn record_after(&mut self, reference: &str, seen: usize, event: &Event) -> Result<(), Error> {
        let transaction = self.write()?;
        let query = "SELECT count(*) FROM events WHERE reference = ?1";
        let count: i64 = transaction.query_row(query, [reference], |row| row.get(0))?;
        if usize::try_from(count) != Ok(seen) {
            return Err(Error::Changed { reference: reference.to_owned() });
        }
        append(&transaction, reference, event)?;
        Ok(transaction.commit()?)
    }

    /// Appends events that belong together, all or none.
    ///
    /// # Errors
    /// Fails if there is no such case or the store cannot write.
    pub fn record_all(&mut self, reference: &str, happened: Vec<(Event, Vec<File>)>) -> Result<(), Error> {
        self.case(reference)?;
        let kept: Vec<Event> = happened
            .into_iter()
            .map(|(event, files)| self.keep(reference, event, &files))
            .collect::<Result<_, _>>()?;
        let transaction = self.write()?;
        for event in &kept {
            append(&transaction, reference, event)?;
        }
        Ok(transaction.commit()?)
    }

    /// Returns all cases by reference, with their events; the chain of each was walked.
    ///
    /// # Errors
    /// Fails if the store is damaged.
    pub fn cases(&self) -> Result<Vec<CaseFile>, Error> {
        let mut statement = self.connection.prepare("SELECT reference FROM cases ORDER BY rowid")?;
        let references: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        references.iter().map(|reference| self.case(reference)).collect()
    }

    /// Returns a case with its events; the chain was walked.
    ///
    /// # Errors
    /// Fails if there is no such case or the store is damaged.
    pub fn case(&self, reference: &str) -> Result<CaseFile, Error> {
        // One snapshot: another process may append meanwhile.
        let snapshot = self.connection.unchecked_transaction()?;
        let body: String = snapshot
            .query_row("SELECT body FROM cases WHERE reference = ?1", [reference], |row| row.get(0))
            .optional()?
            .ok_or_else(|| Error::NoCase { reference: reference.to_owned() })?;
        let case: Case = from_json(&body, reference)?;
        let mut statement = self
            .connection
            .prepare("SELECT number, body, hash FROM events WHERE reference = ?1 ORDER BY number")?;
        let mut rows = statement.query([reference])?;
        let mut events = Vec::new();
        let mut before = first_link(reference, &body);
        while let Some(row) = rows.next()? {
            let (number, body, hash): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if usize::try_from(number) != Ok(events.len() + 1) || hash != link(&before, &body) {
                let what = format!(
                    "event {} of case {reference} does not follow from the one before",
                    events.len() + 1
                );
                return Err(Error::Damaged { what });
            }
            events.push(from_json(&body, reference)?);
            before = hash;
        }
        let head: Option<String> = snapshot
            .query_row("SELECT hash FROM heads WHERE reference = ?1", [reference], |row| row.get(0))
            .optional()?;
        if head.is_none_or(|head| head != before) {
            return Err(Error::Damaged { what: format!("case {reference} has lost its last events") });
        }
        Ok(CaseFile::of(case, events))
    }

    /// Keeps what an import added up to.
    ///
    /// # Errors
    /// Fails if the id is taken or the store cannot write.
    pub fn keep_import<T: Serialize>(&mut self, import: &Import<T>) -> Result<(), Error> {
        let body = to_json(&import.answer)?;
        let transaction = self.write()?;
        transaction.execute(
            "INSERT INTO imports VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                import.id,
                import.reference,
                import.company,
                import.read_on.to_string(),
                body,
                link(&import.id, &body)
            ],
        )?;
        transaction.commit()?;
        Ok(())
    }

    /// Returns an import.
    ///
    /// # Errors
    /// Fails if there is none with this id or the store is damaged.
    pub fn import<T: DeserializeOwned>(&self, id: &str) -> Result<Import<T>, Error> {
        let found = self
            .connection
            .query_row(
                "SELECT reference, company, read_on, body, hash FROM imports WHERE id = ?1",
                [id],
                |row| {
                    let read_on: String = row.get(2)?;
                    let (body, hash): (String, String) = (row.get(3)?, row.get(4)?);
                    Ok((row.get(0)?, row.get(1)?, read_on, body, hash))
                },
            )
            .optional()?
            .ok_or_else(|| Error::NoImport { id: id.to_owned() })?;
        let (reference, company, read_on, body, hash) = found;
        if hash != link(id, &body) {
            return Err(Error::Damaged { what: format!("import {id} was changed since it was kept") });
        }
        let read_on =
            read_on.parse().map_err(|_| Error::Damaged { what: format!("the date of import {id}") })?;
        Ok(Import { id: id.to_owned(), reference, company, read_on, answer: from_json(&body, id)? })
    }

    /// Returns the ids of all imports, oldest first, with their cases.
    ///
    /// # Errors
    /// Fails if the store cannot be read.
    pub fn imports(&self) -> Result<Vec<(String, Option<String>)>, Error> {
        let mut statement = self.connection.prepare("SELECT id, reference FROM imports ORDER BY rowid")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Checks that a file of a case still has the bytes its event names.
    ///
    /// # Errors
    /// Fails if it changed.
    pub fn check_evidence(&self, evidence: &Evidence, bytes: &[u8]) -> Result<(), Error> {
        if hex(&Sha256::digest(bytes)) == evidence.sha256 {
            Ok(())
        } else {
            Err(Error::Damaged { what: format!("the file {} was changed since it was kept", evidence.name) })
        }
    }

    /// Returns the folder with the files of a case.
    pub fn case_folder(&self, reference: &str) -> PathBuf {
        self.home.join("cases").join(reference)
    }

    /// Makes the tables of an empty store; refuses a newer one and a file that is none.
    fn prepare(&mut self) -> Result<(), Error> {
        let version =
            |connection: &Connection| connection.query_row("PRAGMA user_version", [], |row| row.get(0));
        let found: u32 = version(&self.connection)?;
        if found > VERSION {
            return Err(Error::Newer { found });
        }
        if found == VERSION {
            return Ok(());
        }
        let transaction = self.write()?;
        // Another process may have made them while this one waited.
        if version(&transaction)? == 0 {
            let tables: u32 =
                transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
            if tables > 0 {
                return Err(Error::Damaged { what: "it has tables and no version".to_owned() });
            }
            transaction.execute_batch(SCHEMA)?;
            transaction.pragma_update(None, "user_version", VERSION)?;
        }
        Ok(transaction.commit()?)
    }

    fn write(&mut self) -> Result<Transaction<'_>, Error> {
        Ok(self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
    }

    /// Writes the files of an event before the event itself. A file of the same name stays, and the later one
    /// gets a number: `letter.pdf`, `letter-2.pdf`.
    fn keep(&self, reference: &str, mut event: Event, files: &[File]) -> Result<Event, Error> {
        let folder = self.case_folder(reference);
        if !files.is_empty() {
            create_private_dir(&folder).map_err(Error::File)?;
        }
        for (name, bytes) in files {
            let name = keep_file(&folder, name, bytes).map_err(Error::File)?;
            event.files.push(Evidence {
                name,
                sha256: hex(&Sha256::digest(bytes)),
                bytes: bytes.len() as u64,
            });
        }
        Ok(event)
    }
}

/// Makes an empty store whole before it gets its name: private from the first byte, and already in WAL mode,
/// to which several processes cannot switch at once. Who comes second takes the one that is there.
fn create(home: &Path, path: &Path) -> Result<(), Error> {
    let scratch = tempfile::Builder::new().prefix(".habeas-").tempdir_in(home).map_err(Error::File)?;
    let draft = scratch.path().join("habeas.db");
    let connection = Connection::open(&draft)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.execute_batch(SCHEMA)?;
    connection.pragma_update(None, "user_version", VERSION)?;
    connection.close().map_err(|(_, error)| Error::from(error))?;
    let bytes = fs::read(&draft).map_err(Error::File)?;
    match write_private(path, &bytes) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(Error::File(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Writes a file under the first free name; one that holds the same bytes already is taken as it is.
fn keep_file(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<String> {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut number = 1_u32;
    loop {
        let candidate = match number {
            1 => name.to_owned(),
            number => format!("{stem}-{number}.{extension}"),
        };
        let path = folder.join(&candidate);
        match write_private(&path, bytes) {
            Ok(()) => return Ok(candidate),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if fs::read(&path)? == bytes {
                    return Ok(candidate);
                }
                number += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

fn append(transaction: &Transaction<'_>, reference: &str, event: &Event) -> Result<(), Error> {
    let last: Option<(i64, String)> = transaction
        .query_row(
            "SELECT number, hash FROM events WHERE reference = ?1 ORDER BY number DESC LIMIT 1",
            [reference],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let (number, before) = match last {
        Some((number, hash)) => (number + 1, hash),
        None => {
            let body: String =
                transaction.query_row("SELECT body FROM cases WHERE reference = ?1", [reference], |row| {
                    row.get(0)
                })?;
            (1, first_link(reference, &body))
        }
    };
    let body = to_json(event)?;
    let hash = link(&before, &body);
    transaction
        .execute("INSERT INTO events VALUES (?1, ?2, ?3, ?4)", params![reference, number, body, hash])?;
    transaction.execute(
        "INSERT INTO heads VALUES (?1, ?2, ?3)
         ON CONFLICT (reference) DO UPDATE SET number = excluded.number, hash = excluded.hash",
        params![reference, number, hash],
    )?;
    Ok(())
}

fn first_link(reference: &str, case_body: &str) -> String {
    link(reference, case_body)
}

fn link(before: &str, body: &str) -> String {
    hex(&Sha256::digest(format!("{before}\n{body}")))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn to_json<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::File(error.into()))
}

/// The library's error text may repeat values; the place is enough.
fn from_json<T: DeserializeOwned>(body: &str, place: &str) -> Result<T, Error> {
    serde_json::from_str(body)
        .map_err(|_| Error::Damaged { what: format!("the record of {place} is not readable") })
}

impl From<rusqlite::Error> for Error {
    /// What SQLite says of a damaged file repeats its bytes; the kind is enough.
    fn from(error: rusqlite::Error) -> Self {
        let damaged = |what: &str| Self::Damaged { what: what.to_owned() };
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::NotADatabase) => damaged("habeas.db is no SQLite file"),
            Some(ErrorCode::DatabaseCorrupt) => damaged("SQLite cannot read habeas.db"),
            Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                Self::File(io::ErrorKind::PermissionDenied.into())
            }
            Some(ErrorCode::DiskFull) => Self::File(io::ErrorKind::StorageFull.into()),
            Some(ErrorCode::SystemIoFailure) => Self::File(io::ErrorKind::Other.into()),
            Some(_) => Self::Sqlite(error),
            // Not SQLite's engine but a value it gave us: a text that is none, a column of another type.
            None => damaged("a record in habeas.db is not what was written"),
        }
    }
}
