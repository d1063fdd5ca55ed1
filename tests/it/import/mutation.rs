//! Sound files of every format, changed at random, a test per parser: no panic, every member in one state, every row a
//! record or a finding.
//!
//! A plain `cargo test` makes a few thousand changes, the same in every run. `HABEAS_FUZZ_SECONDS=60` goes on for so
//! long with each parser, from a seed it prints; `fuzz/` has the same targets for cargo-fuzz, which also learns from
//! what it covers.

use std::time::{Duration, Instant};

use super::property::holds;
use super::zip_of;

/// Changes of each file in a plain run.
const ROUNDS: u64 = 60;

/// Numbers that look like chance (xorshift64*).
pub(crate) struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or(0)
    }
}

/// Pieces that matter to some parser.
const PIECES: [&[u8]; 24] = [
    b"\"",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"{\"a\":[",
    b"]}",
    b"\\ud800",
    b"<table><tr><td>",
    b"</",
    b"<!--",
    b"&#x;",
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"PK\x07\x08",
    b"\x1f\x8b\x08",
    b"stream\r\n",
    b"endobj",
    b"<<",
    b"BEGIN:VCARD\n",
    b"From a 10:00 2024\n",
    b"\n\n",
    b"\xff\xff\xff\xff",
    b";,\t|",
];

pub(crate) fn changed(sound: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = sound.to_vec();
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len() + 1);
        let to = (at + chance.below(64)).min(bytes.len());
        match chance.below(6) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..to)),
            2 => {
                let piece = PIECES.get(chance.below(PIECES.len())).copied().unwrap_or_default();
                bytes.splice(at..at, piece.iter().copied());
            }
            3 => {
                let copy = bytes.get(at..to).unwrap_or_default().to_vec();
                bytes.splice(at..at, copy);
            }
            _ => {
                let byte = u8::try_from(chance.below(256)).unwrap_or(0);
                bytes.get_mut(at).into_iter().for_each(|changed| *changed = byte);
            }
        }
    }
    bytes
}

const TABLE: &[u8] =
    b"Date;Item;Price\n31/01/2024;\"Lamp; red\";5,00\n30/01/2024;{\"a\":1};7,00\n\nA;B\n1;2\n";
const JSON: &[u8] = br#"{"owner": {"name": "Camille"}, "visits": [{"at": "2024-01-31T10:00:00Z", "n": [1, {"b": null}]}, {"at": 1.5e3}]}"#;
const LINES: &[u8] = b"{\"at\": \"31/01/2024\", \"n\": [1]}\n{\"at\": null}\n";
const PAGE: &[u8] = b"<html><head><title>T</title></head><body><h1>H</h1><table><tr><th>A<th>B<tr><td rowspan=2>1<td>2<tr><td>3</table><dl><dt>a<dd>b</dl><ul><li>c: d</ul><div class=\"outer-cell\"><p class=\"mdl-typography--title\">S</p><div class=\"content-cell\">x <a href=\"https://example.org\">y</a><br>z</div></div><p itemprop=q>r</body></html>";
const XML: &[u8] =
    b"<?xml version=\"1.0\"?><a b=\"c\"><d><e>1</e></d><d><e>2</e><f/></d><g><key>h</key></g></a>";
const MAIL: &[u8] = b"From: a@example.org\nSubject: =?utf-8?q?x?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\nContent-Disposition: attachment; filename=\"a.csv\"\n\na,b\n1,2\n--b--\n";
const SHEET: &str = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Title</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row></sheetData></worksheet>";

/// Changes a sound file again and again.
fn check(name: &str, sound: &[u8]) {
    in_rounds(ROUNDS, |chance| drop(holds(name, changed(sound, chance))));
}

#[test]
fn tables_changed_at_random_hold_the_sums() {
    check("table.csv", TABLE);
}

#[test]
fn json_changed_at_random_holds_the_sums() {
    check("data.json", JSON);
}

#[test]
fn json_in_lines_changed_at_random_holds_the_sums() {
    check("data.ndjson", LINES);
}

#[test]
fn pages_changed_at_random_hold_the_sums() {
    check("page.html", PAGE);
}

#[test]
fn documents_changed_at_random_hold_the_sums() {
    check("data.xml", XML);
}

