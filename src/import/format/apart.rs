//! Apart: which lists inside an element of a list are tables of their own.
//!
//! In: the cells of an element, each under its path (`accounts[0].transactions[2].date`). Out: the cells of the element itself, and
//! a row for every element of such a list. What a name means the caller knows; once it has said what a list is, all
//! lists at that place are the same.
//!
//! Not here: reading (`json`). A name that itself has a point or a bracket in it is taken for a path.

use std::collections::HashMap;

use super::{Cell, push_number};

/// Elements from which a list shows what it is.
const ELEMENTS_MIN: usize = 2;

/// Says whether a list is a table: in, the cells of the element it stands in, and those of each of its own elements.
pub(crate) type IsTable = fn(&[Cell<'_>], &[Vec<Cell<'_>>]) -> bool;

/// What becomes of lists inside an element of a list.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Lists {
    /// They are fields of the element, as who knows the company names them.
    Inside,
    /// Those that are tables are read as such.
    Apart(IsTable),
}

/// A row of a list that stands in an element.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part<'c> {
    /// Its table: a pointer with a star for any element.
    pub(super) table: String,
    /// The pointer of its list, and its number there.
    pub(super) pointer: String,
    pub(super) index: u64,
    pub(super) cells: Vec<Cell<'c>>,
}

/// What is known of the lists of one document.
pub(super) struct Apart {
    is_table: IsTable,
    known: HashMap<String, bool>,
    has_tables: bool,
}

/// An element of a list that stands in another: its number, and its cells under the names they have in it.
struct Inner<'c, 'n> {
    index: u64,
    cells: &'n [Cell<'c>],
    /// Bytes of the names in front of their own.
    above: usize,
}

impl<'c> Inner<'c, '_> {
    fn own(&self) -> Vec<Cell<'c>> {
        let own = |cell: &Cell<'c>| Cell { name: cell.name.get(self.above..).unwrap_or_default(), ..*cell };
        self.cells.iter().map(own).collect()
    }
}

/// Where an element stands.
#[derive(Clone, Copy)]
pub(super) struct At<'p> {
    /// Its table.
    pub(super) table: &'p str,
    /// Its own pointer.
    pub(super) pointer: &'p str,
}

impl Apart {
    pub(super) fn new(is_table: IsTable) -> Self {
        Self { is_table, known: HashMap::new(), has_tables: false }
    }

    /// Tells whether any list was a table, so that one of a single element may be.
    pub(super) fn has_tables(&self) -> bool {
        self.has_tables
    }

    /// Returns the cells of an element that are its own, and the rows of the lists in it that are tables.
    pub(super) fn part<'c>(&mut self, at: At<'_>, cells: &[Cell<'c>]) -> (Vec<Cell<'c>>, Vec<Part<'c>>) {
        let (mut own, mut parts) = (Vec::with_capacity(cells.len()), Vec::new());
        self.scan(at, cells, 0, &mut own, &mut parts);
        (own, parts)
    }

    /// Tells whether a list is a table, or may be.
    pub(super) fn may_be_table(&self, at: At<'_>, list: &str) -> bool {
        self.known.get(&key(at.table, list)) != Some(&false)
    }

    /// Returns the rows of a list that is read in part, if it is a table, and the number of cells in front of it.
    pub(super) fn part_of_list<'c>(
        &mut self,
        at: At<'_>,
        cells: &[Cell<'c>],
        list: &str,
    ) -> Option<(usize, Vec<Part<'c>>)> {
        let begin = cells.iter().position(|cell| is_in(cell.name, list))?;
        let (before, run) = cells.split_at(begin);
        let level = list.rfind("].").map_or(0, |end| end + 2);
        let elements = elements(run, list)?;
        if !self.is_table(at, list, &own_of(before, list, level), &elements) {
            return None;
        }
        let mut parts = Vec::new();
        self.parts(at, list, &elements, &mut parts);
        Some((begin, parts))
    }

