//! A case as it is shown: one shape for every command that shows cases.
//!
//! In: a case with its events, and today. Out: its status, dates, later limits, and the one next command with
//! the reason, in words and as JSON; its events with their numbers. The command is complete: typed as it
//! stands, it works.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::config::Config;
use super::failure::Failure;
use crate::law::competence::{Choice, Place, Reason, Situation, competent};
use crate::law::complaint::{Later, LaterLimit};
use crate::law::country::{Jurisdiction, jurisdiction};
use crate::law::right::Right;
use crate::law::time_limit::TimeLimit;
use crate::letter::request::DataSubject;
use crate::tracker::case::{CaseFile, in_effect};
use crate::tracker::chronology::numbered;
use crate::tracker::event::{Event, EventKind};
use crate::tracker::next_step::NextStep;
use crate::tracker::status::{Standing, Status, Whereabouts, complaint_from, standing};
use crate::tracker::store::Store;
use crate::wording::Wording;

/// A case and how it stands today.
pub(super) struct Row {
    pub(super) file: CaseFile,
    pub(super) standing: Standing,
    is_imported: bool,
    home: Option<String>,
    region: Option<String>,
    work: Option<String>,
    program: String,
    today: NaiveDate,
}

impl Row {
    /// Computes how a case stands for this user today.
    ///
    /// # Errors
    /// Fails if the store cannot say whether its answer was imported.
    pub(super) fn of(file: CaseFile, config: &Config, store: &Store) -> Result<Self, Failure> {
        let person = &config.profile.person;
        let (home, region, work) =
            (person.country.clone(), person.region.clone(), person.work_country.clone());
        let standing = standing(&file, whereabouts(person), config.today);
        // Only an answer that waits to be read can have been imported: the others are not looked up.
        let is_imported = standing.next == NextStep::ReadAnswer && store.is_imported(&file.case.reference)?;
        let (program, today) = (config.program(), config.today);
        Ok(Self { file, standing, is_imported, home, region, work, program, today })
    }

    /// Computes how all cases of a store stand.
    ///
    /// # Errors
    /// Fails if the store is damaged.
    pub(super) fn all(config: &Config, store: &Store) -> Result<Vec<Self>, Failure> {
        store.cases()?.into_iter().map(|file| Self::of(file, config, store)).collect()
    }

