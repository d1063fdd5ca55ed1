//! Tests of what the room `law` knows of complaints: routes and later limits by date, and competent authorities.

use chrono::NaiveDate;
use habeas::law::authority::AUTHORITIES;
use habeas::law::competence::{Choice, Place, Reason, Situation, competent};
use habeas::law::complaint::{
    Aftermath, Element, Later, LaterLimit, Provision, Route, acknowledgement_due, acknowledgement_safe,
    court_open, elements, governing, later_limits, route,
};
use habeas::law::country::{Jurisdiction, countries};
use habeas::law::repetition::again_from;
use habeas::wording::{Wording, languages};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

#[test]
fn the_united_kingdom_wants_the_controller_first_since_19_june_2026() {
    let to = |law, on: &str| route(law, date(on)).0;
    assert_eq!(to(Jurisdiction::UnitedKingdom, "2026-06-18"), Route::Authority);
    assert_eq!(to(Jurisdiction::UnitedKingdom, "2026-06-19"), Route::ControllerFirst);
    for law in [Jurisdiction::European, Jurisdiction::Swiss, Jurisdiction::Elsewhere] {
        assert_eq!(to(law, "2026-06-19"), Route::Authority, "{law:?}");
    }
}

#[test]
fn a_cross_border_complaint_proves_the_prior_request_since_2_april_2027() {
    let owed = |law, is_cross_border, on: &str| {
        elements(law, is_cross_border, date(on)).into_iter().map(|(element, _)| element).collect::<Vec<_>>()
    };
    assert_eq!(owed(Jurisdiction::European, true, "2027-04-01"), []);
    assert_eq!(owed(Jurisdiction::European, true, "2027-04-02"), [Element::PriorRequest]);
    assert_eq!(owed(Jurisdiction::European, false, "2027-04-02"), []);
    assert_eq!(owed(Jurisdiction::UnitedKingdom, true, "2027-04-02"), []);
}

fn check(aftermath: &Aftermath<'_>, wanted: &[(Later, &str)]) {
    let wanted: Vec<LaterLimit> =
        wanted.iter().map(|(what, on)| LaterLimit { on: date(on), what: *what }).collect();
    assert_eq!(later_limits(aftermath), wanted, "{aftermath:?}");
}

#[test]
fn later_limits_follow_the_countries() {
    let of = |seat, home| Aftermath { seat: Some(seat), home: Some(home), ..Aftermath::default() };
    let grievance = Some(date("2026-10-12"));
    check(&Aftermath { grievance, ..of("DE", "DE") }, &[]);
    let austrian = [(Later::AustrianYear, "2027-10-12"), (Later::AustrianThreeYears, "2029-10-12")];
    let earliest = grievance;
    check(&Aftermath { earliest, ..of("AT", "DE") }, &austrian);
    check(&Aftermath { earliest, ..of("DE", "AT") }, &austrian);
    check(&Aftermath { earliest, work: Some("AT"), ..of("DE", "DE") }, &austrian);
    // Whether a complaint to another authority keeps the Austrian year is not certain.
    let complained = Aftermath { earliest, complained: true, ..Aftermath::default() };
    check(
        &Aftermath { seat: Some("AT"), home: Some("FR"), ..complained.clone() },
        &[(Later::AustrianYearElsewhere, "2027-10-12"), (Later::AustrianThreeYears, "2029-10-12")],
    );
    check(&Aftermath { seat: Some("AT"), home: Some("AT"), ..complained }, &[]);
    check(
        &Aftermath {
            grievance,
            complained: true,
            authority_last_sign: Some(date("2026-11-30")),
            ..of("AT", "AT")
        },
        &[(Later::CourtOpen, "2027-03-05")],
    );
    check(&Aftermath { grievance, ..of("FR", "DE") }, &[(Later::FrenchDamages, "2031-10-12")]);
    let to_controller = Some(date("2026-11-01"));
    check(
        &Aftermath { grievance, to_controller, ..of("GB", "GB") },
        &[(Later::Acknowledgement, "2026-12-01")],
    );
    check(&Aftermath { grievance, to_controller, ..of("IE", "IE") }, &[]);
    let incomplete_answers = vec![date("2026-11-30"), date("2026-12-15")];
    check(
        &Aftermath { incomplete_answers: incomplete_answers.clone(), ..of("CH", "CH") },
        &[(Later::SwissOffence, "2027-02-28"), (Later::SwissOffence, "2027-03-15")],
    );
    check(&Aftermath { incomplete_answers, ..of("FR", "CH") }, &[]);
    // The Swiss act knows nothing like Art. 78(2); the United Kingdom has a tribunal of its own (s. 166).
    check(&Aftermath { authority_last_sign: to_controller, ..of("CH", "FR") }, &[]);
    check(
        &Aftermath { authority_last_sign: to_controller, ..of("GB", "FR") },
        &[(Later::TribunalOpen, "2027-02-05")],
    );
    let fee_asked = Some(date("2026-04-10"));
    check(&Aftermath { fee_asked, ..of("CH", "FR") }, &[(Later::SwissFee, "2026-04-20")]);
    check(&Aftermath { fee_asked, ..of("FR", "FR") }, &[]);
}