#[test]
fn pdfs_changed_at_random_hold_the_sums() {
    let operators = "/F 10 Tf 1 0 0 1 50 700 Tm (Name) Tj 300 0 Td [(Ca) -900 (mille)] TJ";
    check("pages.pdf", &super::page::pdf(&[operators.to_owned()]));
}

#[test]
fn mails_changed_at_random_hold_the_sums() {
    check("letter.eml", MAIL);
}

#[test]
fn boxes_of_mails_changed_at_random_hold_the_sums() {
    check("all.mbox", &[b"From a@example.org Wed Jan 31 10:00:00 2024\n".as_slice(), MAIL].concat());
}

#[test]
fn address_books_changed_at_random_hold_the_sums() {
    check("people.vcf", b"BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:L=C3=A9a=\n x\nEND:VCARD\n");
}

#[test]
fn calendars_changed_at_random_hold_the_sums() {
    check("days.ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\\,b\n c\nEND:VEVENT\nEND:VCALENDAR\n");
}

#[test]
fn texts_changed_at_random_hold_the_sums() {
    check("notes.txt", b"Name: Camille\nCity:\nLyon\n\nA line.\n");
}

#[test]
fn tapes_changed_at_random_hold_the_sums() {
    let plain = super::vessel::tape(&[("a.csv", b"a,b\n1,2\n")]);
    let packed = super::vessel::gzip(&plain);
    in_rounds(ROUNDS, |chance| {
        holds("answer.tar", changed(&plain, chance));
        holds("answer.tgz", changed(&packed, chance));
        holds("table.csv.zst", changed(&super::vessel::zstandard(TABLE), chance));
        holds("table.csv.xz", changed(&super::vessel::xz(TABLE), chance));
    });
}

#[test]
fn archives_changed_at_random_hold_the_sums() {
    let inside = zip_of(&[("c.html", PAGE)]);
    check("answer.zip", &zip_of(&[("a.csv", TABLE), ("b.json", JSON), ("in.zip", &inside)]));
}

#[test]
fn workbooks_changed_at_random_hold_the_sums() {
    let stored = super::workbook_with(&[("S", SHEET)], zip::CompressionMethod::Stored);
    check("book.xlsx", &stored);
}

#[test]
fn open_workbooks_changed_at_random_hold_the_sums() {
    let cell = "<table:table-row><table:table-cell table:number-columns-repeated=\"2\"><text:p>x</text:p></table:table-cell></table:table-row>";
    check("book.ods", &super::format::open_document(cell));
}

#[test]
fn workbooks_of_old_changed_at_random_hold_the_sums() {
    check("book.xls", &super::sheets::binary_workbook());
}

/// What the targets of `fuzz/` begin with, and what they once found.
#[test]
fn every_seed_of_the_fuzz_targets_holds_the_sums() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let mut held = 0;
    for target in std::fs::read_dir(folder).expect("there are seeds") {
        for seed in std::fs::read_dir(target.expect("a folder").path()).expect("a folder") {
            let seed = seed.expect("a seed");
            let name = seed.file_name().into_string().expect("a name in text");
            holds(&name, std::fs::read(seed.path()).expect("it is there"));
            held += 1;
        }
    }
    assert!(held >= 19, "{held}");
}

/// Runs a round again and again: so often in a plain run, for as long as `HABEAS_FUZZ_SECONDS` says else.
#[expect(clippy::print_stdout, reason = "the seed repeats a failure")]
pub(crate) fn in_rounds(rounds: u64, mut each: impl FnMut(&mut Chance)) {
    let seconds: Option<u64> =
        std::env::var("HABEAS_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let begun = Instant::now();
    let seed = match seconds {
        Some(_) => u64::from(std::process::id()) << 20 | u64::from(begun.elapsed().subsec_nanos()) | 1,
        None => 0x5eed,
    };
    // Parsers take turns side by side; each runs in a thread that has the name of its test.
    let own = std::thread::current();
    let name = own.name().unwrap_or("unnamed");
    println!("{name}: seed {seed}");
    let mut chance = Chance(seed);
    let mut round = 0;
    loop {
        each(&mut chance);
        round += 1;
        let is_over =
            seconds.map_or(round >= rounds, |seconds| begun.elapsed() >= Duration::from_secs(seconds));
        if is_over {
            println!("{name}: {round} rounds");
            return;
        }
    }
}
