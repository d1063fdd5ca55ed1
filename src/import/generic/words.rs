//! Words: what names of files, tables and columns say about their content.
//!
//! In: a name. Out: its [`Meaning`]. The dictionary is data, folded like the names it is compared with; what a word
//! says is a likelihood, never a fact about a company.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::compound;
use super::dictionary::{Money, Says, Sign, dictionary, words};
use crate::import::fold;
use crate::import::record::Role;
use crate::law::category::Category;

/// Words of the longest phrase.
const PHRASE_WORDS_MAX: usize = 4;

/// What a name says.
#[derive(Debug, Clone, Default)]
pub(super) struct Meaning {
    /// Categories it speaks of.
    pub(super) categories: Vec<Category>,
    /// Categories it hints at.
    pub(super) faint: Vec<Category>,
    /// What a column of this name holds.
    pub(super) role: Option<Role>,
    /// A date.
    pub(super) is_date: bool,
    /// A date and nothing else: not a time of the day, nor a number of seconds.
    pub(super) is_calendar: bool,
    /// A date, but not the one that says when it happened.
    pub(super) is_late: bool,
    /// A date that never says when it happened: of a birth, of the end of a card.
    pub(super) is_timeless: bool,
    /// How far north.
    pub(super) is_latitude: bool,
    /// How far east.
    pub(super) is_longitude: bool,
    /// What a person recognises the row by.
    pub(super) is_title: bool,
    /// An amount of money.
    pub(super) is_amount: bool,
    /// Which amount it is, where the name says so.
    pub(super) money: Option<Money>,
    /// An amount in cents.
    pub(super) is_smallest: bool,
    /// A number that counts no money.
    pub(super) is_measure: bool,
    /// A number of pieces.
    pub(super) is_quantity: bool,
    /// A currency.
    pub(super) is_currency: bool,
    /// Other people.
    pub(super) is_others: bool,
    /// A special category of data.
    pub(super) is_special: bool,
    /// The name of a person.
    pub(super) is_person: bool,
    /// The name of a person or of anything else: what stands beside it decides.
    pub(super) is_name: bool,
    /// Whom something was sent to: a person, or who got the data.
    pub(super) is_consignee: bool,
    /// Only a table about sharing data has it.
    pub(super) is_sharing: bool,
    /// Why something was shared, on what basis, or which data.
    pub(super) is_purpose: bool,
    /// Says more about what the row names elsewhere.
    pub(super) is_detail: bool,
    /// The name of a company.
    pub(super) is_company: bool,
    /// Where data came from.
    pub(super) is_sources: bool,
    /// A rating of a person, whose value says nothing without its name.
    pub(super) is_rating: bool,
    /// A rating of whatever the row names.
    pub(super) is_bare: bool,
    /// The number of a version.
    pub(super) is_version: bool,
    /// How far something has come: shipped, cancelled.
    pub(super) is_status: bool,
    /// The number of an order.
    pub(super) is_order_number: bool,
    /// Only a table about parcels or messages has it.
    pub(super) is_delivery: bool,
    /// A code for something.
    pub(super) is_code: bool,
    /// Names of fields.
    pub(super) is_key: bool,
    /// Their values.
    pub(super) is_value: bool,
    /// What only the list of a bank has.
    pub(super) is_statement: bool,
    /// What went out of an account.
    pub(super) is_debit: bool,
    /// What came into it.
    pub(super) is_credit: bool,
    /// Since when somebody is known.
    pub(super) is_since: bool,
    /// When something was last seen or used.
    pub(super) is_latest: bool,
    /// The row is about something else than the person: a picture, a course, a loan.
    pub(super) is_thing: bool,
    /// The row is about a journey.
    pub(super) is_journey: bool,
    /// A conclusion, unless the row is about a thing or a journey.
    pub(super) is_loose: bool,
    /// A class somebody is put into, often a code.
    pub(super) is_class: bool,
    /// Whether the person is in what the row names.
    pub(super) is_belonging: bool,
    /// Who got the data, unless the row is about a trade or a journey.
    pub(super) is_trading: bool,
    /// A person, who may be the one the answer is about.
    pub(super) is_fellow: bool,
    /// One end of a message.
    pub(super) is_between: bool,
    /// A service whose code may be of a special category of data.
    pub(super) is_service: bool,
    /// Stands right under a name of conclusions: `scores.fraud`.
    pub(super) is_under_conclusion: bool,
}

