//! Real counterpart of `paper`: letters held against a validator for PDF/A and PDF/UA, qpdf and poppler.
//!
//! The validator runs through `tests/real/pdf_validate.py`. Each check has a control: damaged files are
//! refused.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what tests are built with may fail as loudly as tests"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use habeas::import::answer::Answer;
use habeas::import::{Options, read};
use habeas::law::article::Regime;
use habeas::letter::pdf::document;
use habeas::letter::{Block, Layout, Letter, pdf};
use habeas::paper::{Binding, Typesetter};
use habeas::report::model::Report;
use habeas::report::page::Page;
use habeas::report::pdf as report_pdf;
use habeas::wording::languages;
use tempfile::TempDir;

use crate::import::recipes;
use crate::letter::to_founding_shops;
use crate::letter_content::{one_of_each, one_of_each_under};
use crate::paper::{din, english, far, french, long, typesetter};
use crate::paper_figure::illustrated;
use crate::report::sample;

/// Damage that each profile must refuse: what is replaced, by what of the same length, and the profile that
/// minds.
const DAMAGE: [(&str, &str, &str); 10] = [
    ("/Lang ", "/Xang ", "ua1"),
    ("/MarkInfo", "/XarkInfo", "ua1"),
    ("/MarkInfo", "/XarkInfo", "2a"),
    ("/DisplayDocTitle true", "/DisplayDocTitle null", "ua1"),
    ("/ToUnicode", "/XoUnicode", "2a"),
    // The width of the letter e.
    ("  564\n", "  664\n", "2a"),
    ("/S /H1", "/S /H3", "ua1"),
    ("/P<</MCID 0>>", "/P<</XCID 0>>", "ua1"),
    ("pdfaid:part=\"2\"", "pdfaid:part=\"7\"", "2a"),
    ("pdfuaid:part=\"1\"", "pdfuaid:part=\"7\"", "ua1"),
];

#[test]
#[ignore = "needs page-validation (tests/run installs it)"]
fn letters_conform_to_archive_and_accessibility_standards() {
    let (_folder, files) = written();
    for profile in ["2a", "ua1"] {
        let output = validate(profile, &files);
        assert!(output.status.success(), "{profile}: {}", said(&output));
    }
}

#[test]
#[ignore = "needs page-validation (tests/run installs it)"]
fn reports_conform_to_archive_and_accessibility_standards() {
    let folder = tempfile::tempdir().unwrap();
    let typesetter = Typesetter::new();
    let mut files = Vec::new();
    let mut print = |name: String, page: &Page| {
        let file = folder.path().join(name);
        fs::write(&file, report_pdf::render(page, sample::day(2026, 11, 23), &typesetter).unwrap()).unwrap();
        files.push(file);
    };
    for language in languages() {
        let context = sample::context(language);
        for (name, answer) in
            [("sample", sample::answer()), ("hostile", sample::hostile()), ("none", Answer::nothing())]
        {
            print(format!("{name}.{language}.pdf"), &Page::of(&Report::build(&answer, &context)));
        }
        for (index, (_, archive)) in crate::import::company::archives().iter().enumerate() {
            let answer = read(archive, recipes(), &Options::default(), &|_| {});
            print(format!("{index}.{language}.pdf"), &Page::of(&Report::build(&answer, &context)));
        }
        for (index, page) in crate::report::several::pages(language).iter().enumerate() {
            print(format!("several.{index}.{language}.pdf"), page);
        }
    }
    for profile in ["2a", "ua1"] {
        let output = validate(profile, &files);
        assert!(output.status.success(), "{profile}: {}", said(&output));
    }
}

