//! JSON: documents of any size to rows, streamed.
//!
//! In: a reader. Out: rows by one rule. Containers outside any array are structure; the outermost arrays are
//! tables, named by their JSON pointer (RFC 6901), and every element is a row, but a list of objects in a list is a
//! table of its own; the scalars of an object outside
//! arrays form one row of that object. What is nested in an element becomes dotted fields (`a.b`, `a.c[0]`); lists of objects in
//! it may be tables of their own (`apart`).
//!
//! A text whose UTF-8 bytes were written as characters of their own is shown repaired, and only so; keys are not.
//! Numbers keep every digit; keys given twice are both kept and reported; what stood before a cut or a fault stays.
//! A fault in an element of a list costs that element and what is passed over up to the next one that can be told by
//! its first name; those bytes are counted, and so are those behind a fault after which nothing can be told.

pub(super) mod cell;
mod columnar;
pub(super) mod front;
mod nested;

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read};

use self::columnar::Columns;
use self::front::bytes_in_front;
use self::nested::Element;
use super::apart::{Apart, Lists};
use super::fields::{Fields, has_double};
use super::text::{Changes, Meter, Text, TextReader, decode_beginning, repaired};
use super::token::{DEPTH_MAX, Fault, Kind, Tokens};
use super::{Cell, FIELDS_MAX, Flow, FormatFinding, RowPlace, Sink, emptied, push_number};
use crate::finding::{Code, Position};

/// Bytes of one string, or of one line where each holds a document.
const STRING_BYTES_MAX: u64 = 64 << 20;

/// Keys of one object looked at for doubles.
const KEYS_COMPARED_MAX: usize = 4_096;

/// Reads one document.
pub(super) fn read(beginning: &[u8], whole: impl Read, lists: Lists, sink: &mut dyn Sink) {
    let meter = Meter::new(STRING_BYTES_MAX);
    let mut text = TextReader::new(beginning, whole, meter.clone());
    let changes = text.changes();
    let is_document = beginning.trim_ascii_start().starts_with(b"{");
    let start = if is_document { String::new() } else { decode_beginning(beginning) };
    let assignment = bytes_in_front(start.trim_start_matches('\u{feff}'));
    if assignment > 0 {
        // A fault in these bytes comes again with the next.
        let _ = std::io::copy(&mut text.by_ref().take(assignment as u64), &mut std::io::sink());
    }
    let tokens = Tokens::new(text, meter, changes.clone());
    let mut walk = Walk::new(tokens, lists, sink);
    match walk.document() {
        // Calling this also makes the container check the member's end.
        Ok(()) => {
            if walk.tokens.nothing_more().is_err() && assignment == 0 {
                walk.sink.finding(FormatFinding::new(Code::Malformed, None));
                walk.rest();
            }
        }
        Err(End::Fault(fault)) => {
            let finding = walk.finding(fault);
            walk.sink.finding(finding);
            walk.rest();
        }
        Err(End::Reported) => walk.rest(),
        Err(End::Wanted) => {}
    }
    changes.report(sink);
}

/// Reads one document per line; a line at fault costs one row.
pub(super) fn read_lines(beginning: &[u8], whole: impl Read, lists: Lists, sink: &mut dyn Sink) {
    let meter = Meter::new(STRING_BYTES_MAX);
    let text = TextReader::new(beginning, whole, meter.clone());
    let changes = text.changes();
    if sink.table(None, &[]) == Flow::Next {
        lines(BufReader::new(text), &meter, &changes, lists, sink);
    }
    changes.report(sink);
}

