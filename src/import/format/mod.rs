//! Format: bytes of one member to rows, whatever company wrote them.
//!
//! In: a reader. Out: tables, rows and findings pushed into a [`Sink`] one at a time, so that memory does not grow
//! with the file. Which format it is, the content decides; the name only helps where content cannot tell.
//!
//! Not here: what a row means (`apply`, `generic`), and any knowledge of a company.

mod csv;
mod json;
mod package;
mod quotes;
mod sheet;
mod text;

use std::fmt::Display;
use std::io::Read;

use crate::finding::{Code, Position};

/// Bytes looked at to tell the format.
pub(crate) const BEGINNING_BYTES: usize = 64 * 1024;

/// Cells of one row, or fields of one object.
pub(crate) const FIELDS_MAX: usize = 16_384;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Rows of separated values.
    Csv,
    /// One JSON document.
    Json,
    /// One JSON document per line.
    NdJson,
    /// A workbook (Office Open XML).
    Xlsx,
    /// A workbook (before 2007).
    Xls,
    /// A workbook (OpenDocument).
    Ods,
    /// Known by type only.
    Opaque(&'static str),
    /// Nothing tells what it is.
    Unknown,
}

impl Format {
    /// Returns the short name shown in the ledger.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::NdJson => "ndjson",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Opaque(id) => id,
            Self::Unknown => "unknown",
        }
    }
}

/// One value of a row under its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell<'a> {
    /// The column's name, or the dotted path inside an object.
    pub(crate) name: &'a str,
    /// The value as written.
    pub(crate) text: &'a str,
}

/// Where a row stands, cheap to carry.
#[derive(Debug, Clone, Copy)]
pub(crate) enum RowPlace<'a> {
    /// A row of a file that is one table.
    Row(u64),
    /// A row of a sheet.
    Sheet(&'a str, u64),
    /// An object by its JSON pointer.
    Object(&'a str),
    /// An element of the array at a JSON pointer.
    Element(&'a str, u64),
}

impl RowPlace<'_> {
    /// Returns the position as findings and records keep it.
    pub(crate) fn position(self) -> Position {
        match self {
            Self::Row(row) => Position::Row(row),
            Self::Sheet(sheet, row) => Position::Sheet(sheet.to_owned(), row),
            Self::Object(pointer) => Position::Path(pointer.to_owned()),
            Self::Element(pointer, index) => Position::Path(format!("{pointer}/{index}")),
        }
    }
}

/// What the receiver of rows wants next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flow {
    /// The next row.
    Next,
    /// The next table.
    SkipTable,
    /// Nothing more.
    Stop,
}

/// Receives what a format reads.
pub(crate) trait Sink {
    /// A table begins: a sheet or a JSON pointer, and its columns where the format has a header.
    fn table(&mut self, name: Option<&str>, columns: &[String]) -> Flow;
    /// A data row.
    fn row(&mut self, place: RowPlace<'_>, cells: &[Cell<'_>]) -> Flow;
    /// A data row that could not be read; the finding says why.
    fn lost(&mut self, finding: FormatFinding);
    /// Something worth saying that cost no row.
    fn finding(&mut self, finding: FormatFinding);
}

/// A finding of a format, before it is known in which member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormatFinding {
    /// What it is.
    pub(crate) code: Code,
    /// Where in the file.
    pub(crate) position: Option<Position>,
    /// Facts for the sentence; never a value.
    pub(crate) facts: Vec<(&'static str, String)>,
}

impl FormatFinding {
    /// Makes a finding about a position or the whole file.
    pub(crate) fn new(code: Code, position: Option<Position>) -> Self {
        Self { code, position, facts: Vec::new() }
    }

    /// Adds a fact that is safe to repeat.
    pub(crate) fn with(mut self, name: &'static str, fact: impl Display) -> Self {
        self.facts.push((name, format!("{fact}")));
        self
    }

    /// Makes the finding about a limit of a format; the rows before it stay.
    pub(crate) fn limit(id: &'static str, max: u64, position: Option<Position>) -> Self {
        Self::new(Code::LimitReached, position).with("limit", id).with("max", max).with("flag", "none")
    }
}

/// Tells what a file is from its first bytes, and from its name where they leave it open.
pub(crate) fn detect(beginning: &[u8], name: &str) -> Format {
    let extension = extension(name);
    if let Some(kind) = infer::get(beginning) {
        return match kind.extension() {
            "xlsx" => Format::Xlsx,
            "zip" if extension == "xlsx" => Format::Xlsx,
            "zip" if extension == "ods" => Format::Ods,
            "zip" => Format::Opaque(packed_document(&extension)),
            "ods" => Format::Ods,
            "xls" => Format::Xls,
            "msi" | "doc" | "ppt" if extension == "xls" => Format::Xls,
            // A byte order mark and a mark-up sign are text; their words decide below.
            "html" | "xml" | "sh" => detect_text(beginning, &extension),
            known => Format::Opaque(known),
        };
    }
    if text::is_text(beginning) { detect_text(beginning, &extension) } else { Format::Unknown }
}

/// Tells whether a lone file is worth reading or listing as an answer.
pub(crate) fn is_readable(beginning: &[u8], name: &str) -> bool {
    match detect(beginning, name) {
        Format::Unknown => false,
        Format::Opaque(_) => !infer::is_app(beginning),
        Format::Csv | Format::Json | Format::NdJson | Format::Xlsx | Format::Xls | Format::Ods => true,
    }
}

fn detect_text(beginning: &[u8], extension: &str) -> Format {
    let text = text::decode_beginning(beginning);
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\0');
    if json::looks_like_json(start) {
        return if json::has_one_document_per_line(start) { Format::NdJson } else { Format::Json };
    }
    match extension {
        "json" => Format::Json,
        "ndjson" | "jsonl" => Format::NdJson,
        "csv" | "tsv" | "tab" => Format::Csv,
        _ if start.starts_with('<') => Format::Opaque(mark_up(start)),
        "txt" | "md" | "log" => Format::Opaque("txt"),
        "ics" => Format::Opaque("ics"),
        "vcf" => Format::Opaque("vcf"),
        "eml" | "mbox" => Format::Opaque("eml"),
        "js" => Format::Opaque("js"),
        _ if csv::looks_like_table(start) => Format::Csv,
        _ => Format::Opaque("txt"),
    }
}

/// Returns the type of a document that is packed, which only its name tells from an archive.
fn packed_document(extension: &str) -> &'static str {
    ["docx", "pptx", "odt", "odp", "epub"].into_iter().find(|known| *known == extension).unwrap_or("zip")
}

fn mark_up(start: &str) -> &'static str {
    let head: String = start.chars().take(512).collect::<String>().to_ascii_lowercase();
    if head.contains("<html") || head.starts_with("<!doctype html") { "html" } else { "xml" }
}

fn extension(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

/// Reads a member to its end, or as far as the sink wants.
pub(crate) fn read(format: Format, beginning: &[u8], rest: &mut dyn Read, sink: &mut dyn Sink) {
    let whole = beginning.chain(rest);
    match format {
        Format::Csv => csv::read(beginning, whole, sink),
        Format::Json => json::read(beginning, whole, sink),
        Format::NdJson => json::read_lines(beginning, whole, sink),
        Format::Xlsx | Format::Xls | Format::Ods => sheet::read(format, whole, sink),
        Format::Opaque(_) | Format::Unknown => {}
    }
}

/// Reads the first bytes of a member, to tell its format; those before a fault, which the container remembers.
pub(crate) fn beginning(reader: &mut dyn Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = reader.take(BEGINNING_BYTES as u64).read_to_end(&mut bytes);
    bytes
}
