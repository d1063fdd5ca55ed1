//! Tests of what `tracker` says after the deadline: next steps, gates, later limits, the chronology.

use chrono::{Days, NaiveDate};
use clap::error::ErrorKind;
use habeas::cli::command_tree;
use habeas::law::complaint::Later;
use habeas::law::right::Right;
use habeas::tracker::case::{Case, CaseFile};
use habeas::tracker::chronology::chronology;
use habeas::tracker::event::{Event, EventKind, Evidence, Via};
use habeas::tracker::gate::{Addressee, Caution, Ground, Shut, Step, gate};
use habeas::tracker::next_step::NextStep;
use habeas::tracker::status::{Standing, Status, Whereabouts, standing};
use habeas::wording::{Language, Wording, languages};
use proptest::prelude::{Just, Strategy, any, prop, proptest};

use EventKind::{
    Acknowledged, Answered, AuthorityReplied, Complained, ComplainedToController, Extended, FollowedUp,
    IdentityProvided, IdentityRequested, Received, Refused, Reminded, Sent,
};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn case(country: Option<&str>) -> Case {
    Case {
        reference: "HB-7F3K2Q".to_owned(),
        company: "example-shop".to_owned(),
        company_name: "Example Shop".to_owned(),
        country: country.map(str::to_owned),
        region: None,
        right: Right::Access,
        language: Language::FRENCH,
        via: Via::Email,
        address: Some("dpo@example.org".to_owned()),
        drafted: date("2026-09-01"),
    }
}

fn file(country: &str, events: &[(EventKind, &str)]) -> CaseFile {
    let events = events.iter().map(|(kind, on)| Event::new(*kind, date(on))).collect();
    CaseFile::of(case(Some(country)), events)
}

fn stands(country: &str, events: &[(EventKind, &str)], today: &str) -> Standing {
    standing(&file(country, events), Some(country), date(today))
}

fn check(country: &str, events: &[(EventKind, &str)], today: &str, status: Status, next: NextStep) {
    let standing = stands(country, events, today);
    assert_eq!((standing.status, standing.next), (status, next), "{country} {events:?} on {today}");
}

const SENT: (EventKind, &str) = (Sent, "2026-09-10");

#[test]
fn an_incomplete_answer_is_followed_up_then_complained_about() {
    let answered = (Answered, "2026-10-01");
    let asked = (FollowedUp, "2026-10-05");
    check("FR", &[SENT, answered], "2026-12-01", Status::Fulfilled, NextStep::ReadAnswer);
    // Not called late although the period is long over: an answer came.
    check("FR", &[SENT, answered, asked], "2026-10-18", Status::InProgress, NextStep::AwaitFollowedUp);
    check("FR", &[SENT, answered, asked], "2026-12-01", Status::InProgress, NextStep::Complain);
    let more = (Answered, "2026-10-20");
    check("FR", &[SENT, answered, asked, more], "2026-12-01", Status::Fulfilled, NextStep::ReadAnswer);
    let again = (FollowedUp, "2026-10-25");
    check(
        "FR",
        &[SENT, answered, asked, more, again],
        "2026-10-26",
        Status::InProgress,
        NextStep::AwaitFollowedUp,
    );
    let identity = (IdentityRequested, "2026-10-07");
    let questioned = [SENT, answered, asked, identity];
    check("FR", &questioned, "2026-10-08", Status::NeedUserVerification, NextStep::AnswerQuestion);
}

#[test]
fn after_the_complaint_the_authority_is_awaited_and_its_silence_opens_a_court() {
    let refused = (Refused, "2026-10-01");
    let complained = (Complained, "2026-10-05");
    check("FR", &[SENT, refused], "2026-10-02", Status::Denied, NextStep::Complain);
    check("FR", &[SENT, refused, complained], "2027-01-08", Status::Denied, NextStep::AwaitAuthority);
    check("FR", &[SENT, refused, complained], "2027-01-09", Status::Denied, NextStep::TurnToCourt);
    let replied = (AuthorityReplied, "2026-12-20");
    check(
        "FR",
        &[SENT, refused, complained, replied],
        "2027-01-09",
        Status::Denied,
        NextStep::AwaitAuthority,
    );
    check("FR", &[SENT, refused, complained, replied], "2027-04-01", Status::Denied, NextStep::TurnToCourt);
    // Art. 78(2) is not the law of Switzerland.
    check("CH", &[SENT, refused, complained], "2028-01-06", Status::Denied, NextStep::AwaitAuthority);
    // The answer that comes after all is read.
    let answered = (Answered, "2027-01-10");
    check(
        "FR",
        &[SENT, refused, complained, answered],
        "2027-01-11",
        Status::Fulfilled,
        NextStep::ReadAnswer,
    );
}

