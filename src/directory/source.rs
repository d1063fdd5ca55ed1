//! Source: where the directory's records come from.
//!
//! In: the built-in `companies.yaml`, and the text of the user's own. Out: companies, and in plain words everything that
//! keeps a record from being read, with the lines that cause it. The caller opens the user's file; the built-in one is compiled in.

use super::company::{Company, Status};
use super::index::{self, Entry, Index, Stamp};
use super::search::{fold, is_entity, standing};
use super::shape;
use crate::finding::{Code, Finding, Place, Position};
use crate::wording::{Language, Wording};
use crate::yaml::{self, Fault, FaultKind};

/// The name under which faults of the built-in directory are shown.
pub const BUILT_IN: &str = "companies.yaml";

/// Faults of one file that are shown together.
const SHOWN_MAX: usize = 20;

/// Faults of one record whose lines are shown; of the others only the place is.
const EXCERPTS_MAX: usize = 100;

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

/// Changes when an address of the built-in directory does: with a new version of the program.
pub const CONTACTS: &str = include!(concat!(env!("OUT_DIR"), "/contacts.rs"));

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
            kind: FaultKind::Shape,
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

/// Something that keeps records of a file from being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The id of the record, where it can be told.
    pub company: String,
    /// What it is, and where.
    pub finding: Finding,
    /// The line it stands in, with a mark.
    pub excerpt: String,
}

/// Reads a directory file. An empty file has no companies.
///
/// # Errors
/// Returns the first fault; what it shows are those of all records, or the first where there are many.
pub fn parse(text: &str, file: &str) -> Result<Vec<Company>, Fault> {
    let (companies, unread) = parse_in_part(text, file);
    let Some(first) = unread.first() else { return Ok(companies) };
    let (line, column) = match first.finding.place.position {
        Some(Position::Line(line, column)) => (line, column),
        Some(Position::Row(_) | Position::Sheet(..) | Position::Path(_)) | None => (0, 0),
    };
    // Failures are said in English, as all others are.
    let wording = Wording::of(Language::ENGLISH);
    let mut shown = shown(unread.iter().take(SHOWN_MAX), wording);
    if unread.len() > SHOWN_MAX {
        let further = unread.len() - SHOWN_MAX;
        shown += &format!("\nand {further} more: habeas companies check {file}");
    }
    let message = wording.finding(&first.finding);
    Err(Fault { file: file.to_owned(), line, column, kind: FaultKind::Shape, message, shown })
}

/// Says what could not be read, each line of the file below all that is said of it.
pub fn shown<'a>(unread: impl IntoIterator<Item = &'a Unread>, wording: &Wording) -> String {
    let mut text = String::new();
    let mut unread = unread.into_iter().peekable();
    while let Some(Unread { company, finding, excerpt }) = unread.next() {
        let whose = if company.is_empty() { String::new() } else { format!("{company}: ") };
        text += &format!("{}: {whose}{}\n", finding.place, wording.finding(finding));
        let is_said_more = unread.peek().is_some_and(|next| next.finding.place == finding.place);
        if !is_said_more && !excerpt.is_empty() {
            text += &format!("{excerpt}\n");
        }
    }
    text
}

/// Reads what can be read of a directory file, and returns everything that keeps the other records from being read.
pub fn parse_in_part(text: &str, file: &str) -> (Vec<Company>, Vec<Unread>) {
    let only_comments = text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    if only_comments {
        return (Vec::new(), Vec::new());
    }
    let (companies, unread) = yaml::read_list(text, file);
    (companies, unread.iter().flat_map(|unread| explained(unread, file)).collect())
}

/// Says in terms of the record why it could not be read.
fn explained(unread: &yaml::Unread, file: &str) -> Vec<Unread> {
    let yaml::Unread { fault, start, text } = unread;
    let records = match fault.kind {
        FaultKind::Shape | FaultKind::Twice => yaml::tree(text, file).map_err(|fault| fault.below(*start)),
        FaultKind::Tab | FaultKind::Anchor | FaultKind::Excess | FaultKind::Syntax => Err(fault.clone()),
    };
    let company = records.as_ref().ok().and_then(shape::id).unwrap_or_default();
    let mut findings =
        records.as_ref().map(|records| shape::faults(records, file, *start)).unwrap_or_default();
    if findings.is_empty() {
        let fault = records.as_ref().err().unwrap_or(fault);
        let place = Place::at(file, Position::Line(fault.line, fault.column));
        let finding = Finding::new(Code::BadRecord, place);
        findings.push(finding.with("kind", fault.kind.id()).with("reason", &fault.message));
    }
    let with_excerpt = |(number, finding): (usize, Finding)| {
        let excerpt = match finding.place.position {
            Some(Position::Line(line, column)) if number < EXCERPTS_MAX => {
                yaml::excerpt(text, *start, line, column)
            }
            Some(Position::Line(..) | Position::Row(_) | Position::Sheet(..) | Position::Path(_)) | None => {
                String::new()
            }
        };
        Unread { company: company.to_owned(), finding, excerpt }
    };
    findings.into_iter().enumerate().map(with_excerpt).collect()
}
