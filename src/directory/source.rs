//! Source: where the directory's records come from.
//!
//! In: the built-in `companies.yaml`, and the text of the user's own. Out: companies, or the fault with the
//! lines that cause it. The caller opens the user's file; the built-in one is compiled in.

use super::company::Company;
use crate::yaml::{self, Fault};

/// The name under which faults of the built-in directory are shown.
pub const BUILT_IN: &str = "companies.yaml";

/// The text of the built-in directory.
const TEXT: &str = include_str!("../../companies.yaml");

/// The same as JSON, which is read many times faster (`build.rs`).
const COMPILED: &str = include_str!(concat!(env!("OUT_DIR"), "/companies.json"));

/// Returns the built-in directory. Its records do not know on which line they stand.
///
/// # Errors
/// Names the fault; a test keeps the built-in directory free of any.
pub fn built_in() -> Result<Vec<Company>, Fault> {
    serde_json::from_str(COMPILED).map_err(|error| Fault {
        file: BUILT_IN.to_owned(),
        line: 0,
        column: 0,
        message: error.to_string(),
        shown: error.to_string(),
    })
}

/// Reads the built-in directory as it was written, with the lines on which everything stands.
///
/// # Errors
/// Returns the fault; a test keeps the built-in file free of any.
pub fn built_in_as_written() -> Result<Vec<Company>, Fault> {
    parse(TEXT, BUILT_IN)
}

/// Reads a directory file. An empty file has no companies.
///
/// # Errors
/// Returns the first fault, with the offending lines.
pub fn parse(text: &str, file: &str) -> Result<Vec<Company>, Fault> {
    let only_comments = text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    if only_comments { Ok(Vec::new()) } else { yaml::read(text, file) }
}
