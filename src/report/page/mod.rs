//! Page: a report put into words, before anyone sets it.
//!
//! In: a [`Report`], or a comparison, a network, several companies. Out: a [`Page`]: a cover and sections made of a few kinds of
//! blocks, in one language. `html`, `pdf` and `text` set the same page, so that they say the same in the same order.
//!
//! Texts are plain: nothing is escaped, and strangers' values are already visible (`shown`). Cells that hold
//! what a stranger wrote are marked [`CellKind::Value`], so that an output can keep them apart from our own
//! words.

mod account;
mod actions;
mod chart;
mod comparison;
mod cover;
mod gaps;
mod holdings;
mod identifiers;
mod lists;
mod network;
mod several;
mod table;

use chrono::NaiveDate;
use serde::Serialize;

use self::actions::Subject;
pub use self::chart::{Bar, Months, OverviewBar, Part, Segment, Split};
pub use self::cover::{Cover, CoverFact, Figure, NextStep};
pub(super) use self::gaps::point_lines;
pub use self::network::{Line, Node, Picture};
pub(super) use self::table::shown_of;
pub use self::table::{Cell, CellKind, Column, Table};
use super::model::Report;
use super::words::Words;
use crate::law::content::Presence;
use crate::wording::Language;

/// A report in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page {
    /// The language it is in.
    pub language: Language,
    /// Page one.
    pub cover: Cover,
    /// What follows.
    pub sections: Vec<Section>,
    /// What stands at the end.
    pub colophon: String,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Its anchor.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// A figure for the table of contents, or nothing.
    pub figure: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
pub enum Block {
    /// A heading inside the section.
    Heading {
        /// Its anchor.
        id: String,
        /// Its text.
        text: String,
        /// A figure beside it, or nothing.
        figure: String,
    },
    /// A sentence or two that lead.
    Lead {
        /// The text.
        text: String,
    },
    /// An explanation.
    Paragraph {
        /// The text.
        text: String,
    },
    /// Something to keep in mind.
    Remark {
        /// The text.
        text: String,
    },
    /// Names and values.
    Facts {
        /// The pairs.
        pairs: Vec<(String, String)>,
    },
    /// Strangers' texts, such as paths.
    Values {
        /// What they are, or nothing.
        label: String,
        /// The values.
        values: Vec<String>,
        /// How many there are beyond those, in words, or nothing.
        more: String,
    },
    /// Bars that lead to the categories.
    Overview {
        /// The bars.
        bars: Vec<OverviewBar>,
    },
    /// What to type for a next step.
    Command {
        /// What it does.
        text: String,
        /// The command.
        command: String,
    },
    /// A time line.
    Months(Months),
    /// Parts of a whole.
    Split(Split),
    /// Companies and the links between them.
    Picture(Picture),
    /// A table.
    Table(Table),
    /// Points with a mark each.
    Points {
        /// The points.
        points: Vec<PointLine>,
    },
}

/// A point of Art. 15 and what was found of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PointLine {
    /// What was found.
    pub presence: Presence,
    /// The same in words.
    pub mark: String,
    /// The point.
    pub name: String,
    /// What it asks for.
    pub about: String,
    /// Its article.
    pub article: String,
    /// The sentence that says it, or nothing.
    pub quote: String,
    /// Where, or nothing.
    pub place: String,
}

impl Page {
    /// Puts a report into words.
    pub fn of(report: &Report) -> Self {
        let words = Words::of(report.language);
        let sections = [
            (Subject::Conclusions, lists::conclusions(report, words)),
            (Subject::Sharing, lists::sharing(report, words)),
            (Subject::Holdings, holdings::section(report, words)),
            (Subject::Traces, lists::traces(report, words)),
            (Subject::Sensitive, lists::sensitive(report, words)),
            (Subject::Missing, gaps::section(report, words)),
            (Subject::Coverage, account::ledger(report, words)),
            (Subject::Findings, account::findings(report, words)),
        ];
        let with_actions = |(subject, mut section): (Subject, Section)| {
            actions::add(&mut section, subject, report, words);
            section
        };
        let sections = sections.map(with_actions).to_vec();
        let today = words.date(report.today);
        Self {
            language: words.language(),
            cover: cover::cover(report, words),
            sections,
            colophon: words
                .with("report-colophon", &[("date", &today), ("fingerprint", short(&report.fingerprint))]),
        }
    }
}

/// As much of a fingerprint as people compare.
pub fn short(fingerprint: &str) -> &str {
    fingerprint.get(..16).unwrap_or(fingerprint)
}

/// The end of a page that is of no single report.
fn short_colophon(today: NaiveDate, fingerprint: &str, words: Words) -> String {
    let said = [("date", &*words.date(today)), ("fingerprint", short(fingerprint))];
    words.with("report-colophon-plain", &said)
}

fn heading(id: impl Into<String>, text: String, figure: String) -> Block {
    Block::Heading { id: id.into(), text, figure }
}

fn lead(text: String) -> Block {
    Block::Lead { text }
}

fn paragraph(text: String) -> Block {
    Block::Paragraph { text }
}

fn remark(text: String) -> Block {
    Block::Remark { text }
}
