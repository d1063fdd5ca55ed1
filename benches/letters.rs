//! How long letters take: one from a cold start, and thousands in one go; how large they are; how much memory a long
//! batch needs.
//!
//! In: nothing; the profile and the home are invented and vanish. Out: a line for each figure, and beside the batch two
//! peers that set the same words: typst through its Python binding, and WeasyPrint (`pip install typst weasyprint`), where
//! `python3` has them; set `PEER_PYTHON` to use another Python. Beside the cold start stand an empty command and the
//! disk: how long it takes to flush one small file. Run it with `cargo bench --bench letters`; README.md has the last figures.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement makes files, starts programs and prints"
)]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use habeas::directory::Directory;
use habeas::directory::source::built_in;
use habeas::law::right::Right;
use habeas::letter::choice::Choices;
use habeas::letter::compose::compose;
use habeas::letter::pdf::pdf;
use habeas::letter::request::{DataSubject, Request};
use habeas::letter::template::Template;
use habeas::paper::Typesetter;
use habeas::wording::Language;

/// Letters of a batch, and of the peers, which are slower.
const BATCH: usize = 6_000;
const PEERS: [(&str, usize); 2] = [("typst", 200), ("weasyprint", 40)];
/// Cold starts.
const RUNS: usize = 21;

fn main() {
    let argument = std::env::args().nth(1).unwrap_or_default();
    if let Some(count) = argument.strip_prefix("--letters=").and_then(|count| count.parse().ok()) {
        // A process of its own, whose memory is then read.
        let typesetter = Typesetter::new();
        batch(&typesetter, count, Right::MarketingObjection, 2);
        println!("{}", memory());
        return;
    }
    let typesetter = Typesetter::new();
    let letter = letter(0, Right::Access);
    let (size, pages) = (pdf(&letter, &typesetter).expect("a page").len(), "two pages");
    println!("access letter, {pages}: {size} bytes");

    for (right, name) in [(Right::MarketingObjection, "one page"), (Right::Access, "two pages")] {
        batch(&typesetter, 200, right, 2);
        let begun = Instant::now();
        let bytes = batch(&typesetter, BATCH, right, 2);
        let rate = BATCH as f64 / begun.elapsed().as_secs_f64();
        println!("batch, {name}, two threads: {rate:.0} letters a second, {} bytes each", bytes / BATCH);
        if right == Right::MarketingObjection {
            for (name, count) in PEERS {
                match peer(name, count, &letter_text(right)) {
                    Some(theirs) => {
                        println!("  {name} beside it: {theirs:.0} a second, ratio {:.1}", rate / theirs);
                    }
                    None => println!("  {name} is not there: pip install {name}"),
                }
            }
        }
    }
    let [few, many] = [100, 10_000].map(memory_of);
    println!("memory: {few} kB for 100 letters, {many} kB for 10,000, ratio {:.2}", many as f64 / few as f64);
    cold();
}

/// The letter to one of many companies that differ in name and reference.
fn letter(number: usize, right: Right) -> habeas::letter::Letter {
    let directory = Directory::new(built_in().expect("readable"), Vec::new());
    let company = directory.find("cdiscount").expect("in the directory");
    let subject = subject();
    let choices = Choices::default();
    let request = Request {
        subject: &subject,
        company,
        right,
        reference: "HB-7F3K2Q",
        today: NaiveDate::from_ymd_opt(2026, 3, 3).expect("a date"),
        language: Language::FRENCH,
        address: None,
        email: None,
        choices: &choices,
    };
    let template = Template::built_in(request.matter()).expect("a template");
    let mut letter = compose(&request, &template).expect("a letter");
    vary(&mut letter, number);
    letter
}

