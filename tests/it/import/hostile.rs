//! Hostile input: made to overwhelm, to mislead or to escape. Each ends at a limit, and what was readable is kept.

use habeas::finding::Code;
use habeas::import::coverage::State;

use super::{account, codes, overwrite, read_file, rows, states, zip_of};

const LOGINS: &[u8] = b"Date,IP\n2024-01-31,192.0.2.1\n";

#[test]
fn names_of_every_kind_stay_names() {
    let names: [&[u8]; 8] = [
        b"../../../../etc/x",
        b"/etc/shadow/xxxxx",
        b"C:\\Windows\\xxxxxx",
        b"..\\..\\..\\xxxxxxx",
        b"\\\\server\\share\\x",
        b"a/../../../../b.c",
        b"//double/slashes/",
        b"x\x1b[31mred\x07xxxxxx",
    ];
    for name in names {
        let placeholder = "n".repeat(name.len());
        let mut bytes = zip_of(&[(&placeholder, LOGINS), ("good.csv", b"a,b\n1,2\n")]);
        overwrite(&mut bytes, placeholder.as_bytes(), name);
        let answer = read_file("answer.zip", bytes);
        assert_eq!(account(&answer, "good.csv").records, 1);
        assert_eq!(answer.coverage.records, 2, "{name:?}");
        assert!(answer.accounts.iter().all(|account| !account.path.contains('\u{1b}')), "{name:?}");
    }
}

#[test]
fn more_members_than_sixteen_bits_count() {
    let names: Vec<String> = (0..65_600).map(|number| format!("{number}.json")).collect();
    let members: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    let answer = read_file("answer.zip", zip_of(&members));
    assert_eq!((answer.coverage.members, answer.coverage.empty), (65_600, 65_600));
}

#[test]
fn archives_in_archives_together_stay_within_memory() {
    let zeros = vec![0; 30 << 20];
    let bomb = zip_of(&[("zeros.bin", &zeros)]);
    let members: Vec<(String, &[u8])> =
        (0..6).map(|number| (format!("{number}.zip"), bomb.as_slice())).collect();
    let members: Vec<(&str, &[u8])> = members.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let answer = read_file("answer.zip", zip_of(&members));
    assert_eq!(answer.coverage.members, 6);
}

/// An archive whose list leads, at whatever depth, to an archive of the same name with the same list: each holds all
/// that stands behind its first header, which begins with that header again.
#[test]
fn an_archive_that_holds_itself_ends_at_a_limit() {
    let mut headers = Vec::new();
    let name = b"again.zip";
    let header = |size: u32| {
        let mut header = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
        header.extend([size.to_le_bytes(), size.to_le_bytes()].concat());
        header.extend([9, 0, 0, 0]);
        header.extend(name);
        header
    };
    let header_bytes = header(0).len();
    let (copies, list_bytes) = (200, 46 + name.len() + 22);
    for left in (0..copies).rev() {
        let behind = left * header_bytes + list_bytes;
        headers.extend(header(u32::try_from(behind).expect("a size")));
    }
    let start = u32::try_from(headers.len()).expect("an offset");
    let size = u32::try_from(headers.len() - header_bytes + list_bytes).expect("a size");
    let mut bytes = headers;
    bytes.extend(b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0");
    bytes.extend([size.to_le_bytes(), size.to_le_bytes()].concat());
    bytes.extend([9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    bytes.extend(name);
    bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    bytes.extend(u32::try_from(46 + name.len()).expect("a size").to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    let answer = read_file("answer.zip", bytes);
    assert!(answer.coverage.members < 1_000, "{}", answer.coverage.members);
    assert!(answer.coverage.refused > 0 && answer.coverage.records == 0);
    let codes: Vec<Code> = answer.accounts.iter().flat_map(codes).collect();
    assert!(codes.contains(&Code::LimitReached), "{codes:?}");
}

#[test]
fn a_field_of_a_hundred_megabytes_costs_its_row() {
    let long = "x".repeat(100 << 20);
    let answer = read_file("table.csv", format!("a,b\n1,2\n\"{long}\",3\n4,5\n"));
    assert_eq!((answer.coverage.rows, answer.coverage.records), (3, 2));
    assert!(codes(account(&answer, "table.csv")).contains(&Code::LimitReached));
}

#[test]
fn a_hundred_thousand_brackets_end_at_a_limit() {
    for open in ["[", "{\"a\":"] {
        let answer = read_file("data.json", format!("[[1], {}", open.repeat(100_000)));
        assert_eq!((answer.coverage.records, answer.coverage.rows_as_findings), (1, 1));
        assert_eq!(codes(account(&answer, "data.json")), [Code::LimitReached, Code::RestUnread]);
    }
    let answer = read_file(
        "page.html",
        format!("<html><body>{}<p>End: here", "<div><ul><li><table><tr><td>".repeat(50_000)),
    );
    assert!(rows(&answer).iter().flatten().any(|(_, text)| text.contains("here")));
}

#[test]
fn pages_without_end_are_read_within_memory() {
    for part in [
        "<td rowspan=9999999 colspan=9999999>x",
        "&amp;&#x41;&",
        "<a href='https://example.org'>",
        "<!-- ",
        "<script>",
        "<p title=\"",
    ] {
        let answer = read_file("page.html", format!("<html><table><tr>{}", part.repeat(20_000)));
        assert!(answer.coverage.adds_up(), "{part}");
    }
}

#[test]
fn an_empty_directory_of_lies_is_no_archive() {
    let mut bytes = zip_of(&[("a.csv", LOGINS)]);
    let end = bytes.windows(4).position(|window| window == b"PK\x05\x06").expect("an end");
    bytes.get_mut(end + 8..end + 12).expect("the counts").copy_from_slice(&[0xff, 0x7f, 0xff, 0x7f]);
    let answer = read_file("answer.zip", bytes);
    assert_eq!(states(&answer), [("a.csv", State::Generic)]);
    assert_eq!(answer.findings.first().map(|finding| finding.code), Some(Code::ArchiveDamaged));
}
