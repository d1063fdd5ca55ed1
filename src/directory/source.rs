//! Source: where the directory's records come from.
//!
//! In: the built-in `companies.yaml`, and the text of the user's own. Out: companies, or the fault with the
//! lines that cause it. The caller opens the user's file; the built-in one is compiled in.

use super::company::Company;
use super::search::{fold, is_entity};
use crate::yaml::{self, Fault};

/// The name under which faults of the built-in directory are shown.
pub const BUILT_IN: &str = "companies.yaml";

/// Faults of one file that are shown together.
const SHOWN_MAX: usize = 20;

/// The text of the built-in directory.
const TEXT: &str = include_str!("../../companies.yaml");

/// Its records as JSON, which is read many times faster, behind the names of each and of its controller (`build.rs`).
const COMPILED: &[(&[&str], &str, &str)] = include!(concat!(env!("OUT_DIR"), "/companies.rs"));

/// Returns the built-in directory. Its records do not know on which line they stand.
///
/// # Errors
/// Names the fault; a test keeps the built-in directory free of any.
pub fn built_in() -> Result<Vec<Company>, Fault> {
    COMPILED.iter().map(|(_, _, record)| compiled(record)).collect()
}

/// Returns those companies of the built-in directory that one of the words could choose; the others are not read.
///
/// # Errors
/// As [`built_in`].
pub fn built_in_named(words: &[&str]) -> Result<Vec<Company>, Fault> {
    let has_id = |names: &[&str], word: &str| names.first().is_some_and(|id| *id == word.trim());
    // An id chooses before any name, so that no name need be looked at.
    let is_id = |word: &&&str| COMPILED.iter().any(|(names, _, _)| has_id(names, word));
    let folded: Vec<String> = words
        .iter()
        .filter(|word| !is_id(word))
        .map(|word| fold(word))
        .filter(|word| !word.is_empty())
        .collect();
    let is_meant = |(names, controller, _): &&(&[&str], &str, &str)| {
        words.iter().any(|word| has_id(names, word))
            || folded.iter().any(|word| is_entity(controller, word))
            || (!folded.is_empty() && names.iter().any(|name| folded.contains(&fold(name))))
    };
    COMPILED.iter().filter(is_meant).map(|(_, _, record)| compiled(record)).collect()
}

fn compiled(record: &str) -> Result<Company, Fault> {
    serde_json::from_str(record).map_err(|error| Fault {
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
