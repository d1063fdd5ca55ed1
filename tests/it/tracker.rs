//! Tests of the room `tracker` at its boundary.

mod agenda;
mod copy;
mod damage;
mod forget;
mod migration;
mod returned;
mod store;

use chrono::{Days, NaiveDate};
use habeas::law::right::Right;
use habeas::law::time_limit::{Counted, State};
use habeas::tracker::calendar::{Entry, calendar, revisions};
use habeas::tracker::case::{Case, CaseFile, reference};
use habeas::tracker::deadline::{deadline, if_received};
use habeas::tracker::event::{Event, EventKind, Via};
use habeas::tracker::next_step::NextStep;
use habeas::tracker::possible::{Impossible, impossible};
use habeas::tracker::status::{Status, standing};
use habeas::wording::Language;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn case(via: Via) -> Case {
    Case {
        reference: "HB-7F3K2Q".to_owned(),
        company: "example-shop".to_owned(),
        company_name: "Example Shop".to_owned(),
        country: Some("FR".to_owned()),
        region: None,
        right: Right::Access,
        language: Language::FRENCH,
        via,
        address: Some("dpo@example.org".to_owned()),
        drafted: date("2026-09-01"),
    }
}

fn file(via: Via, events: &[(EventKind, &str)]) -> CaseFile {
    let events = events.iter().map(|(kind, on)| Event::new(*kind, date(on))).collect();
    CaseFile::of(case(via), events)
}

fn check(events: &[(EventKind, &str)], today: &str, status: Status, next: NextStep) {
    let standing = standing(&file(Via::Email, events), Some("FR"), date(today));
    assert_eq!((standing.status, standing.next), (status, next), "{events:?} on {today}");
}

#[test]
fn an_answer_stands_whatever_is_recorded_after_it_of_the_way_of_the_request() {
    use EventKind::{Answered, Bounced, Complained, Extended, FollowedUp, Received, Refused, Reminded, Sent};
    let sent = (Sent, "2026-09-01");
    // The letter was sent twice; the reply to the first came between, and was found in another folder.
    check(
        &[sent, (Answered, "2026-09-03"), (Sent, "2026-09-05")],
        "2026-11-28",
        Status::Fulfilled,
        NextStep::ReadAnswer,
    );
    let refused = [sent, (Refused, "2026-09-10"), (Sent, "2026-09-20")];
    check(&refused, "2026-11-28", Status::Denied, NextStep::Complain);
    let bounced = [sent, (Bounced, "2026-09-02"), (Received, "2026-09-03"), (Answered, "2026-09-10")];
    let again = [&bounced[..], &[(Sent, "2026-09-20"), (Bounced, "2026-09-21")]].concat();
    check(&again, "2026-11-28", Status::Fulfilled, NextStep::ReadAnswer);
    // Nor does it take back what was said of the answer.
    let contested = [sent, (Answered, "2026-09-03"), (FollowedUp, "2026-09-04"), (Sent, "2026-09-05")];
    let standing = standing(&file(Via::Email, &contested), Some("FR"), date("2026-09-06"));
    assert_eq!((standing.status, standing.answered_in_part()), (Status::InProgress, None));
    // An extension in time says that the rest is to come; one after the period says nothing.
    check(
        &[sent, (Answered, "2026-09-10"), (Extended, "2026-09-11")],
        "2026-09-20",
        Status::InProgress,
        NextStep::Wait,
    );
    let late = [sent, (Reminded, "2026-10-20"), (Complained, "2026-11-01"), (Answered, "2026-11-25")];
    let late = [&late[..], &[(Extended, "2026-11-27")]].concat();
    check(&late, "2026-11-28", Status::Fulfilled, NextStep::ReadAnswer);
}

