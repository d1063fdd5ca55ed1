//! Tests of the room `directory` at its boundary.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use habeas::directory::Directory;
use habeas::directory::check::{check, is_email};
use habeas::directory::company::{Kind, Status};
use habeas::directory::source::{BUILT_IN, built_in, parse};
use habeas::finding::Severity;
use habeas::law::country::countries;
use habeas::wording::{Wording, languages};
use proptest::prelude::{any, proptest};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date")
}

fn directory() -> Directory {
    Directory::new(built_in().expect("the built-in directory is readable"), Vec::new())
}

/// Findings of a file as `line:column code` lines.
fn findings(text: &str) -> Vec<String> {
    let companies = parse(text, "own.yaml").expect("well formed");
    check(&companies, "own.yaml", today())
        .into_iter()
        .map(|(id, finding)| format!("{id} {} {}", finding.place, finding.code.id()))
        .collect()
}

const RECORD: &str = "- id: example-shop
  name: Example Shop
  category: retail
  countries: [FR]
  controller: { name: Example SAS, country: FR }
  contacts:
    - { purpose: rights, kind: email, value: dpo@example.org, source: \"https://example.org/privacy\", checked: 2026-01-01 }
  status: usable
";

#[test]
fn the_built_in_directory_has_no_problem() {
    let companies = built_in().expect("readable");
    let problems: Vec<_> = check(&companies, BUILT_IN, today())
        .into_iter()
        .filter(|(_, finding)| finding.severity() == Severity::Problem)
        .collect();
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn the_five_founding_shops_are_there_and_sarenza_is_honest_about_its_address() {
    let directory = directory();
    for word in ["ebay", "Amazon", "cdiscount", "Spartoo", "SARENZA"] {
        assert!(directory.find(word).is_ok(), "{word}");
    }
    let sarenza = directory.find("sarenza").expect("there");
    assert_eq!((sarenza.status, sarenza.first_contact().is_some()), (Status::Incomplete, false));
    assert!(directory.find("amazon").expect("there").contact(Kind::Email).is_some());
}

#[test]
fn names_are_found_without_accents_and_near_names_are_only_suggested() {
    let directory = directory();
    assert_eq!(directory.find("c discount").expect("spaces do not matter").id(), "cdiscount");
    assert_eq!(directory.find("Spartto").expect_err("a typo is not a choice"), ["spartoo"]);
    assert_eq!(
        directory.find("sarena").expect_err("a typo is not a choice").first().map(String::as_str),
        Some("sarenza")
    );
    assert_eq!(directory.find("zzzz").expect_err("nothing is near"), Vec::<String>::new());
    assert_eq!(directory.search("cdis").first().map(|company| company.id()), Some("cdiscount"));
}

#[test]
fn the_users_own_record_wins() {
    let own = parse(&RECORD.replace("example-shop", "sarenza"), "own.yaml").expect("well formed");
    let directory = Directory::new(built_in().expect("readable"), own);
    assert_eq!(directory.by_id("sarenza").expect("there").name, "Example Shop");
}

#[test]
fn a_sound_record_has_no_finding() {
    assert_eq!(findings(RECORD), Vec::<String>::new());
}

#[test]
fn all_faults_are_reported_at_once_with_their_place() {
    let broken = RECORD
        .replace("dpo@example.org", "dpo@example")
        .replace("[FR]", "[XX]")
        .replace("https://example.org/privacy", "example")
        .replace("2026-01-01", "2021-01-01");
    assert_eq!(
        findings(&broken),
        [
            "example-shop own.yaml:4:15 bad-code",
            "example-shop own.yaml:7:46 bad-email",
            "example-shop own.yaml:7:67 bad-source",
            "example-shop own.yaml:1:7 record-stale",
        ]
    );
}

#[test]
fn a_hidden_character_and_a_look_alike_host_are_found() {
    assert_eq!(
        findings(&RECORD.replace("dpo@example.org", "\"dpo@ex\u{430}mple.org\"")),
        ["example-shop own.yaml:7:46 mixed-script"]
    );
    let hidden = findings(&RECORD.replace("dpo@example.org", "\"dpo\u{202e}@example.org\""));
    assert!(hidden.iter().any(|finding| finding.ends_with("control-character")), "{hidden:?}");
}

#[test]
fn an_id_that_could_name_another_folder_is_refused() {
    for id in ["../../x", "a/b", "Shop", "-shop", "\"\"", "a b"] {
        let text = RECORD.replace("example-shop", id);
        assert_eq!(parse(&text, "own.yaml").expect_err("no id").line, 1, "{id}");
    }
}

#[test]
fn a_siren_is_checked_by_its_digit() {
    let with = |siren: &str| RECORD.replace("country: FR }", &format!("country: FR, siren: \"{siren}\" }}"));
    assert_eq!(findings(&with("732829320")), Vec::<String>::new());
    assert_eq!(findings(&with("732829321")), ["example-shop own.yaml:5:56 bad-siren"]);
}

#[test]
fn a_broken_file_is_shown_with_its_lines() {
    let fault =
        parse(&RECORD.replace("status: usable", "status: perhaps"), "own.yaml").expect_err("no such status");
    assert_eq!((fault.line, fault.column), (8, 11));
    assert!(fault.shown.contains("status: perhaps"), "{}", fault.shown);
}

#[test]
fn every_country_has_a_name_in_every_language() {
    for language in languages() {
        for country in countries() {
            assert!(Wording::of(language).has(&format!("country-{country}")), "{language} {country}");
        }
    }
    assert_eq!(countries().collect::<BTreeSet<_>>().len(), countries().count());
}

#[test]
fn only_addresses_that_can_be_written_to_are_e_mail() {
    for good in ["dpo@example.org", "informatique-et-libertes@example.org", "a+b@example.co.uk"] {
        assert!(is_email(good), "{good}");
    }
    for bad in [
        "",
        "dpo",
        "dpo@",
        "@example.org",
        "dpo@example",
        "a b@example.org",
        "a@b@example.org",
        "a@.org",
        "a@example.org\r\nBcc: x@example.org",
    ] {
        assert!(!is_email(bad), "{bad:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_a_directory_or_a_fault_never_a_panic(text in any::<String>()) {
        if let Ok(companies) = parse(&text, "own.yaml") {
            assert!(check(&companies, "own.yaml", today()).len() < 1_000);
        }
    }
}
