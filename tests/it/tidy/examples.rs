//! Examples that people copy: every command in the README, in CONTRIBUTING and in each `--help` is one the
//! program takes, and every file they point to is there.

use clap::error::ErrorKind;
use habeas::cli::command_tree;

use super::tree::{File, assert_none, files, root};

#[test]
fn every_command_in_a_page_is_taken() {
    let mut faults = Vec::new();
    let mut seen = 0;
    for file in pages() {
        for (line, example) in examples(file) {
            seen += 1;
            if let Some(fault) = fault(&example) {
                faults.push(file.fault(line, &fault));
            }
        }
    }
    assert!(seen > 10, "the pages show how it is used");
    assert_none(&faults);
}

#[test]
fn every_example_in_help_is_taken() {
    let mut faults = Vec::new();
    for command in command_tree().get_subcommands() {
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        for line in help.lines().map(str::trim).filter(|line| line.starts_with("habeas ")) {
            // What an example does stands behind it, after a gap.
            let example = line.split("  ").next().unwrap_or_default();
            if let Some(fault) = fault(example) {
                faults.push(format!("habeas {} --help: {fault}", command.get_name()));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn every_link_leads_somewhere() {
    let mut faults = Vec::new();
    for file in pages() {
        for (line, text) in file.lines() {
            let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
            let images = text.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
            for link in links.chain(images).filter(|link| !link.contains("://")) {
                let path = link.split('#').next().unwrap_or_default();
                if !root().join(path).exists() {
                    faults.push(file.fault(line, &format!("`{path}` is not there")));
                }
            }
        }
    }
    assert_none(&faults);
}

/// The pages at the top level.
fn pages() -> impl Iterator<Item = &'static File> {
    files().iter().filter(|file| file.path.ends_with(".md") && !file.path.contains('/'))
}

/// Commands in blocks of shell, continued lines joined, with the line each begins in.
fn examples(file: &File) -> Vec<(usize, String)> {
    let mut examples: Vec<(usize, String)> = Vec::new();
    let (mut is_shell, mut goes_on) = (false, false);
    for (line, text) in file.lines() {
        if text.starts_with("```") {
            is_shell = !is_shell && text.ends_with("sh");
            continue;
        }
        let words = text.split(" #").next().unwrap_or_default().trim();
        let words = words
            .strip_prefix("cargo run --release -- ")
            .map_or_else(|| words.to_owned(), |rest| format!("habeas {rest}"));
        let part = words.trim_end_matches('\\').to_owned();
        match examples.last_mut() {
            Some((_, example)) if goes_on => *example += &format!(" {part}"),
            _ if is_shell && part.starts_with("habeas ") => examples.push((line, part)),
            _ => continue,
        }
        goes_on = words.ends_with('\\');
    }
    examples
}

/// What the program has against an example.
fn fault(example: &str) -> Option<String> {
    let command = example.split(['>', '|']).next().unwrap_or_default();
    let read = command_tree().try_get_matches_from(words(command));
    match read {
        Ok(_) => None,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => None,
        Err(error) => Some(format!("`{}`: {}", command.trim(), error.kind())),
    }
}

/// Splits as a shell does, as far as examples need it: by spaces, quotes kept together.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for character in command.trim().chars() {
        match (quote, character) {
            (None, ' ') => words.push(String::new()),
            (None, '\'' | '"') => quote = Some(character),
            (Some(open), character) if open == character => quote = None,
            (_, character) => words.last_mut().expect("there is one").push(character),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}