#[test]
fn in_the_united_kingdom_the_controller_comes_first() {
    let refused = (Refused, "2026-10-01");
    let complained = (ComplainedToController, "2026-10-05");
    check("GB", &[SENT, refused], "2026-10-02", Status::Denied, NextStep::ComplainToController);
    check("GB", &[SENT, refused, complained], "2026-11-09", Status::Denied, NextStep::AwaitController);
    check("GB", &[SENT, refused, complained], "2026-11-10", Status::Denied, NextStep::Complain);
    // Who refuses the complaint need not be waited for.
    let refusal = (Refused, "2026-10-10");
    check("GB", &[SENT, refused, complained, refusal], "2026-10-11", Status::Denied, NextStep::Complain);
    let to_authority = (Complained, "2026-11-06");
    check(
        "GB",
        &[SENT, refused, complained, to_authority],
        "2027-02-01",
        Status::Denied,
        NextStep::AwaitAuthority,
    );
    // Before 19 June 2026 the way led to the authority.
    let case = Case { drafted: date("2026-03-01"), ..case(Some("GB")) };
    let events = [(Sent, "2026-03-02"), (Refused, "2026-04-01")].map(|(kind, on)| Event::new(kind, date(on)));
    let old = CaseFile::of(case, events.to_vec());
    assert_eq!(standing(&old, Some("GB"), date("2026-06-18")).next, NextStep::Complain);
    assert_eq!(standing(&old, Some("GB"), date("2026-06-19")).next, NextStep::ComplainToController);
}

/// A right that has lapsed is said to have lapsed, and no outer limit makes it look open.
#[test]
fn a_right_that_lapsed_does_not_vanish() {
    let told = |country: &str, events: &[(EventKind, &str)], today: &str| -> Vec<Later> {
        let standing = stands(country, events, today);
        standing.later_from(date(today)).into_iter().map(|limit| limit.what).collect()
    };
    let refused = [SENT, (Refused, "2026-10-01")];
    let both = [Later::AustrianYear, Later::AustrianThreeYears];
    assert_eq!(told("AT", &refused, "2027-10-01"), both);
    assert_eq!(told("AT", &refused, "2027-10-02"), [Later::AustrianYear]);
    assert_eq!(stands("AT", &refused, "2027-10-02").reason(false), "next-complain-perhaps-lapsed");
    assert_eq!(stands("AT", &refused, "2027-10-01").reason(false), "next-complain-before-lapse");
    assert_eq!(stands("AT", &refused, "2027-08-01").reason(false), "next-complain");
    // Switzerland: three months from the answer; of two answers the later one is still open.
    let incomplete = [SENT, (Answered, "2026-10-01"), (FollowedUp, "2026-10-05")];
    assert_eq!(told("CH", &incomplete, "2026-12-31"), [Later::SwissOffence]);
    assert_eq!(told("CH", &incomplete, "2027-01-02"), [Later::SwissOffence]);
    assert!(stands("CH", &incomplete, "2026-12-20").is_due);
}

/// The regulator of the United Kingdom that stays silent can be ordered by the tribunal: s. 166.
#[test]
fn the_silence_of_the_regulator_opens_the_tribunal() {
    let events = [SENT, (Refused, "2026-10-01"), (Complained, "2026-10-05")];
    let open = stands("GB", &events, "2026-11-01").court_on().expect("a day");
    let day = |day: NaiveDate| day.to_string();
    let before = stands("GB", &events, &day(open - Days::new(1)));
    assert_eq!(
        (before.next, before.reason(false)),
        (NextStep::AwaitAuthority, "next-wait-complained-united-kingdom")
    );
    let after = stands("GB", &events, &day(open));
    assert_eq!((after.next, after.reason(false)), (NextStep::TurnToCourt, "next-turn-to-tribunal"));
}

