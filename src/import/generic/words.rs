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
use super::field::{Field, Fields};
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
    /// Which amount it is, where the name says so.
    pub(super) money: Option<Money>,
    /// Stands right under a name of conclusions: `scores.fraud`.
    pub(super) is_under_conclusion: bool,
    fields: Fields,
}

impl Meaning {
    /// Tells whether the name says that it holds this.
    pub(super) const fn is(&self, field: Field) -> bool {
        self.fields.has(field)
    }

    /// Tells whether the name says that it holds any of these.
    pub(super) fn is_any(&self, fields: &[Field]) -> bool {
        fields.iter().any(|field| self.is(*field))
    }

    pub(super) fn add(&mut self, field: Field) {
        self.fields.add(field);
    }

    pub(super) fn remove(&mut self, field: Field) {
        self.fields.remove(field);
    }

    /// Leaves out what is said of what happened: an order that is only predicted is none, on no day, and nothing was paid.
    fn is_only_foretold(&mut self) {
        self.categories.retain(|category| matches!(category, Category::Inferences | Category::Special));
        self.money = None;
        self.remove(Field::Amount);
        self.remove(Field::OrderNumber);
        self.add(Field::Timeless);
    }
}

/// Names whose meaning is remembered.
const REMEMBERED_MAX: usize = 10_000;

/// Bytes of a name that are looked at, from its end: a name that says something is short, and what a field holds stands at the end
/// of its path.
const NAME_BYTES_MAX: usize = 256;

/// What the names of one member say, each looked up once.
#[derive(Default)]
pub(crate) struct Meanings {
    known: RefCell<HashMap<String, Rc<Meaning>>>,
}

impl Meanings {
    /// Returns what a name says that will hardly come again, such as that of a file.
    pub(super) fn of_rare(name: &str) -> Meaning {
        meaning(&without_indexes(end_of(name)))
    }

    /// Returns what a name says.
    pub(super) fn of(&self, name: &str) -> Rc<Meaning> {
        let name = without_indexes(end_of(name));
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
    let name = without_type(name);
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
                Says::Field(Field::Harmless) => spoken.categories.push((run.clone(), None)),
                Says::Faint(category) => add(&mut meaning.faint, *category),
                // A part is one under whatever it stands: `shipping.price`.
                Says::Money(sign @ Sign::Is(Money::Part | Money::Refund)) => signs.push((run.clone(), *sign)),
                // `total.value` and `amounts.net.value` are what stands above them.
                Says::Money(sign) if is_valued => signs.push((run.clone(), *sign)),
                Says::Field(field @ (Field::Amount | Field::Balance)) if is_valued => meaning.add(*field),
                // Of what stands above a name, the nearest says what it is the name of: `partners[0].name`.
                Says::Role(role) if end == above && role.is_named() => {
                    spoken.above = Some(*role);
                    spoken.above_run = run.clone();
                    spoken.is_above_whole |= run.start == step;
                }
                Says::Field(Field::Others) if end <= above => spoken.is_of_others = true,
                // What stands right above says of what it is the date: `birth.date`, `dob.value`.
                Says::Field(Field::Timeless) if end <= above && (end > step || is_valued) => {
                    meaning.add(Field::Timeless);
                }
                // What the row is about, it is about wherever that stands.
                Says::Field(field @ (Field::Thing | Field::Journey)) => meaning.add(*field),
                Says::Money(_) | Says::Role(_) | Says::Field(_) | Says::Whole(_) if end <= above => {}
                Says::Money(sign) => signs.push((run.clone(), *sign)),
                // The longest phrase says most precisely what a column holds: `advertising id` is no advertiser.
                Says::Role(role) if phrase.len() > spoken.role_bytes => {
                    spoken.role_bytes = phrase.len();
                    spoken.role = run.clone();
                    meaning.role = Some(*role);
                }
                Says::Role(_) => {}
                Says::Field(Field::Special) => spoken.special.push(run.clone()),
                Says::Field(Field::Detail) => spoken.details.push(run.clone()),
                Says::Field(Field::Loose) => spoken.loose.push((run.clone(), is_whole)),
                Says::Field(field) => meaning.add(*field),
                Says::Whole(field) if is_whole => meaning.add(*field),
                Says::Whole(_) => {}
            }
        }
    }
    say_money(&mut meaning, &signs);
    spoken.settle(&mut meaning);
    meaning
}

