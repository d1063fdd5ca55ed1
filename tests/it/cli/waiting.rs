//! A later letter that lies ready: the next step is to let it leave, not to write another.

use super::person::{Person, text};

/// The next command and why, in the words of the person's language.
fn next(person: &Person, case: &str) -> (String, String) {
    let status = person.json(&["status", case]);
    let next = &status["cases"][0]["next"];
    (next["command"].as_str().unwrap_or_default().to_owned(), text(&next["why"]))
}

fn check(person: &Person, case: &str, command: &str, words: &[&str]) {
    let (typed, why) = next(person, case);
    assert!(typed.ends_with(&command.replace("CASE", case)), "{typed}: {why}");
    for word in words {
        assert!(why.contains(word), "{word}: {why}");
    }
    // The list of what is due says the same.
    let due = person.run(&["due"]).out;
    assert!(!due.contains(case) || due.contains(&typed), "{typed}: {due}");
}

/// A case that was sent on 10 September 2026; today it is 23 November.
fn sent(person: &mut Person, via: &[&str]) -> String {
    person.on("2026-09-10");
    let drafted = person.json(&[&["draft", "access", "cdiscount"], via].concat());
    let case = text(&drafted["cases"][0]["case"]);
    person.run(&["record", &case, "sent"]).exits(0);
    person.on(super::person::TODAY);
    case
}

#[test]
fn a_reminder_that_is_written_is_to_be_sent_and_not_to_be_written_again() {
    let mut person = Person::known();
    let case = sent(&mut person, &[]);
    check(&person, &case, "remind CASE", &["safe date"]);
    person.run(&["remind", &case]).exits(0);
    check(&person, &case, "send CASE", &["lies ready", "(reminder)"]);
    let french = person.run(&["status", &case, "--lang", "fr"]).out;
    assert!(french.contains("Une lettre est prête") && french.contains("(relance)"), "{french}");
    // What it proposes is what would leave.
    assert_eq!(text(&person.json(&["send", &case])["messages"][0]["letter"]), "reminder");
    person.run(&["record", &case, "reminded"]).exits(0);
    check(&person, &case, "import FILE --case CASE", &["Reminded on 23 November 2026"]);
}

#[test]
fn a_letter_whose_days_are_over_is_written_anew() {
    let mut person = Person::known();
    let case = sent(&mut person, &[]);
    person.run(&["remind", &case]).exits(0);
    // It gives fourteen days from 23 November.
    person.on("2026-12-07");
    check(&person, &case, "send CASE", &["lies ready", "(reminder)"]);
    person.on("2026-12-08");
    check(&person, &case, "remind CASE", &["safe date"]);
    let refused = person.run(&["send", &case]);
    refused.fails_saying(&["2026-11-23", "are over", &format!("habeas remind {case}"), "--again"]);
    person.run(&["send", &case, "--letter", "reminder", "--again"]).exits(0);
    person.run(&["remind", &case]).exits(0);
    check(&person, &case, "send CASE", &["lies ready", "(reminder)"]);
    person.run(&["send", &case]).exits(0);
}

#[test]
fn what_the_company_says_meanwhile_takes_the_place_of_a_letter_that_never_left() {
    let mut person = Person::known();
    let case = sent(&mut person, &[]);
    person.run(&["remind", &case]).exits(0);
    person.run(&["record", &case, "answered"]);
    check(&person, &case, "import FILE --case CASE", &["The answer has come"]);
    person.run(&["follow-up", &case, "--missing", "recipients"]).exits(0);
    check(&person, &case, "send CASE", &["(what the answer lacks)"]);
    person.run(&["record", &case, "closed"]).exits(0);
    assert_eq!(next(&person, &case).0, "");
}

#[test]
fn a_letter_that_goes_by_post_is_to_be_posted_and_a_complaint_to_be_lodged() {
    let mut person = Person::known();
    let case = sent(&mut person, &["--via", "post"]);
    person.run(&["remind", &case]).exits(0);
    check(&person, &case, "record CASE reminded", &["does not leave by e-mail", "(reminder)"]);
    person.run(&["record", &case, "reminded"]).exits(0);
    person.on("2026-12-10");
    check(&person, &case, "complain CASE", &["Art. 77(1)"]);
    person.run(&["complain", &case]).exits(0);
    check(&person, &case, "record CASE complained", &["lies ready", "web page or by post", "cnil.fr"]);
    let refused = person.run(&["send", &case, "--letter", "complaint"]);
    refused.fails_saying(&["web page or by post", "--out DIR", "complained"]).in_one_sentence();
    person.run(&["record", &case, "complained"]).exits(0);
    check(&person, &case, "record CASE authority-replied", &["lodged"]);
}

#[test]
fn an_answer_to_a_question_that_lies_ready_is_sent_before_it_is_recorded() {
    let mut person = Person::known();
    let case = sent(&mut person, &[]);
    person.run(&["record", &case, "identity-requested", "--on", "2026-09-20"]).exits(0);
    check(&person, &case, "record CASE identity-provided", &["asked you something"]);
    person.run(&["answer", &case, "identity"]).exits(0);
    check(&person, &case, "send CASE", &["(answer to a demand for identity)"]);
    // Who recorded it by hand has done it.
    person.run(&["record", &case, "identity-provided"]).exits(0);
    assert!(!next(&person, &case).0.contains(" send "), "{:?}", next(&person, &case));
}

/// Who is late is reminded, whatever else was written and left lying.
#[test]
fn a_letter_that_lies_ready_does_not_hide_the_reminder_that_is_due() {
    let mut person = Person::known();
    let case = sent(&mut person, &[]);
    person.run(&["record", &case, "identity-requested", "--on", "2026-10-20"]).exits(0);
    person.run(&["answer", &case, "identity"]).exits(0);
    check(&person, &case, "remind CASE", &["safe date"]);
    let status = person.json(&["status", &case]);
    assert_eq!(text(&status["cases"][0]["ready"]["letter"]), "identity", "{status}");
    for (language, lies_ready) in [("en", "A letter lies ready"), ("fr", "Une lettre est prête")] {
        let shown = person.run(&["status", &case, "--lang", language]).out;
        let places = [format!(" remind {case}"), lies_ready.to_owned(), format!(" send {case}")];
        let places = places.map(|words| shown.find(&words).unwrap_or_else(|| panic!("{words}: {shown}")));
        assert!(places.is_sorted() && !shown.contains(&format!("answer {case} identity")), "{shown}");
    }
    person.run(&["remind", &case]).exits(0);
    check(&person, &case, "send CASE", &["(reminder)"]);
}
