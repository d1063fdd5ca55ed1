//! Columnar: tables that are written column by column, or as lists of cells below a list of names.
//!
//! In: the lists of an object (`{"date": […], "amount": […]}`), or of a list (`[["date", "amount"], […], …]`). Out: their rows,
//! under the names of the columns. Lists are columns only where they are equally long and one of them is of numbers or days:
//! what a person likes and whom they know may be as many by accident. A list of names is one beside rows that are lists of cells,
//! under a name that says so (`{"columns": […], "rows": [[…], …]}`), or as the first of them above values.
//!
//! What waits in memory is bounded; beyond that the lists are read each for itself. Not here: lists of objects (`json`).

use super::{End, Fields, Walk};
use crate::import::format::line::Record;
use crate::import::format::preamble::{is_value, names_values};
use crate::import::format::text::Text;
use crate::import::format::token::Kind;
use crate::import::format::{Cell, FIELDS_MAX, Flow, RowPlace};

/// Bytes of lists that wait for the end of their object.
const WAITING_BYTES_MAX: usize = 16 << 20;

/// Values of each of the columns of a table.
const VALUES_MIN: usize = 2;

/// Under which names the names of columns stand.
const HEADINGS: &[&str] =
    &["columns", "column_names", "columnnames", "cols", "header", "headers", "fields", "headings"];

/// The lists of scalars of one object.
#[derive(Default)]
pub(super) struct Columns {
    lists: Vec<List>,
    bytes: usize,
    /// Whether they are too large to wait.
    is_full: bool,
}

struct List {
    name: String,
    values: Vec<String>,
}

impl Columns {
    /// Takes the names of columns, where a list of them waits for rows.
    fn take_header(&mut self) -> Option<Vec<String>> {
        let is_heading = |list: &List| HEADINGS.contains(&list.name.to_lowercase().as_str());
        let at = self.lists.iter().position(|list| is_heading(list) && are_names(&list.values))?;
        Some(self.lists.remove(at).values)
    }

    /// Takes the lists that are the columns of a table.
    fn take_table(&mut self) -> Vec<List> {
        let lengths: Vec<usize> = self.lists.iter().map(|list| list.values.len()).collect();
        let alike = |length: usize| lengths.iter().filter(|other| **other == length).count();
        let Some(length) = lengths.iter().copied().max_by_key(|length| (alike(*length), *length)) else {
            return Vec::new();
        };
        let is_one = |list: &List| list.values.len() == length;
        let is_measured = |list: &List| {
            let mut filled = list.values.iter().filter(|value| !value.is_empty()).peekable();
            filled.peek().is_some() && filled.all(|value| is_value(value))
        };
        let is_table = length >= VALUES_MIN
            && (2..=FIELDS_MAX).contains(&alike(length))
            && self.lists.iter().filter(|list| is_one(list)).any(is_measured);
        if !is_table {
            return Vec::new();
        }
        let (columns, others) = std::mem::take(&mut self.lists).into_iter().partition(is_one);
        self.lists = others;
        columns
    }
}

/// Tells whether values may be names of columns.
fn are_names(values: &[String]) -> bool {
    let differ =
        values.iter().enumerate().all(|(at, name)| values.iter().take(at).all(|other| other != name));
    differ && !values.is_empty() && values.iter().all(|name| !name.trim().is_empty())
}

