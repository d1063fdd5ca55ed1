//! What is kept, as a person looks after it: verify, backup, forget, a home that cannot be written, a full disk.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use super::person::{Done, Person, TODAY, text, tree};

#[test]
fn verify_tells_all_and_changes_nothing() {
    let person = Person::known();
    person.run(&["verify"]).fails_saying(&["no store", "habeas draft"]).in_one_sentence();
    let case = person.draft("cdiscount");
    let sound = person.json(&["verify"]);
    assert_eq!((&sound["sound"], &sound["cases"], &sound["events"]), (&true.into(), &1.into(), &1.into()));
    assert!(sound["proofs"].as_u64() >= Some(3), "{sound}");
    assert_eq!(sound["findings"], serde_json::json!([]));
    let folder = person.home().join("cases").join(&case);
    fs::write(folder.join("letter.txt"), "other").expect("it is ours");
    fs::remove_file(folder.join("letter.pdf")).expect("it is ours");
    fs::write(folder.join("note.txt"), "mine").expect("it is ours");
    let before = bytes(&person.home());
    let told = person.run(&["verify", "--json"]).exits(3).json();
    let codes: Vec<String> =
        told["findings"].as_array().expect("a list").iter().map(|finding| text(&finding["code"])).collect();
    assert_eq!(codes, ["proof-missing", "proof-changed", "unnamed"]);
    let shown = person.run(&["verify"]).exits(3);
    for place in ["letter.txt", "letter.pdf", "note.txt"] {
        assert!(shown.out.contains(&format!("{case}/{place}")), "{}", shown.out);
    }
    assert_eq!(bytes(&person.home()), before);
}

#[test]
fn a_backup_works_at_once_as_a_home() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    person.run(&["record", &case, "sent"]).exits(0);
    let out = person.here().join("copy").display().to_string();
    let copied = person.json(&["backup", "--out", &out]);
    assert_eq!((&copied["cases"], &copied["events"]), (&1.into(), &2.into()));
    person.run(&["backup", "--out", &out]).fails_saying(&["--out"]).in_one_sentence();
    let inside = person.home().join("copy").display().to_string();
    person.run(&["backup", "--out", &inside]).fails_saying(&["inside the home"]).in_one_sentence();
    let from_copy = |arguments: &[&str]| {
        let mut command = person.bare_command(arguments);
        let output = command.args(["--home", &out, "--today", TODAY]).output().expect("it runs");
        Done::of(&output, arguments)
    };
    assert_eq!(from_copy(&["status", "--json"]).exits(0).json(), {
        let mut status = person.json(&["status"]);
        let command = text(&status["cases"][0]["next"]["command"]);
        let home = person.home().display().to_string();
        status["cases"][0]["next"]["command"] = command.replace(&home, &out).into();
        status
    });
    from_copy(&["verify"]).exits(0);
    from_copy(&["record", &case, "answered"]).exits(0);
    assert_eq!(person.events(&case).len(), 2, "the home is another one");
    for path in tree(&person.here()).iter().map(|path| person.here().join(path)) {
        let mode = path.metadata().expect("there").permissions().mode() & 0o777;
        assert!(mode == 0o700 || mode == 0o600 || path == person.here(), "{} {mode:o}", path.display());
    }
}

#[test]
fn forget_shows_and_then_does_for_good() {
    let person = Person::known();
    let (case, other) = (person.draft("cdiscount"), person.draft("spartoo"));
    let proof = person.give("proof.txt", "quincunx-marmalade");
    person.run(&["record", &case, "sent", "--proof", &proof]).exits(0);
    let before = bytes(&person.home().join("cases"));
    let plan = person.json(&["forget", &case]);
    assert_eq!((&plan["done"], &plan["events"]), (&false.into(), &2.into()));
    let shown = person.run(&["forget", &case]).exits(0);
    assert!(shown.out.contains("proof.txt") && shown.out.contains("--yes"), "{}", shown.out);
    assert_eq!(bytes(&person.home().join("cases")), before, "nothing has gone");
    person.run(&["forget", &case.to_lowercase(), "--yes"]).exits(0);
    for (name, bytes) in bytes(&person.home()) {
        for word in ["quincunx-marmalade", case.as_str()] {
            let is_there = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!is_there && !name.contains(word), "{word} in {name}");
        }
    }
    person.run(&["forget", &case, "--yes"]).fails_saying(&["there is no case"]).in_one_sentence();
    person.run(&["status", &other]).exits(0);
    person.run(&["verify"]).exits(0);
}

#[test]
fn due_shows_the_first_and_says_how_many_more() {
    let person = Person::known();
    for company in ["cdiscount", "spartoo", "amazon"] {
        person.draft(company);
    }
    let due = person.json(&["due", "--limit", "2"]);
    assert_eq!(due["cases"].as_array().map(Vec::len), Some(2));
    assert_eq!((&due["more"], &due["waiting"]), (&1.into(), &0.into()));
    let shown = person.run(&["due", "--limit", "1"]).exits(0);
    assert!(shown.out.contains("2 more (habeas due --limit N)"), "{}", shown.out);
    assert_eq!(person.json(&["due"])["more"], 0);
}

