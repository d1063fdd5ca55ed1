//! Generic: rows of a table no recipe knows, to records that are useful all the same.
//!
//! In: the rows of one table, one at a time. Out: records of the kind `row`, with category, date, title, amount and
//! roles inferred from names (`words.yaml`) and from the values of the first rows.
//!
//! Day and month are never guessed from one value: the whole column decides, and where only rows beyond the first
//! could, the answer is left for a second reading ([`Answers`]). Not here: any company's layout.

mod compound;
mod dates;
mod detect;
mod dictionary;
mod money;
mod people;
mod profile;
mod roles;
mod sum;
mod titles;
mod upright;
mod words;

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

pub(crate) use self::money::Paid;
use self::profile::{Profile, When};
use self::roles::RoleColumn;
use self::sum::Sums;
pub(crate) use self::words::Meanings;
use super::coverage::Confidence;
use super::format::{Cell as FormatCell, FormatFinding, RowPlace};
use super::record::{Amount, Moment, Record, Role};
use super::value::{self, DateForm, Order};
use super::{amount, currency};
use crate::finding::{Code, Place, Position};
use crate::law::category::{Category, Origin};

/// The kind of every record made here.
pub const KIND: &str = "row";

/// Rows looked at before the first record is made.
const ROWS_SAMPLED: usize = 200;

/// Bytes of rows looked at.
const BYTES_SAMPLED: usize = 1 << 20;

/// Digits from which a name that is mostly digits is a number of somebody or something.
const DIGITS_OF_VALUES_MIN: usize = 4;

/// What a first reading found out about columns whose first rows left day and month open.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answers {
    orders: BTreeMap<(Option<String>, String), Order>,
}

impl Answers {
    /// Tells whether a second reading would learn nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.orders.is_empty()
    }

    /// Returns the answers about one table.
    pub(crate) fn of(&self, table: Option<&str>) -> BTreeMap<String, Order> {
        let own = self.orders.iter().filter(|((name, _), _)| name.as_deref() == table);
        own.map(|((_, column), order)| (column.clone(), *order)).collect()
    }
}

/// What some rows gave.
#[derive(Default)]
pub(crate) struct Batch {
    pub(crate) records: u64,
    /// Rows that are no records, each said by a finding.
    pub(crate) rows_as_findings: u64,
    /// How sure category and origin are, once it is known.
    pub(crate) confidence: Option<Confidence>,
    pub(crate) findings: Vec<FormatFinding>,
}

/// What the columns of a table seem to hold, for the first version of a recipe.
pub(crate) struct Sketch {
    pub(crate) category: Category,
    pub(crate) origin: Origin,
    pub(crate) confidence: Confidence,
    /// The column that says when.
    pub(crate) when: Option<Dated>,
    pub(crate) titles: Vec<String>,
    pub(crate) amount: Option<Paid<String>>,
    pub(crate) currency: Option<String>,
    /// The currency the name of the amount's column gives.
    pub(crate) currency_named: Option<&'static str>,
    pub(crate) roles: Vec<(Role, String)>,
    pub(crate) others: Vec<String>,
    pub(crate) special: Vec<String>,
}

impl Sketch {
    /// Leaves out columns.
    pub(crate) fn without(mut self, is_out: fn(&str) -> bool) -> Self {
        let keeps = |column: &String| !is_out(column);
        self.when = self.when.filter(|dated| keeps(&dated.column));
        self.amount =
            self.amount.filter(|paid| keeps(&paid.column) && paid.quantity.as_ref().is_none_or(keeps));
        self.currency = self.currency.filter(keeps);
        self.roles.retain(|(_, column)| keeps(column));
        for columns in [&mut self.titles, &mut self.others, &mut self.special] {
            columns.retain(keeps);
        }
        self
    }
}

/// Tells whether a name is a value: an address of mail, a number that leads to somebody, a day.
pub(crate) fn is_value(name: &str) -> bool {
    let name = value::trimmed(name);
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    name.contains('@') && name.len() > 1
        || detect::Type::of(name).is_some()
        || digits >= DIGITS_OF_VALUES_MIN && digits * 2 >= name.len()
        || value::iso(name).is_some()
        || value::numeric(name).is_some()
}

