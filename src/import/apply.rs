//! Apply: a row and what a recipe says about its file, to a record.
//!
//! In: a [`File`] of a recipe and the rows of its table. Out: records, and findings where a date or an amount is
//! in none of the forms the recipe knows; the text stays on the record as written.
//!
//! Not here: choosing the file (`reading`), and any company.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use super::amount::{self, Beside, Sign, Unread};
use super::fold::{fold, fold_column};
use super::format::{Cell, FormatFinding, RowPlace};
use super::recipe::{File, Names, Several, Transform, ZoneUnlessWritten};
use super::record::{Amount, Moment, Record, Role, Zone};
use super::value::{self, DateForm};
use crate::finding::{Code, Place};

/// Transforms in the order they are applied.
type Transforms<'r> = &'r [Transform];

/// A recipe's file bound to one table, with the positions of its columns.
pub(crate) struct Bound<'r> {
    file: &'r File,
    /// How many columns it has.
    columns: usize,
    layouts: RefCell<Vec<Rc<Layout>>>,
    filled: Vec<Column<'r>>,
    at: Vec<Column<'r>>,
    time: Vec<Column<'r>>,
    title: Vec<Column<'r>>,
    amount: Vec<Column<'r>>,
    quantity: Vec<Column<'r>>,
    currency: Vec<Column<'r>>,
    roles: Vec<(Role, Column<'r>)>,
    others: Vec<Column<'r>>,
    special: Vec<Column<'r>>,
    /// Columns that say that an order was cancelled or paid back, each with the values that say so.
    undone_by: Vec<(Column<'r>, &'r [String])>,
    /// Rows of which they said it, and the first of them.
    undone: RefCell<Option<FormatFinding>>,
    undone_rows: std::cell::Cell<u64>,
    /// Rows it made records of.
    rows: std::cell::Cell<u64>,
    /// Whether a row of no kind had a column that speaks of this one.
    is_told: std::cell::Cell<bool>,
    /// The date that stood alone in a row above.
    above: std::cell::Cell<Option<Moment>>,
    /// Whether each row names its own columns, as in JSON: one that has nothing under a name may leave the name out.
    has_keys: bool,
    /// Of such a table, the columns known to be there that no row had so far: folded, and as the recipe has them.
    absent: RefCell<Vec<(String, &'r str)>>,
}

/// A column of the recipe.
struct Column<'r> {
    name: &'r str,
    folded: String,
    /// What stands before and after `[*]`, where every one of a list is meant.
    of_each: Option<(String, String)>,
    file: &'r File,
    transforms: Transforms<'r>,
    /// Its place among the seats of a layout.
    number: usize,
    /// Whether a row had it.
    is_seen: std::cell::Cell<bool>,
}

/// The cells of a row, and which of them each column of the recipe means.
#[derive(Clone, Copy)]
struct Row<'c, 'a> {
    cells: &'c [Cell<'a>],
    seats: &'c [Vec<usize>],
}

/// The names of a row, in their order, and which of its cells each column of the recipe means: none, one, or every one of
/// a list. Rows of one table have few layouts, and finding out costs more than the rest of a record.
struct Layout {
    names: Vec<String>,
    seats: Vec<Vec<usize>>,
}

impl Layout {
    fn is_of(&self, cells: &[Cell<'_>]) -> bool {
        self.names.len() == cells.len()
            && self
                .names
                .iter()
                .zip(cells)
                .all(|(name, cell)| name.len() == cell.name.len() && name == cell.name)
    }
}

/// Stands in a recipe for any value at all.
const ANY: &str = "*";

/// Layouts met last, the last one first.
const LAYOUTS_MAX: usize = 16;

/// Cells of a layout that is remembered, and bytes of their names.
const LAYOUT_CELLS_MAX: usize = 1_024;
const LAYOUT_BYTES_MAX: usize = 64 << 10;

impl<'r> Column<'r> {
    fn new(file: &'r File, name: &'r str, number: usize) -> Self {
        let transforms = file.transforms.get(name).map(Several::as_slice).unwrap_or_default();
        let folded = fold_column(name);
        let of_each =
            folded.split_once("[*]").map(|(before, after)| (format!("{before}["), format!("]{after}")));
        Self { name, folded, of_each, file, transforms, number, is_seen: std::cell::Cell::new(false) }
    }

