//! RIM: the health of a home: every proof hashed again, every chain walked.
//!
//! In: a home folder. Out: how much was looked at and everything that is not as it was kept, all of it at once,
//! with the place and never the value. Nothing is changed or repaired.

#![expect(clippy::disallowed_methods, reason = "this is where proofs are read again")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::chain::{first_link, hex, import_link, link};
use super::log::{self, Log};
use super::roster::Part;
use super::{Error, Store, evidence, index, roster, schema};
use crate::tracker::case::{Case, CaseFile};
use crate::tracker::event::{Event, Evidence};

closed_list! {
    /// What can be found.
    pub enum Fault {
        /// SQLite finds its own file broken.
        Database = "database";
        /// The log beside it is broken before its end.
        Log = "log";
        /// The record of a case cannot be read.
        Case = "case";
        /// An event does not follow from the one before.
        Event = "event";
        /// The last events of a case are missing, or one that nobody recorded is there.
        Head = "head";
        /// An import was changed.
        Import = "import";
        /// A proof is not there.
        ProofMissing = "proof-missing";
        /// A proof has other bytes than were kept.
        ProofChanged = "proof-changed";
        /// A proof cannot be read.
        ProofUnreadable = "proof-unreadable";
        /// A row belongs to a case that is not there.
        Stray = "stray";
        /// A whole case or import is missing, or one that nobody kept is there.
        Roster = "roster";
        /// The agenda says something else of a case than its events.
        Agenda = "agenda";
        /// A file in the folder of a case that no event names. No damage.
        Unnamed = "unnamed";
        /// A file or folder that was being written when a command was interrupted. No damage.
        Leftover = "leftover";
        /// The log ends in a write that is not whole. No damage that could be told from a crash.
        Unfinished = "unfinished";
    }
}

impl Fault {
    /// Tells whether it is damage; the others are notes.
    pub fn is_damage(self) -> bool {
        match self {
            Self::Database
            | Self::Log
            | Self::Case
            | Self::Event
            | Self::Head
            | Self::Import
            | Self::ProofMissing
            | Self::ProofChanged
            | Self::ProofUnreadable
            | Self::Stray
            | Self::Roster
            | Self::Agenda => true,
            Self::Unnamed | Self::Leftover | Self::Unfinished => false,
        }
    }
}

/// How a home was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Health {
    /// How many cases were walked.
    pub cases: u64,
    /// How many events.
    pub events: u64,
    /// How many imports.
    pub imports: u64,
    /// How many proofs were hashed.
    pub proofs: u64,
    /// How many bytes they have.
    pub bytes: u64,
    /// What was found, with its places.
    pub found: BTreeMap<Fault, Vec<String>>,
}

impl Health {
    /// Counts what is damage and no note.
    pub fn faults(&self) -> usize {
        self.found.iter().filter(|(fault, _)| fault.is_damage()).map(|(_, places)| places.len()).sum()
    }

    fn add(&mut self, fault: Fault, place: impl Into<String>) {
        self.found.entry(fault).or_default().push(place.into());
    }
}