#[test]
fn a_case_goes_through_its_life() {
    use EventKind::{Acknowledged, Answered, Attempted, Bounced, Closed, Complained, Failed, Received};
    use EventKind::{IdentityProvided, IdentityRequested, Refused, Reminded, Sent, Withdrawn};
    check(&[], "2026-09-01", Status::Drafted, NextStep::Send);
    check(&[(Attempted, "2026-09-02")], "2026-09-02", Status::MaybeSent, NextStep::FindOutWhetherSent);
    check(
        &[(Attempted, "2026-09-02"), (Failed, "2026-09-02")],
        "2026-09-02",
        Status::Drafted,
        NextStep::Send,
    );
    let sent = (Sent, "2026-09-10");
    check(&[sent], "2026-10-12", Status::Open, NextStep::Wait);
    check(&[sent, (Bounced, "2026-09-10")], "2026-09-11", Status::Undelivered, NextStep::FindAddress);
    check(&[sent, (Acknowledged, "2026-09-11")], "2026-09-12", Status::InProgress, NextStep::Wait);
    let asked = (IdentityRequested, "2026-09-15");
    check(&[sent, asked], "2026-12-01", Status::NeedUserVerification, NextStep::AnswerQuestion);
    // An automatic reply does not answer the question for the person.
    check(
        &[sent, asked, (Acknowledged, "2026-09-16")],
        "2026-12-01",
        Status::NeedUserVerification,
        NextStep::AnswerQuestion,
    );
    // A question that comes after the period has ended stops nothing.
    check(&[sent, (IdentityRequested, "2026-10-20")], "2026-11-01", Status::Overdue, NextStep::Remind);
    check(&[sent, asked, (IdentityProvided, "2026-09-20")], "2026-09-21", Status::InProgress, NextStep::Wait);
    check(&[sent], "2026-11-01", Status::Overdue, NextStep::Remind);
    check(&[sent, (Reminded, "2026-10-20")], "2026-11-01", Status::Overdue, NextStep::AwaitReminded);
    check(&[sent, (Reminded, "2026-10-20")], "2026-11-03", Status::Overdue, NextStep::Complain);
    check(
        &[sent, (Reminded, "2026-10-20"), (Complained, "2026-11-01")],
        "2026-11-02",
        Status::Overdue,
        NextStep::AwaitAuthority,
    );
    check(&[sent, (Answered, "2026-10-01")], "2026-12-01", Status::Fulfilled, NextStep::ReadAnswer);
    check(&[sent, (Refused, "2026-10-01")], "2026-12-01", Status::Denied, NextStep::Complain);
    check(&[sent, (Withdrawn, "2026-10-01")], "2026-12-01", Status::Revoked, NextStep::Nothing);
    check(&[sent, (Closed, "2026-10-01")], "2026-12-01", Status::Closed, NextStep::Nothing);
    // What comes after the answer does not take it back.
    check(
        &[sent, (Answered, "2026-10-01"), (Acknowledged, "2026-10-02")],
        "2026-10-03",
        Status::Fulfilled,
        NextStep::ReadAnswer,
    );
    // Recorded late, in the wrong order: the day it happened counts.
    check(
        &[sent, (Answered, "2026-10-01"), (Received, "2026-09-11")],
        "2026-10-02",
        Status::Fulfilled,
        NextStep::ReadAnswer,
    );
    check(
        &[sent, (Answered, "2026-10-01"), (Acknowledged, "2026-09-11")],
        "2026-10-02",
        Status::Fulfilled,
        NextStep::ReadAnswer,
    );
}

/// Nobody is called late on or before the safe date, and everybody silent is from the day after, whatever the
/// day of sending over three years.
#[test]
fn overdue_begins_the_day_after_the_safe_date() {
    let mut sent = date("2025-01-01");
    while sent < date("2028-01-01") {
        let file = file(Via::Email, &[(EventKind::Sent, &sent.to_string())]);
        let deadline = deadline(&file, Some("FR")).expect("a deadline");
        let (due, safe) = (deadline.limit.due.expect("a date"), deadline.limit.safe.expect("a date"));
        assert!(safe > due);
        let on = |day: NaiveDate| standing(&file, Some("FR"), day);
        assert_eq!((on(safe).status, on(safe).overdue_days), (Status::Open, 0), "{sent}");
        let after = on(safe + Days::new(1));
        assert_eq!((after.status, after.overdue_days), (Status::Overdue, 1), "{sent}");
        sent = sent + Days::new(1);
    }
}