    /// Finds its cells in a row of names, which come folded too.
    fn seats(&self, cells: &[Cell<'_>], folded: &[Cow<'_, str>]) -> Vec<usize> {
        let mut names = cells.iter().zip(folded).map(|(cell, folded)| (cell.name, folded.as_ref()));
        match &self.of_each {
            Some((before, after)) => {
                let is_one = |folded: &str| {
                    let index = folded
                        .strip_prefix(before.as_str())
                        .and_then(|rest| rest.strip_suffix(after.as_str()));
                    index.is_some_and(|index| {
                        !index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit())
                    })
                };
                names.enumerate().filter(|(_, (_, folded))| is_one(folded)).map(|(at, _)| at).collect()
            }
            None => names
                .position(|(name, folded)| name == self.name || folded == self.folded)
                .into_iter()
                .collect(),
        }
    }

    /// Returns its value as the transforms leave it, the first where it means a list.
    fn value<'a>(&self, row: Row<'_, 'a>) -> Option<&'a str> {
        self.values(row).next()
    }

    /// Returns its values: several where it means every one of a list.
    fn values<'c, 'a>(&'c self, row: Row<'c, 'a>) -> impl Iterator<Item = &'a str> + 'c {
        let seats = row.seats.get(self.number).map(Vec::as_slice).unwrap_or_default();
        seats.iter().filter_map(move |seat| self.kept(row.cells.get(*seat)?.text))
    }

    fn kept<'a>(&self, text: &'a str) -> Option<&'a str> {
        let present = |text: &'a str| {
            let text = value::present(text)?;
            let is_placeholder = self.file.placeholders.iter().any(|known| is_same(known, text));
            (!is_placeholder).then_some(text)
        };
        let text =
            self.transforms.iter().fold(present(text)?, |text, transform| transformed(text, *transform));
        present(text)
    }

    fn forms(&self) -> &'r [DateForm] {
        self.file.dates_of.get(self.name).unwrap_or(&self.file.dates)
    }
}

/// Tells whether a text is one of a recipe in small or large letters, with accents or without.
fn is_same(known: &str, text: &str) -> bool {
    known.eq_ignore_ascii_case(text) || !(known.is_ascii() && text.is_ascii()) && fold(known) == fold(text)
}

