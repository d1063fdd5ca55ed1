//! Field: what the name of a column says it holds, one sign for each list of words (`fields` and `whole_names` of `words.yaml`).
//!
//! In: lists of words. Out: signs, and sets of them. Not here: which words they are, nor what a whole name means (`words`).

use serde::Deserialize;

/// What a word or a whole name says a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Field {
    /// A date.
    Date,
    /// A date and nothing else: not a time of the day, nor a number of seconds.
    Calendar,
    /// A date, but not the one that says when it happened.
    Late,
    /// A month: it says when where nothing says on which day.
    Month,
    /// A date that never says when it happened: of a birth, of the end of a card.
    Timeless,
    /// Since when somebody is known.
    Since,
    /// When something was last seen or used.
    Latest,
    /// How far north.
    Latitude,
    /// How far east.
    Longitude,
    /// What a person recognises the row by.
    Title,
    /// Says more about what the row names elsewhere.
    Detail,
    /// A code for something.
    Code,
    /// The number of a version.
    Version,
    /// How far something has come: shipped, cancelled.
    Status,
    /// Names of fields.
    Key,
    /// Their values.
    Value,
    /// An amount of money.
    Amount,
    /// A currency.
    Currency,
    /// What only the list of a bank has.
    Statement,
    /// What went out of an account.
    Debit,
    /// What came into it.
    Credit,
    /// What is left on an account or to pay: never what was paid.
    Balance,
    /// The number of an order.
    OrderNumber,
    /// Only a table about parcels or messages has it.
    Delivery,
    /// Other people.
    Others,
    /// The name of a person.
    Person,
    /// The name of a person or of anything else: what stands beside it decides.
    Name,
    /// A person, who may be the one the answer is about.
    Fellow,
    /// One end of a message.
    Between,
    /// Whom something was sent to: a person, or who got the data.
    Consignee,
    /// Only a table about sharing data has it.
    Sharing,
    /// Why something was shared, on what basis, or which data.
    Purpose,
    /// The name of a company.
    Company,
    /// Who got the data, unless the row is about a trade or a journey.
    Trading,
    /// Where data came from.
    Sources,
    /// A rating of a person, whose value says nothing without its name.
    Rating,
    /// A rating of whatever the row names.
    Bare,
    /// A conclusion, unless the row is about a thing or a journey.
    Loose,
    /// A class somebody is put into, often a code.
    Class,
    /// Whether the person is in what the row names.
    Belongs,
    /// The row is about something else than the person: a picture, a course, a loan.
    Thing,
    /// The row is about a journey.
    Journey,
    /// The table explains words.
    Glossary,
    /// Something that has not happened.
    Forecast,
    /// Whether what the row names got something, or was agreed to.
    Granted,
    /// Whether the person refused what the row names.
    Refusal,
    /// How likely it is that what the row names is so.
    Likelihood,
    /// Who somebody is to the person.
    Relation,
    /// What it is called is what was concluded: `segments.luxury`; what stands around a name says it, no word.
    Concluded,
    /// A special category of data.
    Special,
    /// A service whose code may be of a special category of data.
    Service,
    /// What only sounds like a category of data.
    Harmless,
    /// An amount in cents; said by words of money.
    Smallest,
    /// A number that counts no money; said by words of money.
    Measure,
    /// A number of pieces; said by words of money.
    Quantity,
}

const _: () = assert!((Field::Quantity as u64) < 64, "a set of fields has 64 places");

/// What else is so where a field is.
const IMPLIED: [(Field, &[Field]); 6] = [
    (Field::Calendar, &[Field::Date]),
    (Field::Month, &[Field::Date, Field::Late]),
    (Field::Latest, &[Field::Date, Field::Late]),
    (Field::Purpose, &[Field::Sharing]),
    (Field::Debit, &[Field::Amount]),
    (Field::Credit, &[Field::Amount]),
];

impl Field {
    const fn bit(self) -> u64 {
        1 << self as u64
    }
}

/// A set of fields.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Fields(u64);

impl Fields {
    pub(super) const fn has(self, field: Field) -> bool {
        self.0 & field.bit() != 0
    }

    /// Adds a field and what it implies.
    pub(super) fn add(&mut self, field: Field) {
        let implied = IMPLIED.iter().filter(|(own, _)| *own == field).flat_map(|(_, implied)| *implied);
        self.0 |= implied.fold(field.bit(), |bits, implied| bits | implied.bit());
    }

    pub(super) fn remove(&mut self, field: Field) {
        self.0 &= !field.bit();
    }
}
