//! Coverage: the ledger that accounts for every file and every row of an answer.
//!
//! In: one [`Account`] per member, made while it was read. Out: the sums of the whole answer.
//!
//! Two sums hold always and are tested on random archives:
//! `members = mapped + generic + opaque + refused + ignored + empty` and
//! `rows = records + rows that are findings`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::value;
use crate::finding::Finding;
use crate::law::category::Category;

/// Findings listed per member; all are counted.
pub const FINDINGS_LISTED_MAX: usize = 50;

/// Findings listed of all members together; beyond it each further member lists one.
pub const FINDINGS_LISTED_IN_ALL_MAX: usize = 20_000;

closed_list! {
    /// What became of a member. Each ends in exactly one state.
    pub enum State {
        /// A recipe knew it.
        Mapped = "mapped";
        /// Read without a recipe.
        Generic = "generic";
        /// Listed with its type; its content is not read (a picture, a film, an unknown format).
        Opaque = "opaque";
        /// It could not be read or hit a limit before anything was read; the findings say why.
        Refused = "refused";
        /// Not part of the answer: traces of an operating system, documentation, a copy of another member.
        Ignored = "ignored";
        /// Received and empty: no byte, no row. That is an answer too.
        Empty = "empty";
    }
}

/// The account of one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Path inside the answer, as the archive writes it; nested archives are joined with `!/`.
    pub path: String,
    /// What became of it.
    pub state: State,
    /// The format it was read as: `csv`, `json`, `xlsx`, …; for opaque members the detected type.
    pub format: Cow<'static, str>,
    /// The kind of record a recipe names, if one knew the member.
    pub kind: Option<String>,
    /// The category of most of its records, if it has any or a recipe knows it.
    pub category: Option<Category>,
    /// Size in bytes as read (uncompressed).
    pub bytes: u64,
    /// Data rows found (headers, blank lines and known preambles are none).
    pub rows: u64,
    /// Rows that became records.
    pub records: u64,
    /// The records per category: a workbook may hold several.
    pub by_category: BTreeMap<Category, u64>,
    /// Records about other people too.
    #[serde(default)]
    pub others: u64,
    /// Records of a special category of data (Art. 9(1)).
    #[serde(default)]
    pub special: u64,
    /// Rows that became findings instead.
    pub rows_as_findings: u64,
    /// What the cells of its rows hold.
    #[serde(default)]
    pub cells: Cells,
    /// How sure category and origin are, where no recipe says them.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// Findings made in it, all counted.
    pub findings_total: u64,
    /// The first findings, at most [`FINDINGS_LISTED_MAX`].
    pub findings: Vec<Finding>,
}

/// What the cells of a member's rows hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cells {
    /// Cells with a value.
    pub filled: u64,
    /// Cells with nothing in them.
    pub empty: u64,
    /// Cells with what a company writes where there is nothing (`Not Available`): it was asked for and is not there.
    pub placeholders: u64,
}

impl Cells {
    /// Counts the cells of a row.
    pub(super) fn count<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        for text in texts.map(value::trimmed) {
            let counter = if text.is_empty() {
                &mut self.empty
            } else if value::is_placeholder(text) {
                &mut self.placeholders
            } else {
                &mut self.filled
            };
            *counter += 1;
        }
    }
}

/// How sure the generic reader is of a member, 0 to 100; of several tables, of the least sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confidence {
    /// That its rows are of the category.
    pub category: u8,
    /// That they came about as it says.
    pub origin: u8,
}

impl Confidence {
    /// Returns the lesser of two, each by itself.
    pub(crate) fn lesser(self, other: Self) -> Self {
        Self { category: self.category.min(other.category), origin: self.origin.min(other.origin) }
    }
}

/// The sums of an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Members of the answer, folders not counted.
    pub members: u64,
    /// See [`State::Mapped`].
    pub mapped: u64,
    /// See [`State::Generic`].
    pub generic: u64,
    /// See [`State::Opaque`].
    pub opaque: u64,
    /// See [`State::Refused`].
    pub refused: u64,
    /// See [`State::Ignored`].
    pub ignored: u64,
    /// See [`State::Empty`].
    pub empty: u64,
    /// Data rows of all members.
    pub rows: u64,
    /// Records of all members.
    pub records: u64,
    /// Rows that became findings instead of records.
    pub rows_as_findings: u64,
    /// Findings of all members and of the answer as a whole.
    pub findings: u64,
}

impl Coverage {
    /// Adds up the accounts; `findings_of_whole` are those that belong to no single member.
    pub fn sum(accounts: &[Account], findings_of_whole: u64) -> Self {
        let mut sum = Self { findings: findings_of_whole, ..Self::default() };
        for account in accounts {
            sum.members += 1;
            *match account.state {
                State::Mapped => &mut sum.mapped,
                State::Generic => &mut sum.generic,
                State::Opaque => &mut sum.opaque,
                State::Refused => &mut sum.refused,
                State::Ignored => &mut sum.ignored,
                State::Empty => &mut sum.empty,
            } += 1;
            sum.rows += account.rows;
            sum.records += account.records;
            sum.rows_as_findings += account.rows_as_findings;
            sum.findings += account.findings_total;
        }
        sum
    }

    /// Tells whether both sums hold.
    pub fn adds_up(&self) -> bool {
        self.members == self.mapped + self.generic + self.opaque + self.refused + self.ignored + self.empty
            && self.rows == self.records + self.rows_as_findings
    }
}
