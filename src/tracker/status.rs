//! Status: where a case stands, and the one next step.
//!
//! In: a case's events, its deadline, today. Out: a status (in the words of the Data Rights Protocol where it
//! has one), the days it is overdue, the later limits, the next step and the command for it. All of it is
//! computed and never stored; events count by the day they happened.
//!
//! Not here: sentences (`templates/wording`: `status-<id>`, `next-<id>`), and whether a step may be taken
//! (`gate`).

use chrono::{Days, NaiveDate};

use super::aftermath::{Known, later};
use super::case::CaseFile;
use super::deadline::{Deadline, contested, deadline, questions};
use super::event::{EventKind, QUESTIONS};
use super::history::{History, recorded};
use super::next_step::{NextStep, View, next_step, waits_behind};
use super::returned::{Delivered, Returned, delivered};
use super::waiting::{Before, COURTESY_DAYS, lies_ready};
use crate::law::complaint::{Later, LaterLimit, governing};
use crate::law::country::Jurisdiction;
use crate::law::repetition::again_from;
use crate::law::right::Right;
use crate::law::rule::Effect;
use crate::law::time_limit::{Counted, State};
use crate::letter::kind::Kind;

/// Days before the deadline from which a case is listed as due soon.
pub const SOON_DAYS: i64 = 7;

/// Days before a right of the person lapses from which a case is listed as due.
pub const LAPSE_DAYS: i64 = 60;

/// Days before the right to complain lapses from which neither a reminder nor courtesy is proposed any more: a complaint
/// takes its time to be written and to arrive.
const PRESSING_DAYS: i64 = 28;

/// Days of silence after which a case without a period is taken up: as many as the letters of such cases ask for, which no
/// law sets.
const SILENCE_DAYS: u64 = 30;

closed_list! {
    /// Where a case stands.
    pub enum Status {
        /// Written, not sent.
        Drafted = "drafted", Phase::Leaving;
        /// Sending was begun and its outcome is not known.
        MaybeSent = "maybe_sent", Phase::Leaving;
        /// Sent; the clock runs.
        Open = "open", Phase::Awaited;
        /// The controller reacted and owes the answer.
        InProgress = "in_progress", Phase::Awaited;
        /// The controller asked in time for identity or clarification, and waits.
        NeedUserVerification = "need_user_verification", Phase::Awaited;
        /// The letter came back.
        Undelivered = "undelivered", Phase::Leaving;
        /// The safe date has passed without an answer.
        Overdue = "overdue", Phase::Awaited;
        /// Answered.
        Fulfilled = "fulfilled", Phase::Ended;
        /// Refused.
        Denied = "denied", Phase::Ended;
        /// Withdrawn by the person.
        Revoked = "revoked", Phase::Ended;
        /// Closed by the person.
        Closed = "closed", Phase::Ended;
    }
    /// Returns what a case with it is about.
    pub fn phase -> Phase;
}

/// What a case is about at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The request has to leave and to arrive.
    Leaving,
    /// The request is with the controller, whose answer is to come.
    Awaited,
    /// It has ended until something new happens.
    Ended,
}

impl Status {
    /// Tells whether the request is with the controller, whose answer is to come.
    pub fn is_awaited(self) -> bool {
        self.phase() == Phase::Awaited
    }

    /// Tells whether it ends a case until something new happens.
    pub fn has_ended(self) -> bool {
        self.phase() == Phase::Ended
    }
}

