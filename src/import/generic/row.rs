//! Row: one row of an unknown table to a record, under what its profile says about the columns.
//!
//! In: the cells of a row, and the course of the table so far. Out: a record, or nothing where the row only adds up those above.
//!
//! Not here: what the columns hold (`profile`).

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;

use chrono::Datelike;
use rust_decimal::Decimal;

use super::about::About;
use super::adding::Called;
use super::bookings::Bookings;
use super::denial::Denial;
use super::money::{Flow, Paid};
use super::profile::Profile;
use super::roles::RoleSeat;
use super::state::{How, Stands, StateSeat};
use super::sum::Sums;
use super::tender::Tender;
use super::when::When;
use super::{Batch, KIND, detect, direction};
use crate::finding::{Code, Place, Position};
use crate::import::amount::{self, Beside, Sign, Unread};
use crate::import::billing::{Billed, Standing};
use crate::import::format::{Cell as FormatCell, FormatFinding};
use crate::import::record::{Amount, Moment, Record, Role};
use crate::import::value::{self, DateForm, Order};
use crate::import::within::Spent;
use crate::law::category::{Category, Origin};

/// What the rows of a table said so far.
#[derive(Default)]
pub(super) struct Course {
    pub(super) open: Open,
    pub(super) undone: Undone,
    /// Orders of which a part was paid back.
    pub(super) in_part: Undone,
    pub(super) bookings: Bookings,
    /// What the rows of a table at a path added to the sums.
    pub(super) spent: Spent,
    /// Rows that are records.
    pub(super) rows: u64,
    /// Amounts of which nothing told that their one sign divides thousands.
    pub(super) assumed: u64,
    sums: Sums,
    /// What orders cost whose every row says so.
    billed: HashMap<String, Decimal>,
}

/// Names of a row that are looked at for what it is called.
const NAMES_LOOKED_AT: usize = 3;

/// Cells that a row has at most that only says a part of a total, in a table without days.
const FILLED_OF_PART_MAX: usize = 2;

/// Orders whose total is remembered, so that it is counted once.
const BILLED_MAX: usize = 50_000;

/// Orders that were cancelled or paid back.
#[derive(Default)]
pub(super) struct Undone {
    rows: u64,
    first: Option<Position>,
    /// The column that said so first.
    column: Option<String>,
}

impl Undone {
    pub(super) fn count(&mut self, place: &Place, column: &str) {
        self.rows += 1;
        if self.column.is_none() {
            self.column = Some(column.to_owned());
            self.first.clone_from(&place.position);
        }
    }

    /// Says that there were such orders.
    pub(super) fn finding(&self, code: Code) -> Option<FormatFinding> {
        self.finding_of(code, self.rows)
    }

    /// Says it of some of them.
    pub(super) fn finding_of(&self, code: Code, rows: u64) -> Option<FormatFinding> {
        let finding = FormatFinding::new(code, self.first.clone());
        Some(finding.with("column", self.column.as_deref()?).with("count", rows))
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
    pub(super) fn new(name: String) -> Self {
        Self { name, last_index: Cell::new(0) }
    }

    /// Returns its value in a row, if there is one; rows of one table mostly have their columns in the same order.
    pub(super) fn present<'c>(&self, cells: &[FormatCell<'c>]) -> Option<&'c str> {
        value::present(self.written(cells)?)
    }

    /// The same where it only says that there is nothing: `none`.
    pub(super) fn written<'c>(&self, cells: &[FormatCell<'c>]) -> Option<&'c str> {
        let seated = cells.get(self.last_index.get()).filter(|cell| cell.name == self.name);
        let cell = match seated {
            Some(cell) => cell,
            None => {
                let index = cells.iter().position(|cell| cell.name == self.name)?;
                self.last_index.set(index);
                cells.get(index)?
            }
        };
        Some(value::trimmed(cell.text))
    }
}

/// Where dates stand, and how they are written.
pub(super) struct DateSeats {
    pub(super) seats: Vec<Seat>,
    forms: Vec<DateForm>,
    pub(super) is_open: bool,
    /// Year, month and day, where each has its own column.
    parts: Option<[Seat; 3]>,
}

impl DateSeats {
    fn new(When { column, others, forms, is_open, parts }: When) -> Self {
        let seats = std::iter::once(column).chain(others).map(Seat::new).collect();
        Self { seats, forms, is_open, parts: parts.map(|parts| parts.map(Seat::new)) }
    }
}

