//! How long `habeas companies search` takes, process and all, beside `fzf -f` over the plain names.
//!
//! In: nothing; 3,000 and 100,000 invented records are made in a folder that vanishes. Out: for each number of records and
//! each query the median times of both and their ratio. Run it with `cargo bench --bench search`; it needs fzf.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement makes files, starts programs and prints"
)]

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs of each program for each query; they take turns, so that both meet the same machine.
const RUNS: usize = 31;

/// What names are made of.
const SYLLABLES: [&str; 28] = [
    "ma", "ri", "lo", "be", "co", "dis", "tra", "vel", "sho", "net", "au", "ki", "fe", "zon", "pa", "lu",
    "mi", "ter", "gra", "bo", "chi", "ve", "sa", "do", "re", "ti", "na", "pla",
];

/// Legal forms of invented companies.
const FORMS: [&str; 5] = ["SAS", "SA", "SARL", "GmbH", "B.V."];

fn main() {
    println!("{:>8}  {:<22} {:>10} {:>10}  ratio", "records", "query", "habeas", "fzf");
    for records in [3_000, 100_000] {
        let folder = tempfile::tempdir().expect("a folder");
        let names = make(folder.path(), records);
        let name = names.get(records / 2).map_or("", String::as_str).to_lowercase();
        let mut misspelt: Vec<char> = name.chars().collect();
        misspelt.swap(2, 3);
        let queries = [name.clone(), misspelt.into_iter().collect(), name.chars().take(4).collect()];
        // The first search makes the index, as the first one after an import does.
        let begun = Instant::now();
        search(folder.path(), &name);
        println!("{records:>8}  index and first search {:>9.1?}", begun.elapsed());
        for query in queries {
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            for _ in 0..RUNS {
                ours.push(time(|| search(folder.path(), &query)));
                theirs.push(time(|| fzf(folder.path(), &query)));
            }
            let (ours, theirs) = (median(ours), median(theirs));
            let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
            println!("{records:>8}  {query:<22} {ours:>10.1?} {theirs:>10.1?}  {ratio:.2}");
        }
    }
}

/// Makes a home with so many imported records, and a file of their plain names; returns the names.
fn make(folder: &Path, records: usize) -> Vec<String> {
    let mut chance = 7_u64;
    let mut next = move |below: usize| {
        // Knuth's multiplier: the same names in every run.
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(chance >> 33).unwrap_or(0) % below
    };
    let (mut names, mut lines) = (Vec::new(), String::new());
    for record in 0..records {
        let words = 1 + next(3);
        let words: Vec<String> = (0..words)
            .map(|_| (0..2 + next(3)).filter_map(|_| SYLLABLES.get(next(SYLLABLES.len()))).copied().collect())
            .collect();
        let name = words.join(" ");
        let form = FORMS.get(next(FORMS.len())).copied().unwrap_or_default();
        lines += &format!(
            "{{\"origin\":\"cnil\",\"company\":{{\"id\":\"record-{record}\",\"name\":\"{name}\",\"brands\":[\"{}.example.org\"],\
             \"category\":\"retail\",\"countries\":[\"FR\"],\"controller\":{{\"name\":\"{name} {form}\",\"country\":\"FR\"}},\
             \"contacts\":[{{\"purpose\":\"rights\",\"kind\":\"email\",\"value\":\"dpo@example.org\",\
             \"source\":\"https://example.org\",\"checked\":\"2026-01-01\"}}],\"status\":\"usable\"}}}}\n",
            words.concat()
        );
        names.push(name);
    }
    fs::create_dir(folder.join("imported")).expect("the folder is ours");
    fs::write(folder.join("imported/cnil.jsonl"), lines).expect("the folder is ours");
    fs::write(folder.join("names"), names.join("\n")).expect("the folder is ours");
    names
}

fn search(home: &Path, query: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_habeas"));
    command.args(["--home"]).arg(home).args(["companies", "search", query]);
    let status = command.stdout(Stdio::null()).status().expect("it runs");
    assert!(status.success(), "nothing is found for {query}");
}

fn fzf(folder: &Path, query: &str) {
    let names = File::open(folder.join("names")).expect("it was made");
    let status = Command::new("fzf").args(["-f", query]).stdin(names).stdout(Stdio::null()).status();
    // It ends with 1 where it finds nothing.
    status.expect("fzf is there");
}

fn time(run: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    run();
    begun.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
