//! What a lawyer reads: dates and provisions as they stand in status, letters and the calendar.

use std::fs;

use habeas::wording::written_languages;

use super::person::{Person, text};

/// A case of a right, with events and their days; today is the last of them.
fn case(person: &mut Person, drafted: &[&str], events: &[(&str, &str)]) -> String {
    person.on(events.first().map_or("2026-01-05", |(_, on)| on));
    let drafted = person.json(&[&["draft"], drafted].concat());
    let case = text(&drafted["cases"][0]["case"]);
    for (event, on) in events {
        let (event, until) = event.split_once(" until ").unwrap_or((event, ""));
        let mut arguments = vec!["record", case.as_str(), event, "--on", on];
        if !until.is_empty() {
            arguments.extend(["--until", until]);
        }
        person.on(on).run(&arguments).exits(0);
    }
    case
}

/// The text of the letter a step writes.
fn letter(person: &Person, arguments: &[&str]) -> String {
    let written = person.json(arguments);
    let files = written["letter"]["files"].as_array().unwrap_or_else(|| panic!("no letter: {written}"));
    let file = files.iter().map(text).find(|file| file.ends_with(".txt")).expect("a text");
    fs::read_to_string(file).expect("it is there").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An extension that came too late is called that, in every language and in both letters.
#[test]
fn a_late_extension_is_said_to_have_no_effect() {
    let mut person = Person::known();
    let events = [("sent", "2026-01-05"), ("received", "2026-01-05"), ("extended", "2026-02-10")];
    let case = case(&mut person, &["access", "spartoo"], &events);
    person.on("2026-02-11");
    let said = [
        ("de", "sie ist ohne Wirkung"),
        ("en", "no effect"),
        ("es", "carece de efecto"),
        ("fr", "elle est sans effet"),
        ("it", "essa è priva di effetto"),
        ("nl", "zij heeft geen gevolg"),
        ("pl", "jest ono bezskuteczne"),
        ("pt", "não produz efeito"),
    ];
    assert_eq!(written_languages().len(), said.len());
    for (language, words) in said {
        for step in ["remind", "complain"] {
            let letter = letter(&person, &[step, &case, "--letter-lang", language]);
            assert!(letter.contains(words), "{language} {step}: {letter}");
        }
    }
    let reminder = letter(&person, &["remind", &case, "--letter-lang", "en"]);
    assert!(!reminder.contains("nor a notice of extension") && !reminder.contains("extended period is over"));
}

/// The day the company announced is the date reminded of; a day beyond the law's is named.
#[test]
fn the_day_announced_with_an_extension_is_not_forgotten() {
    let mut person = Person::known();
    let received = [("sent", "2026-01-05"), ("received", "2026-01-05")];
    let extended = [received.as_slice(), &[("extended until 2026-02-20", "2026-01-20")]].concat();
    let promised = case(&mut person, &["access", "spartoo"], &extended);
    assert_eq!(person.json(&["status", &promised])["cases"][0]["due"], "2026-02-20");
    person.on("2026-02-19").run(&["remind", &promised]).fails_saying(&["too early"]);
    person.on("2026-02-26");
    for language in written_languages() {
        let language = language.to_string();
        let letter = letter(&person, &["remind", &promised, "--letter-lang", &language]);
        assert!(letter.contains("20") && letter.contains("2026"), "{letter}");
    }
    let reminder = letter(&person, &["remind", &promised, "--letter-lang", "en"]);
    assert!(
        reminder.contains("extension on 20 January 2026, until 20 February 2026; the extended"),
        "{reminder}"
    );

    let beyond = case(&mut person, &["access", "fnac"], &received);
    let told = person.on("2026-01-20").json(&["record", &beyond, "extended", "--until", "2026-12-31"]);
    assert_eq!(told["no_effect"]["reason"], "extended-too-far");
    assert!(text(&told["no_effect"]["text"]).contains("7 April 2026"), "{told}");
    person.on("2026-04-20");
    let reminder = letter(&person, &["remind", &beyond, "--letter-lang", "en"]);
    assert!(reminder.contains("until 31 December 2026. Two further months at most"), "{reminder}");
    let complaint = letter(&person, &["complain", &beyond, "--letter-lang", "fr"]);
    assert!(complaint.contains("jusqu’au 31 décembre 2026") && complaint.contains("au plus sont possibles"));
}

/// In Switzerland the controller names its date (SR 235.11 Art. 18(2)): it is due then.
#[test]
fn the_date_a_swiss_controller_names_is_due() {
    let mut person = Person::known();
    let events =
        [("sent", "2026-04-01"), ("received", "2026-04-01"), ("extended until 2026-06-01", "2026-04-20")];
    let case = case(&mut person, &["access", "digitec-ch"], &events);
    person.on("2026-10-01");
    let status = person.json(&["status", &case])["cases"][0].clone();
    assert_eq!((&status["due"], &status["status"]), (&"2026-06-01".into(), &"overdue".into()));
    assert_eq!(person.run(&["due", "--json"]).exits(3).json()["cases"][0]["case"], case.as_str());
    let reminder = letter(&person, &["remind", &case, "--letter-lang", "en"]);
    assert!(reminder.contains("answer by 1 June 2026") && reminder.contains("18(2)"), "{reminder}");
}

/// Ten days to agree to a Swiss fee, then the request counts as withdrawn: nobody learns that afterwards.
#[test]
fn the_ten_days_of_a_swiss_fee_are_told_in_time() {
    let mut person = Person::known();
    let events = [("sent", "2026-04-01"), ("received", "2026-04-01"), ("fee-requested", "2026-04-10")];
    let case = case(&mut person, &["access", "digitec-ch"], &events);
    person.on("2026-04-19");
    for command in ["status", "due"] {
        let out = person.run(&[command]).out;
        assert!(out.contains("20 April 2026") && out.contains("counts as withdrawn"), "{command}: {out}");
    }
    person.run(&["calendar", "--out", "dates.ics"]).exits(0);
    let calendar = fs::read_to_string(person.here().join("dates.ics")).expect("it is there");
    assert!(calendar.contains("20260420"), "{calendar}");
    let out = person.run(&["answer", &case, "fee", "--letter-lang", "en"]).out;
    assert!(out.contains("does not stop the ten days") && out.contains("fee-paid"), "{out}");
    let fee = letter(&person, &["answer", &case, "fee", "--letter-lang", "en"]);
    assert!(fee.contains("they end on 20 April 2026") && !fee.contains("shall then tell you"), "{fee}");
    let out = person.on("2026-04-22").run(&["status", &case]).out;
    assert!(out.contains("ended on 20 April 2026") && out.contains("probably counts as withdrawn"), "{out}");
    person.run(&["record", &case, "fee-paid", "--on", "2026-04-18"]).exits(0);
    assert!(!person.run(&["status", &case]).out.contains("withdrawn"));
}

#[test]
fn swiss_portability_has_thirty_days() {
    let mut person = Person::known();
    person.on("2026-04-30");
    let counted =
        person.json(&["deadline", "--country", "CH", "--right", "portability", "--received", "2026-04-01"]);
    assert_eq!(counted["due"], "2026-05-01", "{counted}");
    assert!(counted["steps"].to_string().contains("Arts 18(1) and 22"), "{counted}");
    let events = [("sent", "2026-04-01")];
    let case = case(&mut person, &["portability", "digitec-ch", "--lang", "en"], &events);
    let sent =
        fs::read_to_string(person.home().join(format!("cases/{case}/letter.txt"))).expect("it is there");
    assert!(sent.contains("30 days") && sent.contains("22"), "{sent}");
}

#[test]
fn a_lapsed_right_to_complain_is_not_shown_as_open() {
    let mut person = Person::known();
    person.run(&["profile", "set", "--country", "AT"]).exits(0);
    let events = [("sent", "2026-01-05"), ("refused", "2026-02-01")];
    let case = case(&mut person, &["access", "a1-austria"], &events);
    assert!(person.on("2027-02-01").run(&["complain", &case]).out.contains("Until 1 February 2027"));
    for command in ["complain", "status"] {
        let out = person.on("2027-02-03").run(&[command, &case]).out;
        assert!(out.contains("probably lapsed on 1 February 2027"), "{command}: {out}");
        assert!(!out.contains("Until 1 February 2029"), "{command}: {out}");
    }
}

#[test]
fn marketing_that_goes_on_is_complained_about_at_once() {
    let mut person = Person::known();
    let events = [("sent", "2026-01-05"), ("received", "2026-01-05")];
    let case = case(&mut person, &["marketing-objection", "cdiscount"], &events);
    person.on("2026-01-20");
    for step in ["remind", "complain"] {
        person.run(&[step, &case]).fails_saying(&["too early", "takes effect at once", step, "--again"]);
        let out = person.run(&[step, &case, "--again"]).exits(0).out;
        assert!(out.contains("only if that is true"), "{out}");
        for language in written_languages() {
            let language = language.to_string();
            let letter = letter(&person, &[step, &case, "--again", "--letter-lang", &language]);
            assert!(
                ["21(3)", "21, ", "21 Abs. 3", "21 ust. 3", "21.º, n.º 3"]
                    .iter()
                    .any(|it| letter.contains(it)),
                "{language}: {letter}"
            );
        }
    }
    let reminder = letter(&person, &["remind", &case, "--again", "--letter-lang", "en"]);
    assert!(reminder.contains("still reaches me") && !reminder.contains("no answer"), "{reminder}");
    let complaint = letter(&person, &["complain", &case, "--again", "--letter-lang", "en"]);
    assert!(complaint.contains("still reaches me"), "{complaint}");
}

/// Art. 12(3) and (4) as the languages of letters cite them.
const CITED_PERIODS: [&str; 9] = [
    "12(",
    "12, paragraphe",
    "12 Abs.",
    "12, apartado",
    "12, par",
    "12, lid",
    "12 ust.",
    "12.º",
    "artigo 12",
];

/// Art. 7(3): no period that could be over.
#[test]
fn the_withdrawal_of_consent_is_reminded_of_without_a_period() {
    let mut person = Person::known();
    let drafted = ["withdraw-consent", "cdiscount", "--consent", "la lettre d’information"];
    let case = case(&mut person, &drafted, &[("sent", "2026-01-05"), ("received", "2026-01-05")]);
    person.on("2026-03-05");
    for language in written_languages() {
        let language = language.to_string();
        let letter = letter(&person, &["remind", &case, "--again", "--letter-lang", &language]);
        let cited = CITED_PERIODS.iter().find(|cited| letter.contains(*cited));
        assert_eq!(cited, None, "{language}: {letter}");
    }
    let reminder = letter(&person, &["remind", &case, "--again", "--letter-lang", "fr"]);
    assert!(reminder.contains("Le retrait produit effet immédiatement"), "{reminder}");
}

/// What is not proven is claimed for the latest day it may have been.
#[test]
fn an_estimated_receipt_is_told_with_its_latest_day() {
    let mut person = Person::known();
    let case = case(&mut person, &["access", "spartoo"], &[("sent", "2026-01-05")]);
    person.on("2026-03-05");
    for step in ["remind", "complain"] {
        let letter = letter(&person, &[step, &case, "--letter-lang", "en"]);
        assert!(letter.contains("by 6 January 2026") && !letter.contains("by 5 January"), "{step}: {letter}");
        assert!(letter.contains("6 February 2026") && !letter.contains("5 February"), "{step}: {letter}");
    }
}

#[test]
fn a_name_that_ends_in_a_full_stop_ends_the_sentence() {
    let mut person = Person::known();
    let events = [("sent", "2026-01-05"), ("received", "2026-01-05"), ("refused", "2026-01-22")];
    let case = case(&mut person, &["access", "clearview-ai"], &events);
    let complaint = letter(&person, &["complain", &case, "--letter-lang", "fr"]);
    assert!(complaint.contains("Inc. ") && !complaint.contains("Inc.."), "{complaint}");
    let out = person.run(&["complain", &case]).out;
    assert!(out.contains("Period ends") && !out.contains("Period ended"), "{out}");
    assert!(person.on("2026-03-01").run(&["complain", &case]).out.contains("Period ended"));
}

/// Art. 12A UK GDPR has been in force since 5 February 2026.
#[test]
fn a_british_letter_cites_the_law_of_its_day() {
    let mut person = Person::known();
    for (day, cites) in [("2026-02-04", false), ("2026-02-05", true)] {
        person.on(day);
        let case = text(&person.json(&["draft", "access", "asos", "--again"])["cases"][0]["case"]);
        let sent = fs::read_to_string(person.home().join(format!("cases/{case}/letter.txt"))).expect("there");
        assert_eq!(sent.contains("12A"), cites, "{day}: {sent}");
    }
}

#[test]
fn the_silence_of_the_ico_has_a_remedy() {
    let mut person = Person::known();
    let events = [("sent", "2026-06-22"), ("refused", "2026-07-01"), ("complained", "2026-08-21")];
    let case = case(&mut person, &["access", "asos"], &events);
    assert!(person.run(&["status", &case]).out.contains("s. 166"));
    let out = person.on("2026-12-22").run(&["status", &case]).out;
    assert!(out.contains("ask the tribunal") && out.contains("s. 166"), "{out}");
}

/// Where neither country has rules here, no setting helps, and none is advised.
#[test]
fn an_unknown_country_is_not_sent_to_the_profile() {
    let mut person = Person::known();
    person.run(&["profile", "set", "--country", "US"]).exits(0);
    let case = case(&mut person, &["access", "clearview-ai"], &[("sent", "2026-01-05")]);
    person.on("2026-01-25");
    let said = person.run(&["remind", &case]).fails_saying(&["no time limit", "--again"]);
    assert!(!said_country(&said.err), "{}", said.err);
    person.run(&["remind", &case, "--again"]).exits(0);
    // Silence of more than thirty days is taken up without insisting.
    person.on("2026-03-05").run(&["remind", &case]).exits(0);
}

fn said_country(text: &str) -> bool {
    text.contains("profile set --country")
}
