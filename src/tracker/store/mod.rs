//! RIM: the SQLite store and the evidence folder.
//!
//! In: cases, events and imports to keep. Out: the same, unchanged. What a method reported as done survives a
//! crash and a loss of power: WAL with `synchronous=FULL`, one transaction a call, evidence written and
//! flushed before the event that names it.
//!
//! # The format, version 3 (`PRAGMA user_version`)
//!
//! `habeas.db` in the home folder, beside `cases/<reference>/` with the files that events name. SQLite's log stays beside it,
//! empty while nobody uses the store (`habeas.db-wal`, `habeas.db-shm`): who closes the store takes in what is there.
//!
//! | table | columns | rule |
//! |---|---|---|
//! | `cases` | `reference` primary key, `body` (JSON of `case::Case`) | append-only |
//! | `events` | `reference`, `number` from 1, `body` (JSON of `event::Event`), `hash` | append-only, chained |
//! | `heads` | `reference` primary key, `number` and `hash` of the last event | follows `events` |
//! | `imports` | `id` primary key, `reference` or null, `company` or null, `read_on`, `body` (JSON), `hash` | append-only |
//! | `agenda` | `number`, `reference`, `day`, `late`, `is_stale` | an index, made from events |
//! | `roster` | `part` (`cases`, `imports`), `number`, `sum` over all entries | follows both tables |
//! | `agenda_stamp` | `stamp`: what the agenda was computed with | one row |
//!
//! `hash` = SHA-256 in hexadecimal of: the previous event's hash, LF, the event's `body` as stored. Before
//! the first event stands the SHA-256 of: `reference`, LF, the case's `body`. The hash of an import is the
//! SHA-256 of `id`, `reference`, `company`, `read_on` and `body`, joined by LF (empty where null). `heads` tells when events are missing at the end. Reading walks the chain: a
//! store that was changed by hand or damaged is reported and never repaired silently. Updates and deletions
//! of the first, second and fourth table are refused by triggers; only forgetting a case lifts them, inside its
//! transaction. A correction is an event that `replaces` an earlier one; nothing is ever changed.
//!
//! The agenda is no fact. `day` is the day on which a case next wants attention (ISO, so that text order is
//! time order), `now` for a case that needs the person and has no date, `waits` for one that only waits and
//! has none; `late` is the last day on which it is not late. A case that has ended has no row. Appending an
//! event marks the row of its case stale; whoever asks for the agenda computes the stale rows anew. When the
//! stamp (program version, data subject's country) differs, all of it is computed anew. No status is read from
//! it: the standing of every case that is shown is computed from its events.
//!
//! The roster tells when a whole case or import is missing: its sum is the exclusive or of the hash each first event is
//! chained to, and of the hash of each import.
//!
//! A store with a higher version is refused, naming the version. A lower one (2 is 3 without the roster, 1 is 2 without the agenda and
//! the index on `imports`, and its hash of an import is of `id` and `body` alone) is copied to `habeas-<version>-<day>.db` in the home and then migrated in one
//! transaction. One writer at a time: a second one waits ten seconds, then says so; readers are never
//! blocked. Where the home cannot be written the store is read as it is.

#![expect(clippy::disallowed_methods, reason = "this is the store")]

mod chain;
pub mod check;
pub mod copy;
mod error;
mod evidence;
pub mod forget;
pub mod index;
mod log;
pub mod opening;
mod read;
mod roster;
mod schema;
pub mod table_file;
pub mod together;

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;
use rusqlite::config::DbConfig;
use rusqlite::{
    Connection, ErrorCode, OpenFlags, OptionalExtension, Transaction, TransactionBehavior, params,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use self::chain::{first_link, hex, import_link, link, to_json};
pub use self::error::Error;
use self::roster::Part;
use self::schema::VERSION;
use super::case::{Case, CaseFile};
use super::event::{Event, Evidence};
use crate::delivery::outbox::create_private_dir;

/// How long a writer waits for another.
const WAIT: Duration = Duration::from_secs(10);

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

/// An import in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// Its id, `IM-7F3K2Q`.
    pub id: String,
    /// The case it answers, if known.
    pub reference: Option<String>,
    /// The company, if known.
    pub company: Option<String>,
    /// The day it was read, as it is kept.
    pub read_on: String,
}

