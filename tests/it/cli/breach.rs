//! What a controller did wrong, and the letters that say so: nothing of it is left out, and nothing is claimed that was not.

use std::fs;

use habeas::wording::written_languages;

use super::person::{Person, record, text};

const RECEIVED: [(&str, &str); 2] = [("sent", "2026-09-01"), ("received", "2026-09-01")];

/// A case with its request received and events after that; today is the day of the last.
fn case(person: &mut Person, drafted: &[&str], events: &[(&str, &str)]) -> String {
    person.on("2026-09-01");
    let case = text(&person.json(&[&["draft"], drafted].concat())["cases"][0]["case"]);
    record(person, &case, &[RECEIVED.as_slice(), events].concat());
    case
}

/// The text of the letter a step writes, in a language.
fn letter(person: &Person, arguments: &[&str], language: &str) -> String {
    let written = person.json(&[arguments, &["--letter-lang", language]].concat());
    let files = written["letter"]["files"].as_array().unwrap_or_else(|| panic!("no letter: {written}"));
    let file = files.iter().map(text).find(|file| file.ends_with(".txt")).expect("a text");
    fs::read_to_string(file).expect("it is there").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fact(person: &mut Person, case: &str, today: &str, name: &str) -> String {
    text(&person.on(today).json(&["status", case])["cases"][0][name])
}

/// Art. 78(1): a decision is no sign of life after which three months of silence are waited for.
#[test]
fn a_decision_of_the_authority_is_read_and_no_longer_waited_for() {
    let mut person = Person::known();
    let refused = [("refused", "2026-09-15"), ("complained", "2026-09-20")];
    let decided = case(&mut person, &["access", "cdiscount"], &refused);
    assert!(person.run(&["status", &decided]).out.contains("a decision: add --decision"));
    record(&mut person, &decided, &[("authority-replied", "2026-10-15")]);
    assert!(person.run(&["status", &decided]).out.contains("three months"));
    record(&mut person, &decided, &[("authority-replied --decision", "2026-11-15")]);
    for today in ["2026-11-16", "2028-01-01"] {
        let out = person.on(today).run(&["status", &decided]).out;
        assert!(out.contains("Art. 78(1)") && out.contains("can be short"), "{out}");
        assert!(!out.contains("three months") && out.contains("replied, decision"), "{out}");
        assert!(out.contains(&format!("record {decided} closed")), "{out}");
    }
    assert!(person.run(&["due"]).out.contains(&decided));
    person
        .run(&["record", &decided, "answered", "--decision"])
        .fails_saying(&["belongs to", "authority-replied"]);
    person.run(&["cases", "export", "--out", "cases.json"]).exits(0);
    let exported = fs::read_to_string(person.here().join("cases.json")).expect("it is there");
    assert!(exported.contains("\"said\": \"decision\""), "{exported}");
    let mut other = Person::known();
    let exported = other.give("cases.json", exported);
    other.on("2028-01-01").run(&["cases", "import", &exported, "--without-files", "--yes"]).exits(0);
    assert!(other.run(&["status", &decided]).out.contains("Art. 78(1)"));
}

/// Art. 12(3): who answers in part and extends the period owes the rest by its end.
#[test]
fn the_rest_of_an_answer_is_waited_for_and_reminded_of() {
    let mut person = Person::known();
    let events = [("answered", "2026-09-20"), ("extended --until 2026-12-01", "2026-09-25")];
    let partial = case(&mut person, &["access", "cdiscount"], &events);
    assert_eq!(fact(&mut person, &partial, "2026-09-26", "due"), "2026-12-01");
    let out = person.run(&["status", &partial]).out;
    assert!(out.contains("answered in part on 20 September 2026"), "{out}");
    person.run(&["remind", &partial]).fails_saying(&["too early"]);
    person.run(&["follow-up", &partial, "--missing", "source"]).exits(0);
    assert_eq!(fact(&mut person, &partial, "2026-12-20", "status"), "overdue");
    let reminder = letter(&person, &["remind", &partial], "en");
    assert!(reminder.contains("answered in part on 20 September 2026"), "{reminder}");
    assert!(
        reminder.contains("only part of an answer") && !reminder.contains("neither an answer"),
        "{reminder}"
    );
    let complaint = letter(&person, &["complain", &partial], "en");
    assert!(
        complaint.contains("answered in part only") && !complaint.contains("received no answer"),
        "{complaint}"
    );
    for language in written_languages() {
        let language = language.to_string();
        for step in ["remind", "complain"] {
            let letter = letter(&person, &[step, &partial], &language);
            assert!(letter.matches("2026").count() > 5, "{language} {step}: {letter}");
        }
    }
    record(&mut person, &partial, &[("answered", "2026-12-21")]);
    assert_eq!(fact(&mut person, &partial, "2026-12-22", "status"), "fulfilled");
}

/// Art. 12(3): an extension without reasons extends nothing, whether that was recorded or told the company.
#[test]
fn an_extension_without_reasons_extends_nothing() {
    let mut person = Person::known();
    let void = case(&mut person, &["access", "cdiscount"], &[]);
    let said = person.on("2026-09-25").run(&["record", &void, "extended", "--without-reasons"]).exits(0).out;
    assert!(said.contains("moves no date") && said.contains(&format!("answer {void} extension")), "{said}");
    let told = case(&mut person, &["access", "spartoo"], &[("extended --until 2026-11-20", "2026-09-25")]);
    assert_eq!(fact(&mut person, &told, "2026-09-26", "due"), "2026-11-20");
    // Recorded as it is, it gave its reasons: no letter denies them.
    let refused = person.run(&["answer", &told, "extension"]).fails_saying(&["only what was recorded"]).err;
    let again = "extended --on 2026-09-25 --until 2026-11-20 --without-reasons --replaces 4";
    assert!(refused.contains(&format!("record {told} {again}")), "{refused}");
    person
        .run(&[&["record", told.as_str()], again.split(' ').collect::<Vec<_>>().as_slice()].concat())
        .exits(0);
    assert_eq!(fact(&mut person, &told, "2026-09-26", "due"), "2026-10-01");
    for language in written_languages() {
        let language = language.to_string();
        let letter = letter(&person, &["answer", &told, "extension"], &language);
        assert!(letter.contains("12") && letter.contains("162"), "{language}: {letter}");
    }
    let reply = letter(&person, &["answer", &told, "extension"], "en");
    assert!(reply.contains("remains 1 October 2026") && reply.contains("until 20 November 2026"), "{reply}");
    record(&mut person, &told, &[("replied", "2026-09-26")]);
    for case in [&void, &told] {
        assert_eq!(fact(&mut person, case, "2026-09-27", "due"), "2026-10-01", "{case}");
        let out = person.on("2026-10-20").run(&["remind", case]).exits(0).out;
        assert!(out.contains("because it gave no reasons"), "{out}");
        let complaint = letter(&person, &["complain", case], "en");
        assert!(complaint.contains("without giving the reasons; that has no effect"), "{complaint}");
    }
    // What is over does not remain.
    let late = letter(person.on("2026-10-20"), &["answer", &told, "extension"], "en");
    assert!(late.contains("ended on 1 October 2026") && !late.contains("if you maintain"), "{late}");
    // Reasons that follow in time are an extension of their own.
    record(&mut person, &told, &[("extended --until 2026-11-20", "2026-09-29")]);
    assert_eq!(fact(&mut person, &told, "2026-09-30", "due"), "2026-11-20");
    person
        .on("2026-10-20")
        .run(&["record", &told, "answered", "--without-reasons"])
        .fails_saying(&["extended"]);
}

#[test]
fn an_erasure_warns_of_the_access_it_would_overtake() {
    let mut person = Person::known();
    let access = case(&mut person, &["access", "cdiscount"], &[]);
    let drafted = ["draft", "erasure", "cdiscount", "--ground", "no-longer-needed"];
    let out = person.run(&drafted).exits(0).out;
    assert!(out.contains(&access) && out.contains("can no longer be shown"), "{out}");
    let erasure = text(&person.json(&[drafted.as_slice(), &["--again"]].concat())["cases"][0]["case"]);
    assert!(person.run(&["send", &erasure]).out.contains("can no longer be shown"));
    record(&mut person, &access, &[("answered", "2026-09-20")]);
    assert!(!person.run(&["send", &erasure]).out.contains("can no longer be shown"));
}

/// A complaint names what is proven best: demands that were contested, lateness, the confirmation that never came.
#[test]
fn a_complaint_names_every_breach_that_was_recorded() {
    let mut person = Person::known();
    let contested = |demand: &'static str, answer: &'static str| (demand, answer);
    let mut all = String::new();
    for (demand, answer) in [
        contested("identity-requested", "identity"),
        contested("fee-requested", "fee"),
        contested("clarification-requested", "clarification"),
    ] {
        let case = case(&mut person, &["access", "cdiscount", "--again"], &[(demand, "2026-09-10")]);
        person.on("2026-09-11").run(&["answer", &case, answer]).exits(0);
        record(&mut person, &case, &[("replied", "2026-09-11"), ("reminded", "2026-10-20")]);
        person.on("2026-11-10");
        for language in written_languages() {
            all = letter(&person, &["complain", &case], &language.to_string());
            assert!(all.matches("2026").count() > 6, "{language}: {all}");
        }
        all = letter(&person, &["complain", &case], "en");
        assert!(all.contains("contested it on 11 September 2026"), "{demand}: {all}");
    }
    // A reply without a letter of ours may have said anything.
    let asked = [("identity-requested", "2026-09-10"), ("replied", "2026-09-11")];
    let plain = case(&mut person, &["access", "cdiscount", "--again"], &asked);
    person.on("2026-11-10");
    assert!(!letter(&person, &["complain", &plain], "en").contains("contested it"));
    assert!(all.contains("asked me to specify the request") && all.contains("12(2)"), "{all}");
    let late = case(&mut person, &["access", "cdiscount", "--again"], &[("refused", "2026-10-20")]);
    let complaint = letter(&person, &["complain", &late], "en");
    assert!(complaint.contains("after the time limit had ended on 1 October 2026"), "{complaint}");
    let answered = case(&mut person, &["access", "cdiscount", "--again"], &[("answered", "2026-10-30")]);
    let complaint = letter(&person, &["complain", &answered], "en");
    assert!(
        complaint.contains("came only on 30 October 2026") && !complaint.contains("in full"),
        "{complaint}"
    );
    let drafted = ["erasure", "cdiscount", "--ground", "no-longer-needed"];
    let erased = case(&mut person, &drafted, &[("answered", "2026-09-20")]);
    person.run(&["follow-up", &erased]).exits(0);
    record(&mut person, &erased, &[("followed-up", "2026-09-21")]);
    person.on("2026-11-10");
    let complaint = letter(&person, &["complain", &erased], "en");
    assert!(complaint.contains("On 21 September 2026 I asked it to confirm"), "{complaint}");
    assert!(
        complaint.contains("not received that confirmation") && complaint.contains("Article 19"),
        "{complaint}"
    );
}

/// A letter written after the end of the period does not say that it is still to come.
#[test]
fn a_period_that_is_over_has_ended() {
    let mut person = Person::known();
    let late = case(&mut person, &["access", "cdiscount"], &[("identity-requested", "2026-10-12")]);
    let out = person.on("2026-10-30").run(&["status", &late]).out;
    assert!(out.contains("came after the period had ended") && !out.contains("not justified"), "{out}");
    let reply = letter(&person, &["answer", &late, "identity"], "en");
    assert!(reply.contains("which ended on 1 October 2026; yours came after that day"), "{reply}");
    record(&mut person, &late, &[("fee-requested", "2026-10-12")]);
    person.on("2026-10-30");
    let running = case(&mut person, &["access", "spartoo"], &[("fee-requested", "2026-09-12")]);
    for (to, now) in [("fee", "ends on 1 October"), ("form", "ends on 1 October")] {
        let early = letter(&person, &["answer", &running, to], "en");
        assert!(early.contains(now), "{to}: {early}");
        person.on("2026-10-30");
        let after = letter(&person, &["answer", &late, to], "en");
        assert!(after.contains("ended on 1 October 2026") && !after.contains("ends on"), "{to}: {after}");
        person.on("2026-09-12");
    }
    person.on("2026-10-30");
    for language in written_languages() {
        let language = language.to_string();
        for to in ["identity", "fee", "form"] {
            let after = letter(&person, &["answer", &late, to], &language);
            let still =
                ["prend fin le 1", "ends on", "endet am", "que vence el", "scade il giorno", "eindigt op"];
            assert!(!still.iter().any(|it| after.contains(it)), "{language} {to}: {after}");
        }
    }
}

/// Art. 12(3): an extension announced after the period is answered for what it is; nothing is said of its reasons.
#[test]
fn a_late_extension_is_answered_as_late() {
    let mut person = Person::known();
    let late = case(&mut person, &["access", "cdiscount"], &[("extended --until 2026-12-01", "2026-10-09")]);
    for (language, says, never) in [
        ("en", "after the time limit had ended", "without giving the reasons"),
        ("fr", "après l’expiration du délai", "sans en indiquer les motifs"),
        ("de", "nachdem die Frist abgelaufen war", "ohne sie zu begründen"),
        ("es", "una vez vencido el plazo", "sin indicar los motivos"),
        ("it", "a termine scaduto", "senza indicarne i motivi"),
        ("nl", "nadat de termijn was verstreken", "zonder de redenen te noemen"),
        ("pl", "już po upływie terminu", "nie podając przyczyn"),
        ("pt", "já depois de terminado o prazo", "sem indicar os motivos"),
    ] {
        let letter = letter(&person, &["answer", &late, "extension"], language);
        assert!(letter.contains(says) && !letter.contains(never), "{language}: {letter}");
    }
}

/// What is not proven is claimed for the latest day it may have been, in the complaint as in its chronology; and what the
/// company confirmed is not called unproven.
#[test]
fn receipt_is_claimed_for_what_is_proven_of_it() {
    for (events, received, due) in [
        (&[][..], "I have no proof of the day of receipt", "2 October 2026"),
        (&[("acknowledged", "2026-09-02")][..], "confirmed receipt on 2 September 2026.", "2 October 2026"),
        (
            &[("acknowledged", "2026-09-10")][..],
            "confirmed receipt on 10 September 2026; by",
            "2 October 2026",
        ),
        (&[("extended --without-reasons", "2026-09-02")][..], "to it on 2 September 2026.", "2 October 2026"),
        (&[("received", "2026-09-03")][..], "controller received it on 3 September 2026.", "5 October 2026"),
    ] {
        let mut person = Person::known();
        person.on("2026-09-01");
        let case = text(&person.json(&["draft", "access", "cdiscount"])["cases"][0]["case"]);
        record(&mut person, &case, &[&[("sent --via email", "2026-09-01")], events].concat());
        let folder = person.folder().join("complaint");
        let arguments = ["complain", &case, "--out", &folder.display().to_string(), "--letter-lang", "en"];
        person.on("2026-11-20").run(&arguments).exits(0);
        let read = |name: &str| {
            let text = fs::read_to_string(folder.join(name)).expect("it is there");
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let (complaint, chronology) = (read("complaint.txt"), read("chronology.txt"));
        assert!(complaint.contains(received), "{received}: {complaint}");
        assert!(complaint.contains(&format!("ended on {due}")), "{due}: {complaint}");
        assert!(chronology.contains(&format!("for the answer: {due}")), "{due}: {chronology}");
        let reminder = letter(&person, &["remind", &case], "en");
        let is_open = received.contains("no proof") || received.ends_with("; by");
        assert_eq!(reminder.contains("have reached you later"), is_open, "{reminder}");
        for language in written_languages() {
            letter(&person, &["remind", &case], &language.to_string());
        }
    }
}

/// A question asked after the period had ended changes nothing, contested or not.
#[test]
fn a_question_that_came_too_late_is_not_said_to_suspend() {
    for (demand, answer) in [("identity-requested", "identity"), ("clarification-requested", "clarification")]
    {
        let mut person = Person::known();
        let late = case(&mut person, &["access", "cdiscount"], &[(demand, "2026-10-12")]);
        let said = person.run(&["answer", &late, answer]).exits(0).out;
        assert!(!said.contains("clock runs again"), "{said}");
        record(&mut person, &late, &[("replied", "2026-10-12")]);
        let said = person.on("2026-10-20").run(&["remind", &late]).exits(0).out;
        assert!(!said.contains("question you contested"), "{said}");
    }
}

/// What is handed on says no more than what happened: an answer to a demand, with the letter that gave it; of two
/// extensions each with its day.
#[test]
fn a_chronology_says_what_was_done() {
    for (company, events, letter, says) in [
        (
            "cdiscount",
            ["identity-requested", "identity-provided"],
            "identity",
            "answer to the demand for proof of identity",
        ),
        (
            "cdiscount",
            ["clarification-requested", "clarification-provided"],
            "clarification",
            "answer to the question on the request",
        ),
        (
            "digitec-ch",
            ["extended", "extended --until 2026-10-30"],
            "",
            "announced by the company, until 30 October 2026",
        ),
    ] {
        let mut person = Person::known();
        let case = case(&mut person, &["access", company], &[(events[0], "2026-09-02")]);
        if !letter.is_empty() {
            person.run(&["answer", &case, letter]).exits(0);
        }
        let words: Vec<&str> = events[1].split(' ').collect();
        let said = person.on("2026-09-03").run(&[&["record", case.as_str()], words.as_slice()].concat()).out;
        assert!(!said.contains("moves no date"), "{said}");
        let folder = person.folder().join("complaint");
        let arguments = ["complain", &case, "--out", &folder.display().to_string(), "--letter-lang", "en"];
        person.on("2027-01-20").run(&arguments).exits(0);
        let chronology = fs::read_to_string(folder.join("chronology.txt")).expect("it is there");
        assert!(chronology.contains(says), "{chronology}");
        let annexed = letter.is_empty() || chronology.contains(&format!("-{letter}.pdf"));
        assert!(annexed && !chronology.contains("proof of identity provided"), "{chronology}");
    }
}

/// A complaint about silence says which provisions it infringes; one letter claims no ground beside none.
#[test]
fn a_complaint_about_silence_names_the_provisions() {
    let mut person = Person::known();
    let silent = case(&mut person, &["access", "cdiscount"], &[]);
    let complaint = letter(person.on("2026-11-20"), &["complain", &silent], "en");
    assert!(complaint.contains("infringes Article 15, Article 12(3) and Article 12(4)"), "{complaint}");
    assert!(complaint.contains("Controller: "), "{complaint}");
    record(&mut person, &silent, &[("refused", "2026-11-20")]);
    let refusal = ["answer", &silent, "refusal", "--ground", "unexplained"];
    person.run(&[refusal.as_slice(), &["--ground", "effort"]].concat()).fails_or_is_wrong();
    person.run(&refusal).exits(0);
}

/// Who sells nothing has no order to ask about; a refusal of the rest takes no time limit from the person.
#[test]
fn nothing_is_presumed_of_a_company_and_no_limit_is_lost() {
    for (company, presumes) in [("cdiscount", true), ("schufa", false)] {
        let mut person = Person::known();
        let asked = case(&mut person, &["access", company], &[("identity-requested", "2026-09-02")]);
        let letter = letter(&person, &["answer", &asked, "identity"], "de");
        assert_eq!(letter.contains("früheren Bestellung"), presumes, "{company}: {letter}");
    }
    let mut person = Person::known();
    let events = [("answered", "2026-09-10"), ("followed-up", "2026-09-11"), ("refused", "2026-09-20")];
    let refused = case(&mut person, &["access", "digitec-ch"], &events);
    let later = person.json(&["status", &refused])["cases"][0]["later"].to_string();
    assert!(later.contains("swiss-offence"), "{later}");
}
