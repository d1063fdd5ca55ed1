//! The rehearsal: the whole loop on invented data, in a new folder, in both languages, touching nothing else.

use std::fs;

use habeas::directory::source::built_in;

use super::person::{Person, text, tree};

#[test]
fn it_makes_letters_a_calendar_an_answer_and_a_report() {
    for language in ["fr", "en"] {
        let person = Person::stranger().speaking(language);
        let done = person.run(&["demo"]).exits(0);
        let folder = person.here().join("habeas-demo");
        let files = tree(&folder);
        let letters: Vec<_> =
            files.iter().filter(|path| path.starts_with("letters") && path.ends_with("letter.pdf")).collect();
        assert_eq!(letters.len(), 5, "{letters:?}");
        for shop in ["amazon-fr", "cdiscount", "ebay-de", "sarenza", "spartoo"] {
            assert!(
                letters.iter().any(|path| path.to_string_lossy().contains(&format!("letters/{shop}-HB-"))),
                "{shop}"
            );
        }
        let calendar = fs::read_to_string(folder.join("deadlines.ics")).expect("a calendar");
        assert!(calendar.contains("BEGIN:VEVENT"), "{calendar}");
        let page = fs::read_to_string(folder.join("report.html")).expect("a report");
        assert!(page.contains(&format!("lang=\"{language}\"")), "the report is in the language asked for");
        assert!(fs::read(folder.join("answer.zip")).expect("an answer").starts_with(b"PK"));
        for path in ["deadlines.ics", "report.html", "answer.zip"] {
            assert!(done.out.contains(path), "{}", done.out);
        }
    }
}

#[test]
fn a_second_one_takes_the_next_free_folder_and_a_taken_one_is_refused() {
    let person = Person::stranger();
    person.run(&["demo"]).exits(0);
    let first = tree(&person.here());
    person.run(&["demo"]).exits(0);
    let names: Vec<_> =
        tree(&person.here()).into_iter().filter(|path| path.components().count() == 1).collect();
    assert_eq!(names, ["habeas-demo", "habeas-demo-2"].map(std::path::PathBuf::from));
    assert!(first.iter().all(|path| person.here().join(path).exists()), "the first one stays");
    person
        .run(&["demo", "--out", "habeas-demo"])
        .fails_saying(&["habeas-demo", "exists already", "--out"])
        .in_one_sentence();
}

#[test]
fn it_goes_on_from_the_command_it_prints() {
    let person = Person::stranger();
    let done = person.run(&["demo"]).exits(0);
    let is_status = |line: &&str| line.contains("→ habeas --home") && line.ends_with(" status");
    let line = done.out.lines().find(is_status).expect("a next command");
    let arguments: Vec<&str> = line.split_whitespace().skip(2).collect();
    let mut command = person.bare_command(&arguments);
    let output = command.args(["--today", super::person::TODAY]).output().expect("it runs");
    assert_eq!(
        output.status.code(),
        Some(3),
        "there is an overdue case: {}",
        String::from_utf8_lossy(&output.stdout)
    );
}

#[test]
fn the_next_commands_it_prints_are_commands() {
    let person = Person::stranger();
    let done = person.run(&["demo", "--json"]).exits(0).json();
    let tree = habeas::cli::command_tree();
    for case in done["cases"].as_array().expect("a list") {
        let Some(command) = case["next"]["command"].as_str() else { continue };
        let words: Vec<&str> = command.split_whitespace().collect();
        let [_, "--home", _, word, ..] = words.as_slice() else { panic!("`{command}` names the home") };
        assert!(tree.find_subcommand(word).is_some(), "`{command}` is no command");
    }
}

#[test]
fn it_touches_neither_the_persons_home_nor_their_folder() {
    let person = Person::known();
    person.draft("cdiscount");
    let before = tree(&person.home());
    person.run(&["demo", "--out", "rehearsal"]).exits(0);
    assert_eq!(tree(&person.home()), before);
    assert_eq!(tree(&person.folder().join("user")), Vec::<std::path::PathBuf>::new());
    assert_eq!(tree(&person.folder().join("temporary")), Vec::<std::path::PathBuf>::new());
}

#[test]
fn its_cases_are_those_of_the_directory() {
    let companies = built_in().expect("readable");
    let done = Person::stranger().run(&["demo", "--json"]).json();
    for case in done["cases"].as_array().expect("a list") {
        assert!(companies.iter().any(|company| company.id() == text(&case["company"])), "{case}");
    }
}
