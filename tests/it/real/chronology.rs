//! Real counterpart of the chronology of a complaint: the validator that letters are held against.
//!
//! The program writes it as a person would have it, over several pages, in every language letters are written in.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use habeas::wording::written_languages;

use super::PERSON;
use super::pdf::{said, validate};

#[test]
#[ignore = "needs page-validation (tests/run installs it)"]
fn a_chronology_conforms_to_archive_and_accessibility_standards() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    let run = |arguments: &[&str]| -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_habeas"));
        command.env_clear().current_dir(folder.path()).arg("--home").arg(&home).args(arguments);
        command.output().expect("the program starts")
    };
    run(&PERSON);
    run(&["draft", "access", "cdiscount", "--today", "2026-09-10"]);
    let case =
        fs::read_dir(home.join("cases")).expect("it is there").next().expect("a case").expect("readable");
    let case = case.file_name().into_string().expect("plain text");
    run(&["record", &case, "sent", "--on", "2026-09-10", "--today", "2026-11-23"]);
    for day in 11..=30 {
        let proof = folder.path().join(format!("{day}.txt"));
        fs::write(&proof, day.to_string()).expect("the folder is ours");
        let (on, proof) = (format!("2026-09-{day}"), proof.display().to_string());
        run(&["record", &case, "acknowledged", "--on", &on, "--proof", &proof, "--today", "2026-11-23"]);
    }
    let mut pages: Vec<PathBuf> = Vec::new();
    for language in written_languages() {
        let code = language.code();
        let complain = ["complain", &case, "--out", code, "--letter-lang", code, "--today", "2026-11-23"];
        let written = run(&complain);
        assert!(written.status.success(), "{}", said(&written));
        pages.push(folder.path().join(code).join("chronology.pdf"));
    }
    for profile in ["2a", "ua1"] {
        let output = validate(profile, &pages);
        assert!(output.status.success(), "{profile}: {}", said(&output));
    }
}
