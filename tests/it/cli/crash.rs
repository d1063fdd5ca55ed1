//! What was reported as done survives: processes killed at any moment, and several at once on one home.

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};

use super::person::{Person, text};

/// How many records each of the two loops begins.
const RECORDS: u64 = 30;

/// An event of a case that was begun: its day, and whether the program reported it as done.
struct Begun {
    on: NaiveDate,
    reported: bool,
}

#[test]
fn what_was_reported_survives_a_kill_at_any_moment() {
    let (person, case) = sent();
    let longest = measure(&person, &case);
    let begun: Vec<Begun> = thread::scope(|scope| {
        let loops = [1, 2].map(|seed| {
            let (person, case) = (&person, &case);
            scope.spawn(move || kill_some(person, case, seed, longest))
        });
        loops.into_iter().flat_map(|handle| handle.join().expect("the loop ends")).collect()
    });
    let kept = kept(&person, &case);
    for event in &begun {
        let times = kept.get(&event.on).copied().unwrap_or(0);
        assert!(times <= 1, "the event of {} is there {times} times", event.on);
        assert!(times == 1 || !event.reported, "the event of {} was reported and is gone", event.on);
    }
    let reported = begun.iter().filter(|event| event.reported).count();
    assert!(reported > 0 && reported < begun.len(), "some are killed, some are not: {reported}");
    assert_chain_is_sound(&person, &case);
}

#[test]
fn an_interrupted_import_leaves_no_half_of_it() {
    let person = Person::known();
    let rows = "2024-01-31T10:00:00Z,192.0.2.1,Lampe de lecture\n".repeat(1_200_000);
    let answer = person.give("answer.csv", format!("Date,IP,Article\n{rows}"));
    let mut child = begin(&person, &["import", &answer]);
    // Once to know it again, then for good: a little into the second time, and with much to go, since a busy machine sees it
    // late.
    let whole = rows.len() + 512 * 1024;
    let read = format!("/proc/{}/io", child.id());
    let bytes_read = || {
        let account = std::fs::read_to_string(&read).unwrap_or_default();
        let line =
            account.lines().find_map(|line| line.strip_prefix("rchar: ")?.trim().parse::<usize>().ok());
        line.unwrap_or(0)
    };
    while bytes_read() < whole {
        assert!(child.try_wait().expect("it can be asked").is_none(), "it ended before it was interrupted");
        thread::sleep(Duration::from_millis(1));
    }
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(interrupt.expect("kill runs").success());
    let ended = child.wait().expect("it ends");
    assert_eq!(ended.signal(), Some(2), "{ended}");

    let imports = person.home().join("imports");
    let kept = std::fs::read_dir(&imports).map_or(0, Iterator::count);
    assert_eq!(kept, 0, "{} is not empty", imports.display());
    person.run(&["verify"]).exits(0);
    let small = person.give("small.csv", "Date,IP\n2024-01-31,192.0.2.1\n");
    person.run(&["import", &small]).exits(0);
    let store =
        Connection::open_with_flags(person.home().join("habeas.db"), OpenFlags::SQLITE_OPEN_READ_ONLY);
    let count =
        store.expect("a store").query_row("SELECT count(*) FROM imports", [], |row| row.get::<_, i64>(0));
    assert_eq!(count, Ok(1), "only the one that ended is there");
}

#[test]
fn two_at_once_wait_for_each_other() {
    let (person, case) = sent();
    thread::scope(|scope| {
        for number in [1, 2] {
            let (person, case) = (&person, &case);
            scope.spawn(move || {
                for step in 0..8 {
                    let on = day(number, step).to_string();
                    person.run(&["record", case, "reminded", "--on", &on]).exits(0);
                }
            });
        }
    });
    assert_eq!(kept(&person, &case).len(), 16);
    assert_chain_is_sound(&person, &case);
}

