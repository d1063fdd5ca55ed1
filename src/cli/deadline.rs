//! `habeas deadline`: the legal clock alone, explained.
//!
//! In: a country, the day of receipt, and what was asked in between. Out: the legal date, the safe date, why
//! they differ, and the steps with their articles. Days that cannot be are refused, each in its own words; a
//! receipt to come is counted as a rehearsal, unless `--today` says which day it is.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::config::{Config, day};
use super::failure::{Failure, Kind};
use super::output::Outcome;
use crate::law::country::OFTEN_MISTAKEN;
use crate::law::holiday::Calendar;
use crate::law::region::without_country;
use crate::law::right::Right;
use crate::law::rule::applies_since;
use crate::law::time_limit::{Counted, Course, Question, State, Step, TimeLimit, time_limit};
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
    /// The right exercised: access, erasure, withdraw-consent, …; not every right has a period
    #[arg(long, value_name = "RIGHT", default_value = "access")]
    right: String,
    /// The day the request was received
    #[arg(long, value_name = "DATE", value_parser = day)]
    received: NaiveDate,
    /// An extension was notified in time (Art. 12(3))
    #[arg(long)]
    extended: bool,
    /// The day until which the controller extended it; in Switzerland the day it announced
    #[arg(long, value_name = "DATE", value_parser = day, requires = "extended")]
    until: Option<NaiveDate>,
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
    /// The day the controller asked for a fee
    #[arg(long, value_name = "DATE", value_parser = day)]
    fee_asked: Option<NaiveDate>,
    /// The day it was paid or, in Switzerland, agreed to
    #[arg(long, value_name = "DATE", value_parser = day, requires = "fee_asked")]
    fee_answered: Option<NaiveDate>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let is_rehearsal = arguments.received > config.today;
    if is_rehearsal && config.today_given {
        return Err(wrong(
            "`--received` lies after `--today`",
            "without --today, a receipt to come can be rehearsed",
        ));
    }
    let today = (!is_rehearsal).then_some(config.today);
    let identity =
        Asked { name: "identity", asked: arguments.identity_asked, answered: arguments.identity_answered };
    let clarification = Asked {
        name: "clarification",
        asked: arguments.clarification_asked,
        answered: arguments.clarification_answered,
    };
    let fee = Asked { name: "fee", asked: arguments.fee_asked, answered: arguments.fee_answered };
    let country = arguments.country.to_ascii_uppercase();
    let since = applies_since(&country);
    if arguments.received < since {
        return Err(wrong(
            format!(
                "`--received` lies before {since}, the first day of the law that periods are counted by here"
            ),
            "a request received before it was under another law, which this program does not know",
        ));
    }
    if arguments.until.is_some_and(|until| until <= arguments.received) {
        return Err(wrong(
            "`--until` is no later than `--received`",
            "an extension ends after the request came; correct one of the two days",
        ));
    }
    let right = Right::called(&arguments.right).ok_or_else(|| unknown_right(&arguments.right))?;
    let course = Course {
        region: arguments.region.as_deref().map(|region| without_country(region, &country)),
        right,
        extended: arguments.extended,
        announced: arguments.until,
        identity: identity.question(arguments.received, today)?,
        clarification: clarification.question(arguments.received, today)?,
        fee: fee.question(arguments.received, today)?,
        ..Course::received(&country, arguments.received)
    };
    match time_limit(&course) {
        Some(limit) => Ok(Box::new(Explained { course, limit, is_rehearsal })),
        None => Err(no_calendar(&course)),
    }
}

/// A question as given on the command line: `--identity-asked`, `--identity-answered`.
struct Asked {
    name: &'static str,
    asked: Option<NaiveDate>,
    answered: Option<NaiveDate>,
}

