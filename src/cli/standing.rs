//! A case as it is shown: one shape for every command that shows cases.
//!
//! In: a case with its events, and today. Out: its status, dates, and the one next command with the reason,
//! in words and as JSON. The command is complete: typed as it stands, it works.

use chrono::{Months, NaiveDate};
use serde_json::{Value, json};

use super::config::Config;
use super::failure::Failure;
use crate::law::authority::authorities;
use crate::law::country::{Jurisdiction, jurisdiction};
use crate::law::time_limit::{State, TimeLimit};
use crate::tracker::case::CaseFile;
use crate::tracker::event::EventKind;
use crate::tracker::status::{NextStep, Standing, complaint_from, last_of, open_question, standing};
use crate::tracker::store::Store;
use crate::wording::Wording;

/// Months of an authority's silence after which a court is open. Art. 78(2).
const SILENCE_MONTHS: u32 = 3;

/// A case and how it stands today.
pub(super) struct Row {
    pub(super) file: CaseFile,
    pub(super) standing: Standing,
    is_imported: bool,
    home: Option<String>,
    program: String,
}

impl Row {
    /// Computes how a case stands for this user today.
    ///
    /// # Errors
    /// Fails if the store cannot say whether its answer was imported.
    pub(super) fn of(file: CaseFile, config: &Config, store: &Store) -> Result<Self, Failure> {
        let home = config.profile.person.country.clone();
        let standing = standing(&file, home.as_deref(), config.today);
        let is_imported = store.is_imported(&file.case.reference)?;
        Ok(Self { file, standing, is_imported, home, program: config.program() })
    }

    /// Computes how all cases of a store stand.
    ///
    /// # Errors
    /// Fails if the store is damaged.
    pub(super) fn all(config: &Config, store: &Store) -> Result<Vec<Self>, Failure> {
        store.cases()?.into_iter().map(|file| Self::of(file, config, store)).collect()
    }

