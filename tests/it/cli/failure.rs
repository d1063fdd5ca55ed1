//! What goes wrong is said in one clear sentence, with what to do next, and reveals nothing.

use std::io::{Cursor, Write as _};

use habeas::import::container::pack::pack;
use zip::unstable::write::FileOptionsExt as _;
use zip::write::SimpleFileOptions;
use zip::{AesMode, ZipWriter};

use super::person::{Person, text};

#[test]
fn exit_codes_tell_done_failed_wrong_and_attention_apart() {
    for language in ["en", "fr"] {
        let person = Person::known().speaking(language);
        person.run(&["companies", "list"]).exits(0);
        person.run(&["--help"]).exits(0);
        person.run(&["--version"]).exits(0);
        person.run(&["status"]).exits(0);
        person.run(&["status", "HB-222222"]).exits(1);
        person.run(&["report", "IM-222222"]).exits(1);
        person.run(&["draft", "access", "nowhere"]).exits(1);
        for wrong in [
            &["unknown"] as &[&str],
            &[],
            &["draft"],
            &["draft", "nonsense", "cdiscount"],
            &["draft", "access", "cdiscount", "--via", "pigeon"],
            &["record", "HB-222222", "forgotten"],
            &["deadline", "--country", "FR", "--received", "2026-02-30"],
            &["deadline", "--country", "QQ", "--received", "2026-02-03"],
            &["man", "nonsense"],
            &["completions", "nonsense"],
        ] {
            let done = person.run(wrong);
            assert_eq!(done.code, 2, "{wrong:?}: {}", done.err);
            assert_ne!(done.err, "", "{wrong:?}");
        }
        assert_eq!(
            person.bare_command(&["status", "--today", "yesterday"]).output().expect("it runs").status.code(),
            Some(2)
        );
        assert_eq!(
            person.bare_command(&["status", "--lang", "xx"]).output().expect("it runs").status.code(),
            Some(2)
        );
        person.run(&["draft", "access", "sarenza"]).exits(3);
    }
}

#[test]
fn an_unknown_company_suggests_near_names() {
    let person = Person::known();
    person.run(&["draft", "access", "spartto"]).fails_saying(&["`spartto`", "spartoo"]).in_one_sentence();
    person.run(&["companies", "show", "sarena"]).fails_saying(&["`sarena`", "sarenza"]).in_one_sentence();
    person
        .run(&["companies", "show", "zzzz"])
        .fails_saying(&["`zzzz`", "habeas companies list"])
        .in_one_sentence();
    let found = person.run(&["companies", "search", "spartto"]).exits(0);
    assert!(found.out.contains("spartoo"), "{}", found.out);
}

