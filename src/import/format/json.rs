//! JSON: documents of any size to rows, streamed.
//!
//! In: a reader. Out: rows by one rule. Containers outside any array are structure; the outermost arrays are
//! tables, named by their JSON pointer (RFC 6901), and every element is a row, but a list of objects in a list is a
//! table of its own; the scalars of an object outside
//! arrays form one row of that object. What is nested in an element becomes dotted fields (`a.b`, `a.c[0]`).
//!
//! A text whose UTF-8 bytes were written as characters of their own is shown repaired, and only so; keys are not.
//! Numbers keep every digit; keys given twice are both kept and reported; what stood before a cut or a fault stays.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read};

use serde::de::IgnoredAny;
use struson::reader::{
    JsonReader, JsonStreamReader, ReaderError, ReaderSettings, SyntaxErrorKind, ValueType,
};

use super::escapes::Escapes;
use super::lines::Field;
use super::text::{Changes, Meter, TextReader, decode_beginning, repaired};
use super::{Cell, FIELDS_MAX, Flow, FormatFinding, RowPlace, Sink};
use crate::finding::{Code, Position};

/// Containers inside containers.
const DEPTH_MAX: u32 = 128;

/// Bytes of one string, or of one line where each holds a document.
const STRING_BYTES_MAX: u64 = 64 << 20;

/// Bytes of the fields of one row.
const ROW_BYTES_MAX: usize = 64 << 20;

/// Bytes of the name in front of a document.
const ASSIGNMENT_BYTES_MAX: usize = 256;

/// Fields of a row up to which comparing each with each is the faster way to find doubles.
const FIELDS_COMPARED_IN_PAIRS: usize = 16;

/// Keys of one object looked at for doubles.
const KEYS_COMPARED_MAX: usize = 4_096;

/// Tells whether a text begins like a JSON document.
pub(super) fn looks_like_json(start: &str) -> bool {
    let mut characters = start.chars().filter(|c| !c.is_whitespace());
    match (characters.next(), characters.next()) {
        (Some('{'), second) => matches!(second, None | Some('"' | '}')),
        (Some('['), second) => {
            matches!(second, None | Some('{' | '[' | ']' | '"' | '-' | 't' | 'f' | 'n' | '0'..='9'))
        }
        (Some(_) | None, _) => false,
    }
}

/// Returns the bytes of an assignment in front of a document (`window.YTD.likes.part0 = [`), none where there is none.
pub(super) fn assignment_bytes(start: &str) -> usize {
    let Some((name, after)) = start.split_once('=') else { return 0 };
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '$');
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_assignment = matches!(words.as_slice(), [name] | ["var" | "let" | "const", name] if name.chars().all(is_name))
        && name.len() < ASSIGNMENT_BYTES_MAX;
    let document = after.trim_start();
    if is_assignment && document.starts_with(['{', '[']) { start.len() - document.len() } else { 0 }
}

/// Tells whether the first line is a document and another begins on the next.
pub(super) fn has_one_document_per_line(start: &str) -> bool {
    let mut lines = start.lines().map(str::trim).filter(|line| !line.is_empty());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else { return false };
    second.starts_with(['{', '[']) && serde_json::from_str::<IgnoredAny>(first).is_ok()
}

/// Reads one document.
pub(super) fn read(beginning: &[u8], whole: impl Read, sink: &mut dyn Sink) {
    let meter = Meter::new(STRING_BYTES_MAX);
    let mut text = TextReader::new(beginning, whole, meter.clone());
    let changes = text.changes();
    let start = decode_beginning(beginning);
    let assignment = assignment_bytes(start.trim_start_matches('\u{feff}'));
    // A fault in these bytes comes again with the next.
    let _ = std::io::copy(&mut text.by_ref().take(assignment as u64), &mut std::io::sink());
    let text = Escapes::new(text, changes.clone());
    let mut walk =
        Walk { reader: parser(text), meter, pointer: String::new(), fields: Fields::default(), sink };
    match walk.document() {
        // Calling this also makes the container check the member's end.
        Ok(()) => {
            if walk.reader.consume_trailing_whitespace().is_err() && assignment == 0 {
                sink.finding(FormatFinding::new(Code::Malformed, None));
            }
        }
        Err(End::Fault(finding)) => sink.finding(finding),
        Err(End::Wanted | End::Reported) => {}
    }
    changes.report(sink);
}

