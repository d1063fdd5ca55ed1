//! The store under force: hundreds of killed processes, dozens at once. What was reported as done is there.

#![expect(clippy::indexing_slicing, reason = "what tests read may fail as loudly as tests")]

use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use chrono::{Days, NaiveDate};
use serde_json::Value;

/// How often a process is killed.
const KILLS: u64 = 500;

/// How many write at once, how often each, and how many read.
const WRITERS: u64 = 50;
const RECORDS: u64 = 4;
const READERS: u64 = 10;

const CASE_TODAY: &str = "2029-01-01";

#[test]
#[ignore = "takes minutes (tests/run)"]
fn five_hundred_kills_lose_nothing_that_was_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    let (home, case) = sent(folder.path());
    let proof = folder.path().join("proof.bin");
    std::fs::write(&proof, vec![7; 50_000]).expect("written");
    let mut chance = Chance(11);
    let (mut reported, mut killed) = (Vec::new(), 0);
    for step in 0..KILLS {
        let on = day(step).to_string();
        let mut child = begin(&home, &["record", &case, "received", "--on", &on, "--proof", text(&proof)]);
        if step % 5 > 0 {
            thread::sleep(Duration::from_micros(chance.below(40_000)));
            let _ = child.kill();
        }
        let output = child.wait_with_output().expect("it ends");
        match output.status.code() {
            Some(0 | 3) => reported.push(on),
            Some(other) => panic!("{other}: {}", String::from_utf8_lossy(&output.stderr)),
            None => killed += 1,
        }
        if step % 50 == 0 {
            sound(&home);
        }
    }
    assert!(killed > KILLS / 10 && reported.len() as u64 > KILLS / 10, "{killed} killed");
    let kept = days(&home, &case);
    for on in &reported {
        assert_eq!(kept.iter().filter(|kept| *kept == on).count(), 1, "the event of {on} was reported");
    }
    sound(&home);
}

#[test]
#[ignore = "takes minutes (tests/run)"]
fn fifty_writers_and_ten_readers_lose_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (home, case) = sent(folder.path());
    let reported: Vec<String> = thread::scope(|scope| {
        for _ in 0..READERS {
            scope.spawn(|| {
                for command in [&["status"] as &[&str], &["due", "--all"], &["verify"], &["status"]] {
                    done(&home, command);
                }
            });
        }
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (home, case) = (&home, &case);
                scope.spawn(move || {
                    let days = (0..RECORDS).map(|step| day(writer * RECORDS + step).to_string());
                    let recorded = |on: &String| {
                        done(home, &["record", case, "received", "--on", on]);
                    };
                    days.inspect(recorded).collect::<Vec<String>>()
                })
            })
            .collect();
        writers.into_iter().flat_map(|writer| writer.join().expect("it ends")).collect()
    });
    assert_eq!(reported.len() as u64, WRITERS * RECORDS);
    let mut kept = days(&home, &case);
    let mut reported = reported;
    kept.sort();
    reported.sort();
    assert_eq!(kept, reported);
    sound(&home);
}

/// A home with one case that was sent long ago.
fn sent(folder: &Path) -> (std::path::PathBuf, String) {
    let home = folder.join("home");
    let person = ["--name", "Camille Exemple", "--email", "camille@example.org", "--country", "FR"];
    let address = ["--address", "1 rue de l’Essai", "--address", "69000 Lyon", "--place", "Lyon"];
    done(&home, &[&["profile", "set"], person.as_slice(), address.as_slice()].concat());
    let output =
        command(&home, &["draft", "access", "cdiscount", "--json", "--today", "2026-01-01"]).output();
    let drafted: Value = serde_json::from_slice(&output.expect("it runs").stdout).expect("JSON");
    let case = drafted["cases"][0]["case"].as_str().expect("a case").to_owned();
    done(&home, &["record", &case, "sent", "--on", "2026-01-01"]);
    (home, case)
}

fn day(step: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 2).expect("a date") + Days::new(step)
}

/// The days on which the case was received, as the program tells them.
fn days(home: &Path, case: &str) -> Vec<String> {
    let status: Value =
        serde_json::from_slice(&done(home, &["status", case, "--json"]).stdout).expect("JSON");
    let events = status["cases"][0]["events"].as_array().expect("a list").clone();
    let received = events.iter().filter(|event| event["kind"] == "received");
    received.map(|event| event["on"].as_str().expect("a day").to_owned()).collect()
}

fn sound(home: &Path) {
    let verified: Value = serde_json::from_slice(&done(home, &["verify", "--json"]).stdout).expect("JSON");
    assert_eq!(verified["sound"], true, "{verified}");
}

fn done(home: &Path, arguments: &[&str]) -> Output {
    let output = command(home, arguments).output().expect("it runs");
    let code = output.status.code();
    assert!(matches!(code, Some(0 | 3)), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

fn begin(home: &Path, arguments: &[&str]) -> Child {
    let mut command = command(home, arguments);
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it starts")
}

fn command(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_habeas"));
    command.env_clear().args(arguments).arg("--home").arg(home).args(["--lang", "en"]);
    if !arguments.contains(&"--today") {
        command.args(["--today", CASE_TODAY]);
    }
    command.stdin(Stdio::null());
    command
}

fn text(path: &Path) -> &str {
    path.to_str().expect("the path is text")
}

/// A generator with a seed: the same chances each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}