#[test]
#[ignore = "needs page-validation and qpdf (tests/run installs them)"]
fn damaged_letters_are_refused() {
    let (folder, files) = written();
    let (plain, damaged) = (folder.path().join("plain.pdf"), folder.path().join("damaged.pdf"));
    // The validator does not count a line end before the end of a stream, so there is always one that is not part of it.
    let options = ["--qdf", "--object-streams=disable", "--newline-before-endstream"];
    let unpacked = run(Command::new("qpdf").args(options).arg(&files[0]).arg(&plain));
    assert!(unpacked.status.success(), "{}", said(&unpacked));
    let bytes = fs::read(&plain).unwrap();
    for (from, to, profile) in DAMAGE {
        let sound = validate(profile, std::slice::from_ref(&plain));
        assert!(sound.status.success(), "{profile} before {from}: {}", said(&sound));
        assert_eq!(from.len(), to.len(), "the damage must not move what comes after it");
        fs::write(&damaged, replaced(&bytes, from.as_bytes(), to.as_bytes())).unwrap();
        let output = validate(profile, std::slice::from_ref(&damaged));
        assert_eq!(output.status.code(), Some(1), "{profile} accepts {to} for {from}: {}", said(&output));
    }
}

#[test]
#[ignore = "needs qpdf (tests/run installs it)"]
fn qpdf_finds_no_fault() {
    let (_folder, files) = written();
    for file in files {
        let output = run(Command::new("qpdf").arg("--check").arg(&file));
        assert!(output.status.success(), "{}", said(&output));
    }
}

#[test]
#[ignore = "needs poppler-utils (tests/run installs it)"]
fn the_text_comes_back_as_it_was_written() {
    let (folder, _) = written();
    for (name, letter) in letters() {
        let file = folder.path().join(format!("{name}.pdf"));
        let (raw, plain) = (body(&file, &["-raw"]), body(&file, &[]));
        let mut rest = raw.as_str();
        for expected in texts(&letter) {
            // In the order of the structure, nothing between but page numbers and the sender line of the
            // window.
            let found = rest.split_once(expected.as_str());
            let (between, after) = found.unwrap_or_else(|| panic!("{name}: {expected} is not in {rest}"));
            let between = between.trim();
            let artifact = between.contains(" · ") || between.chars().all(|c| c.is_ascii_digit() || c == '/');
            assert!(artifact, "{name}: {between} stands before {expected}");
            rest = after;
            assert!(plain.contains(&expected), "{name}: {expected} is not in {plain}");
        }
        assert!(rest.trim().chars().all(|c| c.is_ascii_digit() || c == '/'), "{name}: {rest} is left");
    }
}

#[test]
#[ignore = "needs poppler-utils (tests/run installs it)"]
fn fonts_are_embedded_as_subsets_with_their_text() {
    let (_folder, files) = written();
    for file in files {
        let output = run(Command::new("pdffonts").arg(&file));
        let table = said(&output);
        let fonts: Vec<&str> = table.lines().skip(2).filter(|line| !line.is_empty()).collect();
        assert_eq!(fonts.len(), 2, "{table}");
        assert!(
            fonts.iter().all(|font| font.contains("yes yes yes") && font.contains("+NotoSans-")),
            "{table}"
        );
    }
}

