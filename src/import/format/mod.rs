//! Format: bytes of one member to rows, whatever company wrote them.
//!
//! In: a reader. Out: tables, rows and findings pushed into a [`Sink`] one at a time, so that memory does not grow
//! with the file. Which format it is, the content decides; the name only helps where content cannot tell.
//!
//! Not here: what a row means (`apply`, `generic`), and any knowledge of a company.

mod apart;
mod beside;
mod card;
mod caught;
mod compound;
mod csv;
mod encoding;
mod escape;
mod fields;
mod html;
mod json;
mod line;
mod lines;
pub(super) mod mail;
mod markup;
mod number;
mod office;
mod package;
mod pdf;
mod preamble;
mod scan;
mod sealed;
mod sheet;
mod tabular;
mod text;
mod token;
mod xml;

use std::fmt::Display;
use std::io::Read;

pub(crate) use self::apart::Lists;
pub(crate) use self::csv::PREAMBLE;
pub(crate) use self::sealed::{Sealed, sealed};
use crate::finding::{Code, Place, Position};

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
    /// A page for people.
    Html,
    /// A document of elements.
    Xml,
    /// A plain text.
    Txt,
    /// One mail.
    Eml,
    /// A box of mails.
    Mbox,
    /// An address book.
    Vcf,
    /// A calendar.
    Ics,
    /// A document of pages.
    Pdf,
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
            Self::Html => "html",
            Self::Xml => "xml",
            Self::Txt => "txt",
            Self::Eml => "eml",
            Self::Mbox => "mbox",
            Self::Vcf => "vcf",
            Self::Ics => "ics",
            Self::Pdf => "pdf",
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

/// Gives the memory of cells to cells that live longer or shorter.
fn emptied<'c>(mut cells: Vec<Cell<'_>>) -> Vec<Cell<'c>> {
    cells.clear();
    cells.into_iter().map(|_| Cell { name: "", text: "" }).collect()
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

    /// Moves a place to this row; what it has in common with the row before is not written again.
    pub(crate) fn mark(self, place: &mut Place) {
        match (self, &mut place.position) {
            (Self::Row(row), position) => *position = Some(Position::Row(row)),
            (Self::Sheet(sheet, row), Some(Position::Sheet(known, number))) if known == sheet => {
                *number = row
            }
            (Self::Element(pointer, index), Some(Position::Path(path)))
                if path.len() > pointer.len() && path.starts_with(pointer) =>
            {
                path.truncate(pointer.len());
                path.push('/');
                push_number(path, index);
            }
            (_, position) => *position = Some(self.position()),
        }
    }
}

/// Appends a number in digits.
pub(super) fn push_number(text: &mut String, mut number: u64) {
    let mut digits = [b'0'; 20];
    let mut start = digits.len();
    for digit in digits.iter_mut().rev() {
        *digit += u8::try_from(number % 10).unwrap_or(0);
        number /= 10;
        start -= 1;
        if number == 0 {
            break;
        }
    }
    text.extend(digits.get(start..).and_then(|digits| std::str::from_utf8(digits).ok()));
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
    /// What an object or an element says of itself before the tables in it begin; it is a row of its own behind them.
    fn above(&mut self, pointer: &str, cells: &[Cell<'_>]) {
        let _ = (pointer, cells);
    }
    /// A data row.
    fn row(&mut self, place: RowPlace<'_>, cells: &[Cell<'_>]) -> Flow;
    /// A data row that could not be read; the finding says why.
    fn lost(&mut self, finding: FormatFinding);
    /// Several data rows that could not be read, for one reason.
    fn lost_rows(&mut self, rows: u64, finding: FormatFinding) {
        let _ = rows;
        self.lost(finding);
    }
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
    if let Some(id) = sealed::kind_of(beginning, &extension) {
        return Format::Opaque(id);
    }
    if let Some(kind) = infer::get(beginning) {
        return match kind.extension() {
            "xlsx" => Format::Xlsx,
            "zip" if extension == "xlsx" => Format::Xlsx,
            "zip" if extension == "ods" => Format::Ods,
            "zip" => Format::Opaque(packed_document(&extension)),
            "ods" => Format::Ods,
            "xls" => Format::Xls,
            "pdf" => Format::Pdf,
            "msi" | "doc" | "ppt" if extension == "xls" => Format::Xls,
            // A byte order mark and a mark-up sign are text; their words decide below.
            "html" | "xml" | "sh" => detect_text(beginning, &extension),
            known => Format::Opaque(known),
        };
    }
    if text::is_text(beginning) {
        return detect_text(beginning, &extension);
    }
    if sealed::is_named_image(&extension) { Format::Opaque("dmg") } else { Format::Unknown }
}

/// Tells whether a file is a mail.
pub(crate) fn is_mail(beginning: &[u8], name: &str) -> bool {
    detect(beginning, name) == Format::Eml
}