/// How stores of documents call the value of a date, a number or a key inside a field of its own.
const TYPED: &[&str] =
    &[".$numberLong", ".$numberDecimal", ".$numberInt", ".$numberDouble", ".$date", ".$oid", "._seconds"];

/// Leaves out of a name what says in which type a store keeps the value: `created._seconds`, `created.$date.$numberLong`.
fn without_type(mut name: &str) -> &str {
    while let Some(shorter) = TYPED.iter().find_map(|typed| name.strip_suffix(typed)) {
        name = shorter;
    }
    name
}

/// Tells whether a folded name says only that it holds what the one above it is called.
fn is_value(name: &str) -> bool {
    words().names.value.iter().any(|known| known == name.trim())
}

/// Tells whether a nested field is called nothing but a value.
fn is_value_alone(spaced: &str, spaces: &[usize], above: usize) -> bool {
    let own = spaces.get(above).and_then(|start| spaced.get(*start..));
    own.is_some_and(is_value)
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
        // Within a longer name the word is meant of the person, unless the thing stands in it: `photo tags`.
        let is_elsewhere = meaning.is_any(&[Field::Thing, Field::Journey, Field::Glossary]);
        let is_loose =
            |(run, is_whole): &(Range<usize>, bool)| *run == self.role && (*is_whole || is_elsewhere);
        let is_loose = self.loose.iter().any(is_loose);
        meaning.is_under_conclusion =
            self.above == Some(Role::Inference) && self.is_above_whole && !is_harmless(&self.above_run);
        let is_special = self.special.iter().any(|run| !is_harmless(run));
        // A word within what names a role belongs to it: an internal comment is no comment on something else.
        let is_detail = self.details.iter().any(|run| !is_within(run, &self.role));
        if meaning.is_any(&[Field::Name, Field::Company]) {
            meaning.role = meaning.role.or(self.above);
        }
        let of_people = [Category::Identity, Category::Contact];
        let is_of_a_person = meaning.is_any(&[Field::Person, Field::Name])
            || of_people.iter().any(|it| meaning.categories.contains(it));
        let is_others = self.is_of_others && is_of_a_person;
        let settled = [
            (is_loose, Field::Loose),
            (is_special, Field::Special),
            (is_detail, Field::Detail),
            (is_others, Field::Others),
        ];
        settled.iter().filter(|(is_so, _)| *is_so).for_each(|(_, field)| meaning.add(*field));
        if meaning.is(Field::Forecast) && meaning.role == Some(Role::Inference) {
            meaning.is_only_foretold();
        }
    }
}

/// Returns the end of a name that is looked at.
pub(super) fn end_of(name: &str) -> &str {
    let from = name.len().saturating_sub(NAME_BYTES_MAX);
    (from..name.len()).find_map(|from| name.get(from..)).unwrap_or_default()
}

/// Returns what stands above a nested field. The point of `Total incl. TVA` is none of a path.
pub(super) fn above(name: &str) -> Option<&str> {
    let steps = memchr::memrchr_iter(b'.', name.as_bytes());
    steps.filter(|at| is_step(name, *at)).find_map(|at| name.get(..at))
}

/// Returns the name of a nested field itself, or of what stands above it where it is called nothing but a value.
pub(super) fn own(name: &str) -> &str {
    let Some(above) = above(name) else { return name };
    let own = name.get(above.len() + 1..).unwrap_or(name);
    if is_value(&fold::words(own)) { self::own(above) } else { own }
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
    let mut fields = Vec::new();
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
            Sign::Smallest => fields.push(Field::Smallest),
            Sign::Measure => fields.push(Field::Measure),
            Sign::Quantity => fields.push(Field::Quantity),
            Sign::Including | Sign::Included => {}
        }
    }
    fields.into_iter().for_each(|field| meaning.add(field));
}

/// Returns the words of a name, compounds taken apart.
fn words_of(name: &str) -> String {
    let dictionary = dictionary();
    let is_known = |word: &str| dictionary.knows(word);
    compound::parted(fold::words(name), &words().compounds, &is_known)
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