/// What the profile says about the columns of a table, each with its seat.
pub(super) struct Seated {
    pub(super) when: Option<DateSeats>,
    titles: Vec<Seat>,
    pub(super) amount: Option<Paid<Seat>>,
    roles: Vec<RoleSeat>,
    position: Option<(Seat, Seat)>,
    about: About,
    /// The columns that say that what a row names is not so.
    denials: Vec<(Seat, Denial)>,
    until: Option<DateSeats>,
    states: Vec<StateSeat>,
    /// Whether rows are bookings of their own, some of what was paid back.
    has_bookings: bool,
    /// The column that says which way the money went.
    direction: Option<Seat>,
    pub(super) order: Option<Seat>,
    layout: u64,
    /// Whether the table stands at a path, where an object around it may say what it adds up to.
    is_at_path: bool,
    category: Category,
    origin: Origin,
}

impl Seated {
    pub(super) fn new(profile: Profile, layout: u64, is_at_path: bool) -> Self {
        let seats = |names: Vec<String>| names.into_iter().map(Seat::new).collect();
        let category = profile.category;
        Self {
            when: profile.when.map(DateSeats::new),
            until: profile.until.map(DateSeats::new),
            titles: seats(profile.titles),
            amount: profile.amount.map(|paid| paid.map(Seat::new)),
            roles: profile.roles.into_iter().map(RoleSeat::new).collect(),
            position: profile.position.map(|(north, east)| (Seat::new(north), Seat::new(east))),
            about: About::new(profile.flagged),
            denials: profile.denials.into_iter().map(|(name, denial)| (Seat::new(name), denial)).collect(),
            has_bookings: profile.states.iter().any(|(_, how)| *how == How::Kind),
            states: profile
                .states
                .into_iter()
                .map(|(name, how)| StateSeat::new(name, how, category == Category::Payment))
                .collect(),
            direction: profile.direction.map(Seat::new),
            layout,
            is_at_path,
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
    /// The currency stated elsewhere, where the row gives none.
    pub(super) stated: Option<&'static str>,
}

impl<'p, 'c> Row<'p, 'c> {
    /// Makes a record of it, unless it only adds up the rows above.
    pub(super) fn take(
        &self,
        place: &'c Place,
        course: &mut Course,
        batch: &mut Batch,
    ) -> Option<(Record<'c>, Standing<'c>)>
    where
        'p: 'c,
    {
        let when = self.when(&mut course.open, place, &mut batch.findings);
        let amount = self.amount(place, course, &mut batch.findings);
        let stands = self.stands(amount.as_ref());
        let is_kept = |amount: &Amount<'_>| {
            stands.is_some_and(|(_, how)| how != Stands::InPart) || !self.is_billed(amount, course)
        };
        let amount = amount.filter(is_kept);
        if let Some(total) = amount.as_ref()
            && self.only_adds_up(total, when.is_some(), &course.sums)
        {
            course.sums.begin_behind(total);
            batch.rows_as_findings += 1;
            batch.findings.push(FormatFinding::new(Code::TotalRow, place.position.clone()));
            return None;
        }
        batch.records += 1;
        course.rows += 1;
        match stands {
            Some((column, Stands::Undone | Stands::PaidBack)) => {
                let is_paid_back = stands.is_some_and(|(_, how)| how == Stands::PaidBack);
                let booked = self.order_number().zip(amount.as_ref()).filter(|_| is_paid_back);
                match booked {
                    Some((number, amount)) => course.bookings.pay_back(number, amount, when, place, column),
                    None => course.undone.count(place, column),
                }
                amount.iter().for_each(|amount| course.sums.add_undone(amount));
                return Some((self.record(place, when, None), Standing::Undone(amount)));
            }
            Some((column, Stands::InPart)) => course.in_part.count(place, column),
            None => {}
        }
        amount.iter().for_each(|amount| course.sums.add(amount));
        if let Some(amount) = amount.as_ref().filter(|_| self.profile.is_at_path) {
            let (currency, year) = (amount.currency.as_deref(), when.map(|when| when.date().year()));
            course.spent.add(self.profile.category, currency.unwrap_or_default(), year, amount.value);
        }
        if self.profile.has_bookings && amount.is_some() {
            self.order_number().into_iter().for_each(|number| course.bookings.sell(number));
        }
        Some((self.record(place, when, amount), Standing::Counted))
    }

    fn order_number(&self) -> Option<&'c str> {
        self.profile.order.as_ref()?.present(self.cells)
    }

