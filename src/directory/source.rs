//! Source: where the directory's records come from.
//!
//! In: the built-in `companies.yaml`, and the text of the user's own. Out: companies, or the fault with the
//! lines that cause it. The caller opens the user's file; the built-in one is compiled in.

use super::company::{Company, Status};
use super::index::{self, Entry, Index, Stamp};
use super::search::{fold, is_entity, standing};
use crate::yaml::{self, Fault};

/// The name under which faults of the built-in directory are shown.
pub const BUILT_IN: &str = "companies.yaml";

/// Faults of one file that are shown together.
const SHOWN_MAX: usize = 20;

/// The text of the built-in directory.
const TEXT: &str = include_str!("../../companies.yaml");

/// A record as JSON, which is read many times faster, with what is needed to find it (`build.rs`).
struct Compiled {
    /// Its id, then those it had before.
    ids: &'static [&'static str],
    /// Everything it is called, in the order of a search.
    names: &'static [&'static str],
    controller: &'static str,
    countries: &'static [&'static str],
    status: Status,
    record: &'static str,
}

const COMPILED: &[Compiled] = include!(concat!(env!("OUT_DIR"), "/companies.rs"));

/// Returns the built-in directory. Its records do not know on which line they stand.
///
/// # Errors
/// Names the fault; a test keeps the built-in directory free of any.
pub fn built_in() -> Result<Vec<Company>, Fault> {
    COMPILED.iter().map(Compiled::read).collect()
}

/// Returns those companies of the built-in directory that one of the words could choose; the others are not read.
///
/// # Errors
/// As [`built_in`].
pub fn built_in_named(words: &[&str]) -> Result<Vec<Company>, Fault> {
    let has_id = |company: &Compiled, word: &str| company.ids.first().is_some_and(|id| *id == word.trim());
    // An id chooses before any name, so that no name need be looked at.
    let is_id = |word: &&&str| COMPILED.iter().any(|company| has_id(company, word));
    let folded = words.iter().filter(|word| !is_id(word)).map(|word| fold(word));
    let folded: Vec<String> = folded.filter(|word| !word.is_empty()).collect();
    let is_meant = |company: &&Compiled| {
        words.iter().any(|word| has_id(company, word))
            || folded.iter().any(|word| is_entity(company.controller, word))
            || (!folded.is_empty() && company.names.iter().any(|name| folded.contains(&fold(name))))
    };
    COMPILED.iter().filter(is_meant).map(Compiled::read).collect()
}

/// Returns those companies of the built-in directory that a search finds; the others are not read.
///
/// # Errors
/// As [`built_in`].
pub fn built_in_near(typed: &str, country: &str) -> Result<Vec<Company>, Fault> {
    let entry = |company: &Compiled| Entry {
        names: company.names.to_vec(),
        countries: company.countries.to_vec(),
        standing: standing(company.status),
        place: 0..0,
    };
    // The built-in directory is never as large as an index can be.
    let bytes = index::build(COMPILED.iter().map(entry), Stamp::default()).unwrap_or_default();
    let hits = Index::read(&bytes, Stamp::default()).map(|index| index.search(typed, country));
    let found = hits.into_iter().flatten().filter_map(|hit| COMPILED.get(usize::try_from(hit.record).ok()?));
    found.map(Compiled::read).collect()
}

/// Tells whether a company of the built-in directory has this id, or had it before.
pub fn is_built_in(id: &str) -> bool {
    COMPILED.iter().any(|company| company.ids.contains(&id))
}

impl Compiled {
    fn read(&self) -> Result<Company, Fault> {
        serde_json::from_str(self.record).map_err(|error| Fault {
            file: BUILT_IN.to_owned(),
            line: 0,
            column: 0,
            message: error.to_string(),
            shown: error.to_string(),
        })
    }
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