#[test]
fn receipt_is_proven_or_estimated_by_channel() {
    let due = |via, events: &[(EventKind, &str)]| {
        let deadline = deadline(&file(via, events), Some("FR")).expect("a deadline");
        (
            deadline.receipt.on.to_string(),
            deadline.receipt.estimate,
            deadline.limit.due.expect("a date").to_string(),
        )
    };
    let sent = (EventKind::Sent, "2026-09-10"); // a Thursday
    assert_eq!(due(Via::Email, &[sent]), ("2026-09-10".into(), true, "2026-10-12".into()));
    assert_eq!(due(Via::Post, &[sent]), ("2026-09-15".into(), true, "2026-10-15".into()));
    let received = (EventKind::Received, "2026-09-12");
    assert_eq!(due(Via::Post, &[sent, received]), ("2026-09-12".into(), false, "2026-10-12".into()));
}

#[test]
fn a_letter_sent_again_starts_nothing_and_one_that_came_back_was_not_received() {
    let receipt = |events: &[(EventKind, &str)]| {
        deadline(&file(Via::Email, events), Some("FR")).map(|deadline| deadline.receipt.on.to_string())
    };
    let (sent, again) = ((EventKind::Sent, "2026-09-10"), (EventKind::Sent, "2026-09-20"));
    assert_eq!(receipt(&[sent, again]).as_deref(), Some("2026-09-10"));
    let bounced = (EventKind::Bounced, "2026-09-11");
    assert_eq!(receipt(&[sent, bounced]), None);
    assert_eq!(receipt(&[sent, bounced, again]).as_deref(), Some("2026-09-20"));
}

#[test]
fn an_extension_ends_after_the_day_it_was_announced() {
    let sent = Event::new(EventKind::Sent, date("2026-09-10"));
    let extended = |until: &str| {
        let until = Some(date(until));
        let event = Event { until, ..Event::new(EventKind::Extended, date("2026-09-20")) };
        impossible(std::slice::from_ref(&sent), &event, date("2026-09-01"), date("2026-11-23"))
    };
    assert_eq!(extended("2026-09-20"), Some(Impossible::EndsBefore));
    assert_eq!(extended("2026-09-21"), None);
}

#[test]
fn post_to_another_country_takes_longer_and_may_wait_at_the_counter() {
    let posted = |country: &str, home: Option<&str>| {
        let case = Case { country: Some(country.to_owned()), ..case(Via::Post) };
        let events = vec![Event::new(EventKind::Sent, date("2026-09-02"))];
        let deadline = deadline(&CaseFile::of(case, events), home).expect("a deadline");
        (deadline.receipt.on.to_string(), deadline.receipt.latest.to_string())
    };
    assert_eq!(posted("FR", Some("FR")), ("2026-09-07".into(), "2026-09-22".into()));
    assert_eq!(posted("DE", Some("FR")), ("2026-09-11".into(), "2026-09-26".into()));
    assert_eq!(posted("US", Some("FR")).0, "2026-09-11");
    assert_eq!(posted("FR", None).0, "2026-09-11");
}

/// On a Saturday a mail may have arrived on Monday; an extension that is in time from there is not ignored
/// for the safe date.
#[test]
fn the_safe_date_grants_what_the_latest_receipt_grants() {
    let file = file(Via::Email, &[(EventKind::Sent, "2026-11-28"), (EventKind::Extended, "2026-12-30")]);
    let deadline = deadline(&file, Some("FR")).expect("a deadline");
    assert_eq!(deadline.limit.due, Some(date("2026-12-28")));
    assert!(deadline.limit.safe > Some(date("2027-03-01")), "{:?}", deadline.limit.safe);
    let shown: Vec<_> = deadline.limit.steps.iter().filter(|step| step.what == Counted::Safe).collect();
    assert_eq!(shown.first().and_then(|step| step.date), deadline.limit.safe);
}

