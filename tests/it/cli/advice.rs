//! What a person is advised to do next, where waiting would cost a right or has no end.

use super::person::{Person, record, text};

/// A case with events and their days; today is the last of them.
fn case(person: &mut Person, drafted: &[&str], events: &[(&str, &str)]) -> String {
    person.on(events.first().map_or("2026-09-01", |(_, on)| on));
    let case = text(&person.json(&[&["draft"], drafted].concat())["cases"][0]["case"]);
    record(person, &case, events);
    case
}

/// What a case says on a day, and the command it ends with.
fn advice(person: &mut Person, case: &str, today: &str) -> (String, String) {
    let found = person.on(today).json(&["status", case])["cases"][0].clone();
    (text(&found["next"]["command"]), person.run(&["status", case]).out)
}

const RECEIVED: [(&str, &str); 2] = [("sent", "2026-09-01"), ("received", "2026-09-01")];

/// DSG § 24(4): courtesy, which no law sets, must not cost the right to complain.
#[test]
fn an_austrian_complains_before_the_right_lapses() {
    let mut person = Person::known();
    person.run(&["profile", "set", "--country", "AT"]).exits(0);
    let events = [("sent", "2025-09-01"), ("received", "2025-09-01"), ("reminded", "2026-09-20")];
    let late = case(&mut person, &["access", "post-at"], &events);
    let (next, said) = advice(&mut person, &late, "2026-09-21");
    assert!(next.contains("complain") && said.contains("Complain now"), "{said}");
    assert!(said.contains("lapses on 1 October 2026") && !said.contains("4 October"), "{said}");
    let complaint = person.run(&["complain", &late]).exits(0).out;
    assert!(!complaint.contains("fourteen days"), "{complaint}");
    // Not yet reminded, there is no time left for it.
    let silent = case(&mut person, &["access", "crif-at"], &events[..2]);
    assert!(advice(&mut person, &silent, "2026-09-21").0.contains("complain"));
    assert!(advice(&mut person, &silent, "2026-08-01").0.contains("remind"));
    let events = [("sent", "2025-09-01"), ("received", "2025-09-01"), ("answered", "2025-09-20")];
    let answered = case(&mut person, &["access", "post-at", "--again"], &events);
    record(&mut person, &answered, &[("followed-up", "2026-09-15")]);
    assert!(advice(&mut person, &answered, "2026-09-18").0.contains("complain"));
    // Who lives elsewhere may complain at home without that limit.
    let mut person = Person::known();
    let events = [("sent", "2025-09-01"), ("received", "2025-09-01"), ("reminded", "2026-09-20")];
    let elsewhere = case(&mut person, &["access", "post-at"], &events);
    assert!(advice(&mut person, &elsewhere, "2026-09-21").1.contains("4 October 2026"));
}

/// Art. 78(2): the authority owes progress whatever the company asked or answered meanwhile.
#[test]
fn the_silence_of_the_authority_is_told_beside_everything_else() {
    let mut person = Person::known();
    let events = [RECEIVED.as_slice(), &[("identity-requested", "2026-09-10")]].concat();
    let asked = case(&mut person, &["access", "cdiscount"], &events);
    record(&mut person, &asked, &[("complained", "2026-10-20")]);
    let (next, said) = advice(&mut person, &asked, "2026-10-21");
    assert!(next.contains("authority-replied") && said.contains("26 January 2027"), "{said}");
    assert!(said.contains("question of 10 September 2026 is still open"), "{said}");
    let (_, said) = advice(&mut person, &asked, "2027-03-21");
    assert!(said.contains("since 26 January 2027"), "{said}");
    let events = [("reminded", "2026-10-10"), ("complained", "2026-10-30"), ("answered", "2026-11-20")];
    let events = [RECEIVED.as_slice(), &events].concat();
    let answered = case(&mut person, &["access", "cdiscount", "--again"], &events);
    assert!(advice(&mut person, &answered, "2026-11-21").1.contains("From 5 February 2027: a court is open"));
    let (_, said) = advice(&mut person, &answered, "2027-03-01");
    assert!(said.contains("Since 5 February 2027: a court is open to you"), "{said}");
}

/// The guidelines on repetition speak of access; and an erasure brings no file.
#[test]
fn what_is_said_of_an_answer_fits_the_right() {
    let mut person = Person::known();
    let events = [RECEIVED.as_slice(), &[("answered", "2026-09-20")]].concat();
    for (right, more) in [
        ("erasure", ["--ground", "no-longer-needed"].as_slice()),
        ("objection", &["--because", "My situation."]),
        ("withdraw-consent", &["--consent", "newsletter"]),
        ("rectification", &["--correct", "birthday: 1 May => 5 January"]),
    ] {
        let waiting = case(&mut person, &[&[right, "cdiscount"], more].concat(), &events[..2]);
        assert!(advice(&mut person, &waiting, "2026-09-02").0.ends_with("answered"), "{right}");
        record(&mut person, &waiting, &events[2..]);
        let (next, said) = advice(&mut person, &waiting, "2026-09-21");
        assert!(next.ends_with("closed") && said.contains("follow-up"), "{right}: {said}");
        assert!(!said.contains("183-185") && !said.contains("import"), "{right}: {said}");
    }
    let access = case(&mut person, &["access", "cdiscount"], &events);
    let (next, said) = advice(&mut person, &access, "2026-09-21");
    assert!(next.contains("import") && said.contains("183-185"), "{said}");
}