/// A case as it stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands.
    pub status: Status,
    /// The day of the event that put it there.
    pub since: NaiveDate,
    /// The deadline, once the request left.
    pub deadline: Option<Deadline>,
    /// Days since the safe date, 0 while it has not passed.
    pub overdue_days: i64,
    /// Whether the deadline is near or past and nothing has come, or a right of the person lapses soon.
    pub is_due: bool,
    /// What to do next.
    pub next: NextStep,
    /// The later letter that the next step is about, where one lies ready.
    pub letter: Option<Kind>,
    /// Another one that lies ready while a step that is due comes first: how it leaves, and which it is.
    pub beside: Option<(NextStep, Kind)>,
    /// The later letter that came back, while it is the next thing to see to.
    pub returned: Option<Returned>,
    /// The day and the kind of the question of the controller that nobody has answered or contested.
    pub asked: Option<(NaiveDate, EventKind)>,
    /// The last question or demand that nobody has answered, while an answer is owed, and the day the person
    /// contested it.
    pub objectionable: Option<(EventKind, Option<NaiveDate>)>,
    /// Whether the days to agree to a fee are over (Switzerland): the request probably counts as withdrawn.
    pub fee_lapsed: bool,
    /// Whether the controller has the objection and it took effect at once; the period is for telling what was done.
    pub at_once: bool,
    /// The day from which silence is taken up where the law sets no period for the answer.
    pub patience: Option<NaiveDate>,
    /// Whether the right to complain at home has probably lapsed.
    pub has_lapsed: bool,
    /// Whether it lapses so soon that no courtesy is due: the complaint comes now.
    pub is_pressed: bool,
    /// The law the controller answers under.
    pub law: Jurisdiction,
    /// The later limits that matter as it stands, soonest first.
    pub later: Vec<LaterLimit>,
    /// What happened after the request, as far as further steps depend on it.
    pub history: History,
    /// The day from which the same request may sensibly be made again, once it was answered.
    pub again: Option<NaiveDate>,
}

/// The countries of the data subject. Who gives one alone gives the one they live in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Whereabouts<'a> {
    /// The country they live in.
    pub home: Option<&'a str>,
    /// The country they work in, where it is another one.
    pub work: Option<&'a str>,
}

impl<'a> From<Option<&'a str>> for Whereabouts<'a> {
    fn from(home: Option<&'a str>) -> Self {
        Self { home, work: None }
    }
}

/// Computes how a case stands for a data subject who lives and works somewhere.
pub fn standing<'a>(file: &CaseFile, person: impl Into<Whereabouts<'a>>, today: NaiveDate) -> Standing {
    let person = person.into();
    let home = person.home;
    // What a person records behind a letter tells what became of it, whatever day they give.
    let as_recorded = file;
    let Delivered { file, returned } = delivered(file);
    let file = &*file;
    let deadline = deadline(file, home);
    let law = governing(file.case.country.as_deref(), home);
    let (status, since, history) = recorded(file, deadline.as_ref());
    // An answer came: what it lacks is no reason to call the controller late.
    let is_waiting = matches!(status, Status::Open | Status::InProgress) && history.contested.is_none();
    let limit = deadline.as_ref().map(|deadline| &deadline.limit).filter(|_| is_waiting);
    let overdue_days = limit.and_then(|limit| limit.safe).map_or(0, |safe| (today - safe).num_days().max(0));
    let is_asked = match (limit, history.contested) {
        (Some(limit), _) => limit.state == State::Suspended,
        (None, Some(contested)) => {
            open_questions(file, deadline.as_ref()).any(|(asked, _)| asked >= contested)
        }
        (None, None) => is_waiting && open_question(file, deadline.as_ref()).is_some(),
    };
    let status = match (overdue_days > 0, is_asked) {
        (true, _) => Status::Overdue,
        (false, true) => Status::NeedUserVerification,
        (false, false) => status,
    };
    let later =
        later(&Known { file, person, status, since, history: &history, deadline: deadline.as_ref(), today });
    let is_near = limit.and_then(|limit| limit.due).is_some_and(|due| (due - today).num_days() <= SOON_DAYS);
    let lapses = later.iter().filter(|limit| limit.what.is_tracked() && limit.what.is_lapse());
    let is_due = is_near || lapses.into_iter().any(|limit| is_soon(limit.on, today));
    let is_court = |limit: &&LaterLimit| matches!(limit.what, Later::CourtOpen | Later::TribunalOpen);
    let court = later.iter().find(is_court).map(|limit| limit.on);
    let arrived = deadline.as_ref().filter(|deadline| deadline.receipt.latest < today);
    let at_once = arrived.is_some_and(|it| it.limit.rules.rule().at_once(file.case.right).is_some());
    let patience = is_waiting.then(|| patience(file, deadline.as_ref())).flatten();
    let safe = deadline.as_ref().and_then(|deadline| deadline.limit.safe);
    let lapse = own_lapse(&later, home);
    let view = View { file, status, history: &history, law, court, lapse, safe, patience, at_once, today };
    let due = next_step(&view);
    let (next, letter, beside) = match letter_step(as_recorded, status) {
        Some(ready) if waits_behind(ready, due) => (due, None, Some(ready)),
        // It is due again, and the one that lies ready gives days that are over.
        Some((_, letter)) if is_written_anew(as_recorded, letter, due, today) => (due, None, None),
        Some((step, letter)) => (step, Some(letter), None),
        None => (due, None, None),
    };
    let is_ready = letter.is_some() || beside.is_some();
    let returned = returned.filter(|_| !is_ready && may_have_letters(status));
    let next = match returned.map(|returned| returned.letter == EventKind::Complained) {
        Some(true) => NextStep::LodgeOtherwise,
        Some(false) => NextStep::SendOtherwise,
        None => next,
    };
    let again = again(file, status, &history);
    let asked = open_question(file, deadline.as_ref());
    let objectionable = is_waiting.then(|| last_demand(file)).flatten();
    let fee_lapsed = later.iter().any(|limit| {
        limit.what == Later::SwissFee
            && limit.on < today
            && asked.is_some_and(|(_, kind)| kind == EventKind::FeeRequested)
    });
    let has_lapsed = home == Some("AT") && own_lapse(&later, home).is_some_and(|lapse| lapse < today);
    let is_pressed = own_lapse(&later, home).is_some_and(|lapse| is_pressing(lapse, today));
    Standing {
        status,
        since,
        deadline,
        overdue_days,
        is_due,
        next,
        letter,
        beside,
        returned,
        asked,
        objectionable,
        fee_lapsed,
        at_once,
        patience,
        has_lapsed,
        is_pressed,
        law,
        later,
        history,
        again,
    }
}

