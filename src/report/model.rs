//! Report: the facts of an answer, arranged for a reader, without any words.
//!
//! In: nothing; `build` makes it. Out: plain values that serialize to the report's JSON. Every figure carries
//! where it comes from: files, and where one was kept, the row.
//!
//! Not here: sentences (`page`), and how anything looks (`html`, `text`).

mod context;
mod gaps;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Serialize;

pub use self::context::{AnnouncedCategory, AnnouncedRecipient, CaseLine, Context, ImportLine, ImportRole};
pub use self::gaps::{Gaps, Older, PointFound, Retention};
use crate::finding::{Finding, Place, Severity};
use crate::import::answer::Recognition;
use crate::import::container::Received;
use crate::import::coverage::{Confidence, Coverage, State};
use crate::import::explain::Explanation;
use crate::import::record::{Moment, Role};
use crate::import::totals::Sample;
use crate::law::article::Regime;
use crate::law::category::{Category, Origin};
use crate::wording::Language;

/// Everything the report says, in the order it says it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The day of the report.
    pub today: NaiveDate,
    /// The language of the reader.
    pub language: Language,
    /// SHA-256 over the figures, in hexadecimal: outputs that show the same one are of the same facts.
    pub fingerprint: String,
    /// Id of the company in the directory, if it is there.
    pub company_id: Option<String>,
    /// What people call the company.
    pub company: Option<String>,
    /// The controller that answers in law.
    pub controller: Option<String>,
    /// What the answer was recognised by.
    pub recognition: Option<Recognition>,
    /// The case it belongs to.
    pub case: Option<CaseLine>,
    /// The law under which the answer is owed.
    pub regime: Regime,
    /// How the program is called, for the commands that come next.
    pub program: String,
    /// Id of the import, by which the rows behind a number are listed and exported; the latest one, where the report is of several.
    pub import: Option<String>,
    /// The imports of the case, where it has several, in the order in which they were read.
    pub imports: Vec<ImportLine>,
    /// The files the user gave.
    pub received: Vec<Received>,
    /// Page one.
    pub summary: Summary,
    /// What was concluded about the person.
    pub conclusions: List,
    /// Who else has the data, and who supplied them.
    pub sharing: Sharing,
    /// What is held, category by category, in the order of the closed list.
    pub holdings: Vec<Holding>,
    /// All records by origin; the shares sum to 1,000.
    pub origins: Vec<Share<Origin>>,
    /// Search queries, word by word.
    pub searches: List,
    /// Identifiers, devices, IP addresses and places.
    pub traces: Traces,
    /// Other people and special categories of data.
    pub sensitive: Sensitive,
    /// What was not found in the answer.
    pub gaps: Gaps,
    /// Every file and what became of it.
    pub ledger: Ledger,
    /// What the reader should know about the files, grouped.
    pub findings: Findings,
    /// What the company says of the files of the answer, and of their columns.
    pub explained: Vec<Explanation>,
}

/// Page one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// Earliest believable moment of all records.
    pub since: Option<Moment>,
    /// Latest believable moment of all records.
    pub until: Option<Moment>,
    /// Number of records.
    pub records: u64,
    /// Files of the answer.
    pub files: u64,
    /// Copies of those and files of an operating system, which came beside them.
    pub files_beside: u64,
    /// Whether orders stand in several tables: their money is counted once, their records are counted in each.
    pub orders_repeated: bool,
    /// Number of categories with at least one record.
    pub categories: u64,
    /// The most telling facts, at most five.
    pub facts: Vec<Fact>,
    /// What to do next.
    pub steps: Vec<Step>,
}

/// A telling fact.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact {
    /// What it tells.
    pub topic: Topic,
    /// The figure.
    pub count: u64,
    /// Whether the figure is exact; otherwise there are at least so many.
    pub exact: bool,
    /// Up to three entries that read as words.
    pub examples: Vec<String>,
    /// When, for the oldest record.
    pub when: Option<Moment>,
    /// The category it stands in, where it has one.
    pub category: Option<Category>,
    /// The sum, for money.
    pub sum: Option<Money>,
    /// Where it was read: the first places, as far as they were kept.
    pub places: Vec<Place>,
    /// Why it stands on page one.
    pub score: Score,
}

/// How telling a fact is, in points; the rule is in `telling`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Score {
    /// How much it can hurt (0 to 4).
    pub sensitivity: u8,
    /// How much of it was concluded or obtained, and never told (0 to 6).
    pub inference: u8,
    /// How many other companies it reached or came from (0 to 4).
    pub reach: u8,
    /// How far back it goes (0 to 4; for the oldest record to 8).
    pub age: u8,
    /// How rare it is among the records (0 to 3), for what hides among the rows.
    pub rarity: u8,
}