fn lines(mut reader: impl BufRead, meter: &Meter, changes: &Changes, lists: Lists, sink: &mut dyn Sink) {
    let mut line = Vec::new();
    let mut row = 0;
    let mut walk = Walk::new(Tokens::of_text("", changes.clone()), lists, sink);
    loop {
        line.clear();
        let count = reader.read_until(b'\n', &mut line);
        meter.item_done();
        match count {
            Ok(0) => return,
            Err(_) if meter.is_reached() => {
                let at = Some(Position::Row(row + 1));
                return walk.sink.lost(FormatFinding::limit("string-bytes", meter.max() >> 20, at));
            }
            Err(_) => return,
            Ok(_) if line.trim_ascii().is_empty() => continue,
            Ok(_) => row += 1,
        }
        walk.tokens.read_text(&String::from_utf8_lossy(line.trim_ascii()));
        match walk.row(RowPlace::Row(row), "value") {
            Ok(Flow::Next) | Err(End::Reported | End::Fault(_)) => {}
            Ok(Flow::SkipTable | Flow::Stop) | Err(End::Wanted) => return,
        }
    }
}

/// Why a walk ended before the document.
enum End {
    /// The sink wants no more.
    Wanted,
    /// A fault that already cost a row.
    Reported,
    /// A fault to report.
    Fault(Fault),
}

impl From<Fault> for End {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

struct Walk<'s, T: Text> {
    tokens: Tokens<T>,
    pointer: String,
    fields: Fields,
    /// The fields of a row in which no name stands twice, to know the names of the next by.
    sound: Fields,
    /// The dotted path inside an element and the cells of a row, in memory that is used again.
    path: String,
    cells: Vec<Cell<'static>>,
    /// The first name of the element that is read, and of the last one that could be.
    first_name: String,
    first_name_before: String,
    /// What is known of lists in elements, where they may be tables.
    apart: Option<Apart>,
    /// Whether the element that is read has a list in it that may be one.
    has_lists: bool,
    /// Whether rows with the names of `sound` have none that is.
    is_sound_whole: bool,
    /// The names of the cells of rows that are lists, where something gives them.
    header: Vec<String>,
    /// The number of the row that is read, where it is a list; where it stands; and the first of them, which may name the cells of
    /// the others.
    list_index: Option<u64>,
    list_pointer: String,
    first_list: Vec<String>,
    /// Where the element that is read stands.
    element: Element,
    /// The table that was begun last, where it is one of those in elements.
    inner_table: String,
    sink: &'s mut dyn Sink,
}

impl<'s, T: Text> Walk<'s, T> {
    fn new(tokens: Tokens<T>, lists: Lists, sink: &'s mut dyn Sink) -> Self {
        let apart = match lists {
            Lists::Inside => None,
            Lists::Apart(is_table) => Some(Apart::new(is_table)),
        };
        Self {
            tokens,
            pointer: String::new(),
            fields: Fields::default(),
            sound: Fields::default(),
            path: String::new(),
            cells: Vec::new(),
            first_name: String::new(),
            first_name_before: String::new(),
            apart,
            has_lists: false,
            is_sound_whole: false,
            header: Vec::new(),
            list_index: None,
            list_pointer: String::new(),
            first_list: Vec::new(),
            element: Element::default(),
            inner_table: String::new(),
            sink,
        }
    }

    /// Counts the bytes that stand behind a fault.
    fn rest(&mut self) {
        let before = self.tokens.bytes();
        let end = self.tokens.pass_over();
        let unread = end.saturating_sub(before);
        if unread > 0 {
            self.sink.finding(FormatFinding::new(Code::RestUnread, None).with("bytes", unread));
        }
    }

    fn document(&mut self) -> Result<(), End> {
        match self.tokens.peek()? {
            Kind::Object => self.object()?,
            Kind::Array => self.array()?,
            // Nothing, written as a document, is no row.
            Kind::Null => self.tokens.skip()?,
            Kind::String | Kind::Number | Kind::Boolean => {
                self.table()?;
                self.row(RowPlace::Object(""), "value")?;
            }
        }
        Ok(())
    }

