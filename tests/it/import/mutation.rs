//! Sound files of every format, changed at random: no panic, every member in one state, every row a record or a
//! finding.
//!
//! A plain `cargo test` makes a few thousand changes, the same in every run. `HABEAS_FUZZ_SECONDS=60` goes on for so
//! long, from a seed it prints; `fuzz/` has the same targets for cargo-fuzz, which also learns from what it covers.

use std::time::{Duration, Instant};

use super::property::holds;
use super::{workbook, zip_of};

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

fn sound() -> Vec<(&'static str, Vec<u8>)> {
    let table =
        b"Date;Item;Price\n31/01/2024;\"Lamp; red\";5,00\n30/01/2024;{\"a\":1};7,00\n\nA;B\n1;2\n".to_vec();
    let json = br#"{"owner": {"name": "Camille"}, "visits": [{"at": "2024-01-31T10:00:00Z", "n": [1, {"b": null}]}, {"at": 1.5e3}]}"#.to_vec();
    let page = b"<html><head><title>T</title></head><body><h1>H</h1><table><tr><th>A<th>B<tr><td rowspan=2>1<td>2<tr><td>3</table><dl><dt>a<dd>b</dl><ul><li>c: d</ul><div class=\"outer-cell\"><p class=\"mdl-typography--title\">S</p><div class=\"content-cell\">x <a href=\"https://example.org\">y</a><br>z</div></div><p itemprop=q>r</body></html>".to_vec();
    let xml = b"<?xml version=\"1.0\"?><a b=\"c\"><d><e>1</e></d><d><e>2</e><f/></d><g><key>h</key></g></a>"
        .to_vec();
    let pdf =
        super::page::pdf(
            &["/F 10 Tf 1 0 0 1 50 700 Tm (Name) Tj 300 0 Td [(Ca) -900 (mille)] TJ".to_owned()],
        );
    let mail = b"From: a@example.org\nSubject: =?utf-8?q?x?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\nContent-Disposition: attachment; filename=\"a.csv\"\n\na,b\n1,2\n--b--\n".to_vec();
    let mut letters = b"From a@example.org Wed Jan 31 10:00:00 2024\n".to_vec();
    letters.extend(&mail);
    let archive = zip_of(&[("a.csv", &table), ("b.json", &json), ("in.zip", &zip_of(&[("c.html", &page)]))]);
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Title</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row></sheetData></worksheet>";
    vec![
        ("table.csv", table),
        ("data.json", json),
        ("page.html", page),
        ("data.xml", xml),
        ("pages.pdf", pdf),
        ("letter.eml", mail),
        ("all.mbox", letters),
        (
            "people.vcf",
            b"BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:L=C3=A9a=\n x\nEND:VCARD\n".to_vec(),
        ),
        (
            "days.ics",
            b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\\,b\n c\nEND:VEVENT\nEND:VCALENDAR\n".to_vec(),
        ),
        ("notes.txt", b"Name: Camille\nCity:\nLyon\n\nA line.\n".to_vec()),
        ("answer.tar", super::vessel::tape(&[("a.csv", b"a,b\n1,2\n")])),
        ("answer.zip", archive),
        ("book.xlsx", workbook(&[("S", sheet)])),
    ]
}

#[test]
fn files_changed_at_random_hold_the_sums() {
    let sound = sound();
    in_rounds(ROUNDS, |chance| {
        for (name, bytes) in &sound {
            holds(name, changed(bytes, chance));
        }
    });
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
    println!("seed {seed}");
    let mut chance = Chance(seed);
    let mut round = 0;
    loop {
        each(&mut chance);
        round += 1;
        let is_over =
            seconds.map_or(round >= rounds, |seconds| begun.elapsed() >= Duration::from_secs(seconds));
        if is_over {
            println!("{round} rounds");
            return;
        }
    }
}
