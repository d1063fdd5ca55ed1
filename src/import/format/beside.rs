//! Beside: rows are taken out of a member on one thread while another makes records of them.
//!
//! In: a member's bytes and a sink, as for [`super::read`]. Out: the same tables, rows and findings in the same order, told to
//! the sink on the calling thread. What a format says is packed into loads and handed over, so that the two meet seldom;
//! a row with the names of the row before does not carry them again.
//!
//! It costs a copy of every row, and is worth that where a thread would be idle otherwise. Not here: for which members that
//! is so (`reading`).

use std::io::Read;
use std::ops::Range;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, scope};

use super::{Cell, Flow, Format, FormatFinding, Lists, RowPlace, Sink, emptied};

/// Bytes of a load, and how many wait.
const LOAD_BYTES: usize = 128 << 10;
const LOADS: usize = 4;

/// Things said in a load.
const SAID_MAX: usize = 4_096;

/// Reads a member as [`super::read`] does; on this thread alone where there can be no other.
pub(super) fn read(
    format: Format,
    beginning: &[u8],
    rest: &mut (dyn Read + Send),
    lists: Lists,
    sink: &mut dyn Sink,
) {
    let lent = &mut *rest;
    let is_read = scope(|scope| {
        let (full, loads) = sync_channel(LOADS);
        let (empty, emptied) = sync_channel(LOADS);
        let pack = move || {
            let mut packer = Packer { full, emptied, load: Load::default() };
            super::read(format, beginning, lent, lists, &mut packer);
            packer.hand_over();
        };
        let is_begun = Builder::new().spawn_scoped(scope, pack).is_ok();
        if is_begun {
            unpack(loads, &empty, sink);
        }
        is_begun
    });
    if !is_read {
        super::read(format, beginning, rest, lists, sink);
    }
}

/// Tells a sink what is in the loads, until it wants no more.
fn unpack(loads: Receiver<Load>, empty: &SyncSender<Load>, sink: &mut dyn Sink) {
    let mut flow = Flow::Next;
    let mut cells = Vec::new();
    for mut load in loads {
        cells = load.tell(sink, &mut flow, cells);
        if flow == Flow::Stop {
            return;
        }
        load.clear();
        // A load that cannot be given back is made anew.
        let _ = empty.try_send(load);
    }
}

/// What a format said, in its order.
#[derive(Default)]
struct Load {
    said: Vec<Said>,
    /// The texts of all cells one behind the other, and where each ends.
    texts: Joined,
    /// The names of the rows that have others than the row before.
    names: Joined,
    /// Those of the last row.
    last_names: Range<usize>,
    /// Sheets and pointers that rows stand in, each where it is another than that of the row before.
    within: Joined,
}

enum Said {
    Table(Option<String>, Vec<String>),
    Above(String, Vec<(String, String)>),
    Row {
        place: Place,
        /// Which of the names are its.
        names: Range<usize>,
    },
    Lost(FormatFinding),
    LostRows(u64, FormatFinding),
    Finding(FormatFinding),
}

/// Where a row stands; sheets and pointers by their number in the load.
enum Place {
    Row(u64),
    Sheet(usize, u64),
    Object(usize),
    Element(usize, u64),
}

/// Texts one behind the other.
#[derive(Default)]
struct Joined {
    text: String,
    ends: Vec<usize>,
}

impl Joined {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(number).copied().unwrap_or(start);
        self.text.get(start..end).unwrap_or_default()
    }

    fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }
}

impl Load {
    fn clear(&mut self) {
        self.said.clear();
        self.texts.clear();
        self.names.clear();
        self.last_names = 0..0;
        self.within.clear();
    }

    fn is_full(&self) -> bool {
        self.texts.text.len() + self.names.text.len() >= LOAD_BYTES || self.said.len() >= SAID_MAX
    }