/// The last day on which the authority of the person's own country takes a complaint, where that is limited and none was
/// lodged. Who lives elsewhere can complain at home without that limit.
fn own_lapse(later: &[LaterLimit], home: Option<&str>) -> Option<NaiveDate> {
    let is_own = home.is_none_or(|home| home == "AT");
    later.iter().find(|limit| is_own && limit.what == Later::AustrianYear).map(|limit| limit.on)
}

/// The day from which silence is taken up where the law sets no period, or none is known. A controller that announced a
/// day of its own has named one, even where it is not recorded.
fn patience(file: &CaseFile, deadline: Option<&Deadline>) -> Option<NaiveDate> {
    let arrived = match deadline {
        Some(Deadline { limit, receipt, .. }) => {
            let is_own_date = limit.steps.iter().any(|step| step.what == Counted::OwnDate);
            let is_undated = limit.due.is_none() && limit.state == State::Open && !is_own_date;
            is_undated.then_some(receipt.latest)?
        }
        None => file.sent()?,
    };
    arrived.checked_add_days(Days::new(SILENCE_DAYS))
}

fn is_soon(lapse: NaiveDate, today: NaiveDate) -> bool {
    (0..=LAPSE_DAYS).contains(&(lapse - today).num_days())
}

/// Returns the day and the kind of the question the controller asked last and nobody has answered or contested. A demand
/// that stops nothing by the law that governs waits for no answer.
fn open_question(file: &CaseFile, deadline: Option<&Deadline>) -> Option<(NaiveDate, EventKind)> {
    open_questions(file, deadline).max()
}

fn open_questions(
    file: &CaseFile,
    deadline: Option<&Deadline>,
) -> impl Iterator<Item = (NaiveDate, EventKind)> {
    // Art. 12(5): answers are free, and no provision stops the clock for a fee.
    let fee_stops = deadline.is_none_or(|deadline| deadline.limit.rules.rule().fee != Effect::Nothing);
    let matters = move |question: &(NaiveDate, EventKind)| question.1 != EventKind::FeeRequested || fee_stops;
    unanswered(file).filter(|(on, asked)| contested(file, *asked, *on).is_none()).filter(matters)
}