/// Art. 21(3): whoever reminded the company that its marketing goes on is no longer told to wait for its answer.
#[test]
fn marketing_that_goes_on_after_the_reminder_is_complained_about() {
    let mut person = Person::known();
    let objected = case(&mut person, &["marketing-objection", "cdiscount"], &RECEIVED);
    person.on("2026-09-08").run(&["remind", &objected, "--again"]).exits(0);
    record(&mut person, &objected, &[("reminded", "2026-09-08")]);
    let (_, said) = advice(&mut person, &objected, "2026-09-09");
    assert!(said.contains("22 September 2026"), "{said}");
    let (next, _) = advice(&mut person, &objected, "2026-09-23");
    assert!(next.contains("complain"), "{next}");
    person.run(&["complain", &objected]).exits(0);
    // Art. 11 does not cover Art. 21: a question on the identity holds no objection up.
    let asked = case(&mut person, &["marketing-objection", "spartoo"], &RECEIVED);
    record(&mut person, &asked, &[("identity-requested", "2026-09-08")]);
    let (_, said) = advice(&mut person, &asked, "2026-09-09");
    assert!(said.contains("takes effect at once and does not wait"), "{said}");
}

/// Swiss law sets a period for access and the delivery of data alone: other letters are not forgotten for that.
#[test]
fn silence_without_a_period_becomes_due() {
    let mut person = Person::known();
    person.run(&["profile", "set", "--country", "CH"]).exits(0);
    let drafted = ["erasure", "digitec-ch", "--ground", "no-longer-needed"];
    let erasure = case(&mut person, &drafted, &RECEIVED);
    assert!(advice(&mut person, &erasure, "2026-09-30").0.ends_with("answered"));
    assert!(person.on("2026-09-20").json(&["due"])["cases"].as_array().is_some_and(Vec::is_empty));
    let due = person.on("2026-10-05").json(&["due"])["cases"][0].clone();
    assert!(due["next"]["command"].as_str().is_some_and(|it| it.contains("remind")), "{due}");
    assert!(advice(&mut person, &erasure, "2026-10-05").1.contains("sets no date"));
    person.run(&["remind", &erasure]).exits(0);
    record(&mut person, &erasure, &[("reminded", "2026-10-05")]);
    assert!(advice(&mut person, &erasure, "2026-10-06").1.contains("19 October 2026"));
    assert!(advice(&mut person, &erasure, "2026-10-20").0.contains("complain"));
    person.run(&["complain", &erasure]).exits(0);
    // An answer that came in spite of a demand for a fee was not withdrawn from.
    let access = case(&mut person, &["access", "digitec-ch"], &RECEIVED);
    record(&mut person, &access, &[("fee-requested", "2026-09-10"), ("answered", "2026-10-20")]);
    record(&mut person, &access, &[("followed-up", "2026-10-21")]);
    assert!(!advice(&mut person, &access, "2026-10-22").1.contains("withdrawn"));
}

#[test]
fn a_british_complaint_that_was_acknowledged_is_acknowledged() {
    let mut person = Person::known();
    person.run(&["profile", "set", "--country", "GB"]).exits(0);
    let events = [RECEIVED.as_slice(), &[("refused", "2026-09-20")]].concat();
    let refused = case(&mut person, &["access", "asos"], &events);
    record(&mut person, &refused, &[("complained-to-controller", "2026-10-10")]);
    assert!(advice(&mut person, &refused, "2026-10-11").1.contains("by 9 November 2026"));
    record(&mut person, &refused, &[("acknowledged", "2026-10-12")]);
    let (_, said) = advice(&mut person, &refused, "2026-10-13");
    assert!(said.contains("confirmed on 12 October 2026") && !said.contains("9 November"), "{said}");
}

#[test]
fn a_correction_puts_no_question_behind_its_answer() {
    let mut person = Person::known();
    let events = [("identity-requested", "2026-09-05"), ("identity-provided", "2026-09-08")];
    let asked = case(&mut person, &["access", "cdiscount"], &[RECEIVED.as_slice(), &events].concat());
    person.on("2026-09-12");
    let later = ["record", &asked, "identity-requested", "--on", "2026-09-09", "--replaces", "4"];
    person.run(&later).fails_saying(&["event 5", "identity-provided", "before the question", "--replaces 5"]);
    person.run(&["record", &asked, "retracted", "--replaces", "4"]).fails_saying(&["event 5"]);
    let earlier = ["record", &asked, "identity-requested", "--on", "2026-09-07", "--replaces", "4"];
    person.run(&earlier).exits(0);
    assert!(person.run(&["record", "--help"]).out.contains("retracted, with --replaces"));
}
