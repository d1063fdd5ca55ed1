//! Gate: whether a reminder, a follow-up or a complaint may be made today, and if not, from when.
//!
//! In: how a case stands, today, and whether the person insists. Out: to whom and on which ground, with what
//! has to be said along, or why not and the day from which it is right.
//!
//! Nobody is called late before the day after the safe date. A refusal or an incomplete answer opens the
//! complaint earlier. Not here: sentences, and what the next step is (`status`); a test holds both together.

use chrono::NaiveDate;

use super::event::EventKind;
use super::status::{Standing, Status, complaint_from};
use crate::law::complaint::{Route, route};
use crate::law::country::Jurisdiction;
use crate::law::time_limit::{Counted, State};

/// A step that has a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Remind the controller that its answer is late.
    Remind,
    /// Name what the answer lacks.
    FollowUp,
    /// Complain.
    Complain,
    /// Complain to the authority at once, also where the controller is proposed first.
    ComplainToAuthority,
}

closed_list! {
    /// To whom a step goes.
    pub enum Addressee {
        /// The controller.
        Controller = "controller";
        /// The supervisory authority.
        Authority = "authority";
    }
}

closed_list! {
    /// What a step rests on.
    pub enum Ground {
        /// No answer by the safe date.
        Late = "late";
        /// The answer came after the safe date.
        LateAnswer = "late-answer";
        /// The controller refused.
        Refused = "refused";
        /// The answer is incomplete, as the person says.
        Incomplete = "incomplete";
        /// The objection to direct marketing takes effect at once, and the marketing goes on, as the person says. Art. 21(3).
        GoesOn = "goes-on";
        /// No answer, and the law sets no date or none can be computed: the person judges that it is late.
        Undated = "undated";
    }
}

/// What has to be said along with a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caution {
    /// The day of receipt is not proven: who says that it did not receive the request cannot be contradicted.
    Estimated,
    /// Nobody reminded the controller yet; no law asks for it.
    NotReminded,
    /// The fourteen days of courtesy are not over; no law sets them.
    Courtesy(NaiveDate),
    /// The letter says that the marketing still reaches the person, because they insist.
    GoesOn,
    /// The authority is turned to before the controller has dealt with the complaint.
    ControllerPassedOver,
    /// The date holds only if the question the person contested was needless.
    QuestionContested,
    /// The date holds only if the extension gave no reasons.
    ExtensionContested,
}

/// A gate that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// To whom.
    pub addressee: Addressee,
    /// What it rests on.
    pub ground: Ground,
    /// What has to be said along.
    pub cautions: Vec<Caution>,
}

/// Why a gate is shut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shut {
    /// The request has not left.
    NotSent,
    /// Nobody knows whether it left.
    MaybeSent,
    /// It came back.
    CameBack,
    /// The period, or the safe date behind it, has not passed.
    TooEarly {
        /// The first day on which it is right.
        from: NaiveDate,
    },
    /// A question of the controller is open and the clock stands.
    Suspended {
        /// The end of the period without the question.
        unpaused: Option<NaiveDate>,
    },
    /// The law sets no date: the controller announced its own, or the right has no period.
    OwnDate,
    /// No time limit can be computed.
    Undated,
    /// The controller has answered.
    Answered,
    /// The answer was contested already: what is next is the complaint.
    Contested,
    /// The controller has refused.
    Refused,
    /// There is no answer yet.
    NotAnswered,
    /// The person withdrew or closed it.
    Ended,
    /// It was done already; it can be done again on purpose.
    Done {
        /// What was done.
        what: EventKind,
        /// When.
        on: NaiveDate,
    },
    /// The controller has time to acknowledge the complaint made to it.
    ControllerHasTime {
        /// The first day on which the authority may be turned to.
        from: NaiveDate,
    },
}

/// Tells whether a step may be taken today; `again` insists on one that was taken already.
///
/// # Errors
/// Says why not.
pub fn gate(step: Step, standing: &Standing, today: NaiveDate, again: bool) -> Result<Opening, Shut> {
    match step {
        Step::Remind => remind(standing, today, again),
        Step::FollowUp => follow_up(standing, again),
        Step::Complain => complain(standing, today, again, Addressee::Controller),
        Step::ComplainToAuthority => complain(standing, today, again, Addressee::Authority),
    }
}