/// Reads one document per line; a line at fault costs one row.
pub(super) fn read_lines(beginning: &[u8], whole: impl Read, sink: &mut dyn Sink) {
    let meter = Meter::new(STRING_BYTES_MAX);
    let text = TextReader::new(beginning, whole, meter.clone());
    let changes = text.changes();
    if sink.table(None, &[]) == Flow::Next {
        lines(BufReader::new(text), &meter, &changes, sink);
    }
    changes.report(sink);
}

fn lines(mut reader: impl BufRead, meter: &Meter, changes: &Changes, sink: &mut dyn Sink) {
    let mut line = Vec::new();
    let mut row = 0;
    loop {
        line.clear();
        let count = reader.read_until(b'\n', &mut line);
        meter.item_done();
        match count {
            Ok(0) => return,
            Err(_) if meter.is_reached() => {
                let at = Some(Position::Row(row + 1));
                return sink.lost(FormatFinding::limit("string-bytes", meter.max() >> 20, at));
            }
            Err(_) => return,
            Ok(_) if line.trim_ascii().is_empty() => continue,
            Ok(_) => row += 1,
        }
        if read_line(line.trim_ascii(), row, changes, sink) != Flow::Next {
            return;
        }
    }
}

fn read_line(line: &[u8], row: u64, changes: &Changes, sink: &mut dyn Sink) -> Flow {
    let line = Escapes::new(line, changes.clone());
    let meter = Meter::new(u64::MAX);
    let mut walk =
        Walk { reader: parser(line), meter, pointer: String::new(), fields: Fields::default(), sink };
    match walk.row(RowPlace::Row(row), "value") {
        Ok(flow) => flow,
        Err(End::Wanted) => Flow::Stop,
        Err(End::Reported | End::Fault(_)) => Flow::Next,
    }
}

/// Returns the fields of a document that stands in a cell, under the cell's name; none where it holds no document.
pub(super) fn fields_of_cell(name: &str, text: &str) -> Vec<Field> {
    let text = text.trim();
    let is_likely =
        text.starts_with("{\"") && text.ends_with('}') || text.starts_with('[') && text.ends_with(']');
    if !is_likely || !looks_like_json(text) {
        return Vec::new();
    }
    let mut walk = Walk {
        reader: parser(text.as_bytes()),
        meter: Meter::unbounded(),
        pointer: String::new(),
        fields: Fields::default(),
        sink: &mut Unheard,
    };
    let mut fields = Fields::default();
    let read = walk.flatten(&mut name.to_owned(), name, &mut fields);
    if read.is_err() || walk.reader.consume_trailing_whitespace().is_err() {
        return Vec::new();
    }
    let is_itself = |cell: &Cell<'_>| cell.name == name;
    let cells = fields.cells();
    cells
        .iter()
        .filter(|cell| !is_itself(cell))
        .map(|cell| (cell.name.to_owned(), cell.text.to_owned()))
        .collect()
}

/// Receives nothing: a document in a cell is no table.
struct Unheard;

impl Sink for Unheard {
    fn table(&mut self, _: Option<&str>, _: &[String]) -> Flow {
        Flow::Next
    }

    fn row(&mut self, _: RowPlace<'_>, _: &[Cell<'_>]) -> Flow {
        Flow::Next
    }

    fn lost(&mut self, _: FormatFinding) {}

    fn finding(&mut self, _: FormatFinding) {}
}

