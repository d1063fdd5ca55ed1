//! The letters of an answer are held against Art. 15: shown, corrected, recorded, and seen in the report.

use super::person::Person;

const REPLY: &str = "From: Service Clients <privacy@shop.example>\r\nTo: camille@example.org\r\nSubject: Votre demande\r\n\
Date: Mon, 21 Sep 2026 10:00:00 +0200\r\nMessage-ID: <1@shop.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\
Content-Transfer-Encoding: 8bit\r\n\r\n\
Bonjour,\r\nVos données sont conservées pendant trois ans.\r\nElles ont été transmises à Colis Exemple SAS.\r\n\
Les finalités sont décrites dans notre politique de confidentialité.\r\n\r\n\
Le 1er septembre, Camille a écrit :\r\n> Je demande une réclamation auprès de la CNIL et la copie jointe de mes données.\r\n";

/// A case that was sent and answered.
fn answered(person: &Person) -> String {
    let case = person.draft("cdiscount");
    person.run(&["record", &case, "sent", "--via", "email"]).exits(0);
    person.run(&["record", &case, "answered"]);
    case
}

/// What was found of each point, by its identifier.
fn presence(audited: &serde_json::Value, point: &str) -> String {
    let points =
        audited["points"].as_array().or_else(|| audited["gaps"]["points"].as_array()).expect("points");
    let found = points.iter().find(|found| found["point"] == point).expect("the point");
    found["presence"].as_str().expect("a presence").to_owned()
}

#[test]
fn a_letter_is_held_against_every_point() {
    let person = Person::known();
    let case = answered(&person);
    let reply = person.give("reply.eml", REPLY);
    let audited = person.json(&["audit", &case, &reply]);
    assert_eq!(audited["points"].as_array().map(Vec::len), Some(10));
    let expected = [
        ("retention", "found"),
        ("recipients", "found"),
        ("purposes", "vague"),
        ("complaint", "not-found"),
        ("copy", "not-found"),
    ];
    for (point, wanted) in expected {
        assert_eq!(presence(&audited, point), wanted, "{point}");
    }
    let points = audited["points"].as_array().expect("points");
    for found in points.iter().filter(|found| found["presence"] == "found") {
        assert!(found["quote"].is_string() && found["place"]["position"]["line"].is_array(), "{found}");
    }
    let shown = person.run(&["audit", &case, &reply]);
    for said in ["trois ans", "reply.eml", "--yes", "Art. 15(1)(d)"] {
        assert!(shown.out.contains(said), "{said} is not in {}", shown.out);
    }
    assert!(!shown.out.to_lowercase().contains("illegal"));
}

#[test]
fn nothing_is_recorded_unasked_and_what_is_corrected_stays() {
    let person = Person::known();
    let case = answered(&person);
    let reply = person.give("reply.eml", REPLY);
    let events = || person.run(&["status", &case]).out.matches("answer held against").count();
    person.run(&["audit", &case, &reply]);
    assert_eq!(events(), 0, "showing records nothing");
    let set = ["--set", "recipients=vague", "--set", "source=found"];
    let recorded = person.json(&[&["audit", &case, &reply, "--yes"], &set[..]].concat());
    assert_eq!(
        (recorded["recorded"].as_bool(), presence(&recorded, "recipients").as_str()),
        (Some(true), "vague")
    );
    // The letter is kept: it need not be named again, and the correction outweighs the sentence.
    let again = person.json(&["audit", &case]);
    assert_eq!(presence(&again, "retention"), "found");
    assert_eq!(
        (presence(&again, "recipients").as_str(), presence(&again, "source").as_str()),
        ("vague", "found")
    );
    person.run(&["verify"]).exits(0);
    let data = person.give("orders.csv", "Date de commande,Article\n12/03/2026,Savon\n");
    person.run(&["import", &data, "--case", &case, "--company", "cdiscount"]);
    let report = person.json(&["report", &case, "--out", "report.html"]);
    assert_eq!(
        (presence(&report, "recipients").as_str(), presence(&report, "retention").as_str()),
        ("vague", "found")
    );
    let page = std::fs::read_to_string(person.here().join("report.html")).expect("written");
    assert!(page.contains("trois ans") && page.contains("judged by you"), "the page quotes the letter");
}

#[test]
fn what_cannot_be_read_or_said_is_told() {
    let person = Person::known();
    let case = answered(&person);
    let picture = person.give("scan.png", "no letter");
    let shown = person.run(&["audit", &case, &picture]);
    assert!(shown.out.contains("scan.png: no text"), "{}", shown.out);
    let foreign = person.give("letter.txt", "Добрий день, ваші дані зберігаються три роки.");
    let shown = person.run(&["audit", &case, &foreign]).out;
    assert!(shown.contains("de, en, es, fr, it, nl"), "{shown}");
    for (set, said) in [("color=found", "`color` is no point"), ("copy=maybe", "`maybe` is none of found")] {
        let refused = person.run(&["audit", &case, "--set", set]).exits(2).err;
        assert!(refused.contains(said), "{refused}");
    }
    person.run(&["audit", "HB-222222"]).fails_saying(&["HB-222222"]);
    person.run(&["audit", &case, "absent.eml"]).fails_saying(&["absent.eml"]);
    let unsent = person.draft("spartoo");
    person.run(&["audit", &unsent, "--yes"]).fails_saying(&["was not sent"]);
}

