//! The legal clock as a program reads it, on the worked examples, and as it moves a case from day to day.

use super::person::{Person, text};

/// Controller, receipt, further flags, legal date.
const EXAMPLES: [(&str, &str, &str, &str); 15] = [
    ("FR", "2026-09-10", "", "2026-10-12"), // 10 October is a Saturday.
    ("FR", "2027-01-31", "", "2027-03-01"), // There is no 31 February; the 28th is a Sunday.
    ("FR", "2025-04-08", "", "2025-05-09"), // 8 May is a holiday.
    ("FR", "2027-04-16", "", "2027-05-18"), // Pentecost and Whit Monday.
    ("FR", "2026-03-31", "--extended", "2026-06-30"), // Three months, to the last day of June.
    ("FR", "2027-02-26", "", "2027-03-26"), // Good Friday is a working day in France,
    ("FR 6AE", "2027-02-26", "", "2027-03-30"), // and none in Alsace; then comes Easter.
    ("DE", "2026-11-26", "", "2026-12-28"), // 26 December is a Saturday.
    ("PL", "2026-11-24", "", "2026-12-28"), // 24 December is a holiday since 2025.
    ("BG", "2025-02-03", "", "2025-03-04"), // 3 March is a holiday.
    ("FR", "2026-03-02", "--identity-asked 2026-03-03 --identity-answered 2026-03-13", "2026-04-13"),
    ("FR", "2026-01-12", "--identity-asked 2026-03-02 --identity-answered 2026-03-06", "2026-02-12"),
    ("GB ENG", "2026-04-08", "--identity-asked 2026-04-10 --identity-answered 2026-04-21", "2026-05-21"),
    (
        "GB ENG",
        "2026-05-05",
        "--clarification-asked 2026-05-11 --clarification-answered 2026-05-15",
        "2026-06-10",
    ),
    ("CH ZH", "2026-04-01", "", "2026-05-04"), // Thirty days end on 1 May, a holiday in Zürich.
];

#[test]
fn the_worked_examples_are_right_to_the_day() {
    let mut person = Person::stranger();
    person.on("2027-12-31");
    for (controller, received, further, due) in EXAMPLES {
        let (country, region) = controller.split_once(' ').unwrap_or((controller, ""));
        let mut arguments = vec!["deadline", "--country", country, "--received", received];
        if !region.is_empty() {
            arguments.extend(["--region", region]);
        }
        arguments.extend(further.split_whitespace());
        let counted = person.json(&arguments);
        assert_eq!(counted["due"], due, "{controller} {received} {further}: {counted}");
        assert_eq!(counted["state"], "running");
        assert!(
            text(&counted["safe"]).as_str() >= due,
            "the safe date is never before the legal one: {counted}"
        );
    }
}

#[test]
fn an_open_question_stops_the_clock_and_the_date_without_it_stays() {
    let asked = ["deadline", "--country", "FR", "--received", "2026-03-02", "--identity-asked", "2026-03-03"];
    let counted = Person::stranger().json(&asked);
    assert_eq!((&counted["state"], &counted["due"]), (&"suspended".into(), &serde_json::Value::Null));
    assert_eq!(counted["unpaused"], "2026-04-02");
}

#[test]
fn every_step_is_explained_with_its_article_in_both_languages() {
    let texts = ["en", "fr"].map(|language| {
        let counted = Person::stranger().speaking(language).json(&[
            "deadline",
            "--country",
            "FR",
            "--received",
            "2026-09-10",
        ]);
        let steps = counted["steps"].as_array().expect("a list").clone();
        assert!(steps.len() >= 3, "{steps:?}");
        for step in &steps {
            assert!(!text(&step["text"]).is_empty() && !text(&step["article"]).is_empty(), "{step}");
        }
        steps.iter().map(|step| text(&step["text"])).collect::<Vec<_>>()
    });
    assert_ne!(texts[0], texts[1]);
}

