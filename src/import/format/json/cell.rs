//! Cell: a JSON document that stands in a cell of another table.
//!
//! In: a cell. Out: the fields of the document, under the cell's name. Not here: which cells are asked (`csv`).

use super::front::looks_like_json;
use super::{Fields, Walk};
use crate::import::format::lines::Field;
use crate::import::format::text::Changes;
use crate::import::format::token::Tokens;
use crate::import::format::{Cell, Flow, FormatFinding, Lists, RowPlace, Sink};

/// Tells whether a document may stand in a cell, by its first byte: nearly all begin otherwise.
pub(in crate::import::format) fn may_be_document(cell: &str) -> bool {
    // What is not ASCII may be white space too.
    matches!(cell.as_bytes().first(), Some(b'{' | b'[' | b'\t'..=b' ' | 0x80..))
}

/// Returns the fields of a document that stands in a cell, under the cell's name; none where it holds no document.
pub(in crate::import::format) fn fields_of_cell(name: &str, text: &str) -> Vec<Field> {
    if !may_be_document(text) {
        return Vec::new();
    }
    let text = text.trim();
    let is_likely =
        text.starts_with("{\"") && text.ends_with('}') || text.starts_with('[') && text.ends_with(']');
    if !is_likely || !looks_like_json(text) {
        return Vec::new();
    }
    let mut unheard = Unheard;
    let mut walk = Walk::new(Tokens::of_text(text, Changes::default()), Lists::Inside, &mut unheard);
    let mut fields = Fields::default();
    let read = walk.flatten(&mut name.to_owned(), name, &mut fields);
    if read.is_err() || walk.tokens.nothing_more().is_err() {
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
