//! Real counterpart: a browser opens the report from disk with the network cut, and a checker looks at it.

use std::path::Path;
use std::process::Command;

use habeas::report::html;
use habeas::report::model::Report;
use habeas::wording::{Language, languages};

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
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real/page.mjs");
    let output = Command::new("node").arg(script).args(files).output().expect("node runs");
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}