    /// Tells whether an amount is that of its order, and was counted with another of the order's rows.
    fn is_billed(&self, amount: &Amount<'_>, course: &mut Course) -> bool {
        let is_of_order = self.profile.amount.as_ref().is_some_and(|paid| paid.is_of_order);
        let Some(order) = self.profile.order.as_ref().filter(|_| is_of_order) else { return false };
        let Some(number) = order.present(self.cells) else { return false };
        if let Some(known) = course.billed.get(number) {
            return *known == amount.value;
        }
        if course.billed.len() < BILLED_MAX {
            course.billed.insert(number.to_owned(), amount.value);
        }
        false
    }

    /// Tells whether it only says what others add up to, what is within that or what is left.
    fn only_adds_up(&self, amount: &Amount<'_>, is_dated: bool, sums: &Sums) -> bool {
        let is_name = |text: &&str| text.starts_with(|c: char| c.is_alphabetic() || matches!(c, 'Σ' | '∑'));
        let mut names = self.cells.iter().filter_map(|cell| value::present(cell.text)).filter(is_name);
        if is_dated {
            // Asked of nearly every row: a shop may be called so, and a sum of several rows is hardly one of one purchase.
            let adds_up = sums.are_of_several() && sums.add_up_to(amount);
            if !adds_up && !self.cells.iter().any(|cell| Called::may_be_balance(cell.text.trim_start())) {
                return false;
            }
            return names.take(NAMES_LOOKED_AT).any(|name| {
                adds_up && Called::of(name) == Some(Called::Total)
                    || Called::may_be_balance(name) && Called::of(name) == Some(Called::Balance)
            });
        }
        let filled = || self.cells.iter().filter(|cell| value::present(cell.text).is_some()).count();
        match names.next().and_then(Called::of) {
            Some(Called::Total) => sums.add_up_to(amount),
            Some(Called::Part) => {
                sums.add_up_to(amount)
                    || self.profile.when.is_some()
                    || filled() <= FILLED_OF_PART_MAX && self.cells.len() > FILLED_OF_PART_MAX
            }
            Some(Called::Balance) => true,
            None => false,
        }
    }