    /// Walks an object outside arrays: its scalars are one row, the rest is walked in turn.
    fn object(&mut self) -> Result<(), End> {
        let mut own = Fields::default();
        let mut columns = Columns::default();
        let walked = self.members(&mut own, &mut columns);
        if matches!(walked, Err(End::Wanted)) {
            return walked;
        }
        // What was read before a fault is a row all the same.
        let pushed = if own.is_empty() { Ok(()) } else { self.push_own(&own) };
        let settled = pushed.and_then(|()| self.settle(columns, walked.is_ok()));
        walked.and(settled)
    }

    fn members(&mut self, own: &mut Fields, columns: &mut Columns) -> Result<(), End> {
        let mut keys = HashSet::new();
        let mut told = 0;
        self.tokens.begin()?;
        while self.tokens.has_next()? {
            let name = self.tokens.name()?.to_owned();
            self.tokens.item_done();
            let parent = self.pointer.len();
            let kind = self.tokens.peek()?;
            if matches!(kind, Kind::Object | Kind::Array) && own.len() > told {
                self.sink.above(&self.pointer, &own.cells());
                told = own.len();
            }
            match kind {
                Kind::Object => {
                    self.enter(&name);
                    self.object()?;
                }
                Kind::Array => {
                    self.enter(&name);
                    self.list(&name, columns)?;
                }
                Kind::String | Kind::Number | Kind::Boolean | Kind::Null => {
                    self.scalar(&name, own)?;
                    if own.len() >= FIELDS_MAX {
                        self.push_own(own)?;
                        own.clear();
                        told = 0;
                    }
                }
            }
            self.pointer.truncate(parent);
            if keys.len() < KEYS_COMPARED_MAX && !keys.insert(name) {
                let at = Some(Position::Path(self.pointer.clone()));
                self.sink.finding(FormatFinding::new(Code::DuplicateKey, at));
            }
        }
        Ok(self.tokens.end(Kind::Object)?)
    }

    /// Lengthens the pointer by a name.
    fn enter(&mut self, name: &str) {
        self.pointer.push('/');
        self.pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
    }

    /// Returns the name of a scalar in the list at the pointer.
    fn own_name(&self) -> String {
        self.pointer.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or("value").to_owned()
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
        self.tokens.begin()?;
        let header = std::mem::take(&mut self.header);
        let walked = self.elements(flow, 0);
        self.header = header;
        walked
    }

    /// Walks the elements of an array that was begun, to its end, from one on.
    fn elements(&mut self, flow: Flow, index: u64) -> Result<(), End> {
        let walked = self.elements_from(flow, index);
        if matches!(walked, Err(End::Wanted)) { walked } else { walked.and(self.release()) }
    }

    fn elements_from(&mut self, mut flow: Flow, mut index: u64) -> Result<(), End> {
        let depth = self.tokens.depth();
        self.first_name_before.clear();
        let own_name = self.own_name();
        let mut is_elsewhere = false;
        loop {
            match self.tokens.has_next() {
                Ok(true) => {}
                Ok(false) => break,
                Err(fault) if fault != Fault::Malformed || self.first_name_before.is_empty() => {
                    return Err(fault.into());
                }
                Err(fault) => {
                    let pointer = std::mem::take(&mut self.pointer);
                    let lost = self.lose(fault, RowPlace::Element(&pointer, index), depth);
                    self.pointer = pointer;
                    flow = lost?;
                    index += 1;
                }
            }
            if std::mem::take(&mut is_elsewhere) {
                flow = self.table()?;
            }
            if flow == Flow::SkipTable {
                self.tokens.skip()?;
                self.tokens.item_done();
                continue;
            }
            let is_list = self.tokens.peek()? == Kind::Array;
            if is_list {
                self.tokens.begin()?;
                is_elsewhere = !self.tokens.has_next()? || self.tokens.peek()? == Kind::Object;
            }
            if !is_list || is_elsewhere {
                self.release()?;
            }
            if is_elsewhere {
                let parent = self.pointer.len();
                self.pointer.push('/');
                push_number(&mut self.pointer, index);
                let flow = self.table()?;
                self.elements(flow, 0)?;
                self.pointer.truncate(parent);
            } else {
                let pointer = std::mem::take(&mut self.pointer);
                self.list_index = is_list.then_some(index);
                if is_list && index == 0 {
                    self.list_pointer.clone_from(&pointer);
                }
                let row =
                    self.row_of(RowPlace::Element(&pointer, index), |walk, path, fields| match is_list {
                        true => walk.flatten_elements(path, &own_name, fields).map(drop),
                        false => walk.flatten(path, &own_name, fields),
                    });
                let row = match row {
                    Err(End::Fault(fault)) => self.lose(fault, RowPlace::Element(&pointer, index), depth),
                    row => row,
                };
                self.pointer = pointer;
                flow = row?;
            }
            index += 1;
        }
        Ok(self.tokens.end(Kind::Array)?)
    }

