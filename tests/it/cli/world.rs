//! The machine it runs on: what is written, where, for whose eyes; what happens when nobody reads or answers.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::person::{Done, Person, text, tree};

#[test]
fn nothing_is_written_outside_the_home_and_what_is_named() {
    let person = Person::known();
    let proof = person.give("proof.pdf", "a receipt");
    let answer = person.give("orders.csv", "date,item\n2026-01-01,Savon\n");
    let before: BTreeSet<PathBuf> = tree(person.folder()).into_iter().collect();
    live(&person, &proof, &answer);
    let after: BTreeSet<PathBuf> = tree(person.folder()).into_iter().collect();
    let lost: Vec<_> = before.difference(&after).collect();
    assert!(lost.is_empty(), "deleted: {lost:?}");
    let named = ["home", "here/letters", "here/deadlines.ics", "here/report.html", "here/report.txt"];
    let outside: Vec<_> =
        after.difference(&before).filter(|path| !named.iter().any(|name| path.starts_with(name))).collect();
    assert!(outside.is_empty(), "written: {outside:?}");
    assert_eq!(fs::read(proof).expect("it stays"), b"a receipt");
}

#[test]
fn what_is_written_is_for_its_owner_alone() {
    let person = Person::known();
    let proof = person.give("proof.pdf", "a receipt");
    let answer = person.give("orders.csv", "date,item\n2026-01-01,Savon\n");
    live(&person, &proof, &answer);
    assert_private(&person.home());
    assert_private(&person.here());
}

#[test]
fn a_loose_mask_makes_nothing_public() {
    let person = Person::stranger();
    let program = env!("CARGO_BIN_EXE_habeas");
    let mut shell = Command::new("/bin/sh");
    shell
        .args(["-c", "umask 000; exec \"$0\" demo --out \"$1\"", program])
        .arg(person.here().join("rehearsal"));
    let output = shell.env_clear().current_dir(person.here()).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_private(&person.here().join("rehearsal"));
}

#[test]
fn asking_makes_no_home() {
    let person = Person::stranger();
    person.run(&["companies", "list"]).exits(0);
    person.run(&["companies", "check"]).exits(0);
    person.run(&["deadline", "--country", "FR", "--received", "2026-09-10"]).exits(0);
    person.run(&["profile", "show"]);
    person.run(&["man"]).exits(0);
    assert!(!person.home().exists(), "{:?}", tree(person.folder()));
}

#[test]
fn the_answers_that_were_read_are_found_again() {
    let person = Person::known();
    let answer = person.give("answer.csv", "Order,Date\n1,2026-01-05\n");
    let lone = text(&person.json(&["import", &answer])["import"]);
    let case = person.draft("cdiscount");
    person.run(&["record", &case, "sent"]).exits(0);
    let other = person.give("other.csv", "Order,Date\n7,2026-01-06\n");
    let answered = text(&person.json(&["import", &other, "--case", &case])["import"]);
    for language in ["en", "fr"] {
        let all = person.run(&["status", "--lang", language]).out;
        assert!(all.contains(&lone) && all.contains(&answered), "{all}");
        let one = person.run(&["status", &case, "--lang", language]).out;
        assert!(!one.contains(&lone) && one.contains(&answered), "{one}");
    }
    let listed = person.run(&["status", "--json"]).json();
    assert_eq!(
        (&listed["imports"][0]["id"], &listed["imports"][1]["reference"]),
        (&lone.into(), &case.into())
    );
    person.run(&["report", "IM-ZZZZZZ"]).fails_saying(&["no import", "habeas status"]);
}

#[test]
fn an_empty_home_in_the_environment_is_none() {
    let person = Person::stranger();
    let status = person.bare_command(&["status"]).env("HABEAS_HOME", "").output().expect("it runs");
    assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
}

#[test]
fn the_home_is_where_one_says_or_where_the_system_keeps_data() {
    let person = Person::stranger();
    let set = ["profile", "set", "--name", "Camille Exemple", "--email", "camille@example.org"];
    let by_environment = person.folder().join("by-environment");
    person.bare_command(&set).env("HABEAS_HOME", &by_environment).output().expect("it runs");
    assert!(by_environment.join("profile.yaml").is_file());
    let by_default = person.bare_command(&set).output().expect("it runs");
    assert!(by_default.status.success(), "{}", String::from_utf8_lossy(&by_default.stderr));
    let found =
        tree(&person.folder().join("user")).into_iter().find(|path| path.ends_with("habeas/profile.yaml"));
    assert!(found.is_some(), "{:?}", tree(&person.folder().join("user")));
}

