//! Tests of the room `directory` at its boundary.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use habeas::directory::Directory;
use habeas::directory::check::{Tally, check, tally};
use habeas::directory::company::{Company, Contact, Status};
use habeas::directory::source::{
    BUILT_IN, built_in, built_in_as_written, built_in_named, parse, parse_in_part,
};
use habeas::directory::value::{Kind, is_email};
use habeas::finding::Position;
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
    let (companies, unread) = parse_in_part(text, "own.yaml");
    let unread = unread.into_iter().map(|unread| (unread.company, unread.finding));
    unread
        .chain(check(&companies, &[], "own.yaml", today()))
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
    let companies = built_in_as_written().expect("readable");
    let problems: Vec<_> = check(&companies, &[], BUILT_IN, today())
        .into_iter()
        .filter(|(_, finding)| finding.severity() == Severity::Problem)
        .collect();
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn the_built_in_directory_is_large_enough_and_every_fact_has_its_page_and_day() {
    let companies = built_in().expect("readable");
    let usable: Vec<_> = companies.iter().filter(|company| company.status == Status::Usable).collect();
    let for_france =
        usable.iter().filter(|company| company.countries.iter().any(|code| &*code.value == "FR"));
    assert!(usable.len() >= 400, "{} usable", usable.len());
    assert!(for_france.clone().count() >= 120, "{} usable for France", for_france.count());
    assert!(usable.iter().all(|company| company.first_contact().is_some()), "nothing to write to");
    for company in &companies {
        let contacts = company.contacts.iter().map(|contact| (&contact.source.value, contact.checked.value));
        let holds = company.holds.iter().map(|it| (&it.source.value, it.checked.value));
        let shares = company.shares_with.iter().map(|it| (&it.source.value, it.checked.value));
        for (source, checked) in contacts.chain(holds).chain(shares) {
            assert!(source.starts_with("https://") && checked <= today(), "{}: {source}", company.id());
        }
    }
}

/// What a record says, without the lines on which it says it.
fn facts(company: &Company) -> String {
    let contact = |it: &Contact| {
        let country = it.country.as_ref().map(|country| &country.value);
        format!(
            "{:?} {:?} {} {country:?} {} {}",
            it.purpose,
            it.kind(),
            &*it.value.value,
            it.source.value,
            it.checked.value
        )
    };
    let controller = company.controller.as_ref().map(|it| {
        (&it.name, &it.country.value, it.siren.as_ref().map(|siren| &siren.value), it.region.as_ref())
    });
    let joint = company.joint_controllers.iter().chain(&company.representative);
    let joint = joint.map(|it| (&it.name, it.country.as_ref().map(|country| &country.value)));
    let holds = company.holds.iter().map(|it| (it.category, &it.source.value, it.checked.value));
    let shares = company.shares_with.iter().map(|it| (&it.name, it.role, &it.source.value, it.checked.value));
    [
        format!(
            "{} {} {:?} {:?} {:?}",
            company.id(),
            company.name,
            company.brands,
            company.formerly,
            company.packs
        ),
        format!(
            "{:?} {:?} {:?}",
            company.category,
            company.languages,
            company.authority.as_ref().map(|it| &it.value)
        ),
        format!("{:?}", company.countries.iter().map(|country| &country.value).collect::<Vec<_>>()),
        format!("{controller:?} {:?}", joint.collect::<Vec<_>>()),
        company.contacts.iter().map(contact).collect::<Vec<_>>().join("\n"),
        format!("{:?} {:?}", company.identify_by, company.id_document),
        format!("{:?} {:?}", holds.collect::<Vec<_>>(), shares.collect::<Vec<_>>()),
        format!("{:?} {:?} {:?}", company.note, company.confidence, company.status),
    ]
    .join("\n")
}

#[test]
fn what_is_compiled_in_is_what_was_written() {
    let compiled = built_in().expect("readable");
    let written = built_in_as_written().expect("readable");
    assert_eq!(compiled.len(), written.len());
    for (compiled, written) in compiled.iter().zip(&written) {
        assert_eq!(facts(compiled), facts(written));
    }
}