/// An objection to direct marketing takes effect at once: who still gets it need not wait for the answer.
#[test]
fn marketing_that_goes_on_needs_no_deadline_to_pass() {
    let file = |right: Right| {
        let events = [SENT, (Received, "2026-09-11")].map(|(kind, on)| Event::new(kind, date(on)));
        CaseFile::of(Case { right, ..case(Some("FR")) }, events.to_vec())
    };
    let opens = |right, today: &str, again| {
        let standing = standing(&file(right), Some("FR"), date(today));
        [Step::Remind, Step::Complain]
            .map(|step| gate(step, &standing, date(today), again).map(|it| it.ground))
    };
    let objection = Right::MarketingObjection;
    assert!(opens(objection, "2026-09-25", false).iter().all(Result::is_err), "nobody says so unasked");
    assert_eq!(opens(objection, "2026-09-25", true), [Ok(Ground::GoesOn); 2]);
    assert!(opens(objection, "2026-09-11", true).iter().all(Result::is_err), "it has only just arrived");
    assert!(opens(Right::Access, "2026-09-25", true).iter().all(Result::is_err), "access has its month");
    assert_eq!(opens(objection, "2026-11-25", false), [Ok(Ground::Late); 2]);
}

#[test]
fn the_austrian_year_is_warned_of_in_time() {
    let standing = |today| stands("AT", &[SENT, (Refused, "2026-10-01")], today);
    assert_eq!(standing("2026-10-02").later_on(Later::AustrianYear), Some(date("2027-10-01")));
    assert!(!standing("2027-07-01").is_due);
    assert!(standing("2027-08-15").is_due && standing("2027-10-01").is_due);
    assert!(!standing("2027-10-02").is_due, "it has lapsed");
    let silent = stands("AT", &[SENT], "2026-12-01");
    let year = Some(date("2027-10-12"));
    assert_eq!(silent.later_on(Later::AustrianYear), year, "counted from the end of the period");
    // An answer that nobody has contested yet may lack something, or be late.
    let answered = |on| stands("AT", &[SENT, (Answered, on)], "2026-12-10");
    assert_eq!(answered("2026-09-20").later_on(Later::AustrianYear), Some(date("2027-09-20")));
    assert_eq!(answered("2026-12-05").later_on(Later::AustrianYear), year);
    // A pause that may not exist moves nothing here.
    let asked = [SENT, (IdentityRequested, "2026-09-10"), (IdentityProvided, "2026-10-20")];
    assert_eq!(stands("AT", &asked, "2027-02-01").later_on(Later::AustrianYear), year);
    assert!(stands("AT", &[SENT], "2026-10-01").later.is_empty(), "nothing was wrong yet");
    let complained = [SENT, (Refused, "2026-10-01"), (Complained, "2026-10-05")];
    assert_eq!(stands("AT", &complained, "2026-10-06").later_on(Later::AustrianYear), None);
}

/// A right that lapses is counted from the earliest day on which the request may have arrived, and the country
/// the person works in counts too.
#[test]
fn the_austrian_year_is_never_too_late() {
    let case = Case { via: Via::Post, ..case(Some("AT")) };
    let posted = CaseFile::of(case, vec![Event::new(Sent, date("2025-12-01"))]);
    let late = standing(&posted, Some("FR"), date("2026-06-01"));
    assert_eq!(late.later_on(Later::AustrianYear), Some(date("2027-01-02")));
    let case = Case { via: Via::Post, ..self::case(Some("AT")) };
    let events = [(Sent, "2025-12-01"), (Acknowledged, "2025-12-05")];
    let acknowledged = events.map(|(kind, on)| Event::new(kind, date(on)));
    let acknowledged = standing(&CaseFile::of(case, acknowledged.to_vec()), Some("FR"), date("2026-06-01"));
    assert_eq!(
        acknowledged.later_on(Later::AustrianYear),
        Some(date("2027-01-02")),
        "it may have arrived before"
    );
    let worked = Whereabouts { home: Some("DE"), work: Some("AT") };
    let refused = file("DE", &[SENT, (Refused, "2026-09-20")]);
    let refused = |person: Whereabouts<'_>| standing(&refused, person, date("2026-10-02"));
    assert_eq!(refused(worked).later_on(Later::AustrianYear), Some(date("2027-09-20")));
    assert_eq!(refused(Some("DE").into()).later_on(Later::AustrianYear), None);
}

#[test]
fn asking_again_is_spoken_of_once_the_case_was_answered() {
    assert_eq!(stands("FR", &[SENT, (Answered, "2026-10-01")], "2026-10-02").again, Some(date("2027-09-10")));
    assert_eq!(stands("FR", &[SENT], "2026-10-02").again, None);
    assert_eq!(stands("FR", &[SENT, (Refused, "2026-10-01")], "2026-10-02").again, None);
}

