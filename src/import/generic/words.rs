//! Words: what names of files, tables and columns say about their content, read from `words.yaml`, which is compiled in as
//! JSON (`build.rs`): it is read at nearly every import.
//!
//! In: a name. Out: its [`Meaning`]. The dictionary is data, folded like the names it is compared with; what a word
//! says is a likelihood, never a fact about a company.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::rc::Rc;
use std::sync::OnceLock;

use serde::Deserialize;

use super::compound;
use crate::import::fold;
use crate::import::record::Role;
use crate::law::category::Category;

const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/words.json"));

/// Words of the longest phrase.
const PHRASE_WORDS_MAX: usize = 4;

/// What one phrase says.
#[derive(Debug, Clone, Copy)]
enum Says {
    Category(Category),
    Faint(Category),
    Role(Role),
    Date,
    Late,
    Timeless,
    Title,
    Amount,
    Money(Sign),
    Currency,
    Others,
    Special,
    Person,
    Name,
    Consignee,
    Sharing,
    Delivery,
    Code,
}

/// What a phrase says about an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Is(Money),
    /// What follows is in it, and none of its parts: `incl`, `after`.
    Including,
    /// What stands beside is in it: `included`.
    Included,
    /// It counts cents.
    Smallest,
    /// It counts something else than money.
    Measure,
    /// It counts pieces.
    Quantity,
}

/// Which amount a column holds, from what says least about what was paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Money {
    /// A part of what was paid, or what is not paid: tax, shipping, discount, net, list price, balance.
    Part,
    /// The price of one piece.
    Unit,
    /// What the pieces of one row cost.
    Line,
    /// The whole with tax, or what was paid.
    Gross,
    /// A whole.
    Total,
    /// A price, of one piece or of all.
    Price,
}

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
    /// A date, but not the one that says when it happened.
    pub(super) is_late: bool,
    /// A date that never says when it happened: of a birth, of the end of a card.
    pub(super) is_timeless: bool,
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
    /// Only a table about parcels or messages has it.
    pub(super) is_delivery: bool,
    /// A code for something.
    pub(super) is_code: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    categories: Ordered,
    faint: BTreeMap<Category, Vec<String>>,
    roles: BTreeMap<Role, Vec<String>>,
    fields: Fields,
    money: MoneyWords,
    compounds: Compounds,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MoneyWords {
    gross: Vec<String>,
    total: Vec<String>,
    line: Vec<String>,
    price: Vec<String>,
    unit: Vec<String>,
    part: Vec<String>,
    including: Vec<String>,
    included: Vec<String>,
    smallest: Vec<String>,
    measure: Vec<String>,
    quantity: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Compounds {
    heads: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    date: Vec<String>,
    late: Vec<String>,
    timeless: Vec<String>,
    title: Vec<String>,
    amount: Vec<String>,
    currency: Vec<String>,
    others: Vec<String>,
    special: Vec<String>,
    person: Vec<String>,
    name: Vec<String>,
    consignee: Vec<String>,
    sharing: Vec<String>,
    delivery: Vec<String>,
    code: Vec<String>,
}

/// A mapping in the order of the file.
struct Ordered(Vec<(Category, Vec<String>)>);

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Ordered;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("categories and their words")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Ordered, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Ordered(entries))
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

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
    let mut meaning = Meaning::default();
    let mut signs: Vec<(Range<usize>, Sign)> = Vec::new();
    let mut role_bytes = 0;
    let mut spoken: Vec<(Range<usize>, Category)> = Vec::new();
    for (run, phrase) in phrases(&spaced, &spaces) {
        let end = run.end;
        let is_whole = run.start == above && end + 1 == spaces.len();
        for says in dictionary.of(phrase) {
            match says {
                Says::Category(category) => spoken.push((run.clone(), *category)),
                Says::Faint(category) => add(&mut meaning.faint, *category),
                // A part is one under whatever it stands: `shipping.price`.
                Says::Money(sign @ Sign::Is(Money::Part)) => signs.push((run.clone(), *sign)),
                _ if end <= above => {}
                Says::Money(sign) => signs.push((run.clone(), *sign)),
                // The longest phrase says most precisely what a column holds: `advertising id` is no advertiser.
                Says::Role(role) if phrase.len() > role_bytes => {
                    role_bytes = phrase.len();
                    meaning.role = Some(*role);
                }
                Says::Role(_) => {}
                Says::Date => meaning.is_date = true,
                Says::Late => meaning.is_late = true,
                Says::Timeless => meaning.is_timeless = true,
                Says::Title => meaning.is_title = true,
                Says::Amount => meaning.is_amount = true,
                Says::Currency => meaning.is_currency = true,
                Says::Others => meaning.is_others = true,
                Says::Special => meaning.is_special = true,
                Says::Person => meaning.is_person = true,
                Says::Name => meaning.is_name |= is_whole,
                Says::Consignee => meaning.is_consignee |= is_whole,
                Says::Sharing => meaning.is_sharing = true,
                Says::Delivery => meaning.is_delivery = true,
                Says::Code => meaning.is_code = true,
            }
        }
    }
    say_money(&mut meaning, &signs);
    // What a word says alone it does not say within a phrase: `bons d'achat` are no purchases.
    for (run, category) in &spoken {
        if !spoken.iter().any(|(other, _)| is_within(run, other)) {
            add(&mut meaning.categories, *category);
        }
    }
    meaning
}

