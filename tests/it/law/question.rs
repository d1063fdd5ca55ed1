//! Questions of the controller: what each does to the period, one by one, and in whatever disorder they come.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use habeas::law::holiday::{Calendar, country_and_region};
use habeas::law::time_limit::{Citation, Counted, Course, Question, State, TimeLimit, time_limit};
use proptest::prelude::*;

use super::{check, count, date, plain, question};

fn later(date: NaiveDate, days: i64) -> NaiveDate {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { date - distance } else { date + distance }
}

fn steps(limit: &TimeLimit) -> Vec<Counted> {
    limit.steps.iter().map(|step| step.what).collect()
}

#[test]
fn pauses_add_up_and_days_two_questions_share_count_once() {
    let asked = |questions: &[(&str, &str)]| Course {
        identity: questions.iter().flat_map(|(asked, answered)| question(asked, Some(answered))).collect(),
        ..plain("FR", "2026-03-02")
    };
    check(&asked(&[("2026-03-03", "2026-03-05"), ("2026-03-10", "2026-03-12")]), "2026-04-07"); // 2 + 4 April is Easter Monday.
    check(&asked(&[("2026-03-03", "2026-03-13"), ("2026-03-08", "2026-03-16")]), "2026-04-15");
    check(&asked(&[("2026-03-08", "2026-03-16"), ("2026-03-03", "2026-03-13")]), "2026-04-15");
    check(&asked(&[("2026-03-03", "2026-03-13"), ("2026-03-05", "2026-03-06")]), "2026-04-13");
}

#[test]
fn days_before_the_request_was_received_are_not_added() {
    let early = |answered| Course { identity: question("2026-02-20", answered), ..plain("FR", "2026-03-02") };
    let over = count(&early(Some("2026-02-25")));
    assert_eq!(over.due, Some(date("2026-04-02")));
    assert!(!steps(&over).contains(&Counted::Paused), "a pause of no day is no step");
    check(&early(Some("2026-03-13")), "2026-04-13");
    check(&early(Some("2026-02-18")), "2026-04-02"); // Answered before it was asked.
    assert_eq!(count(&early(None)).state, State::Suspended);
}

#[test]
fn a_fee_moves_the_period_only_where_a_provision_says_so() {
    let asked = |code, received, asked, paid| Course { fee: question(asked, paid), ..plain(code, received) };
    // Art. 12(5) knows a fee and no pause for it.
    let european = count(&asked("FR", "2026-09-10", "2026-09-15", None));
    assert_eq!((european.state, european.due), (State::Running, Some(date("2026-10-12"))));
    assert!(steps(&european).contains(&Counted::FeeChangesNothing));
    // Art. 12A UK GDPR: the month starts when the fee is paid.
    let british = asked("GB-ENG", "2026-04-08", "2026-04-10", Some("2026-04-21"));
    check(&british, "2026-05-21");
    assert!(steps(&count(&british)).contains(&Counted::RestartedByFee));
    assert_eq!(count(&asked("GB-ENG", "2026-04-08", "2026-04-10", None)).state, State::Suspended);
    // Ordinance Art. 19: thirty days after the ten, however soon the person agrees. 17 September + 10 is a Sunday.
    let swiss = |paid| asked("CH-ZH", "2026-09-10", "2026-09-17", paid);
    check(&swiss(Some("2026-09-18")), "2026-10-28");
    assert_eq!(count(&swiss(None)).state, State::Suspended);
    let late = count(&swiss(Some("2026-10-02")));
    assert_eq!(late.due, Some(date("2026-11-02"))); // 1 November is a Sunday.
    assert!(steps(&late).contains(&Counted::AgreedTooLate));
    // One that comes after the period has no effect anywhere.
    check(&asked("GB-ENG", "2026-04-08", "2026-05-12", None), "2026-05-08");
}

