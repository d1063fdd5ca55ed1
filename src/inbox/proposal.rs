//! Proposal: which event of a case a reply would be, and whether that is certain enough to be taken as read.
//!
//! In: a reading, how sure its case is, what speaks against its sender, the right that was asked for. Out: a
//! [`Proposal`]: an event or none, and what keeps it from being certain. Nothing becomes an event here: a person
//! confirms, or says beforehand that what is certain may be recorded.
//!
//! Not here: whether the event can have happened (`tracker::possible`), and recording it (`tracker::store`).

use chrono::NaiveDate;

use super::guard::Hedge;
use super::matching::Confidence;
use super::reading::{Origin, Reading, Said};
use super::sender::Doubt;
use super::statement::{Detail, Statement};
use crate::law::right::Right;
use crate::tracker::event::EventKind;

/// Which event of a case a reply would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The event.
    pub event: EventKind,
    /// The day until which an extension is announced, where the reply names one.
    pub until: Option<NaiveDate>,
    /// What keeps it from being certain; empty where nothing does.
    pub open: Vec<Open>,
}

closed_list! {
    /// What keeps a proposal from being certain.
    pub enum Open {
        /// Which case it belongs to is not certain.
        Case = "case";
        /// Something speaks against the sender.
        Sender = "sender";
        /// It says several things that are different events.
        Several = "several";
        /// Taking it so would stop the clock or end a right: a person judges.
        Judgement = "judgement";
        /// It answers another request than the one that was made.
        OtherRight = "other-right";
        /// It says that something is attached, and nothing is.
        NothingAttached = "nothing-attached";
        /// It says something only under a condition, as a question, or of something else.
        Hedged = "hedged";
        /// A program sent it, which takes note of a request and decides none.
        Automatic = "automatic";
        /// It refuses, and a file is attached: that may be the answer, in part.
        RefusedWithFile = "refused-with-file";
        /// The data is to be fetched from the account first.
        ToFetch = "to-fetch";
        /// A part of the data is still to come.
        RestFollows = "rest-follows";
        /// A mail server reports of an address we did not write to.
        OtherRecipient = "other-recipient";
        /// It extends the time limit and gives no reason.
        NoReason = "no-reason";
    }
}

impl Proposal {
    /// Leaves one thing more to be judged.
    #[must_use]
    pub fn leaving(mut self, open: Open) -> Self {
        self.open.push(open);
        self.open.sort_unstable();
        self
    }

    /// Tells whether it may be recorded without asking again.
    pub fn is_certain(&self) -> bool {
        self.open.is_empty()
    }
}

/// Says which event a reply would be; none where it says nothing that is one.
pub fn propose(
    reading: &Reading,
    right: Right,
    sure: Confidence,
    doubts: &[Doubt],
    attached: usize,
) -> Option<Proposal> {
    let mut open = Vec::new();
    if sure != Confidence::Certain {
        open.push(Open::Case);
    }
    let event = match &reading.origin {
        // Who reports is a mail server, not the company: what proves it is our own message in it.
        Origin::Bounced { .. } => EventKind::Bounced,
        Origin::Delivered => EventKind::Received,
        Origin::Delayed => return None,
        Origin::Automatic | Origin::Person => {
            if !doubts.is_empty() {
                open.push(Open::Sender);
            }
            let event = said(reading, right, attached, &mut open)?;
            let is_by_program = reading.origin == Origin::Automatic || reading.is_bulk;
            if is_by_program && event != EventKind::Acknowledged {
                open.push(Open::Automatic);
            }
            event
        }
    };
    open.sort_unstable();
    let extension = reading.says.iter().find(|said| said.statement == Statement::Extends);
    let until = extension.and_then(|said| said.until).filter(|_| event == EventKind::Extended);
    Some(Proposal { event, until, open })
}

/// Says what the mail of a supervisory authority would be, in a case in which one was complained to. Whether it tells of
/// progress or outcome, which ends the three months of Art. 78(2), a person judges.
pub fn propose_of_authority(sure: Confidence, doubts: &[Doubt]) -> Proposal {
    let case = (sure != Confidence::Certain).then_some(Open::Case);
    let sender = (!doubts.is_empty()).then_some(Open::Sender);
    let open = case.into_iter().chain(sender).chain([Open::Judgement]).collect();
    Proposal { event: EventKind::AuthorityReplied, until: None, open }
}

