//! Card: address books (vCard) and calendars (iCalendar) to rows.
//!
//! In: a reader. Out: a row per card, event, task or other part of a calendar, with a field per property under its own
//! name and parameters (`TEL;TYPE=CELL`); a part inside a part becomes dotted fields (`VALARM.TRIGGER`). Lines are
//! unfolded and texts unescaped (RFC 5545 section 3.1, RFC 6350 section 3.2; quoted-printable of vCard 2.1).
//!
//! Not here: what a property means.

use std::io::{BufRead, BufReader, Read};

use encoding_rs::Encoding;

use super::lines::Field;
use super::text::{Meter, TextReader};
use super::{Cell, FIELDS_MAX, Flow, FormatFinding, RowPlace, Sink};
use crate::finding::Code;

/// Bytes of one row.
const ROW_BYTES_MAX: u64 = 16 << 20;

/// Parts inside parts.
const DEPTH_MAX: usize = 16;

/// What holds all rows and is none.
const WHOLE: &str = "VCALENDAR";

/// Reads a file of cards or a calendar.
pub(super) fn read(beginning: &[u8], whole: impl Read, sink: &mut dyn Sink) {
    let meter = Meter::new(ROW_BYTES_MAX);
    let text = TextReader::new(beginning, whole, meter.clone());
    let changes = text.changes();
    let mut reader = BufReader::new(text);
    let mut cards =
        Cards { sink, open: Vec::new(), fields: Vec::new(), table: None, rows: 0, flow: Flow::Next };
    let mut logical = String::new();
    let mut line = String::new();
    while cards.flow != Flow::Stop {
        line.clear();
        match reader.read_line(&mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(_) if meter.is_reached() => {
                cards.lost(FormatFinding::limit("record-bytes", ROW_BYTES_MAX >> 20, None));
                break;
            }
            // The container reports why its bytes ended.
            Err(_) => break,
        }
        let physical = line.trim_end_matches(['\r', '\n']);
        let goes_on = logical.to_ascii_uppercase().contains("QUOTED-PRINTABLE") && logical.ends_with('=');
        if let Some(more) = physical.strip_prefix([' ', '\t']).filter(|_| !logical.is_empty() && !goes_on) {
            logical.push_str(more);
        } else if goes_on {
            logical.pop();
            logical.push_str(physical);
        } else {
            cards.line(&logical, &meter);
            physical.clone_into(&mut logical);
        }
    }
    cards.line(&logical, &meter);
    cards.end_all();
    changes.report(sink);
}

struct Cards<'s> {
    sink: &'s mut dyn Sink,
    open: Vec<String>,
    fields: Vec<Field>,
    table: Option<String>,
    rows: u64,
    flow: Flow,
}

impl Cards<'_> {
    fn line(&mut self, line: &str, meter: &Meter) {
        let Some((head, value)) = split_head(line) else {
            if !line.trim().is_empty() {
                self.sink.finding(FormatFinding::new(Code::Malformed, None));
            }
            return;
        };
        let value = value.trim_end();
        if head.eq_ignore_ascii_case("BEGIN") {
            if self.open.len() < DEPTH_MAX {
                if self.open.last().is_some_and(|part| part == WHOLE) {
                    self.push();
                }
                self.open.push(value.to_ascii_uppercase());
            }
        } else if head.eq_ignore_ascii_case("END") {
            let depth = self.open.iter().rposition(|part| part.eq_ignore_ascii_case(value));
            if let Some(depth) = depth {
                if depth == self.root() {
                    self.push();
                    meter.item_done();
                }
                self.open.truncate(depth);
            }
        } else {
            self.property(head, value);
        }
    }

    /// The depth at which a part is a row.
    fn root(&self) -> usize {
        usize::from(self.open.len() > 1 && self.open.first().is_some_and(|part| part == WHOLE))
    }

    fn property(&mut self, head: &str, value: &str) {
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        let mut shown = self.open.get(self.root() + 1..).unwrap_or_default().join(".");
        if !shown.is_empty() {
            shown.push('.');
        }
        shown.push_str(name);
        let is_of_encoding = |parameter: &&str| {
            let upper = parameter.to_ascii_uppercase();
            ["CHARSET=", "ENCODING=", "VALUE=", "QUOTED-PRINTABLE"]
                .iter()
                .any(|start| upper.starts_with(start))
        };
        for parameter in
            parameters.split(';').filter(|parameter| !parameter.is_empty() && !is_of_encoding(parameter))
        {
            shown.push(';');
            shown.push_str(parameter);
        }
        if self.fields.len() >= FIELDS_MAX {
            self.push();
        }
        self.fields.push((shown, decoded(value, parameters)));
    }

    fn push(&mut self) {
        let fields = std::mem::take(&mut self.fields);
        if fields.is_empty() || self.flow == Flow::Stop {
            return;
        }
        let name = self.open.get(self.root()).cloned().unwrap_or_default();
        if self.table.as_ref() != Some(&name) {
            self.flow = self.sink.table(Some(&name), &[]);
        }
        if self.flow == Flow::Next {
            self.rows += 1;
            let cells: Vec<Cell<'_>> = fields.iter().map(|(name, text)| Cell { name, text }).collect();
            self.flow = self.sink.row(RowPlace::Sheet(&name, self.rows), &cells);
        }
        self.table = Some(name);
    }

    fn lost(&mut self, finding: FormatFinding) {
        self.fields.clear();
        self.sink.lost(finding);
    }

    /// A card that is cut is a row all the same.
    fn end_all(&mut self) {
        if self.open.iter().any(|part| part != WHOLE) && !self.fields.is_empty() {
            self.sink.finding(FormatFinding::new(Code::CutShort, None));
        }
        self.push();
    }
}

/// Splits a line at the colon that is not in a quoted parameter.
fn split_head(line: &str) -> Option<(&str, &str)> {
    let mut is_quoted = false;
    let at = line.find(|c| {
        is_quoted ^= c == '"';
        c == ':' && !is_quoted
    })?;
    let (head, value) = line.split_at_checked(at)?;
    Some((head.trim(), value.get(1..)?))
}

fn decoded(value: &str, parameters: &str) -> String {
    let upper = parameters.to_ascii_uppercase();
    if upper.contains("QUOTED-PRINTABLE") {
        let charset = upper.split(';').find_map(|parameter| parameter.strip_prefix("CHARSET="));
        let encoding =
            charset.and_then(|label| Encoding::for_label(label.as_bytes())).unwrap_or(encoding_rs::UTF_8);
        return encoding.decode_without_bom_handling(&unquoted(value)).0.into_owned();
    }
    if !value.contains('\\') {
        return value.to_owned();
    }
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => match characters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(c @ (',' | ';' | ':' | '\\')) => text.push(c),
                Some(c) => text.extend(['\\', c]),
                None => text.push('\\'),
            },
            c => text.push(c),
        }
    }
    text
}

/// Decodes quoted-printable; what is not written by its rules stays.
fn unquoted(value: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let pair = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        let code = pair.filter(|_| *byte == b'=').and_then(|pair| u8::from_str_radix(pair, 16).ok());
        bytes.push(code.unwrap_or(*byte));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    bytes
}
