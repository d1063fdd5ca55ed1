//! What packing programs use beside the usual: methods of packing, sizes beyond 32 bits, sizes behind the data.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what tests are built with may fail as loudly as tests"
)]

use habeas::finding::Code;
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use super::{account, codes, read_file, states, zip_of, zip_with};

const LOGINS: &[u8] = b"Date,IP\n2024-01-31,192.0.2.1\n";

/// The same member as Python's `zipfile` packs it with LZMA.
const LZMA: &str = "504b03043f0002000e0000503f588e4168bf300000001d0000000a0000006c6f67696e732e637376090405005d0000800000\
    22184a8664faf45f3a713d04e122535ec53e6fefe7ce1a183f8b72332dce57e2ba1ffd78a000504b01023f033f0002000e00\
    00503f588e4168bf300000001d0000000a00000000000000000000008001000000006c6f67696e732e637376504b05060000\
    00000100010038000000580000000000";
/// And with bzip2.
const BZIP2: &str = "504b03042e0000000c0000503f588e4168bf470000001d0000000a0000006c6f67696e732e637376425a6839314159265359\
    43b7545300000bdf80001000077c2004204000220004002000314c001342234f51a7a09a4f13cea5093a570f02033743555d\
    fc5dc914e142410edd514c504b01022e032e0000000c0000503f588e4168bf470000001d0000000a00000000000000000000\
    008001000000006c6f67696e732e637376504b05060000000001000100380000006f0000000000";

pub(super) fn bytes_of(hex: &str) -> Vec<u8> {
    let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("two digits");
    (0..hex.len()).step_by(2).map(byte).collect()
}

/// Puts another number of a method into a member's header and its line.
fn with_method(mut bytes: Vec<u8>, method: u16) -> Vec<u8> {
    let line = memchr::memmem::find(&bytes, b"PK\x01\x02").expect("a line");
    bytes[8..10].copy_from_slice(&method.to_le_bytes());
    bytes[line + 10..line + 12].copy_from_slice(&method.to_le_bytes());
    bytes
}

#[test]
fn every_method_of_packing_is_unpacked() {
    let packed =
        |method| zip_with(&[("logins.csv", LOGINS)], SimpleFileOptions::default().compression_method(method));
    let methods = [
        ("stored", packed(CompressionMethod::Stored)),
        ("deflate", packed(CompressionMethod::Deflated)),
        // What stands far apart is packed in another way only.
        ("deflate64", with_method(packed(CompressionMethod::Deflated), 9)),
        ("bzip2", bytes_of(BZIP2)),
        ("lzma", bytes_of(LZMA)),
        ("zstandard", packed(CompressionMethod::Zstd)),
        ("xz", packed(CompressionMethod::Xz)),
    ];
    for (name, bytes) in methods {
        let answer = read_file("answer.zip", bytes.clone());
        let member = account(&answer, "logins.csv");
        assert_eq!((member.records, codes(member)), (1, vec![]), "{name}: {member:?}");
        let answer = read_file("answer.zip", zip_of(&[("in.zip", &bytes)]));
        assert_eq!(account(&answer, "in.zip!/logins.csv").records, 1, "{name}");
    }
    let answer = read_file("answer.zip", with_method(packed(CompressionMethod::Deflated), 77));
    let member = account(&answer, "logins.csv");
    assert_eq!((member.records, codes(member)), (0, vec![Code::MemberUnreadable]));
}

/// An archive whose sizes, offsets and count all stand in the fields for more than 32 bits (APPNOTE 6.3.10, 4.3.14, 4.5.3).
fn wide(name: &[u8]) -> Vec<u8> {
    let number_16 = |value: usize| u16::try_from(value).expect("it is small").to_le_bytes();
    let number_64 = |value: usize| (value as u64).to_le_bytes();
    let mut crc = flate2::Crc::new();
    crc.update(LOGINS);
    let fields =
        [b"\0\0\0\0\0\0\0\0".as_slice(), &crc.sum().to_le_bytes(), &[0xff; 8], &number_16(name.len())]
            .concat();
    let sizes = [number_64(LOGINS.len()), number_64(LOGINS.len())].concat();
    let head =
        [b"PK\x03\x04\x2d\0".as_slice(), &fields, &[20, 0], name, &[1, 0, 16, 0], &sizes, LOGINS].concat();
    let line = [
        b"PK\x01\x02\x2d\0\x2d\0".as_slice(),
        &fields,
        &[28, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff],
        name,
        &[1, 0, 24, 0],
        &sizes,
        &number_64(0),
    ]
    .concat();
    let end = [
        b"PK\x06\x06\x2c\0\0\0\0\0\0\0\x2d\0\x2d\0\0\0\0\0\0\0\0\0".as_slice(),
        &number_64(1),
        &number_64(1),
        &number_64(line.len()),
        &number_64(head.len()),
        b"PK\x06\x07\0\0\0\0",
        &number_64(head.len() + line.len()),
        &[1, 0, 0, 0],
        b"PK\x05\x06\0\0\0\0",
        &[0xff; 12],
        &[0, 0],
    ]
    .concat();
    [head, line, end].concat()
}

#[test]
fn sizes_beyond_32_bits_are_read_where_they_stand() {
    let bytes = wide(b"logins.csv");
    let answer = read_file("answer.zip", bytes.clone());
    assert_eq!(
        (account(&answer, "logins.csv").records, answer.findings.len()),
        (1, 0),
        "{:?}",
        states(&answer)
    );
    let shifted = [b"PK\x03\x04 a stub ".as_slice(), &bytes].concat();
    assert_eq!(account(&read_file("answer.zip", shifted), "logins.csv").records, 1);
}