/// A letter on paper, one paragraph a sentence.
fn printed(sentences: &[&str]) -> Vec<u8> {
    use habeas::paper::document::{Block, Content, Document, Margin, Sheet, Style};
    let paragraph = |text: &&str| Block {
        content: Content::Paragraph((*text).to_owned()),
        style: Style::default(),
        above: 6.0,
        with_next: false,
    };
    let document = Document {
        language: "fr".to_owned(),
        title: "Votre demande".to_owned(),
        date: chrono::NaiveDate::from_ymd_opt(2026, 9, 21).expect("a date"),
        sheet: Sheet::a4(Margin { top: 20.0, right: 20.0, bottom: 20.0, left: 20.0 }),
        frames: Vec::new(),
        flow: sentences.iter().map(paragraph).collect(),
    };
    habeas::paper::Typesetter::new().typeset(&document).expect("it is printed")
}

const SENTENCES: [&str; 3] = [
    "Bonjour, voici la réponse à votre demande.",
    "Vos données et vos commandes sont conservées pendant trois ans après la fin du contrat.",
    "Elles ont été transmises à Colis Exemple SAS.",
];

/// A page of megabytes is data: its sentences are not read one by one, and that is said.
#[test]
fn a_page_too_long_for_a_letter_is_named_as_unread() {
    let person = Person::known();
    let case = answered(&person);
    let sentences = "<p>Vos données sont conservées pendant trois ans.</p>".repeat(40_000);
    let page = person.give("page.html", format!("<!doctype html><html><body>{sentences}</body></html>"));
    person.run(&["import", &page, "--case", &case, "--company", "cdiscount"]);
    let audited = person.run(&["audit", &case, "--json"]).exits(3).json();
    assert!(audited["unread"].to_string().contains("page.html"), "{}", audited["unread"]);
    assert_eq!(presence(&audited, "retention"), "not-found");
}

#[test]
fn only_access_owes_the_points() {
    let person = Person::known();
    let drafted = person.run(&["draft", "erasure", "cdiscount", "--ground", "objection", "--json"]).json();
    let case = super::person::text(&drafted["cases"][0]["case"]);
    person
        .run(&["audit", &case])
        .fails_saying(&["is about erasure", "Art. 15", &format!("follow-up {case} --missing-text")])
        .in_one_sentence();
}

#[test]
fn letters_on_paper_and_pages_are_read_wherever_they_lie() {
    let person = Person::known();
    let case = answered(&person);
    let letter = person.give("lettre.pdf", printed(&SENTENCES));
    let audited = person.json(&["audit", &case, &letter]);
    assert_eq!(
        audited["letters"][0],
        serde_json::json!({ "name": "lettre.pdf", "language": "fr" }),
        "{audited}"
    );
    assert_eq!(
        (presence(&audited, "retention").as_str(), presence(&audited, "recipients").as_str()),
        ("found", "found")
    );
    let page = format!("<!doctype html><html><body><p>{}</p></body></html>", SENTENCES.join("</p><p>"));
    let page = person.give("lettre.html", page);
    let audited = person.json(&["audit", &case, &page]);
    assert_eq!(presence(&audited, "retention"), "found", "{audited}");
    let broken = person.give("lettre2.pdf", b"%PDF-1.4 and then nothing");
    let audited = person.run(&["audit", &case, &broken, "--json"]).exits(3).json();
    assert_eq!(audited["unread"], serde_json::json!(["lettre2.pdf"]));

    // Inside of the answer they are read from where it lies.
    let folder = person.folder().join("given/reponse");
    std::fs::create_dir(&folder).expect("the folder is ours");
    std::fs::write(folder.join("commandes.csv"), "Date de commande,Article\n12/03/2019,Savon\n")
        .expect("it is ours");
    std::fs::write(folder.join("lettre.pdf"), printed(&SENTENCES)).expect("it is ours");
    let answer = folder.display().to_string();
    person.json(&["import", &answer, "--case", &case, "--company", "cdiscount"]);
    let audited = person.json(&["audit", &case]);
    let read: Vec<&str> =
        audited["letters"].as_array().expect("letters").iter().filter_map(|it| it["name"].as_str()).collect();
    assert!(read.iter().any(|name| name.ends_with("lettre.pdf")), "{audited}");
    assert_eq!(presence(&audited, "retention"), "found");
    // The report says the same, and denies nothing of it.
    let reported = person.json(&["report", &case]);
    assert_eq!(
        (presence(&reported, "retention"), presence(&reported, "recipients")),
        ("found".into(), "found".into())
    );
    let shown = person.run(&["report", &case, "--text"]).exits(0).out;
    assert!(!shown.contains("No recipient is named in the answer"), "{shown}");
    // A later part does not hide the letter of an earlier one.
    let rest = person.give("rest.csv", "Date de commande,Article\n13/03/2019,Sel\n");
    let first = reported["fingerprint"].clone();
    person.json(&["import", &rest, "--case", &case, "--company", "cdiscount"]);
    assert_eq!(presence(&person.json(&["audit", &case]), "retention"), "found");
    assert_ne!(person.json(&["report", &case])["fingerprint"], first, "it is the report of both");
    let shown = person.run(&["audit", &case]).out;
    assert!(shown.contains("another import") && shown.contains("(habeas report IM-"), "{shown}");
    let shown = person.run(&["report", &case, "--text"]).exits(0).out;
    assert!(shown.contains("in several parts") && shown.contains("(rest.csv)"), "{shown}");
    std::fs::remove_file(folder.join("lettre.pdf")).expect("it is ours");
    let audited = person.run(&["audit", &case, "--json"]).exits(3).json();
    assert!(audited["unread"].to_string().contains("lettre.pdf"), "what is gone is named: {audited}");
}