#[test]
fn the_language_is_the_one_asked_for_then_the_profiles_then_the_locales() {
    let person = Person::stranger();
    let home = person.home().display().to_string();
    let status = |extra: &[&str], locale: &str| {
        let mut command = person.bare_command(&["status", "--home", &home]);
        let output = command.args(extra).env("LANG", locale).output().expect("it runs");
        Done::of(&output, extra).exits(0).out
    };
    let (english, french) = (status(&["--lang", "en"], "C"), status(&["--lang", "fr"], "C"));
    assert_ne!(english, french);
    assert_eq!(status(&[], "fr_FR.UTF-8"), french);
    assert_eq!(status(&[], "C.UTF-8"), english);
    assert_eq!(status(&[], "tlh"), english);
    person.run(&[
        "profile",
        "set",
        "--name",
        "Camille Exemple",
        "--email",
        "camille@example.org",
        "--language",
        "fr",
    ]);
    assert_eq!(status(&[], "en_GB.UTF-8"), french);
    assert_eq!(status(&["--lang", "en"], "fr_FR.UTF-8"), english);
}

#[test]
fn a_reader_who_leaves_is_no_failure() {
    let person = Person::known();
    for command in [
        &["companies", "list"] as &[&str],
        &["companies", "check", "--json"],
        &["completions", "bash"],
        &["man"],
        &["--help"],
        &["draft", "access", "cdiscount"],
    ] {
        let mut child =
            person.command(command).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().expect("it is piped").read_to_string(&mut said).expect("text");
        let code = child.wait().expect("it ends").code();
        assert!(!said.contains("panicked") && said.is_empty(), "{command:?}: {said}");
        assert_ne!(code, Some(101), "{command:?}");
        assert!(code.is_none_or(|code| code <= 3), "{command:?}: {code:?}");
    }
}

#[test]
fn nobody_is_asked_where_nobody_can_answer() {
    let person = Person::known();
    let account = ["--mail-server", "127.0.0.1", "--mail-port", "9", "--mail-from", "camille@example.org"];
    person.run(&[&["profile", "set"], account.as_slice()].concat()).exits(0);
    let case = person.draft("cdiscount");
    let done = person.run(&["send", &case, "--yes"]);
    done.fails_or_is_wrong();
    assert!(done.err.contains("password"), "{}", done.err);
    assert_eq!(person.events(&case), ["drafted"]);
}

#[test]
fn a_secret_is_never_shown() {
    let person = Person::known();
    let secret = person.give("secret", "correct-horse\n");
    let account = ["--mail-server", "127.0.0.1", "--mail-port", "1", "--mail-from", "camille@example.org"];
    let command = ["--mail-password-command", &format!("/bin/cat {secret}")];
    person.run(&[&["profile", "set"], account.as_slice(), &command].concat()).exits(0);
    let case = person.draft("cdiscount");
    for command in [
        &["profile", "show"] as &[&str],
        &["profile", "show", "--json"],
        &["send", &case, "--yes"],
        &["status", &case, "--json"],
    ] {
        let done = person.run(command);
        assert!(!done.out.contains("correct-horse") && !done.err.contains("correct-horse"), "{command:?}");
    }
}

/// A life with the program: each command that writes.
fn live(person: &Person, proof: &str, answer: &str) {
    let case = person.draft("cdiscount");
    person.run(&["draft", "access", "spartoo", "--out", "letters"]).exits(0);
    person.run(&["send", &case]).exits(0);
    person.run(&["record", &case, "sent", "--proof", proof]).exits(0);
    person.run(&["status"]).exits(0);
    person.run(&["calendar", "--out", "deadlines.ics"]).exits(0);
    let import = text(&person.json(&["import", answer, "--case", &case])["import"]);
    person.run(&["report", &import]).exits(0);
    person.run(&["report", &import, "--out", "report.html"]).exits(0);
    person.run(&["report", &import, "--text", "--out", "report.txt"]).exits(0);
}

/// Checks that folders below a folder are 0700 and files 0600.
fn assert_private(folder: &Path) {
    for path in tree(folder) {
        let metadata = fs::metadata(folder.join(&path)).expect("it is there");
        let wanted = if metadata.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(metadata.permissions().mode() & 0o777, wanted, "{}", path.display());
    }
}