/// A column of dates.
pub(crate) struct Dated {
    pub(crate) column: String,
    /// The forms its values have.
    pub(crate) forms: Vec<DateForm>,
    /// Whether day and month are not told apart where both are numbers.
    pub(crate) is_open: bool,
}

/// Says what the columns of a table seem to hold.
pub(crate) fn sketch(member: &str, table: Option<&str>, rows: &[Vec<(String, String)>]) -> Sketch {
    let rows: Vec<_> = rows.iter().map(Vec::as_slice).collect();
    let profile = Profile::learn(member, table, &rows, &BTreeMap::new(), &Meanings::default());
    Sketch {
        category: profile.category,
        origin: profile.origin,
        confidence: profile.confidence,
        when: profile.when.map(|When { column, forms, is_open, .. }| Dated { column, forms, is_open }),
        titles: profile.titles,
        amount: profile.amount,
        currency: profile.currency,
        currency_named: profile.currency_named,
        roles: profile.roles.into_iter().map(|told| (told.role, told.column)).collect(),
        others: profile.others,
        special: profile.special,
    }
}

/// Tells apart, in the rows of a table, what names somebody or says how to reach them from the company's own words about them.
#[derive(Default)]
pub struct Told {
    meanings: Meanings,
}

impl Told {
    /// Returns the values of a row that are about who somebody is, and those that the company concluded or that are who has
    /// the data.
    pub fn apart<'r>(&self, place: &Place, row: &'r [(String, String)]) -> (Vec<&'r str>, Vec<&'r str>) {
        let table = match &place.position {
            Some(Position::Sheet(sheet, _)) => Some(sheet.as_str()),
            Some(Position::Row(_) | Position::Line(..) | Position::Path(_)) | None => None,
        };
        people::told_apart(&place.file, table, row, &self.meanings)
    }
}

/// Receives records, each with the cells of its row and the number of the order it belongs to.
pub(crate) type Keep<'k> = dyn for<'c> FnMut(Record<'c>, &[FormatCell<'c>], Option<&str>) + 'k;

/// The reader of one table.
pub(crate) struct Generic {
    /// The place of the row that is read.
    place: Place,
    table: Option<String>,
    given: BTreeMap<String, Order>,
    meanings: Rc<Meanings>,
    waiting: Vec<(Position, Vec<(String, String)>)>,
    waiting_bytes: usize,
    profile: Option<Seated>,
    open: Open,
    sums: Sums,
    undone: Undone,
}

/// Orders that were cancelled or paid back.
#[derive(Default)]
struct Undone {
    rows: u64,
    first: Option<Position>,
    /// The last state, and whether it says so: states are few.
    last: (String, bool),
}

impl Undone {
    fn is(&mut self, state: &str) -> bool {
        if self.last.0 != state {
            self.last = (state.to_owned(), dictionary::is_undone(state));
        }
        self.last.1
    }

    fn count(&mut self, place: &Place) {
        self.rows += 1;
        if self.first.is_none() {
            self.first.clone_from(&place.position);
        }
    }
}

/// A column in which day and month are not told apart yet.
#[derive(Default)]
struct Open {
    rows: u64,
    day_first: bool,
    month_first: bool,
}

impl Open {
    /// Learns from a date of numbers; tells whether it is one.
    fn learn(&mut self, text: &str) -> bool {
        let Some(date) = value::numeric(text) else { return false };
        self.rows += 1;
        match date.order() {
            Some(Order::DayMonth) => self.day_first = true,
            Some(Order::MonthDay) => self.month_first = true,
            None => {}
        }
        true
    }

    fn order(&self) -> Option<Order> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(Order::DayMonth),
            (false, true) => Some(Order::MonthDay),
            (true, true) | (false, false) => None,
        }
    }
}

impl Generic {
    /// Starts a table.
    pub(crate) fn new(
        member: &str,
        table: Option<&str>,
        given: BTreeMap<String, Order>,
        meanings: Rc<Meanings>,
    ) -> Self {
        Self {
            place: Place::file(member),
            table: table.map(str::to_owned),
            given,
            meanings,
            waiting: Vec::new(),
            waiting_bytes: 0,
            profile: None,
            open: Open::default(),
            undone: Undone::default(),
            sums: Sums::default(),
        }
    }

