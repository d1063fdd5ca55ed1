//! After the deadline: remind, follow up, complain with annexes, and correct what was recorded wrongly.

use std::collections::BTreeMap;
use std::fs;

use habeas::wording::{Language, Wording, written_languages};
use sha2::{Digest, Sha256};

use super::person::{Person, text, tree};
use crate::paper::pages;

/// A case that was sent on 10 September 2026; today it is 23 November.
fn sent(person: &mut Person) -> String {
    person.on("2026-09-10");
    let case = person.draft("cdiscount");
    person.run(&["record", &case, "sent"]).exits(0);
    person.on(super::person::TODAY);
    case
}

#[test]
fn a_step_taken_too_early_is_refused_with_the_day_it_is_right() {
    let mut person = Person::known();
    let case = sent(&mut person);
    person.on("2026-10-15");
    for step in ["remind", "complain"] {
        person.run(&[step, &case]).fails_saying(&["2026-10-16", "safe date"]).in_one_sentence();
    }
    person.run(&["follow-up", &case]).fails_saying(&["no answer"]).in_one_sentence();
    person.on("2026-10-16");
    person.run(&["remind", &case]).exits(0);
    person.run(&["record", &case, "reminded"]);
    person.run(&["remind", &case]).fails_saying(&["already", "--again"]);
    person.run(&["remind", &case, "--again"]).exits(0);
}

#[test]
fn an_open_question_is_named_with_the_date_without_it() {
    let mut person = Person::known();
    let case = sent(&mut person);
    person.run(&["record", &case, "identity-requested", "--on", "2026-09-14"]).exits(0);
    person
        .run(&["complain", &case])
        .fails_saying(&["question", "2026-10-12", "identity-provided"])
        .in_one_sentence();
}

#[test]
fn the_facts_of_a_complaint_are_read_by_programs() {
    let mut person = Person::known();
    let case = sent(&mut person);
    let proof = person.give("slip.pdf", "a slip");
    person.run(&["record", &case, "received", "--on", "2026-09-11", "--proof", &proof]);
    let facts = person.json(&["complain", &case]);
    assert_eq!(facts["gate"]["ground"], "late");
    assert_eq!(facts["gate"]["to"], "authority");
    assert_eq!(facts["receipt"]["estimated"], false);
    assert_eq!(facts["receipt"]["files"][0]["sha256"], hex(b"a slip").as_str());
    assert_eq!(facts["period"]["ended"], "2026-10-12");
    assert_eq!(facts["authorities"][0]["reason"], "home");
    assert_eq!(facts["authorities"][0]["proposed"], true);
    let about_cookies = person.json(&[
        "complain",
        &case,
        "--about",
        "cookies",
        "--because",
        "cdiscount.com set the cookie uid before I had agreed.",
    ]);
    assert_eq!(about_cookies["authorities"][0]["reason"], "trackers");
    person.run(&["profile", "set", "--work-country", "BE"]).exits(0);
    let reasons = person.json(&["complain", &case])["authorities"].clone();
    assert_eq!(reasons[1]["reason"], "work", "{reasons}");
}

#[test]
fn annexes_are_numbered_whole_private_and_never_overwrite() {
    let mut person = Person::known();
    let case = sent(&mut person);
    let proof = person.give("slip.pdf", "a slip");
    person.run(&["record", &case, "received", "--on", "2026-09-11", "--proof", &proof]);
    let facts = person.json(&["complain", &case, "--out", "complaint"]);
    let folder = person.here().join("complaint");
    let annexes: Vec<_> = facts["chronology"]
        .as_array()
        .expect("a list")
        .iter()
        .flat_map(|entry| entry["annexes"].as_array().expect("a list").clone())
        .collect();
    assert_eq!(annexes.len(), 3, "letter, message and slip: {annexes:?}");
    let chronology = fs::read_to_string(folder.join("chronology.txt")).expect("it is there");
    for (index, annex) in annexes.iter().enumerate() {
        let name = text(&annex["file"]);
        // The authority is a French one.
        assert!(name.starts_with(&format!("piece-{:02}-", index + 1)), "{name}");
        let bytes = fs::read(folder.join(&name)).expect("it is there");
        assert_eq!(annex["sha256"], hex(&bytes).as_str(), "{name}");
        assert!(chronology.contains(&name) && chronology.contains(&hex(&bytes)), "{chronology}");
    }
    let pages = pages(&fs::read(folder.join("chronology.pdf")).expect("it is there")).concat();
    assert!(pages.contains("/TH<<") && pages.contains("/TD<<"), "what happened stands in a table: {pages}");
    let said: String = pages.split(['(', ')']).skip(1).step_by(2).collect();
    for annex in &annexes {
        // Two f are one sign in this font.
        let hash = text(&annex["sha256"]);
        assert!(hash.split("ff").all(|part| said.contains(part)), "{annex} is not in {said}");
    }
    let letter = fs::read_to_string(folder.join("complaint.txt")).expect("it is there");
    assert!(
        letter.contains("CNIL") && letter.contains(&case),
        "the complaint goes to the authority: {letter}"
    );
    assert!(letter.contains("piece-01-letter.pdf"), "{letter}");
    assert_eq!(tree(&folder).len(), 7);
    #[cfg(unix)]
    for path in tree(&folder) {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(folder.join(&path)).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", path.display());
    }
    fs::write(folder.join("chronology.txt"), "mine").expect("the folder is ours");
    person.run(&["complain", &case, "--out", "complaint"]).fails_saying(&["exists already", "--out"]);
    assert_eq!(fs::read_to_string(folder.join("chronology.txt")).expect("it is there"), "mine");
}

