//! Exchange: cases and their events as JSON and as CSV, to take away and to bring in.
//!
//! In: cases with everything that was recorded. Out: one text that holds all of it, and rows read from such a
//! text, by whomever it was written. Reading what was written gives the same cases, and writing those the same
//! bytes.
//!
//! # The format, version 1
//!
//! | name | stands for |
//! |---|---|
//! | `case` | the reference, `HB-` and six characters |
//! | `company`, `company_name` | its id in the directory, and its name when the request was drafted |
//! | `country`, `region` | whose calendar and law the answer is measured by (ISO 3166-1), if known |
//! | `right`, `language` | the right by its id; the letter's language (ISO 639-1) |
//! | `case_via`, `case_address` | how it leaves (`email`, `post`, `form`) and to which address, as drafted |
//! | `drafted` | the day it was drafted, as all days `2026-09-10` |
//! | `number` | CSV only: the place of the event in its case, from 1 |
//! | `event`, `on` | what happened (`event::EventKind`), and the day |
//! | `via`, `to`, `subject`, `message_id` | of this event, where there is one |
//! | `until` | the day an extension was announced to last |
//! | `said` | what the event says beyond its kind: `decision` of the authority, an extension `without-reasons` |
//! | `replaces` | the number of the earlier event that this one corrects |
//! | `files` | the files of the event: name, SHA-256 in hexadecimal, size in bytes |
//!
//! JSON: `{"format": "habeas-cases", "version": 1, "cases": […]}`; a case has the names down to `drafted` and
//! `recorded`, the list of its events; `files` is a list of `name`, `sha256`, `bytes`. What is absent is left out.
//! `computed` in a case is for what programs derive, and is not read back. A higher version is refused.
//!
//! CSV: one row per event, those of a case repeated; `files` is `name:sha256:bytes`, joined by `/`. UTF-8 with a byte
//! order mark, without which Excel takes it for its old code page (LibreOffice understands both); all cells in
//! quotes; lines end with LF. The separator is that of the spreadsheets of the language spoken; any is read. A text in
//! which a spreadsheet might see a formula has a `'` before it, also after each separator, because a spreadsheet
//! of another country may split there; it is taken away again.
//!
//! Not here: what makes rows a case (`reading`), and files on disk (`cli`).

pub mod reading;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value};

use super::case::CaseFile;
use super::event::{Event, EventKind, Evidence, Said, Via};
use crate::directory::search::fold;
use crate::law::right::Right;
use crate::wording::Language;

/// The name of the format.
pub const FORMAT: &str = "habeas-cases";

/// The version this program writes.
pub const VERSION: u64 = 1;

/// Columns about the case.
const CASE_COLUMNS: [&str; 10] = [
    "case",
    "company",
    "company_name",
    "country",
    "region",
    "right",
    "language",
    "case_via",
    "case_address",
    "drafted",
];

/// Columns about the event, beside its number.
const EVENT_COLUMNS: [&str; 10] =
    ["event", "on", "via", "to", "subject", "message_id", "until", "said", "replaces", "files"];

/// Columns without which nothing can be read.
const NEEDED: [&str; 4] = ["company", "right", "event", "on"];

/// Characters of a column's name that a fault repeats.
const NAME_SHOWN_MAX: usize = 40;

/// Something about a text that keeps it from being brought in: where, and what; never the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// `line 4`, `row 3` where its line is not known, `header`, `case 2, event 1`, a reference, or nothing for the whole
    /// text.
    pub place: String,
    /// The column or key, if it is about one.
    pub field: Option<String>,
    /// What is wrong.
    pub what: String,
}

impl Fault {
    fn new(place: impl Into<String>, field: Option<&str>, what: impl Into<String>) -> Self {
        Self { place: place.into(), field: field.map(str::to_owned), what: what.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = self.field.as_ref().map(|field| format!("`{field}`"));
        let place = Some(self.place.clone()).filter(|place| !place.is_empty());
        let parts: Vec<String> = place.into_iter().chain(field).collect();
        if parts.is_empty() {
            f.write_str(&self.what)
        } else {
            write!(f, "{}: {}", parts.join(", "), self.what)
        }
    }
}

/// An event and its case as texts under the names of the format; what is absent or empty is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub place: String,
    /// The texts.
    pub cells: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'a str,
    version: u64,
    cases: Vec<CaseText<'a>>,
}

