//! Source: where the directory's records come from.
//!
//! In: the built-in `companies.yaml`, and the text of the user's own. Out: companies, or the fault with the
//! lines that cause it. The caller opens the user's file; the built-in one is compiled in.

use super::company::Company;
use crate::yaml::{self, Fault};

/// The name under which faults of the built-in directory are shown.
pub const BUILT_IN: &str = "companies.yaml";

/// The text of the built-in directory.
pub const BUILT_IN_TEXT: &str = include_str!("../../companies.yaml");

/// Reads the built-in directory.
///
/// # Errors
/// Returns the fault; a test keeps the built-in file free of any.
pub fn built_in() -> Result<Vec<Company>, Fault> {
    parse(BUILT_IN_TEXT, BUILT_IN)
}

/// Reads a directory file. An empty file has no companies.
///
/// # Errors
/// Returns the first fault, with the offending lines.
pub fn parse(text: &str, file: &str) -> Result<Vec<Company>, Fault> {
    let only_comments = text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    if only_comments { Ok(Vec::new()) } else { yaml::read(text, file) }
}