fn remind(standing: &Standing, today: NaiveDate, again: bool) -> Result<Opening, Shut> {
    let ground = match standing.status {
        Status::Overdue => Ground::Late,
        _ if again && goes_on(standing) => Ground::GoesOn,
        Status::Fulfilled => return Err(Shut::Answered),
        Status::Denied => return Err(Shut::Refused),
        Status::Open | Status::InProgress if standing.history.contested.is_some() => {
            return Err(Shut::Contested);
        }
        Status::Open | Status::InProgress
            if is_undated(standing) && (again || is_overlong(standing, today)) =>
        {
            Ground::Undated
        }
        Status::Drafted
        | Status::MaybeSent
        | Status::Open
        | Status::InProgress
        | Status::NeedUserVerification
        | Status::Undelivered
        | Status::Revoked
        | Status::Closed => return Err(not_yet(standing)),
    };
    let history = &standing.history;
    let earlier = done(history.complained, EventKind::Complained)
        .or(done(history.to_controller, EventKind::ComplainedToController))
        .or(done(history.reminded, EventKind::Reminded));
    refuse(earlier, again)?;
    let goes_on = (ground == Ground::GoesOn).then_some(Caution::GoesOn);
    let cautions = estimated(standing).into_iter().chain(goes_on).chain(contested(standing)).collect();
    Ok(Opening { addressee: Addressee::Controller, ground, cautions })
}

fn follow_up(standing: &Standing, again: bool) -> Result<Opening, Shut> {
    let history = &standing.history;
    match standing.status {
        Status::Fulfilled => {}
        Status::Open | Status::InProgress | Status::NeedUserVerification if history.contested.is_some() => {
            let earlier = done(history.complained, EventKind::Complained)
                .or(done(history.to_controller, EventKind::ComplainedToController))
                .or(done(history.followed_up, EventKind::FollowedUp));
            refuse(earlier, again)?;
        }
        Status::Denied => return Err(Shut::Refused),
        // The controller answered in part and announced the rest.
        Status::Open | Status::InProgress | Status::NeedUserVerification | Status::Overdue
            if standing.answered_in_part().is_some() =>
        {
            refuse(done(history.followed_up, EventKind::FollowedUp), again)?;
        }
        Status::Open | Status::InProgress | Status::NeedUserVerification | Status::Overdue => {
            return Err(Shut::NotAnswered);
        }
        Status::Drafted | Status::MaybeSent | Status::Undelivered | Status::Revoked | Status::Closed => {
            return Err(not_yet(standing));
        }
    }
    Ok(Opening { addressee: Addressee::Controller, ground: Ground::Incomplete, cautions: Vec::new() })
}

/// `wanted` is to whom the person wants to turn where the controller is proposed first.
fn complain(standing: &Standing, today: NaiveDate, again: bool, wanted: Addressee) -> Result<Opening, Shut> {
    let history = &standing.history;
    let ground = match standing.status {
        Status::Overdue => Ground::Late,
        Status::Denied => Ground::Refused,
        _ if (again || is_reminded(standing)) && goes_on(standing) => Ground::GoesOn,
        Status::Open | Status::InProgress if history.contested.is_some() => {
            not_before_the_end(standing, today)?;
            Ground::Incomplete
        }
        Status::Fulfilled if standing.is_answered_late() => Ground::LateAnswer,
        Status::Fulfilled => return Err(Shut::Answered),
        Status::Open | Status::InProgress
            if is_undated(standing) && (again || is_overlong(standing, today)) =>
        {
            Ground::Undated
        }
        Status::Drafted
        | Status::MaybeSent
        | Status::Open
        | Status::InProgress
        | Status::NeedUserVerification
        | Status::Undelivered
        | Status::Revoked
        | Status::Closed => return Err(not_yet(standing)),
    };
    refuse(done(history.complained, EventKind::Complained), again)?;
    let is_controller_first = standing.law == Jurisdiction::UnitedKingdom
        && route(standing.law, today).0 == Route::ControllerFirst
        && history.complained.is_none();
    let mut cautions = cautions(standing, ground, today);
    let until = history.controller_has_until().filter(|until| today <= *until);
    let addressee = match (is_controller_first, history.to_controller, until) {
        (true, None, _) | (true, _, Some(_)) if wanted == Addressee::Authority => {
            cautions.push(Caution::ControllerPassedOver);
            Addressee::Authority
        }
        (true, None, _) => Addressee::Controller,
        (true, Some(_), Some(until)) => {
            return Err(Shut::ControllerHasTime { from: until.succ_opt().unwrap_or(until) });
        }
        (true, Some(_), None) | (false, _, _) => Addressee::Authority,
    };
    Ok(Opening { addressee, ground, cautions })
}

/// Tells whether the controller has an objection that took effect at once and whose effect the person may see missing.
fn goes_on(standing: &Standing) -> bool {
    let is_alive = match standing.status {
        Status::Open | Status::InProgress | Status::NeedUserVerification | Status::Fulfilled => true,
        Status::Drafted
        | Status::MaybeSent
        | Status::Undelivered
        | Status::Overdue
        | Status::Denied
        | Status::Revoked
        | Status::Closed => false,
    };
    is_alive && standing.at_once
}

