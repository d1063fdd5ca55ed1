//! The shape of files: headers, length, what may not stand in them, what may stand at the top.

use super::tree::{assert_none, files};

/// Headers of `src` that are longer, because they specify a format that outlives the program or are the map.
const LONG_HEADERS: [&str; 6] = [
    "src/directory/company.rs",
    "src/directory/index.rs",
    "src/import/recipe.rs",
    "src/lib.rs",
    "src/tracker/exchange.rs",
    "src/tracker/store/mod.rs",
];

/// Files longer than 600 lines, each with the reason.
const LONG_FILES: [(&str, &str); 0] = [];

/// What may stand at the top level.
const TOP: [&str; 18] = [
    "Cargo.toml",
    "Cargo.lock",
    "build.rs",
    "companies.yaml",
    "src",
    "templates",
    "tests",
    "benches",
    "fuzz",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "NOTICE",
    "LICENSE",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "LICENSES",
];

/// What may not stand in `src`, with the reason.
const FORBIDDEN: [(&str, &str); 5] = [
    (concat!("to", "do!("), "finish it, or leave it out"),
    (concat!("unimple", "mented!("), "finish it, or leave it out"),
    (concat!("FIX", "ME"), "mend it"),
    (concat!("TO", "DO"), "an issue, not a comment"),
    (concat!(".un", "wrap()"), "`expect(\"why it cannot happen\")`, or a finding"),
];

#[test]
fn every_file_begins_with_what_it_is() {
    let mut faults = Vec::new();
    for file in files().iter().filter(|file| file.is_rust()) {
        let header = file.header();
        if header.first().is_none_or(|line| line.len() <= 10) {
            faults.push(file.fault(1, "begins without a `//!` header that says what it is"));
        } else if !header.join(" ").trim_end().ends_with(['.', '`', '|', ':']) {
            faults.push(file.fault(header.len(), "the header does not end with a sentence"));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_module_says_what_goes_in_and_what_comes_out() {
    let mut faults = Vec::new();
    for file in files().iter().filter(|file| file.is_rust() && file.is_in("src/")) {
        let lines = file.header().len();
        let longest = if LONG_HEADERS.contains(&file.path.as_str()) { 60 } else { 15 };
        if file.path != "src/main.rs" && !(3..=longest).contains(&lines) {
            let what = format!(
                "a module's header has three to fifteen lines (what it is, what goes in and out, what it leaves to \
                 others), this one {lines}"
            );
            faults.push(file.fault(1, &what));
        }
    }
    assert_none(&faults);
}

#[test]
fn no_file_is_longer_than_600_lines() {
    let mut faults = Vec::new();
    for file in files().iter().filter(|file| file.is_in("src/") || file.is_in("tests/")) {
        let lines = file.lines().count();
        let excused = LONG_FILES.iter().any(|(path, _)| *path == file.path);
        if excused != (lines > 600) {
            faults.push(file.fault(lines, "over 600 lines: which two ideas is it? Or listed and not over"));
        }
    }
    assert_none(&faults);
}

#[test]
fn nothing_in_src_is_unfinished() {
    let mut faults = Vec::new();
    for file in files().iter().filter(|file| file.is_rust() && file.is_in("src/")) {
        for (line, text) in file.lines() {
            for (forbidden, instead) in FORBIDDEN {
                if text.contains(forbidden) {
                    faults.push(file.fault(line, &format!("`{forbidden}`: {instead}")));
                }
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn every_test_file_is_compiled() {
    let mut faults = Vec::new();
    for file in files().iter().filter(|file| file.is_rust() && file.is_in("tests/it/")) {
        let (folder, name) = file.path.rsplit_once('/').unwrap_or_default();
        let module = name.trim_end_matches(".rs");
        let parents = [format!("{folder}/mod.rs"), format!("{folder}.rs"), format!("{folder}/main.rs")];
        let declared = files()
            .iter()
            .filter(|parent| parents.contains(&parent.path))
            .any(|parent| parent.code().any(|(_, line)| line.ends_with(&format!("mod {module};"))));
        let is_root = ["mod", "main"].contains(&module);
        if !declared && !is_root {
            faults.push(file.fault(1, "no module declares it, so it is never run"));
        }
    }
    assert_none(&faults);
}

#[test]
fn the_top_level_tells_the_story() {
    let mut faults = Vec::new();
    for file in files() {
        let top = file.path.split('/').next().unwrap_or_default();
        if !top.starts_with('.') && !TOP.contains(&top) {
            faults.push(file.fault(1, "the top level holds what a reader looks for first, and no more"));
        }
    }
    assert_none(&faults);
}
