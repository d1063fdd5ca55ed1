//! Cases are taken away and brought in: what is written, what is refused, what stays as it is.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::person::Person;

/// Somebody with two cases, one with a proof.
fn somebody() -> (Person, String) {
    let person = Person::known();
    let case = person.draft("cdiscount");
    person.draft("spartoo");
    let proof = person.give("slip.pdf", "a receipt");
    person.run(&["record", &case, "sent", "--proof", &proof]).exits(0);
    (person, case)
}

fn here(person: &Person, name: &str) -> String {
    fs::read_to_string(person.here().join(name)).expect("it was written")
}

#[test]
fn cases_move_to_an_empty_home_and_back_byte_by_byte() {
    for format in ["json", "csv"] {
        let (person, case) = somebody();
        let name = format!("cases.{format}");
        person.run(&["cases", "export", "--out", &name, "--files", "proofs"]).exits(0);
        let mode = fs::metadata(person.here().join(&name)).expect("written").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let empty = person.here().join("empty").display().to_string();
        let import = ["--home", &empty, "cases", "import", &name, "--files", "proofs"];
        let run = |arguments: &[&str]| {
            let mut command = person.bare_command(&["--today", super::person::TODAY]);
            let output = command.args(arguments).output().expect("it runs");
            super::person::Done::of(&output, arguments)
        };
        let planned = run(&import).exits(0).out;
        assert!(planned.contains("Would be added: 2 cases, 3 events, 7 files."), "{planned}");
        assert!(planned.contains("--yes"), "{planned}");
        run(&[import.as_slice(), &["--yes"]].concat()).exits(0);
        run(&["--home", &empty, "cases", "export", "--out", "again", "--format", format, "--files", "more"])
            .exits(0);
        assert_eq!(here(&person, &name), here(&person, "again"));
        let proof = |folder: &str| fs::read(person.here().join(folder).join(&case).join("proof.pdf"));
        assert_eq!(proof("proofs").expect("there"), proof("more").expect("there"));
        let again = run(&[import.as_slice(), &["--yes", "--json"]].concat()).exits(0).json();
        assert_eq!(again["skipped"].as_array().map(Vec::len), Some(2), "{again}");
        assert_eq!(again["cases"].as_array().map(Vec::len), Some(0), "{again}");
    }
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let (person, _) = somebody();
    person.run(&["cases", "export", "--out", "cases.csv", "--files", "proofs"]).exits(0);
    let before = here(&person, "cases.csv");
    person.run(&["cases", "export", "--out", "cases.csv"]).fails_saying(&["is there already"]);
    person
        .run(&["cases", "export", "--out", "b.csv", "--files", "proofs"])
        .fails_saying(&["is there already", "--files"]);
    assert_eq!(before, here(&person, "cases.csv"));
    assert!(!person.here().join("b.csv").exists());
}

/// A spreadsheet of one's own has no letters: what is not kept is not said to be enclosed.
#[test]
fn a_case_without_its_letter_is_reminded_of_without_a_copy() {
    let mut person = Person::known();
    person.on("2026-03-20");
    let given = person.give("own.csv", "company,right,event,on\ncdiscount,access,sent,2026-01-05\n");
    person.run(&["cases", "import", &given, "--yes"]).exits(0);
    let case = super::person::text(&person.json(&["status"])["cases"][0]["case"]);
    person.run(&["remind", &case]).exits(0);
    let letter =
        fs::read_to_string(person.home().join(format!("cases/{case}/reminder.txt"))).expect("a letter");
    assert!(letter.contains("Je me réfère à ma demande"), "the company takes French: {letter}");
    assert!(!letter.contains("copie"), "{letter}");
}

#[test]
fn files_that_are_named_are_given_or_left_out_on_purpose() {
    let (person, case) = somebody();
    person.run(&["cases", "export", &case, "--out", "cases.json", "--files", "proofs"]).exits(0);
    let other = Person::stranger();
    let file = other.give("cases.json", here(&person, "cases.json"));
    other.run(&["cases", "import", &file, "--yes"]).fails_saying(&["4 files", "--without-files"]);
    let proofs = person.here().join("proofs").display().to_string();
    let proof = person.here().join("proofs").join(&case).join("proof.pdf");
    fs::write(&proof, "another").expect("ours");
    other
        .run(&["cases", "import", &file, "--files", &proofs, "--yes"])
        .fails_saying(&[&format!("{case}/proof.pdf"), "has not the bytes"]);
    assert_eq!(other.json(&["status"])["cases"].as_array().map(Vec::len), Some(0));
    let done = other.json(&["cases", "import", &file, "--without-files", "--yes"]);
    assert_eq!((&done["files_left_out"], &done["added"]), (&4.into(), &true.into()));
    assert_eq!(other.events(&case), ["drafted", "sent"]);
}

