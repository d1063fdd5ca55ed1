//! RIM: a database file of its own for other programs, written table by table.
//!
//! In: names of tables with their columns, and rows of texts and numbers. Out: a SQLite file only its owner can read, whole or
//! not at all: it is written beside its place and takes it at the end. It is no part of the store and knows nothing of cases.

#![expect(clippy::disallowed_methods, reason = "this is where the file is made")]

use std::path::Path;

use rusqlite::types::{Null, ToSqlOutput};
use rusqlite::{Connection, params_from_iter};
use tempfile::TempPath;
use thiserror::Error;

/// A value of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// A text.
    Text(&'a str),
    /// A number.
    Number(i64),
    /// Nothing.
    Empty,
}

/// A file that could not be written.
#[derive(Debug, Error)]
#[error("the database file cannot be written")]
pub struct NotWritten {
    source: Box<dyn std::error::Error + Send + Sync>,
}

impl From<rusqlite::Error> for NotWritten {
    fn from(source: rusqlite::Error) -> Self {
        Self { source: Box::new(source) }
    }
}

impl From<std::io::Error> for NotWritten {
    fn from(source: std::io::Error) -> Self {
        Self { source: Box::new(source) }
    }
}

/// A database file that is being written.
pub struct TableFile {
    connection: Connection,
    written: TempPath,
}

impl TableFile {
    /// Begins a file beside the place it is meant for, with its tables: `(name, columns with their types)`.
    ///
    /// # Errors
    /// Fails if the folder cannot be written.
    pub fn create(path: &Path, tables: &[(&str, &str)]) -> Result<Self, NotWritten> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let written = tempfile::Builder::new().prefix(".habeas-").tempfile_in(folder)?.into_temp_path();
        let connection = Connection::open(&written)?;
        // A file that is not finished vanishes, so that nothing has to survive a loss of power.
        connection.execute_batch("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; BEGIN")?;
        for (name, columns) in tables {
            connection.execute_batch(&format!("CREATE TABLE {name} ({columns})"))?;
        }
        connection.execute_batch("SAVEPOINT mark")?;
        Ok(Self { connection, written })
    }

    /// Adds a row to a table.
    ///
    /// # Errors
    /// Fails if the disk is full, or the row has other columns than the table.
    pub fn insert(&self, table: &str, row: &[Cell<'_>]) -> Result<(), NotWritten> {
        let places = vec!["?"; row.len()].join(", ");
        let mut statement =
            self.connection.prepare_cached(&format!("INSERT INTO {table} VALUES ({places})"))?;
        let values = row.iter().map(|cell| match cell {
            Cell::Text(text) => ToSqlOutput::from(*text),
            Cell::Number(number) => ToSqlOutput::from(*number),
            Cell::Empty => ToSqlOutput::from(Null),
        });
        statement.execute(params_from_iter(values))?;
        Ok(())
    }

    /// Remembers what was written, to come back to it.
    ///
    /// # Errors
    /// Fails if the disk is full.
    pub fn mark(&self) -> Result<(), NotWritten> {
        Ok(self.connection.execute_batch("RELEASE mark; SAVEPOINT mark")?)
    }

    /// Takes back what was written since the mark.
    ///
    /// # Errors
    /// Fails if the file cannot be written.
    pub fn rewind(&self) -> Result<(), NotWritten> {
        Ok(self.connection.execute_batch("ROLLBACK TO mark")?)
    }

    /// Ends the file and puts it in its place, where nothing may be.
    ///
    /// # Errors
    /// Fails if there is a file already, or the disk is full.
    pub fn finish(self, path: &Path) -> Result<(), NotWritten> {
        self.connection.execute_batch("RELEASE mark; COMMIT")?;
        self.connection.close().map_err(|(_, error)| error)?;
        self.written.persist_noclobber(path).map_err(|refused| NotWritten::from(refused.error))
    }
}
