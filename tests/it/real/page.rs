//! Real counterpart: a browser opens the report from disk with the network cut, and a checker looks at it.

use std::path::{Path, PathBuf};
use std::process::Command;

use habeas::import::{Options, read};
use habeas::report::html;
use habeas::report::model::Report;
use habeas::wording::{Language, languages};

use crate::import::recipes;
use crate::report::sample;

#[test]
#[ignore = "needs chromium, node and the packages of tests/real/package.json (tests/run installs them)"]
fn a_browser_finds_no_fault_with_the_page() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let written = |name: String, report: &Report| {
        let file = folder.join(name);
        std::fs::write(&file, html::render(report).expect("a page")).expect("the folder is ours");
        file
    };
    let mut files = vec![written(
        "report.hostile.html".to_owned(),
        &Report::build(&sample::hostile(), &sample::context(Language::ENGLISH)),
    )];
    for language in languages() {
        let report = Report::build(&sample::answer(), &sample::context(language));
        files.push(written(format!("report.{language}.html"), &report));
    }
    // Every made-up answer, and what several answers say.
    files.push(PathBuf::from("--brief"));
    let spoken = languages();
    for (index, (_, archive)) in crate::import::company::archives().iter().enumerate() {
        let answer = read(archive, recipes(), &Options::default(), &|_| {});
        for language in &spoken {
            let report = Report::build(&answer, &sample::context(*language));
            files.push(written(format!("report.{index}.{language}.html"), &report));
        }
    }
    for language in spoken {
        for (index, page) in crate::report::several::pages(language).iter().enumerate() {
            let file = folder.join(format!("several.{index}.{language}.html"));
            std::fs::write(&file, html::set(page).expect("a page")).expect("the folder is ours");
            files.push(file);
        }
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real/page.mjs");
    let output = Command::new("node").arg(script).args(files).output().expect("node runs");
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}
