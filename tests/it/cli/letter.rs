//! From the letter to its sending: nothing leaves unasked, nothing leaves twice, a blank address is never
//! guessed.

use std::fs;
use std::net::TcpListener;

use super::person::{Person, text};
use crate::paper::{lines_of, pages};

const SHOPS: [&str; 5] = ["amazon", "cdiscount", "ebay", "sarenza", "spartoo"];

#[test]
fn a_letter_is_written_for_each_of_the_five_shops() {
    for language in ["fr", "en"] {
        let person = Person::known().speaking(language);
        let drafted =
            person.run(&[&["draft", "access"], SHOPS.as_slice(), &["--json"]].concat()).exits(3).json();
        let cases = drafted["cases"].as_array().expect("a list");
        assert_eq!(cases.len(), 5);
        for case in cases {
            assert_eq!(case["language"], language);
            let letter = fs::read_to_string(text(&case["files"]["txt"])).expect("letter.txt");
            assert!(letter.contains(&text(&case["case"])), "the letter carries its reference");
            assert!(letter.contains("Camille Exemple"), "{letter}");
            let page = fs::read(text(&case["files"]["pdf"])).expect("letter.pdf");
            assert!(page.starts_with(b"%PDF-"), "letter.pdf is a PDF");
            let blank = case["company"] == "sarenza";
            assert_eq!(case["address"].is_null(), blank, "{case}");
            let mark = if language == "fr" { "[ADRESSE À COMPLÉTER]" } else { "[ADDRESS TO BE COMPLETED]" };
            assert_eq!(letter.contains(mark), blank, "{letter}");
            let has_message =
                ["amazon-fr", "cdiscount", "spartoo"].contains(&text(&case["company"]).as_str());
            assert_eq!(case["files"]["eml"].is_string(), has_message, "{case}");
        }
    }
}

#[test]
fn each_company_is_written_to_once_however_often_it_is_named() {
    let person = Person::known();
    let drafted = person.json(&["draft", "access", "cdiscount", "Cdiscount", "cdiscount.com"]);
    assert_eq!(drafted["cases"].as_array().map(Vec::len), Some(1));
}

#[test]
fn copies_go_to_the_folder_that_is_named() {
    let person = Person::known();
    let drafted = person.json(&["draft", "access", "cdiscount", "--out", "letters"]);
    let case = text(&drafted["cases"][0]["case"]);
    for name in ["letter.pdf", "letter.txt", "message.eml"] {
        let copy =
            fs::read(person.here().join(format!("letters/cdiscount-{case}/{name}"))).expect("the copy");
        assert_eq!(copy, fs::read(person.home().join(format!("cases/{case}/{name}"))).expect("the original"));
    }
}

#[test]
fn a_field_the_letter_needs_is_named_with_the_command_that_sets_it() {
    for language in ["en", "fr"] {
        let person = Person::stranger().speaking(language);
        let draft = ["draft", "access", "cdiscount", "spartoo", "--out", "letters", "--print-all", "all.pdf"];
        person.run(&draft).fails_saying(&["`name`", "habeas profile set --name"]).in_one_sentence();
        person.run(&["profile", "set", "--name", "Camille Exemple"]);
        person.run(&draft).fails_saying(&["`emails`", "habeas profile set --email"]).in_one_sentence();
        person.run(&["profile", "set", "--email", "camille@example.org"]).exits(0);
        let left =
            [person.here().join("letters"), person.here().join("all.pdf"), person.home().join("cases")];
        assert!(left.iter().all(|path| !path.exists()), "nothing half-written: {left:?}");
        person.run(&draft).exits(0);
        assert!(left.iter().all(|path| path.exists()), "{left:?}");
    }
}

#[test]
fn copies_that_cannot_be_written_open_no_case() {
    let person = Person::known();
    let taken = person.give("taken", "a file where a folder should be");
    person.run(&["draft", "access", "cdiscount", "--out", &taken]).exits(1).in_one_sentence();
    let all = ["draft", "access", "cdiscount", "spartoo", "--out", &taken, "--print-all", "all.pdf"];
    person.run(&all).exits(1).in_one_sentence();
    assert!(!person.here().join("all.pdf").exists(), "nothing half-written");
    assert_eq!(person.json(&["status"])["cases"], serde_json::json!([]));
    person.run(&["draft", "access", "cdiscount"]).exits(0);
}

#[test]
fn an_address_that_is_not_known_is_never_guessed() {
    let person = Person::known();
    let drafted = person.run(&["draft", "access", "sarenza"]).exits(3);
    assert!(drafted.out.contains("--to"), "the next step is to give the address: {}", drafted.out);
    let case = text(&person.json(&["status"])["cases"][0]["case"]);
    for command in [&["send", &case] as &[&str], &["send", &case, "--yes"], &["record", &case, "sent"]] {
        person.run(command).fails_saying(&["Sarenza", "no address", "--to"]).in_one_sentence();
    }
    assert_eq!(person.events(&case), ["drafted"]);
}

