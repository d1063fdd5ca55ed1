//! Gaps: what was not found in an answer, without any words.
//!
//! In: nothing; `report::gaps` makes it. Out: plain values. Not here: what is looked for (`law::content`), sentences (`page::gaps`).

use chrono::NaiveDate;
use serde::Serialize;

use super::AnnouncedCategory;
use crate::finding::Place;
use crate::import::Lack;
use crate::import::record::Moment;
use crate::law::category::Category;
use crate::law::content::{Point, Presence};

/// What was not found in the answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gaps {
    /// Every point an access answer owes, and what was found of it.
    pub points: Vec<PointFound>,
    /// Announced categories of which the answer has no record.
    pub absent_categories: Vec<AnnouncedCategory>,
    /// Categories that came and were not announced; empty when nothing was announced.
    pub unannounced_categories: Vec<Category>,
    /// How long they say they keep data, against how old the data are.
    pub retention: Option<Retention>,
    /// Files this company's answers usually contain and this one does not.
    pub absent_files: Vec<String>,
    /// What answers of this company usually leave out.
    pub usual: Vec<Lack>,
    /// Files received without any data: "they say they hold nothing here".
    pub empty_files: Vec<String>,
    /// Files that could not be read: anything may stand in them.
    pub refused_files: Vec<String>,
    /// Documents written for people, in which a point may stand that no table shows.
    pub documents: Vec<String>,
    /// Letters that were read for the points.
    pub letters: Vec<String>,
    /// Letters in a language that is not read: any point may stand in them.
    pub foreign_letters: Vec<String>,
}

impl Gaps {
    /// Counts the points of which nothing was found.
    pub fn points_not_found(&self) -> u64 {
        self.points_of(Presence::NotFound)
    }

    /// Tells whether something of a point was found.
    pub fn has_found(&self, point: Point) -> bool {
        self.points.iter().any(|found| found.point == point && found.presence != Presence::NotFound)
    }

    /// Counts the points of which this was found.
    pub fn points_of(&self, presence: Presence) -> u64 {
        self.points.iter().map(|point| u64::from(point.presence == presence)).sum()
    }
}

/// A period a letter states, against the age of what came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Retention {
    /// The longest period the sentence names, in days.
    pub days: u32,
    /// The sentence.
    pub quote: String,
    /// Where it stands.
    pub place: Place,
    /// Data from before this day are older than that.
    pub since: NaiveDate,
    /// What is older, oldest first.
    pub older: Vec<Older>,
}

/// Records of a category that are older than a stated period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Older {
    /// The category.
    pub category: Category,
    /// The oldest record.
    pub first: Moment,
    /// Records of whole months that are older.
    pub records: u64,
}

/// What was found of a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PointFound {
    /// The point.
    pub point: Point,
    /// Its article.
    pub article: &'static str,
    /// What was found.
    pub presence: Presence,
    /// Where, if anything was found and its place was kept.
    pub place: Option<Place>,
    /// The sentence of a letter that says it.
    pub quote: Option<String>,
    /// Whether that sentence says there is none, and the data show one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub contradicted: bool,
    /// Whether the person confirmed or corrected it.
    pub judged: bool,
}
