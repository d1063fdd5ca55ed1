//! A hostile answer in the hands of a person: nothing outside the home and the named output is written, whatever the
//! answer's names say, and a locked one opens wherever it is read again.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;

use super::person::{Person, text};

const LOGINS: &[u8] = b"Date,IP\n2024-01-31,192.0.2.1\n";

/// Names that lead out of the folder an archive is unpacked in.
const SLIPPERY: [&str; 6] = [
    "../../slipped.csv",
    "../given/slipped.csv",
    "out/slipped.csv",
    "/tmp/slipped.csv",
    "C:\\slipped.csv",
    "..\\slipped.csv",
];

/// Every file below a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("it is ours") {
        let path = entry.expect("it is ours").path();
        if path.is_dir() {
            found.append(&mut files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).expect("it is ours"));
        }
    }
    found
}

/// An archive whose names lead out of every folder, and whose links lead further.
fn slippery() -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    writer.add_symlink("out", "../../..", options).expect("it is written");
    for (number, name) in SLIPPERY.iter().enumerate() {
        let placeholder = format!("{number}{}", "x".repeat(name.len() - 1));
        writer.start_file(placeholder, options).expect("a member starts");
        writer.write_all(format!("a,b\n1,{number}\n").as_bytes()).expect("it is written");
    }
    let mut bytes = writer.finish().expect("it ends").into_inner();
    for (number, name) in SLIPPERY.iter().enumerate() {
        let placeholder = format!("{number}{}", "x".repeat(name.len() - 1));
        let places: Vec<usize> = memchr::memmem::find_iter(&bytes, placeholder.as_bytes()).collect();
        for place in places {
            bytes[place..place + name.len()].copy_from_slice(name.as_bytes());
        }
    }
    bytes
}

#[test]
fn nothing_is_written_outside_the_home_and_the_named_output() {
    let person = Person::known();
    let answer = person.give("answer.zip", slippery());
    let home = person.home();
    let outside = || {
        let mut all = files(person.folder());
        all.retain(|path, _| !path.starts_with(&home));
        all
    };
    let before = outside();
    let read = person.json(&["import", &answer]);
    assert_eq!(read["coverage"]["records"], 6, "{read}");
    let import = text(&read["import"]);
    person.run(&["search", "1"]).exits(0);
    person.run(&["report", &import, "--text"]).exits(0);
    person.run(&["recipe", "draft", &answer]).exits(0);
    assert_eq!(outside(), before);
    person.run(&["export", &import, "--format", "csv", "--out", "tables"]).exits(0);
    person.run(&["report", &import, "--out", "report.html"]).exits(0);
    let named = [person.here().join("tables"), person.here().join("report.html")];
    let mut after = outside();
    after.retain(|path, _| !named.iter().any(|named| path.starts_with(named)));
    assert_eq!(after, before);
    for path in files(&home).keys().chain(files(&named[0]).keys()) {
        let mode = fs::metadata(path).expect("it is ours").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} is open to others", path.display());
    }
}

#[test]
fn a_locked_answer_opens_by_file_and_by_descriptor_wherever_it_is_read() {
    let person = Person::known();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let lock = SimpleFileOptions::default().with_aes_encryption(zip::AesMode::Aes256, "open sesame");
    writer.start_file("logins.csv", lock).expect("a member starts");
    writer.write_all(LOGINS).expect("it is written");
    let answer = person.give("answer.zip", writer.finish().expect("it ends").into_inner());
    let secret = person.give("secret", "open sesame\n");
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o600)).expect("it is ours");
    let import = text(&person.json(&["import", &answer, "--password-file", &secret])["import"]);
    let recipe = person.here().join("shop.yaml").display().to_string();
    let commands: [&[&str]; 4] = [
        &["search", "192.0.2.1", "--import", &import],
        &["export", &import, "--format", "json"],
        &["recipe", "draft", &answer, "--out", &recipe],
        &["recipe", "try", &recipe, &answer],
    ];
    for command in commands {
        person.run(command).fails_saying(&["encrypted", "--password-file"]);
        person.run(&[command, &["--password-file", &secret]].concat()).exits(0);
    }
    // A descriptor the program inherits: its standard input, which is no terminal.
    let mut command =
        person.command(&["search", "192.0.2.1", "--import", &import, "--password-fd", "0", "--json"]);
    let opened = fs::File::open(&secret).expect("it is ours");
    let output = command.stdin(opened).output().expect("the program starts");
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it prints JSON");
    assert_eq!(found["total"], 1, "{found}");
}

/// A name with a line break in it writes no line of its own.
#[cfg(unix)]
#[test]
fn the_name_of_a_file_stays_on_its_line() {
    let person = Person::known();
    let folder = person.folder().join("given/answer");
    fs::create_dir_all(&folder).expect("it is ours");
    fs::write(folder.join("a\nFORGED.csv"), "Order ID,Date\nA100,2023-01-15\nA100\n").expect("it is ours");
    let said = person.run(&["import", &folder.display().to_string()]).out;
    let searched = person.run(&["search", "A100"]).out;
    let import = text(&person.json(&["import", &folder.display().to_string()])["import"]);
    let report = person.run(&["report", &import, "--text"]).out;
    for shown in [said, searched, report] {
        assert!(shown.contains("FORGED"), "{shown}");
        assert!(!shown.lines().any(|line| line.trim_start().starts_with("FORGED")), "{shown}");
    }
}