fn unanswered(file: &CaseFile) -> impl Iterator<Item = (NaiveDate, EventKind)> {
    QUESTIONS.into_iter().flat_map(|(asked, answered)| {
        let questions = questions(&file.events, asked, answered).into_iter();
        questions.filter(|question| question.answered.is_none()).map(move |question| (question.asked, asked))
    })
}

/// The demand against which there is a letter that was made last and not answered, and when it was contested.
fn last_demand(file: &CaseFile) -> Option<(EventKind, Option<NaiveDate>)> {
    let is_demand = |(_, kind): &(NaiveDate, EventKind)| QUESTIONS.iter().any(|(asked, _)| asked == kind);
    let (on, kind) = unanswered(file).filter(is_demand).max()?;
    Some((kind, contested(file, kind, on)))
}

/// What is to be done with a later letter that was written and has not left: nobody writes it twice.
fn letter_step(file: &CaseFile, status: Status) -> Option<(NextStep, Kind)> {
    let (letter, before) = lies_ready(file).filter(|_| may_have_letters(status))?;
    let kind = letter.kind()?;
    let step = match before {
        Before::MaybeSent(_) => NextStep::FindOutWhetherLetterSent,
        Before::NotSent if kind.goes_to_authority() => NextStep::LodgeComplaint,
        Before::NotSent if letter.is_message() => NextStep::SendLetter,
        Before::NotSent => NextStep::SendLetterByHand,
        Before::Sent(_) | Before::CameBack(_) | Before::Outdated(..) | Before::Expired(_) => return None,
    };
    Some((step, kind))
}

/// Tells whether a letter that lies ready is the one that is due, and has to be written anew.
fn is_written_anew(file: &CaseFile, letter: Kind, due: NextStep, today: NaiveDate) -> bool {
    let is_same = matches!(
        (letter, due),
        (Kind::Reminder, NextStep::Remind) | (Kind::ControllerComplaint, NextStep::ComplainToController)
    );
    is_same && lies_ready(file).is_some_and(|(letter, _)| letter.expired(today).is_some())
}

/// Tells whether a later letter of the case may still be of use.
fn may_have_letters(status: Status) -> bool {
    match status {
        Status::Drafted | Status::MaybeSent | Status::Undelivered | Status::Revoked | Status::Closed => false,
        Status::Open
        | Status::InProgress
        | Status::NeedUserVerification
        | Status::Overdue
        | Status::Fulfilled
        | Status::Denied => true,
    }
}

/// The day from which asking the same again is sensible, once the request was answered.
fn again(file: &CaseFile, status: Status, history: &History) -> Option<NaiveDate> {
    let has_ended = matches!(status, Status::Fulfilled | Status::Closed);
    // The guidelines speak of access, and nothing says the same of another right.
    let is_access = matches!(file.case.right, Right::Access | Right::Tracking);
    (is_access && has_ended && !history.answers.is_empty())
        .then(|| again_from(file.sent().unwrap_or(file.case.drafted)))
}

/// Tells whether a right to complain lapses so soon that the complaint waits for nothing else.
pub(super) fn is_pressing(lapse: NaiveDate, today: NaiveDate) -> bool {
    (0..=PRESSING_DAYS).contains(&(lapse - today).num_days())
}

/// The day from which a complaint is reasonable after a reminder or a follow-up: fourteen days of courtesy,
/// which no law sets.
pub fn complaint_from(asked: NaiveDate) -> NaiveDate {
    asked.checked_add_days(Days::new(COURTESY_DAYS)).unwrap_or(asked)
}