#[test]
fn the_rules_the_calendar_and_what_moved_the_safe_date_are_named() {
    let person = Person::stranger();
    let clarified = ["--clarification-asked", "2026-05-11", "--clarification-answered", "2026-05-15"];
    let asked = ["deadline", "--country", "gb", "--region", "gb-sct", "--received", "2026-05-05"];
    let counted = person.json(&[asked.as_slice(), &clarified].concat());
    assert_eq!(
        (&counted["rules"], &counted["calendar"]),
        (&"united-kingdom-since-2026".into(), &"GB-SCT".into())
    );
    assert_eq!((&counted["country"], &counted["region"]), (&"GB".into(), &"SCT".into()));
    let counted = person.json(&["deadline", "--country", "SE", "--received", "2025-11-30"]);
    assert_eq!((&counted["due"], &counted["safe"]), (&"2025-12-30".into(), &"2026-01-07".into()));
    let reasons: Vec<_> = counted["safe_reasons"].as_array().expect("a list").iter().collect();
    assert_eq!(reasons.len(), 2, "{counted}");
    assert_eq!((&reasons[0]["reason"], &reasons[0]["until"]), (&"post".into(), &"2026-01-05".into()));
    assert_eq!(
        (&reasons[1]["reason"], &reasons[1]["until"]),
        (&"disputed-days".into(), &"2026-01-07".into())
    );
    let counted = person.json(&["deadline", "--country", "FR", "--received", "2024-02-29"]);
    assert_eq!(counted["safe_reasons"].as_array().map(Vec::len), Some(2), "{counted}");
    assert_eq!(counted["safe_reasons"][1]["reason"], "regional-holidays");
}

/// Any combination answers the contract.
#[test]
fn every_combination_of_flags_has_every_key() {
    let person = Person::stranger();
    let identity = ["--identity-asked", "2026-04-10"];
    let clarification = ["--clarification-asked", "2026-04-12", "--clarification-answered", "2026-04-15"];
    let fee = ["--fee-asked", "2026-04-13", "--fee-answered", "2026-04-16"];
    for country in ["FR", "GB", "CH", "NO"] {
        for flags in 0..16 {
            let mut arguments = vec!["deadline", "--country", country, "--received", "2026-04-08"];
            arguments.extend(
                [&["--extended"] as &[&str], &identity, &clarification, &fee]
                    .iter()
                    .enumerate()
                    .flat_map(|(bit, given)| if flags & (1 << bit) == 0 { &[] } else { *given }),
            );
            let counted = person.json(&arguments);
            let state = text(&counted["state"]);
            for key in ["due", "safe", "unpaused"] {
                assert!(
                    counted.get(key).is_some_and(|date| date.is_null() || !text(date).is_empty()),
                    "{counted}"
                );
            }
            assert_eq!(counted["due"].is_null(), state != "running", "{country} {flags}: {counted}");
            assert_eq!(counted["safe"].is_null(), state != "running", "{country} {flags}: {counted}");
            assert!(["running", "suspended", "open"].contains(&state.as_str()));
            assert!(counted["steps"].as_array().is_some_and(|steps| steps.len() >= 2), "{counted}");
        }
    }
}

#[test]
fn days_that_cannot_be_are_refused_each_in_its_own_words() {
    let person = Person::stranger(); // It is 23 November 2026.
    let refused = |flags: &str, words: &[&str]| {
        let arguments: Vec<&str> = ["deadline"].into_iter().chain(flags.split(' ')).collect();
        let done = person.run(&arguments);
        assert_eq!(done.code, 2, "{flags}: {}", done.err);
        assert!(words.iter().all(|word| done.err.contains(word)), "{flags}: {}", done.err);
        done.in_one_sentence();
    };
    let received = "--country FR --received 2026-09-10";
    refused("--country FR --received 2026-11-24", &["`--received` lies after `--today`"]);
    for (country, eve) in
        [("FR", "2018-05-24"), ("GB", "2020-12-31"), ("CH", "2023-08-31"), ("US", "2018-05-24")]
    {
        refused(
            &format!("--country {country} --received {eve}"),
            &["the first day of the law", "another law"],
        );
    }
    for (country, first) in [("FR", "2018-05-25"), ("GB", "2021-01-01"), ("CH", "2023-09-01")] {
        person.json(&["deadline", "--country", country, "--received", first]);
    }
    refused(
        &format!("{received} --identity-asked 2026-09-09"),
        &["`--identity-asked` lies before `--received`"],
    );
    refused(
        &format!("{received} --fee-asked 2026-09-20 --fee-answered 2026-09-19"),
        &["`--fee-answered` lies before `--fee-asked`"],
    );
    refused(
        &format!("{received} --clarification-asked 2026-09-20 --clarification-answered 2026-09-19"),
        &["`--clarification-answered` lies before `--clarification-asked`"],
    );
    refused(&format!("{received} --identity-asked 2026-11-24"), &["`--identity-asked` is a day to come"]);
    refused(
        &format!("{received} --identity-asked 2026-09-20 --identity-answered 2026-11-24"),
        &["`--identity-answered` is a day to come", "leave out --identity-answered"],
    );
    refused("--country QQ --received 2026-09-10", &["no rules for country `QQ`"]);
    refused("--country QQ --region BY --received 2026-09-10", &["no rules for country `QQ`"]);
    refused("--country UK --received 2026-09-10", &["`UK`", "the United Kingdom GB"]);
    refused("--country DE --region XX --received 2026-09-10", &["region `XX` of DE", "BB, BE, BW, BY"]);
    refused("--country DE --region FR-6AE --received 2026-09-10", &["region `FR-6AE` of DE"]);
    refused("--country IT --region 25 --received 2026-09-10", &["region `25` of IT", "leave out --region"]);
    assert_eq!(
        person
            .run(&[
                "deadline",
                "--country",
                "FR",
                "--received",
                "2026-09-10",
                "--identity-answered",
                "2026-09-11"
            ])
            .code,
        2
    );
}