    fn table(&mut self) -> Result<Flow, End> {
        self.inner_table.clear();
        match self.sink.table(Some(&self.pointer), &[]) {
            Flow::Stop => Err(End::Wanted),
            flow @ (Flow::Next | Flow::SkipTable) => Ok(flow),
        }
    }

    /// Reads one value as a row. A fault inside it costs the row.
    fn row(&mut self, place: RowPlace<'_>, name_of_scalar: &str) -> Result<Flow, End> {
        match self.row_of(place, |walk, path, fields| walk.flatten(path, name_of_scalar, fields)) {
            Err(End::Fault(fault)) => {
                self.lost(fault, place);
                Err(End::Reported)
            }
            row => row,
        }
    }

    /// Reports a row at fault.
    fn lost(&mut self, fault: Fault, place: RowPlace<'_>) {
        let mut finding = self.finding(fault);
        finding.position = Some(place.position());
        if matches!(place, RowPlace::Row(_)) {
            finding.code = Code::RowUnreadable;
        }
        self.sink.lost(finding);
    }

    /// Reports an element at fault, and goes on with the next that can be told by the first name of the one before.
    fn lose(&mut self, fault: Fault, place: RowPlace<'_>, depth: usize) -> Result<Flow, End> {
        let before = self.tokens.bytes();
        let name = std::mem::take(&mut self.first_name_before);
        if fault == Fault::Malformed && !name.is_empty() {
            let is_found = self.tokens.find(depth, &name)?;
            let bytes = self.tokens.bytes().saturating_sub(before);
            if is_found {
                let finding = FormatFinding::new(Code::PartUnreadable, Some(place.position()));
                self.sink.lost(finding.with("bytes", bytes));
                self.first_name_before = name;
                return Ok(Flow::Next);
            }
            self.lost(fault, place);
            self.sink.finding(FormatFinding::new(Code::RestUnread, None).with("bytes", bytes));
            return Err(End::Reported);
        }
        self.lost(fault, place);
        Err(End::Reported)
    }

    fn row_of(
        &mut self,
        place: RowPlace<'_>,
        flatten: impl FnOnce(&mut Self, &mut String, &mut Fields) -> Result<(), End>,
    ) -> Result<Flow, End> {
        let mut fields = std::mem::take(&mut self.fields);
        fields.clear();
        let mut path = std::mem::take(&mut self.path);
        path.clear();
        self.has_lists = false;
        if self.apart.is_some() {
            self.element.stands_at(place);
        }
        let flattened = flatten(self, &mut path, &mut fields);
        self.path = path;
        flattened?;
        if let Some(index) = self.list_index.take()
            && self.head(index, &mut fields)?
        {
            self.fields = fields;
            return Ok(Flow::Next);
        }
        let mut cells = emptied(std::mem::take(&mut self.cells));
        cells.extend(fields.iter());
        let has_known_names = fields.has_names_of(&self.sound);
        let is_known_whole = has_known_names && self.is_sound_whole;
        let mut is_sound = has_known_names;
        if !has_known_names {
            if has_double(&cells) {
                self.sink.finding(FormatFinding::new(Code::DuplicateKey, Some(place.position())));
            } else {
                self.sound.take_names_of(&fields);
                is_sound = true;
            }
        }
        if self.first_name != self.first_name_before {
            self.first_name_before.clone_from(&self.first_name);
        }
        if fields.overflowed {
            let limit = FormatFinding::limit("row-fields", FIELDS_MAX as u64, Some(place.position()));
            self.sink.finding(limit);
        }
        let is_whole = !self.has_lists || is_known_whole || self.push_lists(&mut cells)?;
        if is_sound {
            self.is_sound_whole = is_whole;
        }
        let flow = self.push_element(place, &cells)?;
        self.cells = emptied(cells);
        self.fields = fields;
        if flow == Flow::Stop { Err(End::Wanted) } else { Ok(flow) }
    }

