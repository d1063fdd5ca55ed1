//! The limits on what comes from outside, one by one: each ends in a finding that names the limit and the flag that lifts
//! it, or in a refusal, and what was readable is kept. Those on bytes by the gigabyte are tested where they are enforced
//! (`container/limit.rs`).

#![expect(clippy::indexing_slicing, reason = "what tests are built with may fail as loudly as tests")]

use habeas::finding::Code;
use habeas::import::Options;
use habeas::import::answer::Answer;
use habeas::import::coverage::{Account, State};

use super::{account, codes, overwrite, read_file, read_with, rows, states, workbook, zip_of};

const LOGINS: &[u8] = b"Date,IP\n2024-01-31,192.0.2.1\n";

/// Whether some finding names a limit, and whether a flag lifts it.
fn limits(account: &Account) -> Vec<(&str, &str)> {
    let reached = account.findings.iter().filter(|finding| finding.code == Code::LimitReached);
    reached.map(|finding| (finding.facts[0].1.as_str(), finding.facts[2].1.as_str())).collect()
}

fn limits_of_whole(answer: &Answer) -> Vec<(&str, &str)> {
    let reached = answer.findings.iter().filter(|finding| finding.code == Code::LimitReached);
    reached.map(|finding| (finding.facts[0].1.as_str(), finding.facts[2].1.as_str())).collect()
}

