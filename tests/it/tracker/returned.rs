//! What came back: the request, or the letter that left last.

use habeas::tracker::deadline::deadline;
use habeas::tracker::event::{EventKind, Via};
use habeas::tracker::gate::{Shut, Step, gate};
use habeas::tracker::next_step::NextStep;
use habeas::tracker::status::{Standing, Status, standing};
use habeas::tracker::waiting::{Before, Waiting};

use super::{date, file};
use EventKind::{
    Acknowledged, Answered, Bounced, Complained, IdentityProvided, IdentityRequested, Received, Refused,
    Reminded, Sent,
};

fn stands(events: &[(EventKind, &str)], today: &str) -> Standing {
    standing(&file(Via::Email, events), Some("FR"), date(today))
}

const SENT: (EventKind, &str) = (Sent, "2026-09-10");
const RECEIVED: (EventKind, &str) = (Received, "2026-09-11");

#[test]
fn a_letter_that_comes_back_after_receipt_is_not_the_request() {
    let (reminded, bounced) = ((Reminded, "2026-10-20"), (Bounced, "2026-10-21"));
    for proof in [RECEIVED, (Acknowledged, "2026-09-11"), reminded] {
        let mut events = vec![SENT, proof];
        if proof != reminded {
            events.push(reminded);
        }
        events.push(bounced);
        let standing = stands(&events, "2026-11-23");
        assert_eq!((standing.status, standing.next), (Status::Overdue, NextStep::SendOtherwise), "{proof:?}");
        let due = standing.deadline.clone().and_then(|deadline| deadline.limit.due);
        let undisturbed =
            deadline(&file(Via::Email, &events[..2]), Some("FR")).and_then(|deadline| deadline.limit.due);
        assert_eq!(due, undisturbed, "{proof:?}");
        let command = standing.command(&file(Via::Email, &events), false);
        assert_eq!(command.as_deref(), Some("record HB-7F3K2Q reminded --via post"));
        // A reminder that did not arrive reminded nobody.
        assert_eq!(standing.history.reminded, None);
        let today = date("2026-11-23");
        assert!(gate(Step::Remind, &standing, today, false).is_ok(), "{proof:?}");
        assert!(gate(Step::Complain, &standing, today, false).is_ok(), "{proof:?}");
        // The request is not to be sent once more.
        assert_eq!(
            Before::of(&file(Via::Email, &events), Waiting::Request),
            Before::Sent(date("2026-09-10"))
        );
        assert_eq!(file(Via::Email, &events).sent(), Some(date("2026-09-10")));
        // Sent again it is no new request, and by another way the reminder has left.
        events.push((Sent, "2026-11-20"));
        assert_eq!(stands(&events, "2026-11-23").deadline.and_then(|deadline| deadline.limit.due), due);
        events.push((Reminded, "2026-11-21"));
        assert_eq!(stands(&events, "2026-11-23").next, NextStep::AwaitReminded);
    }
}

#[test]
fn a_second_notice_of_the_same_letter_takes_no_other_letter_back() {
    let events = [
        SENT,
        (Reminded, "2026-10-20"),
        (Reminded, "2026-10-30"),
        (Bounced, "2026-10-31"),
        (Bounced, "2026-11-02"),
    ];
    let standing = stands(&events, "2026-11-23");
    assert_eq!((standing.status, standing.next), (Status::Overdue, NextStep::SendOtherwise));
    assert_eq!(standing.history.reminded, Some(date("2026-10-20")));
}

#[test]
fn a_complaint_that_comes_back_is_not_lodged_and_the_refusal_stays() {
    let refused = (Refused, "2026-10-01");
    let events = [SENT, RECEIVED, refused, (Complained, "2026-10-05"), (Bounced, "2026-10-06")];
    let standing = stands(&events, "2027-03-01");
    assert_eq!((standing.status, standing.next), (Status::Denied, NextStep::LodgeOtherwise));
    assert_eq!(standing.reason(false), "next-lodge-otherwise");
    assert_eq!(
        standing.command(&file(Via::Email, &events), false).as_deref(),
        Some("record HB-7F3K2Q complained")
    );
    // An earlier complaint that arrived keeps its three months.
    let events =
        [SENT, refused, (Complained, "2026-10-02"), (Complained, "2026-10-05"), (Bounced, "2026-10-06")];
    let standing = stands(&events, "2027-03-01");
    assert_eq!(standing.history.complained, Some(date("2026-10-02")));
    assert!(!standing.later.is_empty());
}

#[test]
fn an_answer_to_a_question_that_comes_back_leaves_the_question_open() {
    let asked = (IdentityRequested, "2026-09-14");
    let events = [SENT, asked, (IdentityProvided, "2026-09-16"), (Bounced, "2026-09-17")];
    let standing = stands(&events, "2026-09-20");
    assert_eq!((standing.status, standing.next), (Status::NeedUserVerification, NextStep::SendOtherwise));
    assert_eq!(standing.asked.map(|(asked, _)| asked), Some(date("2026-09-14")));
}

#[test]
fn a_request_that_came_back_and_was_received_after_all_counts_from_then() {
    let returned = [SENT, (Bounced, "2026-09-11")];
    assert_eq!(stands(&returned, "2026-11-23").status, Status::Undelivered);
    let today = date("2026-11-23");
    assert_eq!(gate(Step::Remind, &stands(&returned, "2026-11-23"), today, false), Err(Shut::CameBack));
    for proof in [(Received, "2026-09-14"), (Acknowledged, "2026-09-14")] {
        let events = [SENT, (Bounced, "2026-09-11"), proof];
        let receipt = deadline(&file(Via::Email, &events), Some("FR")).expect("a period runs").receipt;
        assert_eq!((receipt.on, receipt.estimate), (date("2026-09-14"), false), "{proof:?}");
        assert_eq!(stands(&events, "2026-11-23").status, Status::Overdue, "{proof:?}");
    }
}

/// Two proofs of arrival: the earlier one counts, whatever was recorded last.
#[test]
fn the_earliest_proven_arrival_counts() {
    let due = |events: &[(EventKind, &str)]| {
        let deadline = deadline(&file(Via::Email, events), Some("FR")).expect("a period runs");
        (deadline.receipt.on, deadline.limit.due.expect("a date"))
    };
    let slip = (Received, "2026-10-20");
    for reaction in [Acknowledged, Answered, Refused] {
        let reaction = (reaction, "2026-09-10");
        assert_eq!(due(&[SENT, reaction, slip]), due(&[SENT, reaction]), "{reaction:?}");
    }
    assert_eq!(due(&[SENT, (Acknowledged, "2026-09-10"), slip]), (date("2026-09-10"), date("2026-10-12")));
    // What is received before the company reacts is proven by the slip.
    assert_eq!(due(&[SENT, RECEIVED, (Acknowledged, "2026-09-12")]).0, date("2026-09-11"));
}
