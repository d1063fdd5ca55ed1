//! Context: what the names of a table and its columns say in the company of the others.
//!
//! In: the names of a table and of its columns, each with what it says alone. Out: the same meanings without what they do not
//! say here: a `segment` of a flight is a leg, the `tags` of a photo and the `score` of a course say nothing about the person,
//! and a `partner` beside points or amounts is one of a trade, who need not have got any data. A field right under a name of
//! conclusions is one: `scores.fraud`.
//!
//! Not here: what a name says alone (`words`), and which values are told (`roles`).

use std::rc::Rc;

use super::field::Field;
use super::people::{Seen, is_about_somebody};
use super::words::{Meaning, Meanings, above};
use crate::import::record::Role;
use crate::law::category::Category;

/// What stands around a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    is_journey: bool,
    is_thing: bool,
    is_trade: bool,
    /// Whether the table is one thing that is named as conclusions, and its columns are these.
    is_of_conclusions: bool,
    /// Whether the table is one thing whose dates never say when something happened: a birth, a passport.
    is_timeless: bool,
}

impl Context {
    /// Looks at the names of a table.
    pub(super) fn of(member: &str, table: Option<&str>, columns: &[Seen<'_>], meanings: &Meanings) -> Self {
        let names = [stem(member), table.unwrap_or_default()].map(|name| meanings.of(name));
        let has = |is: fn(&Meaning) -> bool| {
            names.iter().any(|name| is(name)) || columns.iter().any(|column| is(column.meaning))
        };
        let is_journey = has(|meaning| meaning.is(Field::Journey));
        // Who somebody is stands beside what was concluded of them, whatever else does.
        let explains = names.iter().any(|name| name.is(Field::Glossary));
        let is_thing =
            (explains || has(|meaning| meaning.is(Field::Thing))) && !columns.iter().any(is_about_somebody);
        let is_trade = is_journey || columns.iter().any(|column| is_of_trade(column.meaning));
        let own = table.and_then(|table| table.rsplit('/').next()).map(|own| meanings.of(own));
        let is_listed = |column: &Seen<'_>| is_about_one(column.meaning) || column.filled > 1;
        let is_of_conclusions = own.as_ref().is_some_and(|own| own.role == Some(Role::Inference))
            && !columns.iter().any(is_listed);
        let is_of_one = columns.iter().all(|column| column.filled <= 1);
        // A date may stand right under it: `birth/date`.
        let path = table.map(|table| meanings.of(&table.replace('/', ".")));
        let is_timeless = path.is_some_and(|path| path.is(Field::Timeless)) && is_of_one;
        Self { is_journey, is_thing, is_trade, is_of_conclusions, is_timeless }
    }

    /// Returns what a name says here.
    pub(super) fn settled(self, meaning: &Rc<Meaning>) -> Rc<Meaning> {
        let is_no_conclusion = meaning.is(Field::Loose) && (self.is_journey || self.is_thing);
        let is_no_recipient = meaning.is(Field::Trading) && self.is_trade && !meaning.is(Field::Purpose);
        if !is_no_conclusion && !is_no_recipient {
            return Rc::clone(meaning);
        }
        let mut settled = Meaning::clone(meaning);
        if is_no_conclusion {
            settled.without(Role::Inference, Category::Inferences);
        }
        if is_no_recipient {
            settled.without(Role::Recipient, Category::Recipients);
            settled.remove(Field::Sharing);
        }
        Rc::new(settled)
    }

    /// Returns what the name of a column says here, of which it is known whether its values are dates.
    pub(super) fn settled_column(
        self,
        column: &Seen<'_>,
        meaning: &Rc<Meaning>,
        is_dated: bool,
    ) -> Rc<Meaning> {
        let name = column.name;
        if self.is_timeless && above(name).is_none() {
            let mut settled = Meaning::clone(&self.settled(meaning));
            settled.add(Field::Timeless);
            return Rc::new(settled);
        }
        // An element of a list has fields of its own: `segments[0].score`.
        let is_of_element = above(name).is_some_and(|above| above.ends_with(']'));
        let is_under = (meaning.is_under_conclusion && !is_of_element) || self.is_of_conclusions;
        let is_elsewhere = self.is_journey || self.is_thing;
        if is_dated || is_elsewhere || !is_under || !may_be_concluded(column) {
            return self.settled(meaning);
        }
        let mut settled = Meaning::clone(meaning);
        settled.role = Some(Role::Inference);
        settled.add(Field::Rating);
        settled.add(Field::Concluded);
        settled.remove(Field::Bare);
        if !settled.categories.contains(&Category::Inferences) {
            settled.categories.push(Category::Inferences);
        }
        Rc::new(settled)
    }
}

impl Meaning {
    /// The same without saying that anything was concluded.
    pub(super) fn without_conclusion(&self) -> Self {
        let mut other = self.clone();
        other.without(Role::Inference, Category::Inferences);
        other
    }

    fn without(&mut self, role: Role, category: Category) {
        self.role = self.role.filter(|own| *own != role);
        self.categories.retain(|own| *own != category);
    }
}

/// Fields under a name of conclusions that say something about one.
const ABOUT_IT: [Field; 10] = [
    Field::Date,
    Field::Timeless,
    Field::Detail,
    Field::Purpose,
    Field::Version,
    Field::Status,
    Field::Currency,
    Field::Measure,
    Field::Sources,
    Field::Belongs,
];

/// Tells whether a field under a name of conclusions may be one: what says when, by which model or how sure is none.
fn may_be_concluded(column: &Seen<'_>) -> bool {
    let meaning = column.meaning;
    // An address is none, but how likely a purchase is.
    let is_of_another =
        !column.is_number && meaning.categories.iter().any(|category| *category != Category::Inferences);
    let is_other = meaning.role.is_some_and(|role| role != Role::Inference);
    !is_other && !is_of_another && !meaning.is_any(&ABOUT_IT) && !is_about_one(meaning)
}

/// Tells whether a field names one of several things, or is its value.
fn is_about_one(meaning: &Meaning) -> bool {
    use Field::{Bare, Code, Company, Key, Name, Title, Value};
    meaning.is_any(&[Name, Title, Company, Code, Key, Bare, Value])
}

/// Tells whether only a table about what was bought, flown, collected or asked for has such a column.
fn is_of_trade(meaning: &Meaning) -> bool {
    use Field::{Amount, Currency, Delivery, Measure, Quantity, Status};
    meaning.money.is_some() || meaning.is_any(&[Amount, Currency, Measure, Quantity, Status, Delivery])
}

/// Returns the name of a file without its folder and its ending.
fn stem(member: &str) -> &str {
    let file = member.rsplit('/').next().unwrap_or(member);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
