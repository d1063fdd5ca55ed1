//! Vessels beside zip: tapes, packed files, mails with attachments, and archives whose list is lost.

use std::io::Write as _;

use habeas::finding::Code;
use habeas::import::Options;
use habeas::import::answer::Answer;
use habeas::import::container;
use habeas::import::coverage::State;

use super::{account, codes, read_file, read_with, states, zip_of};

const LOGINS: &[u8] = b"Date,IP\n2024-01-31,192.0.2.1\n";

pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    writer.write_all(bytes).expect("it packs");
    writer.finish().expect("it ends")
}

pub(super) fn zstandard(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 1).expect("it packs")
}

pub(super) fn xz(bytes: &[u8]) -> Vec<u8> {
    let mut writer =
        lzma_rust2::XzWriter::new(Vec::new(), lzma_rust2::XzOptions::with_preset(1)).expect("it begins");
    writer.write_all(bytes).expect("it packs");
    writer.finish().expect("it ends")
}

pub(super) fn tape(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tape = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        // Names are written as they are: the library would refuse those that try to leave.
        header.as_mut_bytes().get_mut(..name.len()).expect("a short name").copy_from_slice(name.as_bytes());
        header.set_cksum();
        tape.append(&header, *bytes).expect("a member");
    }
    tape.into_inner().expect("it ends")
}

fn first_code(answer: &Answer) -> Option<Code> {
    answer.findings.first().map(|finding| finding.code)
}

#[test]
fn tapes_are_archives_plain_packed_and_inside_others() {
    let plain = tape(&[("data/logins.csv", LOGINS), ("data/none.csv", b"")]);
    let expected = [("data/logins.csv", State::Generic), ("data/none.csv", State::Empty)];
    let packed = [
        ("answer.tar", plain.clone()),
        ("answer.tgz", gzip(&plain)),
        ("answer.tar.zst", zstandard(&plain)),
        ("answer.tar.xz", xz(&plain)),
    ];
    for (name, bytes) in packed {
        let answer = read_file(name, bytes.clone());
        assert_eq!(states(&answer), expected, "{name}");
        let answer = read_file("outer.zip", zip_of(&[(name, &bytes)]));
        assert_eq!(account(&answer, &format!("{name}!/data/logins.csv")).records, 1, "{name}");
    }
}

#[test]
fn tapes_lead_nowhere_and_a_cut_one_keeps_what_stood_before() {
    let mut link = tar::Header::new_ustar();
    link.set_entry_type(tar::EntryType::Symlink);
    link.set_path("link.csv").expect("a name");
    link.set_link_name("/etc/passwd").expect("a target");
    link.set_size(0);
    link.set_cksum();
    let mut bytes = link.as_bytes().to_vec();
    bytes.extend(tape(&[("../../logins.csv", LOGINS)]));
    let answer = read_file("answer.tar", bytes);
    assert_eq!(first_code(&answer), Some(Code::LinkNotFollowed));
    assert_eq!(codes(account(&answer, "../../logins.csv")), [Code::UnsafePath]);
    let mut cut = tape(&[("a.csv", LOGINS), ("b.csv", &LOGINS.repeat(100))]);
    cut.truncate(512 * 4);
    let answer = read_file("answer.tar", cut);
    assert_eq!(account(&answer, "a.csv").records, 1);
    assert_eq!(first_code(&answer), Some(Code::ArchiveDamaged));
}