impl Score {
    /// Returns the points in all.
    pub fn sum(self) -> u8 {
        self.sensitivity + self.inference + self.reach + self.age + self.rarity
    }
}

closed_list! {
    /// What a telling fact is about; of as many points the first is told first.
    pub enum Topic {
        /// What was concluded about the person.
        Inferences = "inferences";
        /// Companies that received the data.
        Recipients = "recipients";
        /// Records of special categories of data (Art. 9(1)).
        Special = "special";
        /// Records about other people.
        Others = "others";
        /// Several profiles in one account, which are probably those of several people.
        Profiles = "profiles";
        /// The oldest record.
        Oldest = "oldest";
        /// Searches kept word by word.
        Searches = "searches";
        /// Places.
        Places = "places";
        /// Records obtained from somebody else.
        Obtained = "obtained";
        /// IP addresses.
        IpAddresses = "ip-addresses";
        /// Identifiers.
        Identifiers = "identifiers";
        /// Devices.
        Devices = "devices";
        /// Money spent.
        Spending = "spending";
    }
}

/// Something to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// Type the case's next command.
    Command {
        /// The command.
        command: String,
    },
    /// Ask for the points that were not found.
    AskMissing {
        /// How many.
        count: u64,
    },
    /// Read the documents this page cannot look into.
    ReadDocuments {
        /// How many.
        count: u64,
    },
    /// Unpack archives of kinds that are not read, and export mailboxes.
    Unpack {
        /// How many.
        count: u64,
    },
    /// Ask again for files that could not be opened.
    AskReadable {
        /// How many.
        count: u64,
    },
    /// See all imports of the case on one page.
    WholeCase {
        /// The command.
        command: String,
    },
    /// Keep the files as they came.
    KeepOriginals,
}

/// A list of distinct entries, most mentioned first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct List {
    /// What the entries are.
    pub role: Role,
    /// Distinct entries, as far as they were told apart.
    pub distinct: u64,
    /// Mentions of entries that came after the list was full; above 0, `distinct` is a lower bound.
    pub beyond: u64,
    /// Mentions in all.
    pub mentions: u64,
    /// The entries.
    pub entries: Vec<Listed>,
}

impl List {
    /// Tells whether every distinct entry is listed.
    pub fn is_exact(&self) -> bool {
        self.beyond == 0
    }
}

/// One entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// The entry as written.
    pub text: String,
    /// How often it is mentioned.
    pub count: u64,
    /// Earliest mention.
    pub first: Option<Moment>,
    /// Latest mention.
    pub last: Option<Moment>,
    /// Where it is first mentioned.
    pub place: Place,
    /// Whether it is a conclusion in form of a code that the company does not explain.
    pub unexplained: bool,
}

/// Who else has the data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sharing {
    /// Companies that received the data or target the person with them.
    pub recipients: List,
    /// Companies that supplied data.
    pub sources: List,
    /// What the company announced, and whether the answer names it.
    pub announced: Vec<AnnouncedAgainst>,
    /// Recipients of the answer that no announced name fits; 0 when nothing was announced.
    pub unannounced: u64,
}

/// An announced recipient against the answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnnouncedAgainst {
    /// What was announced.
    #[serde(flatten)]
    pub announced: AnnouncedRecipient,
    /// Where the answer names it, if it does.
    pub found: Option<Place>,
}

/// What is held in one category.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Holding {
    /// The category.
    pub category: Category,
    /// Number of records.
    pub records: u64,
    /// Records per origin; the shares sum to 1,000.
    pub origins: Vec<Share<Origin>>,
    /// Records per kind, most frequent first.
    pub kinds: Vec<(String, u64)>,
    /// Earliest believable moment.
    pub first: Option<Moment>,
    /// Latest believable moment.
    pub last: Option<Moment>,
    /// Records per month as `YYYY-MM`, believable months only.
    pub months: BTreeMap<String, u64>,
    /// Records without a date, or with one that cannot be right.
    pub undated: u64,
    /// Sums of money per currency.
    pub sums: Vec<Money>,
    /// The same sums per year, latest first; the year is `None` where no usable date is known.
    pub years: Vec<YearSums>,
    /// The first rows, unchanged.
    pub rows: Vec<Sample>,
    /// The files whose records are mostly of this category.
    pub files: Vec<FileCount>,
    /// Columns of the rows above that hold codes nobody explains.
    pub unexplained: Vec<Unexplained>,
}

