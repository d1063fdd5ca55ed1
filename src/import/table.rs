//! Table: the rows of a lone file that the person gives, for rooms that know what its columns mean.
//!
//! In: the bytes of a file and its name. Out: a table with its columns and rows as text, in whatever encoding and
//! with whatever separator it was written; or that it is JSON, or neither. What could not be read to the letter
//! is a finding: who must not lose a row refuses the file for one.
//!
//! Not here: what a company sent (`reading`), which is read row by row and never held as a whole.

use super::format::{self, BEGINNING_BYTES, Cell, Flow, Format, FormatFinding, Lists, RowPlace, Sink};
use crate::finding::{Code, Finding, Place};

/// A row: its number, the header not counted, and its cells under the names of their columns.
pub type Row = (u64, Vec<(String, String)>);

/// Columns and rows of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The names in the header.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The line of the file each row begins on, the first being 1; empty where that is not certain.
    pub lines: Vec<u64>,
    /// What could not be read as it was written.
    pub findings: Vec<Finding>,
}

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Rows of separated values.
    Table(Table),
    /// A JSON document.
    Json,
    /// Something else.
    Other,
}

/// Reads a file; rows beyond `rows_max` are a finding.
pub fn read(bytes: &[u8], name: &str, rows_max: usize) -> Content {
    let (beginning, mut rest) = bytes.split_at(bytes.len().min(BEGINNING_BYTES));
    match format::detect(beginning, name) {
        Format::Csv => {
            let mut reader = Reader { table: Table::default(), name, rows_max };
            format::read(Format::Csv, beginning, &mut rest, Lists::Inside, &mut reader);
            reader.table.lines = lines(bytes, reader.table.rows.len());
            Content::Table(reader.table)
        }
        Format::Json | Format::NdJson => Content::Json,
        Format::Xlsx
        | Format::Xls
        | Format::Ods
        | Format::Html
        | Format::Xml
        | Format::Txt
        | Format::Eml
        | Format::Mbox
        | Format::Vcf
        | Format::Ics
        | Format::Pdf
        | Format::Opaque(_)
        | Format::Unknown => Content::Other,
    }
}

/// The lines on which rows begin, the header left out: a record ends with a line break that stands outside of quotes,
/// and blank lines are none. Where that does not give the number of rows that were read, nothing is said.
fn lines(bytes: &[u8], rows: usize) -> Vec<u64> {
    let mut begun = Vec::new();
    let (mut line, mut is_inside, mut start) = (1_u64, false, None);
    for byte in bytes {
        match byte {
            b'\n' => {
                line += 1;
                if !is_inside {
                    begun.extend(start.take());
                }
            }
            b'"' => is_inside = !is_inside,
            _ => {}
        }
        // What is left of a byte order mark and of two-byte characters is no text.
        if !matches!(byte, b'\n' | b'\r' | b' ' | 0 | 0xef | 0xbb | 0xbf | 0xfe | 0xff) && start.is_none() {
            start = Some(line);
        }
    }
    begun.extend(start);
    let below: Vec<u64> = begun.into_iter().skip(1).collect();
    if below.len() == rows { below } else { Vec::new() }
}

struct Reader<'a> {
    table: Table,
    name: &'a str,
    rows_max: usize,
}

impl Sink for Reader<'_> {
    fn table(&mut self, _name: Option<&str>, columns: &[String]) -> Flow {
        self.table.columns = columns.to_vec();
        Flow::Next
    }

    fn row(&mut self, place: RowPlace<'_>, cells: &[Cell<'_>]) -> Flow {
        if self.table.rows.len() >= self.rows_max {
            self.finding(FormatFinding::limit("rows", self.rows_max as u64, Some(place.position())));
            return Flow::Stop;
        }
        let number = self.table.rows.len() as u64 + 1;
        let cells = cells.iter().map(|cell| (cell.name.to_owned(), cell.text.to_owned())).collect();
        self.table.rows.push((number, cells));
        Flow::Next
    }

    fn lost(&mut self, finding: FormatFinding) {
        self.finding(finding);
    }

    /// A row with fewer or more cells than the header is there with all of them.
    fn finding(&mut self, finding: FormatFinding) {
        if finding.code == Code::RaggedRow {
            return;
        }
        let place = match finding.position {
            Some(position) => Place::at(self.name, position),
            None => Place::file(self.name),
        };
        let facts = finding.facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect();
        self.table.findings.push(Finding { code: finding.code, place, facts });
    }
}