fn parser<R: Read>(text: R) -> JsonStreamReader<R> {
    let settings = ReaderSettings {
        max_nesting_depth: Some(DEPTH_MAX),
        restrict_number_values: false,
        track_path: false,
        ..ReaderSettings::default()
    };
    JsonStreamReader::new_custom(text, settings)
}

/// Why a walk ended before the document.
enum End {
    /// The sink wants no more.
    Wanted,
    /// A fault that already cost a row.
    Reported,
    /// A fault to report.
    Fault(FormatFinding),
}

struct Walk<'s, R: Read> {
    reader: JsonStreamReader<R>,
    meter: Meter,
    pointer: String,
    fields: Fields,
    sink: &'s mut dyn Sink,
}

impl<R: Read> Walk<'_, R> {
    fn document(&mut self) -> Result<(), End> {
        match self.peek()? {
            ValueType::Object => self.object()?,
            ValueType::Array => self.array()?,
            ValueType::String | ValueType::Number | ValueType::Boolean | ValueType::Null => {
                self.table()?;
                self.row(RowPlace::Object(""), "value")?;
            }
        }
        Ok(())
    }

    /// Walks an object outside arrays: its scalars are one row, the rest is walked in turn.
    fn object(&mut self) -> Result<(), End> {
        let mut own = Fields::default();
        let walked = self.members(&mut own);
        // What was read before a fault is a row all the same.
        let pushed =
            if own.is_empty() || matches!(walked, Err(End::Wanted)) { Ok(()) } else { self.push_own(&own) };
        walked.and(pushed)
    }

    fn members(&mut self, own: &mut Fields) -> Result<(), End> {
        let mut keys = HashSet::new();
        self.reader.begin_object().map_err(|error| self.end(error))?;
        while self.has_next()? {
            let name = self.reader.next_name_owned().map_err(|error| self.end(error))?;
            self.meter.item_done();
            let parent = self.pointer.len();
            match self.peek()? {
                ValueType::Object => self.inside(&name, Self::object)?,
                ValueType::Array => self.inside(&name, Self::array)?,
                ValueType::String | ValueType::Number | ValueType::Boolean | ValueType::Null => {
                    self.scalar(&name, own)?;
                    if own.len() >= FIELDS_MAX {
                        self.push_own(own)?;
                        own.clear();
                    }
                }
            }
            self.pointer.truncate(parent);
            if keys.len() < KEYS_COMPARED_MAX && !keys.insert(name) {
                let at = Some(Position::Path(self.pointer.clone()));
                self.sink.finding(FormatFinding::new(Code::DuplicateKey, at));
            }
        }
        self.reader.end_object().map_err(|error| self.end(error))
    }

    fn inside(&mut self, name: &str, walk: fn(&mut Self) -> Result<(), End>) -> Result<(), End> {
        self.pointer.push('/');
        self.pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
        walk(self)
    }

    fn push_own(&mut self, own: &Fields) -> Result<(), End> {
        self.table()?;
        match self.sink.row(RowPlace::Object(&self.pointer), &own.cells()) {
            Flow::Next | Flow::SkipTable => Ok(()),
            Flow::Stop => Err(End::Wanted),
        }
    }

    /// Walks an outermost array: every element is a row, and a list of objects in it is a table of its own.
    fn array(&mut self) -> Result<(), End> {
        let flow = self.table()?;
        self.reader.begin_array().map_err(|error| self.end(error))?;
        self.elements(flow)
    }

    /// Walks the elements of an array that was begun, to its end.
    fn elements(&mut self, mut flow: Flow) -> Result<(), End> {
        let own_name =
            self.pointer.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or("value").to_owned();
        let mut is_elsewhere = false;
        let mut index = 0;
        while self.has_next()? {
            if std::mem::take(&mut is_elsewhere) {
                flow = self.table()?;
            }
            if flow == Flow::SkipTable {
                self.reader.skip_value().map_err(|error| self.end(error))?;
                self.meter.item_done();
                continue;
            }
            let is_list = self.peek()? == ValueType::Array;
            if is_list {
                self.reader.begin_array().map_err(|error| self.end(error))?;
                is_elsewhere = !self.has_next()? || self.peek()? == ValueType::Object;
            }
            if is_elsewhere {
                let parent = self.pointer.len();
                self.pointer.push_str(&format!("/{index}"));
                let flow = self.table()?;
                self.elements(flow)?;
                self.pointer.truncate(parent);
            } else {
                let pointer = std::mem::take(&mut self.pointer);
                let row = self.row_of(RowPlace::Element(&pointer, index), |walk, fields| match is_list {
                    true => walk.flatten_elements(&mut String::new(), &own_name, fields).map(drop),
                    false => walk.flatten(&mut String::new(), &own_name, fields),
                });
                self.pointer = pointer;
                flow = row?;
            }
            index += 1;
        }
        self.reader.end_array().map_err(|error| self.end(error))
    }

    fn table(&mut self) -> Result<Flow, End> {
        match self.sink.table(Some(&self.pointer), &[]) {
            Flow::Stop => Err(End::Wanted),
            flow @ (Flow::Next | Flow::SkipTable) => Ok(flow),
        }
    }

    /// Reads one value as a row. A fault inside it costs the row.
    fn row(&mut self, place: RowPlace<'_>, name_of_scalar: &str) -> Result<Flow, End> {
        self.row_of(place, |walk, fields| walk.flatten(&mut String::new(), name_of_scalar, fields))
    }

    fn row_of(
        &mut self,
        place: RowPlace<'_>,
        flatten: impl FnOnce(&mut Self, &mut Fields) -> Result<(), End>,
    ) -> Result<Flow, End> {
        let mut fields = std::mem::take(&mut self.fields);
        fields.clear();
        let flattened = flatten(self, &mut fields);
        if let Err(End::Fault(mut finding)) = flattened {
            finding.position = Some(place.position());
            if matches!(place, RowPlace::Row(_)) {
                finding.code = Code::RowUnreadable;
            }
            self.sink.lost(finding);
            return Err(End::Reported);
        }
        flattened?;
        let cells = fields.cells();
        if has_double(&cells) {
            self.sink.finding(FormatFinding::new(Code::DuplicateKey, Some(place.position())));
        }
        if fields.overflowed {
            let limit = FormatFinding::limit("row-fields", FIELDS_MAX as u64, Some(place.position()));
            self.sink.finding(limit);
        }
        let flow = self.sink.row(place, &cells);
        self.fields = fields;
        if flow == Flow::Stop { Err(End::Wanted) } else { Ok(flow) }
    }

    fn flatten(&mut self, path: &mut String, name_of_scalar: &str, fields: &mut Fields) -> Result<(), End> {
        let parent = path.len();
        let mut index = 0;
        match self.peek()? {
            ValueType::Object => {
                self.reader.begin_object().map_err(|error| self.end(error))?;
                while self.has_next()? {
                    if parent > 0 {
                        path.push('.');
                    }
                    let name = self.reader.next_name();
                    match name {
                        Ok(name) => path.push_str(name),
                        Err(error) => return Err(self.end(error)),
                    }
                    self.flatten(path, name_of_scalar, fields)?;
                    path.truncate(parent);
                    index += 1;
                }
                self.reader.end_object().map_err(|error| self.end(error))?;
            }
            ValueType::Array => {
                self.reader.begin_array().map_err(|error| self.end(error))?;
                index = self.flatten_elements(path, name_of_scalar, fields)?;
            }
            ValueType::String | ValueType::Number | ValueType::Boolean | ValueType::Null => {
                let name = if path.is_empty() { name_of_scalar } else { path };
                return self.scalar(name, fields);
            }
        }
        if index == 0 && parent > 0 {
            fields.push(path, "");
        }
        Ok(())
    }

    /// Flattens the elements of an array that was begun, to its end, and counts them.
    fn flatten_elements(
        &mut self,
        path: &mut String,
        name_of_scalar: &str,
        fields: &mut Fields,
    ) -> Result<u32, End> {
        let parent = path.len();
        let mut index = 0;
        while self.has_next()? {
            path.push_str(&format!("[{index}]"));
            self.flatten(path, name_of_scalar, fields)?;
            path.truncate(parent);
            index += 1;
        }
        self.reader.end_array().map_err(|error| self.end(error))?;
        Ok(index)
    }

    fn scalar(&mut self, name: &str, fields: &mut Fields) -> Result<(), End> {
        let read = match self.peek()? {
            ValueType::String => self.reader.next_str().map(|text| fields.push(name, &repaired(text))),
            ValueType::Number => self.reader.next_number_as_str().map(|text| fields.push(name, text)),
            ValueType::Boolean => {
                self.reader.next_bool().map(|value| fields.push(name, if value { "true" } else { "false" }))
            }
            ValueType::Null => self.reader.next_null().map(|()| fields.push(name, "")),
            ValueType::Object | ValueType::Array => Ok(()),
        };
        self.meter.item_done();
        read.map_err(|error| self.end(error))
    }

    fn peek(&mut self) -> Result<ValueType, End> {
        self.reader.peek().map_err(|error| self.end(error))
    }

    fn has_next(&mut self) -> Result<bool, End> {
        self.reader.has_next().map_err(|error| self.end(error))
    }

    /// Puts an error of the library into our terms, without its text, which may quote values.
    fn end(&self, error: ReaderError) -> End {
        let finding = match error {
            ReaderError::SyntaxError(error) if error.kind == SyntaxErrorKind::IncompleteDocument => {
                FormatFinding::new(Code::CutShort, None)
            }
            ReaderError::SyntaxError(error) => {
                let at = error.location.line_pos.map(|at| Position::Line(at.line + 1, at.column + 1));
                FormatFinding::new(Code::Malformed, at)
            }
            ReaderError::MaxNestingDepthExceeded { .. } => {
                FormatFinding::limit("json-depth", u64::from(DEPTH_MAX), None)
            }
            ReaderError::IoError { .. } if self.meter.is_reached() => {
                FormatFinding::limit("string-bytes", self.meter.max() >> 20, None)
            }
            _ => FormatFinding::new(Code::CutShort, None),
        };
        End::Fault(finding)
    }
}

