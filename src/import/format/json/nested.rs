//! Nested: lists in an element of a list that are tables of their own, handed on as such.
//!
//! In: the cells of an element, or what was read of one that is large. Out: the rows of the lists in it that are tables, and what is
//! left of the element in a table of its own. Not here: which lists are tables (`apart`).

use super::{End, Walk};
use crate::import::format::apart::{At, Part};
use crate::import::format::fields::Fields;
use crate::import::format::text::Text;
use crate::import::format::{Cell, Flow, RowPlace};

/// Where an element of a list stands.
#[derive(Default)]
pub(super) struct Element {
    /// The table of its own fields once lists in it are tables.
    table: String,
    pointer: String,
    /// Its row, where each holds a document.
    row: Option<u64>,
}

impl Element {
    pub(super) fn stands_at(&mut self, place: RowPlace<'_>) {
        (self.row, self.table, self.pointer) = match place {
            RowPlace::Row(row) | RowPlace::Sheet(_, row) => (Some(row), String::new(), format!("/{row}")),
            RowPlace::Object(pointer) => (None, pointer.to_owned(), pointer.to_owned()),
            RowPlace::Element(pointer, index) => (None, pointer.to_owned(), format!("{pointer}/{index}")),
        };
    }

    fn at(&self) -> At<'_> {
        At { table: &self.table, pointer: &self.pointer }
    }
}

impl<T: Text> Walk<'_, T> {
    /// Hands on the lists of an element that are tables, and leaves its own cells; tells whether all are its own.
    pub(super) fn push_lists(&mut self, cells: &mut Vec<Cell<'_>>) -> Result<bool, End> {
        let Some(apart) = &mut self.apart else { return Ok(true) };
        let (own, parts) = apart.part(self.element.at(), cells);
        *cells = own;
        let is_whole = parts.is_empty();
        if !is_whole {
            self.sink.above(&format!("{}/*", self.element.table), cells);
        }
        self.push_parts(&parts)?;
        Ok(is_whole)
    }

    fn push_parts(&mut self, parts: &[Part<'_>]) -> Result<(), End> {
        for part in parts.iter().filter(|part| !part.cells.is_empty()) {
            if self.inner_table(&part.table)? == Flow::SkipTable {
                continue;
            }
            let place = match self.element.row {
                Some(row) => RowPlace::Row(row),
                None => RowPlace::Element(&part.pointer, part.index),
            };
            if self.sink.row(place, &part.cells) == Flow::Stop {
                return Err(End::Wanted);
            }
        }
        Ok(())
    }

    /// Begins a table of elements that have others in them, or of those, unless it was the last.
    fn inner_table(&mut self, table: &str) -> Result<Flow, End> {
        if self.inner_table == table {
            return Ok(Flow::Next);
        }
        table.clone_into(&mut self.inner_table);
        match self.sink.table(Some(table), &[]) {
            Flow::Stop => Err(End::Wanted),
            flow @ (Flow::Next | Flow::SkipTable) => Ok(flow),
        }
    }

    /// Hands on the own cells of an element: behind the first whose lists were tables, all stand in a table of their own.
    pub(super) fn push_element(&mut self, place: RowPlace<'_>, cells: &[Cell<'_>]) -> Result<Flow, End> {
        if self.inner_table.is_empty() {
            return Ok(self.sink.row(place, cells));
        }
        let table = format!("{}/*", self.element.table);
        if self.inner_table(&table)? == Flow::SkipTable || cells.is_empty() {
            return Ok(Flow::Next);
        }
        Ok(match self.sink.row(place, cells) {
            Flow::Stop => Flow::Stop,
            Flow::Next | Flow::SkipTable => Flow::Next,
        })
    }

    /// Hands on what was read of a list, where it is a table and much was read already.
    pub(super) fn relieve(&mut self, list: &str, fields: &mut Fields) -> Result<(), End> {
        let Some(apart) = self.apart.as_mut().filter(|_| !list.is_empty()) else { return Ok(()) };
        if !apart.may_be_table(self.element.at(), list) {
            return Ok(());
        }
        let cells = fields.cells();
        let Some((before, parts)) = apart.part_of_list(self.element.at(), &cells, list) else {
            return Ok(());
        };
        self.push_parts(&parts)?;
        fields.truncate(before);
        Ok(())
    }
}