/// A column of codes that the company does not explain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unexplained {
    /// Path of the file.
    pub file: String,
    /// The column.
    pub column: String,
}

/// A part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Share<T> {
    /// Which part.
    pub of: T,
    /// How many.
    pub count: u64,
    /// Thousandths of the whole, rounded so that all parts sum to 1,000.
    pub per_mille: u16,
}

/// A sum of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Money {
    /// ISO 4217 code, if the answer gives one; the sign where several currencies share it (`$`).
    pub currency: Option<String>,
    /// Exact total.
    pub total: Decimal,
    /// Number of amounts in it.
    pub count: u64,
    /// Whether amounts were left out because the total would have had too many digits.
    pub overflowed: bool,
}

/// What the amounts of a year add up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct YearSums {
    /// The year.
    pub year: Option<i32>,
    /// Sums of money per currency.
    pub sums: Vec<Money>,
}

/// A file and how many records it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileCount {
    /// Path inside the answer.
    pub path: String,
    /// Records read from it.
    pub records: u64,
}

/// What follows the person: identifiers, devices, addresses, places.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Traces {
    /// Customer numbers, cookies, advertising identifiers.
    pub identifiers: List,
    /// Devices, browsers and programs.
    pub devices: List,
    /// IP addresses.
    pub ip_addresses: List,
    /// Places.
    pub places: List,
}

impl Traces {
    /// Returns the four lists in reading order.
    pub fn lists(&self) -> [&List; 4] {
        [&self.identifiers, &self.devices, &self.ip_addresses, &self.places]
    }
}

/// Other people and special categories of data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sensitive {
    /// Records that are about other people too.
    pub others: u64,
    /// The files with such records, and how many each has: together as many as `others`.
    pub others_files: Vec<FileCount>,
    /// Where the first of them stand.
    #[serde(skip)]
    pub others_places: Vec<Place>,
    /// The profiles of the account, the most used one first: others are probably those of other people.
    pub profiles: List,
    /// Records of the profiles but the most used one.
    pub in_other_profiles: u64,
    /// Records that reveal a special category of data (Art. 9(1)) or tell of convictions (Art. 10).
    pub special: u64,
    /// The files with such records, and how many each has: together as many as `special`.
    pub special_files: Vec<FileCount>,
    /// Where the first of them stand.
    #[serde(skip)]
    pub special_places: Vec<Place>,
}

impl Report {
    /// Returns the imports that the figures are of.
    pub fn shown_imports(&self) -> Vec<&str> {
        let shown = self.imports.iter().filter(|line| line.role == ImportRole::Shown);
        let shown: Vec<&str> = shown.map(|line| line.import.as_str()).collect();
        if shown.is_empty() { self.import.as_deref().into_iter().collect() } else { shown }
    }

    /// Tells whether files came that could not be looked into, and nothing else: they may hold all that seems to be missing.
    pub fn is_unread(&self) -> bool {
        let gaps = &self.gaps;
        !gaps.refused_files.is_empty() && self.summary.records == 0 && gaps.letters.is_empty()
    }
}

/// Every file and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ledger {
    /// The sums.
    pub coverage: Coverage,
    /// Whether both sums hold.
    pub adds_up: bool,
    /// Files per state; the shares sum to 1,000 unless there is no file.
    pub states: Vec<Share<State>>,
    /// File by file, those that need a look first.
    pub members: Vec<Member>,
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member {
    /// Path inside the answer.
    pub path: String,
    /// What became of it.
    pub state: State,
    /// The format it was read as.
    pub format: String,
    /// The kind of record a recipe names, if one knew the file.
    pub kind: Option<String>,
    /// The category of most of its records.
    pub category: Option<Category>,
    /// Size in bytes as read.
    pub bytes: u64,
    /// Rows found.
    pub rows: u64,
    /// Rows that became records.
    pub records: u64,
    /// How sure category and origin are, where no recipe says them.
    pub confidence: Option<Confidence>,
    /// Findings made in it.
    pub findings: u64,
}

/// What the reader should know about the files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Findings {
    /// All findings, listed or not.
    pub total: u64,
    /// Findings beyond what each file's account lists.
    pub unlisted: u64,
    /// The listed ones, grouped by what they say; gravest first.
    pub groups: Vec<FindingGroup>,
}

/// Findings that say the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingGroup {
    /// How grave they are.
    pub severity: Severity,
    /// The first of them, from which the sentence is made.
    pub finding: Finding,
    /// How many there are.
    pub count: u64,
    /// Where, at most [`PLACES_MAX`].
    pub places: Vec<Place>,
}

/// Places kept per group of findings.
pub const PLACES_MAX: usize = 20;