#[test]
fn a_pause_is_added_before_the_last_day_moves() {
    // 10 October 2026 is a Saturday. Two days more are Monday the 12th, not Wednesday the 14th.
    let course = Course { identity: question("2026-09-15", Some("2026-09-17")), ..plain("FR", "2026-09-10") };
    check(&course, "2026-10-12");
}

#[test]
fn a_question_is_too_late_only_after_the_last_day_has_moved_and_pauses_are_added() {
    let asked = |asked, answered| Course { identity: question(asked, answered), ..plain("FR", "2026-09-10") };
    assert_eq!(count(&asked("2026-10-12", None)).state, State::Suspended); // The last day itself, moved.
    assert_eq!(count(&asked("2026-10-13", None)).state, State::Running);
    let second = Course {
        identity: [question("2026-10-01", Some("2026-10-11")), question("2026-10-20", None)].concat(),
        ..plain("FR", "2026-09-10")
    };
    assert_eq!(count(&second).state, State::Suspended, "the first question moved the end to 20 October");
}

#[test]
fn an_extended_period_is_shown_without_its_questions_too() {
    let extended =
        Course { identity: question("2026-03-03", None), extended: true, ..plain("FR", "2026-03-02") };
    let limit = count(&extended);
    assert_eq!((limit.state, limit.unpaused), (State::Suspended, Some(date("2026-06-02"))));
}

#[test]
fn the_united_kingdom_counts_a_clarification_from_the_restart_on() {
    let mixed = |asked, answered| Course {
        identity: question("2026-04-10", Some("2026-04-21")),
        clarification: question(asked, Some(answered)),
        ..plain("GB", "2026-04-08")
    };
    check(&mixed("2026-04-12", "2026-04-17"), "2026-05-21"); // Over before the month began.
    check(&mixed("2026-04-12", "2026-04-24"), "2026-05-26"); // 21 to 24 April: 25 May is a holiday.
    check(&mixed("2026-05-11", "2026-05-15"), "2026-05-26");
}

#[test]
fn in_the_united_kingdom_a_clarification_keeps_the_period_open_for_an_identity_question() {
    // The month ends on 5 June; forty-one days of clarification carry it to 16 July.
    let course = Course {
        clarification: question("2026-05-11", Some("2026-06-20")),
        identity: question("2026-07-10", Some("2026-07-14")),
        ..plain("GB", "2026-05-05")
    };
    check(&course, "2026-08-14");
}

#[test]
fn in_the_united_kingdom_a_question_asked_too_late_changes_nothing() {
    let identity =
        Course { identity: question("2026-05-11", Some("2026-05-12")), ..plain("GB", "2026-04-08") };
    check(&identity, "2026-05-08");
    assert!(steps(&count(&identity)).contains(&Counted::AskedTooLate));
    let clarification = Course { clarification: question("2026-05-11", None), ..plain("GB", "2026-04-08") };
    check(&clarification, "2026-05-08");
    let open = Course { identity: question("2026-05-08", None), ..plain("GB", "2026-04-08") };
    assert_eq!(count(&open).state, State::Suspended);
}

#[test]
fn before_the_reform_the_united_kingdom_counts_by_the_guidance_of_its_authority() {
    let identity =
        Course { identity: question("2026-01-10", Some("2026-01-21")), ..plain("GB", "2026-01-08") };
    check(&identity, "2026-02-23"); // A month from the 21st; 21 February is a Saturday.
    let clarification =
        Course { clarification: question("2025-10-10", Some("2025-10-14")), ..plain("GB", "2025-10-06") };
    check(&clarification, "2025-11-10"); // 6 November and four days; a day less than by Art. 12A.
    let cited: Vec<Citation> = count(&clarification).steps.iter().map(|step| step.citation).collect();
    assert!(
        cited.contains(&Citation::UnitedKingdomGuidance) && !cited.contains(&Citation::UnitedKingdomPeriod)
    );
}

