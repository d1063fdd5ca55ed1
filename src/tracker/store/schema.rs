//! RIM: the tables of the store: making them, and bringing an older store to this version.
//!
//! In: a home folder. Out: a `habeas.db` of the version this program writes. At any moment it is whole: a new
//! one gets its name when it is ready; an old one is copied first and then changed in one transaction.

#![expect(clippy::disallowed_methods, reason = "this is where the store is made")]

use std::fs;
use std::io;
use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::chain::{import_link, link};
use super::copy::new_private;
use super::{Error, WAIT, roster};
use crate::delivery::outbox::write_private;

/// The version this program writes.
pub(super) const VERSION: u32 = 3;

/// The smallest page of SQLite: a store has at least one.
const PAGE_BYTES_MIN: u64 = 512;

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
";

/// What version 2 added.
const INDEXES: &str = "
    CREATE TABLE agenda (
        number INTEGER PRIMARY KEY,
        reference TEXT NOT NULL UNIQUE REFERENCES cases (reference),
        day TEXT,
        late TEXT,
        is_stale INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX agenda_by_day ON agenda (day, late);
    CREATE INDEX agenda_by_late ON agenda (late) WHERE late IS NOT NULL;
    CREATE INDEX agenda_stale ON agenda (is_stale) WHERE is_stale = 1;
    CREATE TABLE agenda_stamp (stamp TEXT NOT NULL) STRICT;
    CREATE INDEX imports_by_case ON imports (reference);
";

const GUARDS: &str = "
    CREATE TRIGGER cases_are_kept BEFORE UPDATE ON cases BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER cases_stay BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER events_are_kept BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER imports_are_kept BEFORE UPDATE ON imports BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    CREATE TRIGGER imports_stay BEFORE DELETE ON imports BEGIN SELECT RAISE(ABORT, 'append-only'); END;
";

/// Lets a transaction delete; it ends with [`guard`].
pub(super) fn lift_guards(transaction: &Transaction<'_>) -> Result<(), Error> {
    Ok(transaction
        .execute_batch("DROP TRIGGER cases_stay; DROP TRIGGER events_stay; DROP TRIGGER imports_stay;")?)
}

/// Puts back the triggers that refuse changes.
pub(super) fn guard(transaction: &Transaction<'_>) -> Result<(), Error> {
    let guards = GUARDS.replace("CREATE TRIGGER", "CREATE TRIGGER IF NOT EXISTS");
    Ok(transaction.execute_batch(&guards)?)
}

/// Refuses a file that is too short to be a store before SQLite takes it for a new one and writes into it.
///
/// # Errors
/// Fails if the file is cut to nothing, or cannot be looked at.
pub(super) fn check_head(path: &Path) -> Result<(), Error> {
    let bytes = fs::metadata(path).map_err(Error::from_io)?.len();
    if bytes < PAGE_BYTES_MIN {
        return Err(Error::Damaged { what: format!("habeas.db has only {bytes} bytes left") });
    }
    Ok(())
}

/// Returns the version of a store.
pub(super) fn version(connection: &Connection) -> Result<u32, Error> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Makes an empty store whole before it gets its name: private from the first byte, and already in WAL mode,
/// to which several processes cannot switch at once. Who comes second takes the one that is there.
pub(super) fn create(home: &Path, path: &Path) -> Result<(), Error> {
    let scratch = super::copy::scratch(SCRATCH_START, home)?;
    let draft = scratch.path().join("habeas.db");
    new_private(&draft).map_err(Error::from_io)?;
    let mut connection = Connection::open(&draft)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    let transaction = connection.transaction()?;
    make_tables(&transaction)?;
    transaction.commit()?;
    connection.close().map_err(|(_, error)| Error::from(error))?;
    let bytes = fs::read(&draft).map_err(Error::from_io)?;
    match write_private(path, &bytes) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(Error::from_io(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Brings an open store to this version; refuses a newer one and a file that is none.
pub(super) fn prepare(home: &Path, connection: &mut Connection) -> Result<(), Error> {
    match version(connection)? {
        VERSION => Ok(()),
        0 => Err(Error::Damaged { what: "it has no version".to_owned() }),
        1..VERSION => migrate(home, connection),
        found => Err(Error::Newer { found }),
    }
}

fn make_tables(transaction: &Transaction<'_>) -> Result<(), Error> {
    transaction.execute_batch(SCHEMA)?;
    transaction.execute_batch(INDEXES)?;
    transaction.execute_batch(roster::TABLE)?;
    transaction.execute_batch(GUARDS)?;
    Ok(transaction.pragma_update(None, "user_version", VERSION)?)
}

/// Copies an older store, then changes it in one transaction. Other writers wait from before the copy
/// until after the change, so that the copy holds all there was; who waited finds the work done.
fn migrate(home: &Path, connection: &Connection) -> Result<(), Error> {
    let path = home.join("habeas.db");
    let mut writer = Connection::open(&path)?;
    writer.busy_timeout(WAIT)?;
    writer.pragma_update(None, "synchronous", "FULL")?;
    let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = version(&transaction)?;
    if found < VERSION {
        keep_copy(home, connection, found)?;
        if found == 1 {
            transaction.execute_batch(INDEXES)?;
            hash_imports_whole(&transaction)?;
        }
        roster::fill(&transaction)?;
        transaction.pragma_update(None, "user_version", VERSION)?;
    }
    Ok(transaction.commit()?)
}

/// Version 1 hashed only the id and the body of an import. What does not fit its old hash keeps it and is found.
fn hash_imports_whole(transaction: &Transaction<'_>) -> Result<(), Error> {
    transaction.execute_batch("DROP TRIGGER IF EXISTS imports_are_kept")?;
    {
        let mut statement =
            transaction.prepare("SELECT id, reference, company, read_on, body, hash FROM imports")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, body, hash): (String, String, String) = (row.get(0)?, row.get(4)?, row.get(5)?);
            if hash == link(&id, &body) {
                let (reference, company): (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
                let read_on: String = row.get(3)?;
                let hash = import_link(&id, reference.as_deref(), company.as_deref(), &read_on, &body);
                transaction.execute("UPDATE imports SET hash = ?2 WHERE id = ?1", params![id, hash])?;
            }
        }
    }
    guard(transaction)
}

/// Keeps a private copy of a store as it is before its migration, under a name that is free.
fn keep_copy(home: &Path, connection: &Connection, found: u32) -> Result<(), Error> {
    let scratch = super::copy::scratch(SCRATCH_START, home)?;
    let draft = scratch.path().join("habeas.db");
    new_private(&draft).map_err(Error::from_io)?;
    connection.execute("VACUUM INTO ?1", [draft.to_string_lossy()])?;
    let bytes = fs::read(&draft).map_err(Error::from_io)?;
    // The machine's own day: what is rehearsed with another one is not when the copy was made.
    let day: String = connection.query_row("SELECT date('now')", [], |row| row.get(0))?;
    let mut number = 1_u32;
    loop {
        let name = match number {
            1 => format!("{COPY_START}{found}-{day}.db"),
            number => format!("{COPY_START}{found}-{day}-{number}.db"),
        };
        match write_private(&home.join(name), &bytes) {
            Ok(()) => return Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(Error::from_io(error)),
        }
    }
}

/// How the names begin of what is written before it gets its own name; a process that is killed leaves it.
pub(super) const SCRATCH_START: &str = ".habeas-";

/// How the names of copies begin that were made before a migration.
pub(super) const COPY_START: &str = "habeas-";

/// Returns the triggers that refuse changes, as SQLite keeps their texts.
pub(super) fn guards() -> impl Iterator<Item = &'static str> {
    GUARDS.lines().map(|line| line.trim().trim_end_matches(';')).filter(|line| !line.is_empty())
}
