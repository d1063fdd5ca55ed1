//! A case as it is shown: one shape for every command that shows cases.
//!
//! In: a case with its events, and today. Out: its status, dates, and the one next command with the reason, in words
//! and as JSON.

use serde_json::{Value, json};

use super::config::Config;
use crate::law::authority::authorities;
use crate::law::country::{Jurisdiction, jurisdiction};
use crate::law::time_limit::State;
use crate::tracker::case::CaseFile;
use crate::tracker::status::{NextStep, Standing, standing};
use crate::wording::Wording;

/// A case and how it stands today.
pub(super) struct Row {
    pub(super) file: CaseFile,
    pub(super) standing: Standing,
}

impl Row {
    /// Computes how a case stands for this user today.
    pub(super) fn of(file: CaseFile, config: &Config) -> Self {
        let standing = standing(&file, config.profile.person.country.as_deref(), config.today);
        Self { file, standing }
    }

    /// Shows the case as facts.
    pub(super) fn json(&self, wording: &Wording) -> Value {
        let case = &self.file.case;
        let deadline = self.standing.deadline.as_ref();
        json!({
            "case": case.reference,
            "company": case.company,
            "right": case.right.id(),
            "status": self.standing.status.id(),
            "since": self.standing.since,
            "due": deadline.and_then(|deadline| deadline.limit.due),
            "safe": deadline.and_then(|deadline| deadline.safe),
            "receipt_estimated": deadline.map(|deadline| deadline.receipt.estimate),
            "overdue_days": self.standing.overdue_days,
            "next": { "command": self.command(), "why": self.why(wording) },
        })
    }

    /// Shows the case in three lines.
    pub(super) fn text(&self, wording: &Wording) -> String {
        let case = &self.file.case;
        let status = wording.say(&format!("status-{}", self.standing.status.id().replace('_', "-")));
        let right = wording.say(&format!("right-{}", case.right.id()));
        let mut text = format!("{}  {} · {right} · {status}", case.reference, case.company_name);
        if self.standing.overdue_days > 0 {
            let days = u64::try_from(self.standing.overdue_days).unwrap_or(0);
            text += &format!(" · {}", wording.say_count("status-overdue-days", days));
        }
        text += &format!("\n  {}\n", self.why(wording));
        if let Some(command) = self.command() {
            text += &format!("  → {command}\n");
        }
        text
    }

    /// Says why the next step is the next one, with the dates and the article.
    pub(super) fn why(&self, wording: &Wording) -> String {
        let language = wording.language();
        let due = self.standing.deadline.as_ref().and_then(|deadline| deadline.limit.due);
        let safe = self.standing.deadline.as_ref().and_then(|deadline| deadline.safe);
        let article = self
            .standing
            .deadline
            .as_ref()
            .map(|deadline| wording.say(&format!("citation-{}", deadline.limit.rules.period().id())));
        let dates =
            |date: Option<chrono::NaiveDate>| date.map(|date| language.date(date)).unwrap_or_default();
        let why = wording.say_with(
            &self.key(),
            &[
                ("company", &self.file.case.company_name),
                ("due", &dates(due)),
                ("safe", &dates(safe)),
                ("authority", &self.authority()),
                ("since", &language.date(self.standing.since)),
                ("article", &article.unwrap_or_default()),
            ],
        );
        let estimated = self.standing.deadline.as_ref().is_some_and(|deadline| deadline.receipt.estimate);
        if estimated && due.is_some() && self.standing.next == NextStep::Wait {
            format!("{} {why}", wording.say("next-estimated"))
        } else {
            why
        }
    }

    /// The next command to type; none when there is only waiting or nothing left.
    pub(super) fn command(&self) -> Option<String> {
        let reference = &self.file.case.reference;
        match self.standing.next {
            NextStep::GiveAddress | NextStep::FindAddress => {
                Some(format!("habeas send {reference} --to ADDRESS"))
            }
            NextStep::Send => Some(format!("habeas send {reference}")),
            NextStep::SendByHand | NextStep::FindOutWhetherSent => {
                Some(format!("habeas record {reference} sent"))
            }
            NextStep::Wait => Some(format!("habeas import FILE --case {reference}")),
            NextStep::AnswerQuestion => Some(format!("habeas record {reference} {}", self.provided())),
            NextStep::Remind => Some(format!("habeas record {reference} reminded")),
            NextStep::Complain => Some(format!("habeas record {reference} complained")),
            NextStep::ReadAnswer => Some(format!("habeas report {reference}")),
            NextStep::Nothing => None,
        }
    }

    /// The wording key of the reason. Without a date there is another reason to wait.
    fn key(&self) -> String {
        let limit = self.standing.deadline.as_ref().map(|deadline| &deadline.limit);
        match (self.standing.next, limit.map(|limit| limit.state)) {
            (NextStep::Wait, Some(State::Open)) => "next-wait-open".to_owned(),
            (NextStep::Wait, Some(State::Suspended)) => "next-wait-suspended".to_owned(),
            (NextStep::Wait, None) => "next-wait-unknown".to_owned(),
            (NextStep::Complain, _) => {
                match jurisdiction(self.file.case.country.as_deref().unwrap_or_default()) {
                    Jurisdiction::UnitedKingdom => "next-complain-united-kingdom".to_owned(),
                    Jurisdiction::Swiss => "next-complain-swiss".to_owned(),
                    Jurisdiction::European | Jurisdiction::Elsewhere => "next-complain".to_owned(),
                }
            }
            (next, _) => format!("next-{}", next.id()),
        }
    }

    /// The authority to name: of the controller's country where it is one body, else of its region if known.
    fn authority(&self) -> String {
        let case = &self.file.case;
        let country = case.country.as_deref().unwrap_or_default();
        match authorities(country, case.region.as_deref()).as_slice() {
            [authority] => format!("{} ({})", authority.name, authority.web),
            _ => country.to_owned(),
        }
    }

    fn provided(&self) -> &'static str {
        use crate::tracker::event::EventKind::{
            ClarificationProvided, ClarificationRequested, IdentityRequested,
        };
        let last = self
            .file
            .events
            .iter()
            .rev()
            .find(|event| matches!(event.kind, IdentityRequested | ClarificationRequested));
        match last.map(|event| event.kind) {
            Some(ClarificationRequested) => ClarificationProvided.id(),
            _ => crate::tracker::event::EventKind::IdentityProvided.id(),
        }
    }
}