    /// Goes through cells in which lists are looked for from a byte of their names on.
    fn scan<'c>(
        &mut self,
        at: At<'_>,
        cells: &[Cell<'c>],
        from: usize,
        own: &mut Vec<Cell<'c>>,
        parts: &mut Vec<Part<'c>>,
    ) {
        let mut next = 0;
        while let Some(cell) = cells.get(next) {
            let Some(list) = list_in(cell.name, from) else {
                own.push(*cell);
                next += 1;
                continue;
            };
            let rest = cells.get(next..).unwrap_or_default();
            let count = rest.iter().take_while(|cell| is_in(cell.name, list)).count();
            let run = rest.get(..count).unwrap_or_default();
            next += count;
            match elements(run, list) {
                Some(elements) if self.is_table(at, list, &own_of(cells, list, from), &elements) => {
                    self.parts(at, list, &elements, parts);
                }
                Some(elements) => {
                    elements.iter().for_each(|inner| self.scan(at, inner.cells, inner.above, own, parts));
                }
                None => own.extend_from_slice(run),
            }
        }
    }

    fn parts<'c>(&mut self, at: At<'_>, list: &str, elements: &[Inner<'c, '_>], parts: &mut Vec<Part<'c>>) {
        let table = key(at.table, list);
        let pointer = format!("{}/{}", at.pointer, list.replace(['.', '['], "/").replace(']', ""));
        for inner in elements {
            let mut own_pointer = format!("{pointer}/");
            push_number(&mut own_pointer, inner.index);
            let (cells, deeper) = self.part(At { table: &table, pointer: &own_pointer }, &inner.own());
            parts.extend(deeper);
            parts.push(Part { table: table.clone(), pointer: pointer.clone(), index: inner.index, cells });
        }
    }

    fn is_table(&mut self, at: At<'_>, list: &str, own: &[Cell<'_>], elements: &[Inner<'_, '_>]) -> bool {
        let key = key(at.table, list);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        if elements.len() < ELEMENTS_MIN {
            return false;
        }
        let inner: Vec<Vec<Cell<'_>>> = elements.iter().map(Inner::own).collect();
        let is_table = (self.is_table)(own, &inner);
        self.has_tables |= is_table;
        self.known.insert(key, is_table);
        is_table
    }
}

/// Returns the cells that stand beside a list and in no list themselves.
fn own_of<'c>(cells: &[Cell<'c>], list: &str, from: usize) -> Vec<Cell<'c>> {
    let above = list.get(..from).unwrap_or_default();
    let is_own = |cell: &&Cell<'_>| {
        cell.name.starts_with(above) && !cell.name.get(from..).is_some_and(|name| name.contains('['))
    };
    cells.iter().filter(is_own).copied().collect()
}

/// Returns the name of the table of a list.
fn key(table: &str, list: &str) -> String {
    let mut key = format!("{table}/*/");
    let mut is_number = false;
    for c in list.chars() {
        match c {
            '[' => {
                is_number = true;
                key.push_str("/*");
            }
            ']' => is_number = false,
            '.' => key.push('/'),
            _ if is_number => {}
            c => key.push(c),
        }
    }
    key
}

/// Returns the path of the first list of objects in a name, looked for from a byte on.
fn list_in(name: &str, from: usize) -> Option<&str> {
    let begin = from + memchr::memchr(b'[', name.as_bytes().get(from..)?)?;
    index_at(name, begin).map(|_| name.get(..begin).unwrap_or_default())
}

/// Returns the number between the brackets that begin at a byte, and where the name behind `].` begins.
fn index_at(name: &str, begin: usize) -> Option<(u64, usize)> {
    let rest = name.get(begin..)?.strip_prefix('[')?;
    let (number, own) = rest.split_once("].")?;
    let index = number.parse().ok().filter(|_| number.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some((index, name.len() - own.len()))
}

fn is_in(name: &str, list: &str) -> bool {
    name.strip_prefix(list).is_some_and(|rest| rest.starts_with('['))
}

/// Takes the cells of a list apart by its elements; none where one of them is no object.
fn elements<'c, 'n>(run: &'n [Cell<'c>], list: &str) -> Option<Vec<Inner<'c, 'n>>> {
    let mut elements: Vec<Inner<'c, 'n>> = Vec::new();
    let mut rest = run;
    while let Some(first) = rest.first().filter(|cell| is_in(cell.name, list)) {
        let (index, above) = index_at(first.name, list.len())?;
        let beginning = first.name.get(..above)?;
        let count = rest.iter().take_while(|cell| cell.name.starts_with(beginning)).count();
        let (cells, behind) = rest.split_at(count);
        elements.push(Inner { index, cells, above });
        rest = behind;
    }
    Some(elements)
}