#[test]
fn a_lone_packed_file_is_what_is_in_it() {
    let packed = [
        ("logins.csv.gz", gzip(LOGINS)),
        ("logins.csv.zst", zstandard(LOGINS)),
        ("logins.csv.xz", xz(LOGINS)),
        ("two.csv.xz", [xz(b"Date,IP\n"), xz(b"2024-01-31,192.0.2.1\n")].concat()),
    ];
    for (name, bytes) in packed {
        let answer = read_file(name, bytes.clone());
        assert_eq!((&*account(&answer, name).format, answer.coverage.records), ("csv", 1), "{name}");
        let answer = read_file("answer.zip", zip_of(&[(name, &bytes)]));
        assert_eq!((&*account(&answer, name).format, answer.coverage.records), ("csv", 1), "{name}");
    }
    for (name, bytes) in
        [("bomb.csv.gz", gzip(&vec![b'0'; 80 << 20])), ("bomb.csv.xz", xz(&vec![b'0'; 80 << 20]))]
    {
        let answer = read_file(name, bytes);
        assert!(codes(account(&answer, name)).contains(&Code::LimitReached), "{name}");
    }
    // What is cut gives what stands before, or says so.
    let long: String = (0..9_000).map(|row| format!("2024-01-31,192.0.2.{}\n", row * 7_919 % 251)).collect();
    let packed = xz(["Date,IP\n", &long].concat().as_bytes());
    let answer = read_file("logins.csv.xz", packed.get(..packed.len() / 2).expect("a half").to_vec());
    let member = account(&answer, "logins.csv.xz");
    assert!(answer.coverage.adds_up() && codes(member).contains(&Code::MemberUnreadable), "{member:?}");
}

#[test]
fn what_is_attached_to_a_mail_is_part_of_the_answer() {
    let inner = zip_of(&[("logins.csv", LOGINS)]);
    let encoded = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, &inner);
    let lines: Vec<&str> =
        encoded.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
    let mail = format!(
        "From: shop@example.org\r\nSubject: Your data\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
         --b\r\nContent-Type: text/plain\r\n\r\nPlease find it attached.\r\n--b\r\nContent-Type: application/zip\r\n\
         Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"data.zip\"\r\n\r\n{}\r\n--b--\r\n",
        lines.join("\r\n")
    );
    let answer = read_file("reply.eml", mail.clone());
    assert_eq!(account(&answer, "reply.eml!/data.zip!/logins.csv").records, 1);
    assert_eq!(account(&answer, "reply.eml").records, 1);
    let answer = read_file("answer.zip", zip_of(&[("mails/reply.eml", mail.as_bytes())]));
    assert_eq!(account(&answer, "mails/reply.eml!/data.zip!/logins.csv").records, 1);
}

#[test]
fn what_is_attached_to_the_mails_of_a_box_is_part_of_the_answer() {
    let mail = |number: u32| {
        format!(
            "From shop@example.org Wed Jan 31 10:00:00 2024\nFrom: shop@example.org\nSubject: {number}\nMIME-Version: 1.0\n\
             Content-Type: multipart/mixed; boundary=b\n\n--b\n\nAttached.\n--b\nContent-Type: text/csv\n\
             Content-Disposition: attachment; filename=\"logins.csv\"\n\nDate,IP\n2024-01-3{number},192.0.2.1\n--b--\n\n"
        )
    };
    let letters = mail(0) + &mail(1);
    let alone = read_file("All mail.mbox", letters.clone());
    let inside = read_file("answer.zip", zip_of(&[("Mail/All mail.mbox", letters.as_bytes())]));
    for (answer, path) in [(alone, "All mail.mbox"), (inside, "Mail/All mail.mbox")] {
        assert_eq!(account(&answer, path).records, 2);
        assert_eq!(account(&answer, &format!("{path}!/1/logins.csv")).records, 1);
        assert_eq!(account(&answer, &format!("{path}!/2/logins.csv")).records, 1);
    }
}

