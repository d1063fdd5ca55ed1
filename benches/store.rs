//! The store, side by side with the `sqlite3` shell on the same file and with an empty process.
//!
//! `cargo bench --bench store [-- CASES EVENTS]` makes a home with that many cases (100,000) and events of each
//! (10), measures, and prints ratios. It judges nothing: the goals stand beside the ratios. Needs `sqlite3` and `rustc`.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program that builds, measures and prints"
)]

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use habeas::law::right::Right;
use habeas::tracker::case::Case;
use habeas::tracker::event::{Event, EventKind, Via};
use habeas::tracker::store::index::Question;
use habeas::tracker::store::{File, Store};
use habeas::wording::Language;

/// How often a process is started; the median counts.
const ROUNDS: usize = 15;

/// How many transactions each side makes.
const APPENDS: usize = 2000;

/// The day it is.
const TODAY: &str = "2026-11-23";

fn main() {
    let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let (cases, events) = match numbers.as_slice() {
        [cases, events] => (*cases, *events),
        _ => (100_000, 10),
    };
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    let begun = Instant::now();
    fill(&home, cases, events);
    println!("{cases} cases, {} events, made in {:.1?}", cases * events, begun.elapsed());
    due(&home);
    record(&home);
    appends(&home, cases);
    drop(folder);
    statuses();
}

/// The first cases of the list, against the query that finds and reads the same rows.
fn due(home: &Path) {
    let begun = Instant::now();
    run(habeas(home, &["due", "--limit", "1"]));
    println!("\nthe agenda of all cases computed anew: {:.1?}", begun.elapsed());
    let query = format!(
        "SELECT a.reference, a.day, c.body, e.number, e.body, e.hash
         FROM (SELECT number, reference, day, late FROM agenda WHERE late < '{TODAY}'
               ORDER BY late, number LIMIT 100) a
         JOIN cases c ON c.reference = a.reference JOIN events e ON e.reference = a.reference
         ORDER BY a.late, a.number, e.number;
         SELECT count(*) FROM agenda;
         SELECT count(*) FROM agenda WHERE day > '{TODAY}' AND day <> 'now' AND (late IS NULL OR late >= '{TODAY}');"
    );
    let theirs = median(|| run(sqlite(home, &query)));
    let ours = median(|| run(habeas(home, &["due", "--limit", "100", "--json"])));
    let start = median(|| run(habeas(home, &["--version"])));
    compare("due --limit 100 / sqlite3", ours, theirs, "1.5");
    let mut store = Store::open(home).expect("a store");
    let question = Question { person: Some("FR").into(), today: today(), with_waiting: false, limit: 100 };
    let inside = median(|| drop(store.agenda(question).expect("readable")));
    println!("    of which: the process alone {start:.1?}, the store {inside:.1?}");
}

/// One durable command, against processes that do nothing: the smallest one there is, and one that the same compiler
/// made of an empty `main`.
fn record(home: &Path) {
    let case = reference(1);
    let ours = median(|| run(habeas(home, &["record", &case, "received", "--json"])));
    let theirs = median(|| run(Command::new("/bin/true")));
    compare("record / an empty process (/bin/true)", ours, theirs, "3");
    let folder = tempfile::tempdir().expect("a folder");
    let program = empty_program(folder.path());
    let empty = median(|| run(Command::new(&program)));
    compare("record / an empty process (fn main() {})", ours, empty, "3");
    let start = median(|| run(habeas(home, &["--version"])));
    println!("    of which: the process alone {start:.2?}");
    let begun = Instant::now();
    let mut store = Store::open(home).expect("a store");
    let opened = begun.elapsed();
    store.record(&case, Event::new(EventKind::Received, today()), &[]).expect("recorded");
    println!("    of which: opening {opened:.1?}, the commit {:.1?}", begun.elapsed().saturating_sub(opened));
}

/// Has an empty program made by `rustc`.
fn empty_program(folder: &Path) -> PathBuf {
    let (source, program) = (folder.join("empty.rs"), folder.join("empty"));
    std::fs::write(&source, "fn main() {}\n").expect("the folder is ours");
    let made = Command::new("rustc").arg("-O").arg("-o").arg(&program).arg(&source).status();
    assert!(made.expect("rustc starts").success());
    program
}