#[test]
fn in_switzerland_a_question_stops_the_clock_and_an_announced_date_ends_the_count() {
    let open = Course { identity: question("2026-04-03", None), ..plain("CH-ZH", "2026-04-01") };
    let limit = count(&open);
    assert_eq!((limit.state, limit.due, limit.unpaused), (State::Suspended, None, Some(date("2026-05-04"))));
    let announced = count(&Course { extended: true, ..open });
    assert_eq!((announced.state, announced.due, announced.unpaused), (State::Open, None, None));
    let clarified =
        Course { clarification: question("2026-04-03", Some("2026-04-07")), ..plain("CH-ZH", "2026-04-01") };
    check(&clarified, "2026-05-05");
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Identity,
    Clarification,
    Fee,
}

/// The same count, kept as a set of days on which the clock stood. None: a question is open.
fn reckon(course: &Course, calendar: &Calendar) -> Option<NaiveDate> {
    let (is_british, is_swiss) = (course.country == "GB", course.country == "CH");
    let since_reform = is_british && course.received >= date("2026-02-05");
    let of = |questions: &[Question], about: About| -> Vec<(Question, About)> {
        questions.iter().map(|question| (*question, about)).collect()
    };
    let mut questions = of(&course.identity, About::Identity);
    questions.extend(of(&course.clarification, About::Clarification));
    questions.extend(of(&course.fee, About::Fee));
    questions.sort_by_key(|(question, _)| question.asked);
    let (mut start, mut stood) = (course.received, BTreeSet::new());
    let end = |start: NaiveDate, stood: &BTreeSet<NaiveDate>| {
        let months = chrono::Months::new(if course.extended { 3 } else { 1 });
        let raw = if is_swiss { later(start, 30) } else { start + months };
        let stood = stood.iter().filter(|day| **day >= start).count();
        calendar.roll(raw + Days::new(u64::try_from(stood).expect("a count")))
    };
    for (question, about) in questions {
        let is_without_effect = about == About::Fee && !is_british && !is_swiss;
        if is_without_effect || question.asked > end(start, &stood) {
            continue;
        }
        let answered = question.answered?;
        if is_british && about != About::Clarification {
            start = start.max(answered);
        } else if about == About::Fee {
            start = start.max(answered).max(calendar.roll(later(question.asked, 10)));
        } else {
            let last = if since_reform { later(answered, 1) } else { answered };
            stood.extend(question.asked.iter_days().take_while(|day| *day < last));
        }
    }
    Some(end(start, &stood))
}

const CODES: [&str; 8] = ["FR", "FR-6AE", "DE-BY", "SE", "GB-ENG", "GB-SCT", "CH-ZH", "GR"];

fn questions() -> impl Strategy<Value = Vec<(i64, Option<i64>)>> {
    prop::collection::vec((-40..200_i64, prop::option::of(-20..120_i64)), 0..4)
}

prop_compose! {
    fn course()(
        code in prop::sample::select(CODES.as_slice()),
        received in 0..5_844_i64,
        extended in any::<bool>(),
        identity in questions(),
        clarification in questions(),
        fee in questions(),
    ) -> Course {
        let (country, region) = country_and_region(code);
        let received = later(date("2020-01-01"), received);
        let dated = |questions: Vec<(i64, Option<i64>)>| {
            let question = |(asked, answered): (i64, Option<i64>)| {
                let asked = later(received, asked);
                Question { asked, answered: answered.map(|days| later(asked, days)) }
            };
            questions.into_iter().map(question).collect()
        };
        Course {
            region: region.map(str::to_owned),
            extended: extended && country != "CH",
            identity: dated(identity),
            clarification: dated(clarification),
            fee: dated(fee),
            ..Course::received(country, received)
        }
    }
}