/// The steps to the safe date lead there from the latest day of receipt, and say so.
#[test]
fn the_steps_to_a_safe_date_without_proof_start_from_the_latest_receipt() {
    let file = file(Via::Email, &[(EventKind::Sent, "2026-09-11")]);
    let limit = deadline(&file, Some("FR")).expect("a deadline").limit;
    let steps = |what: Counted| {
        limit.steps.iter().filter(|step| step.what == what).map(|step| step.date).collect::<Vec<_>>()
    };
    assert_eq!(limit.due, Some(date("2026-10-12")));
    // The eleventh is a Friday: what was sent in the evening may have arrived on Monday.
    assert_eq!(steps(Counted::LatestReceipt), [Some(date("2026-09-14"))]);
    assert_eq!(steps(Counted::LatestDue), [Some(date("2026-10-14"))]);
    assert_eq!(steps(Counted::SafePost), [Some(date("2026-10-19"))]);
    assert_eq!(
        (steps(Counted::Safe), limit.safe),
        (vec![Some(date("2026-10-19"))], Some(date("2026-10-19")))
    );
}

#[test]
fn an_extension_counts_only_if_it_was_notified_in_time() {
    let due = |on| {
        let file = file(Via::Email, &[(EventKind::Sent, "2026-03-31"), (EventKind::Extended, on)]);
        deadline(&file, Some("FR")).expect("a deadline").limit.due
    };
    assert_eq!(due("2026-04-20"), Some(date("2026-06-30")));
    assert_eq!(due("2026-05-20"), Some(date("2026-04-30")));
}

#[test]
fn an_open_question_suspends_the_case() {
    let file =
        file(Via::Email, &[(EventKind::Sent, "2026-03-02"), (EventKind::IdentityRequested, "2026-03-03")]);
    let deadline = deadline(&file, Some("FR")).expect("a deadline");
    assert_eq!(
        (deadline.limit.state, deadline.limit.due, deadline.limit.safe),
        (State::Suspended, None, None)
    );
}

/// Counted from the latest day the letter may have arrived, the question is in time: nobody is called late.
#[test]
fn an_open_question_that_is_in_time_by_the_latest_receipt_leaves_no_safe_date() {
    for (via, sent, asked) in
        [(Via::Post, "2026-03-02", "2026-04-10"), (Via::Email, "2026-03-02", "2026-04-03")]
    {
        let file = file(via, &[(EventKind::Sent, sent), (EventKind::IdentityRequested, asked)]);
        let limit = deadline(&file, Some("FR")).expect("a deadline").limit;
        assert_eq!((limit.state, limit.due, limit.safe), (State::Suspended, None, None), "{via:?}");
        let has = |what| limit.steps.iter().any(|step| step.what == what);
        assert!(has(Counted::PerhapsSuspended) && has(Counted::AskedPerhapsTooLate), "{via:?}");
        assert!(!has(Counted::AskedTooLate), "{via:?}: said to be certain");
        let standing = standing(&file, Some("FR"), date("2027-06-01"));
        assert_eq!((standing.status, standing.overdue_days), (Status::NeedUserVerification, 0), "{via:?}");
    }
}

/// The clock runs again once the controller has the answer, which the event does not say.
#[test]
fn an_answer_to_a_question_counts_from_the_day_it_reaches_the_controller() {
    let count = |via: Option<Via>| {
        let event = |kind, on| Event::new(kind, date(on));
        let events = vec![
            event(EventKind::Sent, "2026-03-02"),
            event(EventKind::Received, "2026-03-02"),
            event(EventKind::IdentityRequested, "2026-03-09"),
            Event { via, ..event(EventKind::IdentityProvided, "2026-03-13") },
        ];
        deadline(&CaseFile::of(case(Via::Email), events), Some("FR")).expect("a deadline").limit
    };
    // 2 April and four days is Easter Monday; sent on a Friday, the mail may have arrived on Monday.
    let mailed = count(None);
    assert_eq!((mailed.due, mailed.safe), (Some(date("2026-04-07")), Some(date("2026-04-14"))));
    // Three working days of post: 18 March; nine days from 2 April is a Saturday. Fifteen days more at the
    // counter: 26 April is a Sunday, the next day a holiday in Mayotte, and 1 May one everywhere.
    let posted = count(Some(Via::Post));
    assert_eq!((posted.due, posted.safe), (Some(date("2026-04-13")), Some(date("2026-05-04"))));
    let latest = posted.steps.iter().find(|step| step.what == Counted::LatestAnswer);
    assert_eq!(latest.and_then(|step| step.date), Some(date("2026-04-02")));
}

