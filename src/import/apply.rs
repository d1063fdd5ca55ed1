//! Apply: a row and what a recipe says about its file, to a record.
//!
//! In: a [`File`] of a recipe and the rows of its table. Out: records, and findings where a date or an amount is
//! in none of the forms the recipe knows; the text stays on the record as written.
//!
//! Not here: choosing the file (`reading`), and any company.

use std::borrow::Cow;

use super::fold::fold_column;
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
}

/// A column of the recipe, and where it stood in the last row that had it.
struct Column<'r> {
    name: &'r str,
    folded: String,
    /// What stands before and after `[*]`, where every one of a list is meant.
    of_each: Option<(String, String)>,
    file: &'r File,
    transforms: Transforms<'r>,
    last_index: std::cell::Cell<usize>,
}

impl<'r> Column<'r> {
    fn new(file: &'r File, name: &'r str) -> Self {
        let transforms = file.transforms.get(name).map(Several::as_slice).unwrap_or_default();
        let folded = fold_column(name);
        let of_each =
            folded.split_once("[*]").map(|(before, after)| (format!("{before}["), format!("]{after}")));
        Self { name, folded, of_each, file, transforms, last_index: std::cell::Cell::new(0) }
    }

    /// Finds its cell; rows of one table have their columns in the same order, so the last place is tried first.
    fn cell<'a>(&self, cells: &[Cell<'a>]) -> Option<Cell<'a>> {
        if let Some(cell) = cells.get(self.last_index.get()).filter(|cell| cell.name == self.name) {
            return Some(*cell);
        }
        let is_it = |cell: &Cell<'_>| cell.name == self.name || self.file.fold(cell.name) == self.folded;
        let index = cells.iter().position(is_it)?;
        self.last_index.set(index);
        cells.get(index).copied()
    }

    /// Returns its value as the transforms leave it.
    fn value<'a>(&self, cells: &[Cell<'a>]) -> Option<&'a str> {
        match self.of_each {
            Some(_) => self.values(cells).next(),
            None => self.kept(self.cell(cells)?.text),
        }
    }

    /// Returns its values: several where it means every one of a list.
    fn values<'c, 'a>(&'c self, cells: &'c [Cell<'a>]) -> impl Iterator<Item = &'a str> + 'c {
        let alone = if self.of_each.is_none() { self.cell(cells) } else { None };
        let listed = cells.iter().filter(|cell| self.is_one_of(cell.name)).copied();
        alone.into_iter().chain(listed).filter_map(|cell| self.kept(cell.text))
    }

    fn is_one_of(&self, name: &str) -> bool {
        let Some((before, after)) = &self.of_each else { return false };
        let folded = self.file.fold(name);
        let index = folded.strip_prefix(before.as_str()).and_then(|rest| rest.strip_suffix(after.as_str()));
        index.is_some_and(|index| !index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit()))
    }

    fn kept<'a>(&self, text: &'a str) -> Option<&'a str> {
        let present = |text: &'a str| {
            let text = value::present(text)?;
            let is_placeholder = self.file.placeholders.iter().any(|known| known.eq_ignore_ascii_case(text));
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

impl<'r> Bound<'r> {
    /// Binds a file of a recipe to a table.
    pub(crate) fn new(file: &'r File) -> Self {
        let list = |names: &'r [String]| names.iter().map(|name| Column::new(file, name)).collect();
        let roles = file.roles.iter();
        let roles = roles
            .flat_map(|(role, names)| names.as_slice().iter().map(|name| (*role, Column::new(file, name))));
        Self {
            filled: list(&file.filled),
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

    /// Tells whether a row is of the kind the recipe means.
    pub(crate) fn is_for(&self, cells: &[Cell<'_>]) -> bool {
        self.filled.iter().all(|column| column.value(cells).is_some())
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
        let when = self.when(place, cells, findings);
        let amount = self.amount(place, cells, findings);
        let filled = |columns: &[Column<'r>]| columns.iter().any(|column| column.value(cells).is_some());
        let mut roles = Vec::new();
        for (role, column) in &self.roles {
            roles.extend(column.values(cells).map(|text| (*role, Cow::Borrowed(text))));
        }
        Record {
            place: Cow::Borrowed(at),
            when,
            kind: Cow::Borrowed(self.file.kind.as_str()),
            category: self.file.category,
            origin: self.file.origin,
            title: first(&self.title, cells).map(|(_, text)| Cow::Borrowed(text)),
            amount,
            others: filled(&self.others),
            special: filled(&self.special),
            roles,
            fields: Vec::new(),
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
            .and_then(|joined| value::moment(&joined, column.forms()))
            .or_else(|| value::moment(date, column.forms()));
        if moment.is_none() {
            findings.push(unreadable(Code::DateUnreadable, place, column.name));
        }
        moment.map(|moment| match (moment.zone, self.file.zone) {
            (Zone::Unknown, ZoneUnlessWritten::Utc) => Moment { zone: Zone::Utc, ..moment },
            (Zone::Unknown, ZoneUnlessWritten::Offset(minutes)) => {
                Moment { zone: Zone::Offset(minutes), ..moment }
            }
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
            findings.push(unreadable(Code::AmountUnreadable, place, column.name));
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
        let has = |names: &[String], name: &str| {
            names.iter().any(|other| self.file.fold(other) == self.file.fold(name))
        };
        let missing: Vec<&str> =
            self.file.columns.iter().map(String::as_str).filter(|name| !has(columns, name)).collect();
        let added: Vec<&str> = columns
            .iter()
            .map(String::as_str)
            .filter(|name| {
                !is_unnamed(name) && !has(&self.file.columns, name) && !has(&self.file.optional, name)
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

fn first<'c, 'a, 'r>(columns: &'c [Column<'r>], cells: &[Cell<'a>]) -> Option<(&'c Column<'r>, &'a str)> {
    columns.iter().find_map(|column| Some((column, column.value(cells)?)))
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
        Transform::BeforeComma => text.split_once(',').map_or(text, |(before, _)| before).trim(),
        Transform::AfterLastColon => text.rsplit_once(':').map_or(text, |(_, after)| after).trim(),
        Transform::StripPercent => text.trim_end_matches(['%', ' ']),
    }
}