/// Whoever decides on a complaint reads its chronology.
#[test]
fn the_chronology_speaks_the_language_of_the_complaint() {
    let mut person = Person::known();
    let case = sent(&mut person);
    person.run(&["record", &case, "identity-requested", "--on", "2026-10-01"]);
    person.run(&["record", &case, "identity-provided", "--on", "2026-10-07"]);
    let complain = |further: &[&str], folder: &str| {
        let done = person.run(&[&["complain", &case, "--out", folder], further].concat());
        let read = |name: &str| fs::read_to_string(person.here().join(folder).join(name)).expect("written");
        (done.out, read("chronology.txt"), read("complaint.txt"))
    };
    let title = |language: Language| Wording::of(language).say_with("chronology-title", &[("case", &case)]);
    let (said, chronology, complaint) = complain(&[], "authority");
    assert!(chronology.starts_with(&title(Language::FRENCH)), "the CNIL reads French: {chronology}");
    assert!(complaint.contains("piece-01-letter.pdf"), "{complaint}");
    assert!(!said.contains("is not known here"), "{said}");
    for language in written_languages() {
        let (_, chronology, complaint) = complain(&["--letter-lang", language.code()], language.code());
        assert!(chronology.starts_with(&title(language)), "{language}: {chronology}");
        let word = Wording::of(language).say_with("annex-word", &[("law", "other")]);
        for text in [&chronology, &complaint] {
            assert!(text.contains(&format!("{word}-01-letter.pdf")), "{language}: {text}");
            assert!(
                !text.contains("[ch") && !text.contains("[c") && !text.contains("[told"),
                "{language}: {text}"
            );
        }
        let paused = Wording::of(language).say_with("deadline-unpaused", &[("date", "|")]);
        let before_date = paused.split('|').next().expect("it has a start");
        assert!(chronology.contains(before_date), "{language}: {chronology}");
        assert!(chronology.contains("12"), "the article of the period: {chronology}");
    }
    person.run(&["profile", "set", "--country", "FI"]).exits(0);
    let (said, chronology, _) = complain(&[], "elsewhere");
    assert!(chronology.starts_with(&title(Language::ENGLISH)), "the language of the request: {chronology}");
    assert!(said.contains("is not known here") && said.contains("--letter-lang LANGUAGE"), "{said}");
}

/// What the law makes something of is told, and an annex is called as the country calls it.
#[test]
fn the_chronology_tells_an_extension_without_reasons_a_decision_and_swiss_annexes() {
    let mut person = Person::known();
    let case = sent(&mut person);
    person.run(&["record", &case, "extended", "--on", "2026-10-01", "--without-reasons"]).exits(0);
    let read = |person: &Person, folder: &str, name: &str| {
        fs::read_to_string(person.here().join(folder).join(name)).expect("written")
    };
    person.run(&["complain", &case, "--out", "first"]).exits(0);
    for name in ["chronology.txt", "complaint.txt"] {
        let told = read(&person, "first", name);
        assert!(told.contains("prolongation annoncée par l’entreprise, sans motifs"), "{told}");
    }
    person.run(&["record", &case, "complained", "--on", "2026-10-20"]).exits(0);
    person.run(&["record", &case, "authority-replied", "--on", "2026-11-02", "--decision"]).exits(0);
    person.run(&["complain", &case, "--again", "--out", "again"]).exits(0);
    let told = read(&person, "again", "chronology.txt");
    assert!(told.contains("décision de l’autorité sur la réclamation"), "{told}");

    person.run(&["profile", "set", "--country", "CH"]).exits(0);
    person.on("2026-09-10");
    let swiss = person.draft("digitec-ch");
    person.run(&["record", &swiss, "sent"]).exits(0);
    person.on(super::person::TODAY);
    for (language, over, first) in
        [("de", "Beilagen:", "Beilage 1 – beilage-01-"), ("fr", "", " – piece-01-")]
    {
        person.run(&["complain", &swiss, "--letter-lang", language, "--out", language]).exits(0);
        let complaint = read(&person, language, "complaint.txt");
        assert!(complaint.contains(over) && complaint.contains(first), "{complaint}");
        assert!(!complaint.to_lowercase().contains("anlage"), "{complaint}");
        assert!(!read(&person, language, "chronology.txt").to_lowercase().contains("anlage"));
    }
}