/// A zip archive of empty members, written by hand: the library would take its time.
fn zip_of_empty(count: u32, name: impl Fn(u32) -> String) -> Vec<u8> {
    let (mut heads, mut list) = (Vec::new(), Vec::new());
    for number in 0..count {
        let name = name(number);
        let name_bytes = u16::try_from(name.len()).expect("it is short").to_le_bytes();
        let offset = u32::try_from(heads.len()).expect("it is small").to_le_bytes();
        heads.extend(b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
        heads.extend([name_bytes.as_slice(), &[0, 0], name.as_bytes()].concat());
        list.extend(b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
        list.extend([name_bytes.as_slice(), &[0; 12], &offset, name.as_bytes()].concat());
    }
    let (start, bytes) = (heads.len(), list.len());
    let number = |value: usize| u32::try_from(value).expect("it is small").to_le_bytes();
    // Without zip64 writers let the count wrap.
    let wrapped = u16::try_from(count & 0xffff).expect("it is cut").to_le_bytes();
    let end = [b"PK\x05\x06\0\0\0\0".as_slice(), &wrapped, &wrapped, &number(bytes), &number(start), &[0, 0]];
    [heads, list, end.concat()].concat()
}

#[test]
fn a_hundred_thousand_members_are_read_and_one_more_needs_a_flag() {
    let bytes = zip_of_empty(100_001, |number| format!("{number}.csv"));
    let answer = read_file("answer.zip", bytes);
    assert_eq!((answer.coverage.members, answer.coverage.empty), (100_000, 100_000));
    assert_eq!(limits_of_whole(&answer), [("members", "--allow-large")]);
}

#[test]
fn a_flag_lifts_the_limit_on_members() {
    let options = Options { allow_large: true, ..Options::default() };
    let bytes = zip_of_empty(100_001, |number| format!("{number}.csv"));
    let answer = read_with("answer.zip", bytes, &options).expect("it opens");
    assert_eq!((answer.coverage.members, answer.findings.len()), (100_001, 0));
}

#[test]
fn a_name_without_end_costs_its_member() {
    let name = format!("{}.csv", "é".repeat(600));
    let answer = read_file("answer.zip", zip_of(&[(&name, LOGINS), ("good.csv", b"a,b\n1,2\n")]));
    let long = answer.accounts.first().expect("it is in the ledger");
    assert_eq!((long.state, limits(long)), (State::Refused, vec![("name-bytes", "none")]));
    assert!(long.path.len() < 1_024 && long.path.ends_with('…'), "{}", long.path);
    assert_eq!(account(&answer, "good.csv").records, 1);
}

#[test]
fn three_archives_deep_is_three_whatever_the_names_and_however_many_files_came() {
    let mut bytes = zip_of(&[("logins.csv", LOGINS)]);
    for depth in 1..=3 {
        bytes = zip_of(&[(&format!("Hello!/{depth}.zip"), &bytes)]);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let paths = [folder.path().join("one.zip"), folder.path().join("two.csv")];
    std::fs::write(&paths[0], &bytes).expect("written");
    std::fs::write(&paths[1], "a,b\n1,2\n").expect("written");
    let options = Options::default();
    let archive = habeas::import::container::open(&paths, &options).expect("they open");
    let answer = habeas::import::read(&archive, super::recipes(), &options, &|_| ());
    assert_eq!((answer.coverage.records, answer.coverage.refused), (2, 0), "{:?}", states(&answer));
    let deeper = read_file("answer.zip", zip_of(&[("4.zip", &bytes)]));
    assert_eq!((deeper.coverage.records, limits(&deeper.accounts[0])), (0, vec![("depth", "none")]));
}

#[test]
fn what_is_attached_too_deep_is_said() {
    let mail = "From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\n\
        Content-Disposition: attachment; filename=\"a.csv\"\n\na,b\n1,2\n--b--\n";
    let boxed = format!("From a@example.org Wed Jan 31 10:00:00 2024\n{mail}");
    for (name, letter) in [("letter.eml", mail), ("all.mbox", &boxed)] {
        let mut bytes = zip_of(&[(name, letter.as_bytes())]);
        for _ in 0..2 {
            bytes = zip_of(&[("in.zip", &bytes)]);
        }
        let answer = read_file("answer.zip", bytes.clone());
        assert_eq!(answer.coverage.records, 2, "{name}: {:?}", states(&answer));
        let answer = read_file("answer.zip", zip_of(&[("in.zip", &bytes)]));
        let letter = account(&answer, &format!("in.zip!/in.zip!/in.zip!/{name}"));
        assert_eq!((letter.records, limits(letter)), (1, vec![("depth", "none")]), "{name}");
    }
}

#[test]
fn a_table_wider_than_any_keeps_its_first_columns_and_says_so() {
    let columns: Vec<String> = (0..20_000).map(|number| format!("c{number}")).collect();
    let values: Vec<String> = (0..20_000).map(|number| number.to_string()).collect();
    let answer = read_file("table.csv", format!("{}\n{}\n", columns.join(","), values.join(",")));
    let table = account(&answer, "table.csv");
    assert_eq!((table.rows, table.records), (1, 1));
    assert_eq!(table.cells.filled, 16_384);
    assert!(limits(table).contains(&("row-fields", "none")), "{:?}", table.findings);
    let ragged = table.findings.iter().any(|finding| finding.code == Code::RaggedRow);
    assert!(!ragged, "what was left out is not said to be kept: {:?}", table.findings);
    let members: Vec<String> = (0..20_000).map(|number| format!("\"c{number}\":{number}")).collect();
    let answer = read_file("data.json", format!("[{{{}}}]", members.join(",")));
    let list = account(&answer, "data.json");
    assert_eq!((list.rows, list.records, list.cells.filled), (1, 1, 16_384));
    assert!(limits(list).contains(&("row-fields", "none")), "{:?}", list.findings);
}

#[test]
fn a_text_without_end_in_a_document_keeps_the_rows_before_it() {
    let long = "x".repeat(65 << 20);
    let answer = read_file("data.json", format!("[{{\"a\":1}},{{\"a\":\"{long}\"}},{{\"a\":2}}]"));
    let list = account(&answer, "data.json");
    assert!(list.records >= 1 && list.rows_as_findings == 1, "{list:?}");
    assert!(limits(list).contains(&("string-bytes", "none")), "{:?}", list.findings);
}

/// A declaration of entities is read past: nothing grows, nothing outside is fetched.
#[test]
fn entities_name_nothing_in_documents_and_workbooks() {
    let mut bomb = String::from("<!DOCTYPE a [<!ENTITY e0 \"boom\">");
    for level in 1..12 {
        bomb += &format!("<!ENTITY e{level} \"{}\">", format!("&e{};", level - 1).repeat(10));
    }
    bomb +=
        "<!ENTITY file SYSTEM \"file:///etc/passwd\"><!ENTITY % more SYSTEM \"http://192.0.2.1/x\"> %more;]>";
    let document = format!("<?xml version=\"1.0\"?>{bomb}<a><r><x>&e11;</x></r><r><x>&file;</x></r></a>");
    let answer = read_file("data.xml", document);
    let found: Vec<String> = rows(&answer).into_iter().flatten().map(|(_, text)| text).collect();
    assert_eq!(found, ["&e11;", "&file;"]);
    let sheet = format!(
        "{bomb}<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Title</t></is></c></row>\
         <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&e11;&file;</t></is></c></row></sheetData></worksheet>"
    );
    let answer = read_file("book.xlsx", workbook(&[("S", &sheet)]));
    let found: Vec<String> = rows(&answer).into_iter().flatten().map(|(_, text)| text).collect();
    assert!(found.iter().all(|text| text.len() < 100 && !text.contains("root")), "{found:?}");
    assert!(answer.coverage.members == 1, "{:?}", states(&answer));
}

#[test]
fn two_cells_at_the_ends_of_a_sheet_cost_what_two_cells_cost() {
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>near</v></c></row>\
        <row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>far</v></c></row></sheetData></worksheet>";
    let answer = read_file("book.xlsx", workbook(&[("S", sheet)]));
    let book = account(&answer, "book.xlsx");
    assert_eq!((book.state, book.rows, book.records), (State::Generic, 1, 1), "{book:?}");
    let found: Vec<String> = rows(&answer).into_iter().flatten().map(|(_, text)| text).collect();
    assert!(found.contains(&"far".to_owned()), "{found:?}");
}

#[test]
fn a_document_of_too_many_pages_or_bytes_is_read_in_part_or_refused() {
    let mut pages = vec!["/F 10 Tf 1 0 0 1 50 700 Tm (Name: Camille) Tj".to_owned()];
    pages.extend(vec![String::new(); 5_000]);
    let answer = read_file("pages.pdf", super::page::pdf(&pages));
    let document = account(&answer, "pages.pdf");
    assert_eq!((document.records, limits(document)), (1, vec![("pdf-pages", "none")]), "{document:?}");
    let mut large = super::page::pdf(&pages[..1]);
    large.resize(65 << 20, b' ');
    let answer = read_file("large.pdf", large);
    let document = account(&answer, "large.pdf");
    assert_eq!((document.state, limits(document)), (State::Refused, vec![("pdf-bytes", "none")]));
}

/// What stands in a link is a path: it is named and not followed, and it is no data.
#[test]
fn links_in_an_archive_lead_nowhere() {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    writer.add_symlink("link.csv", "/etc/passwd", options).expect("it is written");
    writer.add_symlink("folder", "../../..", options).expect("it is written");
    writer.start_file("folder/a.csv", options).expect("a member starts");
    std::io::Write::write_all(&mut writer, LOGINS).expect("it is written");
    let answer = read_file("answer.zip", writer.finish().expect("it ends").into_inner());
    assert_eq!(states(&answer), [("folder/a.csv", State::Generic)]);
    let said: Vec<_> =
        answer.findings.iter().map(|finding| (finding.place.file.as_str(), finding.code)).collect();
    assert_eq!(said, [("link.csv", Code::LinkNotFollowed), ("folder", Code::LinkNotFollowed)]);
}

/// A list that breaks off, lies about its number, or points nowhere: what can be read is.
#[test]
fn a_list_that_is_cut_or_wrong_costs_what_cannot_be_reached() {
    let whole = zip_of(&[("a.csv", LOGINS), ("b.csv", b"x,y\n1,2\n"), ("c.csv", b"x,z\n1,3\n")]);
    let lines: Vec<usize> = memchr::memmem::find_iter(&whole, b"PK\x01\x02").collect();
    let damaged = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = whole.clone();
        change(&mut bytes);
        read_file("answer.zip", bytes)
    };
    let cut = damaged(&|bytes| bytes.truncate(lines[1] + 20));
    assert_eq!((cut.coverage.members, cut.coverage.records), (3, 3));
    assert_eq!(cut.findings[0].code, Code::ArchiveDamaged);
    let nowhere = damaged(&|bytes| bytes[lines[1] + 42..lines[1] + 46].fill(0x7f));
    assert_eq!((account(&nowhere, "a.csv").records, account(&nowhere, "c.csv").records), (1, 1));
    let lost = account(&nowhere, "b.csv");
    assert_eq!((lost.state, codes(lost)), (State::Refused, vec![Code::MemberUnreadable]));
    let wrong = damaged(&|bytes| bytes[lines[0] + 16..lines[0] + 20].fill(0x55));
    let first = account(&wrong, "a.csv");
    assert_eq!((first.records, codes(first)), (1, vec![Code::MemberUnreadable]));
    assert_eq!(wrong.coverage.records, 3);
    let mut renamed = whole.clone();
    overwrite(&mut renamed, b"b.csv", b"a.csv");
    assert_eq!(read_file("answer.zip", renamed).coverage.members, 3);
}

/// Where the list is lost, marks that lead nowhere cost what looking at them once costs.
#[test]
fn an_archive_of_false_marks_is_looked_through_once() {
    let head = b"PK\x03\x04\x14\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x05\0\0\0a.csv";
    let answer = read_file("answer.zip", [head.as_slice(), &b"PK\x07\x08".repeat(200_000)].concat());
    assert_eq!((answer.coverage.members, answer.coverage.refused), (1, 1));
    let sound = zip_of(&[("a.csv", LOGINS), ("b.csv", b"x,y\n1,2\n")]);
    let list = memchr::memmem::find(&sound, b"PK\x01\x02").expect("a list");
    // A mark that the end of a piece cuts in two.
    for before in (1 << 20) - 6..(1 << 20) + 2 {
        let long = [sound[..list].to_vec(), vec![b'x'; before - list], head.to_vec()].concat();
        assert_eq!(read_file("answer.zip", long).coverage.members, 3, "{before}");
    }
}

#[test]
fn a_list_of_nothing_behind_something_is_no_list() {
    let bytes = [zip_of(&[("a.csv", LOGINS)]), b"PK\x05\x06".to_vec(), vec![0; 18]].concat();
    let answer = read_file("answer.zip", bytes);
    assert_eq!((answer.coverage.records, answer.findings[0].code), (1, Code::ArchiveDamaged));
}
