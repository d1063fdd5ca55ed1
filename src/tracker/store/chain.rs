//! The chain of events: how what is kept is written down and hashed.
//!
//! In: values and the hash before them. Out: their JSON as stored, and the hash that the next one builds on. The
//! header of `store` specifies both.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::Error;

/// Returns what the first event of a case is chained to.
pub(super) fn first_link(reference: &str, case_body: &str) -> String {
    link(reference, case_body)
}

/// Returns the hash of a body behind another hash, or behind a name.
pub(super) fn link(before: &str, body: &str) -> String {
    hex(&Sha256::new().chain_update(before).chain_update("\n").chain_update(body).finalize())
}

/// Returns the hash of an import: of every column, each on a line of its own; an absent one is an empty line.
pub(super) fn import_link(
    id: &str,
    reference: Option<&str>,
    company: Option<&str>,
    read_on: &str,
    body: &str,
) -> String {
    let columns = [id, reference.unwrap_or_default(), company.unwrap_or_default(), read_on];
    link(&columns.join("\n"), body)
}

/// Writes bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| DIGITS.get(usize::from(value)).map_or('0', |digit| char::from(*digit));
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
    text
}

/// Writes a value as it is kept.
pub(super) fn to_json<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::File(error.into()))
}

/// Reads a value as it was kept. The library's error text may repeat values; the place is enough.
pub(super) fn from_json<T: DeserializeOwned>(body: &str, place: &str) -> Result<T, Error> {
    serde_json::from_str(body)
        .map_err(|_| Error::Damaged { what: format!("the record of {place} is not readable") })
}
