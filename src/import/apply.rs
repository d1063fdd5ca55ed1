//! Apply: a row and what a recipe says about its file, to a record.
//!
//! In: a [`File`] of a recipe and the rows of its table. Out: records, and findings where a date or an amount is
//! in none of the forms the recipe knows; the text stays on the record as written.
//!
//! Not here: choosing the file (`reading`), and any company.

use std::borrow::Cow;

use super::fold::fold;
use super::format::{Cell, FormatFinding, RowPlace};
use super::recipe::{File, Several, Transform, ZoneUnlessWritten};
use super::record::{Amount, Moment, Record, Role, Zone};
use super::value;
use crate::finding::{Code, Place};

/// Transforms in the order they are applied.
type Transforms<'r> = &'r [Transform];

/// A recipe's file bound to one table, with the positions of its columns.
pub(crate) struct Bound<'r> {
    file: &'r File,
    at: Vec<Column<'r>>,
    time: Vec<Column<'r>>,
    title: Vec<Column<'r>>,
    amount: Vec<Column<'r>>,
    quantity: Vec<Column<'r>>,
    currency: Vec<Column<'r>>,
    roles: Vec<(Role, Column<'r>)>,
    others: Vec<Column<'r>>,
    special: Vec<Column<'r>>,
}

/// A column of the recipe, and where it stood in the last row that had it.
struct Column<'r> {
    name: &'r str,
    folded: String,
    transforms: Transforms<'r>,
    last_index: std::cell::Cell<usize>,
}

impl<'r> Column<'r> {
    fn new(file: &'r File, name: &'r str) -> Self {
        let transforms = file.transforms.get(name).map(Several::as_slice).unwrap_or_default();
        Self { name, folded: fold(name), transforms, last_index: std::cell::Cell::new(0) }
    }

    /// Finds its cell; rows of one table have their columns in the same order, so the last place is tried first.
    fn cell<'a>(&self, cells: &[Cell<'a>]) -> Option<Cell<'a>> {
        let is_it = |cell: &Cell<'_>| cell.name == self.name || fold(cell.name) == self.folded;
        if let Some(cell) = cells.get(self.last_index.get()).filter(|cell| cell.name == self.name) {
            return Some(*cell);
        }
        let index = cells.iter().position(is_it)?;
        self.last_index.set(index);
        cells.get(index).copied()
    }

    /// Returns its value as the transforms leave it.
    fn value<'a>(&self, cells: &[Cell<'a>]) -> Option<&'a str> {
        let text = value::present(self.cell(cells)?.text)?;
        let text = self.transforms.iter().fold(text, |text, transform| transformed(text, *transform));
        value::present(text)
    }
}

impl<'r> Bound<'r> {
    /// Binds a file of a recipe to a table.
    pub(crate) fn new(file: &'r File) -> Self {
        let list = |names: &'r [String]| names.iter().map(|name| Column::new(file, name)).collect();
        let roles = file.roles.iter();
        let roles = roles
            .flat_map(|(role, names)| names.as_slice().iter().map(|name| (*role, Column::new(file, name))));
        Self {
            at: list(file.fields.at.as_slice()),
            time: list(file.fields.time.as_slice()),
            title: list(file.fields.title.as_slice()),
            amount: list(file.fields.amount.as_slice()),
            quantity: list(file.fields.quantity.as_slice()),
            currency: list(file.fields.currency.as_slice()),
            roles: roles.collect(),
            others: list(&file.others),
            special: list(&file.special),
            file,
        }
    }

