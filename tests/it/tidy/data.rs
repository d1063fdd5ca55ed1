//! Data that must come together: recipes with fixtures and companies, letters in every language, commands in
//! the README.

use std::collections::{BTreeMap, BTreeSet};

use habeas::cli::command_tree;
use habeas::directory::{Directory, source};

use super::tree::{assert_none, file, files};

#[test]
fn every_recipe_has_a_fixture_and_a_company() {
    let directory = Directory::new(source::built_in().expect("readable"), Vec::new());
    let mut faults = Vec::new();
    for recipe in files().iter().filter(|file| file.is_in("src/import/recipes/")) {
        let line =
            recipe.lines().find_map(|(line, text)| Some((line, text.strip_prefix("company:")?.trim())));
        let Some((line, company)) = line else {
            faults.push(recipe.fault(1, "names no company"));
            continue;
        };
        let folder = format!("tests/import/{company}/");
        if !files().iter().any(|file| file.is_in(&folder)) {
            faults.push(recipe.fault(line, &format!("{folder} has no made-up answer for it")));
        }
        // A recipe may be for a family of national records: `amazon` for `amazon-fr`.
        let family = format!("{company}-");
        let known = directory.companies().iter().any(|it| it.id() == company || it.id().starts_with(&family));
        if !known {
            faults.push(recipe.fault(line, &format!("companies.yaml has no `{company}`")));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_fixture_says_what_is_expected_of_it() {
    let mut cases: BTreeMap<String, bool> = BTreeMap::new();
    for file in files().iter().filter(|file| file.is_in("tests/import/")) {
        let parts: Vec<&str> = file.path.split('/').collect();
        let [_, _, company, case, inside @ ..] = parts.as_slice() else { continue };
        let expected = inside.first().is_some_and(|name| name.starts_with("expected"));
        *cases.entry(format!("tests/import/{company}/{case}")).or_default() |= expected;
    }
    let faults: Vec<String> = cases
        .into_iter()
        .filter(|(_, expected)| !expected)
        .map(|(case, _)| format!("{case}:1: no `expected…` file beside the answer"))
        .collect();
    assert_none(&faults);
}

#[test]
fn every_letter_is_there_in_every_language() {
    let mut languages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for letter in files() {
        let Some(inside) = letter.path.strip_prefix("templates/letters/") else { continue };
        let (language, name) =
            inside.split_once('/').unwrap_or_else(|| panic!("{}: in no language", letter.path));
        languages.entry(language).or_default().insert(name);
    }
    let all: BTreeSet<&str> = languages.values().flatten().copied().collect();
    assert!(languages.contains_key("en"), "English has every letter");
    let mut faults = Vec::new();
    for (language, names) in &languages {
        // A language has all letters under Swiss law or none.
        let has_swiss = names.iter().any(|name| name.ends_with(".ch.txt"));
        let owed = all.iter().filter(|name| !name.ends_with(".ch.txt") || has_swiss);
        for missing in owed.filter(|name| !names.contains(*name)) {
            faults.push(format!("templates/letters/{language}/{missing}:1: not written"));
        }
    }
    assert_none(&faults);
}

#[test]
fn the_readme_says_which_language_has_which_letters() {
    let readme = file("README.md");
    let count = |language: &str, is_swiss: bool| {
        let folder = format!("templates/letters/{language}/");
        let letters =
            files().iter().filter(|file| file.is_in(&folder) && !file.path.ends_with("/phrases.txt"));
        letters.filter(|file| file.path.ends_with(".ch.txt") == is_swiss).count()
    };
    let languages: BTreeSet<&str> = files()
        .iter()
        .filter_map(|file| file.path.strip_prefix("templates/letters/")?.split_once('/'))
        .map(|(language, _)| language)
        .collect();
    let mut faults = Vec::new();
    for language in languages {
        let row = format!("(`{language}`) | {} | {} | ", count(language, false), count(language, true));
        if !readme.lines().any(|(_, line)| line.contains(&row)) {
            faults.push(readme.fault(1, &format!("its table of letters lacks `{row}` and who checked it")));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_command_is_in_the_readme() {
    let readme = file("README.md");
    let missing = |command: &&clap::Command| {
        let words = format!("habeas {}", command.get_name());
        !readme.lines().any(|(_, line)| line.contains(&words))
    };
    let tree = command_tree();
    let faults: Vec<String> = tree
        .get_subcommands()
        .filter(missing)
        .map(|command| readme.fault(1, &format!("does not say `habeas {}`", command.get_name())))
        .collect();
    assert_none(&faults);
}

#[test]
fn every_command_has_examples_in_its_help() {
    let tree = command_tree();
    let mut faults = Vec::new();
    for command in tree.get_subcommands() {
        let name = command.get_name();
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        if !(help.contains("Example") && help.contains(&format!("habeas {name}"))) {
            faults.push(format!("habeas {name} --help: no example of `habeas {name}`"));
        }
        if command.get_about().is_none_or(|about| about.to_string().ends_with('.')) {
            faults.push(format!("habeas {name} --help: its first line is an imperative without a full stop"));
        }
    }
    assert_none(&faults);
}
