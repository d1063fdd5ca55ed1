//! Generic: rows of a table no recipe knows, to records that are useful all the same.
//!
//! In: the rows of one table, one at a time. Out: records of the kind `row`, with category, date, title, amount and
//! roles inferred from names (`words.yaml`) and from the values of the first rows.
//!
//! Day and month are never guessed from one value: the whole column decides, and where only rows beyond the first
//! could, the answer is left for a second reading ([`Answers`]); so are rows of the whole table where a column turned out to hold
//! what the first rows did not show. Not here: any company's layout.

mod about;
mod adding;
mod bookings;
mod column;
mod compound;
mod context;
mod dates;
mod denial;
mod detect;
mod dictionary;
mod direction;
mod field;
mod inner;
mod later;
mod money;
pub mod naming;
mod people;
mod profile;
mod repeated;
mod roles;
mod row;
mod state;
mod stated;
mod sum;
mod tender;
mod titles;
mod upright;
mod when;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

pub(crate) use self::inner::is_table;
use self::later::{Later, Whole};
pub(crate) use self::money::Paid;
use self::profile::Profile;
use self::row::{Course, DateSeats, Row, Seat, Seated};
pub(crate) use self::stated::Stated;
use self::when::When;
pub(crate) use self::words::Meanings;
use super::amount::Sign;
use super::billing::Billed;
use super::coverage::Confidence;
use super::fold;
use super::format::{Cell as FormatCell, FormatFinding, RowPlace};
use super::record::{Record, Role};
use super::totals::Correction;
use super::value::{self, DateForm, Order};
use super::within::Stood;
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

/// What a reading found out about tables whose first rows did not tell it, by the number of the table in its member.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answers {
    given: BTreeMap<usize, Given>,
}

/// What an earlier reading found out about one table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Given {
    /// The order of day and month in columns whose first rows left it open.
    orders: BTreeMap<String, Order>,
    /// Rows of the whole table, where the first ones did not show all that its columns hold.
    whole: Option<Rc<Whole>>,
}

impl Answers {
    /// Tells whether another reading would learn nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// Returns the answers about one table.
    pub(crate) fn of(&self, table: usize) -> Given {
        self.given.get(&table).cloned().unwrap_or_default()
    }

    /// Adds what another reading found out.
    pub(crate) fn extend(&mut self, found: Self) {
        for (table, found) in found.given {
            let given = self.given.entry(table).or_default();
            given.orders.extend(found.orders);
            given.whole = found.whole.or(given.whole.take());
        }
    }
}

/// What some rows gave.
#[derive(Default)]
pub(crate) struct Batch {
    /// Rows beyond those that were handed in: what was taken for a header and is none.
    pub(crate) rows: u64,
    pub(crate) records: u64,
    /// Rows that are no records, each said by a finding.
    pub(crate) rows_as_findings: u64,
    /// How sure category and origin are, once it is known.
    pub(crate) confidence: Option<Confidence>,
    pub(crate) findings: Vec<FormatFinding>,
    /// What the end of a table takes off the sums.
    pub(crate) corrections: Vec<Correction>,
    /// What a table that stands at a path added to the sums.
    pub(crate) stood: Option<Stood>,
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
        if let Some(paid) = &mut self.amount {
            paid.tender.column = paid.tender.column.take().filter(keeps);
        }
        self.roles.retain(|(_, column)| keeps(column));
        for columns in [&mut self.titles, &mut self.others, &mut self.special] {
            columns.retain(keeps);
        }
        self
    }
}