    /// Takes a row.
    pub(crate) fn row(
        &mut self,
        place: RowPlace<'_>,
        cells: &[FormatCell<'_>],
        batch: &mut Batch,
        keep: &mut Keep<'_>,
    ) {
        if let Some(profile) = &self.profile {
            place.mark(&mut self.place);
            let row = Row { profile, cells };
            if let Some(record) =
                row.take(&self.place, &mut self.open, &mut self.sums, &mut self.undone, batch)
            {
                keep(record, cells, row.order());
            }
            return;
        }
        let owned = |cell: &FormatCell<'_>| (cell.name.to_owned(), cell.text.to_owned());
        self.waiting_bytes += cells.iter().map(|cell| cell.name.len() + cell.text.len()).sum::<usize>();
        self.waiting.push((place.position(), cells.iter().map(owned).collect()));
        if self.waiting.len() >= ROWS_SAMPLED || self.waiting_bytes >= BYTES_SAMPLED {
            self.begin(false, batch, keep);
        }
    }

    /// Ends the table.
    pub(crate) fn finish(&mut self, answers: &mut Answers, batch: &mut Batch, keep: &mut Keep<'_>) {
        if self.profile.is_none() {
            self.begin(true, batch, keep);
        }
        let state = self.profile.as_ref().and_then(|profile| profile.state.as_ref());
        if let Some(state) = state.filter(|_| self.undone.rows > 0) {
            let finding = FormatFinding::new(Code::OrderUndone, self.undone.first.take());
            batch.findings.push(finding.with("column", &state.name).with("count", self.undone.rows));
        }
        let when = self.profile.as_ref().and_then(|profile| profile.when.as_ref());
        let Some(DateSeats { seats, is_open: true, .. }) = when else { return };
        let Some(Seat { name: column, .. }) = seats.first() else { return };
        match self.open.order() {
            Some(order) if !self.given.contains_key(column) => {
                answers.orders.insert((self.table.clone(), column.clone()), order);
            }
            Some(_) | None if self.open.rows > 0 => {
                let finding = FormatFinding::new(Code::DateAmbiguous, None);
                batch.findings.push(finding.with("column", column).with("count", self.open.rows));
            }
            Some(_) | None => {}
        }
    }

    /// Decides from the rows seen so far what the columns hold, and makes records of those rows; only a whole table can be known
    /// to be upright.
    fn begin(&mut self, is_whole: bool, batch: &mut Batch, keep: &mut Keep<'_>) {
        let waiting = std::mem::take(&mut self.waiting);
        let rows: Vec<_> = waiting.iter().map(|(_, cells)| cells.as_slice()).collect();
        let turned = if is_whole { upright::turned(&rows, &self.meanings) } else { None };
        let (file, table) = (&self.place.file, self.table.as_deref());
        let profile = match &turned {
            Some(turned) => {
                let fields = turned.concat();
                Profile::learn(file, table, &[fields.as_slice()], &self.given, &self.meanings)
            }
            None => Profile::learn(file, table, &rows, &self.given, &self.meanings),
        };
        batch.confidence = Some(profile.confidence);
        let profile = Seated::new(profile);
        for (number, (position, cells)) in waiting.iter().enumerate() {
            let cells = borrowed(cells);
            let turned = turned.as_ref().and_then(|turned| turned.get(number));
            let named = turned.map(|pairs| borrowed(pairs));
            let row = Row { profile: &profile, cells: named.as_deref().unwrap_or(&cells) };
            self.place.position = Some(position.clone());
            let taken = row.take(&self.place, &mut self.open, &mut self.sums, &mut self.undone, batch);
            let Some(mut record) = taken else { continue };
            if let Some((name, text)) = turned.and_then(|pairs| pairs.last()) {
                record.title = value::present(text).map(|text| Cow::Owned(format!("{name}: {text}")));
            }
            keep(record, &cells, row.order());
        }
        self.profile = Some(profile);
    }
}

fn borrowed(cells: &[(String, String)]) -> Vec<FormatCell<'_>> {
    cells.iter().map(|(name, text)| FormatCell { name, text }).collect()
}