#[derive(Serialize)]
struct CaseText<'a> {
    case: &'a str,
    company: &'a str,
    company_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'a str>,
    right: Right,
    language: Language,
    case_via: Via,
    #[serde(skip_serializing_if = "Option::is_none")]
    case_address: Option<&'a str>,
    drafted: NaiveDate,
    recorded: Vec<EventText<'a>>,
}

#[derive(Serialize)]
struct EventText<'a> {
    event: EventKind,
    on: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<Via>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    said: Option<Said>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaces: Option<usize>,
    #[serde(skip_serializing_if = "<[Evidence]>::is_empty")]
    files: &'a [Evidence],
}

/// What is empty is absent: CSV cannot tell the two apart.
fn present(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !text.is_empty())
}

impl<'a> CaseText<'a> {
    fn of(file: &'a CaseFile) -> Self {
        let case = &file.case;
        Self {
            case: &case.reference,
            company: &case.company,
            company_name: &case.company_name,
            country: present(case.country.as_ref()),
            region: present(case.region.as_ref()),
            right: case.right,
            language: case.language,
            case_via: case.via,
            case_address: present(case.address.as_ref()),
            drafted: case.drafted,
            recorded: file.recorded.iter().map(EventText::of).collect(),
        }
    }
}

impl<'a> EventText<'a> {
    fn of(event: &'a Event) -> Self {
        Self {
            event: event.kind,
            on: event.on,
            via: event.via,
            to: present(event.to.as_ref()),
            subject: present(event.subject.as_ref()),
            message_id: present(event.message_id.as_ref()),
            until: event.until,
            said: event.said,
            replaces: event.replaces,
            files: &event.files,
        }
    }
}

/// Writes cases as JSON.
pub fn to_json(files: &[CaseFile]) -> String {
    let cases = files.iter().map(CaseText::of).collect();
    let document = Document { format: FORMAT, version: VERSION, cases };
    // Texts, numbers and lists of our own always have a JSON form.
    serde_json::to_string_pretty(&document).expect("values made of our own types have a JSON form") + "\n"
}

/// Writes cases as CSV.
pub fn to_csv(files: &[CaseFile], separator: char) -> String {
    let mut text = String::from("\u{feff}");
    let columns = CASE_COLUMNS.iter().chain(&["number"]).chain(&EVENT_COLUMNS);
    text += &line(columns.map(|column| (*column).to_owned()), separator);
    for file in files {
        for (index, event) in file.recorded.iter().enumerate() {
            let cells =
                case_cells(file).into_iter().chain([(index + 1).to_string()]).chain(event_cells(event));
            text += &line(cells.map(|cell| guarded(&cell)), separator);
        }
    }
    text
}

fn line(cells: impl Iterator<Item = String>, separator: char) -> String {
    let quoted: Vec<String> = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
    quoted.join(&separator.to_string()) + "\n"
}

fn case_cells(file: &CaseFile) -> [String; 10] {
    let text = CaseText::of(file);
    [
        text.case.to_owned(),
        text.company.to_owned(),
        text.company_name.to_owned(),
        text.country.unwrap_or_default().to_owned(),
        text.region.unwrap_or_default().to_owned(),
        text.right.id().to_owned(),
        text.language.code().to_owned(),
        text.case_via.id().to_owned(),
        text.case_address.unwrap_or_default().to_owned(),
        text.drafted.to_string(),
    ]
}

fn event_cells(event: &Event) -> [String; 10] {
    let text = EventText::of(event);
    let file = |file: &Evidence| format!("{}:{}:{}", file.name, file.sha256, file.bytes);
    [
        text.event.id().to_owned(),
        text.on.to_string(),
        text.via.map(Via::id).unwrap_or_default().to_owned(),
        text.to.unwrap_or_default().to_owned(),
        text.subject.unwrap_or_default().to_owned(),
        text.message_id.unwrap_or_default().to_owned(),
        text.until.map(|day| day.to_string()).unwrap_or_default(),
        text.said.map(Said::id).unwrap_or_default().to_owned(),
        text.replaces.map(|number| number.to_string()).unwrap_or_default(),
        text.files.iter().map(file).collect::<Vec<_>>().join("/"),
    ]
}