/// Tells whether a reminder told the controller, which has not answered since, that its marketing goes on.
fn is_reminded(standing: &Standing) -> bool {
    let is_owed = matches!(standing.status, Status::Open | Status::InProgress);
    is_owed && standing.history.reminded.is_some() && standing.history.answers.is_empty()
}

/// Tells whether silence without a period has lasted so long that it is taken up.
fn is_overlong(standing: &Standing, today: NaiveDate) -> bool {
    standing.patience.is_some_and(|patience| patience < today)
}

/// Tells whether there is no date to wait for: the law sets none, or none can be computed.
fn is_undated(standing: &Standing) -> bool {
    matches!(clock(standing), Shut::OwnDate | Shut::Undated)
}

/// What an early answer lacks may still come while the period runs.
fn not_before_the_end(standing: &Standing, today: NaiveDate) -> Result<(), Shut> {
    let safe = standing.deadline.as_ref().and_then(|deadline| deadline.limit.safe);
    let runs = safe.filter(|safe| today <= *safe && !standing.history.has_complained());
    runs.map_or(Ok(()), |safe| Err(Shut::TooEarly { from: safe.succ_opt().unwrap_or(safe) }))
}

fn cautions(standing: &Standing, ground: Ground, today: NaiveDate) -> Vec<Caution> {
    let history = &standing.history;
    let (asked, late) = match ground {
        Ground::Late => (history.reminded, true),
        Ground::LateAnswer => return estimated(standing).into_iter().collect(),
        Ground::GoesOn => return estimated(standing).into_iter().chain([Caution::GoesOn]).collect(),
        Ground::Incomplete => (history.followed_up, false),
        Ground::Refused | Ground::Undated => (None, false),
    };
    let mut cautions = Vec::new();
    cautions.extend(estimated(standing).filter(|_| late));
    cautions.extend(contested(standing).into_iter().filter(|_| late));
    cautions.extend((late && asked.is_none() && !standing.is_pressed).then_some(Caution::NotReminded));
    // Courtesy is no reason to lose the right to complain.
    let is_courteous = !history.has_complained() && !standing.is_pressed;
    let until = asked.filter(|_| is_courteous).map(complaint_from);
    cautions.extend(until.filter(|until| today < *until).map(Caution::Courtesy));
    cautions
}

/// What the person contested and the count leaves out.
fn contested(standing: &Standing) -> Vec<Caution> {
    let steps = || standing.deadline.iter().flat_map(|deadline| &deadline.limit.steps);
    let of = [
        (Counted::Contested, Caution::QuestionContested),
        (Counted::ExtendedWithoutReasons, Caution::ExtensionContested),
    ];
    let is_counted = |what: Counted| steps().any(|step| step.what == what);
    of.into_iter().filter(|(what, _)| is_counted(*what)).map(|(_, caution)| caution).collect()
}

fn estimated(standing: &Standing) -> Option<Caution> {
    let is_estimate = standing.deadline.as_ref().is_some_and(|deadline| deadline.receipt.estimate);
    is_estimate.then_some(Caution::Estimated)
}

/// Why nothing may be taken amiss yet.
fn not_yet(standing: &Standing) -> Shut {
    match standing.status {
        Status::Drafted => Shut::NotSent,
        Status::MaybeSent => Shut::MaybeSent,
        Status::Undelivered => Shut::CameBack,
        Status::Revoked | Status::Closed => Shut::Ended,
        Status::Fulfilled => Shut::Answered,
        Status::Denied => Shut::Refused,
        Status::Open | Status::InProgress | Status::NeedUserVerification | Status::Overdue => clock(standing),
    }
}

fn clock(standing: &Standing) -> Shut {
    let Some(limit) = standing.deadline.as_ref().map(|deadline| &deadline.limit) else {
        let is_asked = standing.status == Status::NeedUserVerification;
        return if is_asked { Shut::Suspended { unpaused: None } } else { Shut::Undated };
    };
    match (limit.state, limit.safe) {
        (State::Open, _) => Shut::OwnDate,
        (State::Suspended, _) => Shut::Suspended { unpaused: limit.unpaused },
        (State::Running, _) if standing.status == Status::NeedUserVerification => {
            Shut::Suspended { unpaused: None }
        }
        (State::Running, Some(safe)) => Shut::TooEarly { from: safe.succ_opt().unwrap_or(safe) },
        (State::Running, None) => Shut::Undated,
    }
}

fn done(on: Option<NaiveDate>, what: EventKind) -> Option<Shut> {
    on.map(|on| Shut::Done { what, on })
}

fn refuse(earlier: Option<Shut>, again: bool) -> Result<(), Shut> {
    match earlier {
        Some(shut) if !again => Err(shut),
        Some(_) | None => Ok(()),
    }
}