/// Names of a field that holds what the one above it is called (formats of programs, 2026).
const VALUES: [&str; 4] = ["value", "valeur", "wert", "amount"];

/// Names whose meaning is remembered.
const REMEMBERED_MAX: usize = 10_000;

/// What the names of one member say, each looked up once.
#[derive(Default)]
pub(crate) struct Meanings {
    known: RefCell<HashMap<String, Rc<Meaning>>>,
}

impl Meanings {
    /// Returns what a name says that will hardly come again, such as that of a file.
    pub(super) fn of_rare(name: &str) -> Meaning {
        meaning(&without_indexes(name))
    }

    /// Returns what a name says.
    pub(super) fn of(&self, name: &str) -> Rc<Meaning> {
        let name = without_indexes(name);
        let mut known = self.known.borrow_mut();
        if let Some(meaning) = known.get(name.as_ref()) {
            return Rc::clone(meaning);
        }
        let found = Rc::new(meaning(&name));
        if known.len() < REMEMBERED_MAX {
            known.insert(name.into_owned(), Rc::clone(&found));
        }
        found
    }
}

fn meaning(name: &str) -> Meaning {
    let dictionary = dictionary();
    let spaced = words_of(name);
    // Words stand between single spaces, and so does what a run of them says.
    let spaces: Vec<usize> = memchr::memchr_iter(b' ', spaced.as_bytes()).collect();
    // Of a nested field, only phrases that reach into its own name say what it holds: `segment.address` is no segment.
    let above = above(name).map_or(0, |above| words_of(above).split_whitespace().count());
    let is_valued = above > 0 && is_value_alone(&spaced, &spaces, above);
    // Where the words of the nearest step above begin.
    let step = above_of(name).map_or(0, |above| words_of(above).split_whitespace().count());
    let mut meaning = Meaning::default();
    let mut signs: Vec<(Range<usize>, Sign)> = Vec::new();
    let mut spoken = Spoken::default();
    for (run, phrase) in phrases(&spaced, &spaces) {
        let end = run.end;
        let is_whole = run.start == above && end + 1 == spaces.len();
        for says in dictionary.of(phrase, run.len() == 1) {
            match says {
                Says::Category(category) => spoken.categories.push((run.clone(), Some(*category))),
                Says::Harmless => spoken.categories.push((run.clone(), None)),
                Says::Faint(category) => add(&mut meaning.faint, *category),
                // A part is one under whatever it stands: `shipping.price`.
                Says::Money(sign @ Sign::Is(Money::Part | Money::Refund)) => signs.push((run.clone(), *sign)),
                // `total.value` and `amounts.net.value` are what stands above them.
                Says::Money(sign) if is_valued => signs.push((run.clone(), *sign)),
                Says::Amount if is_valued => meaning.is_amount = true,
                // Of what stands above a name, the nearest says what it is the name of: `partners[0].name`.
                Says::Role(role) if end == above && role.is_named() => {
                    spoken.above = Some(*role);
                    spoken.above_run = run.clone();
                    spoken.is_above_whole |= run.start == step;
                }
                Says::Others if end <= above => spoken.is_of_others = true,
                Says::Thing => spoken.is_of_thing = true,
                Says::Journey => meaning.is_journey = true,
                _ if end <= above => {}
                Says::Money(sign) => signs.push((run.clone(), *sign)),
                // The longest phrase says most precisely what a column holds: `advertising id` is no advertiser.
                Says::Role(role) if phrase.len() > spoken.role_bytes => {
                    spoken.role_bytes = phrase.len();
                    spoken.role = run.clone();
                    meaning.role = Some(*role);
                }
                Says::Role(_) => {}
                Says::Date => meaning.is_date = true,
                Says::Calendar => {
                    meaning.is_date = true;
                    meaning.is_calendar = true;
                }
                Says::Late => meaning.is_late = true,
                Says::Timeless => meaning.is_timeless = true,
                Says::Latitude => meaning.is_latitude = true,
                Says::Longitude => meaning.is_longitude = true,
                Says::Title => meaning.is_title = true,
                Says::Amount => meaning.is_amount = true,
                Says::Currency => meaning.is_currency = true,
                Says::Others => meaning.is_others = true,
                Says::Special => spoken.special.push(run.clone()),
                Says::Person => meaning.is_person = true,
                Says::Name => meaning.is_name |= is_whole,
                Says::Consignee => meaning.is_consignee |= is_whole,
                Says::Sharing => meaning.is_sharing = true,
                Says::Purpose => (meaning.is_sharing, meaning.is_purpose) = (true, true),
                Says::Detail => spoken.details.push(run.clone()),
                Says::Company => meaning.is_company |= is_whole,
                Says::Sources => meaning.is_sources |= is_whole,
                Says::Rating => meaning.is_rating = true,
                Says::Bare => meaning.is_bare |= is_whole,
                Says::Version => meaning.is_version = true,
                Says::Status => meaning.is_status = true,
                Says::OrderNumber => meaning.is_order_number |= is_whole,
                Says::Delivery => meaning.is_delivery = true,
                Says::Code => meaning.is_code = true,
                Says::Key => meaning.is_key |= is_whole,
                Says::Value => meaning.is_value |= is_whole,
                Says::Statement => meaning.is_statement |= is_whole,
                Says::Debit if is_whole => (meaning.is_debit, meaning.is_amount) = (true, true),
                Says::Credit if is_whole => (meaning.is_credit, meaning.is_amount) = (true, true),
                Says::Debit | Says::Credit => {}
                Says::Since => meaning.is_since = true,
                Says::Latest => {
                    (meaning.is_date, meaning.is_late, meaning.is_latest) = (true, true, true);
                }
                Says::Loose => spoken.loose.push((run.clone(), is_whole)),
                Says::Class => meaning.is_class = true,
                Says::Belongs => meaning.is_belonging |= is_whole,
                Says::Trading => meaning.is_trading = true,
                Says::Fellow => meaning.is_fellow |= is_whole,
                Says::Between => meaning.is_between |= is_whole,
                Says::Service => meaning.is_service = true,
            }
        }
    }
    say_money(&mut meaning, &signs);
    spoken.settle(&mut meaning);
    meaning
}