    /// Returns the case as it stood when fewer events were recorded, on the same day.
    pub(super) fn after(&self, recorded: usize) -> Self {
        let events = self.file.recorded.iter().take(recorded).cloned().collect();
        let file = CaseFile::of(self.file.case.clone(), events);
        let person = Whereabouts { home: self.home.as_deref(), work: self.work.as_deref() };
        let standing = standing(&file, person, self.today);
        let (home, region, work) = (self.home.clone(), self.region.clone(), self.work.clone());
        let (program, today) = (self.program.clone(), self.today);
        Self { file, standing, is_imported: self.is_imported, home, region, work, program, today }
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
            "later": self.standing.later.iter().map(|limit| later_json(*limit, self.today, wording)).collect::<Vec<_>>(),
            "again": self.standing.again,
            "next": { "command": self.command(), "why": self.why(wording), "objection": self.objection() },
            "ready": self.standing.ready_beside(&self.file).map(|(_, letter, command)| {
                json!({ "letter": letter.id(), "command": self.typed(&command) })
            }),
            "complaint_open": self.open_complaint(),
            "answered_late": self.is_answered_late(),
        })
    }

    /// Shows the case in a few lines.
    pub(super) fn text(&self, wording: &Wording) -> String {
        let case = &self.file.case;
        let status = wording.say(&format!("status-{}", self.standing.status.id().replace('_', "-")));
        let right = wording.say(&format!("right-{}", case.right.id()));
        let mut text = format!("{}  {} · {right} · {status}", case.reference, case.company_name);
        if self.standing.overdue_days > 0 {
            let days = u64::try_from(self.standing.overdue_days).unwrap_or(0);
            text += &format!(" · {}", wording.say_count("status-overdue-days", days));
        }
        text += "\n";
        for limit in self.standing.later_from(self.today).iter().filter(|limit| self.is_warned_of(limit.what))
        {
            text += &format!("  {}\n", later_text(*limit, self.today, wording));
        }
        text += &self.beside_the_answer(wording);
        text += &self.beside_the_complaint(wording);
        text += &format!("  {}\n", self.why(wording));
        for said in self.unpaused(wording).into_iter().chain(self.if_owed(wording)) {
            text += &format!("  {said}\n");
        }
        if let Some(command) = self.command() {
            text += &format!("  → {command}\n");
        }
        text += &self.ready_beside(wording);
        if let Some(command) = self.objection() {
            let how = match (self.standing.objects_in_own_words(), self.standing.is_demand_late()) {
                (true, _) => "-own-words",
                (false, true) => "-late",
                (false, false) => "",
            };
            text += &format!("  {}\n  → {command}\n", wording.say(&format!("status-objection{how}")));
        }
        if let Some(again) = self.standing.again {
            text += &format!(
                "  {}\n",
                wording.say_with("status-again", &[("date", &wording.language().date(again))])
            );
        }
        text
    }

    /// A letter that was written and lies ready while something else is due first.
    fn ready_beside(&self, wording: &Wording) -> String {
        let Some((reason, letter, command)) = self.standing.ready_beside(&self.file) else {
            return String::new();
        };
        let letter = wording.say(&format!("send-letter-{}", letter.id()));
        let authority = self.authority(wording);
        let why = wording.say_with(reason, &[("letter", &letter), ("authority", &authority)]);
        format!("  {why}\n  → {}\n", self.typed(&command))
    }

    /// What an answer does not settle: that it was late, and a complaint that lies with the authority.
    fn beside_the_answer(&self, wording: &Wording) -> String {
        let date = |on: NaiveDate| wording.language().date(on);
        let due = self.limit().and_then(|limit| limit.due).filter(|_| self.is_answered_late());
        let late = due.map(|due| wording.say_with("status-answered-late", &[("date", &date(due))]));
        let open = self.open_complaint();
        let open = open.map(|on| wording.say_with("status-complaint-open", &[("date", &date(on))]));
        late.into_iter().chain(open).map(|said| format!("  {said}\n")).collect()
    }

    /// A question of the controller that is open while the complaint lies with the authority.
    fn beside_the_complaint(&self, wording: &Wording) -> String {
        let is_asked = self.standing.status == Status::NeedUserVerification;
        let asked =
            self.standing.asked.filter(|_| is_asked && self.standing.next != NextStep::AnswerQuestion);
        let Some((on, answer)) = asked.and_then(|(on, asked)| Some((on, asked.answer()?))) else {
            return String::new();
        };
        let command = self.typed(&format!("record {} {}", self.file.case.reference, answer.id()));
        let date = wording.language().date(on);
        let said = wording.say_with("status-question-open", &[("date", &date), ("command", &command)]);
        format!("  {said}\n")
    }

    /// The day of a complaint that lies with the authority although an answer came.
    fn open_complaint(&self) -> Option<NaiveDate> {
        let history = &self.standing.history;
        history.complained.filter(|_| self.standing.status == Status::Fulfilled && history.decided.is_none())
    }

    fn is_answered_late(&self) -> bool {
        self.standing.status == Status::Fulfilled && self.standing.is_answered_late()
    }

    /// The command that writes the letter against a demand for identity or a fee.
    pub(super) fn objection(&self) -> Option<String> {
        self.standing.objection(&self.file).map(|rest| self.typed(&rest))
    }

    /// Says why the next step is the next one, with the dates and the article.
    pub(super) fn why(&self, wording: &Wording) -> String {
        let language = wording.language();
        let written = |date: Option<NaiveDate>| date.map(|date| language.date(date)).unwrap_or_default();
        let history = &self.standing.history;
        let article = self
            .limit()
            .map(|limit| wording.say(&format!("citation-{}", limit.period.id())))
            .unwrap_or_default();
        let letter = self.standing.letter.map(|kind| wording.say(&format!("send-letter-{}", kind.id())));
        let letter = letter.unwrap_or_default();
        let (since, complain) = self.dates_of_step();
        let returned = self.standing.returned;
        let event = returned.map(|returned| wording.say(&format!("event-{}", returned.letter.id())));
        let event = event.unwrap_or_default();
        let follow_up = format!("{} follow-up {}", self.program, self.file.case.reference);
        let extended = self.command_for_day();
        let why = wording.say_with(
            self.standing.reason(self.is_imported),
            &[
                ("company", &self.file.case.company_name),
                ("due", &written(self.limit().and_then(|limit| limit.due))),
                ("safe", &written(self.limit().and_then(|limit| limit.safe))),
                ("authority", &self.authority(wording)),
                ("since", &language.date(since)),
                ("complain", &written(complain)),
                ("until", &written(history.acknowledgement_due())),
                ("lapse", &written(self.standing.later_on(Later::AustrianYear))),
                ("complained", &written(history.to_controller)),
                ("court", &written(self.standing.court_on())),
                ("answered", &written(history.answers.last().copied())),
                ("article", &article),
                ("follow-up", &follow_up),
                ("extended", &extended),
                ("letter", &letter),
                ("event", &event),
                ("sent", &written(returned.map(|returned| returned.sent))),
            ],
        );
        if self.is_estimated() { format!("{} {why}", wording.say("next-estimated")) } else { why }
    }

    /// The command that records until when an extension was announced, in place of one without a day.
    fn command_for_day(&self) -> String {
        let events = numbered(&self.file);
        let last = events.iter().rev().find(|(_, event)| event.kind == EventKind::Extended);
        let (number, on) = last.map_or((0, self.today), |(number, event)| (*number, event.on));
        let reference = &self.file.case.reference;
        self.typed(&format!("record {reference} extended --on {on} --until DATE --replaces {number}"))
    }

    /// Since when a case stands at its next step, and from when a complaint is reasonable.
    fn dates_of_step(&self) -> (NaiveDate, Option<NaiveDate>) {
        let history = &self.standing.history;
        let since = match self.standing.next {
            NextStep::AwaitReminded => history.reminded,
            NextStep::AwaitFollowedUp => history.followed_up,
            NextStep::AwaitController => history.acknowledged.or(history.to_controller),
            NextStep::ReadDecision => history.decided,
            NextStep::AwaitAuthority | NextStep::TurnToCourt => history.authority_last_sign,
            NextStep::AnswerQuestion => self.standing.asked.map(|(asked, _)| asked),
            NextStep::SendOtherwise | NextStep::LodgeOtherwise => {
                self.standing.returned.map(|returned| returned.on)
            }
            NextStep::GiveAddress
            | NextStep::Send
            | NextStep::SendByHand
            | NextStep::FindOutWhetherSent
            | NextStep::FindAddress
            | NextStep::Wait
            | NextStep::SendLetter
            | NextStep::SendLetterByHand
            | NextStep::LodgeComplaint
            | NextStep::FindOutWhetherLetterSent
            | NextStep::Remind
            | NextStep::ComplainToController
            | NextStep::Complain
            | NextStep::ReadAnswer
            | NextStep::ReadReply
            | NextStep::Nothing => None,
        };
        let complain = match self.standing.next {
            NextStep::AwaitFollowedUp => since.map(|since| self.standing.complaint_after_follow_up(since)),
            _patience => since.map(complaint_from),
        };
        (since.unwrap_or(self.standing.since), complain)
    }

    /// The next command to type; none when nothing is left to do.
    pub(super) fn command(&self) -> Option<String> {
        let rest = self.standing.command(&self.file, self.is_imported)?;
        Some(format!("{} {rest}", self.program))
    }

    /// Tells whether the person must hear of a limit: before a right is lost, and, once the answer came, that
    /// of a complaint that still lies with the authority; the others are in the reason of the next step, or
    /// information.
    fn is_warned_of(&self, what: Later) -> bool {
        let is_pending = matches!(what, Later::CourtOpen | Later::TribunalOpen)
            && self.standing.status == Status::Fulfilled;
        is_pending || (what.is_tracked() && what.is_lapse())
    }

    /// Says which command, typed as it stands.
    pub(super) fn typed(&self, rest: &str) -> String {
        format!("{} {rest}", self.program)
    }

    /// The time limit, once the request left.
    pub(super) fn limit(&self) -> Option<&TimeLimit> {
        self.standing.deadline.as_ref().map(|deadline| &deadline.limit)
    }

    /// Tells whether the day of receipt is an estimate.
    pub(super) fn is_receipt_estimated(&self) -> bool {
        self.standing.deadline.as_ref().is_some_and(|deadline| deadline.receipt.estimate)
    }

    /// Tells whether dates rest on an estimated receipt, where the next step depends on them.
    fn is_estimated(&self) -> bool {
        let matters = match self.standing.status {
            Status::Open | Status::InProgress => self.standing.next == NextStep::Wait,
            Status::Overdue => self.standing.history.complained.is_none(),
            Status::Drafted
            | Status::MaybeSent
            | Status::NeedUserVerification
            | Status::Undelivered
            | Status::Fulfilled
            | Status::Denied
            | Status::Revoked
            | Status::Closed => false,
        };
        let matters = matters && self.standing.letter.is_none();
        matters && self.is_receipt_estimated() && self.limit().is_some_and(|limit| limit.due.is_some())
    }

    /// The date without any question, while the answer is owed.
    fn unpaused(&self, wording: &Wording) -> Option<String> {
        let history = &self.standing.history;
        let is_owed =
            self.standing.status.is_awaited() && history.contested.is_none() && history.complained.is_none();
        self.without_question(wording).filter(|_| is_owed)
    }

    /// The date without any question, where a pause moved the date: it is disputed that a question stops the
    /// clock.
    pub(super) fn without_question(&self, wording: &Wording) -> Option<String> {
        let limit = self.limit()?;
        let unpaused = limit.unpaused.filter(|unpaused| limit.due != Some(*unpaused))?;
        Some(wording.say_with("deadline-unpaused", &[("date", &wording.language().date(unpaused))]))
    }

    /// The same, while something is owed.
    fn if_owed(&self, wording: &Wording) -> Option<String> {
        let matters = match self.standing.next {
            NextStep::Wait
            | NextStep::AwaitReminded
            | NextStep::AwaitFollowedUp
            | NextStep::AwaitController
            | NextStep::AwaitAuthority
            | NextStep::TurnToCourt
            | NextStep::AnswerQuestion
            | NextStep::SendLetter
            | NextStep::SendLetterByHand
            | NextStep::LodgeComplaint
            | NextStep::FindOutWhetherLetterSent
            | NextStep::SendOtherwise
            | NextStep::LodgeOtherwise
            | NextStep::Remind
            | NextStep::ComplainToController
            | NextStep::Complain => true,
            NextStep::GiveAddress
            | NextStep::Send
            | NextStep::SendByHand
            | NextStep::FindOutWhetherSent
            | NextStep::FindAddress
            | NextStep::ReadAnswer
            | NextStep::ReadReply
            | NextStep::ReadDecision
            | NextStep::Nothing => false,
        };
        self.if_applicable(wording).filter(|_| matters)
    }

    /// Says that the law counted by may not apply, where the company sits in no country of ours.
    pub(super) fn if_applicable(&self, wording: &Wording) -> Option<String> {
        let seat = jurisdiction(self.file.case.country.as_deref()?);
        if seat != Jurisdiction::Elsewhere {
            return None;
        }
        Some(wording.say(match self.standing.law {
            Jurisdiction::European => "applies-european",
            Jurisdiction::UnitedKingdom => "applies-united-kingdom",
            Jurisdiction::Swiss => "applies-swiss",
            Jurisdiction::Elsewhere => return None,
        }))
    }

    /// The authorities the person may turn to, the proposed one first.
    pub(super) fn choices(&self, is_about_trackers: bool) -> Vec<Choice> {
        let case = &self.file.case;
        competent(&Situation {
            home: self.home.as_deref().map(|country| Place { country, region: self.region.as_deref() }),
            work: self.work.as_deref(),
            seat: case.country.as_deref().map(|country| Place { country, region: case.region.as_deref() }),
            trackers: is_about_trackers || case.right == Right::Tracking,
        })
    }

    /// The country the person lives in.
    pub(super) fn home(&self) -> Option<&str> {
        self.home.as_deref()
    }

    /// The proposed authority, in words.
    fn authority(&self, wording: &Wording) -> String {
        let choices = self.choices(false);
        choices
            .first()
            .map_or_else(|| wording.say("authority-unknown"), |choice| authority_text(choice, wording))
    }

    /// Shows everything that was recorded, with its number; what is no longer in effect says what took its
    /// place.
    pub(super) fn events_text(&self, wording: &Wording) -> String {
        let recorded = &self.file.recorded;
        let line = |(index, (event, stands)): (usize, (&Event, bool))| {
            let name = wording.say(&format!("event-{}", event.kind.id()));
            let date = wording.language().date(event.on);
            let corrected = match (event.replaces, stands) {
                (_, false) => format!(" — {}", wording.say("event-corrected")),
                (Some(number), true) => {
                    format!(" — {}", wording.say_with("event-replaces", &[("number", &number.to_string())]))
                }
                (None, true) => String::new(),
            };
            let until = event.until.map(|until| {
                let date = wording.language().date(until);
                format!(", {}", wording.say_with("event-until", &[("date", &date)]))
            });
            let until = until.unwrap_or_default();
            let said =
                event.said.map(|said| format!(", {}", wording.say(&format!("event-said-{}", said.id()))));
            let said = said.unwrap_or_default();
            format!("  {:>2}  {date:<18} {name}{until}{said}{corrected}\n", index + 1)
        };
        recorded.iter().zip(in_effect(recorded)).enumerate().map(line).collect()
    }

    /// Shows the events in effect as facts, with their numbers, and those that were corrected.
    pub(super) fn events_json(&self) -> (Value, Value) {
        let facts = |number: usize, event: &Event| {
            let mut facts = json!(event);
            if let Some(facts) = facts.as_object_mut() {
                facts.insert("number".to_owned(), json!(number));
            }
            facts
        };
        let standing = numbered(&self.file);
        let in_effect: Vec<Value> = standing.iter().map(|(number, event)| facts(*number, event)).collect();
        let recorded = self.file.recorded.iter().enumerate().map(|(index, event)| (index + 1, event));
        let others = recorded.filter(|(number, _)| !standing.iter().any(|(other, _)| other == number));
        let corrected: Vec<Value> = others.map(|(number, event)| facts(number, event)).collect();
        (json!(in_effect), json!(corrected))
    }
}