/// Tells whether an object is called something that adds up what stands beside it.
fn is_summary(name: &str) -> bool {
    let said = fold::words(name);
    dictionary::words().names.summary.iter().any(|known| known == said.trim())
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
    let (given, sign) = (BTreeMap::new(), Sign::Unsaid);
    let profile = Profile::learn(member, table, &rows, &given, sign, &Meanings::default());
    Sketch {
        category: profile.category,
        origin: profile.origin,
        confidence: profile.confidence,
        when: profile.when.map(|When { column, forms, is_open, .. }| Dated { column, forms, is_open }),
        titles: profile.titles,
        amount: profile.amount,
        roles: profile.roles.into_iter().map(|told| (told.role, told.column)).collect(),
        others: profile.flagged.others,
        special: profile.flagged.special,
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
pub(crate) type Keep<'k> = dyn for<'c> FnMut(Record<'c>, &[FormatCell<'c>], Option<Billed<'c>>) + 'k;

/// The reader of one table.
pub(crate) struct Generic {
    /// The place of the row that is read.
    place: Place,
    table: Option<String>,
    /// Its number among the tables of its member.
    number: usize,
    given: Given,
    /// The sign of decimals where no amount of a column proves one.
    sign: Sign,
    meanings: Rc<Meanings>,
    waiting: Vec<(Position, Vec<(String, String)>)>,
    /// The currency stated for each of those that wait.
    waiting_stated: Vec<Option<&'static str>>,
    waiting_bytes: usize,
    profile: Option<Seated>,
    /// What the rows beyond the first tell.
    later: Option<Later>,
    course: Course,
}

impl Generic {
    /// Starts a table.
    pub(crate) fn new(
        member: &str,
        table: Option<&str>,
        number: usize,
        given: Given,
        sign: Sign,
        meanings: Rc<Meanings>,
    ) -> Self {
        Self {
            place: Place::file(member),
            table: table.map(str::to_owned),
            number,
            given,
            sign,
            meanings,
            waiting: Vec::new(),
            waiting_stated: Vec::new(),
            waiting_bytes: 0,
            profile: None,
            later: None,
            course: Course::default(),
        }
    }

    /// Returns the name of the table.
    pub(crate) fn table(&self) -> Option<&str> {
        self.table.as_deref()
    }

    /// Takes a row, and the currency stated elsewhere for those that give none.
    pub(crate) fn row(
        &mut self,
        (place, stated): (RowPlace<'_>, Option<&'static str>),
        cells: &[FormatCell<'_>],
        batch: &mut Batch,
        keep: &mut Keep<'_>,
    ) {
        if self.profile.is_none() {
            self.begin_again(batch);
        }
        if let Some(profile) = &self.profile {
            if let Some(later) = &mut self.later {
                later.look(cells);
            }
            place.mark(&mut self.place);
            let row = Row { profile, cells, stated };
            if let Some((record, standing)) = row.take(&self.place, &mut self.course, batch) {
                keep(record, cells, row.billed(standing));
            }
            return;
        }
        let owned = |cell: &FormatCell<'_>| (cell.name.to_owned(), cell.text.to_owned());
        self.waiting_bytes += cells.iter().map(|cell| cell.name.len() + cell.text.len()).sum::<usize>();
        self.waiting_stated.push(stated);
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
        if let Some(later) = self.later.take() {
            let (whole, open) = later.end(&self.meanings, |rows| self.learn(rows).decided());
            if let Some(whole) = whole {
                answers.given.entry(self.number).or_default().whole = Some(Rc::new(whole));
            }
            let finding = |column| FormatFinding::new(Code::ColumnChanges, None).with("column", column);
            batch.findings.extend(open.into_iter().map(finding));
        }
        batch.findings.extend(self.course.undone.finding(Code::OrderUndone));
        batch.findings.extend(self.course.in_part.finding(Code::RefundNotTakenOff));
        let (back, said) = std::mem::take(&mut self.course.bookings).end();
        batch.corrections.extend(back);
        batch.findings.extend(said);
        batch.stood = self.stood();
        let paid = self.profile.as_ref().and_then(|profile| profile.amount.as_ref());
        if let Some(paid) = paid.filter(|paid| paid.may_repeat > 0) {
            let finding = FormatFinding::new(Code::TotalMayRepeat, None);
            batch.findings.push(finding.with("column", &paid.column.name).with("count", paid.may_repeat));
        }
        if let Some(paid) = paid.filter(|_| self.course.assumed > 0) {
            let finding = FormatFinding::new(Code::AmountAmbiguous, None);
            batch.findings.push(finding.with("column", &paid.column.name).with("count", self.course.assumed));
        }
        let when = self.profile.as_ref().and_then(|profile| profile.when.as_ref());
        let Some(DateSeats { seats, is_open: true, .. }) = when else { return };
        let Some(Seat { name: column, .. }) = seats.first() else { return };
        match self.course.open.order() {
            Some(order) if !self.given.orders.contains_key(column) => {
                answers.given.entry(self.number).or_default().orders.insert(column.clone(), order);
            }
            Some(_) | None if self.course.open.rows > 0 => {
                let finding = FormatFinding::new(Code::DateAmbiguous, None);
                batch.findings.push(finding.with("column", column).with("count", self.course.open.rows));
            }
            Some(_) | None => {}
        }
    }

    /// Decides from the rows seen so far what the columns hold, and makes records of those rows; only a whole table can be known
    /// to be upright.
    fn begin(&mut self, is_whole: bool, batch: &mut Batch, keep: &mut Keep<'_>) {
        let waiting = std::mem::take(&mut self.waiting);
        let rows: Vec<_> = waiting.iter().map(|(_, cells)| cells.as_slice()).collect();
        let upright = if is_whole { upright::turned(&rows, &self.meanings) } else { None };
        let mut profile = match &upright {
            Some(upright) => self.learn(&[upright.whole().as_slice()]),
            None => self.learn(&rows),
        };
        if !is_whole {
            let (decided, columns) = (profile.decided(), std::mem::take(&mut profile.columns));
            let rows = rows.iter().map(|row| row.to_vec()).collect();
            self.later = Some(Later::new(rows, columns, decided));
        }
        let profile = self.seated(profile, &rows, batch);
        let rows = upright::placed(&waiting, upright.as_ref());
        batch.rows += (rows.len() - waiting.len()) as u64;
        for (number, (position, cells)) in rows.iter().enumerate() {
            // Without a header a cell stands under the name of its field already.
            let headed = upright.as_ref().filter(|upright| upright.above.is_none());
            let named = headed.map(|upright| upright.cells(number));
            let stated = self.waiting_stated.get(number).copied().or(self.waiting_stated.last().copied());
            let stated = stated.flatten();
            let row = Row { profile: &profile, cells: named.as_deref().unwrap_or(cells), stated };
            self.place.position = Some(position.clone());
            let taken = row.take(&self.place, &mut self.course, batch);
            let Some((mut record, standing)) = taken else { continue };
            if let (Some(_), [FormatCell { name, text }, ..]) = (&upright, row.cells) {
                record.title = value::present(text).map(|text| Cow::Owned(format!("{name}: {text}")));
            }
            keep(record, cells, row.billed(standing));
        }
        self.profile = Some(profile);
    }

    /// Returns what the table added to the sums, where it stands at a path.
    fn stood(&mut self) -> Option<Stood> {
        let path = self.table.clone().filter(|_| is_path(self.table.as_deref()))?;
        let profile = self.profile.as_ref()?;
        Some(Stood {
            is_summary: path.rsplit_once('/').is_some_and(|(_, name)| is_summary(name)),
            path,
            rows: self.course.rows,
            is_dated: profile.when.is_some(),
            has_order_numbers: profile.order.is_some(),
            spent: std::mem::take(&mut self.course.spent),
        })
    }

    /// Decides what the columns hold where an earlier reading kept rows of the whole table.
    fn begin_again(&mut self, batch: &mut Batch) {
        let Some(whole) = self.given.whole.clone() else { return };
        let rows: Vec<_> = whole.rows.iter().map(Vec::as_slice).collect();
        self.profile = Some(self.seated(self.learn(&rows), &rows, batch));
    }

    fn learn(&self, rows: &[column::Row<'_>]) -> Profile {
        let (file, table) = (&self.place.file, self.table.as_deref());
        Profile::learn(file, table, rows, &self.given.orders, self.sign, &self.meanings)
    }

    fn seated(&self, profile: Profile, rows: &[column::Row<'_>], batch: &mut Batch) -> Seated {
        batch.confidence = Some(profile.confidence);
        let mut names: Vec<&str> = rows.iter().copied().flatten().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        Seated::new(profile, layout(&names), is_path(self.table.as_deref()))
    }
}

/// Tells whether a table is named by the path it stands at, as those of objects in objects are.
fn is_path(table: Option<&str>) -> bool {
    table.is_some_and(|name| name.is_empty() || name.starts_with('/'))
}

/// Returns a number that tables of the same columns share.
fn layout(names: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    names.hash(&mut hasher);
    hasher.finish()
}
