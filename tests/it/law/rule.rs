//! The rules and the days that are data: nothing overlaps, nothing is missing, every line is readable.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use habeas::law::country::Jurisdiction;
use habeas::law::holiday::{Calendar, codes, needless_overrides, unreadable_rules};
use habeas::law::right::Right;
use habeas::law::rule::{RULES, Rule};
use habeas::law::time_limit::{Counted, Course, Rules, State, rules_for};

use super::{count, date, plain};

fn rules_of(law: Jurisdiction) -> Vec<&'static Rule> {
    RULES.iter().filter(|rule| rule.jurisdiction == law).collect()
}

#[test]
fn the_rules_of_a_law_neither_overlap_nor_leave_a_gap() {
    for law in [Jurisdiction::European, Jurisdiction::UnitedKingdom, Jurisdiction::Swiss] {
        let rules = rules_of(law);
        assert_eq!(
            rules.first().and_then(|rule| rule.from),
            None,
            "{law:?}: a first day before which nothing holds"
        );
        assert_eq!(
            rules.last().and_then(|rule| rule.until),
            None,
            "{law:?}: a last day after which nothing holds"
        );
        assert!(!rules.is_empty(), "{law:?}");
        for pair in rules.windows(2) {
            let next = pair[0].until.and_then(|until| until.succ_opt());
            assert!(
                next.is_some() && next == pair[1].from,
                "{law:?}: {:?} then {:?}",
                pair[0].rules,
                pair[1].rules
            );
        }
    }
    assert!(rules_of(Jurisdiction::Elsewhere).is_empty(), "who sits elsewhere is measured by the Regulation");
}

#[test]
fn every_rule_is_found_by_the_days_it_holds_for() {
    let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.rules.id()).collect();
    assert_eq!(ids.len(), RULES.len());
    for rule in RULES {
        assert_eq!(rule, rule.rules.rule());
        let country = match rule.jurisdiction {
            Jurisdiction::UnitedKingdom => "GB",
            Jurisdiction::Swiss => "CH",
            Jurisdiction::European | Jurisdiction::Elsewhere => "FR",
        };
        let days: [NaiveDate; 2] =
            [rule.from.unwrap_or(NaiveDate::MIN), rule.until.unwrap_or(NaiveDate::MAX)];
        assert_eq!(days.map(|day| rules_for(country, day)), [rule.rules; 2]);
    }
    assert_eq!(rules_for("US", date("2026-01-01")), Rules::European);
    let shown = |rules: Rules| serde_json::to_value(rules).expect("a word");
    assert_eq!(shown(Rules::UnitedKingdomSince2026), "united-kingdom-since-2026");
}

#[test]
fn every_holiday_rule_is_readable_and_every_calendar_is_reachable() {
    assert_eq!(unreadable_rules(), Vec::<&str>::new());
    assert_eq!(needless_overrides(), Vec::<String>::new());
    assert_eq!(codes().count(), 84);
    assert!(Calendar::of("US", None).is_none());
    assert_eq!(Calendar::of("gb", Some("sct")).map(Calendar::code), Some("GB-SCT"));
}

#[test]
fn days_set_or_moved_once_count_where_they_were_decreed() {
    let is_working = |code: &str, day: &str| {
        let (country, region) =
            code.split_once('-').map_or((code, None), |(country, region)| (country, Some(region)));
        Calendar::of(country, region).expect("known").is_working_day(date(day))
    };
    assert!(is_working("GB-ENG", "2020-05-04") && !is_working("GB-ENG", "2020-05-08"));
    assert!(!is_working("GB-WLS", "2022-09-19"), "Wales inherits from England");
    assert!(!is_working("GB-SCT", "2026-06-15") && is_working("GB-ENG", "2026-06-15"));
    assert!(is_working("GR", "2024-05-01") && !is_working("GR", "2024-05-07"));
    assert!(!is_working("DE-BE", "2025-05-08") && is_working("DE", "2025-05-08"));
    assert!(!is_working("CH-AR", "2025-12-26") && is_working("CH-AR", "2028-12-26"));
    assert!(!is_working("CH-NE", "2033-12-26") && is_working("CH-NE", "2035-12-26"));
}

/// A rest day by decree moves the safe date and leaves the legal one.
#[test]
fn disputed_days_move_only_the_safe_date_and_a_step_says_so() {
    assert!(Calendar::of("HU", None).expect("known").is_working_day(date("2026-08-21")));
    let limit = count(&plain("HU", "2026-07-21"));
    assert_eq!((limit.due, limit.safe), (Some(date("2026-08-21")), Some(date("2026-08-27"))));
    let moved =
        |limit: &habeas::law::time_limit::TimeLimit, what| limit.steps.iter().any(|step| step.what == what);
    assert!(moved(&limit, Counted::SafeDisputed) && !moved(&limit, Counted::SafeRegional));

    let regional = count(&plain("FR", "2027-02-26")); // Good Friday in Alsace.
    assert_eq!((regional.due, regional.safe), (Some(date("2027-03-26")), Some(date("2027-04-02"))));
    assert!(moved(&regional, Counted::SafeRegional) && !moved(&regional, Counted::SafeDisputed));
    let known = count(&plain("FR-6AE", "2027-02-26"));
    assert_eq!((known.due, known.safe), (Some(date("2027-03-30")), Some(date("2027-04-02"))));
    assert!(moved(&known, Counted::SafePost) && !moved(&known, Counted::SafeRegional));
}

/// A right without a period has no date, whoever is asked; the others have one.
#[test]
fn the_period_is_that_of_the_rights_the_rule_covers_and_of_no_other() {
    for (country, rights) in [("FR", 9), ("GB", 9), ("CH", 3)] {
        let due = |right| count(&Course { right, ..plain(country, "2026-03-02") });
        let covered: Vec<Right> =
            Right::ALL.iter().copied().filter(|right| due(*right).due.is_some()).collect();
        assert_eq!(covered.len(), rights, "{country}: {covered:?}");
        assert!(covered.contains(&Right::Access) && !covered.contains(&Right::WithdrawConsent), "{country}");
        let withdrawn = due(Right::WithdrawConsent);
        assert_eq!((withdrawn.state, withdrawn.safe, withdrawn.unpaused), (State::Open, None, None));
    }
    let objection = count(&Course { right: Right::MarketingObjection, ..plain("FR", "2026-03-02") });
    assert!(objection.steps.iter().any(|step| step.what == Counted::ObjectionAtOnce));
}
