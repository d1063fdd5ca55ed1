//! Opening cases that must not stand twice.
//!
//! In: cases with their first events and files. Out: all of them kept, or none. From the moment an [`Opening`] is begun
//! until it ends no other process writes: what is not there when it looks is not there when its cases are kept. Not
//! here: whether a request may be made again (`law::repetition`, `cli`).

use std::path::PathBuf;

use rusqlite::{Transaction, ffi};

use super::chain::from_json;
use super::evidence::Begun;
use super::read::walk_from;
use super::{Error, File, Store, append, evidence, insert_case};
use crate::tracker::case::{Case, CaseFile};
use crate::tracker::event::Event;

/// Cases that are being opened together. What is not finished was never opened, and its files go.
#[derive(Debug)]
pub struct Opening<'a> {
    transaction: Transaction<'a>,
    cases: PathBuf,
    begun: Begun,
}

impl Store {
    /// Begins to open cases; another process that writes waits until it ends.
    ///
    /// # Errors
    /// Fails if the store cannot write.
    pub fn opening(&mut self) -> Result<Opening<'_>, Error> {
        let cases = self.home.join("cases");
        Ok(Opening { transaction: self.write()?, cases, begun: Begun::default() })
    }
}

impl Opening<'_> {
    /// Returns the cases that are wanted, in the order they were opened; the chain of each was walked.
    ///
    /// # Errors
    /// Fails if the store is damaged.
    pub fn cases(&self, is_wanted: impl Fn(&Case) -> bool) -> Result<Vec<CaseFile>, Error> {
        let mut statement =
            self.transaction.prepare_cached("SELECT reference, body FROM cases ORDER BY rowid")?;
        let mut rows = statement.query([])?;
        let mut files = Vec::new();
        while let Some(row) = rows.next()? {
            let (reference, body): (String, String) = (row.get(0)?, row.get(1)?);
            if is_wanted(&from_json(&body, &reference)?) {
                files.push(walk_from(&self.transaction, &reference, &body)?);
            }
        }
        Ok(files)
    }

    /// Opens a case with its first event and the files that belong to it, which are flushed before.
    ///
    /// # Errors
    /// [`Error::Taken`] if there is a case of its reference; else fails if the store cannot write.
    pub fn open(&mut self, case: &Case, event: Event, files: &[File]) -> Result<CaseFile, Error> {
        insert_case(&self.transaction, case)?;
        let folder = self.cases.join(&case.reference);
        self.begun.note(&folder);
        let event = evidence::keep(&folder, event, files)?;
        append(&self.transaction, &case.reference, &event)?;
        Ok(CaseFile::of(case.clone(), vec![event]))
    }

    /// Keeps all that was opened, in one durable transaction.
    ///
    /// # Errors
    /// Fails, and keeps none of it, if the store cannot write.
    pub fn finish(self) -> Result<(), Error> {
        match self.transaction.commit() {
            Ok(()) => {
                self.begun.stay();
                Ok(())
            }
            // The end of the transaction is its last write: it is not on the disk, and the files go.
            Err(error) if is_unwritten(&error) => Err(error.into()),
            // Where it fails otherwise, nobody knows what a later look will find of it: the files stay.
            Err(error) => {
                self.begun.stay();
                Err(error.into())
            }
        }
    }
}

/// Tells whether a transaction failed because something of it could not be written at all.
fn is_unwritten(error: &rusqlite::Error) -> bool {
    let is_refused = |code| [ffi::SQLITE_FULL, ffi::SQLITE_IOERR_WRITE].contains(&code);
    error.sqlite_error().is_some_and(|error| is_refused(error.extended_code))
}
