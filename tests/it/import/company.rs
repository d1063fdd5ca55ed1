//! Companies with a recipe: a made-up answer and what is expected of it, as text. `HABEAS_BLESS=1` writes the text;
//! read the difference before you commit it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use habeas::import::answer::Answer;
use habeas::import::{Options, container, read};
use habeas::wording::{Wording, languages};

use super::{recipes, zip_of};

#[test]
fn amazon() {
    check("amazon/first");
}

#[test]
fn amazon_whole_in_both_layouts() {
    check("amazon/whole-2022");
    check("amazon/whole-2024");
}

#[test]
fn temu() {
    check("temu/first");
}

#[test]
fn carrefour() {
    check("carrefour/first");
}

#[test]
fn every_recipe_has_a_fixture() {
    for company in recipes().companies() {
        assert!(fixtures().join(company).is_dir(), "{company} has no made-up answer");
    }
}

#[test]
fn every_kind_has_a_name_in_every_language() {
    let kinds = recipes().kinds().into_iter().chain([habeas::import::GENERIC_KIND]);
    for kind in kinds {
        for language in languages() {
            assert!(Wording::of(language).has(&format!("kind-{kind}")), "{language}: kind-{kind}");
        }
    }
}

#[test]
fn the_same_answer_gives_the_same_result_as_folder_and_as_zip_of_zips() {
    let folder = fixtures().join("amazon/first/answer");
    let unpacked = answer_of(&folder);
    let inner: Vec<(String, Vec<u8>)> = entries(&folder)
        .iter()
        .map(|category| {
            let name = category.file_name().expect("it has a name").to_string_lossy().into_owned();
            (format!("{name}.zip"), pack(category, &name))
        })
        .collect();
    let inner: Vec<(&str, &[u8])> =
        inner.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let zipped = super::read_file("answer.zip", zip_of(&inner));
    assert_eq!(unpacked.coverage, zipped.coverage);
    assert_eq!(unpacked.totals.origins(), zipped.totals.origins());
    assert_eq!(unpacked.totals.span(), zipped.totals.span());
    assert_eq!(zipped.company.expect("it is recognised").id, "amazon");
}

fn check(case: &str) {
    let answer = answer_of(&fixtures().join(case).join("answer"));
    assert!(answer.coverage.adds_up());
    let path = fixtures().join(case).join("expected.txt");
    let found = shown(&answer);
    if std::env::var_os("HABEAS_BLESS").is_some() {
        fs::write(&path, &found).expect("the expectation is written");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{case} differs from expected.txt (HABEAS_BLESS=1 writes it):\n{found}");
}

/// Reads a fixture. Folders called `….xlsx` are workbooks kept unpacked, so that a change shows as text; a fixture
/// that is one workbook is read as the lone file it was.
fn answer_of(folder: &Path) -> Answer {
    let options = Options::default();
    let workbook = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "xlsx");
    let entries = entries(folder);
    let archive = match entries.as_slice() {
        [lone] if workbook(lone) => container::open_bytes("reponse.xlsx", pack(lone, ""), &options),
        all if all.iter().any(&workbook) => {
            let named: Vec<(String, Vec<u8>)> = all.iter().map(|path| (name(path), bytes_of(path))).collect();
            let named: Vec<(&str, &[u8])> =
                named.iter().map(|(n, bytes)| (n.as_str(), bytes.as_slice())).collect();
            container::open_bytes("answer.zip", zip_of(&named), &options)
        }
        _ => container::open(&[folder.to_owned()], &options),
    };
    read(&archive.expect("the fixture opens"), recipes(), &options, &|_| ())
}

fn bytes_of(path: &Path) -> Vec<u8> {
    if path.is_dir() { pack(path, "") } else { fs::read(path).expect("the fixture is there") }
}

fn pack(folder: &Path, prefix: &str) -> Vec<u8> {
    let mut files = Vec::new();
    collect(folder, prefix, &mut files);
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    zip_of(&files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) {
    for path in entries(folder) {
        let name = if prefix.is_empty() { name(&path) } else { format!("{prefix}/{}", name(&path)) };
        if path.is_dir() {
            collect(&path, &name, files);
        } else {
            files.push((name, fs::read(&path).expect("the fixture is there")));
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the fixture is there");
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    entries.sort();
    entries
}

fn name(path: &Path) -> String {
    path.file_name().expect("it has a name").to_string_lossy().into_owned()
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import")
}

fn shown(answer: &Answer) -> String {
    let mut text = String::new();
    let mut line = |words: String| writeln!(text, "{words}").expect("writing to a string cannot fail");
    if let Some(company) = &answer.company {
        line(format!("company {} {}", company.id, company.confidence));
    }
    line(format!("{:?}\n", answer.coverage));
    for account in &answer.accounts {
        let kind = account.kind.as_deref().unwrap_or("-");
        let category = account.category.map_or("-", |category| category.id());
        line(format!(
            "{:?} {} | {} {kind} {category} | {} bytes, {} rows = {} records + {} findings",
            account.state,
            account.path,
            account.format,
            account.bytes,
            account.rows,
            account.records,
            account.rows_as_findings
        ));
        for finding in &account.findings {
            line(format!("    {} {} {:?}", finding.code.id(), finding.place, finding.facts));
        }
    }
    for finding in &answer.findings {
        line(format!("{} {}", finding.code.id(), finding.place));
    }
    for (category, totals) in &answer.totals.categories {
        line(format!("\n{}: {} {:?} {:?}", category.id(), totals.records, totals.kinds, totals.origins));
        for (currency, sum) in &totals.amounts {
            line(format!("    {} {currency} in {} amounts", sum.total, sum.count));
        }
        for sample in &totals.samples {
            let when = sample.when.map(|when| format!("{} {:?} {:?}", when.at, when.precision, when.zone));
            line(format!(
                "    {} | {} | {} | {} fields",
                sample.place,
                when.unwrap_or_else(|| "-".to_owned()),
                sample.title.as_deref().unwrap_or("-").replace('\n', "\\n"),
                sample.fields.len()
            ));
        }
    }
    line(format!("\nabout others: {}", answer.totals.others));
    for (role, list) in &answer.totals.lists {
        line(format!("{role:?}: {:?}", list.entries.keys().collect::<Vec<_>>()));
    }
    text
}