/// A file of an event, not yet kept: name and bytes.
pub type File = (String, Vec<u8>);

/// What happened to a case, in order, each with the files that belong to it.
pub type History = Vec<(Event, Vec<File>)>;

/// Why a store that is open for reading takes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Refusal {
    /// It cannot be written.
    ReadOnly,
    /// Its disk is full.
    Full,
}

/// The store of one home folder.
#[derive(Debug)]
pub struct Store {
    home: PathBuf,
    connection: Connection,
    refusal: Option<Refusal>,
}

impl Drop for Store {
    fn drop(&mut self) {
        // What was acknowledged is durable in the log; one that cannot be taken in now is taken in later.
        drop(self.take_in_log());
    }
}

impl Store {
    /// Opens the store of a home folder, making both if they are not there. A store that cannot be written is
    /// opened for reading.
    ///
    /// # Errors
    /// Fails if the store is newer, damaged or held by another process, or the folder cannot be used.
    pub fn open(home: &Path) -> Result<Self, Error> {
        create_private_dir(home).map_err(Error::from_io)?;
        let path = home.join("habeas.db");
        if !path.exists() {
            match check::nothing_is_lost(home) {
                // Else another process made it while this one looked.
                Err(error) if !path.exists() => return Err(error),
                Ok(()) | Err(_) => schema::create(home, &path)?,
            }
        }
        schema::check_head(&path)?;
        log::check(home)?;
        match Self::open_to_write(home, &path) {
            Err(Error::ReadOnly) => Self::open_to_read(home, &path, Refusal::ReadOnly),
            // On a full disk nothing can be taken in or begun; what is there can be read.
            Err(Error::Full) => Self::open_to_read(home, &path, Refusal::Full),
            opened => opened,
        }
    }

    /// Opens a store that is there; nothing is made.
    ///
    /// # Errors
    /// [`Error::NoStore`], and those of [`Store::open`].
    pub fn open_kept(home: &Path) -> Result<Self, Error> {
        if home.join("habeas.db").exists() { Self::open(home) } else { Err(Error::NoStore) }
    }

    fn open_to_write(home: &Path, path: &Path) -> Result<Self, Error> {
        let mut connection = Connection::open(path)?;
        if connection.is_readonly("main")? {
            return Err(Error::ReadOnly);
        }
        connection.busy_timeout(WAIT)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", "ON")?;
        // What SQLite sorts or packs on the way never lies outside the home, not even for a moment.
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.set_prepared_statement_cache_capacity(64);
        // The log stays where it is, empty: making and removing it costs more than the event does. What takes it in
        // is the end of the store.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        // Else each new value would have the plan of its query made anew; none of ours depends on one.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        schema::prepare(home, &mut connection)?;
        Ok(Self { home: home.to_owned(), connection, refusal: None })
    }