#[test]
fn a_receipt_to_come_is_counted_when_nobody_says_which_day_it_is() {
    let person = Person::stranger();
    let rehearse = |further: &[&str]| {
        let arguments = ["deadline", "--lang", "en", "--country", "FR", "--received", "2199-09-10"];
        person.bare_command(&[arguments.as_slice(), further].concat()).output().expect("it runs")
    };
    let counted = rehearse(&["--identity-asked", "2199-09-12", "--identity-answered", "2199-09-13"]);
    let shown = String::from_utf8_lossy(&counted.stdout);
    assert!(counted.status.success() && shown.contains("Rehearsal"), "{shown}");
    assert_eq!(rehearse(&["--today", "2026-11-23"]).status.code(), Some(2));
}

#[test]
fn a_case_moves_with_the_day_it_is() {
    let mut person = Person::known();
    person.on("2026-09-10");
    let case = person.draft("cdiscount");
    person.run(&["record", &case, "sent"]).exits(0);
    for (today, status, code) in [
        ("2026-09-11", "open", 0),
        ("2026-10-12", "open", 0), // The legal date.
        ("2026-12-01", "overdue", 3),
    ] {
        person.on(today);
        let shown = person.run(&["status", "--json"]).exits(code).json();
        assert_eq!(shown["cases"][0]["status"], status, "{today}");
        assert_eq!(shown["cases"][0]["due"], "2026-10-12");
    }
    let due = person.run(&["due", "--json"]).exits(3).json();
    assert_eq!(due["cases"][0]["case"], case.as_str());
    person.run(&["record", &case, "answered", "--on", "2026-10-11"]).exits(0);
    assert_eq!(person.json(&["status"])["cases"][0]["status"], "fulfilled");
}

#[test]
fn a_letter_is_dated_on_the_day_that_is_given() {
    let mut person = Person::known();
    person.on("2026-03-01");
    let case = person.draft("cdiscount");
    let letter =
        std::fs::read_to_string(person.home().join(format!("cases/{case}/letter.txt"))).expect("there");
    assert!(letter.contains("Lyon, 1 March 2026"), "{letter}");
}

/// Who records what changes nothing is told, with what to type if it should.
#[test]
fn an_event_that_moves_no_date_is_said_to_move_none() {
    let mut person = Person::known();
    person.on("2026-09-10");
    let case = person.draft("cdiscount");
    person.on(super::person::TODAY);
    let record = |event: &str, on: &str| person.run(&["record", &case, event, "--on", on]).out;
    let says = |event: &str, on: &str, words: &[&str]| {
        let out = record(event, on);
        assert!(words.iter().all(|word| out.contains(word)), "{event} {on}: {out}");
    };
    let is_quiet = |event: &str, on: &str| {
        let out = record(event, on);
        assert!(!out.contains("moves no date") && !out.contains("no new period"), "{event} {on}: {out}");
    };
    is_quiet("sent", "2026-09-10");
    is_quiet("received", "2026-09-14");
    says("received", "2026-09-16", &["moves no date", "14 September 2026, event 3", "--replaces 3"]);
    says("received", "2026-09-14", &["moves no date"]);
    // An earlier receipt moves the date, and then counts.
    is_quiet("received", "2026-09-11");
    says("received", "2026-09-12", &["11 September 2026, event 6"]);
    says("sent", "2026-09-20", &["no new period", "10 September 2026", "reminder", "bounced"]);
    is_quiet("extended", "2026-10-05");
    says("extended", "2026-10-06", &["moves no date", "5 October 2026"]);
    let told = person.json(&["record", &case, "received", "--on", "2026-09-16"]);
    assert_eq!(told["no_effect"]["reason"], "received");
    let proof = person.give("slip.txt", "slip");
    let told = person.json(&["record", &case, "received", "--on", "2026-09-11", "--proof", &proof]);
    assert!(told["no_effect"].is_null(), "a proof of the day is no idle event: {told}");
    // What comes too late.
    person.on("2026-09-10");
    let other = person.draft("spartoo");
    person.on(super::person::TODAY);
    let record = |event: &str, on: &str| person.json(&["record", &other, event, "--on", on]);
    assert!(record("sent", "2026-09-10")["no_effect"].is_null());
    assert!(record("received", "2026-09-10")["no_effect"].is_null());
    assert_eq!(record("extended", "2026-10-13")["no_effect"]["reason"], "extended-too-late");
    assert_eq!(record("identity-requested", "2026-10-14")["no_effect"]["reason"], "asked-too-late");
    assert!(text(&record("identity-requested", "2026-10-15")["no_effect"]["text"]).contains("§ 159"));
    // It had arrived: what comes back now is not the request, and nothing starts anew.
    assert_eq!(record("bounced", "2026-10-16")["no_effect"]["reason"], "bounced");
    assert_eq!(record("sent", "2026-10-17")["no_effect"]["reason"], "sent");
    assert!(record("sent", "2026-10-17")["next_contact"].is_null());
}