/// What separates cells somewhere.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// Tells whether a spreadsheet might take a text for a formula, or our guard for its own sign.
fn is_doubtful(text: &str) -> bool {
    let first = text.chars().find(|character| *character != '"');
    // The wide forms are taken for the plain ones by spreadsheets of East Asia.
    first.is_some_and(|first| "=+-@'\t\r＝＋－＠".contains(first))
}

/// Puts the guard before every part that is doubtful.
fn guarded(text: &str) -> String {
    let parts = text.split_inclusive(SEPARATORS);
    parts.map(|part| if is_doubtful(part) { format!("'{part}") } else { part.to_owned() }).collect()
}

/// Takes the guard away again. What never had one stays: people write `'` too.
fn unguarded(text: &str) -> String {
    let parts = text.split_inclusive(SEPARATORS);
    parts.map(|part| part.strip_prefix('\'').filter(|rest| is_doubtful(rest)).unwrap_or(part)).collect()
}

/// Takes the rows of a table for events. `lines` are the lines of the file the rows begin on, where they are known.
///
/// # Errors
/// Names every column that is missing, unknown or there twice, and every row with cells that no column has.
pub fn rows_of_table(
    columns: &[String],
    rows: &[(u64, Vec<(String, String)>)],
    lines: &[u64],
) -> Result<Vec<Row>, Vec<Fault>> {
    let names: BTreeMap<&str, String> =
        columns.iter().map(|column| (column.as_str(), column_name(column))).collect();
    let mut faults = header_faults(columns);
    let mut read = Vec::new();
    for (index, (number, cells)) in rows.iter().enumerate() {
        let place = lines.get(index).map_or_else(|| format!("row {number}"), |line| format!("line {line}"));
        let mut kept = BTreeMap::new();
        for (column, text) in cells.iter().filter(|(_, text)| !text.is_empty()) {
            match (names.get(column.as_str()), column.strip_prefix('#')) {
                (Some(name), _) if is_column(name) => drop(kept.insert(name.clone(), unguarded(text))),
                // The reader names a cell without a column by its place: `#5`.
                (_, Some(place_in_row)) => {
                    let names = columns.iter().filter(|column| !column.starts_with('#')).count();
                    let what = format!(
                        "there is something in cell {place_in_row}, and the header names {names} columns: take it out, \
                         or put a text that holds the separator in quotes"
                    );
                    faults.push(Fault::new(&place, None, what));
                }
                // A column that is not known is named once; what stands inside of a cell is no column.
                (Some(_) | None, None) => {}
            }
        }
        read.push(Row { place, cells: kept });
    }
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

/// The name of a column as people vary it: `Case via` is `case_via`.
fn column_name(column: &str) -> String {
    column.trim().to_lowercase().replace([' ', '-'], "_")
}

fn is_column(name: &str) -> bool {
    name == "number" || CASE_COLUMNS.contains(&name) || EVENT_COLUMNS.contains(&name)
}

fn header_faults(columns: &[String]) -> Vec<Fault> {
    let names: Vec<String> = columns.iter().map(|column| column_name(column)).collect();
    let missing = NEEDED.iter().filter(|needed| !names.iter().any(|name| name == *needed));
    let missing: Vec<Fault> =
        missing.map(|needed| Fault::new("header", Some(needed), "the column is missing")).collect();
    // A first row that is no header holds values: they are not repeated.
    if !names.iter().any(|name| is_column(name)) {
        let needed = NEEDED.map(|needed| format!("`{needed}`")).join(", ");
        let what = if columns.is_empty() {
            format!("it is empty; its first line has to name the columns, at least {needed}")
        } else {
            format!("the first line is no header: it has to name the columns, at least {needed}")
        };
        return vec![Fault::new("", None, what)];
    }
    if !missing.is_empty() {
        return missing;
    }
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for name in names.iter().filter(|name| !name.starts_with('#')) {
        let shown: String = name.chars().take(NAME_SHOWN_MAX).collect();
        if !is_column(name) {
            faults.push(Fault::new("header", Some(&shown), "the column is not known"));
        } else if !seen.insert(name) {
            faults.push(Fault::new("header", Some(&shown), "the column is there twice"));
        }
    }
    faults
}

/// Takes a JSON text for events.
///
/// # Errors
/// Names every key that is missing, unknown or of the wrong kind.
pub fn rows_of_json(text: &str) -> Result<Vec<Row>, Vec<Fault>> {
    let whole = |what: &str| vec![Fault::new("", None, what)];
    // What the library says of a fault may repeat a value; line and column are enough.
    let document: Value = serde_json::from_str(text).map_err(|error| {
        whole(&format!("it is no JSON from line {}, column {} on", error.line(), error.column()))
    })?;
    if document.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(whole("it is JSON, and `format` does not say that it holds cases"));
    }
    match document.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => {
            let what = format!("it was written by a newer habeas (format {newer}; this one knows {VERSION})");
            return Err(whole(&what));
        }
        Some(_) | None => return Err(whole("`version` is not the number of a version")),
    }
    let Some(cases) = document.get("cases").and_then(Value::as_array) else {
        return Err(whole("`cases` is no list"));
    };
    let mut reader = JsonReader::default();
    reader.unknown_keys(document.as_object(), "", &["format", "version", "cases"]);
    for (index, case) in cases.iter().enumerate() {
        reader.case(case, &format!("case {}", index + 1));
    }
    if reader.faults.is_empty() { Ok(reader.rows) } else { Err(reader.faults) }
}