/// The command by which a letter that lies ready leaves, or by which it is recorded that it left.
fn letter_command(step: NextStep, letter: Option<Kind>, reference: &str) -> String {
    if step == NextStep::SendLetter {
        return format!("send {reference}");
    }
    let left = letter.map_or(EventKind::Sent, EventKind::of_letter);
    format!("record {reference} {}", left.id())
}

impl Standing {
    /// Returns the later limits to show on a day: of each kind the next one; one that has passed where the person must
    /// hear of that, and then no outer limit that would make the right look open.
    pub fn later_from(&self, today: NaiveDate) -> Vec<LaterLimit> {
        let has_passed = |limit: &LaterLimit| limit.on < today;
        let is_year = |what| matches!(what, Later::AustrianYear | Later::AustrianYearElsewhere);
        let year_is_over = self.later.iter().any(|limit| is_year(limit.what) && has_passed(limit));
        let mut shown: Vec<LaterLimit> = Vec::new();
        for limit in &self.later {
            let next = self.later.iter().find(|other| other.what == limit.what && !has_passed(other));
            let is_told = if has_passed(limit) {
                (limit.what.is_told_once_lapsed() || limit.what.opens()) && next.is_none()
            } else {
                next == Some(limit) && !(year_is_over && limit.what == Later::AustrianThreeYears)
            };
            if is_told && !shown.iter().any(|other| other.what == limit.what) {
                shown.push(*limit);
            }
        }
        shown
    }

    /// Tells whether the last demand came after the period had ended, so that it moves nothing.
    pub fn is_demand_late(&self) -> bool {
        let steps = self.deadline.iter().flat_map(|deadline| &deadline.limit.steps);
        let mut late = steps.filter(|step| step.what == Counted::AskedTooLate);
        late.any(|step| self.asked.is_some_and(|(on, _)| step.date == Some(on)))
    }

    /// Tells whether there is no letter against the last question: Swiss law has no provision on one about the request.
    pub fn objects_in_own_words(&self) -> bool {
        let asked = self.objectionable.map(|(demand, _)| demand);
        self.law == Jurisdiction::Swiss && asked == Some(EventKind::ClarificationRequested)
    }

    /// Returns the command that writes the letter against the last question or demand, without the program's name.
    pub fn objection(&self, file: &CaseFile) -> Option<String> {
        let is_written = self.letter.is_some() || self.beside.is_some();
        let (demand, contested) = self.objectionable.filter(|_| !is_written)?;
        let to = match demand {
            EventKind::FeeRequested => "fee",
            EventKind::ClarificationRequested => "clarification",
            _identity => "identity",
        };
        let reference = &file.case.reference;
        let objection = if self.objects_in_own_words() {
            format!("record {reference} {}", EventKind::Replied.id())
        } else {
            format!("answer {reference} {to}")
        };
        contested.is_none().then_some(objection)
    }

    /// Returns the day of an answer after which the controller extended the period: the rest is still to come.
    pub fn answered_in_part(&self) -> Option<NaiveDate> {
        let is_owed = self.status.is_awaited();
        self.history.answers.last().copied().filter(|_| is_owed && self.history.contested.is_none())
    }

    /// Tells whether the first answer came after the safe date: the law was broken, whatever the answer says.
    pub fn is_answered_late(&self) -> bool {
        let safe = self.deadline.as_ref().and_then(|deadline| deadline.limit.safe);
        let answered = self.history.answers.first();
        safe.is_some_and(|safe| answered.is_some_and(|answered| safe < *answered))
    }

    /// Returns the day from which a complaint about what a follow-up asked for is reasonable: after the days of courtesy,
    /// and never before the period is over.
    pub fn complaint_after_follow_up(&self, followed_up: NaiveDate) -> NaiveDate {
        let safe = self.deadline.as_ref().and_then(|deadline| deadline.limit.safe);
        let after = safe.and_then(|safe| safe.succ_opt());
        complaint_from(followed_up).max(after.unwrap_or(followed_up))
    }

    /// Returns the day of a later limit.
    pub fn later_on(&self, what: Later) -> Option<NaiveDate> {
        self.later.iter().find(|limit| limit.what == what).map(|limit| limit.on)
    }

