//! The agenda as it is kept: which cases want attention next, without reading all of them.
//!
//! In: a store, the data subject's country, today. Out: the first cases by urgency and how many more there
//! are. The rows are made from events alone (`tracker::agenda`); a stale row is never used. Where the store
//! cannot be written the same list is computed and not kept.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use super::read::walk;
use super::{Error, Store, schema};
use crate::tracker::agenda::{Day, day, near};
use crate::tracker::case::CaseFile;
use crate::tracker::status::Whereabouts;

/// What is asked of the agenda.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// Where the data subject lives and works.
    pub person: Whereabouts<'a>,
    /// The day it is.
    pub today: NaiveDate,
    /// Whether cases are wanted too that only wait and are not near.
    pub with_waiting: bool,
    /// How many cases are wanted.
    pub limit: usize,
}

/// What wants attention: late cases first, then by day, those without a date last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// The first cases, read from their events.
    pub files: Vec<CaseFile>,
    /// How many more want attention.
    pub more: u64,
    /// How many only wait, are not near and were not asked for.
    pub waiting: u64,
}

/// The groups of the list with the column each is in order of: late cases, near ones, those without a date that
/// need the person. `?1` is today, `?2` the last near day.
const NEAR_GROUPS: [(&str, &str); 3] =
    [("late < ?1", "late"), ("day <= ?2 AND (late IS NULL OR late >= ?1)", "day"), ("day = 'now'", "day")];

/// The groups of the list with the cases that wait; days come before words. The signs keep SQLite from looking
/// for the condition in an index: the order is what the index is for.
const ALL_GROUPS: [(&str, &str); 2] = [("late < ?1", "late"), ("+late IS NULL OR +late >= ?1", "day, late")];

/// Raised whenever the days are computed otherwise: rows of an earlier revision are never used.
const REVISION: u32 = 2;

/// How often the agenda is made fresh before it is computed without being kept.
const TRIES: usize = 3;

/// Every case that has not ended. SQLite counts a whole table without looking at its rows.
const EVERY: &str = "SELECT count(*) FROM agenda";

/// What only waits and is not near.
const FAR: &str = "SELECT count(*) FROM agenda
    WHERE day > ?2 AND day <> 'now' AND (late IS NULL OR late >= ?1)";

impl Store {
    /// Returns the cases that want attention next; the chain of each was walked.
    ///
    /// # Errors
    /// Fails if the store is damaged.
    pub fn agenda(&mut self, question: Question<'_>) -> Result<Agenda, Error> {
        for _ in 0..TRIES {
            if let Some(agenda) = self.fresh_agenda(question)? {
                return Ok(agenda);
            }
            match self.refresh(question.person) {
                // Who only looks is not kept waiting by what cannot be written.
                Err(Error::ReadOnly | Error::Busy | Error::Full) => break,
                refreshed => refreshed?,
            }
        }
        // Others append all the time, or nothing can be kept: the list is computed and not kept.
        self.computed_agenda(question)
    }

    /// The list as it is kept, if it is fresh: one snapshot tells whether it is and what it holds.
    fn fresh_agenda(&self, question: Question<'_>) -> Result<Option<Agenda>, Error> {
        let snapshot = self.connection.unchecked_transaction()?;
        if !self.is_fresh(question.person)? {
            return Ok(None);
        }
        let waiting = if question.with_waiting { 0 } else { self.count(FAR, question.today)? };
        let wanted = self.count(EVERY, question.today)?.saturating_sub(waiting);
        let mut references: Vec<String> = Vec::new();
        let groups = if question.with_waiting { ALL_GROUPS.as_slice() } else { NEAR_GROUPS.as_slice() };
        for (condition, order) in groups {
            let room = question.limit.saturating_sub(references.len());
            references.extend(self.list(condition, order, question.today, room)?);
        }
        let files: Vec<CaseFile> =
            references.iter().map(|reference| walk(&self.connection, reference)).collect::<Result<_, _>>()?;
        drop(snapshot);
        Ok(Some(Agenda { more: wanted.saturating_sub(files.len() as u64), files, waiting }))
    }

    /// Drops what was computed, so that whoever asks next computes all of it anew.
    ///
    /// # Errors
    /// Fails if the home cannot be written or another process holds the store.
    pub fn drop_agenda(&mut self) -> Result<(), Error> {
        let transaction = self.write()?;
        transaction.execute("DELETE FROM agenda_stamp", [])?;
        Ok(transaction.commit()?)
    }