#[test]
fn a_controller_elsewhere_is_measured_by_the_persons_calendar() {
    let case = Case { country: Some("US".to_owned()), ..case(Via::Email) };
    assert!(if_received(&case, Some("FR"), date("2026-09-10")).is_some());
    assert!(if_received(&case, None, date("2026-09-10")).is_none());
}

#[test]
fn a_corrected_event_is_kept_and_no_longer_in_effect_and_a_correction_can_be_corrected() {
    let event = |kind, on, replaces| Event { replaces, ..Event::new(kind, date(on)) };
    let mut recorded = vec![
        event(EventKind::Drafted, "2026-09-01", None),
        event(EventKind::Sent, "2026-09-12", None),
        event(EventKind::Sent, "2026-09-10", Some(2)),
    ];
    let sent = |recorded: &[Event]| CaseFile::of(case(Via::Email), recorded.to_vec()).sent();
    assert_eq!(sent(&recorded), Some(date("2026-09-10")));
    recorded.push(event(EventKind::Retracted, "2026-09-20", Some(3)));
    let file = CaseFile::of(case(Via::Email), recorded.clone());
    assert_eq!(
        (file.recorded.len(), file.events.len()),
        (4, 2),
        "the first correction fell, so the first day stands again"
    );
    assert_eq!(file.sent(), Some(date("2026-09-12")));
    // An event cannot replace itself or a later one.
    recorded.push(event(EventKind::Answered, "2026-09-21", Some(5)));
    assert_eq!(CaseFile::of(case(Via::Email), recorded).events.len(), 3);
}

#[test]
fn a_request_that_left_another_way_went_to_another_address() {
    let posted = Event { via: Some(Via::Post), ..Event::new(EventKind::Sent, date("2026-09-10")) };
    let drafted = Case { address: Some("dpo@example.org".to_owned()), ..case(Via::Email) };
    let file = CaseFile::of(drafted.clone(), vec![posted]);
    assert_eq!((file.via(), file.address_written_to()), (Via::Post, None));
    let file = CaseFile::of(drafted, vec![Event::new(EventKind::Sent, date("2026-09-10"))]);
    assert_eq!((file.via(), file.address_written_to()), (Via::Email, Some("dpo@example.org")));
}

/// Of two events of one day the earlier stays the earlier when it is corrected.
#[test]
fn a_correction_stands_where_the_corrected_event_stood() {
    let event = |kind, on, replaces| Event { replaces, ..Event::new(kind, date(on)) };
    let recorded = vec![
        event(EventKind::Drafted, "2026-09-01", None),
        event(EventKind::Sent, "2026-09-10", None),
        event(EventKind::Answered, "2026-09-11", None),
        event(EventKind::Sent, "2026-09-11", Some(2)),
        event(EventKind::Sent, "2026-09-11", Some(4)),
    ];
    let file = CaseFile::of(case(Via::Email), recorded);
    let kinds: Vec<EventKind> = file.events.iter().map(|event| event.kind).collect();
    assert_eq!(kinds, [EventKind::Drafted, EventKind::Sent, EventKind::Answered]);
    assert_eq!(standing(&file, Some("FR"), date("2026-12-01")).status, Status::Fulfilled);
}