impl<T: Text> Walk<'_, T> {
    /// Walks a list that is a member of an object: one of scalars waits for the end of the object.
    pub(super) fn list(&mut self, name: &str, columns: &mut Columns) -> Result<(), End> {
        if self.apart.is_none() || columns.is_full {
            return self.array();
        }
        self.tokens.begin()?;
        let mut values = Vec::new();
        let goes_on = loop {
            let next =
                self.tokens.has_next().and_then(|goes_on| goes_on.then(|| self.tokens.peek()).transpose());
            match next {
                Ok(None) => break Ok(values.is_empty()),
                Ok(Some(Kind::Object | Kind::Array)) => break Ok(true),
                Ok(Some(_)) if columns.bytes > WAITING_BYTES_MAX => {
                    columns.is_full = true;
                    break Ok(true);
                }
                Ok(Some(Kind::String | Kind::Number | Kind::Boolean | Kind::Null)) => {}
                Err(fault) => break Err(End::Fault(fault)),
            }
            let mut field = Fields::default();
            if let Err(end) = self.scalar(name, &mut field) {
                break Err(self.fail(end, values.len() as u64));
            }
            let text = field.iter().map(|cell| cell.text.to_owned()).next().unwrap_or_default();
            columns.bytes += text.len() + size_of::<String>();
            values.push(text);
        };
        match goes_on {
            Ok(false) => {
                self.tokens.end(Kind::Array)?;
                columns.lists.push(List { name: name.to_owned(), values });
                Ok(())
            }
            Ok(true) => {
                let header = if values.is_empty() { columns.take_header() } else { None };
                let flow = self.push_list(&values)?;
                let before = std::mem::replace(&mut self.header, header.unwrap_or_default());
                let walked = self.elements(flow, values.len() as u64);
                self.header = before;
                walked
            }
            Err(end) => {
                self.push_list(&values)?;
                Err(end)
            }
        }
    }

    /// Gives up a list at a value that cannot be read, and reports it.
    fn fail(&mut self, end: End, index: u64) -> End {
        let End::Fault(fault) = end else { return end };
        let pointer = std::mem::take(&mut self.pointer);
        self.lost(fault, RowPlace::Element(&pointer, index));
        self.pointer = pointer;
        End::Reported
    }

    /// Hands on the lists of an object: as rows, where they are the columns of a table, and else each for itself.
    pub(super) fn settle(&mut self, mut columns: Columns, is_whole: bool) -> Result<(), End> {
        let table = if is_whole { columns.take_table() } else { Vec::new() };
        let rows = table.first().map_or(0, |list| list.values.len());
        if rows > 0 && self.table()? == Flow::Next {
            for (number, row) in (1..).zip(0..rows) {
                let cell =
                    |list: &'_ List| list.values.get(row).map(|text| (list.name.clone(), text.clone()));
                let cells: Vec<(String, String)> = table.iter().filter_map(cell).collect();
                let cells: Vec<Cell<'_>> = cells.iter().map(|(name, text)| Cell { name, text }).collect();
                match self.sink.row(RowPlace::Row(number), &cells) {
                    Flow::Next => {}
                    Flow::SkipTable => break,
                    Flow::Stop => return Err(End::Wanted),
                }
            }
        }
        for list in columns.lists {
            let parent = self.pointer.len();
            self.enter(&list.name);
            self.push_list(&list.values)?;
            self.pointer.truncate(parent);
        }
        Ok(())
    }

    /// Hands on the scalars of the list at the pointer.
    fn push_list(&mut self, values: &[String]) -> Result<Flow, End> {
        let mut flow = self.table()?;
        let name = self.own_name();
        for (index, text) in (0..).zip(values) {
            if flow != Flow::Next {
                break;
            }
            flow = self.sink.row(RowPlace::Element(&self.pointer, index), &[Cell { name: &name, text }]);
        }
        if flow == Flow::Stop { Err(End::Wanted) } else { Ok(flow) }
    }

    /// Names the cells of a row that is a list after the columns, and keeps back a first row that may name them; tells whether it
    /// was taken so.
    pub(super) fn head(&mut self, index: u64, fields: &mut Fields) -> Result<bool, End> {
        let cells = || fields.iter().map(|cell| cell.text);
        let are_plain = || (0..).zip(fields.iter()).all(|(at, cell)| cell.name == format!("[{at}]"));
        if index == 0 && self.apart.is_some() && self.header.is_empty() && fields.len() > 1 && are_plain() {
            self.first_list = cells().map(str::to_owned).collect();
            return Ok(true);
        }
        if !self.first_list.is_empty() {
            let first = std::mem::take(&mut self.first_list);
            let (above, below) = (Record::of(first.iter().map(String::as_str)), Record::of(cells()));
            if fields.len() == first.len() && are_plain() && are_names(&first) && names_values(&above, &below)
            {
                self.header = first;
            } else {
                self.push_first(&first)?;
            }
        }
        if !self.header.is_empty() {
            let mut named = Fields::default();
            for cell in fields.iter() {
                let place = cell.name.strip_prefix('[').and_then(|rest| rest.split_once(']'));
                let name =
                    place.and_then(|(at, rest)| Some((self.header.get(at.parse::<usize>().ok()?)?, rest)));
                match name {
                    Some((name, rest)) => named.push(&format!("{name}{rest}"), cell.text),
                    None => named.push(cell.name, cell.text),
                }
            }
            *fields = named;
        }
        Ok(false)
    }

    /// Hands on a first row that named no columns.
    pub(super) fn release(&mut self) -> Result<(), End> {
        if self.first_list.is_empty() {
            return Ok(());
        }
        let first = std::mem::take(&mut self.first_list);
        self.push_first(&first)
    }

    fn push_first(&mut self, first: &[String]) -> Result<(), End> {
        let names: Vec<String> = (0..first.len()).map(|at| format!("[{at}]")).collect();
        let cells: Vec<Cell<'_>> = names.iter().zip(first).map(|(name, text)| Cell { name, text }).collect();
        match self.sink.row(RowPlace::Element(&self.list_pointer, 0), &cells) {
            Flow::Next | Flow::SkipTable => Ok(()),
            Flow::Stop => Err(End::Wanted),
        }
    }
}