fn opens(
    step: Step,
    country: &str,
    events: &[(EventKind, &str)],
    today: &str,
    again: bool,
) -> Result<(Addressee, Ground), Shut> {
    let standing = stands(country, events, today);
    gate(step, &standing, date(today), again).map(|opening| (opening.addressee, opening.ground))
}

#[test]
fn a_reminder_waits_for_the_day_after_the_safe_date() {
    let safe = stands("FR", &[SENT], "2026-10-01").deadline.and_then(|it| it.limit.safe).expect("a date");
    let day = |day: NaiveDate| day.to_string();
    let from = safe + Days::new(1);
    for step in [Step::Remind, Step::Complain] {
        assert_eq!(opens(step, "FR", &[SENT], &day(safe), false), Err(Shut::TooEarly { from }), "{step:?}");
        assert!(opens(step, "FR", &[SENT], &day(from), false).is_ok(), "{step:?}");
    }
    let reminded = [SENT, (Reminded, "2026-10-20")];
    let done = Shut::Done { what: Reminded, on: date("2026-10-20") };
    assert_eq!(opens(Step::Remind, "FR", &reminded, "2026-11-20", false), Err(done));
    assert!(opens(Step::Remind, "FR", &reminded, "2026-11-20", true).is_ok());
}

#[test]
fn an_open_question_shuts_the_gate_and_says_the_date_without_it() {
    let events = [SENT, (IdentityRequested, "2026-09-15")];
    let shut = Err(Shut::Suspended { unpaused: Some(date("2026-10-12")) });
    assert_eq!(opens(Step::Remind, "FR", &events, "2026-12-01", false), shut);
    assert_eq!(opens(Step::Complain, "FR", &events, "2026-12-01", true), shut);
}

#[test]
fn a_refusal_opens_the_complaint_early() {
    let complain = |country: &str, events: &[(EventKind, &str)]| {
        opens(Step::Complain, country, events, "2026-10-06", false)
    };
    let to_authority = |ground| Ok((Addressee::Authority, ground));
    assert_eq!(complain("FR", &[SENT, (Refused, "2026-10-01")]), to_authority(Ground::Refused));
    let incomplete = [SENT, (Answered, "2026-10-01"), (FollowedUp, "2026-10-05")];
    // What an early answer lacks may still come while the period runs.
    assert_eq!(complain("FR", &incomplete), Err(Shut::TooEarly { from: date("2026-10-16") }));
    let after = opens(Step::Complain, "FR", &incomplete, "2026-10-16", false);
    assert_eq!(after, to_authority(Ground::Incomplete));
    assert_eq!(complain("FR", &[SENT, (Answered, "2026-10-01")]), Err(Shut::Answered));
    let refused = [SENT, (Refused, "2026-10-01")];
    assert_eq!(complain("GB", &refused), Ok((Addressee::Controller, Ground::Refused)));
    let told = [SENT, (Refused, "2026-10-01"), (ComplainedToController, "2026-10-02")];
    assert_eq!(complain("GB", &told), Err(Shut::ControllerHasTime { from: date("2026-11-06") }));
    // The regulator expects the controller to be asked first; no law stands before the authority.
    for events in [refused.as_slice(), &told] {
        let opened =
            gate(Step::ComplainToAuthority, &stands("GB", events, "2026-10-06"), date("2026-10-06"), false);
        let opened = opened.expect("open");
        assert_eq!(opened.addressee, Addressee::Authority);
        assert!(opened.cautions.contains(&Caution::ControllerPassedOver));
    }
    // A late answer was late, whatever it says.
    let late = [SENT, (Answered, "2026-11-20")];
    assert_eq!(
        opens(Step::Complain, "FR", &late, "2026-12-01", false),
        Ok((Addressee::Authority, Ground::LateAnswer))
    );
    assert_eq!(
        opens(Step::ComplainToAuthority, "FR", &refused, "2026-10-06", false),
        to_authority(Ground::Refused)
    );
    let done = [SENT, (Refused, "2026-10-01"), (Complained, "2026-10-02")];
    assert_eq!(complain("FR", &done), Err(Shut::Done { what: Complained, on: date("2026-10-02") }));
    assert!(opens(Step::Complain, "FR", &done, "2026-10-06", true).is_ok());
}