#[test]
fn a_history_that_goes_on_or_differs_is_refused_and_nothing_is_added() {
    let (person, case) = somebody();
    person.run(&["cases", "export", "--out", "old.json"]).exits(0);
    person.run(&["record", &case, "acknowledged"]).exits(0);
    let earlier = person.json(&["cases", "import", "old.json", "--files", "none", "--yes"]);
    assert_eq!(earlier["skipped"].as_array().map(Vec::len), Some(2), "all of it is here");
    let new = here(&person, "old.json").replace("\"event\": \"sent\"", "\"event\": \"withdrawn\"");
    let new = person.give("new.json", new);
    person
        .run(&["cases", "import", &new, "--without-files", "--yes"])
        .fails_saying(&[&case, "another history"]);
    person.run(&["cases", "export", &case, "--out", "long.json"]).exits(0);
    let other = Person::stranger();
    let old = other.give("old.json", here(&person, "old.json"));
    other.run(&["cases", "import", &old, "--without-files", "--yes"]).exits(0);
    let long = other.give("long.json", here(&person, "long.json"));
    other.run(&["cases", "import", &long, "--without-files", "--yes"]).fails_saying(&[
        &case,
        "knows more",
        "habeas record",
    ]);
    assert_eq!(other.events(&case), ["drafted", "sent"]);
}

#[test]
fn one_bad_row_keeps_all_out() {
    let person = Person::known();
    let rows = "company,right,event,on\ncdiscount,access,sent,2026-09-10\nspartoo,access,sent,12.09.2026\n";
    let file = person.give("cases.csv", rows);
    let done = person.run(&["cases", "import", &file, "--yes"]).fails_saying(&["line 3, `on`", "2026-09-10"]);
    assert!(!done.err.contains("12.09.2026"), "{}", done.err);
    assert_eq!(person.json(&["status"])["cases"].as_array().map(Vec::len), Some(0));
    let file = person.give("unclosed.csv", "company,right,event,on\n\"cdiscount,access,sent,2026-09-10\n");
    let done = person.run(&["cases", "import", &file]).fails_saying(&["line 2", "quotation mark"]);
    assert!(!done.err.contains("quote-unclosed"), "a sentence and no code: {}", done.err);
    let file = person
        .give("twice.csv", format!("{rows}company,right,event,on\n").replace("12.09.2026", "2026-09-12"));
    person.run(&["cases", "import", &file]).fails_saying(&["header stands again between the rows"]);
    let file = person.give("header.csv", "company,right,event,on\n");
    let done = person.run(&["cases", "import", &file, "--yes"]).exits(0);
    assert!(done.out.contains("no events below it"), "{}", done.out);
    let file = person.give("other.bin", [0, 1, 2, 255]);
    person.run(&["cases", "import", &file]).fails_saying(&["neither JSON nor CSV"]);
}

#[test]
fn an_export_that_fails_leaves_no_copy_of_a_letter() {
    let (person, case) = somebody();
    let letter = person.home().join("cases").join(&case).join("letter.pdf");
    let whole = fs::read(&letter).expect("the letter");
    let place = |name: &str| person.here().join(name).display().to_string();
    let (folder, out) = (place("copies"), place("cases.json"));
    let export = ["cases", "export", "--out", &out, "--files", &folder];
    fs::write(&letter, "changed since").expect("ours");
    person.run(&export).exits(1);
    assert!(!Path::new(&folder).exists() && !Path::new(&out).exists());
    fs::write(&letter, whole).expect("ours");
    let nowhere = place("absent/cases.json");
    person.run(&["cases", "export", "--out", &nowhere, "--files", &folder]).exits(1);
    assert!(!Path::new(&folder).exists());
    person.run(&export).exits(0);
    assert!(Path::new(&folder).join(&case).join("letter.pdf").is_file());
}
