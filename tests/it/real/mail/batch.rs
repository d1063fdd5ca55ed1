//! A batch of letters from the program to a real mail server, and an answer to one of them back over IMAP.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what tests are built with may fail as loudly as tests"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use habeas::delivery::account::Security;
use habeas::delivery::imap::Mailbox;
use habeas::delivery::message::{Draft, Message, MessageId};
use habeas::delivery::smtp::send;

use super::{Settings, address, without_trace};

/// Fifty letters in two runs of one command: the first half with LOGIN over STARTTLS, the second with PLAIN over implicit
/// TLS. Every page arrives byte for byte; an answer to one of them comes back over IMAP and finds its case.
pub(super) fn fifty_letters_arrive_unchanged_and_an_answer_finds_its_case(settings: &Settings) {
    let home = tempfile::tempdir().expect("a folder");
    let secret = home.path().join("secret");
    habeas::delivery::outbox::write_private(&secret, settings.value("PASSWORD").as_bytes()).expect("written");
    let shop = |number: usize| {
        format!(
            "- id: shop-{number}\n  name: Shop {number}\n  category: retail\n  countries: [FR]\n  contacts:\n    - {{ \
             purpose: rights, kind: email, value: shop-{number}@example.org, source: \"https://example.org/privacy\", \
             checked: 2026-11-01 }}\n  authority: FR\n  status: usable\n"
        )
    };
    fs::write(home.path().join("companies.yaml"), (0..50).map(shop).collect::<String>()).expect("written");
    let run = |arguments: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_habeas"));
        let output = program.arg("--home").arg(home.path()).args(arguments).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(0), "{said}{}", String::from_utf8_lossy(&output.stderr));
        said
    };
    let set =
        ["profile", "set", "--name", "Claire Exemple", "--email", "claire@example.org", "--country", "FR"];
    let account = ["--mail-from", "claire@example.org", "--mail-server", settings.value("HOST")];
    let more = ["--mail-password-file", &secret.display().to_string(), "--mail-pause", "0"];
    run(&[set.as_slice(), &account, &more].concat());
    let names: Vec<String> = (0..50).map(|number| format!("shop-{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    run(&[&["draft", "access", "--dealt-with-each"], names.as_slice()].concat());
    for (port, security, half) in [("LOGIN_PORT", "starttls", 25), ("IMPLICIT_PORT", "implicit", 50)] {
        let port = settings.value(port);
        run(&[
            "profile",
            "set",
            "--mail-port",
            port,
            "--mail-security",
            security,
            "--mail-per-day",
            &half.to_string(),
        ]);
        let planned: serde_json::Value =
            serde_json::from_str(&run(&["send", "--drafted", "--json"])).expect("JSON");
        let planned = planned["messages"].as_array().expect("a list").iter().take(25);
        let cases: Vec<String> =
            planned.map(|plan| plan["case"].as_str().expect("text").to_owned()).collect();
        let cases: Vec<&str> = cases.iter().map(String::as_str).collect();
        let said = run(&[&["send", "--yes"], cases.as_slice()].concat());
        assert!(said.contains("25 of 25 sent.") || said.contains("25 sur 25 envoyés."), "{said}");
    }
    let status: serde_json::Value = serde_json::from_str(&run(&["status", "--json"])).expect("JSON");
    let cases = status["cases"].as_array().expect("a list");
    assert_eq!(cases.len(), 50);
    for case in cases {
        let (reference, company) =
            (case["case"].as_str().expect("text"), case["company"].as_str().expect("text"));
        let folder = home.path().join("cases").join(reference);
        let page = fs::read(folder.join("letter.pdf")).expect("kept");
        let mail = only_mail_of(settings, &format!("{company}@example.org"));
        assert_eq!(without_trace(&mail), fs::read(folder.join("sent.eml")).expect("kept"));
        let read = mail_parser::MessageParser::default().parse(&mail).expect("it is a mail");
        assert_eq!(read.attachment(0).expect("the letter").contents(), page, "byte for byte");
    }
    let case = cases[17]["case"].as_str().expect("text");
    let file = answer_by_imap(settings, case, &home.path().join("cases").join(case), home.path());
    let seen: serde_json::Value =
        serde_json::from_str(&run(&["inbox", &file.display().to_string(), "--yes", "--json"])).expect("JSON");
    assert_eq!(seen["mails"][0]["match"]["case"], case, "{seen}");
    assert_eq!(seen["mails"][0]["fate"]["recorded"], "acknowledged", "{seen}");
}

/// A company answers a letter, its subject says nothing of the case, and the answer is fetched over IMAP.
fn answer_by_imap(settings: &Settings, case: &str, folder: &Path, home: &Path) -> PathBuf {
    let sent = fs::read(folder.join("sent.eml")).expect("kept");
    let sent = mail_parser::MessageParser::default().parse(&sent).expect("it is a mail");
    let id: MessageId = format!("<{}>", sent.message_id().expect("it has one")).parse().expect("an id");
    let draft = Draft {
        from_name: "Shop".to_owned(),
        from_address: "dpo@example.org".to_owned(),
        to_address: "claire@example.org".to_owned(),
        subject: "Votre demande".to_owned(),
        text: "Nous avons bien reçu votre demande.\n".to_owned(),
        attachments: Vec::new(),
        message_id: MessageId::compose(case, [9; 12], &address("dpo@example.org")).expect("plain"),
        earlier: vec![id],
        date: "2026-11-24T09:00:00Z".parse().expect("a date"),
    };
    let answer = Message::compose(draft).expect("it is well made");
    let account = settings.account("IMPLICIT_PORT", Security::Implicit);
    send(&account, &settings.password(), &answer).expect("it is sent");
    settings.assert_arrived(&answer);
    let server = settings.mailbox("IMAPS_PORT", Security::Implicit);
    let mut mailbox = Mailbox::open(&account, &server, &settings.password()).expect("it opens");
    mailbox.examine("INBOX").expect("it opens");
    let listed = mailbox.list_from(1).expect("they are listed");
    let mails = listed.iter().map(|mail| mailbox.fetch(mail.uid).expect("fetched").expect("it is there"));
    let mails: Vec<Vec<u8>> = mails.collect();
    let fetched =
        mails.iter().find(|mail| without_trace(mail) == answer.to_bytes()).expect("it is in the mailbox");
    let file = home.join("answer.eml");
    fs::write(&file, fetched).expect("written");
    file
}

/// Waits for the one mail of somebody else.
fn only_mail_of(settings: &Settings, user: &str) -> Vec<u8> {
    let folder = Path::new(settings.value("MAILDIRS")).join(user).join("new");
    for _ in 0..200 {
        let files: Vec<_> = fs::read_dir(&folder).into_iter().flatten().collect();
        if let [Ok(file)] = files.as_slice() {
            return fs::read(file.path()).expect("a mail");
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("{user} has not exactly one mail");
}
