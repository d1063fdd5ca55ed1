//! Row: one row of an unknown table to a record, under what its profile says about the columns.
//!
//! In: the cells of a row, and the course of the table so far. Out: a record, or nothing where the row only adds up those above.
//!
//! Not here: what the columns hold (`profile`).

use std::borrow::Cow;
use std::cell::Cell;

use super::money::Paid;
use super::profile::{Profile, When};
use super::roles::RoleColumn;
use super::sum::Sums;
use super::{Batch, KIND, detect, dictionary, roles};
use crate::finding::{Code, Place, Position};
use crate::import::amount::{self, Beside, Unread};
use crate::import::format::{Cell as FormatCell, FormatFinding};
use crate::import::record::{Amount, Moment, Record, Role};
use crate::import::value::{self, DateForm, Order};
use crate::law::category::{Category, Origin};

/// What the rows of a table said so far.
#[derive(Default)]
pub(super) struct Course {
    pub(super) open: Open,
    pub(super) undone: Undone,
    /// Amounts of which nothing told that their one sign divides thousands.
    pub(super) assumed: u64,
    sums: Sums,
}

/// Orders that were cancelled or paid back.
#[derive(Default)]
pub(super) struct Undone {
    pub(super) rows: u64,
    pub(super) first: Option<Position>,
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
pub(super) struct Open {
    pub(super) rows: u64,
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

    pub(super) fn order(&self) -> Option<Order> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(Order::DayMonth),
            (false, true) => Some(Order::MonthDay),
            (true, true) | (false, false) => None,
        }
    }
}

/// A column, and where it stood in the last row that had it.
pub(super) struct Seat {
    pub(super) name: String,
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
pub(super) struct DateSeats {
    pub(super) seats: Vec<Seat>,
    forms: Vec<DateForm>,
    pub(super) is_open: bool,
}

/// What the profile says about the columns of a table, each with its seat.
pub(super) struct Seated {
    pub(super) when: Option<DateSeats>,
    titles: Vec<Seat>,
    pub(super) amount: Option<Paid<Seat>>,
    currency: Option<Seat>,
    currency_named: Option<&'static str>,
    roles: Vec<RoleSeat>,
    position: Option<(Seat, Seat)>,
    others: Vec<Seat>,
    special: Vec<Seat>,
    is_special: bool,
    pub(super) state: Option<Seat>,
    order: Option<Seat>,
    category: Category,
    origin: Origin,
}

impl Seated {
    pub(super) fn new(profile: Profile) -> Self {
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
pub(super) struct Row<'p, 'c> {
    pub(super) profile: &'p Seated,
    pub(super) cells: &'c [FormatCell<'c>],
}

impl<'p, 'c> Row<'p, 'c> {
    /// Makes a record of it, unless it only adds up the rows above.
    pub(super) fn take(&self, place: &'c Place, course: &mut Course, batch: &mut Batch) -> Option<Record<'c>>
    where
        'p: 'c,
    {
        let when = self.when(&mut course.open, place, &mut batch.findings);
        let amount = self.amount(place, course, &mut batch.findings);
        let amount = amount.filter(|_| !self.is_undone(place, &mut course.undone));
        if let Some(amount) = &amount {
            if when.is_none() && self.is_called_total() && course.sums.add_up_to(amount) {
                batch.rows_as_findings += 1;
                batch.findings.push(FormatFinding::new(Code::TotalRow, place.position.clone()));
                return None;
            }
            course.sums.add(amount);
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
    pub(super) fn order(&self) -> Option<&'c str> {
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

    fn amount(
        &self,
        place: &Place,
        course: &mut Course,
        findings: &mut Vec<FormatFinding>,
    ) -> Option<Amount<'c>> {
        let profile = self.profile;
        let paid = profile.amount.as_ref()?;
        let text = paid.column.present(self.cells)?;
        let beside = Beside {
            sign: paid.sign,
            currency: profile.currency.as_ref().and_then(|column| column.present(self.cells)),
            unless_written: profile.currency_named,
            is_smallest: paid.is_smallest,
            pieces: paid.quantity.as_ref().and_then(|column| column.present(self.cells)),
        };
        match amount::of_row(text, &beside) {
            Ok(read) => {
                course.assumed += u64::from(read.is_assumed);
                Some(read.amount)
            }
            Err(unread) => {
                let column = match unread {
                    Unread::Amount => Some(&paid.column),
                    Unread::Currency => profile.currency.as_ref(),
                    Unread::Pieces => paid.quantity.as_ref(),
                };
                let column = column.map_or("", |column| &column.name);
                let finding = FormatFinding::new(Code::AmountUnreadable, place.position.clone());
                findings.push(finding.with("column", column));
                None
            }
        }
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