#[test]
fn an_email_address_given_by_the_person_is_written_into_the_letter() {
    let person = Person::known();
    person.run(&["draft", "access", "sarenza"]).exits(3);
    let case = text(&person.json(&["status"])["cases"][0]["case"]);
    let plan = person.json(&["send", &case, "--to", "dpo@example.org"]);
    assert_eq!(plan["messages"][0]["to"], "dpo@example.org");
    assert_eq!(plan["messages"][0]["sent"], false);
    assert_eq!(person.events(&case), ["drafted", "addressed"]);
    person.run(&["record", &case, "sent"]).exits(0);
    assert_eq!(person.json(&["status", &case])["cases"][0]["status"], "open");
}

#[test]
fn a_postal_address_given_by_the_person_is_recorded_with_the_sending() {
    let person = Person::known();
    person.run(&["draft", "access", "sarenza"]).exits(3);
    let case = text(&person.json(&["status"])["cases"][0]["case"]);
    person
        .run(&["record", &case, "sent", "--via", "post", "--to", "2 rue de l’Invention, 75000 Paris"])
        .exits(0);
    let events = &person.json(&["status", &case])["cases"][0]["events"];
    let addressed = events.as_array().expect("a list").iter().find(|event| event["kind"] == "addressed");
    assert_eq!(addressed.expect("it is kept")["to"], "2 rue de l’Invention, 75000 Paris");
    person.run(&["send", &case, "--to", "not an address"]).fails_or_is_wrong();
}

#[test]
fn the_same_request_within_a_year_is_refused_unless_it_is_wanted() {
    let mut person = Person::known();
    person.on("2026-01-15");
    let first = person.draft("cdiscount");
    person.on("2027-01-14");
    person
        .run(&["draft", "access", "cdiscount"])
        .fails_saying(&["2026-01-15", &first, "--again"])
        .in_one_sentence();
    person.run(&["draft", "access", "spartoo"]).exits(0);
    person.run(&["draft", "access", "cdiscount", "--again"]).exits(0);
    person.run(&["draft", "access", "spartoo", "cdiscount"]).exits(1);
    person.on("2028-01-14");
    person.run(&["draft", "access", "cdiscount"]).exits(0);
}

#[test]
fn a_case_named_twice_is_sent_once() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    let plan = person.json(&["send", &case, &case.to_lowercase()]);
    assert_eq!(plan["messages"].as_array().map(Vec::len), Some(1), "{plan}");
}

#[test]
fn without_yes_nothing_leaves() {
    let server = TcpListener::bind("127.0.0.1:0").expect("a port");
    server.set_nonblocking(true).expect("it is ours");
    let port = server.local_addr().expect("an address").port().to_string();
    for (language, said) in [("en", "Nothing has left."), ("fr", "Rien n’est parti.")] {
        let person = Person::known().speaking(language);
        let account =
            ["--mail-server", "127.0.0.1", "--mail-port", &port, "--mail-from", "camille@example.org"];
        let command = ["--mail-password-command", "false"];
        person.run(&[&["profile", "set"], account.as_slice(), &command].concat()).exits(0);
        let case = person.draft("cdiscount");
        let plan = person.run(&["send", &case]).exits(0);
        for fact in [&case, "camille@example.org", "letter.pdf", said, &format!(" send {case} --yes")] {
            assert!(plan.out.contains(fact), "`{fact}` is not in {}", plan.out);
        }
        assert_eq!(person.events(&case), ["drafted"]);
    }
    assert!(server.accept().is_err(), "nobody may have called");
}

#[test]
fn sending_needs_an_account() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    person.run(&["send", &case, "--yes"]).fails_saying(&["mail account", "--mail-server"]).in_one_sentence();
    assert_eq!(person.events(&case), ["drafted"]);
}

#[test]
fn a_server_that_is_not_there_leaves_the_case_unsent() {
    let free = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
    let person = Person::known();
    let account = [
        "--mail-server",
        "127.0.0.1",
        "--mail-port",
        &free.to_string(),
        "--mail-from",
        "camille@example.org",
    ]
    .map(str::to_owned);
    let account: Vec<&str> = account.iter().map(String::as_str).collect();
    let secret = person.give("secret", "not used\n");
    let command = ["--mail-password-command", &format!("/bin/cat {secret}")];
    person.run(&[&["profile", "set"], account.as_slice(), &command].concat()).exits(0);
    let case = person.draft("cdiscount");
    person.run(&["send", &case, "--yes"]).fails_saying(&["nothing was sent"]).in_one_sentence();
    assert!(!person.events(&case).contains(&"sent".to_owned()));
    person.run(&["send", &case]).exits(0);
}