/// Gives a letter a company and a reference of its own.
fn vary(letter: &mut habeas::letter::Letter, number: usize) {
    let reference: String = (0..6)
        .filter_map(|place| REFERENCE.get(number * 7919 / 29_usize.pow(place) % 29))
        .map(|sign| char::from(*sign))
        .collect();
    letter.reference = format!("HB-{reference}");
    letter.subject = letter.subject.replace("7F3K2Q", &reference);
    letter.recipient = vec![
        format!("Boutique Inventée n°\u{a0}{number} SAS"),
        "Délégué à la protection des données".to_owned(),
        format!("{number} rue de l’Invention"),
        format!("{:05} VILLE-{}", 1_000 + number % 90_000, reference),
    ];
}

const REFERENCE: &[u8; 29] = b"23456789ABCDEFGHJKMNPQRSTVWXY";

fn subject() -> DataSubject {
    DataSubject {
        name: "Camille Exemple".to_owned(),
        emails: vec!["camille@example.org".to_owned()],
        address: vec!["1 rue de l’Essai".to_owned(), "69000 LYON".to_owned()],
        country: Some("FR".to_owned()),
        place: Some("Lyon".to_owned()),
        ..DataSubject::default()
    }
}

fn letter_text(right: Right) -> String {
    letter(0, right).to_text()
}

/// Sets letters on threads and returns their bytes in all.
fn batch(typesetter: &Typesetter, count: usize, right: Right, threads: usize) -> usize {
    let first = letter(0, right);
    let run = |thread: usize| {
        let mut bytes = 0;
        for number in (thread..count).step_by(threads) {
            let mut letter = first.clone();
            vary(&mut letter, number);
            bytes += pdf(&letter, typesetter).expect("a page").len();
        }
        bytes
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|thread| scope.spawn(move || run(thread))).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).sum()
    })
}

/// The most memory this process had, in kilobytes.
fn memory() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn memory_of(letters: usize) -> usize {
    let program = std::env::current_exe().expect("its path");
    let output = Command::new(program).arg(format!("--letters={letters}")).output().expect("it starts");
    String::from_utf8_lossy(&output.stdout).trim().parse().unwrap_or_default()
}

/// How many letters of the same words a peer sets a second, in one process that is warm.
fn peer(name: &str, count: usize, text: &str) -> Option<f64> {
    let folder = tempfile::tempdir().ok()?;
    let file = folder.path().join("letter.txt");
    fs::write(&file, text).ok()?;
    let python = std::env::var("PEER_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/letters_peer.py");
    let output = Command::new(python).arg(script).arg(name).arg(file).arg(count.to_string()).output().ok()?;
    let seconds: f64 = String::from_utf8_lossy(&output.stdout).trim().parse().ok()?;
    Some(count as f64 / seconds)
}

/// Times `habeas draft access cdiscount` from the start of the process to files on the disk and the case in the store,
/// beside a command that does nothing.
fn cold() {
    let home = tempfile::tempdir().expect("a folder");
    let program = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_habeas"));
        command.arg("--home").arg(home.path()).args(arguments).stdout(Stdio::null());
        let begun = Instant::now();
        let status = command.status().expect("it starts");
        assert!(status.code().is_some_and(|code| code == 0 || code == 3), "{arguments:?}: {status}");
        begun.elapsed()
    };
    program(&[
        "profile",
        "set",
        "--name",
        "Camille Exemple",
        "--email",
        "camille@example.org",
        "--country",
        "FR",
    ]);
    let (mut drafts, mut nothing, mut flushes) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        drafts.push(program(&["draft", "access", "cdiscount", "--again"]));
        nothing.push(program(&["--version"]));
        flushes.push(flush(home.path()));
    }
    println!(
        "cold: draft access cdiscount {:.1?}, an empty command {:.1?}, one flush of this disk {:.1?} (medians of {RUNS})",
        median(drafts),
        median(nothing),
        median(flushes)
    );
}

/// Times one flush of a small new file: a draft waits for some of them, since what is reported as done is on the disk.
fn flush(folder: &Path) -> Duration {
    let mut file = fs::File::create(folder.join("flushed")).expect("a file");
    file.write_all(&[0; 4096]).expect("some room");
    let begun = Instant::now();
    file.sync_all().expect("a disk");
    begun.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