/// Looks at everything that is kept in a home. `progress` is told of each step: how many cases are done, of how
/// many.
///
/// # Errors
/// Fails if there is no store, it is newer, or another process holds it. Damage is no error.
pub fn check(home: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<Health, Error> {
    let mut health = Health::default();
    if !home.join("habeas.db").exists() {
        return match nothing_is_lost(home) {
            Ok(()) => Err(Error::NoStore),
            Err(Error::Damaged { what }) => {
                health.add(Fault::Database, what);
                Ok(health)
            }
            Err(error) => Err(error),
        };
    }
    let names = list(home).map_err(Error::from_io)?;
    for name in names.iter().filter(|name| name.starts_with(schema::SCRATCH_START)) {
        health.add(Fault::Leftover, shown(name));
    }
    match log::look(home)? {
        Log::Whole => {}
        Log::Unfinished => health.add(Fault::Unfinished, "habeas.db-wal"),
        // SQLite would drop what stands behind the damage: nothing is opened.
        Log::Damaged => {
            health.add(Fault::Log, "habeas.db-wal");
            return Ok(health);
        }
    }
    match Store::open(home) {
        Ok(store) => check_store(&store, &mut health, progress),
        Err(Error::Damaged { what }) => health.add(Fault::Database, what),
        Err(error) => return Err(error),
    }
    Ok(health)
}

/// Refuses a home without a store that once had one: a new, empty store would hide the loss.
pub(super) fn nothing_is_lost(home: &Path) -> Result<(), Error> {
    let has_log = home.join("habeas.db-wal").exists();
    if has_log || !list(&home.join("cases")).map_err(Error::from_io)?.is_empty() {
        return Err(Error::Damaged {
            what: "habeas.db is missing, and what belongs to it is there".to_owned(),
        });
    }
    Ok(())
}

/// Every part is looked at even when another one cannot be read.
fn check_store(store: &Store, health: &mut Health, progress: &mut dyn FnMut(u64, u64)) {
    // One snapshot: another process may append meanwhile.
    let snapshot = match store.connection.unchecked_transaction() {
        Ok(snapshot) => snapshot,
        Err(error) => return health.add(Fault::Database, Error::from(error).to_string()),
    };
    let parts = [
        check_file(&snapshot, health),
        check_strays(&snapshot, health),
        check_roster(&snapshot, health),
        check_cases(&snapshot, store, health, progress),
        check_imports(&snapshot, health),
        check_folders(&snapshot, &store.home.join("cases"), health),
    ];
    for part in parts {
        if let Err(error) = part {
            health.add(Fault::Database, error.to_string());
        }
    }
}

/// SQLite's own check names tables, pages and rows by number.
fn check_file(connection: &Connection, health: &mut Health) -> Result<(), Error> {
    let mut statement = connection.prepare("PRAGMA integrity_check")?;
    let lines: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for line in lines.iter().flat_map(|text| text.lines()).filter(|line| *line != "ok") {
        health.add(Fault::Database, line);
    }
    let mut statement = connection.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")?;
    let mut found: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut wanted: Vec<&str> = schema::guards().collect();
    found.sort();
    wanted.sort_unstable();
    if found != wanted {
        health.add(Fault::Database, "the triggers that refuse changes");
    }
    Ok(())
}

fn check_strays(connection: &Connection, health: &mut Health) -> Result<(), Error> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let tables: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for table in tables {
        health.add(Fault::Stray, table);
    }
    Ok(())
}

fn check_roster(connection: &Connection, health: &mut Health) -> Result<(), Error> {
    // A home that cannot be written keeps the format of the program that wrote it.
    if schema::version(connection)? < schema::VERSION {
        return Ok(());
    }
    for part in Part::ALL {
        let count = roster::count(connection, part)?;
        if !count.fits {
            let kept = count.kept.map_or("?".to_owned(), |kept| kept.to_string());
            health.add(Fault::Roster, format!("{}: {}/{kept}", part.id(), count.found));
        }
    }
    Ok(())
}

fn check_cases(
    connection: &Connection,
    store: &Store,
    health: &mut Health,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), Error> {
    let of: i64 = connection.query_row("SELECT count(*) FROM cases", [], |row| row.get(0))?;
    let mut statement = connection.prepare("SELECT reference, body FROM cases ORDER BY rowid")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        progress(health.cases, of.unsigned_abs());
        health.cases += 1;
        let (Ok(reference), Ok(body)) = (row.get::<_, String>(0), row.get::<_, String>(1)) else {
            health.add(Fault::Case, format!("number {} in cases", health.cases));
            continue;
        };
        let case = serde_json::from_str::<Case>(&body).ok().filter(|case| case.reference == reference);
        if case.is_none() || !evidence::is_reference(&reference) {
            health.add(Fault::Case, shown(&reference));
        }
        let events = check_chain(connection, &reference, &body, health)?;
        if evidence::is_reference(&reference) {
            check_evidence(&store.case_folder(&reference), &reference, &events, health);
        }
        if let Some(case) = case
            && schema::version(connection)? == schema::VERSION
            && !index::fits(connection, &CaseFile::of(case, events))?
        {
            health.add(Fault::Agenda, reference);
        }
    }
    Ok(())
}

