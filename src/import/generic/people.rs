//! People: which columns of a table hold somebody's name, and whether whom a row names got the data.
//!
//! In: what the names of the table and of its columns say, and the form of the values. Out: the columns that name people. A
//! `Name` is the name of anything; beside an address of mail or a segment it is that of a person. A `Recipient` got a parcel or
//! a message, and got data only in a table about sharing.
//!
//! Not here: what the columns hold otherwise (`profile`), and what is done with a name (`report::secret`).

use super::context::Context;
use super::detect::Type;
use super::field::Field;
use super::words::{Meaning, Meanings, above};
use crate::import::amount;
use crate::import::record::Role;
use crate::import::value;
use crate::law::category::Category;

/// Columns about a person that make their table one of persons, without any name.
const ABOUT_MIN: usize = 2;

/// A column as this module looks at it.
pub(super) struct Seen<'c> {
    pub(super) name: &'c str,
    pub(super) meaning: &'c Meaning,
    pub(super) kind: Option<Type>,
    pub(super) is_number: bool,
    /// Rows that have it.
    pub(super) filled: u32,
}

/// What is known of the people of a table.
pub(super) struct People {
    /// Column by column, whether it holds names of people.
    named: Vec<bool>,
    /// Column by column, whether it holds whom something was sent to.
    consigned: Vec<bool>,
    /// Whether whom a row is for got the data.
    is_sharing: bool,
    /// Whether a row is about a person, whatever was concluded of them.
    is_profile: bool,
    /// Whether whom a row names got the data: it is about sharing, or about what was concluded and of no parcel.
    is_told: bool,
    /// What the names of the file and of the table announce.
    lists: Lists,
    /// What the table is called, where that is a score.
    score: Option<String>,
    context: Context,
}