#[derive(Default)]
struct JsonReader {
    rows: Vec<Row>,
    faults: Vec<Fault>,
}

impl JsonReader {
    fn case(&mut self, case: &Value, place: &str) {
        let Some(case) = case.as_object() else {
            return self.faults.push(Fault::new(place, None, "is no object"));
        };
        let known: Vec<&str> = CASE_COLUMNS.into_iter().chain(["recorded", "computed"]).collect();
        self.unknown_keys(Some(case), place, &known);
        let cells = self.texts(case, place, &CASE_COLUMNS);
        let Some(recorded) = case.get("recorded").and_then(Value::as_array).filter(|list| !list.is_empty())
        else {
            return self.faults.push(Fault::new(place, Some("recorded"), "is no list of events"));
        };
        for (index, event) in recorded.iter().enumerate() {
            let place = format!("{place}, event {}", index + 1);
            let Some(event) = event.as_object() else {
                self.faults.push(Fault::new(place, None, "is no object"));
                continue;
            };
            self.unknown_keys(Some(event), &place, &EVENT_COLUMNS);
            let mut cells = cells.clone();
            cells.extend(self.texts(event, &place, &EVENT_COLUMNS));
            cells.insert("number".to_owned(), (index + 1).to_string());
            self.rows.push(Row { place, cells });
        }
    }

    fn texts(
        &mut self,
        object: &Map<String, Value>,
        place: &str,
        names: &[&str],
    ) -> BTreeMap<String, String> {
        let mut texts = BTreeMap::new();
        for name in names {
            let text = match object.get(*name) {
                None | Some(Value::Null) => continue,
                Some(Value::String(text)) => Some(text.clone()),
                Some(Value::Number(number)) if *name == "replaces" => Some(number.to_string()),
                Some(Value::Array(files)) if *name == "files" => {
                    let files: Option<Vec<String>> = files.iter().map(file_text).collect();
                    files.map(|files| files.join("/"))
                }
                Some(Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => None,
            };
            match text {
                Some(text) if text.is_empty() => {}
                Some(text) => drop(texts.insert((*name).to_owned(), text)),
                None => self.faults.push(Fault::new(place, Some(name), "is not of the kind it should be")),
            }
        }
        texts
    }

    fn unknown_keys(&mut self, object: Option<&Map<String, Value>>, place: &str, known: &[&str]) {
        for key in object.into_iter().flat_map(Map::keys).filter(|key| !known.contains(&key.as_str())) {
            let shown: String = key.chars().take(NAME_SHOWN_MAX).collect();
            self.faults.push(Fault::new(place, Some(&shown), "is not known"));
        }
    }
}

/// A file as CSV writes it; a name with the signs between its parts is refused like there.
fn file_text(file: &Value) -> Option<String> {
    let name = file.get("name")?.as_str().filter(|name| !name.contains([':', '/']))?;
    Some(format!("{name}:{}:{}", file.get("sha256")?.as_str()?, file.get("bytes")?.as_u64()?))
}

/// Tells whether two words name the same thing but for case, accents and spaces.
fn is_same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}