    fn row(&mut self, place: RowPlace<'_>, cells: &[Cell<'_>]) {
        let place = match place {
            RowPlace::Row(row) => Place::Row(row),
            RowPlace::Sheet(sheet, row) => Place::Sheet(self.within(sheet), row),
            RowPlace::Object(pointer) => Place::Object(self.within(pointer)),
            RowPlace::Element(pointer, index) => Place::Element(self.within(pointer), index),
        };
        let last = self.last_names.clone();
        let is_same = last.len() == cells.len()
            && last.zip(cells).all(|(name, cell)| self.names.get(name) == cell.name);
        if !is_same {
            let first = self.names.len();
            cells.iter().for_each(|cell| self.names.push(cell.name));
            self.last_names = first..self.names.len();
        }
        cells.iter().for_each(|cell| self.texts.push(cell.text));
        self.said.push(Said::Row { place, names: self.last_names.clone() });
    }

    fn within(&mut self, text: &str) -> usize {
        let last = self.within.len().checked_sub(1).filter(|last| self.within.get(*last) == text);
        last.unwrap_or_else(|| {
            self.within.push(text);
            self.within.len() - 1
        })
    }

    /// Tells all of it to a sink, or what it still wants; the memory of cells is used for every row.
    fn tell<'m>(&mut self, sink: &mut dyn Sink, flow: &mut Flow, cells: Vec<Cell<'m>>) -> Vec<Cell<'m>> {
        let mut cells = emptied(cells);
        let mut text = 0;
        for said in self.said.drain(..) {
            match said {
                Said::Table(name, columns) => *flow = sink.table(name.as_deref(), &columns),
                Said::Above(pointer, fields) => {
                    let told: Vec<Cell<'_>> = fields.iter().map(|(name, text)| Cell { name, text }).collect();
                    sink.above(&pointer, &told);
                }
                Said::Row { place, names } => {
                    let first = text;
                    text += names.len();
                    if *flow != Flow::SkipTable {
                        cells.clear();
                        let pairs = names.zip(first..);
                        cells.extend(pairs.map(|(name, text)| Cell {
                            name: self.names.get(name),
                            text: self.texts.get(text),
                        }));
                        let place = match place {
                            Place::Row(row) => RowPlace::Row(row),
                            Place::Sheet(sheet, row) => RowPlace::Sheet(self.within.get(sheet), row),
                            Place::Object(pointer) => RowPlace::Object(self.within.get(pointer)),
                            Place::Element(pointer, index) => {
                                RowPlace::Element(self.within.get(pointer), index)
                            }
                        };
                        *flow = sink.row(place, &cells);
                    }
                }
                Said::Lost(finding) => sink.lost(finding),
                Said::LostRows(rows, finding) => sink.lost_rows(rows, finding),
                Said::Finding(finding) => sink.finding(finding),
            }
            if *flow == Flow::Stop {
                break;
            }
        }
        emptied(cells)
    }
}

/// A sink that packs what it is told.
struct Packer {
    full: SyncSender<Load>,
    emptied: Receiver<Load>,
    load: Load,
}

impl Packer {
    /// Hands a load over once it is full; nobody wants more where it cannot be.
    fn pack(&mut self, pack: impl FnOnce(&mut Load)) -> Flow {
        pack(&mut self.load);
        if self.load.is_full() { self.hand_over() } else { Flow::Next }
    }

    fn hand_over(&mut self) -> Flow {
        let next = self.emptied.try_recv().unwrap_or_default();
        let load = std::mem::replace(&mut self.load, next);
        if self.full.send(load).is_ok() { Flow::Next } else { Flow::Stop }
    }
}

impl Sink for Packer {
    fn table(&mut self, name: Option<&str>, columns: &[String]) -> Flow {
        self.pack(|load| load.said.push(Said::Table(name.map(str::to_owned), columns.to_vec())))
    }

    fn above(&mut self, pointer: &str, cells: &[Cell<'_>]) {
        let fields = cells.iter().map(|cell| (cell.name.to_owned(), cell.text.to_owned())).collect();
        // Who wants no more is told with the next row or table.
        self.pack(|load| load.said.push(Said::Above(pointer.to_owned(), fields)));
    }

    fn row(&mut self, place: RowPlace<'_>, cells: &[Cell<'_>]) -> Flow {
        self.pack(|load| load.row(place, cells))
    }

    fn lost(&mut self, finding: FormatFinding) {
        // Who wants no more is told with the next row or table.
        self.pack(|load| load.said.push(Said::Lost(finding)));
    }

    fn lost_rows(&mut self, rows: u64, finding: FormatFinding) {
        self.pack(|load| load.said.push(Said::LostRows(rows, finding)));
    }

    fn finding(&mut self, finding: FormatFinding) {
        self.pack(|load| load.said.push(Said::Finding(finding)));
    }
}