/// Returns what stands above a nested field. The point of `Total incl. TVA` is none of a path.
fn above(name: &str) -> Option<&str> {
    let steps = memchr::memrchr_iter(b'.', name.as_bytes());
    steps.filter(|at| is_step(name, *at)).find_map(|at| name.get(..at))
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
            Sign::Is(_) | Sign::Smallest | Sign::Measure | Sign::Quantity => false,
        })
    };
    for (run, sign) in signs.iter().filter(|(run, _)| alone(run)) {
        match sign {
            Sign::Is(money) => {
                let said = if *money == Money::Part && is_inside(run) { Money::Gross } else { *money };
                meaning.money = Some(meaning.money.map_or(said, |known| known.min(said)));
            }
            Sign::Smallest => meaning.is_smallest = true,
            Sign::Measure => meaning.is_measure = true,
            Sign::Quantity => meaning.is_quantity = true,
            Sign::Including | Sign::Included => {}
        }
    }
}

/// Returns the words of a name, compounds taken apart.
fn words_of(name: &str) -> String {
    let dictionary = dictionary();
    let is_known = |word: &str| !dictionary.of(word).is_empty();
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

/// Returns the categories, the one that wins among equals first.
pub(super) fn by_priority() -> impl Iterator<Item = Category> {
    words().categories.0.iter().map(|(category, _)| *category)
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

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| serde_json::from_str(TEXT).expect("a test reads the dictionary"))
}

/// What each phrase says.
struct Dictionary {
    phrases: HashMap<&'static str, Vec<Says>>,
    /// Whether a phrase begins with this byte; many names of files are numbers, and no phrase is.
    begins: [bool; 256],
}

impl Dictionary {
    fn new() -> Self {
        Self { phrases: HashMap::new(), begins: [false; 256] }
    }

    fn enter(&mut self, phrase: &'static str, says: Says) {
        self.phrases.entry(phrase).or_default().push(says);
        if let Some(begins) = phrase.bytes().next().and_then(|byte| self.begins.get_mut(usize::from(byte))) {
            *begins = true;
        }
    }

    fn of(&self, phrase: &str) -> &[Says] {
        let begins = phrase.bytes().next().and_then(|byte| self.begins.get(usize::from(byte)));
        let found = begins.filter(|begins| **begins).and_then(|_| self.phrases.get(phrase));
        found.map(Vec::as_slice).unwrap_or_default()
    }
}

fn dictionary() -> &'static Dictionary {
    static DICTIONARY: OnceLock<Dictionary> = OnceLock::new();
    DICTIONARY.get_or_init(|| {
        let words = words();
        let mut dictionary = Dictionary::new();
        let mut enter = |phrases: &'static [String], says: Says| {
            phrases.iter().for_each(|phrase| dictionary.enter(phrase, says));
        };
        words.categories.0.iter().for_each(|(category, phrases)| enter(phrases, Says::Category(*category)));
        words.faint.iter().for_each(|(category, phrases)| enter(phrases, Says::Faint(*category)));
        words.roles.iter().for_each(|(role, phrases)| enter(phrases, Says::Role(*role)));
        enter(&words.fields.date, Says::Date);
        enter(&words.fields.late, Says::Late);
        enter(&words.fields.timeless, Says::Timeless);
        enter(&words.fields.title, Says::Title);
        enter(&words.fields.amount, Says::Amount);
        let money = &words.money;
        let is = |money| Says::Money(Sign::Is(money));
        enter(&money.gross, is(Money::Gross));
        enter(&money.total, is(Money::Total));
        enter(&money.line, is(Money::Line));
        enter(&money.price, is(Money::Price));
        enter(&money.unit, is(Money::Unit));
        enter(&money.part, is(Money::Part));
        enter(&money.including, Says::Money(Sign::Including));
        enter(&money.included, Says::Money(Sign::Included));
        enter(&money.smallest, Says::Money(Sign::Smallest));
        enter(&money.measure, Says::Money(Sign::Measure));
        enter(&money.quantity, Says::Money(Sign::Quantity));
        enter(&words.fields.currency, Says::Currency);
        enter(&words.fields.others, Says::Others);
        enter(&words.fields.special, Says::Special);
        enter(&words.fields.person, Says::Person);
        enter(&words.fields.name, Says::Name);
        enter(&words.fields.consignee, Says::Consignee);
        enter(&words.fields.sharing, Says::Sharing);
        enter(&words.fields.delivery, Says::Delivery);
        enter(&words.fields.code, Says::Code);
        dictionary
    })
}
