//! The roster: how many cases and imports there are, and one sum over all of them.
//!
//! In: what is added and what is forgotten. Out: whether all that was kept is still there. A chain shows that an
//! event is missing from its case; only the roster shows that a whole case or import is.
//!
//! The sum is the exclusive or of one hash an entry, so that the order does not matter and what is forgotten can
//! be taken out again: for a case the hash its first event is chained to, for an import its own.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::Error;
use super::chain::first_link;

/// The table and its two rows.
pub(super) const TABLE: &str = "
    CREATE TABLE roster (part TEXT PRIMARY KEY, number INTEGER NOT NULL, sum TEXT NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO roster VALUES ('cases', 0, ''), ('imports', 0, '');
";

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Cases.
    Cases,
    /// Imports.
    Imports,
}

impl Part {
    /// Both parts.
    pub(super) const ALL: [Self; 2] = [Self::Cases, Self::Imports];

    /// Returns the name of its table.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Imports => "imports",
        }
    }
}

/// Adds an entry by its hash.
pub(super) fn add(transaction: &Transaction<'_>, part: Part, hash: &str) -> Result<(), Error> {
    change(transaction, part, 1, [hash.to_owned()])
}

/// Takes out a case and its imports, or one import, before they are deleted.
pub(super) fn remove(transaction: &Transaction<'_>, id: &str) -> Result<(), Error> {
    for part in Part::ALL {
        let hashes = hashes(transaction, part, Some(id))?;
        change(transaction, part, -1, hashes)?;
    }
    Ok(())
}

/// Counts what an older store holds.
pub(super) fn fill(transaction: &Transaction<'_>) -> Result<(), Error> {
    transaction.execute_batch(TABLE)?;
    for part in Part::ALL {
        let hashes = hashes(transaction, part, None)?;
        change(transaction, part, 1, hashes)?;
    }
    Ok(())
}

/// What the roster says of a part, and what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Count {
    /// How many entries there should be; none where the roster itself lacks the part.
    pub(super) kept: Option<i64>,
    /// How many there are.
    pub(super) found: i64,
    /// Whether they are the same ones.
    pub(super) fits: bool,
}

/// Compares a part with the roster.
pub(super) fn count(connection: &Connection, part: Part) -> Result<Count, Error> {
    let kept = read(connection, part)?;
    let hashes = hashes(connection, part, None)?;
    let found = i64::try_from(hashes.len()).unwrap_or(i64::MAX);
    let sum = hashes.iter().fold(String::new(), |sum, hash| xor(&sum, hash));
    let fits = kept.as_ref().is_some_and(|kept| *kept == (found, sum));
    Ok(Count { kept: kept.map(|(number, _)| number), found, fits })
}

fn read(connection: &Connection, part: Part) -> Result<Option<(i64, String)>, Error> {
    let mut statement = connection.prepare_cached("SELECT number, sum FROM roster WHERE part = ?1")?;
    Ok(statement.query_row([part.id()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

fn change(
    transaction: &Transaction<'_>,
    part: Part,
    by: i64,
    hashes: impl IntoIterator<Item = String>,
) -> Result<(), Error> {
    let missing = || Error::Damaged { what: "its roster is missing".to_owned() };
    let (mut number, mut sum) = read(transaction, part)?.ok_or_else(missing)?;
    for hash in hashes {
        number += by;
        sum = xor(&sum, &hash);
    }
    transaction
        .prepare_cached("UPDATE roster SET number = ?2, sum = ?3 WHERE part = ?1")?
        .execute(params![part.id(), number, sum])?;
    Ok(())
}

/// The hashes of a part: of all entries, or of those that belong to an id.
fn hashes(connection: &Connection, part: Part, id: Option<&str>) -> Result<Vec<String>, Error> {
    let (query, of_case) = match part {
        Part::Cases => ("SELECT reference, body FROM cases WHERE ?1 IS NULL OR reference = ?1", true),
        Part::Imports => {
            ("SELECT id, hash FROM imports WHERE ?1 IS NULL OR reference = ?1 OR id = ?1", false)
        }
    };
    let mut statement = connection.prepare_cached(query)?;
    let mut rows = statement.query([id])?;
    let mut hashes = Vec::new();
    while let Some(row) = rows.next()? {
        let (name, text): (String, String) = (row.get(0)?, row.get(1)?);
        hashes.push(if of_case { first_link(&name, &text) } else { text });
    }
    Ok(hashes)
}

/// The exclusive or of two hashes in hexadecimal; nothing counts as zeros, and zeros as nothing.
fn xor(one: &str, other: &str) -> String {
    let digit = |text: &str, index: usize| {
        text.get(index..=index).and_then(|digit| u8::from_str_radix(digit, 16).ok()).unwrap_or(0)
    };
    let length = one.len().max(other.len());
    let digits = (0..length).map(|index| digit(one, index) ^ digit(other, index));
    let sum: String = digits.map(|digit| format!("{digit:x}")).collect();
    if sum.bytes().all(|digit| digit == b'0') { String::new() } else { sum }
}