#[test]
fn france_comes_first_then_everywhere_then_the_others() {
    let companies = built_in().expect("readable");
    let part = |codes: &[&str]| match (codes.contains(&"FR"), codes.contains(&"ALL")) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    };
    let parts: Vec<_> = companies
        .iter()
        .map(|company| part(&company.countries.iter().map(|code| &*code.value).collect::<Vec<_>>()))
        .collect();
    assert!(parts.is_sorted(), "the order that the header of companies.yaml promises");
}

#[test]
fn packs_are_lists_of_companies_that_can_be_written_to() {
    let directory = directory();
    let founding: Vec<_> = directory.pack("founding-five").iter().map(|company| company.id()).collect();
    assert_eq!(founding, ["amazon-fr", "cdiscount", "ebay-de", "sarenza", "spartoo"]);
    for name in ["fr-shops", "fr-telecom", "data-brokers", "ad-tech", "travel"] {
        let pack = directory.pack(name);
        assert!(pack.len() >= 5 && pack.iter().all(|company| company.status == Status::Usable), "{name}");
    }
    assert_eq!(directory.packs().len(), 6);
    assert!(directory.pack("fr-bakeries").is_empty());
}

#[test]
fn an_id_of_before_still_leads_to_its_company() {
    assert_eq!(directory().by_id("datenschutzbuero").map(|company| company.id()), Some("galaxus"));
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
fn what_a_name_chooses_among_few_it_chooses_among_all() {
    let all = Directory::new(built_in().expect("readable"), Vec::new());
    for company in all.companies() {
        let controller = company.controller.iter().map(|controller| controller.name.as_str());
        let names = company.brands.iter().chain(&company.formerly).map(String::as_str);
        for name in names.chain(controller).chain([company.id(), company.name.as_str()]) {
            let few = Directory::new(built_in_named(&[name]).expect("readable"), Vec::new());
            let chosen = |directory: &Directory| directory.find(name).map(|found| found.id().to_owned()).ok();
            assert_eq!(chosen(&few), chosen(&all), "{name}");
            assert!(few.companies().len() < 20, "{name}: {}", few.companies().len());
        }
    }
}

#[test]
fn names_are_found_without_accents_and_near_names_are_only_suggested() {
    let directory = directory();
    assert_eq!(directory.find("c discount").expect("spaces do not matter").id(), "cdiscount");
    assert_eq!(
        directory.find("Spartto").expect_err("a typo is not a choice").first().map(String::as_str),
        Some("spartoo")
    );
    assert_eq!(
        directory.find("sarena").expect_err("a typo is not a choice").first().map(String::as_str),
        Some("sarenza")
    );
    assert_eq!(directory.find("zzzz").expect_err("nothing is near"), Vec::<String>::new());
    assert_eq!(directory.search("cdis", "FR").first().map(|found| found.company.id()), Some("cdiscount"));
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
        .replace("https://example.org/privacy", "example");
    assert_eq!(
        findings(&broken),
        [
            "example-shop own.yaml:4:15 bad-code",
            "example-shop own.yaml:7:46 bad-email",
            "example-shop own.yaml:7:67 bad-source",
        ]
    );
    let old = RECORD.replace("2026-01-01", "2021-01-01");
    assert_eq!(findings(&old), ["example-shop own.yaml:1:7 record-stale"]);
}

#[test]
fn a_hidden_character_and_a_look_alike_host_are_found() {
    assert_eq!(
        findings(&RECORD.replace("dpo@example.org", "\"dpo@ex\u{430}mple.org\"")),
        ["example-shop own.yaml:7:46 mixed-script"]
    );
    let hidden = findings(&RECORD.replace("dpo@example.org", "\"dpo\u{202e}@example.org\""));
    assert!(hidden.iter().any(|finding| finding.ends_with("bad-email")), "{hidden:?}");
    let hidden = findings(&RECORD.replace("Example Shop", "\"Example\u{202e}Shop\""));
    assert_eq!(hidden, ["example-shop own.yaml:1:7 control-character"]);
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
fn every_faulty_record_is_reported_and_the_others_are_read() {
    let plain = "- id: shop-N\n  name: Shop N\n  category: retail\n  countries: [FR]\n  status: incomplete\n";
    let faulty = plain.replace("category: retail", "category: bakery");
    let mut text = String::from("# A directory.\n");
    let mut planted = Vec::new();
    for number in 0..10_000_u64 {
        // Line 1 is the comment; the category is the third line of its record.
        let is_faulty = number % 97 == 13;
        planted.extend(is_faulty.then_some(1 + number * 5 + 3));
        text += &if is_faulty { &faulty } else { plain }.replace('N', &number.to_string());
    }
    let (companies, faults) = parse_in_part(&text, "own.yaml");
    let places: Vec<_> = faults.iter().map(|fault| fault.finding.place.position.clone()).collect();
    assert_eq!(places, planted.iter().map(|line| Some(Position::Line(*line, 13))).collect::<Vec<_>>());
    assert!(faults.iter().all(|fault| fault.finding.code.id() == "not-a-choice"), "{:?}", faults[0]);
    assert!(faults[0].excerpt.contains("category: bakery"), "{:?}", faults[0]);
    assert_eq!(faults[0].company, "shop-13");
    assert_eq!(companies.len(), 10_000 - planted.len());
    let last = companies.last().expect("many");
    assert_eq!((last.id(), last.id.referenced.line()), ("shop-9999", 1 + 9_999 * 5 + 1));
}

#[test]
fn the_lines_of_every_fault_are_shown_with_their_own_numbers() {
    let text = RECORD.to_owned()
        + &RECORD.replace("category: retail", "category: bakery")
        + &RECORD.replace("status: usable", "state: usable");
    let fault = parse(&text, "own.yaml").expect_err("two faults");
    assert_eq!((fault.line, fault.column), (11, 13));
    for shown in ["11 |   category: bakery", "24 |   state: usable"] {
        assert!(fault.shown.contains(shown), "{shown}: {}", fault.shown);
    }
}

#[test]
fn files_that_other_programs_wrote_are_read_or_refused_with_a_reason() {
    let read = |text: &str| parse(text, "own.yaml").map(|companies| companies.len());
    assert_eq!(read(&format!("\u{feff}{RECORD}")), Ok(1), "a byte order mark");
    assert_eq!(read(&RECORD.replace('\n', "\r\n")), Ok(1), "line ends of Windows");
    assert!(read(&RECORD.replace("  name:", "\tname:")).is_err(), "tabs");
    assert!(read(&RECORD.replace("  name:", "  name: Twice\n  name:")).is_err(), "a key given twice");
    let deep = format!("- {}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(read(&deep).is_err(), "nested deeply");
    let bomb: String = (1..30).map(|n| format!("  - &a{n} [*a{}, *a{0}, *a{0}, *a{0}]\n", n - 1)).collect();
    assert!(read(&format!("- brands:\n  - &a0 [x, x]\n{bomb}")).is_err(), "aliases that multiply");
}

#[test]
fn a_mailbox_of_two_unrelated_companies_is_found() {
    let other = RECORD.replace("example-shop", "garage").replace("Example Shop", "Garage");
    let unrelated = other.replace("Example SAS", "Moteurs SAS");
    assert_eq!(findings(&format!("{RECORD}{unrelated}")), ["garage own.yaml:15:46 shared-mailbox"]);
    assert_eq!(findings(&format!("{RECORD}{other}")), Vec::<String>::new(), "one controller");
}

#[test]
fn a_record_is_checked_beside_the_directory_it_is_consulted_with() {
    let built_in = parse(RECORD, "built-in").expect("sound");
    let garage = RECORD.replace("example-shop", "garage").replace("Example Shop", "Garage");
    let garage = garage.replace("Example SAS", "Moteurs SAS");
    let own_mailbox = garage.replace("dpo@example.org", "dpo@garage.example");
    let former = |id: &str| own_mailbox.replace("category:", &format!("formerly: [{id}]\n  category:"));
    for (own, said) in [
        (garage.clone(), vec!["shared-mailbox"]),
        (own_mailbox.clone(), vec![]),
        (RECORD.to_owned(), vec![]),
        (former("example-shop"), vec!["duplicate-id"]),
        (former("garage"), vec!["duplicate-id"]),
        (former("other"), vec![]),
        (own_mailbox.replace("country: FR", "country: DE, region: ZZ"), vec!["bad-code"]),
        (own_mailbox.replace("country: FR", "country: DE, region: BY"), vec![]),
    ] {
        let found = check(&parse(&own, "own.yaml").expect("readable"), &built_in, "own.yaml", today());
        let found: Vec<&str> = found.iter().map(|(_, finding)| finding.code.id()).collect();
        assert_eq!(found, said, "{own}");
    }
    let unread = RECORD
        .replace("country: FR", "country: XX")
        .replace("source: \"https://", "source: \"https://ex\u{430}");
    let unread =
        unread.replace("example-shop", "third").replace("category:", "formerly: [example-shop]\n  category:");
    let found = findings(&format!("{RECORD}{unread}")).join("\n");
    for code in ["bad-code", "mixed-script", "duplicate-id"] {
        assert!(found.contains(code), "{code}: {found}");
    }
    let to_come = parse(&RECORD.replace("2026-01-01", "2027-01-01"), "own.yaml").expect("readable");
    assert_eq!(tally(&to_come, today()).0.recent, 0, "on a day to come nobody has seen anything");
}

#[test]
fn an_id_that_another_company_had_before_is_taken() {
    let former = RECORD.replace("category:", "formerly: [shop]\n  category:");
    let other = RECORD.replace("id: example-shop", "id: shop");
    assert_eq!(findings(&format!("{former}{other}")), ["shop own.yaml:10:7 duplicate-id"]);
}

#[test]
fn codes_are_checked_wherever_they_stand() {
    let entities = RECORD
        .replace("  contacts:", "  joint_controllers: [{ name: Other, country: XX }]\n  contacts:")
        .replace("  contacts:", "  representative: { name: Third, country: XX }\n  contacts:")
        .replace("  category:", "  languages: [xx]\n  category:");
    assert_eq!(
        findings(&entities),
        [
            "example-shop own.yaml:3:15 bad-code",
            "example-shop own.yaml:7:47 bad-code",
            "example-shop own.yaml:8:43 bad-code",
        ]
    );
}

#[test]
fn usable_verified_and_recent_companies_are_counted_by_country() {
    let old = RECORD.replace("example-shop", "old").replace("2026-01-01", "2021-01-01");
    let doubtful = RECORD.replace("example-shop", "doubtful").replace("[FR]", "[FR, BE]");
    let doubtful = doubtful.replace("status:", "confidence: unverified\n  status:");
    let companies = parse(&format!("{RECORD}{old}{doubtful}"), "own.yaml").expect("well formed");
    let (all, countries) = tally(&companies, today());
    assert_eq!(all, Tally { usable: 3, verified: 2, recent: 2 });
    assert_eq!(countries.get("FR"), Some(&all));
    assert_eq!(countries.get("BE"), Some(&Tally { usable: 1, verified: 0, recent: 1 }));
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
    for good in [
        "dpo@example.org",
        "informatique-et-libertes@example.org",
        "a+b@example.co.uk",
        "dpo@b\u{fc}cher.example",
    ] {
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
        "d\u{ed}o@example.org",
        "dp\u{43e}@example.org",
        "a@example.org\r\nBcc: x@example.org",
    ] {
        assert!(!is_email(bad), "{bad:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_a_directory_or_a_fault_never_a_panic(text in any::<String>()) {
        if let Ok(companies) = parse(&text, "own.yaml") {
            assert!(check(&companies, &[], "own.yaml", today()).len() < 1_000);
        }
    }
}

#[test]
fn the_key_of_an_address_is_its_whole_fingerprint_and_belongs_to_an_address_mail_goes_to() {
    let key = "8F17777118A33DDA9BA48E62AACB3243630052D9";
    let with = |key: &str| RECORD.replace("kind: email,", &format!("kind: email, openpgp: \"{key}\","));
    assert_eq!(findings(&with(key)), Vec::<String>::new());
    let read = parse(&with(key), "own.yaml").expect("well formed");
    let read = read[0].contacts[0].openpgp.as_ref().expect("it is read");
    assert_eq!(&*read.value, key);
    for part in ["AACB3243630052D9", "8F17 7771 18A3 3DDA 9BA4  8E62 AACB 3243 6300 52D9", "no"] {
        assert_eq!(findings(&with(part)), ["example-shop own.yaml:7:48 bad-fingerprint"], "{part}");
    }
    let form = with(key)
        .replace("email, openpgp", "form, openpgp")
        .replace("dpo@example.org", "\"https://example.org/f\"");
    assert_eq!(
        findings(&form),
        ["example-shop own.yaml:7:47 bad-fingerprint"],
        "a form takes no encrypted mail"
    );
}