/// Where the law sets no date nobody is called late; whoever judges so may insist.
#[test]
fn without_a_date_a_step_waits_for_the_persons_own_judgement() {
    let extended = [SENT, (Extended, "2026-09-20")];
    for step in [Step::Remind, Step::Complain] {
        assert_eq!(opens(step, "CH", &extended, "2027-03-01", false), Err(Shut::OwnDate));
        let insisted = opens(step, "CH", &extended, "2027-03-01", true).expect("open");
        assert_eq!(insisted.1, Ground::Undated);
    }
}

#[test]
fn a_follow_up_needs_an_answer() {
    let follow_up =
        |events: &[(EventKind, &str)], again| opens(Step::FollowUp, "FR", events, "2026-12-01", again);
    assert_eq!(follow_up(&[SENT], false), Err(Shut::NotAnswered));
    assert_eq!(follow_up(&[SENT, (Refused, "2026-10-01")], false), Err(Shut::Refused));
    let answered = [SENT, (Answered, "2026-10-01")];
    assert_eq!(follow_up(&answered, false), Ok((Addressee::Controller, Ground::Incomplete)));
    let asked = [SENT, (Answered, "2026-10-01"), (FollowedUp, "2026-10-05")];
    assert_eq!(follow_up(&asked, false), Err(Shut::Done { what: FollowedUp, on: date("2026-10-05") }));
    assert!(follow_up(&asked, true).is_ok());
}

/// Nobody is called late on an estimate without a warning.
#[test]
fn an_estimated_receipt_is_said_along() {
    let cautions = |events: &[(EventKind, &str)]| {
        gate(Step::Remind, &stands("FR", events, "2026-12-01"), date("2026-12-01"), false)
            .expect("open")
            .cautions
    };
    assert_eq!(cautions(&[SENT]), [Caution::Estimated]);
    assert_eq!(cautions(&[SENT, (Received, "2026-09-11")]), []);
}

fn evidence(name: &str) -> Evidence {
    Evidence { name: name.to_owned(), sha256: "0".repeat(64), bytes: 1 }
}

#[test]
fn a_chronology_has_the_events_in_effect_by_day_and_numbers_their_files() {
    let event = |kind, on, files: &[&str], replaces| {
        let files = files.iter().map(|name| evidence(name)).collect();
        Event { files, replaces, ..Event::new(kind, date(on)) }
    };
    let recorded = vec![
        event(EventKind::Drafted, "2026-09-01", &["letter.pdf", "letter.txt", "message.eml"], None),
        event(EventKind::Addressed, "2026-09-02", &["letter-2.pdf", "letter-2.txt"], None),
        event(EventKind::Attempted, "2026-09-10", &[], None),
        event(Sent, "2026-09-10", &[], None),
        event(Answered, "2026-10-03", &["proof-2.pdf"], None),
        event(Received, "2026-09-12", &["proof.pdf"], None),
        event(Received, "2026-09-11", &["proof-3.pdf"], Some(6)),
    ];
    let entries = chronology(&CaseFile::of(case(Some("FR")), recorded));
    let told: Vec<_> = entries.iter().map(|entry| (entry.number, entry.kind)).collect();
    assert_eq!(told, [(2, EventKind::Addressed), (4, Sent), (7, Received), (5, Answered)]);
    let annexes = entries.iter().flat_map(|entry| &entry.annexes);
    let names: Vec<String> = annexes.map(|annex| annex.file_name("annex")).collect();
    assert_eq!(names, ["annex-01-letter.pdf", "annex-02-proof.pdf", "annex-03-proof.pdf"]);
    assert_eq!(entries.get(1).and_then(|entry| entry.via), Some(Via::Email));
}

/// Words as a shell splits them, with what a person fills in.
fn typed(command: &str) -> Vec<String> {
    std::iter::once("habeas").chain(command.split(' ')).map(str::to_owned).collect()
}

fn events() -> impl Strategy<Value = Vec<(EventKind, u64)>> {
    prop::collection::vec((prop::sample::select(EventKind::ALL), 0_u64..700), 0..12)
}

fn on(day: u64) -> NaiveDate {
    date("2026-01-01") + Days::new(day)
}

fn random(country: &str, events: &[(EventKind, u64)], replaces: Option<usize>) -> CaseFile {
    let mut events: Vec<Event> = events.iter().map(|(kind, day)| Event::new(*kind, on(*day))).collect();
    if let Some(last) = events.last_mut() {
        last.replaces = replaces;
    }
    CaseFile::of(Case { drafted: date("2026-01-01"), ..case(Some(country)) }, events)
}

