//! Tests of the room `law` at its boundary.

mod question;
mod reckoning;
mod rule;
mod year;

use chrono::{Datelike, NaiveDate};
use habeas::law::authority::{AUTHORITIES, authorities};
use habeas::law::holiday::{Calendar, codes};
use habeas::law::right::Right;
use habeas::law::rule::RULES;
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

/// Worked by hand: controller, receipt, what happened in between, legal date, why.
type Example = (&'static str, &'static str, &'static str, &'static str, &'static str);

const EXAMPLES: [Example; 19] = [
    ("FR", "2026-09-10", "", "2026-10-12", "10 October is a Saturday"),
    ("FR", "2027-01-31", "", "2027-03-01", "there is no 31 February; 28 February is a Sunday"),
    ("FR", "2025-04-08", "", "2025-05-09", "8 May is a holiday"),
    ("FR", "2027-04-16", "", "2027-05-18", "Pentecost Sunday, then Whit Monday"),
    ("FR", "2026-03-31", "extended", "2026-06-30", "three months from receipt, to the last day of June"),
    ("FR", "2027-02-26", "", "2027-03-26", "Good Friday is a working day in France"),
    ("FR-6AE", "2027-02-26", "", "2027-03-30", "Good Friday is a holiday in Alsace, then comes Easter"),
    ("DE", "2026-11-26", "", "2026-12-28", "26 December is a Saturday"),
    ("PL", "2026-11-24", "", "2026-12-28", "24 December is a holiday since 2025; a chain to Sunday the 27th"),
    ("BG", "2025-02-03", "", "2025-03-04", "3 March is a holiday"),
    ("FR", "2026-03-02", "identity 2026-03-03 2026-03-13", "2026-04-13", "2 April and ten days is a Sunday"),
    ("FR", "2026-01-12", "identity 2026-03-02 2026-03-06", "2026-02-12", "asked too late, no effect"),
    ("GB-ENG", "2026-04-08", "identity 2026-04-10 2026-04-21", "2026-05-21", "the clock restarts"),
    (
        "GB-ENG",
        "2026-05-05",
        "clarification 2026-05-11 2026-05-15",
        "2026-06-10",
        "5 June and five days, both ends",
    ),
    ("CH-ZH", "2026-04-01", "", "2026-05-04", "thirty days end on 1 May, a holiday in Zürich"),
    ("FR", "2026-03-05", "", "2026-04-07", "5 April is Easter Sunday"),
    ("FR", "2026-08-31", "", "2026-09-30", "there is no 31 September"),
    ("GB-ENG", "2024-11-25", "", "2024-12-27", "Christmas and Boxing Day"),
    ("GB-ENG", "2026-01-31", "", "2026-03-02", "28 February is a Saturday"),
];

#[test]
fn the_worked_examples_are_right_to_the_day() {
    for (controller, received, between, due, why) in EXAMPLES {
        let mut course = plain(controller, received);
        match between.split(' ').collect::<Vec<_>>()[..] {
            ["extended"] => course.extended = true,
            ["identity", asked, answered] => course.identity = question(asked, Some(answered)),
            ["clarification", asked, answered] => course.clarification = question(asked, Some(answered)),
            _ => assert_eq!(between, ""),
        }
        assert_eq!(count(&course).due, Some(date(due)), "{controller} {received} {between}: {why}");
    }
}

/// At the ends of the calendar there may be no such day; the count still comes to an end.
#[test]
fn no_day_whatever_makes_the_count_fail() {
    for code in codes() {
        for received in
            [NaiveDate::MIN, NaiveDate::MAX, date("1999-12-31"), date("2099-12-31"), date("2199-12-31")]
        {
            let asked = Question { asked: NaiveDate::MIN, answered: Some(NaiveDate::MAX) };
            let course = plain(code, "2026-01-01");
            let plain = Course { received, ..course };
            let asked = Course { identity: vec![asked], clarification: vec![asked], ..plain.clone() };
            assert!(
                count(&plain).due >= Some(received) && count(&asked).due >= Some(received),
                "{code} {received}"
            );
        }
    }
}

#[test]
fn an_open_question_suspends_and_the_date_without_it_stays_visible() {
    let course = Course { identity: question("2026-03-03", None), ..plain("FR", "2026-03-02") };
    let limit = count(&course);
    assert_eq!((limit.state, limit.due), (State::Suspended, None));
    assert_eq!(limit.unpaused, Some(date("2026-04-02")));
}

#[test]
fn the_united_kingdom_counts_by_the_rules_of_the_day_of_receipt() {
    assert_eq!(count(&plain("GB", "2026-02-04")).rules, Rules::UnitedKingdom);
    assert_eq!(count(&plain("GB", "2026-02-05")).rules, Rules::UnitedKingdomSince2026);
}

#[test]
fn switzerland_counts_thirty_days_and_sets_no_date_for_an_extension() {
    check(&plain("CH-ZH", "2026-04-01"), "2026-05-04");
    let extended = count(&Course { extended: true, ..plain("CH-ZH", "2026-04-01") });
    assert_eq!((extended.state, extended.due), (State::Open, None));
    // The controller names its date: that is when the answer is due. A date within the thirty days takes none of them.
    let announced = |day: &str| {
        let announced = Some(date(day));
        count(&Course { extended: true, announced, ..plain("CH-ZH", "2026-04-01") })
    };
    let own = announced("2026-06-01");
    assert_eq!((own.state, own.due), (State::Running, Some(date("2026-06-01"))));
    assert_eq!(own.period, Citation::SwissOwnDate);
    assert!(own.safe > own.due);
    assert_eq!(announced("2026-04-20").due, Some(date("2026-05-04")));
    // Art. 22 of the ordinance: portability as access.
    let portability = count(&Course { right: Right::Portability, ..plain("CH-ZH", "2026-04-01") });
    assert_eq!(portability.due, Some(date("2026-05-04")));
    assert_eq!(portability.period, Citation::SwissPortability);
    assert!(portability.steps.iter().any(|step| step.what == Counted::LikeAccess));
    let fee = question("2026-04-10", Some("2026-04-12"));
    let fee = count(&Course { right: Right::Portability, fee, ..plain("CH-ZH", "2026-04-01") });
    assert_eq!(fee.due, Some(date("2026-05-20")), "thirty days after the ten that ended on 20 April");
}

/// "Up to two further months": whoever extends to an earlier day has no more, and nobody has more than two.
#[test]
fn an_extension_ends_on_the_day_announced_and_within_two_further_months() {
    let extended = |until: &str, asked: &[(&str, &str)]| {
        let identity = asked.iter().flat_map(|(asked, answered)| question(asked, Some(answered))).collect();
        let announced = Some(date(until));
        count(&Course { extended: true, announced, identity, ..plain("FR", "2026-01-05") })
    };
    let has = |limit: &TimeLimit, what| limit.steps.iter().any(|step| step.what == what);
    let earlier = extended("2026-02-20", &[]);
    assert_eq!(earlier.due, Some(date("2026-02-20")));
    assert!(has(&earlier, Counted::Announced) && !has(&earlier, Counted::AnnouncedTooFar));
    // 5 April 2026 is Easter Sunday.
    let later = extended("2026-12-31", &[]);
    assert_eq!(later.due, Some(date("2026-04-07")));
    assert!(has(&later, Counted::AnnouncedTooFar) && !has(&later, Counted::Announced));
    assert!(!has(&extended("2026-04-07", &[]), Counted::AnnouncedTooFar), "the last day itself is allowed");
    // A day within the first month takes nothing of it.
    assert_eq!(extended("2026-01-25", &[]).due, Some(date("2026-02-05")));
    // A day that is no working day moves on; a pause moves it too; a question after it brings the longest back.
    assert_eq!(extended("2026-02-21", &[]).due, Some(date("2026-02-23")));
    assert_eq!(extended("2026-02-20", &[("2026-02-09", "2026-02-12")]).due, Some(date("2026-02-23")));
    assert_eq!(extended("2026-02-20", &[("2026-03-02", "2026-03-04")]).due, Some(date("2026-04-07")));
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
    assert_eq!(Right::called("delete"), Some(Right::Erasure));
    for right in Right::ALL {
        assert_eq!(Right::called(right.id()), Some(*right));
    }
    assert_eq!(Right::called("everything"), None);
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
fn every_rule_every_step_and_every_citation_has_words() {
    for language in languages() {
        let wording = Wording::of(language);
        for counted in Counted::ALL {
            assert!(wording.has(&format!("counted-{}", counted.id())), "{language} {counted:?}");
        }
        for rule in RULES {
            assert!(
                wording.has(&format!("deadline-rules-{}", rule.rules.id())),
                "{language} {:?}",
                rule.rules
            );
        }
        for reason in ["post", "regional-holidays", "disputed-days"] {
            assert!(wording.has(&format!("deadline-reason-{reason}")), "{language} {reason}");
        }
        for citation in Citation::ALL {
            assert!(wording.has(&format!("citation-{}", citation.id())), "{language} {citation:?}");
        }
    }
}
