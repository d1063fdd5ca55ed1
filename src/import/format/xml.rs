//! XML: documents to rows, streamed.
//!
//! In: a reader. Out: rows by one rule. The outermost elements that repeat are rows, their tables named by their
//! path; what is nested in one becomes dotted fields (`a.b`, `a[1].b`, `a@attribute`); elements that hold others and
//! do not repeat are structure, and their own values form one row. The lists of Apple (`key` before its value) are read
//! by their keys.
//!
//! No document type is read, no entity is resolved but the five of XML, and nothing outside is ever fetched. What repeats
//! is told from the beginning of the file, and from what follows where the beginning does not show it.

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::lines::Field;
use super::markup::resolved;
use super::text::{Meter, TextReader, decode_beginning};
use super::{Cell, FIELDS_MAX, Flow, FormatFinding, RowPlace, Sink};
use crate::finding::Code;

/// Elements inside elements.
const DEPTH_MAX: usize = 128;

/// Bytes of one tag, one run of text, one row.
const ITEM_BYTES_MAX: u64 = 64 << 20;

/// Paths that are known to repeat.
const PATHS_MAX: usize = 1_000;

/// Reads a document.
pub(super) fn read(beginning: &[u8], whole: impl Read, sink: &mut dyn Sink) {
    let sample = decode_beginning(beginning);
    let meter = Meter::new(ITEM_BYTES_MAX);
    let text = TextReader::new(beginning, whole, meter.clone());
    let changes = text.changes();
    let mut walk = Walk { repeated: repeated(sample.trim_start_matches('\u{feff}')), ..Walk::new(sink) };
    if let Err(finding) = walk.document(BufReader::new(text), &meter) {
        walk.abandon(finding);
    }
    changes.report(sink);
}

/// Returns the outermost paths that repeat in the beginning of a document.
fn repeated(sample: &str) -> HashSet<String> {
    let mut reader = Reader::from_str(sample);
    let mut path = Names::default();
    let mut counts: Vec<HashMap<String, u32>> = vec![HashMap::new()];
    let mut repeated: HashSet<String> = HashSet::new();
    let mut key = String::new();
    loop {
        let (element, closes) = match reader.read_event() {
            Ok(Event::Start(element)) => (Some(element), false),
            Ok(Event::Empty(element)) => (Some(element), true),
            Ok(Event::End(_)) => (None, true),
            Ok(Event::Text(text)) => {
                key = text.to_string();
                continue;
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => continue,
        };
        if let Some(element) = element {
            let is_key = path.open(&name_of(&element));
            let name = path.last().to_owned();
            let count = counts.last_mut().map_or(0, |counts| {
                let count = counts.entry(name).or_default();
                *count += 1;
                *count
            });
            if count == 2 && !is_key && repeated.len() < PATHS_MAX {
                repeated.insert(path.path());
            }
            counts.push(HashMap::new());
        }
        if closes {
            path.close(&key);
            counts.pop();
            if counts.is_empty() {
                break;
            }
        }
        if counts.len() > DEPTH_MAX {
            break;
        }
    }
    let is_outermost = |path: &&String| {
        !repeated
            .iter()
            .any(|other| path.strip_prefix(other.as_str()).is_some_and(|rest| rest.starts_with('/')))
    };
    repeated.iter().filter(is_outermost).cloned().collect()
}

fn name_of(element: &BytesStart<'_>) -> String {
    element.name().as_ref().to_owned()
}

/// The names of the open elements; one behind a `key` in a `dict` is called by it.
#[derive(Default)]
struct Names {
    open: Vec<(String, String)>,
    key: Vec<Option<String>>,
}

impl Names {
    /// Opens an element; tells whether it is the key of the next.
    fn open(&mut self, element: &str) -> bool {
        let is_in_dict = self.open.last().is_some_and(|(element, _)| element == "dict");
        let is_key = is_in_dict && element == "key";
        let key = if is_in_dict && !is_key { self.key.last_mut().and_then(Option::take) } else { None };
        self.open.push((element.to_owned(), key.unwrap_or_else(|| element.to_owned())));
        self.key.push(None);
        is_key
    }

    /// Closes the innermost element; the text of a key names the next. Tells whether it was a key.
    fn close(&mut self, text: &str) -> bool {
        self.key.pop();
        let closed = self.open.pop();
        let is_key = closed.is_some_and(|(element, _)| element == "key")
            && self.open.last().is_some_and(|(element, _)| element == "dict");
        if is_key && let Some(key) = self.key.last_mut() {
            *key = Some(text.trim().to_owned());
        }
        is_key
    }

    fn last(&self) -> &str {
        self.open.last().map(|(_, name)| name.as_str()).unwrap_or_default()
    }

    fn path(&self) -> String {
        self.open.iter().flat_map(|(_, name)| ["/", name]).collect()
    }

    fn depth(&self) -> usize {
        self.open.len()
    }
}

/// An element that is open.
#[derive(Default)]
struct Element {
    text: String,
    fields: Vec<Field>,
    children: HashMap<String, u32>,
    /// Its name inside the row it belongs to.
    name: String,
}

struct Walk<'s> {
    sink: &'s mut dyn Sink,
    repeated: HashSet<String>,
    indexes: HashMap<String, u64>,
    names: Names,
    open: Vec<Element>,
    /// The depth of the element that is the row.
    row: Option<usize>,
    row_bytes: u64,
    row_overflowed: bool,
    table: Option<String>,
    flow: Flow,
}