#[test]
fn an_archive_without_its_list_gives_what_can_be_reached() {
    let whole = zip_of(&[("a.csv", LOGINS), ("b.csv", &LOGINS.repeat(50)), ("c.csv", LOGINS)]);
    let list = whole.windows(4).position(|window| window == b"PK\x01\x02").expect("a list");
    let answer = read_file("answer.zip", whole.get(..list).expect("a part").to_vec());
    assert_eq!(answer.accounts.len(), 3);
    assert_eq!((account(&answer, "a.csv").records, first_code(&answer)), (1, Some(Code::ArchiveDamaged)));
    // A list that breaks off: what it does not name is found.
    let mut broken = whole.clone();
    let second =
        whole.windows(4).enumerate().filter(|(_, window)| *window == b"PK\x01\x02").nth(1).expect("a line").0;
    broken.get_mut(second..second + 4).expect("four bytes").copy_from_slice(b"XXXX");
    let answer = read_file("answer.zip", broken);
    assert_eq!((answer.accounts.len(), first_code(&answer)), (3, Some(Code::ArchiveDamaged)));
    // A member that is cut keeps its first rows.
    let stored = super::zip_with(
        &[("long.csv", format!("a,b\n{}", "1,2\n".repeat(50_000)).as_bytes())],
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored),
    );
    let answer = read_file("answer.zip", stored.get(..100_000).expect("a part").to_vec());
    let long = account(&answer, "long.csv");
    assert!(long.records > 20_000, "{}", long.records);
    assert!(codes(long).contains(&Code::MemberUnreadable), "{:?}", codes(long));
}

#[test]
fn nothing_to_reach_says_so() {
    let whole = zip_of(&[("a.csv", LOGINS)]);
    let error = read_with("answer.zip", whole.get(..20).expect("a part").to_vec(), &Options::default()).err();
    let text = error.expect("it cannot be read").to_string();
    assert!(text.contains("answer.zip is cut short") && text.contains("download it again"), "{text}");
}

const ADDRESS: &[u8] = "Première ligne,Ville\n1 rue des Lilas,Lyon\n".as_bytes();

#[test]
fn answers_of_several_companies_in_one_upload_are_told_apart() {
    let shop = zip_of(&[
        ("Achats.csv", b"x,y\n1,2\n"),
        ("Retail.OrderHistory.1/Retail.OrderHistory.1.csv", b"Website,Order ID\nexample.org,1\n"),
        ("Advertising.1/Advertising.OptOut.csv", b"OptOut\nno\n"),
    ]);
    let other = zip_of(&[("Adresse de livraison.csv", ADDRESS), ("Historique de connexion.csv", LOGINS)]);
    let answer =
        read_file("both.zip", zip_of(&[("your_temu_personal_data.zip", &other), ("shop.zip", &shop)]));
    let finding =
        answer.findings.iter().find(|finding| finding.code == Code::SeveralCompanies).expect("it is said");
    assert_eq!(finding.facts, [("companies".to_owned(), "amazon, temu".to_owned())]);
    let kind = |path: &str| account(&answer, path).state;
    assert_eq!(kind("shop.zip!/Achats.csv"), State::Generic);
    assert_eq!(kind("shop.zip!/Advertising.1/Advertising.OptOut.csv"), State::Mapped);
}

#[test]
fn an_answer_known_only_by_its_headers_is_told_apart_from_one_beside_it() {
    let tickets = b"Perimetre;Num\xc3\xa9ro du ticket;Code Barre du produit\nmagasin;1;2\n";
    let temu: [(&str, &[u8]); 2] =
        [("Temu/Adresse de livraison.csv", ADDRESS), ("Temu/Historique de connexion.csv", LOGINS)];
    let companies = |other: &str| {
        let [city, logins] = temu;
        let received =
            zip_of(&[("your_temu_personal_data.txt", b"".as_slice()), city, logins, (other, tickets)]);
        let answer = read_file("both.zip", received);
        let company = answer.company.as_ref().map(|company| company.id.clone());
        let several = answer.findings.iter().find(|finding| finding.code == Code::SeveralCompanies);
        (company, several.map(|finding| finding.facts.clone()))
    };
    let both = vec![("companies".to_owned(), "carrefour, temu".to_owned())];
    assert_eq!(companies("Shop/tickets.csv"), (Some("temu".to_owned()), Some(both)));
    // What lies among the files of a company is its own.
    assert_eq!(companies("Temu/tickets.csv"), (Some("temu".to_owned()), None));
}

