//! Fields: the fields of one row of JSON, in memory that is used again for the next.
//!
//! In: names and texts. Out: cells, and whether a name stands twice, which only keys given twice can make. Not here: what a
//! row is (`json`).

use std::collections::HashSet;

use super::{Cell, FIELDS_MAX};

/// Bytes of the fields of one row.
const ROW_BYTES_MAX: usize = 64 << 20;

/// Bytes of the fields of a row from which the lists in it are handed on before its end.
const LARGE_BYTES: usize = 1 << 20;

/// Fields of a row up to which comparing each with each is the faster way to find doubles.
const FIELDS_COMPARED_IN_PAIRS: usize = 16;

/// The fields of one row, in two buffers that are used again for the next.
#[derive(Default)]
pub(super) struct Fields {
    names: String,
    texts: String,
    ends: Vec<(usize, usize)>,
    /// Whether some were too many.
    pub(super) overflowed: bool,
}

impl Fields {
    /// Adds a field, as far as there is room.
    pub(super) fn push(&mut self, name: &str, text: &str) {
        if self.ends.len() >= FIELDS_MAX || self.names.len() + self.texts.len() > ROW_BYTES_MAX {
            self.overflowed = true;
            return;
        }
        self.names.push_str(name);
        self.texts.push_str(text);
        self.ends.push((self.names.len(), self.texts.len()));
    }

    /// Begins the next row.
    pub(super) fn clear(&mut self) {
        self.names.clear();
        self.texts.clear();
        self.ends.clear();
        self.overflowed = false;
    }

    /// Leaves out all but the first.
    pub(super) fn truncate(&mut self, len: usize) {
        self.ends.truncate(len);
        let (names, texts) = self.ends.last().copied().unwrap_or_default();
        self.names.truncate(names);
        self.texts.truncate(texts);
    }

    /// Tells whether there are so many that some are better handed on.
    pub(super) fn is_large(&self) -> bool {
        self.ends.len() >= FIELDS_MAX / 2 || self.names.len() + self.texts.len() > LARGE_BYTES
    }

    /// Tells whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Tells whether the names are the same, in the same order.
    pub(super) fn has_names_of(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self.names == other.names
            && self.ends.iter().zip(&other.ends).all(|((own, _), (others, _))| own == others)
    }

    /// Keeps the names.
    pub(super) fn take_names_of(&mut self, other: &Self) {
        self.names.clone_from(&other.names);
        self.ends.clone_from(&other.ends);
    }

    /// Returns how many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns them as cells.
    pub(super) fn cells(&self) -> Vec<Cell<'_>> {
        self.iter().collect()
    }

    /// Goes through them as cells.
    pub(super) fn iter(&self) -> impl Iterator<Item = Cell<'_>> {
        let mut start = (0, 0);
        self.ends.iter().map(move |(name_end, text_end)| {
            let (name_start, text_start) = std::mem::replace(&mut start, (*name_end, *text_end));
            Cell {
                name: self.names.get(name_start..*name_end).unwrap_or_default(),
                text: self.texts.get(text_start..*text_end).unwrap_or_default(),
            }
        })
    }
}

/// Tells whether two fields share a name; only keys given twice can make them.
pub(super) fn has_double(cells: &[Cell<'_>]) -> bool {
    if cells.len() <= FIELDS_COMPARED_IN_PAIRS {
        let mut before = cells.iter().enumerate();
        return before.any(|(index, cell)| cells.iter().take(index).any(|earlier| earlier.name == cell.name));
    }
    let mut seen = HashSet::with_capacity(cells.len());
    !cells.iter().all(|cell| seen.insert(cell.name))
}
