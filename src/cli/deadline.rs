//! `habeas deadline`: the legal clock alone, explained.
//!
//! In: a country, the day of receipt, and what was asked in between. Out: the legal date, the safe date and
//! the steps with their articles.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::config::{Config, day};
use super::failure::{Failure, Kind};
use super::output::Outcome;
use crate::law::time_limit::{Course, Question, State, Step, TimeLimit, time_limit};
use crate::wording::Wording;

/// Compute until when an answer is due, to the day, and explain it
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas deadline --country FR --received 2026-09-10
  habeas deadline --country GB --region SCT --received 2026-04-08 --identity-asked 2026-04-10 --identity-answered 2026-04-21
  habeas deadline --country CH --region ZH --received 2026-04-01 --json")]
pub(super) struct Arguments {
    /// The controller's country (ISO 3166-1)
    #[arg(long, value_name = "CODE")]
    country: String,
    /// Its region, without the country: 6AE (Alsace-Moselle), BY, SCT, ZH
    #[arg(long, value_name = "CODE")]
    region: Option<String>,
    /// The day the request was received
    #[arg(long, value_name = "DATE", value_parser = day)]
    received: NaiveDate,
    /// An extension was notified in time (Art. 12(3))
    #[arg(long)]
    extended: bool,
    /// The day the controller asked for identity information
    #[arg(long, value_name = "DATE", value_parser = day)]
    identity_asked: Option<NaiveDate>,
    /// The day it received it
    #[arg(long, value_name = "DATE", value_parser = day, requires = "identity_asked")]
    identity_answered: Option<NaiveDate>,
    /// The day the controller asked to specify the request
    #[arg(long, value_name = "DATE", value_parser = day)]
    clarification_asked: Option<NaiveDate>,
    /// The day it received the answer
    #[arg(long, value_name = "DATE", value_parser = day, requires = "clarification_asked")]
    clarification_answered: Option<NaiveDate>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, _config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let question = |asked: Option<NaiveDate>,
                    answered: Option<NaiveDate>|
     -> Result<Vec<Question>, Failure> {
        let Some(asked) = asked else { return Ok(Vec::new()) };
        if asked < arguments.received || answered.is_some_and(|answered| answered < asked) {
            return Err(Failure::new(Kind::Usage, "the dates are not in order: received, asked, answered"));
        }
        Ok(vec![Question { asked, answered }])
    };
    let course = Course {
        region: arguments.region.as_deref().map(|region| without_country(region, &arguments.country)),
        extended: arguments.extended,
        identity: question(arguments.identity_asked, arguments.identity_answered)?,
        clarification: question(arguments.clarification_asked, arguments.clarification_answered)?,
        ..Course::received(&arguments.country, arguments.received)
    };
    let limit = time_limit(&course).ok_or_else(|| {
        let region = arguments.region.as_deref().map(|region| format!(", region `{region}`")).unwrap_or_default();
        Failure::new(Kind::Usage, format!("there are no rules for country `{}`{region}", arguments.country))
            .hint("use a code of the EU, the EEA, GB or CH; regions are written without the country: BY, SCT, ZH, 6AE")
    })?;
    Ok(Box::new(Explained(limit)))
}

/// Regions are written without their country; with it is understood too: `FR-6AE`.
fn without_country(region: &str, country: &str) -> String {
    let region = region.to_ascii_uppercase();
    region.strip_prefix(&format!("{}-", country.to_ascii_uppercase())).unwrap_or(&region).to_owned()
}

/// Shows a step of the count in a line: date, what, citation.
pub(super) fn step_text(step: &Step, wording: &Wording) -> String {
    let date = step.date.map_or_else(|| "—".to_owned(), |date| wording.language().date(date));
    let what = wording.say(&format!("counted-{}", step.what.id()));
    let citation = wording.say(&format!("citation-{}", step.citation.id()));
    format!("{date:<18}  {what} ({citation})")
}

/// Shows a step of the count as facts.
pub(super) fn step_json(step: &Step, wording: &Wording) -> Value {
    let text = wording.say(&format!("counted-{}", step.what.id()));
    let article = wording.say(&format!("citation-{}", step.citation.id()));
    json!({ "date": step.date, "text": text, "article": article })
}

struct Explained(TimeLimit);

impl Outcome for Explained {
    fn text(&self, wording: &Wording) -> String {
        let language = wording.language();
        let mut text = String::new();
        for step in &self.0.steps {
            text += &step_text(step, wording);
            text += "\n";
        }
        let last = match (self.0.state, self.0.due) {
            (State::Running, Some(due)) => wording.say_with("deadline-due", &[("date", &language.date(due))]),
            (State::Open, _) | (State::Running, None) => wording.say("deadline-open"),
            (State::Suspended, _) => wording.say("deadline-suspended"),
        };
        text += &last;
        text += "\n";
        if let (State::Suspended, Some(unpaused)) = (self.0.state, self.0.unpaused) {
            text += &wording.say_with("deadline-unpaused", &[("date", &language.date(unpaused))]);
            text += "\n";
        }
        text
    }

    fn json(&self, wording: &Wording) -> Value {
        let limit = &self.0;
        let steps: Vec<Value> = limit.steps.iter().map(|step| step_json(step, wording)).collect();
        json!({
            "due": limit.due,
            "safe": limit.safe,
            "unpaused": limit.unpaused,
            "state": limit.state,
            "rules": limit.rules,
            "steps": steps,
        })
    }
}