/// Cuts an archive as packing programs do: a mark in front, and offsets counted from the beginning of each part.
fn cut(members: &[(&str, &[u8])], at: usize) -> [Vec<u8>; 2] {
    let mut bytes = b"PK\x07\x08".to_vec();
    bytes.extend(zip_of(members));
    let at = at + 4;
    let put = |bytes: &mut Vec<u8>, place: usize, value: &[u8]| {
        bytes.get_mut(place..place + value.len()).expect("it is there").copy_from_slice(value);
    };
    let lines: Vec<usize> = memchr::memmem::find_iter(&bytes, b"PK\x01\x02").collect();
    for line in &lines {
        let offset = bytes.get(line + 42..line + 46).and_then(|offset| offset.try_into().ok());
        let offset = u32::from_le_bytes(offset.expect("an offset")) as usize + 4;
        let (part, inside) = if offset < at { (0_u8, offset) } else { (1, offset - at) };
        put(&mut bytes, line + 34, &[part, 0]);
        put(&mut bytes, line + 42, &u32::try_from(inside).expect("an offset").to_le_bytes());
    }
    let end = memchr::memmem::rfind(&bytes, b"PK\x05\x06").expect("an end");
    put(&mut bytes, end + 4, &[1, 0, 1, 0]);
    let list = lines.first().expect("a list") - at;
    put(&mut bytes, end + 16, &u32::try_from(list).expect("an offset").to_le_bytes());
    let behind = bytes.split_off(at);
    [bytes, behind]
}

fn read_paths(folder: &std::path::Path, names: &[&str]) -> Result<Answer, container::Error> {
    let paths: Vec<_> = names.iter().map(|name| folder.join(name)).collect();
    let archive = container::open(&paths, &Options::default())?;
    let answer = habeas::import::read(&archive, super::recipes(), &Options::default(), &|_| ());
    assert!(answer.coverage.adds_up());
    Ok(answer)
}

#[test]
fn an_archive_in_several_files_is_read_as_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let noise: Vec<u8> =
        (0..40_000_u32).flat_map(|n| (n.wrapping_mul(2_654_435_761)).to_le_bytes()).collect();
    let members: [(&str, &[u8]); 3] =
        [("a.csv", LOGINS), ("noise.bin", &noise), ("z.csv", b"Date,IP\n2024-02-01,192.0.2.2\n")];
    let write =
        |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).expect("it is written");
    let [first, last] = cut(&members, 50_000);
    write("answer.z01", &first);
    write("answer.zip", &last);
    for names in [["answer.zip"].as_slice(), &["answer.z01", "answer.zip"]] {
        let answer = read_paths(folder.path(), names).expect("it opens");
        assert_eq!((answer.coverage.members, answer.coverage.records), (3, 2), "{names:?}");
        assert_eq!(answer.received.len(), 2);
        assert_eq!(account(&answer, "z.csv").records, 1);
    }
    let answer = read_paths(folder.path(), &["."]).expect("it opens");
    assert_eq!((answer.coverage.members, answer.coverage.records), (3, 2));
    std::fs::remove_file(folder.path().join("answer.z01")).expect("it is gone");
    let fault = read_paths(folder.path(), &["answer.zip"]).expect_err("a part is missing").to_string();
    assert!(fault.contains("answer.z01"), "{fault}");

    let whole = zip_of(&members);
    let (first, last) = whole.split_at(70_000);
    write("other.zip.001", first);
    write("other.zip.002", last);
    for names in [["other.zip.001"].as_slice(), &["other.zip.002"], &["other.zip.002", "other.zip.001"]] {
        let answer = read_paths(folder.path(), names).expect("it opens");
        assert_eq!((answer.coverage.members, answer.coverage.records), (3, 2), "{names:?}");
    }
}