#[test]
fn many_writers_and_readers_at_once_lose_nothing() {
    let (person, case) = sent();
    thread::scope(|scope| {
        for number in 1..=6 {
            let (person, case) = (&person, &case);
            scope.spawn(move || {
                for step in 0..3 {
                    let on = day(0, number * 3 + step).to_string();
                    let proof =
                        person.give(&format!("proof-{number}-{step}.txt"), format!("{number} {step}"));
                    let record = ["record", case, "reminded", "--on", &on, "--proof", &proof];
                    assert!(matches!(person.run(&record).code, 0 | 3));
                }
            });
        }
        for _ in 0..2 {
            let (person, case) = (&person, &case);
            scope.spawn(move || {
                for _ in 0..4 {
                    assert!(matches!(person.run(&["status", case]).code, 0 | 3));
                    assert!(matches!(person.run(&["due"]).code, 0 | 3));
                    person.run(&["verify"]).exits(0);
                }
            });
        }
    });
    assert_eq!(kept(&person, &case).len(), 18);
    assert_chain_is_sound(&person, &case);
}

#[test]
fn a_home_may_be_opened_first_by_several_at_once() {
    let person = Person::known();
    let children: Vec<Child> =
        (0..6).map(|_| begin(&person, &["draft", "access", "cdiscount", "--again"])).collect();
    for child in children {
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(person.json(&["status"])["cases"].as_array().map(Vec::len), Some(6));
}

#[test]
fn of_several_who_draft_the_same_at_once_one_opens_the_case() {
    let person = Person::known();
    let draft = ["draft", "access", "cdiscount", "spartoo", "--out", "letters"];
    let children: Vec<Child> = (0..5).map(|_| begin(&person, &draft)).collect();
    let ended = children.into_iter().map(|child| child.wait_with_output().expect("it ends"));
    let said: Vec<(Option<i32>, String)> = ended
        .map(|output| (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned()))
        .collect();
    let refused = said.iter().filter(|(_, said)| said.contains("has a letter for access")).count();
    let done = said.iter().filter(|(code, _)| *code != Some(1)).count();
    assert_eq!((done, refused), (1, 4), "{said:?}");
    assert_eq!(person.json(&["status"])["cases"].as_array().map(Vec::len), Some(2));
    // Nothing is left of those that were refused.
    for folder in [person.home().join("cases"), person.here().join("letters")] {
        assert_eq!(std::fs::read_dir(&folder).expect("it is there").count(), 2, "{folder:?}");
    }
    person.run(&["verify"]).exits(0);
}

#[test]
fn a_killed_proof_leaves_no_event_without_its_file() {
    let (person, case) = sent();
    let proof = person.give("proof.bin", vec![7; 300_000]);
    let mut chance = Chance(3);
    for step in 0..12 {
        let on = day(1, step).to_string();
        let mut child = begin(&person, &["record", &case, "received", "--on", &on, "--proof", &proof]);
        thread::sleep(Duration::from_micros(chance.below(20_000)));
        let _ = child.kill();
        child.wait().expect("it ends");
    }
    let status = person.run(&["status", &case, "--json"]).json();
    for event in status["cases"][0]["events"].as_array().expect("a list") {
        for file in event["files"].as_array().into_iter().flatten() {
            let bytes = std::fs::read(person.home().join("cases").join(&case).join(text(&file["name"])))
                .expect("it is there");
            assert_eq!(file["sha256"], hex(&bytes).as_str(), "{event}");
        }
    }
    assert_chain_is_sound(&person, &case);
}

/// Killed whenever, and asked again until there is nothing left to forget: then there is nothing left.
#[test]
fn what_was_being_forgotten_is_gone_when_asked_again() {
    let mut chance = Chance(5);
    for _ in 0..6 {
        let (person, case) = sent();
        let proof = person.give("proof.txt", "quincunx-marmalade");
        person.run(&["record", &case, "reminded", "--proof", &proof]).exits(0);
        let forget = ["forget", &case, "--yes"];
        let mut child = begin(&person, &forget);
        thread::sleep(Duration::from_micros(chance.below(40_000)));
        let _ = child.kill();
        child.wait().expect("it ends");
        person.run(&["verify"]).exits(0);
        let again = person.run(&forget);
        assert!(again.code == 0 || again.err.contains("there is no case"), "{}", again.err);
        for path in super::person::tree(&person.home()) {
            let name = path.display().to_string();
            let bytes = std::fs::read(person.home().join(path)).unwrap_or_default();
            for word in ["quincunx-marmalade", case.as_str()] {
                let is_there = bytes.windows(word.len()).any(|window| window == word.as_bytes());
                assert!(!is_there && !name.contains(word), "{word} in {name}");
            }
        }
    }
}

/// A person with a case that was sent long ago.
fn sent() -> (Person, String) {
    let mut person = Person::known();
    person.on("2026-01-01");
    let case = person.draft("cdiscount");
    person.run(&["record", &case, "sent"]).exits(0);
    person.on(super::person::TODAY);
    (person, case)
}

/// Days that no other loop uses, after the letter was sent.
fn day(loop_number: u64, step: u64) -> NaiveDate {
    let sent = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date");
    sent.checked_add_days(Days::new(2 * step + loop_number)).expect("a date")
}

fn begin(person: &Person, arguments: &[&str]) -> Child {
    let mut command = person.command(arguments);
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the program starts")
}

/// How long one record takes here, so that kills fall into all of it and not behind it.
fn measure(person: &Person, case: &str) -> u64 {
    let begun = std::time::Instant::now();
    let on = day(0, 150).to_string();
    person.run(&["record", case, "reminded", "--on", &on]).exits(0);
    u64::try_from(begun.elapsed().as_micros()).expect("it is short")
}

fn kill_some(person: &Person, case: &str, number: u64, longest_micros: u64) -> Vec<Begun> {
    let mut chance = Chance(number);
    let mut begun = Vec::new();
    for step in 0..RECORDS {
        let on = day(number, step);
        let mut child = begin(person, &["record", case, "reminded", "--on", &on.to_string()]);
        // The first is always let through and the second never, so that both happen however slow the machine
        // is.
        let killed = step == 1 || (step > 1 && chance.below(3) > 0);
        if killed {
            let wait = if step == 1 { 0 } else { chance.below(longest_micros * 3 / 2) };
            thread::sleep(Duration::from_micros(wait));
            let _ = child.kill();
        }
        let ended = child.wait_with_output().expect("it ends");
        // Exit code 3 is done, too: the case is overdue.
        let reported = matches!(ended.status.code(), Some(0 | 3));
        assert!(killed || reported, "{}", String::from_utf8_lossy(&ended.stderr));
        begun.push(Begun { on, reported });
    }
    begun
}

/// How often each day has a reminder, as the program tells it.
fn kept(person: &Person, case: &str) -> BTreeMap<NaiveDate, usize> {
    let status = person.run(&["status", case, "--json"]).json();
    let mut days = BTreeMap::new();
    for event in status["cases"][0]["events"].as_array().expect("a list") {
        if event["kind"] == "reminded" {
            *days.entry(text(&event["on"]).parse().expect("a date")).or_default() += 1;
        }
    }
    days.remove(&day(0, 150));
    days
}

/// Walks the chain as the header of `tracker/store/mod.rs` specifies it, without the program.
fn assert_chain_is_sound(person: &Person, case: &str) {
    person.run(&["verify"]).exits(0);
    let store =
        Connection::open_with_flags(person.home().join("habeas.db"), OpenFlags::SQLITE_OPEN_READ_WRITE)
            .expect("it opens");
    let whole: String =
        store.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("it is checked");
    assert_eq!(whole, "ok");
    let body: String = store
        .query_row("SELECT body FROM cases WHERE reference = ?1", [case], |row| row.get(0))
        .expect("a case");
    let mut before = hex(format!("{case}\n{body}").as_bytes());
    let mut events = store
        .prepare("SELECT number, body, hash FROM events WHERE reference = ?1 ORDER BY number")
        .expect("a table");
    let rows = events.query_map([case], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("rows");
    for (index, row) in rows.enumerate() {
        let (number, body, hash): (i64, String, String) = row.expect("a row");
        assert_eq!(usize::try_from(number), Ok(index + 1));
        assert_eq!(hash, hex(format!("{before}\n{body}").as_bytes()), "event {number}");
        before = hash;
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    for byte in Sha256::digest(bytes) {
        write!(text, "{byte:02x}").expect("writing to a string cannot fail");
    }
    text
}

/// A generator with a seed: the same chances each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}