/// The fields of one row, in two buffers that are used again for the next.
#[derive(Default)]
struct Fields {
    names: String,
    texts: String,
    ends: Vec<(usize, usize)>,
    overflowed: bool,
}

impl Fields {
    fn push(&mut self, name: &str, text: &str) {
        if self.ends.len() >= FIELDS_MAX || self.names.len() + self.texts.len() > ROW_BYTES_MAX {
            self.overflowed = true;
            return;
        }
        self.names.push_str(name);
        self.texts.push_str(text);
        self.ends.push((self.names.len(), self.texts.len()));
    }

    fn clear(&mut self) {
        self.names.clear();
        self.texts.clear();
        self.ends.clear();
        self.overflowed = false;
    }

    fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        let starts = [(0, 0)].into_iter().chain(self.ends.iter().copied());
        let cell =
            |((name_start, text_start), (name_end, text_end)): ((usize, usize), &(usize, usize))| Cell {
                name: self.names.get(name_start..*name_end).unwrap_or_default(),
                text: self.texts.get(text_start..*text_end).unwrap_or_default(),
            };
        starts.zip(&self.ends).map(cell).collect()
    }
}

/// Tells whether two fields share a name; only keys given twice can make them.
fn has_double(cells: &[Cell<'_>]) -> bool {
    if cells.len() <= FIELDS_COMPARED_IN_PAIRS {
        let mut before = cells.iter().enumerate();
        return before.any(|(index, cell)| cells.iter().take(index).any(|earlier| earlier.name == cell.name));
    }
    let mut seen = HashSet::with_capacity(cells.len());
    !cells.iter().all(|cell| seen.insert(cell.name))
}
