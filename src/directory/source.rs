//! Source: where the directory's records come from.
//!
//! In: the built-in `companies.yaml`, and the text of the user's own. Out: companies, and in plain words everything that
//! keeps a record from being read, with the lines that cause it. The caller opens the user's file; the built-in one is compiled in.

use std::collections::BTreeMap;

use memchr::memmem;

use super::company::Company;
use super::index::{Index, Stamp};
use super::search::{fold, is_entity};
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
static TEXT: &str = include_str!("../../companies.yaml");

/// What is needed to find a record, a line each (`build.rs`).
static HEADS: &str = include_str!(concat!(env!("OUT_DIR"), "/companies.txt"));

/// The records as JSON, which is read many times faster than what people write, one after the other.
static RECORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/companies.json"));

/// The index of their names; the records in the same order.
static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/companies.index"));

/// A line of [`HEADS`]; its fields are looked for when they are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Compiled(&'static str);

/// Changes when an address of the built-in directory does: with a new version of the program.
pub const CONTACTS: &str = include!(concat!(env!("OUT_DIR"), "/contacts.rs"));

/// Returns the built-in directory. Its records do not know on which line they stand.
///
/// # Errors
/// Names the fault; a test keeps the built-in directory free of any.
pub fn built_in() -> Result<Vec<Company>, Fault> {
    Compiled::all().map(Compiled::read).collect()
}

/// Returns those companies of the built-in directory that one of the words could choose; the others are not read.
///
/// # Errors
/// As [`built_in`].
pub fn built_in_named(words: &[&str]) -> Result<Vec<Company>, Fault> {
    // An id chooses before any name, so that no name need be looked at.
    let by_id: Vec<Option<Compiled>> = words.iter().map(|word| Compiled::with_id(word.trim())).collect();
    let others = words.iter().zip(&by_id).filter(|(_, company)| company.is_none());
    let folded: Vec<String> = others.map(|(word, _)| fold(word)).filter(|word| !word.is_empty()).collect();
    let mut meant: Vec<Compiled> = by_id.into_iter().flatten().collect();
    if !folded.is_empty() {
        let is_named = |company: &Compiled| {
            folded.iter().any(|word| is_entity(company.controller(), word))
                || company.names().any(|name| folded.contains(&fold(name)))
        };
        meant.extend(Compiled::all().filter(is_named));
    }
    // In the order of the file, each once.
    meant.sort_unstable_by_key(|company| company.0.as_ptr());
    meant.dedup();
    meant.into_iter().map(Compiled::read).collect()
}

/// Returns those companies of the built-in directory that a search finds; the others are not read.
///
/// # Errors
/// As [`built_in`].
pub fn built_in_near(typed: &str, country: &str) -> Result<Vec<Company>, Fault> {
    let hits = Index::read(INDEX, Stamp::default()).map(|index| index.search(typed, country));
    let all: Vec<Compiled> = Compiled::all().collect();
    let found = hits.into_iter().flatten().filter_map(|hit| all.get(usize::try_from(hit.record).ok()?));
    found.map(|company| company.read()).collect()
}

/// Tells whether a company of the built-in directory has this id, or had it before.
pub fn is_built_in(id: &str) -> bool {
    Compiled::all().any(|company| company.ids().any(|known| known == id))
}

/// Tells whether an id also stands for a family, other national records of which follow it: `ikea` for `ikea-fr`.
pub fn is_family(id: &str) -> bool {
    let is_member = |known: &str| known.strip_prefix(id).is_some_and(|rest| rest.starts_with('-'));
    Compiled::all().any(|company| company.ids().next().is_some_and(is_member))
}

impl Compiled {
    fn all() -> impl Iterator<Item = Self> {
        HEADS.lines().map(Self)
    }

    /// Finds a company by its id, where the line that begins with it stands and not line by line.
    fn with_id(id: &str) -> Option<Self> {
        let starts = memmem::find_iter(HEADS.as_bytes(), id).filter_map(|at| HEADS.split_at_checked(at));
        let lines = starts.filter(|(before, _)| before.is_empty() || before.ends_with('\n'));
        let mut companies = lines.filter_map(|(_, rest)| rest.lines().next().map(Self));
        companies.find(|company| company.ids().next() == Some(id))
    }

    fn field(self, number: usize) -> impl Iterator<Item = &'static str> {
        self.0.split('\t').nth(number).into_iter().flat_map(texts)
    }

    /// Its id, then those it had before.
    fn ids(self) -> impl Iterator<Item = &'static str> {
        self.field(0)
    }

    /// Everything it is called, in the order of a search.
    fn names(self) -> impl Iterator<Item = &'static str> {
        self.field(1)
    }

    fn controller(self) -> &'static str {
        self.field(2).next().unwrap_or_default()
    }

    fn read(self) -> Result<Company, Fault> {
        let mut span = self.field(3).filter_map(|number| number.parse().ok());
        let record = span.next().zip(span.next()).and_then(|(start, end)| RECORDS.get(start..end));
        // The build wrote the line; a record that is not where it says does not read, which is a fault.
        serde_json::from_str(record.unwrap_or_default()).map_err(|error| fault(&error))
    }
}