/// The event of the one thing a reply says beside having arrived.
fn said(reading: &Reading, right: Right, attached: usize, open: &mut Vec<Open>) -> Option<EventKind> {
    let mut events: Vec<(EventKind, &Said)> =
        reading.says.iter().filter_map(|said| Some((event(said)?, said))).collect();
    let is_hedged =
        |(_, said): &(EventKind, &Said)| said.hedge.is_some() && said.statement != Statement::Acknowledged;
    let is_plain = |(_, said): &(EventKind, &Said)| said.hedge.is_none();
    if events.iter().any(is_hedged) || !events.iter().any(is_plain) {
        open.push(Open::Hedged);
    }
    if events.iter().any(is_plain) {
        events.retain(is_plain);
    }
    if events.iter().any(|(event, _)| *event != EventKind::Acknowledged) {
        // Whatever it says shows that the request has arrived.
        events.retain(|(event, _)| *event != EventKind::Acknowledged);
    }
    let delivers = events.iter().find(|(_, said)| said.statement == Statement::Delivers);
    // Art. 12(4) speaks of whoever takes no action: who hands over data and refuses a part has answered, in part.
    let (first, _) = delivers.filter(|_| is_answered_by_data(right)).or(events.first())?;
    let wants_form = reading.says.iter().any(|said| said.statement == Statement::UseForm);
    let is_all = events.iter().all(|(event, _)| event == first);
    if !is_all || (wants_form && *first != EventKind::Acknowledged) {
        open.push(Open::Several);
    }
    for (_, said) in &events {
        open.extend(objection(said, right, reading, attached));
    }
    open.extend((*first == EventKind::Answered && reading.rest_follows).then_some(Open::RestFollows));
    Some(*first)
}

/// Tells whether a request is one for data.
fn is_answered_by_data(right: Right) -> bool {
    match right {
        Right::Access | Right::Tracking | Right::Portability => true,
        Right::Erasure
        | Right::Rectification
        | Right::Restriction
        | Right::MarketingObjection
        | Right::Objection
        | Right::AutomatedDecision
        | Right::WithdrawConsent => false,
    }
}

/// What is still to be judged where a mail says something.
fn objection(said: &Said, right: Right, reading: &Reading, attached: usize) -> Option<Open> {
    let is_erasure = right == Right::Erasure;
    match said.statement {
        // It would end the case's clock, and whether the address was an official one is a question of law.
        Statement::WrongAddress => Some(Open::Judgement),
        // A fee that is asked for stops the clock in some countries.
        Statement::WantsFee => Some(Open::Judgement),
        Statement::Erased if !is_erasure => Some(Open::OtherRight),
        Statement::Delivers if is_erasure => Some(Open::OtherRight),
        Statement::Delivers if attached == 0 && said.detail == Some(Detail::Account) => Some(Open::ToFetch),
        Statement::Delivers if attached == 0 && reading.links.is_empty() => Some(Open::NothingAttached),
        Statement::Refuses if attached > 0 => Some(Open::RefusedWithFile),
        // Art. 12(3): an extension is notified together with the reasons for the delay.
        Statement::Extends if !said.has_reason && said.hedge.is_none() => Some(Open::NoReason),
        Statement::Acknowledged
        | Statement::AsksIdentity
        | Statement::AsksClarification
        | Statement::UseForm
        | Statement::Extends
        | Statement::Refuses
        | Statement::NothingHeld
        | Statement::Delivers
        | Statement::Erased
        | Statement::Unrelated => None,
    }
}

/// The event a statement is; none where it is none of the case's.
fn event(said: &Said) -> Option<EventKind> {
    match said.statement {
        // Whoever tells under which conditions the law lets them extend has the request, and extends nothing yet.
        Statement::Extends if said.hedge == Some(Hedge::Condition) => Some(EventKind::Acknowledged),
        // Whoever points to a form has the request: a request is one by whichever way it comes (Art. 12(2)). What is
        // to be done about the form is the person's next step.
        Statement::Acknowledged | Statement::UseForm => Some(EventKind::Acknowledged),
        Statement::AsksIdentity => Some(EventKind::IdentityRequested),
        Statement::AsksClarification => Some(EventKind::ClarificationRequested),
        Statement::Extends => Some(EventKind::Extended),
        Statement::Refuses => Some(EventKind::Refused),
        Statement::NothingHeld | Statement::Delivers | Statement::Erased => Some(EventKind::Answered),
        Statement::WantsFee => Some(EventKind::FeeRequested),
        Statement::WrongAddress => Some(EventKind::Bounced),
        Statement::Unrelated => None,
    }
}
