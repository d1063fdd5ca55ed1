//! `habeas calendar`: the deadlines as a calendar file.
//!
//! In: where to write it. Out: an .ics file with the legal date and the safe date of every case that waits, and
//! the later limits the next steps depend on. What stood there after an earlier event and stands no longer, because the
//! case has ended, a question stops the clock or an event was corrected, is there as cancelled for a year after its day.
//! Importing a newer file changes the entries and adds none twice. A case that was forgotten is not in it: nothing is
//! known of it.

use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::config::Config;
use super::failure::Failure;
use super::output::Outcome;
use super::standing::{Row, later_text};
use crate::delivery::outbox::replace_private;
use crate::law::time_limit::TimeLimit;
use crate::tracker::calendar::{Entry, Revision, calendar, revisions};
use crate::tracker::status::Status;
use crate::wording::Wording;

/// How long what no longer stands is written as cancelled, from its day on. Later nobody looks there.
const CANCELLED_DAYS: u64 = 366;

/// Write the deadlines as a calendar file (.ics)
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  habeas calendar --out deadlines.ics

Import the file again whenever something happened: entries that moved move, those that no longer \
stand are cancelled, and none is there twice.")]
pub(super) struct Arguments {
    /// The file to write; one that is there is replaced
    #[arg(long, value_name = "FILE.ics")]
    out: PathBuf,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let rows = Row::all(config, &config.store()?)?;
    Ok(Box::new(write(&rows, &arguments.out, config)?))
}

/// Writes the calendar of cases.
pub(super) fn write(rows: &[Row], out: &Path, config: &Config) -> Result<Written, Failure> {
    let wording = config.wording();
    let revisions: Vec<Revision> =
        rows.iter().flat_map(|row| worth_telling(row, config.today, wording)).collect();
    replace_private(out, calendar(&revisions, config.today).as_bytes()).map_err(Failure::unwritten(out))?;
    let cancelled = revisions.iter().filter(|revision| revision.is_cancelled).count();
    Ok(Written { path: out.to_owned(), entries: revisions.len() - cancelled, cancelled })
}

/// The entries of a case, and those an earlier file may have had.
fn worth_telling(row: &Row, today: NaiveDate, wording: &Wording) -> Vec<Revision> {
    let after = |recorded| entries(&row.after(recorded), wording);
    let mut revisions = revisions((1..=row.file.recorded.len()).map(after));
    let oldest = today.checked_sub_days(Days::new(CANCELLED_DAYS)).unwrap_or(today);
    revisions.retain(|revision| !revision.is_cancelled || revision.entry.on >= oldest);
    for revision in revisions.iter_mut().filter(|revision| revision.is_cancelled) {
        let entry = &mut revision.entry;
        // A program that knows no cancelled entries still shows the new title.
        entry.title = wording.say_with("calendar-cancelled", &[("title", &entry.title)]);
        entry.text = wording.say_with("calendar-cancelled-text", &[("case", &entry.reference)]);
    }
    revisions
}

/// Whether the answer is still awaited.
fn waits(row: &Row) -> bool {
    match row.standing.status {
        Status::Open | Status::InProgress | Status::Overdue => row.standing.history.contested.is_none(),
        Status::Drafted
        | Status::MaybeSent
        | Status::NeedUserVerification
        | Status::Undelivered
        | Status::Fulfilled
        | Status::Denied
        | Status::Revoked
        | Status::Closed => false,
    }
}

fn entries(row: &Row, wording: &Wording) -> Vec<Entry> {
    let case = &row.file.case;
    let (company, reference) = (case.company_name.as_str(), case.reference.as_str());
    let entry = |what: &'static str, on, text| Entry {
        reference: reference.to_owned(),
        what,
        on,
        title: wording.say_with(&format!("calendar-{what}"), &[("company", company), ("case", reference)]),
        text,
    };
    let mut entries = Vec::new();
    let limit = row.limit().filter(|_| waits(row));
    let right = wording.say(&format!("right-{}", case.right.id()));
    let about = limit.map(|limit| about(row, limit, wording)).unwrap_or_default();
    let (due, safe) = if row.is_receipt_estimated() {
        ("calendar-due-estimated", "calendar-safe-estimated")
    } else {
        ("calendar-due", "calendar-safe")
    };
    for (what, title, on) in
        [("due", due, limit.and_then(|limit| limit.due)), ("safe", safe, limit.and_then(|limit| limit.safe))]
    {
        let arguments = [("right", right.as_str()), ("case", reference), ("about", &about)];
        let text = wording.say_with("calendar-text", &arguments);
        let title = wording.say_with(title, &[("company", company), ("case", reference)]);
        entries.extend(on.map(|on| Entry { title, ..entry(what, on, text) }));
    }
    for limit in row.standing.later.iter().filter(|limit| limit.what.is_tracked()) {
        let said = later_text(*limit, limit.on, wording);
        let text = wording.say_with("calendar-later-text", &[("limit", &said), ("case", reference)]);
        entries.push(entry(limit.what.id(), limit.on, text));
    }
    entries
}

/// Until when the answer is due and by which article, the safe date, and whether that rests on an estimate.
fn about(row: &Row, limit: &TimeLimit, wording: &Wording) -> String {
    let language = wording.language();
    let article = wording.say(&format!("citation-{}", limit.period.id()));
    let due = limit.due.map(|due| {
        wording.say_with("calendar-until", &[("date", &language.date(due)), ("article", &article)])
    });
    let safe =
        limit.safe.map(|safe| wording.say_with("calendar-not-before", &[("date", &language.date(safe))]));
    let estimate = row.is_receipt_estimated().then(|| wording.say("next-estimated"));
    due.into_iter().chain(safe).chain(estimate).collect::<Vec<_>>().join(" ")
}

/// A calendar file that was written.
pub(super) struct Written {
    path: PathBuf,
    entries: usize,
    cancelled: usize,
}

impl Outcome for Written {
    fn text(&self, wording: &Wording) -> String {
        let path = self.path.display().to_string();
        let mut text =
            wording.say_count_with("calendar-written", self.entries as u64, &[("path", &path)]) + "\n";
        if self.cancelled > 0 {
            text += &format!("{}\n", wording.say_count("calendar-withdrawn", self.cancelled as u64));
        }
        text
    }

    fn json(&self, _wording: &Wording) -> Value {
        json!({ "path": self.path, "entries": self.entries, "cancelled": self.cancelled })
    }
}