/// The countries of a person.
pub(super) fn whereabouts(person: &DataSubject) -> Whereabouts<'_> {
    Whereabouts { home: person.country.as_deref(), work: person.work_country.as_deref() }
}

/// Names the authority of a choice; where the Land is not known, says which one is meant.
pub(super) fn authority_text(choice: &Choice, wording: &Wording) -> String {
    match choice.authorities.as_slice() {
        [authority] => {
            format!("{} ({})", authority.name_in(wording.language().code()), authority.web)
        }
        _ => {
            let country = wording.say(&format!("country-{}", choice.country));
            let key = match choice.reason {
                Reason::LandUnknown => "authority-of-unknown-land",
                Reason::Trackers
                | Reason::Home
                | Reason::Work
                | Reason::Seat
                | Reason::LandOfSeat
                | Reason::LandOfHome
                | Reason::Targeted
                | Reason::UnitedKingdom
                | Reason::UnitedKingdomTargeted
                | Reason::Swiss
                | Reason::SwissTargeted => "authority-several",
            };
            wording.say_with(key, &[("country", &country)])
        }
    }
}

/// Says what a later limit is, with its date and provision, or that it has passed.
pub(super) fn later_text(limit: LaterLimit, today: NaiveDate, wording: &Wording) -> String {
    let article = wording.say(&format!("citation-{}", limit.what.provision().id()));
    let date = wording.language().date(limit.on);
    let now = match (limit.on < today, limit.on <= today) {
        (true, _) if limit.what.is_told_once_lapsed() => "-lapsed",
        (_, true) if limit.what.opens() => "-since",
        (_, true | false) => "",
    };
    wording.say_with(&format!("later-{}{now}", limit.what.id()), &[("date", &date), ("article", &article)])
}

/// Shows a later limit as facts.
pub(super) fn later_json(limit: LaterLimit, today: NaiveDate, wording: &Wording) -> Value {
    json!({
        "what": limit.what.id(),
        "on": limit.on,
        "article": wording.say(&format!("citation-{}", limit.what.provision().id())),
        "text": later_text(limit, today, wording),
    })
}