    /// Returns the day from which a court or tribunal is open because the authority is silent.
    pub fn court_on(&self) -> Option<NaiveDate> {
        self.later_on(Later::CourtOpen).or_else(|| self.later_on(Later::TribunalOpen))
    }

    /// Returns the wording key of the reason for the next step. Without a date there is another reason to
    /// wait, and under another law another way to complain.
    pub fn reason(&self, is_imported: bool) -> &'static str {
        match (self.next, self.law) {
            (NextStep::Wait, _) => self.reason_to_wait(),
            (NextStep::Complain, _) if self.has_lapsed => "next-complain-perhaps-lapsed",
            (NextStep::Complain, _) if self.is_pressed => "next-complain-before-lapse",
            (NextStep::Complain, Jurisdiction::UnitedKingdom) => "next-complain-united-kingdom",
            (NextStep::Complain, Jurisdiction::Swiss) => "next-complain-swiss",
            (NextStep::Complain, Jurisdiction::European | Jurisdiction::Elsewhere) => "next-complain",
            (NextStep::AwaitAuthority, Jurisdiction::European) => "next-wait-complained",
            (NextStep::AwaitAuthority, Jurisdiction::UnitedKingdom) => "next-wait-complained-united-kingdom",
            (NextStep::AwaitAuthority, Jurisdiction::Swiss | Jurisdiction::Elsewhere) => {
                "next-wait-complained-undated"
            }
            (NextStep::TurnToCourt, Jurisdiction::UnitedKingdom) => "next-turn-to-tribunal",
            (NextStep::ReadAnswer, _) if !is_imported => "next-import-answer",
            (NextStep::ReadAnswer, _) => "next-read-answer",
            (NextStep::ReadReply, _) => "next-read-reply",
            (NextStep::ReadDecision, Jurisdiction::European) => "next-read-decision",
            (
                NextStep::ReadDecision,
                Jurisdiction::UnitedKingdom | Jurisdiction::Swiss | Jurisdiction::Elsewhere,
            ) => "next-read-decision-undated",
            (NextStep::GiveAddress, _) => "next-give-address",
            (NextStep::Send, _) => "next-send",
            (NextStep::SendByHand, _) => "next-send-by-hand",
            (NextStep::FindOutWhetherSent, _) => "next-find-out-whether-sent",
            (NextStep::FindAddress, _) => "next-find-address",
            (NextStep::AwaitReminded, _) => "next-wait-reminded",
            (NextStep::AwaitFollowedUp, _) => "next-wait-followed-up",
            (NextStep::AwaitController, _) if self.history.acknowledged.is_some() => {
                "next-wait-controller-acknowledged"
            }
            (NextStep::AwaitController, _) => "next-wait-controller",
            (NextStep::TurnToCourt, _) => "next-turn-to-court",
            (NextStep::AnswerQuestion, _) if self.fee_lapsed => "next-ask-anew",
            (NextStep::AnswerQuestion, _) if self.at_once => "next-answer-question-at-once",
            (NextStep::AnswerQuestion, _) => "next-answer-question",
            (NextStep::SendLetter, _) => "next-send-letter",
            (NextStep::SendLetterByHand, _) => "next-send-letter-by-hand",
            (NextStep::LodgeComplaint, _) => "next-lodge-complaint",
            (NextStep::FindOutWhetherLetterSent, _) => "next-find-out-whether-letter-sent",
            (NextStep::SendOtherwise, _) => "next-send-otherwise",
            (NextStep::LodgeOtherwise, Jurisdiction::European) => "next-lodge-otherwise",
            (
                NextStep::LodgeOtherwise,
                Jurisdiction::UnitedKingdom | Jurisdiction::Swiss | Jurisdiction::Elsewhere,
            ) => "next-lodge-otherwise-undated",
            (NextStep::Remind, _) if self.patience.is_some() => "next-remind-undated",
            (NextStep::Remind, _) if self.answered_in_part().is_some() => "next-remind-rest",
            (NextStep::Remind, _) => "next-remind",
            (NextStep::ComplainToController, _) => "next-complain-to-controller",
            (NextStep::Nothing, _) => "next-nothing",
        }
    }

    /// Returns the wording key and the command, without the program's name, of the letter that lies ready beside the next
    /// step.
    pub fn ready_beside(&self, file: &CaseFile) -> Option<(&'static str, Kind, String)> {
        let (step, letter) = self.beside?;
        let ready = Self { next: step, letter: Some(letter), beside: None, ..self.clone() };
        let command = letter_command(step, Some(letter), &file.case.reference);
        Some((ready.reason(false), letter, command))
    }

    /// Tells whether the controller announced an extension whose day is its own and not recorded (Switzerland).
    fn has_own_date(&self) -> bool {
        let mut steps = self.deadline.iter().flat_map(|deadline| &deadline.limit.steps);
        steps.any(|step| step.what == Counted::OwnDate)
    }

    fn reason_to_wait(&self) -> &'static str {
        match self.deadline.as_ref().map(|deadline| (deadline.limit.state, deadline.limit.due)) {
            Some((State::Running, Some(_))) if self.answered_in_part().is_some() => "next-wait-rest",
            Some((State::Running, Some(_))) => "next-wait",
            Some((State::Running, None)) => "next-wait-undated",
            Some((State::Suspended, _)) => "next-wait-suspended",
            Some((State::Open, _)) if self.has_own_date() => "next-wait-own-date",
            Some((State::Open, _)) => "next-wait-open",
            None => "next-wait-unknown",
        }
    }

    /// Returns the next command without the program's name; none when nothing is left to do.
    pub fn command(&self, file: &CaseFile, is_imported: bool) -> Option<String> {
        let reference = &file.case.reference;
        Some(match self.next {
            NextStep::GiveAddress | NextStep::FindAddress => format!("send {reference} --to ADDRESS"),
            NextStep::Send => format!("send {reference}"),
            NextStep::SendByHand | NextStep::FindOutWhetherSent => format!("record {reference} sent"),
            NextStep::SendLetter
            | NextStep::SendLetterByHand
            | NextStep::LodgeComplaint
            | NextStep::FindOutWhetherLetterSent => letter_command(self.next, self.letter, reference),
            NextStep::Wait
            | NextStep::AwaitReminded
            | NextStep::AwaitFollowedUp
            | NextStep::AwaitController
                if file.case.right.is_answered_with_data() =>
            {
                format!("import FILE --case {reference}")
            }
            NextStep::Wait
            | NextStep::AwaitReminded
            | NextStep::AwaitFollowedUp
            | NextStep::AwaitController => format!("record {reference} {}", EventKind::Answered.id()),
            NextStep::AwaitAuthority | NextStep::TurnToCourt => {
                format!("record {reference} {}", EventKind::AuthorityReplied.id())
            }
            NextStep::SendOtherwise | NextStep::LodgeOtherwise => {
                let letter = self.returned.map_or(EventKind::Sent, |returned| returned.letter);
                let way = if letter == EventKind::Complained { "" } else { " --via post" };
                format!("record {reference} {}{way}", letter.id())
            }
            // What was not agreed to in time is asked for anew.
            NextStep::AnswerQuestion if self.fee_lapsed => {
                format!("draft {} {} --again", file.case.right.id(), file.case.company)
            }
            NextStep::AnswerQuestion => {
                let asked = self.asked.and_then(|(_, asked)| asked.answer());
                format!("record {reference} {}", asked.unwrap_or(EventKind::IdentityProvided).id())
            }
            NextStep::Remind => format!("remind {reference}"),
            NextStep::ComplainToController | NextStep::Complain => format!("complain {reference}"),
            NextStep::ReadReply | NextStep::ReadDecision => {
                format!("record {reference} {}", EventKind::Closed.id())
            }
            NextStep::ReadAnswer if is_imported => format!("report {reference}"),
            NextStep::ReadAnswer => format!("import FILE --case {reference}"),
            NextStep::Nothing => return None,
        })
    }
}
