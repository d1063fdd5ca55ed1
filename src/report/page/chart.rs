//! Chart: figures turned into the geometry of small drawings, each with its text alternative.
//!
//! In: records per month, shares. Out: bars and segments in the units of a view box, and the same in words:
//! whoever does not see the drawing reads its figures in the table under it. Not here: SVG (the templates
//! draw).

use std::collections::BTreeMap;

use serde::Serialize;

use crate::import::coverage::State;
use crate::law::category::Origin;
use crate::report::model::Share;
use crate::report::words::Words;

/// Months drawn one by one; longer time lines are drawn by year.
const MONTHS_MAX: i32 = 60;

/// Height of the time line's view box.
const HEIGHT: u64 = 100;

/// Width of one bar's place in the view box.
const STEP: u64 = 10;

/// Bars a time line has room for at least, so that few bars do not become slabs.
const BARS_MIN: u64 = 24;

/// A time line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Months {
    /// Its anchor.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it shows, in a sentence.
    pub description: String,
    /// Width of the view box.
    pub width: u64,
    /// The bars, one per month or year without gaps.
    pub bars: Vec<Bar>,
    /// Label of the first bar.
    pub from: String,
    /// Label of the last bar.
    pub to: String,
    /// Heading of the column of periods.
    pub period: String,
    /// Heading of the column of counts.
    pub count: String,
}

/// A bar of a time line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// Left edge.
    pub x: u64,
    /// Upper edge.
    pub y: u64,
    /// Height.
    pub height: u64,
    /// The month or year.
    pub label: String,
    /// The number of records in words.
    pub count: String,
    /// Eighths of the highest bar, for outputs without drawings.
    pub eighths: u8,
}

/// Parts of a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Split {
    /// Its anchor.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it shows, in a sentence.
    pub description: String,
    /// The parts.
    pub segments: Vec<Segment>,
}

/// Which part of a whole: how data came about, or what became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Part {
    /// How data came about.
    Origin(Origin),
    /// What became of a file.
    State(State),
}

/// A part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Segment {
    /// Which part, for its colour.
    #[serde(rename = "id")]
    pub part: Part,
    /// Its name.
    pub label: String,
    /// Left edge, of 1,000.
    pub x: u16,
    /// Width, of 1,000.
    pub width: u16,
    /// The number of records.
    pub count: String,
    /// The share.
    pub percent: String,
}

/// A category's bar in the overview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OverviewBar {
    /// Anchor of the category.
    pub id: String,
    /// Its name.
    pub label: String,
    /// The number of records.
    pub count: String,
    /// Length, of 1,000 for the longest.
    pub width: u64,
}

/// Draws a time line; a single month or none is no line.
pub(super) fn months(id: &str, months: &BTreeMap<String, u64>, words: Words) -> Option<Months> {
    let periods = periods(months, words).filter(|periods| periods.len() > 1)?;
    let highest = periods.iter().map(|(_, count)| *count).max().filter(|count| *count > 0)?;
    let (peak, from, to) = (
        periods.iter().find(|(_, count)| *count == highest)?.0.clone(),
        periods.first()?.0.clone(),
        periods.last()?.0.clone(),
    );
    let bars: Vec<Bar> =
        (0_u64..).zip(&periods).map(|(index, period)| bar(index, period, highest, words)).collect();
    let said = [("from", from.as_str()), ("to", to.as_str()), ("peak", peak.as_str())];
    Some(Months {
        id: format!("{id}-time"),
        title: words.say("report-time-title"),
        description: words.count_with("report-time-description", highest, &said),
        width: STEP * (bars.len() as u64).max(BARS_MIN),
        bars,
        from,
        to,
        period: words.say("report-column-period"),
        count: words.say("report-column-records"),
    })
}

fn bar(index: u64, (label, count): &(String, u64), highest: u64, words: Words) -> Bar {
    let part = |whole: u64| {
        let scaled = u128::from(*count) * u128::from(whole) / u128::from(highest);
        let part = u64::try_from(scaled).expect("a part is not above the whole");
        if *count > 0 { part.max(1) } else { 0 }
    };
    let height = part(HEIGHT - 4).max(if *count > 0 { 3 } else { 0 });
    Bar {
        x: index * STEP + 1,
        y: HEIGHT - height,
        height,
        label: label.clone(),
        count: words.number(*count),
        eighths: u8::try_from(part(8)).expect("at most eight"),
    }
}

/// Labels and counts without gaps: by month, or by year where that would be too many.
fn periods(months: &BTreeMap<String, u64>, words: Words) -> Option<Vec<(String, u64)>> {
    let counted: BTreeMap<i32, u64> =
        months.iter().filter_map(|(month, count)| Some((month_number(month)?, *count))).collect();
    let (first, last) = (*counted.keys().next()?, *counted.keys().next_back()?);
    if last - first < MONTHS_MAX {
        let at = |month: i32| counted.get(&month).copied().unwrap_or(0);
        let label = |month: i32| words.month(&format!("{:04}-{:02}", month / 12, month % 12 + 1));
        return Some((first..=last).map(|month| (label(month), at(month))).collect());
    }
    let in_year = |year: i32| {
        counted.range(year * 12..(year + 1) * 12).fold(0_u64, |sum, (_, count)| sum.saturating_add(*count))
    };
    Some((first / 12..=last / 12).map(|year| (year.to_string(), in_year(year))).collect())
}

/// Months since year 0.
fn month_number(month: &str) -> Option<i32> {
    let (year, month) = month.split_once('-')?;
    Some(year.parse::<i32>().ok()?.checked_mul(12)? + month.parse::<i32>().ok()? - 1)
}

/// What a drawing of parts is called.
pub(super) struct Named<'a> {
    /// Its anchor.
    pub(super) id: &'a str,
    /// Its title.
    pub(super) title: String,
}

/// Draws parts of a whole; `part` names each by identifier and label.
pub(super) fn split<T: Copy>(
    named: Named<'_>,
    shares: &[Share<T>],
    words: Words,
    part: impl Fn(T) -> (Part, String),
) -> Option<Split> {
    let mut x = 0;
    let mut segments = Vec::with_capacity(shares.len());
    for share in shares {
        let (part, label) = part(share.of);
        let (count, percent) = (words.number(share.count), words.percent(share.per_mille));
        segments.push(Segment { part, label, x, width: share.per_mille, count, percent });
        x += share.per_mille;
    }
    let said = |segment: &Segment| format!("{} {} ({})", segment.label, segment.count, segment.percent);
    let description = segments.iter().map(said).collect::<Vec<_>>().join(" · ");
    let id = format!("{}-parts", named.id);
    (!segments.is_empty()).then_some(Split { id, title: named.title, description, segments })
}
