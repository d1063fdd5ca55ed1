//! What a person does against a company's demand, and what the clock makes of it.

use super::person::{Person, text};

/// A case with events; today is a day.
fn case(person: &mut Person, drafted: &[&str], events: &[(&str, &str)]) -> String {
    person.on(events.first().map_or("2026-01-05", |(_, on)| on));
    let case = text(&person.json(&[&["draft"], drafted].concat())["cases"][0]["case"]);
    for (event, on) in events {
        let words: Vec<&str> = event.split(' ').collect();
        let arguments = [&["record", case.as_str()], words.as_slice(), &["--on", on]].concat();
        person.on(on).run(&arguments).exits(0);
    }
    case
}

const RECEIVED: [(&str, &str); 2] = [("sent", "2026-01-05"), ("received", "2026-01-05")];

/// The status of a case, the next command, and what it says.
fn status(person: &Person, case: &str) -> (String, String, String) {
    let found = person.json(&["status", case])["cases"][0].clone();
    (text(&found["status"]), text(&found["next"]["command"]), person.run(&["status", case]).out)
}

#[test]
fn a_demand_that_is_contested_stops_nothing_for_ever() {
    for (company, demand, letter) in [
        ("spartoo", "identity-requested", "identity"),
        ("asos", "identity-requested", "identity"),
        ("spartoo", "clarification-requested", "clarification"),
        ("asos", "clarification-requested", "clarification"),
        ("asos", "fee-requested", "fee"),
        ("digitec-ch", "identity-requested", "identity"),
    ] {
        let mut person = Person::known();
        let events = [RECEIVED.as_slice(), &[(demand, "2026-01-08")]].concat();
        let case = case(&mut person, &["access", company], &events);
        let (stands, _, said) = status(&person, &case);
        assert_eq!(stands, "need_user_verification", "{company} {demand}");
        assert!(said.contains(&format!("answer {case} {letter}")), "{said}");
        person
            .on("2026-03-20")
            .run(&["remind", &case])
            .fails_saying(&["too early", &format!("answer {case} {letter}")]);
        person.on("2026-01-10").run(&["answer", &case, letter]).exits(0);
        person.run(&["record", &case, "replied"]).exits(0);
        let (stands, next, said) = status(&person, &case);
        assert_eq!((stands.as_str(), next.contains("import")), ("in_progress", true), "{company}: {said}");
        let found = person.json(&["status", &case])["cases"][0].clone();
        let unpaused = text(&found["unpaused"]);
        assert_eq!(text(&found["due"]), unpaused, "{company} {demand}");
        let safe = text(&found["safe"]);
        person.on(&safe).run(&["remind", &case]).fails_saying(&["too early"]);
        person.on("2026-03-20");
        let reminded = person.run(&["remind", &case]).exits(0).out;
        assert!(reminded.contains("the question you contested"), "{company} {demand}: {reminded}");
        person.run(&["record", &case, "reminded"]).exits(0);
        person.on("2026-04-20").run(&["complain", &case]).exits(0);
        // Asked once more after the contest, the company has a new question.
        person.run(&["record", &case, demand, "--on", "2026-01-20"]).exits(0);
        person.run(&["remind", &case, "--again"]).fails_saying(&["too early"]);
    }
}

#[test]
fn a_form_that_is_refused_contests_no_demand_for_identity() {
    let mut person = Person::known();
    let events = [RECEIVED.as_slice(), &[("identity-requested", "2026-01-08")]].concat();
    let case = case(&mut person, &["access", "spartoo"], &events);
    person.run(&["answer", &case, "form"]).exits(0);
    person.run(&["record", &case, "replied"]).exits(0);
    assert_eq!(status(&person, &case).0, "need_user_verification");
}

#[test]
fn one_answer_closes_every_earlier_demand_of_its_kind() {
    let mut person = Person::known();
    let asked = [("identity-requested", "2026-01-08"), ("identity-requested", "2026-01-12")];
    let events = [RECEIVED.as_slice(), &asked, &[("identity-provided --via email", "2026-01-14")]].concat();
    let case = case(&mut person, &["access", "spartoo"], &events);
    assert_eq!(status(&person, &case).0, "in_progress");
    let due = text(&person.json(&["status", &case])["cases"][0]["due"]);
    assert_eq!(due, "2026-02-11", "5 February and the days from the 8th to the 14th");
}

#[test]
fn a_european_fee_stops_nothing_and_hides_no_question() {
    let mut person = Person::known();
    let events =
        [RECEIVED.as_slice(), &[("identity-requested", "2026-01-08"), ("fee-requested", "2026-01-09")]]
            .concat();
    let asked = case(&mut person, &["access", "spartoo"], &events);
    assert!(status(&person, &asked).1.ends_with("identity-provided"), "{:?}", status(&person, &asked));
    let events = [RECEIVED.as_slice(), &[("fee-requested", "2026-01-09")]].concat();
    let fee = case(&mut person, &["access", "cdiscount"], &events);
    let (stands, next, said) = status(&person, &fee);
    assert_eq!((stands.as_str(), next.contains("fee-paid")), ("in_progress", false), "{said}");
    assert!(said.contains(&format!("answer {fee} fee")), "{said}");
}

#[test]
fn a_swiss_fee_is_not_agreed_to_after_its_ten_days() {
    let mut person = Person::known();
    let events = [RECEIVED.as_slice(), &[("fee-requested", "2026-01-09")]].concat();
    let case = case(&mut person, &["access", "digitec-ch"], &events);
    assert!(status(&person, &case).1.ends_with("fee-paid"));
    person.on("2026-02-10");
    let (_, next, said) = status(&person, &case);
    assert!(next.ends_with("draft access digitec-ch --again"), "{next}: {said}");
}