#[test]
fn a_proof_that_changed_is_not_handed_on() {
    let mut person = Person::known();
    let case = sent(&mut person);
    let kept = person.home().join("cases").join(&case).join("letter.pdf");
    fs::write(&kept, "another").expect("the folder is ours");
    person.run(&["complain", &case, "--out", "complaint"]).fails_saying(&["letter.pdf was changed"]);
    fs::remove_file(&kept).expect("it is there");
    person.run(&["complain", &case, "--out", "complaint"]).fails_saying(&["missing"]);
    assert!(!person.here().join("complaint").exists(), "nothing is written of a broken case");
}

#[test]
fn what_was_recorded_wrongly_is_corrected_and_stays_visible() {
    let mut person = Person::known();
    let case = sent(&mut person);
    person.run(&["record", &case, "answered", "--on", "2026-10-01"]).exits(0);
    // The answer never came; the letter left two days later.
    person.run(&["record", &case, "retracted", "--replaces", "3"]);
    assert_eq!(person.events(&case), ["drafted", "sent"]);
    person.run(&["record", &case, "sent", "--on", "2026-09-12", "--replaces", "2"]);
    let shown = person.json(&["status", &case]);
    assert_eq!(shown["cases"][0]["events"][1]["number"], 5);
    assert_eq!(shown["cases"][0]["events"][1]["on"], "2026-09-12");
    let corrected: Vec<_> = shown["cases"][0]["corrected"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|event| event["number"].clone())
        .collect();
    assert_eq!(corrected, [2, 3, 4], "the retraction itself is no event of the case's life");
    let lines = person.run(&["status", &case]).out;
    assert!(lines.contains("corrected") && lines.contains("in place of no. 2"), "{lines}");
}

#[test]
fn a_correction_that_cannot_be_is_refused() {
    let mut person = Person::known();
    let case = sent(&mut person);
    person.run(&["record", &case, "answered", "--on", "2026-10-01"]).exits(0);
    let record = |rest: &[&str]| person.run(&[&["record", &case], rest].concat());
    record(&["retracted", "--replaces", "9"]).fails_saying(&["no event 9"]).in_one_sentence();
    record(&["retracted", "--replaces", "0"]).fails_saying(&["no event 0"]);
    record(&["retracted", "--replaces", "1"]).fails_saying(&["letter itself"]);
    record(&["retracted", "--replaces", "2"]).fails_saying(&["event 3", "answered"]).in_one_sentence();
    record(&["sent", "--on", "2026-10-02", "--replaces", "2"]).fails_saying(&["event 3"]);
    record(&["retracted"]).exits(2);
    record(&["answered", "--on", "2026-10-02", "--replaces", "3"]).exits(0);
    record(&["answered", "--on", "2026-10-03", "--replaces", "3"]).fails_saying(&["corrected already"]);
    assert_eq!(person.events(&case), ["drafted", "sent", "answered"]);
}

/// What a calendar program holds of an entry: its sequence, its status, whether it rings, its day.
type Held = (u32, String, bool, String);

/// Imports the deadlines as a calendar program does: by identifier, what has a lower sequence is ignored.
fn take_in(person: &Person, held: &mut BTreeMap<String, Held>) {
    person.run(&["calendar", "--out", "deadlines.ics"]).exits(0);
    let text = fs::read_to_string(person.here().join("deadlines.ics")).expect("it is there");
    for event in text.split("BEGIN:VEVENT").skip(1) {
        let value = |name: &str| {
            let found = event.lines().find_map(|line| line.strip_prefix(name)).expect(name);
            found.trim().to_owned()
        };
        let sequence = value("SEQUENCE:").parse().expect("a number");
        let new = (sequence, value("STATUS:"), event.contains("BEGIN:VALARM"), value("DTSTART;VALUE=DATE:"));
        let known = held.entry(value("UID:")).or_insert_with(|| new.clone());
        assert!(known.0 <= sequence, "a sequence never falls: {known:?} {new:?}");
        // What is no newer revision is the same.
        assert!(known.0 < sequence || *known == new, "{known:?} {new:?}");
        *known = new;
    }
}