#[test]
fn a_home_that_cannot_be_written_is_shown_and_kept() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    person.run(&["record", &case, "sent", "--on", TODAY]).exits(0);
    for warm in [false, true] {
        if warm {
            person.run(&["due"]).exits(0);
        }
        read_only(&person.home(), true);
        let before = bytes(&person.home());
        for reading in [&["status"] as &[&str], &["due", "--all"], &["verify"]] {
            let done = as_nobody(&person, reading);
            assert_eq!(done.code, 0, "{reading:?}: {}", done.err);
            let names_case = done.out.contains(&case) || reading.contains(&"verify");
            assert!(names_case, "{reading:?}: {}", done.out);
        }
        let calendar = person.here().join("public/deadlines.ics").display().to_string();
        fs::create_dir_all(person.here().join("public")).expect("it is ours");
        fs::set_permissions(person.here().join("public"), fs::Permissions::from_mode(0o777)).expect("ours");
        let written = as_nobody(&person, &["calendar", "--out", &calendar]);
        assert_eq!(written.code, 0, "{}", written.err);
        let forget = ["forget", &case, "--yes"];
        for writing in [&["record", &case, "answered"] as &[&str], &["draft", "access", "spartoo"], &forget] {
            as_nobody(&person, writing).fails_saying(&["cannot be written", "permissions"]).in_one_sentence();
        }
        as_nobody(&person, &["profile", "set", "--telephone", "+33 1 23 45 67 89"])
            .fails_saying(&["writing the profile", "make the folder writable"])
            .in_one_sentence();
        assert_eq!(bytes(&person.home()), before);
        read_only(&person.home(), false);
    }
    assert_eq!(person.events(&case).len(), 2);
}

#[test]
fn what_the_profile_says_of_a_company_stands_where_letters_look_for_it() {
    let person = Person::known();
    person.run(&["profile", "set", "--known-as", "C discount:customer_number=C-1"]).exits(0);
    person.run(&["profile", "set", "--dealt-with", "cdiscount.com=orders"]).exits(0);
    person
        .run(&["profile", "set", "--known-as", "cdiscont:username=x"])
        .fails_saying(&["cdiscont", "did you mean cdiscount"]);
    let kept = person.json(&["profile", "show"]);
    assert_eq!(kept["profile"]["person"]["known_as"]["cdiscount"]["customer_number"], "C-1");
    assert_eq!(kept["profile"]["person"]["dealt_with"], json!({ "cdiscount": "orders" }));
    person.run(&["profile", "check"]).exits(0);
    let text = fs::read_to_string(person.home().join("profile.yaml")).expect("a profile");
    person.keep("profile.yaml", text.replace("cdiscount:", "cdiscont:"));
    person.run(&["profile", "check"]).fails_saying(&["cdiscont", "did you mean cdiscount"]);
}

#[test]
fn a_profile_says_what_its_letters_will_lack() {
    let person = Person::known();
    let lacks = |flags: &[&str]| person.json(&[&["profile", "set"], flags].concat())["lacks"].clone();
    assert_eq!(lacks(&["--country", "FR"]), json!([]));
    assert_eq!(lacks(&["--address", ""]), json!(["address"]));
    assert_eq!(lacks(&["--address", "1 rue de l’Essai", "--country", "DE"]), json!(["region"]));
    assert_eq!(lacks(&["--region", "BY"]), json!([]));
}

#[test]
fn two_changes_of_the_profile_at_a_time_are_both_kept() {
    let person = Person::known();
    for round in 0..10 {
        let (telephone, number) =
            (format!("+33 1 23 45 67 {round}0"), format!("cdiscount:customer_number=C-{round}"));
        std::thread::scope(|threads| {
            threads.spawn(|| person.run(&["profile", "set", "--telephone", &telephone]).exits(0));
            person.run(&["profile", "set", "--known-as", &number]).exits(0);
        });
        let kept = person.json(&["profile", "show"]).to_string();
        assert!(kept.contains(&telephone) && kept.contains(&format!("C-{round}")), "{kept}");
    }
}

#[test]
fn a_home_that_cannot_be_written_is_not_shown_without_its_last_events() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    let store = person.home().join("habeas.db");
    let log = person.home().join("habeas.db-wal");
    // Somebody else is reading the store, so that nobody takes the log in.
    let mut other = rusqlite::Connection::open(&store).expect("the store");
    let reading = other.transaction().expect("the store");
    let _: u32 = reading.query_row("SELECT count(*) FROM cases", [], |row| row.get(0)).expect("read");
    person.run(&["record", &case, "sent"]).exits(0);
    let (store_bytes, log_bytes) = (fs::read(&store).expect("there"), fs::read(&log).expect("a log"));
    drop(reading);
    drop(other);
    fs::write(&store, store_bytes).expect("put back");
    fs::write(&log, log_bytes).expect("put back");
    read_only(&person.home(), true);
    as_nobody(&person, &["status"])
        .fails_saying(&["last writes were interrupted", "next: "])
        .in_one_sentence();
    read_only(&person.home(), false);
    assert_eq!(person.events(&case).len(), 2, "and its owner has them");
}