/// Nobody is told that a court is open before three whole months have passed, the last day a working day, and
/// the days that post takes.
#[test]
fn a_court_is_open_after_three_whole_months_and_the_days_of_post() {
    for day in date("2026-01-01").iter_days().take(800) {
        let open = court_open(day, &["FR"]);
        let silent = day.checked_add_months(chrono::Months::new(3)).expect("a day");
        assert!((4..=11).contains(&(open - silent).num_days()), "{day}: {open}");
        assert!(court_open(day, &["FR", "DE"]) >= open);
    }
    // 15 August 2026 is a Saturday and a holiday in France: the last day is Monday 17.
    assert_eq!(court_open(date("2026-05-15"), &["FR"]), date("2026-08-21"));
    assert_eq!(court_open(date("2026-05-15"), &[]), date("2026-08-16"));
}

#[test]
fn an_acknowledgement_is_due_on_a_working_day_of_the_nation() {
    // Sunday 19 July 2026.
    assert_eq!(acknowledgement_due(date("2026-06-19"), None), date("2026-07-20"));
    // Saint Andrew's Day, Monday 30 November 2026, is a holiday in Scotland alone.
    assert_eq!(acknowledgement_due(date("2026-10-31"), Some("SCT")), date("2026-12-01"));
    assert_eq!(acknowledgement_due(date("2026-10-31"), Some("ENG")), date("2026-11-30"));
    assert_eq!(acknowledgement_safe(date("2026-06-19"), None), date("2026-07-23"));
}

#[test]
fn a_controller_elsewhere_answers_under_the_law_of_the_person() {
    assert_eq!(governing(Some("US"), Some("FR")), Jurisdiction::European);
    assert_eq!(governing(None, Some("GB")), Jurisdiction::UnitedKingdom);
    assert_eq!(governing(Some("CH"), Some("FR")), Jurisdiction::Swiss);
    assert_eq!(governing(None, None), Jurisdiction::Elsewhere);
}

#[test]
fn asking_again_is_sensible_a_year_later() {
    assert_eq!(again_from(date("2026-09-10")), date("2027-09-10"));
    assert_eq!(again_from(date("2028-02-29")), date("2029-02-28"));
}

fn place<'a>(code: &'a str) -> Place<'a> {
    let (country, region) = code.split_once('-').map_or((code, None), |(c, r)| (c, Some(r)));
    Place { country, region }
}

/// Home and seat as codes, `DE-BY` with a region; the choices as `country-region: reason`.
fn chosen(home: &str, work: Option<&str>, seat: &str, trackers: bool) -> Vec<String> {
    let known = |code: &'static str| (!code.is_empty()).then(|| place(code));
    let leaked = |code: &str| -> &'static str { String::from(code).leak() };
    let situation = Situation { home: known(leaked(home)), work, seat: known(leaked(seat)), trackers };
    let choices = competent(&situation);
    assert_eq!(choices.iter().filter(|choice| choice.is_proposed).count(), choices.len().min(1));
    let shown = |choice: &Choice| match choice.authorities.as_slice() {
        [one] if !one.region.is_empty() => {
            format!("{}-{}: {}", choice.country, one.region, choice.reason.id())
        }
        _ => format!("{}: {}", choice.country, choice.reason.id()),
    };
    choices.iter().map(shown).collect()
}