/// Tells whether a nested field is called nothing but a value.
fn is_value_alone(spaced: &str, spaces: &[usize], above: usize) -> bool {
    let own = spaces.get(above).and_then(|start| spaced.get(*start..));
    own.is_some_and(|own| VALUES.contains(&own.trim()))
}

/// What phrases of a name say that longer ones may say otherwise, and what stands above the name.
#[derive(Default)]
struct Spoken {
    /// The phrases of categories; of none, where they only sound so.
    categories: Vec<(Range<usize>, Option<Category>)>,
    special: Vec<Range<usize>>,
    details: Vec<Range<usize>>,
    role: Range<usize>,
    role_bytes: usize,
    above: Option<Role>,
    above_run: Range<usize>,
    /// Whether it is the whole name of the step above.
    is_above_whole: bool,
    is_of_others: bool,
    is_of_thing: bool,
    /// What may stand for another thing, and whether it is the whole name.
    loose: Vec<(Range<usize>, bool)>,
}

impl Spoken {
    fn settle(self, meaning: &mut Meaning) {
        // What a word says alone it does not say within a phrase: `bons d'achat` are no purchases.
        let categories = &self.categories;
        for (run, category) in categories {
            if let Some(category) =
                category.filter(|_| !categories.iter().any(|(other, _)| is_within(run, other)))
            {
                add(&mut meaning.categories, category);
            }
        }
        let is_harmless = |run: &Range<usize>| {
            categories.iter().any(|(other, category)| category.is_none() && is_within(run, other))
        };
        if is_harmless(&self.role) {
            meaning.role = None;
        }
        meaning.is_thing = self.is_of_thing;
        // Within a longer name the word is meant of the person, unless the thing stands in it: `photo tags`.
        let is_elsewhere = self.is_of_thing || meaning.is_journey;
        let is_loose =
            |(run, is_whole): &(Range<usize>, bool)| *run == self.role && (*is_whole || is_elsewhere);
        meaning.is_loose = self.loose.iter().any(is_loose);
        meaning.is_under_conclusion =
            self.above == Some(Role::Inference) && self.is_above_whole && !is_harmless(&self.above_run);
        meaning.is_special = self.special.iter().any(|run| !is_harmless(run));
        // A word within what names a role belongs to it: an internal comment is no comment on something else.
        meaning.is_detail = self.details.iter().any(|run| !is_within(run, &self.role));
        if meaning.is_name || meaning.is_company {
            meaning.role = meaning.role.or(self.above);
        }
        let of_people = [Category::Identity, Category::Contact];
        let is_of_a_person = meaning.is_person
            || meaning.is_name
            || of_people.iter().any(|it| meaning.categories.contains(it));
        meaning.is_others |= self.is_of_others && is_of_a_person;
    }
}

