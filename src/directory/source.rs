//! Source: where the directory's records come from.
//!
//! In: the built-in `companies.yaml`, and the text of the user's own. Out: companies, or the fault with the
//! lines that cause it. The caller opens the user's file; the built-in one is compiled in.

use super::company::Company;
use crate::yaml::{self, Fault};

/// The name under which faults of the built-in directory are shown.
pub const BUILT_IN: &str = "companies.yaml";

/// Faults of one file that are shown together.
const SHOWN_MAX: usize = 20;

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
/// Returns the first fault; what it shows are the lines of all of them, or of the first where there are many.
pub fn parse(text: &str, file: &str) -> Result<Vec<Company>, Fault> {
    let (companies, faults) = parse_in_part(text, file);
    let mut shown: Vec<String> =
        faults.iter().take(SHOWN_MAX).map(|fault| fault.shown.trim_end().to_owned()).collect();
    if faults.len() > SHOWN_MAX {
        let further = faults.len() - SHOWN_MAX;
        shown.push(format!("and {further} more: habeas companies check {file}"));
    }
    let shown = shown.join("\n\n");
    faults.into_iter().next().map_or(Ok(companies), |first| Err(Fault { shown, ..first }))
}

/// Reads what can be read of a directory file, and returns all its faults.
pub fn parse_in_part(text: &str, file: &str) -> (Vec<Company>, Vec<Fault>) {
    let only_comments = text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    if only_comments { (Vec::new(), Vec::new()) } else { yaml::read_list(text, file) }
}