proptest! {
    /// Whatever happened, in whatever order, there is a next step with words, a command that the program takes,
    /// and no gate that contradicts it.
    #[test]
    fn whatever_happened_there_is_a_sound_next_step(
        events in events(),
        country in prop::sample::select(vec!["FR", "AT", "DE", "GB", "CH", "US"]),
        home in prop::sample::select(vec![None, Some("FR"), Some("GB"), Some("CH")]),
        today in 0_u64..900,
        replaces in prop::option::of(0_usize..14),
        is_imported in any::<bool>(),
    ) {
        let file = random(country, &events, replaces);
        let today = on(today);
        let standing = standing(&file, home, today);
        assert_eq!(standing, habeas::tracker::status::standing(&file, home, today));
        for language in languages() {
            let key = standing.reason(is_imported);
            assert!(Wording::of(language).has(key), "{language}: {key}");
        }
        match standing.command(&file, is_imported) {
            None => assert_eq!(standing.next, NextStep::Nothing),
            Some(command) => {
                let read = command_tree().try_get_matches_from(typed(&command));
                let read = read.map(|_| ()).or_else(|error| match error.kind() {
                    ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(()),
                    _ => Err(error.to_string()),
                });
                assert_eq!(read, Ok(()), "{command}");
            }
        }
        let open = |step| gate(step, &standing, today, false).map(|opening| opening.addressee);
        match standing.next {
            NextStep::Remind => assert_eq!(open(Step::Remind), Ok(Addressee::Controller)),
            NextStep::ComplainToController => assert_eq!(open(Step::Complain), Ok(Addressee::Controller)),
            NextStep::Complain => assert_eq!(open(Step::Complain), Ok(Addressee::Authority)),
            NextStep::Wait | NextStep::AnswerQuestion => {
                assert!(open(Step::Remind).is_err() && open(Step::Complain).is_err());
            }
            NextStep::ReadAnswer | NextStep::ReadReply => assert_eq!(open(Step::FollowUp), Ok(Addressee::Controller)),
            NextStep::GiveAddress | NextStep::Send | NextStep::SendByHand | NextStep::FindOutWhetherSent
            | NextStep::FindAddress | NextStep::Nothing | NextStep::AwaitReminded | NextStep::AwaitFollowedUp
            | NextStep::AwaitController | NextStep::AwaitAuthority | NextStep::TurnToCourt
            | NextStep::ReadDecision => {
                assert!(open(Step::Remind).is_err(), "{:?}", standing.next);
            }
            NextStep::SendOtherwise | NextStep::LodgeOtherwise => assert!(standing.returned.is_some()),
            NextStep::SendLetter | NextStep::SendLetterByHand | NextStep::LodgeComplaint
            | NextStep::FindOutWhetherLetterSent => panic!("no letter was written: {events:?}"),
        }
    }

    /// Late is said on no day before the day after the safe date, and by no gate.
    #[test]
    fn nobody_is_called_late_before_the_safe_date(events in events(), today in 0_u64..900) {
        let file = random("FR", &events, None);
        let today = on(today);
        let standing = standing(&file, Some("FR"), today);
        let safe = standing.deadline.as_ref().and_then(|deadline| deadline.limit.safe);
        let late = |step| gate(step, &standing, today, true).is_ok_and(|opening| opening.ground == Ground::Late);
        if late(Step::Complain) || late(Step::Remind) || standing.status == Status::Overdue {
            assert!(safe.is_some_and(|safe| safe < today), "{safe:?} {today}");
        }
    }

    /// What happened on different days leads to the same, in whatever order it was recorded.
    #[test]
    fn the_order_of_recording_does_not_matter(
        (plain, shuffled) in prop::collection::btree_map(0_u64..700, prop::sample::select(EventKind::ALL), 0..10)
            .prop_map(|days| days.into_iter().map(|(day, kind)| (kind, day)).collect::<Vec<_>>())
            .prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
        today in 0_u64..900,
    ) {
        let stand = |events: &[(EventKind, u64)]| standing(&random("FR", events, None), Some("FR"), on(today));
        assert_eq!(stand(&plain), stand(&shuffled));
    }
}

#[test]
fn an_acknowledgement_does_not_end_a_complaint() {
    let events =
        [SENT, (Refused, "2026-10-01"), (ComplainedToController, "2026-10-05"), (Acknowledged, "2026-10-06")];
    check("GB", &events, "2026-10-20", Status::Denied, NextStep::AwaitController);
}
