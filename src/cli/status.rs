//! `habeas status`: where each case stands.
//!
//! In: nothing, or a case. Out: status, dates and the next command of each, and the answers that were read; of a single case
//! also its events, and whether the directory has another address for it.

use serde_json::{Value, json};

use super::config::{Config, as_reference};
use super::deadline::{step_json, step_text};
use super::failure::Failure;
use super::moved::moved_text;
use super::output::{Outcome, columns};
use super::standing::Row;
use crate::directory::diff::in_one_line;
use crate::tracker::case::CaseFile;
use crate::tracker::contact::{Superseded, superseded};
use crate::tracker::store::Listed;
use crate::wording::Wording;

/// Answers that are listed as text, the latest; JSON has all.
const ANSWERS_SHOWN_MAX: usize = 20;

/// Show where each case stands and what to do next, and the answers that were read
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  habeas status\n  habeas status HB-7F3K2Q\n  habeas status --json")]
pub(super) struct Arguments {
    /// Case reference; without it, all cases
    case: Option<String>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let store = config.store()?;
    let files = match &arguments.case {
        Some(reference) => vec![store.case(&as_reference(reference))?],
        None => store.cases()?,
    };
    let rows = files.into_iter().map(|file| Row::of(file, config, &store)).collect::<Result<Vec<_>, _>>()?;
    let single = if arguments.case.is_some() { rows.first() } else { None };
    let moved = single.map(|row| moved(&row.file, config));
    let mut answers = store.imports()?;
    if let Some(row) = single {
        answers.retain(|answer| answer.reference.as_ref() == Some(&row.file.case.reference));
    }
    Ok(Box::new(Statuses {
        with_events: arguments.case.is_some(),
        moved: moved.unwrap_or(Moved::No),
        rows,
        answers,
    }))
}

struct Statuses {
    rows: Vec<Row>,
    with_events: bool,
    moved: Moved,
    answers: Vec<Listed>,
}

/// What the directory says of the address of a single case; of many it is not asked.
enum Moved {
    No,
    /// It has another address now, or none of the kind.
    Yes(Option<String>),
    /// It cannot be read, which must not hide when an answer is due.
    Unread(Failure),
}

fn moved(file: &CaseFile, config: &Config) -> Moved {
    match config.directory_for(&[&file.case.company]) {
        Ok(consulted) => {
            let company = consulted.directory.by_id(&file.case.company);
            match company.and_then(|company| superseded(file, company)) {
                Some(Superseded::By(contact)) => Moved::Yes(Some(in_one_line(contact))),
                Some(Superseded::Gone) => Moved::Yes(None),
                None => Moved::No,
            }
        }
        Err(failure) => Moved::Unread(failure),
    }
}

impl Moved {
    fn text(&self, row: &Row, wording: &Wording) -> Option<String> {
        match self {
            Self::No => None,
            Self::Yes(now) => Some(moved_text(&row.file.case.company_name, now.as_deref(), wording)),
            Self::Unread(failure) => Some(wording.say_with(
                "companies-unread",
                &[("reason", failure.message.lines().next().unwrap_or_default())],
            )),
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::No => Value::Null,
            Self::Yes(now) => json!({ "address": now }),
            Self::Unread(failure) => json!({ "unread": failure.message }),
        }
    }
}

impl Outcome for Statuses {
    fn text(&self, wording: &Wording) -> String {
        let mut texts: Vec<String> = self.rows.iter().map(|row| row.text(wording)).collect();
        if texts.is_empty() {
            texts.push(wording.say("status-no-cases") + "\n");
        }
        if self.with_events {
            let moved = self.rows.iter().filter_map(|row| self.moved.text(row, wording));
            texts.extend(moved.map(|moved| format!("  {moved}\n")));
            texts.extend(self.rows.iter().map(|row| row.events_text(wording)));
            texts.extend(self.rows.iter().filter_map(|row| count(row, wording)));
        }
        texts.extend(self.answers_text(wording));
        texts.join("\n")
    }

    fn json(&self, wording: &Wording) -> Value {
        let row = |row: &Row| {
            let mut facts = row.json(wording);
            if self.with_events
                && let Some(facts) = facts.as_object_mut()
            {
                let (events, corrected) = row.events_json();
                facts.insert("events".to_owned(), events);
                facts.insert("corrected".to_owned(), corrected);
                facts.insert("moved".to_owned(), self.moved.json());
                facts.insert("steps".to_owned(), json!(steps(row, wording)));
            }
            facts
        };
        json!({ "cases": self.rows.iter().map(row).collect::<Vec<_>>(), "imports": self.answers })
    }

    fn needs_attention(&self) -> bool {
        self.rows.iter().any(|row| row.standing.overdue_days > 0)
    }
}

impl Statuses {
    /// The answers that were read, the latest first.
    fn answers_text(&self, wording: &Wording) -> Option<String> {
        let latest = self.answers.iter().rev().take(ANSWERS_SHOWN_MAX);
        let rows: Vec<(String, String)> = latest.map(|answer| answer_row(answer, wording)).collect();
        if rows.is_empty() {
            return None;
        }
        let more = self.answers.len().saturating_sub(rows.len());
        let more = (more > 0).then(|| wording.say_count("status-answers-more", more as u64) + "\n");
        let heading = wording.say("status-answers");
        Some(format!("{heading}\n{}{}", columns(&rows, "  "), more.unwrap_or_default()))
    }
}

fn answer_row(answer: &Listed, wording: &Wording) -> (String, String) {
    let unknown = wording.say("status-answer-unknown");
    let company = answer.company.clone().unwrap_or(unknown);
    let read_on = answer.read_on.parse().map(|day| wording.language().date(day));
    let read_on = read_on.unwrap_or_else(|_| answer.read_on.clone());
    let case = answer.reference.iter().cloned();
    let facts: Vec<String> = [company, read_on].into_iter().chain(case).collect();
    (answer.id.clone(), facts.join(" · "))
}

fn count(row: &Row, wording: &Wording) -> Option<String> {
    let steps = &row.standing.deadline.as_ref()?.limit.steps;
    Some(steps.iter().map(|step| format!("  {}\n", step_text(step, wording))).collect())
}

fn steps(row: &Row, wording: &Wording) -> Vec<Value> {
    let deadline = row.standing.deadline.iter();
    deadline.flat_map(|deadline| &deadline.limit.steps).map(|step| step_json(step, wording)).collect()
}