impl<'s> Walk<'s> {
    fn new(sink: &'s mut dyn Sink) -> Self {
        Self {
            sink,
            repeated: HashSet::new(),
            indexes: HashMap::new(),
            names: Names::default(),
            open: Vec::new(),
            row: None,
            row_bytes: 0,
            row_overflowed: false,
            table: None,
            flow: Flow::Next,
        }
    }

    fn document(&mut self, reader: impl BufRead, meter: &Meter) -> Result<(), FormatFinding> {
        let mut reader = Reader::from_reader(reader);
        reader.config_mut().check_end_names = false;
        let mut buffer = Vec::new();
        while self.flow != Flow::Stop {
            buffer.clear();
            let event = reader.read_event_into(&mut buffer);
            meter.item_done();
            match event {
                Ok(Event::Start(element)) => self.start(&element)?,
                Ok(Event::Empty(element)) => {
                    self.start(&element)?;
                    self.end();
                }
                Ok(Event::End(_)) => self.end(),
                Ok(Event::Text(text)) => self.text(&text),
                Ok(Event::CData(text)) => self.text(&text),
                Ok(Event::GeneralRef(name)) => {
                    let written = format!("&{};", &*name);
                    self.text(&known(&written));
                }
                Ok(Event::DocType(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_)) => {}
                Ok(Event::Eof) if self.open.is_empty() => return Ok(()),
                Ok(Event::Eof) => return Err(FormatFinding::new(Code::CutShort, None)),
                Err(_) if meter.is_reached() => {
                    return Err(FormatFinding::limit("string-bytes", meter.max() >> 20, None));
                }
                Err(quick_xml::Error::Io(_)) => return Err(FormatFinding::new(Code::CutShort, None)),
                Err(_) => return Err(FormatFinding::new(Code::Malformed, None)),
            }
        }
        Ok(())
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), FormatFinding> {
        if self.names.depth() >= DEPTH_MAX {
            return Err(FormatFinding::limit("xml-depth", DEPTH_MAX as u64, None));
        }
        let is_key = self.names.open(&name_of(element));
        let own = self.names.last().to_owned();
        let mut count = 0;
        let mut name = own.clone();
        if let Some(parent) = self.open.last_mut() {
            let counted = parent.children.entry(own).or_default();
            count = *counted;
            *counted += u32::from(!is_key);
            if count > 0 && !is_key {
                name = format!("{name}[{count}]");
            }
            if self.row.is_some_and(|row| self.open.len() > row)
                && let Some(parent) = self.open.last()
            {
                name = if parent.name.is_empty() { name } else { format!("{}.{name}", parent.name) };
            }
        }
        if self.row.is_none() && !is_key {
            let path = self.names.path();
            // A second one where the beginning of the file showed only one.
            if count > 0 && self.repeated.len() < PATHS_MAX {
                self.repeated.insert(path.clone());
            }
            if self.repeated.contains(&path) {
                self.row = Some(self.open.len() + 1);
                name = String::new();
                if self.table.as_deref() != Some(&path) {
                    self.tell_above();
                }
            }
        }
        self.open.push(Element { name, ..Element::default() });
        for attribute in element.attributes().with_checks(false).flatten() {
            let attribute_name = attribute.key.as_ref().to_owned();
            if attribute_name == "xmlns" || attribute_name.starts_with("xmlns:") {
                continue;
            }
            let value = known(&attribute.value).into_owned();
            let name = self.open.last().map(|element| element.name.clone()).unwrap_or_default();
            let name = if name.is_empty() { attribute_name } else { format!("{name}@{attribute_name}") };
            self.field(name, value);
        }
        Ok(())
    }

