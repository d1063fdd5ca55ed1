//! Companies with a recipe: a made-up answer and what is expected of it, as text. `HABEAS_BLESS=1` writes the text;
//! read the difference before you commit it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use habeas::import::answer::Answer;
use habeas::import::container::Archive;
use habeas::import::{Options, container, read};
use habeas::law::category::Category;
use habeas::wording::{Wording, languages};

use super::{recipes, zip_of};

#[test]
fn every_made_up_answer_gives_what_is_expected_of_it() {
    for company in entries(&fixtures()) {
        for case in entries(&company).iter().filter(|case| case.join("answer").is_dir()) {
            check(&format!("{}/{}", name(&company), name(case)));
        }
    }
}

#[test]
fn every_company_is_recognised_and_its_orders_are_purchases() {
    let shops = [
        "cdiscount",
        "sarenza",
        "spartoo",
        "zalando",
        "la-redoute",
        "fnac",
        "darty",
        "veepee",
        "ebay",
        "boulanger",
    ];
    for company in shops {
        let answer = answer_of(&fixtures().join(company).join("first/answer"));
        assert_eq!(answer.company.as_ref().map(|it| it.id.as_str()), Some(company));
        let purchases = answer.totals.categories.get(&Category::Purchases);
        let purchases =
            purchases.unwrap_or_else(|| panic!("{company}: {:?}", answer.totals.categories.keys()));
        assert!(purchases.first.is_some(), "{company}: its orders have dates");
        assert!(purchases.amounts.values().any(|sum| sum.count > 0), "{company}: its orders have amounts");
        // A line of greeting is all that may stay unsorted.
        let unsorted = answer.totals.categories.get(&Category::Unknown).map_or(0, |it| it.records);
        assert!(unsorted <= 1, "{company}: {unsorted}");
    }
}

#[test]
fn the_table_of_companies_in_the_readme_is_that_of_the_recipes() {
    let wording = Wording::of(habeas::wording::Language::ENGLISH);
    let mut table = String::from(
        "| company | tables | languages | how sure | usually left out |\n|---|---|---|---|---|\n",
    );
    for known in recipes().summaries() {
        let mut lacks: Vec<&str> = known.lacks.iter().map(|lack| lack.en.as_str()).collect();
        lacks.dedup();
        let certainty = wording.say(&format!("certainty-{}", known.certainty.id()));
        let tables = if known.tables == 0 { "by its columns".to_owned() } else { known.tables.to_string() };
        writeln!(
            table,
            "| {} | {tables} | {} | {certainty} | {} |",
            known.company,
            known.languages.join(", "),
            lacks.join("; ")
        )
        .expect("writing to a string cannot fail");
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).expect("it is there");
    let (begin, end) = ("<!-- recipes -->\n", "<!-- end of recipes -->\n");
    let (before, rest) = readme.split_once(begin).expect("the table begins");
    let (found, after) = rest.split_once(end).expect("the table ends");
    if std::env::var_os("HABEAS_BLESS").is_some() {
        fs::write(&path, format!("{before}{begin}{table}{end}{after}")).expect("the table is written");
    } else {
        assert!(found == table, "README.md differs (HABEAS_BLESS=1 writes it):\n{table}");
    }
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

/// Every fixture, opened, with its name.
pub(crate) fn archives() -> Vec<(String, Archive)> {
    let cases = entries(&fixtures()).into_iter().filter(|company| company.is_dir());
    let cases = cases.flat_map(|company| entries(&company)).map(|case| case.join("answer"));
    cases
        .filter(|folder| folder.is_dir())
        .map(|folder| (folder.display().to_string(), open(&folder)))
        .collect()
}

/// A fixture, unpacked; workbooks are packed as they came.
pub(crate) struct Case {
    /// `company/case`.
    pub(crate) name: String,
    /// Names and bytes.
    pub(crate) members: Vec<(String, Vec<u8>)>,
}

/// Every fixture, as its members.
pub(crate) fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    for company in entries(&fixtures()).iter().filter(|company| company.is_dir()) {
        for case in entries(company).iter().filter(|case| case.join("answer").is_dir()) {
            let mut members = Vec::new();
            collect(&case.join("answer"), "", &mut members);
            all.push(Case { name: format!("{}/{}", name(company), name(case)), members });
        }
    }
    all
}

/// Reads a fixture, `company/case`.
pub(crate) fn answer_of_case(case: &str) -> Answer {
    answer_of(&fixtures().join(case).join("answer"))
}

fn answer_of(folder: &Path) -> Answer {
    read(&open(folder), recipes(), &Options::default(), &|_| ())
}

/// Opens a fixture. Folders called `….xlsx` are workbooks kept unpacked, so that a change shows as text; a fixture
/// that is one workbook is read as the lone file it was.
fn open(folder: &Path) -> Archive {
    let options = Options::default();
    let mut members = Vec::new();
    collect(folder, "", &mut members);
    let archive = match members.as_slice() {
        [(name, bytes)] if name.ends_with(".xlsx") => container::open_bytes(name, bytes.clone(), &options),
        all if all.iter().any(|(name, _)| name.ends_with(".xlsx")) => {
            let named: Vec<(&str, &[u8])> =
                all.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
            container::open_bytes("answer.zip", zip_of(&named), &options)
        }
        _ => container::open(&[folder.to_owned()], &options),
    };
    archive.expect("the fixture opens")
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
        if path.is_dir() && name.ends_with(".xlsx") {
            files.push((name, pack(&path, "")));
        } else if path.is_dir() {
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
