//! Archives: what can be in them, and what can be wrong with them.

use habeas::finding::Code;
use habeas::import::container::{self, Error};
use habeas::import::coverage::State;
use habeas::import::{Options, read};
use secrecy::SecretString;
use zip::unstable::write::FileOptionsExt as _;
use zip::write::SimpleFileOptions;
use zip::{AesMode, CompressionMethod};

use super::{account, codes, overwrite, read_file, read_with, recipes, states, zip_of, zip_with};

const LOGINS: &[u8] = b"Date,IP\n2024-01-31,192.0.2.1\n";

#[test]
fn nothing_opens_what_does_not_exist_or_is_no_answer() {
    let open = |bytes: &[u8]| read_with("answer", bytes.to_vec(), &Options::default()).err();
    let absent = container::open(&["/no/such/answer.zip".into()], &Options::default()).err();
    assert!(matches!(absent, Some(Error::Absent { .. })));
    assert!(matches!(open(b""), Some(Error::Empty { .. })));
    assert!(matches!(open(&zip_of(&[])), Some(Error::Empty { .. })));
    assert!(matches!(open(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"), Some(Error::NotAnAnswer { .. })));
    let noise: Vec<u8> = (0..4_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    assert!(matches!(open(&noise), Some(Error::NotAnAnswer { .. })));
}

#[test]
fn a_bad_checksum_keeps_what_was_read() {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut bytes = zip_with(&[("logins.csv", LOGINS), ("other.csv", b"a,b\n1,2\n")], options);
    let at = bytes.windows(9).position(|window| window == b"192.0.2.1").expect("the row is stored");
    bytes[at] = b'2';
    let answer = read_file("answer.zip", bytes);
    let account = account(&answer, "logins.csv");
    assert_eq!((account.state, account.records), (State::Generic, 1));
    assert_eq!(codes(account), [Code::MemberUnreadable]);
}

#[test]
fn encrypted_archives_ask_for_the_password_and_open_with_it() {
    let locks = [
        SimpleFileOptions::default().with_aes_encryption(AesMode::Aes256, "open sesame"),
        SimpleFileOptions::default().with_deprecated_encryption(b"open sesame").expect("it can be locked"),
    ];
    for lock in locks {
        let bytes = zip_with(&[("logins.csv", LOGINS)], lock);
        let with = |password: Option<&str>| {
            let password = password.map(|password| SecretString::from(password.to_owned()));
            read_with("answer.zip", bytes.clone(), &Options { password, ..Options::default() })
        };
        let text = with(None).expect_err("it is locked").to_string();
        assert!(text.contains("--password-file"), "{text}");
        assert!(matches!(with(Some("wrong")), Err(Error::WrongPassword { .. })));
        assert_eq!(with(Some("open sesame")).expect("it opens").coverage.records, 1);
    }
}

/// As packing programs write it that do not know the checksum beforehand (Info-ZIP's `zip -P secret`): the password is checked
/// by the time of the file.
#[test]
fn the_older_encryption_opens_where_sizes_stand_behind_the_data() {
    let hex = "504b03040a0009000000eab97b5d8e4168bf290000001d0000000a0000006c6f67696e732e6373765758e7126293a1d54ecd\
         8a97c7b24fbca3c7cb0e6aa2e127e69910563f67dcd0c05d51c7edbfb14b4d504b07088e4168bf290000001d000000504b01\
         021e030a0009000000eab97b5d8e4168bf290000001d0000000a0000000000000001000000a481000000006c6f67696e732e\
         637376504b0506000000000100010038000000610000000000";
    let bytes = super::methods::bytes_of(hex);
    for bytes in [bytes.clone(), zip_of(&[("inner.zip", &bytes)])] {
        let options = Options { password: Some(SecretString::from("secret")), ..Options::default() };
        assert_eq!(read_with("answer.zip", bytes, &options).expect("it opens").coverage.records, 1);
    }
}

#[test]
fn one_locked_member_does_not_close_the_others() {
    let lock = SimpleFileOptions::default().with_aes_encryption(AesMode::Aes128, "open sesame");
    let locked = zip_with(&[("inner.csv", LOGINS)], lock);
    let answer = read_file("answer.zip", zip_of(&[("open.csv", b"a,b\n1,2\n"), ("locked.zip", &locked)]));
    assert_eq!(states(&answer), [("open.csv", State::Generic), ("locked.zip", State::Refused)]);
    assert_eq!(codes(account(&answer, "locked.zip")), [Code::MemberEncrypted]);
}

#[test]
fn two_members_of_one_name_are_both_read() {
    let mut bytes = zip_of(&[("a.csv", b"x,y\n1,2\n"), ("b.csv", b"x,y\n3,4\n5,6\n")]);
    overwrite(&mut bytes, b"b.csv", b"a.csv");
    let answer = read_file("answer.zip", bytes);
    assert_eq!(states(&answer), [("a.csv", State::Generic), ("a.csv", State::Generic)]);
    assert_eq!(answer.coverage.records, 3);
    assert!(answer.accounts.iter().all(|account| codes(account) == [Code::DuplicateName]));
}

#[test]
fn the_same_bytes_count_once_unless_they_say_nothing() {
    let empty = b"Interest\n";
    let answer = read_file(
        "answer.zip",
        zip_of(&[("1/a.csv", LOGINS), ("2/a.csv", LOGINS), ("1/none.csv", empty), ("2/none.csv", empty)]),
    );
    let expected = [
        ("1/a.csv", State::Generic),
        ("2/a.csv", State::Ignored),
        ("1/none.csv", State::Empty),
        ("2/none.csv", State::Empty),
    ];
    assert_eq!(states(&answer), expected);
    assert_eq!(codes(account(&answer, "2/a.csv")), [Code::DuplicateContent]);
    assert_eq!(codes(account(&answer, "2/none.csv")), [Code::ReceivedEmpty]);
    assert_eq!(answer.coverage.records, 1);
}

#[test]
fn noise_is_ignored_and_folders_are_no_members() {
    let answer = read_file(
        "answer.zip",
        zip_of(&[
            ("folder/", b""),
            ("folder/a.csv", LOGINS),
            ("__MACOSX/a.csv", b"x"),
            ("folder/.DS_Store", b"x"),
        ]),
    );
    let expected = [
        ("folder/a.csv", State::Generic),
        ("__MACOSX/a.csv", State::Ignored),
        ("folder/.DS_Store", State::Ignored),
    ];
    assert_eq!(states(&answer), expected);
}

#[test]
fn paths_that_try_to_leave_are_shown_and_harmless() {
    let mut bytes = zip_of(&[("xx/xx/evil.csv", LOGINS)]);
    overwrite(&mut bytes, b"xx/xx/evil.csv", b"../../evil.csv");
    let answer = read_file("answer.zip", bytes);
    assert_eq!(codes(account(&answer, "../../evil.csv")), [Code::UnsafePath]);
    assert_eq!(answer.coverage.records, 1);
}

#[test]
fn names_without_a_declared_encoding_are_read_as_their_writers_meant() {
    for raw in [b"donn\xc3\xa9es.csv".as_slice(), b"donn\x82es.csv.", b"donn\xe9es.csv."] {
        let placeholder = vec![b'x'; raw.len()];
        let name = String::from_utf8(placeholder.clone()).expect("ASCII");
        let mut bytes = zip_of(&[(&name, LOGINS)]);
        overwrite(&mut bytes, &placeholder, raw);
        let answer = read_file("answer.zip", bytes);
        assert!(answer.accounts[0].path.starts_with("données.csv"), "{}", answer.accounts[0].path);
    }
}

#[test]
fn archives_in_archives_are_opened_three_deep() {
    let mut bytes = zip_of(&[("logins.csv", LOGINS)]);
    for depth in 1..=3 {
        bytes = zip_of(&[(&format!("{depth}.zip"), &bytes)]);
    }
    let answer = read_file("answer.zip", bytes.clone());
    assert_eq!(states(&answer), [("3.zip!/2.zip!/1.zip!/logins.csv", State::Generic)]);
    let answer = read_file("answer.zip", zip_of(&[("4.zip", &bytes)]));
    assert_eq!(states(&answer), [("4.zip!/3.zip!/2.zip!/1.zip", State::Refused)]);
    assert_eq!(codes(&answer.accounts[0]), [Code::LimitReached]);
}

/// Together they are larger than what is held of them, so that each is unpacked again, in whatever order it is read.
#[test]
fn many_archives_in_an_archive_are_read_whole_though_few_are_held() {
    let noise = |seed: u32| {
        let numbers =
            (0..1_100_000_u32).map(move |n| n.wrapping_mul(2_654_435_761).wrapping_add(seed) ^ (n >> 3));
        numbers.map(|n| (n.wrapping_mul(0x9E37_79B9) >> 24) as u8).collect::<Vec<u8>>()
    };
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let inner: Vec<(String, Vec<u8>)> = (0..10_u32)
        .map(|number| {
            let logins = format!("Date,IP\n2024-01-{:02},192.0.2.{number}\n", number + 1);
            let members = [("logins.csv", logins.as_bytes()), ("noise.bin", &noise(number))];
            (format!("part {number}.zip"), zip_with(&members, stored))
        })
        .collect();
    let members: Vec<(&str, &[u8])> =
        inner.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let answer = read_file("answer.zip", zip_of(&members));
    assert_eq!(answer.coverage.records, 10, "{:?}", answer.findings);
    for number in 0..10 {
        let account = account(&answer, &format!("part {number}.zip!/logins.csv"));
        assert_eq!((account.records, codes(account)), (1, vec![]), "{number}");
    }
}

#[test]
fn archives_stored_in_an_archive_are_read_where_they_stand() {
    let inner = zip_of(&[("logins.csv", LOGINS)]);
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let answer = read_file("answer.zip", zip_with(&[("a.zip", &inner)], stored));
    assert_eq!(states(&answer), [("a.zip!/logins.csv", State::Generic)]);
}

#[test]
fn a_bomb_ends_at_the_ratio_and_says_which_flag_raises_it() {
    let zeros = vec![b'a'; 80 << 20];
    let answer = read_file("answer.zip", zip_of(&[("bomb.txt", &zeros), ("logins.csv", LOGINS)]));
    let bomb = account(&answer, "bomb.txt");
    assert_eq!((bomb.state, codes(bomb)), (State::Generic, vec![Code::LimitReached]));
    assert!(bomb.findings[0].facts.contains(&("flag".to_owned(), "--allow-large".to_owned())));
    assert_eq!(account(&answer, "logins.csv").records, 1);
}

#[test]
fn overlapping_members_are_refused() {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut bytes = zip_with(&[("a.csv", LOGINS), ("b.csv", LOGINS)], stored);
    // The second line of the directory is made to point at the first member.
    let lines = lines_of(&bytes);
    bytes[lines[1] + 42..lines[1] + 46].copy_from_slice(&[0; 4]);
    let answer = read_file("answer.zip", bytes);
    assert_eq!(states(&answer), [("a.csv", State::Generic), ("b.csv", State::Refused)]);
    assert_eq!(codes(account(&answer, "b.csv")), [Code::MemberOverlap]);
}

/// Where the lines of a zip archive's directory begin.
fn lines_of(bytes: &[u8]) -> Vec<usize> {
    let starts = bytes.windows(4).enumerate().filter(|(_, window)| window == b"PK\x01\x02");
    starts.map(|(at, _)| at).collect()
}

#[test]
fn a_bomb_that_lies_about_its_size_ends_at_the_ratio() {
    let zeros = vec![b'a'; 80 << 20];
    let mut bytes = zip_of(&[("bomb.txt", &zeros), ("logins.csv", LOGINS)]);
    let line = lines_of(&bytes)[0];
    bytes[line + 20..line + 24].copy_from_slice(&0xffff_fff0_u32.to_le_bytes());
    let answer = read_file("answer.zip", bytes);
    assert_eq!(codes(account(&answer, "bomb.txt")), [Code::LimitReached]);
    assert_eq!(account(&answer, "logins.csv").records, 1);
}

#[test]
fn members_that_overlap_by_a_lie_about_their_size_are_refused() {
    let mut bytes = zip_of(&[("a.csv", LOGINS), ("b.csv", b"x,y\n1,2\n"), ("c.csv", LOGINS)]);
    let lines = lines_of(&bytes);
    for (line, crc) in lines.iter().zip(0_u32..) {
        bytes[line + 16..line + 20].copy_from_slice(&crc.to_le_bytes());
        bytes[line + 20..line + 24].copy_from_slice(&0xffff_fff0_u32.to_le_bytes());
        bytes[line + 42..line + 46].copy_from_slice(&[0; 4]);
    }
    let answer = read_file("answer.zip", bytes);
    for path in ["b.csv", "c.csv"] {
        assert_eq!(codes(account(&answer, path)), [Code::MemberOverlap], "{path}");
    }
}

#[test]
fn a_name_alone_makes_no_document() {
    let stray: [&[(&str, &[u8])]; 3] = [
        &[("a.csv", LOGINS), ("[Content_Types].xml", b"<Types/>"), ("b.csv", b"x,y\n1,2\n")],
        &[("mimetype", b"foo"), ("a.csv", LOGINS), ("b.csv", b"x,y\n1,2\n")],
        &[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("a.csv", LOGINS),
            ("b.csv", b"x,y\n1,2\n"),
        ],
    ];
    for members in stray {
        let archive = zip_of(members);
        let answer = read_file("answer.zip", archive.clone());
        assert_eq!((account(&answer, "a.csv").records, account(&answer, "b.csv").records), (1, 1));
        let nested = read_file("answer.zip", zip_of(&[("inner.zip", &archive)]));
        assert_eq!(account(&nested, "inner.zip!/b.csv").records, 1);
    }
}

#[test]
fn documents_that_are_packed_stay_one_member() {
    let word: &[(&str, &[u8])] =
        &[("[Content_Types].xml", b"<Types/>"), ("_rels/.rels", b"<x/>"), ("word/document.xml", b"<x/>")];
    let book: &[(&str, &[u8])] =
        &[("mimetype", b"application/epub+zip"), ("META-INF/container.xml", b"<x/>")];
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, members) in [("letter.docx", word), ("book.epub", book)] {
        let answer = read_file(name, zip_with(members, stored));
        assert_eq!(states(&answer), [(name, State::Opaque)]);
        assert_eq!(Some(&*answer.accounts[0].format), name.rsplit('.').next());
    }
}

#[test]
fn a_folder_that_holds_data_is_read_and_said() {
    let mut bytes = zip_of(&[("xlogins", LOGINS), ("a.csv", b"x,y\n1,2\n")]);
    overwrite(&mut bytes, b"xlogins", b"logins/");
    let answer = read_file("answer.zip", bytes.clone());
    let folder = account(&answer, "logins/");
    assert_eq!((folder.records, codes(folder)), (1, vec![Code::FolderWithData]));
    let line = lines_of(&bytes)[0];
    bytes[line + 24..line + 28].copy_from_slice(&[0; 4]);
    let answer = read_file("answer.zip", bytes);
    let folder = account(&answer, "logins/");
    // A size that is declared is only a hint; the checksum is right.
    assert_eq!((folder.records, codes(folder)), (1, vec![Code::FolderWithData]));
}

#[test]
fn bytes_before_an_archive_do_not_hide_it() {
    let archive = zip_of(&[("logins.csv", LOGINS)]);
    let mut bytes = b"PK\x03\x04 a stub of some program ".to_vec();
    bytes.extend_from_slice(&archive);
    let answer = read_file("answer.zip", bytes);
    assert_eq!(states(&answer), [("logins.csv", State::Generic)]);
}

#[test]
fn several_paths_are_one_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = [folder.path().join("1.zip"), folder.path().join("logins.csv"), folder.path().join("more")];
    std::fs::write(&paths[0], zip_of(&[("a.csv", b"x,y\n1,2\n")])).expect("written");
    std::fs::write(&paths[1], LOGINS).expect("written");
    std::fs::create_dir(&paths[2]).expect("made");
    std::fs::write(paths[2].join("b.json"), b"[{\"x\":1},{\"x\":2}]").expect("written");
    std::fs::write(paths[2].join("c.zip"), zip_of(&[("d.csv", b"z,y\n1,2\n")])).expect("written");
    let options = Options::default();
    let archive = container::open(&paths, &options).expect("they open");
    let answer = read(&archive, recipes(), &options, &|_| ());
    let paths: Vec<&str> = answer.accounts.iter().map(|account| account.path.as_str()).collect();
    assert_eq!(paths, ["1.zip!/a.csv", "logins.csv", "more/b.json", "more/c.zip!/d.csv"]);
    assert_eq!(answer.coverage.records, 5);
    assert_eq!(answer.received.len(), 3);
    assert_eq!(answer.received[1].sha256.len(), 64);
}

#[cfg(unix)]
#[test]
fn a_folder_cannot_reach_beyond_itself() {
    let outside = tempfile::tempdir().expect("a folder");
    std::fs::write(outside.path().join("secret.csv"), LOGINS).expect("written");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("own.csv"), LOGINS).expect("written");
    std::os::unix::fs::symlink(outside.path(), folder.path().join("link")).expect("linked");
    let options = Options::default();
    let archive = container::open(&[folder.path().to_owned()], &options).expect("it opens");
    let paths: Vec<&str> = archive.members.iter().map(|member| member.path.as_str()).collect();
    assert_eq!(paths, ["own.csv"]);
}

/// Makes what is no file in a folder and can be made without another program.
#[cfg(unix)]
fn socket(path: &std::path::Path) {
    std::os::unix::net::UnixListener::bind(path).expect("a socket");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_at_once_and_named_in_a_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("own.csv"), LOGINS).expect("written");
    socket(&folder.path().join("socket"));
    std::os::unix::fs::symlink("/nowhere", folder.path().join("b")).expect("linked");
    std::os::unix::fs::symlink("/nowhere", folder.path().join("a")).expect("linked");
    let options = Options::default();
    for path in ["/dev/zero".into(), folder.path().join("socket")] {
        let error = container::open(&[path], &options).err().expect("it is no file");
        assert!(matches!(error, Error::NotAFile { .. }), "{error}");
    }
    let archive = container::open(&[folder.path().to_owned()], &options).expect("it opens");
    let found: Vec<_> =
        archive.findings.iter().map(|finding| (finding.place.file.as_str(), finding.code)).collect();
    let expected = [("a", Code::LinkNotFollowed), ("b", Code::LinkNotFollowed), ("socket", Code::NotAFile)];
    assert_eq!(found, expected);
}

#[test]
fn the_user_hears_how_far_it_is() {
    let last = std::sync::Mutex::new(None);
    let archive = container::open_bytes(
        "answer.zip",
        zip_of(&[("a.csv", LOGINS), ("b.csv", b"x\n1\n")]),
        &Options::default(),
    );
    let archive = archive.expect("it opens");
    read(&archive, recipes(), &Options::default(), &|progress| {
        *last.lock().expect("no panic") = Some(progress);
    });
    let last = last.into_inner().expect("no panic").expect("it was called");
    assert_eq!((last.members_done, last.members, last.bytes_done), (2, 2, 33));
}