/// Tells whether a lone file is worth reading or listing as an answer.
pub(crate) fn is_readable(beginning: &[u8], name: &str) -> bool {
    match detect(beginning, name) {
        Format::Unknown => false,
        Format::Opaque(_) => !infer::is_app(beginning),
        Format::Csv
        | Format::Json
        | Format::NdJson
        | Format::Xlsx
        | Format::Xls
        | Format::Ods
        | Format::Html
        | Format::Xml
        | Format::Txt
        | Format::Eml
        | Format::Mbox
        | Format::Vcf
        | Format::Ics
        | Format::Pdf => true,
    }
}

fn detect_text(beginning: &[u8], extension: &str) -> Format {
    let text = text::decode_beginning(beginning);
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\0');
    if json::front::looks_like_json(start) {
        return if json::front::has_one_document_per_line(start) { Format::NdJson } else { Format::Json };
    }
    // What only one format begins with says more than a name.
    match extension {
        _ if json::front::bytes_in_front(start) > 0 => Format::Json,
        _ if begins_with(start, "BEGIN:VCARD") => Format::Vcf,
        _ if begins_with(start, "BEGIN:VCALENDAR") => Format::Ics,
        _ if begins_as_document(start) => mark_up(start, extension),
        "csv" | "tsv" | "tab" => Format::Csv,
        "json" | "ndjson" | "jsonl" if csv::looks_like_table(start) => Format::Csv,
        "json" => Format::Json,
        "ndjson" | "jsonl" => Format::NdJson,
        _ if start.starts_with('<') => mark_up(start, extension),
        _ if mail::looks_like_box(start) => Format::Mbox,
        _ if mail::looks_like_message(start) => Format::Eml,
        "md" => Format::Txt,
        "js" => Format::Opaque("js"),
        "css" => Format::Opaque("css"),
        "html" | "htm" => Format::Html,
        _ if csv::looks_like_table(start) => Format::Csv,
        _ => Format::Txt,
    }
}

/// Tells whether a text begins as only a page or a document of elements does.
fn begins_as_document(start: &str) -> bool {
    ["<!doctype html", "<html", "<?xml"].iter().any(|mark| begins_with(start, mark))
}

/// Returns the type of a document that is packed, which only its name tells from an archive.
fn packed_document(extension: &str) -> &'static str {
    ["docx", "pptx", "odt", "odp", "epub"].into_iter().find(|known| *known == extension).unwrap_or("zip")
}

fn mark_up(start: &str, extension: &str) -> Format {
    let head: String = start.chars().take(1024).collect::<String>().to_ascii_lowercase();
    if head.contains("<svg") && !head.contains("<html") {
        return Format::Opaque("svg");
    }
    let is_page =
        head.contains("<html") || head.starts_with("<!doctype html") || matches!(extension, "html" | "htm");
    let is_document =
        head.starts_with("<?xml") || matches!(extension, "xml" | "plist" | "gpx" | "kml" | "tcx");
    if is_page || !is_document && head.contains("<div") { Format::Html } else { Format::Xml }
}

fn begins_with(start: &str, mark: &str) -> bool {
    start.get(..mark.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(mark))
}

/// Returns what a name ends in, in small letters.
pub(crate) fn extension(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

/// Reads a member to its end, or as far as the sink wants.
pub(crate) fn read(format: Format, beginning: &[u8], rest: &mut dyn Read, lists: Lists, sink: &mut dyn Sink) {
    let whole = beginning.chain(rest);
    match format {
        Format::Csv => csv::read(beginning, whole, sink),
        Format::Json => json::read(beginning, whole, lists, sink),
        Format::NdJson => json::read_lines(beginning, whole, lists, sink),
        Format::Xlsx | Format::Xls | Format::Ods => sheet::read(format, whole, sink),
        Format::Html => html::read(beginning, whole, sink),
        Format::Xml => xml::read(beginning, whole, sink),
        Format::Txt => lines::read(beginning, whole, sink),
        Format::Eml => mail::read(whole, sink),
        Format::Mbox => mail::read_box(whole, sink),
        Format::Vcf | Format::Ics => card::read(beginning, whole, sink),
        Format::Pdf => pdf::read(whole, lists, sink),
        Format::Opaque(_) | Format::Unknown => {}
    }
}

/// Reads a member as [`read`] does, and takes it apart on a thread of its own.
pub(crate) fn read_beside(
    format: Format,
    beginning: &[u8],
    rest: &mut (dyn Read + Send),
    lists: Lists,
    sink: &mut dyn Sink,
) {
    beside::read(format, beginning, rest, lists, sink);
}

/// Returns two attributes of every element of a page that has both.
pub(crate) fn attributes(reader: &mut dyn Read, wanted: [&str; 2]) -> Vec<(String, String)> {
    let beginning = beginning(reader);
    html::attributes(&beginning, beginning.chain(reader), wanted)
}

/// Reads the first bytes of a member, to tell its format; those before a fault, which the container remembers.
pub(crate) fn beginning(reader: &mut dyn Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = reader.take(BEGINNING_BYTES as u64).read_to_end(&mut bytes);
    bytes
}