    fn count(&self, query: &str, today: NaiveDate) -> Result<u64, Error> {
        let mut statement = self.connection.prepare_cached(query)?;
        let days = days(&statement, today);
        let count: i64 = statement.query_row(params_from_iter(days), |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    fn list(
        &self,
        condition: &str,
        order: &str,
        today: NaiveDate,
        limit: usize,
    ) -> Result<Vec<String>, Error> {
        if limit == 0 {
            return Ok(Vec::new());
        }
        let query =
            format!("SELECT reference FROM agenda WHERE {condition} ORDER BY {order}, number LIMIT {limit}");
        let mut statement = self.connection.prepare_cached(&query)?;
        let days = days(&statement, today);
        let rows = statement.query_map(params_from_iter(days), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Tells whether every row was computed for these countries by this version, from all events.
    fn is_fresh(&self, person: Whereabouts<'_>) -> Result<bool, Error> {
        if schema::version(&self.connection)? != schema::VERSION {
            return Ok(false);
        }
        if read_stamp(&self.connection)?.as_deref() != Some(stamp(person).as_str()) {
            return Ok(false);
        }
        let mut statement =
            self.connection.prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM agenda WHERE is_stale = 1)")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// Computes stale rows anew, all of them if they were computed with something else.
    fn refresh(&mut self, person: Whereabouts<'_>) -> Result<(), Error> {
        let transaction = self.write()?;
        let stamp = stamp(person);
        if read_stamp(&transaction)?.as_deref() != Some(stamp.as_str()) {
            transaction.execute_batch("DELETE FROM agenda; DELETE FROM agenda_stamp;")?;
            transaction.execute("INSERT INTO agenda_stamp VALUES (?1)", [&stamp])?;
            transaction.execute(
                "INSERT INTO agenda (reference, is_stale) SELECT reference, 1 FROM cases ORDER BY rowid",
                [],
            )?;
        }
        let stale: Vec<String> = {
            let mut statement =
                transaction.prepare("SELECT reference FROM agenda WHERE is_stale = 1 ORDER BY number")?;
            statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?
        };
        for reference in stale {
            let file = walk(&transaction, &reference)?;
            keep_row(&transaction, &reference, day(&file, person))?;
        }
        Ok(transaction.commit()?)
    }

    /// The same list without the index, for a home that cannot be written.
    fn computed_agenda(&self, question: Question<'_>) -> Result<Agenda, Error> {
        let (today, near) = (question.today, near(question.today).to_string());
        let mut rows = Vec::new();
        let mut waiting = 0;
        self.each_case(|file| {
            let Some(day) = day(&file, question.person) else { return Ok(()) };
            let late = day.late().filter(|late| *late < today);
            let key = day.key();
            if late.is_some() || question.with_waiting || key <= near || day == Day::Now {
                let key = if late.is_some() { String::new() } else { key };
                rows.push(((late.is_none(), late, key, day.late()), file));
            } else {
                waiting += 1;
            }
            Ok(())
        })?;
        rows.sort_by(|(one, _), (other, _)| one.cmp(other));
        let wanted = rows.len() as u64;
        let files: Vec<CaseFile> = rows.into_iter().take(question.limit).map(|(_, file)| file).collect();
        Ok(Agenda { more: wanted.saturating_sub(files.len() as u64), files, waiting })
    }
}

/// Marks the row of a case stale; constant work, in the transaction that appends the event.
pub(super) fn mark_stale(connection: &Connection, reference: &str) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO agenda (reference, is_stale) VALUES (?1, 1)
         ON CONFLICT (reference) DO UPDATE SET is_stale = 1 WHERE is_stale = 0",
    )?;
    statement.execute([reference])?;
    Ok(())
}

/// Tells whether what is kept of a case is what its events give; what is stale or of another stamp is no fault.
pub(super) fn fits(connection: &Connection, file: &CaseFile) -> Result<bool, Error> {
    let Some(kept) = read_stamp(connection)? else { return Ok(true) };
    let mut countries =
        kept.split(' ').skip(1).map(|country| Some(country).filter(|country| *country != "-"));
    let person = Whereabouts { home: countries.next().flatten(), work: countries.next().flatten() };
    if kept != stamp(person) {
        return Ok(true);
    }
    let row: Option<(Option<String>, Option<String>, bool)> = connection
        .prepare_cached("SELECT day, late, is_stale FROM agenda WHERE reference = ?1")?
        .query_row([&file.case.reference], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let day = day(file, person);
    let expected = day.map(|day| (Some(day.key()), day.late().map(|late| late.to_string()), false));
    Ok(row.as_ref().is_some_and(|(_, _, is_stale)| *is_stale) || row == expected)
}

/// Returns the stamp the agenda of this program would have.
pub(super) fn stamp(person: Whereabouts<'_>) -> String {
    let [home, work] = [person.home, person.work].map(|country| country.unwrap_or("-"));
    format!("{}+{REVISION} {home} {work}", env!("CARGO_PKG_VERSION"))
}

/// Returns what the agenda was computed with, if it ever was.
pub(super) fn read_stamp(connection: &Connection) -> Result<Option<String>, Error> {
    let mut statement = connection.prepare_cached("SELECT stamp FROM agenda_stamp")?;
    Ok(statement.query_row([], |row| row.get(0)).optional()?)
}

fn keep_row(connection: &Connection, reference: &str, day: Option<Day>) -> Result<(), Error> {
    let Some(day) = day else {
        connection.prepare_cached("DELETE FROM agenda WHERE reference = ?1")?.execute([reference])?;
        return Ok(());
    };
    let late = day.late().map(|late| late.to_string());
    connection
        .prepare_cached("UPDATE agenda SET day = ?2, late = ?3, is_stale = 0 WHERE reference = ?1")?
        .execute(params![reference, day.key(), late])?;
    Ok(())
}

/// The parameters of a condition: today, and the last near day where it is asked for.
fn days(statement: &rusqlite::CachedStatement<'_>, today: NaiveDate) -> Vec<Value> {
    let days = [Some(today), Some(near(today))].into_iter().flatten();
    days.take(statement.parameter_count()).map(|day| Value::Text(day.to_string())).collect()
}