/// Walks a chain and returns the events that can be read.
fn check_chain(
    connection: &Connection,
    reference: &str,
    body: &str,
    health: &mut Health,
) -> Result<Vec<Event>, Error> {
    let mut statement = connection
        .prepare_cached("SELECT number, body, hash FROM events WHERE reference = ?1 ORDER BY number")?;
    let mut rows = statement.query([reference])?;
    let mut events = Vec::new();
    let mut count = 0_i64;
    let mut before = first_link(reference, body);
    while let Some(row) = rows.next()? {
        count += 1;
        health.events += 1;
        let place = format!("{}, event {count}", shown(reference));
        let fields = (row.get::<_, i64>(0), row.get::<_, String>(1), row.get::<_, String>(2));
        let (Ok(number), Ok(body), Ok(hash)) = fields else {
            health.add(Fault::Event, place);
            continue;
        };
        let event = serde_json::from_str::<Event>(&body);
        if number != count || hash != link(&before, &body) || event.is_err() {
            health.add(Fault::Event, place);
        }
        events.extend(event);
        before = hash;
    }
    let head: Vec<(i64, String)> = connection
        .prepare_cached("SELECT number, hash FROM heads WHERE reference = ?1")?
        .query_map([reference], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    if head.as_slice() != [(count, before)].as_slice() {
        health.add(Fault::Head, shown(reference));
    }
    Ok(events)
}

fn check_imports(connection: &Connection, health: &mut Health) -> Result<(), Error> {
    let query = "SELECT id, reference, company, read_on, body, hash FROM imports ORDER BY rowid";
    let mut statement = connection.prepare(query)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        health.imports += 1;
        if !is_whole_import(row).unwrap_or(false) {
            let id = row.get::<_, String>(0);
            health.add(Fault::Import, id.map_or("imports".to_owned(), |id| shown(&id)));
        }
    }
    Ok(())
}

/// Tells whether an import has the hash of its columns; one that cannot be read has not.
fn is_whole_import(row: &rusqlite::Row<'_>) -> rusqlite::Result<bool> {
    let (reference, company): (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
    let (id, read_on, body): (String, String, String) = (row.get(0)?, row.get(3)?, row.get(4)?);
    let hash: String = row.get(5)?;
    Ok(hash == import_link(&id, reference.as_deref(), company.as_deref(), &read_on, &body))
}

/// Hashes the files that events of a case name, and notes those in its folder that none names: a crash between
/// a file and its event leaves one, and a person may put one there.
fn check_evidence(folder: &Path, reference: &str, events: &[Event], health: &mut Health) {
    let mut named = BTreeSet::new();
    for proof in events.iter().flat_map(|event| &event.files) {
        check_proof(folder, reference, proof, health);
        named.insert(proof.name.as_str());
    }
    match evidence::check_folder(folder).and_then(|()| list(folder)) {
        Ok(names) => {
            for name in names.iter().filter(|name| !named.contains(name.as_str())) {
                health.add(Fault::Unnamed, format!("{}/{}", shown(reference), shown(name)));
            }
        }
        Err(_) => health.add(Fault::ProofUnreadable, shown(reference)),
    }
}

fn check_proof(folder: &Path, reference: &str, proof: &Evidence, health: &mut Health) {
    let place = format!("{}/{}", shown(reference), shown(&proof.name));
    if !evidence::is_plain(&proof.name) {
        return health.add(Fault::Event, place);
    }
    health.proofs += 1;
    match hash_file(&folder.join(&proof.name), proof.bytes.saturating_add(1)) {
        Ok((sha256, bytes)) => {
            health.bytes += bytes;
            if sha256 != proof.sha256 || bytes != proof.bytes {
                health.add(Fault::ProofChanged, place);
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => health.add(Fault::ProofMissing, place),
        Err(_) => health.add(Fault::ProofUnreadable, place),
    }
}

/// Returns hash and size of a file, in pieces so that memory does not grow with it, and no further than it can
/// be the one that was kept.
fn hash_file(path: &Path, bytes_max: u64) -> io::Result<(String, u64)> {
    let mut file = evidence::open_plain(path)?.take(bytes_max);
    let mut digest = Sha256::new();
    let mut piece = vec![0; 64 * 1024];
    let mut bytes = 0;
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok((hex(&digest.finalize()), bytes));
        }
        digest.update(piece.get(..read).unwrap_or_default());
        bytes += read as u64;
    }
}

/// Folders that no case names: what is left of one that was being opened, or forgotten.
fn check_folders(connection: &Connection, cases: &Path, health: &mut Health) -> Result<(), Error> {
    let mut statement = connection.prepare("SELECT 1 FROM cases WHERE reference = ?1")?;
    match list(cases) {
        Ok(folders) => {
            for folder in folders {
                if !statement.exists([&folder])? {
                    health.add(Fault::Unnamed, shown(&folder));
                }
            }
        }
        Err(error) => health.add(Fault::ProofUnreadable, format!("cases: {}", error.kind())),
    }
    Ok(())
}

/// The names in a folder, in order; none if it is not there.
fn list(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// A name as a place: one that a person or damage gave may be long.
fn shown(name: &str) -> String {
    const LENGTH_MAX: usize = 80;
    name.chars().take(LENGTH_MAX).collect()
}
