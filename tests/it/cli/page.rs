//! How a letter looks: its layout, registered post, the picture of a signature, the file that is there to be changed,
//! and characters that no font has.

use std::fs;
use std::io::{Cursor, Read as _};

use super::person::{Person, text, tree};
use crate::paper_figure::PNG;

/// Drafts an access letter and reads its text.
fn letter(person: &Person, arguments: &[&str]) -> String {
    let drafted = person.json(&[&["draft", "access"], arguments, &["--again"]].concat());
    fs::read_to_string(text(&drafted["cases"][0]["files"]["txt"])).expect("letter.txt")
}

#[test]
fn registered_post_is_said_where_the_layout_has_it_in_the_letters_language() {
    let person = Person::known();
    let places = [("fr-window", false), ("din5008", true), ("plain", true)];
    let languages = [
        ("fr", "Lettre recommandée avec avis de réception"),
        ("en", "Registered letter with advice of delivery"),
        ("de", "Einschreiben mit Rückschein"),
        ("es", "Carta certificada con acuse de recibo"),
        ("it", "Raccomandata con avviso di ricevimento"),
        ("nl", "Aangetekend met bericht van ontvangst"),
        ("pt", "Carta registada com aviso de receção"),
        ("pl", "List polecony za potwierdzeniem odbioru"),
    ];
    for (layout, is_above) in places {
        for (language, said) in languages {
            let flags = ["cdiscount", "--registered", "--layout", layout, "--letter-lang", language];
            let letter = letter(&person, &flags);
            let place = letter.find(said).unwrap_or_else(|| panic!("{language}: {letter}"));
            let recipient = letter.find("Cdiscount SA").expect("the recipient");
            assert_eq!(place < recipient, is_above, "{layout}: {letter}");
            assert_eq!(letter.matches(said).count(), 1, "{letter}");
        }
    }
    // A French letter has it under the subject without being told the layout: the person lives in France.
    let french = letter(&person, &["cdiscount", "--registered=1A 234 567", "--letter-lang", "fr"]);
    let subject = french.find("Objet\u{a0}:").expect("the subject");
    let posted = french.find("avis de réception n°\u{a0}1A 234 567").unwrap_or_else(|| panic!("{french}"));
    assert!(subject < posted && posted < french.find("Madame, Monsieur").expect("the greeting"), "{french}");
    assert!(!letter(&person, &["cdiscount"]).contains("Registered"), "only where the person says so");
}

#[test]
fn the_senders_country_decides_the_layout_and_the_words_of_its_post() {
    let said = [
        ("GB", "en", "Royal Mail Signed For", "advice of delivery"),
        ("CH", "de", "Einschreiben", "mit Rückschein"),
        ("CH", "fr", "Lettre signature (recommandé)", "avis de réception"),
        ("BE", "nl", "Aangetekende zending met ontvangstbewijs", "bericht van ontvangst"),
    ];
    for (country, language, words, others) in said {
        let person = Person::known();
        person.run(&["profile", "set", "--country", country]).exits(0);
        let letter = letter(&person, &["cdiscount", "--registered", "--letter-lang", language]);
        assert!(letter.contains(words) && !letter.contains(others), "{country}: {letter}");
        assert!(letter.find(words) < letter.find("Cdiscount SA"), "above the recipient: {letter}");
    }
}

#[test]
fn registered_letters_go_by_post_and_nothing_lies_ready_to_be_mailed() {
    let person = Person::known();
    let drafted = person.json(&["draft", "access", "cdiscount", "--registered"]);
    let case = &drafted["cases"][0];
    assert_eq!(case["via"], "post");
    assert!(case["files"]["eml"].is_null(), "{case}");
    person.run(&["draft", "access", "spartoo", "--registered", "--via", "email"]).exits(2);
    person.run(&["draft", "access", "spartoo", "amazon", "--registered=42"]).exits(2);
    person.run(&["draft", "access", "spartoo", "--layout", "letterhead"]).exits(2);
    assert_eq!(person.json(&["status"])["cases"].as_array().map(Vec::len), Some(1), "nothing half-written");
    let person = Person::stranger();
    person.run(&["profile", "set", "--name", "Camille Exemple", "--email", "camille@example.org"]).exits(0);
    person
        .run(&["draft", "access", "cdiscount", "--registered"])
        .fails_saying(&["no `address`", "habeas profile set --address"])
        .in_one_sentence();
}

