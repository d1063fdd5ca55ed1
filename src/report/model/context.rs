//! Context: what is known around an answer.
//!
//! In: nothing; `cli` fills it from the directory and the store. Out: plain values. Not here: the answer itself
//! (`import::answer`).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::law::article::Regime;
use crate::law::category::Category;
use crate::law::content::{Point, Presence};
use crate::law::right::Right;
use crate::report::audit::{Asked, Document};
use crate::wording::Language;

/// What is known around an answer: who sent it, what they announced, which case it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The language of the reader.
    pub language: Language,
    /// The day of the report.
    pub today: NaiveDate,
    /// How the program is called, for the commands that come next.
    pub program: String,
    /// Id of the import, if the answer is kept as one.
    pub import: Option<String>,
    /// Id of the company in the directory, if it is there.
    pub company_id: Option<String>,
    /// What people call the company, if it is known.
    pub company: Option<String>,
    /// The controller that answers in law, if it is known.
    pub controller: Option<String>,
    /// Categories the company announces in its privacy notice.
    pub holds: Vec<AnnouncedCategory>,
    /// Recipients the company announces.
    pub shares_with: Vec<AnnouncedRecipient>,
    /// The case the answer belongs to.
    pub case: Option<CaseLine>,
    /// The law under which the answer is owed.
    pub regime: Regime,
    /// Letters, mails and texts that came with the answer.
    pub letters: Vec<Document>,
    /// What the person wrote, and a reply may quote.
    pub asked: Asked,
    /// What the person confirmed or corrected.
    pub judged: BTreeMap<Point, Presence>,
}

/// A category the company announces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnnouncedCategory {
    /// The category.
    pub category: Category,
    /// Address of the page that says so.
    pub source: String,
    /// When that page was read.
    pub checked: NaiveDate,
}

/// A recipient the company announces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnnouncedRecipient {
    /// Its name.
    pub name: String,
    /// What it does with the data, as the directory writes it (`advertising`, `payment`, or plain words).
    pub role: String,
    /// Address of the page that says so.
    pub source: String,
    /// When that page was read.
    pub checked: NaiveDate,
}

/// The case an answer belongs to, in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseLine {
    /// `HB-7F3K2Q`.
    pub reference: String,
    /// The right that was exercised.
    pub right: Right,
    /// When the request was sent.
    pub sent: Option<NaiveDate>,
    /// When the answer came.
    pub answered: Option<NaiveDate>,
    /// When it was due.
    pub due: Option<NaiveDate>,
    /// Days by which the answer was or is late; 0 when it was or is in time.
    pub overdue_days: u64,
    /// The command to type next.
    pub next_command: Option<String>,
}

/// An import of a case that has several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportLine {
    /// `IM-7F3K2Q`.
    pub import: String,
    /// The day it was read.
    pub read_on: NaiveDate,
    /// What was received, by name.
    pub received: Vec<String>,
    /// Records read from it.
    pub records: u64,
    /// What it is for the report.
    pub role: ImportRole,
}

/// What an import of a case is for a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportRole {
    /// The figures are of it.
    Shown,
    /// A part of the same answer: what is missing is judged on it, too, and its figures are in a report of its own.
    Beside,
    /// Another import holds all of it.
    LeftOut,
}