#[test]
fn importing_the_calendar_again_cancels_what_no_longer_stands() {
    let mut person = Person::known();
    let case = sent(&mut person);
    let mut held = BTreeMap::new();
    let mut statuses = |person: &Person| {
        take_in(person, &mut held);
        let once = held.clone();
        take_in(person, &mut held);
        assert_eq!(held, once, "importing twice changes nothing");
        let prefix = format!("{}-", case.to_lowercase());
        let name =
            |uid: &String| uid.trim_start_matches(&prefix).trim_end_matches("@habeas.invalid").to_owned();
        let said = held.iter().map(|(uid, (_, status, rings, day))| {
            assert_eq!(*rings, status == "CONFIRMED", "only what stands rings: {uid}");
            assert_eq!(day.len(), 8, "{uid} {day}");
            format!("{} {}", name(uid), status.to_lowercase())
        });
        said.collect::<Vec<String>>().join(", ")
    };
    assert_eq!(statuses(&person), "due confirmed, safe confirmed");
    // An open question leaves no date; its answer gives one again.
    person.run(&["record", &case, "identity-requested", "--on", "2026-10-05"]);
    assert_eq!(statuses(&person), "due cancelled, safe cancelled");
    person.run(&["record", &case, "identity-provided", "--on", "2026-10-06"]);
    assert_eq!(statuses(&person), "due confirmed, safe confirmed");
    person.run(&["record", &case, "complained", "--on", "2026-11-01"]);
    assert_eq!(statuses(&person), "court-open confirmed, due confirmed, safe confirmed");
    person.run(&["record", &case, "answered"]).exits(0);
    // The answer does not end a complaint that lies with the authority.
    assert_eq!(statuses(&person), "court-open confirmed, due cancelled, safe cancelled");
    person.run(&["record", &case, "closed"]).exits(0);
    assert_eq!(statuses(&person), "court-open cancelled, due cancelled, safe cancelled");
    person.run(&["record", &case, "retracted", "--replaces", "7"]).exits(0);
    assert_eq!(statuses(&person), "court-open confirmed, due cancelled, safe cancelled");
    let told = person.json(&["calendar", "--out", "deadlines.ics"]);
    assert_eq!((&told["entries"], &told["cancelled"]), (&1.into(), &2.into()));
    let text = fs::read_to_string(person.here().join("deadlines.ics")).expect("it is there");
    assert!(text.contains("SUMMARY:Cancelled: Answer due"), "{text}");
    // A year after its day nobody looks for it any more.
    let told = person.on("2028-01-01").run(&["calendar", "--out", "deadlines.ics", "--json"]).json();
    assert_eq!((&told["entries"], &told["cancelled"]), (&1.into(), &0.into()));
}

/// A case of a shop in a country that left by e-mail and was refused, as a table gives it.
fn refused(person: &Person, country: &str) -> &'static str {
    let row = |rest: &str| {
        format!(
            "HB-222222,shop,Example Shop,{country},access,en,email,dpo@example.org,2026-09-01,{rest},dpo@example.org\n"
        )
    };
    let head =
        "case,company,company_name,country,right,language,case_via,case_address,drafted,event,on,via,to\n";
    let table = [
        head.to_owned(),
        row("drafted,2026-09-01,"),
        row("sent,2026-09-01,email"),
        row("refused,2026-09-20,").replace(",dpo@example.org\n", ",\n"),
    ];
    let file = person.give("cases.csv", table.concat());
    person.run(&["cases", "import", &file, "--yes"]).exits(0);
    "HB-222222"
}

#[test]
fn a_british_company_is_proposed_first_and_the_authority_stays_open() {
    let person = Person::known();
    let case = refused(&person, "GB");
    let first = person.run(&["complain", case, "--lang", "en"]).exits(0).out;
    assert!(first.contains("Complaint to") && first.contains("Afterwards"), "{first}");
    assert!(!first.contains("Form "), "the authority's form is not where this complaint goes: {first}");
    assert!(first.contains("--to-authority"), "{first}");
    let at_once = person.json(&["complain", case, "--to-authority"]);
    assert_eq!(at_once["gate"]["to"], "authority");
    assert!(at_once["record"].as_str().is_some_and(|record| record.ends_with(" complained")), "{at_once}");
}

#[test]
fn what_depends_on_facts_nobody_knows_here_is_said_with_its_condition() {
    let person = Person::known();
    let case = refused(&person, "US");
    person.run(&["profile", "set", "--country", "DE", "--region", "HE"]).exits(0);
    let facts = person
        .run(&[
            "complain",
            case,
            "--about",
            "cookies",
            "--because",
            "cdiscount.com set the cookie uid before I had agreed.",
            "--lang",
            "en",
        ])
        .exits(0)
        .out;
    assert!(facts.contains("if the Regulation applies"), "{facts}");
    assert!(facts.contains("changes nothing here"), "{facts}");
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