impl<'r> Bound<'r> {
    /// Binds a file of a recipe to a table, of which each row may name its own columns.
    pub(crate) fn new(file: &'r File, has_keys: bool) -> Self {
        let mut columns = 0;
        let mut column = |name: &'r String| {
            columns += 1;
            Column::new(file, name, columns - 1)
        };
        let roles =
            file.roles.iter().flat_map(|(role, names)| names.as_slice().iter().map(|name| (*role, name)));
        let roles = roles.map(|(role, name)| (role, column(name))).collect();
        let undone_by = file.undone.iter().map(|(name, values)| (column(name), values.as_slice())).collect();
        let mut list = |names: &'r [String]| names.iter().map(&mut column).collect();
        Self {
            filled: list(&file.filled),
            at: list(file.fields.at.as_slice()),
            time: list(file.fields.time.as_slice()),
            title: list(file.fields.title.as_slice()),
            amount: list(file.fields.amount.as_slice()),
            quantity: list(file.fields.quantity.as_slice()),
            currency: list(file.fields.currency.as_slice()),
            roles,
            others: list(&file.others),
            special: list(&file.special),
            undone_by,
            undone: RefCell::default(),
            undone_rows: std::cell::Cell::new(0),
            file,
            columns,
            layouts: RefCell::default(),
            rows: std::cell::Cell::new(0),
            is_told: std::cell::Cell::new(false),
            above: std::cell::Cell::new(None),
            has_keys,
            absent: RefCell::new(if has_keys { folded(file) } else { Vec::new() }),
        }
    }

    /// Tells whether a row is of the kind the recipe means.
    pub(crate) fn is_for(&self, cells: &[Cell<'_>]) -> bool {
        if self.filled.is_empty() {
            return true;
        }
        let layout = self.layout(cells);
        let row = Row { cells, seats: &layout.seats };
        self.filled.iter().all(|column| column.value(row).is_some())
    }

    /// Returns the layout of a row: one that was met, or a new one.
    fn layout(&self, cells: &[Cell<'_>]) -> Rc<Layout> {
        let mut known = self.layouts.borrow_mut();
        if let Some(at) = known.iter().position(|layout| layout.is_of(cells)) {
            if let Some(before) = known.get_mut(..=at) {
                before.rotate_right(1);
            }
            return Rc::clone(known.first().expect("it was just found"));
        }
        let layout = Rc::new(self.new_layout(cells));
        let bytes: usize = cells.iter().map(|cell| cell.name.len()).sum();
        if cells.len() <= LAYOUT_CELLS_MAX && bytes <= LAYOUT_BYTES_MAX {
            known.truncate(LAYOUTS_MAX - 1);
            known.insert(0, Rc::clone(&layout));
        }
        layout
    }

    fn new_layout(&self, cells: &[Cell<'_>]) -> Layout {
        let folded: Vec<Cow<'_, str>> = cells.iter().map(|cell| self.file.fold(cell.name)).collect();
        self.absent.borrow_mut().retain(|(name, _)| !folded.iter().any(|one| one.as_ref() == name.as_str()));
        let mut seats = vec![Vec::new(); self.columns];
        let lists = [
            &self.filled,
            &self.at,
            &self.time,
            &self.title,
            &self.amount,
            &self.quantity,
            &self.currency,
            &self.others,
            &self.special,
        ];
        let columns = lists.into_iter().flatten().chain(self.roles.iter().map(|(_, column)| column));
        let columns = columns.chain(self.undone_by.iter().map(|(column, _)| column));
        for column in columns {
            if let Some(seat) = seats.get_mut(column.number) {
                *seat = column.seats(cells, &folded);
                column.is_seen.set(column.is_seen.get() || !seat.is_empty());
            }
        }
        Layout { names: cells.iter().map(|cell| cell.name.to_owned()).collect(), seats }
    }

    /// Tells whether it is for whatever no other kind is.
    pub(crate) fn takes_every_row(&self) -> bool {
        self.filled.is_empty()
    }

    /// Looks at a row of no kind: at what speaks of this one, so that [`Bound::unseen`] can say what the row lacked, and at a
    /// date that stands alone, which is that of the next row of this kind.
    pub(crate) fn pass_by(&self, cells: &[Cell<'_>]) {
        if !self.filled.is_empty() && self.rows.get() == 0 && !self.is_told.get() {
            let tells = |cell: &Cell<'_>| {
                let folded = self.file.fold(cell.name);
                value::present(cell.text).is_some()
                    && self.file.optional.iter().any(|known| fold_column(known) == *folded)
            };
            self.is_told.set(cells.iter().any(tells));
        }
        if let (true, [alone]) = (self.file.date_above, cells) {
            let moment = value::moment(alone.text, &self.file.dates);
            self.above.set(moment.or(self.above.get()));
        }
    }

    /// Tells whether a column is what a message says at length.
    pub(crate) fn is_body(&self, name: &str) -> bool {
        let folded = self.file.fold(name);
        self.file.bodies.iter().any(|body| fold_column(body) == *folded)
    }

    /// Tells whether a row is the sentence that stands where there is no data.
    pub(crate) fn says_nothing(&self, cells: &[Cell<'_>]) -> bool {
        if self.file.nothing.is_empty() {
            return false;
        }
        let mut filled = cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
        let (Some(sentence), None) = (filled.next(), filled.next()) else { return false };
        let sentence = fold_column(sentence);
        self.file.nothing.iter().any(|known| sentence.starts_with(&fold_column(known)))
    }

    /// Returns a row's cells under the names the recipe knows.
    pub(crate) fn named<'c>(&self, cells: &'c [Cell<'c>]) -> Cow<'c, [Cell<'c>]> {
        match self.file.names {
            Names::AsWritten => Cow::Borrowed(cells),
            Names::AfterIndex => {
                cells.iter().map(|cell| Cell { name: after_index(cell.name), text: cell.text }).collect()
            }
        }
    }

    /// Makes a record of a row.
    pub(crate) fn record<'a>(
        &'a self,
        at: &'a Place,
        place: RowPlace<'_>,
        cells: &[Cell<'a>],
        findings: &mut Vec<FormatFinding>,
    ) -> Record<'a> {
        self.rows.set(self.rows.get() + 1);
        let layout = self.layout(cells);
        let row = Row { cells, seats: &layout.seats };
        let when = self.when(place, row, findings);
        let amount = self.amount(place, row, findings).filter(|amount| !self.is_undone(place, row, amount));
        let filled = |columns: &[Column<'r>]| columns.iter().any(|column| column.value(row).is_some());
        let mut roles = Vec::new();
        for (role, column) in &self.roles {
            roles.extend(column.values(row).map(|text| (*role, Cow::Borrowed(text))));
        }
        let title = first(&self.title, row).map(|(_, text)| text);
        let query = title.and_then(|title| self.query(title));
        roles.extend(query.map(|query| (Role::Query, Cow::Borrowed(query))));
        Record {
            place: Cow::Borrowed(at),
            when,
            until: None,
            kind: Cow::Borrowed(self.file.kind.as_str()),
            category: self.file.category,
            origin: self.file.origin,
            title: title.map(Cow::Borrowed),
            amount,
            others: filled(&self.others),
            special: filled(&self.special),
            roles,
            fields: Vec::new(),
        }
    }

    /// Returns the words of a search that stand in a title behind a sentence of the company's (`Searched for …`).
    fn query<'t>(&self, title: &'t str) -> Option<&'t str> {
        let behind = self.file.query_after.iter().find_map(|before| title.strip_prefix(before.as_str()))?;
        Some(behind.trim()).filter(|query| !query.is_empty())
    }

    fn when(
        &self,
        place: RowPlace<'_>,
        row: Row<'_, '_>,
        findings: &mut Vec<FormatFinding>,
    ) -> Option<Moment> {
        let Some((column, date)) = first(&self.at, row) else { return self.above.take() };
        let clock = first(&self.time, row).map(|(_, clock)| format!("{date} {clock}"));
        let moment = clock
            .and_then(|joined| value::moment(&joined, column.forms()))
            .or_else(|| value::moment(date, column.forms()));
        if moment.is_none() {
            findings.push(at_row(Code::DateUnreadable, place, column.name));
        }
        moment.map(|moment| match (moment.zone, self.file.zone) {
            (Zone::Unknown, ZoneUnlessWritten::Utc) => Moment { zone: Zone::Utc, ..moment },
            (Zone::Unknown, ZoneUnlessWritten::Offset(minutes)) => {
                Moment { zone: Zone::Offset(minutes), ..moment }
            }
            (_, _) => moment,
        })
    }

    fn amount<'a>(
        &'a self,
        place: RowPlace<'_>,
        row: Row<'_, 'a>,
        findings: &mut Vec<FormatFinding>,
    ) -> Option<Amount<'a>> {
        let (column, text) = first(&self.amount, row)?;
        let (quantity, currency) = (first(&self.quantity, row), first(&self.currency, row));
        let beside = Beside {
            sign: Sign::Of(self.file.decimal.sign()),
            currency: currency.map(|(_, text)| text),
            unless_written: self.file.currency.as_deref(),
            is_smallest: self.file.smallest_unit.iter().any(|known| self.file.fold(known) == column.folded),
            pieces: quantity.map(|(_, text)| text),
        };
        match amount::of_row(text, &beside) {
            Ok(read) => Some(read.amount),
            Err(unread) => {
                let column = match unread {
                    Unread::Amount => Some(column),
                    Unread::Currency => currency.map(|(column, _)| column),
                    Unread::Pieces => quantity.map(|(column, _)| column),
                };
                let column = column.map_or("", |column| column.name);
                findings.push(at_row(Code::AmountUnreadable, place, column));
                None
            }
        }
    }

    /// Tells whether a row says that its order was cancelled or paid back. What is less than nothing was paid back itself.
    fn is_undone(&self, place: RowPlace<'_>, row: Row<'_, '_>, amount: &Amount<'_>) -> bool {
        let says = |(column, values): &&(Column<'r>, &[String])| {
            let is_one = |text: &str| values.iter().any(|value| value == ANY || is_same(value, text));
            column.value(row).is_some_and(is_one)
        };
        if amount.value.is_sign_negative() {
            return false;
        }
        let Some((column, _)) = self.undone_by.iter().find(says) else { return false };
        self.undone_rows.set(self.undone_rows.get() + 1);
        let mut undone = self.undone.borrow_mut();
        if undone.is_none() {
            *undone = Some(at_row(Code::OrderUndone, place, column.name));
        }
        true
    }

    /// Says, at the end of a table, how many orders were cancelled or paid back.
    pub(crate) fn undone(&self) -> Option<FormatFinding> {
        let first = self.undone.take()?;
        Some(first.with("count", self.undone_rows.get()))
    }

    /// Compares the columns of a table with those the recipe knows; where each row names its own, what the first lacks may
    /// come in a later one, and [`Bound::unseen`] looks after it.
    pub(crate) fn drift(&self, table: Option<&str>, columns: &[String]) -> Option<FormatFinding> {
        if self.file.columns.is_empty() || columns.is_empty() {
            return None;
        }
        let has = |names: &[String], name: &str| {
            names.iter().any(|other| self.file.fold(other) == self.file.fold(name))
        };
        let names = self.file.columns.iter().map(String::as_str);
        let missing: Vec<&str> = names.filter(|name| !self.has_keys && !has(columns, name)).collect();
        let added: Vec<&str> = columns
            .iter()
            .map(String::as_str)
            .filter(|name| {
                !is_unnamed(name) && !has(&self.file.columns, name) && !has(&self.file.optional, name)
            })
            .collect();
        (!missing.is_empty() || !added.is_empty()).then(|| drifted(table, &missing, &added))
    }

    /// Says, at the end of a table, what it was to be read by and no row had: of a list of columns, none. What
    /// [`Bound::drift`] looks after is left to it.
    pub(crate) fn unseen(&self, table: Option<&str>) -> Option<FormatFinding> {
        if self.rows.get() == 0 {
            let names: Vec<&str> = self.filled.iter().map(|column| column.name).collect();
            return self.is_told.get().then(|| drifted(table, &names, &[]));
        }
        let mut groups: Vec<Vec<&Column<'r>>> =
            [&self.at, &self.time, &self.title, &self.amount, &self.quantity, &self.currency]
                .into_iter()
                .map(|columns| columns.iter().collect())
                .collect();
        groups.extend(self.filled.iter().map(|column| vec![column]));
        groups.extend(self.file.roles.keys().map(|role| {
            self.roles.iter().filter(|(known, _)| known == role).map(|(_, column)| column).collect()
        }));
        // Where the columns of a header are known, it is known too which of them may be absent; of keys it is said.
        let is_told = self.has_keys || !self.file.columns.is_empty();
        let optional = if is_told { self.file.optional.as_slice() } else { &[] };
        let is_known = |column: &Column<'r>| {
            let mut known = self.file.columns.iter().chain(optional);
            known.any(|known| self.file.fold(known) == column.folded.as_str())
        };
        let is_unseen = |group: &Vec<&Column<'r>>| {
            !group.is_empty() && !group.iter().any(|column| column.is_seen.get() || is_known(column))
        };
        let unseen = groups.iter().filter(|group| is_unseen(group)).flatten();
        let mut names: Vec<&str> = unseen.map(|column| column.name).collect();
        names.extend(self.absent.borrow().iter().map(|(_, name)| *name));
        names.sort_unstable();
        names.dedup();
        (!names.is_empty()).then(|| drifted(table, &names, &[]))
    }
}