#[test]
fn a_closed_company_is_not_written_to() {
    let person = Person::known();
    person.run(&["draft", "access", "camaieu"]).fails_saying(&["camaieu", "habeas companies show camaieu"]);
    assert_eq!(person.json(&["status"])["cases"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_pack_is_drafted_for_the_persons_country_and_a_long_one_has_to_be_meant() {
    let person = Person::known();
    let drafted = person.run(&["draft", "access", "--pack", "fr-telecom", "--json"]);
    let cases = drafted.json();
    let companies: Vec<String> =
        cases["cases"].as_array().expect("a list").iter().map(|case| text(&case["company"])).collect();
    assert!(companies.contains(&"free-fr".to_owned()) && companies.len() < 11, "{companies:?}");
    let long = ["draft", "access", "--pack", "ad-tech"];
    person.run(&long).fails_saying(&["letters at once", "C-526/24", "--dealt-with-each"]);
    person.run(&["draft", "access", "--pack", "bakeries"]).fails_saying(&["`bakeries`", "fr-telecom"]);
    let all = person.run(&[&long, ["--dealt-with-each", "--json"].as_slice()].concat()).json();
    assert!(all["cases"].as_array().is_some_and(|cases| cases.len() > 10), "{all}");
}

#[test]
fn a_pack_passes_over_whom_the_person_has_asked_already() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    let told = person.run(&["draft", "access", "--pack", "founding-five", "--json"]).json();
    assert_eq!(told["passed_over"][0]["case"], serde_json::json!(case), "{told}");
    let asked: Vec<String> =
        told["cases"].as_array().expect("cases").iter().map(|case| text(&case["company"])).collect();
    assert!(!asked.is_empty() && !asked.contains(&"cdiscount".to_owned()), "{asked:?}");
    // All of them were asked: that is said as it is of one.
    person.run(&["draft", "access", "--pack", "founding-five"]).fails_saying(&["already", "--again"]);
    person.run(&["draft", "access", "--pack", "founding-five", "--again"]).exits(0);
    let said = person.run(&["draft", "erasure", "--pack", "founding-five", "--ground", "no-longer-needed"]);
    assert!(!said.out.contains("passed over"), "another right is another request: {}", said.out);
}

#[test]
fn nothing_is_drafted_when_one_of_the_companies_is_unknown() {
    let person = Person::known();
    person.run(&["draft", "access", "cdiscount", "nowhere"]).exits(1);
    assert_eq!(person.json(&["status"])["cases"], serde_json::json!([]));
}

#[test]
fn what_a_letter_has_no_place_for_is_refused() {
    let person = Person::known();
    let refused = person.run(&["draft", "access", "cdiscount", "--because", "x"]).exits(2);
    assert!(refused.err.contains("no place for what --because gives"), "{}", refused.err);
    let refused = person.run(&["draft", "access", "cdiscount", "--ground", "accuracy"]).exits(2);
    assert!(refused.err.contains("leave out --ground"), "{}", refused.err);
    person.run(&["draft", "objection", "cdiscount", "--because", "x", "--category", "advertising"]).exits(0);
    assert_eq!(person.json(&["status"])["cases"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_letter_whose_file_is_gone_is_named() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    std::fs::remove_file(person.home().join(format!("cases/{case}/letter.pdf"))).expect("a letter");
    person
        .run(&["send", &case])
        .fails_saying(&["letter.pdf", "no longer there", "habeas verify"])
        .in_one_sentence();
}

#[test]
fn a_letter_needs_somebody_who_asks() {
    let person = Person::stranger();
    person.run(&["draft", "access", "cdiscount"]).fails_saying(&["habeas profile set"]).in_one_sentence();
}

#[test]
fn a_broken_directory_of_ones_own_is_shown_with_its_lines() {
    let person = Person::known();
    let broken = "- id: example-shop\n  name: Example Shop\n  category: retail\n  status: perhaps\n";
    person.keep("companies.yaml", broken);
    for command in [&["companies", "list"] as &[&str], &["draft", "access", "cdiscount"]] {
        let done = person.run(command).fails_saying(&["companies.yaml", "4", "status: perhaps", "next: "]);
        let place = done.err.find("status: perhaps") < done.err.find("next: ");
        assert!(place, "the next step stands last: {}", done.err);
    }
    let checked = person.run(&["companies", "check"]).exits(3).out;
    let explained = checked.find("companies.yaml:4:11").zip(checked.find("4 |   status: perhaps"));
    assert!(explained.is_some_and(|(place, line)| place < line), "{checked}");
    assert!(checked.contains("The record lacks `countries`"), "all at once: {checked}");
    person.keep("companies.yaml", b"- id: \xff\n");
    person.run(&["companies", "check"]).fails_saying(&["companies.yaml", "UTF-8", "line 1"]);
    person.run(&["companies", "list"]).fails_saying(&["companies.yaml", "UTF-8", "line 1"]).in_one_sentence();
}

#[test]
fn what_is_missing_from_a_command_is_named_with_where_it_is_found() {
    let person = Person::known();
    for (arguments, next) in [
        (&["draft", "zalando"][..], "habeas draft access zalando"),
        (&["draft"], "habeas draft --help"),
        (&["send"], "habeas status"),
        (&["report"], "habeas import FILE"),
        (&["remind"], "habeas status"),
        (&["record", "HB-AAAAAA"], "habeas record --help"),
        (&["compare", "IM-AAAAAA"], "habeas import FILE"),
        (&["forget"], "habeas status"),
    ] {
        let done = person.run(arguments).exits(2);
        assert!(done.err.contains("\nnext: ") && done.err.contains(next), "{arguments:?}: {}", done.err);
        assert!(!done.err.contains("--home"), "{arguments:?}: {}", done.err);
    }
}

#[test]
fn a_broken_profile_names_the_place_and_not_the_content() {
    let person = Person::known();
    person.keep("profile.yaml", "language: fr\nperson:\n  name: Secret Name\n  emails: Secret Mail\n");
    let done = person.run(&["status"]).fails_saying(&["profile.yaml:4:", "no such field"]).in_one_sentence();
    assert!(!done.err.contains("Secret"), "{}", done.err);
    person.keep("profile.yaml", "person: { name: Secret Name, surname: Secret Surname }\n");
    let done = person.run(&["profile", "show"]).fails_saying(&["profile.yaml:1:"]).in_one_sentence();
    person.keep("profile.yaml", "person:\n  name: Secret Name\n  name: Secret Name\n");
    person.run(&["status"]).fails_saying(&["profile.yaml:3:", "a second time"]).in_one_sentence();
    assert!(!done.err.contains("Secret"), "{}", done.err);
}

#[test]
fn a_broken_recipe_of_ones_own_is_shown_with_its_lines() {
    let person = Person::known();
    let answer = person.give("answer.csv", "Date,Article\n2026-01-01,Savon\n");
    std::fs::create_dir_all(person.home().join("recipes")).expect("the folder is ours");
    person.keep("recipes/example-shop.yaml", "company: example-shop\nlayout: \"1\"\nrun: rm\n");
    person.run(&["import", &answer]).fails_saying(&["example-shop.yaml", "run: rm", "next: "]);
}

#[test]
fn what_cannot_be_read_is_refused_in_one_clear_sentence() {
    let person = Person::known();
    let archive = pack(&[("orders.csv", b"Date,Article\n2026-01-01,Savon\n".repeat(40).as_slice())])
        .expect("an archive");
    let truncated = person.give("truncated.zip", &archive[..20]);
    let encrypted = person.give("encrypted.zip", aes("open sesame"));
    let crypto = person.give("crypto.zip", zip_crypto("open sesame"));
    let random = person.give("random.bin", noise(4096));
    let empty = person.give("empty.zip", []);
    let missing = person.folder().join("given/missing.zip").display().to_string();
    for (path, words) in [
        (&truncated, &["truncated.zip", "cut short"] as &[&str]),
        (&encrypted, &["encrypted.zip", "encrypted", "--password-file"]),
        (&crypto, &["crypto.zip", "encrypted", "--password-file"]),
        (&random, &["random.bin", "neither an archive nor a data file"]),
        (&empty, &["empty.zip", "is empty"]),
        (&missing, &["missing.zip", "does not exist"]),
    ] {
        for language in ["en", "fr"] {
            let person = Person::known().speaking(language);
            person.run(&["import", path]).fails_saying(words).in_one_sentence();
        }
    }
}

#[test]
fn a_password_opens_an_encrypted_answer_and_a_wrong_one_is_told() {
    let person = Person::known();
    let right = private(&person, "right.txt", "open sesame\n");
    let wrong = private(&person, "wrong.txt", "open barley\n");
    for (name, bytes) in [("aes.zip", aes("open sesame")), ("crypto.zip", zip_crypto("open sesame"))] {
        let archive = person.give(name, bytes);
        let read = person.json(&["import", &archive, "--password-file", &right]);
        assert_eq!(read["coverage"]["records"], 1, "{name}: {read}");
        person
            .run(&["import", &archive, "--password-file", &wrong])
            .fails_saying(&[name, "password"])
            .in_one_sentence();
    }
}

#[test]
fn a_store_that_is_none_is_left_alone() {
    let person = Person::known();
    person.keep("habeas.db", "This is no database, and long enough to be looked at as one. ".repeat(40));
    let before = std::fs::read(person.home().join("habeas.db")).expect("there");
    person.run(&["status"]).fails_saying(&["store", "next: "]).in_one_sentence();
    assert_eq!(std::fs::read(person.home().join("habeas.db")).expect("there"), before);
}

fn aes(password: &str) -> Vec<u8> {
    zipped(SimpleFileOptions::default().with_aes_encryption(AesMode::Aes256, password))
}

fn zip_crypto(password: &str) -> Vec<u8> {
    zipped(SimpleFileOptions::default().with_deprecated_encryption(password.as_bytes()).expect("it is plain"))
}

fn zipped(options: zip::write::FileOptions<'_, '_, ()>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("orders.csv", options).expect("a member");
    writer.write_all(b"Date,Article,Prix\n2026-01-01,Savon,3.20\n").expect("written");
    writer.finish().expect("an archive").into_inner()
}

/// A file that only its owner may read, as passwords must be.
fn private(person: &Person, name: &str, text: &str) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let path = person.give(name, text);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("it is ours");
    path
}

/// Bytes that mean nothing, the same each time.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let next = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[0]
    });
    next.take(count).collect()
}
