//! Next step: the closed list of what a person can do next in a case.
//!
//! In: a case as it stands, its later limits, today. Out: the one [`NextStep`], with its name in wording. Not here: how a
//! case stands, and the command and the sentence for the step (`status`).

use chrono::NaiveDate;

use super::case::CaseFile;
use super::event::Via;
use super::history::History;
use super::status::{Status, complaint_from, is_pressing};
use crate::law::complaint::{Route, route};
use crate::law::country::Jurisdiction;
use crate::letter::kind::Kind;

closed_list! {
    /// The one next step of a case.
    pub enum NextStep {
        /// Give the address that the directory lacks.
        GiveAddress = "give-address", Turn::Ours;
        /// Send it.
        Send = "send", Turn::Ours;
        /// Send it by hand (post, form) and say when.
        SendByHand = "send-by-hand", Turn::Ours;
        /// Look whether it arrived, and say so.
        FindOutWhetherSent = "find-out-whether-sent", Turn::Ours;
        /// Find another address.
        FindAddress = "find-address", Turn::Ours;
        /// Wait for the answer.
        Wait = "wait", Turn::Theirs;
        /// Wait a little: the controller was reminded.
        AwaitReminded = "wait-reminded", Turn::Theirs;
        /// Wait a little: the controller was told what its answer lacks.
        AwaitFollowedUp = "wait-followed-up", Turn::Theirs;
        /// Wait: the controller has the complaint and time to acknowledge it (United Kingdom).
        AwaitController = "wait-controller", Turn::Theirs;
        /// Wait for the authority. Art. 77.
        AwaitAuthority = "wait-complained", Turn::Theirs;
        /// The authority has been silent for three months: a court is open. Art. 78(2).
        TurnToCourt = "turn-to-court", Turn::Ours;
        /// The authority decided: read within what time its decision can be challenged. Art. 78(1).
        ReadDecision = "read-decision", Turn::Ours;
        /// Answer the controller's question.
        AnswerQuestion = "answer-question", Turn::Ours;
        /// Send the later letter that lies ready.
        SendLetter = "send-letter", Turn::Ours;
        /// Post it, paste it or hand it over by hand, and say when.
        SendLetterByHand = "send-letter-by-hand", Turn::Ours;
        /// Lodge the complaint that lies ready with the authority. Art. 77.
        LodgeComplaint = "lodge-complaint", Turn::Ours;
        /// Look whether the later letter arrived, and say so.
        FindOutWhetherLetterSent = "find-out-whether-letter-sent", Turn::Ours;
        /// The last letter came back and the request did not: send that letter by another way.
        SendOtherwise = "send-otherwise", Turn::Ours;
        /// The complaint came back from the authority: lodge it by another way. Art. 77.
        LodgeOtherwise = "lodge-otherwise", Turn::Ours;
        /// Remind the controller.
        Remind = "remind", Turn::Ours;
        /// Complain to the controller, which the regulator expects first (United Kingdom).
        ComplainToController = "complain-to-controller", Turn::Ours;
        /// Complain to the authority. Art. 77.
        Complain = "complain", Turn::Ours;
        /// Import the answer and read it.
        ReadAnswer = "read-answer", Turn::Ours;
        /// Read what the controller wrote: the right brings no data.
        ReadReply = "read-reply", Turn::Ours;
        /// Nothing.
        Nothing = "nothing", Turn::Ours;
    }
    /// Returns whose turn it is.
    pub fn turn -> Turn;
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The person's.
    Ours,
    /// That of the controller or the authority: the person waits.
    Theirs,
}

/// What the next step of a case depends on.
pub(super) struct View<'a> {
    pub(super) file: &'a CaseFile,
    pub(super) status: Status,
    pub(super) history: &'a History,
    /// The law the controller answers under.
    pub(super) law: Jurisdiction,
    /// The day from which a court is open because the authority is silent.
    pub(super) court: Option<NaiveDate>,
    /// The last day on which the person's own authority takes a complaint.
    pub(super) lapse: Option<NaiveDate>,
    pub(super) safe: Option<NaiveDate>,
    /// The day from which silence is taken up where the law sets no period.
    pub(super) patience: Option<NaiveDate>,
    /// Whether an objection took effect at once.
    pub(super) at_once: bool,
    pub(super) today: NaiveDate,
}