#[test]
fn later_letters_are_set_and_posted_as_the_person_says() {
    let mut person = Person::known();
    person.on("2026-09-10");
    let case = person.draft("cdiscount");
    person.run(&["record", &case, "sent"]).exits(0);
    person.on("2026-10-16");
    person.run(&["profile", "set", "--signature", &person.give("mine.png", PNG)]).exits(0);
    let flags =
        ["--registered", "--layout", "din5008", "--letter-lang", "fr", "--format", "odt", "--out", "it"];
    person.run(&[&["remind", &case], flags.as_slice()].concat()).exits(0);
    let reminder = fs::read_to_string(person.here().join("it/reminder.txt")).expect("the reminder");
    let posted = reminder.find("Lettre recommandée avec avis de réception").expect("it says so");
    assert!(posted < reminder.find("Cdiscount SA").expect("the recipient"), "{reminder}");
    assert!(person.here().join("it/reminder.odt").is_file(), "{:?}", tree(&person.here()));
    assert!(!person.here().join("it/reminder.eml").exists(), "it goes by post");
    let page = fs::read(person.here().join("it/reminder.pdf")).expect("the page");
    assert!(page.windows(6).any(|window| window == b"/Image"), "the signature stands in it");
    let kept = tree(&person.home().join("cases"));
    assert!(!kept.iter().any(|path| path.extension().is_some_and(|it| it == "odt")), "{kept:?}");
}

#[test]
fn a_file_to_be_changed_is_written_beside_the_letter_and_never_kept_as_proof() {
    let person = Person::known();
    let flags = ["--format", "odt", "--format", "odt", "--out", "letters"];
    let drafted = person.json(&[&["draft", "access", "cdiscount"], flags.as_slice()].concat());
    let case = &drafted["cases"][0];
    let bytes = fs::read(person.here().join(text(&case["files"]["odt"]))).expect("letter.odt");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut content = String::new();
    archive.by_name("content.xml").expect("the text").read_to_string(&mut content).expect("text");
    for said in ["Camille Exemple", "Cdiscount SA", &text(&case["case"]), "the purposes of the processing"] {
        assert!(content.contains(said), "{said}: {content}");
    }
    let kept = tree(&person.home().join("cases"));
    assert!(!kept.iter().any(|path| path.extension().is_some_and(|it| it == "odt")), "{kept:?}");
    let with_choices = ["draft", "access", "cdiscount", "--again", "--layout", "plain", "--out", "chosen"];
    let shown = person.json(&with_choices)["cases"][0]["files"].clone();
    assert!(
        shown["json"].is_null() && shown["pdf"].is_string(),
        "what was chosen is not for the reader: {shown}"
    );
    let done = person.run(&["draft", "access", "spartoo", "--format", "odt"]).exits(2);
    assert!(done.err.contains("--out"), "{}", done.err);
    person.run(&["draft", "access", "spartoo", "--format", "docx", "--out", "letters"]).exits(2);
    assert_eq!(person.json(&["status"])["cases"].as_array().map(Vec::len), Some(2), "nothing half-written");
}

#[test]
fn a_signature_is_kept_and_stands_in_the_letters() {
    let person = Person::known();
    let has_picture = || {
        let drafted = person.json(&["draft", "access", "cdiscount", "--again"]);
        let bytes = fs::read(text(&drafted["cases"][0]["files"]["pdf"])).expect("letter.pdf");
        bytes.windows(6).any(|window| window == b"/Image")
    };
    assert!(!has_picture());
    let picture = person.give("mine.png", PNG);
    person.run(&["profile", "set", "--signature", &picture]).exits(0);
    fs::remove_file(&picture).expect("the copy in the home is enough");
    assert!(has_picture(), "the picture is in the letter");
    assert_eq!(person.json(&["profile", "show"])["profile"]["signature"], "signature.png");
    let out = person.here().join("copy").display().to_string();
    person.run(&["backup", "--out", &out]).exits(0);
    assert_eq!(fs::read(person.here().join("copy/signature.png")).expect("it is copied"), PNG);
    person.run(&["profile", "set", "--no-signature"]).exits(0);
    assert!(!person.home().join("signature.png").exists(), "the copy is deleted");
    assert!(!has_picture());
    assert_eq!(fs::read(person.here().join("copy/signature.png")).expect("not ours to delete"), PNG);
}