#[test]
fn what_was_sent_is_not_sent_again() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    person.run(&["record", &case, "sent", "--on", super::person::TODAY]).exits(0);
    for command in [&["send", &case] as &[&str], &["send", &case, "--yes"]] {
        person.run(command).fails_saying(&[&case, "was sent on 2026-11-23", "--again"]).in_one_sentence();
    }
    person.run(&["send", &case, "--again"]).exits(0);
}

#[test]
fn a_letter_changed_since_it_was_written_is_not_sent() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    let letter = person.home().join(format!("cases/{case}/letter.txt"));
    fs::write(&letter, "Something else.").expect("it is ours");
    person.run(&["send", &case]).fails_saying(&["letter.txt", "changed"]).in_one_sentence();
}

#[test]
fn what_cannot_have_happened_is_not_recorded() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    person
        .run(&["record", &case, "sent", "--on", "2026-11-24"])
        .fails_saying(&["2026-11-24", "still to come"]);
    person.run(&["record", &case, "sent", "--on", "2026-11-22"]).fails_saying(&["drafted on 2026-11-23"]);
    for event in ["answered", "received", "acknowledged", "extended", "refused", "bounced", "reminded"] {
        person
            .run(&["record", &case, event])
            .fails_saying(&[&case, "was not sent", "sent --on"])
            .in_one_sentence();
    }
    person.run(&["record", &case, "drafted"]).fails_or_is_wrong();
    person
        .run(&["record", "HB-222222", "sent"])
        .fails_saying(&["HB-222222", "habeas status"])
        .in_one_sentence();
    let absent = person.folder().join("given/absent.pdf").display().to_string();
    person
        .run(&["record", &case, "sent", "--proof", &absent])
        .fails_saying(&["absent.pdf"])
        .in_one_sentence();
    assert_eq!(person.events(&case), ["drafted"]);
}

#[test]
fn the_order_of_days_is_kept() {
    let mut person = Person::known();
    person.on("2026-09-01");
    let case = person.draft("cdiscount");
    person.on(super::person::TODAY);
    person.run(&["record", &case, "sent", "--on", "2026-09-10"]).exits(0);
    person
        .run(&["record", &case, "answered", "--on", "2026-09-09"])
        .fails_saying(&[&case, "not sent by 2026-09-09"]);
    person.run(&["record", &case, "answered", "--on", "2026-09-10"]).exits(0);
    assert_eq!(person.events(&case), ["drafted", "sent", "answered"]);
}

#[test]
fn an_address_is_given_to_one_case_at_a_time() {
    let person = Person::known();
    let (one, other) = (person.draft("cdiscount"), person.draft("spartoo"));
    person.run(&["send", &one, &other, "--to", "dpo@example.org"]).exits(2);
    assert_eq!(
        (person.events(&one), person.events(&other)),
        (person.events(&other), vec!["drafted".to_owned()])
    );
}

#[test]
fn a_line_break_in_an_address_reaches_no_header() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    person.run(&["send", &case, "--to", "dpo@example.org\r\nBcc: all@example.org"]).fails_or_is_wrong();
    person.run(&["profile", "set", "--name", "Camille\nBcc: all@example.org"]).fails_or_is_wrong();
    person
        .run(&["profile", "set", "--email", "camille@example.org\r\nBcc: all@example.org"])
        .fails_or_is_wrong();
    assert_eq!(person.events(&case), ["drafted"]);
}

#[test]
fn a_proof_is_kept_and_its_name_is_not() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    let proof = person.give("Letter of Camille.PDF", "a receipt");
    person.run(&["record", &case, "sent", "--proof", &proof]).exits(0);
    let status = person.json(&["status", &case]);
    let file = &status["cases"][0]["events"][1]["files"][0];
    assert_eq!((&file["name"], &file["bytes"]), (&"proof.pdf".into(), &9.into()));
    assert_eq!(fs::read(person.home().join(format!("cases/{case}/proof.pdf"))).expect("kept"), b"a receipt");
}