/// A column, and where it stood in the last row that had it.
struct Seat {
    name: String,
    last_index: Cell<usize>,
}

impl Seat {
    fn new(name: String) -> Self {
        Self { name, last_index: Cell::new(0) }
    }

    /// Returns its value in a row, if there is one; rows of one table mostly have their columns in the same order.
    fn present<'c>(&self, cells: &[FormatCell<'c>]) -> Option<&'c str> {
        let seated = cells.get(self.last_index.get()).filter(|cell| cell.name == self.name);
        let cell = match seated {
            Some(cell) => cell,
            None => {
                let index = cells.iter().position(|cell| cell.name == self.name)?;
                self.last_index.set(index);
                cells.get(index)?
            }
        };
        value::present(cell.text)
    }
}

/// A column that is told under a role, and the name its values need.
struct RoleSeat {
    role: Role,
    seat: Seat,
    label: Option<String>,
}

impl RoleSeat {
    fn new(told: RoleColumn) -> Self {
        Self { role: told.role, seat: Seat::new(told.column), label: told.label }
    }
}

/// Where dates stand, and how they are written.
struct DateSeats {
    seats: Vec<Seat>,
    forms: Vec<DateForm>,
    is_open: bool,
}

/// What the profile says about the columns of a table, each with its seat.
struct Seated {
    when: Option<DateSeats>,
    titles: Vec<Seat>,
    amount: Option<Paid<Seat>>,
    currency: Option<Seat>,
    currency_named: Option<&'static str>,
    roles: Vec<RoleSeat>,
    position: Option<(Seat, Seat)>,
    others: Vec<Seat>,
    special: Vec<Seat>,
    is_special: bool,
    state: Option<Seat>,
    order: Option<Seat>,
    category: Category,
    origin: Origin,
}

impl Seated {
    fn new(profile: Profile) -> Self {
        let seats = |names: Vec<String>| names.into_iter().map(Seat::new).collect();
        Self {
            when: profile.when.map(|When { column, others, forms, is_open }| {
                let seats = std::iter::once(column).chain(others).map(Seat::new).collect();
                DateSeats { seats, forms, is_open }
            }),
            titles: seats(profile.titles),
            amount: profile.amount.map(|paid| paid.map(Seat::new)),
            currency: profile.currency.map(Seat::new),
            currency_named: profile.currency_named,
            roles: profile.roles.into_iter().map(RoleSeat::new).collect(),
            position: profile.position.map(|(north, east)| (Seat::new(north), Seat::new(east))),
            others: seats(profile.others),
            special: seats(profile.special),
            is_special: profile.is_special,
            state: profile.state.map(Seat::new),
            order: profile.order.map(Seat::new),
            category: profile.category,
            origin: profile.origin,
        }
    }
}

/// A row under what the profile says about its columns.
struct Row<'p, 'c> {
    profile: &'p Seated,
    cells: &'c [FormatCell<'c>],
}

impl<'p, 'c> Row<'p, 'c> {
    /// Makes a record of it, unless it only adds up the rows above.
    fn take(
        &self,
        place: &'c Place,
        open: &mut Open,
        sums: &mut Sums,
        undone: &mut Undone,
        batch: &mut Batch,
    ) -> Option<Record<'c>>
    where
        'p: 'c,
    {
        let when = self.when(open, place, &mut batch.findings);
        let amount = self.amount(place, &mut batch.findings).filter(|_| !self.is_undone(place, undone));
        if let Some(amount) = &amount {
            if when.is_none() && self.is_called_total() && sums.add_up_to(amount) {
                batch.rows_as_findings += 1;
                batch.findings.push(FormatFinding::new(Code::TotalRow, place.position.clone()));
                return None;
            }
            sums.add(amount);
        }
        batch.records += 1;
        Some(self.record(place, when, amount))
    }

    /// Tells whether the first thing it says is that it is a total.
    fn is_called_total(&self) -> bool {
        let first = self.cells.iter().find_map(|cell| value::present(cell.text));
        first.is_some_and(dictionary::is_total)
    }