#[test]
fn a_signature_that_is_no_picture_is_refused_and_changes_nothing() {
    let person = Person::known();
    person.run(&["profile", "set", "--signature", &person.give("good.png", PNG)]).exits(0);
    let before = fs::read(person.home().join("profile.yaml")).expect("the profile");
    let bad: [(&str, &[u8], &str); 4] = [
        ("letter.txt", b"no picture", "neither a PNG nor a JPEG"),
        ("empty.png", b"", "neither a PNG nor a JPEG"),
        ("cut.png", &PNG[..50], "damaged"),
        ("cut.jpg", b"\xFF\xD8\xFF\xE0", "damaged"),
    ];
    for (name, bytes, said) in bad {
        let file = person.give(name, bytes);
        let set = ["profile", "set", "--place", "Elsewhere", "--signature", &file];
        person.run(&set).fails_saying(&[name, said, "--signature"]).in_one_sentence();
    }
    person.run(&["profile", "set", "--signature", "nowhere.png"]).fails_saying(&["nowhere.png"]);
    assert_eq!(fs::read(person.home().join("profile.yaml")).expect("the profile"), before);
    assert_eq!(fs::read(person.home().join("signature.png")).expect("the picture"), PNG);
    // One that was damaged afterwards stops the letter, and nothing is half-written.
    person.keep("signature.png", "no picture");
    person
        .run(&["draft", "access", "cdiscount", "--out", "letters"])
        .fails_saying(&["signature.png", "--no-signature"]);
    person.run(&["profile", "check"]).fails_saying(&["signature.png"]);
    assert_eq!(person.json(&["status"])["cases"], serde_json::json!([]));
    assert!(!person.here().join("letters").exists());
}

#[test]
fn a_character_no_font_has_is_named_with_its_field() {
    let person = Person::known();
    let set = |field: &str, value: &str| person.run(&["profile", "set", field, value]);
    set("--name", "Camille 田中")
        .fails_saying(&["`name`", "田 (U+7530)", "habeas profile set --name"])
        .in_one_sentence();
    set("--known-as", "cdiscount:username=x😀")
        .fails_saying(&["`known_as.cdiscount.username`", "😀 (U+1F600)"]);
    set("--name", "Ωmega Жук Łucja ĠĦŻ ș ẞ").exits(0);
    // By hand, everything can stand in the profile.
    let profile = fs::read_to_string(person.home().join("profile.yaml")).expect("the profile");
    person.keep("profile.yaml", profile.replace("1 rue de l’Essai", "1 rue de l’Essai 道"));
    let said = &["`address`", "道 (U+9053)", "--address"];
    person.run(&["draft", "access", "cdiscount", "--out", "letters"]).fails_saying(said).in_one_sentence();
    person.run(&["profile", "check"]).fails_saying(said);
    person.keep("profile.yaml", profile);
    let because = ["draft", "objection", "cdiscount", "--because", "I am 愛."];
    person.run(&because).fails_saying(&["--because", "愛 (U+611B)"]).in_one_sentence();
    let turned = ["draft", "objection", "cdiscount", "--because", "I am \u{202e}here."];
    person
        .run(&turned)
        .fails_saying(&["changes the direction", "next: write it anew: --because"])
        .in_one_sentence();
    person.keep(
        "companies.yaml",
        "- { id: tanaka, name: 田中, category: retail, countries: [ALL], status: incomplete }\n",
    );
    person.run(&["draft", "access", "tanaka"]).fails_saying(&[
        "record of tanaka",
        "田 (U+7530)",
        "companies show tanaka",
    ]);
    assert_eq!(person.json(&["status"])["cases"], serde_json::json!([]), "nothing half-written");
    assert!(!person.here().join("letters").exists());
}