/// Splits the texts of one field of [`HEADS`].
fn texts(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split('\u{1f}').filter(|text| !text.is_empty())
}

fn fault(error: &serde_json::Error) -> Fault {
    Fault {
        file: BUILT_IN.to_owned(),
        line: 0,
        column: 0,
        kind: FaultKind::Shape,
        message: error.to_string(),
        shown: error.to_string(),
    }
}

/// Reads the built-in directory as it was written, with the lines on which everything stands.
///
/// # Errors
/// Returns the fault; a test keeps the built-in file free of any.
pub fn built_in_as_written() -> Result<Vec<Company>, Fault> {
    parse(TEXT, BUILT_IN)
}

/// Returns a record of the built-in directory as it was written.
pub fn built_in_record(id: &str) -> Option<&'static str> {
    record(TEXT, id)
}

/// Returns the lines of a record in a file that has each begin with its id, without comments behind it.
pub fn record<'t>(text: &'t str, id: &str) -> Option<&'t str> {
    let is_head = |line: &str| {
        let value = line.strip_prefix("- id:").map(|value| value.split(" #").next().unwrap_or_default());
        value.is_some_and(|value| value.trim().trim_matches(['"', '\'']) == id)
    };
    let lines = || text.split_inclusive('\n');
    let number = lines().position(is_head)?;
    let ends = |line: &str| !line.starts_with([' ', '\r']) && !line.trim().is_empty();
    let length = |lines: &mut dyn Iterator<Item = &str>| lines.map(str::len).sum::<usize>();
    let start = length(&mut lines().take(number));
    let own = 1 + lines().skip(number + 1).take_while(|line| !ends(line)).count();
    text.get(start..start + length(&mut lines().skip(number).take(own)))
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
    let (companies, refused) = yaml::read_list(text, file);
    let mut unread: Vec<Unread> = refused.iter().flat_map(|unread| explained(unread, file)).collect();
    unread.extend(twice(&companies, &refused, text, file));
    (companies, unread)
}

/// Says which ids stand twice, now or as former ones, where one of the two records could not be read; of the others
/// `check` says it.
fn twice(companies: &[Company], refused: &[yaml::Unread], text: &str, file: &str) -> Vec<Unread> {
    let read = companies.iter().flat_map(|company| {
        let at = company.id.referenced;
        let ids = std::iter::once(company.id()).chain(company.formerly.iter().map(String::as_str));
        ids.map(move |id| (at.line(), at.column(), company.id().to_owned(), id.to_owned(), false))
    });
    let refused = refused.iter().flat_map(|unread| {
        let records = yaml::tree(&unread.text, file).ok();
        let found = records.as_ref().and_then(|records| {
            let (own, node) = shape::id(records)?;
            let ids = std::iter::once(own).chain(shape::former_ids(records));
            let at = |id: &str| (node.line + unread.start, node.column, own.to_owned(), id.to_owned(), true);
            Some(ids.map(at).collect::<Vec<_>>())
        });
        found.unwrap_or_default()
    });
    let mut ids: Vec<(u64, u64, String, String, bool)> = read.chain(refused).collect();
    ids.sort_unstable_by_key(|(line, ..)| *line);
    let mut seen: BTreeMap<String, bool> = BTreeMap::new();
    let mut found = Vec::new();
    for (line, column, company, id, is_refused) in ids {
        match seen.get(&id) {
            None => drop(seen.insert(id, is_refused)),
            Some(first_is_refused) if is_refused || *first_is_refused => {
                let place = Place::at(file, Position::Line(line, column));
                let finding = Finding::new(Code::DuplicateId, place).with("id", id);
                found.push(Unread { company, finding, excerpt: yaml::excerpt(text, 0, line, column) });
            }
            Some(_) => {}
        }
    }
    found
}

/// Says in terms of the record why it could not be read.
fn explained(unread: &yaml::Unread, file: &str) -> Vec<Unread> {
    let yaml::Unread { fault, start, text } = unread;
    let records = match fault.kind {
        FaultKind::Shape | FaultKind::Twice => yaml::tree(text, file).map_err(|fault| fault.below(*start)),
        FaultKind::Tab | FaultKind::Anchor | FaultKind::Excess | FaultKind::Syntax => Err(fault.clone()),
    };
    let company = records.as_ref().ok().and_then(shape::id).map(|(id, _)| id).unwrap_or_default();
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