/// Returns the columns a recipe knows to be there, each folded too.
fn folded(file: &File) -> Vec<(String, &str)> {
    file.columns.iter().map(|name| (file.fold(name).into_owned(), name.as_str())).collect()
}

fn drifted(table: Option<&str>, missing: &[&str], added: &[&str]) -> FormatFinding {
    let shown = |names: &[&str]| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    let finding = FormatFinding::new(Code::LayoutDrift, None).with("table", table.unwrap_or("none"));
    finding.with("missing", shown(missing)).with("added", shown(added))
}

fn first<'c, 'a, 'r>(columns: &'c [Column<'r>], row: Row<'_, 'a>) -> Option<(&'c Column<'r>, &'a str)> {
    columns.iter().find_map(|column| Some((column, column.value(row)?)))
}

/// Tells whether a reader named the column, because the header does not.
fn is_unnamed(name: &str) -> bool {
    name.strip_prefix('#').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Returns what stands after the last `[0].` of a dotted path.
fn after_index(name: &str) -> &str {
    let is_index = |before: &str| {
        let digits = before.rsplit('[').next().unwrap_or_default();
        digits.len() < before.len() && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    match name.rsplit_once("].") {
        Some((before, after)) if is_index(before) => after,
        Some(_) | None => name,
    }
}

fn at_row(code: Code, place: RowPlace<'_>, column: &str) -> FormatFinding {
    FormatFinding::new(code, Some(place.position())).with("column", column)
}

fn transformed(text: &str, transform: Transform) -> &str {
    match transform {
        Transform::StripApostrophes => text.trim_matches('\''),
        Transform::StripPipes => text.trim_matches('|'),
        Transform::BeforeColon => text.split_once(':').map_or(text, |(before, _)| before).trim(),
        Transform::AfterColon => text.split_once(':').map_or(text, |(_, after)| after).trim(),
        Transform::LeadingDate => text.get(..10).unwrap_or(text),
        Transform::BeforeComma => text.split_once(',').map_or(text, |(before, _)| before).trim(),
        Transform::AfterLastColon => text.rsplit_once(':').map_or(text, |(_, after)| after).trim(),
        Transform::StripPercent => text.trim_end_matches(['%', ' ']),
    }
}