proptest! {
    #[test]
    fn any_course_of_questions_is_counted_as_the_reckoning_says(course in course()) {
        let limit = time_limit(&course).expect("its own code");
        let calendar = Calendar::of(&course.country, course.region.as_deref()).expect("its own code");
        let reckoned = reckon(&course, calendar);
        prop_assert_eq!(limit.due, reckoned);
        prop_assert_eq!(limit.state, if reckoned.is_some() { State::Running } else { State::Suspended });
        prop_assert!(limit.due.is_none_or(|due| limit.unpaused.is_some_and(|unpaused| due >= unpaused)));
        prop_assert_eq!(limit.safe.is_some(), limit.due.is_some());
        prop_assert!(limit.due.is_none_or(|due| limit.safe.is_some_and(|safe| safe > due)));
        let national = Calendar::national_and_regional(&course.country).chain(Calendar::with_doubtful_days(&course.country));
        let latest = national.filter_map(|calendar| reckon(&course, calendar)).max();
        prop_assert!(limit.due.is_none() || limit.safe > latest, "{:?} {:?}", limit.safe, latest);
        let dates: Vec<_> = limit.steps.iter().filter(|step| step.what == Counted::Safe).map(|step| step.date).collect();
        prop_assert_eq!(dates, limit.safe.map(|safe| vec![Some(safe)]).unwrap_or_default());
    }

    #[test]
    fn a_longer_pause_never_gives_an_earlier_date(course in course(), which in 0..4_usize, more in 1..40_i64) {
        let mut longer = course.clone();
        // Where identity restarts the period, only clarifications pause it.
        let pausing = if course.country == "GB" { &mut longer.clarification } else { &mut longer.identity };
        prop_assume!(course.country != "GB" || course.identity.is_empty());
        if let Some(answered) = pausing.get_mut(which).and_then(|question| question.answered.as_mut()) {
            *answered = later(*answered, more);
        }
        let (before, after) = (time_limit(&course).expect("its own code"), time_limit(&longer).expect("its own code"));
        prop_assert!(after.due.is_none() || (after.due >= before.due && after.safe >= before.safe));
    }

    #[test]
    fn an_open_question_asked_in_time_suspends(course in course(), asked in 0..28_i64, is_identity in any::<bool>()) {
        let mut open = course.clone();
        let question = Question { asked: later(course.received, asked), answered: None };
        if is_identity { open.identity.push(question) } else { open.clarification.push(question) }
        let limit = time_limit(&open).expect("its own code");
        prop_assert_eq!((limit.state, limit.due, limit.safe), (State::Suspended, None, None));
        prop_assert!(limit.unpaused.is_some() && limit.steps.last().is_some_and(|step| step.what == Counted::Suspended));
    }

    #[test]
    fn the_order_in_which_questions_are_written_down_does_not_matter(course in course()) {
        let mut reversed = course.clone();
        reversed.identity.reverse();
        reversed.clarification.reverse();
        let (one, other) = (time_limit(&course).expect("its own code"), time_limit(&reversed).expect("its own code"));
        prop_assert_eq!((one.state, one.due, one.safe), (other.state, other.due, other.safe));
    }
}

/// Good Friday is a holiday in Alsace only: a question of 30 March is in time there and too late elsewhere.
#[test]
fn a_question_that_one_calendar_calls_in_time_leaves_no_safe_date_while_it_is_open() {
    let course =
        |answered| Course { identity: question("2027-03-30", answered), ..plain("FR", "2027-02-26") };
    let open = count(&course(None));
    assert_eq!((open.state, open.due, open.safe), (State::Suspended, None, None));
    let has = |limit: &TimeLimit, what| limit.steps.iter().any(|step| step.what == what);
    assert!(has(&open, Counted::PerhapsSuspended) && has(&open, Counted::AskedPerhapsTooLate));
    assert!(!has(&open, Counted::AskedTooLate), "nothing is said to be certain that is not");
    let answered = count(&course(Some("2027-04-05")));
    assert_eq!(answered.due, Some(date("2027-03-26")));
    assert!(answered.safe > Some(date("2027-04-05")) && !has(&answered, Counted::AskedTooLate));
    let late = Course { identity: question("2027-05-03", None), ..plain("FR", "2027-02-26") };
    assert!(has(&count(&late), Counted::AskedTooLate) && count(&late).safe.is_some());
}