impl People {
    /// Looks at the columns of a table.
    pub(super) fn of(member: &str, table: Option<&str>, columns: &[Seen<'_>], meanings: &Meanings) -> Self {
        let context = Context::of(member, table, columns, meanings);
        let lists = lists(member, table, meanings, context);
        let is_sharing = is_sharing(lists.recipients, columns);
        let is_told = is_sharing || is_about_conclusions(columns);
        let named: Vec<bool> = columns
            .iter()
            .map(|column| {
                is_named(column, columns, lists, is_sharing)
                    && !(is_told && column.meaning.is(Field::Consignee))
            })
            .collect();
        let consigned = columns.iter().map(|column| column.meaning.is(Field::Consignee)).collect();
        let about = columns.iter().filter(|column| is_about_somebody(column)).count();
        let is_profile = !is_sharing && (named.contains(&true) || about >= ABOUT_MIN);
        let score =
            table.filter(|_| lists.scores).and_then(|table| table.rsplit('/').next()).map(str::to_owned);
        Self { named, consigned, is_sharing, is_profile, is_told, lists, score, context }
    }

    /// Tells whether a column holds names of people.
    pub(super) fn are_in(&self, column: usize) -> bool {
        self.named.get(column).copied().unwrap_or(false)
    }

    /// Tells whether a column names somebody something was sent to, who may be another person.
    pub(super) fn got_something(&self, column: usize) -> bool {
        !self.is_told && self.consigned.get(column).copied().unwrap_or(false)
    }

    /// Tells whether a column is about somebody else: the children, the dependants.
    pub(super) fn are_others_in(&self, column: usize) -> bool {
        self.lists.others && self.are_in(column)
    }

    /// Tells whether a column of a list of travellers or guests names one of them.
    pub(super) fn are_fellows_in(&self, column: usize) -> bool {
        self.lists.fellows && self.are_in(column)
    }

    /// Tells whether a column names who got the data.
    pub(super) fn got_data(&self, column: usize) -> bool {
        self.is_told && self.consigned.get(column).copied().unwrap_or(false)
    }

    /// Tells whether the rows are about who got data.
    pub(super) fn is_sharing(&self) -> bool {
        self.is_sharing
    }

    /// Returns what the names of the file and of the table announce.
    pub(super) fn lists(&self) -> Lists {
        self.lists
    }

    /// Returns what the table is called, where that is a score.
    pub(super) fn score(&self) -> Option<&str> {
        self.score.as_deref()
    }

    /// Returns what stands around the names of the table.
    pub(super) fn context(&self) -> Context {
        self.context
    }

    /// Tells whether the rows of a table of other people are about them: its name says so, or they name somebody.
    pub(super) fn is_of_others(&self) -> bool {
        self.lists.of_others || self.is_profile
    }

    /// Tells whether the rows are about persons, so that they are no list of conclusions or companies.
    pub(super) fn is_profile(&self) -> bool {
        self.is_profile
    }

    /// Tells whether the rows say to whom parcels or messages went.
    pub(super) fn is_delivery(&self) -> bool {
        !self.is_told && self.consigned.contains(&true)
    }
}

/// Which lists the names of the file and the table announce.
#[derive(Clone, Copy)]
pub(super) struct Lists {
    /// Whether they speak of conclusions.
    pub(super) conclusions: bool,
    /// Whether these are scores, whose names say nothing without their values.
    pub(super) scores: bool,
    /// Whether the rows are people who travel, stay or are insured together.
    fellows: bool,
    recipients: bool,
    /// Whether the rows are of a special category of data.
    pub(super) special: bool,
    /// What the rows name: conclusions, companies that got data, or where data came from.
    pub(super) named: Option<Role>,
    /// Whether the rows are about other people.
    others: bool,
    /// Whether they are a list of other people.
    of_others: bool,
}

fn lists(member: &str, table: Option<&str>, meanings: &Meanings, context: Context) -> Lists {
    let file = member.rsplit('/').next().unwrap_or(member);
    let file = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let table = table.unwrap_or_default();
    let of_file = context.settled(&meanings.of(file));
    let of_table = context.settled(&meanings.of(table));
    // The last part of a path is the name of the list itself.
    let own = context.settled(&meanings.of(table.rsplit('/').next().unwrap_or(table)));
    let is_loose = of_table.role.is_none() && own.is(Field::Loose);
    let speaks = |category| [&of_file, &of_table].iter().any(|it| it.categories.contains(&category));
    let source = (of_file.is(Field::Sources) || own.is(Field::Sources)).then_some(Role::Source);
    Lists {
        conclusions: speaks(Category::Inferences),
        scores: own.is(Field::Rating) || table.is_empty() && of_file.is(Field::Rating),
        fellows: of_file.is(Field::Fellow) || own.is(Field::Fellow),
        recipients: speaks(Category::Recipients),
        special: speaks(Category::Special),
        named: own.role.filter(|role| role.is_named() && !is_loose).or(source),
        others: of_file.is(Field::Others) || own.is(Field::Others),
        of_others: speaks(Category::Others),
    }
}

/// A purpose or a legal basis stands only where data were shared, unless the rows speak of parcels; the name of a file says
/// it where nothing speaks of an address.
fn is_sharing(is_named_so: bool, columns: &[Seen<'_>]) -> bool {
    let has = |is: fn(&Meaning) -> bool| columns.iter().any(|column| is(column.meaning));
    // Who is paid gets money; a table about sharing data has no amounts.
    let is_delivery = has(|meaning| meaning.is_any(&[Field::Delivery, Field::Amount, Field::Currency]));
    let has_place =
        has(|meaning| meaning.role == Some(Role::Location)) || columns.iter().any(is_about_somebody);
    !is_delivery && (has(|meaning| meaning.is(Field::Sharing)) || is_named_so && !has_place)
}

/// Whom a row names that says what was concluded of somebody got that, unless the row speaks of parcels.
fn is_about_conclusions(columns: &[Seen<'_>]) -> bool {
    let is_concluded = |column: &Seen<'_>| {
        column.meaning.role == Some(Role::Inference)
            && !column.meaning.is_any(&[Field::Code, Field::Consignee])
    };
    columns.iter().any(is_concluded) && !columns.iter().any(|column| column.meaning.is(Field::Delivery))
}

fn is_named(column: &Seen<'_>, columns: &[Seen<'_>], lists: Lists, is_sharing: bool) -> bool {
    let meaning = column.meaning;
    if meaning.is_any(&[Field::Person, Field::Others]) {
        return true;
    }
    if lists.others && meaning.is(Field::Name) {
        return true;
    }
    if meaning.is(Field::Consignee) {
        return !is_sharing;
    }
    // The path above a name says whose it is: `segments[0].name`.
    let lists_of = [Category::Inferences, Category::Recipients];
    let is_listed = lists_of.iter().any(|list| meaning.categories.contains(list));
    meaning.is(Field::Name)
        && !is_listed
        && meaning.role.is_none()
        && is_beside_a_person(column, columns, lists, is_sharing)
}

fn is_beside_a_person(column: &Seen<'_>, columns: &[Seen<'_>], lists: Lists, is_sharing: bool) -> bool {
    let above = above(column.name);
    let is_under = |name: &str| {
        above.is_none_or(|above| name.strip_prefix(above).is_some_and(|rest| rest.starts_with('.')))
    };
    let mut beside = columns.iter().filter(|other| other.name != column.name && is_under(other.name));
    beside.any(|other| {
        // Companies that got data have addresses too, and no birthday.
        let is_person =
            if is_sharing || lists.recipients { is_of_a_person(other) } else { is_about_somebody(other) };
        let is_same = above == self::above(other.name);
        is_person || is_same && is_concluded(other, lists)
    })
}

