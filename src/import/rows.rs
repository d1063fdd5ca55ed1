//! Rows: the rows of one member for a reader who knows what they are, such as a foreign directory.
//!
//! In: a member of an opened archive. Out: its columns, each row with its number, and findings of rows that could not
//! be read, pushed one at a time. Delimiter, encoding and quotes are found as in any answer (`format`).
//!
//! Also its bytes as they are, up to a limit. Not here: what a row means.

use std::io::Read as _;

use super::Options;
use super::container::{Archive, Member};
use super::format::{self, Cell, Flow, Format, FormatFinding, Lists, RowPlace, Sink};
use crate::finding::{Code, Finding, Place};

/// Receives what a table holds.
pub trait Rows {
    /// The names of the columns; `false` when they are not the wanted ones.
    fn columns(&mut self, columns: &[String]) -> bool;
    /// A row with its number, counted from 1, as names and values; `false` when no more are wanted.
    fn row(&mut self, row: u64, cells: &[(&str, &str)]) -> bool;
    /// A row that could not be read.
    fn lost(&mut self, finding: Finding);
    /// Something about the file that cost no row, such as that it seems to be cut.
    fn noticed(&mut self, finding: Finding);
}

/// Reads a member as a table of separated values; `false` when it is none, or not the wanted one.
///
/// # Errors
/// Says why the member's bytes could not be had, or not to their end; what was read before stays.
pub fn read(
    member: &Member,
    archive: &Archive,
    options: &Options,
    rows: &mut dyn Rows,
) -> Result<bool, Finding> {
    let mut receiver = Receiver { path: &member.path, rows, row: 0, is_wanted: false };
    let reading = member.read(archive, options, |reader| {
        let beginning = format::beginning(reader);
        let format = format::detect(&beginning, &member.path);
        if format == Format::Csv {
            format::read(format, &beginning, reader, Lists::Inside, &mut receiver);
        }
    });
    let is_wanted = receiver.is_wanted;
    let fault = match reading {
        Ok(reading) => reading.fault,
        Err(fault) => Some(fault),
    };
    fault.map_or(Ok(is_wanted), |fault| Err(fault.finding(&member.path)))
}

/// Reads the bytes of a member.
///
/// # Errors
/// Says why they could not be had, or that there are more than `bytes_max`.
pub fn bytes(
    member: &Member,
    archive: &Archive,
    options: &Options,
    bytes_max: u64,
) -> Result<Vec<u8>, Finding> {
    let mut bytes = Vec::new();
    let reading =
        member.read(archive, options, |reader| reader.take(bytes_max + 1).read_to_end(&mut bytes).is_ok());
    match reading {
        Ok(reading) if reading.fault.is_none() && bytes.len() as u64 > bytes_max => {
            let limit = Finding::new(Code::LimitReached, Place::file(&member.path));
            Err(limit.with("limit", "member-bytes").with("max", bytes_max >> 20).with("flag", "none"))
        }
        Ok(reading) => reading.fault.map_or(Ok(bytes), |fault| Err(fault.finding(&member.path))),
        Err(fault) => Err(fault.finding(&member.path)),
    }
}

struct Receiver<'a> {
    path: &'a str,
    rows: &'a mut dyn Rows,
    row: u64,
    is_wanted: bool,
}

impl Receiver<'_> {
    fn placed(&self, finding: FormatFinding) -> Finding {
        let place = Place { file: self.path.to_owned(), position: finding.position };
        let facts = finding.facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect();
        Finding { code: finding.code, place, facts }
    }
}

impl Sink for Receiver<'_> {
    fn table(&mut self, _name: Option<&str>, columns: &[String]) -> Flow {
        // Lines above the header name no columns.
        if columns.is_empty() {
            return Flow::SkipTable;
        }
        self.is_wanted = self.rows.columns(columns);
        if self.is_wanted { Flow::Next } else { Flow::Stop }
    }

    fn row(&mut self, _place: RowPlace<'_>, cells: &[Cell<'_>]) -> Flow {
        self.row += 1;
        let cells: Vec<(&str, &str)> = cells.iter().map(|cell| (cell.name, cell.text)).collect();
        if self.rows.row(self.row, &cells) { Flow::Next } else { Flow::Stop }
    }

    fn lost(&mut self, finding: FormatFinding) {
        self.row += 1;
        let finding = self.placed(finding);
        self.rows.lost(finding);
    }

    fn finding(&mut self, finding: FormatFinding) {
        // A row with more or fewer cells than the header is kept, and judged by what is in it.
        if finding.code != Code::RaggedRow {
            let finding = self.placed(finding);
            self.rows.noticed(finding);
        }
    }
}