/// Which of two proofs of arrival counts is said, whichever is recorded last.
#[test]
fn a_receipt_after_a_reaction_of_the_company_is_said_to_move_nothing() {
    let mut person = Person::known();
    person.on("2026-09-10");
    let case = person.draft("cdiscount");
    person.on(super::person::TODAY);
    let record = |event: &str, on: &str| person.json(&["record", &case, event, "--on", on]);
    record("sent", "2026-09-10");
    let proof = person.give("ack.eml", "we have it");
    person.run(&["record", &case, "acknowledged", "--on", "2026-09-10", "--proof", &proof]).exits(0);
    let told = record("received", "2026-10-20");
    assert_eq!(told["no_effect"]["reason"], "reacted-before");
    let said = text(&told["no_effect"]["text"]);
    assert!(said.contains("10 September 2026, event 3") && said.contains("acknowledged --on"), "{said}");
    assert_eq!(told["case"]["due"], "2026-10-12");
    // The other way round: the answer came before the day recorded as that of the receipt.
    person.on("2026-09-10");
    let other = person.draft("spartoo");
    person.on(super::person::TODAY);
    let record = |event: &str, on: &str| person.json(&["record", &other, event, "--on", on]);
    record("sent", "2026-09-10");
    assert!(record("received", "2026-09-14")["no_effect"].is_null());
    let told = record("answered", "2026-09-13");
    assert_eq!(told["no_effect"]["reason"], "before-receipt");
    assert!(text(&told["no_effect"]["text"]).contains("14 September 2026, event 3"));
    assert!(record("answered", "2026-09-20")["no_effect"].is_null());
}

/// The day of the question is told, not that of an answer to another one.
#[test]
fn an_open_question_is_told_with_the_day_it_was_asked() {
    let mut person = Person::known();
    person.on("2026-09-10");
    let case = person.draft("cdiscount");
    person.on(super::person::TODAY);
    for (event, on) in [
        ("sent", "2026-09-10"),
        ("clarification-requested", "2026-09-12"),
        ("identity-requested", "2026-09-14"),
        ("clarification-provided", "2026-09-17"),
    ] {
        person.run(&["record", &case, event, "--on", on]).exits(0);
    }
    let out = person.run(&["status", &case]).out;
    assert!(out.contains("asked you something on 14 September 2026"), "{out}");
}

/// Who complains after closing the case waits for the authority again.
#[test]
fn a_complaint_takes_a_closed_case_up_again() {
    let mut person = Person::known();
    person.on("2026-09-10");
    let case = person.draft("cdiscount");
    person.on("2027-03-30");
    for (event, on) in [("sent", "2026-09-10"), ("refused", "2026-10-01"), ("closed", "2026-10-02")] {
        person.run(&["record", &case, event, "--on", on]).exits(0);
    }
    assert!(person.run(&["status", &case]).out.contains("Nothing is left to do"));
    person.run(&["record", &case, "complained", "--on", "2026-10-05"]).exits(0);
    let status = person.json(&["status", &case])["cases"][0].clone();
    assert_eq!(status["status"], "denied");
    assert!(text(&status["next"]["why"]).contains("Art. 78(2)"), "{status}");
    let due = person.json(&["due"]);
    assert_eq!(due["cases"][0]["case"], case.as_str(), "{due}");
    person.run(&["record", &case, "closed", "--on", "2026-12-01"]).exits(0);
    assert!(person.run(&["status", &case]).out.contains("Nothing is left to do"));
}
