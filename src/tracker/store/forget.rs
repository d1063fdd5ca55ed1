//! RIM: forgetting a case or an import for good.
//!
//! In: a reference or an id. Out: first what would go, then its going: the rows, overwritten and not only
//! unlinked, then the files. It is the only place that lifts the triggers, inside one transaction.
//!
//! The folder goes last, so that what was interrupted can be finished by its name.

#![expect(clippy::disallowed_methods, reason = "this is where files are deleted")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior, params};

use super::{Error, Store, evidence, roster, schema};
use crate::delivery::outbox::create_private_dir;

/// What would be deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forgetting {
    /// The reference of a case, or the id of an import.
    pub id: String,
    /// How many events of the case are kept.
    pub events: u64,
    /// Ids of the imports that go: those that answer the case, or the import itself.
    pub imports: Vec<String>,
    /// Files in the folders that go, from the home, with their sizes.
    pub files: Vec<(String, u64)>,
    /// Copies of the store made before a migration or left by an interrupted run, which hold it too and go whole.
    pub old_copies: Vec<String>,
}

impl Store {
    /// Returns what forgetting a case or an import would delete.
    ///
    /// # Errors
    /// Fails if there is neither a case nor an import nor a folder of that name.
    pub fn plan_forgetting(&self, id: &str) -> Result<Forgetting, Error> {
        let missing = || match id.starts_with("IM-") {
            true => Error::NoImport { id: id.to_owned() },
            false => Error::NoCase { reference: id.to_owned() },
        };
        if !evidence::is_reference(id) {
            return Err(missing());
        }
        let imports = self.strings("SELECT id FROM imports WHERE reference = ?1 OR id = ?1", id)?;
        let events: i64 =
            self.connection
                .query_row("SELECT count(*) FROM events WHERE reference = ?1", [id], |row| row.get(0))?;
        let mut forgetting = Forgetting {
            id: id.to_owned(),
            events: events.unsigned_abs(),
            imports,
            files: Vec::new(),
            old_copies: Vec::new(),
        };
        forgetting.old_copies = self.old_copies(&forgetting).map_err(Error::from_io)?;
        let folders = self.folders(&forgetting);
        let is_known = self.has_case(id)? || !forgetting.imports.is_empty();
        if !is_known && !folders.iter().any(|folder| folder.exists()) {
            return Err(missing());
        }
        for folder in &folders {
            evidence::check_folder(folder).map_err(|error| evidence::refused(folder, error))?;
            list(&self.home, folder, &mut forgetting.files).map_err(Error::from_io)?;
        }
        Ok(forgetting)
    }

    /// Deletes what was planned, so that no byte of it is left in the home.
    ///
    /// # Errors
    /// Fails if the home cannot be written or another process uses the store. What is left then goes when it is
    /// asked for again.
    pub fn forget(&mut self, forgetting: &Forgetting) -> Result<(), Error> {
        self.check_writable()?;
        for folder in self.folders(forgetting) {
            // The folders are what tells, after an interruption, that something is left to finish.
            create_private_dir(&folder).map_err(Error::from_io)?;
        }
        self.connection.pragma_update(None, "secure_delete", "ON")?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        schema::lift_guards(&transaction)?;
        roster::remove(&transaction, &forgetting.id)?;
        for import in &forgetting.imports {
            transaction.execute("DELETE FROM imports WHERE id = ?1", [import])?;
        }
        for table in ["imports", "agenda", "heads", "events", "cases"] {
            transaction
                .execute(&format!("DELETE FROM {table} WHERE reference = ?1"), params![forgetting.id])?;
        }
        schema::guard(&transaction)?;
        transaction.commit()?;
        empty_log(&self.connection)?;
        self.connection.execute_batch("VACUUM")?;
        empty_log(&self.connection)?;
        for name in &forgetting.old_copies {
            remove(&self.home.join(name)).map_err(Error::from_io)?;
        }
        for folder in self.folders(forgetting) {
            remove(&folder).map_err(Error::from_io)?;
        }
        Ok(())
    }

    /// The folders of a case and of its imports; that of the case last.
    fn folders(&self, forgetting: &Forgetting) -> Vec<PathBuf> {
        let imports = self.home.join("imports");
        let ids = forgetting.imports.iter().filter(|id| evidence::is_reference(id));
        let mut folders: Vec<PathBuf> = ids.map(|id| imports.join(id)).collect();
        folders.push(imports.join(&forgetting.id));
        folders.push(self.case_folder(&forgetting.id));
        folders.dedup();
        folders
    }

    fn strings(&self, query: &str, id: &str) -> Result<Vec<String>, Error> {
        let mut statement = self.connection.prepare(query)?;
        let rows = statement.query_map([id], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Copies of the store that hold what is to be forgotten: those made before a migration, and what an
    /// interrupted run left. No other process is at a migration while this one has the store open.
    fn old_copies(&self, forgetting: &Forgetting) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.home)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let is_copy = name.starts_with(schema::COPY_START) && name.ends_with(".db");
            if (is_copy || name.starts_with(schema::SCRATCH_START))
                && is_naming(&self.home.join(&name), forgetting)?
            {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }
}

/// Tells whether a file, or one in a folder, names what is to be forgotten.
fn is_naming(path: &Path, forgetting: &Forgetting) -> io::Result<bool> {
    let about = match fs::symlink_metadata(path) {
        Ok(about) => about,
        // Its process gave it its name meanwhile.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    if about.is_dir() {
        for entry in fs::read_dir(path)? {
            if is_naming(&entry?.path(), forgetting)? {
                return Ok(true);
            }
        }
    }
    if !about.is_file() {
        return Ok(false);
    }
    let bytes = fs::read(path)?;
    let mut ids = forgetting.imports.iter().chain([&forgetting.id]);
    Ok(ids.any(|id| bytes.windows(id.len()).any(|window| window == id.as_bytes())))
}

/// Takes the log into the file and empties it; a reader may keep it busy.
fn empty_log(connection: &Connection) -> Result<(), Error> {
    let is_busy: bool = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if is_busy { Err(Error::Busy) } else { Ok(()) }
}

fn remove(path: &Path) -> io::Result<()> {
    let removed = match fs::symlink_metadata(path) {
        Ok(about) if about.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Lists the files of a folder by their path from the home.
fn list(home: &Path, folder: &Path, files: &mut Vec<(String, u64)>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let about = entry.metadata()?;
        if about.is_dir() {
            list(home, &entry.path(), files)?;
        } else {
            let path = entry.path();
            let shown = path.strip_prefix(home).unwrap_or(&path).to_string_lossy().into_owned();
            files.push((shown, about.len()));
        }
    }
    files.sort();
    Ok(())
}
