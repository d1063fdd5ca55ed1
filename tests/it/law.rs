//! Tests of the room `law` at its boundary.

mod question;
mod reckoning;
mod rule;
mod year;

use chrono::{Datelike, NaiveDate};
use habeas::law::authority::{AUTHORITIES, authorities};
use habeas::law::holiday::{Calendar, codes};
use habeas::law::right::Right;
use habeas::law::time_limit::{Citation, Counted, Course, Question, Rules, State, TimeLimit, time_limit};
use habeas::wording::{Wording, languages};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn plain(country: &str, received: &str) -> Course {
    let (country, region) = country.split_once('-').map_or((country, None), |(c, r)| (c, Some(r)));
    Course { region: region.map(str::to_owned), ..Course::received(country, date(received)) }
}

fn question(asked: &str, answered: Option<&str>) -> Vec<Question> {
    vec![Question { asked: date(asked), answered: answered.map(date) }]
}

fn count(course: &Course) -> TimeLimit {
    time_limit(course).expect("the country has rules")
}

fn check(course: &Course, due: &str) {
    assert_eq!(count(course).due, Some(date(due)), "{course:?}");
}

#[test]
fn one_month_ends_on_the_day_of_the_same_number_or_rolls() {
    check(&plain("FR", "2026-09-10"), "2026-10-12");
    check(&plain("FR", "2027-01-31"), "2027-03-01");
    check(&plain("FR", "2025-04-08"), "2025-05-09");
    check(&plain("FR", "2027-04-16"), "2027-05-18");
    check(&plain("FR", "2027-02-26"), "2027-03-26");
    check(&plain("FR-6AE", "2027-02-26"), "2027-03-30");
    check(&plain("DE", "2026-11-26"), "2026-12-28");
    check(&plain("PL", "2026-11-24"), "2026-12-28");
    check(&plain("BG", "2025-02-03"), "2025-03-04");
    check(&plain("FR", "2026-03-05"), "2026-04-07"); // 5 April 2026 is Easter Sunday, 6 April Easter Monday.
    check(&plain("FR", "2026-08-31"), "2026-09-30");
}

#[test]
fn an_extension_counts_three_months_from_receipt() {
    check(&Course { extended: true, ..plain("FR", "2026-03-31") }, "2026-06-30");
}

#[test]
fn an_identity_question_pauses_in_the_union_unless_it_comes_too_late() {
    let asked = |asked, answered| Course {
        identity: question(asked, answered),
        ..plain("FR", if asked == "2026-03-03" { "2026-03-02" } else { "2026-01-12" })
    };
    check(&asked("2026-03-03", Some("2026-03-13")), "2026-04-13");
    check(&asked("2026-03-02", Some("2026-03-06")), "2026-02-12");
}

#[test]
fn an_open_question_suspends_and_the_date_without_it_stays_visible() {
    let course = Course { identity: question("2026-03-03", None), ..plain("FR", "2026-03-02") };
    let limit = count(&course);
    assert_eq!((limit.state, limit.due), (State::Suspended, None));
    assert_eq!(limit.unpaused, Some(date("2026-04-02")));
}

#[test]
fn the_united_kingdom_restarts_for_identity_and_stops_for_clarification() {
    check(
        &Course { identity: question("2026-04-10", Some("2026-04-21")), ..plain("GB", "2026-04-08") },
        "2026-05-21",
    );
    let clarified =
        Course { clarification: question("2026-05-11", Some("2026-05-15")), ..plain("GB", "2026-05-05") };
    check(&clarified, "2026-06-10");
    assert_eq!(count(&plain("GB", "2026-02-04")).rules, Rules::UnitedKingdom);
    assert_eq!(count(&plain("GB", "2026-02-05")).rules, Rules::UnitedKingdomSince2026);
    check(&plain("GB", "2024-11-25"), "2024-12-27");
    check(&plain("GB", "2026-01-31"), "2026-03-02"); // 28 February 2026 is a Saturday.
}

#[test]
fn switzerland_counts_thirty_days_and_sets_no_date_for_an_extension() {
    check(&plain("CH-ZH", "2026-04-01"), "2026-05-04");
    let extended = count(&Course { extended: true, ..plain("CH-ZH", "2026-04-01") });
    assert_eq!((extended.state, extended.due), (State::Open, None));
}

#[test]
fn easter_and_its_orthodox_sister_fall_where_the_tables_say() {
    let monday = |country: &str, year: i32| Calendar::of(country, None).expect("known").holidays(year);
    for (year, western, orthodox) in [
        (2024, "2024-04-01", "2024-05-06"),
        (2025, "2025-04-21", "2025-04-21"),
        (2027, "2027-03-29", "2027-05-03"),
    ] {
        assert!(monday("FR", year).contains(&date(western)), "{year}");
        assert!(monday("GR", year).contains(&date(orthodox)), "{year}");
    }
}

#[test]
fn rights_are_found_by_their_name_and_by_everyday_words() {
    assert_eq!(Right::find("delete"), Some(Right::Erasure));
    for right in Right::ALL {
        assert_eq!(Right::find(right.id()), Some(*right));
    }
    assert_eq!(Right::find("everything"), None);
}

#[test]
fn every_country_with_a_calendar_has_an_authority_with_a_source() {
    for code in codes() {
        let country = code.split('-').next().expect("a country");
        assert!(!authorities(country, None).is_empty(), "{country}");
    }
    for authority in AUTHORITIES {
        assert!(
            authority.source.starts_with("http") && date(authority.checked).year() > 2015,
            "{authority:?}"
        );
    }
    assert_eq!(authorities("DE", Some("BY")).len(), 1);
}

#[test]
fn every_step_of_the_count_and_every_citation_has_words() {
    for language in languages() {
        let wording = Wording::of(language);
        for counted in Counted::ALL {
            assert!(wording.has(&format!("counted-{}", counted.id())), "{language} {counted:?}");
        }
        for citation in Citation::ALL {
            assert!(wording.has(&format!("citation-{}", citation.id())), "{language} {citation:?}");
        }
    }
}