    /// Shows the case as facts.
    pub(super) fn json(&self, wording: &Wording) -> Value {
        let case = &self.file.case;
        json!({
            "case": case.reference,
            "company": case.company,
            "right": case.right.id(),
            "status": self.standing.status.id(),
            "since": self.standing.since,
            "due": self.limit().and_then(|limit| limit.due),
            "safe": self.limit().and_then(|limit| limit.safe),
            "unpaused": self.limit().and_then(|limit| limit.unpaused),
            "receipt_estimated": self.standing.deadline.as_ref().map(|deadline| deadline.receipt.estimate),
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
        if let Some(unpaused) = self.unpaused(wording) {
            text += &format!("  {unpaused}\n");
        }
        if let Some(command) = self.command() {
            text += &format!("  → {command}\n");
        }
        text
    }

    /// Says why the next step is the next one, with the dates and the article.
    pub(super) fn why(&self, wording: &Wording) -> String {
        let language = wording.language();
        let written = |date: Option<NaiveDate>| date.map(|date| language.date(date)).unwrap_or_default();
        let reminded = last_of(&self.file, EventKind::Reminded);
        let complained = last_of(&self.file, EventKind::Complained);
        let court = complained.and_then(|day| day.checked_add_months(Months::new(SILENCE_MONTHS)));
        let article = self
            .limit()
            .map(|limit| wording.say(&format!("citation-{}", limit.rules.period().id())))
            .unwrap_or_default();
        let since = reminded.filter(|_| self.standing.next == NextStep::AwaitReminded);
        let why = wording.say_with(
            &self.key(),
            &[
                ("company", &self.file.case.company_name),
                ("due", &written(self.limit().and_then(|limit| limit.due))),
                ("safe", &written(self.limit().and_then(|limit| limit.safe))),
                ("authority", &self.authority(wording)),
                ("since", &language.date(since.unwrap_or(self.standing.since))),
                ("complain", &written(reminded.map(complaint_from))),
                ("court", &written(court)),
                ("article", &article),
            ],
        );
        if self.is_estimated() { format!("{} {why}", wording.say("next-estimated")) } else { why }
    }

    /// The next command to type; none when nothing is left to do.
    pub(super) fn command(&self) -> Option<String> {
        let reference = &self.file.case.reference;
        let rest = match self.standing.next {
            NextStep::GiveAddress | NextStep::FindAddress => format!("send {reference} --to ADDRESS"),
            NextStep::Send => format!("send {reference}"),
            NextStep::SendByHand | NextStep::FindOutWhetherSent => format!("record {reference} sent"),
            NextStep::Wait | NextStep::AwaitReminded | NextStep::AwaitAuthority => {
                format!("import FILE --case {reference}")
            }
            NextStep::AnswerQuestion => format!("record {reference} {}", self.provided().id()),
            NextStep::Remind => format!("record {reference} {}", EventKind::Reminded.id()),
            NextStep::Complain => format!("record {reference} {}", EventKind::Complained.id()),
            NextStep::ReadAnswer if self.is_imported => format!("report {reference}"),
            NextStep::ReadAnswer => format!("import FILE --case {reference}"),
            NextStep::Nothing => return None,
        };
        Some(format!("{} {rest}", self.program))
    }

    fn limit(&self) -> Option<&TimeLimit> {
        self.standing.deadline.as_ref().map(|deadline| &deadline.limit)
    }

    /// Tells whether dates rest on an estimated receipt, where that matters for what to do.
    fn is_estimated(&self) -> bool {
        let matters = match self.standing.next {
            NextStep::Wait | NextStep::Remind | NextStep::AwaitReminded | NextStep::Complain => true,
            NextStep::GiveAddress
            | NextStep::Send
            | NextStep::SendByHand
            | NextStep::FindOutWhetherSent
            | NextStep::FindAddress
            | NextStep::AwaitAuthority
            | NextStep::AnswerQuestion
            | NextStep::ReadAnswer
            | NextStep::Nothing => false,
        };
        let estimate = self.standing.deadline.as_ref().is_some_and(|deadline| deadline.receipt.estimate);
        matters && estimate && self.limit().is_some_and(|limit| limit.due.is_some())
    }

    /// The date without the question, while one stops the clock.
    fn unpaused(&self, wording: &Wording) -> Option<String> {
        let unpaused = self.limit().filter(|limit| limit.state == State::Suspended)?.unpaused?;
        Some(wording.say_with("deadline-unpaused", &[("date", &wording.language().date(unpaused))]))
    }

    /// The wording key of the reason. Without a date there is another reason to wait.
    fn key(&self) -> String {
        let next = self.standing.next;
        match next {
            NextStep::Wait => match self.limit().map(|limit| (limit.state, limit.due)) {
                Some((State::Running, Some(_))) => "next-wait",
                Some((State::Running, None)) => "next-wait-undated",
                Some((State::Suspended, _)) => "next-wait-suspended",
                Some((State::Open, _)) => "next-wait-open",
                None => "next-wait-unknown",
            }
            .to_owned(),
            NextStep::Complain => match self.jurisdiction() {
                Jurisdiction::UnitedKingdom => "next-complain-united-kingdom",
                Jurisdiction::Swiss => "next-complain-swiss",
                Jurisdiction::European | Jurisdiction::Elsewhere => "next-complain",
            }
            .to_owned(),
            NextStep::ReadAnswer if !self.is_imported => "next-import-answer".to_owned(),
            NextStep::ReadAnswer
            | NextStep::GiveAddress
            | NextStep::Send
            | NextStep::SendByHand
            | NextStep::FindOutWhetherSent
            | NextStep::FindAddress
            | NextStep::AwaitReminded
            | NextStep::AwaitAuthority
            | NextStep::AnswerQuestion
            | NextStep::Remind
            | NextStep::Nothing => format!("next-{}", next.id()),
        }
    }

    fn jurisdiction(&self) -> Jurisdiction {
        jurisdiction(self.file.case.country.as_deref().unwrap_or_default())
    }

    /// The authority to turn to. Art. 77: the person chooses the one where they live, work or where it
    /// happened; so the one at home, unless the controller answers under another law.
    fn authority(&self, wording: &Wording) -> String {
        let seat = self.file.case.country.as_deref();
        let country = match self.jurisdiction() {
            Jurisdiction::UnitedKingdom | Jurisdiction::Swiss => seat,
            Jurisdiction::European | Jurisdiction::Elsewhere => self.home.as_deref().or(seat),
        };
        let country = country.unwrap_or_default();
        match authorities(country, None).as_slice() {
            [] => wording.say("authority-unknown"),
            [authority] => format!("{} ({})", authority.name, authority.web),
            [_, ..] => {
                let country = wording.say(&format!("country-{country}"));
                wording.say_with("authority-several", &[("country", &country)])
            }
        }
    }

    /// The event that answers the open question.
    fn provided(&self) -> EventKind {
        match open_question(&self.file) {
            Some(EventKind::ClarificationRequested) => EventKind::ClarificationProvided,
            // The closed list has one other question.
            Some(_) | None => EventKind::IdentityProvided,
        }
    }
}