impl Asked {
    /// Checks that the days can be: received, asked, answered, today. A rehearsal has no today.
    fn question(&self, received: NaiveDate, today: Option<NaiveDate>) -> Result<Vec<Question>, Failure> {
        let Some(asked) = self.asked else { return Ok(Vec::new()) };
        let is_to_come = |day: NaiveDate| today.is_some_and(|today| day > today);
        let name = self.name;
        if asked < received {
            let message = format!("`--{name}-asked` lies before `--received`");
            return Err(wrong(message, "a question comes after the request; correct one of the two days"));
        }
        if is_to_come(asked) {
            let message = format!("`--{name}-asked` is a day to come");
            return Err(wrong(
                message,
                "give the question once it is asked, or rehearse with a later --today",
            ));
        }
        if self.answered.is_some_and(|answered| answered < asked) {
            let message = format!("`--{name}-answered` lies before `--{name}-asked`");
            return Err(wrong(message, "an answer comes after its question; correct one of the two days"));
        }
        if self.answered.is_some_and(is_to_come) {
            let message = format!("`--{name}-answered` is a day to come");
            let hint = format!(
                "leave out --{name}-answered while the question is open, or rehearse with a later --today"
            );
            return Err(wrong(message, hint));
        }
        Ok(vec![Question { asked, answered: self.answered }])
    }
}

fn wrong(message: impl Into<String>, hint: impl Into<String>) -> Failure {
    Failure::new(Kind::Usage, message).hint(hint)
}

fn unknown_right(word: &str) -> Failure {
    wrong(format!("there is no right `{word}`"), format!("use one of {}", Right::ids()))
}

/// Says why there is no calendar: the country, or its region.
fn no_calendar(course: &Course) -> Failure {
    let country = &course.country;
    let region = match &course.region {
        Some(region) if Calendar::of(country, None).is_some() => region,
        Some(_) | None => {
            let hint = format!("use the code of a country of the EU or the EEA, GB or CH ({OFTEN_MISTAKEN})");
            return wrong(format!("there are no rules for country `{country}`"), hint);
        }
    };
    let known = Calendar::regions(country);
    let codes: Vec<&str> = known
        .iter()
        .filter_map(|calendar| calendar.code().split_once('-'))
        .map(|(_, region)| region)
        .collect();
    let hint = if codes.is_empty() {
        format!("leave out --region: {country} has no regional calendars here, only the national one")
    } else {
        format!("use one of {}, or leave out --region", codes.join(", "))
    };
    wrong(format!("there is no calendar for region `{region}` of {country}"), hint)
}

/// Shows a step of the count in a line: date, what, citation.
pub(super) fn step_text(step: &Step, wording: &Wording) -> String {
    let date = step.date.map_or_else(|| "—".to_owned(), |date| wording.language().date(date));
    let what = wording.say(&format!("counted-{}", step.what.id()));
    let citation = wording.say(&format!("citation-{}", step.citation.id()));
    format!("{date:<18}  {what} [{citation}]")
}

/// Shows a step of the count as facts.
pub(super) fn step_json(step: &Step, wording: &Wording) -> Value {
    let text = wording.say(&format!("counted-{}", step.what.id()));
    let article = wording.say(&format!("citation-{}", step.citation.id()));
    json!({ "date": step.date, "text": text, "article": article })
}

/// Why the safe date is later than the legal one: the steps that moved it, with a word for each.
fn reasons(limit: &TimeLimit) -> impl Iterator<Item = (&Step, &'static str)> {
    limit.steps.iter().filter_map(|step| {
        let reason = match step.what {
            Counted::SafeRegional => "regional-holidays",
            Counted::SafeDisputed => "disputed-days",
            Counted::SafePost => "post",
            Counted::Safe
            | Counted::LatestReceipt
            | Counted::LatestAnswer
            | Counted::LatestDue
            | Counted::Received
            | Counted::OneMonth
            | Counted::ThreeMonths
            | Counted::ThirtyDays
            | Counted::Restarted
            | Counted::RestartedByFee
            | Counted::StartsAfterFee
            | Counted::AgreedTooLate
            | Counted::FeeChangesNothing
            | Counted::Paused
            | Counted::AskedTooLate
            | Counted::AskedPerhapsTooLate
            | Counted::ExtendedTooLate
            | Counted::ExtendedWithoutReasons
            | Counted::Suspended
            | Counted::PerhapsSuspended
            | Counted::Rolled
            | Counted::OwnDate
            | Counted::Announced
            | Counted::AnnouncedTooFar
            | Counted::AnnouncedTooEarly
            | Counted::Contested
            | Counted::LikeAccess
            | Counted::EffectAtOnce
            | Counted::ObjectionAtOnce
            | Counted::NoPeriod => return None,
        };
        Some((step, reason))
    })
}