    /// Tells what the elements say so far in which a table stands.
    fn tell_above(&mut self) {
        let mut path = String::new();
        for (element, (_, name)) in self.open.iter().zip(&self.names.open) {
            path.push('/');
            path.push_str(name);
            if !element.fields.is_empty() {
                let fields = element.fields.iter().map(|(name, text)| Cell { name, text });
                self.sink.above(&path, &fields.collect::<Vec<_>>());
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.row_bytes + text.len() as u64 > ITEM_BYTES_MAX {
            self.row_overflowed = true;
            return;
        }
        if let Some(element) = self.open.last_mut() {
            self.row_bytes += text.len() as u64;
            element.text.push_str(text);
        }
    }

    /// Adds a field to the row, or to the values of the structure around it.
    fn field(&mut self, name: String, value: String) {
        let at = match self.row {
            Some(row) => row.checked_sub(1),
            None => self.open.len().checked_sub(1),
        };
        let Some(holder) = at.and_then(|at| self.open.get_mut(at)) else { return };
        if holder.fields.len() >= FIELDS_MAX || self.row_bytes > ITEM_BYTES_MAX {
            self.row_overflowed = true;
            return;
        }
        self.row_bytes += name.len() as u64;
        holder.fields.push((name, value));
    }

    fn end(&mut self) {
        let path = self.names.path();
        let own = self.names.last().to_owned();
        let Some(mut element) = self.open.pop() else { return };
        let text = element.text.trim().to_owned();
        if self.names.close(&text) {
            return;
        }
        let is_leaf = element.children.is_empty();
        if self.row == Some(self.open.len() + 1) {
            if !text.is_empty() || element.fields.is_empty() && is_leaf {
                element.fields.push((own, text));
            }
            let index = self.indexes.entry(path.clone()).or_default();
            *index += 1;
            let index = *index - 1;
            self.push(&path, &element.fields, RowPlace::Element(&path, index));
            self.row = None;
        } else if self.row.is_some() {
            if !text.is_empty() || is_leaf {
                self.field(element.name, text);
            }
        } else if is_leaf && !self.open.is_empty() {
            element.fields.push((own, text));
            let parent = self.open.last_mut();
            parent.into_iter().for_each(|parent| parent.fields.append(&mut element.fields));
        } else {
            if !text.is_empty() {
                element.fields.push((own, text));
            }
            self.push(&path, &element.fields, RowPlace::Object(&path));
        }
    }

    fn push(&mut self, table: &str, fields: &[Field], place: RowPlace<'_>) {
        self.row_bytes = 0;
        if std::mem::take(&mut self.row_overflowed) {
            self.sink.finding(FormatFinding::limit("row-fields", FIELDS_MAX as u64, Some(place.position())));
        }
        if fields.is_empty() || self.flow == Flow::Stop {
            return;
        }
        if self.table.as_deref() != Some(table) {
            self.flow = self.sink.table(Some(table), &[]);
            self.table = Some(table.to_owned());
        }
        if self.flow == Flow::Next {
            let cells: Vec<Cell<'_>> = fields.iter().map(|(name, text)| Cell { name, text }).collect();
            self.flow = self.sink.row(place, &cells);
        }
    }

    /// Ends at a fault: the row it stands in is lost and said, the values around it are rows all the same.
    fn abandon(&mut self, finding: FormatFinding) {
        if let Some(row) = self.row.take() {
            self.sink.lost(finding);
            while self.open.len() >= row {
                self.open.pop();
                self.names.close("");
            }
        } else {
            self.sink.finding(finding);
        }
        while !self.open.is_empty() {
            self.end();
        }
    }
}

/// Resolves the five references of XML and numbers; every other one stays as it is written.
fn known(text: &str) -> std::borrow::Cow<'_, str> {
    let is_known = |text: &str| {
        let names = ["&amp;", "&lt;", "&gt;", "&apos;", "&quot;", "&#"];
        text.match_indices('&')
            .all(|(at, _)| names.iter().any(|name| text.get(at..).is_some_and(|t| t.starts_with(name))))
    };
    if is_known(text) { resolved(text) } else { std::borrow::Cow::Borrowed(text) }
}