    /// Takes the log into the store and empties it, so that the last event too stands where a changed byte is found.
    /// While others use the store nobody is waited for: who ends last does it, and what nobody did is done by who
    /// opens it next.
    fn take_in_log(&self) -> Result<(), Error> {
        if self.refusal.is_some() || log::is_empty(&self.home) {
            return Ok(());
        }
        self.connection.busy_timeout(Duration::ZERO)?;
        Ok(self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    /// A store that nobody can write is as it stands; one with a log that was not taken in would be shown
    /// without its last events, so it is not.
    fn open_to_read(home: &Path, path: &Path, refusal: Refusal) -> Result<Self, Error> {
        let plain = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let connection = if schema::version(&plain).is_ok() {
            plain
        } else if log::is_empty(home) {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
            Connection::open_with_flags(as_uri(path), flags)?
        } else {
            return Err(Error::Interrupted);
        };
        let found = schema::version(&connection)?;
        match found {
            1..=VERSION => Ok(Self { home: home.to_owned(), connection, refusal: Some(refusal) }),
            0 => Err(Error::Damaged { what: "it has no version".to_owned() }),
            found => Err(Error::Newer { found }),
        }
    }

    /// Opens a case with its first event and the files that belong to it.
    ///
    /// # Errors
    /// Fails if the reference is taken or the store cannot write.
    pub fn open_case(&mut self, case: &Case, event: Event, files: &[File]) -> Result<CaseFile, Error> {
        let mut opening = self.opening()?;
        let file = opening.open(case, event, files)?;
        opening.finish()?;
        Ok(file)
    }

    /// Adds many cases with all that happened to them, all or none; as [`Store::append_each`].
    ///
    /// # Errors
    /// As [`Store::append_each`].
    pub fn append_cases(&mut self, cases: Vec<(Case, History)>) -> Result<(), Error> {
        let references: Vec<String> = cases.iter().map(|(case, _)| case.reference.clone()).collect();
        self.append_each(&references, cases.into_iter().map(Ok))
    }

    /// Adds many cases one after the other with all that happened to them, all or none, so that only one case
    /// with its files is held at a time. Files are written first; none is written when one of the references,
    /// which are those of the cases, is taken or no reference. The events come without names of files: those
    /// are made here.
    ///
    /// # Errors
    /// [`Error::Taken`] if there is a case of one of the references; [`Error::NoName`] if a reference or a file
    /// is not named as it must be; what a case itself fails with; else fails if the store cannot write.
    pub fn append_each<E: From<Error>>(
        &mut self,
        references: &[String],
        cases: impl IntoIterator<Item = Result<(Case, History), E>>,
    ) -> Result<(), E> {
        self.check_free(references)?;
        let mut kept = Vec::new();
        for case in cases {
            let (case, history) = case?;
            let events = self.keep_all(&case.reference, history)?;
            kept.push((case, events));
        }
        let transaction = self.write()?;
        for (case, events) in &kept {
            insert_case(&transaction, case)?;
            events.iter().try_for_each(|event| append(&transaction, &case.reference, event))?;
        }
        Ok(transaction.commit().map_err(Error::from)?)
    }

    fn check_free(&self, references: &[String]) -> Result<(), Error> {
        let mut seen = std::collections::BTreeSet::new();
        for reference in references {
            if !evidence::is_reference(reference) {
                return Err(Error::NoName { what: "a case" });
            }
            if self.has_case(reference)? || !seen.insert(reference) {
                return Err(Error::Taken { reference: reference.clone() });
            }
        }
        Ok(())
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
        check_seen(&transaction, reference, seen)?;
        append(&transaction, reference, event)?;
        Ok(transaction.commit()?)
    }

    /// Appends events that belong together, all or none. What it costs does not depend on what happened before.
    ///
    /// # Errors
    /// Fails if there is no such case or the store cannot write.
    pub fn record_all(&mut self, reference: &str, happened: History) -> Result<(), Error> {
        self.append_to(reference, None, happened)
    }

    /// Appends events that belong together to a case that has exactly as many events as were seen, all or none.
    ///
    /// # Errors
    /// Fails with [`Error::Changed`] if the case has more events by now.
    pub fn record_all_after(&mut self, reference: &str, seen: usize, happened: History) -> Result<(), Error> {
        self.append_to(reference, Some(seen), happened)
    }

    fn append_to(&mut self, reference: &str, seen: Option<usize>, happened: History) -> Result<(), Error> {
        if !self.has_case(reference)? {
            return Err(Error::NoCase { reference: reference.to_owned() });
        }
        let kept = self.keep_all(reference, happened)?;
        let transaction = self.write()?;
        if let Some(seen) = seen {
            check_seen(&transaction, reference, seen)?;
        }
        for event in &kept {
            append(&transaction, reference, event)?;
        }
        Ok(transaction.commit()?)
    }

    /// Keeps what an import added up to.
    ///
    /// # Errors
    /// Fails if the id is taken or the store cannot write.
    pub fn keep_import<T: Serialize>(&mut self, import: &Import<T>) -> Result<(), Error> {
        let (body, read_on) = (to_json(&import.answer)?, import.read_on.to_string());
        let (reference, company) = (import.reference.as_deref(), import.company.as_deref());
        let hash = import_link(&import.id, reference, company, &read_on, &body);
        let transaction = self.write()?;
        roster::add(&transaction, Part::Imports, &hash)?;
        transaction.execute(
            "INSERT INTO imports VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![import.id, reference, company, read_on, body, hash],
        )?;
        transaction.commit()?;
        Ok(())
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

    /// Begins a transaction that writes, if the home can be written.
    fn write(&mut self) -> Result<Transaction<'_>, Error> {
        self.check_writable()?;
        Ok(self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
    }

    fn check_writable(&self) -> Result<(), Error> {
        match self.refusal {
            None => Ok(()),
            Some(Refusal::ReadOnly) => Err(Error::ReadOnly),
            Some(Refusal::Full) => Err(Error::Full),
        }
    }

    fn keep(&self, reference: &str, event: Event, files: &[File]) -> Result<Event, Error> {
        self.check_writable()?;
        evidence::keep(&self.case_folder(reference), event, files)
    }

    fn keep_all(&self, reference: &str, happened: History) -> Result<Vec<Event>, Error> {
        happened.into_iter().map(|(event, files)| self.keep(reference, event, &files)).collect()
    }
}

/// Refuses to go on where something happened to a case since it was looked at.
fn check_seen(transaction: &Transaction<'_>, reference: &str, seen: usize) -> Result<(), Error> {
    let head = read::head(transaction, reference)?;
    if usize::try_from(head.map_or(0, |(number, _)| number)) == Ok(seen) {
        Ok(())
    } else {
        Err(Error::Changed { reference: reference.to_owned() })
    }
}

fn insert_case(transaction: &Transaction<'_>, case: &Case) -> Result<(), Error> {
    let taken = |error: rusqlite::Error| match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => Error::Taken { reference: case.reference.clone() },
        Some(_) | None => error.into(),
    };
    let body = to_json(case)?;
    let mut statement = transaction.prepare_cached("INSERT INTO cases VALUES (?1, ?2)")?;
    statement.execute(params![case.reference, body]).map_err(taken)?;
    roster::add(transaction, Part::Cases, &first_link(&case.reference, &body))
}

/// Appends one event behind the last one, which must be the head: else something is missing, and what follows
/// would hide it.
fn append(transaction: &Transaction<'_>, reference: &str, event: &Event) -> Result<(), Error> {
    let (number, before) = match read::head(transaction, reference)? {
        Some((number, hash)) => (number + 1, hash),
        None => {
            let body: Option<String> = transaction
                .prepare_cached("SELECT body FROM cases WHERE reference = ?1")?
                .query_row([reference], |row| row.get(0))
                .optional()?;
            let body = body.ok_or_else(|| Error::NoCase { reference: reference.to_owned() })?;
            (1, first_link(reference, &body))
        }
    };
    let body = to_json(event)?;
    let hash = link(&before, &body);
    transaction
        .prepare_cached("INSERT INTO events VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![reference, number, body, hash])?;
    transaction
        .prepare_cached(
            "INSERT INTO heads VALUES (?1, ?2, ?3)
             ON CONFLICT (reference) DO UPDATE SET number = excluded.number, hash = excluded.hash",
        )?
        .execute(params![reference, number, hash])?;
    index::mark_stale(transaction, reference)
}

/// Names a file for SQLite as one that nobody writes.
fn as_uri(path: &Path) -> String {
    let path = path.to_string_lossy();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/._-~".contains(&byte);
    let escaped: String = path
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    format!("file:{escaped}?immutable=1")
}