#[test]
#[ignore = "needs poppler-utils (tests/run installs it)"]
fn page_numbers_stand_on_letters_of_several_pages_only() {
    let folder = TempDir::new().unwrap();
    for (letter, pages) in [(french(), 1), (english(), 1), (din(), 1), (long(french()), 2)] {
        let file = folder.path().join("letter.pdf");
        fs::write(&file, pdf::pdf(&letter, typesetter()).unwrap()).unwrap();
        let information = said(&run(Command::new("pdfinfo").arg(&file)));
        assert!(
            information
                .lines()
                .any(|line| line.starts_with("Pages:") && line.ends_with(&format!(" {pages}")))
        );
        assert!(information.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")));
        assert_eq!(text(&file, &["-raw"]).contains(&format!("{pages}/{pages}")), pages > 1);
    }
}

/// Letters of every layout, short, long and to far addresses, and those that the templates make.
fn letters() -> Vec<(String, Letter)> {
    let made_up = vec![
        ("french", french()),
        ("french-long", long(french())),
        ("french-far", far(french())),
        ("english", english()),
        ("english-long", long(long(english()))),
        ("english-far", far(english())),
        ("din", din()),
        ("din-long", long(long(din()))),
        ("din-far", far(din())),
    ];
    let mut letters = to_founding_shops();
    for (number, (name, letter)) in one_of_each().into_iter().enumerate() {
        for &layout in Layout::ALL {
            // Every other letter goes by registered post.
            let posted = (number % 2 == 0).then(|| "Einschreiben mit Rückschein, Nr. 7".to_owned());
            letters.push((format!("{name}-{}", layout.id()), Letter { layout, posted, ..letter.clone() }));
        }
    }
    // Under Swiss law the words differ, not the pages: each layout by turns.
    for (number, (name, letter)) in one_of_each_under(Regime::Ch).into_iter().enumerate() {
        let layout = Layout::ALL[number % Layout::ALL.len()];
        letters.push((format!("{name}-ch"), Letter { layout, ..letter }));
    }
    letters.extend(made_up.into_iter().map(|(name, letter)| (name.to_owned(), letter)));
    letters
}

fn written() -> (TempDir, Vec<PathBuf>) {
    let folder = TempDir::new().unwrap();
    let write = |(name, letter): (String, Letter)| {
        let file = folder.path().join(format!("{name}.pdf"));
        fs::write(&file, pdf::pdf(&letter, typesetter()).unwrap()).unwrap();
        file
    };
    let mut files: Vec<PathBuf> = letters().into_iter().map(write).collect();
    let documents = [illustrated(), document(&french()), document(&long(english())), document(&din())];
    let binding =
        Binding { language: "en", title: "Four documents", date: documents[0].date, documents: &documents };
    for (name, bytes) in [
        ("illustrated", typesetter().typeset(&documents[0]).unwrap()),
        ("bound", typesetter().bind(&binding).unwrap()),
    ] {
        files.push(folder.path().join(name).with_extension("pdf"));
        fs::write(files.last().unwrap(), bytes).unwrap();
    }
    (folder, files)
}

pub(super) fn validate(profile: &str, files: &[PathBuf]) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real/pdf_validate.py");
    run(Command::new("python3").arg(script).arg(profile).args(files))
}

fn run(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|cause| panic!("{command:?}: {cause}"))
}

pub(super) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|window| window == from).expect("the file has it");
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

/// Returns a file's text with its lines joined: by nothing after a hyphen, else by a space.
fn text(file: &Path, options: &[&str]) -> String {
    joined(lines(file, options).iter())
}

/// The same without the page numbers, which may stand in the middle of a paragraph that runs over two pages.
fn body(file: &Path, options: &[&str]) -> String {
    let is_page_number = |line: &String| {
        line.split_once('/').is_some_and(|(page, of)| page.parse::<u8>().is_ok() && of.parse::<u8>().is_ok())
    };
    joined(lines(file, options).iter().filter(|line| !is_page_number(line)))
}

fn lines(file: &Path, options: &[&str]) -> Vec<String> {
    let output = run(Command::new("pdftotext").args(options).arg(file).arg("-"));
    let text = String::from_utf8(output.stdout).unwrap();
    text.split(['\n', '\u{c}']).map(|line| line.trim_end_matches(' ').to_owned()).collect()
}

fn joined<'l>(lines: impl Iterator<Item = &'l String>) -> String {
    let mut joined = String::new();
    for line in lines {
        joined.push_str(line);
        // A divided word goes on in the next line, and its hyphen is no part of it.
        if joined.ends_with('\u{ad}') {
            joined.pop();
            continue;
        }
        if !joined.ends_with(['-', '/', ' ']) {
            joined.push(' ');
        }
    }
    joined
}

/// Returns the texts of a letter in reading order.
fn texts(letter: &Letter) -> Vec<String> {
    let subject = format!("{} {}", letter.subject_label, letter.subject);
    let posted: Vec<String> = letter.posted.iter().cloned().collect();
    let (above, below) = match letter.layout {
        Layout::WindowRight => (Vec::new(), posted),
        Layout::Din5008 | Layout::Left => (posted, Vec::new()),
    };
    let mut texts = [letter.sender.clone(), above, letter.recipient.clone()].concat();
    texts.extend([letter.place_and_date.clone(), subject.trim().to_owned()]);
    texts.extend(below);
    texts.extend(letter.body.iter().flat_map(texts_of));
    texts.extend(letter.signature.clone());
    texts.extend(letter.enclosures.iter().flat_map(texts_of));
    texts
}

fn texts_of(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(text) | Block::Heading(text) => vec![text.clone()],
        Block::Points(points) => points.iter().map(|(label, text)| format!("{label} {text}")).collect(),
    }
}