struct Explained {
    course: Course,
    limit: TimeLimit,
    is_rehearsal: bool,
}

impl Explained {
    /// The rules and the calendar that were used.
    fn basis(&self, wording: &Wording) -> Vec<String> {
        let rules = wording.say(&format!("deadline-rules-{}", self.limit.rules.id()));
        let country = wording.say(&format!("country-{}", self.course.country));
        let region_is_open =
            self.course.region.is_none() && !Calendar::regions(&self.course.country).is_empty();
        let key = if region_is_open { "deadline-calendar-without-region" } else { "deadline-calendar" };
        let calendar = [("country", country.as_str()), ("calendar", self.limit.calendar)];
        let mut basis =
            vec![wording.say_with("deadline-rules", &[("rules", &rules)]), wording.say_with(key, &calendar)];
        if self.is_rehearsal {
            basis.push(wording.say("deadline-rehearsal"));
        }
        basis
    }

    /// What the count comes to.
    fn conclusion(&self, wording: &Wording) -> Vec<String> {
        let limit = &self.limit;
        let with_date =
            |key: &str, date: NaiveDate| wording.say_with(key, &[("date", &wording.language().date(date))]);
        let mut conclusion = vec![match (limit.state, limit.due) {
            (State::Running, Some(due)) => with_date("deadline-due", due),
            (State::Open, _) | (State::Running, None) => wording.say("deadline-open"),
            (State::Suspended, _) => {
                let is_certain = limit.steps.iter().all(|step| step.what != Counted::PerhapsSuspended);
                wording.say(if is_certain { "deadline-suspended" } else { "deadline-perhaps-suspended" })
            }
        }];
        let unpaused = limit.unpaused.filter(|unpaused| limit.due != Some(*unpaused));
        conclusion.extend(unpaused.map(|unpaused| with_date("deadline-unpaused", unpaused)));
        if let Some(safe) = limit.safe {
            let words: Vec<String> =
                reasons(limit).map(|(_, reason)| wording.say(&format!("deadline-reason-{reason}"))).collect();
            let date = wording.language().date(safe);
            conclusion
                .push(wording.say_with("deadline-safe", &[("date", &date), ("reasons", &words.join(", "))]));
        }
        conclusion
    }
}

impl Outcome for Explained {
    fn text(&self, wording: &Wording) -> String {
        let steps = self.limit.steps.iter().map(|step| step_text(step, wording));
        let lines = self.basis(wording).into_iter().chain(steps).chain(self.conclusion(wording));
        lines.map(|line| line + "\n").collect()
    }

    fn json(&self, wording: &Wording) -> Value {
        let limit = &self.limit;
        let steps: Vec<Value> = limit.steps.iter().map(|step| step_json(step, wording)).collect();
        let safe_reasons: Vec<Value> = reasons(limit)
            .map(|(step, reason)| {
                let text = wording.say(&format!("deadline-reason-{reason}"));
                json!({ "reason": reason, "until": step.date, "text": text })
            })
            .collect();
        json!({
            "country": self.course.country,
            "region": self.course.region,
            "right": self.course.right,
            "received": self.course.received,
            "due": limit.due,
            "safe": limit.safe,
            "safe_reasons": safe_reasons,
            "unpaused": limit.unpaused,
            "state": limit.state,
            "rules": limit.rules,
            "calendar": limit.calendar,
            "steps": steps,
        })
    }
}