/// Tells whether a letter that lies ready waits behind another one that is due: who is late is reminded or complained about,
/// whatever else was written and left lying.
pub(super) fn waits_behind((step, letter): (NextStep, Kind), due: NextStep) -> bool {
    let is_due = match due {
        NextStep::Remind => letter != Kind::Reminder,
        NextStep::ComplainToController => letter != Kind::ControllerComplaint,
        NextStep::Complain => !letter.goes_to_authority(),
        NextStep::GiveAddress
        | NextStep::Send
        | NextStep::SendByHand
        | NextStep::FindOutWhetherSent
        | NextStep::FindAddress
        | NextStep::Wait
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
        | NextStep::ReadAnswer
        | NextStep::ReadReply
        | NextStep::ReadDecision
        | NextStep::Nothing => false,
    };
    // What maybe left is found out before anything else is written.
    is_due && step != NextStep::FindOutWhetherLetterSent
}

/// Returns the next step, unless a letter lies ready or came back.
pub(super) fn next_step(view: &View<'_>) -> NextStep {
    let View { file, history, today, .. } = *view;
    let is_pressed = view.lapse.is_some_and(|lapse| is_pressing(lapse, today));
    match view.status {
        Status::Drafted => match (file.via(), file.address()) {
            (Via::Email, Some(_)) => NextStep::Send,
            (Via::Post | Via::Form, Some(_)) => NextStep::SendByHand,
            (_, None) => NextStep::GiveAddress,
        },
        Status::MaybeSent => NextStep::FindOutWhetherSent,
        Status::Undelivered => NextStep::FindAddress,
        // What the authority does with a complaint waits for no question of the controller.
        Status::Open | Status::InProgress | Status::NeedUserVerification if history.complained.is_some() => {
            complaint_step(view, None, NextStep::AwaitAuthority)
        }
        Status::Open | Status::InProgress if history.contested.is_none() => {
            // The marketing goes on, or silence lasts although no period ends: who was reminded is complained about.
            let is_overlong = view.patience.is_some_and(|patience| patience < today);
            match history.reminded {
                Some(reminded) if view.at_once || is_overlong => {
                    complaint_step(view, Some(reminded), NextStep::AwaitReminded)
                }
                None if is_overlong => NextStep::Remind,
                Some(_) | None => NextStep::Wait,
            }
        }
        Status::NeedUserVerification => NextStep::AnswerQuestion,
        Status::Fulfilled if file.case.right.is_answered_with_data() => NextStep::ReadAnswer,
        Status::Fulfilled => NextStep::ReadReply,
        Status::Revoked | Status::Closed => NextStep::Nothing,
        // The rest of an early answer is owed by the end of the period, and nobody is called late before it.
        Status::Open | Status::InProgress
            if view.safe.is_some_and(|safe| today <= safe) && !history.has_complained() =>
        {
            NextStep::AwaitFollowedUp
        }
        Status::Open | Status::InProgress => {
            complaint_step(view, history.followed_up, NextStep::AwaitFollowedUp)
        }
        Status::Denied => complaint_step(view, None, NextStep::AwaitReminded),
        Status::Overdue if history.reminded.is_none() && !history.has_complained() && !is_pressed => {
            NextStep::Remind
        }
        Status::Overdue => complaint_step(view, history.reminded, NextStep::AwaitReminded),
    }
}

/// The way to the authority: patience after the controller was asked, the controller first where that is
/// expected, the authority, and its silence, which opens a court on a day if the law knows of one.
fn complaint_step(view: &View<'_>, asked: Option<NaiveDate>, patience: NextStep) -> NextStep {
    let View { history, law, today, .. } = *view;
    if history.decided.is_some() {
        return NextStep::ReadDecision;
    }
    if history.authority_last_sign.is_some() {
        let is_open = view.court.is_some_and(|court| court <= today);
        return if is_open { NextStep::TurnToCourt } else { NextStep::AwaitAuthority };
    }
    // Patience is for the way to the first complaint, or after a further question since; and not where it costs a right.
    let asked = asked.filter(|asked| history.to_controller.is_none_or(|complained| complained < *asked));
    let is_pressed = view.lapse.is_some_and(|lapse| is_pressing(lapse, today));
    if asked.is_some_and(|asked| today < complaint_from(asked)) && !is_pressed {
        return patience;
    }
    match (route(law, today).0, history.controller_has_until()) {
        (Route::ControllerFirst, _) if history.to_controller.is_none() => NextStep::ComplainToController,
        (Route::ControllerFirst, Some(until)) if today <= until => NextStep::AwaitController,
        (Route::ControllerFirst | Route::Authority, _) => NextStep::Complain,
    }
}