#[test]
fn what_an_early_answer_lacks_may_come_until_the_period_is_over() {
    let mut person = Person::known();
    let early = [("answered", "2026-01-07"), ("followed-up", "2026-01-08")];
    let case = case(&mut person, &["access", "spartoo"], &[RECEIVED.as_slice(), &early].concat());
    let safe = text(&person.json(&["status", &case])["cases"][0]["safe"]);
    person.on("2026-01-25").run(&["complain", &case]).fails_saying(&["too early"]);
    let (_, next, said) = status(&person, &case);
    assert!(next.contains("import") && !said.contains("22 January"), "{said}");
    person.on(&safe).run(&["complain", &case]).fails_saying(&["too early"]);
    person.on("2026-02-13").run(&["complain", &case]).exits(0);
}

#[test]
fn an_answer_after_a_complaint_is_told_with_the_complaint() {
    let mut person = Person::known();
    let late = [("complained", "2026-03-02"), ("answered", "2026-03-10")];
    let case = case(&mut person, &["access", "spartoo"], &[RECEIVED.as_slice(), &late].concat());
    let said = status(&person, &case).2;
    assert!(said.contains("came late") && said.contains("complaint of 2 March 2026 still lies"), "{said}");
}

#[test]
fn an_extension_that_extends_nothing_is_explained() {
    let person = Person::known();
    for (country, due) in [("FR", "2026-02-05"), ("GB", "2026-02-05"), ("CH", "2026-02-04")] {
        let arguments = [
            "deadline",
            "--country",
            country,
            "--received",
            "2026-01-05",
            "--extended",
            "--until",
            "2026-01-20",
        ];
        let found = person.json(&arguments);
        assert_eq!(text(&found["due"]), due);
        let said = person.run(&arguments).out;
        assert!(said.contains("nothing is extended") && !said.contains("it ends there"), "{country}: {said}");
    }
}

#[test]
fn an_extension_without_a_day_moves_the_end() {
    let mut person = Person::known();
    let events = [RECEIVED.as_slice(), &[("extended --until 2026-02-20", "2026-01-20")]].concat();
    let case = case(&mut person, &["access", "spartoo"], &events);
    let said = person.on("2026-01-25").run(&["record", &case, "extended"]).out;
    assert!(!said.contains("moves no date"), "{said}");
    assert_eq!(text(&person.json(&["status", &case])["cases"][0]["due"]), "2026-04-07");
}

#[test]
fn a_swiss_extension_without_a_day_asks_for_it() {
    let mut person = Person::known();
    let events = [RECEIVED.as_slice(), &[("extended", "2026-01-20")]].concat();
    let case = case(&mut person, &["access", "digitec-ch"], &events);
    let said = status(&person, &case).2;
    assert!(said.contains("extended --on 2026-01-20 --until DATE --replaces"), "{said}");
}

#[test]
fn an_audit_without_an_answer_accuses_nobody() {
    let mut person = Person::known();
    let case = case(&mut person, &["access", "spartoo"], &RECEIVED);
    let letter = person.give("reply.txt", "We process your orders for delivery.");
    person.run(&["audit", &case, &letter, "--yes"]).fails_saying(&["no answer is recorded"]);
    person.run(&["record", &case, "answered"]).exits(0);
    person.run(&["audit", &case, "--yes"]).fails_saying(&["nothing of the answer"]);
    person.run(&["audit", &case, &letter, "--yes"]);
    assert!(person.events(&case).contains(&"audited".to_owned()));
    // A later answer has not been held against anything yet.
    person.on("2026-01-20").run(&["record", &case, "answered"]).exits(0);
    let said = person.run(&["follow-up", &case]).out;
    assert!(said.contains("audit"), "{said}");
    assert!(!person.events(&case).contains(&"written".to_owned()));
}

#[test]
fn a_batch_passes_over_who_was_asked() {
    let person = Person::known();
    let case = person.draft("fnac");
    let said = person.run(&["draft", "access", "fnac", "carrefour"]).out;
    assert!(said.contains(&case) && said.contains("passed over"), "{said}");
    let cases = person.json(&["status"])["cases"].as_array().expect("cases").len();
    assert_eq!(cases, 2);
}

#[test]
fn a_mail_without_a_date_keeps_no_other_from_being_recorded() {
    let mut person = Person::known();
    let case = case(&mut person, &["access", "cdiscount"], &[("sent", "2026-01-05")]);
    let mails = [
        ("We acknowledge receipt of your request.", "Thu, 8 Jan 2026 10:00:00 +0100"),
        ("We refuse your request.", "garbage"),
        ("Please send us a copy of your passport.", "Fri, 9 Jan 2026 10:00:00 +0100"),
    ];
    let folder = person.here().join("mails");
    std::fs::create_dir(&folder).expect("a folder");
    for (index, (text, date)) in mails.iter().enumerate() {
        let head =
            format!("From: dpo@cdiscount.com\nTo: camille@example.org\nSubject: Re: {case}\nDate: {date}\n");
        let mail = format!("{head}Message-ID: <m{index}@example.com>\nContent-Type: text/plain\n\n{text}\n");
        std::fs::write(folder.join(format!("{index}.eml")), mail).expect("it is written");
    }
    let said = person.on("2026-01-12").run(&["inbox", "mails", "--yes"]).exits(3).out;
    assert!(said.contains("not recorded") && said.contains("has no date"), "{said}");
    let events = person.events(&case);
    assert!(
        events.contains(&"acknowledged".to_owned()) && events.contains(&"identity-requested".to_owned()),
        "{events:?}"
    );
    assert!(!events.contains(&"refused".to_owned()), "{events:?}");
}
