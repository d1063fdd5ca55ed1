//! Reading the store: cases with their events, imports.
//!
//! In: references and ids. Out: what was kept, unchanged: the chain of every case that is read is walked, and a
//! case that does not fit is an error and never half a case.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};
use serde::de::DeserializeOwned;

use super::chain::{first_link, from_json, import_link, link};
use super::{Error, Import, Listed, Store};
use crate::tracker::case::{Case, CaseFile};
use crate::tracker::event::EventKind;

impl Store {
    /// Returns all cases in the order they were opened, with their events; the chain of each was walked.
    ///
    /// # Errors
    /// Fails if the store is damaged.
    pub fn cases(&self) -> Result<Vec<CaseFile>, Error> {
        let mut files = Vec::new();
        self.each_case(|file| {
            files.push(file);
            Ok(())
        })?;
        Ok(files)
    }

    /// Gives all cases in the order they were opened, one at a time and from one snapshot, so that memory does
    /// not grow with their number. The chain of each was walked.
    ///
    /// # Errors
    /// Fails if the store is damaged, or with what `take` returns.
    pub fn each_case(&self, mut take: impl FnMut(CaseFile) -> Result<(), Error>) -> Result<(), Error> {
        let snapshot = self.connection.unchecked_transaction()?;
        let mut statement = snapshot.prepare_cached("SELECT reference, body FROM cases ORDER BY rowid")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (reference, body): (String, String) = (row.get(0)?, row.get(1)?);
            take(walk_from(&snapshot, &reference, &body)?)?;
        }
        Ok(())
    }

    /// Returns a case with its events; the chain was walked.
    ///
    /// # Errors
    /// Fails if there is no such case or the store is damaged.
    pub fn case(&self, reference: &str) -> Result<CaseFile, Error> {
        // One snapshot: another process may append meanwhile.
        let snapshot = self.connection.unchecked_transaction()?;
        walk(&snapshot, reference)
    }

    /// Tells whether there is a case of this reference.
    ///
    /// # Errors
    /// Fails if the store cannot be read.
    pub fn has_case(&self, reference: &str) -> Result<bool, Error> {
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM cases WHERE reference = ?1")?;
        Ok(statement.exists([reference])?)
    }

    /// Counts the messages that left, or maybe left, on a day.
    ///
    /// # Errors
    /// Fails if the store cannot be read.
    pub fn left_on(&self, day: NaiveDate) -> Result<u32, Error> {
        // An event's body begins with its kind and its day; a pattern is told apart faster than JSON is read.
        let count = |kind: EventKind| -> Result<u32, Error> {
            let begins = format!("{{\"kind\":\"{}\",\"on\":\"{day}\"%", kind.id());
            let question = "SELECT count(*) FROM events WHERE body LIKE ?1";
            Ok(self.connection.query_row(question, [begins], |row| row.get(0))?)
        };
        Ok(count(EventKind::Attempted)?.saturating_sub(count(EventKind::Failed)?))
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
                    let (reference, company): (Option<String>, Option<String>) = (row.get(0)?, row.get(1)?);
                    let read_on: String = row.get(2)?;
                    let (body, hash): (String, String) = (row.get(3)?, row.get(4)?);
                    Ok((reference, company, read_on, body, hash))
                },
            )
            .optional()?
            .ok_or_else(|| Error::NoImport { id: id.to_owned() })?;
        let (reference, company, read_on, body, hash) = found;
        if hash != import_link(id, reference.as_deref(), company.as_deref(), &read_on, &body) {
            return Err(Error::Damaged { what: format!("import {id} was changed since it was kept") });
        }
        let read_on =
            read_on.parse().map_err(|_| Error::Damaged { what: format!("the date of import {id}") })?;
        Ok(Import { id: id.to_owned(), reference, company, read_on, answer: from_json(&body, id)? })
    }

    /// Returns all imports, oldest first, without what their answers add up to.
    ///
    /// # Errors
    /// Fails if the store cannot be read.
    pub fn imports(&self) -> Result<Vec<Listed>, Error> {
        let question = "SELECT id, reference, company, read_on FROM imports ORDER BY rowid";
        let mut statement = self.connection.prepare(question)?;
        let rows = statement.query_map([], |row| {
            Ok(Listed { id: row.get(0)?, reference: row.get(1)?, company: row.get(2)?, read_on: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the ids of the imports of a file with this hash, oldest first.
    ///
    /// # Errors
    /// Fails if the store cannot be read.
    pub fn imports_of(&self, sha256: &str) -> Result<Vec<String>, Error> {
        // A hash stands nowhere else in what an import keeps, whatever its shape.
        let mut statement =
            self.connection.prepare("SELECT id FROM imports WHERE instr(body, ?1) > 0 ORDER BY rowid")?;
        let rows = statement.query_map([sha256], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Tells whether an answer to a case was imported.
    ///
    /// # Errors
    /// Fails if the store cannot be read.
    pub fn is_imported(&self, reference: &str) -> Result<bool, Error> {
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM imports WHERE reference = ?1")?;
        Ok(statement.exists([reference])?)
    }

    /// Returns the references of all cases with an imported answer.
    ///
    /// # Errors
    /// Fails if the store cannot be read.
    pub fn imported(&self) -> Result<BTreeSet<String>, Error> {
        let mut statement =
            self.connection.prepare("SELECT DISTINCT reference FROM imports WHERE reference IS NOT NULL")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Returns number and hash of the last event of a case; none if nothing has happened.
pub(super) fn head(connection: &Connection, reference: &str) -> Result<Option<(i64, String)>, Error> {
    let pair = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let last: Option<(i64, String)> = connection
        .prepare_cached("SELECT number, hash FROM events WHERE reference = ?1 ORDER BY number DESC LIMIT 1")?
        .query_row([reference], pair)
        .optional()?;
    let head = connection
        .prepare_cached("SELECT number, hash FROM heads WHERE reference = ?1")?
        .query_row([reference], pair)
        .optional()?;
    if last == head { Ok(head) } else { Err(lost(reference)) }
}

/// Returns a case with its events.
pub(super) fn walk(connection: &Connection, reference: &str) -> Result<CaseFile, Error> {
    let body: Option<String> = connection
        .prepare_cached("SELECT body FROM cases WHERE reference = ?1")?
        .query_row([reference], |row| row.get(0))
        .optional()?;
    let body = body.ok_or_else(|| Error::NoCase { reference: reference.to_owned() })?;
    walk_from(connection, reference, &body)
}

/// Returns a case with its events, from its body on.
pub(super) fn walk_from(connection: &Connection, reference: &str, body: &str) -> Result<CaseFile, Error> {
    let case: Case = from_json(body, reference)?;
    if case.reference != reference {
        return Err(Error::Damaged { what: format!("the record of {reference} is of another case") });
    }
    let mut statement = connection
        .prepare_cached("SELECT number, body, hash FROM events WHERE reference = ?1 ORDER BY number")?;
    let mut rows = statement.query([reference])?;
    let mut events = Vec::new();
    let mut before = first_link(reference, body);
    while let Some(row) = rows.next()? {
        let (number, body): (i64, &str) =
            (row.get(0)?, row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?);
        let hash: String = row.get(2)?;
        if usize::try_from(number) != Ok(events.len() + 1) || hash != link(&before, body) {
            let number = events.len() + 1;
            let what = format!("event {number} of case {reference} does not follow from the one before");
            return Err(Error::Damaged { what });
        }
        events.push(from_json(body, reference)?);
        before = hash;
    }
    let last = connection
        .prepare_cached("SELECT number, hash FROM heads WHERE reference = ?1")?
        .query_row([reference], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
        .optional()?;
    let is_whole =
        last.is_some_and(|(number, hash)| usize::try_from(number) == Ok(events.len()) && hash == before);
    if is_whole { Ok(CaseFile::of(case, events)) } else { Err(lost(reference)) }
}

fn lost(reference: &str) -> Error {
    Error::Damaged { what: format!("case {reference} has lost its last events") }
}
