//! Spreadsheet: the facts of a report as one table for a spreadsheet.
//!
//! In: a [`Report`]. Out: one row per fact: which part, what, how many, from when to when, money, where. It has the figures
//! of the page and the entries of its lists; the rows of the answer itself are `habeas export`.
//!
//! No cell can start a formula: a text in which a spreadsheet might see one has a `'` before it. UTF-8 with a byte order
//! mark, all cells in quotes, lines end with CR LF (RFC 4180).

use super::model::{Holding, List, Report};
use super::shown::visible_within;
use crate::finding::Place;
use crate::import::record::{Moment, Role};

/// Letters of a cell: a spreadsheet holds 32,767.
const LETTERS_MAX: usize = 2_000;

const COLUMNS: [&str; 9] = ["part", "entry", "count", "first", "last", "sum", "currency", "file", "position"];

/// Writes a report as CSV.
pub fn render(report: &Report) -> String {
    let mut table = Table { text: String::from("\u{feff}") };
    table.line(&COLUMNS.map(str::to_owned));
    let summary = &report.summary;
    table.count("fingerprint", &report.fingerprint, 1);
    for (entry, count) in
        [("records", summary.records), ("files", summary.files), ("categories", summary.categories)]
    {
        table.count("summary", entry, count);
    }
    for fact in &summary.facts {
        let place = fact.places.first();
        table.row("fact", fact.topic.id(), Some(fact.count), (fact.when, None), ("", ""), place);
    }
    for point in &report.gaps.points {
        let name = format!("{} ({}): {}", point.point.id(), point.article, point.presence.id());
        table.row("point", &name, None, (None, None), ("", ""), point.place.as_ref());
    }
    for holding in &report.holdings {
        table.holding(holding);
    }
    for list in lists(report) {
        for entry in &list.entries {
            let dates = (entry.first, entry.last);
            table.row(part(list.role), &entry.text, Some(entry.count), dates, ("", ""), Some(&entry.place));
        }
        if list.beyond > 0 {
            table.count(part(list.role), "…", list.beyond);
        }
    }
    for member in &report.ledger.members {
        table.row(
            "file",
            member.state.id(),
            Some(member.records),
            (None, None),
            ("", ""),
            Some(&Place::file(member.path.clone())),
        );
    }
    table.text
}

/// The lists of a report, each once.
pub(super) fn lists(report: &Report) -> [&List; 9] {
    let [identifiers, devices, addresses, places] = report.traces.lists();
    let sharing = &report.sharing;
    [
        &report.conclusions,
        &sharing.recipients,
        &sharing.sources,
        &report.searches,
        identifiers,
        devices,
        addresses,
        places,
        &report.sensitive.profiles,
    ]
}

fn part(role: Role) -> &'static str {
    super::words::role_id(role)
}

struct Table {
    text: String,
}

impl Table {
    fn holding(&mut self, holding: &Holding) {
        let dates = (holding.first, holding.last);
        let file = holding.files.first().map(|file| Place::file(file.path.clone()));
        self.row("category", holding.category.id(), Some(holding.records), dates, ("", ""), file.as_ref());
        for share in &holding.origins {
            let name = format!("{}/{}", holding.category.id(), share.of.id());
            self.count("origin", &name, share.count);
        }
        for sum in &holding.sums {
            let (total, currency) = (sum.total.to_string(), sum.currency.as_deref().unwrap_or_default());
            let money = (total.as_str(), currency);
            self.row("sum", holding.category.id(), Some(sum.count), (None, None), money, None);
        }
    }

    fn count(&mut self, part: &str, entry: &str, count: u64) {
        self.row(part, entry, Some(count), (None, None), ("", ""), None);
    }

    fn row(
        &mut self,
        part: &str,
        entry: &str,
        count: Option<u64>,
        (first, last): (Option<Moment>, Option<Moment>),
        (sum, currency): (&str, &str),
        place: Option<&Place>,
    ) {
        let day = |moment: Option<Moment>| moment.map(|moment| moment.date().to_string()).unwrap_or_default();
        let position = place.and_then(|place| place.position.as_ref()).map(ToString::to_string);
        self.line(&[
            part.to_owned(),
            shown(entry),
            count.map(|count| count.to_string()).unwrap_or_default(),
            day(first),
            day(last),
            // A negative sum is a number, which the currency beside it does not change.
            sum.to_owned(),
            shown(currency),
            shown(place.map(|place| place.file.as_str()).unwrap_or_default()),
            shown(&position.unwrap_or_default()),
        ]);
    }

    fn line(&mut self, cells: &[String]) {
        let quoted: Vec<String> =
            cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        self.text += &(quoted.join(",") + "\r\n");
    }
}

/// A text made visible, and taken for text.
fn shown(text: &str) -> String {
    guarded(&visible_within(text, LETTERS_MAX))
}

/// Signs at which a spreadsheet of some country or setting divides a line, though they stand in quotes.
const DIVIDING: [char; 4] = [';', '\t', '\r', '\n'];

/// Signs at which a spreadsheet takes what follows for a formula; the wide forms are taken for the plain ones in East Asia.
const BEGINNING: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A text that a spreadsheet takes for text: an apostrophe stands before it where it begins like a formula, and within it before what
/// may be taken for a cell of its own and begins like one. The item of a list within a text (`- soap`) stays as it is.
pub fn guarded(text: &str) -> String {
    let starts_oddly = text.starts_with(DIVIDING);
    let mut guarded = String::with_capacity(text.len());
    for (at, part) in text.split_inclusive(DIVIDING).enumerate() {
        if begins_formula(part) && (at == 0 || !is_list_item(part)) || at == 0 && starts_oddly {
            guarded.push('\'');
        }
        // A sign after a comma is that of a number in a sentence.
        for (at, part) in part.split_inclusive(',').enumerate() {
            if at > 0 && part.trim_start().starts_with(['=', '@', '＝', '＠']) {
                guarded.push('\'');
            }
            guarded.push_str(part);
        }
    }
    guarded
}

fn begins_formula(part: &str) -> bool {
    let start = part.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
    start.starts_with(BEGINNING) && !is_number(part.trim_end_matches(DIVIDING))
}

/// A line that begins with a dash and a space, and holds nothing that a formula needs to do harm.
fn is_list_item(part: &str) -> bool {
    part.trim_start_matches(' ').starts_with("- ") && !part.contains(['|', '!', '(', '='])
}

/// A number with a sign is no formula.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    are_digits(whole) && are_digits(fraction)
}
