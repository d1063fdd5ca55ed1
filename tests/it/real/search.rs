//! The search for misspelt names beside that of fzf, which most people have at hand.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

use habeas::directory::Directory;
use habeas::directory::search::entry;
use habeas::directory::source::built_in;

use crate::directory_search::missed;

#[test]
#[expect(clippy::print_stdout, reason = "the comparison is a figure to read")]
#[ignore = "needs fzf (tests/run installs it)"]
fn of_two_hundred_misspelt_names_it_finds_at_least_as_many_as_fzf() {
    let directory = Directory::new(built_in().expect("readable"), Vec::new());
    let first_three = |query: &str| {
        directory.search(query, "FR").iter().take(3).map(|found| found.company.id().to_owned()).collect()
    };
    // fzf gets every name of a company on a line of its own, and its finds are counted by company, as ours are.
    let mut ids: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for company in directory.companies() {
        for name in entry(company).names {
            ids.entry(name).or_default().push(company.id().to_owned());
        }
    }
    let names = ids.keys().copied().collect::<Vec<_>>().join("\n");
    let fzf_first_three = |query: &str| {
        let mut found: Vec<String> = Vec::new();
        for name in fzf(query, &names).lines() {
            for id in ids.get(name).into_iter().flatten() {
                if found.len() < 3 && !found.contains(id) {
                    found.push(id.clone());
                }
            }
        }
        found
    };
    let ours = 200 - missed(first_three).len();
    let theirs = 200 - missed(fzf_first_three).len();
    println!("of 200 misspelt names, the right company among the first three: habeas {ours}, fzf {theirs}");
    assert!(ours >= 190 && ours >= theirs, "habeas {ours}, fzf {theirs}");
}

fn fzf(query: &str, names: &str) -> String {
    let command =
        Command::new("fzf").args(["-f", query]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut fzf = command.expect("fzf is there: run tests/run");
    let mut stdin = fzf.stdin.take().expect("its input is a pipe");
    let names = names.to_owned();
    // It reads on while it writes: whoever waits for the one before the other waits for ever.
    let writer = std::thread::spawn(move || stdin.write_all(names.as_bytes()));
    let output = fzf.wait_with_output().expect("fzf ends");
    writer.join().expect("the writer ends").expect("fzf reads everything");
    String::from_utf8(output.stdout).expect("names are text")
}