    fn first(&self, seats: &[Seat]) -> Option<&'c str> {
        seats.iter().find_map(|seat| seat.present(self.cells))
    }

    fn when(&self, open: &mut Open, place: &Place, findings: &mut Vec<FormatFinding>) -> Option<Moment> {
        let dates = self.profile.when.as_ref()?;
        let (column, text) =
            dates.seats.iter().find_map(|seat| Some((&seat.name, seat.present(self.cells)?)))?;
        let moment = match &dates.parts {
            Some(parts) => self.day_of(parts),
            None => value::moment(text, &dates.forms).or_else(|| {
                // The fifth of May is that in either order.
                let date = value::numeric(text).filter(|date| dates.is_open && date.is_same());
                date.and_then(|date| date.moment(Order::DayMonth))
            }),
        };
        let is_left_open = moment.is_none() && dates.is_open && open.learn(text);
        // A zero where seconds are counted means that it never happened.
        if moment.is_none() && !is_left_open && text != "0" {
            let finding = FormatFinding::new(Code::DateUnreadable, place.position.clone());
            findings.push(finding.with("column", column));
        }
        moment
    }

    /// Returns the day that three columns give together.
    fn day_of(&self, [year, month, day]: &[Seat; 3]) -> Option<Moment> {
        let (year, month) = (year.present(self.cells)?, month.present(self.cells)?);
        value::iso(&format!("{year}-{month:0>2}-{:0>2}", day.present(self.cells)?))
    }

    /// Returns the order it belongs to.
    pub(super) fn billed(&self, standing: Standing<'c>) -> Option<Billed<'c>> {
        let number = self.profile.order.as_ref()?.present(self.cells)?;
        Some(Billed { number, layout: self.profile.layout, standing })
    }

    /// Returns the column that says that the money of its order does not count, or not all of it. What is less than nothing was
    /// paid back itself.
    fn stands(&self, amount: Option<&Amount<'_>>) -> Option<(&'p str, Stands)> {
        let is_back = amount.is_some_and(|amount| amount.value.is_sign_negative());
        let says = |state: &'p StateSeat| {
            let stands = state.stands(state.seat.present(self.cells)?, amount)?;
            (!is_back || state.is_of_payments()).then_some((state.seat.name.as_str(), stands))
        };
        let mut said = self.profile.states.iter().filter_map(says);
        let first = said.next()?;
        // What was undone as a whole was not paid back in part.
        if first.1 == Stands::InPart {
            said.find(|(_, how)| *how != Stands::InPart).or(Some(first))
        } else {
            Some(first)
        }
    }

    fn amount(
        &self,
        place: &Place,
        course: &mut Course,
        findings: &mut Vec<FormatFinding>,
    ) -> Option<Amount<'c>> {
        let profile = self.profile;
        let paid = profile.amount.as_ref()?;
        let own = paid.column.present(self.cells);
        let own = own.and_then(|text| {
            let Some(flow) = self.flow(paid.flow) else {
                let column = profile.direction.as_ref().map_or("", |column| &column.name);
                let finding = FormatFinding::new(Code::AmountUnreadable, place.position.clone());
                findings.push(finding.with("column", column));
                return None;
            };
            self.read(text, (&paid.column, paid.sign, flow, &paid.tender), place, course, findings)
        });
        if paid.others.is_empty() || own.as_ref().is_some_and(|amount| !amount.value.is_zero()) {
            return own;
        }
        let other = paid.others.iter().find_map(|other| {
            let text = other.column.present(self.cells)?;
            let from = (&other.column, other.sign, other.flow, &other.tender);
            let read = self.read(text, from, place, course, findings);
            read.filter(|amount| !amount.value.is_zero())
        });
        other.or(own)
    }

    /// Returns which way the money of the row went; nothing where the column that should say it does not.
    fn flow(&self, unless_said: Flow) -> Option<Flow> {
        match &self.profile.direction {
            Some(column) => column.written(self.cells).and_then(direction::flow),
            None => Some(unless_said),
        }
    }

    /// Reads an amount of a column, which has a sign of decimals, a way the money goes and maybe a currency.
    fn read(
        &self,
        text: &str,
        (column, sign, flow, tender): (&Seat, Sign, Flow, &Tender<Seat>),
        place: &Place,
        course: &mut Course,
        findings: &mut Vec<FormatFinding>,
    ) -> Option<Amount<'c>> {
        let profile = self.profile;
        let paid = profile.amount.as_ref()?;
        let beside = Beside {
            sign,
            currency: tender.column.as_ref().and_then(|column| column.present(self.cells)),
            unless_written: tender.named.or(self.stated),
            is_smallest: paid.is_smallest,
            pieces: paid.quantity.as_ref().and_then(|column| column.present(self.cells)),
        };
        match amount::of_row(text, &beside) {
            Ok(read) => {
                course.assumed += u64::from(read.is_assumed);
                let Amount { value, currency } = read.amount;
                let value = match flow {
                    Flow::AsWritten => value,
                    Flow::Out => -value.abs(),
                    Flow::In => value.abs(),
                };
                Some(Amount { value, currency })
            }
            Err(unread) => {
                let column = match unread {
                    Unread::Amount => Some(column),
                    Unread::Currency => tender.column.as_ref(),
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
        // Nothing was concluded of whom the row says that it is not so, and nobody got what was refused.
        let is_said = |(column, denial): &(Seat, Denial)| {
            column.written(self.cells).is_some_and(|text| denial.is_said(text))
        };
        let is_denied = self.profile.denials.iter().any(is_said);
        self.profile.roles.iter().for_each(|column| column.tell(self.cells, is_denied, &mut told));
        told.extend(self.position());
        told
    }

    /// Returns the place that two columns give together.
    fn position(&self) -> Option<(Role, Cow<'c, str>)> {
        let (north, east) = self.profile.position.as_ref()?;
        let position = detect::position(north.present(self.cells)?, east.present(self.cells)?)?;
        Some((Role::Location, Cow::Owned(position)))
    }

    /// Returns when what it is about was last seen or used.
    fn until(&self) -> Option<Moment> {
        let dates = self.profile.until.as_ref()?;
        value::moment(self.first(&dates.seats)?, &dates.forms)
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
            until: self.until(),
            others: self.profile.about.others(self.cells),
            special: self.profile.about.is_special(self.cells),
            roles: self.roles(),
            fields: Vec::new(),
        }
    }
}