    fn first(&self, seats: &[Seat]) -> Option<&'c str> {
        seats.iter().find_map(|seat| seat.present(self.cells))
    }

    fn when(&self, open: &mut Open, place: &Place, findings: &mut Vec<FormatFinding>) -> Option<Moment> {
        let dates = self.profile.when.as_ref()?;
        let (column, text) =
            dates.seats.iter().find_map(|seat| Some((&seat.name, seat.present(self.cells)?)))?;
        let moment = value::moment(text, &dates.forms);
        let is_left_open = moment.is_none() && dates.is_open && open.learn(text);
        // A zero where seconds are counted means that it never happened.
        if moment.is_none() && !is_left_open && text != "0" {
            let finding = FormatFinding::new(Code::DateUnreadable, place.position.clone());
            findings.push(finding.with("column", column));
        }
        moment
    }

    /// Returns the number of the order it belongs to.
    fn order(&self) -> Option<&'c str> {
        self.profile.order.as_ref()?.present(self.cells)
    }

    /// Tells whether the row says that its order was cancelled or paid back.
    fn is_undone(&self, place: &Place, undone: &mut Undone) -> bool {
        let state = self.profile.state.as_ref().and_then(|column| column.present(self.cells));
        let is_undone = state.is_some_and(|state| undone.is(state));
        if is_undone {
            undone.count(place);
        }
        is_undone
    }

    fn amount(&self, place: &Place, findings: &mut Vec<FormatFinding>) -> Option<Amount<'c>> {
        let paid = self.profile.amount.as_ref()?;
        let Some(amount) = amount::read(paid.column.present(self.cells)?, paid.sign) else {
            let finding = FormatFinding::new(Code::AmountUnreadable, place.position.clone());
            findings.push(finding.with("column", &paid.column.name));
            return None;
        };
        let written = self.profile.currency.as_ref().and_then(|column| column.present(self.cells));
        let named = || self.profile.currency_named.map(Cow::Borrowed);
        let currency = amount.currency.or_else(|| written.and_then(currency_code)).or_else(named);
        let mut value = amount.value;
        if paid.is_smallest {
            value = amount::of_smallest(value, currency.as_deref());
        }
        if let Some(pieces) = paid.quantity.as_ref().and_then(|column| column.present(self.cells)) {
            value = amount::read(pieces, paid.sign).and_then(|pieces| value.checked_mul(pieces.value))?;
        }
        Some(Amount { value, currency })
    }

    fn roles(&self) -> Vec<(Role, Cow<'c, str>)> {
        let mut told = Vec::new();
        for column in &self.profile.roles {
            if let Some(text) = column.seat.present(self.cells) {
                roles::tell(column.role, column.label.as_deref(), text, &mut told);
            }
        }
        told.extend(self.position());
        told
    }

    /// Returns the place that two columns give together.
    fn position(&self) -> Option<(Role, Cow<'c, str>)> {
        let (north, east) = self.profile.position.as_ref()?;
        let position = detect::position(north.present(self.cells)?, east.present(self.cells)?)?;
        Some((Role::Location, Cow::Owned(position)))
    }

    fn record(&self, place: &'c Place, when: Option<Moment>, amount: Option<Amount<'c>>) -> Record<'c>
    where
        'p: 'c,
    {
        Record {
            place: Cow::Borrowed(place),
            when,
            kind: Cow::Borrowed(KIND),
            category: self.profile.category,
            origin: self.profile.origin,
            title: self.first(&self.profile.titles).map(Cow::Borrowed),
            amount,
            others: self.first(&self.profile.others).is_some(),
            special: self.profile.is_special || self.first(&self.profile.special).is_some(),
            roles: self.roles(),
            fields: Vec::new(),
        }
    }
}

/// Returns the code of a currency as a column gives it: in capital letters, as nearly all are written, or by its sign.
fn currency_code(written: &str) -> Option<Cow<'_, str>> {
    if written.len() != 3 || written == "€" {
        return currency::of_sign(written).map(Cow::Borrowed);
    }
    let is_upper_case = written.bytes().all(|byte| byte.is_ascii_uppercase());
    Some(if is_upper_case { Cow::Borrowed(written) } else { Cow::Owned(written.to_uppercase()) })
}