#[test]
fn the_authority_at_home_is_proposed_and_work_and_seat_stay_open() {
    assert_eq!(chosen("FR", None, "FR", false), ["FR: home"]);
    assert_eq!(chosen("FR", None, "LU", false), ["FR: home", "LU: seat"]);
    assert_eq!(chosen("FR", Some("BE"), "LU", false), ["FR: home", "BE: work", "LU: seat"]);
    assert_eq!(chosen("FR", Some("CH"), "LU", false), ["FR: home", "LU: seat"]);
    assert_eq!(chosen("GB", None, "FR", false), ["FR: seat", "GB: united-kingdom-targeted"]);
    assert_eq!(chosen("CH", None, "FR", false), ["FR: seat", "CH: swiss-targeted"]);
    assert_eq!(chosen("FR", None, "US", false), ["FR: targeted"]);
    assert_eq!(chosen("FR", None, "", false), ["FR: home"]);
    // Whether the law of the person binds a controller elsewhere depends on what it does there.
    assert_eq!(chosen("GB", None, "US", false), ["GB: united-kingdom-targeted"]);
    assert_eq!(chosen("CH", None, "US", false), ["CH: swiss-targeted"]);
    assert!(chosen("", None, "US", false).is_empty());
}

#[test]
fn trackers_on_a_device_in_france_are_a_matter_of_the_cnil_wherever_the_controller_sits() {
    assert_eq!(chosen("FR", None, "LU", true), ["FR: trackers", "LU: seat"]);
    assert_eq!(chosen("FR", None, "GB", true), ["FR: trackers", "GB: united-kingdom"]);
    assert_eq!(chosen("BE", None, "FR", true), ["BE: home", "FR: seat"]);
}

#[test]
fn in_germany_the_laender_of_the_seat_and_of_the_person_are_both_offered() {
    assert_eq!(chosen("DE-BY", None, "DE-HH", false), ["DE-HH: land-of-seat", "DE-BY: land-of-home"]);
    assert_eq!(chosen("DE-BY", None, "DE", false), ["DE-BY: land-of-home", "DE: land-unknown"]);
    assert_eq!(chosen("DE-BY", None, "FR", false), ["DE-BY: home", "FR: seat"]);
    assert_eq!(chosen("FR", None, "DE-HH", false), ["FR: home", "DE-HH: land-of-seat"]);
    // A Land that is not known leaves all of them, and the caller says so.
    let several = competent(&Situation { home: Some(place("DE")), ..Situation::default() });
    assert!(several.first().is_some_and(|choice| choice.authorities.len() > 10), "{several:?}");
}

#[test]
fn outside_the_union_the_authority_of_the_seat_is_proposed_and_the_own_one_only_if_targeted() {
    assert_eq!(chosen("FR", None, "GB", false), ["GB: united-kingdom", "FR: targeted"]);
    assert_eq!(chosen("FR", None, "CH", false), ["CH: swiss", "FR: targeted"]);
    assert_eq!(chosen("GB", None, "GB", false), ["GB: united-kingdom"]);
    assert_eq!(chosen("CH", None, "CH-ZH", false), ["CH: swiss"]);
}

#[test]
fn whoever_lives_where_there_is_an_authority_finds_one_for_every_seat() {
    for home in AUTHORITIES.iter().map(|authority| authority.country) {
        for seat in countries() {
            let situation =
                Situation { home: Some(place(home)), seat: Some(place(seat)), ..Situation::default() };
            let choices = competent(&situation);
            assert!(choices.first().is_some_and(|choice| choice.is_proposed), "{home} {seat}");
        }
    }
}

#[test]
fn every_later_limit_reason_and_provision_has_words() {
    for language in languages() {
        let wording = Wording::of(language);
        let mut keys: Vec<String> = Later::ALL.iter().map(|later| format!("later-{}", later.id())).collect();
        let lapsed = Later::ALL.iter().filter(|it| it.is_told_once_lapsed());
        keys.extend(lapsed.map(|it| format!("later-{}-lapsed", it.id())));
        keys.extend(Later::ALL.iter().filter(|it| it.is_tracked()).map(|it| format!("calendar-{}", it.id())));
        keys.extend(Provision::ALL.iter().map(|provision| format!("citation-{}", provision.id())));
        keys.extend(Reason::ALL.iter().map(|reason| format!("authority-reason-{}", reason.id())));
        for key in keys {
            assert!(wording.has(&key), "{language}: {key}");
        }
    }
}