    fn flatten(&mut self, path: &mut String, name_of_scalar: &str, fields: &mut Fields) -> Result<(), End> {
        let parent = path.len();
        let mut index = 0;
        match self.tokens.peek()? {
            Kind::Object => {
                self.tokens.begin()?;
                while self.tokens.has_next()? {
                    if parent > 0 {
                        path.push('.');
                    }
                    path.push_str(self.tokens.name()?);
                    if index == 0 && parent == 0 && *path != self.first_name {
                        self.first_name.clone_from(path);
                    }
                    self.flatten(path, name_of_scalar, fields)?;
                    path.truncate(parent);
                    index += 1;
                }
                self.tokens.end(Kind::Object)?;
            }
            Kind::Array => {
                self.tokens.begin()?;
                index = self.flatten_elements(path, name_of_scalar, fields)?;
            }
            Kind::String | Kind::Number | Kind::Boolean | Kind::Null => {
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
    ) -> Result<u64, End> {
        let parent = path.len();
        let mut index = 0;
        while self.tokens.has_next()? {
            path.push('[');
            push_number(path, index);
            path.push(']');
            if let Some(apart) = &self.apart
                && parent > 0
                && (index == 1 || index == 0 && apart.has_tables())
            {
                self.has_lists |= self.tokens.peek()? == Kind::Object;
            }
            self.flatten(path, name_of_scalar, fields)?;
            path.truncate(parent);
            index += 1;
            if fields.is_large() {
                self.relieve(path, fields)?;
            }
        }
        self.tokens.end(Kind::Array)?;
        Ok(index)
    }

    fn scalar(&mut self, name: &str, fields: &mut Fields) -> Result<(), End> {
        match self.tokens.peek()? {
            Kind::String => fields.push(name, &repaired(self.tokens.text()?)),
            Kind::Number => match self.tokens.number()? {
                // What is no number is nothing, as where programs write `null` for it.
                "NaN" => fields.push(name, ""),
                number => fields.push(name, number),
            },
            Kind::Boolean => fields.push(name, if self.tokens.boolean()? { "true" } else { "false" }),
            Kind::Null => {
                self.tokens.null()?;
                fields.push(name, "");
            }
            Kind::Object | Kind::Array => {}
        }
        self.tokens.item_done();
        Ok(())
    }

    /// Puts a fault into words.
    fn finding(&self, fault: Fault) -> FormatFinding {
        match fault {
            Fault::CutShort => FormatFinding::new(Code::CutShort, None),
            Fault::Malformed => FormatFinding::new(Code::Malformed, Some(self.tokens.position())),
            Fault::TooDeep => FormatFinding::limit("json-depth", DEPTH_MAX as u64, None),
            Fault::Unreadable if self.tokens.is_limit_reached() => {
                FormatFinding::limit("string-bytes", self.tokens.bytes_max() >> 20, None)
            }
            Fault::Unreadable => FormatFinding::new(Code::CutShort, None),
        }
    }
}