/// Durable transactions in one process, against the shell doing the same inserts.
fn appends(home: &Path, cases: usize) {
    let event = Event::new(EventKind::Received, today());
    let mut store = Store::open(home).expect("a store");
    let begun = Instant::now();
    for number in 0..APPENDS {
        store.record(&reference(number * 7 % cases), event.clone(), &[]).expect("recorded");
    }
    let ours = begun.elapsed();
    drop(store);
    let script = script(&serde_json::to_string(&event).expect("it has a JSON form"), cases);
    let begun = Instant::now();
    let mut shell = sqlite(home, "").stdin(Stdio::piped()).spawn().expect("sqlite3 starts");
    shell.stdin.take().expect("a pipe").write_all(script.as_bytes()).expect("written");
    assert!(shell.wait().expect("it ends").success());
    compare(&format!("{APPENDS} appends / sqlite3"), ours, begun.elapsed(), "1.5");
}

fn script(body: &str, cases: usize) -> String {
    let hash = "0123456789abcdef".repeat(4);
    let mut script = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;\n".to_owned();
    for number in 0..APPENDS {
        let reference = reference((number * 7 + 3) % cases);
        let next = 1000 + number;
        write!(
            script,
            "BEGIN IMMEDIATE;
             INSERT INTO events VALUES ('{reference}', {next}, '{body}', '{hash}');
             INSERT INTO heads VALUES ('{reference}', {next}, '{hash}')
             ON CONFLICT (reference) DO UPDATE SET number = excluded.number, hash = excluded.hash;
             INSERT INTO agenda (reference, is_stale) VALUES ('{reference}', 1)
             ON CONFLICT (reference) DO UPDATE SET is_stale = 1 WHERE is_stale = 0;
             COMMIT;\n"
        )
        .expect("writing to a string cannot fail");
    }
    script
}

/// The standing of everything, for doubling numbers of cases.
fn statuses() {
    let mut before: Option<Duration> = None;
    println!();
    for cases in [10_000, 20_000, 40_000, 80_000] {
        let folder = tempfile::tempdir().expect("a folder");
        let home = folder.path().join("home");
        fill(&home, cases, 4);
        let begun = Instant::now();
        run(habeas(&home, &["status", "--json"]));
        let took = begun.elapsed();
        let ratio =
            before.map_or(String::new(), |before| format!(", {:.2} times the half", ratio(took, before)));
        println!("status --json, {cases} cases: {took:.2?}{ratio} (goal 2)");
        before = Some(took);
    }
}

fn fill(home: &Path, cases: usize, events: usize) {
    let mut store = Store::open(home).expect("a store");
    std::fs::write(home.join("profile.yaml"), "person: { country: FR }\n").expect("written");
    let numbers: Vec<usize> = (0..cases).collect();
    for some in numbers.chunks(5000) {
        store.append_cases(some.iter().map(|number| case(*number, events)).collect()).expect("kept");
    }
}

/// A case of the last two years; one in ten was answered, one in ten closed.
fn case(number: usize, events: usize) -> (Case, Vec<(Event, Vec<File>)>) {
    let drafted = today() - Days::new(700 - (number as u64 * 13) % 700);
    let case = Case {
        reference: reference(number),
        company: "example-shop".to_owned(),
        company_name: "Example Shop".to_owned(),
        country: Some("FR".to_owned()),
        region: None,
        right: Right::Access,
        language: Language::FRENCH,
        via: Via::Email,
        address: Some("dpo@example.org".to_owned()),
        drafted,
    };
    let end = match number % 10 {
        0 => EventKind::Answered,
        1 => EventKind::Closed,
        _ => EventKind::Acknowledged,
    };
    let kind = |index: usize| match index {
        0 => EventKind::Drafted,
        1 => EventKind::Sent,
        _ if index + 1 == events => end,
        _ => EventKind::Received,
    };
    (case, (0..events).map(|index| (Event::new(kind(index), drafted), Vec::new())).collect())
}

fn reference(number: usize) -> String {
    format!("HB-{number:06}")
}

fn today() -> NaiveDate {
    TODAY.parse().expect("a date")
}

fn habeas(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_habeas"));
    command.args(arguments).arg("--home").arg(home).args(["--today", TODAY, "--lang", "en"]);
    command
}

fn sqlite(home: &Path, query: &str) -> Command {
    let mut command = Command::new("sqlite3");
    command.arg("-batch").arg(home.join("habeas.db")).stdout(Stdio::null());
    if !query.is_empty() {
        command.arg(query);
    }
    command
}

/// Runs a program; exit code 3 is done, too: a case is overdue.
fn run(mut command: Command) {
    let status = command.stdout(Stdio::null()).status().expect("it starts");
    assert!(matches!(status.code(), Some(0 | 3)), "{status}");
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            work();
            begun.elapsed()
        })
        .collect();
    times.sort();
    times.get(ROUNDS / 2).copied().unwrap_or_default()
}

fn compare(what: &str, ours: Duration, theirs: Duration, goal: &str) {
    println!("{what}: {ours:.2?} / {theirs:.2?} = {:.2} (goal {goal})", ratio(ours, theirs));
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