#[test]
fn a_company_that_nothing_says_to_know_the_person_is_warned_of_once_and_written_to() {
    for (language, said) in [("en", "Nothing here says"), ("fr", "Rien n’indique ici")] {
        let person = Person::known().speaking(language);
        let two = person.run(&["draft", "access", "cdiscount", "spartoo"]).exits(0).out;
        assert_eq!(two.matches(said).count(), 1, "{two}");
        assert!(two.contains("Cdiscount, Spartoo") && two.contains("C-526/24"), "{two}");
        assert!(two.contains("profile set --dealt-with cdiscount="), "{two}");
        let known =
            person.run(&["draft", "access", "cdiscount", "--again", "--dealt-with-each"]).exits(0).out;
        assert!(!known.contains(said), "{known}");
        person.run(&["profile", "set", "--dealt-with", "cdiscount=orders since 2019"]).exits(0);
        let told = person.run(&["draft", "access", "cdiscount", "--again"]).exits(0).out;
        assert!(!told.contains(said), "{told}");
        let letter = person.json(&["draft", "access", "cdiscount", "--again"]);
        let letter = fs::read_to_string(text(&letter["cases"][0]["files"]["txt"])).expect("letter.txt");
        assert!(!letter.contains("orders since 2019"), "no letter says it");
        // A username is a dealing, and so is what a right names by itself.
        assert!(!person.run(&["draft", "access", "ebay-de"]).out.contains(said));
        assert!(!person.run(&["draft", "marketing-objection", "spartoo"]).out.contains(said));
        assert!(person.run(&["draft", "portability", "spartoo"]).out.contains(said));
    }
    let person = Person::known();
    for (company, article) in [("homegate", "(Swiss law)"), ("monzo-gb", "Art. 12(5) UK GDPR")] {
        let drafted = person.run(&["draft", "access", company]).exits(0).out;
        assert!(drafted.contains(article) && !drafted.contains("C-526/24"), "another law: {drafted}");
    }
    let drafted = person.json(&["draft", "access", "spartoo"]);
    assert_eq!(drafted["cases"][0]["known_dealing"], false);
    person.run(&["profile", "set", "--dealt-with", "spartoo"]).exits(2);
    person.run(&["profile", "set", "--dealt-with", "spartoo=a\nb"]).fails_saying(&["dealt_with.spartoo"]);
}

#[test]
fn what_was_asked_less_than_a_year_ago_is_said_when_it_is_asked_again() {
    let mut person = Person::known();
    person.on("2026-01-15");
    let first = person.draft("cdiscount");
    assert!(person.json(&["draft", "access", "cdiscount", "--again"])["cases"][0]["asked_before"].is_null());
    person.run(&["record", &first, "sent"]).exits(0);
    person.on("2026-06-01");
    for language in ["en", "fr"] {
        let again = person.run(&["draft", "access", "cdiscount", "--again", "--lang", language]).exits(0).out;
        assert!(again.contains("15 ") && again.contains(" 2026") && again.contains("excessive"), "{again}");
    }
    let again = person.json(&["draft", "access", "cdiscount", "--again"]);
    assert_eq!(again["cases"][0]["asked_before"], "2026-01-15");
    let closed = person.draft("spartoo");
    person.run(&["record", &closed, "sent"]).exits(0);
    person.run(&["record", &closed, "closed"]).exits(0);
    let after = person.json(&["draft", "access", "spartoo"]);
    assert_eq!(after["cases"][0]["asked_before"], "2026-06-01", "closed or not, it was asked");
    person.run(&["record", &first, "withdrawn"]).exits(0);
    assert!(person.json(&["draft", "access", "cdiscount", "--again"])["cases"][0]["asked_before"].is_null());
    person.on("2027-06-01");
    assert!(person.json(&["draft", "access", "cdiscount"])["cases"][0]["asked_before"].is_null());
}

#[test]
fn who_speaks_another_language_writes_in_english_where_the_company_takes_it_else_in_that_of_its_country() {
    for (country, own, company, language) in [
        ("IT", "it", "zalando", "en"),
        ("PL", "pl", "zalando", "en"),
        ("FR", "fr", "zalando", "fr"),
        ("DE", "de", "zalando", "de"),
        ("IT", "it", "cdiscount", "fr"),
    ] {
        let person = Person::known();
        person.run(&["profile", "set", "--country", country, "--language", own]).exits(0);
        let mut command = person.bare_command(&["--today", "2026-11-23", "--home"]);
        let output = command.arg(person.home()).args(["draft", "access", company, "--json"]).output();
        let drafted: serde_json::Value =
            serde_json::from_slice(&output.expect("it runs").stdout).expect("JSON");
        assert_eq!(drafted["cases"][0]["language"], language, "{own} to {company}: {drafted}");
    }
}

/// The closing stands under the end of what was said, never alone on a page.
#[test]
fn no_page_of_a_letter_only_greets() {
    let person = Person::known();
    person.run(&["profile", "set", "--country", "DE", "--language", "de"]).exits(0);
    for company in ["zalando", "otto"] {
        let drafted = person.json(&["draft", "marketing-objection", company, "--via", "post"]);
        let page = fs::read(text(&drafted["cases"][0]["files"]["pdf"])).expect("letter.pdf");
        let pages = pages(&page);
        let last = pages.last().map(|page| lines_of(page)).expect("a page");
        // Two lines of what was said, the closing, and the name.
        assert!(last >= 4, "{company}: {last} lines on the last of {} pages", pages.len());
    }
}