    /// Makes a record of a row.
    pub(crate) fn record<'a>(
        &'a self,
        member: &str,
        place: RowPlace<'_>,
        cells: &[Cell<'a>],
        findings: &mut Vec<FormatFinding>,
    ) -> Record<'a> {
        let when = self.when(place, cells, findings);
        let amount = self.amount(place, cells, findings);
        let filled = |columns: &[Column<'r>]| columns.iter().any(|column| column.value(cells).is_some());
        let role = |(role, column): &(Role, Column<'r>)| Some((*role, Cow::Borrowed(column.value(cells)?)));
        Record {
            place: Place::at(member, place.position()),
            when,
            kind: Cow::Borrowed(&self.file.kind),
            category: self.file.category,
            origin: self.file.origin,
            title: first(&self.title, cells).map(|(_, text)| Cow::Borrowed(text)),
            amount,
            others: filled(&self.others),
            special: filled(&self.special),
            roles: self.roles.iter().filter_map(role).collect(),
            fields: fields(cells),
        }
    }

    fn when(
        &self,
        place: RowPlace<'_>,
        cells: &[Cell<'_>],
        findings: &mut Vec<FormatFinding>,
    ) -> Option<Moment> {
        let (column, date) = first(&self.at, cells)?;
        let clock = first(&self.time, cells).map(|(_, clock)| format!("{date} {clock}"));
        let moment = clock
            .and_then(|joined| value::moment(&joined, &self.file.dates))
            .or_else(|| value::moment(date, &self.file.dates));
        if moment.is_none() {
            findings.push(unreadable(Code::DateUnreadable, place, column));
        }
        moment.map(|moment| match (moment.zone, self.file.zone) {
            (Zone::Unknown, ZoneUnlessWritten::Utc) => Moment { zone: Zone::Utc, ..moment },
            (_, _) => moment,
        })
    }

    fn amount(
        &self,
        place: RowPlace<'_>,
        cells: &[Cell<'_>],
        findings: &mut Vec<FormatFinding>,
    ) -> Option<Amount> {
        let (column, text) = first(&self.amount, cells)?;
        let Some(amount) = value::amount(text, self.file.decimal.sign()) else {
            findings.push(unreadable(Code::AmountUnreadable, place, column));
            return None;
        };
        let quantity =
            first(&self.quantity, cells).and_then(|(_, text)| value::amount(text, self.file.decimal.sign()));
        let value =
            quantity.map_or(Some(amount.value), |quantity| amount.value.checked_mul(quantity.value))?;
        let beside = first(&self.currency, cells).map(|(_, currency)| currency.to_owned());
        let is_code = |code: &String| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        let currency = amount.currency.or(beside.filter(is_code)).or_else(|| self.file.currency.clone());
        Some(Amount { value, currency })
    }

    /// Compares the columns of a table with those the recipe knows.
    pub(crate) fn drift(&self, table: Option<&str>, columns: &[String]) -> Option<FormatFinding> {
        if self.file.columns.is_empty() || columns.is_empty() {
            return None;
        }
        let has = |names: &[String], name: &str| names.iter().any(|other| fold(other) == fold(name));
        let missing: Vec<&str> =
            self.file.columns.iter().map(String::as_str).filter(|name| !has(columns, name)).collect();
        let added: Vec<&str> = columns
            .iter()
            .map(String::as_str)
            .filter(|name| {
                !name.starts_with('#') && !has(&self.file.columns, name) && !has(&self.file.optional, name)
            })
            .collect();
        if missing.is_empty() && added.is_empty() {
            return None;
        }
        let shown = |names: &[&str]| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        let finding = FormatFinding::new(Code::LayoutDrift, None);
        let finding = finding.with("table", table.unwrap_or("none"));
        Some(finding.with("missing", shown(&missing)).with("added", shown(&added)))
    }
}

/// Returns every field as written.
pub(crate) fn fields<'a>(cells: &[Cell<'a>]) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
    cells.iter().map(|cell| (Cow::Borrowed(cell.name), Cow::Borrowed(cell.text))).collect()
}

fn first<'a, 'r>(columns: &[Column<'r>], cells: &[Cell<'a>]) -> Option<(&'r str, &'a str)> {
    columns.iter().find_map(|column| Some((column.name, column.value(cells)?)))
}

fn unreadable(code: Code, place: RowPlace<'_>, column: &str) -> FormatFinding {
    FormatFinding::new(code, Some(place.position())).with("column", column)
}

fn transformed(text: &str, transform: Transform) -> &str {
    match transform {
        Transform::StripApostrophes => text.trim_matches('\''),
        Transform::StripPipes => text.trim_matches('|'),
        Transform::BeforeColon => text.split_once(':').map_or(text, |(before, _)| before).trim(),
        Transform::AfterColon => text.split_once(':').map_or(text, |(_, after)| after).trim(),
        Transform::LeadingDate => text.get(..10).unwrap_or(text),
    }
}