/// Runs the program as somebody who may read the home and not write it. Where the tests run as root, whom no
/// permission stops, that is another user.
fn as_nobody(person: &Person, arguments: &[&str]) -> Done {
    let is_root =
        fs::metadata("/proc/self").is_ok_and(|about| std::os::unix::fs::MetadataExt::uid(&about) == 0);
    let command = person.command(arguments);
    if !is_root {
        return Done::of(&{ command }.output().expect("it runs"), arguments);
    }
    let mut other = Command::new("setpriv");
    other.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
    other.arg(program(person)).args(command.get_args()).env_clear().current_dir("/");
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            other.env(name, value);
        }
    }
    Done::of(&other.output().expect("setpriv runs"), arguments)
}

/// A copy of the program where everybody can run it: the build may lie where only its owner may look.
fn program(person: &Person) -> std::path::PathBuf {
    let path = person.folder().join("habeas");
    if !path.exists() {
        fs::copy(env!("CARGO_BIN_EXE_habeas"), &path).expect("a copy");
    }
    fs::set_permissions(person.folder(), fs::Permissions::from_mode(0o755)).expect("it is ours");
    path
}

/// Lets everybody read a home and nobody write it, or gives it back to its owner.
fn read_only(home: &Path, is_read_only: bool) {
    let (folder_mode, file_mode) = if is_read_only { (0o555, 0o444) } else { (0o700, 0o600) };
    let mut paths: Vec<_> = tree(home).into_iter().map(|path| home.join(path)).collect();
    paths.push(home.to_owned());
    for path in paths {
        let mode = if path.is_dir() { folder_mode } else { file_mode };
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("it is ours");
    }
}

#[test]
fn a_full_disk_is_told_and_what_was_kept_is_still_there() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    let proof = person.give("proof.bin", vec![7; 3_000_000]);
    let mut refused = 0;
    for blocks in [0, 8, 40, 60, 100, 200] {
        for arguments in
            [&["record", &case, "sent"] as &[&str], &["record", &case, "sent", "--proof", &proof]]
        {
            let done = with_little_room(&person, arguments, blocks);
            if done.code == 0 {
                continue;
            }
            refused += 1;
            done.fails_saying(&["no space", "next: free some space"]).in_one_sentence();
            assert_eq!(person.run(&["verify"]).exits(0).err, "");
        }
    }
    assert!(refused > 2, "{refused} were refused");
    let events = person.events(&case).len();
    person.run(&["record", &case, "received"]).exits(0);
    assert_eq!(person.events(&case).len(), events + 1);
}

#[test]
fn the_log_of_the_store_stays_and_is_empty_between_commands() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    for arguments in [&["record", &case, "sent"] as &[&str], &["status"], &["due"]] {
        person.run(arguments).exits(0);
        let log =
            fs::metadata(person.home().join("habeas.db-wal")).expect("making it costs more than keeping it");
        assert_eq!(log.len(), 0, "{arguments:?}: what was recorded stands in the store");
    }
}

#[test]
fn a_batch_that_finds_no_room_leaves_nothing() {
    let person = Person::known();
    person.draft("cdiscount");
    let before = bytes(&person.home().join("cases"));
    let batch = ["draft", "access", "--pack", "founding-five", "--again"];
    let mut refused = 0;
    // The letters find no room first, then the store while it is written, then the end of its transaction.
    for blocks in (0..200).step_by(8) {
        let done = with_little_room(&person, &batch, blocks);
        if done.code != 1 {
            break;
        }
        refused += 1;
        done.fails_saying(&["no space", "next: free some space"]).in_one_sentence();
        assert_eq!(bytes(&person.home().join("cases")), before, "{blocks} blocks");
        assert_eq!(person.json(&["status"])["cases"].as_array().map(Vec::len), Some(1), "{blocks} blocks");
    }
    assert!(refused > 5, "{refused} were refused");
    let cases = person.json(&["status"])["cases"].as_array().map(Vec::len);
    assert!(cases > Some(1), "with room it is done: {cases:?}");
}

/// Runs the program where no file may grow beyond some blocks of 512 bytes, as on a disk without room.
fn with_little_room(person: &Person, arguments: &[&str], blocks: u32) -> Done {
    let command = person.command(arguments);
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"")]);
    shell.arg(command.get_program()).args(command.get_args()).env_clear();
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            shell.env(name, value);
        }
    }
    Done::of(&shell.current_dir(person.here()).output().expect("it runs"), arguments)
}

/// Every file under a folder with its bytes.
fn bytes(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let paths = tree(folder).into_iter().map(|path| folder.join(path)).filter(|path| path.is_file());
    paths.map(|path| (path.display().to_string(), fs::read(&path).expect("readable"))).collect()
}