/// Returns what stands above a nested field. The point of `Total incl. TVA` is none of a path.
pub(super) fn above(name: &str) -> Option<&str> {
    let steps = memchr::memrchr_iter(b'.', name.as_bytes());
    steps.filter(|at| is_step(name, *at)).find_map(|at| name.get(..at))
}

/// Returns what stands above the step that stands above a nested field.
fn above_of(name: &str) -> Option<&str> {
    above(above(name)?)
}

/// Returns how deep a field stands, each list counted as a step.
pub(super) fn depth(name: &str) -> usize {
    let steps = memchr::memchr_iter(b'.', name.as_bytes()).filter(|at| is_step(name, *at)).count();
    steps + memchr::memchr_iter(b'[', name.as_bytes()).count()
}

fn is_step(name: &str, at: usize) -> bool {
    name.as_bytes().get(at + 1).is_some_and(|next| !matches!(next, b' ' | b')' | b']' | b'.'))
}

fn is_within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end && outer.len() > inner.len()
}

/// Says which amount a name means, of all that its words say: a part, unless the name says that the part is within.
fn say_money(meaning: &mut Meaning, signs: &[(Range<usize>, Sign)]) {
    let alone = |run: &Range<usize>| !signs.iter().any(|(other, _)| is_within(run, other));
    let is_inside = |run: &Range<usize>| {
        signs.iter().any(|(other, sign)| match sign {
            Sign::Including => run.start >= other.end,
            Sign::Included => run.end == other.start || run.start == other.end,
            Sign::Is(_) | Sign::Excluding | Sign::Smallest | Sign::Measure | Sign::Quantity => false,
        })
    };
    let is_outside = |run: &Range<usize>| {
        signs.iter().any(|(other, sign)| *sign == Sign::Excluding && run.start >= other.end)
    };
    let mut add = |said: Money| meaning.money = Some(meaning.money.map_or(said, |known| known.min(said)));
    let mut others = Vec::new();
    for (run, sign) in signs.iter().filter(|(run, _)| alone(run)) {
        match sign {
            Sign::Is(money @ (Money::Part | Money::Refund)) => add(if is_inside(run) {
                Money::Gross
            } else if is_outside(run) {
                Money::Net
            } else {
                *money
            }),
            Sign::Is(money) => add(*money),
            Sign::Excluding => add(Money::Net),
            Sign::Smallest | Sign::Measure | Sign::Quantity => others.push(*sign),
            Sign::Including | Sign::Included => {}
        }
    }
    meaning.is_smallest |= others.contains(&Sign::Smallest);
    meaning.is_measure |= others.contains(&Sign::Measure);
    meaning.is_quantity |= others.contains(&Sign::Quantity);
}

/// Returns the words of a name, compounds taken apart.
fn words_of(name: &str) -> String {
    let dictionary = dictionary();
    let is_known = |word: &str| dictionary.knows(word);
    compound::parted(fold::words(name), &words().compounds.heads, &is_known)
}

/// Returns every run of neighbouring words that may be a phrase of the dictionary, of words between these spaces.
fn phrases<'w>(spaced: &'w str, spaces: &'w [usize]) -> impl Iterator<Item = (Range<usize>, &'w str)> {
    let words = spaces.len().saturating_sub(1);
    let longest = move |start: usize| PHRASE_WORDS_MAX.min(words - start);
    let runs = (0..words).flat_map(move |start| (1..=longest(start)).map(move |count| start..start + count));
    runs.filter_map(|run| {
        let (before, behind) = (spaces.get(run.start)?, spaces.get(run.end)?);
        Some((run, spaced.get(before + 1..*behind)?))
    })
}

fn add(categories: &mut Vec<Category>, category: Category) {
    if !categories.contains(&category) {
        categories.push(category);
    }
}

/// Takes `[3]` and the like out of a dotted path.
fn without_indexes(name: &str) -> Cow<'_, str> {
    if !name.contains(['[', ']']) {
        return Cow::Borrowed(name);
    }
    let mut inside = false;
    let keep = |c: &char| {
        inside = *c == '[' || inside && *c != ']';
        !inside && *c != ']'
    };
    Cow::Owned(name.chars().filter(keep).collect())
}