/// Tells whether a column says what was concluded of whoever the row names: a number beside the name of a segment is its own.
fn is_concluded(column: &Seen<'_>, lists: Lists) -> bool {
    column.meaning.role == Some(Role::Inference)
        && !column.meaning.is(Field::Code)
        && !(column.is_number && lists.conclusions)
}

/// Tells whether a column can only be about a person.
fn is_of_a_person(column: &Seen<'_>) -> bool {
    let meaning = column.meaning;
    meaning.is(Field::Person) || !meaning.is(Field::Name) && meaning.categories.contains(&Category::Identity)
}

/// Tells whether a column is about who somebody is and how to reach them.
pub(super) fn is_about_somebody(column: &Seen<'_>) -> bool {
    let contact = [Category::Contact, Category::Address];
    is_of_a_person(column)
        || contact.iter().any(|category| column.meaning.categories.contains(category))
        || matches!(column.kind, Some(Type::Email | Type::Phone))
}

/// Returns the values of a row that name somebody or say how to reach them, and those that are the company's own words about
/// them.
pub(super) fn told_apart<'r>(
    member: &str,
    table: Option<&str>,
    row: &'r [(String, String)],
    meanings: &Meanings,
) -> (Vec<&'r str>, Vec<&'r str>) {
    // The row of an upright table is one field of a person.
    if let [(key, name), (value, text)] = row
        && meanings.of(key).is(Field::Key)
        && meanings.of(value).is(Field::Value)
    {
        return pair_told_apart(&meanings.of(name), text);
    }
    let known: Vec<_> = row.iter().map(|(name, _)| meanings.of(name)).collect();
    let seen = row.iter().zip(&known).map(|((name, text), meaning)| Seen {
        name,
        meaning,
        kind: Type::of(text),
        is_number: amount::is_amount(text),
        filled: 1,
    });
    let seen: Vec<Seen<'_>> = seen.collect();
    let people = People::of(member, table, &seen, meanings);
    let (mut of_people, mut of_company) = (Vec::new(), Vec::new());
    for (index, (column, (_, text))) in seen.iter().zip(row).enumerate() {
        let Some(text) = value::present(text) else { continue };
        let meaning = column.meaning;
        let is_told =
            people.are_in(index) || meaning.is(Field::Special) || meaning.role == Some(Role::Identifier);
        // Of companies that got data the address is no secret.
        if is_told || !people.is_sharing && is_about_somebody(column) && !meaning.is(Field::Name) {
            of_people.push(text);
        } else if matches!(meaning.role, Some(Role::Inference | Role::Recipient | Role::Source)) {
            of_company.push(text);
        }
    }
    (of_people, of_company)
}

fn pair_told_apart<'r>(meaning: &Meaning, text: &'r str) -> (Vec<&'r str>, Vec<&'r str>) {
    let Some(text) = value::present(text) else { return (Vec::new(), Vec::new()) };
    let contact = [Category::Identity, Category::Contact, Category::Address];
    let is_told = meaning.is_any(&[Field::Person, Field::Name, Field::Others, Field::Special])
        || meaning.role == Some(Role::Identifier)
        || contact.iter().any(|category| meaning.categories.contains(category))
        || matches!(Type::of(text), Some(Type::Email | Type::Phone));
    let is_of_company = matches!(meaning.role, Some(Role::Inference | Role::Recipient | Role::Source));
    match (is_told, is_of_company || meaning.is(Field::Consignee)) {
        (true, _) => (vec![text], Vec::new()),
        (false, true) => (Vec::new(), vec![text]),
        (false, false) => (Vec::new(), Vec::new()),
    }
}
