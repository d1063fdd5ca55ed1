//! Refusal: why a step after the deadline is not taken today, said to a person.
//!
//! In: the step, why its gate is shut, and the case. Out: a failure with the day from which it is right and
//! the next command to type.

use super::failure::{Failure, Kind};
use super::standing::Row;
use crate::tracker::gate::{Shut, Step};

/// Says why a gate is shut, from which day it is open, and what to type instead.
pub(super) fn refusal(step: Step, shut: Shut, row: &Row) -> Failure {
    let hint = match goes_on(step, shut, row) {
        Some(goes_on) => format!("{}; {goes_on}", hint(shut, row)),
        None => hint(shut, row),
    };
    Failure::new(Kind::Input, message(step, shut, row)).hint(hint)
}

/// An objection to direct marketing takes effect at once: nobody waits for the answer while the marketing goes on.
fn goes_on(step: Step, shut: Shut, row: &Row) -> Option<String> {
    let name = match step {
        Step::Remind => "remind",
        Step::Complain | Step::ComplainToAuthority => "complain",
        Step::FollowUp => return None,
    };
    let waits = matches!(shut, Shut::TooEarly { .. } | Shut::Suspended { .. } | Shut::Answered);
    let command = row.typed(&format!("{name} {} --again", row.file.case.reference));
    (waits && row.standing.at_once)
        .then(|| format!("the objection takes effect at once: if the marketing goes on, {command}"))
}

fn message(step: Step, shut: Shut, row: &Row) -> String {
    let (case, company) = (&row.file.case.reference, &row.file.case.company);
    let what = match step {
        Step::Remind => "a reminder",
        Step::FollowUp => "a follow-up",
        Step::Complain | Step::ComplainToAuthority => "a complaint",
    };
    match shut {
        Shut::NotSent => format!("case {case} was not sent yet"),
        Shut::MaybeSent => format!("nobody knows whether case {case} was sent"),
        Shut::CameBack => format!("the letter of case {case} came back, so no period runs"),
        Shut::TooEarly { from } => {
            format!("{what} is too early: nobody is called late before {from}, the day after the safe date")
        }
        Shut::Suspended { unpaused } => {
            let without = unpaused.map(|day| format!("; without it the period ends on {day}"));
            let without = without.unwrap_or_default();
            format!(
                "{what} is too early: {company} asked a question and the clock is stopped until it is answered{without}"
            )
        }
        Shut::OwnDate => {
            format!("the law sets no date by which {company} must answer here, so {what} has no date")
        }
        Shut::Undated => format!("no time limit can be computed for case {case}, so {what} has no date"),
        Shut::Answered => format!("{company} has answered case {case}; say first what the answer lacks"),
        Shut::Contested => {
            format!("{company} has answered case {case} and was asked for more; next is the complaint")
        }
        Shut::Refused => format!("{company} refused case {case}; next is the complaint"),
        Shut::NotAnswered => format!("there is no answer in case {case} that could lack anything"),
        Shut::Ended => format!("case {case} is withdrawn or closed"),
        Shut::Done { what, on } => format!("case {case} has `{}` on {on} already", what.id()),
        Shut::ControllerHasTime { from } => format!(
            "{company} has the complaint and thirty days to acknowledge it, counted with the post; \
             the authority may be turned to from {from}"
        ),
    }
}

fn hint(shut: Shut, row: &Row) -> String {
    let case = &row.file.case.reference;
    let command = |name: &str| row.typed(&format!("{name} {case}"));
    match shut {
        Shut::NotSent => command("send"),
        Shut::MaybeSent => {
            format!("look into your Sent folder, then: {}", row.typed(&format!("record {case} sent")))
        }
        Shut::CameBack => row.typed(&format!("send {case} --to ADDRESS")),
        Shut::TooEarly { from } => format!("try again from {from}; until then: {}", command("status")),
        Shut::Suspended { .. } => {
            let answer = row.command().unwrap_or_else(|| command("status"));
            let objection =
                row.objection().map(|objection| format!(", or if its question is needless: {objection}"));
            answer + &objection.unwrap_or_default()
        }
        Shut::Undated => {
            let own = "judge for yourself that it is late and insist with --again";
            match row.home() {
                None => format!("{}, or {own}", row.typed("profile set --country CODE")),
                Some(_) => format!(
                    "neither the company's country nor yours is one whose rules are known here: {own}"
                ),
            }
        }
        Shut::Answered => command("follow-up"),
        Shut::Contested | Shut::Refused => command("complain"),
        Shut::OwnDate => {
            format!("{}, or judge for yourself that it is late and insist with --again", command("status"))
        }
        Shut::NotAnswered | Shut::Ended => command("status"),
        Shut::Done { .. } => format!("{}, or insist with --again", command("status")),
        Shut::ControllerHasTime { from } => format!(
            "try again from {from}, or turn to the authority at once: {}",
            row.typed(&format!("complain {case} --to-authority"))
        ),
    }
}