/// Each row: what was recorded, the event, and why it cannot be.
#[test]
fn what_cannot_have_happened_is_told_apart() {
    use EventKind::{Answered, Drafted, Received, Retracted, Sent};
    let event = |kind, on, replaces| Event { replaces, ..Event::new(kind, date(on)) };
    let recorded = [
        event(Drafted, "2026-09-01", None),
        event(Sent, "2026-09-10", None),
        event(Received, "2026-09-12", None),
        event(Received, "2026-09-13", Some(3)),
    ];
    let why = |kind, on, replaces| {
        impossible(&recorded, &event(kind, on, replaces), date("2026-09-01"), date("2026-11-23"))
    };
    assert_eq!(why(Answered, "2026-10-01", None), None);
    assert_eq!(why(Sent, "2026-09-13", Some(2)), None);
    assert_eq!(why(Answered, "2026-11-24", None), Some(Impossible::StillToCome));
    assert_eq!(why(Sent, "2026-08-31", None), Some(Impossible::BeforeLetter));
    assert_eq!(why(Answered, "2026-09-09", None), Some(Impossible::NotSent));
    assert_eq!(why(Retracted, "2026-11-23", None), Some(Impossible::NothingRetracted));
    assert_eq!(why(Retracted, "2026-11-23", Some(9)), Some(Impossible::NoSuchEvent));
    assert_eq!(why(Received, "2026-09-14", Some(3)), Some(Impossible::CorrectedAlready));
    assert_eq!(why(Retracted, "2026-11-23", Some(1)), Some(Impossible::Letter));
    let stranded = Impossible::Strands { number: 4, kind: Received, on: date("2026-09-13") };
    assert_eq!(why(Sent, "2026-09-14", Some(2)), Some(stranded));
    assert_eq!(why(Retracted, "2026-11-23", Some(2)), Some(stranded));
}

/// What is sent again while the first letter waits, and fails or not, leaves the first where it was.
#[test]
fn a_second_sending_does_not_unsend_the_first() {
    use EventKind::{Acknowledged, Addressed, Attempted, Failed, Sent};
    let status = |more: &[(EventKind, &str)]| {
        let events = [&[(Sent, "2026-09-10")], more].concat();
        standing(&file(Via::Email, &events), Some("FR"), date("2026-09-20")).status
    };
    assert_eq!(status(&[(Attempted, "2026-09-15"), (Failed, "2026-09-15")]), Status::Open);
    assert_eq!(status(&[(Addressed, "2026-09-15")]), Status::Open);
    assert_eq!(status(&[(Acknowledged, "2026-09-12"), (Sent, "2026-09-15")]), Status::InProgress);
}

#[test]
fn who_reacts_to_a_request_has_received_it() {
    use EventKind::{Acknowledged, IdentityRequested, Sent};
    let latest = |reaction| {
        let file = file(Via::Post, &[(Sent, "2026-09-02"), (reaction, "2026-09-08")]);
        deadline(&file, Some("FR")).expect("a deadline").receipt.latest
    };
    assert_eq!(latest(Acknowledged), date("2026-09-08"));
    assert_eq!(latest(IdentityRequested), date("2026-09-08"));
}

#[test]
fn a_region_without_a_calendar_has_that_of_its_country() {
    let mut case = case(Via::Email);
    (case.country, case.region) = (Some("DE".to_owned()), Some("Bayern".to_owned()));
    let limit = if_received(&case, Some("FR"), date("2026-09-10")).expect("a date");
    assert_eq!(limit.due, Some(date("2026-10-12")));
}

#[test]
fn references_have_no_look_alikes() {
    for byte in 0..=u8::MAX {
        let reference = reference("HB", [byte; 6]);
        assert_eq!(reference.len(), 9);
        assert!(!reference.trim_start_matches("HB-").contains(['0', 'O', '1', 'I', 'L', 'U']), "{reference}");
    }
}

#[test]
fn a_calendar_is_the_same_every_time_and_names_each_entry_once() {
    let entry = Entry {
        reference: "HB-7F3K2Q".to_owned(),
        what: "due",
        on: date("2026-10-12"),
        title: "Réponse due : Example Shop, « accès »; et la suite".to_owned(),
        text: "Une ligne\net une autre, avec virgule".to_owned(),
    };
    let revisions = revisions([vec![], vec![entry]]);
    let text = calendar(&revisions, date("2026-09-10"));
    assert_eq!(text, calendar(&revisions, date("2026-09-10")));
    for line in [
        "BEGIN:VCALENDAR",
        "DTSTART;VALUE=DATE:20261012",
        "UID:hb-7f3k2q-due@habeas.invalid",
        "SEQUENCE:2",
        "STATUS:CONFIRMED",
        "BEGIN:VALARM",
    ] {
        assert_eq!(text.lines().filter(|found| *found == line).count(), 1, "{line} in\n{text}");
    }
    assert!(text.lines().all(|line| line.len() <= 75), "RFC 5545 folds at 75 octets\n{text}");
}
